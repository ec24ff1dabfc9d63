/** What was looked at (R11): without it a zero says nothing. */
import { compareCodePoints } from "../../domain/compare-code-points.ts";
import type { PatternList, Statement } from "../../domain/policy-document.ts";
import type { AccountCoverage, Coverage } from "../../domain/report.ts";
import type { LevelStatements } from "../plan/level-statements.ts";
import type { PreviewPlan } from "../plan/plan-preview.ts";
import { describeUnknowns } from "./describe-unknowns.ts";
import type { MergedResult } from "./merge-results.ts";

const DAY_MS = 86_400_000;
/** A window of more days than this names days without log no longer one by one. */
const DAYS_LISTED_MAX = 400;

/** Prefixes whose resource-level calls CloudTrail logs only where a trail selects data events (CloudTrail user guide, data events). */
const DATA_EVENT_SERVICES = [
  "s3",
  "lambda",
  "dynamodb",
  "sns",
  "sqs",
  "kinesis",
  "bedrock",
  "ssm",
  "states",
  "cognito-identity",
  "cassandra",
  "sagemaker",
  "rds-data",
  "execute-api",
];

export function describeCoverage(
  plan: PreviewPlan,
  merged: MergedResult,
  damagedFiles: Coverage["damagedFiles"],
): Coverage {
  const { windowStart, windowEnd } = plan.request;
  const days = daysOf(windowStart, windowEnd);
  const { judged } = merged.counts.outcomes;
  const capturedAt = plan.request.snapshot.CapturedAt ?? "";
  return {
    window: {
      firstDay: dayOf(windowStart),
      lastDay: dayOf(windowEnd - 1),
      days: Math.max(0, Math.ceil(windowEnd / DAY_MS) - Math.floor(windowStart / DAY_MS)),
    },
    accounts: accountCoverage(plan, merged, days),
    dataEvents: touchedDataServices(plan).map((service) => ({
      service,
      logged: merged.dataEventServices.includes(service),
    })),
    damagedFiles,
    undeterminedShare: judged === 0 ? 0 : merged.counts.impacts.undetermined / judged,
    snapshot: {
      capturedAt,
      daysBeforeWindowEnd: capturedAt === "" ? 0 : Math.round((windowEnd - Date.parse(capturedAt)) / DAY_MS),
    },
    ...describeUnknowns(merged),
  };
}

function accountCoverage(plan: PreviewPlan, merged: MergedResult, days: readonly string[]): readonly AccountCoverage[] {
  const targets = [...plan.accounts.keys()].sort(compareCodePoints);
  const isTarget = new Set(targets);
  const allRegions = new Set<string>();
  const seen = new Map(
    targets.map((account) => [account, { events: 0, days: new Set<string>(), regions: new Set<string>() }]),
  );
  for (const [day, activity] of merged.days) {
    for (const { account, region, events } of activity) {
      if (!isTarget.has(account)) continue;
      if (region !== "") allRegions.add(region);
      const entry = seen.get(account);
      if (entry === undefined) continue;
      entry.events += events;
      entry.days.add(day);
      entry.regions.add(region);
    }
  }
  return targets.map((account) => {
    const entry = seen.get(account);
    const events = entry?.events ?? 0;
    const daysWithoutLog = events === 0 ? "all" : days.filter((day) => entry?.days.has(day) !== true);
    const regionsWithoutLog = [...allRegions]
      .filter((region) => entry?.regions.has(region) !== true)
      .sort(compareCodePoints);
    return { account, events, daysWithoutLog, regionsWithoutLog };
  });
}

/** Services of DATA_EVENT_SERVICES that a statement can touch which the proposal brings or takes away. */
function touchedDataServices(plan: PreviewPlan): readonly string[] {
  const accounts = [...plan.accounts.values()];
  const current = statementsOf(accounts.flatMap((account) => account.current));
  const proposed = statementsOf(accounts.flatMap((account) => account.proposed));
  const changed = [...current, ...proposed].filter(([place]) => current.has(place) !== proposed.has(place));
  return DATA_EVENT_SERVICES.filter((service) => changed.some(([, statement]) => mayTouch(statement.actions, service)));
}

/** By level and number: what is taken from one level may stand at another. */
function statementsOf(levels: readonly LevelStatements[]): ReadonlyMap<string, Statement> {
  return new Map(
    levels.flatMap(({ level, statements }) =>
      statements.map(({ number, statement }) => [`${level} ${number}`, statement] as const),
    ),
  );
}

/** A NotAction list touches what it does not wholly cover. */
function mayTouch({ negated, patterns }: PatternList, service: string): boolean {
  const parts = patterns.map((pattern) => {
    const [prefix = "", name] = pattern.toLowerCase().split(":");
    return { prefix, name: name ?? "*" };
  });
  const ofService = parts.filter(({ prefix }) => prefix === service || /^\*+$/.test(prefix));
  return negated ? !ofService.some(({ name }) => /^\*+$/.test(name)) : ofService.length > 0;
}

function daysOf(windowStart: number, windowEnd: number): readonly string[] {
  const days: string[] = [];
  const first = Math.floor(windowStart / DAY_MS);
  const count = Math.min(Math.ceil(windowEnd / DAY_MS) - first, DAYS_LISTED_MAX);
  // The last days of a long window are the ones with activity; those before are not named.
  const start = Math.max(first, Math.ceil(windowEnd / DAY_MS) - count);
  for (let day = start; day * DAY_MS < windowEnd; day++) days.push(dayOf(day * DAY_MS));
  return days;
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
