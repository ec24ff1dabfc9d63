/** What every entry of the package exports beside `createEvaluator`. */
export type { Fault, Where } from "../domain/fault.ts";
export type { DecisionAnswer, MatchedStatement } from "../evaluation/deciding/explain-decision.ts";
export type { Evaluator } from "./create-evaluator.ts";
export type { ContextValue, DecideInput } from "./decide-input.ts";
export { InputError } from "./input-error.ts";
