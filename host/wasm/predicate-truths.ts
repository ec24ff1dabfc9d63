/**
 * Predicates put to the core for the distinct values of a dimension: their truths, and the masks of statements they leave.
 * Keeps which statements could not be evaluated exactly because a policy variable's key is not of the dimension.
 */
import { keysOf, type Predicate, type Program, type Variable } from "../domain/program.ts";
import type { Core } from "./core.ts";
import type { DimensionInput, Subject, Truths } from "./judge-input.ts";
import type { MemoryWriter } from "./memory-writer.ts";
import { IS_MULTIVALUED, PLAN, POSSIBILITIES } from "./plan-layout.ts";
import { writePredicates, writeSubjects } from "./write-program.ts";

type Subjects = ReadonlyMap<string, readonly Subject[]>;

const OPEN: Subject = { possibilities: POSSIBILITIES.absent | POSSIBILITIES.anything, texts: [] };

export class PredicateTruths {
  readonly #core: Core;
  readonly #memory: MemoryWriter;
  readonly #program: Program;
  readonly #constants: ReadonlyMap<string, Subject>;
  readonly #predicates: number;
  readonly #statementsOf: readonly (readonly number[])[];
  readonly #truths = new Map<number, Uint8Array>();
  readonly #residual = new Set<number>();

  /** `constants`: keys of which every row has the same subject. */
  constructor(core: Core, memory: MemoryWriter, program: Program, constants: ReadonlyMap<string, Subject>) {
    this.#core = core;
    this.#memory = memory;
    this.#program = program;
    this.#constants = constants;
    this.#predicates = writePredicates(memory, program.predicates);
    this.#statementsOf = statementsByPredicate(program);
  }

  get words(): number {
    return Math.max(1, Math.ceil(this.#program.statements.length / 64));
  }

  get truths(): Truths {
    return this.#truths;
  }

  /** Statements with a predicate whose answer may be surer when the keys of all its variables are looked at together. */
  get residualStatements(): readonly number[] {
    return [...this.#residual];
  }

  /** The mask every row starts with: what the constants leave. */
  baseMask(): number {
    return this.masks(1, new Map([...this.#constants].map(([key, subject]) => [key, [subject]])));
  }

  /** Masks of `count` distinct values: full ones, cleared by every predicate on one of the keys, or by those named. */
  masks(count: number, subjects: Subjects, predicates?: DimensionInput["predicates"]): number {
    const masks = this.#memory.allocate(count * this.words * 16);
    this.#core.fillMasks(masks, count, this.words);
    const written = new Map<string, number>();
    for (const [number, predicate] of this.#program.predicates.entries()) {
      const values = subjects.get(predicate.key);
      if (values === undefined || predicates?.has(number) === false) continue;
      const at = written.get(predicate.key) ?? writeSubjects(this.#memory, values);
      written.set(predicate.key, at);
      this.#apply(masks, number, predicate, at, count, subjects);
    }
    return masks;
  }

  #apply(
    masks: number,
    number: number,
    predicate: Predicate,
    subjectsAt: number,
    count: number,
    subjects: Subjects,
  ): void {
    const out = this.#memory.allocate(count);
    const bindings = this.#bindings(predicate, count, subjects);
    const at = this.#predicates + number * PLAN.predicateBytes;
    this.#core.evaluatePredicate(at, subjectsAt, count, bindings, out);
    this.#truths.set(number, this.#memory.read(out, count).slice());
    const statements = this.#statementsOf[number] ?? [];
    const list = this.#memory.u32s(statements);
    this.#core.applyPredicate(masks, count, this.words, out, list, statements.length);
    if (this.#isLoose(predicate, subjects)) for (const statement of statements) this.#residual.add(statement);
  }

  #bindings({ variables }: Predicate, count: number, subjects: Subjects): number {
    if (variables.length === 0) return 0;
    const lists = variables.map((variable) => ({
      variable,
      values: subjects.get(variable.key),
      constant: this.#constants.get(variable.key),
    }));
    // Nothing is known of any: the core takes that for granted.
    if (lists.every(({ values, constant }) => values === undefined && constant === undefined)) return 0;
    const bindings: Subject[] = [];
    for (let value = 0; value < count; value++) {
      for (const { variable, values, constant } of lists)
        bindings.push(bindingOf(variable, values?.[value] ?? constant ?? OPEN));
    }
    return writeSubjects(this.#memory, bindings);
  }

  /** A constant key is open for every row, so that its predicates gain nothing from their variables. */
  #isLoose(predicate: Predicate, subjects: Subjects): boolean {
    if (predicate.variables.length === 0 || this.#constants.has(predicate.key)) return false;
    return keysOf(predicate).some((key) => !subjects.has(key) && !this.#constants.has(key));
  }
}

/** What a variable could stand for: each text is one alternative. Variables take single values only (semantics 3.4). */
function bindingOf({ fallback }: Variable, { possibilities, texts }: Subject): Subject {
  const hasValues = (possibilities & POSSIBILITIES.values) !== 0;
  const isList = texts.length > 1 || (texts.length === 1 && (possibilities & IS_MULTIVALUED) !== 0);
  const mayBeAbsent = (possibilities & POSSIBILITIES.absent) !== 0 || (hasValues && texts.length === 0);
  const mayBeAnything = (possibilities & POSSIBILITIES.anything) !== 0 || (hasValues && isList);
  const alternatives = new Set(hasValues && !isList ? texts : []);
  if (mayBeAbsent && fallback !== undefined) alternatives.add(fallback);
  return {
    possibilities:
      (mayBeAbsent && fallback === undefined ? POSSIBILITIES.absent : 0) |
      (alternatives.size > 0 ? POSSIBILITIES.values : 0) |
      (mayBeAnything ? POSSIBILITIES.anything : 0),
    texts: [...alternatives],
  };
}

function statementsByPredicate(program: Program): readonly (readonly number[])[] {
  const lists: number[][] = program.predicates.map(() => []);
  for (const [number, statement] of program.statements.entries()) {
    for (const predicate of statement.predicates) lists[predicate]?.push(number);
  }
  return lists;
}
