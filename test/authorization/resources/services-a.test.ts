/** Resources of invented requests of storage, compute and network services. `A`, `R`: account and region; `(*)`: a literal star. */
import { describe, expect, test } from "vitest";
import { askedOf } from "./asked-of.ts";
import type { InventedCall } from "./request-of.ts";

type Case = readonly [action: string, parameters: unknown, certain: readonly string[], call?: Partial<InventedCall>];

function check(cases: readonly Case[]): void {
  test.each(cases.map((each) => [`${each[0]} ${JSON.stringify(each[1])}`, each] as const))("%s", (_, each) => {
    const [action, parameters, certain, call] = each;
    expect([...askedOf(action, { parameters, ...call }).certain].sort()).toEqual([...certain].sort());
  });
}

describe("s3", () => {
  check([
    ["s3:GetBucketAcl", { bucketName: "b", acl: "" }, ["s3:::b"]],
    ["s3:GetObject", { bucketName: "b", key: "a/*b" }, ["s3:::b/a/(*)b"]],
    ["s3:PutObject", { bucketName: "b" }, ["s3:::b/*"]],
    ["s3:GetObject", { bucketName: "b", key: "HIDDEN_DUE_TO_SECURITY_REASONS" }, ["s3:::b/*"]],
    ["s3:ListAllMyBuckets", null, ["*"]],
    ["s3:GetObject", null, ["s3:::*/*"]],
    [
      "s3:GetObject",
      { bucketName: "b", key: "k" },
      ["s3:::b/k"],
      {
        resources: [
          { type: "AWS::S3::Object", ARN: "arn:aws:s3:::b/k" },
          { ARN: "arn:aws:s3:::b", accountId: "444455556666" },
        ],
      },
    ],
    ["s3:DeleteObject", { bucketName: "b" }, ["s3:::b/x/*"], { resources: [{ ARNPrefix: "arn:aws:s3:::b/x/" }] }],
    [
      "s3:GetObject",
      { bucketName: "arn:aws:s3:eu-west-1:111122223333:accesspoint/ap", key: "a/b" },
      ["s3:R:A:accesspoint/ap/object/a/b"],
    ],
    ["s3:ListBucket", { bucketName: "arn:aws:s3:eu-west-1:111122223333:accesspoint/ap" }, ["s3:R:A:accesspoint/ap"]],
    ["s3:ListBucket", { bucketName: "ap-abcdefghijklmnopqrstuvwxyz-s3alias" }, ["s3:R:A:accesspoint/*"]],
    ["s3express:CreateSession", { bucketName: "b--euw1-az1--x-s3" }, ["s3express:R:A:bucket/b--euw1-az1--x-s3"]],
  ]);

  test("behind an access point the object is only possible", () => {
    const resources = [
      { ARN: "arn:aws:s3:eu-west-1:111122223333:accesspoint/ap/object/k" },
      { ARN: "arn:aws:s3:::b/k" },
    ];
    expect(askedOf("s3:GetObject", { parameters: { bucketName: "b", key: "k" }, resources })).toEqual({
      certain: ["s3:R:A:accesspoint/ap/object/k"],
      possible: ["s3:::b/k"],
    });
  });
});

