/** What a record shows of one resource type of an action. Types, and the words to make them; looks at nothing. */
import type { Resource } from "../request/authorization.ts";

/** One resource; of several texts one is right, which is not known. */
export type Alternatives = readonly Resource[];

export interface TypeEvidence {
  /** Resources of the type that the request names, wholly or in part. */
  readonly named: readonly Alternatives[];
  /** What a resource of the type looks like when the request names none: as much as is known. */
  readonly otherwise: Alternatives;
  /** The request could name one, and where it would stand is known: nothing there means none was meant. */
  readonly isSettled: boolean;
  /** May have been decided besides what is named: the source of a copy. */
  readonly besides?: readonly Resource[];
}

/** Each once, in order. */
export function distinct<Value>(values: readonly Value[]): readonly Value[] {
  const seen = new Map(values.map((value) => [JSON.stringify(value), value]));
  return [...seen.values()];
}
