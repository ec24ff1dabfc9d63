/** The evaluator as a library: the same in every runtime, once the core is loaded. */
import type { Hierarchy } from "../domain/organization.ts";
import { type CompiledHierarchy, compileHierarchy, decideCompiled } from "../evaluation/deciding/decide-requests.ts";
import type { DecisionAnswer } from "../evaluation/deciding/explain-decision.ts";
import type { Core } from "../wasm/core.ts";
import { type DecideInput, readDecideInput } from "./decide-input.ts";
import { InputError } from "./input-error.ts";
import { keySpeller } from "./key-spelling.ts";
import { requestStates } from "./request-states.ts";

export interface Evaluator {
  /**
   * Decides one request under one hierarchy (R2, R6). Throws InputError with every fault of the input: its shape, and the policies'
   * grammar with line and column.
   */
  decide(input: DecideInput): DecisionAnswer;
}

/** Hierarchies kept compiled: cases of one organization come one after the other. */
const HIERARCHIES_MAX = 16;

export function createEvaluatorOf(core: Core): Evaluator {
  const compiled = new Map<string, CompiledHierarchy>();

  function compile(hierarchy: Hierarchy): CompiledHierarchy {
    const identity = JSON.stringify(hierarchy);
    const known = compiled.get(identity);
    if (known !== undefined) return known;
    const fresh = compileHierarchy(hierarchy);
    if (!fresh.ok) throw new InputError(fresh.faults);
    const [oldest] = compiled.keys();
    if (compiled.size === HIERARCHIES_MAX && oldest !== undefined) compiled.delete(oldest);
    compiled.set(identity, fresh.value);
    return fresh.value;
  }

  return {
    decide(input) {
      const read = readDecideInput(input);
      if (!read.ok) throw new InputError(read.faults);
      const { hierarchy, request } = read.value;
      const levels = compile(hierarchy);
      const stateOf = requestStates(request);
      const [answer] = decideCompiled(core, levels, [{ ...request, stateOf }]);
      if (answer === undefined) throw new Error("one request has one answer");
      const spell = keySpeller(request.unknownKeys, levels);
      return { ...answer, unknownContextKeys: answer.unknownContextKeys.map(spell) };
    },
  };
}
