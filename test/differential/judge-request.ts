/** One authorization through the product: compiled policies, the core, and the settling of what the core leaves to the host. */
import type { Impact } from "../../host/domain/impact.ts";
import { type KeyState, UNKNOWN } from "../../host/domain/key-state.ts";
import { ACTION_KEY, RESOURCE_KEY } from "../../host/domain/program.ts";
import { mayBeAllowedNow } from "../../host/evaluation/explaining/may-be-allowed-now.ts";
import { type KeyColumn, viewOf } from "../../host/evaluation/explaining/statement-truths.ts";
import { meaningOf } from "../../host/evaluation/judging/verdict-codes.ts";
import { accountClassOf } from "../../host/evaluation/plan/account-class.ts";
import { type LevelStatements, readLevels } from "../../host/evaluation/plan/level-statements.ts";
import { createProgramBuilder } from "../../host/policy/build-program.ts";
import type { Core } from "../../host/wasm/core.ts";
import { judge, type Subject } from "../../host/wasm/decision.ts";
import { VERDICTS } from "../../host/wasm/plan-layout.ts";

export interface KnownRequest {
  readonly action: string;
  /** Undefined: unknown. */
  readonly resource: string | undefined;
  /** Keys in lower case; what is missing is unknown. */
  readonly keys: ReadonlyMap<string, KeyState>;
}

/** Levels from the root, each a list of policy texts. */
export type Documents = readonly (readonly string[])[];

export function judgeRequest(core: Core, current: Documents, proposed: Documents, request: KnownRequest): Impact {
  const builder = createProgramBuilder();
  const levels = [current, proposed].map((documents) => levelsOf(documents, builder));
  const [now, then] = levels;
  if (now === undefined || then === undefined) throw new Error("two hierarchies");
  const program = builder.build();
  const action: Subject = { possibilities: 2, texts: [request.action.toLowerCase()] };
  const resource: Subject =
    request.resource === undefined ? { possibilities: 4, texts: [] } : { possibilities: 2, texts: [request.resource] };
  const keys = [...new Set(program.predicates.map(({ key }) => key))].filter(
    (key) => key !== ACTION_KEY && key !== RESOURCE_KEY,
  );
  const constants = new Map(keys.map((key) => [key, toSubject(request.keys.get(key) ?? UNKNOWN)] as const));
  const ids = new Uint8Array(1);
  const verdicts = new Uint8Array(1);
  const truths = judge(core, {
    rows: 1,
    program,
    context: [],
    operation: { ids, actions: [action], certain: [true], variants: [[]], alternatives: [[]], possible: [[]] },
    resource: { ids, valueCount: 2, subjects: new Map([[RESOURCE_KEY, [resource, { possibilities: 4, texts: [] }]]]) },
    constants,
    identity: { ids, classes: new Uint16Array(1) },
    classes: [accountClassOf(program, now, then)],
    outcomes: [],
    time: new BigInt64Array([5n]),
    verdicts,
    windowStart: 0n,
    windowEnd: 10n,
    capturedAt: undefined,
  });
  const [verdict = 0] = verdicts;
  if (verdict === VERDICTS.deniedIfAllowedNow) {
    const columns = new Map<string, KeyColumn>([
      [ACTION_KEY, { distinctOf: () => 0, subjects: [action] }],
      [RESOURCE_KEY, { distinctOf: () => 0, subjects: [resource] }],
      ...[...constants].map(([key, subject]) => [key, { distinctOf: () => 0, subjects: [subject] }] as const),
    ]);
    return mayBeAllowedNow(program, viewOf(program, truths, columns, 0), now) ? "newlyDenied" : "undetermined";
  }
  const meaning = meaningOf(verdict);
  if (meaning.outcome !== "judged") throw new Error(`a request ended as ${meaning.outcome}`);
  return meaning.impact;
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

function toSubject({ mayBeAbsent, values, mayBeAnything }: KeyState): Subject {
  const possibilities = (mayBeAbsent ? 1 : 0) | (values === undefined ? 0 : 2) | (mayBeAnything ? 4 : 0);
  return { possibilities, texts: values ?? [] };
}
