/**
 * A log file as delivered, JSON or gzip → its uncompressed bytes, piece by piece. What the first two bytes say decides,
 * not the name. Does not look at the JSON.
 */
import type { Fault } from "../../domain/fault.ts";

const GZIP_MAGIC = [0x1f, 0x8b] as const;
/**
 * Compressed bytes handed on at a time, so that most of what comes before damage is given out before the damage is met.
 * A runtime drops what it has unpacked and not yet given out when it meets an error (workerd does, Node does not).
 */
const SLICE_BYTES = 32 * 1024;
/** Bytes read at a time where the reader may say. */
const PIECE_BYTES = 256 * 1024;

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

/**
 * A slice is handed to the decompressor only when it has given out everything of the last one: workerd unpacks at once what it is
 * given, so that 1 MB of input would become 1 GB of memory. Other runtimes hold a writer back by themselves.
 */
async function* gunzip(name: string, head: Uint8Array, pieces: Pieces): AsyncGenerator<Uint8Array, Fault | undefined> {
  const { readable, writable } = new DecompressionStream("gzip");
  const reader = openReader(readable as ReadableStream<Uint8Array>);
  const writer = writable.getWriter() as WritableStreamDefaultWriter<Uint8Array>;
  const slices = slicesOf(head, pieces);
  let writing: Promise<unknown> = Promise.resolve();
  let [isWriting, isClosed, isDone] = [false, false, false];
  const writeNext = async () => {
    const slice = await slices.next();
    isClosed = slice.done === true;
    isWriting = true;
    writing = (slice.done ? writer.close() : writer.write(slice.value))
      .catch(() => undefined)
      .then(() => {
        isWriting = false;
      });
  };
  try {
    for (;;) {
      const reading = reader.read().then(
        (step) => ({ step }),
        () => ({ step: undefined }),
      );
      if (reader.isDrained() && !isWriting && !isClosed) await writeNext();
      let read: Awaited<typeof reading> | undefined;
      while (read === undefined) {
        read = await (isClosed ? reading : firstOf(reading, writing));
        if (read === undefined) await writeNext();
      }
      if (read.step === undefined || read.step.done) {
        isDone = true;
        return read.step === undefined ? damaged(name) : undefined;
      }
      if (read.step.value !== undefined) yield read.step.value;
    }
  } finally {
    if (!isDone) await reader.cancel().catch(() => undefined);
    await slices.return();
  }
}

interface PieceReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  /** May more be written without making the decompressor hold more? */
  isDrained(): boolean;
  cancel(): Promise<unknown>;
}

/** workerd gives out 4 KB at a time, each of which costs a turn of its event loop, unless it is handed room for more. */
function openReader(readable: ReadableStream<Uint8Array>): PieceReader {
  const reader = openBytes(readable);
  if (reader === undefined) {
    // Elsewhere it is no stream of bytes: it gives out larger pieces, and takes nothing before they are gone.
    const pieces = readable.getReader();
    return { read: () => pieces.read(), isDrained: () => true, cancel: () => pieces.cancel() };
  }
  let isShort = true;
  return {
    async read() {
      const { done, value } = await reader.read(new Uint8Array(PIECE_BYTES));
      const bytes = value?.byteLength ?? 0;
      isShort = bytes < PIECE_BYTES;
      // The last piece may be empty, and come with the end.
      return { done: done && bytes === 0, value };
    },
    isDrained: () => isShort,
    cancel: () => reader.cancel(),
  };
}

function openBytes(readable: ReadableStream<Uint8Array>): ReadableStreamBYOBReader | undefined {
  try {
    return readable.getReader({ mode: "byob" });
  } catch {
    return undefined;
  }
}

/** What was read; undefined when nothing comes although all that was written is in. */
async function firstOf<T>(reading: Promise<T>, writing: Promise<unknown>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const idle = writing.then(
    () =>
      new Promise<undefined>((resolve) => {
        timer = setTimeout(resolve, 0, undefined);
      }),
  );
  const read = await Promise.race([reading, idle]);
  clearTimeout(timer);
  return read;
}

async function* slicesOf(head: Uint8Array, pieces: Pieces): AsyncGenerator<Uint8Array, void> {
  for (let piece: Uint8Array | undefined = head; piece !== undefined; ) {
    for (let start = 0; start < piece.length; start += SLICE_BYTES) yield piece.subarray(start, start + SLICE_BYTES);
    const step: IteratorResult<Uint8Array, unknown> = await pieces.next();
    piece = step.done ? undefined : step.value;
  }
}

function damaged(name: string): Fault {
  const message =
    "the gzip data is damaged, cut off, or followed by something else; fetch the file again, or unpack files that were joined";
  return { code: "gzip-damaged", message, where: { file: name } };
}
