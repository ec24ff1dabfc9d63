/** Calls of EC2. */
import { BUILDERS, type Details, idAmong, type Operation, READERS, type Scene } from "../operation.ts";

function runInstances(scene: Scene): Details {
  const tags = [{ key: "service", value: scene.workload }];
  const subnetId = idAmong(scene, "subnet", 3);
  const groupId = idAmong(scene, "sg", 2);
  const imageId = idAmong(scene, "ami", 2);
  const instanceId = idAmong(scene, "i", 60);
  const profile = `arn:aws:iam::${scene.accountId}:instance-profile/${scene.workload}-host`;
  return {
    request: {
      instancesSet: { items: [{ imageId, minCount: 1, maxCount: 1 }] },
      instanceType: "m7g.large",
      subnetId,
      groupSet: { items: [{ groupId }] },
      iamInstanceProfile: { arn: profile },
      metadataOptions: { httpTokens: "required" },
      tagSpecificationSet: { items: [{ resourceType: "instance", tags }] },
    },
    response: {
      reservationId: idAmong(scene, "r", 500),
      ownerId: scene.accountId,
      instancesSet: {
        items: [
          {
            instanceId,
            imageId,
            instanceType: "m7g.large",
            subnetId,
            instanceState: { code: 0, name: "pending" },
            tagSet: { items: tags },
          },
        ],
      },
    },
    alsoActions: ["ec2:CreateTags", "iam:PassRole"],
  };
}

function describe(member: string, prefix: string) {
  return (scene: Scene): Details => ({
    request: scene.random.chance(0.5)
      ? {
          [member]: {},
          filterSet: { items: [{ name: "tag:service", valueSet: { items: [{ value: scene.workload }] } }] },
        }
      : {
          [member]: { items: [{ [`${prefix === "i" ? "instance" : "volume"}Id`]: idAmong(scene, prefix, 40) }] },
          filterSet: {},
        },
  });
}

export const MACHINES: readonly Operation[] = [
  {
    service: "ec2",
    name: "DescribeInstances",
    actions: ["ec2:DescribeInstances"],
    weight: 13,
    callers: READERS,
    readOnly: true,
    details: describe("instancesSet", "i"),
    failures: [["Client.RequestLimitExceeded", "Request limit exceeded."]],
  },
  {
    service: "ec2",
    name: "DescribeVolumes",
    actions: ["ec2:DescribeVolumes"],
    weight: 5,
    callers: READERS,
    readOnly: true,
    details: describe("volumeSet", "vol"),
  },
  {
    service: "ec2",
    name: "DescribeSecurityGroups",
    actions: ["ec2:DescribeSecurityGroups"],
    weight: 6,
    callers: READERS,
    readOnly: true,
    details: () => ({ request: { maxResults: 200, securityGroupSet: {}, securityGroupIdSet: {}, filterSet: {} } }),
  },
  {
    service: "ec2",
    name: "DescribeNetworkInterfaces",
    actions: ["ec2:DescribeNetworkInterfaces"],
    weight: 5,
    callers: [...READERS, "function"],
    readOnly: true,
    details: () => ({ request: { networkInterfaceIdSet: {}, filterSet: {} } }),
  },
  {
    service: "ec2",
    name: "RunInstances",
    actions: ["ec2:RunInstances"],
    weight: 1.5,
    callers: ["role", "serviceLinkedRole"],
    readOnly: false,
    details: runInstances,
    failures: [["Server.InsufficientInstanceCapacity", "There is not enough capacity to fulfill your request."]],
  },
  {
    service: "ec2",
    name: "TerminateInstances",
    actions: ["ec2:TerminateInstances"],
    weight: 1,
    callers: [...BUILDERS, "serviceLinkedRole"],
    readOnly: false,
    details: (scene) => ({ request: { instancesSet: { items: [{ instanceId: idAmong(scene, "i", 60) }] } } }),
  },
  {
    service: "ec2",
    name: "CreateSnapshot",
    actions: ["ec2:CreateSnapshot"],
    weight: 2,
    callers: ["user", "role"],
    readOnly: false,
    details: (scene) => ({
      request: { volumeId: idAmong(scene, "vol", 40), description: "nightly" },
      response: { snapshotId: idAmong(scene, "snap", 900), status: "pending", encrypted: true },
    }),
  },
  {
    service: "ec2",
    name: "AuthorizeSecurityGroupIngress",
    actions: ["ec2:AuthorizeSecurityGroupIngress"],
    weight: 0.4,
    callers: BUILDERS,
    readOnly: false,
    details: (scene) => ({
      request: {
        groupId: idAmong(scene, "sg", 12),
        ipPermissions: {
          items: [{ ipProtocol: "tcp", fromPort: 443, toPort: 443, ipRanges: { items: [{ cidrIp: "10.40.0.0/16" }] } }],
        },
      },
      response: { _return: true },
    }),
    failures: [["Client.InvalidPermission.Duplicate", "The specified rule already exists."]],
  },
];
