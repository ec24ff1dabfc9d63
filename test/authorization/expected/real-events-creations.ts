/**
 * Real records of EC2 calls that make networks, with their tags, each with what AWS decided for it, read by hand (see
 * expected-event.ts). Sources: semantics 5.4 and 6.2, the service authorization reference. Holds ids and expectations
 * only, never a record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_CREATIONS: readonly ExpectedEvent[] = [
  {
    eventID: "a4ff516f-8f9a-4c36-9700-b31a883c1a6e",
    operation: "ec2.amazonaws.com AllocateAddress",
    certain: [
      {
        action: "ec2:AllocateAddress",
        resource: "arn:aws:ec2:us-east-1:123837392027:elastic-ip/*",
        keys: { "aws:requesttag/stratusredteam": "true" },
      },
      {
        action: "ec2:CreateTags",
        resource: "arn:aws:ec2:us-east-1:123837392027:elastic-ip/*",
        keys: { "aws:requesttag/stratusredteam": "true", "ec2:createaction": "AllocateAddress" },
      },
    ],
  },
  {
    eventID: "e40431f7-07bc-4d9a-a5cb-07e28107babb",
    operation: "ec2.amazonaws.com CreateInternetGateway",
    certain: [
      {
        action: "ec2:CreateInternetGateway",
        resource: "arn:aws:ec2:us-east-1:123837392027:internet-gateway/*",
        keys: { "aws:requesttag/stratusredteam": "true", "aws:tagkeys": ["StratusRedTeam", "Name"] },
      },
      {
        action: "ec2:CreateTags",
        resource: "arn:aws:ec2:us-east-1:123837392027:internet-gateway/*",
        keys: { "aws:requesttag/stratusredteam": "true", "ec2:createaction": "CreateInternetGateway" },
      },
    ],
    possible: [],
  },
  {
    eventID: "8733190e-057b-485f-85b3-84a30ffd8d64",
    operation: "ec2.amazonaws.com CreateRouteTable",
    certain: [
      {
        action: "ec2:CreateRouteTable",
        resource: "arn:aws:ec2:us-east-1:123837392027:route-table/*",
        keys: { "aws:requesttag/stratusredteam": "true" },
      },
      { action: "ec2:CreateRouteTable", resource: "arn:aws:ec2:us-east-1:123837392027:vpc/vpc-06fe1a64761a0f720" },
      {
        action: "ec2:CreateTags",
        resource: "arn:aws:ec2:us-east-1:123837392027:route-table/*",
        keys: { "aws:requesttag/stratusredteam": "true", "ec2:createaction": "CreateRouteTable" },
      },
    ],
    possible: [],
  },
  {
    eventID: "7475937c-a863-44ce-9878-81e8a268e966",
    operation: "ec2.amazonaws.com CreateSecurityGroup",
    certain: [
      {
        action: "ec2:CreateSecurityGroup",
        resource: "arn:aws:ec2:us-east-1:123837392027:security-group/*",
        keys: { "aws:requesttag/stratusredteam": "true" },
      },
      { action: "ec2:CreateSecurityGroup", resource: "arn:aws:ec2:us-east-1:123837392027:vpc/vpc-0e568b18707c87afa" },
      {
        action: "ec2:CreateTags",
        resource: "arn:aws:ec2:us-east-1:123837392027:security-group/*",
        keys: { "aws:requesttag/stratusredteam": "true", "ec2:createaction": "CreateSecurityGroup" },
      },
    ],
    possible: [],
  },
  {
    eventID: "078ad2dc-a2bf-46ee-90dc-f524fb5fe1f1",
    operation: "ec2.amazonaws.com CreateSubnet",
    certain: [
      {
        action: "ec2:CreateSubnet",
        resource: "arn:aws:ec2:us-east-1:123837392027:subnet/*",
        keys: { "aws:requesttag/stratusredteam": "true" },
      },
      { action: "ec2:CreateSubnet", resource: "arn:aws:ec2:us-east-1:123837392027:vpc/vpc-06fe1a64761a0f720" },
      {
        action: "ec2:CreateTags",
        resource: "arn:aws:ec2:us-east-1:123837392027:subnet/*",
        keys: { "aws:requesttag/stratusredteam": "true", "ec2:createaction": "CreateSubnet" },
      },
    ],
  },
  {
    eventID: "f5e4b2d3-a4a2-4a78-b81f-9036f12b623e",
    operation: "ec2.amazonaws.com CreateVpc",
    certain: [
      {
        action: "ec2:CreateVpc",
        resource: "arn:aws:ec2:us-east-1:123837392027:vpc/*",
        keys: { "aws:requesttag/stratusredteam": "true" },
      },
      {
        action: "ec2:CreateTags",
        resource: "arn:aws:ec2:us-east-1:123837392027:vpc/*",
        keys: { "aws:requesttag/stratusredteam": "true", "ec2:createaction": "CreateVpc" },
      },
    ],
    possible: [],
  },
  {
    eventID: "16034e79-0235-4886-9566-19d4a4ca1d72",
    operation: "ec2.amazonaws.com CreateNetworkInterface",
    certain: [
      {
        action: "ec2:CreateNetworkInterface",
        resource: "arn:aws:ec2:us-east-1:123837392027:network-interface/*",
        keys: { "aws:requesttag/stratusredteam": "true" },
      },
      {
        action: "ec2:CreateNetworkInterface",
        resource: "arn:aws:ec2:us-east-1:123837392027:subnet/subnet-0ed352584ab4aa265",
      },
      {
        action: "ec2:CreateTags",
        resource: "arn:aws:ec2:us-east-1:123837392027:network-interface/*",
        keys: { "aws:requesttag/stratusredteam": "true", "ec2:createaction": "CreateNetworkInterface" },
      },
    ],
    atLeast: true,
  },
  {
    eventID: "dbb3b16e-549e-48bc-bfa6-9ca4c2845e43",
    operation: "ec2.amazonaws.com CreateNatGateway",
    certain: [
      {
        action: "ec2:CreateNatGateway",
        resource: "arn:aws:ec2:us-east-1:123837392027:natgateway/*",
        keys: { "aws:requesttag/stratusredteam": "?" },
      },
      {
        action: "ec2:CreateNatGateway",
        resource: "arn:aws:ec2:us-east-1:123837392027:subnet/subnet-01ed430875cff578d",
      },
      {
        action: "ec2:CreateNatGateway",
        resource: "arn:aws:ec2:us-east-1:123837392027:elastic-ip/eipalloc-08a083beb7e83dbc0",
      },
      {
        action: "ec2:CreateTags",
        resource: "arn:aws:ec2:us-east-1:123837392027:natgateway/*",
        keys: { "aws:requesttag/stratusredteam": "?", "ec2:createaction": "CreateNatGateway" },
      },
    ],
    atLeast: true,
  },
  {
    eventID: "a3fbe842-f8df-4bb3-accf-1407cc925cbd",
    operation: "ec2.amazonaws.com CreateFlowLogs",
    certain: [
      {
        action: "ec2:CreateFlowLogs",
        resource: "arn:aws:ec2:us-east-1:123837392027:vpc-flow-log/*",
        keys: { "aws:requesttag/stratusredteam": "?" },
      },
      { action: "ec2:CreateFlowLogs", resource: "arn:aws:ec2:us-east-1:123837392027:vpc/vpc-0255d384b4b458b46" },
      {
        action: "ec2:CreateTags",
        resource: "arn:aws:ec2:us-east-1:123837392027:vpc-flow-log/*",
        keys: { "ec2:createaction": "CreateFlowLogs" },
      },
      {
        action: "iam:PassRole",
        resource: "arn:aws:iam::123837392027:role/stratus-red-team-remove-flow-logs-role",
        keys: { "iam:passedtoservice": "vpc-flow-logs.amazonaws.com" },
      },
    ],
  },
  {
    eventID: "946cef78-6825-4fe5-bae9-17d27b61dd21",
    operation: "ec2.amazonaws.com CreateRoute",
    certain: [
      { action: "ec2:CreateRoute", resource: "arn:aws:ec2:us-east-1:123837392027:route-table/rtb-0d4916f528a90fa4e" },
    ],
    possible: [],
  },
  {
    eventID: "14232471-dab0-52a5-ad76-46b83d3a0a66",
    operation: "ec2.amazonaws.com CreateNetworkAclEntry",
    certain: [
      { action: "ec2:CreateNetworkAclEntry", resource: "arn:aws:ec2:us-west-2:123456789012:network-acl/acl-1111" },
    ],
    possible: [],
  },
  {
    eventID: "1ca9056c-efe7-4415-bb35-bbee893b9bd0",
    operation: "ec2.amazonaws.com CreateTrafficMirrorTarget",
    certain: [
      {
        action: "ec2:CreateTrafficMirrorTarget",
        resource: "arn:aws:ec2:us-east-1:123123123123:traffic-mirror-target/*",
      },
      {
        action: "ec2:CreateTrafficMirrorTarget",
        resource: "arn:aws:ec2:us-east-1:123123123123:network-interface/eni-0fd6cc8547555878f",
      },
    ],
    possible: [],
  },
];
