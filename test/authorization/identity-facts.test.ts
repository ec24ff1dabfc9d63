import { describe, expect, test } from "vitest";
import { identityFacts } from "../../host/authorization/identity-facts.ts";
import { ABSENT, PRESENT_UNKNOWN, present, presentOrAbsent, UNKNOWN } from "../../host/domain/key-state.ts";

const ACCOUNT = "111122223333";
const ROLE = `arn:aws:iam::${ACCOUNT}:role/team/deploy`;

function facts(identity: unknown) {
  return identityFacts(JSON.stringify(identity));
}

function user(more: object = {}) {
  return {
    type: "IAMUser",
    principalId: "AIDAEXAMPLE",
    arn: `arn:aws:iam::${ACCOUNT}:user/division/ann`,
    accountId: ACCOUNT,
    accessKeyId: "AKIAEXAMPLE",
    userName: "ann",
    ...more,
  };
}

function role(more: object = {}, session: object = {}, issuer: object = {}) {
  return {
    type: "AssumedRole",
    principalId: "AROAEXAMPLE:run-7",
    arn: `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/run-7`,
    accountId: ACCOUNT,
    accessKeyId: "ASIAEXAMPLE",
    sessionContext: {
      sessionIssuer: { type: "Role", principalId: "AROAEXAMPLE", arn: ROLE, accountId: ACCOUNT, ...issuer },
      attributes: { creationDate: "2026-03-01T08:00:00Z", mfaAuthenticated: "false" },
      ...session,
    },
    ...more,
  };
}

