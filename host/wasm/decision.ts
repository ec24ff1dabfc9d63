/**
 * The decision part of the core for code that thinks in arrays: subjects in, truths, verdicts and decisions out.
 * Everything it puts into linear memory is gone when a call returns; what it gives back are copies.
 */
import { ACTION_KEY, type Program } from "../domain/program.ts";
import type { Core } from "./core.ts";
import type { AccountClassInput, JudgeInput, RequestEntries, Subject, Truths } from "./judge-input.ts";
import { createMemoryWriter, type MemoryWriter } from "./memory-writer.ts";
import { ENTRY, PLAN } from "./plan-layout.ts";
import { PredicateTruths } from "./predicate-truths.ts";
import { writeClass } from "./write-class.ts";

/**
 * Judges every row whose verdict is still 0 and gives the truths the verdicts rest on. With `settleLater`, rows whose verdict hangs on
 * policy variables of several dimensions get the verdict `residual`. Throws when the module's memory limit is reached.
 */
export function judge(core: Core, input: JudgeInput, settleLater = false): Truths {
  const memory = createMemoryWriter(core);
  try {
    const predicates = new PredicateTruths(core, memory, input.program, input.constants);
    const plan = memory.allocate(PLAN.bytes);
    const { words } = predicates;
    memory.u32(plan + PLAN.rows, input.rows);
    memory.u32(plan + PLAN.words, words);
    memory.u32(plan + PLAN.scratch, memory.allocate(words * 32));
    writeMasks(memory, predicates, plan, input);
    if (settleLater && predicates.residualStatements.length > 0) {
      const residual = memory.allocate(words * 8);
      memory.bits(residual, words, predicates.residualStatements);
      memory.u32(plan + PLAN.residualMask, residual);
    }
    const verdicts = writeRows(memory, words, plan, input);
    core.judgeRows(plan);
    input.verdicts.set(memory.read(verdicts, input.verdicts.length));
    return predicates.truths;
  } finally {
    memory.release();
  }
}

export const DECISIONS = ["undetermined", "allowed", "explicitDeny", "implicitDeny"] as const;
export type Decision = (typeof DECISIONS)[number];

export interface DecideInput {
  readonly program: Program;
  /** How many requests. */
  readonly count: number;
  /** Per key, action and resource included: one subject per request. */
  readonly subjects: ReadonlyMap<string, readonly Subject[]>;
  /** The hierarchy is its current side. */
  readonly hierarchy: AccountClassInput;
}

/** The decision of one hierarchy on each request, and the truths it rests on. */
export function decide(
  core: Core,
  input: DecideInput,
): { readonly decisions: readonly Decision[]; readonly truths: Truths } {
  const memory = createMemoryWriter(core);
  try {
    const predicates = new PredicateTruths(core, memory, input.program, new Map());
    const masks = predicates.masks(input.count, input.subjects);
    const out = memory.allocate(input.count);
    const hierarchy = writeClass(memory, predicates.words, input.hierarchy);
    core.decideMasks(hierarchy, masks, input.count, predicates.words, out);
    const decisions = Array.from(memory.read(out, input.count), (code) => DECISIONS[code] ?? "undetermined");
    return { decisions, truths: predicates.truths };
  } finally {
    memory.release();
  }
}

function writeMasks(memory: MemoryWriter, predicates: PredicateTruths, plan: number, input: JudgeInput): void {
  const { context, request } = input;
  const { actions, targets } = request;
  memory.u32(plan + PLAN.baseMask, predicates.baseMask());
  const contextColumns = context.map(({ ids, valueCount, subjects, predicates: named }) => ({
    ids,
    table: predicates.masks(valueCount, subjects, named),
  }));
  memory.u32(plan + PLAN.contextColumns, memory.columns(contextColumns));
  memory.u32(plan + PLAN.contextCount, contextColumns.length);
  memory.u32(plan + PLAN.actionMasks, predicates.masks(actions.length, new Map([[ACTION_KEY, actions]])));
  const targetMasks = predicates.masks(targets.valueCount, targets.subjects, targets.predicates);
  memory.u32(plan + PLAN.targetMasks, targetMasks);
  memory.column(plan + PLAN.request, request.ids, writeEntries(memory, request.requests));
}

/** Gives where the table of pointers lies, one for each request. */
function writeEntries(memory: MemoryWriter, requests: readonly RequestEntries[]): number {
  const words: number[] = [];
  const starts = requests.map(({ certain, possible }) => {
    const start = words.length;
    for (const alternatives of certain) {
      for (const [index, { action, target }] of alternatives.entries()) {
        words.push(index === 0 ? ENTRY.certain : ENTRY.or, action, target);
      }
    }
    for (const { action, target } of possible) words.push(ENTRY.possible, action, target);
    words.push(ENTRY.end);
    return start;
  });
  const at = memory.u32s(words);
  return memory.u32s(starts.map((start) => at + start * 4));
}

/** Gives where the verdicts lie. */
function writeRows(memory: MemoryWriter, words: number, plan: number, input: JudgeInput): number {
  const { identity, classes, outcomes, time, verdicts } = input;
  memory.column(plan + PLAN.identity, identity.ids, memory.array(identity.classes));
  memory.u32(plan + PLAN.classes, memory.u32s(classes.map((accountClass) => writeClass(memory, words, accountClass))));
  const outcomeColumns = outcomes.map(({ ids, table }) => ({ ids, table: memory.bytes(table) }));
  memory.u32(plan + PLAN.outcomeColumns, memory.columns(outcomeColumns));
  memory.u32(plan + PLAN.outcomeCount, outcomeColumns.length);
  memory.u32(plan + PLAN.times, memory.array(time));
  const verdictsAt = memory.bytes(verdicts);
  memory.u32(plan + PLAN.verdicts, verdictsAt);
  memory.i64(plan + PLAN.windowStart, input.windowStart);
  memory.i64(plan + PLAN.windowEnd, input.windowEnd);
  memory.i64(plan + PLAN.capturedAt, input.capturedAt ?? -(2n ** 63n));
  return verdictsAt;
}
