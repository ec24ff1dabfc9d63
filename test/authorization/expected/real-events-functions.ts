/**
 * Real records of Lambda, containers, Auto Scaling, Batch and Elastic Beanstalk, each with what AWS decided for it,
 * read by hand (see expected-event.ts). Sources: semantics 5.4 and 6.2, the service authorization reference. Holds
 * ids and expectations only, never a record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_FUNCTIONS: readonly ExpectedEvent[] = [
  {
    eventID: "31b7f7f7-356d-427d-84c2-5f91afccf1cf",
    operation: "lambda.amazonaws.com CreateFunction20150331",
    certain: [
      {
        action: "lambda:CreateFunction",
        resource: "arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-olc-func-xhfgzaowxc",
        keys: { "aws:requesttag/stratusredteam": "true", "lambda:layer": null },
      },
      {
        action: "iam:PassRole",
        resource: "arn:aws:iam::123837392027:role/stratus-red-team-olc-lambda-xhfgzaowxc",
        keys: { "iam:passedtoservice": "lambda.amazonaws.com" },
      },
    ],
    possible: [
      {
        action: "lambda:TagResource",
        resource: "arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-olc-func-xhfgzaowxc",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "b1f37249-bb39-4b9c-a302-e6d0f807d70c",
    operation: "lambda.amazonaws.com AddPermission20150331v2",
    certain: [
      {
        action: "lambda:AddPermission",
        resource: "arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-backdoor-f-func",
      },
    ],
    possible: [],
    keys: { "lambda:principal": "*", "lambda:functionurlauthtype": null },
  },
  {
    eventID: "80249d21-52d8-4143-b5e9-6ee980daa7e7",
    operation: "lambda.amazonaws.com RemovePermission20150331v2",
    certain: [
      {
        action: "lambda:RemovePermission",
        resource: "arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-backdoor-f-func",
      },
    ],
    possible: [],
  },
  {
    eventID: "e01946e6-d206-4927-b90a-9ae3b723b9e6",
    operation: "lambda.amazonaws.com UpdateFunctionCode20150331v2",
    certain: [
      {
        action: "lambda:UpdateFunctionCode",
        resource: "arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-olc-func-xhfgzaowxc",
      },
    ],
    possible: [],
  },
  {
    eventID: "5f462576-44cf-4835-8696-3ea624c3b55f",
    operation: "lambda.amazonaws.com GetFunction20150331v2",
    certain: [
      {
        action: "lambda:GetFunction",
        resource: "arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-olc-func-xhfgzaowxc",
      },
    ],
    possible: [],
  },
  {
    eventID: "2704aad7-6d81-4fc2-8083-9b9b576460df",
    operation: "lambda.amazonaws.com GetFunctionCodeSigningConfig",
    certain: [
      {
        action: "lambda:GetFunctionCodeSigningConfig",
        resource: "arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-olc-func-xhfgzaowxc",
      },
    ],
    possible: [],
  },
  {
    eventID: "c5448570-2a59-4433-973b-b1b8ae65f804",
    operation: "lambda.amazonaws.com ListVersionsByFunction20150331",
    certain: [
      {
        action: "lambda:ListVersionsByFunction",
        resource: "arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-olc-func-xhfgzaowxc",
      },
    ],
    possible: [],
  },
  {
    eventID: "9e5d3ce3-eeb6-47a9-9d90-28ea4ff5d4c0",
    operation: "lambda.amazonaws.com DeleteFunction20150331",
    certain: [
      {
        action: "lambda:DeleteFunction",
        resource: "arn:aws:lambda:us-east-1:123837392027:function:stratus-red-team-olc-func-xhfgzaowxc",
      },
    ],
    possible: [],
  },
  {
    eventID: "9be05d28-533f-4707-a8b6-a3932afe2fd3",
    operation: "lambda.amazonaws.com ListFunctions20150331",
    certain: [{ action: "lambda:ListFunctions", resource: "*" }],
    possible: [],
  },
  {
    eventID: "3b7c91c0-ca41-4e83-acd5-4407e534f119",
    operation: "lambda.amazonaws.com CreateFunctionUrlConfig",
    certain: [
      {
        action: "lambda:CreateFunctionUrlConfig",
        resource: "arn:aws:lambda:us-east-1:111111111111:function:TrailDiscoverFunction",
      },
    ],
    possible: [],
    keys: { "lambda:functionurlauthtype": "NONE" },
  },
  {
    eventID: "0e4ef689-dfee-5ce4-a3db-1438a703c82a",
    operation: "lambda.amazonaws.com UpdateFunctionConfiguration20150331v2",
    certain: [
      {
        action: "lambda:UpdateFunctionConfiguration",
        resource: "arn:aws:lambda:us-west-2:123456789012:function:production-api",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "3869ce29-12de-47d2-9247-c26dc164058e",
    operation: "autoscaling.amazonaws.com CreateAutoScalingGroup",
    certain: [
      {
        action: "autoscaling:CreateAutoScalingGroup",
        resource:
          "~arn:aws:autoscaling:us-east-1:111111111111:autoScalingGroup:*:autoScalingGroupName/TrailDiscoverASG",
      },
    ],
    possible: [{ action: "ec2:RunInstances", resource: "?" }],
    atLeast: true,
  },
  {
    eventID: "0a6b7855-8298-4199-97d6-143ea87733f9",
    operation: "autoscaling.amazonaws.com DescribeAutoScalingGroups",
    certain: [{ action: "autoscaling:DescribeAutoScalingGroups", resource: "*" }],
    possible: [],
  },
  {
    eventID: "874f89fa-70fc-4798-bc00-EXAMPLE",
    operation: "batch.amazonaws.com CreateComputeEnvironment",
    certain: [
      {
        action: "batch:CreateComputeEnvironment",
        resource: "arn:aws:batch:us-east-1:012345678910:compute-environment/Test",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "e3c6f4ce-EXAMPLE",
    operation: "ecs.amazonaws.com CreateCluster",
    certain: [{ action: "ecs:CreateCluster", resource: "arn:aws:ecs:us-east-1:123456789012:cluster/default" }],
    atLeast: true,
  },
  {
    eventID: "6afced68-75cd-4d44-8076-0beEXAMPLE",
    operation: "ecs.amazonaws.com PutAccountSettingDefault",
    certain: [{ action: "ecs:PutAccountSettingDefault", resource: "*" }],
    possible: [],
    keys: { "ecs:account-setting": "awsvpcTrunking" },
  },
  {
    eventID: "e48b6a08-c6be-4a22-99e1-c53139cbfb18",
    operation: "elasticbeanstalk.amazonaws.com UpdateEnvironment",
    certain: [
      {
        action: "elasticbeanstalk:UpdateEnvironment",
        resource: "arn:aws:elasticbeanstalk:us-west-2:123456789012:environment/sample-app/sample-env",
      },
    ],
    atLeast: true,
  },
  {
    eventID: "fa11a93a-bdaf-585e-bf2d-a15a9840f85a",
    operation: "ecr.amazonaws.com PutImage",
    certain: [{ action: "ecr:PutImage", resource: "arn:aws:ecr:us-east-2:123456789000:repository/testrepo" }],
    possible: [],
  },
  {
    eventID: "6c94a9b2-36dc-43f8-a6dd-4ec839ded8af",
    operation: "ecr.amazonaws.com DescribeImageScanFindings",
    certain: [
      {
        action: "ecr:DescribeImageScanFindings",
        resource: "arn:aws:ecr:eu-central-1:111111111111:repository/devsecops/cat_dog_client",
      },
    ],
    possible: [],
  },
  {
    eventID: "685e066d-a3aa-4323-a6a1-2f187a2fc986",
    operation: "ecr.amazonaws.com SetRepositoryPolicy",
    certain: [
      { action: "ecr:SetRepositoryPolicy", resource: "arn:aws:ecr:eu-west-1:112233445566:repository/community" },
    ],
    possible: [],
    because: 'resources[] spells the member "arn"',
  },
  {
    eventID: "ea5e6bac-5045-4222-9a1c-33429c7632e2",
    operation: "ecr.amazonaws.com GetAuthorizationToken",
    certain: [{ action: "ecr:GetAuthorizationToken", resource: "*" }],
    possible: [],
  },
];
