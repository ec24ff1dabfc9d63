/** A service control policy as read by the grammar (host/policy): what it says, and where it says it. */
export interface PolicyDocument {
  /** `2012-10-17` or `2008-10-17`; the latter also when Version is missing. Policy variables exist only in the former. */
  readonly version: "2012-10-17" | "2008-10-17";
  readonly statements: readonly Statement[];
}

export interface Statement {
  /** Position in the document, from 0. */
  readonly index: number;
  readonly sid: string | undefined;
  readonly effect: "Allow" | "Deny";
  readonly actions: PatternList;
  readonly resources: PatternList;
  readonly conditions: readonly Condition[];
  readonly position: Position;
}

/** Action or Resource, or with `negated` NotAction or NotResource. */
export interface PatternList {
  readonly negated: boolean;
  readonly patterns: readonly string[];
}

/** One key under one operator. Conditions of a statement are AND-ed, values of one condition OR-ed. */
export interface Condition {
  /** As written, for instance `ForAnyValue:StringLikeIfExists`. */
  readonly operator: string;
  /** As written; keys compare without regard to case. */
  readonly key: string;
  /** Booleans and numbers are made strings. */
  readonly values: readonly string[];
  readonly position: Position;
}

/** Offset in UTF-16 units from 0; line and column from 1. */
export interface Position {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}
