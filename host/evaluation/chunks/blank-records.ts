/**
 * Wipes records out of the uncompressed bytes of a log file, in place: reports and chunks name the records that stay by
 * their byte offsets, so no byte may move.
 *
 *   {"eventName":"A","n":{}} , "{\"eventName\":\"B\"}" , [{"eventname":"C"}]
 *   {}                       , ""                      , []
 *
 * The offset of a row is where the element begins that is its record or holds it: an object, a string that is its text, or
 * an array of its columns (assembly/events). A row exists only for an element that was read soundly, brackets paired and
 * strings closed, whatever damage lies around it; so counting brackets outside of strings ends where the extractor did.
 * Behind damage the extractor goes on at what looks like a record, and `{}` does not: extracted anew, a damaged file may
 * then show other records right behind its damage than before.
 */
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OBJECT_OPEN = 0x7b;
const OBJECT_CLOSE = 0x7d;
const ARRAY_OPEN = 0x5b;
const ARRAY_CLOSE = 0x5d;
const SPACE = 0x20;

/** By the first byte of what may stand at the offset of a row: what it becomes, spaces behind. */
const EMPTY: ReadonlyMap<number | undefined, readonly number[]> = new Map([
  [OBJECT_OPEN, [OBJECT_OPEN, OBJECT_CLOSE]],
  [ARRAY_OPEN, [ARRAY_OPEN, ARRAY_CLOSE]],
  [QUOTE, [QUOTE, QUOTE]],
]);

/**
 * Yields `bytes`, cut as they come, with the values that begin at `offsets` made empty: as many bytes as before, the value
 * `{}`, `""` or `[]` and spaces. A value that the file cuts off is blanked to its end. Offsets may come in any order, also
 * more than once. Returns what `bytes` returns: a fault, as that of log-file-bytes.ts, says that this is not the whole file.
 *
 * No piece that is given is changed; one with nothing to blank is yielded itself. Holds one piece at a time.
 * Throws when no object, string or array begins at an offset that the bytes reach, or one lies within a value that is
 * blanked, or they end before it: then these are not the bytes of which the offsets tell.
 */
export async function* blankRecords<End>(
  bytes: AsyncIterable<Uint8Array, End> | Iterable<Uint8Array, End>,
  offsets: readonly number[],
): AsyncGenerator<Uint8Array, End> {
  const blanking = new Blanking(offsets);
  const iterator = Symbol.asyncIterator in bytes ? bytes[Symbol.asyncIterator]() : bytes[Symbol.iterator]();
  let isDone = false;
  try {
    while (true) {
      const step = await iterator.next();
      if (step.done) {
        isDone = true;
        if (step.value === undefined) blanking.expectNoMore();
        return step.value;
      }
      yield blanking.blank(step.value);
    }
  } finally {
    if (!isDone) await iterator.return?.();
  }
}

class Blanking {
  /** Ascending, each once. */
  readonly #starts: Uint32Array;
  /** Index of the first of them that has not been reached. */
  #next = 0;
  /** Bytes of the file before the piece in hand. */
  #position = 0;
  /** Bytes of the value in hand before the piece; undefined between values. */
  #begun: number | undefined;
  #empty: readonly number[] = [];
  #depth = 0;
  #isInString = false;
  #isEscaped = false;

  constructor(offsets: readonly number[]) {
    this.#starts = Uint32Array.from(new Set(offsets)).sort();
  }

  /** The next piece of the file, or a copy of it without what must go. */
  blank(piece: Uint8Array): Uint8Array {
    let copy: Uint8Array | undefined;
    let at = 0;
    while (true) {
      if (this.#begun === undefined) {
        const start = this.#starts[this.#next];
        if (start === undefined || start >= this.#position + piece.length) break;
        if (start < this.#position + at) throw new Error(`byte ${start} lies in a record that begins before it`);
        at = start - this.#position;
        this.#begin(piece[at], start);
      }
      if (at === piece.length) break;
      // Not slice(): that of Node's Buffer makes no copy.
      copy ??= new Uint8Array(piece);
      at = this.#blankFrom(copy, at);
    }
    this.#position += piece.length;
    return copy ?? piece;
  }

  expectNoMore(): void {
    const start = this.#starts[this.#next];
    if (start !== undefined) throw new Error(`the file ends, at byte ${this.#position}, without a record at ${start}`);
  }

  #begin(opener: number | undefined, start: number): void {
    const empty = EMPTY.get(opener);
    if (empty === undefined) throw new Error(`no record begins at byte ${start}`);
    this.#next++;
    this.#begun = 0;
    this.#empty = empty;
    this.#depth = 0;
    this.#isInString = false;
    this.#isEscaped = false;
  }

  /** Blanks what of the value in hand lies at `from` in the piece; gives the place behind. */
  #blankFrom(piece: Uint8Array, from: number): number {
    const begun = this.#begun ?? 0;
    const end = this.#walk(piece, from);
    const left = this.#empty.slice(begun, begun + end - from);
    piece.fill(SPACE, from, end);
    piece.set(left, from);
    if (this.#begun !== undefined) this.#begun = begun + end - from;
    return end;
  }

  /** Goes on through the value in hand; gives the place behind it, or the end of the piece when it goes on there. */
  #walk(piece: Uint8Array, from: number): number {
    let depth = this.#depth;
    let isInString = this.#isInString;
    let isEscaped = this.#isEscaped;
    for (let at = from; at < piece.length; at++) {
      const byte = piece[at];
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isInString = false;
        if (isInString) continue;
      } else if (byte === QUOTE) {
        isInString = true;
        continue;
      } else if (byte === OBJECT_OPEN || byte === ARRAY_OPEN) {
        depth++;
        continue;
      } else if (byte === OBJECT_CLOSE || byte === ARRAY_CLOSE) {
        depth--;
      } else {
        continue;
      }
      if (depth > 0) continue;
      this.#begun = undefined;
      return at + 1;
    }
    this.#depth = depth;
    this.#isInString = isInString;
    this.#isEscaped = isEscaped;
    return piece.length;
  }
}
