/** What the evaluation of one partition leaves: counts, findings, affected events, and what was looked at. */
import type { AffectedEvent, Finding, ReportCounts } from "../../domain/report.ts";

export interface PartitionResult {
  readonly partition: string;
  readonly counts: ReportCounts;
  /** In no particular order; merged and sorted by merge-results.ts. */
  readonly findings: readonly Finding[];
  /** Newly denied events by time, then event id. */
  readonly denied: readonly AffectedEvent[];
  /** Undetermined events by time, then event id. */
  readonly undetermined: readonly AffectedEvent[];
  /** Records by account in whose log they lie, and region. */
  readonly activity: readonly { readonly account: string; readonly region: string; readonly events: number }[];
  /** Prefixes of services with data events in this partition. */
  readonly dataEventServices: readonly string[];
  /** Judged calls that map to no known action, and how many of them are undetermined. */
  readonly unmapped: readonly {
    readonly operation: string;
    readonly events: number;
    readonly undetermined: number;
  }[];
}
