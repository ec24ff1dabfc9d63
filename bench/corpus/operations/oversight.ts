/** Calls of databases, queues, monitoring, logs, and the services that watch over an account. */
import {
  BUILDERS,
  type Details,
  localArn,
  type Operation,
  PEOPLE,
  READERS,
  type Scene,
  WORKLOADS,
} from "../operation.ts";

function queue(scene: Scene): Details {
  const name = `${scene.workload}-${scene.random.pick(["orders", "retries"])}`;
  return {
    request: { queueUrl: `https://sqs.${scene.region}.amazonaws.com/${scene.accountId}/${name}` },
    resources: [{ accountId: scene.accountId, type: "AWS::SQS::Queue", ARN: localArn(scene, "sqs", name) }],
  };
}

function topic(scene: Scene): Details {
  const topicArn = localArn(scene, "sns", `${scene.workload}-alerts`);
  return { request: { topicArn } };
}

function logStream(scene: Scene): Details {
  const day = new Date(scene.time).toISOString().slice(0, 10).replaceAll("-", "/");
  return {
    request: {
      logGroupName: `/aws/lambda/${scene.workload}-worker`,
      logStreamName: `${day}/[$LATEST]${scene.random.hex(32)}`,
    },
  };
}

function queryResults(scene: Scene): Details {
  const alarms = [`${scene.workload}-latency`, `${scene.workload}-errors`, `${scene.workload}-queue-age`];
  return { request: { alarmNames: alarms, maxRecords: 100 } };
}

function database(scene: Scene): Details {
  return { request: { dBInstanceIdentifier: `${scene.workload}-primary` } };
}

function databaseSnapshot(scene: Scene): Details {
  const dBSnapshotIdentifier = `${scene.workload}-${new Date(scene.time).toISOString().slice(0, 10)}-${scene.random.below(90)}`;
  return {
    request: { ...(database(scene).request as object), dBSnapshotIdentifier },
    response: {
      dBSnapshotIdentifier,
      dBInstanceIdentifier: `${scene.workload}-primary`,
      engine: "postgres",
      status: "creating",
      encrypted: true,
    },
  };
}

const nothing = (): Details => ({ request: null });
const empty = (): Details => ({ request: {} });

