import { describe, expect, test } from "vitest";
import { dimensionOfKey } from "../../host/authorization/context-keys.ts";
import { invocationFacts, isServiceAddress } from "../../host/authorization/invocation-facts.ts";
import { ABSENT, PRESENT_UNKNOWN, present, presentOrAbsent, UNKNOWN } from "../../host/domain/key-state.ts";

const USER = { type: "IAMUser", accountId: "111122223333" };
const ROLE = { type: "AssumedRole", accountId: "111122223333" };

function facts(identity: object, isFromService = false) {
  return invocationFacts(JSON.stringify(identity), isFromService);
}

test("isServiceAddress() of whatever is no address", () => {
  expect(["AWS Internal", "ses.amazonaws.com", ""].every(isServiceAddress)).toBe(true);
  expect(["203.0.113.7", "10.0.0.1", "2001:db8::7"].some(isServiceAddress)).toBe(false);
});

describe("invocationFacts()", () => {
  test.each([USER, ROLE, { type: "Root" }, { type: "FederatedUser" }])("of %j that came itself", (identity) => {
    expect(Object.fromEntries(facts(identity))).toEqual({
      "aws:viaawsservice": present("false"),
      "aws:calledvia": ABSENT,
      "aws:calledviafirst": ABSENT,
      "aws:calledvialast": ABSENT,
      "kms:viaservice": ABSENT,
      "kms:grantisforawsresource": presentOrAbsent("false"),
    });
  });

  test.each([USER, ROLE])("of %j from a service's address, which the record does not name", (identity) => {
    const keys = facts(identity, true);
    expect(keys.get("aws:viaawsservice")).toEqual(PRESENT_UNKNOWN);
    for (const key of ["aws:calledvia", "aws:calledvialast", "kms:viaservice", "kms:grantisforawsresource"])
      expect(keys.get(key), key).toEqual(UNKNOWN);
  });

  test("of a user whom a service went on for", () => {
    const keys = facts({ ...USER, invokedBy: "cloudformation.amazonaws.com" });
    expect(keys.get("aws:viaawsservice")).toEqual(present("true"));
    expect(keys.get("aws:calledvialast")).toEqual(presentOrAbsent("cloudformation.amazonaws.com"));
    expect(keys.get("aws:calledvia")).toEqual(UNKNOWN);
    expect(facts({ ...USER, invokedBy: "AWS Internal" }).get("kms:viaservice")).toEqual(UNKNOWN);
  });

  test.each([
    ["a role session", { ...ROLE, invokedBy: "cloudformation.amazonaws.com" }],
    ["the console", { ...USER, invokedBy: "signin.amazonaws.com" }],
    ["a delegate", { ...ROLE, invokedByDelegate: { accountId: "444455556666" } }],
  ])("of %s proves nothing", (_, identity) => {
    expect(facts(identity).get("aws:viaawsservice")).toEqual(PRESENT_UNKNOWN);
    expect(facts(identity).get("aws:calledvia")).toEqual(UNKNOWN);
  });

  test.each(["", "{}", JSON.stringify({ type: "AWSAccount", accountId: "111122223333" })])("of %j: none", (json) => {
    expect(invocationFacts(json, false).size).toBe(0);
  });

  test("gives keys of its dimension only", () => {
    for (const key of facts(USER).keys()) expect(dimensionOfKey(key), key).toBe("invocation");
  });
});
