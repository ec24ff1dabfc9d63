import { describe, expect, test } from "vitest";
import { describeFault } from "../../host/domain/fault.ts";
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";
import { codesOf, faultsOf, policyOf, STATEMENT } from "./faults-of.ts";

test("parsePolicyDocument() gives what the text says, and where", () => {
  const text = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Harbour",
      "Effect": "Deny",
      "NotAction": ["iam:*", "sts:Assume?ole"],
      "Resource": "arn:aws:s3:::ledger/*",
      "Condition": {
        "ForAnyValue:StringLikeIfExists": { "aws:TagKeys": ["a*", 7, 1.50, true] },
        "Null": { "aws:SourceVpc": false }
      }
    },
    { "Effect": "Allow", "Action": "*", "NotResource": ["*"] }
  ]
}`;
  const parsed = parsePolicyDocument(text);
  if (!parsed.ok) throw new Error(parsed.faults.map(describeFault).join("\n"));
  const at = (needle: string) => text.indexOf(needle);
  expect(parsed.value).toEqual({
    version: "2012-10-17",
    statements: [
      {
        index: 0,
        sid: "Harbour",
        effect: "Deny",
        actions: { negated: true, patterns: ["iam:*", "sts:Assume?ole"] },
        resources: { negated: false, patterns: ["arn:aws:s3:::ledger/*"] },
        conditions: [
          {
            operator: "ForAnyValue:StringLikeIfExists",
            key: "aws:TagKeys",
            values: ["a*", "7", "1.50", "true"],
            position: { offset: at('"aws:TagKeys"'), line: 10, column: 45 },
          },
          {
            operator: "Null",
            key: "aws:SourceVpc",
            values: ["false"],
            position: { offset: at('"aws:SourceVpc"'), line: 11, column: 19 },
          },
        ],
        position: { offset: at('{\n      "Sid"'), line: 4, column: 5 },
      },
      {
        index: 1,
        sid: undefined,
        effect: "Allow",
        actions: { negated: false, patterns: ["*"] },
        resources: { negated: true, patterns: ["*"] },
        conditions: [],
        position: { offset: at('{ "Effect": "Allow"'), line: 14, column: 5 },
      },
    ],
  });
});

/** A value that an operator takes, by a part of its name. */
const VALUES: Readonly<Record<string, string>> = { Bool: "true", Ip: "::1", Arn: "*", Binary: "QQ==" };

/** Each operator compares the key `a:b` with one value. */
function withVariables(Resource: string | string[], values: Readonly<Record<string, string>>): string {
  const Condition = Object.fromEntries(Object.entries(values).map(([operator, value]) => [operator, { "a:b": value }]));
  return policyOf({ ...STATEMENT, Resource, Condition });
}

describe("parsePolicyDocument() accepts", () => {
  test.each<[string, string]>([
    ["a single statement without a list", policyOf(STATEMENT)],
    ["a missing Version", policyOf(STATEMENT, {})],
    ["Version 2008-10-17", policyOf(STATEMENT, { Version: "2008-10-17" })],
    ["an Id", policyOf(STATEMENT, { Id: "harbour-rules" })],
    [
      "two Sids that differ in case, and two that are empty",
      policyOf(["Same", "same", "", ""].map((Sid) => ({ ...STATEMENT, Sid }))),
    ],
    ["a wildcard in the service of an action", policyOf({ ...STATEMENT, Action: ["s*:Get*", "s?:Get*", "*:Get*"] })],
    ["wildcards anywhere in the name of an action", policyOf({ ...STATEMENT, Action: ["s3:*Object*", "ec2:?un*s"] })],
    ["every service by stars", policyOf({ ...STATEMENT, Action: ["*:*", "**"] })],
    ["an action that nobody knows", policyOf({ ...STATEMENT, Action: "made-up:DoThings" })],
    ["ARNs in an Allow", policyOf({ ...STATEMENT, Effect: "Allow", Resource: "arn:aws:s3:::ledger" })],
    [
      "a short ARN that ends in a star",
      policyOf({ ...STATEMENT, Resource: ["arn:aws:s3*", "arn:aws:s3:::*", "arn:*"] }),
    ],
    [
      "a policy variable in a resource",
      policyOf({ ...STATEMENT, Resource: `arn:aws:s3:::\${aws:PrincipalTag/team}/*` }),
    ],
    ["an empty Condition", policyOf({ ...STATEMENT, Condition: {} })],
    ["a condition key that nobody knows", policyOf({ ...STATEMENT, Condition: { Bool: { "made:Up": "true" } } })],
    [
      "numbers and booleans as values",
      policyOf({ ...STATEMENT, Condition: { NumericLessThan: { "a:b": [1, -2.5] }, Bool: { "a:b": true } } }),
    ],
    [
      "variables where an ARN and a text take them",
      withVariables([`arn:aws:s3:::\${aws:username}/*`, `arn:aws:s3:::x:\${*}\${?}\${$}$`], {
        StringEquals: `\${aws:PrincipalTag/a b, 'none'}\${kms:EncryptionContext:x}`,
        ArnLike: `\${aws:PrincipalArn}`,
      }),
    ],
    ["a variable in Bool, which AWS says both ways", withVariables("*", { Bool: `\${aws:SecureTransport}` })],
    [
      "anything between braces under the old version",
      policyOf({ ...STATEMENT, Resource: `arn:\${x}:s3:::\${`, Condition: { StringLike: { "a:b": `\${` } } }, {}),
    ],
    [
      "10,240 characters",
      policyOf({ ...STATEMENT, Sid: "x".repeat(10_240 - policyOf({ ...STATEMENT, Sid: "" }).length) }),
    ],
  ])("%s", (_name, text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  test.each([
    ...["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike"],
    ...["StringNotLike", "NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals"],
    ...["NumericGreaterThan", "NumericGreaterThanEquals", "DateEquals", "DateNotEquals", "DateLessThan"],
    ...["DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals", "Bool", "BinaryEquals", "IpAddress"],
    ...["NotIpAddress", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
  ])("the operator %s, also with IfExists and with a set prefix", (base) => {
    const names = ["", "ForAllValues:", "ForAnyValue:"].flatMap((set) => [`${set}${base}`, `${set}${base}IfExists`]);
    const value = Object.entries(VALUES).find(([part]) => base.includes(part))?.[1] ?? "1";
    const Condition = Object.fromEntries(names.map((name) => [name, { "aws:SourceVpc": value }]));
    expect(faultsOf(policyOf({ ...STATEMENT, Condition }))).toEqual([]);
  });
});

describe("parsePolicyDocument() refuses", () => {
  test.each<[string, object | string, readonly string[]]>([
    ["Principal, by name", { ...STATEMENT, Principal: "*" }, ["unsupported-element"]],
    ["NotPrincipal, by name", { ...STATEMENT, NotPrincipal: "*" }, ["unsupported-element"]],
    ["an element it does not know", { ...STATEMENT, Comment: "why" }, ["unknown-element"]],
    ["an element named like a member of Object", { ...STATEMENT, constructor: "x" }, ["unknown-element"]],
    [
      "an element in another case",
      { effect: "Deny", Action: "*", Resource: "*" },
      ["missing-element", "unknown-element"],
    ],
    ["a missing Effect", { Action: "*", Resource: "*" }, ["missing-element"]],
    ["a missing Action", { Effect: "Deny", Resource: "*" }, ["missing-element"]],
    ["a missing Resource", { Effect: "Deny", Action: "*" }, ["missing-element"]],
    ["Action beside NotAction", { ...STATEMENT, NotAction: "s3:*" }, ["conflicting-elements"]],
    ["Resource beside NotResource", { ...STATEMENT, NotResource: "*" }, ["conflicting-elements"]],
    ["deny in lower case", { ...STATEMENT, Effect: "deny" }, ["invalid-effect"]],
    ["another effect", { ...STATEMENT, Effect: "Block" }, ["invalid-effect"]],
    ["an effect that is a list", { ...STATEMENT, Effect: ["Deny"] }, ["wrong-type"]],
    ["a Sid that is a number", { ...STATEMENT, Sid: 1 }, ["wrong-type"]],
    ...["No leaving", "no-leaving", "no_leaving", "größe", " "].map((Sid): [string, object, readonly string[]] => [
      `the Sid ${Sid}`,
      { ...STATEMENT, Sid },
      ["invalid-sid"],
    ]),
    ["no actions", { ...STATEMENT, Action: [] }, ["empty-list"]],
    ["an action that is a number", { ...STATEMENT, Action: ["s3:Get", 1] }, ["wrong-type"]],
    ["an action that is an object", { ...STATEMENT, Action: {} }, ["wrong-type"]],
    ["an action without a service", { ...STATEMENT, Action: "GetObject" }, ["invalid-action"]],
    ["an action without a name", { ...STATEMENT, Action: "s3:" }, ["invalid-action"]],
    ["an action with a space", { ...STATEMENT, Action: "s3: GetObject" }, ["invalid-action"]],
    ["an empty action", { ...STATEMENT, Action: "" }, ["invalid-action"]],
    ["an action of wildcards without a service", { ...STATEMENT, Action: ["s3*"] }, ["invalid-action"]],
    ["a policy variable in an action", { ...STATEMENT, Action: `s3:\${aws:username}` }, ["invalid-action"]],
    ["no resources", { ...STATEMENT, Resource: [] }, ["empty-list"]],
    ["a resource that is no ARN", { ...STATEMENT, Resource: "my-bucket/*" }, ["invalid-resource"]],
    ["a short ARN without a star at its end", { ...STATEMENT, Resource: "arn:aws:s3:my-bucket" }, ["invalid-resource"]],
    ["a variable's colons as parts of an ARN", { ...STATEMENT, Resource: `arn:aws:s3:::\${a:b:::}` }, []],
    [
      "a variable before the fifth colon",
      {
        ...STATEMENT,
        Resource: [`arn:aws:s3:\${a:b}\${c:d}`, `arn:aws:s3::\${a:b}:x`, `\${a:b}`, `arn:aws:s3:\${*}::x`],
      },
      ["invalid-variable", "invalid-variable", "invalid-variable", "invalid-variable"],
    ],
    [
      "an ARN without partition",
      { ...STATEMENT, Resource: ["arn::s3:::x", "arn::*"] },
      Array(2).fill("invalid-resource"),
    ],
    [
      "an ARN without service",
      { ...STATEMENT, Resource: ["arn:aws::::x", "arn:aws::*"] },
      Array(2).fill("invalid-resource"),
    ],
    ["a resource that is empty", { ...STATEMENT, Resource: "" }, ["invalid-resource"]],
    ["an ARN in capital letters", { ...STATEMENT, Resource: "ARN:aws:s3:::x" }, ["invalid-resource"]],
    ["a wildcard in the service of an ARN", { ...STATEMENT, Resource: "arn:aws:*:*:*:x" }, ["invalid-resource"]],
    ["a condition that is a list", { ...STATEMENT, Condition: [] }, ["wrong-type"]],
    ["an operator whose keys are a text", { ...STATEMENT, Condition: { Bool: "true" } }, ["wrong-type"]],
    ["an operator without keys", { ...STATEMENT, Condition: { Bool: {} } }, ["empty-condition"]],
    ["a condition key without values", { ...STATEMENT, Condition: { Bool: { "a:b": [] } } }, ["empty-list"]],
    ["a value that is null", { ...STATEMENT, Condition: { Bool: { "a:b": [null] } } }, ["wrong-type"]],
    ["a value that is an object", { ...STATEMENT, Condition: { Bool: { "a:b": {} } } }, ["wrong-type"]],
    ["a list in a list", { ...STATEMENT, Condition: { Bool: { "a:b": [["x"]] } } }, ["wrong-type"]],
    [
      "a condition key without a service",
      { ...STATEMENT, Condition: { Bool: { SourceVpc: "true" } } },
      ["invalid-condition-key"],
    ],
    ["an unknown operator", { ...STATEMENT, Condition: { StringLke: { "a:b": "x" } } }, ["unknown-operator"]],
    ["an operator in another case", { ...STATEMENT, Condition: { stringLike: { "a:b": "x" } } }, ["unknown-operator"]],
    [
      "an unknown set prefix",
      { ...STATEMENT, Condition: { "ForSomeValues:Bool": { "a:b": "x" } } },
      ["unknown-operator"],
    ],
    ["NullIfExists", { ...STATEMENT, Condition: { NullIfExists: { "a:b": "true" } } }, ["unknown-operator"]],
    [
      "an operator named like a member of Object",
      { ...STATEMENT, Condition: { toString: { "a:b": "x" } } },
      ["unknown-operator"],
    ],
    [
      "one condition key in two cases",
      { ...STATEMENT, Condition: { StringLike: { "a:b": "x", "a:B": "y" } } },
      ["duplicate-key"],
    ],
  ])("%s", (_name, statement, codes) => {
    expect(codesOf(policyOf(statement))).toEqual(codes);
  });

  test("10,241 characters, with its other faults", () => {
    const text = policyOf({ ...STATEMENT, Effect: "deny" });
    expect(codesOf(text + " ".repeat(10_241 - text.length))).toEqual(["policy-too-long", "invalid-effect"]);
  });

  test("characters beyond the basic plane, counted as one each", () => {
    const withKey = (key: string) =>
      policyOf({ ...STATEMENT, Condition: { Null: { [`aws:RequestTag/${key}`]: "true" } } });
    const key = "𝛑".repeat(10_240 - withKey("").length);
    expect(codesOf(withKey(key))).toEqual([]);
    expect(codesOf(withKey(`${key}𝛑`))).toEqual(["policy-too-long"]);
  });
});
