/** Which statement or level decided a row, or kept it open, and which unknown keys mattered. */
import { ACTION_KEY, type Predicate, type Program } from "../../domain/program.ts";
import type { DecidedBy } from "../../domain/report.ts";
import { TRUTH } from "../../wasm/plan-layout.ts";
import type { LevelStatements, PlacedStatement } from "../plan/level-statements.ts";
import { openPlaceOf } from "./open-place.ts";
import { type AuthorizationView, openKeys, openPredicates, truthOfStatement } from "./statement-truths.ts";

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
 * What keeps a row open, for each of its authorizations: Denies that may match and that none attached now contains, else the
 * first level that does not surely allow what is allowed now. `decidedBy` is the first of them; it is missing only where none of
 * the views is open.
 */
export function explainOpen(
  program: Program,
  views: readonly AuthorizationView[],
  proposed: readonly LevelStatements[],
  current: readonly LevelStatements[],
): Explanation {
  let decidedBy: DecidedBy | undefined;
  const unknown = new Set<string>();
  const reasons = new Set<string>();
  for (const view of views) {
    const open = openPlaceOf(program, view, proposed, current);
    if (open === undefined) continue;
    decidedBy ??=
      open.deny === undefined ? { decision: "implicitDeny", level: open.level } : describe(open.level, open.deny);
    for (const { number } of open.statements) {
      for (const predicate of openPredicates(program, view, number)) {
        const keys = openKeys(view, predicate);
        for (const key of keys) unknown.add(key);
        const reason = predicate.notUnderstood ?? (keys.length > 0 ? undefined : undocumented(predicate));
        if (reason !== undefined) reasons.add(reason);
      }
    }
    if (view.isOpen(ACTION_KEY)) unknown.add(ACTION_KEY);
  }
  return {
    unknown: [...unknown].sort(),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(reasons.size === 0 ? {} : { reason: [...reasons].sort().join("; ") }),
  };
}

/** The value is known, and what the pattern means for it AWS does not say (test/cases/README.md lists where). */
function undocumented({ key, operator }: Predicate): string {
  const what =
    operator === "resourceAny" || operator === "resourceAll" ? "Resource or NotResource" : `the condition on ${key}`;
  return `AWS does not document what ${what} means for this value`;
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
