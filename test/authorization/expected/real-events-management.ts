/**
 * Real records of support, quotas, health and other services of the console, each with what AWS decided for it, read
 * by hand (see expected-event.ts). Sources: semantics 5.4 and 6.2, the service authorization reference. Holds ids and
 * expectations only, never a record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_MANAGEMENT: readonly ExpectedEvent[] = [
  {
    eventID: "4b64a2a4-bbb6-4ceb-810b-dc9440055002",
    operation: "health.amazonaws.com DescribeEventAggregates",
    certain: [{ action: "health:DescribeEventAggregates", resource: "*" }],
    possible: [],
  },
  {
    eventID: "56536abf-0dce-480a-afbe-3bc8e1f60198",
    operation: "compute-optimizer.amazonaws.com GetEnrollmentStatus",
    certain: [{ action: "compute-optimizer:GetEnrollmentStatus", resource: "*" }],
    possible: [],
  },
  {
    eventID: "0b49f2e4-a0d3-4b21-8556-fff98efa5679",
    operation: "servicequotas.amazonaws.com GetServiceQuota",
    certain: [
      {
        action: "servicequotas:GetServiceQuota",
        resource: "arn:aws:servicequotas:us-east-1:111111111111:ec2/L-1216C47A",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "0804d897-4cba-44ba-8ac4-42b83c2e9099",
    operation: "servicecatalog-appregistry.amazonaws.com ListApplications",
    certain: [{ action: "servicecatalog:ListApplications", resource: "*" }],
    possible: [],
  },
  {
    eventID: "c96e5724-b9fd-43b8-a116-0dc69a2cf119",
    operation: "resource-explorer-2.amazonaws.com ListIndexes",
    certain: [{ action: "resource-explorer-2:ListIndexes", resource: "*" }],
    possible: [],
  },
  {
    eventID: "5aa34bfc-ad5b-4fb1-8a55-2277c86e746a",
    operation: "support.amazonaws.com CreateCase",
    certain: [{ action: "support:CreateCase", resource: "*" }],
    possible: [],
  },
  {
    eventID: "44bf71a9-6678-4d9c-b8be-6f16af28cff4",
    operation: "ram.amazonaws.com ListResources",
    certain: [{ action: "ram:ListResources", resource: "*" }],
    possible: [],
  },
  {
    eventID: "52723fd9-4a54-478c-ac55-1234567890",
    operation: "synthetics.amazonaws.com GetCanaryRuns",
    certain: [
      {
        action: "synthetics:GetCanaryRuns",
        resource: "arn:aws:synthetics:us-east-1:123456789012:canary:sample_canary_name",
      },
    ],
    possible: [],
  },
  {
    eventID: "9dc60c83-c3c8-4fa5-bd02-1234567890",
    operation: "synthetics.amazonaws.com UpdateCanary",
    certain: [
      {
        action: "synthetics:UpdateCanary",
        resource: "arn:aws:synthetics:us-east-1:123456789012:canary:sample_canary_name",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "8z7z18dz-6z90-47bz-87cf-e8346428zzz3",
    operation: "opsworks-cm.amazonaws.com CreateServer",
    certain: [{ action: "opsworks-cm:CreateServer", resource: "*" }],
    possible: [
      {
        action: "iam:PassRole",
        resource: "arn:aws:iam::831000000000:role/service-role/aws-opsworks-cm-service-role",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "a0ed971f-389f-406a-9fcf-887c5ca6903a",
    operation: "autoscaling.amazonaws.com DescribeLaunchConfigurations",
    certain: [{ action: "autoscaling:DescribeLaunchConfigurations", resource: "*" }],
    possible: [],
  },
  {
    eventID: "8b0a92b6-4868-4090-a6aa-d8f4d618c9d4",
    operation: "notifications.amazonaws.com ListNotificationHubs",
    certain: [{ action: "notifications:ListNotificationHubs", resource: "*" }],
    possible: [],
  },
];
