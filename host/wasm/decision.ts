/**
 * The decision part of the core for code that thinks in arrays: subjects in, truths, verdicts and decisions out.
 * Everything it puts into linear memory is gone when a call returns; what it gives back are copies.
 */
import { ACTION_KEY, type Program } from "../domain/program.ts";
import type { Core } from "./core.ts";
import type { AccountClassInput, JudgeInput, OperationInput, Subject, Truths } from "./judge-input.ts";
import { createMemoryWriter, type MemoryWriter } from "./memory-writer.ts";
import { OPERATION_FLAGS, PLAN } from "./plan-layout.ts";
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
    memory.u32(plan + PLAN.scratch, memory.allocate(words * 48));
    writeMasks(core, memory, predicates, plan, input);
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

function writeMasks(
  core: Core,
  memory: MemoryWriter,
  predicates: PredicateTruths,
  plan: number,
  input: JudgeInput,
): void {
  const { context, operation, resource } = input;
  memory.u32(plan + PLAN.baseMask, predicates.baseMask());
  const contextColumns = context.map(({ ids, valueCount, subjects, predicates: named }) => ({
    ids,
    table: predicates.masks(valueCount, subjects, named),
  }));
  memory.u32(plan + PLAN.contextColumns, memory.columns(contextColumns));
  memory.u32(plan + PLAN.contextCount, contextColumns.length);

  const actionMasks = predicates.masks(operation.actions.length, new Map([[ACTION_KEY, operation.actions]]));
  const resourceMasks = predicates.masks(resource.valueCount, resource.subjects, resource.predicates);
  // The last value of the resource dimension is a resource that nobody knows: other authorizations are asked with it.
  const unknownResource = resourceMasks + (resource.valueCount - 1) * predicates.words * 16;
  const combine = (lists: OperationInput["possible"]) =>
    combinedMasks(core, memory, predicates.words, actionMasks, lists, unknownResource);
  memory.u32(plan + PLAN.possibleMasks, combine(operation.possible));
  memory.u32(plan + PLAN.alternativeMasks, combine(operation.alternatives));
  // Only now: the masks of single actions are used up.
  combineVariants(core, memory, predicates, actionMasks, operation);
  memory.column(plan + PLAN.operation, operation.ids, actionMasks);
  memory.u32(plan + PLAN.operationFlags, memory.bytes(operationFlags(operation)));
  memory.column(plan + PLAN.resource, resource.ids, resourceMasks);
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

/** Several actions per operation as one mask, each asked with the resource that nobody knows. */
function combinedMasks(
  core: Core,
  memory: MemoryWriter,
  words: number,
  actionMasks: number,
  lists: readonly (readonly number[])[],
  limit: number,
): number {
  const stride = words * 16;
  const masks = memory.allocate(lists.length * stride);
  for (const [index, sources] of lists.entries()) {
    if (sources.length === 0) continue;
    const list = memory.u32s(sources);
    core.combinePossible(actionMasks, words, list, sources.length, limit, masks + index * stride);
  }
  return masks;
}

/** An operation's own mask becomes the one of "this action or one of its variants". */
function combineVariants(
  core: Core,
  memory: MemoryWriter,
  predicates: PredicateTruths,
  actionMasks: number,
  { variants }: OperationInput,
): void {
  const { words } = predicates;
  const everything = predicates.masks(1, new Map());
  for (const [own, others] of variants.entries()) {
    if (others.length === 0) continue;
    const sources = [own, ...others];
    const list = memory.u32s(sources);
    core.combinePossible(actionMasks, words, list, sources.length, everything, actionMasks + own * words * 16);
  }
}

function operationFlags({ certain, alternatives, possible }: OperationInput): Uint8Array {
  return Uint8Array.from(certain, (isCertain, index) => {
    const hasPossible = (possible[index] ?? []).length > 0;
    const hasAlternatives = (alternatives[index] ?? []).length > 0;
    return (
      (isCertain ? OPERATION_FLAGS.certain : 0) |
      (hasPossible ? OPERATION_FLAGS.possible : 0) |
      (hasAlternatives ? OPERATION_FLAGS.alternatives : 0)
    );
  });
}
