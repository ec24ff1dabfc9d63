/** What the records of some logs are, whoever's policy is asked: outcomes, actions that are known, resources that are. */
import type { UserMapping } from "../../host/authorization/actions/user-mapping.ts";
import { eventSourcePrefixes } from "../../host/authorization/event-source-prefixes.ts";
import type { Authorization } from "../../host/authorization/request/authorization.ts";
import { splitOperation } from "../../host/evaluation/explaining/affected-events.ts";
import { type ChunkFacts, chunkFacts } from "../../host/evaluation/judging/chunk-facts.ts";
import { isFailed } from "../../host/evaluation/judging/count-rows.ts";
import { findDuplicates } from "../../host/evaluation/judging/find-duplicates.ts";
import type { Activity } from "./load-activity.ts";

/** Of a sure authorization: how much of its resource the record shows. `none`: it rightly has no resource. */
export const KNOWLEDGE = ["exact", "none", "partial", "unknown"] as const;
export type Knowledge = (typeof KNOWLEDGE)[number];

export interface ServiceSurvey {
  readonly service: string;
  /** Calls of the service that would be judged. */
  calls: number;
  readonly certain: Record<Knowledge, number>;
  possible: number;
}

export interface Survey {
  readonly files: number;
  readonly records: number;
  readonly damaged: readonly string[];
  /** Outcome and reason → records; the sum is `records`. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly apiCalls: number;
  readonly mappedCalls: number;
  /** How the actions of mapped calls were found → authorizations. */
  readonly provenances: ReadonlyMap<string, number>;
  /** Calls that map to no known action, most first. */
  readonly unmapped: readonly { readonly operation: string; readonly calls: number; readonly why: string }[];
  readonly services: readonly ServiceSurvey[];
}

export function surveyRecords(activity: Activity, mapping: UserMapping | undefined): Survey {
  const { core, catalogue, chunks } = activity;
  const facts = chunks.map((chunk) => chunkFacts(core, catalogue, chunk, mapping));
  const callers = facts.map(({ identity }) => identity.facts.map(({ account }) => account));
  const duplicates = findDuplicates(chunks, callers);
  const outcomes = new Map<string, number>();
  const provenances = new Map<string, number>();
  const unmapped = new Map<string, number>();
  const services = new Map<string, ServiceSurvey>();
  let [records, apiCalls, mappedCalls] = [0, 0, 0];
  for (const [index, chunk] of chunks.entries()) {
    const { operation, kind } = chunk.columns;
    const factsHere = facts[index];
    if (factsHere === undefined) throw new Error(`no facts of chunk ${index}`);
    for (let row = 0; row < chunk.rows; row++) {
      records++;
      const isDuplicate = duplicates[index]?.[row] === 1;
      const outcome = isDuplicate ? "duplicate: copy" : outcomeOf(factsHere, row);
      add(outcomes, outcome);
      const call = factsHere.request.facts[factsHere.request.ids[row] ?? 0];
      if (call === undefined) throw new Error(`row ${row} has no request`);
      const { authorizations } = call;
      const isKnown = authorizations.isMapped || authorizations.outcome !== undefined;
      if (/^AwsApiCall (?!NetworkActivity|Insight)/.test(kind.values[kind.ids[row] ?? 0] ?? "")) {
        apiCalls++;
        const name = operation.values[operation.ids[row] ?? 0] ?? "";
        if (isKnown) mappedCalls++;
        else add(unmapped, name);
      }
      if (!outcome.startsWith("judged")) continue;
      const all = [...authorizations.certain.flat(), ...authorizations.possible];
      for (const { provenance } of all) add(provenances, provenance);
      const service = serviceOf(services, all[0]?.action ?? splitOperation(call.request.source)[0]);
      service.calls++;
      for (const list of authorizations.certain) service.certain[knowledgeOf(list)]++;
      service.possible += authorizations.possible.length;
    }
  }
  if (activity.unreadableCount > 0) outcomes.set("unreadable", activity.unreadableCount);
  return {
    files: activity.files,
    records: records + activity.unreadableCount,
    damaged: activity.damaged,
    outcomes: new Map([...outcomes].sort(([left], [right]) => (left < right ? -1 : 1))),
    apiCalls,
    mappedCalls,
    provenances: new Map([...provenances].sort(([, left], [, right]) => right - left)),
    unmapped: [...unmapped]
      .sort(([, left], [, right]) => right - left)
      .map(([operation, calls]) => ({ operation, calls, why: whyUnmapped(catalogue, operation) })),
    services: [...services.values()].sort((left, right) => right.calls - left.calls),
  };
}

/** What is missing: the service, or the name in the service's list of actions and in our tables. */
function whyUnmapped(catalogue: Activity["catalogue"], operation: string): string {
  const { prefixes } = eventSourcePrefixes(splitOperation(operation)[0]);
  const known = prefixes.filter((prefix) => catalogue.isKnownService(prefix));
  if (known.length === 0) return `no service with the prefix ${prefixes.join(", ")} is known`;
  return `${known.join(", ")} has no action of this name, and no table knows the event`;
}

/** As a preview ends rows, without what only a snapshot and a target know. */
function outcomeOf(facts: ChunkFacts, row: number): string {
  const ending = facts.ending.facts[facts.ending.ids[row] ?? 0];
  const identity = facts.identity.facts[facts.identity.ids[row] ?? 0];
  const error = facts.error.facts[facts.error.ids[row] ?? 0];
  const ended = ending ?? identity?.outcome;
  if (ended !== undefined) return `${ended.outcome}: ${ended.reason}`;
  if (error?.alreadyDenied) return "alreadyDenied: accessDenied";
  return isFailed(facts, row) ? "judged: failed for another reason" : "judged";
}

function knowledgeOf(alternatives: readonly Authorization[]): Knowledge {
  const kinds = new Set(alternatives.map(({ resource }) => resource.kind));
  if (kinds.has("unknown")) return "unknown";
  if (kinds.has("pattern") || kinds.size > 1 || (kinds.has("arn") && resourcesOf(alternatives) > 1)) return "partial";
  return kinds.has("none") ? "none" : "exact";
}

function resourcesOf(alternatives: readonly Authorization[]): number {
  return new Set(alternatives.map(({ resource }) => (resource.kind === "arn" ? resource.arn : ""))).size;
}

function serviceOf(services: Map<string, ServiceSurvey>, action: string): ServiceSurvey {
  const service = action.split(":")[0] ?? action;
  const known = services.get(service) ?? {
    service,
    calls: 0,
    certain: { exact: 0, none: 0, partial: 0, unknown: 0 },
    possible: 0,
  };
  services.set(service, known);
  return known;
}

function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
