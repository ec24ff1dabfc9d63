import { describe, expect, test } from "vitest";
import { correctedEventId } from "../../host/authorization/addendum-facts.ts";
import { errorFacts, errorInResponse } from "../../host/authorization/error-facts.ts";
import { identityFacts } from "../../host/authorization/identity-facts.ts";
import { requestedRegionState } from "../../host/authorization/keys/requested-region.ts";
import { kindFacts } from "../../host/authorization/kind-facts.ts";
import { networkFacts } from "../../host/authorization/network-facts.ts";
import { type Authorization, NO_RESOURCE, resourceText } from "../../host/authorization/request/authorization.ts";
import { authorizationsOf, type RequestAuthorizations } from "../../host/authorization/request/authorizations-of.ts";
import { type CallColumns, callRequest } from "../../host/authorization/request/call-request.ts";
import { tlsFacts } from "../../host/authorization/tls-facts.ts";
import { userAgentFacts } from "../../host/authorization/user-agent-facts.ts";
import { UNKNOWN } from "../../host/domain/key-state.ts";
import { catalogue } from "./built-catalogue.ts";

const ROUNDS = 3000;
const SEED = 20261123;

/** Small generator with a fixed seed (xorshift32), so that a failure can be run again. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const random = createRandom(SEED);
const MEMBERS = [
  "type",
  "arn",
  "ARN",
  "accountId",
  "sessionContext",
  "sessionIssuer",
  "attributes",
  "invokedBy",
  "__proto__",
];
const TEXTS = [
  "AssumedRole",
  "IAMUser",
  "Root",
  "Role",
  "111122223333",
  "arn:aws:s3:::b/k",
  "arn:::::",
  "true",
  "",
  "\ud800",
  "${",
];

function value(depth: number): unknown {
  const pick = random(depth > 4 ? 4 : 7);
  if (pick === 0) return null;
  if (pick === 1) return random(1000) / 7;
  if (pick <= 3) return TEXTS[random(TEXTS.length)];
  if (pick === 4) return Array.from({ length: random(4) }, () => value(depth + 1));
  return Object.fromEntries(
    Array.from({ length: random(6) }, () => [MEMBERS[random(MEMBERS.length)], value(depth + 1)]),
  );
}

function garbage(): string {
  const text = JSON.stringify(value(0)) ?? "";
  const pick = random(4);
  if (pick === 0) return text.slice(0, random(text.length + 1));
  return pick === 1 ? String.fromCharCode(...Array.from({ length: random(40) }, () => random(65536))) : text;
}

/** Far more than any of these takes: past it, something backtracks. */
const HANG_MS = 2_000;

/** Whose tables read most, a service without tables, and none. */
const OPERATIONS = [
  "s3.amazonaws.com GetObject",
  "s3.amazonaws.com CopyObject",
  "s3express.amazonaws.com PutObject",
  "ec2.amazonaws.com RunInstances",
  "lambda.amazonaws.com CreateFunction20150331",
  "dynamodb.amazonaws.com TransactWriteItems",
  "dynamodb.amazonaws.com ExecuteStatement",
  "kms.amazonaws.com ReEncrypt",
  "iam.amazonaws.com GetUser",
  "sts.amazonaws.com AssumeRole",
  "ssm.amazonaws.com GetParameters",
  "apigateway.amazonaws.com TagResource",
  "tagging.amazonaws.com TagResources",
  "autoscaling.amazonaws.com PutScalingPolicy",
  "cloudsearch.amazonaws.com DeleteDomain",
  "acme.amazonaws.com DoThing",
];

/** Members that the tables read, with values that they do not look for. */
function parameters(): string {
  const names = [
    ...["bucketName", "key", "versionId", "x-amz-copy-source", "x-amz-acl", "role", "tags", "tagSpecificationSet"],
    ...["requestItems", "operation", "statement", "tableName", "roleArn", "userName", "names", "keyId", "items"],
    ...["instancesSet", "groupSet", "resourceArn", "destinationKeyId", "domainName", "omitted", "__proto__"],
  ];
  return JSON.stringify(
    Object.fromEntries(Array.from({ length: random(8) }, () => [names[random(names.length)], value(0)])),
  );
}

function columns(changes: Partial<CallColumns> = {}): CallColumns {
  const part = () => (random(2) === 0 ? parameters() : garbage());
  return {
    operation: random(3) > 0 ? (OPERATIONS[random(OPERATIONS.length)] ?? "") : garbage(),
    region: random(2) === 0 ? "eu-west-1" : garbage(),
    resources: garbage(),
    requestParameters: part(),
    responseElements: part(),
    additionalEventData: part(),
    eventContext: garbage(),
    hasFailed: random(2) === 0,
    ...changes,
  };
}

function authorizationsOfColumns(call: CallColumns): RequestAuthorizations {
  const caller = [
    { account: "111122223333", principalArn: "arn:aws:iam::111122223333:user/u" },
    { account: undefined, principalArn: undefined },
    { account: "111122223333", principalArn: garbage() },
  ][random(3)];
  return authorizationsOf(catalogue, callRequest(call, caller ?? { account: undefined, principalArn: undefined }));
}

