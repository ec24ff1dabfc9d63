/** What became of every policy × record in lines for a person: how many verdicts are undetermined, and why. */
import { ACTION_KEY, RESOURCE_KEY } from "../../host/domain/program.ts";
import type { JudgedPolicies, JudgedPolicy } from "./judge-all-policies.ts";
import { percent, rowsOf } from "./table.ts";

const LISTED = 30;

export function describePolicies({ judged, refused }: JudgedPolicies): readonly string[] {
  const pairs = sum(judged, ({ counts }) => counts.outcomes.judged);
  const undetermined = sum(judged, ({ counts }) => counts.impacts.undetermined);
  const denied = sum(judged, ({ counts }) => counts.impacts.newlyDenied);
  const reasons = new Map<string, number>();
  const places = new Map<string, number>();
  for (const { name, findings } of judged) {
    for (const { impact, unknown, reason, action, events } of findings) {
      if (impact !== "undetermined") continue;
      const named = unknown.map((each) => nameOf(each, action));
      const because = named.length > 0 ? named.join(" + ") : (reason ?? "unknown");
      add(reasons, because, events);
      add(places, `${name}  ${action}  ${because}`, events);
    }
  }
  const worst = [...judged].sort((left, right) => right.counts.impacts.undetermined - left.counts.impacts.undetermined);
  return [
    `${judged.length} policies judged, ${refused.length} refused by the grammar`,
    `${pairs} verdicts (policy × judged record): ${denied} newly denied (${percent(denied, pairs)}), ${undetermined} undetermined (${percent(undetermined, pairs)})`,
    ...section(
      "Undetermined because of",
      top(reasons).map(([reason, events]) => [String(events), percent(events, pairs), reason]),
    ),
    ...section(
      "Policies with most undetermined",
      worst
        .filter(({ counts }) => counts.impacts.undetermined > 0)
        .slice(0, LISTED)
        .map((policy) => policyRow(policy)),
    ),
    ...section(
      "Where most stay undetermined",
      top(places).map(([place, events]) => [String(events), place]),
    ),
    ...section(
      "Refused",
      refused.map(({ name, fault }) => [name, fault.slice(0, 120)]),
    ),
  ];
}

/** Nothing where there are no rows. */
function section(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : ["", title, ...rowsOf(rows)];
}

function policyRow({ name, counts }: JudgedPolicy): readonly string[] {
  const { undetermined, newlyDenied } = counts.impacts;
  return [String(undetermined), percent(undetermined, counts.outcomes.judged), `${newlyDenied} denied`, name];
}

function nameOf(unknown: string, action: string): string {
  if (unknown === RESOURCE_KEY) return `resource of ${action.split(":")[0]}`;
  return unknown === ACTION_KEY ? `action of ${action}` : unknown;
}

function top(counts: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...counts].sort(([, left], [, right]) => right - left).slice(0, LISTED);
}

function sum(policies: readonly JudgedPolicy[], of: (policy: JudgedPolicy) => number): number {
  return policies.reduce((total, policy) => total + of(policy), 0);
}

function add(counts: Map<string, number>, name: string, events: number): void {
  counts.set(name, (counts.get(name) ?? 0) + events);
}
