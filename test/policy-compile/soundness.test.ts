/**
 * Whenever containment says yes, the core must never be surer of the narrow statement than of the wide one: random statements on one
 * key, on actions or on resources, and requests near their patterns.
 */
import { beforeAll, describe, expect, test } from "vitest";
import { ABSENT, type KeyState, present } from "../../host/domain/key-state.ts";
import {
  type AuthorizationRequest,
  compileHierarchy,
  decideCompiled,
} from "../../host/evaluation/deciding/decide-requests.ts";
import { containsStatement } from "../../host/policy/containment/contains-statement.ts";
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";
import type { Core } from "../../host/wasm/core.ts";
import { loadBuild } from "../build-cores.ts";
import { createRandom, type Random } from "../events/random.ts";
import { fillPattern, valueFor } from "../fuzz/generate/fill-pattern.ts";
import { randomPattern, randomResourcePattern } from "../fuzz/generate/random-pattern.ts";
import { nearMiss, someOf, withWildcards } from "../fuzz/generate/texts.ts";
import {
  ACTION_PATTERNS,
  FAMILIES,
  type Family,
  OPERATORS,
  SET_PREFIXES,
  STRINGS,
} from "../fuzz/generate/vocabulary.ts";
import { compileStatements, policyText, type StatementJson } from "./compile-policy.ts";

const KEY = "aws:k";
const VARIABLE_KEYS = ["aws:principaltag/team", "aws:principaltag/home", "aws:requestedregion", "aws:tagkeys"];
const ROUNDS = 200;
const STATEMENTS = 6;
const REQUESTS = 150;

/** Statements that may contain each other, and what to ask of them. */
interface Round {
  readonly statements: readonly StatementJson[];
  readonly requests: readonly AuthorizationRequest[];
}

describe("what contains a statement matches all that it matches", () => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild("core");
  });

  test.each<[string, (random: Random) => Round]>([
    ...FAMILIES.map((family): [string, (random: Random) => Round] => [
      `conditions of ${family}`,
      (random) => conditionRound(random, family),
    ]),
    ["actions", actionRound],
    ["resources", resourceRound],
  ])("%s", (_name, makeRound) => {
    const seen = { pairs: 0, matched: 0, unmatched: 0 };
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const { statements, requests } = makeRound(createRandom(seed));
      const { program, numbers } = compileStatements(statements);
      const sureness = statements.map((statement) => lazy(() => surenessOf(core, statement, requests)));
      for (const [wide, narrow] of pairsOf(numbers)) {
        if (!containsStatement(program, numbers[wide] ?? -1, numbers[narrow] ?? -1)) continue;
        seen.pairs++;
        const [wides = [], narrows = []] = [sureness[wide]?.(), sureness[narrow]?.()];
        for (const [index, least] of narrows.entries()) {
          if ((wides[index] ?? 0) < least)
            expect.fail(
              `seed ${seed}: ${JSON.stringify(statements[wide])} contains ${JSON.stringify(statements[narrow])}, but not for ${describeRequest(requests[index])}`,
            );
          if (least > 0) seen.matched++;
          if (wides[index] === 0) seen.unmatched++;
        }
      }
    }
    expect(seen.pairs).toBeGreaterThan(ROUNDS / 2);
    expect(Math.min(seen.matched, seen.unmatched)).toBeGreaterThan(ROUNDS * 5);
  });
});

/** Different statements, in both orders. */
function pairsOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  return numbers.flatMap((wide, i) => numbers.flatMap((narrow, j) => (wide === narrow ? [] : [[i, j] as const])));
}

/** Of each request: 2, the statement matches; 1, it may; 0, it does not. */
function surenessOf(
  core: Core,
  statement: StatementJson,
  requests: readonly AuthorizationRequest[],
): readonly number[] {
  const allow = policyText({ Effect: "Allow" });
  const policies = [allow, policyText(statement)].map((document, index) => ({ id: `${index}`, name: "p", document }));
  const compiled = compileHierarchy([{ id: "r", policies }]);
  if (!compiled.ok) throw new Error("compiled before");
  const levels = { explicitDeny: 2, undetermined: 1, allowed: 0, implicitDeny: -1 };
  return decideCompiled(core, compiled.value, requests).map(({ decision }) => levels[decision]);
}

