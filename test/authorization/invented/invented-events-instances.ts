/**
 * Invented calls of EC2 about instances (see invented-event.ts). Sources: semantics 5.4 (multi-action) and 6.2 (ec2), the
 * service authorization reference of EC2. Derives nothing.
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

const FIRST = here("ec2", "instance/i-0a00000000000000a");
const SECOND = here("ec2", "instance/i-0a00000000000000b");
const IMAGE = `arn:aws:ec2:${REGION}::image/ami-0d00000000000000d`;
const NEW_INSTANCE = here("ec2", "instance/*");
const SUBNET = here("ec2", "subnet/subnet-0f00000000000000f");
const ANY_ROLE = `~arn:aws:iam::${ACCOUNT}:role/*`;
const TO_EC2 = { "iam:passedtoservice": "ec2.amazonaws.com" };

const TWO_INSTANCES = { items: [{ instanceId: "i-0a00000000000000a" }, { instanceId: "i-0a00000000000000b" }] };

export const INVENTED_EVENTS_INSTANCES: readonly InventedEvent[] = [
  invented(
    "RunInstances of two, with tags, profile, key, groups and volume",
    called("ec2 RunInstances", {
      instancesSet: { items: [{ imageId: "ami-0d00000000000000d", minCount: 2, maxCount: 2, keyName: "harbour" }] },
      groupSet: { items: [{ groupId: "sg-0000000000000001" }, { groupId: "sg-0000000000000002" }] },
      instanceType: "m7i.large",
      blockDeviceMapping: {
        items: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 20, volumeType: "gp3", encrypted: true } }],
      },
      subnetId: "subnet-0f00000000000000f",
      iamInstanceProfile: { name: "millwright" },
      metadataOptions: { httpTokens: "required" },
      tagSpecificationSet: { items: [{ resourceType: "instance", tags: [{ key: "mill", value: "north" }] }] },
    }),
    [
      asks("ec2:RunInstances", NEW_INSTANCE, {
        "ec2:instancetype": "m7i.large",
        "ec2:metadatahttptokens": "required",
        "aws:requesttag/mill": "north",
        "aws:tagkeys": ["mill"],
      }),
      asks("ec2:RunInstances", IMAGE),
      asks("ec2:RunInstances", here("ec2", "network-interface/*")),
      asks("ec2:RunInstances", here("ec2", "security-group/sg-0000000000000001")),
      asks("ec2:RunInstances", here("ec2", "security-group/sg-0000000000000002")),
      asks("ec2:RunInstances", SUBNET),
      asks("ec2:RunInstances", here("ec2", "volume/*")),
      asks("ec2:RunInstances", here("ec2", "key-pair/harbour")),
      asks("ec2:CreateTags", NEW_INSTANCE, { "ec2:createaction": "RunInstances", "aws:requesttag/mill": "north" }),
      asks("iam:PassRole", ANY_ROLE, TO_EC2),
    ],
    AT_LEAST,
  ),
  invented(
    "RunInstances by launch template, whose image and subnet the response tells",
    called(
      "ec2 RunInstances",
      {
        instancesSet: { items: [{ minCount: 1, maxCount: 1 }] },
        launchTemplate: { launchTemplateId: "lt-0700000000000007", version: "3" },
      },
      {
        response: {
          instancesSet: {
            items: [
              {
                instanceId: "i-0a00000000000000a",
                imageId: "ami-0d00000000000000d",
                instanceType: "m7i.large",
                subnetId: "subnet-0f00000000000000f",
                groupSet: { items: [{ groupId: "sg-0000000000000001" }] },
              },
            ],
          },
        },
      },
    ),
    [
      asks("ec2:RunInstances", NEW_INSTANCE, { "ec2:instancetype": "m7i.large" }),
      asks("ec2:RunInstances", here("ec2", "launch-template/lt-0700000000000007")),
      asks("ec2:RunInstances", IMAGE),
      asks("ec2:RunInstances", SUBNET),
      asks("ec2:RunInstances", here("ec2", "security-group/sg-0000000000000001")),
    ],
    { atLeast: true, possible: [asks("iam:PassRole", ANY_ROLE), asks("ec2:CreateTags", NEW_INSTANCE)] },
  ),
  invented(
    "DescribeInstances",
    called("ec2 DescribeInstances", { instancesSet: TWO_INSTANCES, filterSet: {} }),
    [asks("ec2:DescribeInstances", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "StartInstances",
    called("ec2 StartInstances", { instancesSet: TWO_INSTANCES }),
    [asks("ec2:StartInstances", FIRST), asks("ec2:StartInstances", SECOND)],
    AT_LEAST,
  ),
  invented(
    "TerminateInstances of two",
    called("ec2 TerminateInstances", { instancesSet: TWO_INSTANCES }),
    [asks("ec2:TerminateInstances", FIRST), asks("ec2:TerminateInstances", SECOND)],
    NOTHING_ELSE,
  ),
  invented(
    "TerminateInstances as a dry run",
    called("ec2 TerminateInstances", { instancesSet: TWO_INSTANCES }, { error: "Client.DryRunOperation" }),
    [asks("ec2:TerminateInstances", FIRST), asks("ec2:TerminateInstances", SECOND)],
    AT_LEAST,
  ),
  invented(
    "StopInstances that was denied",
    called(
      "ec2 StopInstances",
      { instancesSet: TWO_INSTANCES, force: false },
      { error: "Client.UnauthorizedOperation" },
    ),
    [asks("ec2:StopInstances", [FIRST, NEW_INSTANCE]), asks("ec2:StopInstances", [SECOND, NEW_INSTANCE])],
    { atLeast: true, isDenied: true },
  ),
  invented(
    "TerminateInstances in GovCloud",
    called(
      "ec2 TerminateInstances",
      { instancesSet: { items: [{ instanceId: "i-0a00000000000000a" }] } },
      { region: "us-gov-west-1" },
    ),
    [asks("ec2:TerminateInstances", `arn:aws-us-gov:ec2:us-gov-west-1:${ACCOUNT}:instance/i-0a00000000000000a`)],
    NOTHING_ELSE,
  ),
  invented(
    "ModifyInstanceMetadataOptions",
    called("ec2 ModifyInstanceMetadataOptions", {
      ModifyInstanceMetadataOptionsRequest: { InstanceId: "i-0a00000000000000a", HttpTokens: "required" },
    }),
    [asks("ec2:ModifyInstanceMetadataOptions", FIRST)],
    NOTHING_ELSE,
  ),
  invented(
    "AssociateIamInstanceProfile by ARN",
    called("ec2 AssociateIamInstanceProfile", {
      AssociateIamInstanceProfileRequest: {
        InstanceId: "i-0a00000000000000a",
        IamInstanceProfile: { Arn: `arn:aws:iam::${ACCOUNT}:instance-profile/millwright` },
      },
    }),
    [asks("ec2:AssociateIamInstanceProfile", FIRST), asks("iam:PassRole", ANY_ROLE, TO_EC2)],
    AT_LEAST,
  ),
  invented(
    "CreateKeyPair",
    called("ec2 CreateKeyPair", { keyName: "harbour", keyType: "ed25519" }),
    [asks("ec2:CreateKeyPair", here("ec2", "key-pair/harbour"))],
    NOTHING_ELSE,
  ),
  invented(
    "GetConsoleOutput",
    called("ec2 GetConsoleOutput", { instanceId: "i-0a00000000000000a" }),
    [asks("ec2:GetConsoleOutput", FIRST)],
    NOTHING_ELSE,
  ),
  invented(
    "DescribeFlowLogs",
    called("ec2 DescribeFlowLogs", { DescribeFlowLogsRequest: { FlowLogId: contents("fl-0900000000000009") } }),
    [asks("ec2:DescribeFlowLogs", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "SendSSHPublicKey",
    called("ec2-instance-connect SendSSHPublicKey", { instanceId: "i-0a00000000000000a", instanceOSUser: "miller" }),
    [asks("ec2-instance-connect:SendSSHPublicKey", FIRST, { "ec2:osuser": "miller" })],
    NOTHING_ELSE,
  ),
];
