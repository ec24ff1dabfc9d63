/**
 * What the unknowns of a case could be: for each key absence, what is known of it, values drawn from and near the patterns, a value
 * that nothing asks for, lists; then their combinations, or some hundred of them. The same case gives the same assignments.
 */

import type { KeyState } from "../../host/domain/key-state.ts";
import type { PolicyDocument } from "../../host/domain/policy-document.ts";
import { createRandom, type Random } from "../events/random.ts";
import type { PlainHierarchy } from "../reference/decide.ts";
import type { Request } from "../reference/matches-statement.ts";
import { type Context, fillIn, textOf } from "../reference/symbols.ts";
import type { FuzzCase } from "./fuzz-case.ts";
import { fillPattern, valueFor } from "./generate/fill-pattern.ts";
import { familyOfOperator, patternsOn } from "./generate/random-request.ts";
import { nearMiss } from "./generate/texts.ts";
import { ARNS } from "./generate/vocabulary.ts";
import { isOpen, keysAskedFor, stateOf, variablesOf } from "./states.ts";

const FRESH = "none-of-these";
const FRESH_ARN = "arn:aws:states:eu-north-1:444455556666:none/of:these";

/** How much is tried. */
export interface Effort {
  readonly assignments: number;
  /** Of one key or of the resource. */
  readonly choices: number;
  /** Values made of each pattern. */
  readonly perPattern: number;
}

export const LITTLE: Effort = { assignments: 100, choices: 14, perPattern: 1 };
export const MUCH: Effort = { assignments: 4000, choices: 80, perPattern: 4 };

type Choice = readonly string[] | undefined;

export function assignmentsOf(each: FuzzCase, hierarchy: PlainHierarchy, effort: Effort): readonly Request[] {
  const random = createRandom(1);
  const asked = [...keysAskedFor(hierarchy)];
  const known: Record<string, readonly string[]> = {};
  for (const key of asked) {
    const state = stateOf(each, key);
    if (!isOpen(state) && state.values !== undefined) known[key] = state.values;
  }
  const open = asked.filter((key) => isOpen(stateOf(each, key)));
  const choices = open.map((key) => choicesOf(random, hierarchy, key, stateOf(each, key), known, effort));
  const resources = each.resource === undefined ? resourcesOf(random, hierarchy, known, effort) : [each.resource];
  return combinations([...choices.map(({ length }) => length), resources.length], effort.assignments, random).map(
    (indices) => {
      const context: Record<string, readonly string[]> = { ...known };
      for (const [index, key] of open.entries()) {
        const choice = choices[index]?.[indices[index] ?? 0];
        if (choice !== undefined) context[key] = choice;
      }
      return { action: each.action, resource: resources[indices[open.length] ?? 0] ?? "*", context };
    },
  );
}

function choicesOf(
  random: Random,
  hierarchy: PlainHierarchy,
  key: string,
  { mayBeAbsent, values, mayBeAnything }: KeyState,
  known: Context,
  effort: Effort,
): readonly Choice[] {
  const some: Choice[] = [...(mayBeAbsent ? [undefined] : []), ...(values === undefined ? [] : [values])];
  if (!mayBeAnything) return some;
  const asked = Array.from({ length: effort.perPattern }, () => valuesAskedFor(random, hierarchy, key, known)).flat();
  const texts = [FRESH, ...asked, ...valuesInVariables(hierarchy, key, known)];
  const distinct = sample(random, [...new Set([...texts, ""])], effort.choices);
  const lists = mayBeList(hierarchy, key) ? [distinct.slice(0, 2), distinct.slice(1, 4), distinct.slice(-2)] : [];
  return [...some, ...distinct.map((text) => [text]), ...lists.filter(({ length }) => length > 1)];
}

/**
 * AWS's keys are single-valued or multivalued each for itself. One that is asked for without a set prefix, or in a variable, is taken
 * for single-valued, as the product takes it: of several values there everything would be contested.
 */
