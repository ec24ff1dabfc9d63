import { describe, expect, test } from "vitest";
import { present, UNKNOWN } from "../../../host/domain/key-state.ts";
import { actionsOfInvented, certainOf, type Invented, possibleOf } from "./invented-call.ts";

const ROLE = "arn:aws:iam::111122223333:role/service-role/worker";
const ROLES = "arn:aws:iam::111122223333:role";

function roles(operation: string, invented: Invented) {
  const actions = actionsOfInvented(operation, invented);
  const ofRoles = (texts: readonly string[]) => texts.filter((text) => text.startsWith("iam:PassRole"));
  return { certain: ofRoles(certainOf(actions)), possible: ofRoles(possibleOf(actions)) };
}

describe("actionsOf() for a role that a request passes", () => {
  test.each([
    ["lambda.amazonaws.com CreateFunction20150331", { role: ROLE }],
    ["ecs.amazonaws.com RegisterTaskDefinition", { taskRoleArn: ROLE }],
    ["cloudformation.amazonaws.com CreateStack", { roleARN: ROLE }],
    ["events.amazonaws.com PutTargets", { targets: [{ id: "1", roleArn: ROLE }] }],
    ["s3.amazonaws.com PutBucketReplication", { ReplicationConfiguration: { Role: ROLE } }],
    ["firehose.amazonaws.com CreateDeliveryStream", { extendedS3DestinationConfiguration: { roleARN: ROLE } }],
    ["ec2.amazonaws.com CreateFlowLogs", { CreateFlowLogsRequest: { DeliverLogsPermissionArn: ROLE } }],
    ["dms.amazonaws.com CreateEndpoint", { kinesisSettings: { serviceAccessRoleArn: ROLE } }],
    ["sagemaker.amazonaws.com CreateModel", { executionRoleArn: ROLE }],
    ["states.amazonaws.com UpdateStateMachine", { roleArn: ROLE }],
    ["rolesanywhere.amazonaws.com CreateProfile", { roleArns: [ROLE] }],
  ])("asks %s with a role's ARN for it", (operation, parameters) => {
    expect(roles(operation, { parameters })).toEqual({ certain: [`iam:PassRole@${ROLE}`], possible: [] });
  });

  test.each([
    ["lambda.amazonaws.com UpdateFunctionConfiguration20150331v2", { functionName: "f" }],
    ["cloudformation.amazonaws.com UpdateStack", { stackName: "s" }],
    ["ec2.amazonaws.com RunInstances", { instancesSet: {} }],
    ["apigateway.amazonaws.com PutIntegration", { restApiId: "r" }],
    ["sns.amazonaws.com CreateTopic", { name: "t", attributes: { FifoTopic: "true" } }],
  ])("asks %s for none when the parameters name none", (operation, parameters) => {
    expect(roles(operation, { parameters })).toEqual({ certain: [], possible: [] });
  });

  test.each([undefined, null])("leaves it possible when the parameters are %j", (parameters) => {
    expect(roles("lambda.amazonaws.com CreateFunction20150331", { parameters })).toEqual({
      certain: [],
      possible: [`iam:PassRole@${ROLES}/*`],
    });
  });

  test.each([
    [{ name: "worker" }, { certain: [`iam:PassRole@${ROLES}/*`], possible: [] }],
    [{ arn: "arn:aws:iam::111122223333:instance-profile/w" }, { certain: [`iam:PassRole@${ROLES}/*`], possible: [] }],
  ])("knows not the role of the instance profile %j", (iamInstanceProfile, expected) => {
    expect(roles("ec2.amazonaws.com RunInstances", { parameters: { iamInstanceProfile } })).toEqual(expected);
  });

  test("leaves a role possible that a launch template may hold", () => {
    const parameters = { launchTemplate: { launchTemplateId: "lt-1" } };
    expect(roles("ec2.amazonaws.com RunInstances", { parameters })).toEqual({
      certain: [],
      possible: [`iam:PassRole@${ROLES}/*`],
    });
  });

  test.each([
    ["worker", `${ROLES}/*worker`],
    ["service-role/worker", `${ROLES}/*service-role/worker`],
    ["HIDDEN DUE TO", `${ROLES}/*`],
    ["{{ role }}", `${ROLES}/*`],
  ])("leaves the path of the role %s open", (role, resource) => {
    expect(roles("glue.amazonaws.com CreateJob", { parameters: { role } }).certain).toEqual([
      `iam:PassRole@${resource}`,
    ]);
  });

  test("knows not the account where the record does not", () => {
    const named = roles("glue.amazonaws.com CreateJob", { parameters: { role: "w" }, account: undefined });
    expect(named.certain).toEqual(["iam:PassRole@arn:aws:iam::*:role/*w"]);
  });

  test("knows no name of a role that the log hides", () => {
    const parameters = { role: "HIDDEN_DUE_TO_SECURITY_REASONS" };
    const { certain } = roles("lambda.amazonaws.com CreateFunction20150331", { parameters });
    expect(certain).toEqual(["iam:PassRole@arn:aws:iam::111122223333:role/*"]);
  });

  test("is possible only where it is not documented that AWS asks", () => {
    const parameters = { roleArn: ROLE };
    expect(roles("simspaceweaver.amazonaws.com StartSimulation", { parameters })).toEqual({
      certain: [],
      possible: [`iam:PassRole@${ROLE}`],
    });
  });

  test.each([
    ["lambda.amazonaws.com CreateFunction20150331", "eu-west-1", { role: ROLE }, present("lambda.amazonaws.com")],
    [
      "ec2.amazonaws.com RunInstances",
      "eu-west-1",
      { iamInstanceProfile: { name: "w" } },
      present("ec2.amazonaws.com"),
    ],
    ["ec2.amazonaws.com RunInstances", "cn-north-1", { iamInstanceProfile: { name: "w" } }, UNKNOWN],
    ["rds.amazonaws.com AddRoleToDBCluster", "eu-west-1", { roleArn: ROLE }, present("rds.amazonaws.com")],
    ["ssm.amazonaws.com SendCommand", "eu-west-1", { serviceRoleArn: ROLE }, present("ssm.amazonaws.com")],
    ["storagegateway.amazonaws.com CreateNFSFileShare", "eu-west-1", { role: ROLE }, UNKNOWN],
  ])("says of %s in %s to which service", (operation, region, parameters, state) => {
    const { certain } = actionsOfInvented(operation, { parameters, region });
    const passed = certain.flat().find(({ action }) => action === "iam:PassRole");
    expect(passed).toMatchObject({ provenance: "implied" });
    expect(passed?.keys?.get("iam:passedtoservice")).toEqual(state);
  });
});

