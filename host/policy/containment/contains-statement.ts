/**
 * Whether everything one statement matches another matches too, as far as their texts show it (R7). Yes is sure; no means "not
 * shown".
 */
import type { Program } from "../../domain/program.ts";
import { follows } from "./follows.ts";

/** Statements by number; both of one effect. Every predicate of the outer one must follow from one of the inner one. */
export function containsStatement(program: Program, outer: number, inner: number): boolean {
  if (outer === inner) return true;
  const [wide, narrow] = [program.statements[outer], program.statements[inner]];
  if (wide === undefined || narrow === undefined || wide.effect !== narrow.effect) return false;
  return wide.predicates.every((asked) =>
    narrow.predicates.some((given) => asked === given || followsByNumber(program, asked, given)),
  );
}

/** Answers of a program by `asked` and `given`: statements of many levels and accounts ask for the same pairs again and again. */
const answers = new WeakMap<Program, Map<number, boolean>>();

function followsByNumber(program: Program, asked: number, given: number): boolean {
  const [wide, narrow] = [program.predicates[asked], program.predicates[given]];
  if (wide === undefined || narrow === undefined || wide.key !== narrow.key) return false;
  const known = answers.get(program) ?? new Map<number, boolean>();
  answers.set(program, known);
  const pair = asked * program.predicates.length + given;
  const answer = known.get(pair) ?? follows(wide, narrow);
  known.set(pair, answer);
  return answer;
}
