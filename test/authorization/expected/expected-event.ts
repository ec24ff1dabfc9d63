/**
 * What AWS decided for one real record, worked out by hand from the record and AWS's documents, by another hand than the
 * tables under test. Says nothing of the principal's keys and nothing that the record and the documents leave open.
 */
import type { OutcomeReason } from "../../../host/domain/outcome.ts";

/**
 * `*`: exactly `*`, the action supports no resource. `~…`: known in part, `*` and `?` are wildcards. `?`: nothing is known.
 * A list: one of these, not known which. Any other text: this very text, also where it ends in `/*`, which is how EC2 names
 * what does not exist yet.
 */
export type ExpectedResource = string | readonly string[];

/** A value, or the values of a key that holds a list; `null` is absent, `"?"` is unknown (perhaps absent, perhaps anything). */
export type ExpectedKeys = Readonly<Record<string, string | readonly string[] | null>>;

export interface ExpectedAuthorization {
  readonly action: string;
  readonly resource: ExpectedResource;
  /** Of this authorization. */
  readonly keys?: ExpectedKeys;
}

export interface ExpectedEvent {
  readonly eventID: string;
  /** `eventSource` and `eventName` as logged, with one space between them. */
  readonly operation: string;
  /** What AWS asked for sure: the whole set, unless `atLeast`. */
  readonly certain: readonly ExpectedAuthorization[];
  /** `certain` must be among what is derived as certain; what else there is, is left open. */
  readonly atLeast?: true;
  /** May have been asked besides, so it must not be missing; an empty list: nothing else can have been asked. Open when absent. */
  readonly possible?: readonly ExpectedAuthorization[];
  /** No policy decides the record, for this reason. */
  readonly outcome?: OutcomeReason;
  /** No action of that name exists: any action of the service is possible, and it is listed by name (R9). */
  readonly isUnmapped?: true;
  /** The log says that access was denied: not judged, yet its message confirms what AWS asked. */
  readonly isDenied?: true;
  /** Of each of `certain`. */
  readonly keys?: ExpectedKeys;
  /** What is not plain to see. */
  readonly because?: string;
}
