/**
 * Unpacks gzip slice by slice: the next slice is handed over only when everything of the last one has been read. For
 * runtimes that unpack what they are given at once, whether anybody reads or not (workerd does): 1 MB of input would
 * become 1 GB of memory there.
 */

/** Compressed bytes a turn; at most a thousand times as many come of them. */
const SLICE_BYTES = 16 * 1024;
/** Bytes that are asked for at a time; fewer come only when there are no more. */
const READ_BYTES = 256 * 1024;
/** ms until a decompressor that gives nothing is taken to have nothing. */
const PATIENCE = 5;

type Read = Uint8Array | "nothing" | "end" | "damaged";

/**
 * Yields the uncompressed bytes, and returns whether they could be had to the end. `reader` is that of the decompressor whose
 * `writer` is given. Errors of `pieces` are thrown on.
 */
export async function* gunzipInTurns(
  reader: ReadableStreamBYOBReader,
  writer: WritableStreamDefaultWriter<Uint8Array>,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array, boolean> {
  const slices = slicesOf(pieces);
  let reading: Promise<Read> | undefined;
  // Nothing was written yet, so nothing is there.
  let isEmpty = true;
  let isFed = false;
  let isDone = false;
  try {
    for (;;) {
      if (!isEmpty || isFed) reading ??= readNext(reader);
      const read = reading === undefined ? "nothing" : await (isFed ? reading : withPatience(reading));
      if (read === "nothing") {
        const slice = await slices.next();
        isFed = slice.done === true;
        isEmpty = false;
        // What goes wrong here goes wrong for the reader too.
        await (slice.done ? writer.close() : writer.write(slice.value)).catch(() => undefined);
        continue;
      }
      reading = undefined;
      if (read === "end" || read === "damaged") {
        isDone = true;
        return read === "end";
      }
      isEmpty = read.length < READ_BYTES;
      yield read;
    }
  } finally {
    if (!isDone) await reader.cancel().catch(() => undefined);
    await slices.return();
  }
}

async function readNext(reader: ReadableStreamBYOBReader): Promise<Read> {
  try {
    const { done, value } = await reader.read(new Uint8Array(READ_BYTES));
    return done || value === undefined ? "end" : value;
  } catch {
    return "damaged";
  }
}

async function withPatience(reading: Promise<Read>): Promise<Read> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const idle = new Promise<Read>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, "nothing");
  });
  try {
    return await Promise.race([reading, idle]);
  } finally {
    clearTimeout(timer);
  }
}

async function* slicesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  for await (const piece of pieces) {
    for (let start = 0; start < piece.length; start += SLICE_BYTES) yield piece.subarray(start, start + SLICE_BYTES);
  }
}
