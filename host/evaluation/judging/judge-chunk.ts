/** A chunk's facts under a plan → a verdict per row, and what is needed to explain it. */
import type { ServiceCatalogue } from "../../authorization/catalogue/service-catalogue.ts";
import { eventContextKeys } from "../../authorization/keys/enrichment.ts";
import { otherOrganization } from "../../authorization/keys/other-organization.ts";
import { requestKeyState } from "../../authorization/keys/request-key-state.ts";
import { suppliedState } from "../../authorization/keys/supplied-context.ts";
import { resourceText } from "../../authorization/request/authorization.ts";
import type { EventChunk } from "../../domain/event-chunk.ts";
import type { Core } from "../../wasm/core.ts";
import { judge } from "../../wasm/decision.ts";
import type { JudgeInput, RequestEntries } from "../../wasm/judge-input.ts";
import type { IdArray } from "../../wasm/memory-writer.ts";
import { CLASS } from "../../wasm/plan-layout.ts";
import { type Judgement, judgementOf } from "../explaining/statement-truths.ts";
import type { PreviewPlan } from "../plan/plan-preview.ts";
import type { ChunkFacts } from "./chunk-facts.ts";
import { contextDimensions, keysByDimension } from "./context-dimensions.ts";
import { requestInput, type TargetState } from "./request-input.ts";
import type { Sessions } from "./sessions.ts";
import { settleResidual } from "./settle-residual.ts";
import { codeOfEnding, DUPLICATE_CODE } from "./verdict-codes.ts";
import { withConstants } from "./with-constants.ts";

/** A judgement, the row in it that stands for a row of the chunk, and its authorizations. */
export interface JudgedRow {
  readonly judgement: Judgement;
  readonly row: number;
  readonly entries: RequestEntries;
}

export interface JudgedChunk {
  /** Per row; see verdict-codes.ts. */
  readonly verdicts: Uint8Array;
  readonly judgedRow: (row: number) => JudgedRow;
  /** Id columns that together decide a row's verdict: rows equal in all of them share their explanation. */
  readonly decidingIds: readonly IdArray[];
}

/** What the rows of a chunk are looked at with, besides the chunk itself. */
export interface Surroundings {
  readonly catalogue: ServiceCatalogue;
  readonly sessions: Sessions;
  /** 1 for rows of which another copy counts. */
  readonly duplicates: Uint8Array;
  /** The snapshot was taken after the day of all rows: accounts that it does not list are not in the organization (R3). */
  readonly isSnapshotLater: boolean;
}

export function judgeChunk(
  core: Core,
  plan: PreviewPlan,
  chunk: EventChunk,
  facts: ChunkFacts,
  { catalogue, sessions, duplicates, isSnapshotLater }: Surroundings,
): JudgedChunk {
  const keysOfDimension = keysByDimension(plan);
  const context = contextDimensions(core, plan, chunk, facts, sessions, keysOfDimension);
  const input = withConstants({
    rows: chunk.rows,
    program: plan.program,
    context,
    request: requestInput(facts.request, keysOfDimension("request"), targetStates(plan, catalogue, isSnapshotLater)),
    constants: new Map(),
    identity: { ids: facts.identity.ids, classes: classesOf(plan, facts) },
    classes: plan.classes,
    outcomes: outcomeTables(plan, facts),
    time: chunk.time,
    verdicts: duplicates.map((isDuplicate) => (isDuplicate === 0 ? 0 : DUPLICATE_CODE)),
    windowStart: BigInt(plan.request.windowStart),
    windowEnd: BigInt(plan.request.windowEnd),
    capturedAt: plan.capturedAt === undefined ? undefined : BigInt(plan.capturedAt),
  });
  const judgement = judgementOf(judge(core, input, true), input);
  const { verdicts, request } = input;
  const decidingIds = [facts.identity.ids, request.ids, ...context.map(({ ids }) => ids)];
  const settled = settleResidual(core, input, decidingIds);
  const judgedRow = (row: number) => settled(row) ?? { judgement, row, entries: entriesOf(input, row) };
  return { verdicts, judgedRow, decidingIds };
}

function entriesOf({ request }: JudgeInput, row: number): RequestEntries {
  const entries = request.requests[request.ids[row] ?? 0];
  if (entries === undefined) throw new Error(`row ${row} has no request`);
  return entries;
}

/** What the record proves, else what an enriched record says, else what the user says. */
function targetStates(plan: PreviewPlan, catalogue: ServiceCatalogue, isSnapshotLater: boolean): TargetState {
  const { context, snapshot } = plan.request;
  const organization = {
    id: snapshot.Organization.Id,
    pathsOf: plan.organizationPaths,
    isListed: plan.isListed,
    other: isSnapshotLater ? otherOrganization(plan.program.predicates, snapshot.Organization.Id) : undefined,
  };
  return ({ request }, authorization, key) => {
    const said =
      Object.keys(request.eventContext).length === 0 ? undefined : enrichedKeys(request.eventContext).get(key);
    const state = said ?? requestKeyState(catalogue, request, authorization, key, organization);
    if (context === undefined) return state;
    const resourceArn = resourceText(authorization.resource);
    return suppliedState(context, state, key, resourceArn === "" ? {} : { resourceArn });
  };
}

function enrichedKeys(eventContext: object): ReturnType<typeof eventContextKeys> {
  return eventContextKeys(JSON.stringify(eventContext));
}

/** Which class an identity's account has; what is out of scope does not get here. */
function classesOf(plan: PreviewPlan, facts: ChunkFacts): Uint16Array {
  return Uint16Array.from(facts.identity.facts, ({ account }) => {
    if (account === undefined) return CLASS.unknown;
    return plan.accounts.get(account)?.classIndex ?? CLASS.unlisted;
  });
}

/** The tables that end a row before it is judged, most telling reason first. */
function outcomeTables(
  plan: PreviewPlan,
  facts: ChunkFacts,
): readonly { readonly ids: IdArray; readonly table: Uint8Array }[] {
  const endings = Uint8Array.from(facts.ending.facts, (ending) =>
    ending === undefined ? 0 : codeOfEnding(ending.reason),
  );
  const principals = Uint8Array.from(facts.identity.facts, ({ outcome, account }) => {
    if (outcome !== undefined) return codeOfEnding(outcome.reason);
    if (account === undefined || !plan.isListed(account)) return 0;
    if (plan.isManagementAccount(account)) return codeOfEnding("managementAccount");
    return plan.accounts.has(account) ? 0 : codeOfEnding("outsideTarget");
  });
  const errors = Uint8Array.from(facts.error.facts, ({ alreadyDenied }) =>
    alreadyDenied ? codeOfEnding("accessDenied") : 0,
  );
  return [
    { ids: facts.ending.ids, table: endings },
    { ids: facts.identity.ids, table: principals },
    { ids: facts.error.ids, table: errors },
  ];
}
