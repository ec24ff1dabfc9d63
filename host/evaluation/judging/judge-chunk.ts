/** A chunk's facts under a plan → a verdict per row, and what is needed to explain it. */
import { dimensionOfKey } from "../../authorization/context-keys.ts";
import type { ResourceFacts } from "../../authorization/resource-facts.ts";
import type { Dimension } from "../../domain/dimension.ts";
import type { EventChunk } from "../../domain/event-chunk.ts";
import { PRESENT_UNKNOWN, present, presentList, UNKNOWN } from "../../domain/key-state.ts";
import { ACTION_KEY, keysOf, RESOURCE_KEY } from "../../domain/program.ts";
import type { Core } from "../../wasm/core.ts";
import { judge } from "../../wasm/decision.ts";
import type { DimensionInput, JudgeInput, OperationInput, Subject } from "../../wasm/judge-input.ts";
import type { IdArray } from "../../wasm/memory-writer.ts";
import { CLASS, POSSIBILITIES } from "../../wasm/plan-layout.ts";
import { type Judgement, judgementOf } from "../explaining/statement-truths.ts";
import type { PreviewPlan } from "../plan/plan-preview.ts";
import type { ChunkFacts, FactColumn, KeyStates } from "./chunk-facts.ts";
import { operationInput } from "./operation-input.ts";
import { settleResidual } from "./settle-residual.ts";
import { toSubject } from "./to-subject.ts";
import { codeOfEnding, DUPLICATE_CODE } from "./verdict-codes.ts";

/** A judgement, and the row in it that stands for a row of the chunk. */
export interface JudgedRow {
  readonly judgement: Judgement;
  readonly row: number;
  /** Of the resource dimension: the distinct value that stands for a resource nobody knows. */
  readonly unknownResource: number;
}

export interface JudgedChunk {
  /** Per row; see verdict-codes.ts. */
  readonly verdicts: Uint8Array;
  readonly judgedRow: (row: number) => JudgedRow;
  readonly operation: OperationInput;
  /** Id columns that together decide a row's verdict: rows equal in all of them share their explanation. */
  readonly decidingIds: readonly IdArray[];
}

/** `duplicates`: 1 for rows of which another copy counts. */
export function judgeChunk(
  core: Core,
  plan: PreviewPlan,
  chunk: EventChunk,
  facts: ChunkFacts,
  duplicates: Uint8Array,
): JudgedChunk {
  const keysOfDimension = keysByDimension(plan);
  const principalStates = facts.identity.facts.map(({ keys, account }) => withOrganization(plan, keys, account));
  const context = (
    [
      ["principal", { ids: facts.identity.ids, facts: principalStates }],
      ["region", facts.region],
      ["network", facts.network],
      ["userAgent", facts.userAgent],
      ["tls", facts.tls],
    ] as const
  )
    .filter(([dimension]) => keysOfDimension(dimension).length > 0)
    .map(([dimension, column]) => contextDimension(keysOfDimension(dimension), column));
  const input: JudgeInput = {
    rows: chunk.rows,
    program: plan.program,
    context,
    operation: operationInput(facts.operation),
    resource: resourceDimension(keysOfDimension("resource"), facts.resource, chunk.rows),
    constants: new Map(keysOfDimension(undefined).map((key) => [key, toSubject(key, UNKNOWN)] as const)),
    identity: { ids: facts.identity.ids, classes: classesOf(plan, facts) },
    classes: plan.classes,
    outcomes: outcomeTables(plan, facts),
    time: chunk.time,
    verdicts: duplicates.map((isDuplicate) => (isDuplicate === 0 ? 0 : DUPLICATE_CODE)),
    windowStart: BigInt(plan.request.windowStart),
    windowEnd: BigInt(plan.request.windowEnd),
    capturedAt: plan.capturedAt === undefined ? undefined : BigInt(plan.capturedAt),
  };
  const judgement = judgementOf(judge(core, input, true), input);
  const { verdicts, operation, resource } = input;
  const decidingIds = [facts.identity.ids, operation.ids, resource.ids, ...context.map(({ ids }) => ids)];
  const settled = settleResidual(core, input, decidingIds);
  const unknownResource = resource.valueCount - 1;
  const judgedRow = (row: number) => settled(row) ?? { judgement, row, unknownResource };
  return { verdicts, judgedRow, operation, decidingIds };
}

/** The keys the program asks for, by the dimension that proves them; `undefined`: none does. */
function keysByDimension(plan: PreviewPlan): (dimension: Dimension | undefined) => readonly string[] {
  const keys = [...new Set(plan.program.predicates.flatMap(keysOf))];
  const dimensionOf = (key: string) =>
    key === RESOURCE_KEY ? "resource" : key === ACTION_KEY ? "operation" : dimensionOfKey(key);
  return (dimension) => keys.filter((key) => dimensionOf(key) === dimension);
}

function contextDimension(keys: readonly string[], column: FactColumn<KeyStates>): DimensionInput {
  const subjects = new Map(
    keys.map((key) => [key, column.facts.map((states) => toSubject(key, states.get(key) ?? UNKNOWN))] as const),
  );
  return { ids: column.ids, valueCount: column.facts.length, subjects };
}

/** One value more than occurs: the last is a resource that nobody knows, for possible authorizations. */
function resourceDimension(keys: readonly string[], column: FactColumn<ResourceFacts>, rows: number): DimensionInput {
  if (keys.length === 0) return { ids: new Uint8Array(rows), valueCount: 1, subjects: new Map() };
  const subjects = new Map(
    keys.map((key) => {
      const known = column.facts.map((facts) =>
        key === RESOURCE_KEY ? resourceSubject(facts) : toSubject(key, facts.accountKey),
      );
      return [key, [...known, key === RESOURCE_KEY ? UNKNOWN_RESOURCE : toSubject(key, UNKNOWN)]] as const;
    }),
  );
  return { ids: column.ids, valueCount: column.facts.length + 1, subjects };
}

const UNKNOWN_RESOURCE: Subject = { possibilities: POSSIBILITIES.anything, texts: [] };

function resourceSubject({ resources }: ResourceFacts): Subject {
  if (resources.kind === "unknown") return UNKNOWN_RESOURCE;
  if (resources.kind === "none") return { possibilities: POSSIBILITIES.values, texts: ["*"] };
  const further = resources.furtherUnknown ? POSSIBILITIES.anything : 0;
  return { possibilities: POSSIBILITIES.values | further, texts: resources.arns };
}

/** What only the snapshot knows of a principal (semantics 4.1). */
function withOrganization(plan: PreviewPlan, keys: KeyStates, account: string | undefined): KeyStates {
  if (account === undefined || !plan.isListed(account)) return keys;
  const paths = plan.organizationPaths(account);
  return new Map([
    ...keys,
    ["aws:principalorgid", present(plan.request.snapshot.Organization.Id)],
    ["aws:principalorgpaths", paths === undefined ? PRESENT_UNKNOWN : presentList(paths)],
  ]);
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
