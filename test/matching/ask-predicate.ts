/** One predicate put to the core, answer by answer. */
import { ACTION_KEY, type Pattern, type Predicate, RESOURCE_KEY } from "../../host/domain/program.ts";
import { compilePattern, createVariableList } from "../../host/policy/compile/compile-pattern.ts";
import type { Core } from "../../host/wasm/core.ts";
import type { Subject } from "../../host/wasm/judge-input.ts";
import { createMemoryWriter } from "../../host/wasm/memory-writer.ts";
import { POSSIBILITIES, TRUTH } from "../../host/wasm/plan-layout.ts";
import { writePredicates, writeSubjects } from "../../host/wasm/write-program.ts";

export type TruthName = keyof typeof TRUTH;

/**
 * The truth of the predicate for every subject. `bindings`: for every subject what each variable of the predicate could stand for;
 * without them nothing is known of the variables.
 */
export function askPredicate(
  core: Core,
  predicate: Predicate,
  subjects: readonly Subject[],
  bindings: readonly (readonly Subject[])[] = [],
): readonly TruthName[] {
  const memory = createMemoryWriter(core);
  try {
    const at = writePredicates(memory, [predicate]);
    const subjectsAt = writeSubjects(memory, subjects);
    const bindingsAt = bindings.length === 0 ? 0 : writeSubjects(memory, bindings.flat());
    const out = memory.allocate(subjects.length);
    core.evaluatePredicate(at, subjectsAt, subjects.length, bindingsAt, out);
    return Array.from(memory.read(out, subjects.length), nameOf);
  } finally {
    memory.release();
  }
}

function nameOf(truth: number): TruthName {
  if (truth === TRUTH.true) return "true";
  if (truth === TRUTH.unknown) return "unknown";
  if (truth === TRUTH.false) return "false";
  throw new Error(`${truth} is no truth`);
}

/** A predicate of one condition key that is not negated and false for an absent key, unless `rest` says otherwise. */
export function conditionOf(
  operator: Predicate["operator"],
  patterns: readonly string[],
  rest: Partial<Predicate> = {},
): Predicate {
  return {
    operator,
    negated: false,
    set: undefined,
    whenAbsent: "false",
    key: "aws:k",
    patterns: patterns.map((text) => patternOf(operator, text)),
    variables: [],
    ...rest,
  };
}

const WITH_WILDCARDS = new Set<Predicate["operator"]>([
  "action",
  "resourceAny",
  "resourceAll",
  "stringLike",
  "arnLike",
]);

/** A pattern without variables, as the compiler makes it for the operator. */
export function patternOf(operator: Predicate["operator"], text: string): Pattern {
  return compilePattern(text, { wildcards: WITH_WILDCARDS.has(operator), variables: false }, createVariableList());
}

/** The same with `${…}` in the patterns as policy variables. */
export function variableConditionOf(
  operator: Predicate["operator"],
  texts: readonly string[],
  rest: Partial<Predicate> = {},
): Predicate {
  const list = createVariableList();
  const syntax = { wildcards: WITH_WILDCARDS.has(operator), variables: true };
  const patterns = texts.map((text) => compilePattern(text, syntax, list));
  return conditionOf(operator, [], { patterns, variables: list.all, ...rest });
}

export function actionOf(patterns: readonly string[], rest: Partial<Predicate> = {}): Predicate {
  return conditionOf("action", patterns, { key: ACTION_KEY, ...rest });
}

/** `any` is the sense of a Deny, `all` that of an Allow. */
export function resourcesOf(
  sense: "any" | "all",
  patterns: readonly string[],
  rest: Partial<Predicate> = {},
): Predicate {
  return conditionOf(sense === "any" ? "resourceAny" : "resourceAll", patterns, { key: RESOURCE_KEY, ...rest });
}

/** A pattern that may match anything. */
export function opaque(text: string): Pattern {
  return { text, parts: [{ literal: text }], certainty: "opaque" };
}

/** First letters, to be compared with a row of them. */
export function letters(truths: readonly TruthName[]): string {
  return truths.map((truth) => truth.charAt(0).toUpperCase()).join("");
}

/** Exactly these values. */
export function valuesOf(...texts: readonly string[]): Subject {
  return { possibilities: POSSIBILITIES.values, texts };
}

/** What the flags say, besides the texts if there are any. */
export function subjectOf(
  possibilities: readonly (keyof typeof POSSIBILITIES)[],
  ...texts: readonly string[]
): Subject {
  return { possibilities: possibilities.reduce((bits, name) => bits | POSSIBILITIES[name], 0), texts };
}