describe("ec2", () => {
  check([
    [
      "ec2:TerminateInstances",
      { instancesSet: { items: [{ instanceId: "i-1" }, { instanceId: "i-2" }] } },
      ["ec2:R:A:instance/i-1", "ec2:R:A:instance/i-2"],
    ],
    ["ec2:AttachVolume", { instanceId: "i-1", volumeId: "vol-1" }, ["ec2:R:A:instance/i-1", "ec2:R:A:volume/vol-1"]],
    ["ec2:DeleteSnapshot", { snapshotId: "snap-1" }, ["ec2:R::snapshot/snap-1"]],
    ["ec2:DeregisterImage", { imageId: "ami-1" }, ["ec2:R::image/ami-1"]],
    ["ec2:DeleteNatGateway", { DeleteNatGatewayRequest: { NatGatewayId: "nat-1" } }, ["ec2:R:A:natgateway/nat-1"]],
    [
      "ec2:DeleteFlowLogs",
      { DeleteFlowLogsRequest: { FlowLogId: { tag: 1, content: "fl-1" } } },
      ["ec2:R:A:vpc-flow-log/fl-1"],
    ],
    [
      "ec2:CreateFlowLogs",
      {
        CreateFlowLogsRequest: {
          ResourceId: [
            { tag: 1, content: "vpc-1" },
            { tag: 2, content: "subnet-1" },
          ],
        },
      },
      ["ec2:R:*:vpc/vpc-1", "ec2:R:*:subnet/subnet-1", "ec2:R:A:vpc-flow-log/(*)"],
    ],
    [
      "ec2:CreateTags",
      { resourcesSet: { items: [{ resourceId: "i-1" }, { resourceId: "tgw-attach-1" }, { resourceId: "tgw-1" }] } },
      ["ec2:R:A:instance/i-1", "ec2:R:A:transit-gateway-attachment/tgw-attach-1", "ec2:R:A:transit-gateway/tgw-1"],
    ],
    [
      "ec2:CreateTags",
      { tagSpecificationSet: { items: [{ resourceType: "volume" }] } },
      ["ec2:R:A:volume/(*)"],
      { source: "ec2", name: "CreateVolume" },
    ],
    ["ec2:CreateVpc", { cidrBlock: "10.0.0.0/16" }, ["ec2:R:A:vpc/(*)"]],
    ["ec2:CreateSubnet", { vpcId: "vpc-1" }, ["ec2:R:A:subnet/(*)", "ec2:R:A:vpc/vpc-1"]],
    ["ec2:CreateSnapshot", { volumeId: "vol-1" }, ["ec2:R::snapshot/(*)", "ec2:R:A:volume/vol-1"]],
    ["ec2:CreateKeyPair", { keyName: "k" }, ["ec2:R:A:key-pair/k"]],
    [
      "ec2:DetachNetworkInterface",
      { attachmentId: "eni-attach-1" },
      ["ec2:R:A:instance/*", "ec2:R:A:network-interface/*"],
    ],
    ["ec2:DescribeInstances", {}, ["*"]],
    [
      "ec2:AssociateAddress",
      { publicIp: "192.0.2.1", instanceId: "i-1" },
      ["ec2:R:A:elastic-ip/*", "ec2:R:A:instance/i-1"],
    ],
    [
      "ec2:RunInstances",
      {
        instancesSet: { items: [{ imageId: "ami-1", keyName: "k" }] },
        groupSet: { items: [{ groupId: "sg-1" }] },
        subnetId: "subnet-1",
      },
      [
        "ec2:R::image/ami-1",
        "ec2:R:A:instance/(*)",
        "ec2:R:A:key-pair/k",
        "ec2:R:A:network-interface/(*)",
        "ec2:R:*:security-group/sg-1",
        "ec2:R:*:subnet/subnet-1",
        "ec2:R:A:volume/(*)",
      ],
    ],
    [
      "ec2:RunInstances",
      { launchTemplate: { launchTemplateId: "lt-1" } },
      [
        "ec2:R::image/ami-9",
        "ec2:R:A:instance/(*)",
        "ec2:R:A:launch-template/lt-1",
        "ec2:R:A:network-interface/*",
        "ec2:R:*:security-group/*",
        "ec2:R:*:subnet/subnet-9",
        "ec2:R:A:volume/(*)",
      ],
      { response: { instancesSet: { items: [{ imageId: "ami-9", subnetId: "subnet-9", instanceId: "i-9" }] } } },
    ],
    [
      "ebs:ListChangedBlocks",
      { firstSnapshotId: "snap-1", secondSnapshotId: "snap-2" },
      ["ec2:R::snapshot/snap-1", "ec2:R::snapshot/snap-2"],
    ],
  ]);

  test("a launch template may hold more than the request names", () => {
    const withTemplate = askedOf("ec2:RunInstances", { parameters: { launchTemplate: { launchTemplateId: "lt-1" } } });
    const without = askedOf("ec2:RunInstances", { parameters: { instancesSet: { items: [{ imageId: "ami-1" }] } } });
    expect(withTemplate.possible).toContain("ec2:R:A:key-pair/*");
    expect(without.possible).not.toContain("ec2:R:A:key-pair/*");
  });

  test("the source of a copy is possible, where it lies", () => {
    const { certain, possible } = askedOf("ec2:CopySnapshot", {
      parameters: { sourceRegion: "us-east-1", sourceSnapshotId: "snap-1" },
    });
    expect(certain).toEqual(["ec2:R::snapshot/(*)"]);
    expect(possible).toEqual(["ec2:us-east-1::snapshot/snap-1"]);
  });

  test("of calls whose parameters are not all known an unnamed type is possible", () => {
    const { certain, possible } = askedOf("ec2:ModifyInstancePlacement", { parameters: { instanceId: "i-1" } });
    expect(certain).toEqual(["ec2:R:A:instance/i-1"]);
    expect(possible).toContain("ec2:R:*:dedicated-host/*");
  });

  test("what a failed call answers says nothing", () => {
    const response = { instancesSet: { items: [{ imageId: "ami-9" }] } };
    const parameters = { launchTemplate: { launchTemplateId: "lt-1" } };
    const { certain } = askedOf("ec2:RunInstances", { parameters, response, hasFailed: true });
    expect(certain).toContain("ec2:R::image/*");
  });
});

