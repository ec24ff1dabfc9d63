/** The core's exports as the host calls them, mirroring `assembly/index.ts`. Pointers are byte offsets into linear memory. */
import { instantiateSync } from "@assemblyscript/loader";

export interface Core {
  readonly memory: WebAssembly.Memory;
  allocate(bytes: number): number;
  mark(): number;
  release(place: number): void;
  evaluatePredicate(predicate: number, subjects: number, count: number, out: number): void;
  fillMasks(masks: number, count: number, words: number): void;
  applyPredicate(masks: number, count: number, words: number, truths: number, statements: number, statementCount: number): void;
  combinePossible(masks: number, words: number, sources: number, sourceCount: number, limit: number, out: number): void;
  judgeRows(plan: number): void;
  groupRows(request: number): number;
}

/** A fresh instance with a memory of its own. */
export function instantiateCore(module: WebAssembly.Module): Core {
  return instantiateSync(module).exports as unknown as Core;
}
