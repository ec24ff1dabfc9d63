import { describe, expect, test } from "vitest";
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";
import { validatePolicy } from "../../host/policy/validate-policy.ts";
import { warnAboutAttachments } from "../../host/policy/warnings/attachments.ts";
import { catalogue } from "../authorization/built-catalogue.ts";
import { placesOf, policyOf, STATEMENT } from "./faults-of.ts";

function warningsOf(text: string): readonly string[] {
  return placesOf(validatePolicy(text, catalogue).warnings);
}

/** `$` begins a variable in template texts too, so that each is escaped here. */
const v = (inside: string) => `\${${inside}}`;

function conditionOf(Condition: object, rest: object = {}): string {
  return policyOf({ ...STATEMENT, ...rest, Condition });
}

test("validatePolicy() warns of everything at once, in the order of the text", () => {
  const text = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:GetObjet*", "macie:*", "s*:Get*", "zz?:Get*", "*:Nothing*", "s3:GetObject"],
      "NotResource": ["arn:aws:s3:::", "arn:aws:iam::11112222333:role/x", "arn:aws:s3:::<my-bucket>/*", "*"],
      "Condition": {
        "StringEquals": {
          "aws:PrincipalTag/team": ["a*", "b?", "<team>", "plain"],
          "aws:PrincipalAccount": ["11112222333", 111122223333],
          "aws:ResourceOrgID": "o-1",
          "aws:TagKeys": "x",
          "s3:Prefixes": "x"
        },
        "StringNotEquals": { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" },
        "StringLike": { "aws:RequestTag/\${aws:username}": "x" },
        "ArnNotLike": { "aws:PrincipalArn": ["arn:aws:sts::111122223333:assumed-role/x/*", "arn:aws:iam::*"] },
        "ForAllValues:StringLike": { "aws:RequestedRegion": "eu-*" },
        "ForAnyValue:StringNotLike": { "aws:RequestedRegion": "eu-*" },
        "ForAnyValue:Null": { "aws:SourceVpc": "true" },
        "Null": { "aws:SourceIp": "TRUE", "aws:SourceVpce": [true, false] },
        "IpAddress": { "AWS:sourceip": "10.0.0.0/8" },
        "Bool": { "aws:SecureTransport": ["true", "False"] }
      }
    },
    { "Effect": "Deny", "NotAction": ["*", "*:*"], "Resource": "*" }
  ]
}`;
  expect(parsePolicyDocument(text).ok).toBe(true);
  const condition = "/Statement/0/Condition";
  expect(warningsOf(text)).toEqual([
    "unknown-action 6:18 /Statement/0/Action/0",
    "unknown-service 6:34 /Statement/0/Action/1",
    "wildcard-in-service 6:45 /Statement/0/Action/2",
    "wildcard-in-service 6:56 /Statement/0/Action/3",
    "unknown-action 6:56 /Statement/0/Action/3",
    "unknown-action 6:68 /Statement/0/Action/4",
    "matches-nothing 7:23 /Statement/0/NotResource/0",
    "matches-nothing 7:40 /Statement/0/NotResource/1",
    "placeholder 7:75 /Statement/0/NotResource/2",
    "matches-nothing 7:105 /Statement/0/NotResource/3",
    `wildcard-in-equals 10:37 ${condition}/StringEquals/aws:PrincipalTag~1team/0`,
    `wildcard-in-equals 10:43 ${condition}/StringEquals/aws:PrincipalTag~1team/1`,
    `placeholder 10:49 ${condition}/StringEquals/aws:PrincipalTag~1team/2`,
    `matches-nothing 11:36 ${condition}/StringEquals/aws:PrincipalAccount/0`,
    `matches-nothing 12:32 ${condition}/StringEquals/aws:ResourceOrgID`,
    `multivalued-key-without-set-operator 13:11 ${condition}/StringEquals/aws:TagKeys`,
    `unknown-condition-key 14:11 ${condition}/StringEquals/s3:Prefixes`,
    `wildcard-in-equals 16:50 ${condition}/StringNotEquals/aws:PrincipalArn`,
    `variable-in-key 17:25 ${condition}/StringLike/aws:RequestTag~1\${aws:username}`,
    `matches-nothing 18:46 ${condition}/ArnNotLike/aws:PrincipalArn/0`,
    `short-arn 18:92 ${condition}/ArnNotLike/aws:PrincipalArn/1`,
    `set-operator-on-single-value-key 19:38 ${condition}/ForAllValues:StringLike/aws:RequestedRegion`,
    `set-operator-on-single-value-key 20:40 ${condition}/ForAnyValue:StringNotLike/aws:RequestedRegion`,
    `set-operator-with-null 21:31 ${condition}/ForAnyValue:Null/aws:SourceVpc`,
    `matches-everything 22:43 ${condition}/Null/aws:SourceVpce`,
    `matches-nothing 23:24 ${condition}/IpAddress/AWS:sourceip`,
    `matches-everything 24:19 ${condition}/Bool/aws:SecureTransport`,
    "matches-nothing 27:39 /Statement/1/NotAction/0",
    "matches-nothing 27:44 /Statement/1/NotAction/1",
  ]);
});

describe("validatePolicy() has no warning for", () => {
  test.each<[string, string]>([
    ["a plain policy", policyOf(STATEMENT)],
    ["every action and every resource", policyOf({ ...STATEMENT, Action: ["*", "*:*", "**", "*:Get*"] })],
    [
      "actions in any case, with wildcards",
      policyOf({ ...STATEMENT, Action: ["S3:getobject", "ec2:*Snapshot?", "iam:*"] }),
    ],
    [
      "resources that may exist",
      policyOf({
        ...STATEMENT,
        Resource: [
          "arn:aws:s3:::b",
          "arn:aws:iam::1111*:role/x",
          "arn:*",
          "arn:aws:iam::aws:policy/x",
          "arn:aws:s3:::<b",
        ],
      }),
    ],
    [
      "wildcards that are written as characters",
      conditionOf({ StringEquals: { "aws:PrincipalTag/x": [`a${v("*")}b`, v("?"), v("aws:PrincipalTag/y, '*'")] } }),
    ],
    ["wildcards in Like", conditionOf({ StringLike: { "aws:PrincipalAccount": "1111*" } })],
    ["anybody as a principal", conditionOf({ StringEquals: { "lambda:Principal": "*" } })],
    ["an account in a variable", conditionOf({ StringEquals: { "aws:ResourceAccount": v("aws:PrincipalAccount") } })],
    ["an ARN in a variable", conditionOf({ ArnEquals: { "aws:PrincipalArn": v("aws:SourceArn") } })],
    ["a key of an identity provider", conditionOf({ StringEquals: { "login.example.com/x:sub": "me" } })],
    [
      "keys that hold a name of the author's",
      conditionOf({
        StringEquals: { "aws:principaltag/A b": "x", "kms:EncryptionContext:a:b": "x", "s3:ExistingObjectTag/x": "x" },
      }),
    ],
    [
      "set operators on keys of several values",
      conditionOf({
        "ForAllValues:StringEquals": { "aws:TagKeys": "x" },
        "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-1/*", "events:source": "x" },
      }),
    ],
    [
      "set operators that change nothing on a single value",
      conditionOf({
        "ForAnyValue:StringEquals": { "aws:RequestedRegion": "x" },
        "ForAllValues:StringNotEquals": { "aws:RequestedRegion": "x" },
        "ForAllValues:StringEqualsIfExists": { "aws:RequestedRegion": "x" },
      }),
    ],
    [
      "a set operator where the source says both",
      conditionOf({ "ForAllValues:StringLike": { "identitystore:UserId": "x" } }),
    ],
    [
      "Null beside what is true for a missing key",
      conditionOf({
        Null: { "aws:SourceVpc": "true", "aws:SourceVpce": "false" },
        StringNotEquals: { "aws:SourceVpc": "x" },
        StringEqualsIfExists: { "aws:SourceVpc": "x" },
        StringEquals: { "aws:SourceVpce": "x" },
      }),
    ],
    ["5,120 characters", policyOf(STATEMENT).padEnd(5_120)],
  ])("%s", (_name, text) => {
    expect(validatePolicy(text, catalogue)).toEqual({ faults: [], warnings: [] });
  });
});

describe("validatePolicy() warns of the old version", () => {
  test("where there is none", () => {
    expect(warningsOf(policyOf(STATEMENT, {}))).toEqual(["no-version 1:1"]);
  });

  test("where a text would be a variable in the new one", () => {
    const statement = {
      ...STATEMENT,
      Resource: [`arn:aws:s3:::${v("aws:username")}`, "arn:aws:s3:::$x{"],
      Condition: { StringLike: { "aws:PrincipalTag/x": [v("aws:username"), "${"] } },
    };
    expect(warningsOf(policyOf(statement, { Version: "2008-10-17" }))).toEqual([
      "variable-in-old-version 1:90 /Statement/Resource/0",
      "variable-in-old-version 1:190 /Statement/Condition/StringLike/aws:PrincipalTag~1x/0",
    ]);
  });
});

test("validatePolicy() warns of more than 5,120 characters, and not of more than any policy may have", () => {
  expect(warningsOf(policyOf(STATEMENT).padEnd(5_121))).toEqual(["longer-than-5120 1:1"]);
  const { faults, warnings } = validatePolicy(policyOf({ ...STATEMENT, Action: "zz:*" }).padEnd(10_241), catalogue);
  expect([faults.map(({ code }) => code), warnings]).toEqual([["policy-too-long"], []]);
});

test("validatePolicy() without a catalogue gives the warnings that need none", () => {
  const text = policyOf({ ...STATEMENT, Action: ["zz:*", "z*:*"], Condition: { StringLike: { "a:b": "x" } } });
  expect(placesOf(validatePolicy(text).warnings)).toEqual(["wildcard-in-service 1:71 /Statement/Action/1"]);
});

describe("validatePolicy() of a text with faults", () => {
  test("gives those of parsePolicyDocument(), and warnings elsewhere", () => {
    const text = policyOf({ ...STATEMENT, Effect: "deny", Action: ["zz:*", 1, "nothing"], Resource: "arn:aws:s3:::" });
    const parsed = parsePolicyDocument(text);
    const { faults, warnings } = validatePolicy(text, catalogue);
    expect(faults).toEqual(parsed.ok ? [] : parsed.faults);
    expect(placesOf(faults)).toEqual([
      "invalid-effect 1:47 /Statement/Effect",
      "wrong-type 1:71 /Statement/Action/1",
      "invalid-action 1:73 /Statement/Action/2",
    ]);
    expect(placesOf(warnings)).toEqual([
      "unknown-service 1:64 /Statement/Action/0",
      "matches-nothing 1:95 /Statement/Resource",
    ]);
  });

  test("says nothing more of a place where a fault stands", () => {
    const text = conditionOf({ IpAddress: { "aws:SourceIp": "<my-cidr>" }, Null: { "aws:SourceVpc": [] } });
    expect(validatePolicy(text, catalogue).faults).toHaveLength(2);
    expect(warningsOf(text)).toEqual([]);
  });

  test.each([
    "",
    "{",
    "[]",
    "null",
    '{"Statement":1}',
    '{"Statement":[1,{}]}',
    '{"Version":1,"Statement":{"Action":{}}}',
  ])("that is %j is bounded", (text) => {
    const parsed = parsePolicyDocument(text);
    expect(validatePolicy(text, catalogue).faults).toEqual(parsed.ok ? [] : parsed.faults);
  });
});

test("validatePolicy() keeps only so many warnings of a hostile text", () => {
  const actions = Array.from({ length: 1_000 }, (_, index) => `*?:*${index}x`);
  const { faults, warnings } = validatePolicy(policyOf({ ...STATEMENT, Action: actions.slice(0, 900) }), catalogue);
  expect(faults).toEqual([]);
  expect(warnings).toHaveLength(101);
  expect(warnings.at(-1)?.code).toBe("more-faults");
});

test("warnAboutAttachments() warns of more than ten on one target", () => {
  expect(warnAboutAttachments(10, "r-ab12")).toBeUndefined();
  expect(warnAboutAttachments(11, "r-ab12")).toEqual({
    code: "too-many-attachments",
    message:
      "`r-ab12` has 11 service control policies attached, and AWS takes 10; merge some, or attach them to different levels",
  });
});