describe("compute", () => {
  check([
    ["lambda:InvokeFunction", { functionName: "f" }, ["lambda:R:A:function:f"]],
    ["lambda:InvokeFunction", { functionName: "f", qualifier: "live" }, ["lambda:R:A:function:f:live"]],
    ["lambda:InvokeFunction", { functionName: "f:3" }, ["lambda:R:A:function:f:3"]],
    ["lambda:GetFunction", { functionName: "444455556666:function:f" }, ["lambda:R:444455556666:function:f"]],
    [
      "lambda:GetFunction",
      { functionName: "arn:aws:lambda:us-east-1:444455556666:function:f:live" },
      ["lambda:us-east-1:444455556666:function:f | lambda:us-east-1:444455556666:function:f:live"],
    ],
    ["lambda:ListFunctions", {}, ["*"]],
    ["lambda:GetLayerVersion", { layerName: "l", versionNumber: 3 }, ["lambda:R:A:layer:l:3"]],
    ["lambda:UpdateEventSourceMapping", { uUID: "11111111-2222" }, ["lambda:R:A:event-source-mapping:11111111-2222"]],
    ["lambda:DeleteFunction", null, ["lambda:R:*:function:*"]],
    ["ecs:DeleteService", { cluster: "c", service: "s" }, ["ecs:R:A:service/c/s | ecs:R:A:service/s"]],
    ["ecs:DeleteCluster", { cluster: "c" }, ["ecs:R:A:cluster/c"]],
    ["ecs:CreateCluster", {}, ["ecs:R:A:cluster/default"]],
    ["ecs:RunTask", { cluster: "c", taskDefinition: "fam:7" }, ["ecs:R:A:task-definition/fam:7"]],
    ["ecs:RunTask", { taskDefinition: "fam" }, ["ecs:R:A:task-definition/fam:*"]],
    [
      "ecs:ExecuteCommand",
      { cluster: "arn:aws:ecs:eu-west-1:111122223333:cluster/c", task: "t1" },
      ["ecs:R:A:cluster/c", "ecs:R:A:task/c/t1 | ecs:R:A:task/t1"],
    ],
    ["eks:DescribeCluster", { name: "c" }, ["eks:R:A:cluster/c"]],
    ["eks:DescribeNodegroup", { name: "c", nodegroupName: "n" }, ["eks:R:A:nodegroup/c/n/*"]],
    [
      "autoscaling:DeleteAutoScalingGroup",
      { autoScalingGroupName: "g" },
      ["autoscaling:R:A:autoScalingGroup:*:autoScalingGroupName/g"],
    ],
    [
      "elasticloadbalancing:DeleteLoadBalancer",
      { loadBalancerName: "classic" },
      ["elasticloadbalancing:R:A:loadbalancer/classic"],
    ],
    [
      "elasticloadbalancing:CreateListener",
      { loadBalancerArn: "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/net/n/1" },
      ["elasticloadbalancing:R:A:loadbalancer/net/n/1"],
    ],
    ["elasticloadbalancing:CreateTargetGroup", { name: "t" }, ["elasticloadbalancing:R:A:targetgroup/t/*"]],
    [
      "elasticbeanstalk:UpdateEnvironment",
      { applicationName: "a", environmentName: "e" },
      ["elasticbeanstalk:R:A:environment/a/e"],
    ],
  ]);
});

describe("other storage and network", () => {
  check([
    ["elasticfilesystem:DeleteFileSystem", { fileSystemId: "fs-1" }, ["elasticfilesystem:R:A:file-system/fs-1"]],
    ["glacier:DeleteVault", { accountId: "-", vaultName: "v" }, ["glacier:R:A:vaults/v"]],
    ["backup:DeleteBackupVault", { backupVaultName: "v" }, ["backup:R:A:backup-vault:v"]],
    ["ecr:PutImage", { registryId: "444455556666", repositoryName: "r/s" }, ["ecr:R:444455556666:repository/r/s"]],
    ["route53:ChangeResourceRecordSets", { hostedZoneId: "/hostedzone/Z1" }, ["route53:::hostedzone/Z1"]],
    ["route53:GetHostedZone", { id: "Z1" }, ["route53:::hostedzone/Z1"]],
    ["cloudfront:UpdateDistribution", { id: "E1" }, ["cloudfront::A:distribution/E1"]],
  ]);
});
