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

/** `created` also answers the repetition of a request (same client token) while the configuration it made exists. */
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
}

export interface RecordFileOutcome {
  /** The stored row: of the first time when `repeated`. */
  readonly row: LedgerRow;
  /** The same content was recorded under this key before; nothing was changed. */
  readonly repeated: boolean;
  /** Keys of chunks that nothing in the catalogue names any more. */
  readonly garbage: readonly string[];
}

/** The catalogue as it was at one moment, cut to the UTC days of a window. */
export interface PinnedCatalogue {
  /** Rises with every change of ledger or catalogue. */
  readonly generation: number;
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
