import { describe, expect, test } from "vitest";
import { parseSuppliedContext, suppliedState } from "../../../host/authorization/keys/supplied-context.ts";
import {
  ABSENT,
  type KeyState,
  PRESENT_UNKNOWN,
  present,
  presentList,
  presentOrAbsent,
  UNKNOWN,
} from "../../../host/domain/key-state.ts";

function contextOf(value: unknown) {
  const result = parseSuppliedContext(JSON.stringify(value));
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.value;
}

const CONTEXT = contextOf({
  "aws:PrincipalTag/Team": "red",
  "aws:TagKeys": ["a", "b"],
  "aws:Referer": null,
  "aws:MultiFactorAuthAge": 30,
  "aws:SecureTransport": true,
  principals: {
    "arn:aws:iam::*:role/ci-*": { "aws:PrincipalTag/team": "ci" },
    "arn:aws:iam::111122223333:role/ci-shop": { "aws:PrincipalTag/team": "shop" },
  },
  resources: { "arn:aws:s3:::logs-*": { "aws:ResourceTag/class": "internal" } },
  vpcEndpoints: { "vpce-0a1b": { "aws:SourceVpc": "vpc-9" } },
});
const CI = "arn:aws:iam::111122223333:role/ci-till";

describe("suppliedState()", () => {
  test.each<[string, KeyState, object, KeyState]>([
    ["aws:principaltag/team", UNKNOWN, { principalArn: "arn:aws:iam::1:role/x" }, present("red")],
    ["aws:principaltag/team", UNKNOWN, { principalArn: CI }, present("ci")],
    ["aws:principaltag/team", UNKNOWN, { principalArn: "arn:aws:iam::111122223333:role/ci-shop" }, present("shop")],
    // of whom it is not known, it may be one of those with a value of their own
    ["aws:principaltag/team", UNKNOWN, {}, UNKNOWN],
    ["aws:principaltag/team", present("blue"), { principalArn: CI }, present("blue")],
    ["aws:tagkeys", { ...UNKNOWN, isMultivalued: true }, {}, presentList("a", "b")],
    ["aws:referer", UNKNOWN, {}, ABSENT],
    ["aws:referer", PRESENT_UNKNOWN, {}, PRESENT_UNKNOWN],
    ["aws:securetransport", presentOrAbsent("true"), {}, present("true")],
    ["aws:securetransport", presentOrAbsent("false"), {}, presentOrAbsent("false")],
    ["aws:multifactorauthage", PRESENT_UNKNOWN, {}, present("30")],
    ["aws:multifactorauthage", ABSENT, {}, ABSENT],
    ["aws:sourcevpc", PRESENT_UNKNOWN, { vpcEndpoint: "vpce-0a1b" }, present("vpc-9")],
    ["aws:sourcevpc", PRESENT_UNKNOWN, { vpcEndpoint: "vpce-ffff" }, PRESENT_UNKNOWN],
    ["aws:resourcetag/class", UNKNOWN, { resourceArn: "arn:aws:s3:::logs-1" }, present("internal")],
    ["aws:resourcetag/class", UNKNOWN, { resourceArn: "arn:aws:s3:::lo*" }, UNKNOWN],
    ["aws:unheardof", UNKNOWN, {}, UNKNOWN],
  ])("%s", (key, known, where, expected) => {
    expect(suppliedState(CONTEXT, known, key, where)).toEqual(expected);
  });
  test("a resource known in part may be one with a value of its own", () => {
    const context = contextOf({
      "aws:ResourceTag/class": "open",
      resources: { "arn:aws:s3:::logs-1": { "aws:ResourceTag/class": "closed" } },
    });
    const stateOf = (resourceArn: string) => suppliedState(context, UNKNOWN, "aws:resourcetag/class", { resourceArn });
    expect(stateOf("arn:aws:s3:::logs-?")).toEqual(UNKNOWN);
    expect(stateOf("arn:aws:s3:::till-?")).toEqual(present("open"));
  });
});

describe("parseSuppliedContext()", () => {
  test.each<[string, string, string, string]>([
    ["no JSON", "{", "not-json", ""],
    ["no object", "[]", "wrong-type", ""],
    ["an unknown member", '{"principal":{}}', "unknown-member", "/principal"],
    ["an object as value", '{"aws:a":{}}', "wrong-type", "/aws:a"],
    ["null in a list", '{"aws:a":[null]}', "wrong-type", "/aws:a/0"],
    ["an empty list", '{"aws:a":[]}', "invalid-value", "/aws:a"],
    ["the same key in another case", '{"aws:a":1,"AWS:A":2}', "duplicate-key", "/AWS:A"],
    ["a list of patterns", '{"resources":[]}', "wrong-type", "/resources"],
    ["a pattern that is none", '{"principals":{"role/x":{}}}', "invalid-value", "/principals/role~1x"],
    ["a VPC in place of an endpoint", '{"vpcEndpoints":{"vpc-1":{}}}', "invalid-value", "/vpcEndpoints/vpc-1"],
    [
      "a pattern inside a pattern",
      '{"resources":{"arn:aws:s3:::a":{"resources":{}}}}',
      "unknown-member",
      "/resources/arn:aws:s3:::a/resources",
    ],
  ])("%s", (_, text, code, pointer) => {
    const result = parseSuppliedContext(text);
    if (result.ok) throw new Error("was read");
    expect(result.faults[0]?.code).toBe(code);
    if (pointer !== "") expect(result.faults[0]?.where?.pointer).toBe(pointer);
    expect(result.faults[0]?.where?.line).toBe(1);
    expect(result.faults).toHaveLength(1);
  });
});
