/**
 * Rows whose verdict hangs on a policy variable of another dimension than its condition (design part 9: the residual): judged once
 * more, with everything that is known of one row looked at together. Rows that agree in all of it are judged once.
 */
import { keysOf, RESOURCE_KEY } from "../../domain/program.ts";
import type { Core } from "../../wasm/core.ts";
import { judge } from "../../wasm/decision.ts";
import { groupRows, NO_GROUP } from "../../wasm/group-rows.ts";
import type { DimensionInput, JudgeInput, Subject } from "../../wasm/judge-input.ts";
import type { IdArray } from "../../wasm/memory-writer.ts";
import { IS_MULTIVALUED, POSSIBILITIES, VERDICTS } from "../../wasm/plan-layout.ts";
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
  const batches: { readonly judgement: Judgement; readonly verdicts: Uint8Array }[] = [];
  for (let first = 0; first < groups.firstRows.length; first += GROUPS_MAX) {
    const batch = jointInput(input, groups.firstRows.subarray(first, first + GROUPS_MAX));
    const truths = judge(core, batch);
    batches.push({ judgement: { ...judgementOf(truths, batch), isJoint: true }, verdicts: batch.verdicts });
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
    const { judgement, verdicts: judged } = batchOf(group);
    return { judgement, row: group % GROUPS_MAX, unknownResource: judged.length };
  };
}

/**
 * The same question with one row for each of `rows`, each a distinct value of its own in two dimensions: one of everything but
 * the resource, and one of the resource, to which belongs every predicate that hangs on a key of it. As in any
 * resource dimension, the last value is a resource that nobody knows.
 */
function jointInput(input: JudgeInput, rows: Uint32Array): JudgeInput {
  const pick = <A extends IdArray | BigInt64Array>(values: A): A => {
    const picked = values.slice(0, rows.length) as A;
    for (const [index, row] of rows.entries()) picked[index] = values[row] ?? 0;
    return picked;
  };
  const subjectsOf = (dimensions: readonly DimensionInput[]) =>
    dimensions.flatMap(({ ids, subjects }) =>
      [...subjects].map(([key, values]) => [key, Array.from(rows, (row) => at(values, ids[row] ?? 0))] as const),
    );
  const context = subjectsOf(input.context);
  const ofResource = subjectsOf([input.resource]);
  const resourceKeys = new Set([RESOURCE_KEY, ...input.resource.subjects.keys()]);
  const numbers = input.program.predicates.map((predicate, number) => ({
    number,
    hangsOnResource: keysOf(predicate).some((key) => resourceKeys.has(key)),
  }));
  const predicates = (hangsOnResource: boolean) =>
    new Set(numbers.filter((each) => each.hangsOnResource === hangsOnResource).map(({ number }) => number));
  const ids = Uint32Array.from(rows, (_, index) => index);
  const unknown = [...input.resource.subjects].map(([key, values]) => [key, at(values, values.length - 1)] as const);
  // Of a resource that nobody knows, nothing else needs to be known either: its answers stay open.
  const last = new Map<string, Subject>([...context.map(([key]) => [key, OPEN] as const), ...unknown]);
  const joint = [...context, ...ofResource].map(([key, values]) => [key, [...values, last.get(key) ?? OPEN]] as const);
  return {
    ...input,
    rows: rows.length,
    context: [{ ids, valueCount: rows.length, subjects: new Map(context), predicates: predicates(false) }],
    operation: { ...input.operation, ids: pick(input.operation.ids) },
    resource: { ids, valueCount: rows.length + 1, subjects: new Map(joint), predicates: predicates(true) },
    identity: { ids: pick(input.identity.ids), classes: input.identity.classes },
    outcomes: [],
    time: pick(input.time),
    verdicts: new Uint8Array(rows.length),
  };
}

const OPEN: Subject = {
  possibilities: POSSIBILITIES.absent | POSSIBILITIES.anything | IS_MULTIVALUED,
  texts: [],
};

function at(subjects: readonly Subject[], index: number): Subject {
  const subject = subjects[index];
  if (subject === undefined) throw new Error(`no subject ${index}`);
  return subject;
}
