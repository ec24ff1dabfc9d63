/**
 * A report as a person wants to read it on a terminal: the sentence, the findings, what was not judged, what was looked
 * at, and what a verdict does not tell. No line is longer than 100 columns. Numbers come from the report as they are.
 */
import type { Coverage, DecidedBy, Finding, ReportCounts, ReportSummary } from "../../host/domain/report.ts";
import { describeResult, placeOf } from "../../host/evaluation/report/describe-result.ts";

/** Findings shown; the files have all. */
const SHOWN_FINDINGS = 15;
/** Names shown of a list that may be long. */
const SHOWN_NAMES = 4;
/** What is left of 100 columns for the name of a log file. */
const FILE_WIDTH = 60;
/** What is left of 100 columns for a warning. */
const WARNING_WIDTH = 98;
const GAP = "  ";
/** Widths add up, with the gaps, to at most 100. */
const COLUMNS = [
  { title: "Impact", width: 12, isNumber: false },
  { title: "Calls", width: 7, isNumber: true },
  { title: "Account", width: 12, isNumber: false },
  { title: "Principal", width: 23, isNumber: false },
  { title: "Action", width: 18, isNumber: false },
  { title: "Decided by", width: 18, isNumber: false },
] as const;

/** The whole text, without a line end. */
export function printReport(summary: ReportSummary): string {
  const parts = [
    describeResult(summary),
    ...warningLines(summary),
    "",
    ...findingsTable(summary),
    "",
    ...outcomeLines(summary.counts),
  ];
  return [...parts, ...unknownLines(summary.coverage), "", ...coverageLines(summary), "", ...CAVEATS].join("\n");
}

const CAVEATS = [
  "What this does not tell",
  "  Only calls that are in the logs were judged; a call made once a year may not be among them.",
  "  Data events count only where a trail logs them. Keys that CloudTrail does not record make a call",
  "  undetermined where a statement hangs on them. Identity policies are not looked at.",
];

function warningLines({ warnings }: ReportSummary): readonly string[] {
  if (warnings.length === 0) return [];
  const left = warnings.length - SHOWN_NAMES;
  const lines = warnings
    .slice(0, SHOWN_NAMES)
    .map((warning) => `  ${shorten(`${placeOf(warning)}${warning.message}`, WARNING_WIDTH)}`);
  const more = left > 0 ? [`  … and ${plural(left, "more warning")} in summary.json`] : [];
  return ["", "Is the policy what you mean?", ...lines, ...more];
}

function findingsTable(summary: ReportSummary): readonly string[] {
  if (summary.findings === 0) return ["No findings."];
  const shown = summary.topFindings.slice(0, SHOWN_FINDINGS);
  const rows = [COLUMNS.map(({ title }) => title), ...shown.map(findingCells)];
  const left = summary.findings - shown.length;
  const lines = rows.map((cells) =>
    COLUMNS.map(({ width, isNumber }, index) => {
      const text = shorten(cells[index] ?? "", width);
      return isNumber ? text.padStart(width) : text.padEnd(width);
    })
      .join(GAP)
      .trimEnd(),
  );
  return left > 0 ? [...lines, `… and ${plural(left, "more finding")} in findings.csv`] : lines;
}

function findingCells(finding: Finding): readonly string[] {
  const impact = finding.impact === "newlyDenied" ? "denied" : finding.impact;
  const why = finding.decidedBy === undefined ? `? ${finding.unknown.join(", ")}` : describeDecision(finding.decidedBy);
  return [impact, count(finding.events), finding.account, shortenArn(finding.principal), finding.action, why];
}

function describeDecision(decided: DecidedBy): string {
  if (decided.decision === "implicitDeny") return `no Allow at ${decided.level}`;
  return decided.sid ?? `${decided.policyName ?? decided.policy}[${decided.statement}]`;
}

const SSO_ROLE = /:role\/aws-reserved\/sso\.amazonaws\.com\/(?:.*\/)?AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

