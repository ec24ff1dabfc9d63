/**
 * The rows of a chunk that a report must name, each with what decided it. Rows that agree in everything a verdict hangs on
 * are explained once. Settles the verdict "denied, if it is allowed now" on the way.
 */

import { dimensionOfKey } from "../../authorization/context-keys.ts";
import type { OperationFacts } from "../../authorization/operation-facts.ts";
import type { EventChunk } from "../../domain/event-chunk.ts";
import { ACTION_KEY, RESOURCE_KEY } from "../../domain/program.ts";
import type { Core } from "../../wasm/core.ts";
import { groupRows, NO_GROUP } from "../../wasm/group-rows.ts";
import { VERDICTS } from "../../wasm/plan-layout.ts";
import type { ChunkFacts } from "../judging/chunk-facts.ts";
import type { JudgedChunk } from "../judging/judge-chunk.ts";
import type { PlannedAccount, PreviewPlan } from "../plan/plan-preview.ts";
import { type Explanation, explainDenial, explainOpen } from "./explain-verdict.ts";
import { mayBeAllowedNow } from "./may-be-allowed-now.ts";
import { type AuthorizationView, viewOf } from "./statement-truths.ts";

export interface ExplainedRows {
  /** Per row an index into `explanations`, or NO_GROUP for rows that need none. */
  readonly groups: Uint32Array;
  readonly explanations: readonly Explanation[];
}

const EXPLAINED = [VERDICTS.newlyDenied, VERDICTS.undetermined, VERDICTS.deniedIfAllowedNow];

/** Changes `judged.verdicts`: rows that wait for it become newly denied or undetermined. */
export function explainRows(
  core: Core,
  plan: PreviewPlan,
  chunk: EventChunk,
  facts: ChunkFacts,
  judged: JudgedChunk,
): ExplainedRows {
  const { verdicts } = judged;
  const columns = [verdicts, ...judged.decidingIds];
  const { ids, firstRows } = groupRows(core, chunk.rows, columns, { verdicts, codes: EXPLAINED });
  const settled = Array.from(firstRows, (row) => explainRow(plan, facts, judged, row));
  for (const [row, group] of ids.entries()) {
    if (group !== NO_GROUP) verdicts[row] = settled[group]?.verdict ?? VERDICTS.undetermined;
  }
  return { groups: ids, explanations: settled.map(({ explanation }) => explanation) };
}

interface Settled {
  readonly verdict: number;
  readonly explanation: Explanation;
}

function explainRow(plan: PreviewPlan, facts: ChunkFacts, judged: JudgedChunk, row: number): Settled {
  const { program } = plan;
  const verdict = judged.verdicts[row] ?? 0;
  const { account } = facts.identity.facts[facts.identity.ids[row] ?? 0] ?? {};
  const planned = account === undefined ? undefined : plan.accounts.get(account);
  if (planned === undefined)
    return { verdict: VERDICTS.undetermined, explanation: { unknown: [], reason: whyNoAccount(account) } };
  const certain = certainViews(plan, judged, row);
  if (verdict === VERDICTS.newlyDenied || verdict === VERDICTS.deniedIfAllowedNow) {
    const explanation = explainCertainDenial(plan, certain, planned);
    if (verdict === VERDICTS.newlyDenied || certain.every((view) => mayBeAllowedNow(program, view, planned.current))) {
      return { verdict: VERDICTS.newlyDenied, explanation };
    }
    const open = explainOpen(program, certain, planned.current, denies(planned.current), []);
    return {
      verdict: VERDICTS.undetermined,
      explanation: { ...explanation, unknown: open.unknown, reason: "the policies attached now may deny it already" },
    };
  }
  return { verdict, explanation: explainUndetermined(plan, facts, judged, planned, row) };
}

/**
 * What keeps the call itself open comes first; what may have been asked in its place, or besides, counts where that is open
 * or would be decided otherwise.
 */
