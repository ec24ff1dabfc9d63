/** Which statement or level decided a row, or kept it open, and which unknown keys mattered. */
import { ACTION_KEY, type Predicate, type Program } from "../../domain/program.ts";
import type { DecidedBy } from "../../domain/report.ts";
import { TRUTH } from "../../wasm/plan-layout.ts";
import { isImpliedLevel } from "../plan/account-class.ts";
import type { LevelStatements, PlacedStatement } from "../plan/level-statements.ts";
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
 * What keeps a row open, for each of its authorizations: Denies that the current hierarchy does not contain and that may
 * match, else the first level that does not surely allow, those aside that keep what a level of `current` allows. `decidedBy`
 * is the first of them; it is missing only where none of the views is open.
 */
export function explainOpen(
  program: Program,
  views: readonly AuthorizationView[],
  proposed: readonly LevelStatements[],
  denyProposedOnly: ReadonlySet<number>,
  current: readonly LevelStatements[],
): Explanation {
  let decidedBy: DecidedBy | undefined;
  const unknown = new Set<string>();
  const reasons = new Set<string>();
  for (const view of views) {
    const open = openAt(program, view, proposed, denyProposedOnly, current);
    if (open === undefined) continue;
    decidedBy ??= open.decidedBy;
    for (const { number } of open.statements) {
      for (const predicate of openPredicates(program, view, number)) {
        const open = openKeys(view, predicate);
        for (const key of open) unknown.add(key);
        const reason = predicate.notUnderstood ?? (open.length > 0 ? undefined : undocumented(predicate));
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

interface OpenPlace {
  readonly decidedBy: DecidedBy;
  readonly statements: readonly PlacedStatement[];
}

function openAt(
  program: Program,
  view: AuthorizationView,
  proposed: readonly LevelStatements[],
  denyProposedOnly: ReadonlySet<number>,
  current: readonly LevelStatements[],
): OpenPlace | undefined {
  const truthOf = ({ number }: PlacedStatement) => truthOfStatement(program, view, number);
  let first: DecidedBy | undefined;
  const denies: PlacedStatement[] = [];
  for (const { level, statements } of proposed) {
    for (const placed of statements) {
      if (!denyProposedOnly.has(placed.number) || truthOf(placed) === TRUTH.false) continue;
      first ??= describe(level, placed);
      denies.push(placed);
    }
  }
  if (first !== undefined) return { decidedBy: first, statements: denies };
  for (const { level, statements } of proposed) {
    const allows = statements.filter(({ statement }) => statement.effect === "Allow");
    if (allows.some((placed) => truthOf(placed) === TRUTH.true)) continue;
    if (isImpliedLevel(program, { level, statements }, current)) continue;
    const open = allows.filter((placed) => truthOf(placed) === TRUTH.unknown);
    return { decidedBy: { decision: "implicitDeny", level }, statements: open };
  }
  return undefined;
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
