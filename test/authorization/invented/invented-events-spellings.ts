/**
 * Invented calls whose resource goes by another name than the request's, lies in another account or region, or is one that only
 * AWS's own denials tell (see invented-event.ts). Sources: developer guides of the services, messages of public denials. Derives nothing.
 */
import {
  ACCOUNT,
  AT_LEAST,
  asks,
  called,
  here,
  type InventedEvent,
  invented,
  NOTHING_ELSE,
  REGION,
} from "./invented-event.ts";

const MACHINE = here("states", "stateMachine:milling");
const MILL_LOGS = [here("logs", "log-group:/mill"), `~${here("logs", "log-group:/mill:*")}`];
const MODEL = "maker.grinder-v1:0";
const ELSEWHERE = { "aws:requestedregion": "?" };
const TABLE = here("dynamodb", "table/oats");
const ROOT = { type: "Root", principalId: ACCOUNT, arn: `arn:aws:iam::${ACCOUNT}:root`, accountId: ACCOUNT };
const WALL = here("wafv2", "regional/webacl/sea-wall/0a1b2c3d-0000-4000-8000-000000000007");

export const INVENTED_EVENTS_SPELLINGS: readonly InventedEvent[] = [
  invented(
    "StartExecution by an alias",
    called("states StartExecution", { stateMachineArn: `${MACHINE}:PROD` }),
    [asks("states:StartExecution", MACHINE, { "states:statemachinequalifier": "PROD" })],
    NOTHING_ELSE,
  ),
  invented(
    "DescribeStateMachine without a qualifier",
    called("states DescribeStateMachine", { stateMachineArn: MACHINE }),
    [asks("states:DescribeStateMachine", MACHINE, { "states:statemachinequalifier": null })],
    NOTHING_ELSE,
  ),
  invented(
    "StartSession by a document of AWS's",
    called("ssm StartSession", { target: "i-0a00000000000000a", documentName: "AWS-StartPortForwardingSession" }),
    [
      asks("ssm:StartSession", here("ec2", "instance/i-0a00000000000000a")),
      asks("ssm:StartSession", "~arn:aws:ssm:eu-west-1:*:document/AWS-StartPortForwardingSession"),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "StartSession without a document",
    called("ssm StartSession", { target: "i-0a00000000000000a" }),
    [asks("ssm:StartSession", here("ec2", "instance/i-0a00000000000000a"))],
    { possible: [asks("ssm:StartSession", here("ssm", "document/SSM-SessionManagerRunShell"))] },
  ),
  invented(
    "StartAutomationExecution of a document of AWS's",
    called("ssm StartAutomationExecution", { documentName: "AWS-StopEC2Instance" }),
    [
      asks("ssm:StartAutomationExecution", "~arn:aws:ssm:eu-west-1:*:automation-definition/AWS-StopEC2Instance:*"),
      asks("ssm:StartAutomationExecution", "~arn:aws:ssm:eu-west-1:*:document/AWS-StopEC2Instance"),
    ],
    AT_LEAST,
  ),
  invented(
    "GetParameter of a public parameter",
    called("ssm GetParameter", { name: "/aws/service/ami-oats-linux-latest/oats-x86_64" }),
    [asks("ssm:GetParameter", "~arn:aws:ssm:eu-west-1:*:parameter/aws/service/ami-oats-linux-latest/oats-x86_64")],
    NOTHING_ELSE,
  ),
  invented(
    "Publish of a text message",
    called("sns Publish", { phoneNumber: "HIDDEN_DUE_TO_SECURITY_REASONS", message: "HIDDEN_DUE_TO_SECURITY_REASONS" }),
    [asks("sns:Publish", "?")],
    NOTHING_ELSE,
  ),
  invented(
    "StartQuery of a log group by its ARN",
    called("logs StartQuery", { logGroupIdentifiers: [here("logs", "log-group:/mill")], queryString: "fields" }),
    [asks("logs:StartQuery", MILL_LOGS)],
    { possible: [asks("logs:FilterLogEvents", MILL_LOGS)] },
  ),
  invented(
    "ReplicateKey, which is also asked in the region of the replica",
    called("kms ReplicateKey", {
      keyId: "mrk-0a00000000000000000000000000000a",
      replicaRegion: "eu-north-1",
      tags: [{ tagKey: "a", tagValue: "b" }],
    }),
    [
      asks("kms:ReplicateKey", here("kms", "key/mrk-0a00000000000000000000000000000a"), {
        "aws:requestedregion": REGION,
      }),
      asks("kms:TagResource", "?", { ...ELSEWHERE, "aws:requesttag/a": "b" }),
    ],
    { possible: [asks("kms:CreateKey", "?", ELSEWHERE), asks("kms:PutKeyPolicy", "?", ELSEWHERE)] },
  ),
  invented(
    "CreateDBInstance with capitals in its name",
    called("rds CreateDBInstance", { dBInstanceIdentifier: "MillDB", engine: "postgres" }),
    [asks("rds:CreateDBInstance", [here("rds", "db:MillDB"), here("rds", "db:milldb")])],
    AT_LEAST,
  ),
  invented(
    "Query of an index whose table alone is logged",
    called(
      "dynamodb Query",
      { tableName: "oats", indexName: "by-day" },
      { resources: [{ accountId: ACCOUNT, type: "AWS::DynamoDB::Table", ARN: TABLE }] },
    ),
    [asks("dynamodb:Query", `${TABLE}/index/by-day`)],
    { possible: [asks("dynamodb:Query", TABLE)] },
  ),
  invented(
    "InvokeModel through a profile of every region",
    called("bedrock InvokeModel", { modelId: `global.${MODEL}` }),
    [
      asks("bedrock:InvokeModel", here("bedrock", `inference-profile/global.${MODEL}`), {
        "aws:requestedregion": "eu-west-1",
      }),
      asks("bedrock:InvokeModel", `arn:aws:bedrock:eu-west-1::foundation-model/${MODEL}`, {
        "aws:requestedregion": "eu-west-1",
        "bedrock:inferenceprofilearn": here("bedrock", `inference-profile/global.${MODEL}`),
      }),
      asks("bedrock:InvokeModel", `arn:aws:bedrock:::foundation-model/${MODEL}`, {
        "aws:requestedregion": "unspecified",
      }),
    ],
    // what the model may use the record does not tell
    { possible: [asks("bedrock:InvokeTool", "?")] },
  ),
  invented(
    "Converse through a profile of one part of the world",
    called("bedrock Converse", { modelId: `eu.${MODEL}` }),
    [
      asks("bedrock:InvokeModel", here("bedrock", `inference-profile/eu.${MODEL}`)),
      asks("bedrock:InvokeModel", `~arn:aws:bedrock:*::foundation-model/${MODEL}`, { "aws:requestedregion": "?" }),
    ],
    { possible: [asks("bedrock:InvokeTool", "?")] },
  ),
  invented(
    "InvokeModel with an API key",
    called("bedrock InvokeModel", { modelId: MODEL }, { extra: { callWithBearerToken: true } }),
    [
      asks("bedrock:InvokeModel", `arn:aws:bedrock:${REGION}::foundation-model/${MODEL}`),
      asks("bedrock:CallWithBearerToken", "*", { "bedrock:bearertokentype": "?" }),
    ],
    { possible: [asks("bedrock:InvokeTool", "?")] },
  ),
  invented(
    "RunInstances on the Spot market, with a tag for the request",
    called("ec2 RunInstances", {
      instancesSet: { items: [{ imageId: "ami-0a00000000000000a" }] },
      instanceMarketOptions: { marketType: "spot" },
      tagSpecificationSet: { items: [{ resourceType: "spot-instances-request", tags: [{ key: "a", value: "b" }] }] },
    }),
    [
      asks("ec2:RunInstances", here("ec2", "spot-instances-request/*")),
      asks("ec2:CreateTags", here("ec2", "spot-instances-request/*"), { "ec2:createaction": "RunInstances" }),
    ],
    AT_LEAST,
  ),
  invented(
    "RunInstances on the Spot market, without tags",
    called("ec2 RunInstances", {
      instancesSet: { items: [{ imageId: "ami-0a00000000000000a" }] },
      instanceMarketOptions: { marketType: "spot" },
    }),
    [asks("ec2:RunInstances", here("ec2", "instance/*"))],
    { atLeast: true, possible: [asks("ec2:RunInstances", `~${here("ec2", "spot-instances-request/*")}`)] },
  ),
  invented(
    "CreateSnapshots of an instance, under the call's own name",
    called("ec2 CreateSnapshots", {
      CreateSnapshotsRequest: { InstanceSpecification: { InstanceId: "i-0a00000000000000a" } },
    }),
    [
      asks("ec2:CreateSnapshots", here("ec2", "instance/i-0a00000000000000a"), { "aws:resourcetag/env": "?" }),
      asks("ec2:CreateSnapshots", "arn:aws:ec2:eu-west-1::snapshot/*"),
    ],
    AT_LEAST,
  ),
  invented(
    "CreateLoadBalancer of the network kind, with a tag",
    called("elasticloadbalancing CreateLoadBalancer", {
      name: "quay",
      type: "network",
      tags: [{ key: "a", value: "b" }],
    }),
    [
      asks("elasticloadbalancing:CreateLoadBalancer", `~${here("elasticloadbalancing", "loadbalancer/net/quay/*")}`),
      asks("elasticloadbalancing:AddTags", `~${here("elasticloadbalancing", "loadbalancer/net/quay/*")}`, {
        "elasticloadbalancing:createaction": "CreateLoadBalancer",
      }),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "ExecuteChangeSet by the change set's ARN",
    called("cloudformation ExecuteChangeSet", { changeSetName: here("cloudformation", "changeSet/mill/0a0b0c0d") }),
    [asks("cloudformation:ExecuteChangeSet", here("cloudformation", "changeSet/mill/0a0b0c0d"))],
    { possible: [asks("cloudformation:ExecuteChangeSet", `~${here("cloudformation", "stack/*/*")}`)] },
  ),
  invented(
    "UpdateWebACL refers to nothing of its own name",
    called("wafv2 UpdateWebACL", {
      name: "sea-wall",
      id: "0a1b2c3d-0000-4000-8000-000000000007",
      scope: "REGIONAL",
      rules: [],
    }),
    [asks("wafv2:UpdateWebACL", WALL)],
    NOTHING_ELSE,
  ),
  invented(
    "EnableRegion of the caller's own account",
    called("account EnableRegion", { RegionName: "eu-south-1" }),
    [asks("account:EnableRegion", `arn:aws:account::${ACCOUNT}:account`)],
    NOTHING_ELSE,
  ),
  invented(
    "UpdateBudget",
    called("budgets UpdateBudget", { accountId: ACCOUNT, newBudget: { budgetName: "flour" } }),
    [asks("budgets:ModifyBudget", `arn:aws:budgets::${ACCOUNT}:budget/flour`)],
    AT_LEAST,
  ),
  invented(
    "PutScalingPolicy of a group",
    called("autoscaling PutScalingPolicy", { autoScalingGroupName: "mill-fleet", policyName: "up" }),
    [
      asks(
        "autoscaling:PutScalingPolicy",
        `~${here("autoscaling", "autoScalingGroup:*:autoScalingGroupName/mill-fleet")}`,
      ),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "CopyObject into a directory bucket",
    called("s3express CopyObject", {
      bucketName: "oats--euw1-az1--x-s3",
      key: "june.csv",
      "x-amz-copy-source": "ledger/june.csv",
    }),
    [asks("s3:GetObject", "arn:aws:s3:::ledger/june.csv")],
    { possible: [asks("s3express:CreateSession", here("s3express", "bucket/oats--euw1-az1--x-s3"))] },
  ),
  invented(
    "CreateAccessKey of a root user",
    called("iam CreateAccessKey", null, { caller: ROOT, response: { accessKey: { accessKeyId: "AKIA" } } }),
    [asks("iam:CreateAccessKey", [`arn:aws:iam::${ACCOUNT}:root`, `~arn:aws:iam::${ACCOUNT}:user/*`])],
    NOTHING_ELSE,
  ),
  invented(
    "DeleteUser of the identity store by a delegated administrator",
    called("identitystore DeleteUser", {
      identityStoreId: "d-0a00000000",
      userId: "0a0b0c0d-0000-4000-8000-00000000000a",
    }),
    [
      asks("identitystore:DeleteUser", "~arn:aws:identitystore::*:identitystore/d-0a00000000"),
      asks("identitystore:DeleteUser", "arn:aws:identitystore:::user/0a0b0c0d-0000-4000-8000-00000000000a"),
    ],
    AT_LEAST,
  ),
  ...toldByDenials(),
];

/** Actions without resource types for which messages of denials name a resource. */
function toldByDenials(): readonly InventedEvent[] {
  const rows: readonly (readonly [call: string, action: string, parameters: unknown, resource: string])[] = [
    ["states ListStateMachines", "states:ListStateMachines", null, here("states", "stateMachine:*")],
    ["es ListDomainNames", "es:ListDomainNames", null, here("es", "domain/*")],
    ["glue CreateCrawler", "glue:CreateCrawler", { name: "rye" }, here("glue", "crawler/rye")],
    ["cognito-idp CreateUserPool", "cognito-idp:CreateUserPool", { poolName: "p" }, here("cognito-idp", "userpool/*")],
    [
      "sns CreatePlatformEndpoint",
      "sns:CreatePlatformEndpoint",
      { platformApplicationArn: here("sns", "app/GCM/mill") },
      here("sns", "app/GCM/mill"),
    ],
    ["eks RegisterCluster", "eks:RegisterCluster", { name: "quay" }, here("eks", "cluster/quay")],
  ];
  return rows.map(([call, action, parameters, resource]) =>
    invented(`${call}, told by denials`, called(call, parameters), [asks(action, ["*", resource])], AT_LEAST),
  );
}
