/**
 * Uncompressed log files → chunks, through the scanner of the core. Several files share a chunk; a chunk is given out when
 * it is full. Does not decompress, does not judge. One extractor takes one file at a time; its memory is given back
 * when the owner of the core releases a mark taken before.
 */
import { type EventChunk, UNREADABLE_REASONS, type UnreadableRecord } from "../domain/event-chunk.ts";
import type { Fault, Result } from "../domain/fault.ts";
import type { WantedPath } from "../domain/parameter-selection.ts";
import type { Core } from "./core.ts";
import {
  EXTRACT,
  EXTRACTION_MEMBERS,
  type ExtractionMember,
  FILE_NAME_BYTES_MAX,
  UNREADABLE_BYTES,
} from "./extraction-layout.ts";
import { readChunk } from "./read-chunk.ts";
import { selectionBytes } from "./selection-bytes.ts";

/** The largest record that is read; AWS writes at most 1 MB. */
export const WINDOW_BYTES = 4 * 1024 * 1024;
/** Bytes put into the window at a time: few enough to stay in the second-level cache. */
const FEED_BYTES = 256 * 1024;
/** Rows of a chunk (design part 9). */
export const ROWS_MAX = 2 ** 20;
/** Bytes of a chunk, dictionaries and packed columns (design part 9). */
export const CHUNK_BYTES_MAX = 24 * 1024 * 1024;
/** Unreadable records of a file remembered by place; all are counted. */
const UNREADABLE_KEPT = 1000;
/** Places of records are 32 bits wide. */
export const FILE_BYTES_MAX = 2 ** 32 - 1;

const NOTHING_WANTED: readonly WantedPath[] = [];

export interface ExtractorOptions {
  /** Which members of the parts of a record are taken; none when absent. Pass the same array each time: it is prepared once. */
  readonly selection?: readonly WantedPath[];
  readonly rowsMax?: number;
  /** A multiple of 64; the largest record that can be read. */
  readonly windowBytes?: number;
  /** Raised to what the largest record needs. */
  readonly chunkBytesMax?: number;
  readonly unreadableKept?: number;
}

export interface ExtractionTotals {
  /** Always rows + unreadableCount. */
  readonly records: number;
  readonly rows: number;
  /** The first ones, in the order of the file. */
  readonly unreadable: readonly UnreadableRecord[];
  readonly unreadableCount: number;
  /** Uncompressed bytes that were read. */
  readonly bytes: number;
}

/** Not ok: the file is no log, or damaged. `totals` says what was read all the same; those rows are in the chunks. */
export type ExtractionResult = Result<ExtractionTotals> & { readonly totals: ExtractionTotals };

/** Uncompressed pieces of a file. What it returns at the end is the fault that ended it early, if any. */
export type LogBytes = AsyncIterable<Uint8Array, Fault | undefined> | Iterable<Uint8Array, Fault | undefined>;

export interface Extractor {
  /**
   * Takes one file; yields the chunks that became full on the way. Faults: `empty-file`, `not-a-log`, `file-cut-off`,
   * `file-too-long`, `file-name-too-long`, and the one that `bytes` returns. Throws what `bytes` throws.
   */
  extract(file: string, bytes: LogBytes): AsyncGenerator<EventChunk, ExtractionResult>;
  /** The rows that no chunk has been given out with yet. */
  finish(): EventChunk | undefined;
}

/** Makes an extractor on `core`. Throws RangeError when the core's memory limit leaves no room for it. */
export function createExtractor(core: Core, options: ExtractorOptions = {}): Extractor {
  const extraction = new Extraction(core, options);
  return {
    extract: (file, bytes) => extraction.extract(file, bytes),
    finish: () => extraction.takeChunk(),
  };
}

class Extraction {
  readonly #core: Core;
  readonly #handle: number;
  readonly #unreadableKept: number;
  #busy = false;
  #file = "";
  #rows = 0;
  #rowsBefore = 0;
  #bytes = 0;
  #unreadable: UnreadableRecord[] = [];
  #unreadableCount = 0;

  constructor(core: Core, options: ExtractorOptions) {
    const { windowBytes = WINDOW_BYTES, rowsMax = ROWS_MAX, chunkBytesMax = CHUNK_BYTES_MAX } = options;
    if (windowBytes < 64 || windowBytes % 64 !== 0) throw new RangeError(`no multiple of 64: \`${windowBytes}\``);
    const [high = 0, low = 0] = crypto.getRandomValues(new Uint32Array(2));
    const selection = selectionBytes(options.selection ?? NOTHING_WANTED);
    this.#core = core;
    const selectionAt = core.allocate(selection.length) >>> 0;
    this.#handle = core.createExtraction(windowBytes, rowsMax, chunkBytesMax, high, low) >>> 0;
    this.#unreadableKept = options.unreadableKept ?? UNREADABLE_KEPT;
    if (selectionAt === 0 || this.#handle === 0) {
      throw new RangeError(`the core has no room for a window of ${windowBytes} bytes`);
    }
    this.#memory().set(selection, selectionAt);
    this.#set("selection", selectionAt);
  }