describe("actionsOf() for tags in a request", () => {
  const items = [
    { resourceType: "instance", tags: [{ key: "a", value: "b" }] },
    { resourceType: "snapshot", tags: [{ key: "a", value: "b" }] },
  ];

  test("asks EC2 for ec2:CreateTags on each kind of resource it creates", () => {
    const actions = actionsOfInvented("ec2.amazonaws.com RunInstances", {
      parameters: { tagSpecificationSet: { items } },
    });
    expect(certainOf(actions)).toEqual([
      "ec2:RunInstances",
      "ec2:CreateTags@arn:aws:ec2:eu-west-1:111122223333:instance/*",
      "ec2:CreateTags@arn:aws:ec2:eu-west-1::snapshot/*",
    ]);
    expect(actions.certain[1]?.[0]?.keys?.get("ec2:createaction")).toEqual(present("RunInstances"));
  });

  test("finds the tags of newer operations of EC2 under their own name", () => {
    const CreateNatGatewayRequest = { TagSpecification: { ResourceType: "natgateway", Tag: { Key: "a", Value: "b" } } };
    expect(
      certainOf(actionsOfInvented("ec2.amazonaws.com CreateNatGateway", { parameters: { CreateNatGatewayRequest } })),
    ).toContain("ec2:CreateTags@arn:aws:ec2:eu-west-1:111122223333:natgateway/*");
  });

  test.each([
    ["ec2.amazonaws.com CreateVpc", { cidrBlock: "10.0.0.0/16", tagSpecificationSet: {} }],
    ["ssm.amazonaws.com PutParameter", { name: "p" }],
    ["iam.amazonaws.com CreateRole", { roleName: "r", tags: [] }],
    ["ec2.amazonaws.com TerminateInstances", {}],
    ["ec2.amazonaws.com CreateTags", {}],
  ])("asks %s without tags for nothing more", (operation, parameters) => {
    const actions = actionsOfInvented(operation, { parameters });
    expect(actions.certain).toHaveLength(1);
    expect(actions.possible).toEqual([]);
  });

  test.each([
    ["iam.amazonaws.com CreateRole", "iam:TagRole"],
    ["sqs.amazonaws.com CreateQueue", "sqs:TagQueue"],
    ["monitoring.amazonaws.com PutMetricAlarm", "cloudwatch:TagResource"],
    ["secretsmanager.amazonaws.com CreateSecret", "secretsmanager:TagResource"],
    ["elasticloadbalancing.amazonaws.com CreateTargetGroup", "elasticloadbalancing:AddTags@"],
  ])("asks %s with tags for %s", (operation, action) => {
    const parameters = { tags: [{ key: "a", value: "b" }] };
    expect(certainOf(actionsOfInvented(operation, { parameters }))).toContain(action);
    expect(possibleOf(actionsOfInvented(operation))).toContain(action);
  });

  test("knows not which of two tagging actions of CloudWatch Logs was asked", () => {
    const parameters = { logGroupName: "g", tags: { a: "b" } };
    expect(certainOf(actionsOfInvented("logs.amazonaws.com CreateLogGroup", { parameters }))).toEqual([
      "logs:CreateLogGroup",
      "logs:TagResource|logs:TagLogGroup",
    ]);
  });

  test("leaves the tagging action possible of services not known to ask", () => {
    const pool = actionsOfInvented("cognito-idp.amazonaws.com CreateUserPool", {
      parameters: { userPoolTags: { a: "b" } },
    });
    expect(possibleOf(pool)).toContain("cognito-idp:TagResource@");
  });
});

