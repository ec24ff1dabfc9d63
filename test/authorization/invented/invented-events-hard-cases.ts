/**
 * Invented calls where the easy reading goes wrong: names as lists, ARNs of others, roles by name, what only the response or
 * nothing tells (see invented-event.ts). Sources: semantics 5.4 and 6.2, the service authorization reference. Derives nothing.
 */
import {
  ACCOUNT,
  AT_LEAST,
  asks,
  called,
  here,
  type InventedEvent,
  invented,
  LAKE_ACCOUNT,
  NOTHING_ELSE,
  REGION,
} from "./invented-event.ts";

const GRINDER = `arn:aws:iam::${ACCOUNT}:role/mills/grinder`;
const NAMED_GRINDER = `~arn:aws:iam::${ACCOUNT}:role/*grinder`;
const SECRET = here("secretsmanager", "secret:mill/db-Ab12Cd");
const DATA = { managementEvent: false, eventCategory: "Data" };
const QUERY = "0a1b2c3d-0000-4000-8000-00000000000a";
const LISTENER = here("elasticloadbalancing", "listener/app/harbour-front/0a0b0c0d0e0f0001/0a0b0c0d0e0f0003");

export const INVENTED_EVENTS_HARD_CASES: readonly InventedEvent[] = [
  invented(
    "BatchGetSecretValue reads each secret of its list",
    called("secretsmanager BatchGetSecretValue", { secretIdList: [SECRET, "rye/db"] }),
    [asks("secretsmanager:BatchGetSecretValue", "*")],
    { atLeast: true, possible: [asks("secretsmanager:GetSecretValue", SECRET)] },
  ),
  invented(
    "SendCommand to whatever has a tag",
    called("ssm SendCommand", { documentName: "mill-restart", targets: [{ key: "tag:mill", values: ["north"] }] }),
    [asks("ssm:SendCommand", here("ssm", "document/mill-restart"))],
    AT_LEAST,
  ),
  invented("DeleteParameters", called("ssm DeleteParameters", { names: ["/mill/db", "gate"] }), [
    asks("ssm:DeleteParameters", here("ssm", "parameter/mill/db")),
    asks("ssm:DeleteParameters", here("ssm", "parameter/gate")),
  ]),
  invented(
    "Encrypt by an alias that led nowhere",
    called("kms Encrypt", { keyId: "alias/lost" }, { error: "NotFoundException" }),
    [asks("kms:Encrypt", `~${here("kms", "key/*")}`, { "kms:requestalias": "alias/lost" })],
    AT_LEAST,
  ),
  invented(
    "Query of an index of another account's table",
    called(
      "dynamodb Query",
      { tableName: `arn:aws:dynamodb:${REGION}:${LAKE_ACCOUNT}:table/rye`, indexName: "by-mill" },
      { members: DATA },
    ),
    [
      asks("dynamodb:Query", `arn:aws:dynamodb:${REGION}:${LAKE_ACCOUNT}:table/rye/index/by-mill`, {
        "aws:resourceaccount": LAKE_ACCOUNT,
      }),
    ],
    AT_LEAST,
  ),
  invented(
    "DescribeStream",
    called("dynamodb DescribeStream", { streamArn: here("dynamodb", "table/oats/stream/2026-10-01T00:00:00.000") }),
    [asks("dynamodb:DescribeStream", here("dynamodb", "table/oats/stream/2026-10-01T00:00:00.000"))],
    NOTHING_ELSE,
  ),
  invented(
    "PutEvents onto two buses",
    called("events PutEvents", { entries: [{ eventBusName: "harbour", source: "mill" }, { source: "mill" }] }),
    [
      asks("events:PutEvents", here("events", "event-bus/harbour")),
      asks("events:PutEvents", here("events", "event-bus/default")),
    ],
    AT_LEAST,
  ),
  invented(
    "SendMessage by an old queue address",
    called(
      "sqs SendMessage",
      { queueUrl: `https://${REGION}.queue.amazonaws.com/${ACCOUNT}/intake` },
      { members: DATA },
    ),
    [asks("sqs:SendMessage", here("sqs", "intake"))],
    NOTHING_ELSE,
  ),
  invented(
    "CopyObject from an access point",
    called(
      "s3 CopyObject",
      {
        bucketName: "harbour-manifests",
        key: "oats.csv",
        "x-amz-copy-source": `arn:aws:s3:${REGION}:${LAKE_ACCOUNT}:accesspoint/gate/object/2026/oats.csv`,
      },
      { members: DATA },
    ),
    [
      asks("s3:PutObject", "arn:aws:s3:::harbour-manifests/oats.csv"),
      asks("s3:GetObject", `arn:aws:s3:${REGION}:${LAKE_ACCOUNT}:accesspoint/gate/object/2026/oats.csv`),
    ],
    AT_LEAST,
  ),
  invented(
    "RunInstances with an interface that exists and one that does not",
    called("ec2 RunInstances", {
      instancesSet: { items: [{ imageId: "ami-0d00000000000000d", minCount: 1, maxCount: 1 }] },
      networkInterfaceSet: {
        items: [
          { deviceIndex: 0, networkInterfaceId: "eni-0600000000000006" },
          {
            deviceIndex: 1,
            subnetId: "subnet-0f00000000000000f",
            groupSet: { items: [{ groupId: "sg-0000000000000001" }] },
          },
        ],
      },
    }),
    [
      asks("ec2:RunInstances", here("ec2", "network-interface/eni-0600000000000006")),
      asks("ec2:RunInstances", here("ec2", "network-interface/*")),
      asks("ec2:RunInstances", here("ec2", "subnet/subnet-0f00000000000000f")),
      asks("ec2:RunInstances", here("ec2", "security-group/sg-0000000000000001")),
    ],
    AT_LEAST,
  ),
  invented(
    "ReplaceIamInstanceProfileAssociation names no instance",
    called("ec2 ReplaceIamInstanceProfileAssociation", {
      ReplaceIamInstanceProfileAssociationRequest: {
        AssociationId: "iip-assoc-0500000000000005",
        IamInstanceProfile: { Name: "millwright" },
      },
    }),
    [
      asks("ec2:ReplaceIamInstanceProfileAssociation", `~${here("ec2", "instance/*")}`),
      asks("iam:PassRole", `~arn:aws:iam::${ACCOUNT}:role/*`, { "iam:passedtoservice": "ec2.amazonaws.com" }),
    ],
    AT_LEAST,
  ),
  invented(
    "CreateSnapshot with tags",
    called("ec2 CreateSnapshot", {
      volumeId: "vol-0c00000000000000c",
      tagSpecificationSet: { items: [{ resourceType: "snapshot", tags: [{ key: "mill", value: "north" }] }] },
    }),
    [
      asks("ec2:CreateSnapshot", `arn:aws:ec2:${REGION}::snapshot/*`, { "aws:requesttag/mill": "north" }),
      asks("ec2:CreateSnapshot", here("ec2", "volume/vol-0c00000000000000c")),
      asks("ec2:CreateTags", `arn:aws:ec2:${REGION}::snapshot/*`, { "ec2:createaction": "CreateSnapshot" }),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "ModifyListener",
    called("elasticloadbalancing ModifyListener", { listenerArn: LISTENER, port: 8443 }),
    [asks("elasticloadbalancing:ModifyListener", LISTENER)],
    AT_LEAST,
  ),
  invented(
    "AttachPolicy to a unit",
    called(
      "organizations AttachPolicy",
      { policyId: "p-oatsguard1", targetId: "ou-tw4f-product01" },
      { region: "us-east-1" },
    ),
    [asks("organizations:AttachPolicy", "~arn:aws:organizations::*:ou/o-*/ou-tw4f-product01")],
    AT_LEAST,
  ),
  invented(
    "StartQuery over two log groups",
    called("logs StartQuery", { logGroupNames: ["tides", "winds"], startTime: 1, endTime: 2 }),
    [
      asks("logs:StartQuery", [here("logs", "log-group:tides"), `~${here("logs", "log-group:tides:*")}`]),
      asks("logs:StartQuery", [here("logs", "log-group:winds"), `~${here("logs", "log-group:winds:*")}`]),
    ],
    AT_LEAST,
  ),
  invented(
    "SendTaskSuccess",
    called("states SendTaskSuccess", { taskToken: "HIDDEN_DUE_TO_SECURITY_REASONS" }),
    [asks("states:SendTaskSuccess", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "DescribeStreamSummary of another account's stream",
    called("kinesis DescribeStreamSummary", { streamARN: `arn:aws:kinesis:${REGION}:${LAKE_ACCOUNT}:stream/tides` }),
    [asks("kinesis:DescribeStreamSummary", `arn:aws:kinesis:${REGION}:${LAKE_ACCOUNT}:stream/tides`)],
    NOTHING_ELSE,
  ),
  invented(
    "GetTable of another account's catalog",
    called("glue GetTable", { catalogId: LAKE_ACCOUNT, databaseName: "mills", name: "rye" }),
    [
      asks("glue:GetTable", `arn:aws:glue:${REGION}:${LAKE_ACCOUNT}:catalog`),
      asks("glue:GetTable", `arn:aws:glue:${REGION}:${LAKE_ACCOUNT}:database/mills`),
      asks("glue:GetTable", `arn:aws:glue:${REGION}:${LAKE_ACCOUNT}:table/mills/rye`),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "GetQueryExecution does not name its workgroup",
    called("athena GetQueryExecution", { queryExecutionId: QUERY }),
    [asks("athena:GetQueryExecution", ["*", `~${here("athena", "workgroup/*")}`])],
    NOTHING_ELSE,
  ),
  invented(
    "PutRestApi",
    called("apigateway PutRestApi", { restApiId: "ab12cd34ef", mode: "overwrite" }),
    [asks("apigateway:PUT", `arn:aws:apigateway:${REGION}::/restapis/ab12cd34ef`)],
    AT_LEAST,
  ),
  invented(
    "CreatePipeline passes its role",
    called("codepipeline CreatePipeline", { pipeline: { name: "mill", roleArn: GRINDER, version: 1 } }),
    [
      asks("codepipeline:CreatePipeline", here("codepipeline", "mill")),
      asks("iam:PassRole", GRINDER, { "iam:passedtoservice": "codepipeline.amazonaws.com" }),
    ],
    AT_LEAST,
  ),
  invented(
    "SubmitJob of Batch",
    called("batch SubmitJob", { jobName: "sort", jobQueue: "night", jobDefinition: "sorter:3" }),
    [
      asks("batch:SubmitJob", here("batch", "job-queue/night")),
      asks("batch:SubmitJob", here("batch", "job-definition/sorter:3")),
    ],
    AT_LEAST,
  ),
  invented(
    "RunJobFlow names its roles",
    called("elasticmapreduce RunJobFlow", { name: "thresh", serviceRole: "grinder", jobFlowRole: "millwright" }),
    [
      asks("elasticmapreduce:RunJobFlow", "*"),
      asks("iam:PassRole", NAMED_GRINDER, { "iam:passedtoservice": "elasticmapreduce.amazonaws.com" }),
    ],
    AT_LEAST,
  ),
  invented(
    "AdminCreateUser",
    called("cognito-idp AdminCreateUser", {
      userPoolId: `${REGION}_Oats00001`,
      username: "HIDDEN_DUE_TO_SECURITY_REASONS",
    }),
    [asks("cognito-idp:AdminCreateUser", here("cognito-idp", `userpool/${REGION}_Oats00001`))],
    NOTHING_ELSE,
  ),
  invented("GetCostAndUsage", called("ce GetCostAndUsage", { granularity: "DAILY" }, { region: "us-east-1" }), [], {
    atLeast: true,
    possible: [asks("ce:GetCostAndUsage", "?")],
  }),
  invented(
    "CreateFunction20150331 in China",
    called(
      "lambda CreateFunction20150331",
      { functionName: "mill-gate", role: `arn:aws-cn:iam::${ACCOUNT}:role/grinder` },
      { region: "cn-northwest-1" },
    ),
    [
      asks("lambda:CreateFunction", `arn:aws-cn:lambda:cn-northwest-1:${ACCOUNT}:function:mill-gate`),
      asks("iam:PassRole", `arn:aws-cn:iam::${ACCOUNT}:role/grinder`),
    ],
    AT_LEAST,
  ),
  invented(
    "SendEmail from an address, whose identity is it or its domain",
    called("ses SendEmail", { fromEmailAddress: "gate@oats.example", destination: {} }, { members: DATA }),
    [asks("ses:SendEmail", `~${here("ses", "identity/*")}`, { "ses:fromaddress": "gate@oats.example" })],
    AT_LEAST,
  ),
  invented(
    "BatchDeleteTable of two",
    called("glue BatchDeleteTable", { databaseName: "mills", tablesToDelete: ["oats", "rye"] }),
    [
      asks("glue:BatchDeleteTable or glue:DeleteTable", here("glue", "table/mills/oats")),
      asks("glue:BatchDeleteTable or glue:DeleteTable", here("glue", "table/mills/rye")),
    ],
    AT_LEAST,
  ),
  invented(
    "RegisterScalableTarget: the ARN has an id of its own, and the role is ignored where the service has a linked one",
    called("application-autoscaling RegisterScalableTarget", {
      serviceNamespace: "dynamodb",
      resourceId: "table/oats",
      scalableDimension: "dynamodb:table:ReadCapacityUnits",
      roleARN: GRINDER,
    }),
    [
      asks(
        "application-autoscaling:RegisterScalableTarget",
        `~${here("application-autoscaling", "scalable-target/*")}`,
      ),
    ],
    { atLeast: true, possible: [asks("iam:PassRole", GRINDER)] },
  ),
];
