/**
 * Real records of Athena, Glue, Kafka, SQS, SNS and Performance Insights, each with what AWS decided for it, read by
 * hand (see expected-event.ts). Sources: semantics 5.4 and 6.2, the service authorization reference. Holds ids and
 * expectations only, never a record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_ANALYTICS: readonly ExpectedEvent[] = [
  {
    eventID: "15e3d3b5-6c3b-4c7c-bc0b-36a8dd95227b",
    operation: "athena.amazonaws.com CreateNamedQuery",
    certain: [
      { action: "athena:CreateNamedQuery", resource: "arn:aws:athena:us-west-2:123456789012:workgroup/primary" },
    ],
    possible: [],
    because: "without a work group it is the primary one",
  },
  {
    eventID: "4abec837-143b-4458-9c1f-fa9fb88ab69b",
    operation: "athena.amazonaws.com ImportNotebook",
    certain: [
      {
        action: "athena:ImportNotebook",
        resource: "arn:aws:athena:us-east-1:123456789012:workgroup/notebook-workgroup",
      },
    ],
    possible: [],
  },
  {
    eventID: "b58ce998-eb89-43e9-8d67-d3d8e30561c9",
    operation: "athena.amazonaws.com StartSession",
    certain: [
      { action: "athena:StartSession", resource: "arn:aws:athena:us-east-1:123456789012:workgroup/notebook-workgroup" },
    ],
    atLeast: true,
  },
  {
    eventID: "d22b230d-4cf7-4a02-a442-00055ff373",
    operation: "athena.amazonaws.com ListWorkGroups",
    certain: [{ action: "athena:ListWorkGroups", resource: "*" }],
    possible: [],
  },
  {
    eventID: "8780fc6b-7742-4a45-b757-c351a54c79b8",
    operation: "glue.amazonaws.com GetPartition",
    certain: [
      { action: "glue:GetPartition", resource: "arn:aws:glue:us-east-1:111222333444:catalog" },
      { action: "glue:GetPartition", resource: "arn:aws:glue:us-east-1:111222333444:database/panther_rule_errors" },
      {
        action: "glue:GetPartition",
        resource: "arn:aws:glue:us-east-1:111222333444:table/panther_rule_errors/gsuite_activityevent",
      },
    ],
    possible: [],
  },
  {
    eventID: "e73dd117-cfd1-47d1-9e2f-d1271cad838c",
    operation: "glue.amazonaws.com DeleteCrawler",
    certain: [{ action: "glue:DeleteCrawler", resource: "arn:aws:glue:us-east-1:123456789012:crawler/tes-alpha" }],
    possible: [],
  },
  {
    eventID: "e8b3baeb-c511-4597-880f-c16210c60a4a",
    operation: "glue.amazonaws.com CreateConnection",
    certain: [{ action: "glue:CreateConnection", resource: "arn:aws:glue:us-east-1:123456789012:catalog" }],
    atLeast: true,
  },
  {
    eventID: "8a7f1fcf-0123-abcd-9bdb-1ebf0663a75c",
    operation: "kafka.amazonaws.com DeleteCluster",
    certain: [
      {
        action: "kafka:DeleteCluster",
        resource: "arn:aws:kafka:us-east-1:012345678901:cluster/examplecluster/01234567-abcd-0123-abcd-abcd0123efa-2",
      },
    ],
    possible: [],
    because: "the ARN is logged percent-encoded",
  },
  {
    eventID: "60052aba-0123-4511-bcde-3e18dbd42aa4",
    operation: "kafka.amazonaws.com DescribeCluster",
    certain: [
      {
        action: "kafka:DescribeCluster",
        resource: "arn:aws:kafka:us-east-1:012345678901:cluster/examplecluster/01234567-abcd-0123-abcd-abcd0123efa-2",
      },
    ],
    possible: [],
    because: "the ARN is logged percent-encoded",
  },
  {
    eventID: "be1f93fd-4f14-4634-ab02-b5a79cb833d2",
    operation: "kafka-cluster.amazonaws.com CreateTopic",
    certain: [
      {
        action: "kafka-cluster:CreateTopic",
        resource:
          "arn:aws:kafka:us-east-1:111122223333:topic/IamAuthCluster/3ebafd8e-dae9-440d-85db-4ef52679674d-1/Topic9",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "08908de0-2431-4e2e-ba7b-f5424f908433",
    operation: "pi.amazonaws.com GetResourceMetrics",
    certain: [
      {
        action: "pi:GetResourceMetrics",
        resource: "arn:aws:pi:us-east-1:123456789012:metrics/rds/db-YTDU5J5V66X7CXSCVDFD2V3SZM",
      },
    ],
    possible: [],
    because: "the service type stands in lower case in the ARN",
  },
  {
    eventID: "0987g654-32f1-09e8-d765-c4f3fb2109fa",
    operation: "sqs.amazonaws.com AddPermission",
    certain: [{ action: "sqs:AddPermission", resource: "arn:aws:sqs:us-east-2:123456789012:MyQueue" }],
    possible: [],
  },
  {
    eventID: "73c1ec3b-8437-5d8e-953a-63641a4c564b",
    operation: "sqs.amazonaws.com CreateQueue",
    certain: [{ action: "sqs:CreateQueue", resource: "arn:aws:sqs:us-east-2:123456789012:MyQueue" }],
    possible: [],
  },
  {
    eventID: "30feb1f7-6485-51cf-bdcc-eee763dd9649",
    operation: "sqs.amazonaws.com DeleteQueue",
    certain: [{ action: "sqs:DeleteQueue", resource: "arn:aws:sqs:us-east-2:123456789012:MyQueue" }],
    possible: [],
  },
  {
    eventID: "e4be8fa1-b7eb-55ba-a63a-fc2eefb5a1e0",
    operation: "sqs.amazonaws.com SetQueueAttributes",
    certain: [{ action: "sqs:SetQueueAttributes", resource: "arn:aws:sqs:us-east-2:123456789012:MyQueue" }],
    possible: [],
  },
  {
    eventID: "e8bdb2f9-6085-4e75-8119-bea9babee5da",
    operation: "sns.amazonaws.com GetTopicAttributes",
    certain: [
      {
        action: "sns:GetTopicAttributes",
        resource: "arn:aws:sns:eu-west-1:347283850106:LogHub-Alarm-d24af-AlarmTopicD01E77F9-14C8QVTFGPAVT",
      },
    ],
    possible: [],
  },
  {
    eventID: "9d834ea8-1159-4c66-a8bd-f98ee3b20fc7",
    operation: "sns.amazonaws.com ListTagsForResource",
    certain: [
      {
        action: "sns:ListTagsForResource",
        resource: "arn:aws:sns:eu-west-1:347283850106:LogHub-Alarm-d24af-AlarmTopicD01E77F9-14C8QVTFGPAVT",
      },
    ],
    possible: [],
  },
];
