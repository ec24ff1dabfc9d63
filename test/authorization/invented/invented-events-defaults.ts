/**
 * Invented calls whose resources hang on a default, a type beside the id, or a list (see invented-event.ts). Sources: semantics
 * 5.4 and 6.2, the service authorization reference. Derives nothing.
 */
import {
  ACCOUNT,
  AT_LEAST,
  asks,
  called,
  contents,
  here,
  type InventedEvent,
  invented,
  NOTHING_ELSE,
  REGION,
} from "./invented-event.ts";

const GRINDER = `arn:aws:iam::${ACCOUNT}:role/mills/grinder`;
const BUILDER = `arn:aws:iam::${ACCOUNT}:role/ferry/builder`;
const FIRST = here("ec2", "instance/i-0a00000000000000a");
const RECOVERY_POINT = here("backup", "recovery-point:0a1b2c3d-0000-4000-8000-00000000000b");

function service(name: string) {
  return [`~${here("ecs", `service/*/${name}`)}`, here("ecs", `service/${name}`)];
}

export const INVENTED_EVENTS_DEFAULTS: readonly InventedEvent[] = [
  invented(
    "DescribeServices of the default cluster",
    called("ecs DescribeServices", { services: ["gate", "quay"] }),
    [asks("ecs:DescribeServices", service("gate")), asks("ecs:DescribeServices", service("quay"))],
    NOTHING_ELSE,
  ),
  invented(
    "BatchGetBuilds names its projects",
    called("codebuild BatchGetBuilds", { ids: ["mill:0a1b2c3d", "gate:0a1b2c3e"] }),
    [
      asks("codebuild:BatchGetBuilds", here("codebuild", "project/mill")),
      asks("codebuild:BatchGetBuilds", here("codebuild", "project/gate")),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "RegisterInstancesWithLoadBalancer",
    called("elasticloadbalancing RegisterInstancesWithLoadBalancer", {
      loadBalancerName: "harbour-old",
      instances: [{ instanceId: "i-0a" }],
    }),
    [
      asks(
        "elasticloadbalancing:RegisterInstancesWithLoadBalancer",
        here("elasticloadbalancing", "loadbalancer/harbour-old"),
      ),
    ],
    AT_LEAST,
  ),
  invented(
    "ModifyInstanceAttribute that changes the groups",
    called("ec2 ModifyInstanceAttribute", {
      instanceId: "i-0a00000000000000a",
      groupSet: { items: [{ groupId: "sg-0000000000000001" }] },
    }),
    [
      asks("ec2:ModifyInstanceAttribute", FIRST),
      asks("ec2:ModifyInstanceAttribute", here("ec2", "security-group/sg-0000000000000001")),
    ],
    AT_LEAST,
  ),
  invented(
    "AssociateAddress",
    called("ec2 AssociateAddress", { allocationId: "eipalloc-0200000000000002", instanceId: "i-0a00000000000000a" }),
    [
      asks("ec2:AssociateAddress", here("ec2", "elastic-ip/eipalloc-0200000000000002")),
      asks("ec2:AssociateAddress", FIRST),
    ],
    AT_LEAST,
  ),
  invented(
    "CreateLaunchTemplate passes no role yet",
    called("ec2 CreateLaunchTemplate", {
      CreateLaunchTemplateRequest: {
        LaunchTemplateName: "mill",
        LaunchTemplateData: { ImageId: "ami-0d00000000000000d", IamInstanceProfile: { Name: "millwright" } },
      },
    }),
    [asks("ec2:CreateLaunchTemplate", here("ec2", "launch-template/*"))],
    AT_LEAST,
  ),
  invented(
    "CreateFleet by launch template",
    called("ec2 CreateFleet", {
      CreateFleetRequest: {
        Type: "instant",
        LaunchTemplateConfigs: {
          LaunchTemplateSpecification: { LaunchTemplateId: "lt-0700000000000007", Version: "3" },
          tag: 1,
        },
      },
    }),
    [asks("ec2:CreateFleet", here("ec2", "fleet/*"))],
    { atLeast: true, possible: [asks("ec2:RunInstances", "?"), asks("iam:PassRole", "?")] },
  ),
  invented(
    "DeleteFlowLogs",
    called("ec2 DeleteFlowLogs", { DeleteFlowLogsRequest: { FlowLogId: contents("fl-0900000000000009") } }),
    [asks("ec2:DeleteFlowLogs", here("ec2", "vpc-flow-log/fl-0900000000000009"))],
    NOTHING_ELSE,
  ),
  invented(
    "CreateTags on what is seldom tagged",
    called("ec2 CreateTags", {
      resourcesSet: {
        items: [
          { resourceId: "tgw-0600000000000001" },
          { resourceId: "eipalloc-0200000000000002" },
          { resourceId: "fl-0900000000000009" },
        ],
      },
      tagSet: { items: [{ key: "mill", value: "north" }] },
    }),
    [
      asks("ec2:CreateTags", here("ec2", "transit-gateway/tgw-0600000000000001")),
      asks("ec2:CreateTags", here("ec2", "elastic-ip/eipalloc-0200000000000002")),
      asks("ec2:CreateTags", here("ec2", "vpc-flow-log/fl-0900000000000009")),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "CreateCluster of EKS passes its role",
    called("eks CreateCluster", { name: "harbour", roleArn: GRINDER }),
    [
      asks("eks:CreateCluster", ["*", here("eks", "cluster/harbour")]),
      asks("iam:PassRole", GRINDER, { "iam:passedtoservice": "eks.amazonaws.com" }),
    ],
    AT_LEAST,
  ),
  invented(
    "StartSession by a document",
    called("ssm StartSession", { target: "i-0a00000000000000a", documentName: "mill-shell" }),
    [asks("ssm:StartSession", FIRST), asks("ssm:StartSession", here("ssm", "document/mill-shell"))],
    AT_LEAST,
  ),
  invented(
    "AddTagsToResource of a parameter",
    called("ssm AddTagsToResource", {
      resourceType: "Parameter",
      resourceId: "/mill/db",
      tags: [{ key: "mill", value: "north" }],
    }),
    [asks("ssm:AddTagsToResource", here("ssm", "parameter/mill/db"), { "aws:requesttag/mill": "north" })],
    NOTHING_ELSE,
  ),
  invented(
    "ChangeTagsForResource of a zone",
    called(
      "route53 ChangeTagsForResource",
      { resourceType: "hostedzone", resourceId: "Z0HARBOUR00001", addTags: [{ key: "mill", value: "north" }] },
      { region: "us-east-1" },
    ),
    [asks("route53:ChangeTagsForResource", "arn:aws:route53:::hostedzone/Z0HARBOUR00001")],
    AT_LEAST,
  ),
  invented(
    "StartRestoreJob passes its role",
    called("backup StartRestoreJob", { recoveryPointArn: RECOVERY_POINT, iamRoleArn: GRINDER, metadata: {} }),
    [
      asks("backup:StartRestoreJob", RECOVERY_POINT),
      asks("iam:PassRole", GRINDER, { "iam:passedtoservice": "backup.amazonaws.com" }),
    ],
    AT_LEAST,
  ),
  invented(
    "CreateCluster of Redshift passes two roles",
    called("redshift CreateCluster", {
      clusterIdentifier: "silo",
      iamRoles: [GRINDER, BUILDER],
      masterUserPassword: "****",
    }),
    [
      asks("redshift:CreateCluster", here("redshift", "cluster:silo")),
      asks("iam:PassRole", GRINDER, { "iam:passedtoservice": "redshift.amazonaws.com" }),
      asks("iam:PassRole", BUILDER, { "iam:passedtoservice": "redshift.amazonaws.com" }),
    ],
    AT_LEAST,
  ),
  invented(
    "CreateModel passes its role",
    called("sagemaker CreateModel", { modelName: "grade", executionRoleArn: GRINDER }),
    [
      asks("sagemaker:CreateModel", here("sagemaker", "model/grade")),
      asks("iam:PassRole", GRINDER, { "iam:passedtoservice": "sagemaker.amazonaws.com" }),
    ],
    AT_LEAST,
  ),
  invented(
    "CreateReplicationGroup",
    called("elasticache CreateReplicationGroup", {
      replicationGroupId: "quay",
      replicationGroupDescription: "cache",
      cacheSubnetGroupName: "dock",
    }),
    [
      asks("elasticache:CreateReplicationGroup", here("elasticache", "replicationgroup:quay")),
      asks("elasticache:CreateReplicationGroup", here("elasticache", "subnetgroup:dock")),
    ],
    AT_LEAST,
  ),
  invented(
    "MoveAccount",
    called(
      "organizations MoveAccount",
      { accountId: "210000000072", sourceParentId: "r-tw4f", destinationParentId: "ou-tw4f-sandbox01" },
      { region: "us-east-1" },
    ),
    [
      asks("organizations:MoveAccount", "~arn:aws:organizations::*:account/o-*/210000000072"),
      asks("organizations:MoveAccount", "~arn:aws:organizations::*:root/o-*/r-tw4f"),
      asks("organizations:MoveAccount", "~arn:aws:organizations::*:ou/o-*/ou-tw4f-sandbox01"),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "GetSecretValue whose name ends like an ARN",
    called("secretsmanager GetSecretValue", { secretId: "mill/db-backup" }),
    [asks("secretsmanager:GetSecretValue", `~${here("secretsmanager", "secret:mill/db-backup-??????")}`)],
    AT_LEAST,
  ),
  invented(
    "CreateStateMachine with tags",
    called("states CreateStateMachine", { name: "milling", roleArn: GRINDER, tags: [{ key: "mill", value: "north" }] }),
    [asks("states:CreateStateMachine", here("states", "stateMachine:milling"), { "aws:requesttag/mill": "north" })],
    { atLeast: true, possible: [asks("states:TagResource", here("states", "stateMachine:milling"))] },
  ),
  invented(
    "Invoke of a version by ARN",
    called("lambda Invoke", { functionName: `arn:aws:lambda:${REGION}:${ACCOUNT}:function:mill-gate:7` }),
    [asks("lambda:InvokeFunction", here("lambda", "function:mill-gate:7"))],
    AT_LEAST,
  ),
];
