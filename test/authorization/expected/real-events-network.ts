/**
 * Real records of EC2 networks and addresses that are changed, attached or deleted, each with what AWS decided for
 * it, read by hand (see expected-event.ts). Sources: semantics 5.4 and 6.2, the service authorization reference.
 * Holds ids and expectations only, never a record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_NETWORK: readonly ExpectedEvent[] = [
  {
    eventID: "a8126719-8ca9-43a1-9c1c-4fddd2bef9a8",
    operation: "ec2.amazonaws.com AssociateRouteTable",
    certain: [
      {
        action: "ec2:AssociateRouteTable",
        resource: "arn:aws:ec2:us-east-1:123837392027:route-table/rtb-0c7c2f4aff3677054",
      },
      {
        action: "ec2:AssociateRouteTable",
        resource: "arn:aws:ec2:us-east-1:123837392027:subnet/subnet-01ed430875cff578d",
      },
    ],
    possible: [],
  },
  {
    eventID: "2b4e0526-7813-410b-b6a5-366704c3b0d3",
    operation: "ec2.amazonaws.com AttachInternetGateway",
    certain: [
      {
        action: "ec2:AttachInternetGateway",
        resource: "arn:aws:ec2:us-east-1:123837392027:internet-gateway/igw-02a84e4222d62e16b",
      },
      { action: "ec2:AttachInternetGateway", resource: "arn:aws:ec2:us-east-1:123837392027:vpc/vpc-06fe1a64761a0f720" },
    ],
    possible: [],
  },
  {
    eventID: "391942a4-c330-4d17-9497-343e28c0b8a1",
    operation: "ec2.amazonaws.com DetachInternetGateway",
    certain: [
      {
        action: "ec2:DetachInternetGateway",
        resource: "arn:aws:ec2:us-east-1:123837392027:internet-gateway/igw-02a84e4222d62e16b",
      },
      { action: "ec2:DetachInternetGateway", resource: "arn:aws:ec2:us-east-1:123837392027:vpc/vpc-06fe1a64761a0f720" },
    ],
    possible: [],
  },
  {
    eventID: "7e96f0e7-4d78-423d-b3f5-391370685b30",
    operation: "ec2.amazonaws.com AuthorizeSecurityGroupIngress",
    certain: [
      {
        action: "ec2:AuthorizeSecurityGroupIngress",
        resource: "arn:aws:ec2:us-east-1:123837392027:security-group/sg-04cfb7a4712d75b00",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "d2dedbf2-62a8-4362-bcad-aa1670e80c0f",
    operation: "ec2.amazonaws.com RevokeSecurityGroupEgress",
    certain: [
      {
        action: "ec2:RevokeSecurityGroupEgress",
        resource: "arn:aws:ec2:us-east-1:123837392027:security-group/sg-04cfb7a4712d75b00",
      },
    ],
    possible: [],
  },
  {
    eventID: "ffd9d334-1e18-4c5e-9ccf-e31d440f3dec",
    operation: "ec2.amazonaws.com DeleteRoute",
    certain: [
      { action: "ec2:DeleteRoute", resource: "arn:aws:ec2:us-east-1:123837392027:route-table/rtb-08838187a84b2f5bf" },
    ],
    possible: [],
  },
  {
    eventID: "2212e8b1-b053-4388-9d3a-1bf963b1f075",
    operation: "ec2.amazonaws.com DeleteTrafficMirrorTarget",
    certain: [
      {
        action: "ec2:DeleteTrafficMirrorTarget",
        resource: "arn:aws:ec2:us-east-1:123123123123:traffic-mirror-target/tmt-0fd4b591901182794",
      },
    ],
    possible: [],
  },
  {
    eventID: "de58d903-38d7-4f30-a84b-b79d858e8376",
    operation: "ec2.amazonaws.com DeleteFlowLogs",
    certain: [
      {
        action: "ec2:DeleteFlowLogs",
        resource: "arn:aws:ec2:us-east-1:123837392027:vpc-flow-log/fl-064ed3a785e4a37ef",
      },
    ],
    possible: [],
  },
  {
    eventID: "de095443-8389-4aa2-9bcb-d3295a255169",
    operation: "ec2.amazonaws.com DeleteNatGateway",
    certain: [
      {
        action: "ec2:DeleteNatGateway",
        resource: "arn:aws:ec2:us-east-1:123837392027:natgateway/nat-0dd264ee104155137",
      },
    ],
    possible: [],
  },
  {
    eventID: "10fe783b-14ea-4f67-8dbc-b1596716e57c",
    operation: "ec2.amazonaws.com DeleteTransitGatewayVpcAttachment",
    certain: [
      {
        action: "ec2:DeleteTransitGatewayVpcAttachment",
        resource: "arn:aws:ec2:us-west-2:012345678912:transit-gateway-attachment/tgw-attach-0814a77755bf02f0e",
      },
    ],
    possible: [],
  },
  {
    eventID: "c9c907af-3402-4ce0-a887-53d0f5ba4be3",
    operation: "ec2.amazonaws.com DeleteVpc",
    certain: [{ action: "ec2:DeleteVpc", resource: "arn:aws:ec2:us-east-1:123837392027:vpc/vpc-0255d384b4b458b46" }],
    possible: [],
  },
  {
    eventID: "540b0193-0d7f-4682-b665-9e6a6f734b1f",
    operation: "ec2.amazonaws.com ReleaseAddress",
    certain: [
      {
        action: "ec2:ReleaseAddress",
        resource: "arn:aws:ec2:us-east-1:123837392027:elastic-ip/eipalloc-09d58d8a1fc361502",
      },
    ],
    possible: [],
  },
  {
    eventID: "f7731d05-e80f-424b-8f67-732cbb8ea29f",
    operation: "ec2.amazonaws.com DescribeVpcAttribute",
    certain: [
      { action: "ec2:DescribeVpcAttribute", resource: "arn:aws:ec2:us-east-1:123837392027:vpc/vpc-06fe1a64761a0f720" },
    ],
    possible: [],
  },
  {
    eventID: "768ef4f1-4721-40e0-82d7-5504605a380b",
    operation: "ec2.amazonaws.com DescribeRegions",
    certain: [{ action: "ec2:DescribeRegions", resource: "*" }],
    possible: [],
  },
  {
    eventID: "8a13e27e-c9a2-4a45-9555-13eededb14b3",
    operation: "ec2.amazonaws.com DescribeSecurityGroups",
    certain: [{ action: "ec2:DescribeSecurityGroups", resource: "*" }],
    possible: [],
  },
];
