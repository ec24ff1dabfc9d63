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
import { type RowViews, settleVerdict } from "./settle-verdict.ts";
import { type AuthorizationView, viewOf } from "./statement-truths.ts";

export interface ExplainedRows {
  /** Per row an index into `explanations`, or NO_GROUP for rows that need none. */
  readonly groups: Uint32Array;
  readonly explanations: readonly Explanation[];
}

const EXPLAINED = [VERDICTS.newlyDenied, VERDICTS.undetermined, VERDICTS.deniedIfAllowedNow];

/** Changes `judged.verdicts`: rows that need a closer look become newly denied, undetermined or, without explanation, unchanged. */
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
  const views = { certain: certainViews(plan, judged, row), possible: possibleViews(plan, judged, row) };
  const settled = settleVerdict(program, verdict, views, planned.current, planned.proposed);
  if (settled === VERDICTS.unchanged) return { verdict: settled, explanation: { unknown: [] } };
  if (verdict === VERDICTS.undetermined)
    return { verdict, explanation: explainUndetermined(plan, facts, planned, views, row) };
  const explanation = explainCertainDenial(plan, views.certain, planned);
  if (settled === VERDICTS.newlyDenied) return { verdict: settled, explanation };
  const open = explainOpen(program, views.certain, planned.current, []);
  const reason = "the policies attached now may deny it already";
  return { verdict: settled, explanation: { ...explanation, unknown: open.unknown, reason } };
}

/**
 * What keeps the call itself open comes first; what may have been asked in its place, or besides, counts where that is open
 * or would be decided otherwise.
 */
function explainUndetermined(
  plan: PreviewPlan,
  facts: ChunkFacts,
  planned: PlannedAccount,
  { certain, possible }: RowViews,
  row: number,
): Explanation {
  const explain = (views: readonly AuthorizationView[]) =>
    explainOpen(plan.program, views, planned.proposed, planned.current);
  const [own, ...instead] = certain;
  const itself = explain(own === undefined ? [] : [own]);
  const inItsPlace = explain(instead);
  const besides = explain(possible);
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
