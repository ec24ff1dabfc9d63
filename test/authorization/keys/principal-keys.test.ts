import { describe, expect, test } from "vitest";
import { dimensionOfKey } from "../../../host/authorization/context-keys.ts";
import { identityFacts } from "../../../host/authorization/identity-facts.ts";
import { networkFacts } from "../../../host/authorization/network-facts.ts";
import {
  ABSENT,
  type KeyState,
  PRESENT_UNKNOWN,
  present,
  presentOrAbsent,
  UNKNOWN,
} from "../../../host/domain/key-state.ts";

const ACCOUNT = "111122223333";
const attributes = { creationDate: "2026-03-01T08:00:00Z", mfaAuthenticated: "false" };
const role = (path: string, sessionName: string, more: object = {}, session: object = {}) => ({
  type: "AssumedRole",
  accountId: ACCOUNT,
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/r/${sessionName}`,
  sessionContext: {
    sessionIssuer: { type: "Role", arn: `arn:aws:iam::${ACCOUNT}:role/${path}r` },
    attributes,
    ...session,
  },
  ...more,
});
const USER = {
  type: "IAMUser",
  accountId: ACCOUNT,
  arn: `arn:aws:iam::${ACCOUNT}:user/eva`,
  accessKeyId: "AKIAEXAMPLE",
};
const PERSON = role("aws-reserved/sso.amazonaws.com/", "eva");
const INSTANCE = role("", "i-0a1b2c3d", {}, { ec2RoleDelivery: "2.0" });
const FUNCTION = "arn:aws:lambda:eu-west-1:111122223333:function:till";

const stateOf = (identity: object, key: string) => identityFacts(JSON.stringify(identity)).keys.get(key);

describe("keys that credentials carry", () => {
  test.each<[string, object, string, KeyState]>([
    ["of a user", USER, "lambda:sourcefunctionarn", ABSENT],
    ["of a person", PERSON, "codebuild:buildarn", ABSENT],
    ["of a role", role("", "till"), "glue:roleassumedby", UNKNOWN],
    [
      "of a function",
      role("", "till", { inScopeOf: { issuerType: "AWS::Lambda::Function", sourceArn: FUNCTION } }),
      "lambda:sourcefunctionarn",
      present(FUNCTION),
    ],
    ["of an instance", INSTANCE, "ec2:sourceinstancearn", PRESENT_UNKNOWN],
    ["of an instance", INSTANCE, "ec2:roledelivery", present("2.0")],
    ["of an instance", INSTANCE, "aws:federatedprovider", ABSENT],
    ["of a session that is named like one", role("", "i-0a1b2c3d"), "ec2:sourceinstancearn", UNKNOWN],
    [
      "of a person who is named like one",
      role("aws-reserved/sso.amazonaws.com/", "i-1"),
      "ec2:sourceinstancearn",
      ABSENT,
    ],
    ["of a session of no web identity", role("", "till"), "aws:federatedprovider", ABSENT],
    ["of a person", PERSON, "aws:federatedprovider", ABSENT],
    [
      "of a web identity",
      role("", "till", {}, { webIdFederationData: { federatedProvider: "accounts.example.com" } }),
      "aws:federatedprovider",
      present("accounts.example.com"),
    ],
    ["of a record cut short", { ...role("", "till"), sessionContext: undefined }, "aws:federatedprovider", UNKNOWN],
    ["of a user", USER, "aws:assumedroot", ABSENT],
    ["of a role", role("", "till"), "aws:assumedroot", ABSENT],
    ["of the root user's sessions", role("", "till", {}, { assumedRoot: true }), "aws:assumedroot", present("true")],
    ["of a user's own key", USER, "aws:signinsessionarn", ABSENT],
    ["of a role", role("", "till"), "aws:signinsessionarn", UNKNOWN],
  ])("%s", (_, identity, key, expected) => {
    expect(stateOf(identity, key)).toEqual(expected);
    expect(dimensionOfKey(key)).toBe("principal");
  });
});

test("a private address is the one that the service saw, whichever key holds it", () => {
  const { keys } = networkFacts("10.1.2.3", "", "");
  expect(keys.get("aws:sourceip")).toEqual(presentOrAbsent("10.1.2.3"));
  expect(keys.get("aws:vpcsourceip")).toEqual(presentOrAbsent("10.1.2.3"));
  expect(keys.get("aws:sourcevpce")).toEqual(UNKNOWN);
});
