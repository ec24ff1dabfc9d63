/**
 * What the core must know of an account's path, now and as proposed. Accounts with the same statements at the same
 * levels share a class.
 */
import type { Program } from "../../domain/program.ts";
import { containsStatement } from "../../policy/containment/contains-statement.ts";
import type { AccountClassInput } from "../../wasm/judge-input.ts";
import type { LevelStatements } from "./level-statements.ts";

/** At most this many proposed levels have an `implied` bit (assembly/wire/plan.ts); AWS allows 7 (semantics 2). */
const LEVELS_MAX = 64;

/**
 * Levels that allow everything are left out: they never deny. A proposed level is implied when everything some current
 * level allows it allows too, because then it cannot be what takes a call away (R7).
 */
export function accountClassOf(
  program: Program,
  current: readonly LevelStatements[],
  proposed: readonly LevelStatements[],
): AccountClassInput {
  if (proposed.length > LEVELS_MAX) throw new Error(`${proposed.length} levels on one path`);
  const denyCurrent = numbersOf(program, current, "Deny");
  const denyProposed = numbersOf(program, proposed, "Deny");
  const allowCurrent = allowLists(program, current);
  const allowProposed = allowLists(program, proposed).map((statements) => ({
    statements,
    implied: isImplied(program, statements, allowCurrent),
  }));
  const denyProposedOnly = denyProposed.filter((number) => !isContained(program, number, denyCurrent));
  return { denyCurrent, denyProposed, denyProposedOnly, allowCurrent, allowProposed };
}

function isImplied(program: Program, statements: readonly number[], current: readonly (readonly number[])[]): boolean {
  return current.some((known) => known.every((number) => isContained(program, number, statements)));
}

/** The levels with their Allow statements; those that allow everything are left out. */
function allowLists(program: Program, levels: readonly LevelStatements[]): number[][] {
  return levels
    .map((level) => numbersOf(program, [level], "Allow"))
    .filter((numbers) => !numbers.some((number) => matchesAll(program, number)));
}

function isContained(program: Program, number: number, others: readonly number[]): boolean {
  return others.some((other) => containsStatement(program, other, number));
}

function matchesAll(program: Program, number: number): boolean {
  return program.statements[number]?.predicates.length === 0;
}

function numbersOf(program: Program, levels: readonly LevelStatements[], effect: "Allow" | "Deny"): number[] {
  const numbers = levels.flatMap(({ statements }) => statements.map(({ number }) => number));
  return [...new Set(numbers)]
    .filter((number) => program.statements[number]?.effect === effect)
    .sort((left, right) => left - right);
}
