/** The core's exports as the host calls them, mirroring `assembly/index.ts`. Pointers are byte offsets into linear memory. */
import { instantiateSync } from "@assemblyscript/loader";

export interface Core {
  readonly memory: WebAssembly.Memory;
  allocate(bytes: number): number;
  mark(): number;
  release(place: number): void;
  /** `bindings`: 0, or one binding for each variable of the predicate for each subject. */
  evaluatePredicate(predicate: number, subjects: number, count: number, bindings: number, out: number): void;
  fillMasks(masks: number, count: number, words: number): void;
  applyPredicate(
    masks: number,
    count: number,
    words: number,
    truths: number,
    statements: number,
    statementCount: number,
  ): void;
  judgeRows(plan: number): void;
  /** Index into DECISIONS (decision.ts) per mask, one byte each. */
  decideMasks(hierarchy: number, masks: number, count: number, words: number, out: number): void;
  groupRows(request: number): number;
  /** 0 when there is no memory for it. */
  createExtraction(windowBytes: number, rowsMax: number, chunkBytes: number, seedHigh: number, seedLow: number): number;
  beginFile(extraction: number, nameBytes: number): void;
  /** An EXTRACT status (extraction-layout.ts). */
  extract(extraction: number, last: boolean): number;
  closeChunk(extraction: number): void;
  resetChunk(extraction: number): void;
  scanStructure(at: number, bytes: number, bitmaps: number, backslashes: number): number;
}

/** A fresh instance with a memory of its own. */
export function instantiateCore(module: WebAssembly.Module): Core {
  return instantiateSync(module).exports as unknown as Core;
}
