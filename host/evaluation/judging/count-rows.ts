/** Counts over the rows of a chunk: outcomes, reasons, impacts, and what was looked at. */
import type { EventChunk } from "../../domain/event-chunk.ts";
import { IMPACTS, type Impact } from "../../domain/impact.ts";
import { OUTCOMES, type Outcome } from "../../domain/outcome.ts";
import type { ReportCounts } from "../../domain/report.ts";
import type { Core } from "../../wasm/core.ts";
import { groupRows } from "../../wasm/group-rows.ts";
import type { IdArray } from "../../wasm/memory-writer.ts";
import type { ChunkFacts } from "./chunk-facts.ts";
import { meaningOf } from "./verdict-codes.ts";

export function emptyCounts(): ReportCounts {
  return {
    records: 0,
    outcomes: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<Outcome, number>,
    reasons: {},
    impacts: zeroImpacts(),
    failed: zeroImpacts(),
  };
}

/** The sum of several counts; reasons in the order of their names. */
export function addCounts(all: readonly ReportCounts[]): ReportCounts {
  const total = emptyCounts() as { -readonly [K in keyof ReportCounts]: ReportCounts[K] };
  const reasons: Record<string, number> = {};
  for (const counts of all) {
    total.records += counts.records;
    total.outcomes = addTo(total.outcomes, counts.outcomes);
    total.impacts = addTo(total.impacts, counts.impacts);
    total.failed = addTo(total.failed, counts.failed);
    for (const [reason, events] of Object.entries(counts.reasons)) reasons[reason] = (reasons[reason] ?? 0) + events;
  }
  total.reasons = Object.fromEntries(Object.entries(reasons).sort(([left], [right]) => (left < right ? -1 : 1)));
  return total;
}

/** Counts a chunk's rows by what their verdicts mean. */
export function countRows(core: Core, chunk: EventChunk, facts: ChunkFacts, verdicts: Uint8Array): ReportCounts {
  const counts = emptyCounts() as unknown as {
    records: number;
    outcomes: Record<Outcome, number>;
    reasons: Record<string, number>;
    impacts: Record<Impact, number>;
    failed: Record<Impact, number>;
  };
  for (const { firstRow, rows } of countGroups(core, chunk.rows, [verdicts, facts.error.ids])) {
    const meaning = meaningOf(verdicts[firstRow] ?? 0);
    counts.records += rows;
    counts.outcomes[meaning.outcome] += rows;
    if (meaning.outcome === "judged") {
      counts.impacts[meaning.impact] += rows;
      if (isFailed(facts, firstRow)) counts.failed[meaning.impact] += rows;
    } else counts.reasons[meaning.reason] = (counts.reasons[meaning.reason] ?? 0) + rows;
  }
  return counts;
}

/** Did the call fail for another reason than access (R1)? */
export function isFailed(facts: ChunkFacts, row: number): boolean {
  const error = facts.error.facts[facts.error.ids[row] ?? 0];
  return error !== undefined && (error.failed || error.dependencyDenied);
}

/** How many rows have each combination of ids, with one row that has it. */
export function countGroups(
  core: Core,
  rows: number,
  columns: readonly IdArray[],
): readonly { readonly firstRow: number; readonly rows: number }[] {
  const { ids, firstRows } = groupRows(core, rows, columns);
  const counts = new Uint32Array(firstRows.length);
  for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
  return Array.from(firstRows, (firstRow, group) => ({ firstRow, rows: counts[group] ?? 0 }));
}

function zeroImpacts(): Record<Impact, number> {
  return Object.fromEntries(IMPACTS.map((impact) => [impact, 0])) as Record<Impact, number>;
}

function addTo<K extends string>(
  total: Readonly<Record<K, number>>,
  more: Readonly<Record<K, number>>,
): Record<K, number> {
  const names = Object.keys(total) as K[];
  return Object.fromEntries(names.map((name) => [name, total[name] + more[name]])) as Record<K, number>;
}
