/**
 * Invented calls of IAM, Organizations and IAM Identity Center (see invented-event.ts). Sources: semantics 5.4 (PassRole) and
 * 6.2 (iam: the path of what exists is not logged), "Tagging IAM resources". Derives nothing.
 */
import {
  ACCOUNT,
  ADA,
  AT_LEAST,
  asks,
  called,
  type InventedEvent,
  invented,
  type LoggedRecord,
  NOTHING_ELSE,
} from "./invented-event.ts";

const IAM = `arn:aws:iam::${ACCOUNT}`;
const POLICY = `${IAM}:policy/mills/read-oats`;
const BOUNDARY = `${IAM}:policy/boundary`;
const INSTANCE = "arn:aws:sso:::instance/ssoins-0a0a0a0a0a0a0a0a";
const PERMISSION_SET = "arn:aws:sso:::permissionSet/ssoins-0a0a0a0a0a0a0a0a/ps-0b0b0b0b0b0b0b0b";

function iam(name: string, parameters: unknown, response?: unknown, caller?: LoggedRecord): LoggedRecord {
  return called(`iam ${name}`, parameters, {
    region: "us-east-1",
    response: response ?? null,
    ...(caller === undefined ? {} : { caller }),
  });
}

function organizations(name: string, parameters: unknown): LoggedRecord {
  return called(`organizations ${name}`, parameters, { region: "us-east-1" });
}

