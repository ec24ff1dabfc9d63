/** Authorizations through the product: compiled policies, the core, and the settling of what the core leaves to the host. */
import type { Impact } from "../../host/domain/impact.ts";
import { type KeyState, UNKNOWN } from "../../host/domain/key-state.ts";
import { ACTION_KEY, keysOf, RESOURCE_KEY } from "../../host/domain/program.ts";
import { settleVerdict } from "../../host/evaluation/explaining/settle-verdict.ts";
import { judgementOf, viewOf } from "../../host/evaluation/explaining/statement-truths.ts";
import { settleResidual } from "../../host/evaluation/judging/settle-residual.ts";
import { toSubject } from "../../host/evaluation/judging/to-subject.ts";
import { meaningOf } from "../../host/evaluation/judging/verdict-codes.ts";
import { accountClassOf } from "../../host/evaluation/plan/account-class.ts";
import { type LevelStatements, readLevels } from "../../host/evaluation/plan/level-statements.ts";
import { createProgramBuilder } from "../../host/policy/build-program.ts";
import type { Core } from "../../host/wasm/core.ts";
import { judge } from "../../host/wasm/decision.ts";
import type { Entry, JudgeInput, Subject } from "../../host/wasm/judge-input.ts";

export interface KnownRequest {
  readonly action: string;
  /** Undefined: unknown. */
  readonly resource: string | undefined;
  /** Keys in lower case; what is missing is unknown. */
  readonly keys: ReadonlyMap<string, KeyState>;
}

/** Levels from the root, each a list of policy texts. */
export type Documents = readonly (readonly string[])[];

const UNKNOWN_RESOURCE: Subject = { possibilities: 4, texts: [] };

export function judgeRequest(core: Core, current: Documents, proposed: Documents, request: KnownRequest): Impact {
  const [impact] = judgeRequests(core, current, proposed, [request]);
  if (impact === undefined) throw new Error("no answer");
  return impact;
}

/** One answer for each request: every request is a row, every key a dimension of its own. */
export function judgeRequests(
  core: Core,
  current: Documents,
  proposed: Documents,
  requests: readonly KnownRequest[],
): readonly Impact[] {
  const builder = createProgramBuilder();
  const [now, then] = [current, proposed].map((documents) => levelsOf(documents, builder));
  if (now === undefined || then === undefined) throw new Error("two hierarchies");
  const program = builder.build();
  const keys = [...new Set(program.predicates.flatMap(keysOf))].filter(
    (key) => key !== ACTION_KEY && key !== RESOURCE_KEY,
  );
  const rows = requests.length;
  const ids = () => Uint32Array.from(requests, (_, index) => index);
  const context = keys.map((key) => ({
    ids: ids(),
    valueCount: rows,
    subjects: new Map([[key, requests.map((request) => toSubject(key, request.keys.get(key) ?? UNKNOWN))]]),
  }));
  const actions = requests.map(({ action }): Subject => ({ possibilities: 2, texts: [action.toLowerCase()] }));
  const resources = requests.map(
    ({ resource }): Subject => (resource === undefined ? UNKNOWN_RESOURCE : { possibilities: 2, texts: [resource] }),
  );
  const input: JudgeInput = {
    rows,
    program,
    context,
    request: {
      ids: ids(),
      requests: requests.map((_, index) => ({ certain: [[{ action: index, target: index }]], possible: [] })),
      actions,
      targets: { valueCount: rows, subjects: new Map([[RESOURCE_KEY, resources]]) },
    },
    constants: new Map(),
    identity: { ids: new Uint8Array(rows), classes: new Uint16Array(1) },
    classes: [accountClassOf(program, now, then)],
    outcomes: [],
    time: new BigInt64Array(rows).fill(5n),
    verdicts: new Uint8Array(rows),
    windowStart: 0n,
    windowEnd: 10n,
    capturedAt: undefined,
  };
  const judgement = judgementOf(judge(core, input, true), input);
  const settled = settleResidual(core, input, [ids()]);
  return Array.from(input.verdicts, (verdict, row) => {
    const own = { judgement, row, entries: { certain: [[{ action: row, target: row }]] } };
    const { judgement: judged, row: judgedAs, entries } = settled(row) ?? own;
    const view = (entry: Entry) => viewOf(program, judged, judgedAs, entry);
    const views = { certain: entries.certain.map((list) => list.map(view)), possible: [] };
    const meaning = meaningOf(settleVerdict(program, verdict, views, now, then));
    if (meaning.outcome !== "judged") throw new Error(`a request ended as ${meaning.outcome}`);
    return meaning.impact;
  });
}

function levelsOf(documents: Documents, builder: ReturnType<typeof createProgramBuilder>): readonly LevelStatements[] {
  const hierarchy = documents.map((policies, level) => ({
    id: `level-${level}`,
    policies: policies.map((document, index) => ({ id: `p-${index}`, name: `p-${index}`, document })),
  }));
  const read = readLevels(hierarchy, builder);
  if (!read.ok) throw new Error(read.faults.map(({ message }) => message).join("; "));
  return read.value;
}
