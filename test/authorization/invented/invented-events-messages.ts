/**
 * Invented calls of DynamoDB, SQS and SNS, data events included (see invented-event.ts). Sources: semantics 5.4 and 6.2, the
 * services' API references. Derives nothing.
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
  type LoggedRecord,
  logged,
  NOTHING_ELSE,
  REGION,
} from "./invented-event.ts";

const DATA = { managementEvent: false, eventCategory: "Data" };
const OATS = here("dynamodb", "table/oats");
const RYE = here("dynamodb", "table/rye");
const STREAM = `${OATS}/stream/2026-10-01T00:00:00.000`;

function onTables(name: string, parameters: LoggedRecord, ...arns: readonly string[]): LoggedRecord {
  const resources = (arns.length === 0 ? [OATS] : arns).map((arn) => logged("DynamoDB::Table", arn));
  return called(`dynamodb ${name}`, parameters, { resources, members: DATA });
}

const QUEUE = here("sqs", "intake");
const LAKE_QUEUE = `arn:aws:sqs:${REGION}:${LAKE_ACCOUNT}:intake`;
const TOPIC = here("sns", "tides");

function urlOf(account: string): string {
  return `https://sqs.${REGION}.amazonaws.com/${account}/intake`;
}

function onQueue(name: string, parameters: LoggedRecord = {}): LoggedRecord {
  const resources = [logged("SQS::Queue", QUEUE)];
  return called(`sqs ${name}`, { queueUrl: urlOf(ACCOUNT), ...parameters }, { resources, members: DATA });
}

export const INVENTED_EVENTS_MESSAGES: readonly InventedEvent[] = [
  invented(
    "GetItem",
    onTables("GetItem", { tableName: "oats", key: { lot: "7" } }),
    [asks("dynamodb:GetItem", OATS, { "aws:resourceaccount": ACCOUNT })],
    NOTHING_ELSE,
  ),
  invented(
    "PutItem by table ARN",
    onTables("PutItem", { tableName: OATS, key: { lot: "7" }, items: ["lot"] }),
    [asks("dynamodb:PutItem", OATS)],
    NOTHING_ELSE,
  ),
  invented(
    "Query of an index",
    onTables("Query", { tableName: "oats", indexName: "by-mill", keyConditionExpression: "mill = :m" }),
    [asks("dynamodb:Query", `${OATS}/index/by-mill`)],
    AT_LEAST,
  ),
  invented("Scan of a table", onTables("Scan", { tableName: "oats" }), [asks("dynamodb:Scan", OATS)], NOTHING_ELSE),
  invented(
    "BatchWriteItem into two tables",
    onTables(
      "BatchWriteItem",
      { requestItems: { oats: [{ key: { lot: "7" } }], rye: [{ key: { lot: "8" } }] } },
      OATS,
      RYE,
    ),
    [asks("dynamodb:BatchWriteItem", OATS), asks("dynamodb:BatchWriteItem", RYE)],
    NOTHING_ELSE,
  ),
  invented(
    "BatchGetItem",
    onTables("BatchGetItem", { requestItems: { rye: { keys: [{ lot: "8" }] } } }, RYE),
    [asks("dynamodb:BatchGetItem", RYE)],
    NOTHING_ELSE,
  ),
  invented(
    "TransactWriteItems over two tables",
    onTables(
      "TransactWriteItems",
      {
        requestItems: [
          { operation: "Put", tableName: "oats", key: { lot: "7" }, items: ["lot", "tons"] },
          { operation: "Update", tableName: "rye", key: { lot: "8" }, updateExpression: "SET tons = :t" },
          { operation: "Delete", tableName: "rye", key: { lot: "9" } },
          { operation: "ConditionCheck", tableName: "oats", key: { lot: "6" } },
        ],
      },
      OATS,
      RYE,
    ),
    [
      asks("dynamodb:PutItem", OATS),
      asks("dynamodb:UpdateItem", RYE),
      asks("dynamodb:DeleteItem", RYE),
      asks("dynamodb:ConditionCheckItem", OATS),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "TransactGetItems",
    onTables("TransactGetItems", { requestItems: [{ operation: "Get", tableName: "oats", key: { lot: "7" } }] }),
    [asks("dynamodb:GetItem", OATS)],
    NOTHING_ELSE,
  ),
  invented(
    "ExecuteStatement that selects",
    onTables("ExecuteStatement", { statement: "SELECT * FROM oats WHERE lot = ***(Redacted)" }),
    [asks("dynamodb:PartiQLSelect", OATS)],
    AT_LEAST,
  ),
  invented(
    "ExecuteStatement that selects by an index, in lower case and quotes",
    onTables("ExecuteStatement", { statement: 'select lot from "oats"."by-mill" where mill = ***(Redacted)' }),
    [asks("dynamodb:PartiQLSelect", `${OATS}/index/by-mill`)],
    AT_LEAST,
  ),
  invented(
    "ExecuteStatement that inserts",
    onTables("ExecuteStatement", { statement: "INSERT INTO oats VALUE ***(Redacted)" }),
    [asks("dynamodb:PartiQLInsert", OATS)],
    AT_LEAST,
  ),
  invented(
    "BatchExecuteStatement that updates and deletes",
    onTables(
      "BatchExecuteStatement",
      {
        requestItems: [
          { statement: "UPDATE oats SET tons = ***(Redacted) WHERE lot = ***(Redacted)" },
          { statement: "DELETE FROM rye WHERE lot = ***(Redacted)" },
        ],
      },
      OATS,
      RYE,
    ),
    [asks("dynamodb:PartiQLUpdate", OATS), asks("dynamodb:PartiQLDelete", RYE)],
    AT_LEAST,
  ),
  invented(
    "GetRecords of a stream",
    onTables("GetRecords", { shardIterator: `${STREAM}|1|AAAAAoats` }),
    [asks("dynamodb:GetRecords", STREAM)],
    NOTHING_ELSE,
  ),
  invented(
    "CreateTable with tags",
    called("dynamodb CreateTable", { tableName: "oats", tags: [{ key: "crop", value: "oats" }] }),
    [asks("dynamodb:CreateTable", OATS, { "aws:requesttag/crop": "oats", "aws:tagkeys": ["crop"] })],
    { atLeast: true, possible: [asks("dynamodb:TagResource", OATS)] },
  ),
  invented(
    "DescribeTable",
    called("dynamodb DescribeTable", { tableName: "oats" }),
    [asks("dynamodb:DescribeTable", OATS)],
    NOTHING_ELSE,
  ),
  invented(
    "ListTables",
    called("dynamodb ListTables", null),
    [asks("dynamodb:ListTables", ["*", here("dynamodb", "table/*")])],
    NOTHING_ELSE,
  ),
  invented(
    "RestoreTableFromBackup",
    called("dynamodb RestoreTableFromBackup", {
      targetTableName: "oats",
      backupArn: `${RYE}/backup/01700000000000-ab12cd34`,
    }),
    [asks("dynamodb:RestoreTableFromBackup", `${RYE}/backup/01700000000000-ab12cd34`)],
    AT_LEAST,
  ),
  invented(
    "UpdateTimeToLive of a table ARN",
    called("dynamodb UpdateTimeToLive", { tableName: RYE }),
    [asks("dynamodb:UpdateTimeToLive", RYE)],
    NOTHING_ELSE,
  ),
  invented(
    "SendMessage",
    onQueue("SendMessage", { messageBody: "HIDDEN_DUE_TO_SECURITY_REASONS" }),
    [asks("sqs:SendMessage", QUEUE)],
    NOTHING_ELSE,
  ),
  invented(
    "SendMessageBatch",
    onQueue("SendMessageBatch", { entries: [{ id: "1" }, { id: "2" }] }),
    [asks("sqs:SendMessage", QUEUE)],
    NOTHING_ELSE,
  ),
  invented(
    "DeleteMessageBatch",
    onQueue("DeleteMessageBatch", { entries: [{ id: "1" }] }),
    [asks("sqs:DeleteMessage", QUEUE)],
    NOTHING_ELSE,
  ),
  invented(
    "ChangeMessageVisibilityBatch",
    onQueue("ChangeMessageVisibilityBatch", { entries: [{ id: "1" }] }),
    [asks("sqs:ChangeMessageVisibility", QUEUE)],
    NOTHING_ELSE,
  ),
  invented(
    "ReceiveMessage of another account's queue without resources",
    called("sqs ReceiveMessage", { queueUrl: urlOf(LAKE_ACCOUNT), maxNumberOfMessages: 10 }, { members: DATA }),
    [asks("sqs:ReceiveMessage", LAKE_QUEUE, { "aws:resourceaccount": LAKE_ACCOUNT })],
    NOTHING_ELSE,
  ),
  invented(
    "PurgeQueue",
    called("sqs PurgeQueue", { queueUrl: urlOf(ACCOUNT) }),
    [asks("sqs:PurgeQueue", QUEUE)],
    NOTHING_ELSE,
  ),
  invented(
    "CreateQueue with tags",
    called(
      "sqs CreateQueue",
      { queueName: "intake", tags: { crop: "oats" } },
      { response: { queueUrl: urlOf(ACCOUNT) } },
    ),
    [asks("sqs:CreateQueue", QUEUE, { "aws:requesttag/crop": "oats" })],
    { atLeast: true, possible: [asks("sqs:TagQueue", QUEUE)] },
  ),
  invented(
    "GetQueueUrl of another account's queue",
    called("sqs GetQueueUrl", { queueName: "intake", queueOwnerAWSAccountId: LAKE_ACCOUNT }),
    [asks("sqs:GetQueueUrl", LAKE_QUEUE)],
    NOTHING_ELSE,
  ),
  invented(
    "ListQueues",
    called("sqs ListQueues", { queueNamePrefix: "in" }),
    [asks("sqs:ListQueues", ["*", here("sqs", "")])],
    NOTHING_ELSE,
  ),
  invented(
    "Publish",
    called(
      "sns Publish",
      { topicArn: TOPIC, message: "HIDDEN_DUE_TO_SECURITY_REASONS" },
      {
        resources: [logged("SNS::Topic", TOPIC)],
        members: DATA,
      },
    ),
    [asks("sns:Publish", TOPIC)],
    NOTHING_ELSE,
  ),
  invented(
    "PublishBatch",
    called("sns PublishBatch", { topicArn: TOPIC, publishBatchRequestEntries: [{ id: "1" }] }, { members: DATA }),
    [asks("sns:Publish", TOPIC)],
    NOTHING_ELSE,
  ),
  invented(
    "Subscribe",
    called("sns Subscribe", { topicArn: TOPIC, protocol: "sqs", endpoint: QUEUE }),
    [asks("sns:Subscribe", TOPIC, { "sns:protocol": "sqs", "sns:endpoint": QUEUE })],
    NOTHING_ELSE,
  ),
  invented(
    "Unsubscribe names the subscription, and so its topic",
    called("sns Unsubscribe", { subscriptionArn: `${TOPIC}:0a1b2c3d-0000-4000-8000-000000000001` }),
    [asks("sns:Unsubscribe", TOPIC)],
    AT_LEAST,
  ),
  invented(
    "CreateTopic",
    called("sns CreateTopic", { name: "tides" }, { response: { topicArn: TOPIC } }),
    [asks("sns:CreateTopic", TOPIC, { "aws:tagkeys": null })],
    NOTHING_ELSE,
  ),
  invented(
    "ListTopics",
    called("sns ListTopics", null),
    [asks("sns:ListTopics", ["*", here("sns", "*")])],
    NOTHING_ELSE,
  ),
];
