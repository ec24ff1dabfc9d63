/**
 * Invented calls that build and deliver software: API Gateway, CloudFormation, Step Functions, events and schedules (see
 * invented-event.ts). Sources: semantics 5.4 (apigateway, PassRole) and 6.2. Derives nothing.
 */
import {
  ACCOUNT,
  AT_LEAST,
  asks,
  called,
  here,
  type InventedEvent,
  invented,
  logged,
  NOTHING_ELSE,
  REGION,
} from "./invented-event.ts";

/** API Gateway's ARNs hold no account. */
function gateway(path: string): string {
  return `arn:aws:apigateway:${REGION}::${path}`;
}

const BUILDER = `arn:aws:iam::${ACCOUNT}:role/ferry/builder`;
const GRINDER = `arn:aws:iam::${ACCOUNT}:role/mills/grinder`;
const STACK = `~${here("cloudformation", "stack/harbour/*")}`;
const MACHINE = here("states", "stateMachine:milling");

export const INVENTED_EVENTS_DELIVERY: readonly InventedEvent[] = [
  invented(
    "CreateRestApi",
    called("apigateway CreateRestApi", { createRestApiInput: { name: "gate" }, template: false }),
    [asks("apigateway:POST", gateway("/restapis"))],
    AT_LEAST,
  ),
  invented(
    "GetRestApis",
    called("apigateway GetRestApis", null),
    [asks("apigateway:GET", gateway("/restapis"))],
    NOTHING_ELSE,
  ),
  invented(
    "GetRestApi",
    called("apigateway GetRestApi", { restApiId: "ab12cd34ef", template: false }),
    [asks("apigateway:GET", gateway("/restapis/ab12cd34ef"))],
    NOTHING_ELSE,
  ),
  invented(
    "DeleteStage",
    called("apigateway DeleteStage", { restApiId: "ab12cd34ef", stageName: "live", template: false }),
    [asks("apigateway:DELETE", gateway("/restapis/ab12cd34ef/stages/live"))],
    NOTHING_ELSE,
  ),
  invented(
    "UpdateStage",
    called("apigateway UpdateStage", { restApiId: "ab12cd34ef", stageName: "live", updateStageInput: {} }),
    [asks("apigateway:PATCH", gateway("/restapis/ab12cd34ef/stages/live"))],
    AT_LEAST,
  ),
  invented(
    "PutMethod",
    called("apigateway PutMethod", {
      restApiId: "ab12cd34ef",
      resourceId: "r0ot12",
      httpMethod: "GET",
      putMethodInput: {},
    }),
    [asks("apigateway:PUT", gateway("/restapis/ab12cd34ef/resources/r0ot12/methods/GET"))],
    NOTHING_ELSE,
  ),
  invented(
    "CreateDeployment",
    called("apigateway CreateDeployment", { restApiId: "ab12cd34ef", createDeploymentInput: {} }),
    [asks("apigateway:POST", gateway("/restapis/ab12cd34ef/deployments"))],
    AT_LEAST,
  ),
  invented(
    "CreateUsagePlanKey",
    called("apigateway CreateUsagePlanKey", { usagePlanId: "pl4n01", createUsagePlanKeyInput: {} }),
    [asks("apigateway:POST", gateway("/usageplans/pl4n01/keys"))],
    AT_LEAST,
  ),
  invented(
    "CreateApi of the second version",
    called("apigateway CreateApi", { name: "gate", protocolType: "HTTP" }),
    [asks("apigateway:POST", gateway("/apis"))],
    AT_LEAST,
  ),
  invented(
    "CreateRoute of the second version",
    called("apigateway CreateRoute", { apiId: "zx98yw76vu", routeKey: "GET /oats" }),
    [asks("apigateway:POST", gateway("/apis/zx98yw76vu/routes"))],
    AT_LEAST,
  ),
  invented(
    "DeleteApi of the second version",
    called("apigateway DeleteApi", { apiId: "zx98yw76vu" }),
    [asks("apigateway:DELETE", gateway("/apis/zx98yw76vu"))],
    NOTHING_ELSE,
  ),
  invented(
    "CreateStack with a role",
    called("cloudformation CreateStack", {
      stackName: "harbour",
      roleARN: BUILDER,
      templateURL: "https://harbour-ledger.s3.amazonaws.com/stack.yaml",
      capabilities: ["CAPABILITY_IAM"],
      tags: [{ key: "mill", value: "north" }],
    }),
    [
      asks("cloudformation:CreateStack", STACK, {
        "cloudformation:rolearn": BUILDER,
        "cloudformation:templateurl": "https://harbour-ledger.s3.amazonaws.com/stack.yaml",
        "aws:requesttag/mill": "north",
      }),
      asks("iam:PassRole", BUILDER, { "iam:passedtoservice": "cloudformation.amazonaws.com" }),
    ],
    AT_LEAST,
  ),
  invented(
    "DeleteStack by ARN",
    called("cloudformation DeleteStack", { stackName: here("cloudformation", "stack/harbour/0a1b2c3d") }),
    [asks("cloudformation:DeleteStack", here("cloudformation", "stack/harbour/0a1b2c3d"))],
    NOTHING_ELSE,
  ),
  invented(
    "ExecuteChangeSet",
    called("cloudformation ExecuteChangeSet", { stackName: "harbour", changeSetName: "spring" }),
    [asks("cloudformation:ExecuteChangeSet", STACK, { "cloudformation:changesetname": "spring" })],
    AT_LEAST,
  ),
  invented(
    "ValidateTemplate",
    called("cloudformation ValidateTemplate", { templateBody: "HIDDEN_DUE_TO_SECURITY_REASONS" }),
    [asks("cloudformation:ValidateTemplate", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "CreateResource of Cloud Control",
    called("cloudcontrolapi CreateResource", { typeName: "AWS::SQS::Queue" }),
    [asks("cloudformation:CreateResource", "*")],
    AT_LEAST,
  ),
  invented(
    "CreateStateMachine passes its role",
    called("states CreateStateMachine", {
      name: "milling",
      roleArn: GRINDER,
      definition: "HIDDEN_DUE_TO_SECURITY_REASONS",
    }),
    [
      asks("states:CreateStateMachine", MACHINE),
      asks("iam:PassRole", GRINDER, { "iam:passedtoservice": "states.amazonaws.com" }),
    ],
    AT_LEAST,
  ),
  invented(
    "StartExecution",
    called("states StartExecution", { stateMachineArn: MACHINE, input: "HIDDEN_DUE_TO_SECURITY_REASONS" }),
    [asks("states:StartExecution", MACHINE)],
    NOTHING_ELSE,
  ),
  invented(
    "StopExecution",
    called("states StopExecution", { executionArn: here("states", "execution:milling:spring") }),
    [asks("states:StopExecution", here("states", "execution:milling:spring"))],
    NOTHING_ELSE,
  ),
  invented(
    "PutRule on the default bus",
    called("events PutRule", { name: "tide", scheduleExpression: "rate(1 day)" }),
    [asks("events:PutRule", here("events", "rule/tide"))],
    NOTHING_ELSE,
  ),
  invented(
    "PutTargets on a bus passes a role",
    called("events PutTargets", {
      rule: "tide",
      eventBusName: "harbour",
      targets: [{ id: "1", arn: MACHINE, roleArn: GRINDER }],
    }),
    [
      asks("events:PutTargets", here("events", "rule/harbour/tide"), { "events:targetarn": [MACHINE] }),
      asks("iam:PassRole", GRINDER, { "iam:passedtoservice": "events.amazonaws.com" }),
    ],
    AT_LEAST,
  ),
  invented(
    "CreateSchedule passes its role",
    called("scheduler CreateSchedule", {
      name: "tide",
      groupName: "harbour",
      target: { arn: MACHINE, roleArn: GRINDER },
    }),
    [
      asks("scheduler:CreateSchedule", here("scheduler", "schedule/harbour/tide")),
      asks("iam:PassRole", GRINDER, { "iam:passedtoservice": "scheduler.amazonaws.com" }),
    ],
    AT_LEAST,
  ),
  invented(
    "GetSchedule of the default group",
    called("scheduler GetSchedule", { name: "tide" }),
    [asks("scheduler:GetSchedule", here("scheduler", "schedule/default/tide"))],
    NOTHING_ELSE,
  ),
  invented(
    "PutRecord of Kinesis",
    called(
      "kinesis PutRecord",
      { streamName: "tides", partitionKey: "north" },
      {
        resources: [logged("Kinesis::Stream", here("kinesis", "stream/tides"))],
        members: { managementEvent: false, eventCategory: "Data" },
      },
    ),
    [asks("kinesis:PutRecord", here("kinesis", "stream/tides"))],
    NOTHING_ELSE,
  ),
];
