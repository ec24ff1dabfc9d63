/**
 * Operations of the services from a to b (by IAM prefix) for which AWS asks for further actions, which leave no event of their
 * own (beside-rows.ts). Which actions: [C SAR, operations], and semantics 5.4, unless marked; that table does not tell when AWS
 * asks, the parameters do: [C API models and references of the services].
 */
import { type BesideRow, given, row } from "./beside-row.ts";

const TRUE = /^true$/i;

const API_GATEWAY: readonly BesideRow[] = [
  // a resource policy, what is imported can have one
  given("apigateway", "CreateRestApi", "apigateway:UpdateRestApiPolicy", "*.policy policy"),
  given(
    "apigateway",
    "UpdateRestApi",
    "apigateway:UpdateRestApiPolicy",
    "*.patchOperations.path patchOperations.path",
    /^\/?policy/i,
  ),
  row("apigateway", "PutRestApi ImportRestApi", "apigateway:UpdateRestApiPolicy"),
  // mutual TLS
  given(
    "apigateway",
    "CreateDomainName",
    "apigateway:AddCertificateToDomain",
    "*.mutualTlsAuthentication mutualTlsAuthentication",
  ),
  given(
    "apigateway",
    "UpdateDomainName",
    "apigateway:AddCertificateToDomain apigateway:RemoveCertificateFromDomain",
    "*.patchOperations.path patchOperations.path",
    /^\/?mutualTls/i,
  ),
  given(
    "apigateway",
    "UpdateDomainName",
    "apigateway:AddCertificateToDomain apigateway:RemoveCertificateFromDomain",
    "*.mutualTlsAuthentication mutualTlsAuthentication",
  ),
  row("apigateway", "DeleteDomainName", "apigateway:RemoveCertificateFromDomain"),
  given("apigateway", "CreateDomainName", "apigateway:UpdateDomainNamePolicy", "*.policy policy"),
  given(
    "apigateway",
    "UpdateDomainName",
    "apigateway:UpdateDomainNamePolicy",
    "*.patchOperations.path patchOperations.path",
    /^\/?policy/i,
  ),
  given(
    "apigateway",
    "UpdateDomainName",
    "apigateway:UpdateDomainNameManagementPolicy",
    "*.patchOperations.path patchOperations.path",
    /^\/?managementPolicy/i,
  ),
];

const CONNECTOR = "sourceFlowConfig.connectorProfileName destinationFlowConfigList.connectorProfileName";

/** Without the parameter the guardrail of the account, if it has one. */
const GUARDED = "InvokeModel InvokeModelWithResponseStream Converse ConverseStream";
const GUARDRAIL = "guardrailIdentifier guardrailConfig.guardrailIdentifier";

const THIRD_PARTY_STORES =
  "storageConfiguration.pineconeConfiguration.connectionString storageConfiguration.redisEnterpriseCloudConfiguration.endpoint storageConfiguration.mongoDbAtlasConfiguration.endpoint";

const BEDROCK: readonly BesideRow[] = [
  { ...given("bedrock", GUARDED, "bedrock:ApplyGuardrail", GUARDRAIL), ofAnother: true },
  // what the model may use is in the body, which is not logged
  { ...row("bedrock", GUARDED, "bedrock:InvokeTool"), ofAnother: true },
  row("bedrock", "InvokeModelWithResponseStream ConverseStream", "bedrock:InvokeModel"),
  { ...row("bedrock", "ApplyGuardrail", "bedrock:InvokeAutomatedReasoningPolicy"), ofAnother: true },
  given(
    "bedrock",
    "CreateKnowledgeBase UpdateKnowledgeBase",
    "bedrock:AssociateThirdPartyKnowledgeBase",
    THIRD_PARTY_STORES,
  ),
  row("bedrock", "StartIngestionJob", "bedrock:AssociateThirdPartyKnowledgeBase"),
  row("bedrock", "DeleteResourcePolicy", "bedrock:PutResourcePolicy"),
];

/** What they make or use besides, of which the request does not say. */
const AGENTCORE: readonly BesideRow[] = (
  [
    ["CreateAgentRuntime", "CreateAgentRuntimeEndpoint PassCapacityProvider"],
    ["UpdateAgentRuntime", "PassCapacityProvider"],
    ["CreateGateway CreateGatewayTarget UpdateGatewayTarget", "SynchronizeGatewayTargets"],
    ["CreateHarness", "CreateAgentRuntime CreateMemory GetMemory"],
    ["UpdateHarness", "CreateAgentRuntime UpdateAgentRuntime UpdateMemory GetMemory"],
    ["DeleteHarness", "DeleteAgentRuntime"],
    ["InvokeHarness", "InvokeAgentRuntime"],
    ["InvokeCodeInterpreter", "StartCodeInterpreterSession"],
  ] as const
).map(([names, actions]) => ({
  ...row(
    "bedrock-agentcore",
    names,
    actions.replace(/^| /g, (gap) => `${gap}bedrock-agentcore:`),
  ),
  ofAnother: true,
}));

/** Actions from before those of each billing service, which its table still has. */
const BUDGETS: readonly BesideRow[] = [
  row(
    "budgets",
    "CreateBudget CreateBudgetAction CreateNotification CreateSubscriber DeleteBudget DeleteBudgetAction DeleteNotification DeleteSubscriber ExecuteBudgetAction TagResource UntagResource UpdateBudget UpdateBudgetAction UpdateNotification UpdateSubscriber",
    "aws-portal:ModifyBilling",
  ),
  row(
    "budgets",
    "DescribeBudget DescribeBudgetAction DescribeBudgetActionHistories DescribeBudgetActionsForAccount DescribeBudgetActionsForBudget DescribeBudgetNotificationsForAccount DescribeBudgetPerformanceHistory DescribeBudgets DescribeNotificationsForBudget DescribeSubscribersForNotification ListTagsForResource",
    "aws-portal:ViewBilling",
  ),
];

export const BESIDE_ROWS_A_B: readonly BesideRow[] = [
  ...API_GATEWAY,
  given("appflow", "CreateFlow UpdateFlow", "appflow:UseConnectorProfile", CONNECTOR),
  row("apprunner", "DeleteService", "apprunner:DisassociateCustomDomain"),
  row("appsync", "AssociateMergedGraphqlApi", "appsync:AssociateSourceGraphqlApi"),
  row("appsync", "AssociateSourceGraphqlApi", "appsync:AssociateMergedGraphqlApi"),
  given("athena", "StartSession", "athena:ListTagsForResource", "copyWorkGroupTags", TRUE),
  // a group with a launch template needs leave to run instances [S EC2 Auto Scaling user guide]
  given(
    "autoscaling",
    "CreateAutoScalingGroup UpdateAutoScalingGroup",
    "ec2:RunInstances ec2:CreateTags",
    "launchTemplate mixedInstancesPolicy",
  ),
  // [S AWS Backup developer guide]
  row("backup", "CreateBackupVault", "backup-storage:MountCapsule"),
  given("batch", "CreateComputeEnvironment", "batch:SetCapacityTags", "computeResources.tags"),
  ...BEDROCK,
  ...AGENTCORE,
  given("bedrock-agentcore", "InvokeAgentRuntime", "bedrock-agentcore:InvokeAgentRuntimeForUser", "runtimeUserId"),
  ...BUDGETS,
];
