/** What the core needs to judge rows, with everything a test does not speak of filled in: calls of s3:GetObject on one object. */
import type { Hierarchy } from "../../host/domain/organization.ts";
import { type Program, RESOURCE_KEY } from "../../host/domain/program.ts";
import { accountClassOf } from "../../host/evaluation/plan/account-class.ts";
import { type LevelStatements, readLevels } from "../../host/evaluation/plan/level-statements.ts";
import { createProgramBuilder } from "../../host/policy/build-program.ts";
import type { Core } from "../../host/wasm/core.ts";
import { judge } from "../../host/wasm/decision.ts";
import type { AccountClassInput, Entry, JudgeInput, RequestInput, Subject } from "../../host/wasm/judge-input.ts";
import { POSSIBILITIES, VERDICTS } from "../../host/wasm/plan-layout.ts";

export const OBJECT = "arn:aws:s3:::ledger/may.csv";
export const UNKNOWN_RESOURCE: Subject = { possibilities: POSSIBILITIES.anything, texts: [] };
export const UNKNOWN_KEY: Subject = { possibilities: POSSIBILITIES.absent | POSSIBILITIES.anything, texts: [] };

export interface Compiled {
  readonly program: Program;
  readonly current: readonly LevelStatements[];
  readonly proposed: readonly LevelStatements[];
  readonly accountClass: AccountClassInput;
}

export type StatementJson = Readonly<Record<string, unknown>>;

/** A statement of everything, but for what `rest` says. */
export function deny(rest: StatementJson = {}): StatementJson {
  const actions = "NotAction" in rest ? {} : { Action: "*" };
  const resources = "NotResource" in rest ? {} : { Resource: "*" };
  return { Effect: "Deny", ...actions, ...resources, ...rest };
}

export function allow(rest: StatementJson = {}): StatementJson {
  return { ...deny(rest), Effect: "Allow" };
}

export function policyOf(...statements: readonly StatementJson[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

export const FULL_ACCESS = policyOf(allow());

/** Levels from the root, named level-0 …, each with policies p-0 … */
export function hierarchyOf(...levels: readonly (readonly string[])[]): Hierarchy {
  return levels.map((policies, level) => ({
    id: `level-${level}`,
    policies: policies.map((document, index) => ({ id: `p-${index}`, name: `p-${index}`, document })),
  }));
}

export function compile(current: Hierarchy, proposed: Hierarchy): Compiled {
  const builder = createProgramBuilder();
  const read = (hierarchy: Hierarchy): readonly LevelStatements[] => {
    const levels = readLevels(hierarchy, builder);
    if (!levels.ok) throw new Error(levels.faults.map(({ message }) => message).join("; "));
    return levels.value;
  };
  const [now, then] = [read(current), read(proposed)];
  const program = builder.build();
  return { program, current: now, proposed: then, accountClass: accountClassOf(program, now, then) };
}

/** `changes` wins over the defaults: rows at time 0 in the window [0, 10), of an account of class 0, nothing ended. */
export function judgeInputOf(
  { program, accountClass }: Compiled,
  rows: number,
  changes: Partial<JudgeInput> = {},
): JudgeInput {
  const ids = new Uint8Array(rows);
  return {
    rows,
    program,
    context: [],
    request: requestOf(ids, [{ certain: [[{ action: "s3:GetObject", resource: OBJECT }]], possible: [] }]),
    constants: new Map(),
    identity: { ids, classes: Uint16Array.of(0) },
    classes: [accountClass],
    outcomes: [],
    time: new BigInt64Array(rows),
    verdicts: new Uint8Array(rows),
    windowStart: 0n,
    windowEnd: 10n,
    capturedAt: undefined,
    ...changes,
  };
}

export interface Asked {
  readonly action: string;
  /** Undefined: nobody knows it. */
  readonly resource?: string | undefined;
}

export interface AskedRequest {
  readonly certain: readonly (readonly Asked[])[];
  readonly possible: readonly Asked[];
}

/** Every authorization has an action and a target of its own. */
export function requestOf(ids: RequestInput["ids"], asked: readonly AskedRequest[]): RequestInput {
  const actions: Subject[] = [];
  const resources: Subject[] = [];
  const entryOf = ({ action, resource }: Asked): Entry => {
    resources.push(
      resource === undefined ? UNKNOWN_RESOURCE : { possibilities: POSSIBILITIES.values, texts: [resource] },
    );
    return { action: actions.push(actionSubject(action)) - 1, target: resources.length - 1 };
  };
  const requests = asked.map(({ certain, possible }) => ({
    certain: certain.map((list) => list.map(entryOf)),
    possible: possible.map(entryOf),
  }));
  return {
    ids,
    requests,
    actions,
    targets: { valueCount: resources.length, subjects: new Map([[RESOURCE_KEY, resources]]) },
  };
}

/** `service:name`, or `service:*` for some action of the service, or `*`. */
export function actionSubject(action: string): Subject {
  if (!action.endsWith("*")) return { possibilities: POSSIBILITIES.values, texts: [action.toLowerCase()] };
  return { possibilities: POSSIBILITIES.anything, texts: [action.slice(0, -1).toLowerCase()] };
}

/** The names of verdict codes; a number for one that is no verdict of the core. */
export function namesOf(verdicts: Uint8Array): readonly string[] {
  const names = new Map<number, string>(Object.entries(VERDICTS).map(([name, code]) => [code, name]));
  return Array.from(verdicts, (code) => (code < VERDICTS.host ? names.get(code) : undefined) ?? `${code}`);
}

/** What the core is asked of these requests, one row each; of conditions nothing is known. */
export function askedInputOf(compiled: Compiled, requests: readonly AskedRequest[]): JudgeInput {
  const keys = new Set(compiled.program.predicates.map(({ key }) => key).filter((key) => key.includes(":")));
  const ids = Uint8Array.from(requests, (_, index) => index);
  return judgeInputOf(compiled, requests.length, {
    request: requestOf(ids, requests),
    constants: new Map([...keys].map((key) => [key, UNKNOWN_KEY])),
  });
}

/** The core's verdicts on them. */
export function verdictsOf(core: Core, compiled: Compiled, requests: readonly AskedRequest[]): readonly string[] {
  const input = askedInputOf(compiled, requests);
  judge(core, input);
  return namesOf(input.verdicts);
}
