/**
 * Policies made ready for the core: predicates, each asked once per distinct value of what it hangs on, and statements
 * as conjunctions of predicates. Equal predicates and equal statements are one, wherever they were written.
 */

/** Numbers are the contract with `assembly/wire/program.ts`. */
export const OPERATORS = {
  action: 1,
  resourceAny: 2,
  resourceAll: 3,
  stringEquals: 4,
  stringEqualsIgnoreCase: 5,
  stringLike: 6,
  arnLike: 7,
  bool: 8,
  null: 9,
  unsupported: 10,
} as const;
export type OperatorName = keyof typeof OPERATORS;

/** Keys of predicates that are not conditions. */
export const ACTION_KEY = "action";
export const RESOURCE_KEY = "resource";

export interface Predicate {
  readonly operator: OperatorName;
  /** Not… list or negated operator. */
  readonly negated: boolean;
  /** The answer for a request that does not have the key (semantics 3.3). */
  readonly whenAbsent: "true" | "false" | "unknown";
  /** ACTION_KEY, RESOURCE_KEY, or a condition key in lower case. */
  readonly key: string;
  readonly patterns: readonly Pattern[];
  /** Why the answer may stay open although the value is known; undefined when everything is understood. */
  readonly notUnderstood?: string;
}

export interface Pattern {
  readonly text: string;
  /** Holds a policy variable, which is not evaluated: may match anything. */
  readonly opaque: boolean;
}

export interface ProgramStatement {
  readonly effect: "Allow" | "Deny";
  /** Indices into `Program.predicates`, ascending. None: matches every request. */
  readonly predicates: readonly number[];
}

export interface Program {
  readonly predicates: readonly Predicate[];
  readonly statements: readonly ProgramStatement[];
}
