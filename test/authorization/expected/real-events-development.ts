/**
 * Real records of Cloud9, CodeBuild, CodeDeploy, App Mesh, EMR, DataSync and marketplace, each with what AWS decided
 * for it, read by hand (see expected-event.ts). Sources: semantics 5.4 and 6.2, the service authorization reference.
 * Holds ids and expectations only, never a record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_DEVELOPMENT: readonly ExpectedEvent[] = [
  {
    eventID: "022b2893-73d1-44cb-be6f-d3faa68e83b1",
    operation: "cloud9.amazonaws.com TagResource",
    certain: [
      {
        action: "cloud9:TagResource",
        resource: "arn:aws:cloud9:us-east-1:123456789012:environment:3XXXXXXXXX6a4221b7d8e07d9ef6ee21",
      },
    ],
    possible: [],
    keys: { "aws:requesttag/team": "?", "aws:tagkeys": "?" },
    because: "the tags are hidden",
  },
  {
    eventID: "188d572d-9a14-4082-b98b-0389964c7c30",
    operation: "cloud9.amazonaws.com ListTagsForResource",
    certain: [
      {
        action: "cloud9:ListTagsForResource",
        resource: "arn:aws:cloud9:us-east-1:123456789012:environment:3XXXXXXXXX6a4221b7d8e07d9ef6ee21",
      },
    ],
    possible: [],
  },
  {
    eventID: "ee30dc49-dafd-5e42-8e39-225d6e06c22b",
    operation: "cloud9.amazonaws.com CreateEnvironmentMembership",
    certain: [
      {
        action: "cloud9:CreateEnvironmentMembership",
        resource: "arn:aws:cloud9:us-west-2:111122223333:environment:2f5ff70a640f49398f67e3bdeEXAMPLE",
      },
    ],
    possible: [],
    keys: { "cloud9:permissions": "read-write" },
  },
  {
    eventID: "efc755dd-98fc-5698-92e1-d02336f1c006",
    operation: "cloud9.amazonaws.com DeleteEnvironment",
    certain: [
      {
        action: "cloud9:DeleteEnvironment",
        resource: "arn:aws:cloud9:us-west-2:111122223333:environment:2f5ff70a640f49398f67e3bdeEXAMPLE",
      },
    ],
    possible: [],
  },
  {
    eventID: "4bdb622f-c310-51f7-a87d-7e6187f37f1d",
    operation: "cloud9.amazonaws.com DescribeEnvironments",
    certain: [
      {
        action: "cloud9:DescribeEnvironments",
        resource: "arn:aws:cloud9:us-west-2:111122223333:environment:2f5ff70a640f49398f67e3bdeb811ab2",
      },
    ],
    possible: [],
  },
  {
    eventID: "b348a38d-f744-4097-8b2a-e68c9b424698",
    operation: "elasticmapreduce.amazonaws.com RunJobFlow",
    certain: [{ action: "elasticmapreduce:RunJobFlow", resource: "*" }],
    possible: [{ action: "elasticmapreduce:AddTags", resource: "?" }],
    atLeast: true,
    keys: { "aws:requesttag/domain": "prod" },
  },
  {
    eventID: "e3ea18ad-9f89-4833-9051-ba2ea1430553",
    operation: "appmesh.amazonaws.com CreateVirtualNode",
    certain: [
      {
        action: "appmesh:CreateVirtualNode",
        resource: "arn:aws:appmesh:us-east-1:659775036450:mesh/m1/virtualNode/vn3",
      },
    ],
  },
  {
    eventID: "982f8066-640d-40fb-b433-ba15e14fee40",
    operation: "codebuild.amazonaws.com UpdateProjectVisibility",
    certain: [
      {
        action: "codebuild:UpdateProjectVisibility",
        resource: "arn:aws:codebuild:us-east-1:111122223333:project/testproject1234",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "832b82d5-d474-44e8-a51d-093ccEXAMPLE",
    operation: "codedeploy.amazonaws.com CreateDeploymentGroup",
    certain: [
      {
        action: "codedeploy:CreateDeploymentGroup",
        resource: "arn:aws:codedeploy:us-west-2:123456789012:deploymentgroup:ExampleApplication/ExampleDeploymentGroup",
      },
      {
        action: "iam:PassRole",
        resource: "arn:aws:iam::123456789012:role/example-instance-group-role",
        keys: { "iam:passedtoservice": "codedeploy.amazonaws.com" },
      },
    ],
    possible: [],
  },
  {
    eventID: "def4cd05-f845-4aec-bc96-07d6ce420d16",
    operation: "datasync.amazonaws.com CreateTask",
    certain: [
      {
        action: "datasync:CreateTask",
        resource: "arn:aws:datasync:us-west-2:111111111111:location/loc-0921d426f7955d416",
      },
      {
        action: "datasync:CreateTask",
        resource: "arn:aws:datasync:us-west-1:111111111111:location/loc-0b94cf657c358ef06",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "27e6be30-7c86-4544-b0e0-a60b0c927887",
    operation: "route53resolver.amazonaws.com DeleteResolverQueryLogConfig",
    certain: [
      {
        action: "route53resolver:DeleteResolverQueryLogConfig",
        resource: "arn:aws:route53resolver:us-west-2:111122223333:resolver-query-log-config/rqlc-5aa596fe3bd84ec6",
      },
    ],
    possible: [],
  },
  {
    eventID: "b29fbfda-cd70-40c0-86d8-529d8f653638",
    operation: "route53.amazonaws.com ListHostedZones",
    certain: [{ action: "route53:ListHostedZones", resource: "*" }],
    possible: [],
  },
  {
    eventID: "a048ca6f-5d17-48ef-a818-8db62b4cf3bd",
    operation: "agreement-marketplace.amazonaws.com AcceptAgreementRequest",
    certain: [{ action: "aws-marketplace:AcceptAgreementRequest", resource: "*" }],
    atLeast: true,
  },
  {
    eventID: "e89e90ff-59c0-4646-a1bb-055b15dec19c",
    operation: "agreement-marketplace.amazonaws.com SearchAgreements",
    certain: [{ action: "aws-marketplace:SearchAgreements", resource: "*" }],
    atLeast: true,
  },
  {
    eventID: "d59aa66c-7405-4428-9c85-753084c803507",
    operation: "amazonmq.amazonaws.com ListBrokers",
    certain: [{ action: "mq:ListBrokers", resource: "*" }],
    possible: [],
    isDenied: true,
  },
  {
    eventID: "4a48a30a-6530-4901-aeda-f8005ae1c003",
    operation: "discovery.amazonaws.com DescribeAgents",
    certain: [{ action: "discovery:DescribeAgents", resource: "*" }],
    possible: [],
    isDenied: true,
  },
  {
    eventID: "8ad2e2f5-0737-4b26-860f-2cd805d68c47",
    operation: "sms.amazonaws.com GetApp",
    certain: [{ action: "sms:GetApp", resource: "*" }],
    possible: [],
    isDenied: true,
  },
];