  async *extract(file: string, bytes: LogBytes): AsyncGenerator<EventChunk, ExtractionResult> {
    if (this.#busy) throw new Error("the extractor is already reading a file");
    this.#busy = true;
    try {
      const fault = this.#begin(file) ?? (yield* this.#read(bytes));
      const totals = this.#totals();
      return fault === undefined ? { ok: true, value: totals, totals } : { ok: false, faults: [fault], totals };
    } finally {
      this.#busy = false;
    }
  }

  takeChunk(): EventChunk | undefined {
    if (this.#get("rows") === 0) return undefined;
    this.#core.closeChunk(this.#handle);
    const chunk = readChunk(this.#core.memory.buffer as ArrayBuffer, {
      rows: this.#get("rows"),
      firstBlock: this.#get("firstBlock"),
      firstValue: this.#get("firstValue"),
      valueCounts: this.#get("valueCounts"),
    });
    this.#core.resetChunk(this.#handle);
    this.#rowsBefore = 0;
    return chunk;
  }

  #begin(file: string): Fault | undefined {
    this.#file = file;
    this.#rows = 0;
    this.#rowsBefore = this.#get("rows");
    this.#bytes = 0;
    this.#unreadable = [];
    this.#unreadableCount = 0;
    const name = new TextEncoder().encode(file);
    if (name.length > FILE_NAME_BYTES_MAX) {
      const message = `the name of the file has ${name.length} bytes; at most ${FILE_NAME_BYTES_MAX} are possible`;
      return { code: "file-name-too-long", message, where: { file } };
    }
    this.#memory().set(name, this.#get("fileName"));
    this.#core.beginFile(this.#handle, name.length);
    return undefined;
  }

  async *#read(bytes: LogBytes): AsyncGenerator<EventChunk, Fault | undefined> {
    const iterator = Symbol.asyncIterator in bytes ? bytes[Symbol.asyncIterator]() : bytes[Symbol.iterator]();
    let isDone = false;
    try {
      while (true) {
        const step = await iterator.next();
        if (step.done) {
          isDone = true;
          const fault = yield* this.#run(true);
          return step.value ?? fault;
        }
        const fault = yield* this.#feed(step.value);
        if (fault !== undefined) return fault;
      }
    } finally {
      if (!isDone) await iterator.return?.();
    }
  }

  *#feed(piece: Uint8Array): Generator<EventChunk, Fault | undefined> {
    if (this.#bytes + piece.length > FILE_BYTES_MAX) {
      const message = `the file has more than ${FILE_BYTES_MAX} bytes uncompressed; split it`;
      yield* this.#run(true);
      return { code: "file-too-long", message, where: { file: this.#file } };
    }
    let start = 0;
    while (start < piece.length) {
      const filled = this.#get("filled");
      // What is left over is scanned again: taking at least as much again keeps the whole work linear.
      const target = Math.min(this.#get("windowBytes"), Math.max(FEED_BYTES, filled * 2));
      const taken = piece.subarray(start, start + target - filled);
      this.#memory().set(taken, this.#get("window") + filled);
      this.#set("filled", filled + taken.length);
      start += taken.length;
      this.#bytes += taken.length;
      if (filled + taken.length < target) continue;
      const fault = yield* this.#run(false);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }

  *#run(last: boolean): Generator<EventChunk, Fault | undefined> {
    while (true) {
      const status = this.#core.extract(this.#handle, last);
      this.#count();
      if (status === EXTRACT.unreadableFull) continue;
      if (status !== EXTRACT.chunkFull) return this.#faultOf(status);
      const chunk = this.takeChunk();
      if (chunk === undefined) throw new Error("a chunk without rows cannot be full");
      yield chunk;
    }
  }

  /** Takes over what the core has counted since the last time. */
  #count(): void {
    const rows = this.#get("rows");
    this.#rows += rows - this.#rowsBefore;
    this.#rowsBefore = rows;
    const count = this.#get("unreadableCount");
    const view = new DataView(this.#core.memory.buffer, this.#get("unreadable"), count * UNREADABLE_BYTES);
    for (let index = 0; index < count && this.#unreadable.length < this.#unreadableKept; index++) {
      const reason = UNREADABLE_REASONS[view.getUint32(index * UNREADABLE_BYTES + 4, true) - 1];
      if (reason === undefined) throw new Error("the core gave a reason that the host does not know");
      this.#unreadable.push({ file: this.#file, offset: view.getUint32(index * UNREADABLE_BYTES, true), reason });
    }
    this.#unreadableCount += count;
    this.#set("unreadableCount", 0);
  }

  #faultOf(status: number): Fault | undefined {
    const where = { file: this.#file, offset: this.#get("faultOffset") };
    switch (status) {
      case EXTRACT.needsInput:
      case EXTRACT.fileEnded:
        return undefined;
      case EXTRACT.notALog:
        return {
          code: "not-a-log",
          message:
            "not a CloudTrail log file: it starts with neither an object nor an array; give the JSON or its gzip " +
            "(of a query on Athena or CloudTrail Lake, export its result as JSON, not as CSV)",
          where,
        };
      case EXTRACT.empty:
        return { code: "empty-file", message: "the file is empty; fetch it again", where };
      case EXTRACT.cutOff:
        return {
          code: "file-cut-off",
          message: "the file ends before its list of records does; fetch it again",
          where,
        };
      default:
        throw new Error(`the core gave a status that the host does not know: ${status}`);
    }
  }

  #totals(): ExtractionTotals {
    const [rows, unreadableCount] = [this.#rows, this.#unreadableCount];
    return { records: rows + unreadableCount, rows, unreadable: this.#unreadable, unreadableCount, bytes: this.#bytes };
  }

  /** Views are made anew each time: growth of the memory detaches them. */
  #memory(): Uint8Array {
    return new Uint8Array(this.#core.memory.buffer);
  }

  #get(member: ExtractionMember): number {
    return new DataView(this.#core.memory.buffer).getUint32(this.#place(member), true);
  }

  #set(member: ExtractionMember, value: number): void {
    new DataView(this.#core.memory.buffer).setUint32(this.#place(member), value, true);
  }

  #place(member: ExtractionMember): number {
    return this.#handle + EXTRACTION_MEMBERS.indexOf(member) * 4;
  }
}
