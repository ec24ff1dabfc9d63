/**
 * Real records of IAM users and of accounts, organizations and IAM Identity Center, each with what AWS decided for
 * it, read by hand (see expected-event.ts). Sources: semantics 5.4 and 6.2, the service authorization reference.
 * Holds ids and expectations only, never a record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_USERS: readonly ExpectedEvent[] = [
  {
    eventID: "564ee71e-5934-49b7-8a5f-d6f4d9248018",
    operation: "iam.amazonaws.com CreateUser",
    certain: [
      { action: "iam:CreateUser", resource: "arn:aws:iam::123837392027:user/stratus-red-team-login-profile-user" },
      { action: "iam:TagUser", resource: "arn:aws:iam::123837392027:user/stratus-red-team-login-profile-user" },
    ],
    possible: [],
    keys: { "aws:requesttag/stratusredteam": "true" },
  },
  {
    eventID: "e7bb4b23-66e1-4656-b607-f575fde3b790",
    operation: "iam.amazonaws.com AttachUserPolicy",
    certain: [{ action: "iam:AttachUserPolicy", resource: "~arn:aws:iam::123456789012:user/*test-user" }],
    possible: [],
    keys: { "iam:policyarn": "arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV2" },
  },
  {
    eventID: "7dfa2d8e-aa3d-44d1-bd90-d990f58311e0",
    operation: "iam.amazonaws.com DetachUserPolicy",
    certain: [{ action: "iam:DetachUserPolicy", resource: "~arn:aws:iam::123837392027:user/*malicious-iam-user" }],
    possible: [],
    keys: { "iam:policyarn": "arn:aws:iam::aws:policy/AdministratorAccess" },
  },
  {
    eventID: "64b7de64-bf53-47ae-b7e3-d30cb1b5136e",
    operation: "iam.amazonaws.com CreateAccessKey",
    certain: [
      { action: "iam:CreateAccessKey", resource: "~arn:aws:iam::123837392027:user/*stratus-red-team-backdoor-u-user" },
    ],
    possible: [],
  },
  {
    eventID: "caa57c50-cdcc-451a-a9ca-7e2e2c84d538",
    operation: "iam.amazonaws.com GetUser",
    certain: [
      { action: "iam:GetUser", resource: "~arn:aws:iam::123837392027:user/*stratus-red-team-login-profile-user" },
    ],
    possible: [],
  },
  {
    eventID: "cc66d3e3-6fb2-4e6a-9cb3-8eff6c2c973a",
    operation: "iam.amazonaws.com GetUser",
    certain: [{ action: "iam:GetUser", resource: "arn:aws:iam::123837392027:user/bert-jan" }],
    possible: [],
    because: "without a user name the call is about the caller",
  },
  {
    eventID: "579c806f-3757-487b-8b3f-54988e43d245",
    operation: "iam.amazonaws.com ListMFADevices",
    certain: [{ action: "iam:ListMFADevices", resource: "arn:aws:iam::123837392027:user/benjamin" }],
    possible: [],
    because: "without a user name the call is about the caller",
  },
  {
    eventID: "e0fd3c0a-422d-4ca9-bdd3-87b416cd0c4b",
    operation: "iam.amazonaws.com ListSSHPublicKeys",
    certain: [{ action: "iam:ListSSHPublicKeys", resource: "arn:aws:iam::123837392027:user/benjamin" }],
    possible: [],
    because: "without a user name the call is about the caller",
  },
  {
    eventID: "a431f05e-67e1-11ea-bc55-0242ac130003",
    operation: "iam.amazonaws.com ChangePassword",
    certain: [{ action: "iam:ChangePassword", resource: "arn:aws:iam::123456789012:user/test_user" }],
    possible: [],
    because: "a user can change the own password only",
  },
  {
    eventID: "b1b84418-3c77-4f3e-817b-e6930d1cab70",
    operation: "iam.amazonaws.com DeleteLoginProfile",
    certain: [
      {
        action: "iam:DeleteLoginProfile",
        resource: "~arn:aws:iam::123837392027:user/*stratus-red-team-login-profile-user",
      },
    ],
    possible: [],
  },
  {
    eventID: "7ee6ba6e-1943-417a-a6a3-3a2b0292cdac",
    operation: "iam.amazonaws.com PutUserPolicy",
    certain: [{ action: "iam:PutUserPolicy", resource: "~arn:aws:iam::123456789012:user/*test-user" }],
    possible: [],
  },
  {
    eventID: "ab65dca3-3d28-41f4-9f99-443606cc49fe",
    operation: "iam.amazonaws.com DeleteGroup",
    certain: [{ action: "iam:DeleteGroup", resource: "~arn:aws:iam::121522247101:group/*AtomicRedTeam_Victim" }],
    possible: [],
  },
  {
    eventID: "742f6e55-4bc7-49e2-965f-56ffbc46a980",
    operation: "iam.amazonaws.com SetDefaultPolicyVersion",
    certain: [{ action: "iam:SetDefaultPolicyVersion", resource: "arn:aws:iam::111111111111:policy/VulnerablePolicy" }],
    possible: [],
  },
  {
    eventID: "7e1c493d-c3c3-4f4a-ae4f-8cdd38970027",
    operation: "iam.amazonaws.com CreateVirtualMFADevice",
    certain: [{ action: "iam:CreateVirtualMFADevice", resource: "arn:aws:iam::140429656527:mfa/strt_mfa_2" }],
    possible: [],
  },
  {
    eventID: "01f0258f-b83f-4c0f-8fd3-380473840db8",
    operation: "iam.amazonaws.com DeleteVirtualMFADevice",
    certain: [
      { action: "iam:DeleteVirtualMFADevice", resource: "arn:aws:iam::111111111111:mfa/root-account-mfa-device" },
    ],
    possible: [],
  },
  {
    eventID: "ccc1d5c2-dd72-4798-8023-ed5a4205f2d5",
    operation: "iam.amazonaws.com UpdateAccountPasswordPolicy",
    certain: [{ action: "iam:UpdateAccountPasswordPolicy", resource: "*" }],
    possible: [],
  },
  {
    eventID: "7ab75daa-659a-45e4-b43b-ea90a9cf2f6a",
    operation: "iam.amazonaws.com GetAccountAuthorizationDetails",
    certain: [{ action: "iam:GetAccountAuthorizationDetails", resource: "*" }],
    possible: [],
  },
  {
    eventID: "2bc34359-3da6-47f3-aa38-f53989696988",
    operation: "iam.amazonaws.com GetAccountSummary",
    certain: [{ action: "iam:GetAccountSummary", resource: "*" }],
    possible: [],
  },
  {
    eventID: "5b5575f9-d4ef-4651-86c1-7618d49689f5",
    operation: "organizations.amazonaws.com DescribeOrganization",
    certain: [{ action: "organizations:DescribeOrganization", resource: "*" }],
    possible: [],
  },
  {
    eventID: "3697daff-dcbd-4824-acf9-710362af8afc",
    operation: "organizations.amazonaws.com ListDelegatedAdministrators",
    certain: [{ action: "organizations:ListDelegatedAdministrators", resource: "*" }],
    possible: [],
    keys: { "organizations:serviceprincipal": "cloudtrail.amazonaws.com" },
  },
  {
    eventID: "875240ac-e821-4fc6-a311-8c352a1d20f5",
    operation: "account.amazonaws.com GetRegionOptStatus",
    certain: [
      {
        action: "account:GetRegionOptStatus",
        resource: "arn:aws:account::123837392027:account",
      },
    ],
    atLeast: true,
    keys: { "account:targetregion": "eu-north-1" },
  },
  {
    eventID: "7a0067f3-5a91-4116-ab94-e497b06054ae",
    operation: "sso.amazonaws.com CreateAccountAssignment",
    certain: [
      { action: "sso:CreateAccountAssignment", resource: "arn:aws:sso:::account/760507577735" },
      { action: "sso:CreateAccountAssignment", resource: "arn:aws:sso:::instance/ssoins-66846d02039d7f57" },
      {
        action: "sso:CreateAccountAssignment",
        resource: "arn:aws:sso:::permissionSet/ssoins-66846d02039d7f57/ps-cc3ba8d6d6642c51",
      },
    ],
    // the console's older actions, of which the service reference says that the call authorizes them too
    possible: [
      { action: "sso:CreateProfile", resource: "*" },
      { action: "sso:AssociateProfile", resource: "*" },
    ],
  },
  {
    eventID: "26e0a9c8-7463-4187-a03c-e839af4766fe",
    operation: "sso-directory.amazonaws.com AddMemberToGroup",
    certain: [{ action: "sso-directory:AddMemberToGroup", resource: "*" }],
    possible: [],
  },
  {
    eventID: "33333333-bcde-5555-bcde-444444444444",
    operation: "access-analyzer.amazonaws.com CreateAnalyzer",
    certain: [
      {
        action: "access-analyzer:CreateAnalyzer",
        resource: "arn:aws:access-analyzer:us-west-2:111122223333:analyzer/test",
        keys: { "aws:requesttag/tagkey1": "tagvalue1" },
      },
    ],
    possible: [
      {
        action: "access-analyzer:TagResource",
        resource: "arn:aws:access-analyzer:us-west-2:111122223333:analyzer/test",
      },
    ],
    atLeast: true,
  },
];
