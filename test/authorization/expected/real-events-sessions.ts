/**
 * Real records of STS and Roles Anywhere, each with what AWS decided for it, read by hand (see expected-event.ts).
 * Sources: semantics 5.4 and 6.2, the service authorization reference. Holds ids and expectations only, never a
 * record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_SESSIONS: readonly ExpectedEvent[] = [
  {
    eventID: "1917948f-3042-46ec-98e2-62865EXAMPLE",
    operation: "sts.amazonaws.com AssumeRole",
    certain: [
      {
        action: "sts:AssumeRole",
        resource: "arn:aws:iam::111111111111:role/JohnRole2",
        keys: { "sts:rolesessionname": "Role2WithTags", "sts:externalid": null, "sts:sourceidentity": "JohnDoe" },
      },
      {
        action: "sts:TagSession",
        resource: "arn:aws:iam::111111111111:role/JohnRole2",
        keys: {
          "sts:transitivetagkeys": ["Email", "CostCenter"],
          "aws:requesttag/email": "johndoe@example.com",
          "aws:requesttag/costcenter": "12345",
        },
      },
      {
        action: "sts:SetSourceIdentity",
        resource: "arn:aws:iam::111111111111:role/JohnRole2",
        keys: { "sts:sourceidentity": "JohnDoe" },
      },
    ],
    possible: [],
  },
  {
    eventID: "CEXAMPLE-1234-5678-abcd-EXAMPLE00004",
    operation: "sts.amazonaws.com AssumeRole",
    certain: [{ action: "sts:AssumeRole", resource: "arn:aws:iam::111122223333:role/Admin" }],
    possible: [],
    keys: { "sts:rolesessionname": "Role-Session-Name", "sts:sourceidentity": null, "aws:tagkeys": null },
  },
  {
    eventID: "4bd2a6f6-dddc-49e6-ba7d-08f73e809e64",
    operation: "sts.amazonaws.com AssumeRole",
    certain: [
      {
        action: "sts:AssumeRole",
        resource: "arn:aws:iam::123837392027:role/stratus-red-team-ec2-get-password-data-role",
      },
    ],
    possible: [],
    keys: { "sts:externalid": null, "aws:resourceaccount": "123837392027" },
  },
  {
    eventID: "dEXAMPLE-ac7f-466c-a608-4ac8dEXAMPLE",
    operation: "sts.amazonaws.com AssumeRole",
    certain: [
      { action: "sts:AssumeRole", resource: "arn:aws:iam::111122223333:role/EC2-dev" },
      { action: "sts:SetSourceIdentity", resource: "arn:aws:iam::111122223333:role/EC2-dev" },
    ],
    possible: [],
    keys: { "sts:sourceidentity": "JohnDoe", "aws:resourceaccount": "111122223333" },
  },
  {
    eventID: "ffc3d3aa-6e05-5d40-af3a-b6e4d5b82ee4",
    operation: "sts.amazonaws.com AssumeRole",
    certain: [
      { action: "sts:AssumeRole", resource: "arn:aws:iam::111122223333:role/EC2-dev" },
      { action: "sts:SetSourceIdentity", resource: "arn:aws:iam::111122223333:role/EC2-dev" },
    ],
    keys: { "sts:sourceidentity": "JohnDoe" },
    because: "the role owner's copy of a call from another account",
  },
  {
    eventID: "BEXAMPLE-f1d4-4e5a-a32c-EXAMPLE6d1ef",
    operation: "sts.amazonaws.com AssumeRole",
    certain: [{ action: "sts:AssumeRole", resource: "arn:aws:iam::999999999999:role/CrossAccountRole" }],
    possible: [],
    keys: { "aws:resourceaccount": "999999999999", "sts:rolesessionname": "MarySession" },
  },
  {
    eventID: "620cea41-f4d0-5e4f-86a6-e1e7696aebac",
    operation: "sts.amazonaws.com AssumeRoleWithSAML",
    certain: [
      { action: "sts:AssumeRoleWithSAML", resource: "arn:aws:iam::444455556666:role/SAMLTestRoleShibboleth" },
      {
        action: "sts:TagSession",
        resource: "arn:aws:iam::444455556666:role/SAMLTestRoleShibboleth",
        keys: { "aws:requesttag/costcenter": "987654" },
      },
      {
        action: "sts:SetSourceIdentity",
        resource: "arn:aws:iam::444455556666:role/SAMLTestRoleShibboleth",
        keys: { "sts:sourceidentity": "MySAMLUser" },
      },
    ],
  },
  {
    eventID: "bEXAMPLE-0b30-4246-b28c-e3da3EXAMPLE",
    operation: "sts.amazonaws.com AssumeRoleWithWebIdentity",
    certain: [
      { action: "sts:AssumeRoleWithWebIdentity", resource: "arn:aws:iam::444455556666:role/FederatedWebIdentityRole" },
      {
        action: "sts:TagSession",
        resource: "arn:aws:iam::444455556666:role/FederatedWebIdentityRole",
        keys: { "aws:requesttag/project": "Pegasus" },
      },
      {
        action: "sts:SetSourceIdentity",
        resource: "arn:aws:iam::444455556666:role/FederatedWebIdentityRole",
        keys: { "sts:sourceidentity": "MyWebIdentityUser" },
      },
    ],
  },
  {
    eventID: "abc-123",
    operation: "sts.amazonaws.com GetSessionToken",
    certain: [],
    possible: [{ action: "sts:GetSessionToken", resource: "*" }],
    because: "AWS asks for no permission; whether a Deny bites is not documented",
  },
  {
    eventID: "c51ec284-c59d-4e86-8dc2-a81867b807be",
    operation: "sts.amazonaws.com GetCallerIdentity",
    certain: [],
    outcome: "cannotBeDenied",
  },
  {
    eventID: "782bc4f5-53eb-4072-ac09-070425df6eef",
    operation: "rolesanywhere.amazonaws.com CreateProfile",
    certain: [
      { action: "rolesanywhere:CreateProfile", resource: "*" },
      {
        action: "iam:PassRole",
        resource: "arn:aws:iam::123837392027:role/stratus-red-team-trust-anchor-role",
        keys: { "iam:passedtoservice": "rolesanywhere.amazonaws.com" },
      },
    ],
    possible: [{ action: "rolesanywhere:TagResource", resource: "?" }],
    atLeast: true,
  },
  {
    eventID: "abca78f6-07bb-4517-9b5c-7a3bf8a65488",
    operation: "rolesanywhere.amazonaws.com DeleteProfile",
    certain: [
      {
        action: "rolesanywhere:DeleteProfile",
        resource: "arn:aws:rolesanywhere:us-east-1:123837392027:profile/ac4e09d1-a150-4924-bb76-23b00fa7c34a",
      },
    ],
    possible: [],
  },
];
