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
  undocumented: 10,
  numericEquals: 11,
  numericLessThan: 12,
  numericLessThanEquals: 13,
  numericGreaterThan: 14,
  numericGreaterThanEquals: 15,
  dateEquals: 16,
  dateLessThan: 17,
  dateLessThanEquals: 18,
  dateGreaterThan: 19,
  dateGreaterThanEquals: 20,
  ipAddress: 21,
  binaryEquals: 22,
} as const;
export type OperatorName = keyof typeof OPERATORS;

/** Keys of predicates that are not conditions. */
export const ACTION_KEY = "action";
export const RESOURCE_KEY = "resource";

export interface Predicate {
  readonly operator: OperatorName;
  /** Not… list or negated operator. */
  readonly negated: boolean;
  /** Which of the key's values must satisfy the operator; undefined for an operator of single values. */
  readonly set: "forAllValues" | "forAnyValue" | undefined;
  /** The answer for a request that does not have the key (semantics 3.3). */
  readonly whenAbsent: "true" | "false" | "unknown";
  /** ACTION_KEY, RESOURCE_KEY, or a condition key in lower case. */
  readonly key: string;
  readonly patterns: readonly Pattern[];
  /** The policy variables of the patterns, which refer to them by index. Distinct. */
  readonly variables: readonly Variable[];
  /** Why the answer may stay open although every key is known; undefined when everything is understood. */
  readonly notUnderstood?: string;
}

export interface Variable {
  /** Condition key in lower case. */
  readonly key: string;
  /** The text that stands for it when the request does not have the key. */
  readonly fallback?: string;
}

export type PatternPart =
  | { readonly literal: string }
  | { readonly wildcard: "*" | "?" }
  /** Index into the predicate's variables. */
  | { readonly variable: number };

export interface Pattern {
  /** As written; of actions in lower case. */
  readonly text: string;
  /** No two literals beside each other, and no two stars. */
  readonly parts: readonly PatternPart[];
  /** `contested`: where it matches, sources contradict each other on whether it does. `opaque`: it may match anything. */
  readonly certainty: "sure" | "contested" | "opaque";
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

/** The keys whose values a predicate's answer hangs on: its own, and those of its variables. Distinct. */
export function keysOf({ key, variables }: Predicate): readonly string[] {
  return variables.length === 0 ? [key] : [...new Set([key, ...variables.map((variable) => variable.key)])];
}

/** Does the pattern match every text there is? */
export function isAllStars({ parts }: Pattern): boolean {
  const [first] = parts;
  return parts.length === 1 && first !== undefined && "wildcard" in first && first.wildcard === "*";
}
