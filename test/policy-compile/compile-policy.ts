/** Statements made ready for the core, as the program builder does it. */
import type { Predicate, Program } from "../../host/domain/program.ts";
import { createProgramBuilder } from "../../host/policy/build-program.ts";
import { containsStatement } from "../../host/policy/containment/contains-statement.ts";

export type Version = "2012-10-17" | "2008-10-17";

/** Members of a statement; without them it is a Deny of everything. */
export type StatementJson = Readonly<Record<string, unknown>>;

export interface Compiled {
  readonly program: Program;
  /** The number of each statement in the program. */
  readonly numbers: readonly number[];
}

/** One statement after the other, each in a policy of its own. Throws on what the grammar refuses. */
export function compileStatements(statements: readonly StatementJson[], version: Version = "2012-10-17"): Compiled {
  const builder = createProgramBuilder();
  const numbers = statements.map((statement) => {
    const text = policyText(statement, version);
    const compiled = builder.addPolicy(text);
    if (!compiled.ok) throw new Error(`${text}: ${compiled.faults.map(({ message }) => message).join("; ")}`);
    return compiled.value[0]?.number ?? -1;
  });
  return { program: builder.build(), numbers };
}

/** The predicates of one statement. */
export function predicatesOf(statement: StatementJson, version: Version = "2012-10-17"): readonly Predicate[] {
  const { program, numbers } = compileStatements([statement], version);
  const predicates = program.statements[numbers[0] ?? -1]?.predicates ?? [];
  return predicates.map((number) => {
    const predicate = program.predicates[number];
    if (predicate === undefined) throw new Error(`no predicate ${number}`);
    return predicate;
  });
}

/** The one predicate of a statement that asks for nothing else. */
export function predicateOf(statement: StatementJson, version: Version = "2012-10-17"): Predicate {
  const [predicate, ...others] = predicatesOf(statement, version);
  if (predicate === undefined || others.length > 0)
    throw new Error(`${JSON.stringify(statement)} has not one predicate`);
  return predicate;
}

/** Does one statement match everything the other matches, as far as it can be shown? */
export function contains(wide: StatementJson, narrow: StatementJson, version?: Version): boolean {
  const { program, numbers } = compileStatements([wide, narrow], version);
  return containsStatement(program, numbers[0] ?? -1, numbers[1] ?? -1);
}

/** A policy of this one statement. */
export function policyText(statement: StatementJson, version: Version = "2012-10-17"): string {
  const action = "NotAction" in statement ? {} : { Action: "*" };
  const resource = "NotResource" in statement ? {} : { Resource: "*" };
  return JSON.stringify({ Version: version, Statement: [{ Effect: "Deny", ...action, ...resource, ...statement }] });
}
