/**
 * Real records of EC2 instances, each with what AWS decided for it, read by hand (see expected-event.ts). Sources:
 * semantics 5.4 and 6.2, the service authorization reference. Holds ids and expectations only, never a record;
 * derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_INSTANCES: readonly ExpectedEvent[] = [
  {
    eventID: "1bb6c2f9-b96b-485d-92ad-380e4be8b1b1",
    operation: "ec2.amazonaws.com ModifyInstanceAttribute",
    certain: [
      {
        action: "ec2:ModifyInstanceAttribute",
        resource: "arn:aws:ec2:us-east-1:123837392027:instance/i-0dbc91f429e48eeed",
      },
    ],
    possible: [],
  },
  {
    eventID: "1dce5fc1-713c-4899-acb9-f96aff4f9236",
    operation: "ec2.amazonaws.com CreateLaunchTemplate",
    certain: [{ action: "ec2:CreateLaunchTemplate", resource: "arn:aws:ec2:us-east-1:111111111111:launch-template/*" }],
    possible: [],
  },
  {
    eventID: "e755e09c-42f9-4c5c-9064-EXAMPLE228c7",
    operation: "ec2.amazonaws.com StartInstances",
    certain: [
      { action: "ec2:StartInstances", resource: "arn:aws:ec2:us-east-1:123456789012:instance/i-EXAMPLE56126103cb" },
      { action: "ec2:StartInstances", resource: "arn:aws:ec2:us-east-1:123456789012:instance/i-EXAMPLEaff4840c22" },
    ],
  },
  {
    eventID: "9357a8cc-a0eb-46a1-b67e-EXAMPLE19b14",
    operation: "ec2.amazonaws.com StopInstances",
    certain: [
      { action: "ec2:StopInstances", resource: "arn:aws:ec2:us-east-1:777788889999:instance/i-EXAMPLE56126103cb" },
      { action: "ec2:StopInstances", resource: "arn:aws:ec2:us-east-1:777788889999:instance/i-EXAMPLEaff4840c22" },
    ],
    possible: [],
  },
  {
    eventID: "2d893b1d-e8f2-499b-a558-cb927d9b48ea",
    operation: "ec2.amazonaws.com TerminateInstances",
    certain: [
      { action: "ec2:TerminateInstances", resource: "arn:aws:ec2:us-east-1:123837392027:instance/i-0dbc91f429e48eeed" },
    ],
    possible: [],
  },
  {
    eventID: "73076737-1a1e-418b-94fd-cbde95a5859d",
    operation: "ec2.amazonaws.com GetPasswordData",
    certain: [
      { action: "ec2:GetPasswordData", resource: "arn:aws:ec2:us-west-2:111122223333:instance/i-abcdef1234567890" },
    ],
    possible: [],
  },
  {
    eventID: "61374265-b590-4f81-b09d-295ccc1a7de1",
    operation: "ec2.amazonaws.com DescribeInstanceAttribute",
    certain: [
      {
        action: "ec2:DescribeInstanceAttribute",
        resource: "arn:aws:ec2:us-east-1:123837392027:instance/i-0dbc91f429e48eeed",
      },
    ],
    possible: [],
  },
  {
    eventID: "BEXAMPLE-1234-5678-abcd-EXAMPLE00002",
    operation: "ec2.amazonaws.com DescribeInstances",
    certain: [{ action: "ec2:DescribeInstances", resource: "*" }],
    possible: [],
  },
  {
    eventID: "86eac0ac-8521-4126-aa32-a22f2b74d02e",
    operation: "ec2.amazonaws.com RunInstances",
    certain: [
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-east-1::image/ami-029eb80bc237bec6f" },
      {
        action: "ec2:RunInstances",
        resource: "arn:aws:ec2:us-east-1:123837392027:instance/*",
        keys: { "aws:requesttag/stratusredteam": "true" },
      },
      {
        action: "ec2:RunInstances",
        resource: "arn:aws:ec2:us-east-1:123837392027:network-interface/eni-076fa9fb98a2500a7",
      },
      {
        action: "ec2:CreateTags",
        resource: "arn:aws:ec2:us-east-1:123837392027:instance/*",
        keys: { "aws:requesttag/stratusredteam": "true", "ec2:createaction": "RunInstances" },
      },
      {
        action: "iam:PassRole",
        resource: "~arn:aws:iam::123837392027:role/*",
        keys: { "iam:passedtoservice": "ec2.amazonaws.com" },
      },
    ],
    possible: [{ action: "ec2:RunInstances", resource: "arn:aws:ec2:us-east-1:123837392027:volume/*" }],
    atLeast: true,
    because: "the role in an instance profile may have another name than the profile",
  },
  {
    eventID: "4a131b73-a4cd-44ce-8757-e3ad55c22e43",
    operation: "ec2.amazonaws.com RunInstances",
    certain: [
      {
        action: "ec2:RunInstances",
        resource: ["arn:aws:ec2:us-east-1::image/ami-029eb80bc237bec6f", "arn:aws:ec2:us-east-1::image/*"],
      },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-east-1:123837392027:instance/*" },
    ],
    possible: [{ action: "iam:PassRole", resource: "~arn:aws:iam::123837392027:role/*" }],
    atLeast: true,
    because: "refused because of a parameter, perhaps the instance profile",
  },
  {
    eventID: "8e865acb-b1e1-41d1-bdf3-47462f79d24c",
    operation: "ec2.amazonaws.com RunInstances",
    certain: [
      {
        action: "ec2:RunInstances",
        resource: ["arn:aws:ec2:us-east-1::image/ami-029eb80bc237bec6f", "arn:aws:ec2:us-east-1::image/*"],
      },
      {
        action: "ec2:RunInstances",
        resource: "arn:aws:ec2:us-east-1:123837392027:instance/*",
        keys: { "ec2:instancetype": "p2.xlarge" },
      },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-east-1:123837392027:subnet/subnet-096553f59d783f082" },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-east-1:123837392027:network-interface/*" },
    ],
    atLeast: true,
    because: "the default security group and the disks of the image are not in the log",
  },
  {
    eventID: "fdd7443c-ba1f-47eb-b0bc-42395266d12c",
    operation: "ec2.amazonaws.com RunInstances",
    certain: [
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:ap-southeast-2::image/ami-01234567890123456" },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:ap-southeast-2:012345678901:instance/*" },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:ap-southeast-2:012345678901:key-pair/aws-testing" },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:ap-southeast-2:012345678901:network-interface/*" },
      {
        action: "ec2:RunInstances",
        resource: "arn:aws:ec2:ap-southeast-2:012345678901:security-group/sg-01234567890123456",
      },
      {
        action: "ec2:RunInstances",
        resource: "arn:aws:ec2:ap-southeast-2:012345678901:subnet/subnet-01234567890123456",
      },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:ap-southeast-2:012345678901:volume/*" },
    ],
  },
  {
    eventID: "cd7919fe-34a2-4d26-b038-23a2556a79fb",
    operation: "ec2.amazonaws.com RunInstances",
    certain: [
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-2::image/ami-020a359780bc6f835" },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-2:123456789012:instance/*" },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-2:123456789012:key-pair/a-key" },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-2:123456789012:network-interface/*" },
      {
        action: "ec2:RunInstances",
        resource: "arn:aws:ec2:us-west-2:123456789012:security-group/sg-00000000000000000",
      },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-2:123456789012:subnet/subnet-00000000000000000" },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-2:123456789012:volume/*" },
      {
        action: "ec2:CreateTags",
        resource: "arn:aws:ec2:us-west-2:123456789012:instance/*",
        keys: { "aws:requesttag/name": "test", "ec2:createaction": "RunInstances" },
      },
    ],
    possible: [{ action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-2::snapshot/snap-00000000000000000" }],
    atLeast: true,
  },
  {
    eventID: "6da8b953-741f-4273-be3f-289b92b4d1fc",
    operation: "ec2.amazonaws.com RunInstances",
    certain: [
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-1::image/ami-06116566" },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-1:619193117841:instance/*" },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-1:619193117841:key-pair/PersonalWest" },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-1:619193117841:network-interface/*" },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-1:619193117841:security-group/sg-bd2d87d9" },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-1:619193117841:subnet/subnet-5f7a3106" },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-1:619193117841:volume/*" },
      {
        action: "iam:PassRole",
        resource: "~arn:aws:iam::619193117841:role/*",
        keys: { "iam:passedtoservice": "ec2.amazonaws.com" },
      },
    ],
    atLeast: true,
  },
  {
    eventID: "b32f82e6-7375-4487-85f3-442face5eab4",
    operation: "ec2.amazonaws.com RunInstances",
    certain: [
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-2::image/ami-05074c40f29040248" },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-2:123412341234:instance/*" },
      {
        action: "ec2:RunInstances",
        resource: "arn:aws:ec2:us-west-2:123412341234:launch-template/lt-064c1a4dbc97b01fc",
      },
      { action: "ec2:RunInstances", resource: "arn:aws:ec2:us-west-2:123412341234:subnet/subnet-00559b970d3a60983" },
    ],
    possible: [
      { action: "iam:PassRole", resource: "~arn:aws:iam::123412341234:role/*" },
      { action: "ec2:CreateTags", resource: "arn:aws:ec2:us-west-2:123412341234:instance/*" },
    ],
    atLeast: true,
  },
  {
    eventID: "d6d05dd2-d03d-4dce-a88c-02b6a567d889",
    operation: "ec2-instance-connect.amazonaws.com SendSSHPublicKey",
    certain: [
      {
        action: "ec2-instance-connect:SendSSHPublicKey",
        resource: "arn:aws:ec2:us-west-2:111122223333:instance/i-abcdef01234567890",
      },
    ],
    possible: [],
    keys: { "ec2:osuser": "ec2-user" },
  },
  {
    eventID: "1a2w3d4r5-a88f-4e28-b3bf-30161f75be34",
    operation: "ec2-instance-connect.amazonaws.com SendSSHPublicKey ",
    certain: [
      {
        action: "ec2-instance-connect:SendSSHPublicKey",
        resource: "arn:aws:ec2:us-west-2:123456789012:instance/i-0123456789EXAMPLE",
      },
    ],
    possible: [],
    because: "the name ends with a space",
  },
];
