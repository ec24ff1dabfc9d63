/**
 * Rows whose verdict hangs on a policy variable of another dimension than its condition (design part 9: the residual): judged once
 * more, with everything that is known of one row looked at together. Rows that agree in all of it are judged once.
 */
import type { Core } from "../../wasm/core.ts";
import { judge } from "../../wasm/decision.ts";
import { groupRows, NO_GROUP } from "../../wasm/group-rows.ts";
import type { Entry, JudgeInput, RequestEntries, Subject } from "../../wasm/judge-input.ts";
import type { IdArray } from "../../wasm/memory-writer.ts";
import { VERDICTS } from "../../wasm/plan-layout.ts";
import { type Judgement, judgementOf } from "../explaining/statement-truths.ts";
import type { JudgedRow } from "./judge-chunk.ts";

/** Groups judged in one go; bounds the memory that their masks take. */
const GROUPS_MAX = 4096;

/**
 * Changes the verdicts of `input`: afterwards none is `residual`. Gives, for rows that were, the judgement that counts. `decidingIds`
 * are the id columns that together decide a verdict.
 */
export function settleResidual(
  core: Core,
  input: JudgeInput,
  decidingIds: readonly IdArray[],
): (row: number) => JudgedRow | undefined {
  const { verdicts, rows } = input;
  if (!verdicts.includes(VERDICTS.residual)) return () => undefined;
  const groups = groupRows(core, rows, decidingIds, { verdicts, codes: [VERDICTS.residual] });
  const batches: {
    readonly judgement: Judgement;
    readonly verdicts: Uint8Array;
    readonly entries: readonly RequestEntries[];
  }[] = [];
  for (let first = 0; first < groups.firstRows.length; first += GROUPS_MAX) {
    const batch = jointInput(input, groups.firstRows.subarray(first, first + GROUPS_MAX));
    const truths = judge(core, batch);
    batches.push({
      judgement: judgementOf(truths, batch),
      verdicts: batch.verdicts,
      entries: batch.request.requests,
    });
  }
  const batchOf = (group: number) => {
    const batch = batches[Math.floor(group / GROUPS_MAX)];
    if (batch === undefined) throw new Error(`group ${group} was not judged`);
    return batch;
  };
  for (const [row, group] of groups.ids.entries()) {
    if (group !== NO_GROUP) verdicts[row] = batchOf(group).verdicts[group % GROUPS_MAX] ?? 0;
  }
  return (row) => {
    const group = groups.ids[row] ?? NO_GROUP;
    if (group === NO_GROUP) return undefined;
    const { judgement, entries } = batchOf(group);
    const judgedAs = group % GROUPS_MAX;
    return { judgement, row: judgedAs, entries: at(entries, judgedAs) };
  };
}

/**
 * The same question with one row for each of `rows`, and every authorization of each a target of its own, to which belongs
 * everything that is known of the row: so every predicate but those of actions hangs on the target.
 */
function jointInput(input: JudgeInput, rows: Uint32Array): JudgeInput {
  const pick = <A extends IdArray | BigInt64Array>(values: A): A => {
    const picked = values.slice(0, rows.length) as A;
    for (const [index, row] of rows.entries()) picked[index] = values[row] ?? 0;
    return picked;
  };
  const { request, context } = input;
  const subjects = new Map<string, Subject[]>();
  for (const { subjects: ofKeys } of [...context, request.targets]) {
    for (const key of ofKeys.keys()) subjects.set(key, []);
  }
  let targets = 0;
  const targetOf = (row: number, target: number): number => {
    for (const { ids, subjects: ofKeys } of context) {
      for (const [key, values] of ofKeys) subjects.get(key)?.push(at(values, ids[row] ?? 0));
    }
    for (const [key, values] of request.targets.subjects) subjects.get(key)?.push(at(values, target));
    return targets++;
  };
  const requests = Array.from(rows, (row): RequestEntries => {
    const { certain, possible } = at(request.requests, request.ids[row] ?? 0);
    const entryOf = ({ action, target }: Entry): Entry => ({ action, target: targetOf(row, target) });
    return { certain: certain.map((list) => list.map(entryOf)), possible: possible.map(entryOf) };
  });
  return {
    ...input,
    rows: rows.length,
    context: [],
    request: {
      ids: Uint32Array.from(rows, (_, index) => index),
      requests,
      actions: request.actions,
      targets: { valueCount: targets, subjects },
    },
    identity: { ids: pick(input.identity.ids), classes: input.identity.classes },
    outcomes: [],
    time: pick(input.time),
    verdicts: new Uint8Array(rows.length),
  };
}

function at<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  if (entry === undefined) throw new Error(`no entry ${index}`);
  return entry;
}
