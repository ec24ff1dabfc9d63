import { describe, expect, test } from "vitest";
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";
import { faultsOf, policyOf, STATEMENT } from "./faults-of.ts";

describe("parsePolicyDocument() points at", () => {
  test.each<[string, string, readonly string[]]>([
    ["an empty text", "", ["not-json 1:1"]],
    ["a text of white space", " \n ", ["not-json 2:2"]],
    ["a text that ends too early", '{"Version":', ["not-json 1:12"]],
    ["a trailing comma", '{"Version":"2012-10-17",\n}', ["not-json 2:1"]],
    ["a comment", '{\n// never\n"Version":"2012-10-17"}', ["not-json 2:1"]],
    ["single quotes", "{'Version':1}", ["not-json 1:2"]],
    ["a second object", '{"Statement":{}}\n{}', ["not-json 2:1"]],
    ["a byte order mark", `\ufeff${policyOf(STATEMENT)}`, ["not-json 1:1"]],
    ["syntax faults on two lines", '{"a": tru,\n"b": 1,,\n"c": 1}', ["not-json 1:7", "not-json 2:8"]],
    ["a policy that is a list", "[]", ["wrong-type 1:1"]],
    ["a policy that is null", "null", ["wrong-type 1:1"]],
    ["a missing Statement", '{"Version":"2012-10-17"}', ["missing-element 1:1"]],
    ["an empty list of statements", '{"Statement":[]}', ["empty-list 1:14 /Statement"]],
    ["a statement that is a text", '{"Statement":["Deny"]}', ["wrong-type 1:15 /Statement/0"]],
    [
      "an unknown Version",
      '{"Version":"2026-01-01","Statement":[{}]}',
      [
        "invalid-version 1:12 /Version",
        ...[
          "missing-element 1:38 /Statement/0",
          "missing-element 1:38 /Statement/0",
          "missing-element 1:38 /Statement/0",
        ],
      ],
    ],
    [
      "a Version that is a number",
      `{"Version":2012,"Statement":${JSON.stringify(STATEMENT)}}`,
      ["wrong-type 1:12 /Version"],
    ],
    [
      "a name given twice",
      `{"Version":"2012-10-17",\n"Version":"2012-10-17","Statement":${JSON.stringify(STATEMENT)}}`,
      ["duplicate-key 2:1 /Version"],
    ],
    [
      "a key given twice in a condition",
      '{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"a:b":true,\n"a:b":true}}}}',
      ["duplicate-key 2:1 /Statement/Condition/Bool/a:b"],
    ],
    [
      "a name with a slash, escaped in the pointer",
      '{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:RequestTag/a~b":null}}}}',
      ["wrong-type 1:101 /Statement/Condition/Bool/aws:RequestTag~1a~0b"],
    ],
  ])("%s", (_name, text, expected) => {
    expect(faultsOf(text)).toEqual(expected);
  });
});

test("parsePolicyDocument() reports all faults of a text at once, in the order of the text", () => {
  const text = `{
  "Version": "2021-01-01",
  "Statement": [
    { "Effect": "Deny", "Action": "s3", "Resource": "bucket", "Resource": "*" },
    { "Effect": "deny", "Principal": "*", "Action": [], "Condition": { "StringLke": { "x": {} } } }
  ]
}`;
  expect(faultsOf(text)).toEqual([
    "invalid-version 2:14 /Version",
    "invalid-action 4:35 /Statement/0/Action",
    "invalid-resource 4:53 /Statement/0/Resource",
    "duplicate-key 4:63 /Statement/0/Resource",
    "missing-element 5:5 /Statement/1",
    "invalid-effect 5:17 /Statement/1/Effect",
    "unsupported-element 5:25 /Statement/1/Principal",
    "empty-list 5:53 /Statement/1/Action",
    "unknown-operator 5:72 /Statement/1/Condition/StringLke",
    "invalid-condition-key 5:87 /Statement/1/Condition/StringLke/x",
    "wrong-type 5:92 /Statement/1/Condition/StringLke/x",
  ]);
});

