/** One log file → chunks, one at a time, with the core of this isolate. Stores nothing. */
import { WANTED_PATHS } from "../authorization/wanted-paths.ts";
import type { EventChunk } from "../domain/event-chunk.ts";
import { type Fault, type Result, success } from "../domain/fault.ts";
import { logFileBytes } from "../evaluation/chunks/log-file-bytes.ts";
import { createExtractor, type ExtractionTotals } from "../wasm/extractor.ts";
import { corePool } from "./engine.ts";

/** Uncompressed bytes of one log file. CloudTrail's own are a few MB; what is longer is no log or a gzip bomb. */
export const LOG_FILE_BYTES_MAX = 100 * 1024 * 1024;

export interface ExtractedFile {
  readonly totals: ExtractionTotals;
  /** What ended the file early, if anything did: what was read before is in the chunks. */
  readonly fault: Fault | undefined;
}

/** Faults after which nothing of the file is taken: runtimes give more or less of damaged gzip (R10). */
const REFUSED = new Set(["gzip-damaged", "file-too-large"]);

/**
 * Takes the file as delivered, JSON or gzip; `take` is given each chunk and awaited, so that one chunk at a time is in memory.
 * Faults: those of a file without a single record to read, `gzip-damaged`, `file-too-large`. Chunks may have been given
 * out before.
 */
export async function extractFile(
  key: string,
  source: Uint8Array | ReadableStream<Uint8Array>,
  take: (chunk: EventChunk) => Promise<void>,
): Promise<Result<ExtractedFile>> {
  return corePool().with(async (core) => {
    const extractor = createExtractor(core, { selection: WANTED_PATHS });
    const reading = extractor.extract(key, limitBytes(key, logFileBytes(key, source)));
    for (;;) {
      const { done, value } = await reading.next();
      if (!done) {
        await take(value);
        continue;
      }
      const [fault] = value.ok ? [] : value.faults;
      if (!value.ok && (value.totals.records === 0 || REFUSED.has(fault?.code ?? ""))) return value;
      const rest = extractor.finish();
      if (rest !== undefined) await take(rest);
      return success({ totals: value.totals, fault });
    }
  });
}

/** The bytes, and the fault `file-too-large` in place of what goes beyond LOG_FILE_BYTES_MAX. */
async function* limitBytes(
  file: string,
  bytes: AsyncGenerator<Uint8Array, Fault | undefined>,
): AsyncGenerator<Uint8Array, Fault | undefined> {
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await bytes.next();
      if (done) return value;
      length += value.byteLength;
      if (length > LOG_FILE_BYTES_MAX) {
        const message = `the file has more than ${LOG_FILE_BYTES_MAX} bytes uncompressed; split it`;
        return { code: "file-too-large", message, where: { file } };
      }
      yield value;
    }
  } finally {
    await bytes.return(undefined);
  }
}
