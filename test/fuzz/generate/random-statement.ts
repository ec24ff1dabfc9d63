/** One statement: actions and resources, listed or excluded, and up to three conditions of any operator. */

import { parsePolicyDocument } from "../../../host/policy/parse-policy-document.ts";
import type { Random } from "../../events/random.ts";
import type { StatementJson } from "../fuzz-case.ts";
import { randomPattern, randomResourcePattern, randomVariable } from "./random-pattern.ts";
import { respell, someOf } from "./texts.ts";
import {
  ACTION_PATTERNS,
  ACTIONS,
  FAMILIES,
  type Family,
  KEYS,
  LIST_KEYS,
  OPERATORS,
  SERVICE_WILDCARDS,
  SET_PREFIXES,
} from "./vocabulary.ts";

const CONTESTED_ACTIONS = SERVICE_WILDCARDS.filter(
  (Action) => parsePolicyDocument(JSON.stringify({ Statement: { Effect: "Deny", Action, Resource: "*" } })).ok,
);

export function randomStatement(random: Random, effect: "Allow" | "Deny"): StatementJson {
  const actions = someOf(random, () => randomAction(random));
  const resources = someOf(random, () => randomResourcePattern(random));
  const conditions = Array.from({ length: random.pick([0, 0, 1, 1, 1, 2, 2, 3]) }, () => randomCondition(random));
  return {
    Effect: effect,
    ...(random.chance(0.15) ? { NotAction: actions } : { Action: actions }),
    ...(random.chance(0.15) ? { NotResource: resources } : { Resource: resources }),
    ...(conditions.length === 0 ? {} : { Condition: joinConditions(conditions) }),
  };
}

function randomAction(random: Random): string {
  if (CONTESTED_ACTIONS.length > 0 && random.chance(0.04)) return random.pick(CONTESTED_ACTIONS);
  return random.chance(0.2) ? random.pick(ACTIONS) : random.pick(ACTION_PATTERNS);
}

export interface ConditionJson {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

export function randomCondition(random: Random): ConditionJson {
  if (random.chance(0.08)) return randomNull(random);
  const family = random.chance(0.3) ? "string" : random.pick(FAMILIES);
  const key = random.pick(keysFor(random, family));
  const isList = LIST_KEYS.has(key.toLowerCase());
  const prefix = random.chance(isList ? 0.8 : 0.35) ? random.pick(SET_PREFIXES.slice(1)) : "";
  const ifExists = random.chance(0.3) ? "IfExists" : "";
  const values = someOf(random, () =>
    // Contested: whether Bool takes variables.
    family === "bool" && random.chance(0.05) ? randomVariable(random) : randomPattern(random, family),
  );
  return { operator: `${prefix}${random.pick(OPERATORS[family])}${ifExists}`, key: respell(random, key), values };
}

/** Mostly keys of the family, now and then one that holds something else. */
function keysFor(random: Random, family: Family): readonly string[] {
  const all = Object.keys(KEYS);
  return random.chance(0.12) ? all : all.filter((key) => KEYS[key] === family);
}

function randomNull(random: Random): ConditionJson {
  const operator = random.chance(0.15) ? random.pick(["ForAllValues:Null", "ForAnyValue:Null"]) : "Null";
  const values = random.chance(0.1) ? ["true", "FALSE"] : [random.pick(["true", "false", "True"])];
  return { operator, key: respell(random, random.pick(Object.keys(KEYS))), values };
}

/** The grammar refuses a key twice under one operator, in whatever case: the first stays. */
export function joinConditions(conditions: readonly ConditionJson[]): NonNullable<StatementJson["Condition"]> {
  const joined: Record<string, Record<string, readonly string[]>> = {};
  for (const { operator, key, values } of conditions) {
    const keys = joined[operator] ?? {};
    joined[operator] = keys;
    const isThere = Object.keys(keys).some((other) => other.toLowerCase() === key.toLowerCase());
    if (!isThere) keys[key] = values;
  }
  return joined;
}