test("parsePolicyDocument() reports every wrong value of a condition at once", () => {
  const text = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Sid": "Once", "Effect": "Deny", "Action": "*", "Resource": "arn:aws::::x" },
    { "Sid": "Once", "Effect": "Deny", "Action": "*", "Resource": "*", "Condition": {
      "NumericLessThan": { "s3:max-keys": ["10", "ten", 1e3] },
      "DateGreaterThan": { "aws:CurrentTime": "2026-02-30" },
      "Bool": { "aws:SecureTransport": "yes" },
      "Null": { "aws:SourceVpc": "1" },
      "BinaryEquals": { "a:b": "QR==" },
      "NotIpAddress": { "aws:SourceIp": ["10.0.0.0/33", "10.0.0.0/8"] },
      "ArnEquals": { "aws:SourceArn": ["role", null] },
      "StringLike": { "aws:PrincipalTag/x": "\${a:b} \${PARTITION} \${" }
    } },
    { "Sid": "Not-so", "Effect": "Deny", "Action": "*", "Resource": "arn:\${aws:x}:s3:::x" }
  ]
}`;
  expect(faultsOf(text)).toEqual([
    "invalid-resource 4:67 /Statement/0/Resource",
    "duplicate-sid 5:14 /Statement/1/Sid",
    "invalid-number 6:50 /Statement/1/Condition/NumericLessThan/s3:max-keys/1",
    "invalid-number 6:57 /Statement/1/Condition/NumericLessThan/s3:max-keys/2",
    "invalid-date 7:47 /Statement/1/Condition/DateGreaterThan/aws:CurrentTime",
    "invalid-boolean 8:40 /Statement/1/Condition/Bool/aws:SecureTransport",
    "invalid-boolean 9:34 /Statement/1/Condition/Null/aws:SourceVpc",
    "invalid-binary 10:32 /Statement/1/Condition/BinaryEquals/a:b",
    "invalid-ip 11:42 /Statement/1/Condition/NotIpAddress/aws:SourceIp/0",
    "invalid-arn 12:40 /Statement/1/Condition/ArnEquals/aws:SourceArn/0",
    "wrong-type 12:48 /Statement/1/Condition/ArnEquals/aws:SourceArn/1",
    "invalid-variable 13:45 /Statement/1/Condition/StringLike/aws:PrincipalTag~1x",
    "invalid-variable 13:45 /Statement/1/Condition/StringLike/aws:PrincipalTag~1x",
    "invalid-sid 15:14 /Statement/2/Sid",
    "invalid-variable 15:69 /Statement/2/Resource",
  ]);
});

describe("messages of parsePolicyDocument() say what to do", () => {
  test.each<[string, string, string]>([
    ["a trailing comma", '{"Statement":[],}', "the comma before `}` is one too many; remove it"],
    [
      "an effect in lower case",
      policyOf({ ...STATEMENT, Effect: "deny" }),
      "`deny` is no effect; case matters, write `Deny`",
    ],
    [
      "an operator in another case",
      policyOf({ ...STATEMENT, Condition: { stringlike: { "a:b": "x" } } }),
      "write `StringLike`",
    ],
    ["an element in another case", policyOf({ ...STATEMENT, sid: "x" }), "write `Sid`"],
    [
      "an action without a service",
      policyOf({ ...STATEMENT, Action: "Get*" }),
      "the service is missing; write `service:Get*`, or `Get*:*` for a whole service",
    ],
    [
      "a placeholder of a deployment tool",
      policyOf({ ...STATEMENT, Resource: `arn:\${PARTITION}:s3:::x` }),
      "}` names no condition key such as `aws:PrincipalArn`; if it is a placeholder of a deployment tool, fill it in first",
    ],
    [
      "a placeholder of an example",
      policyOf({ ...STATEMENT, Condition: { IpAddress: { "aws:SourceIp": "<my-corporate-cidr>" } } }),
      "`<my-corporate-cidr>` is no address range: it holds a placeholder in `<…>`; fill it in",
    ],
    [
      "a variable before the fifth colon",
      policyOf({ ...STATEMENT, Resource: `arn:aws:s3::\${aws:PrincipalAccount}:x` }),
      "has a policy variable where an ARN takes none; write it only behind the fifth colon",
    ],
    [
      "a variable in an operator that has none",
      policyOf({ ...STATEMENT, Condition: { NumericEquals: { "a:b": `\${aws:MultiFactorAuthAge}` } } }),
      "`NumericEquals` takes no policy variables; write the value itself",
    ],
    [
      "a Sid with a hyphen",
      policyOf({ ...STATEMENT, Sid: "No-leaving" }),
      "`No-leaving` is no `Sid`; use only the letters A to Z, a to z and digits",
    ],
    [
      "a Sid given twice",
      policyOf([
        { ...STATEMENT, Sid: "One" },
        { ...STATEMENT, Sid: "One" },
      ]),
      "`One` is already the `Sid` of a statement, in line 1; give each statement its own",
    ],
  ])("%s", (_name, text, words) => {
    const parsed = parsePolicyDocument(text);
    expect(parsed.ok ? "" : parsed.faults[0]?.message).toContain(words);
  });

  test("a hostile value is cut and shown without control characters", () => {
    const parsed = parsePolicyDocument(policyOf({ ...STATEMENT, Action: `\u001b[31m\u202e${"x".repeat(5_000)}` }));
    const message = parsed.ok ? "" : (parsed.faults[0]?.message ?? "");
    expect(message).toMatch(/^`\\u001b\[31m\\u202ex+…` is no action/);
    expect(message.length).toBeLessThan(400);
  });
});
