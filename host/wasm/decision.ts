/**
 * The decision part of the core for code that thinks in arrays: subjects in, truths and verdicts out. Everything it puts
 * into linear memory is gone when a call returns; what it gives back are copies.
 */
import { ACTION_KEY, type Predicate, type Program } from "../domain/program.ts";
import type { Core } from "./core.ts";
import { createMemoryWriter, type IdArray, type MemoryWriter } from "./memory-writer.ts";
import { OPERATION_FLAGS, PLAN } from "./plan-layout.ts";
import { writePredicates, writeSubjects } from "./write-program.ts";

/** What one distinct value of a dimension could be for one key: POSSIBILITY bits and texts (assembly/wire/program.ts). */
export interface Subject {
  readonly possibilities: number;
  readonly texts: readonly string[];
}

export interface DimensionInput {
  /** Per row; indices into the subjects. */
  readonly ids: IdArray;
  /** Number of distinct values. */
  readonly valueCount: number;
  /** Per key: one subject per distinct value. */
  readonly subjects: ReadonlyMap<string, readonly Subject[]>;
}

export interface JudgeInput {
  readonly rows: number;
  readonly program: Program;
  /** Dimensions that at least one predicate hangs on, but operation and resource. */
  readonly context: readonly DimensionInput[];
  readonly operation: OperationInput;
  readonly resource: DimensionInput;
  /** Subjects of the keys that no dimension proves: one each. */
  readonly constants: ReadonlyMap<string, Subject>;
  readonly identity: { readonly ids: IdArray; readonly classes: Uint16Array };
  readonly classes: readonly AccountClassInput[];
  /** Earlier ones win; a table has a verdict code or 0 per distinct value. */
  readonly outcomes: readonly { readonly ids: IdArray; readonly table: Uint8Array }[];
  readonly time: BigInt64Array;
  /** Verdicts that stand already (0: to be judged); changed in place. */
  readonly verdicts: Uint8Array;
  readonly windowStart: bigint;
  readonly windowEnd: bigint;
  readonly capturedAt: bigint | undefined;
}

export interface OperationInput {
  readonly ids: IdArray;
  /** Subjects of ACTION_KEY: first one per distinct operation (its own action), then any others that are referred to. */
  readonly actions: readonly Subject[];
  /** Per distinct operation: was it, or one of its alternatives, asked for sure? */
  readonly certain: readonly boolean[];
  /** Per distinct operation: indices into `actions` of what may have been asked in its place, of the same resources. */
  readonly variants: readonly (readonly number[])[];
  /** Per distinct operation: indices into `actions` of what may have been asked in its place, of an unknown resource. */
  readonly alternatives: readonly (readonly number[])[];
  /** Per distinct operation: indices into `actions` of what may have been asked besides, of an unknown resource. */
  readonly possible: readonly (readonly number[])[];
}

/** Numbers are statement numbers; levels that allow everything are left out. */
export interface AccountClassInput {
  readonly denyCurrent: readonly number[];
  readonly denyProposed: readonly number[];
  readonly denyProposedOnly: readonly number[];
  readonly allowCurrent: readonly (readonly number[])[];
  readonly allowProposed: readonly { readonly statements: readonly number[]; readonly implied: boolean }[];
}

/** Truth (0 false, 1 unknown, 3 true) per distinct value of the predicate's dimension; of operation including the possible ones. */
export type Truths = ReadonlyMap<number, Uint8Array>;

/** Judges every row whose verdict is still 0 and gives the truths the verdicts rest on. Throws when the module's memory limit is reached. */
export function judge(core: Core, input: JudgeInput): Truths {
  const memory = createMemoryWriter(core);
  try {
    const words = Math.max(1, Math.ceil(input.program.statements.length / 64));
    const run = new JudgeRun(core, memory, input, words);
    return run.run();
  } finally {
    memory.release();
  }
}

class JudgeRun {
  readonly #core: Core;
  readonly #memory: MemoryWriter;
  readonly #input: JudgeInput;
  readonly #words: number;
  readonly #truths = new Map<number, Uint8Array>();
  readonly #predicates: number;
  readonly #statementsOf: readonly (readonly number[])[];

  constructor(core: Core, memory: MemoryWriter, input: JudgeInput, words: number) {
    this.#core = core;
    this.#memory = memory;
    this.#input = input;
    this.#words = words;
    this.#predicates = writePredicates(memory, input.program.predicates);
    this.#statementsOf = statementsByPredicate(input.program);
  }

