/** What the core is given to judge: subjects per distinct value, and which distinct value a row has. */
import type { PatternPart, Program } from "../domain/program.ts";
import type { IdArray } from "./memory-writer.ts";

/** What one distinct value of a dimension could be for one key: POSSIBILITY bits and texts (assembly/wire/program.ts). */
export interface Subject {
  readonly possibilities: number;
  readonly texts: readonly string[];
  /** In place of texts, with IS_FORM: literals and wildcards of a resource that is known in part. */
  readonly form?: readonly PatternPart[];
}

export interface DimensionInput {
  /** Per row; indices into the subjects. */
  readonly ids: IdArray;
  /** Number of distinct values. */
  readonly valueCount: number;
  /** Per key: one subject per distinct value. */
  readonly subjects: ReadonlyMap<string, readonly Subject[]>;
  /** The predicates to evaluate here, by number; when absent all whose key is among the subjects. */
  readonly predicates?: ReadonlySet<number>;
}

export interface JudgeInput {
  readonly rows: number;
  readonly program: Program;
  /** Dimensions that at least one predicate hangs on, but the request. */
  readonly context: readonly DimensionInput[];
  readonly request: RequestInput;
  /** Subjects of the keys that no dimension proves: one each. */
  readonly constants: ReadonlyMap<string, Subject>;
  readonly identity: { readonly ids: IdArray; readonly classes: Uint16Array };
  readonly classes: readonly AccountClassInput[];
  /** Earlier ones win; a table has a verdict code or 0 per distinct value. */
  readonly outcomes: readonly { readonly ids: IdArray; readonly table: Uint8Array }[];
  readonly time: BigInt64Array;
  /** Verdicts that stand already (0: to be judged); changed in place. */
  readonly verdicts: Uint8Array;
  readonly windowStart: bigint;
  readonly windowEnd: bigint;
  readonly capturedAt: bigint | undefined;
}

export interface RequestInput {
  /** Per row: index into `requests`. */
  readonly ids: IdArray;
  readonly requests: readonly RequestEntries[];
  /** Subjects of ACTION_KEY. */
  readonly actions: readonly Subject[];
  /** What is decided on: resources, each with the condition keys that hang on it or on the request. */
  readonly targets: TargetInput;
}

export type TargetInput = Omit<DimensionInput, "ids">;

/** The authorizations of one distinct request. */
export interface RequestEntries {
  /** Each was asked for sure; of a list of several AWS asked for one, and nobody knows which. */
  readonly certain: readonly (readonly Entry[])[];
  /** May have been asked besides. */
  readonly possible: readonly Entry[];
}

/** One authorization: indices into the actions and the targets. */
export interface Entry {
  readonly action: number;
  readonly target: number;
}

/** Numbers are statement numbers; levels that allow everything are left out. */
export interface AccountClassInput {
  readonly denyCurrent: readonly number[];
  readonly denyProposed: readonly number[];
  readonly denyProposedOnly: readonly number[];
  readonly allowCurrent: readonly (readonly number[])[];
  readonly allowProposed: readonly { readonly statements: readonly number[]; readonly implied: boolean }[];
}

/** Truth (0 false, 1 unknown, 3 true) per distinct value of the dimension that the predicate was evaluated in; by number. */
export type Truths = ReadonlyMap<number, Uint8Array>;
