/**
 * The rows of a chunk that a report must name, each with what decided it. Rows that agree in everything a verdict hangs on
 * are explained once. Settles the verdict "denied, if it is allowed now" on the way.
 */
import type { EventChunk } from "../../domain/event-chunk.ts";
import type { Core } from "../../wasm/core.ts";
import { groupRows, NO_GROUP } from "../../wasm/group-rows.ts";
import type { Entry } from "../../wasm/judge-input.ts";
import { VERDICTS } from "../../wasm/plan-layout.ts";
import type { ChunkFacts, RequestFacts } from "../judging/chunk-facts.ts";
import type { JudgedChunk } from "../judging/judge-chunk.ts";
import type { PreviewPlan } from "../plan/plan-preview.ts";
import { explainCertainDenial } from "./explain-denial.ts";
import { explainUndetermined } from "./explain-undetermined.ts";
import { type Explanation, explainOpen } from "./explain-verdict.ts";
import { type RowViews, settleVerdict } from "./settle-verdict.ts";
import { viewOf } from "./statement-truths.ts";

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
  const views = viewsOf(plan, judged, row);
  const settled = settleVerdict(program, verdict, views, planned.current, planned.proposed);
  if (settled === VERDICTS.unchanged) return { verdict: settled, explanation: { unknown: [] } };
  if (verdict === VERDICTS.undetermined) {
    const explanation = explainUndetermined(program, views, planned, factsOf(facts, row));
    return { verdict, explanation };
  }
  const explanation = explainCertainDenial(program, views, planned);
  if (settled === VERDICTS.newlyDenied) return { verdict: settled, explanation };
  const open = explainOpen(program, views.certain.flat(), planned.current, []);
  const reason = "the policies attached now may deny it already";
  return { verdict: settled, explanation: { ...explanation, unknown: open.unknown, reason } };
}

function viewsOf({ program }: PreviewPlan, judged: JudgedChunk, row: number): RowViews {
  const { judgement, row: judgedAs, entries } = judged.judgedRow(row);
  const view = (entry: Entry) => viewOf(program, judgement, judgedAs, entry);
  return { certain: entries.certain.map((list) => list.map(view)), possible: entries.possible.map(view) };
}

function factsOf({ request }: ChunkFacts, row: number): RequestFacts {
  const facts = request.facts[request.ids[row] ?? 0];
  if (facts === undefined) throw new Error(`row ${row} has no request`);
  return facts;
}

function whyNoAccount(account: string | undefined): string {
  if (account === undefined) return "the record names no account of the caller";
  return `account ${account} is not in the organization snapshot, which was taken before this call or does not say when`;
}
