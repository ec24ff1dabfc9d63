/** All findings as `findings.csv` (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front. */
import type { Finding } from "../../domain/report.ts";

const HEADER = [
  "impact",
  "events",
  "failedEvents",
  "account",
  "principal",
  "action",
  "mapping",
  "decision",
  "level",
  "policy",
  "policyName",
  "statement",
  "sid",
  "unknown",
  "reason",
  "firstSeen",
  "lastSeen",
  "regions",
  "sampleEventIds",
];

export function findingsCsv(findings: readonly Finding[]): string {
  return [HEADER, ...findings.map(rowOf)].map((cells) => `${cells.map(escapeCell).join(",")}\r\n`).join("");
}

function rowOf(finding: Finding): readonly string[] {
  const { decidedBy } = finding;
  return [
    finding.impact,
    String(finding.events),
    String(finding.failedEvents),
    finding.account,
    finding.principal,
    finding.action,
    finding.mapping ?? "",
    decidedBy?.decision ?? "",
    decidedBy?.level ?? "",
    decidedBy?.policy ?? "",
    decidedBy?.policyName ?? "",
    decidedBy?.statement === undefined ? "" : String(decidedBy.statement),
    decidedBy?.sid ?? "",
    finding.unknown.join(" "),
    finding.reason ?? "",
    finding.firstSeen,
    finding.lastSeen,
    finding.regions.join(" "),
    finding.sampleEventIds.join(" "),
  ];
}

function escapeCell(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
