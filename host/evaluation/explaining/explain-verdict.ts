/** Which statement or level decided a row, or kept it open, and which unknown keys mattered. */
import { ACTION_KEY, type Predicate, type Program } from "../../domain/program.ts";
import type { DecidedBy } from "../../domain/report.ts";
import { TRUTH } from "../../wasm/plan-layout.ts";
import type { LevelStatements, PlacedStatement } from "../plan/level-statements.ts";
import { openPlaceOf } from "./open-place.ts";
import { type AuthorizationView, openKeys, openPredicates, truthOfStatement } from "./statement-truths.ts";

/** Which authorization of a request is meant: one of the alternatives of a sure one, or a possible one. */
export type AuthorizationPlace =
  | { readonly list: number; readonly alternative: number }
  | { readonly possible: number };

export interface Explanation {
  /** The authorization that is denied, or the first that is open; missing where none was looked at. */
  readonly place?: AuthorizationPlace;
  readonly decidedBy?: DecidedBy;
  /** Sorted, distinct. */
  readonly unknown: readonly string[];
  readonly reason?: string;
}

/** The deciding statement of a denial, and its place in the order in which R10 looks for one. */
export interface Denial {
  readonly decidedBy: DecidedBy;
  /** Explicit denials before implicit ones, then by level from the root, then by policy and statement. */
  readonly order: readonly [kind: number, level: number, statement: number];
}

/** Of one authorization; undefined where the proposal does not surely deny it. */
export function denialOf(
  program: Program,
  view: AuthorizationView,
  proposed: readonly LevelStatements[],
): Denial | undefined {
  for (const [index, { level, statements }] of proposed.entries()) {
    const place = statements.findIndex(
      ({ number, statement }) => statement.effect === "Deny" && truthOfStatement(program, view, number) === TRUTH.true,
    );
    const deny = statements[place];
    if (deny !== undefined) return { decidedBy: describe(level, deny), order: [0, index, place] };
  }
  for (const [index, { level, statements }] of proposed.entries()) {
    const allowed = statements.some(
      ({ number, statement }) =>
        statement.effect === "Allow" && truthOfStatement(program, view, number) !== TRUTH.false,
    );
    if (!allowed) return { decidedBy: { decision: "implicitDeny", level }, order: [1, index, 0] };
  }
  return undefined;
}

/** Less than 0 where `left` is looked for first. */
export function compareDenials({ order: left }: Denial, { order: right }: Denial): number {
  return left[0] - right[0] || left[1] - right[1] || left[2] - right[2];
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
