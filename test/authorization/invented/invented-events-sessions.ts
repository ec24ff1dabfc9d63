/**
 * Invented calls of STS and Lambda (see invented-event.ts). Sources: semantics 4.1, 5.3, 5.4 and 6.2, "Passing session tags",
 * the Lambda permissions reference. Derives nothing.
 */
import {
  ACCOUNT,
  ADA,
  AT_LEAST,
  asks,
  called,
  here,
  type InventedEvent,
  invented,
  LAKE_ACCOUNT,
  logged,
  NOTHING_ELSE,
  REGION,
} from "./invented-event.ts";

const AUDITOR = `arn:aws:iam::${LAKE_ACCOUNT}:role/audit/reader`;
const ROLE = [logged("IAM::Role", AUDITOR, LAKE_ACCOUNT)];
const GATE = here("lambda", "function:mill-gate");
const LAKE_GATE = `arn:aws:lambda:${REGION}:${LAKE_ACCOUNT}:function:mill-gate`;
const GRINDER = `arn:aws:iam::${ACCOUNT}:role/mills/grinder`;
const TO_LAMBDA = { "iam:passedtoservice": "lambda.amazonaws.com" };
const DATA = { managementEvent: false, eventCategory: "Data" };

export const INVENTED_EVENTS_SESSIONS: readonly InventedEvent[] = [
  invented(
    "AssumeRole into another account",
    called("sts AssumeRole", { roleArn: AUDITOR, roleSessionName: "ada-audit" }, { resources: ROLE }),
    [asks("sts:AssumeRole", AUDITOR)],
    {
      atLeast: true,
      keys: {
        "sts:rolesessionname": "ada-audit",
        "sts:externalid": null,
        "sts:sourceidentity": null,
        "aws:tagkeys": null,
        "aws:resourceaccount": LAKE_ACCOUNT,
      },
    },
  ),
  invented(
    "AssumeRole with tags, external id and source identity",
    called(
      "sts AssumeRole",
      {
        roleArn: AUDITOR,
        roleSessionName: "ada-audit",
        externalId: "tide-7",
        sourceIdentity: "ada",
        tags: [{ key: "mill", value: "north" }],
        transitiveTagKeys: ["mill"],
      },
      { resources: ROLE },
    ),
    [
      asks("sts:AssumeRole", AUDITOR, {
        "sts:externalid": "tide-7",
        "sts:sourceidentity": "ada",
        "sts:transitivetagkeys": ["mill"],
        "aws:requesttag/mill": "north",
        "aws:tagkeys": ["mill"],
      }),
      asks("sts:TagSession", AUDITOR, { "sts:transitivetagkeys": ["mill"], "aws:requesttag/mill": "north" }),
      asks("sts:SetSourceIdentity", AUDITOR, { "sts:sourceidentity": "ada" }),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "AssumeRoleWithSAML",
    called(
      "sts AssumeRoleWithSAML",
      {
        sAMLAssertionID: "_c0ffee",
        roleSessionName: "ada",
        roleArn: `arn:aws:iam::${ACCOUNT}:role/miller`,
        principalArn: `arn:aws:iam::${ACCOUNT}:saml-provider/harbour`,
        principalTags: { mill: "north" },
      },
      { caller: { type: "SAMLUser", principalId: "harbour:ada", userName: "ada", identityProvider: "harbour" } },
    ),
    [
      asks("sts:AssumeRoleWithSAML", `arn:aws:iam::${ACCOUNT}:role/miller`, { "sts:rolesessionname": "ada" }),
      asks("sts:TagSession", `arn:aws:iam::${ACCOUNT}:role/miller`, { "aws:requesttag/mill": "north" }),
    ],
    AT_LEAST,
  ),
  invented(
    "AssumeRoleWithWebIdentity",
    called(
      "sts AssumeRoleWithWebIdentity",
      { roleArn: `arn:aws:iam::${ACCOUNT}:role/miller`, roleSessionName: "pod" },
      {
        caller: {
          type: "WebIdentityUser",
          principalId: "oats:pod",
          userName: "pod",
          identityProvider: "oidc.oats.example",
        },
      },
    ),
    [asks("sts:AssumeRoleWithWebIdentity", `arn:aws:iam::${ACCOUNT}:role/miller`)],
    AT_LEAST,
  ),
  invented(
    "AssumeRoot in a member account",
    called("sts AssumeRoot", {
      targetPrincipal: "210000000072",
      taskPolicyArn: { arn: "arn:aws:iam::aws:policy/root-task/S3UnlockBucketPolicy" },
    }),
    [asks("sts:AssumeRoot", "arn:aws:iam::210000000072:root")],
    AT_LEAST,
  ),
  invented("GetCallerIdentity", called("sts GetCallerIdentity", null), [], { outcome: "cannotBeDenied" }),
  invented(
    "GetFederationToken",
    called("sts GetFederationToken", { name: "ada", durationSeconds: 3600 }, { caller: ADA }),
    [asks("sts:GetFederationToken", `arn:aws:sts::${ACCOUNT}:federated-user/ada`)],
    NOTHING_ELSE,
  ),
  invented("GetSessionToken", called("sts GetSessionToken", { durationSeconds: 900 }, { caller: ADA }), [], {
    atLeast: true,
    possible: [asks("sts:GetSessionToken", "*")],
  }),
  invented(
    "DecodeAuthorizationMessage",
    called("sts DecodeAuthorizationMessage", null),
    [asks("sts:DecodeAuthorizationMessage", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "Invoke by name",
    called(
      "lambda Invoke",
      { functionName: "mill-gate", invocationType: "Event" },
      {
        resources: [logged("Lambda::Function", GATE)],
        members: DATA,
      },
    ),
    [asks("lambda:InvokeFunction", GATE)],
    NOTHING_ELSE,
  ),
  invented(
    "Invoke of an alias",
    called("lambda Invoke", { functionName: "mill-gate", qualifier: "live" }, { members: DATA }),
    [asks("lambda:InvokeFunction", `${GATE}:live`)],
    NOTHING_ELSE,
  ),
  invented(
    "Invoke of an alias within the name",
    called("lambda Invoke", { functionName: "mill-gate:live" }, { members: DATA }),
    [asks("lambda:InvokeFunction", `${GATE}:live`)],
    NOTHING_ELSE,
  ),
  invented(
    "Invoke by a partial ARN of another account",
    called("lambda Invoke", { functionName: `${LAKE_ACCOUNT}:function:mill-gate` }, { members: DATA }),
    [asks("lambda:InvokeFunction", LAKE_GATE, { "aws:resourceaccount": LAKE_ACCOUNT })],
    NOTHING_ELSE,
  ),
  invented(
    "InvokeWithResponseStream by ARN",
    called("lambda InvokeWithResponseStream", { functionName: GATE }, { members: DATA }),
    [asks("lambda:InvokeFunction", GATE)],
    NOTHING_ELSE,
  ),
  invented(
    "CreateFunction20150331 passes its role, with layers and tags",
    called("lambda CreateFunction20150331", {
      functionName: "mill-gate",
      runtime: "nodejs24.x",
      role: GRINDER,
      handler: "index.handler",
      code: {},
      publish: false,
      layers: [here("lambda", "layer:oats:3")],
      tags: { crop: "oats" },
      environment: {},
    }),
    [
      asks("lambda:CreateFunction", GATE, {
        "lambda:layer": [here("lambda", "layer:oats:3")],
        "aws:requesttag/crop": "oats",
        "aws:tagkeys": ["crop"],
      }),
      asks("iam:PassRole", GRINDER, TO_LAMBDA),
    ],
    {
      atLeast: true,
      possible: [asks("lambda:GetLayerVersion", here("lambda", "layer:oats:3")), asks("lambda:TagResource", GATE)],
    },
  ),
  invented(
    "UpdateFunctionConfiguration20150331v2 with another role",
    called("lambda UpdateFunctionConfiguration20150331v2", { functionName: "mill-gate", role: GRINDER, timeout: 30 }),
    [asks("lambda:UpdateFunctionConfiguration", GATE), asks("iam:PassRole", GRINDER, TO_LAMBDA)],
    NOTHING_ELSE,
  ),
  invented(
    "UpdateFunctionConfiguration20150331v2 that keeps the role",
    called("lambda UpdateFunctionConfiguration20150331v2", { functionName: GATE, timeout: 30 }),
    [asks("lambda:UpdateFunctionConfiguration", GATE)],
    NOTHING_ELSE,
  ),
  invented(
    "UpdateFunctionCode20150331v2 with the name in parts",
    called("lambda UpdateFunctionCode20150331v2", {
      fullyQualifiedArn: {
        arnPrefix: { partition: "aws", region: REGION, account: ACCOUNT },
        relativeId: { functionName: "mill-gate" },
        functionQualifier: {},
      },
      functionName: GATE,
      publish: true,
      dryRun: false,
    }),
    [asks("lambda:UpdateFunctionCode", GATE)],
    AT_LEAST,
  ),
  invented(
    "GetFunction20150331v2",
    called("lambda GetFunction20150331v2", { functionName: "mill-gate" }),
    [asks("lambda:GetFunction", GATE)],
    NOTHING_ELSE,
  ),
  invented(
    "ListFunctions20150331",
    called("lambda ListFunctions20150331", null),
    [asks("lambda:ListFunctions", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "PublishLayerVersion20181031",
    called("lambda PublishLayerVersion20181031", { layerName: "oats", content: {} }),
    [asks("lambda:PublishLayerVersion", here("lambda", "layer:oats"))],
    NOTHING_ELSE,
  ),
  invented(
    "GetLayerVersion20181031",
    called("lambda GetLayerVersion20181031", { layerName: "oats", versionNumber: 3 }),
    [asks("lambda:GetLayerVersion", here("lambda", "layer:oats:3"))],
    NOTHING_ELSE,
  ),
  invented(
    "CreateEventSourceMapping20150331",
    called("lambda CreateEventSourceMapping20150331", {
      functionName: "mill-gate",
      eventSourceArn: here("sqs", "intake"),
    }),
    [asks("lambda:CreateEventSourceMapping", "*", { "lambda:functionarn": "?" })],
    AT_LEAST,
  ),
  invented(
    "DeleteEventSourceMapping20150331",
    called("lambda DeleteEventSourceMapping20150331", { uUID: "0a1b2c3d-0000-4000-8000-000000000005" }),
    [
      asks(
        "lambda:DeleteEventSourceMapping",
        here("lambda", "event-source-mapping:0a1b2c3d-0000-4000-8000-000000000005"),
      ),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "AddPermission20150331v2",
    called("lambda AddPermission20150331v2", {
      functionName: "mill-gate",
      statementId: "tides",
      action: "lambda:InvokeFunction",
      principal: "sns.amazonaws.com",
    }),
    [asks("lambda:AddPermission", GATE, { "lambda:principal": "sns.amazonaws.com" })],
    NOTHING_ELSE,
  ),
];
