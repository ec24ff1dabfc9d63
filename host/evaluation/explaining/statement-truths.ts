/**
 * The truths of statements for one row, put together from the truths of predicates per distinct value that the core
 * gave: for explaining a verdict, not for finding it.
 */
import { ACTION_KEY, type Predicate, type Program } from "../../domain/program.ts";
import type { Subject, Truths } from "../../wasm/decision.ts";
import { POSSIBILITIES, TRUTH } from "../../wasm/plan-layout.ts";

/** 0 false, 1 unknown, 3 true. AND is `&`. */
export type Truth = number;

/** One authorization of a row: which distinct value it has for each key. */
export interface AuthorizationView {
  truthOfPredicate(number: number): Truth;
  /** Does the record leave open what the key's value is? */
  isOpen(key: string): boolean;
  /** Which value it could be: any, one or none (`oneOrNone`), or something that is harder to tell. */
  rangeOf(key: string): "any" | "oneOrNone" | "other";
}

export interface KeyColumn {
  /** Distinct value of the row in the key's dimension. */
  readonly distinctOf: (row: number) => number;
  readonly subjects: readonly Subject[];
}

/**
 * The view of a row. `action` overrides which value of the action key is meant, `resource` the value of every key of
 * the resource dimension: possible authorizations have values of their own.
 */
export function viewOf(
  program: Program,
  truths: Truths,
  keys: ReadonlyMap<string, KeyColumn>,
  row: number,
  overrides: ReadonlyMap<string, number> = new Map(),
): AuthorizationView {
  const distinctOf = (key: string): number => overrides.get(key) ?? keys.get(key)?.distinctOf(row) ?? 0;
  const subjectOf = (key: string) => keys.get(key)?.subjects[distinctOf(key)];
  return {
    rangeOf(key) {
      const subject = subjectOf(key);
      if (subject === undefined) return "any";
      const { possibilities, texts } = subject;
      if ((possibilities & POSSIBILITIES.anything) !== 0) return texts.length === 0 ? "any" : "other";
      return texts.length <= 1 ? "oneOrNone" : "other";
    },
    truthOfPredicate(number) {
      const predicate = program.predicates[number];
      const values = truths.get(number);
      if (predicate === undefined || values === undefined) throw new Error(`predicate ${number} was not evaluated`);
      return values[distinctOf(predicate.key)] ?? TRUTH.unknown;
    },
    isOpen(key) {
      const subject = subjectOf(key);
      if (subject === undefined) return true;
      if (key === ACTION_KEY) return (subject.possibilities & POSSIBILITIES.anything) !== 0;
      return subject.possibilities !== POSSIBILITIES.values;
    },
  };
}

export function truthOfStatement(program: Program, view: AuthorizationView, number: number): Truth {
  let truth: Truth = TRUTH.true;
  for (const predicate of program.statements[number]?.predicates ?? []) truth &= view.truthOfPredicate(predicate);
  return truth;
}

/** The predicates that keep a statement's truth open. */
export function openPredicates(
  program: Program,
  view: AuthorizationView,
  number: number,
): readonly (Predicate & { readonly number: number })[] {
  const open: (Predicate & { readonly number: number })[] = [];
  for (const index of program.statements[number]?.predicates ?? []) {
    const predicate = program.predicates[index];
    if (predicate !== undefined && view.truthOfPredicate(index) === TRUTH.unknown)
      open.push({ ...predicate, number: index });
  }
  return open;
}
