/** A decision → what decided it: the statements, and of an open one the keys that would decide. */
import { ACTION_KEY, type Program, RESOURCE_KEY } from "../../domain/program.ts";
import type { Decision } from "../../wasm/decision.ts";
import { TRUTH } from "../../wasm/plan-layout.ts";
import {
  type AuthorizationView,
  openKeys,
  openPredicates,
  type Truth,
  truthOfStatement,
} from "../explaining/statement-truths.ts";
import type { LevelStatements, PlacedStatement } from "../plan/level-statements.ts";

export interface MatchedStatement {
  /** Id of the level. */
  readonly level: string;
  /** Name of the policy. */
  readonly policy: string;
  /** Position in the document, from 0. */
  readonly statement: number;
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
}

export interface DecisionAnswer {
  readonly decision: Decision;
  /**
   * What the decision rests on, levels from the root: of an explicit deny the Denies that match, of allowed the Allows that match, of
   * an implicit deny none; of an undetermined one what keeps it open: the Denies that may match, and the Allows that may at levels
   * where none surely does.
   */
  readonly matchedStatements: readonly MatchedStatement[];
  /** Of an undetermined decision, the unknown keys that would decide it, as the policies write them; sorted. */
  readonly unknownContextKeys: readonly string[];
  /** Of an undetermined decision, what AWS does not document and would decide it. */
  readonly reasons?: readonly string[];
}

interface Placed {
  readonly level: string;
  readonly placed: PlacedStatement;
  readonly truth: Truth;
}

export function explainDecision(
  program: Program,
  levels: readonly LevelStatements[],
  view: AuthorizationView,
  decision: Decision,
): DecisionAnswer {
  const all = levels.map(({ level, statements }) =>
    statements.map((placed): Placed => ({ level, placed, truth: truthOfStatement(program, view, placed.number) })),
  );
  if (decision === "undetermined") return explainOpen(program, view, all);
  const effect = { allowed: "Allow", explicitDeny: "Deny", implicitDeny: undefined }[decision];
  const matched = all.flat().filter(({ placed, truth }) => placed.statement.effect === effect && truth === TRUTH.true);
  return { decision, matchedStatements: matched.map(describe), unknownContextKeys: [] };
}

/** Where a level surely allows nothing, only whether a Deny matches is open: its kind, not the denial. */
function explainOpen(
  program: Program,
  view: AuthorizationView,
  levels: readonly (readonly Placed[])[],
): DecisionAnswer {
  const isAllow = ({ placed }: Placed) => placed.statement.effect === "Allow";
  const isBlocked = levels.some((level) => !level.some((each) => isAllow(each) && each.truth !== TRUTH.false));
  const open = levels.flatMap((level) => {
    const isAllowed = level.some((each) => isAllow(each) && each.truth === TRUTH.true);
    return level.filter((each) => each.truth === TRUTH.unknown && (!isAllow(each) || (!isAllowed && !isBlocked)));
  });
  const predicates = open.flatMap(({ placed }) => openPredicates(program, view, placed.number));
  const keys = new Set(predicates.flatMap((predicate) => openKeys(view, predicate)));
  const undocumented = predicates.filter((predicate) => openKeys(view, predicate).length === 0);
  const reasons = undocumented.map(
    ({ notUnderstood, key }) => notUnderstood ?? `AWS does not document what ${nameOf(key)} means for this value`,
  );
  return {
    decision: "undetermined",
    matchedStatements: open.map(describe),
    unknownContextKeys: [...keys].filter((key) => key !== RESOURCE_KEY && key !== ACTION_KEY).sort(),
    ...(reasons.length === 0 ? {} : { reasons: [...new Set(reasons)].sort() }),
  };
}

function nameOf(key: string): string {
  if (key === RESOURCE_KEY) return "Resource or NotResource";
  return key === ACTION_KEY ? "Action or NotAction" : `the condition on ${key}`;
}

function describe({ level, placed }: Placed): MatchedStatement {
  const { sid, index, effect } = placed.statement;
  return {
    level,
    policy: placed.policy.name,
    statement: index,
    ...(sid === undefined ? {} : { sid }),
    effect,
  };
}
