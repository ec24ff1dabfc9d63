/**
 * Where a proposal may take an authorization away that the current hierarchy allows (R7), as far as its policies do not show the
 * contrary: containment is asked for the row at hand, of which more is known than of the statements alone.
 */
import type { Program } from "../../domain/program.ts";
import { containsStatement } from "../../policy/containment/contains-statement.ts";
import { TRUTH } from "../../wasm/plan-layout.ts";
import type { LevelStatements, PlacedStatement } from "../plan/level-statements.ts";
import { type AuthorizationView, truthOfStatement } from "./statement-truths.ts";

export interface OpenPlace {
  /** The level, and of an explicit deny its statement. */
  readonly level: string;
  readonly deny?: PlacedStatement;
  /** The statements whose truth would decide. */
  readonly statements: readonly PlacedStatement[];
}

/**
 * Denies that may match and that no Deny attached now contains, else the first level that does not surely allow what some level
 * allows now. Undefined: what the current hierarchy allows, the proposed one allows too.
 */
export function openPlaceOf(
  program: Program,
  view: AuthorizationView,
  proposed: readonly LevelStatements[],
  current: readonly LevelStatements[],
): OpenPlace | undefined {
  const truthOf = ({ number }: PlacedStatement) => truthOfStatement(program, view, number);
  const possible = (statements: readonly PlacedStatement[], effect: "Allow" | "Deny") =>
    statements.filter((placed) => placed.statement.effect === effect && truthOf(placed) !== TRUTH.false);
  const contains = (outer: PlacedStatement, inner: PlacedStatement) =>
    containsStatement(program, outer.number, inner.number, view.row);

  const deniedNow = current.flatMap(({ statements }) => possible(statements, "Deny"));
  const denies = proposed.flatMap(({ level, statements }) =>
    possible(statements, "Deny")
      .filter((deny) => !deniedNow.some((attached) => contains(attached, deny)))
      .map((deny) => ({ level, deny })),
  );
  const [first] = denies;
  if (first !== undefined) return { ...first, statements: denies.map(({ deny }) => deny) };

  const allowedNow = current.map(({ statements }) => possible(statements, "Allow"));
  for (const { level, statements } of proposed) {
    const allows = possible(statements, "Allow");
    if (allows.some((allow) => truthOf(allow) === TRUTH.true)) continue;
    const isImplied = allowedNow.some((known) =>
      known.every((attached) => allows.some((allow) => contains(allow, attached))),
    );
    if (!isImplied) return { level, statements: allows };
  }
  return undefined;
}
