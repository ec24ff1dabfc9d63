/** Compares what a report counts with what is known without it. A difference is named, never explained away. */
import type { ReportSummary } from "../../host/domain/report.ts";

/** What is known beforehand; members that are not known are left out. */
export interface KnownCounts {
  /** As the ingest answered. */
  readonly recordsTaken: number;
  readonly records?: number;
  readonly duplicates?: number;
  readonly unreadable?: number;
  readonly newlyDenied?: number;
  readonly undetermined?: number;
}

/** One sentence for each difference; none when all agrees. */
export function findDifferences(summary: ReportSummary, known: KnownCounts): readonly string[] {
  const { records, outcomes, impacts } = summary.counts;
  const checks: readonly (readonly [what: string, reported: number, expected: number | undefined])[] = [
    ["records that the service took in, against those made", known.recordsTaken, known.records],
    ["records in the report, against those taken in", records, known.recordsTaken],
    ["the sum of the outcomes, against the records", sum(outcomes), records],
    ["the sum of the impacts, against the judged events", sum(impacts), outcomes.judged],
    ["duplicates", outcomes.duplicate, known.duplicates],
    ["unreadable records", outcomes.unreadable, known.unreadable],
    ["newly denied events", impacts.newlyDenied, known.newlyDenied],
    ["undetermined events", impacts.undetermined, known.undetermined],
  ];
  return checks
    .filter(([, reported, expected]) => expected !== undefined && reported !== expected)
    .map(([what, reported, expected]) => `${what}: ${reported} instead of ${expected}`);
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, value) => total + value, 0);
}
