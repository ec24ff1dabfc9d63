/**
 * The truths of statements for one row, put together from the truths of predicates per distinct value that the core
 * gave: for explaining a verdict, not for finding it.
 */
import { ACTION_KEY, keysOf, type Predicate, type Program, RESOURCE_KEY } from "../../domain/program.ts";
import type { KnownOfRequest } from "../../policy/containment/contains-statement.ts";
import type { Entry, JudgeInput, Subject, Truths } from "../../wasm/judge-input.ts";
import { IS_FORM, POSSIBILITIES, TRUTH } from "../../wasm/plan-layout.ts";

/** 0 false, 1 unknown, 3 true. AND is `&`. */
export type Truth = number;

/** One authorization of a row: which distinct value it has for each key. */
export interface AuthorizationView {
  /** The same for those who ask about its predicates only. */
  readonly row: KnownOfRequest;
  truthOfPredicate(number: number): Truth;
  /** Does the record leave open what the key's value is? */
  isOpen(key: string): boolean;
  /** Which value it could be: any, one or none (`oneOrNone`), or something that is harder to tell. */
  rangeOf(key: string): "any" | "oneOrNone" | "other";
  /** Of a resource that is known in part: one that it could be, with names that nobody gives. */
  readonly someResource: string | undefined;
}

export interface KeyColumn {
  /** Distinct value of an authorization of the row in the key's dimension. */
  readonly distinctOf: (row: number, entry: Entry) => number;
  readonly subjects: readonly Subject[];
}

/** What the core was asked and what it answered. */
export interface Judgement {
  readonly truths: Truths;
  readonly keys: ReadonlyMap<string, KeyColumn>;
}

/** Of what was put to the core, and the truths it gave. */
export function judgementOf(truths: Truths, { request, context, constants }: JudgeInput): Judgement {
  const keys = new Map<string, KeyColumn>([
    [ACTION_KEY, { distinctOf: (_, { action }) => action, subjects: request.actions }],
  ]);
  for (const { ids, subjects: ofKeys } of context) {
    for (const [key, subjects] of ofKeys) keys.set(key, { distinctOf: (row) => ids[row] ?? 0, subjects });
  }
  for (const [key, subjects] of request.targets.subjects) {
    keys.set(key, { distinctOf: (_, { target }) => target, subjects });
  }
  for (const [key, subject] of constants) keys.set(key, { distinctOf: () => 0, subjects: [subject] });
  return { truths, keys };
}

/** The view of one authorization of a row. */
export function viewOf(program: Program, { truths, keys }: Judgement, row: number, entry: Entry): AuthorizationView {
  const distinctOf = (key: string): number => keys.get(key)?.distinctOf(row, entry) ?? 0;
  const subjectOf = (key: string) => keys.get(key)?.subjects[distinctOf(key)];
  const truthOfPredicate = (number: number): Truth => {
    const predicate = program.predicates[number];
    const values = truths.get(number);
    if (predicate === undefined || values === undefined) throw new Error(`predicate ${number} was not evaluated`);
    return values[distinctOf(predicate.key)] ?? TRUTH.unknown;
  };
  return {
    truthOfPredicate,
    row: {
      isSure: (number) => truthOfPredicate(number) === TRUTH.true,
      isPresent: (key) => {
        const subject = subjectOf(key);
        return subject !== undefined && isPresentSubject(subject);
      },
    },
    rangeOf(key) {
      const subject = subjectOf(key);
      if (subject === undefined) return "any";
      const { possibilities, texts, form } = subject;
      if (form !== undefined) return "other";
      if ((possibilities & POSSIBILITIES.anything) !== 0) return texts.length === 0 ? "any" : "other";
      return texts.length <= 1 ? "oneOrNone" : "other";
    },
    someResource: someResourceOf(subjectOf(RESOURCE_KEY)),
    isOpen(key) {
      const subject = subjectOf(key);
      if (subject === undefined) return true;
      if (key === ACTION_KEY) return (subject.possibilities & POSSIBILITIES.anything) !== 0;
      return isOpenSubject(subject);
    },
  };
}

/** Letters that stand in no name for a reason. */
const SOME_NAME = "zq0x9kv7";

function someResourceOf(subject: Subject | undefined): string | undefined {
  return subject?.form
    ?.map((part) => ("literal" in part ? part.literal : "wildcard" in part && part.wildcard === "?" ? "0" : SOME_NAME))
    .join("");
}

/** An empty list may count as a missing key. */
function isPresentSubject({ possibilities, texts }: Subject): boolean {
  const isEmptyList = (possibilities & POSSIBILITIES.values) !== 0 && texts.length === 0;
  return (possibilities & POSSIBILITIES.absent) === 0 && !isEmptyList;
}

/** Absence is known, too; and an empty list is known to be one, though what it means is not (test/cases/README.md). */
function isOpenSubject({ possibilities, texts }: Subject): boolean {
  if ((possibilities & (POSSIBILITIES.anything | IS_FORM)) !== 0) return true;
  const mayBeBoth = (possibilities & POSSIBILITIES.absent) !== 0 && (possibilities & POSSIBILITIES.values) !== 0;
  return mayBeBoth && texts.length > 0;
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

/** The keys that keep a predicate open: its own and those of its variables, as far as the record leaves them open. */
export function openKeys(view: AuthorizationView, predicate: Predicate): readonly string[] {
  return keysOf(predicate).filter((key) => view.isOpen(key));
}
