/** All chunks of one partition under a plan → its result. The order of the chunks, and how often this runs, changes nothing (R10). */
import type { ServiceCatalogue } from "../../authorization/catalogue/service-catalogue.ts";
import type { EventChunk } from "../../domain/event-chunk.ts";
import type { AffectedEvent, ReportCounts } from "../../domain/report.ts";
import type { Core } from "../../wasm/core.ts";
import { NO_GROUP } from "../../wasm/group-rows.ts";
import { VERDICTS } from "../../wasm/plan-layout.ts";
import { affectedEvent, compareEvents } from "../explaining/affected-events.ts";
import { collectFindings, type FindingInput } from "../explaining/collect-findings.ts";
import { explainRows } from "../explaining/explain-rows.ts";
import type { PreviewPlan } from "../plan/plan-preview.ts";
import { type ChunkFacts, chunkFacts } from "./chunk-facts.ts";
import { addCounts, countRows, isFailed } from "./count-rows.ts";
import { findDuplicates } from "./find-duplicates.ts";
import { judgeChunk, type Surroundings } from "./judge-chunk.ts";
import { lookAtChunk, mergeLooks } from "./look-at-chunk.ts";
import type { PartitionResult } from "./partition-result.ts";
import { findSessions } from "./sessions.ts";

const DAY_MS = 86_400_000;

export function evaluatePartition(
  core: Core,
  plan: PreviewPlan,
  catalogue: ServiceCatalogue,
  partition: string,
  chunks: readonly EventChunk[],
): PartitionResult {
  const facts = chunks.map((chunk) => chunkFacts(core, catalogue, chunk, plan.request.mapping));
  const sessions = findSessions(facts);
  const duplicates = findDuplicates(
    chunks,
    facts.map((each) => each.identity.facts.map(({ account }) => account)),
  );
  const isSnapshotLater = plan.capturedAt !== undefined && plan.capturedAt >= endOfDay(partition);
  const counts: ReportCounts[] = [];
  const inputs: FindingInput[] = [];
  const looks = [];
  for (const [index, chunk] of chunks.entries()) {
    const chunkFactsHere = facts[index];
    const duplicatesHere = duplicates[index];
    if (chunkFactsHere === undefined || duplicatesHere === undefined) throw new Error(`no facts of chunk ${index}`);
    const surroundings = { catalogue, sessions, duplicates: duplicatesHere, isSnapshotLater };
    const verdicts = evaluateChunk(core, plan, chunk, chunkFactsHere, surroundings, inputs);
    counts.push(countRows(core, chunk, chunkFactsHere, verdicts));
    looks.push(lookAtChunk(core, chunk, chunkFactsHere, verdicts, (account) => plan.accounts.has(account)));
  }
  inputs.sort((left, right) => compareEvents(left.event, right.event));
  return {
    partition,
    counts: addCounts(counts),
    findings: collectFindings(inputs),
    denied: eventsOf(inputs, "newlyDenied"),
    undetermined: eventsOf(inputs, "undetermined"),
    ...mergeLooks(looks),
  };
}

/** Of the UTC day that a partition's name begins with, in milliseconds since 1970. */
function endOfDay(partition: string): number {
  const start = Date.parse(`${partition.slice(0, "YYYY-MM-DD".length)}T00:00:00Z`);
  return Number.isNaN(start) ? Number.POSITIVE_INFINITY : start + DAY_MS;
}

/** Adds the affected rows to `inputs`; gives the final verdicts. */
function evaluateChunk(
  core: Core,
  plan: PreviewPlan,
  chunk: EventChunk,
  facts: ChunkFacts,
  surroundings: Surroundings,
  inputs: FindingInput[],
): Uint8Array {
  const judged = judgeChunk(core, plan, chunk, facts, surroundings);
  const { groups, explanations } = explainRows(core, plan, chunk, facts, judged);
  for (const [row, group] of groups.entries()) {
    if (group === NO_GROUP || judged.verdicts[row] === VERDICTS.unchanged) continue;
    const explanation = explanations[group];
    if (explanation === undefined) throw new Error(`row ${row} is in no explained group`);
    const impact = judged.verdicts[row] === VERDICTS.newlyDenied ? "newlyDenied" : "undetermined";
    inputs.push({ impact, event: affectedEvent(chunk, facts, row, explanation), failed: isFailed(facts, row) });
  }
  return judged.verdicts;
}

function eventsOf(inputs: readonly FindingInput[], impact: FindingInput["impact"]): readonly AffectedEvent[] {
  return inputs.filter((input) => input.impact === impact).map(({ event }) => event);
}
