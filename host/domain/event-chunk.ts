/**
 * The facts of many events in columns (design part 9): what the extractor of the core makes of log files, what a stored
 * chunk holds, what evaluation reads. Facts only: nothing here is an interpretation.
 */

/** Dictionary columns. The order is the contract with `assembly/wire/columns.ts`; `EXTRACTION_VERSION` names it. */
export const DICTIONARY_COLUMNS = [
  /** `eventSource` and `eventName` with one space between them. */
  "operation",
  /** The `userIdentity` object as logged. */
  "identity",
  /** `recipientAccountId`: in whose log the record lies. */
  "recipientAccount",
  "region",
  "sourceIp",
  "userAgent",
  "vpcEndpoint",
  "vpcEndpointAccount",
  "errorCode",
  /** `eventType` and `eventCategory` with one space between them. */
  "kind",
  /** The `resources` array as logged. */
  "resources",
  /** The `tlsDetails` object as logged. */
  "tls",
  /** The `eventContext` object as logged. */
  "eventContext",
  /** An `eventID` that is not a lower-case UUID, as logged; such rows have zero bytes in `eventId`. */
  "irregularEventId",
  /** The same for `sharedEventID`. */
  "irregularSharedEventId",
  /** Name of the log file. */
  "file",
  /**
   * What is wanted of `requestParameters` (parameter-selection.ts): JSON of the same structure with only those members, `{}`
   * when there are none; `null` when it was null; `{"omitted":true}`, as AWS writes it, when it could not be read either.
   */
  "requestParameters",
  /** The same of `responseElements`. */
  "responseElements",
  /** The same of `additionalEventData`. */
  "additionalEventData",
  /** The `addendum` object as logged. */
  "addendum",
] as const;
export type DictionaryColumnName = (typeof DICTIONARY_COLUMNS)[number];

/** Rises with every change of what is extracted; chunks of an older one are rebuilt from the raw files. */
export const EXTRACTION_VERSION = 2;

export interface DictionaryColumn {
  /** Per row: index into `values`. Index 0 is the empty string and means that the record has no such member (or null, or ""). */
  readonly ids: Uint8Array | Uint16Array | Uint32Array;
  /** UTF-8 of each distinct value, JSON escapes resolved for strings, also those that hold an object; objects and arrays as logged. `values[0] === ""`. */
  readonly values: readonly string[];
}

export interface EventChunk {
  readonly rows: number;
  readonly columns: Readonly<Record<DictionaryColumnName, DictionaryColumn>>;
  /** Milliseconds since 1970, one per row. */
  readonly time: BigInt64Array;
  /** 16 bytes a row: the UUID in `eventID`, zero where it is missing or irregular. */
  readonly eventId: Uint8Array;
  /** 16 bytes a row: the UUID in `sharedEventID`, zero where it is missing or irregular. */
  readonly sharedEventId: Uint8Array;
  /** Byte offset of the record in the uncompressed file, one per row. */
  readonly offset: Uint32Array;
}

/** A record that could not be read: it is counted and its neighbours go on. */
export interface UnreadableRecord {
  readonly file: string;
  /** Byte offset in the uncompressed file. */
  readonly offset: number;
  readonly reason: UnreadableReason;
}
/** The order is the contract with `assembly/wire/faults.ts` (code = index + 1). */
export const UNREADABLE_REASONS = [
  "notAnObject",
  "malformedJson",
  "withoutSource",
  "withoutName",
  "withoutTime",
  "malformedTime",
  "tooLarge",
  "truncated",
] as const;
export type UnreadableReason = (typeof UNREADABLE_REASONS)[number];
