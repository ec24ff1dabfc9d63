/**
 * Statements of many policies → one program. Every policy text is compiled once, and statements that say the same are
 * one statement with one number, so that "also attached now" is a comparison of numbers (R7).
 */
import { failure, type Result, success } from "../domain/fault.ts";
import type { Statement } from "../domain/policy-document.ts";
import type { Predicate, Program, ProgramStatement } from "../domain/program.ts";
import { compileStatement } from "./compile/compile-statement.ts";
import { parsePolicyDocument } from "./parse-policy-document.ts";

export interface ProgramBuilder {
  /**
   * Compiles a policy text. Gives its statements with their numbers in the program, in document order; the faults of the
   * grammar when the text is no service control policy. The same text again costs nothing.
   */
  addPolicy(text: string): Result<readonly NumberedStatement[]>;
  build(): Program;
}

export interface NumberedStatement {
  /** Index into `Program.statements`. */
  readonly number: number;
  readonly statement: Statement;
}

export function createProgramBuilder(): ProgramBuilder {
  const policies = new Map<string, Result<readonly NumberedStatement[]>>();
  const predicates = createNumbering<Predicate>();
  const statements = createNumbering<ProgramStatement>();

  function addStatement(statement: Statement, version: "2012-10-17" | "2008-10-17"): NumberedStatement {
    const numbers = compileStatement(statement, version).map((predicate) =>
      predicates.numberOf(predicate, identify(predicate)),
    );
    const conjunction = [...new Set(numbers)].sort((left, right) => left - right);
    const entry: ProgramStatement = { effect: statement.effect, predicates: conjunction };
    return { number: statements.numberOf(entry, `${entry.effect} ${conjunction.join(" ")}`), statement };
  }

  return {
    addPolicy(text) {
      const known = policies.get(text);
      if (known !== undefined) return known;
      const parsed = parsePolicyDocument(text);
      const result: Result<readonly NumberedStatement[]> = parsed.ok
        ? success(parsed.value.statements.map((statement) => addStatement(statement, parsed.value.version)))
        : failure(...parsed.faults);
      policies.set(text, result);
      return result;
    },
    build: () => ({ predicates: predicates.entries, statements: statements.entries }),
  };
}

/** Two predicates are one when this text is the same. The order of patterns says nothing, so it is taken out. */
function identify(predicate: Predicate): string {
  const { operator, negated, set, whenAbsent, key, variables, notUnderstood } = predicate;
  const patterns = predicate.patterns.map(({ parts, certainty }) => {
    const named = parts.map((part) => ("variable" in part ? variables[part.variable] : part));
    return JSON.stringify([certainty, named]);
  });
  return JSON.stringify([operator, negated, set, whenAbsent, key, notUnderstood, patterns.sort()]);
}

function createNumbering<T>(): { numberOf(entry: T, identity: string): number; readonly entries: readonly T[] } {
  const numbers = new Map<string, number>();
  const entries: T[] = [];
  return {
    entries,
    numberOf(entry, identity) {
      const known = numbers.get(identity);
      if (known !== undefined) return known;
      numbers.set(identity, entries.length);
      return entries.push(entry) - 1;
    },
  };
}
