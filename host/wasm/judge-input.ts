/** What the core is given to judge: subjects per distinct value, and which distinct value a row has. */
import type { Program } from "../domain/program.ts";
import type { IdArray } from "./memory-writer.ts";

/** What one distinct value of a dimension could be for one key: POSSIBILITY bits and texts (assembly/wire/program.ts). */
export interface Subject {
  readonly possibilities: number;
  readonly texts: readonly string[];
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
  /** Dimensions that at least one predicate hangs on, but operation and resource. */
  readonly context: readonly DimensionInput[];
  readonly operation: OperationInput;
  readonly resource: DimensionInput;
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

export interface OperationInput {
  readonly ids: IdArray;
  /** Subjects of ACTION_KEY: first one per distinct operation (its own action), then any others that are referred to. */
  readonly actions: readonly Subject[];
  /** Per distinct operation: was it, or one of its alternatives, asked for sure? */
  readonly certain: readonly boolean[];
  /** Per distinct operation: indices into `actions` of what may have been asked in its place, of the same resources. */
  readonly variants: readonly (readonly number[])[];
  /** Per distinct operation: indices into `actions` of what may have been asked in its place, of an unknown resource. */
  readonly alternatives: readonly (readonly number[])[];
  /** Per distinct operation: indices into `actions` of what may have been asked besides, of an unknown resource. */
  readonly possible: readonly (readonly number[])[];
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