/** `prefix:Name`, or a whole service, or any. */
const ACTION = /^(?:\*|[a-z0-9][a-z0-9-]*:(?:\*|\w+))$/;

function expectWellFormed({ certain, possible, isMapped }: RequestAuthorizations, call: string): void {
  const all: readonly Authorization[] = [...certain.flat(), ...possible];
  expect(all.length, call).toBeGreaterThan(0);
  expect(
    certain.every((list) => list.length > 0),
    call,
  ).toBe(true);
  for (const { action, resource } of all) {
    expect(action, call).toMatch(ACTION);
    if (resource.kind === "arn") expect(resource.arn, call).not.toBe("");
    if (resource.kind === "pattern") expect(resourceText(resource), call).toMatch(/[*?]/);
  }
  if (isMapped)
    expect(
      certain.flat().filter(({ action }) => action.endsWith("*")),
      call,
    ).toEqual([]);
  else expect(certain, call).toEqual([]);
}

describe("hostile values", () => {
  test("no function throws, and nothing gets an account that is not one", () => {
    for (let round = 0; round < ROUNDS; round++) {
      const text = garbage();
      const identity = identityFacts(text);
      expect(identity.account ?? "000000000000", text).toMatch(/^\d{12}$/);
      expect(identity.principal, text).not.toBe("");
      expect(networkFacts(text, text, text).keys.get("aws:sourceip"), text).toEqual(UNKNOWN);
      expect(userAgentFacts(text).size + tlsFacts(text).size).toBe(4);
      expect(requestedRegionState(text, { resource: NO_RESOURCE }), text).toEqual(UNKNOWN);
      expect(Object.values(errorFacts(text)).filter(Boolean).length, text).toBeLessThanOrEqual(1);
      expect(typeof errorInResponse(text), text).toBe("string");
      expect(correctedEventId(text), text).toBeUndefined();
      kindFacts(text);
    }
  });

  test("every request has authorizations, of actions and resources that are well formed", () => {
    for (let round = 0; round < ROUNDS; round++) {
      const call = columns();
      expectWellFormed(authorizationsOfColumns(call), JSON.stringify(call));
    }
  });

  test("the code of an error is text, however deep the response hides it", () => {
    for (const member of ["errorCode", "error", "code", "__type", "Error"]) {
      for (let round = 0; round < 200; round++) {
        const text = JSON.stringify({ [member]: value(0), error: value(1) });
        expect(typeof errorInResponse(text), text).toBe("string");
      }
    }
  });

  test("a record corrects at most one other, whose id is text", () => {
    for (let round = 0; round < 500; round++) {
      const text = JSON.stringify({ reason: "UPDATED_DATA", originalEventID: value(0) });
      expect(correctedEventId(text) ?? "none", text).toMatch(/./);
    }
  });

  test("deep nesting is not read, and not followed into a stack overflow", () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    expect(identityFacts(deep).account).toBeUndefined();
    expect(errorInResponse(`{"error":${deep}}`)).toBe("");
    expect(correctedEventId(deep)).toBeUndefined();
    const everywhere = {
      requestParameters: deep,
      responseElements: deep,
      additionalEventData: deep,
      eventContext: deep,
    };
    const operation = "s3.amazonaws.com GetObject";
    const { certain } = authorizationsOfColumns(columns({ operation, resources: deep, ...everywhere }));
    const [asked = []] = certain;
    expect(asked.map(({ action }) => action)).toEqual(["s3:GetObject", "s3:GetObjectVersion"]);
    expect(asked.map(({ resource }) => resource.kind)).toEqual(["pattern", "pattern"]);
  });

  test("text that invites backtracking is answered at once", { timeout: HANG_MS }, () => {
    const long = `arn:aws:s3:::${"a/".repeat(100_000)}`;
    for (const operation of OPERATIONS) {
      const resources = JSON.stringify([{ ARN: long }, { ARNPrefix: long }]);
      authorizationsOfColumns(columns({ operation, resources, requestParameters: manyOf(long) }));
      authorizationsOfColumns(columns({ operation, resources, requestParameters: manyOf("-{*".repeat(50_000)) }));
    }
    identityFacts(JSON.stringify({ type: "IAMUser", arn: `arn:aws:iam::1:user/${"a/".repeat(100_000)}` }));
    authorizationsOfColumns(columns({ operation: `s3.amazonaws.com ${"2015".repeat(50_000)}` }));
    errorInResponse(JSON.stringify({ error: "a".repeat(200_000) }));
    networkFacts(`${":".repeat(100_000)}`, "", "");
  });
});

/** Parameters whose members all hold one text. */
function manyOf(text: string): string {
  const names = [
    "bucketName",
    "key",
    "x-amz-copy-source",
    "roleArn",
    "role",
    "statement",
    "keyId",
    "resourceArn",
    "names",
  ];
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, name === "names" ? [text, text] : text])));
}
