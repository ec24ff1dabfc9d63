/**
 * What a preview leaves: the object written as `summary.json`, the rows of `findings.csv`, the lines of the event parts,
 * and the manifest. Nothing but the manifest names a job, a time of running or a path, so that the same input gives the
 * same bytes (R10).
 */
import type { Impact } from "./impact.ts";
import type { AttachmentMode } from "./job.ts";
import type { Outcome } from "./outcome.ts";

/** Rises with every change of a report file that a reader could notice. */
export const REPORT_FORMAT_VERSION = 3;

/** What decided: a statement, or for an implicit deny the level that allows nothing for the call. */
export interface DecidedBy {
  readonly decision: "explicitDeny" | "implicitDeny";
  /** Id of the root, OU or account. */
  readonly level: string;
  readonly policy?: string;
  readonly policyName?: string;
  /** Position in the document, from 0. */
  readonly statement?: number;
  readonly sid?: string;
}

/** Events that are newly denied, or undetermined, for one reason. Equal in every member up to `unknown` and `reason` means one finding. */
export interface Finding {
  readonly impact: "newlyDenied" | "undetermined";
  readonly account: string;
  readonly principal: string;
  /** `service:Name`; for an unmapped call `service:*`. */
  readonly action: string;
  /** How the action was found: `sameName`, `dateSuffixRemoved`, `table`, `implied`, `userMapping`, `unmapped`. */
  readonly mapping?: string;
  readonly decidedBy?: DecidedBy;
  /** Condition keys, `resource` or `action`, whose values the records do not show and that would decide. Sorted. */
  readonly unknown: readonly string[];
  /** In words, when something else than an unknown key keeps the answer open. */
  readonly reason?: string;
  readonly events: number;
  /** Of these, calls that failed for another reason than access; they may never have been authorized (R1). */
  readonly failedEvents: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly regions: readonly string[];
  /** The first few by time, then event id. */
  readonly sampleEventIds: readonly string[];
}

/** One affected event, a line of `denied-events/part-*.jsonl.gz` or `undetermined-events/part-*.jsonl.gz`. */
export interface AffectedEvent {
  readonly eventID: string;
  readonly eventTime: string;
  readonly account: string;
  readonly principal: string;
  readonly action: string;
  readonly mapping?: string;
  /** What the action was asked for; with `*` and `?` where the record shows a resource in part only. */
  readonly resources: readonly string[];
  readonly region: string;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly eventSource: string;
  readonly eventName: string;
  readonly errorCode?: string;
  readonly decidedBy?: DecidedBy;
  readonly unknown: readonly string[];
  readonly reason?: string;
  readonly file: string;
  readonly offset: number;
}

export interface ReportCounts {
  /** Every record looked at; the sum of `outcomes`. */
  readonly records: number;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Of the events not judged, how many for which reason. */
  readonly reasons: Readonly<Record<string, number>>;
  /** The sum is `outcomes.judged`. */
  readonly impacts: Readonly<Record<Impact, number>>;
  /** Judged events whose call failed for another reason than access, and those denied by a dependency (R1). Part of `impacts`. */
  readonly failed: Readonly<Record<Impact, number>>;
}

/** What was looked at: every zero is qualified by it (R11). */
export interface Coverage {
  /** Whole or part UTC days of the window, `YYYY-MM-DD`, first and last. */
  readonly window: { readonly firstDay: string; readonly lastDay: string; readonly days: number };
  readonly accounts: readonly AccountCoverage[];
  /** Services (prefixes) the changed statements name for which data events exist only if a trail logs them, and whether any was logged. */
  readonly dataEvents: readonly { readonly service: string; readonly logged: boolean }[];
  /** Log files that could not be read to their end, of whatever days: nobody knows what else was in them. The first by name. */
  readonly damagedFiles: { readonly count: number; readonly first: readonly DamagedFile[] };
  /** Undetermined of judged, 0 to 1. */
  readonly undeterminedShare: number;
  readonly snapshot: { readonly capturedAt: string; readonly daysBeforeWindowEnd: number };
  /**
   * Judged calls that map to no known action (R9), `eventSource eventName`, by number of events: a row in a mapping file makes
   * them certain. `undetermined`: how many verdicts that left open.
   */
  readonly unmapped: readonly {
    readonly operation: string;
    readonly events: number;
    readonly undetermined: number;
  }[];
  /** Actions whose resource the records do not show, where it would have decided. */
  readonly unknownResources: readonly { readonly action: string; readonly undetermined: number }[];
  /** Condition keys that the records do not show, where they would have decided: a context file can supply them. */
  readonly unknownKeys: readonly { readonly key: string; readonly undetermined: number }[];
}

export interface DamagedFile {
  readonly file: string;
  /** What is wrong with it, in words. */
  readonly fault: string;
}

/** Something about a proposed policy that its author surely did not mean. It changes no verdict. */
export interface PolicyWarning {
  /** Position among the proposed documents, from 1; missing for what is about all of them. */
  readonly document?: number;
  readonly line?: number;
  readonly column?: number;
  readonly code: string;
  readonly message: string;
}

export interface AccountCoverage {
  readonly account: string;
  readonly events: number;
  /** Days of the window without any record of this account; `all` when there is none at all. */
  readonly daysWithoutLog: readonly string[] | "all";
  /** Regions in which other accounts of the target have records, and this one has none. */
  readonly regionsWithoutLog: readonly string[];
}

export interface ReportSummary {
  readonly formatVersion: typeof REPORT_FORMAT_VERSION;
  readonly engineVersion: string;
  readonly parameters: {
    readonly targetId: string;
    readonly startTime: string;
    readonly endTime: string;
    readonly policyDocuments: readonly string[];
    /** How many rows the user's mapping had, and of which condition keys the user's context said something. */
    readonly mappingRows: number;
    readonly contextKeys: readonly string[];
  };
  readonly attachment: { readonly mode: AttachmentMode; readonly why: string };
  readonly warnings: readonly PolicyWarning[];
  readonly organization: { readonly id: string; readonly managementAccount: string };
  readonly counts: ReportCounts;
  /** How many different ones the newly denied events have. */
  readonly affected: { readonly accounts: number; readonly principals: number; readonly actions: number };
  readonly coverage: Coverage;
  /** Unknown keys (or `resource`, `action`) of undetermined events, by number of events. */
  readonly undeterminedBecause: readonly { readonly unknown: string; readonly events: number }[];
  /** The first unreadable records by file and offset. */
  readonly unreadable: readonly { readonly file: string; readonly offset: number; readonly reason: string }[];
  /** Most events first; `findings.csv` has all. */
  readonly topFindings: readonly Finding[];
  readonly findings: number;
}

export interface ReportManifest {
  readonly formatVersion: typeof REPORT_FORMAT_VERSION;
  readonly jobId: string;
  readonly outputS3Uri: string;
  readonly completedAt: string;
  /** `bytes` and `sha256` are of the uncompressed content; `storedBytes` of what lies in the bucket. */
  readonly files: readonly {
    readonly name: string;
    readonly bytes: number;
    readonly storedBytes: number;
    readonly sha256: string;
  }[];
}
