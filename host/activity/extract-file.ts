/** One log file → chunks, in memory, with the core of this isolate. Stores nothing. */
import { WANTED_PATHS } from "../authorization/wanted-paths.ts";
import type { EventChunk } from "../domain/event-chunk.ts";
import { type Fault, type Result, success } from "../domain/fault.ts";
import { logFileBytes } from "../evaluation/chunks/log-file-bytes.ts";
import { createExtractor, type ExtractionTotals } from "../wasm/extractor.ts";
import { corePool } from "./engine.ts";

export interface ExtractedFile {
  readonly chunks: readonly EventChunk[];
  readonly totals: ExtractionTotals;
  /** What ended the file early, if anything did: what was read before is in the chunks. */
  readonly fault: Fault | undefined;
}

/**
 * Takes the file as delivered, JSON or gzip. Faults: those of a file without a single record to read, and damaged gzip, of which
 * runtimes give more or less (R10).
 */
export async function extractFile(key: string, body: Uint8Array): Promise<Result<ExtractedFile>> {
  return corePool().with(async (core) => {
    const extractor = createExtractor(core, { selection: WANTED_PATHS });
    const chunks: EventChunk[] = [];
    const reading = extractor.extract(key, logFileBytes(key, body));
    for (;;) {
      const { done, value } = await reading.next();
      if (!done) {
        chunks.push(value);
        continue;
      }
      const [fault] = value.ok ? [] : value.faults;
      if (!value.ok && (value.totals.records === 0 || fault?.code === "gzip-damaged")) return value;
      const rest = extractor.finish();
      if (rest !== undefined) chunks.push(rest);
      return success({ chunks, totals: value.totals, fault });
    }
  });
}
