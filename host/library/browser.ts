/** The package in a browser: the core is fetched from where the bundler put it. */
import { instantiateCore } from "../wasm/core.ts";
import { loadCoreModule } from "../wasm/module-browser.ts";
import { createEvaluatorOf, type Evaluator } from "./create-evaluator.ts";

export * from "./public-types.ts";

const CORE_URL = new URL("../../build/core.wasm", import.meta.url);

/** An evaluator with a core of its own; rejects with the HTTP status when the core cannot be fetched. */
export async function createEvaluator(coreUrl: string | URL = CORE_URL): Promise<Evaluator> {
  return createEvaluatorOf(instantiateCore(await loadCoreModule(coreUrl)));
}