export const INVENTED_EVENTS_IDENTITIES: readonly InventedEvent[] = [
  invented(
    "AttachRolePolicy by name",
    iam("AttachRolePolicy", { roleName: "grinder", policyArn: POLICY }),
    [
      asks("iam:AttachRolePolicy", `~${IAM}:role/*grinder`, {
        "iam:policyarn": POLICY,
      }),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "CreateRole with path, boundary and tags",
    iam(
      "CreateRole",
      {
        roleName: "grinder",
        path: "/mills/north/",
        permissionsBoundary: BOUNDARY,
        assumeRolePolicyDocument: "{}",
        tags: [{ key: "mill", value: "north" }],
      },
      { role: { arn: `${IAM}:role/mills/north/grinder`, roleName: "grinder", path: "/mills/north/" } },
    ),
    [
      asks("iam:CreateRole", `${IAM}:role/mills/north/grinder`, {
        "iam:permissionsboundary": BOUNDARY,
        "aws:requesttag/mill": "north",
        "aws:tagkeys": ["mill"],
      }),
    ],
    { atLeast: true, possible: [asks("iam:TagRole", `${IAM}:role/mills/north/grinder`)] },
  ),
  invented(
    "CreateRole that failed, without a path",
    called(
      "iam CreateRole",
      { roleName: "grinder", assumeRolePolicyDocument: "{}" },
      { region: "us-east-1", error: "EntityAlreadyExistsException" },
    ),
    [asks("iam:CreateRole", `${IAM}:role/grinder`, { "iam:permissionsboundary": null })],
    AT_LEAST,
  ),
  invented(
    "CreateUser",
    iam("CreateUser", { userName: "ben", path: "/crew/" }),
    [asks("iam:CreateUser", `${IAM}:user/crew/ben`)],
    NOTHING_ELSE,
  ),
  invented(
    "GetUser without a name",
    iam("GetUser", null, undefined, ADA),
    [asks("iam:GetUser", `${IAM}:user/crew/ada`)],
    NOTHING_ELSE,
  ),
  invented(
    "CreateAccessKey for oneself, told by the response",
    iam(
      "CreateAccessKey",
      null,
      { accessKey: { userName: "ada", accessKeyId: "AKIAADA000000000000B", status: "Active" } },
      ADA,
    ),
    [asks("iam:CreateAccessKey", `${IAM}:user/crew/ada`)],
    NOTHING_ELSE,
  ),
  invented(
    "CreateAccessKey for another",
    iam("CreateAccessKey", { userName: "ben" }),
    [asks("iam:CreateAccessKey", `~${IAM}:user/*ben`)],
    NOTHING_ELSE,
  ),
  invented(
    "ChangePassword is always one's own",
    iam("ChangePassword", null, undefined, ADA),
    [asks("iam:ChangePassword", `${IAM}:user/crew/ada`)],
    NOTHING_ELSE,
  ),
  invented(
    "PutUserPolicy",
    iam("PutUserPolicy", { userName: "ben", policyName: "oats", policyDocument: "{}" }),
    [asks("iam:PutUserPolicy", `~${IAM}:user/*ben`)],
    NOTHING_ELSE,
  ),
  invented(
    "AddUserToGroup",
    iam("AddUserToGroup", { userName: "ben", groupName: "millers" }),
    [asks("iam:AddUserToGroup", `~${IAM}:group/*millers`)],
    NOTHING_ELSE,
  ),
  invented("ListUsers", iam("ListUsers", null), [asks("iam:ListUsers", ["*", `${IAM}:user/`])], NOTHING_ELSE),
  invented("GetAccountSummary", iam("GetAccountSummary", null), [asks("iam:GetAccountSummary", "*")], NOTHING_ELSE),
  invented(
    "CreateServiceLinkedRole",
    iam(
      "CreateServiceLinkedRole",
      { aWSServiceName: "ecs.amazonaws.com" },
      {
        role: {
          arn: `${IAM}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
          roleName: "AWSServiceRoleForECS",
        },
      },
    ),
    [
      asks("iam:CreateServiceLinkedRole", `${IAM}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`, {
        "iam:awsservicename": "ecs.amazonaws.com",
      }),
    ],
    AT_LEAST,
  ),
  invented(
    "CreatePolicy",
    iam("CreatePolicy", { policyName: "read-oats", path: "/mills/", policyDocument: "{}" }),
    [asks("iam:CreatePolicy", POLICY)],
    NOTHING_ELSE,
  ),
  invented(
    "DeletePolicy",
    iam("DeletePolicy", { policyArn: POLICY }),
    [asks("iam:DeletePolicy", POLICY)],
    NOTHING_ELSE,
  ),
  invented(
    "GetPolicy of AWS's own",
    iam("GetPolicy", { policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
    [asks("iam:GetPolicy", "arn:aws:iam::aws:policy/ReadOnlyAccess")],
    NOTHING_ELSE,
  ),
  invented(
    "AddRoleToInstanceProfile passes the role",
    iam("AddRoleToInstanceProfile", { instanceProfileName: "millwright", roleName: "grinder" }),
    [
      asks("iam:AddRoleToInstanceProfile", `~${IAM}:instance-profile/*millwright`),
      asks("iam:PassRole", `~${IAM}:role/*grinder`),
    ],
    AT_LEAST,
  ),
  invented(
    "PutRolePermissionsBoundary",
    iam("PutRolePermissionsBoundary", { roleName: "grinder", permissionsBoundary: BOUNDARY }),
    [asks("iam:PutRolePermissionsBoundary", `~${IAM}:role/*grinder`, { "iam:permissionsboundary": BOUNDARY })],
    NOTHING_ELSE,
  ),
  invented(
    "TagRole",
    iam("TagRole", { roleName: "grinder", tags: [{ key: "mill", value: "north" }] }),
    [asks("iam:TagRole", `~${IAM}:role/*grinder`, { "aws:requesttag/mill": "north", "aws:tagkeys": ["mill"] })],
    NOTHING_ELSE,
  ),
  invented(
    "CreateOpenIDConnectProvider",
    iam("CreateOpenIDConnectProvider", { url: "https://oidc.oats.example", clientIDList: ["sts.amazonaws.com"] }),
    [asks("iam:CreateOpenIDConnectProvider", `${IAM}:oidc-provider/oidc.oats.example`)],
    AT_LEAST,
  ),
  invented(
    "UpdateAccountPasswordPolicy",
    iam("UpdateAccountPasswordPolicy", { minimumPasswordLength: 20 }),
    [asks("iam:UpdateAccountPasswordPolicy", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "SimulatePrincipalPolicy",
    iam("SimulatePrincipalPolicy", { policySourceArn: `${IAM}:role/mills/grinder` }),
    [asks("iam:SimulatePrincipalPolicy", `${IAM}:role/mills/grinder`)],
    NOTHING_ELSE,
  ),
  invented(
    "GetRole in China",
    called("iam GetRole", { roleName: "grinder" }, { region: "cn-north-1" }),
    [asks("iam:GetRole", `~arn:aws-cn:iam::${ACCOUNT}:role/*grinder`)],
    NOTHING_ELSE,
  ),
  invented(
    "DescribeOrganization",
    organizations("DescribeOrganization", null),
    [asks("organizations:DescribeOrganization", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "LeaveOrganization",
    organizations("LeaveOrganization", null),
    [asks("organizations:LeaveOrganization", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "CreateAccount hides its name",
    organizations("CreateAccount", {
      accountName: "HIDDEN_DUE_TO_SECURITY_REASONS",
      email: "HIDDEN_DUE_TO_SECURITY_REASONS",
    }),
    [asks("organizations:CreateAccount", "*")],
    AT_LEAST,
  ),
  invented(
    "DescribeAccount",
    organizations("DescribeAccount", { accountId: "210000000072" }),
    [asks("organizations:DescribeAccount", "~arn:aws:organizations::*:account/o-*/210000000072")],
    NOTHING_ELSE,
  ),
  invented(
    "CreatePermissionSet",
    called("sso CreatePermissionSet", { instanceArn: INSTANCE, name: "Millers" }),
    [asks("sso:CreatePermissionSet", INSTANCE)],
    AT_LEAST,
  ),
  invented(
    "CreateAccountAssignment",
    called("sso CreateAccountAssignment", {
      instanceArn: INSTANCE,
      permissionSetArn: PERMISSION_SET,
      targetId: "210000000072",
      targetType: "AWS_ACCOUNT",
      principalType: "GROUP",
      principalId: "0a1b2c3d-0000-4000-8000-000000000006",
    }),
    [
      asks("sso:CreateAccountAssignment", INSTANCE),
      asks("sso:CreateAccountAssignment", PERMISSION_SET),
      asks("sso:CreateAccountAssignment", "arn:aws:sso:::account/210000000072"),
    ],
    AT_LEAST,
  ),
  invented("ListInstances", called("sso ListInstances", null), [asks("sso:ListInstances", "*")], NOTHING_ELSE),
];
