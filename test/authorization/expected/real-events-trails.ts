/**
 * Real records of CloudTrail, Config, CloudWatch and EventBridge, each with what AWS decided for it, read by hand
 * (see expected-event.ts). Sources: semantics 5.4 and 6.2, the service authorization reference. Holds ids and
 * expectations only, never a record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_TRAILS: readonly ExpectedEvent[] = [
  {
    eventID: "3a1acb39-c13b-4e73-a0e3-dcd8ce5c1a3a",
    operation: "cloudtrail.amazonaws.com CreateTrail",
    certain: [
      {
        action: "cloudtrail:CreateTrail",
        resource: "arn:aws:cloudtrail:us-east-1:123837392027:trail/stratus-red-team-ctlr-trail-zqfsvooxqj",
        keys: { "aws:requesttag/stratusredteam": "true" },
      },
    ],
    possible: [
      {
        action: "cloudtrail:AddTags",
        resource: "arn:aws:cloudtrail:us-east-1:123837392027:trail/stratus-red-team-ctlr-trail-zqfsvooxqj",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "fcec2e46-3cc3-4ac2-8144-3674f06990e4",
    operation: "cloudtrail.amazonaws.com DeleteTrail",
    certain: [
      {
        action: "cloudtrail:DeleteTrail",
        resource: "arn:aws:cloudtrail:us-east-1:123837392027:trail/stratus-red-team-ctes-trail-qyxyekjbtk",
      },
    ],
    possible: [],
  },
  {
    eventID: "c289d324-db2c-45c2-97a5-93840c84fed2",
    operation: "cloudtrail.amazonaws.com GetEventSelectors",
    certain: [
      {
        action: "cloudtrail:GetEventSelectors",
        resource: "arn:aws:cloudtrail:us-east-1:123837392027:trail/stratus-red-team-ctes-trail-qyxyekjbtk",
      },
    ],
    possible: [],
  },
  {
    eventID: "429feb58-9b7a-4b77-91c4-a9bd59e957ed",
    operation: "cloudtrail.amazonaws.com GetTrailStatus",
    certain: [
      {
        action: "cloudtrail:GetTrailStatus",
        resource: "arn:aws:cloudtrail:us-east-1:123837392027:trail/stratus-red-team-ctlr-trail-zqfsvooxqj",
      },
    ],
    possible: [],
  },
  {
    eventID: "afcf35d6-7ec8-4b99-b01f-31329a41241d",
    operation: "cloudtrail.amazonaws.com ListTags",
    certain: [
      {
        action: "cloudtrail:ListTags",
        resource: "arn:aws:cloudtrail:us-east-1:123837392027:trail/stratus-red-team-ctes-trail-qyxyekjbtk",
      },
    ],
    possible: [],
  },
  {
    eventID: "0a848416-a168-4b62-ac9f-fa8ade684ec3",
    operation: "cloudtrail.amazonaws.com LookupEvents",
    certain: [{ action: "cloudtrail:LookupEvents", resource: "*" }],
    possible: [],
  },
  {
    eventID: "076e96d5-2983-473f-920a-2fc2d7e02777",
    operation: "cloudtrail.amazonaws.com PutEventSelectors",
    certain: [
      {
        action: "cloudtrail:PutEventSelectors",
        resource: "arn:aws:cloudtrail:us-east-1:123837392027:trail/stratus-red-team-ctes-trail-qyxyekjbtk",
      },
    ],
    possible: [],
  },
  {
    eventID: "0dbd8722-4e8a-5f7e-b4d6-5d15225746b5",
    operation: "cloudtrail.amazonaws.com StopLogging",
    certain: [
      { action: "cloudtrail:StopLogging", resource: "arn:aws:cloudtrail:us-west-2:123456789012:trail/example-trail" },
    ],
    possible: [],
  },
  {
    eventID: "ce02af60-f29e-4bc2-8b29-31c12f408fed",
    operation: "cloudtrail.amazonaws.com UpdateTrail",
    certain: [
      { action: "cloudtrail:UpdateTrail", resource: "arn:aws:cloudtrail:us-west-2:111111111111:trail/Regulatory" },
    ],
    possible: [],
  },
  {
    eventID: "1cb263a2-209b-4515-a937-c375eba29433",
    operation: "cloudtrail.amazonaws.com DescribeTrails",
    certain: [{ action: "cloudtrail:DescribeTrails", resource: "*" }],
    possible: [],
  },
  {
    eventID: "55a5507f-f306-4896-afe3-196dc078a88d",
    operation: "config.amazonaws.com StartConfigurationRecorder",
    certain: [
      {
        action: "config:StartConfigurationRecorder",
        resource: "~arn:aws:config:us-west-2:222222222222:configuration-recorder/default/*",
      },
    ],
    possible: [],
    because: "the id of the recorder is not logged",
  },
  {
    eventID: "c91f3daa-96e8-44ee-8ddd-146ac06565a7",
    operation: "config.amazonaws.com PutConfigurationRecorder",
    certain: [
      {
        action: "config:PutConfigurationRecorder",
        resource: "~arn:aws:config:us-west-2:222222222222:configuration-recorder/default/*",
      },
      {
        action: "iam:PassRole",
        resource: "arn:aws:iam::222222222222:role/config-role-pdx",
        keys: { "iam:passedtoservice": "config.amazonaws.com" },
      },
    ],
    possible: [],
  },
  {
    eventID: "ba9c1766-d28f-40e3-b4c6-3ffb87dd6166",
    operation: "config.amazonaws.com GetResourceConfigHistory",
    certain: [{ action: "config:GetResourceConfigHistory", resource: "*" }],
    possible: [],
  },
  {
    eventID: "bcfccd92-5bf1-4de1-9cfd-87fdeb70e452",
    operation: "monitoring.amazonaws.com DeleteAlarms",
    certain: [
      {
        action: "cloudwatch:DeleteAlarms",
        resource:
          "arn:aws:cloudwatch:us-west-1:111111111111:alarm:TargetTracking-table/attack-range-orchestrator-backend-AlarmHigh-bbc5c675-6ddb-40d5-9f16-a59147a61c2a",
      },
      {
        action: "cloudwatch:DeleteAlarms",
        resource:
          "arn:aws:cloudwatch:us-west-1:111111111111:alarm:TargetTracking-table/attack-range-orchestrator-backend-AlarmLow-1669f952-dd7b-4835-b3d5-8df86d264db2",
      },
      {
        action: "cloudwatch:DeleteAlarms",
        resource:
          "arn:aws:cloudwatch:us-west-1:111111111111:alarm:TargetTracking-table/attack-range-orchestrator-backend-ProvisionedCapacityHigh-eac39cba-2339-4c5c-9a13-c527ede7abfd",
      },
      {
        action: "cloudwatch:DeleteAlarms",
        resource:
          "arn:aws:cloudwatch:us-west-1:111111111111:alarm:TargetTracking-table/attack-range-orchestrator-backend-ProvisionedCapacityLow-62c8a6e3-edb4-42d1-b26d-e30f33a57a0e",
      },
    ],
    possible: [],
  },
  {
    eventID: "b096d5b7-dcf2-4399-998b-5a53eca76a27",
    operation: "monitoring.amazonaws.com PutMetricAlarm",
    certain: [
      {
        action: "cloudwatch:PutMetricAlarm",
        resource: "arn:aws:cloudwatch:us-east-1:123456789012:alarm:CloudTrail Test Alarm",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "7a00edeb-ec96-4bdc-9efa-59bd5e5802e6",
    operation: "monitoring.amazonaws.com DescribeAlarmsForMetric",
    certain: [{ action: "cloudwatch:DescribeAlarmsForMetric", resource: "*" }],
    possible: [],
  },
  {
    eventID: "20ba4b7e-bd9d-4f18-8504-1b049699d048",
    operation: "logs.amazonaws.com CreateLogStream",
    certain: [
      {
        action: "logs:CreateLogStream",
        resource:
          "arn:aws:logs:eu-west-1:347283850106:log-group:/aws/lambda/CloudTrailLog-CloudTrailLogPipelineLogProcessorFnE-Pkgt7cmJfhQj:log-stream:2021/12/02/[$LATEST]9553c83fed194b2088075ece5c08b67a",
      },
    ],
    possible: [],
  },
  {
    eventID: "561c3f4e-17ca-4438-b15d-29903baf7b13",
    operation: "logs.amazonaws.com DeleteLogStream",
    certain: [
      {
        action: "logs:DeleteLogStream",
        resource: "arn:aws:logs:us-west-2:111111111111:log-group:test-logs:log-stream:20150601",
      },
    ],
    possible: [],
  },
  {
    eventID: "49d14f36-6450-44a5-a501-b0fdcdfaeb98",
    operation: "events.amazonaws.com PutRule",
    certain: [{ action: "events:PutRule", resource: "arn:aws:events:us-east-1:123456789012:rule/cttest2" }],
    possible: [],
  },
];
