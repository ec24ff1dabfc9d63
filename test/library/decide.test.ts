import { beforeAll, describe, expect, test } from "vitest";
import type { Evaluator } from "../../host/library/create-evaluator.ts";
import type { DecideInput } from "../../host/library/decide-input.ts";
import { createEvaluator, InputError } from "../../host/library/node.ts";
import { ACCOUNT, conditionOf, FULL_ACCESS, MILLER, policyOf, questionOf } from "./decide-questions.ts";

const TEAM = "aws:PrincipalTag/team";

let evaluator: Evaluator;
beforeAll(async () => {
  evaluator = await createEvaluator();
});

describe("decide() answers with", () => {
  test("the Denies that match, for an explicit deny", () => {
    expect(evaluator.decide(questionOf({ Sid: "NoOats", Action: "s3:Get*" }))).toEqual({
      decision: "explicitDeny",
      matchedStatements: [{ level: ACCOUNT, policy: "guard", statement: 0, sid: "NoOats", effect: "Deny" }],
      unknownContextKeys: [],
    });
  });

  test("the Allows that match, root first, for an allowed request", () => {
    expect(evaluator.decide(questionOf({ Action: "ec2:*" }))).toEqual({
      decision: "allowed",
      matchedStatements: [
        { level: "r-mill", policy: "FullAWSAccess", statement: 0, effect: "Allow" },
        { level: ACCOUNT, policy: "FullAWSAccess", statement: 0, effect: "Allow" },
      ],
      unknownContextKeys: [],
    });
  });

  test("no statement for an implicit deny", () => {
    const onlyEc2 = { name: "ec2", document: policyOf({ Effect: "Allow", Action: "ec2:*", Resource: "*" }) };
    const { request } = questionOf({});
    const hierarchy = [
      { id: "r-mill", policies: [FULL_ACCESS] },
      { id: ACCOUNT, policies: [onlyEc2] },
    ];
    const answer = { decision: "implicitDeny", matchedStatements: [], unknownContextKeys: [] };
    expect(evaluator.decide({ hierarchy, request })).toEqual(answer);
    const empty = [{ id: "r-mill", policies: [] }];
    expect(evaluator.decide({ hierarchy: empty, request })).toEqual(answer);
  });

  test("what keeps it open and the unknown keys that would decide, for an undetermined request", () => {
    const unknown = { unknownKeys: ["aws:PrincipalTag/*", "aws:SourceVpc"] };
    expect(evaluator.decide(conditionOf("StringNotEquals", TEAM, "oats", unknown))).toEqual({
      decision: "undetermined",
      matchedStatements: [{ level: ACCOUNT, policy: "guard", statement: 0, effect: "Deny" }],
      unknownContextKeys: [TEAM],
    });
  });

  test("a reason and no key where AWS does not document the answer", () => {
    const answer = evaluator.decide(
      conditionOf("StringEquals", TEAM, "oats", { context: { [TEAM]: ["oats", "rye"] } }),
    );
    expect(answer).toMatchObject({ decision: "undetermined", unknownContextKeys: [] });
    expect(answer.reasons?.[0]).toContain("does not document");
  });
});

describe("decide() takes", () => {
  test.each<[string, DecideInput, string]>([
    ["a missing key as absent", conditionOf("Null", TEAM, "true"), "explicitDeny"],
    ["a key that is null as absent", conditionOf("Null", TEAM, "true", { context: { [TEAM]: null } }), "explicitDeny"],
    [
      "a given key before unknownKeys",
      conditionOf("StringEquals", TEAM, "oats", { context: { [TEAM]: "oats" }, unknownKeys: ["*"] }),
      "explicitDeny",
    ],
    [
      "keys in any case",
      conditionOf("StringEquals", TEAM, "oats", { context: { "AWS:principaltag/TEAM": "oats" } }),
      "explicitDeny",
    ],
    [
      "numbers and booleans as their texts",
      conditionOf("NumericLessThan", "s3:max-keys", "11", { context: { "s3:max-keys": 10 } }),
      "explicitDeny",
    ],
    [
      "lists for set operators",
      conditionOf("ForAnyValue:StringEquals", "aws:TagKeys", "b", { context: { "aws:TagKeys": ["a", "b"] } }),
      "explicitDeny",
    ],
    [
      "aws:PrincipalArn from the principal",
      conditionOf("ArnNotLike", "aws:PrincipalArn", "arn:aws:iam::*:role/build/*"),
      "allowed",
    ],
    [
      "aws:PrincipalAccount from the principal",
      conditionOf("StringNotEquals", "aws:PrincipalAccount", ACCOUNT),
      "allowed",
    ],
    [
      "aws:PrincipalArn from the context first",
      conditionOf("ArnLike", "aws:PrincipalArn", MILLER, { context: { "aws:PrincipalArn": "arn:aws:iam::1:user/x" } }),
      "allowed",
    ],
    [
      "the principal as known under a wildcard of unknownKeys",
      conditionOf("ArnNotLike", "aws:PrincipalArn", MILLER, { unknownKeys: ["aws:*"] }),
      "allowed",
    ],
    [
      "aws:PrincipalArn as unknown where it is named so",
      conditionOf("ArnNotLike", "aws:PrincipalArn", MILLER, { unknownKeys: ["aws:PrincipalArn"] }),
      "undetermined",
    ],
    [
      "a session's principal without guessing its role's path",
      conditionOf("ArnLike", "aws:PrincipalArn", "arn:aws:iam::*:role/miller", {
        principal: `arn:aws:sts::${ACCOUNT}:assumed-role/miller/x`,
      }),
      "undetermined",
    ],
    [
      "the account of a session as known",
      conditionOf("StringEquals", "aws:PrincipalAccount", ACCOUNT, {
        principal: `arn:aws:sts::${ACCOUNT}:assumed-role/miller/x`,
      }),
      "explicitDeny",
    ],
  ])("%s", (_name, input, decision) => {
    expect(evaluator.decide(input).decision).toBe(decision);
  });

  test("a policy as an object, too", () => {
    const { request } = questionOf({});
    const document = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }] };
    expect(
      evaluator.decide({ hierarchy: [{ id: "r-mill", policies: [{ name: "p", document }] }], request }).decision,
    ).toBe("allowed");
  });
});

