/**
 * Operations of the services from i to l (by IAM prefix) for which AWS asks for further actions, which leave no event of their
 * own (beside-rows.ts). Which actions: [C SAR, operations], checked for iam, identitystore, imagebuilder, inspector2, iot and
 * its kin, kafka, kafkaconnect, kendra, kinesis, kinesisanalytics, kms, lakeformation, lambda, lex, license-manager, logs,
 * lookoutequipment; or from semantics 5.4, unless marked. That table does not tell when AWS asks, the parameters do: [C API
 * models and references of the services].
 */
import { always, type BesideRow, given, row } from "./beside-row.ts";

const TRUE = /^true$/i;

/** Actions under the name that the directory of Identity Center had before. */
const IDENTITY_STORE: readonly BesideRow[] = (
  [
    ["CreateGroup", "CreateGroup"],
    ["CreateGroupMembership", "AddMemberToGroup"],
    ["CreateUser", "CreateUser"],
    ["DeleteGroup", "DeleteGroup"],
    ["DeleteGroupMembership", "RemoveMemberFromGroup"],
    ["DeleteUser", "DeleteUser"],
    ["DescribeGroup", "DescribeGroup DescribeGroups"],
    [
      "DescribeGroupMembership GetGroupMembershipId ListGroupMembershipsForMember",
      "ListGroupsForMember ListGroupsForUser",
    ],
    ["DescribeUser", "DescribeUser DescribeUsers"],
    ["GetGroupId", "GetGroupId"],
    ["GetUserId", "GetUserId"],
    ["IsMemberInGroups", "IsMemberInGroup IsMemberInGroups"],
    ["ListGroupMemberships", "ListMembersInGroup"],
    ["ListGroups", "ListGroups SearchGroups"],
    ["ListUsers", "ListUsers SearchUsers"],
    ["UpdateGroup", "UpdateGroup UpdateGroupDisplayName"],
    ["UpdateUser", "UpdateUser UpdateUserName"],
  ] as const
).map(([names, older]) => row("identitystore", names, older.replace(/\w+/g, "sso-directory:$&")));

const IMAGE_PARTS: readonly BesideRow[] = (
  [
    ["imagebuilder:GetContainerRecipe", "containerRecipeArn", "CreateImage CreateImagePipeline UpdateImagePipeline"],
    ["imagebuilder:GetImageRecipe", "imageRecipeArn", "CreateImage CreateImagePipeline UpdateImagePipeline"],
    [
      "imagebuilder:GetDistributionConfiguration",
      "distributionConfigurationArn",
      "CreateImage CreateImagePipeline DistributeImage UpdateImagePipeline",
    ],
    [
      "imagebuilder:GetInfrastructureConfiguration",
      "infrastructureConfigurationArn",
      "CreateImage CreateImagePipeline ImportDiskImage UpdateImagePipeline",
    ],
    ["imagebuilder:GetWorkflow", "workflows.workflowArn", "CreateImage CreateImagePipeline UpdateImagePipeline"],
    ["imagebuilder:GetComponent", "components.componentArn", "CreateContainerRecipe CreateImageRecipe"],
  ] as const
).map(([action, path, names]) => given("imagebuilder", names, action, path));

const IMAGE_BUILDER: readonly BesideRow[] = [
  ...IMAGE_PARTS,
  // an image of Image Builder, not an AMI nor one of a registry
  given("imagebuilder", "CreateContainerRecipe CreateImageRecipe", "imagebuilder:GetImage", "parentImage", /^arn:/),
  given("imagebuilder", "DistributeImage", "imagebuilder:GetImage", "sourceImage", /^arn:/),
];

/** Topics by the service's own API: its clusters' actions, of topics, which have names of their own. */
const TOPICS: readonly BesideRow[] = (
  [
    ["CreateTopic", "kafka-cluster:CreateTopic"],
    ["DeleteTopic", "kafka-cluster:DeleteTopic kafka-cluster:DescribeTopic"],
    [
      "UpdateTopic",
      "kafka-cluster:AlterTopic kafka-cluster:AlterTopicDynamicConfiguration kafka-cluster:DescribeTopic",
    ],
    [
      "DescribeTopic DescribeTopicPartitions",
      "kafka-cluster:DescribeTopic kafka-cluster:DescribeTopicDynamicConfiguration",
    ],
    ["ListTopics", "kafka-cluster:DescribeTopic"],
  ] as const
).map(([names, actions]) => ({ ...row("kafka", names, `kafka-cluster:Connect ${actions}`), ofAnother: true }));

const KMS: readonly BesideRow[] = [
  // without a policy AWS sets the default one, and the permission is asked for all the same or not: [U]
  row("kms", "CreateKey", "kms:PutKeyPolicy"),
  // the replica is made in its own region [C KMS API reference]
  { ...row("kms", "ReplicateKey", "kms:CreateKey kms:PutKeyPolicy"), inOtherRegion: true },
  { ...always("kms", "ReplicateKey", "kms:TagResource", "tags"), inOtherRegion: true },
];

const CONNECTORS = "egressNetworkConnectors ingressNetworkConnectors";

const LAMBDA: readonly BesideRow[] = [
  given("lambda", "CreateFunction UpdateFunctionConfiguration", "lambda:GetLayerVersion", "layers"),
  {
    ...given(
      "lambda",
      "CreateFunction UpdateFunctionConfiguration",
      "lambda:PassCapacityProvider",
      "capacityProviderConfig",
    ),
    ofAnother: true,
  },
  {
    ...given("lambda", "CreateMicrovmImage RunMicrovm UpdateMicrovmImage", "lambda:PassNetworkConnector", CONNECTORS),
    ofAnother: true,
  },
  row("lambda", "PutResourcePolicy", "lambda:AddPermission lambda:RemovePermission"),
  row("lambda", "DeleteResourcePolicy", "lambda:RemovePermission"),
  row("lambda", "GetResourcePolicy", "lambda:GetPolicy"),
];