export const OVERSIGHT: readonly Operation[] = [
  {
    service: "sqs",
    name: "SendMessage",
    actions: ["sqs:SendMessage"],
    weight: 8,
    callers: WORKLOADS,
    readOnly: false,
    data: true,
    details: queue,
  },
  {
    service: "sqs",
    name: "GetQueueAttributes",
    actions: ["sqs:GetQueueAttributes"],
    weight: 4,
    callers: [...READERS, ...WORKLOADS],
    readOnly: true,
    details: (scene) => ({ request: { ...(queue(scene).request as object), attributeNames: ["All"] } }),
  },
  {
    service: "sns",
    name: "Publish",
    actions: ["sns:Publish"],
    weight: 3,
    callers: WORKLOADS,
    readOnly: false,
    data: true,
    details: (scene) => ({
      ...topic(scene),
      resources: [
        {
          accountId: scene.accountId,
          type: "AWS::SNS::Topic",
          ARN: localArn(scene, "sns", `${scene.workload}-alerts`),
        },
      ],
    }),
  },
  {
    service: "sns",
    name: "GetTopicAttributes",
    actions: ["sns:GetTopicAttributes"],
    weight: 2,
    callers: READERS,
    readOnly: true,
    details: topic,
  },
  {
    service: "rds",
    name: "DescribeDBInstances",
    actions: ["rds:DescribeDBInstances"],
    weight: 6,
    callers: READERS,
    readOnly: true,
    details: database,
    failures: [["DBInstanceNotFound", "The DB instance was not found."]],
  },
  {
    service: "rds",
    name: "CreateDBSnapshot",
    actions: ["rds:CreateDBSnapshot"],
    weight: 1,
    callers: ["user", "role"],
    readOnly: false,
    details: databaseSnapshot,
  },
  {
    service: "logs",
    name: "CreateLogStream",
    actions: ["logs:CreateLogStream"],
    weight: 9,
    callers: WORKLOADS,
    readOnly: false,
    details: logStream,
    failures: [["ResourceAlreadyExistsException", "The specified log stream already exists"]],
  },
  {
    service: "logs",
    name: "DescribeLogGroups",
    actions: ["logs:DescribeLogGroups"],
    weight: 4,
    callers: READERS,
    readOnly: true,
    details: (scene) => ({ request: { logGroupNamePrefix: `/aws/lambda/${scene.workload}`, limit: 50 } }),
  },
  {
    service: "monitoring",
    name: "DescribeAlarms",
    actions: ["cloudwatch:DescribeAlarms"],
    weight: 5,
    callers: READERS,
    readOnly: true,
    details: queryResults,
  },
  {
    service: "monitoring",
    name: "GetMetricData",
    actions: ["cloudwatch:GetMetricData"],
    weight: 4,
    callers: [...READERS, "function"],
    readOnly: true,
    data: true,
    details: (scene) => ({
      request: {
        startTime: new Date(scene.time - 10_800_000).toISOString(),
        endTime: new Date(scene.time).toISOString(),
        metricDataQueries: [
          {
            id: "m1",
            metricStat: {
              metric: { namespace: "AWS/SQS", metricName: "ApproximateAgeOfOldestMessage" },
              period: 60,
              stat: "Maximum",
            },
          },
        ],
      },
    }),
  },
  {
    service: "cloudtrail",
    name: "LookupEvents",
    actions: ["cloudtrail:LookupEvents"],
    weight: 2,
    callers: ["role", "person"],
    readOnly: true,
    details: () => ({ request: { maxResults: 50 } }),
    failures: [["ThrottlingException", "Rate exceeded"]],
  },
  {
    service: "cloudtrail",
    name: "DescribeTrails",
    actions: ["cloudtrail:DescribeTrails"],
    weight: 2,
    callers: READERS,
    readOnly: true,
    details: () => ({ request: { includeShadowTrails: true, trailNameList: [] } }),
  },
  {
    service: "config",
    name: "PutEvaluations",
    actions: ["config:PutEvaluations"],
    weight: 3,
    callers: ["function"],
    readOnly: false,
    details: (scene) => ({
      request: {
        testMode: false,
        resultToken: "HIDDEN_DUE_TO_SECURITY_REASONS",
        evaluations: [
          {
            complianceResourceType: "AWS::S3::Bucket",
            complianceResourceId: `tidewater-${scene.workload}-exports-${scene.region}`,
            complianceType: "COMPLIANT",
            orderingTimestamp: new Date(scene.time).toISOString(),
          },
        ],
      },
    }),
  },
  {
    service: "config",
    name: "DescribeConfigurationRecorders",
    actions: ["config:DescribeConfigurationRecorders"],
    weight: 3,
    callers: READERS,
    readOnly: true,
    details: empty,
  },
  {
    service: "organizations",
    name: "DescribeOrganization",
    actions: ["organizations:DescribeOrganization"],
    weight: 2,
    callers: ["role", "person"],
    readOnly: true,
    worldwide: true,
    details: nothing,
  },
  {
    service: "organizations",
    name: "ListAccounts",
    actions: ["organizations:ListAccounts"],
    weight: 1,
    callers: ["role", "person"],
    readOnly: true,
    worldwide: true,
    details: nothing,
  },
  {
    service: "health",
    name: "DescribeEventAggregates",
    actions: ["health:DescribeEventAggregates"],
    weight: 2,
    callers: PEOPLE,
    readOnly: true,
    worldwide: true,
    details: () => ({
      request: { aggregateField: "eventTypeCategory", filter: { eventStatusCodes: ["open", "upcoming"] } },
    }),
  },
  {
    service: "elasticloadbalancing",
    name: "DescribeTargetHealth",
    actions: ["elasticloadbalancing:DescribeTargetHealth"],
    weight: 5,
    callers: ["role", "serviceLinkedRole", "instance"],
    readOnly: true,
    details: (scene) => ({
      request: {
        targetGroupArn: localArn(scene, "elasticloadbalancing", `targetgroup/${scene.workload}-web/6d0ecf831eec9f09`),
      },
    }),
  },
  {
    service: "tagging",
    name: "GetResources",
    actions: ["tag:GetResources"],
    weight: 1.5,
    callers: BUILDERS,
    readOnly: true,
    details: () => ({ request: { resourcesPerPage: 100, resourceTypeFilters: ["ec2:instance"] } }),
  },
];
