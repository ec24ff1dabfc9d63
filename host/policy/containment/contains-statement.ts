/**
 * Whether everything one statement matches another matches too, as far as their texts show it (R7). Yes is sure; no means "not
 * shown".
 */
import type { Program } from "../../domain/program.ts";
import { follows } from "./follows.ts";

/** What is known of one request, where containment is asked for that request alone. */
export interface KnownOfRequest {
  /** Is the predicate true, whatever is unknown? */
  isSure(predicate: number): boolean;
  /** Does the request have the condition key for sure? */
  isPresent(key: string): boolean;
}

/**
 * Statements by number; both of one effect. Every predicate of the outer one must follow from one of the inner one, or be true of
 * the request anyway.
 */
export function containsStatement(program: Program, outer: number, inner: number, request?: KnownOfRequest): boolean {
  if (outer === inner) return true;
  const [wide, narrow] = [program.statements[outer], program.statements[inner]];
  if (wide === undefined || narrow === undefined || wide.effect !== narrow.effect) return false;
  return wide.predicates.every(
    (asked) =>
      request?.isSure(asked) === true ||
      narrow.predicates.some(
        (given) =>
          asked === given ||
          followsByNumber(program, asked, given) ||
          (request !== undefined && followsWherePresent(program, asked, given, request)),
      ),
  );
}

function followsWherePresent(program: Program, asked: number, given: number, request: KnownOfRequest): boolean {
  const [wide, narrow] = [program.predicates[asked], program.predicates[given]];
  if (wide === undefined || narrow === undefined || wide.whenAbsent === narrow.whenAbsent) return false;
  return (
    wide.key === narrow.key &&
    request.isPresent(wide.key) &&
    follows({ ...wide, whenAbsent: narrow.whenAbsent }, narrow)
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
