/** Whether the generator meets everything there is to meet, often enough. */
import { beforeAll, describe, expect, test } from "vitest";
import { IMPACTS } from "../../host/domain/impact.ts";
import { matchesCondition } from "../reference/condition.ts";
import { decide } from "../reference/decide.ts";
import { matchesStatement } from "../reference/matches-statement.ts";
import { readHierarchy } from "../reference/read-hierarchy.ts";
import { answerOf } from "../reference/truth.ts";
import { assignmentsOf, LITTLE } from "./assignments.ts";
import { checkCases } from "./check-cases.ts";
import { documentsOf, type FuzzCase, type Mode } from "./fuzz-case.ts";
import { randomCases } from "./generate/random-cases.ts";
import { made } from "./generate/random-hierarchy.ts";
import { OPERATORS, SET_PREFIXES } from "./generate/vocabulary.ts";
import { standIn } from "./stand-in.ts";
import { isOpen, keysAskedFor, stateOf } from "./states.ts";

const FIRST = 5_000_000;
const BASES = Object.values(OPERATORS).flat();

function* casesOf(mode: Mode, count: number): Generator<readonly FuzzCase[]> {
  for (let first = FIRST; first < FIRST + count; ) {
    const cases = randomCases(mode, first, FIRST + count);
    yield cases;
    first += cases.length;
  }
}

class Counts {
  readonly #counts = new Map<string, number>();
  add(name: string): void {
    this.#counts.set(name, this.of(name) + 1);
  }
  of(name: string): number {
    return this.#counts.get(name) ?? 0;
  }
  /** Names that came up less often than `least`. */
  rare(names: readonly string[], least: number): readonly string[] {
    return names.filter((name) => this.of(name) < least).map((name) => `${name}: ${this.of(name)}`);
  }
}

describe("random requests of which everything is known", () => {
  const CASES = 12_000;
  const counts = new Counts();

  beforeAll(() => {
    for (const cases of casesOf("known", CASES)) {
      const hierarchy = readHierarchy(documentsOf(cases[0]?.current ?? []));
      for (const each of cases) {
        const [request = undefined] = assignmentsOf(each, hierarchy, LITTLE);
        if (request === undefined) throw new Error("a known request is one assignment");
        counts.add(`decision ${decide(hierarchy, request)}`);
        for (const statement of hierarchy.flat()) {
          counts.add(`${statement.effect} ${matchesStatement(statement, request)}`);
          for (const condition of statement.conditions) {
            const answer = answerOf(matchesCondition(condition, statement.version, request));
            counts.add(condition.operator);
            counts.add(`${condition.operator.replace(/^For\w+:|IfExists$/g, "")} ${answer}`);
            const given = request.context[condition.key.toLowerCase()];
            counts.add(`${/^For\w+:/.exec(condition.operator)?.[0] ?? ""} of ${given?.length ?? "absent"}`);
          }
        }
      }
    }
  });

  test("hold every operator with every set prefix, with and without IfExists", () => {
    const names = SET_PREFIXES.flatMap((set) => [
      `${set}Null`,
      ...BASES.flatMap((base) => [`${set}${base}`, `${set}${base}IfExists`]),
    ]);
    expect(counts.rare(names, 8)).toEqual([]);
  });

  test("make every operator true, false and contested", () => {
    const answers = [...BASES, "Null"].flatMap((base) => [`${base} true`, `${base} false`, `${base} contested`]);
    expect(counts.rare(answers, 20)).toEqual([]);
  });

  test("ask every kind of operator of absent keys, empty lists, and one to three values", () => {
    const givens = ["absent", "0", "1", "2", "3"];
    expect(
      counts.rare(
        SET_PREFIXES.flatMap((set) => givens.map((given) => `${set} of ${given}`)),
        100,
      ),
    ).toEqual([]);
  });

  test("make statements match, not match, and stay contested", () => {
    const answers = ["Allow", "Deny"].flatMap((effect) =>
      ["true", "false", "contested"].map((answer) => `${effect} ${answer}`),
    );
    expect(counts.rare(answers, CASES / 20)).toEqual([]);
  });

  test("come to every decision", () => {
    const decisions = ["allowed", "explicitDeny", "implicitDeny", "undetermined"].map((name) => `decision ${name}`);
    expect(counts.rare(decisions, CASES / 20)).toEqual([]);
  });
});

test("random unknowns are keys of every state, and resources", () => {
  const counts = new Counts();
  for (const cases of casesOf("unknown", 2000)) {
    const hierarchy = readHierarchy(documentsOf(cases[0]?.current ?? []));
    for (const each of cases) {
      if (each.resource === undefined) counts.add("resource");
      const open = [...keysAskedFor(hierarchy)].map((key) => stateOf(each, key)).filter(isOpen);
      if (open.length > 0) counts.add("a key");
      for (const { mayBeAbsent, values, mayBeAnything } of open) {
        counts.add(`${mayBeAbsent} ${values !== undefined} ${mayBeAnything}`);
      }
      if (assignmentsOf(each, hierarchy, LITTLE).length > 50) counts.add("many assignments");
    }
  }
  const states = ["true false true", "false false true", "true true false", "true true true"];
  expect(counts.rare(["resource", "a key", "many assignments", ...states], 40)).toEqual([]);
});

test("random changes have every impact", () => {
  const counts = new Counts();
  for (const cases of casesOf("impact", 3000)) {
    for (const { expected } of checkCases(standIn(), cases)) counts.add(expected);
  }
  expect(counts.rare(IMPACTS, 10)).toEqual([]);
});

test("the same number gives the same case, alone or among others", () => {
  for (const mode of ["known", "unknown", "impact"] as const) {
    const together = randomCases(mode, 80, 88);
    for (const [index, each] of together.entries()) expect(randomCases(mode, 80 + index, 81 + index)).toEqual([each]);
  }
});

test("the grammar seldom refuses what is made", () => {
  expect(made.policies).toBeGreaterThan(1000);
  expect(made.refused).toBeLessThan(made.policies / 20);
});