describe("identityFacts() of IAM principals", () => {
  test("an IAM user with an access key is known down to the absence of a session", () => {
    const { account, principalArn, principal, outcome, keys } = facts(user());
    expect({ account, principalArn, principal, outcome }).toEqual({
      account: ACCOUNT,
      principalArn: `arn:aws:iam::${ACCOUNT}:user/division/ann`,
      principal: `arn:aws:iam::${ACCOUNT}:user/division/ann`,
      outcome: undefined,
    });
    expect(Object.fromEntries(keys)).toMatchObject({
      "aws:principalarn": present(`arn:aws:iam::${ACCOUNT}:user/division/ann`),
      "aws:principalaccount": present(ACCOUNT),
      "aws:principaltype": present("User"),
      "aws:userid": present("AIDAEXAMPLE"),
      "aws:username": present("ann"),
      "aws:multifactorauthpresent": ABSENT,
      "aws:multifactorauthage": ABSENT,
      "aws:tokenissuetime": ABSENT,
      "aws:sourceidentity": ABSENT,
      "aws:federatedprovider": ABSENT,
      "aws:principalisawsservice": present("false"),
      "aws:assumedroot": ABSENT,
      "aws:sourceaccount": ABSENT,
      "aws:sourcearn": ABSENT,
      "aws:sourceorgid": ABSENT,
      "aws:sourceorgpaths": ABSENT,
      "ec2:sourceinstancearn": ABSENT,
    });
  });

  test("a role session has the role's ARN with its path (R5)", () => {
    const { principalArn, keys } = facts(role({}, { sourceIdentity: "ann" }));
    expect(principalArn).toBe(ROLE);
    expect(Object.fromEntries(keys)).toMatchObject({
      "aws:principalarn": present(ROLE),
      "aws:principaltype": present("AssumedRole"),
      "aws:userid": present("AROAEXAMPLE:run-7"),
      "aws:username": ABSENT,
      "aws:tokenissuetime": present("2026-03-01T08:00:00Z"),
      "aws:sourceidentity": present("ann"),
      "aws:multifactorauthpresent": presentOrAbsent("false"),
      "ec2:sourceinstancearn": ABSENT,
    });
  });

  test("root and federated users have their own ARN and type", () => {
    const root = facts({ type: "Root", arn: `arn:aws:iam::${ACCOUNT}:root`, principalId: ACCOUNT, accountId: ACCOUNT });
    expect(root.principalArn).toBe(`arn:aws:iam::${ACCOUNT}:root`);
    expect(root.keys.get("aws:principaltype")).toEqual(present("Account"));
    expect(root.keys.get("aws:username")).toEqual(ABSENT);
    const arn = `arn:aws:sts::${ACCOUNT}:federated-user/bo`;
    const federated = facts({ type: "FederatedUser", arn, principalId: `${ACCOUNT}:bo`, accountId: ACCOUNT });
    expect(federated.principalArn).toBe(arn);
    expect(federated.keys.get("aws:principaltype")).toEqual(present("FederatedUser"));
  });

  test("a role session without session context keeps its role's path, key and session unknown", () => {
    const { principalArn, principal, outcome, keys } = facts(role({ sessionContext: undefined }));
    expect({ principalArn, principal, outcome }).toEqual({
      principalArn: undefined,
      principal: `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/run-7`,
      outcome: undefined,
    });
    expect(keys.get("aws:principalarn")).toEqual(PRESENT_UNKNOWN);
    for (const key of ["aws:multifactorauthpresent", "aws:tokenissuetime", "aws:sourceidentity"]) {
      expect(keys.get(key), key).toEqual(UNKNOWN);
    }
  });

  test("a masked ARN is no principal ARN", () => {
    expect(facts(user({ arn: "***" })).keys.get("aws:principalarn")).toEqual(PRESENT_UNKNOWN);
    expect(facts(role({}, {}, { arn: "--" })).principalArn).toBeUndefined();
  });

  test("the user's name is taken from the ARN when the record leaves it out", () => {
    expect(facts(user({ userName: undefined })).keys.get("aws:username")).toEqual(present("ann"));
    expect(facts(user({ userName: undefined, arn: undefined })).keys.get("aws:username")).toEqual(PRESENT_UNKNOWN);
  });

  test("an AssumeRoot session that is logged as a role is neither root nor role for certain", () => {
    const { principalArn, outcome, keys } = facts(role({}, { assumedRoot: "true" }));
    expect({ principalArn, outcome }).toEqual({ principalArn: undefined, outcome: undefined });
    expect(keys.get("aws:principalarn")).toEqual(PRESENT_UNKNOWN);
    expect(keys.get("aws:principaltype")).toEqual(PRESENT_UNKNOWN);
    expect(keys.get("aws:assumedroot")).toEqual(present("true"));
  });

  test("a session named for an instance may be an instance's", () => {
    const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/deploy/i-0123456789abcdef0`;
    expect(facts(role({ arn })).keys.get("ec2:sourceinstancearn")).toEqual(UNKNOWN);
    expect(facts(role({ arn }, { ec2RoleDelivery: "2.0" })).keys.get("ec2:roledelivery")).toEqual(present("2.0"));
  });
});

describe("identityFacts() of multi-factor authentication", () => {
  const mfa = (value: unknown) => ({ attributes: { mfaAuthenticated: value, creationDate: "2026-03-01T08:00:00Z" } });
  const sso = `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0`;

  test.each([
    ["true in a role session", role({}, mfa("true")), present("true"), PRESENT_UNKNOWN],
    ["false in a role session", role({}, mfa("false")), presentOrAbsent("false"), ABSENT],
    ["false in an Identity Center session", role({}, mfa("false"), { arn: sso }), ABSENT, ABSENT],
    [
      "false in a web identity session",
      role({}, { ...mfa("false"), webIdFederationData: { federatedProvider: "p" } }),
      ABSENT,
      ABSENT,
    ],
    [
      "false in a user's session",
      user({ accessKeyId: "ASIAEXAMPLE", sessionContext: mfa("false") }),
      present("false"),
      ABSENT,
    ],
    ["false beside a long-term key", user({ sessionContext: mfa("false") }), presentOrAbsent("false"), ABSENT],
    ["nothing in a session", role({}, mfa(undefined)), UNKNOWN, UNKNOWN],
    ["a user without key id", user({ accessKeyId: undefined }), UNKNOWN, UNKNOWN],
    ["a user's session key without session", user({ accessKeyId: "ASIAEXAMPLE" }), UNKNOWN, UNKNOWN],
  ])("%s", (_, identity, multiFactor, age) => {
    const { keys } = facts(identity);
    expect(keys.get("aws:multifactorauthpresent")).toEqual(multiFactor);
    expect(keys.get("aws:multifactorauthage")).toEqual(age);
  });
});

describe("identityFacts() of callers that no SCP reaches", () => {
  test.each([
    [
      "a service-linked role",
      role({}, {}, { arn: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS` }),
      "serviceLinkedRole",
    ],
    ["a service principal", { type: "AWSService", invokedBy: "lambda.amazonaws.com" }, "awsService"],
    ["only a service's name", { accountId: ACCOUNT, invokedBy: "secretsmanager.amazonaws.com" }, "awsService"],
    [
      "an unsigned request to S3",
      { type: "AWSAccount", principalId: "", accountId: "ANONYMOUS_PRINCIPAL" },
      "anonymous",
    ],
    ["an unsigned request to Cognito", { type: "Unknown", principalId: "Anonymous" }, "anonymous"],
    ["a login with a token", { type: "WebIdentityUser", principalId: "p:x", userName: "x" }, "anonymous"],
    ["a login with an assertion", { type: "SAMLUser", principalId: "q:ann", userName: "ann" }, "anonymous"],
    [
      "a service-linked role whose issuer does not say that it is one",
      role({}, {}, { type: undefined, arn: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/rds.amazonaws.com/R` }),
      "serviceLinkedRole",
    ],
  ])("%s is out of scope", (_, identity, reason) => {
    expect(facts(identity).outcome).toEqual({ outcome: "outOfScope", reason });
  });

  test.each([
    ["an ordinary service role", role({}, {}, { arn: `arn:aws:iam::${ACCOUNT}:role/service-role/f` })],
    ["a user named for a service-linked role", user({ arn: `arn:aws:iam::${ACCOUNT}:user/aws-service-role/x` })],
    ["a service type with an account's principal", { ...role(), type: "AWSService" }],
    ["a resource owner's copy", { type: "AWSAccount", accountId: ACCOUNT, principalId: "AROAEXAMPLE:s" }],
    ["a role session whose issuer is no role", role({}, {}, { type: "lambda" })],
  ])("%s is not", (_, identity) => {
    expect(facts(identity).outcome).toBeUndefined();
  });
});

describe("identityFacts() of callers the record says little of", () => {
  test("a resource owner's copy proves the account alone (R12)", () => {
    const { account, principalArn, keys } = facts({ type: "AWSAccount", accountId: ACCOUNT, principalId: "AROA:s" });
    expect({ account, principalArn }).toEqual({ account: ACCOUNT, principalArn: undefined });
    expect([...keys]).toEqual([["aws:principalaccount", present(ACCOUNT)]]);
  });

  test.each([
    "Unknown",
    "Directory",
    "SAMLUser",
    "WebIdentityUser",
    "IdentityCenterUser",
    "User",
    "NewType",
    undefined,
  ])("type %s proves no key", (type) => {
    const found = facts({ type, accountId: ACCOUNT, userName: "ann" });
    expect(found).toMatchObject({ account: ACCOUNT, principalArn: undefined, principal: "ann", outcome: undefined });
    expect(found.keys.size).toBe(0);
  });

  test.each([
    ["", "unknown"],
    ["not json", "unknown"],
    ["null", "unknown"],
    ["[]", "unknown"],
    ['"text"', "unknown"],
    ["{}", "unknown"],
    ['{"accountId":"12345","type":7}', "12345"],
    ['{"__proto__":{"accountId":"111122223333"}}', "unknown"],
  ])("%j has no account and nothing known", (json, principal) => {
    expect(identityFacts(json)).toEqual({
      account: undefined,
      principalArn: undefined,
      principal,
      outcome: undefined,
      keys: new Map(),
    });
  });
});
