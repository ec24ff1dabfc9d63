/**
 * What the tenant object takes and gives. Plain data: it crosses between Workers and Durable Objects as it is.
 * Times named `…At` are ISO-8601 in UTC where they leave for a client, milliseconds since 1970 in ledger and catalogue.
 */
import type { UnreadableRecord } from "../domain/event-chunk.ts";
import type { Coverage } from "../domain/report.ts";

/** Unreadable records that are kept by place, per file and in all; the rest are counted. */
export const UNREADABLE_SAMPLES_MAX = 10;
/** Damaged files that are named; the rest are counted. */
export const DAMAGED_FILES_NAMED_MAX = 10;

export interface PreviewConfiguration {
  readonly scope: "GLOBAL";
  readonly status: "ACTIVE" | "PENDING_CREATION" | "FAILED";
  readonly createdAt: string;
  readonly updatedAt?: string;
}

/**
 * `created` also answers the repetition of a request (same client token) while the configuration it made exists, and a new
 * attempt after one that FAILED.
 */
export type CreateConfigurationOutcome =
  | { readonly kind: "created"; readonly status: "PENDING_CREATION" }
  | { readonly kind: "exists" };

/** `repeated`: this client token has deleted already, and nothing was deleted now. */
export type DeleteConfigurationOutcome = { readonly kind: "deleted" | "repeated" | "notFound" };

/** Where the organization snapshot lies. */
export interface OrganizationPointer {
  /** R2 key in the bucket ACTIVITY. */
  readonly snapshotKey: string;
  readonly sha256: string;
  /** ISO-8601, as in the snapshot. */
  readonly capturedAt: string;
  readonly bytes: number;
  readonly storedAt: string;
}

/** What a user supplies beside the logs, for all jobs of the tenant: one file of each kind. */
export const SUPPLIED_KINDS = ["mapping", "context"] as const;
export type SuppliedKind = (typeof SUPPLIED_KINDS)[number];

/** Where a supplied file lies. */
export interface SuppliedPointer {
  /** R2 key in the bucket ACTIVITY. */
  readonly suppliedKey: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly storedAt: string;
}

/** Without the kinds that the tenant has no file of. */
export type SuppliedPointers = Readonly<Partial<Record<SuppliedKind, SuppliedPointer>>>;

/** One log file that was taken in. */
export interface LedgerRow {
  /** Its S3 object key. */
  readonly key: string;
  readonly contentSha256: string;
  readonly compressedBytes: number;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  /** Every record found in it: `rows + unreadable`. */
  readonly records: number;
  /** Records that became rows of chunks. */
  readonly rows: number;
  readonly unreadable: number;
  /** The first by offset, at most UNREADABLE_SAMPLES_MAX. */
  readonly unreadableSamples: readonly UnreadableRecord[];
  /** Why the file could not be read to its end. */
  readonly fault?: string;
  /** Where the raw file lies in the bucket CLOUDTRAIL; absent for files of an older version, which lie at `tenant/key`. */
  readonly rawKey?: string;
}

/** What ingest has to know before it takes a file. */
export interface IngestState {
  /** Undefined without a configuration. */
  readonly status: PreviewConfiguration["status"] | undefined;
  /** What is recorded under the file's key. */
  readonly known: LedgerRow | undefined;
  /** Events stored for the tenant. */
  readonly events: number;
}

/** Rows of one chunk by account (R4). An empty id stands for rows that name none. */
export interface AccountRows {
  readonly accountId: string;
  /** Rows of the account's own log. */
  readonly logged: number;
  /** Rows of other logs whose caller is of the account. */
  readonly called: number;
}

/** A chunk made of one log file: the file's rows of one partition. */
export interface CatalogueChunk {
  /** R2 key in the bucket ACTIVITY. */
  readonly chunkKey: string;
  /** `YYYY-MM-DD/slice`: the UTC day of eventTime and a hash slice (R12). */
  readonly partition: string;
  readonly rows: number;
  readonly bytes: number;
  /** Milliseconds since 1970, first and last event. */
  readonly timeMin: number;
  readonly timeMax: number;
  readonly fileKey: string;
  readonly extractionVersion: number;
  readonly accounts: readonly AccountRows[];
}

/** An object of a bucket by the name of its binding. */
export interface StoredObject {
  readonly bucket: "CLOUDTRAIL" | "ACTIVITY";
  readonly key: string;
}

export interface RecordFileOutcome {
  /** The stored row: of the first time when `repeated`. */
  readonly row: LedgerRow;
  /** The same content was recorded under this key before; nothing was changed. */
  readonly repeated: boolean;
}

/** The catalogue as it was at one moment, cut to the UTC days of a window. */
export interface PinnedCatalogue {
  /** Rises with every change of ledger or catalogue. */
  readonly generation: number;
  /** False when there are more chunks than a job may pin; then `partitions` lacks the last ones. */
  readonly isWhole: boolean;
  /** Sorted by partition, then chunk key, by code point. */
  readonly partitions: readonly {
    readonly partition: string;
    readonly chunks: readonly { readonly chunkKey: string; readonly rows: number }[];
  }[];
  /** Files with a row on a day of the window, and files without any row: nobody knows when their records happened. */
  readonly files: number;
  /** Sums over these files, whole. */
  readonly records: number;
  readonly unreadable: number;
  /** The first by file, then offset; at most UNREADABLE_SAMPLES_MAX. */
  readonly unreadableSamples: readonly UnreadableRecord[];
  /** Files with a `fault`, of whatever days; the first by key, at most DAMAGED_FILES_NAMED_MAX. */
  readonly damagedFiles: Coverage["damagedFiles"];
}

/** An object that nothing names any more. */
export interface Garbage extends StoredObject {
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** What is stored for a tenant. Days are `YYYY-MM-DD`, UTC. */
export interface ActivityDescription {
  /** By id; an empty id stands for events that name no account. Counts are of the accounts' own logs, before copies are taken out. */
  readonly accounts: readonly {
    readonly accountId: string;
    readonly events: number;
    readonly firstDay: string;
    readonly lastDay: string;
    readonly days: readonly { readonly day: string; readonly events: number }[];
  }[];
  readonly events: number;
  readonly files: number;
  /** Of the raw files, as they were delivered. */
  readonly bytes: number;
  readonly unreadable: number;
  readonly lastIngestAt?: string;
  readonly damagedFiles: Coverage["damagedFiles"];
}

/** What an erasure takes away; a missing member narrows nothing. */
export interface ErasureScope {
  /** Events of this account's log, and events in other logs whose caller is of this account. */
  readonly accountId?: string;
  /** `YYYY-MM-DD`, UTC, both inclusive. */
  readonly startDay?: string;
  readonly endDay?: string;
}

/** A file of which an erasure concerns some chunks. */
export interface ErasureFile {
  readonly row: LedgerRow;
  readonly chunks: readonly {
    readonly chunkKey: string;
    readonly partition: string;
    /** Events of the scope may lie in it. */
    readonly isConcerned: boolean;
  }[];
}

/** What takes the place of a file after an erasure: only if the file is still the one that was read. */
export interface FileReplacement {
  readonly key: string;
  /** Of the file that was read. */
  readonly contentSha256: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Where the raw file of an older version lies, which the ledger does not say. */
  readonly formerRawKey?: string;
  /** Absent when nothing of the file is left. */
  readonly rest?: {
    readonly row: LedgerRow;
    /** Chunks that stay as they are. */
    readonly keptChunks: readonly string[];
    readonly newChunks: readonly CatalogueChunk[];
  };
}