const LEX_PARTS = ["Intent", "Slot", "SlotType"];

function lexActions(verb: string, things: readonly string[]): string {
  return things.map((thing) => `lex:${verb}${thing}`).join(" ");
}

const LEX: readonly BesideRow[] = [
  row("lex", "CreateBot UpdateBot DescribeBot", "lex:DescribeBotAlias lex:DescribeBotVersion"),
  row("lex", "DescribeBotVersion", "lex:DescribeBotAlias"),
  row("lex", "CreateResourcePolicyStatement", "lex:CreateResourcePolicy lex:UpdateResourcePolicy"),
  row("lex", "DeleteResourcePolicyStatement", "lex:DeleteResourcePolicy lex:UpdateResourcePolicy"),
  row(
    "lex",
    "DeleteBot",
    lexActions("Delete", ["BotAlias", "BotChannel", "BotLocale", "BotVersion", "CustomVocabulary", "ResourcePolicy"]),
  ),
  row("lex", "DeleteBotAlias", "lex:DeleteResourcePolicy"),
  row("lex", "DeleteBotLocale", "lex:DeleteCustomVocabulary"),
  row("lex", "DeleteBot DeleteBotLocale StartBotRecommendation StartImport", lexActions("Delete", LEX_PARTS)),
  row("lex", "StartBotRecommendation StartImport", lexActions("Create", LEX_PARTS)),
  row("lex", "StartImport", lexActions("Create", ["Bot", "BotLocale", "CustomVocabulary", "TestSet"])),
  row("lex", "StartImport", lexActions("Delete", ["BotLocale", "CustomVocabulary"])),
  row("lex", "StartImport", lexActions("Update", ["Bot", "BotLocale", "CustomVocabulary", "TestSet", ...LEX_PARTS])),
  row(
    "lex",
    "DescribeExport",
    lexActions("Describe", ["Bot", "BotLocale", "CustomVocabulary", "TestSet", ...LEX_PARTS]),
  ),
  row("lex", "DescribeExport", lexActions("List", ["BotLocales", "Intents", "Slots", "SlotTypes"])),
  row("lex", "ListTestExecutionResultItems", "lex:ListTestSetRecords"),
];

/** A policy of the account by its kind [C CloudWatch Logs API reference]. */
const ACCOUNT_POLICIES: readonly BesideRow[] = (
  [
    ["DataProtectionPolicy", /^DATA_PROTECTION_POLICY$/],
    ["IndexPolicy", /^FIELD_INDEX_POLICY$/],
    ["SubscriptionFilter", /^SUBSCRIPTION_FILTER_POLICY$/],
    ["Transformer", /^TRANSFORMER_POLICY$/],
  ] as const
).flatMap(([thing, kind]) => [
  always("logs", "PutAccountPolicy", `logs:Put${thing}`, "policyType", kind),
  given("logs", "DeleteAccountPolicy", `logs:Delete${thing}`, "policyType", kind),
]);

/** Services that are asked whether their resource may send logs [C CloudWatch Logs user guide, service-specific permissions]. */
const LOG_SOURCES: readonly BesideRow[] =
  "aidevops bedrock bedrock-agentcore cloudfront codewhisperer ecs elasticloadbalancing events identity-sync pcs qbusiness quicksight route53globalresolver s3 securityhub ses wisdom workmail"
    .split(" ")
    .map((prefix) =>
      given(
        "logs",
        "PutDeliverySource",
        `${prefix}:AllowVendedLogDeliveryForResource`,
        "resourceArn",
        new RegExp(`^arn:[^:]*:${prefix}:`),
      ),
    );

const LOGS: readonly BesideRow[] = [
  ...ACCOUNT_POLICIES,
  given("logs", "PutAccountPolicy", "logs:PutRetentionPolicy", "policyType", /RETENTION/),
  given("logs", "DeleteAccountPolicy", "logs:DeleteRetentionPolicy", "policyType", /RETENTION/),
  // [C CloudWatch Logs API reference]
  always("logs", "FilterLogEvents GetLogEvents GetLogRecord", "logs:Unmask", "unmask", TRUE),
  given("logs", "StartQuery", "logs:Unmask", "queryString", /unmask/i),
  row("logs", "GetQueryResults", "logs:Unmask"),
  row(
    "logs",
    "DescribeQueries GetLogGroupFields GetLogRecord GetQueryResults StartQuery StopQuery",
    "logs:FilterLogEvents",
  ),
  // groups by SOURCE, saved queries by `$`
  given("logs", "StartQuery", "logs:DescribeLogGroups", "queryString", /\bsource\b/i),
  given("logs", "StartQuery", "logs:DescribeQueryDefinitions", "queryString", /\$/),
  row("logs", "ListLogGroups", "logs:DescribeLogGroups"),
  row("logs", "CreateLookupTable UpdateLookupTable", "logs:GetQueryResults"),
  ...LOG_SOURCES,
];

export const BESIDE_ROWS_I_L: readonly BesideRow[] = [
  row("iam", "CreateServiceLinkedRole", "iam:PutRolePolicy"),
  ...IDENTITY_STORE,
  ...IMAGE_BUILDER,
  row("kafka", "CreateReplicator", "kafka:DescribeClusterV2 kafka:GetBootstrapBrokers"),
  ...TOPICS,
  row("kafkaconnect", "DescribeConnectorOperation", "kafkaconnect:DescribeConnector"),
  row("kinesis", "CreateChannel", "kinesis:AssociateStreamsWithChannel"),
  ...KMS,
  ...LAMBDA,
  ...LEX,
  ...LOGS,
];