function explainUndetermined(
  plan: PreviewPlan,
  facts: ChunkFacts,
  judged: JudgedChunk,
  planned: PlannedAccount,
  row: number,
): Explanation {
  const denyProposedOnly = new Set(plan.classes[planned.classIndex]?.denyProposedOnly ?? []);
  const explain = (views: readonly AuthorizationView[]) =>
    explainOpen(plan.program, views, planned.proposed, denyProposedOnly, planned.current);
  const [own, ...instead] = certainViews(plan, judged, row);
  const itself = explain(own === undefined ? [] : [own]);
  const inItsPlace = explain(instead);
  const besides = explain(possibleViews(plan, judged, row));
  const operation = facts.operation.facts[facts.operation.ids[row] ?? 0];
  const all = [itself, inItsPlace, besides];
  const reasons = all.map(({ reason }) => reason);
  if (operation !== undefined) {
    const differs = instead.length > 0 && (itself.decidedBy === undefined) !== (inItsPlace.decidedBy === undefined);
    if (differs || (inItsPlace.decidedBy !== undefined && itself.unknown.length === 0))
      reasons.push(whyInItsPlace(operation));
    if (besides.decidedBy !== undefined) reasons.push(whyPossible(operation));
  }
  const told = [...new Set(reasons.filter((reason) => reason !== undefined))];
  const decidedBy = all.find((each) => each.decidedBy !== undefined)?.decidedBy;
  return {
    unknown: [...new Set(all.flatMap(({ unknown }) => unknown))].sort(),
    ...(decidedBy === undefined ? {} : { decidedBy }),
    ...(told.length === 0 ? {} : { reason: told.join("; ") }),
  };
}

/** With alternatives every one of them is denied; the statement named is the first that denies the first of them. */
function explainCertainDenial(
  plan: PreviewPlan,
  views: readonly AuthorizationView[],
  planned: PlannedAccount,
): Explanation {
  const [own] = views;
  if (own === undefined) throw new Error("no authorization to explain");
  return explainDenial(plan.program, own, planned.proposed);
}

function certainViews(plan: PreviewPlan, judged: JudgedChunk, row: number): readonly AuthorizationView[] {
  const id = judged.operation.ids[row] ?? 0;
  if (judged.operation.certain[id] !== true) return [];
  const { judgement, row: judgedAs } = judged.judgedRow(row);
  const own = viewOf(plan.program, judgement, judgedAs);
  const variants = (judged.operation.variants[id] ?? []).map((action) =>
    viewOf(plan.program, judgement, judgedAs, new Map([[ACTION_KEY, action]])),
  );
  return [own, ...variants, ...otherViews(plan, judged, row, judged.operation.alternatives[id] ?? [])];
}

function possibleViews(plan: PreviewPlan, judged: JudgedChunk, row: number): readonly AuthorizationView[] {
  return otherViews(plan, judged, row, judged.operation.possible[judged.operation.ids[row] ?? 0] ?? []);
}

/** Authorizations with another action, of a resource that nobody knows. */
function otherViews(
  plan: PreviewPlan,
  judged: JudgedChunk,
  row: number,
  actions: readonly number[],
): readonly AuthorizationView[] {
  const { judgement, row: judgedAs, unknownResource } = judged.judgedRow(row);
  const resourceKeys = [...judgement.keys.keys()].filter(
    (key) => key === RESOURCE_KEY || dimensionOfKey(key) === "resource",
  );
  return actions.map((action) => {
    const overrides = new Map([[ACTION_KEY, action], ...resourceKeys.map((key) => [key, unknownResource] as const)]);
    return viewOf(plan.program, judgement, judgedAs, overrides);
  });
}

function denies(levels: PlannedAccount["current"]): ReadonlySet<number> {
  return new Set(
    levels.flatMap(({ statements }) =>
      statements.filter(({ statement }) => statement.effect === "Deny").map(({ number }) => number),
    ),
  );
}

function whyNoAccount(account: string | undefined): string {
  if (account === undefined) return "the record names no account of the caller";
  return `account ${account} is not in the organization snapshot, which was taken before this call or does not say when`;
}

function whyInItsPlace({ instead }: OperationFacts): string {
  return `AWS may have asked for ${instead.join(" or ")} in its place`;
}

function whyPossible({ authorization, alsoPossible, instead, provenance }: OperationFacts): string | undefined {
  if (provenance === "unmapped") return "the call maps to no known action";
  if (authorization.certainty === "possible") return `${authorization.pattern} may need no permission`;
  const besides = alsoPossible.filter((action) => !instead.includes(action)).sort();
  return besides.length === 0 ? undefined : `the call may also have needed ${besides.join(", ")}`;
}