/** `arn:aws:iam::123456789012:role/path/name` → `role/name`; of a permission set's role `sso/Name`. What is no ARN stays. */
export function shortenArn(arn: string): string {
  const [, permissionSet] = SSO_ROLE.exec(arn) ?? [];
  if (permissionSet !== undefined) return `sso/${permissionSet}`;
  const resource = arn.split(":").slice(5).join(":");
  if (resource === "") return arn;
  const kind = resource.indexOf("/");
  return kind < 0 ? resource : `${resource.slice(0, kind)}${resource.slice(resource.lastIndexOf("/"))}`;
}

/** At most `width` characters; the middle goes first, since ends tell names apart. */
function shorten(text: string, width: number): string {
  if (text.length <= width) return text;
  const tail = Math.floor((width - 1) / 3);
  return `${text.slice(0, width - 1 - tail)}…${text.slice(text.length - tail)}`;
}

function outcomeLines(counts: ReportCounts): readonly string[] {
  const lines = [`What became of ${plural(counts.records, "record")}`];
  for (const [outcome, events] of Object.entries(counts.outcomes)) lines.push(countLine(outcome, events));
  const reasons = Object.entries(counts.reasons).filter(([, events]) => events > 0);
  if (reasons.length > 0) lines.push("Why records were not judged");
  for (const [reason, events] of reasons.sort((left, right) => right[1] - left[1]))
    lines.push(countLine(reason, events));
  return lines;
}

/** What the records did not show, with how many verdicts each left open (R9, R11): what a user can supply. */
function unknownLines({ unmapped, unknownResources, unknownKeys }: Coverage): readonly string[] {
  return [
    ...listed(
      "Calls that map to no known action",
      unmapped.map(({ operation, events }) => countLine(operation, events)),
    ),
    ...listed(
      "Undetermined for want of a resource",
      unknownResources.map(({ action, undetermined }) => countLine(action, undetermined)),
    ),
    ...listed(
      "Undetermined for want of a condition key",
      unknownKeys.map(({ key, undetermined }) => countLine(key, undetermined)),
    ),
  ];
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const left = lines.length - SHOWN_NAMES;
  return [title, ...lines.slice(0, SHOWN_NAMES), ...(left > 0 ? [`  … and ${left} more in summary.json`] : [])];
}

function countLine(name: string, events: number): string {
  return `  ${count(events).padStart(11)}  ${name}`;
}

function coverageLines(summary: ReportSummary): readonly string[] {
  const { window, accounts, dataEvents, snapshot, undeterminedShare, damagedFiles }: Coverage = summary.coverage;
  const silent = accounts.filter(({ daysWithoutLog }) => daysWithoutLog === "all").map(({ account }) => account);
  const gaps = accounts
    .filter(({ daysWithoutLog: days }) => days !== "all" && days.length > 0)
    .map(({ account }) => account);
  const regions = accounts
    .filter(({ regionsWithoutLog }) => regionsWithoutLog.length > 0)
    .map(({ account }) => account);
  const unlogged = dataEvents.filter(({ logged }) => !logged).map(({ service }) => service);
  return [
    "What was looked at",
    `  ${plural(window.days, "day")}, ${window.firstDay} to ${window.lastDay}; ${plural(accounts.length, "account")} at or below the target`,
    `  no log at all         ${names(silent)}`,
    `  days missing          ${names(gaps)}`,
    `  regions missing       ${names(regions)}`,
    `  no data events        ${names(unlogged)}`,
    ...damagedFiles.first
      .slice(0, 1)
      .map(
        ({ file }) =>
          `  DAMAGED LOG FILES     ${count(damagedFiles.count)}: ${shorten(file, FILE_WIDTH)}${damagedFiles.count > 1 ? ", …" : ""}`,
      ),
    `  organization as of    ${snapshot.capturedAt}`,
    `  undetermined          ${(undeterminedShare * 100).toFixed(2)} % of the judged calls`,
    `  policy attached by    ${summary.attachment.mode}`,
  ];
}

function names(list: readonly string[]): string {
  if (list.length === 0) return "none";
  const more = list.length - SHOWN_NAMES;
  return list.slice(0, SHOWN_NAMES).join(", ") + (more > 0 ? ` and ${more} more` : "");
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}

function plural(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? "" : "s"}`;
}
