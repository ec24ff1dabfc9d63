/** Which statement or level decided a row, or kept it open, and which unknown keys mattered. */
import { ACTION_KEY, type Program } from "../domain/program.ts";
import type { DecidedBy } from "../domain/report.ts";
import { TRUTH } from "../wasm/plan-layout.ts";
import type { LevelStatements, PlacedStatement } from "./level-statements.ts";
import { type AuthorizationView, openPredicates, truthOfStatement } from "./statement-truths.ts";

export interface Explanation {
  readonly decidedBy?: DecidedBy;
  /** Sorted, distinct. */
  readonly unknown: readonly string[];
  readonly reason?: string;
}

/** The deciding statement of a sure denial: explicit before implicit, then level from the root, policy id, statement index (R10). */
export function explainDenial(
  program: Program,
  view: AuthorizationView,
  proposed: readonly LevelStatements[],
): Explanation {
  for (const { level, statements } of proposed) {
    const deny = statements.find(
      ({ number, statement }) => statement.effect === "Deny" && truthOfStatement(program, view, number) === TRUTH.true,
    );
    if (deny !== undefined) return { decidedBy: describe(level, deny), unknown: [] };
  }
  for (const { level, statements } of proposed) {
    const allowed = statements.some(
      ({ number, statement }) =>
        statement.effect === "Allow" && truthOfStatement(program, view, number) !== TRUTH.false,
    );
    if (!allowed) return { decidedBy: { decision: "implicitDeny", level }, unknown: [] };
  }
  throw new Error("a denied row has neither a Deny nor a level without Allow");
}

/**
 * What keeps a row open, for each of its authorizations: Denies that the current hierarchy does not contain and that may
 * match, else the first level whose Allows only may match. `decidedBy` is the first of them.
 */
export function explainOpen(
  program: Program,
  views: readonly AuthorizationView[],
  proposed: readonly LevelStatements[],
  denyProposedOnly: ReadonlySet<number>,
): Explanation {
  let decidedBy: DecidedBy | undefined;
  const unknown = new Set<string>();
  const reasons = new Set<string>();
  for (const view of views) {
    const open = openStatements(program, view, proposed, denyProposedOnly);
    for (const { level, placed } of open) {
      decidedBy ??= placed.statement.effect === "Deny" ? describe(level, placed) : { decision: "implicitDeny", level };
      for (const predicate of openPredicates(program, view, placed.number)) {
        if (predicate.notUnderstood !== undefined) reasons.add(predicate.notUnderstood);
        if (view.isOpen(predicate.key)) unknown.add(predicate.key);
      }
    }
    if (open.length > 0 && view.isOpen(ACTION_KEY)) unknown.add(ACTION_KEY);
  }
  return {
    unknown: [...unknown].sort(),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(reasons.size === 0 ? {} : { reason: [...reasons].sort().join("; ") }),
  };
}

interface OpenStatement {
  readonly level: string;
  readonly placed: PlacedStatement;
}

function openStatements(
  program: Program,
  view: AuthorizationView,
  proposed: readonly LevelStatements[],
  denyProposedOnly: ReadonlySet<number>,
): readonly OpenStatement[] {
  const denies = proposed.flatMap(({ level, statements }) =>
    statements
      .filter(({ number }) => denyProposedOnly.has(number) && truthOfStatement(program, view, number) !== TRUTH.false)
      .map((placed) => ({ level, placed })),
  );
  if (denies.length > 0) return denies;
  for (const { level, statements } of proposed) {
    const allows = statements.filter(({ statement }) => statement.effect === "Allow");
    if (allows.some(({ number }) => truthOfStatement(program, view, number) === TRUTH.true)) continue;
    const open = allows.filter(({ number }) => truthOfStatement(program, view, number) === TRUTH.unknown);
    if (open.length > 0) return open.map((placed) => ({ level, placed }));
  }
  return [];
}

function describe(level: string, placed: PlacedStatement): DecidedBy {
  const { sid, index } = placed.statement;
  return {
    decision: "explicitDeny",
    level,
    policy: placed.policy.id,
    policyName: placed.policy.name,
    statement: index,
    ...(sid === undefined ? {} : { sid }),
  };
}
