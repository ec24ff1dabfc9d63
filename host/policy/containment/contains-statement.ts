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

function followsByNumber(program: Program, asked: number, given: number): boolean {
  const [wide, narrow] = [program.predicates[asked], program.predicates[given]];
  return wide !== undefined && narrow !== undefined && follows(wide, narrow);
}