describe("actionsOf() for other things that a request implies", () => {
  const session = `arn:aws:iam::111122223333:role/r`;
  const user = `arn:aws:iam::111122223333:user/u`;
  const to = { roleArn: "arn:aws:iam::444455556666:role/t" };

  test.each([
    [{ ...to, tags: [{ key: "a", value: "b" }] }, user, ["sts:AssumeRole", "sts:TagSession"], []],
    [{ ...to, sourceIdentity: "me" }, user, ["sts:AssumeRole", "sts:SetSourceIdentity"], []],
    [{ ...to, providedContexts: [{ providerArn: "p" }] }, user, ["sts:AssumeRole", "sts:SetContext"], []],
    [to, user, ["sts:AssumeRole"], []],
    // a session may hand its source identity on
    [to, session, ["sts:AssumeRole"], ["sts:SetSourceIdentity"]],
    [{ ...to, incomingTransitiveTags: { a: "b" } }, user, ["sts:AssumeRole"], ["sts:TagSession"]],
  ])("asks AssumeRole %j by %s for %j", (parameters, principalArn, certain, possible) => {
    const actions = actionsOfInvented("sts.amazonaws.com AssumeRole", { parameters, principalArn });
    expect(certainOf(actions)).toEqual(certain);
    expect(possibleOf(actions)).toEqual(possible);
  });

  test.each([
    [
      "autoscaling.amazonaws.com CreateAutoScalingGroup",
      { launchTemplate: { launchTemplateId: "l" } },
      "ec2:RunInstances@",
    ],
    ["rds.amazonaws.com DeleteDBInstance", { finalDBSnapshotIdentifier: "s" }, "rds:CreateDBSnapshot"],
    [
      "lambda.amazonaws.com CreateFunction20150331",
      { layers: ["arn:aws:lambda:::layer:l:1"] },
      "lambda:GetLayerVersion",
    ],
    ["tagging.amazonaws.com TagResources", {}, "*@"],
  ])("leaves possible of %s %j: %s", (operation, parameters, action) => {
    expect(possibleOf(actionsOfInvented(operation, { parameters }))).toContain(action);
  });

  test("asks for nothing of a launch template that is not there", () => {
    const parameters = { launchConfigurationName: "l" };
    expect(possibleOf(actionsOfInvented("autoscaling.amazonaws.com CreateAutoScalingGroup", { parameters }))).toEqual(
      [],
    );
  });
});
