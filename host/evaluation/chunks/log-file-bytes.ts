/**
 * A log file as delivered, JSON or gzip → its uncompressed bytes, piece by piece. What the first two bytes say decides,
 * not the name. Does not look at the JSON.
 */
import type { Fault } from "../../domain/fault.ts";
import { gunzipInTurns } from "./gunzip-in-turns.ts";

const GZIP_MAGIC = [0x1f, 0x8b] as const;
/**
 * Compressed bytes handed on at a time, so that most of what comes before damage is given out before the damage is met.
 * A runtime drops what it has unpacked and not yet given out when it meets an error (workerd does, Node does not).
 */
const SLICE_BYTES = 64 * 1024;

/**
 * Yields the uncompressed bytes of the file `name`. Returns the fault `gzip-damaged` when they could not be had to the end:
 * the gzip data is damaged, cut off, or followed by anything else (several gzip files joined into one are not read).
 * Errors of the source itself are thrown on.
 */
export async function* logFileBytes(
  name: string,
  source: ReadableStream<Uint8Array> | Uint8Array,
): AsyncGenerator<Uint8Array, Fault | undefined> {
  const pieces = source instanceof Uint8Array ? [source].values() : piecesOf(source);
  try {
    const head = await readHead(pieces);
    if (head[0] === GZIP_MAGIC[0] && head[1] === GZIP_MAGIC[1]) return yield* gunzip(name, head, pieces);
    if (head.length > 0) yield head;
    for (let step = await pieces.next(); !step.done; step = await pieces.next()) yield step.value;
    return undefined;
  } finally {
    await pieces.return?.();
  }
}

type Pieces = AsyncGenerator<Uint8Array, void> | IterableIterator<Uint8Array>;

async function* piecesOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  const reader = stream.getReader();
  let isDone = false;
  try {
    while (true) {
      const step = await reader.read();
      if (step.done) break;
      yield step.value;
    }
    isDone = true;
  } finally {
    if (!isDone) await reader.cancel().catch(() => undefined);
  }
}

/** The first pieces, joined until there are two bytes to tell gzip by. */
async function readHead(pieces: Pieces): Promise<Uint8Array> {
  let head = new Uint8Array(0);
  while (head.length < GZIP_MAGIC.length) {
    const step = await pieces.next();
    if (step.done) break;
    const joined = new Uint8Array(head.length + step.value.length);
    joined.set(head);
    joined.set(step.value, head.length);
    head = joined;
  }
  return head;
}

async function* gunzip(name: string, head: Uint8Array, pieces: Pieces): AsyncGenerator<Uint8Array, Fault | undefined> {
  const { readable, writable } = new DecompressionStream("gzip");
  const byteReader = byteReaderOf(readable as ReadableStream<Uint8Array>);
  if (byteReader !== undefined) {
    const writer = writable.getWriter() as WritableStreamDefaultWriter<Uint8Array>;
    return (yield* gunzipInTurns(byteReader, writer, joined(head, pieces))) ? undefined : damaged(name);
  }
  const reader = (readable as ReadableStream<Uint8Array>).getReader();
  const feeding = feed(writable.getWriter() as WritableStreamDefaultWriter<Uint8Array>, head, pieces);
  let isDone = false;
  try {
    while (true) {
      const step = await reader.read().catch(() => undefined);
      if (step === undefined || step.done) {
        isDone = true;
        const failure = await feeding;
        if (failure !== undefined) throw failure.error;
        return step === undefined ? damaged(name) : undefined;
      }
      yield step.value;
    }
  } finally {
    if (!isDone) {
      await reader.cancel().catch(() => undefined);
      await feeding;
    }
  }
}

/** Of workerd, whose decompressor does not wait for its reader; those of other runtimes give no bytes into a buffer. */
function byteReaderOf(readable: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | undefined {
  try {
    return readable.getReader({ mode: "byob" });
  } catch {
    return undefined;
  }
}

async function* joined(head: Uint8Array, pieces: Pieces): AsyncGenerator<Uint8Array, void> {
  yield head;
  for (let step = await pieces.next(); !step.done; step = await pieces.next()) yield step.value;
}

/** Writes everything, then closes. Gives the error of the source, if it had one; those of the writer are the reader's. */
async function feed(
  writer: WritableStreamDefaultWriter<Uint8Array>,
  head: Uint8Array,
  pieces: Pieces,
): Promise<{ readonly error: unknown } | undefined> {
  let piece: Uint8Array | undefined = head;
  while (piece !== undefined) {
    for (let start = 0; start < piece.length; start += SLICE_BYTES) {
      const isWritten = await writer.write(piece.subarray(start, start + SLICE_BYTES)).then(
        () => true,
        () => false,
      );
      if (!isWritten) return undefined;
    }
    try {
      const step: IteratorResult<Uint8Array, unknown> = await pieces.next();
      piece = step.done ? undefined : step.value;
    } catch (error) {
      await writer.abort(error).catch(() => undefined);
      return { error };
    }
  }
  await writer.close().catch(() => undefined);
  return undefined;
}

function damaged(name: string): Fault {
  const message =
    "the gzip data is damaged, cut off, or followed by something else; fetch the file again, or unpack files that were joined";
  return { code: "gzip-damaged", message, where: { file: name } };
}