function mayBeList(hierarchy: PlainHierarchy, key: string): boolean {
  const statements = hierarchy.flat();
  const inVariable = statements.some(({ conditions, resources }) =>
    [...resources.patterns, ...conditions.flatMap(({ values }) => values)].some((text) =>
      variablesOf(text).includes(key),
    ),
  );
  const conditions = statements.flatMap((statement) => statement.conditions);
  return (
    !inVariable &&
    !conditions.some(({ operator, key: other }) => other.toLowerCase() === key && !/^For|^Null$/.test(operator))
  );
}

/** For every pattern of a condition on the key one value that it matches and one beside it. */
function valuesAskedFor(random: Random, hierarchy: PlainHierarchy, key: string, known: Context): readonly string[] {
  return patternsOn(hierarchy, key).flatMap(({ pattern, operator, version }) => {
    const family = familyOfOperator(operator) ?? "string";
    return [
      exactValue(random, operator, pattern, version, known),
      nearMiss(random, exactValue(random, operator, pattern, version, known)),
      valueFor(random, family, pattern, version, known),
    ];
  });
}

/** Without wildcards where the operator has none; the address of a range. */
function exactValue(
  random: Random,
  operator: string,
  pattern: string,
  version: PolicyDocument["version"],
  known: Context,
): string {
  if (/Like|Arn/.test(operator)) return fillPattern(random, pattern, version, known);
  const text = textOf(fillIn(pattern, version, known) ?? []);
  return operator.includes("IpAddress") ? (text.split("/")[0] ?? "") : text;
}

/** What stands in place of the variable where the text around it fits a known value; and texts that a variable could break on. */
function valuesInVariables(hierarchy: PlainHierarchy, key: string, known: Context): readonly string[] {
  const found = new Set<string>();
  for (const { conditions, resources, version } of hierarchy.flat()) {
    if (version === "2008-10-17") continue;
    for (const pattern of [...resources.patterns, ...conditions.flatMap(({ values }) => values)]) {
      if (!variablesOf(pattern).includes(key)) continue;
      for (const text of ["*", "a:b", "x"]) found.add(text);
      const [before = "", after = ""] = pattern.split(/\$\{[^}]*\}/);
      const given = conditions.flatMap((condition) => known[condition.key.toLowerCase()] ?? []);
      for (const value of given) {
        if (value.startsWith(before) && value.endsWith(after) && value.length >= before.length + after.length)
          found.add(value.slice(before.length, value.length - after.length));
      }
    }
  }
  return [...found];
}

function resourcesOf(random: Random, hierarchy: PlainHierarchy, known: Context, effort: Effort): readonly string[] {
  const patterns = hierarchy
    .flat()
    .flatMap(({ resources, version }) =>
      resources.patterns.filter((pattern) => !/^\*+$/.test(pattern)).map((pattern) => ({ pattern, version })),
    );
  const filled = patterns.map(({ pattern, version }) => fillPattern(random, pattern, version, known));
  const whole = filled.map((arn) => arn + ":x".repeat(Math.max(0, 6 - arn.split(":").length)));
  return ["*", FRESH_ARN, ...sample(random, [...new Set([...whole, ...ARNS])], effort.choices)];
}

function sample<T>(random: Random, entries: readonly T[], most: number): readonly T[] {
  return entries.length <= most
    ? entries
    : [...entries.slice(0, 2), ...random.shuffle(entries.slice(2)).slice(0, most - 2)];
}

/** Every combination of indices below the sizes; where these are more than `most`, that many of them by lot. */
function combinations(sizes: readonly number[], most: number, random: Random): readonly (readonly number[])[] {
  const count = sizes.reduce((product, size) => product * size, 1);
  if (count > most) return Array.from({ length: most }, () => sizes.map((size) => random.below(size)));
  let combined: readonly (readonly number[])[] = [[]];
  for (const size of sizes) {
    combined = combined.flatMap((indices) => Array.from({ length: size }, (_, index) => [...indices, index]));
  }
  return combined;
}
