/**
 * Invented calls of EC2 about networks (see invented-event.ts). Sources: semantics 5.4 and 6.2, the service authorization
 * reference of EC2. Derives nothing.
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
  LAKE_ACCOUNT,
  NOTHING_ELSE,
} from "./invented-event.ts";

const VPC = here("ec2", "vpc/vpc-0100000000000001");
const SUBNET = here("ec2", "subnet/subnet-0f00000000000000f");
const GROUP = here("ec2", "security-group/sg-0000000000000001");
const WRITER = `arn:aws:iam::${ACCOUNT}:role/ferry/log-writer`;

export const INVENTED_EVENTS_NETWORKS: readonly InventedEvent[] = [
  invented(
    "CreateVpc",
    called("ec2 CreateVpc", { cidrBlock: "10.7.0.0/16", instanceTenancy: "default" }),
    [asks("ec2:CreateVpc", here("ec2", "vpc/*"))],
    NOTHING_ELSE,
  ),
  invented(
    "DeleteVpc",
    called("ec2 DeleteVpc", { vpcId: "vpc-0100000000000001" }),
    [asks("ec2:DeleteVpc", VPC)],
    NOTHING_ELSE,
  ),
  invented(
    "CreateSubnet",
    called("ec2 CreateSubnet", { vpcId: "vpc-0100000000000001", cidrBlock: "10.7.1.0/24" }),
    [asks("ec2:CreateSubnet", here("ec2", "subnet/*")), asks("ec2:CreateSubnet", VPC)],
    NOTHING_ELSE,
  ),
  invented(
    "CreateSecurityGroup with tags",
    called("ec2 CreateSecurityGroup", {
      groupName: "gate",
      vpcId: "vpc-0100000000000001",
      tagSpecificationSet: { items: [{ resourceType: "security-group", tags: [{ key: "mill", value: "north" }] }] },
    }),
    [
      asks("ec2:CreateSecurityGroup", here("ec2", "security-group/*")),
      asks("ec2:CreateSecurityGroup", VPC),
      asks("ec2:CreateTags", here("ec2", "security-group/*"), { "ec2:createaction": "CreateSecurityGroup" }),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "AuthorizeSecurityGroupIngress",
    called("ec2 AuthorizeSecurityGroupIngress", {
      groupId: "sg-0000000000000001",
      ipPermissions: {
        items: [{ ipProtocol: "tcp", fromPort: 443, toPort: 443, ipRanges: { items: [{ cidrIp: "192.0.2.0/24" }] } }],
      },
    }),
    [asks("ec2:AuthorizeSecurityGroupIngress", GROUP)],
    AT_LEAST,
  ),
  invented(
    "AuthorizeSecurityGroupIngress by the group's name",
    called("ec2 AuthorizeSecurityGroupIngress", { groupName: "gate", ipProtocol: "tcp", fromPort: 22, toPort: 22 }),
    [asks("ec2:AuthorizeSecurityGroupIngress", `~${here("ec2", "security-group/*")}`)],
    AT_LEAST,
  ),
  invented(
    "CreateFlowLogs of two subnets passes its role",
    called("ec2 CreateFlowLogs", {
      CreateFlowLogsRequest: {
        ResourceType: "Subnet",
        ResourceId: contents("subnet-0f00000000000000f", "subnet-0f0000000000000ff"),
        DeliverLogsPermissionArn: WRITER,
        LogGroupName: "tides",
        TrafficType: "ALL",
      },
    }),
    [
      asks("ec2:CreateFlowLogs", here("ec2", "vpc-flow-log/*")),
      asks("ec2:CreateFlowLogs", SUBNET),
      asks("ec2:CreateFlowLogs", here("ec2", "subnet/subnet-0f0000000000000ff")),
      asks("iam:PassRole", WRITER, { "iam:passedtoservice": "vpc-flow-logs.amazonaws.com" }),
    ],
    AT_LEAST,
  ),
  invented(
    "CreateNatGateway",
    called("ec2 CreateNatGateway", {
      CreateNatGatewayRequest: { SubnetId: "subnet-0f00000000000000f", AllocationId: "eipalloc-0200000000000002" },
    }),
    [
      asks("ec2:CreateNatGateway", here("ec2", "natgateway/*")),
      asks("ec2:CreateNatGateway", SUBNET),
      asks("ec2:CreateNatGateway", here("ec2", "elastic-ip/eipalloc-0200000000000002")),
    ],
    AT_LEAST,
  ),
  invented(
    "CreateVpcEndpoint",
    called("ec2 CreateVpcEndpoint", {
      CreateVpcEndpointRequest: {
        VpcEndpointType: "Interface",
        VpcId: "vpc-0100000000000001",
        ServiceName: "com.amazonaws.eu-west-1.sqs",
        SubnetId: contents("subnet-0f00000000000000f"),
        SecurityGroupId: contents("sg-0000000000000001"),
      },
    }),
    [
      asks("ec2:CreateVpcEndpoint", here("ec2", "vpc-endpoint/*")),
      asks("ec2:CreateVpcEndpoint", VPC),
      asks("ec2:CreateVpcEndpoint", SUBNET),
      asks("ec2:CreateVpcEndpoint", GROUP),
    ],
    AT_LEAST,
  ),
  invented(
    "CreateVpcPeeringConnection",
    called("ec2 CreateVpcPeeringConnection", {
      vpcId: "vpc-0100000000000001",
      peerVpcId: "vpc-0100000000000009",
      peerOwnerId: LAKE_ACCOUNT,
    }),
    [
      asks("ec2:CreateVpcPeeringConnection", VPC),
      asks("ec2:CreateVpcPeeringConnection", here("ec2", "vpc-peering-connection/*")),
    ],
    AT_LEAST,
  ),
  invented(
    "CreateRoute",
    called("ec2 CreateRoute", { routeTableId: "rtb-0300000000000003", gatewayId: "igw-0400000000000004" }),
    [asks("ec2:CreateRoute", here("ec2", "route-table/rtb-0300000000000003"))],
    NOTHING_ELSE,
  ),
  invented(
    "AttachInternetGateway",
    called("ec2 AttachInternetGateway", { internetGatewayId: "igw-0400000000000004", vpcId: "vpc-0100000000000001" }),
    [
      asks("ec2:AttachInternetGateway", here("ec2", "internet-gateway/igw-0400000000000004")),
      asks("ec2:AttachInternetGateway", VPC),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "AllocateAddress",
    called("ec2 AllocateAddress", { domain: "vpc" }),
    [asks("ec2:AllocateAddress", here("ec2", "elastic-ip/*"))],
    NOTHING_ELSE,
  ),
  invented(
    "DescribeVpcs that failed",
    called("ec2 DescribeVpcs", { vpcSet: { items: [{ vpcId: "vpc-0" }] } }, { error: "Client.InvalidVpcID.NotFound" }),
    [asks("ec2:DescribeVpcs", "*")],
    NOTHING_ELSE,
  ),
];