describe("decide() spells unknown keys", () => {
  test("as unknownKeys names them, else as the policy writes them, variables included", () => {
    const named = conditionOf("StringEquals", "aws:principaltag/TEAM", "x", { unknownKeys: [TEAM] });
    expect(evaluator.decide(named).unknownContextKeys).toEqual([TEAM]);
    const variable = questionOf(
      { Resource: "arn:aws:s3:::oats/$".concat("{aws:PrincipalTag/Sack}") },
      { unknownKeys: ["aws:p*"] },
    );
    expect(evaluator.decide(variable).unknownContextKeys).toEqual(["aws:PrincipalTag/Sack"]);
  });
});

describe("decide() refuses", () => {
  const { hierarchy, request } = questionOf({});
  const root = (document: string) => [{ id: "r-mill", policies: [{ name: "p", document }] }];
  test.each<[string, unknown, readonly string[]]>([
    ["no object", "x", ["wrong-type"]],
    ["no members, both at once", {}, ["missing-member", "missing-member"]],
    ["no level", { hierarchy: [], request }, ["empty-list"]],
    ["no principal", { hierarchy, request: { ...request, principal: undefined } }, ["missing-member"]],
    ["an action with a wildcard", { hierarchy, request: { ...request, action: "s3:*" } }, ["invalid-action"]],
    ["a misspelt member of the request", { hierarchy, request: { ...request, unkownKeys: [] } }, ["unknown-member"]],
    ["a value that is an object", { hierarchy, request: { ...request, context: { a: {} } } }, ["wrong-type"]],
    ["a key twice", { hierarchy, request: { ...request, context: { "a:b": "1", "A:B": "2" } } }, ["duplicate-key"]],
    ["unknownKeys that are no list", { hierarchy, request: { ...request, unknownKeys: "a:b" } }, ["wrong-type"]],
    ["a policy that is no JSON", { hierarchy: root("{"), request }, ["not-json"]],
    [
      "a policy with two faults",
      {
        hierarchy: root('{"Version":"2012-10-17","Statement":{"Effect":"deny","Action":"s3","Resource":"*"}}'),
        request,
      },
      ["invalid-effect", "invalid-action"],
    ],
  ])("%s", (_name, input, codes) => {
    let thrown: unknown;
    try {
      evaluator.decide(input as DecideInput);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    expect((thrown as InputError).faults.map(({ code }) => code)).toEqual(codes);
  });

  test("and names policy, level, line and column of a fault in a policy", () => {
    const broken = root('{\n "Version": "2012-10-17",\n "Statement": {"Effect": "Deny", "Action": "*"}}');
    expect(() => evaluator.decide({ hierarchy: broken, request })).toThrow(/^3:15: policy `p` attached to `r-mill`: /);
  });

  test("one input and answers the next, many hierarchies later as at first", () => {
    expect(() => evaluator.decide({} as DecideInput)).toThrow(InputError);
    for (let round = 0; round < 40; round++) {
      expect(evaluator.decide(questionOf({ Action: `s3:Get${"?".repeat(round % 20)}` })).decision).toBe(
        round % 20 === 6 ? "explicitDeny" : "allowed",
      );
    }
  });
});
