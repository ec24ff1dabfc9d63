/** A merged result → the object written as `summary.json`. Names no job, no time of running, no path (R10). */
import type { SuppliedContext } from "../../authorization/keys/supplied-context.ts";
import { compareCodePoints } from "../../domain/compare-code-points.ts";
import { type Coverage, REPORT_FORMAT_VERSION, type ReportSummary } from "../../domain/report.ts";
import type { KnownNames } from "../../policy/warnings/known-names.ts";
import { ENGINE_VERSION } from "../plan/engine-version.ts";
import type { PreviewPlan } from "../plan/plan-preview.ts";
import { describeCoverage } from "./describe-coverage.ts";
import type { MergedResult } from "./merge-results.ts";
import { policyWarnings } from "./policy-warnings.ts";

/** Findings in the summary; `findings.csv` has all. */
const TOP_FINDINGS_MAX = 100;

/** What is known of whole files and not of days: it comes from the ledger, because it has no time and so no partition. */
export interface LedgerTotals {
  /** Records that could not be read, and the first of them. */
  readonly unreadable: number;
  readonly unreadableSamples: ReportSummary["unreadable"];
  readonly damagedFiles: Coverage["damagedFiles"];
}

export function summarize(
  plan: PreviewPlan,
  merged: MergedResult,
  ledger: LedgerTotals,
  names: KnownNames,
): ReportSummary {
  const { request, attachment } = plan;
  const { findings, counts } = merged;
  const denied = findings.filter(({ impact }) => impact === "newlyDenied");
  const distinct = (names: readonly string[]) => new Set(names).size;
  return {
    formatVersion: REPORT_FORMAT_VERSION,
    engineVersion: ENGINE_VERSION,
    parameters: {
      targetId: request.targetId,
      startTime: new Date(request.windowStart).toISOString(),
      endTime: new Date(request.windowEnd).toISOString(),
      policyDocuments: request.policyDocuments,
      mappingRows: request.mapping?.rows.length ?? 0,
      contextKeys: request.context === undefined ? [] : suppliedKeys(request.context),
    },
    attachment,
    warnings: policyWarnings(plan, names),
    organization: {
      id: request.snapshot.Organization.Id,
      managementAccount: request.snapshot.Organization.MasterAccountId,
    },
    counts: {
      ...counts,
      records: counts.records + ledger.unreadable,
      outcomes: { ...counts.outcomes, unreadable: ledger.unreadable },
    },
    affected: {
      accounts: distinct(denied.map(({ account }) => account)),
      principals: distinct(denied.map(({ principal }) => principal)),
      actions: distinct(denied.map(({ action }) => action)),
    },
    coverage: describeCoverage(plan, merged, ledger.damagedFiles),
    undeterminedBecause: undeterminedBecause(merged),
    unreadable: ledger.unreadableSamples.map(({ file, offset, reason }) => ({ file, offset, reason })),
    topFindings: findings.slice(0, TOP_FINDINGS_MAX),
    findings: findings.length,
  };
}

/** The condition keys that a context says something of. */
function suppliedKeys({ general, principals, resources, vpcEndpoints }: SuppliedContext): readonly string[] {
  const rows = [...principals, ...resources, ...vpcEndpoints];
  const keys = [...general.keys(), ...rows.flatMap(({ values }) => [...values.keys()])];
  return [...new Set(keys)].sort(compareCodePoints);
}

function undeterminedBecause(merged: MergedResult): ReportSummary["undeterminedBecause"] {
  const events = new Map<string, number>();
  for (const finding of merged.findings) {
    if (finding.impact !== "undetermined") continue;
    const because = finding.unknown.length > 0 ? finding.unknown : [finding.reason ?? "unknown"];
    for (const unknown of because) events.set(unknown, (events.get(unknown) ?? 0) + finding.events);
  }
  return [...events]
    .map(([unknown, count]) => ({ unknown, events: count }))
    .sort((left, right) => right.events - left.events || compareCodePoints(left.unknown, right.unknown));
}
