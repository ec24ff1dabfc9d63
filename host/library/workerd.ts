/** The package on Workers: the core comes compiled with the bundle, for compiling there is forbidden. */
import { instantiateCore } from "../wasm/core.ts";
import coreModule from "../wasm/module-workerd.ts";
import { createEvaluatorOf, type Evaluator } from "./create-evaluator.ts";

export * from "./public-types.ts";

/** An evaluator with a core of its own. */
export async function createEvaluator(): Promise<Evaluator> {
  return createEvaluatorOf(instantiateCore(coreModule));
}