function conditionRound(random: Random, family: Family): Round {
  const patterns = poolOf(random, family);
  const statements = Array.from({ length: STATEMENTS }, () => {
    const prefix = random.chance(0.3) ? random.pick(SET_PREFIXES) : "";
    const operator = `${prefix}${random.pick(OPERATORS[family])}${random.chance(0.2) ? "IfExists" : ""}`;
    return { Condition: { [operator]: { [KEY]: someOf(random, () => random.pick(patterns)) } } };
  });
  const requests = Array.from({ length: REQUESTS }, () => {
    const context = contextOf(random);
    const value = () => valueFor(random, family, random.pick(patterns), "2012-10-17", context);
    const count = random.pick([1, 1, 1, 1, 1, 2, 3]);
    const state = random.chance(0.1) ? ABSENT : present(...Array.from({ length: count }, value));
    return requestOf({ context, state });
  });
  return { statements, requests };
}

/** Few patterns, some of them a bit wider or otherwise near another one. */
function poolOf(random: Random, family: Family): readonly string[] {
  const own = Array.from({ length: 3 }, () => randomPattern(random, family));
  if (family !== "string" && family !== "arn")
    return [...own, ...own.slice(1).map(() => randomPattern(random, family))];
  const near = (text: string) => [
    withWildcards(random, text),
    random.chance(0.5) ? text.toUpperCase() : nearMiss(random, text),
  ];
  const operator = OPERATORS[family][0] ?? "";
  return [...own, ...own.flatMap(near)].filter((text) => isTaken({ Condition: { [operator]: { [KEY]: [text] } } }));
}

function actionRound(random: Random): Round {
  const patterns = [
    "s3:Get*",
    "*",
    "s3:*",
    "s*:Get*",
    ...Array.from({ length: 4 }, () => random.pick(ACTION_PATTERNS)),
  ];
  const statements = Array.from({ length: STATEMENTS }, () => {
    const list = someOf(random, () => random.pick(patterns));
    return random.chance(0.3) ? { NotAction: list } : { Action: list };
  });
  const requests = Array.from({ length: REQUESTS }, () => {
    const filled = random.pick(patterns).replace(/[*?]/g, () => random.pick(["", "s", "s3", "Get", "object"]));
    const [service = "", name = ""] = filled.split(":");
    return requestOf({ action: `${service || "s3"}:${name || random.pick(["GetObject", "get"])}` });
  });
  return { statements, requests };
}

function resourceRound(random: Random): Round {
  const own = Array.from({ length: 4 }, () => randomResourcePattern(random));
  const wider = own.flatMap((text) => {
    const parts = text.split(":");
    const head = parts
      .slice(0, 5)
      .map((part, at) => (at > 2 && random.chance(0.3) ? withWildcards(random, part) : part));
    const last = parts.slice(5).join(":");
    return [[...head, withWildcards(random, last)].join(":"), `${parts.slice(0, 3 + random.below(3)).join(":")}:*`];
  });
  const patterns = [...own, ...wider].filter((text) => isTaken({ Resource: [text] }));
  const statements = Array.from({ length: STATEMENTS }, () => {
    const list = someOf(random, () => random.pick(patterns));
    return random.chance(0.3) ? { NotResource: list } : { Resource: list };
  });
  const requests = Array.from({ length: REQUESTS }, () => {
    const context = contextOf(random);
    const filled = fillPattern(random, random.pick(patterns), "2012-10-17", context);
    const near = random.chance(0.3) ? nearMiss(random, filled) : filled;
    const resource = random.chance(0.05) ? "*" : near + ":x".repeat(Math.max(0, 6 - near.split(":").length));
    return requestOf({ context, resource });
  });
  return { statements, requests };
}

/** Does the grammar take the statement? */
function isTaken(statement: StatementJson): boolean {
  return parsePolicyDocument(policyText(statement)).ok;
}

type Context = Readonly<Record<string, readonly string[]>>;

/** What the variables stand for. */
function contextOf(random: Random): Context {
  const present = VARIABLE_KEYS.filter(() => random.chance(0.8));
  return Object.fromEntries(present.map((key) => [key, [random.pick(STRINGS)]]));
}

function requestOf({
  context = {},
  state = ABSENT,
  action = "s3:GetObject",
  resource = "arn:aws:s3:::x",
}: {
  readonly context?: Context;
  readonly state?: KeyState;
  readonly action?: string;
  readonly resource?: string;
}): AuthorizationRequest {
  return {
    action,
    resource,
    stateOf: (key) => {
      if (key === KEY) return state;
      const values = context[key];
      return values === undefined ? ABSENT : present(...values);
    },
  };
}

function describeRequest(request: AuthorizationRequest | undefined): string {
  if (request === undefined) return "nothing";
  const keys = [KEY, ...VARIABLE_KEYS].map((key) => [key, request.stateOf(key).values]);
  return JSON.stringify({ ...request, keys });
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
