/** Results of partitions → one. Takes them in the order of their partitions; gives the same for every order of arrival. */
import { compareCodePoints } from "../../domain/compare-code-points.ts";
import type { Finding, ReportCounts } from "../../domain/report.ts";
import { compareFindings, identifyFinding, mergeFindings } from "../explaining/collect-findings.ts";
import { addCounts } from "../judging/count-rows.ts";
import { mergeLooks } from "../judging/look-at-chunk.ts";
import type { PartitionResult } from "../judging/partition-result.ts";

export type MergeableResult = Omit<PartitionResult, "denied" | "undetermined">;

export interface MergedResult {
  readonly counts: ReportCounts;
  /** Newly denied first, most events first. */
  readonly findings: readonly Finding[];
  /** Per UTC day, `YYYY-MM-DD`: records by account and region. */
  readonly days: ReadonlyMap<string, PartitionResult["activity"]>;
  readonly dataEventServices: readonly string[];
  readonly unmapped: PartitionResult["unmapped"];
}

export function mergeResults(results: readonly MergeableResult[]): MergedResult {
  const ordered = [...results].sort((left, right) => compareCodePoints(left.partition, right.partition));
  const findings = new Map<string, Finding>();
  for (const finding of ordered.flatMap((result) => result.findings)) {
    const identity = identifyFinding(finding);
    const known = findings.get(identity);
    findings.set(identity, known === undefined ? finding : mergeFindings(known, finding));
  }
  const days = new Map<string, PartitionResult["activity"]>();
  for (const { partition, activity } of ordered) {
    const day = partition.split("/")[0] ?? partition;
    const look = mergeLooks([
      { activity: days.get(day) ?? [], dataEventServices: [], unmapped: [] },
      { activity, dataEventServices: [], unmapped: [] },
    ]);
    days.set(day, look.activity);
  }
  const { dataEventServices, unmapped } = mergeLooks(ordered);
  return {
    counts: addCounts(ordered.map(({ counts }) => counts)),
    findings: [...findings.values()].sort(compareFindings),
    days,
    dataEventServices,
    unmapped,
  };
}
