/** The package in Node: the core is read from the file beside it. */
import { instantiateCore } from "../wasm/core.ts";
import { loadCoreModule } from "../wasm/module-node.ts";
import { createEvaluatorOf, type Evaluator } from "./create-evaluator.ts";

export * from "./public-types.ts";

/** An evaluator with a core of its own. */
export async function createEvaluator(): Promise<Evaluator> {
  return createEvaluatorOf(instantiateCore(await loadCoreModule()));
}
