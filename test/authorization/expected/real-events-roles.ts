/**
 * Real records of IAM roles, policies and instance profiles, each with what AWS decided for it, read by hand (see
 * expected-event.ts). Sources: semantics 5.4 and 6.2, the service authorization reference. Holds ids and expectations
 * only, never a record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_ROLES: readonly ExpectedEvent[] = [
  {
    eventID: "18277792-3333-4d87-816f-4f6da4c81b35",
    operation: "iam.amazonaws.com CreateRole",
    certain: [
      {
        action: "iam:CreateRole",
        resource: "arn:aws:iam::123837392027:role/stratus-red-team-ec2-steal-credentials-role",
        keys: { "iam:permissionsboundary": null },
      },
      { action: "iam:TagRole", resource: "arn:aws:iam::123837392027:role/stratus-red-team-ec2-steal-credentials-role" },
    ],
    possible: [],
    keys: { "aws:requesttag/stratusredteam": "true" },
  },
  {
    eventID: "19373fa4-d15d-4c49-9e19-f19faa16e2ca",
    operation: "iam.amazonaws.com CreatePolicy",
    certain: [
      {
        action: "iam:CreatePolicy",
        resource: "arn:aws:iam::123837392027:policy/stratus-red-team-ec2lui-policy-pcccexdthk",
      },
      {
        action: "iam:TagPolicy",
        resource: "arn:aws:iam::123837392027:policy/stratus-red-team-ec2lui-policy-pcccexdthk",
      },
    ],
    possible: [],
    keys: { "aws:requesttag/stratusredteam": "true" },
  },
  {
    eventID: "96347fdd-6466-41af-8d6c-df066e2a1a20",
    operation: "iam.amazonaws.com CreateInstanceProfile",
    certain: [
      {
        action: "iam:CreateInstanceProfile",
        resource: "arn:aws:iam::123837392027:instance-profile/stratus-red-team-ec2-steal-credentials-instance",
      },
      {
        action: "iam:TagInstanceProfile",
        resource: "arn:aws:iam::123837392027:instance-profile/stratus-red-team-ec2-steal-credentials-instance",
      },
    ],
    possible: [],
    keys: { "aws:requesttag/stratusredteam": "true" },
  },
  {
    eventID: "50527d85-87ec-438c-af05-39032b6ca4a6",
    operation: "iam.amazonaws.com AddRoleToInstanceProfile",
    certain: [
      {
        action: "iam:AddRoleToInstanceProfile",
        resource: "~arn:aws:iam::123837392027:instance-profile/*stratus-red-team-ec2-steal-credentials-instance",
      },
      {
        action: "iam:PassRole",
        resource: "~arn:aws:iam::123837392027:role/*stratus-red-team-ec2-steal-credentials-role",
      },
    ],
    possible: [],
  },
  {
    eventID: "73ce3be7-b19c-4331-9dfc-5d963b9da02a",
    operation: "iam.amazonaws.com RemoveRoleFromInstanceProfile",
    certain: [
      {
        action: "iam:RemoveRoleFromInstanceProfile",
        resource: "~arn:aws:iam::123837392027:instance-profile/*stratus-red-team-ec2-steal-credentials-instance",
      },
    ],
    possible: [],
  },
  {
    eventID: "adda64e4-8107-483c-9735-2f1094dd29ff",
    operation: "iam.amazonaws.com GetInstanceProfile",
    certain: [
      {
        action: "iam:GetInstanceProfile",
        resource: "~arn:aws:iam::123837392027:instance-profile/*stratus-red-team-ec2-steal-credentials-instance",
      },
    ],
    possible: [],
  },
  {
    eventID: "a87cdb52-c05c-47a6-af1f-f020cfcb3035",
    operation: "iam.amazonaws.com TagInstanceProfile",
    certain: [
      {
        action: "iam:TagInstanceProfile",
        resource: "~arn:aws:iam::123837392027:instance-profile/*stratus-red-team-ec2-steal-credentials-instance",
      },
    ],
    possible: [],
    keys: { "aws:requesttag/stratusredteam": "true", "aws:tagkeys": ["StratusRedTeam"] },
  },
  {
    eventID: "1c2e56c5-73a3-47fc-b8c1-cb4656fb94d5",
    operation: "iam.amazonaws.com AttachRolePolicy",
    certain: [
      {
        action: "iam:AttachRolePolicy",
        resource: "~arn:aws:iam::123837392027:role/*stratus-red-team-ec2lui-role-pcccexdthk",
      },
    ],
    possible: [],
    keys: { "iam:policyarn": "arn:aws:iam::123837392027:policy/stratus-red-team-ec2lui-policy-pcccexdthk" },
  },
  {
    eventID: "9011254b-8332-4db6-863f-61ac1e946b98",
    operation: "iam.amazonaws.com GetRole",
    certain: [
      {
        action: "iam:GetRole",
        resource: "~arn:aws:iam::123837392027:role/*stratus-red-team-ec2-get-password-data-role",
      },
    ],
    possible: [],
  },
  {
    eventID: "0efddb5d-bd8e-4316-acfc-d02a7bc240fa",
    operation: "iam.amazonaws.com ListInstanceProfilesForRole",
    certain: [
      {
        action: "iam:ListInstanceProfilesForRole",
        resource: "~arn:aws:iam::123837392027:role/*stratus-red-team-ec2-steal-credentials-role",
      },
    ],
    possible: [],
  },
  {
    eventID: "d96d75c7-e715-44ff-9735-9dc51afbd774",
    operation: "iam.amazonaws.com UpdateAssumeRolePolicy",
    certain: [
      {
        action: "iam:UpdateAssumeRolePolicy",
        resource: "~arn:aws:iam::123837392027:role/*stratus-red-team-backdoor-r-role",
      },
    ],
    possible: [],
  },
  {
    eventID: "671c39f7-9e56-4acf-a92a-ea4a77f2f76a",
    operation: "iam.amazonaws.com PutRolePolicy",
    certain: [
      {
        action: "iam:PutRolePolicy",
        resource: "~arn:aws:iam::123837392027:role/*stratus-red-team-remove-flow-logs-role",
      },
    ],
    possible: [],
  },
  {
    eventID: "33149175-90fd-4cff-a43b-408e4f848c1c",
    operation: "iam.amazonaws.com CreatePolicyVersion",
    certain: [{ action: "iam:CreatePolicyVersion", resource: "arn:aws:iam::111111111111:policy/rhino_escalate" }],
    possible: [],
  },
  {
    eventID: "2b20a459-ca66-4d64-a381-d9842a21abdb",
    operation: "iam.amazonaws.com ListEntitiesForPolicy",
    certain: [
      {
        action: "iam:ListEntitiesForPolicy",
        resource: "arn:aws:iam::123837392027:policy/stratus-red-team-ec2lui-policy-pcccexdthk",
      },
    ],
    possible: [],
  },
  {
    eventID: "44d2eea3-1a32-4840-a32b-1d577acbdb34",
    operation: "iam.amazonaws.com CreateServiceLinkedRole",
    certain: [
      {
        action: "iam:CreateServiceLinkedRole",
        resource:
          "arn:aws:iam::111111111111:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
      },
    ],
    possible: [
      {
        action: "iam:PutRolePolicy",
        resource:
          "arn:aws:iam::111111111111:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling",
      },
    ],
    keys: { "iam:awsservicename": "autoscaling.amazonaws.com" },
  },
];
