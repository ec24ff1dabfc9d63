/** The sentence everything starts with, the same in every place that shows a report (design part 8). */
import type { PolicyWarning, ReportSummary } from "../../domain/report.ts";

/** "1,204 of 48,210 calls would be denied: 3 principals, 5 actions, 2 accounts; 112 undetermined". */
export function describeResult({ counts, affected }: Pick<ReportSummary, "counts" | "affected">): string {
  const { newlyDenied, undetermined } = counts.impacts;
  const { judged } = counts.outcomes;
  // A zero of nothing is no zero (R11).
  if (judged === 0) {
    return `Nothing was judged: of ${plural(counts.records, "record")}, none is an allowed call of the target in the window`;
  }
  const open = undetermined === 0 ? "none undetermined" : `${count(undetermined)} undetermined`;
  if (newlyDenied === 0) return `None of ${plural(judged, "call")} would be denied; ${open}`;
  const whom = [
    plural(affected.principals, "principal"),
    plural(affected.actions, "action"),
    plural(affected.accounts, "account"),
  ];
  return `${count(newlyDenied)} of ${plural(judged, "call")} would be denied: ${whom.join(", ")}; ${open}`;
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}

function plural(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}

/** Where a warning points to, ready to stand before its words: `document 1, line 7: `. */
export function placeOf({ document, line }: PolicyWarning): string {
  if (document === undefined) return "";
  return `document ${document}${line === undefined ? "" : `, line ${line}`}: `;
}