  run(): Truths {
    const { context, operation, resource, classes, outcomes, identity, time, verdicts, rows } = this.#input;
    const memory = this.#memory;
    const plan = memory.allocate(PLAN.bytes);
    memory.u32(plan + PLAN.rows, rows);
    memory.u32(plan + PLAN.words, this.#words);
    memory.u32(plan + PLAN.scratch, memory.allocate(this.#words * 48));
    memory.u32(plan + PLAN.baseMask, this.#baseMask());

    const contextColumns = context.map((dimension) => ({ ids: dimension.ids, table: this.#masksOf(dimension) }));
    memory.u32(plan + PLAN.contextColumns, memory.columns(contextColumns));
    memory.u32(plan + PLAN.contextCount, contextColumns.length);

    const actionMasks = this.#masks(operation.actions.length, new Map([[ACTION_KEY, operation.actions]]));
    memory.u32(plan + PLAN.possibleMasks, this.#combinedMasks(actionMasks, operation.possible));
    memory.u32(plan + PLAN.alternativeMasks, this.#combinedMasks(actionMasks, operation.alternatives));
    // Only now: the masks of single actions are used up.
    this.#combineVariants(actionMasks);
    memory.column(plan + PLAN.operation, operation.ids, actionMasks);
    memory.u32(plan + PLAN.operationFlags, memory.bytes(this.#operationFlags()));
    memory.column(plan + PLAN.resource, resource.ids, this.#masksOf(resource));

    memory.column(plan + PLAN.identity, identity.ids, memory.array(identity.classes));
    memory.u32(plan + PLAN.classes, memory.u32s(classes.map((accountClass) => this.#writeClass(accountClass))));
    const outcomeColumns = outcomes.map(({ ids, table }) => ({ ids, table: memory.bytes(table) }));
    memory.u32(plan + PLAN.outcomeColumns, memory.columns(outcomeColumns));
    memory.u32(plan + PLAN.outcomeCount, outcomeColumns.length);
    memory.u32(plan + PLAN.times, memory.array(time));
    const verdictsAt = memory.bytes(verdicts);
    memory.u32(plan + PLAN.verdicts, verdictsAt);
    memory.i64(plan + PLAN.windowStart, this.#input.windowStart);
    memory.i64(plan + PLAN.windowEnd, this.#input.windowEnd);
    memory.i64(plan + PLAN.capturedAt, this.#input.capturedAt ?? -(2n ** 63n));
    this.#core.judgeRows(plan);
    verdicts.set(memory.read(verdictsAt, verdicts.length));
    return this.#truths;
  }

  /** Masks of a dimension: full ones, cleared by every predicate on one of its keys. */
  #masksOf(dimension: DimensionInput): number {
    return this.#masks(dimension.valueCount, dimension.subjects);
  }

  #masks(valueCount: number, subjects: ReadonlyMap<string, readonly Subject[]>): number {
    const masks = this.#memory.allocate(valueCount * this.#words * 16);
    this.#core.fillMasks(masks, valueCount, this.#words);
    for (const [key, values] of subjects) this.#applyKey(masks, key, values);
    return masks;
  }

  #baseMask(): number {
    const mask = this.#memory.allocate(this.#words * 16);
    this.#core.fillMasks(mask, 1, this.#words);
    for (const [key, subject] of this.#input.constants) this.#applyKey(mask, key, [subject]);
    return mask;
  }

  #applyKey(masks: number, key: string, values: readonly Subject[]): void {
    const { predicates } = this.#input.program;
    const numbers = predicates.flatMap((predicate: Predicate, number) => (predicate.key === key ? [number] : []));
    if (numbers.length === 0) return;
    const subjects = writeSubjects(this.#memory, values);
    for (const number of numbers) {
      const out = this.#memory.allocate(values.length);
      this.#core.evaluatePredicate(this.#predicates + number * PLAN.predicateBytes, subjects, values.length, out);
      this.#truths.set(number, this.#memory.read(out, values.length).slice());
      const statements = this.#statementsOf[number] ?? [];
      const list = this.#memory.u32s(statements);
      this.#core.applyPredicate(masks, values.length, this.#words, out, list, statements.length);
    }
  }

  /**
   * Several actions per operation as one mask, each asked with an unknown resource: the last value of the resource
   * dimension. (The truths of that one value are overwritten when the whole dimension is done.)
   */
  #combinedMasks(actionMasks: number, lists: readonly (readonly number[])[]): number {
    const stride = this.#words * 16;
    const unknown = [...this.#input.resource.subjects].map(([key, values]) => [key, values.slice(-1)] as const);
    const limit = this.#masks(1, new Map(unknown));
    const masks = this.#memory.allocate(lists.length * stride);
    for (const [index, sources] of lists.entries()) {
      if (sources.length === 0) continue;
      const list = this.#memory.u32s(sources);
      this.#core.combinePossible(actionMasks, this.#words, list, sources.length, limit, masks + index * stride);
    }
    return masks;
  }

  /** An operation's own mask becomes the one of "this action or one of its variants". */
  #combineVariants(actionMasks: number): void {
    const everything = this.#masks(1, new Map());
    for (const [own, variants] of this.#input.operation.variants.entries()) {
      if (variants.length === 0) continue;
      const sources = [own, ...variants];
      const list = this.#memory.u32s(sources);
      const out = actionMasks + own * this.#words * 16;
      this.#core.combinePossible(actionMasks, this.#words, list, sources.length, everything, out);
    }
  }

  #operationFlags(): Uint8Array {
    const { certain, alternatives, possible } = this.#input.operation;
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

  #writeClass(input: AccountClassInput): number {
    const words = this.#words;
    const at = this.#memory.allocate(
      words * 24 + 16 + (input.allowCurrent.length + input.allowProposed.length) * words * 8,
    );
    this.#memory.bits(at, words, input.denyCurrent);
    this.#memory.bits(at + words * 8, words, input.denyProposed);
    this.#memory.bits(at + words * 16, words, input.denyProposedOnly);
    const counts = at + words * 24;
    this.#memory.u32(counts, input.allowCurrent.length);
    this.#memory.u32(counts + 4, input.allowProposed.length);
    const implied = input.allowProposed.reduce(
      (bits, level, index) => (level.implied ? bits | (1n << BigInt(index)) : bits),
      0n,
    );
    this.#memory.i64(counts + 8, BigInt.asIntN(64, implied));
    const levels = [...input.allowCurrent, ...input.allowProposed.map(({ statements }) => statements)];
    for (const [index, statements] of levels.entries()) {
      this.#memory.bits(counts + 16 + index * words * 8, words, statements);
    }
    return at;
  }
}

function statementsByPredicate(program: Program): readonly (readonly number[])[] {
  const lists: number[][] = program.predicates.map(() => []);
  for (const [number, statement] of program.statements.entries()) {
    for (const predicate of statement.predicates) lists[predicate]?.push(number);
  }
  return lists;
}
