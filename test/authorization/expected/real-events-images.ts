/**
 * Real records of EC2 disks, images and tags, each with what AWS decided for it, read by hand (see expected-
 * event.ts). Sources: semantics 5.4 and 6.2, the service authorization reference. Holds ids and expectations only,
 * never a record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_IMAGES: readonly ExpectedEvent[] = [
  {
    eventID: "9eede385-5c6d-405e-9dda-fd10950e9069",
    operation: "ec2.amazonaws.com CreateSnapshot",
    certain: [
      {
        action: "ec2:CreateSnapshot",
        resource: "arn:aws:ec2:us-east-1::snapshot/*",
        keys: { "aws:requesttag/stratusredteam": "true" },
      },
      { action: "ec2:CreateSnapshot", resource: "arn:aws:ec2:us-east-1:123837392027:volume/vol-0fc2e34e74650e145" },
      {
        action: "ec2:CreateTags",
        resource: "arn:aws:ec2:us-east-1::snapshot/*",
        keys: { "aws:requesttag/stratusredteam": "true", "ec2:createaction": "CreateSnapshot" },
      },
    ],
    possible: [],
  },
  {
    eventID: "396f94bc-78ec-4b64-917d-aadc2260c81d",
    operation: "ec2.amazonaws.com CreateVolume",
    certain: [
      {
        action: "ec2:CreateVolume",
        resource: "arn:aws:ec2:us-east-1:123837392027:volume/*",
        keys: { "aws:requesttag/stratusredteam": "true" },
      },
      {
        action: "ec2:CreateTags",
        resource: "arn:aws:ec2:us-east-1:123837392027:volume/*",
        keys: { "aws:requesttag/stratusredteam": "true", "ec2:createaction": "CreateVolume" },
      },
    ],
    possible: [],
  },
  {
    eventID: "166db627-7c52-4552-ac56-5aad1d09bde8",
    operation: "ec2.amazonaws.com CreateTags",
    certain: [{ action: "ec2:CreateTags", resource: "arn:aws:ec2:us-east-1::image/ami-0aa1d83d0b0985c86" }],
    possible: [],
    keys: { "aws:requesttag/stratusredteam": "true", "ec2:createaction": null, "aws:tagkeys": ["StratusRedTeam"] },
  },
  {
    eventID: "0ea3f05a-066c-43f9-8869-393ba67e7936",
    operation: "ec2.amazonaws.com CreateImage",
    certain: [
      { action: "ec2:CreateImage", resource: "arn:aws:ec2:us-east-1::image/*" },
      { action: "ec2:CreateImage", resource: "arn:aws:ec2:us-east-1:123456789101:instance/i-0381a3817f72a949d" },
      { action: "ec2:CreateImage", resource: "arn:aws:ec2:us-east-1::snapshot/*" },
    ],
  },
  {
    eventID: "fa0d7aad-7d72-46c4-a0cf-230834779e81",
    operation: "ec2.amazonaws.com RegisterImage",
    certain: [
      { action: "ec2:RegisterImage", resource: "arn:aws:ec2:us-east-1::image/*" },
      { action: "ec2:RegisterImage", resource: "arn:aws:ec2:us-east-1::snapshot/snap-01ee6be9876379b3b" },
    ],
    possible: [],
  },
  {
    eventID: "01789781-6054-4dd1-93a6-e9d36c5bbb69",
    operation: "ec2.amazonaws.com DeregisterImage",
    certain: [{ action: "ec2:DeregisterImage", resource: "arn:aws:ec2:us-east-1::image/ami-0aa1d83d0b0985c86" }],
    atLeast: true,
  },
  {
    eventID: "8d96ddae-ab7e-4230-9935-44dde036f058",
    operation: "ec2.amazonaws.com ModifyImageAttribute",
    certain: [{ action: "ec2:ModifyImageAttribute", resource: "arn:aws:ec2:us-east-1::image/ami-0aa1d83d0b0985c86" }],
    possible: [],
  },
  {
    eventID: "3ad01b1d-ebc1-4830-994b-9210534ab9f2",
    operation: "ec2.amazonaws.com ModifySnapshotAttribute",
    certain: [
      { action: "ec2:ModifySnapshotAttribute", resource: "arn:aws:ec2:us-east-1::snapshot/snap-083d3b857c13988bc" },
    ],
    possible: [],
  },
  {
    eventID: "af96f3f5-5b2d-40dd-886e-4db2d999130b",
    operation: "ec2.amazonaws.com DeleteSnapshot",
    certain: [{ action: "ec2:DeleteSnapshot", resource: "arn:aws:ec2:us-east-1::snapshot/snap-083d3b857c13988bc" }],
    possible: [],
  },
  {
    eventID: "9b77e3e5-b2a1-4274-a0f9-8f642f0ae426",
    operation: "ec2.amazonaws.com DescribeImages",
    certain: [{ action: "ec2:DescribeImages", resource: "*" }],
    possible: [],
  },
];
