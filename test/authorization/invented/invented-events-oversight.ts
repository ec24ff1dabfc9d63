/**
 * Invented calls of logs, monitoring, audit, security and billing, and what no policy decides or nobody can map (see
 * invented-event.ts). Sources: design R3 and R9, semantics 5.2, 5.4 and 6.2. Derives nothing.
 */
import { ACCOUNT, AT_LEAST, asks, called, here, type InventedEvent, invented, NOTHING_ELSE } from "./invented-event.ts";

const GROUP = here("logs", "log-group:tides");
const TRAIL = here("cloudtrail", "trail/wake");
const GRINDER = `arn:aws:iam::${ACCOUNT}:role/mills/grinder`;
const BUDGET = `arn:aws:budgets::${ACCOUNT}:budget/oats`;
const GLOBAL = { region: "us-east-1" };
const SERVICE = { caller: { type: "AWSService", invokedBy: "cloudtrail.amazonaws.com" } };

/** Whether AWS compares with or without the `:*` at its end is written both ways (semantics 6.2). */
const GROUP_OR_STREAMS = [GROUP, `~${GROUP}:*`];

export const INVENTED_EVENTS_OVERSIGHT: readonly InventedEvent[] = [
  invented(
    "DeleteLogGroup",
    called("logs DeleteLogGroup", { logGroupName: "tides" }),
    [asks("logs:DeleteLogGroup", GROUP_OR_STREAMS)],
    NOTHING_ELSE,
  ),
  invented(
    "CreateLogStream",
    called("logs CreateLogStream", { logGroupName: "tides", logStreamName: "north" }),
    [asks("logs:CreateLogStream", `${GROUP}:log-stream:north`)],
    NOTHING_ELSE,
  ),
  invented(
    "PutSubscriptionFilter passes its role",
    called("logs PutSubscriptionFilter", {
      logGroupName: "tides",
      filterName: "all",
      destinationArn: here("kinesis", "stream/tides"),
      roleArn: GRINDER,
    }),
    [asks("iam:PassRole", GRINDER)],
    { atLeast: true, possible: [asks("logs:PutSubscriptionFilter", GROUP)] },
  ),
  invented(
    "PutMetricAlarm",
    called("monitoring PutMetricAlarm", { alarmName: "high water", threshold: 4 }),
    [asks("cloudwatch:PutMetricAlarm", here("cloudwatch", "alarm:high water"))],
    AT_LEAST,
  ),
  invented(
    "DeleteAlarms of two",
    called("monitoring DeleteAlarms", { alarmNames: ["high water", "low water"] }),
    [
      asks("cloudwatch:DeleteAlarms", here("cloudwatch", "alarm:high water")),
      asks("cloudwatch:DeleteAlarms", here("cloudwatch", "alarm:low water")),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "PutDashboard",
    called("monitoring PutDashboard", { dashboardName: "mills" }),
    [asks("cloudwatch:PutDashboard", `arn:aws:cloudwatch::${ACCOUNT}:dashboard/mills`)],
    AT_LEAST,
  ),
  invented(
    "StopLogging by name",
    called("cloudtrail StopLogging", { name: "wake" }),
    [asks("cloudtrail:StopLogging", TRAIL)],
    NOTHING_ELSE,
  ),
  invented(
    "PutEventSelectors by ARN",
    called("cloudtrail PutEventSelectors", { trailName: TRAIL, eventSelectors: [] }),
    [asks("cloudtrail:PutEventSelectors", TRAIL)],
    NOTHING_ELSE,
  ),
  invented(
    "CreateTrail passes its role to CloudTrail",
    called("cloudtrail CreateTrail", { name: "wake", s3BucketName: "harbour-ledger", cloudWatchLogsRoleArn: GRINDER }),
    [
      asks("cloudtrail:CreateTrail", TRAIL),
      asks("iam:PassRole", GRINDER, { "iam:passedtoservice": "cloudtrail.amazonaws.com" }),
    ],
    AT_LEAST,
  ),
  invented(
    "LookupEvents",
    called("cloudtrail LookupEvents", { maxResults: 50 }),
    [asks("cloudtrail:LookupEvents", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "PutConfigurationRecorder passes its role",
    called("config PutConfigurationRecorder", {
      configurationRecorder: { name: "default", roleARN: GRINDER },
    }),
    [asks("iam:PassRole", GRINDER, { "iam:passedtoservice": "config.amazonaws.com" })],
    AT_LEAST,
  ),
  invented(
    "DeleteDeliveryChannel",
    called("config DeleteDeliveryChannel", { deliveryChannelName: "default" }),
    [asks("config:DeleteDeliveryChannel", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "DeleteConfigRule by its name",
    called("config DeleteConfigRule", { configRuleName: "encrypted" }),
    [asks("config:DeleteConfigRule", `~${here("config", "config-rule/*")}`)],
    AT_LEAST,
  ),
  invented(
    "DeleteDetector",
    called("guardduty DeleteDetector", { detectorId: "0a1b2c3d4e5f60718293a4b5c6d7e8f9" }),
    [asks("guardduty:DeleteDetector", here("guardduty", "detector/0a1b2c3d4e5f60718293a4b5c6d7e8f9"))],
    NOTHING_ELSE,
  ),
  invented(
    "ListDetectors",
    called("guardduty ListDetectors", null),
    [asks("guardduty:ListDetectors", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "DisableSecurityHub",
    called("securityhub DisableSecurityHub", null),
    [asks("securityhub:DisableSecurityHub", here("securityhub", "hub/default"))],
    NOTHING_ELSE,
  ),
  invented(
    "DescribeBudgets",
    called("budgets DescribeBudgets", { accountId: ACCOUNT }, GLOBAL),
    [asks("budgets:ViewBudget", ["*", `~arn:aws:budgets::${ACCOUNT}:budget/*`])],
    { atLeast: true, because: "AWS reads all budgets, and writes that as it likes" },
  ),
  invented(
    "DeleteBudget",
    called("budgets DeleteBudget", { accountId: ACCOUNT, budgetName: "oats" }, GLOBAL),
    [asks("budgets:ModifyBudget", BUDGET)],
    AT_LEAST,
  ),
  invented(
    "UpdateNotification",
    called("budgets UpdateNotification", { accountId: ACCOUNT, budgetName: "oats" }, GLOBAL),
    [asks("budgets:ModifyBudget", BUDGET)],
    AT_LEAST,
  ),
  invented(
    "CreateCase",
    called("support CreateCase", { serviceCode: "general-info", severityCode: "low" }, GLOBAL),
    [asks("support:CreateCase", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "DescribeEvents of Health",
    called("health DescribeEvents", { filter: {} }, GLOBAL),
    [asks("health:DescribeEvents", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "CreateResourceShare to an outsider",
    called("ram CreateResourceShare", { name: "quay", allowExternalPrincipals: true, principals: ["390000000042"] }),
    [
      asks("ram:CreateResourceShare", "*", {
        "ram:requestedallowsexternalprincipals": "true",
        "ram:principal": ["390000000042"],
      }),
    ],
    AT_LEAST,
  ),
  invented(
    "DeleteResourceShare",
    called("ram DeleteResourceShare", {
      resourceShareArn: here("ram", "resource-share/0a1b2c3d-0000-4000-8000-000000000009"),
    }),
    [asks("ram:DeleteResourceShare", here("ram", "resource-share/0a1b2c3d-0000-4000-8000-000000000009"))],
    NOTHING_ELSE,
  ),
  invented("GetSendQuota", called("ses GetSendQuota", null), [asks("ses:GetSendQuota", "*")], NOTHING_ELSE),
  invented(
    "DeleteEmailIdentity",
    called("ses DeleteEmailIdentity", { emailIdentity: "oats.example" }),
    [asks("ses:DeleteEmailIdentity", here("ses", "identity/oats.example"))],
    NOTHING_ELSE,
  ),
  invented(
    "GetResources of the tagging service",
    called("tagging GetResources", { resourcesPerPage: 100 }),
    [asks("tag:GetResources", "*")],
    NOTHING_ELSE,
  ),
  invented("ListBrokers of MQ", called("amazonmq ListBrokers", null), [asks("mq:ListBrokers", "*")], NOTHING_ELSE),
  invented(
    "ConsoleLogin",
    called("signin ConsoleLogin", null, {
      response: { ConsoleLogin: "Success" },
      members: { eventType: "AwsConsoleSignIn" },
    }),
    [],
    { outcome: "signIn" },
  ),
  invented(
    "An insight",
    called("ec2 RunInstances", null, { members: { eventType: "AwsCloudTrailInsight", eventCategory: "Insight" } }),
    [],
    { outcome: "insight" },
  ),
  invented(
    "Network activity",
    called("s3 GetObject", null, { members: { eventType: "AwsVpceEvent", eventCategory: "NetworkActivity" } }),
    [],
    { outcome: "networkActivity" },
  ),
  invented(
    "A service's own event",
    called("secretsmanager EndSecretVersionDelete", null, { members: { eventType: "AwsServiceEvent" } }),
    [],
    { outcome: "serviceEvent" },
  ),
  invented(
    "A service that acts for itself",
    called("s3 GetBucketAcl", { bucketName: "harbour-ledger", acl: "" }, SERVICE),
    [],
    {
      outcome: "awsService",
    },
  ),
  invented("No action of that name", called("glue ThreshTheOats", { name: "oats" }), [], { isUnmapped: true }),
  invented("No service of that name", called("harbourmaster ListBerths", null), [], { isUnmapped: true }),
  invented(
    "DeleteSecret without parameters",
    called("secretsmanager DeleteSecret", null, { error: "InternalServiceError" }),
    [asks("secretsmanager:DeleteSecret", "~arn:aws:secretsmanager:eu-west-1:*:secret:*")],
    { atLeast: true, because: "a secret of another account is named by its ARN" },
  ),
  invented(
    "AttachRolePolicy whose parameters were too long",
    called("iam AttachRolePolicy", { omitted: true, originalSize: 120000, reason: "too large" }, GLOBAL),
    [asks("iam:AttachRolePolicy", `~arn:aws:iam::${ACCOUNT}:role/*`, { "iam:policyarn": "?" })],
    AT_LEAST,
  ),
  invented(
    "PutParameter with a hidden name",
    called("ssm PutParameter", { name: "HIDDEN_DUE_TO_SECURITY_REASONS" }),
    [asks("ssm:PutParameter", `~${here("ssm", "parameter/*")}`)],
    AT_LEAST,
  ),
];
