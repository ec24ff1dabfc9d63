import { describe, expect, test } from "vitest";
import { errorFacts } from "../../host/authorization/error-facts.ts";
import { identityFacts } from "../../host/authorization/identity-facts.ts";
import { kindFacts } from "../../host/authorization/kind-facts.ts";
import { networkFacts } from "../../host/authorization/network-facts.ts";
import { operationFacts } from "../../host/authorization/operation-facts.ts";
import { regionFacts } from "../../host/authorization/region-facts.ts";
import { resourceFacts } from "../../host/authorization/resource-facts.ts";
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

describe("hostile values", () => {
  test("no function throws, and nothing gets an account that is not one", () => {
    for (let round = 0; round < ROUNDS; round++) {
      const text = garbage();
      const identity = identityFacts(text);
      expect(identity.account ?? "000000000000", text).toMatch(/^\d{12}$/);
      expect(identity.principal, text).not.toBe("");
      const operation = operationFacts(catalogue, random(2) === 0 ? "s3.amazonaws.com GetObject" : text);
      const { resources } = resourceFacts(catalogue, operation, text);
      if (resources.kind === "arns") expect(resources.arns.length, text).toBeGreaterThan(0);
      expect(networkFacts(text, text, text).keys.get("aws:sourceip"), text).toEqual(UNKNOWN);
      expect(regionFacts(text).size + userAgentFacts(text).size + tlsFacts(text).size).toBe(3);
      expect(Object.values(errorFacts(text)).filter(Boolean).length, text).toBeLessThanOrEqual(1);
      kindFacts(text);
    }
  });

  test("deep nesting is not read, and not followed into a stack overflow", () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    expect(identityFacts(deep).account).toBeUndefined();
    const operation = operationFacts(catalogue, "s3.amazonaws.com GetObject");
    expect(resourceFacts(catalogue, operation, deep).resources).toEqual({ kind: "unknown" });
  });

  test("text that invites backtracking is answered at once", { timeout: HANG_MS }, () => {
    const long = `arn:aws:s3:::${"a/".repeat(100_000)}`;
    resourceFacts(catalogue, operationFacts(catalogue, "s3.amazonaws.com GetObject"), JSON.stringify([{ ARN: long }]));
    identityFacts(JSON.stringify({ type: "IAMUser", arn: `arn:aws:iam::1:user/${"a/".repeat(100_000)}` }));
    operationFacts(catalogue, `s3.amazonaws.com ${"2015".repeat(50_000)}`);
    networkFacts(`${":".repeat(100_000)}`, "", "");
  });
});
