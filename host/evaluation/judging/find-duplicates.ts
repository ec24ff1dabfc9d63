/**
 * Copies of one call within a partition (R12): same eventID from two trails, or same sharedEventID in the caller's and
 * the owner's log. One copy counts: the caller's, else the first by file name and offset, whatever order they came in.
 */
import type { DictionaryColumnName, EventChunk } from "../../domain/event-chunk.ts";

const UUID_BYTES = 16;
const IRREGULAR_AGREE = ["identity", "sourceIp", "region", "resources", "errorCode"] as const;

interface Copy {
  readonly chunk: number;
  readonly row: number;
}

/**
 * Gives per chunk one byte a row: 1 where another copy of the same call counts.
 * `callerAccounts[c][identity id]` is the account of the caller in chunk c, to tell the caller's copy from the owner's.
 */
export function findDuplicates(
  chunks: readonly EventChunk[],
  callerAccounts: readonly (readonly (string | undefined)[])[],
): readonly Uint8Array[] {
  const marks = chunks.map(({ rows }) => new Uint8Array(rows));
  const kept = new Map<string, Copy>();
  const isBetter = (left: Copy, right: Copy): boolean => compareCopies(chunks, callerAccounts, left, right) < 0;
  for (const [index, chunk] of chunks.entries()) {
    for (let row = 0; row < chunk.rows; row++) {
      const call = identifyCall(chunk, row);
      if (call === undefined) continue;
      const copy: Copy = { chunk: index, row };
      const known = kept.get(call);
      const loser = known === undefined ? undefined : isBetter(copy, known) ? known : copy;
      if (known === undefined || loser === known) kept.set(call, copy);
      if (loser !== undefined) setMark(marks, loser);
    }
  }
  return marks;
}

function setMark(marks: readonly Uint8Array[], copy: Copy): void {
  const mark = marks[copy.chunk];
  if (mark !== undefined) mark[copy.row] = 1;
}

/**
 * The id shared by copies, with time and operation: two different calls must never hide each other. Undefined for a record
 * without any id: it is nobody's copy. An eventID that AWS would not give (masked, made up) says little, so such copies must
 * agree in caller, address and resources as well.
 */
function identifyCall(chunk: EventChunk, row: number): string | undefined {
  const call = `${chunk.time[row]} ${valueAt(chunk, "operation", row)}`;
  const shared = valueAt(chunk, "irregularSharedEventId", row) || uuidText(chunk.sharedEventId, row);
  if (shared !== "") return `${shared} ${call}`;
  const irregular = valueAt(chunk, "irregularEventId", row);
  if (irregular !== "") {
    return JSON.stringify([irregular, call, ...IRREGULAR_AGREE.map((column) => valueAt(chunk, column, row))]);
  }
  const id = uuidText(chunk.eventId, row);
  return id === "" ? undefined : `${id} ${call}`;
}

/** The 16 bytes as a short text to compare by, or "" for none. */
function uuidText(bytes: Uint8Array, row: number): string {
  const id = bytes.subarray(row * UUID_BYTES, (row + 1) * UUID_BYTES);
  return id.every((byte) => byte === 0) ? "" : String.fromCharCode(...id);
}

function valueAt(chunk: EventChunk, column: DictionaryColumnName, row: number): string {
  const { ids, values } = chunk.columns[column];
  return values[ids[row] ?? 0] ?? "";
}

function compareCopies(
  chunks: readonly EventChunk[],
  callerAccounts: readonly (readonly (string | undefined)[])[],
  left: Copy,
  right: Copy,
): number {
  const rank = ({ chunk, row }: Copy) => {
    const data = chunks[chunk];
    if (data === undefined) throw new Error(`no chunk ${chunk}`);
    const caller = callerAccounts[chunk]?.[data.columns.identity.ids[row] ?? 0];
    const isCallers = caller !== undefined && caller === valueAt(data, "recipientAccount", row);
    return { owner: isCallers ? 0 : 1, file: valueAt(data, "file", row), offset: data.offset[row] ?? 0 };
  };
  const [a, b] = [rank(left), rank(right)];
  if (a.owner !== b.owner) return a.owner - b.owner;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.offset - b.offset;
}
