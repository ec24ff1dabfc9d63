/** Single requests under one hierarchy: the decision, the statements it rests on, and the unknown keys that keep it open. */

import { type Result, success } from "../../domain/fault.ts";
import type { KeyState } from "../../domain/key-state.ts";
import type { Hierarchy } from "../../domain/organization.ts";
import { ACTION_KEY, keysOf, type Program, RESOURCE_KEY } from "../../domain/program.ts";
import { createProgramBuilder } from "../../policy/build-program.ts";
import type { Core } from "../../wasm/core.ts";
import { type Decision, decide } from "../../wasm/decision.ts";
import type { AccountClassInput, Subject } from "../../wasm/judge-input.ts";
import { POSSIBILITIES } from "../../wasm/plan-layout.ts";
import { viewOf } from "../explaining/statement-truths.ts";
import { toSubject } from "../judging/to-subject.ts";
import { accountClassOf } from "../plan/account-class.ts";
import { type LevelStatements, readLevels } from "../plan/level-statements.ts";
import { type DecisionAnswer, explainDecision } from "./explain-decision.ts";

export interface AuthorizationRequest {
  /** `service:Name`, in any case. */
  readonly action: string;
  /** An ARN, or `*` for an action without resource types; undefined when nobody knows it. */
  readonly resource: string | undefined;
  /** What is known of a condition key, given in lower case. */
  readonly stateOf: (key: string) => KeyState;
}

/** A hierarchy with its policies compiled, ready for any number of requests. */
export interface CompiledHierarchy {
  readonly program: Program;
  readonly levels: readonly LevelStatements[];
  readonly accountClass: AccountClassInput;
}

/** Faults: those of the grammar, each with policy and level in its message. */
export function compileHierarchy(hierarchy: Hierarchy): Result<CompiledHierarchy> {
  const builder = createProgramBuilder();
  const levels = readLevels(hierarchy, builder);
  if (!levels.ok) return levels;
  const program = builder.build();
  return success({ program, levels: levels.value, accountClass: accountClassOf(program, levels.value, []) });
}

/** One answer for each request, in order. */
export function decideCompiled(
  core: Core,
  { program, levels, accountClass }: CompiledHierarchy,
  requests: readonly AuthorizationRequest[],
): readonly DecisionAnswer[] {
  const keys = new Set([ACTION_KEY, RESOURCE_KEY, ...program.predicates.flatMap(keysOf)]);
  const subjects = new Map([...keys].map((key) => [key, requests.map((request) => subjectOf(request, key))] as const));
  const { decisions, truths } = decide(core, {
    program,
    count: requests.length,
    subjects,
    hierarchy: accountClass,
  });
  const columns = new Map([...subjects].map(([key, values]) => [key, { distinctOf: same, subjects: values }] as const));
  const judgement = { truths, keys: columns };
  return decisions.map((decision: Decision, index) =>
    explainDecision(program, levels, viewOf(program, judgement, index, { action: index, target: index }), decision),
  );
}

export function decideRequests(
  core: Core,
  hierarchy: Hierarchy,
  requests: readonly AuthorizationRequest[],
): Result<readonly DecisionAnswer[]> {
  const compiled = compileHierarchy(hierarchy);
  return compiled.ok ? success(decideCompiled(core, compiled.value, requests)) : compiled;
}

function same(row: number): number {
  return row;
}

function subjectOf({ action, resource, stateOf }: AuthorizationRequest, key: string): Subject {
  if (key === ACTION_KEY) return { possibilities: POSSIBILITIES.values, texts: [action.toLowerCase()] };
  if (key !== RESOURCE_KEY) return toSubject(key, stateOf(key));
  return resource === undefined
    ? { possibilities: POSSIBILITIES.anything, texts: [] }
    : { possibilities: POSSIBILITIES.values, texts: [resource] };
}
