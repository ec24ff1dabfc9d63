/**
 * `index.html`: the summary to look at, in one file that asks the network for nothing and runs no script. Every text of the
 * summary may come from a log, so every one is escaped.
 */
import type { Finding, ReportSummary } from "../../domain/report.ts";
import { describeResult, placeOf } from "./describe-result.ts";

const STYLE = `
:root{color-scheme:light dark;--line:light-dark(#d8d8d8,#444);--deny:light-dark(#b00020,#ff8a80);--open:light-dark(#7a5200,#ffcc80)}
body{font:16px/1.5 system-ui,sans-serif;max-width:80rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;line-height:1.3}h2{font-size:1.15rem;margin-top:2rem}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:left;padding:.35rem .75rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}
td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}
code{font:.875em ui-monospace,monospace;overflow-wrap:anywhere}.whole{white-space:nowrap}
.newlyDenied{color:var(--deny)}.undetermined{color:var(--open)}`;

const NOT_TOLD = [
  "Whether a call was needed, or would be made again.",
  "Calls that no trail logged: data events, days and regions without a log.",
  "Identity policies, permission boundaries, session policies and resource control policies: only service control policies are judged.",
];

export function reportPage(summary: ReportSummary): string {
  const sections = [
    `<h1>${escapeHtml(describeResult(summary))}</h1>`,
    `<p>Target <code>${escapeHtml(summary.parameters.targetId)}</code>, calls from ${escapeHtml(summary.parameters.startTime)} to ${escapeHtml(summary.parameters.endTime)}. The proposed policies ${summary.attachment.mode === "ADD" ? "were added to" : "replaced"} those attached: ${escapeHtml(summary.attachment.why)}.</p>`,
    warningsSection(summary),
    findingsSection(summary),
    countsSection(summary),
    unknownsSection(summary),
    coverageSection(summary),
    `<h2>What this does not tell</h2><ul>${NOT_TOLD.map((line) => `<li>${line}</li>`).join("")}</ul>`,
  ];
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Policy preview</title><style>${STYLE}</style></head><body><main>${sections.join("\n")}</main></body></html>\n`;
}

function warningsSection({ warnings }: ReportSummary): string {
  if (warnings.length === 0) return "";
  const items = warnings.map(
    (warning) => `<li>${escapeHtml(placeOf(warning))}${escapeHtml(warning.message)} (${escapeHtml(warning.code)})</li>`,
  );
  return `<h2>Is the policy what you mean?</h2><ul>${items.join("")}</ul>`;
}

function findingsSection(summary: ReportSummary): string {
  if (summary.topFindings.length === 0) return "";
  const rows = summary.topFindings.map((finding) => [
    `<span class="whole ${finding.impact}">${finding.impact === "newlyDenied" ? "✕ Denied" : "? Undetermined"}</span>`,
    finding.events.toLocaleString("en-US"),
    `<code class="whole">${escapeHtml(finding.account)}</code>`,
    `<code>${escapeHtml(finding.principal)}</code>`,
    `<code>${escapeHtml(finding.action)}</code>`,
    escapeHtml(because(finding)),
    `<span class="whole">${escapeHtml(daysOf(finding))}</span>`,
  ]);
  const shown =
    summary.findings > summary.topFindings.length
      ? `The first ${summary.topFindings.length} of ${summary.findings}; findings.csv has all`
      : "All findings";
  return `<h2>Whom it hits</h2>${table(shown, ["Impact", "#Calls", "Account", "Principal", "Action", "Because", "Seen"], rows)}`;
}

/** First and last day, once where they are one. */
function daysOf({ firstSeen, lastSeen }: Finding): string {
  const [first, last] = [firstSeen.slice(0, 10), lastSeen.slice(0, 10)];
  return first === last ? first : `${first} to ${last}`;
}

function because({ decidedBy, unknown, reason }: Finding): string {
  const parts: string[] = [];
  if (decidedBy?.decision === "explicitDeny") {
    parts.push(
      `statement ${(decidedBy.statement ?? 0) + 1}${decidedBy.sid === undefined ? "" : ` (${decidedBy.sid})`} of ${decidedBy.policyName ?? decidedBy.policy} at ${decidedBy.level}`,
    );
  } else if (decidedBy !== undefined) parts.push(`nothing at ${decidedBy.level} allows it`);
  if (unknown.length > 0) parts.push(`not in the log: ${unknown.join(", ")}`);
  if (reason !== undefined) parts.push(reason);
  return parts.join("; ");
}

function countsSection({ counts }: ReportSummary): string {
  const rows = [
    ...Object.entries(counts.outcomes).map(([name, events]) => ["Outcome", name, events] as const),
    ...Object.entries(counts.impacts).map(([name, events]) => ["Impact of judged calls", name, events] as const),
    ...Object.entries(counts.reasons).map(([name, events]) => ["Why not judged", name, events] as const),
  ].map(([what, name, events]) => [what, escapeHtml(name), events.toLocaleString("en-US")]);
  return `<h2>Every record is counted</h2>${table(`${counts.records.toLocaleString("en-US")} records`, ["What", "Name", "#Records"], rows)}`;
}

function coverageSection({ coverage }: ReportSummary): string {
  const rows = coverage.accounts.map(({ account, events, daysWithoutLog, regionsWithoutLog }) => [
    `<code>${escapeHtml(account)}</code>`,
    events.toLocaleString("en-US"),
    escapeHtml(daysWithoutLog === "all" ? "all" : listSome(daysWithoutLog)),
    escapeHtml(listSome(regionsWithoutLog)),
  ]);
  const damaged = coverage.damagedFiles.first.map(
    ({ file, fault }) => `<li><code>${escapeHtml(file)}</code>: ${escapeHtml(fault)}</li>`,
  );
  const lost =
    coverage.damagedFiles.count === 0
      ? ""
      : `<p><strong>${coverage.damagedFiles.count.toLocaleString("en-US")} damaged log ${coverage.damagedFiles.count === 1 ? "file" : "files"}</strong>: what they lack was not looked at.</p><ul>${damaged.join("")}</ul>`;
  const data = coverage.dataEvents.filter(({ logged }) => !logged).map(({ service }) => service);
  const missing = data.length === 0 ? "" : `<p>No data events were logged for ${escapeHtml(data.join(", "))}.</p>`;
  return `<h2>What was looked at</h2><p>${coverage.window.days} ${coverage.window.days === 1 ? "day" : "days"}, ${escapeHtml(coverage.window.firstDay)} to ${escapeHtml(coverage.window.lastDay)}; organization as of ${escapeHtml(coverage.snapshot.capturedAt)}.</p>${lost}${missing}${table("Accounts of the target", ["Account", "#Records", "Days without log", "Regions without log"], rows)}`;
}

/** What a user can supply for firmer answers. */
function unknownsSection({ coverage }: ReportSummary): string {
  const { unmapped, unknownResources, unknownKeys } = coverage;
  const rows = [
    ...unmapped.map((each) => ["Call without known action", each.operation, each.undetermined] as const),
    ...unknownResources.map((each) => ["Resource of", each.action, each.undetermined] as const),
    ...unknownKeys.map((each) => ["Condition key", each.key, each.undetermined] as const),
  ].map(([what, name, events]) => [what, `<code>${escapeHtml(name)}</code>`, events.toLocaleString("en-US")]);
  if (rows.length === 0) return "";
  return `<h2>What the records did not show</h2>${table("Left undetermined", ["What", "Name", "#Calls"], rows)}`;
}

/** Headings that begin with # are of numbers. Cells are HTML. */
function table(caption: string, headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const kind = headings.map((heading) => (heading.startsWith("#") ? ' class="number"' : ""));
  const head = headings
    .map((heading, index) => `<th scope="col"${kind[index]}>${heading.replace("#", "")}</th>`)
    .join("");
  const body = rows
    .map((cells) => `<tr>${cells.map((cell, index) => `<td${kind[index]}>${cell}</td>`).join("")}</tr>`)
    .join("");
  return `<div class="scroll"><table><caption>${escapeHtml(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function listSome(names: readonly string[]): string {
  const shown = 5;
  if (names.length === 0) return "none";
  return names.length <= shown
    ? names.join(", ")
    : `${names.slice(0, shown).join(", ")} and ${names.length - shown} more`;
}

function escapeHtml(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
