/**
 * Copies of one call within a partition (R12): same eventID from two trails, same sharedEventID in the caller's and the owner's
 * log, or a record and the one that corrects it. One copy counts: the corrected one, the caller's, else the first by file name
 * and offset, whatever order they came in.
 */
import { correctedEventId } from "../../authorization/addendum-facts.ts";
import type { DictionaryColumnName, EventChunk } from "../../domain/event-chunk.ts";

const UUID_BYTES = 16;
const REQUEST = ["region", "requestParameters"] as const;
const IRREGULAR_AGREE = [...REQUEST, "identity", "sourceIp", "resources", "responseElements", "errorCode"] as const;

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
  const mark = ({ chunk, row }: Copy): void => {
    marks[chunk]?.fill(1, row, row + 1);
  };
  const best = (copies: readonly Copy[]): Copy | undefined =>
    copies.reduce<Copy | undefined>((first, copy) => {
      return first === undefined || compareCopies(chunks, callerAccounts, copy, first) < 0 ? copy : first;
    }, undefined);

  for (const copies of groupRowsBy(chunks, marks, identifyEvent)) {
    const counting = best(copies);
    for (const copy of copies) if (copy !== counting) mark(copy);
  }
  // Only what is left after that: the same call in the logs of several accounts. Two events of one account stay two, whatever
  // id they share: one may hold what the other does not.
  for (const copies of groupRowsBy(chunks, marks, identifySharedCall)) {
    const counting = best(copies);
    if (counting === undefined) continue;
    const account = recipientOf(chunks, counting);
    for (const copy of copies) if (recipientOf(chunks, copy) !== account) mark(copy);
  }
  return marks;
}

/** Unmarked rows with the same name, where there are several; a row without a name is in no group. */
function groupRowsBy(
  chunks: readonly EventChunk[],
  marks: readonly Uint8Array[],
  nameOf: (chunk: EventChunk, row: number) => string | undefined,
): readonly (readonly Copy[])[] {
  const firsts = new Map<string, Copy>();
  const groups = new Map<string, Copy[]>();
  for (const [index, chunk] of chunks.entries()) {
    for (let row = 0; row < chunk.rows; row++) {
      const name = marks[index]?.[row] === 0 ? nameOf(chunk, row) : undefined;
      if (name === undefined) continue;
      const copy: Copy = { chunk: index, row };
      const first = firsts.get(name);
      if (first === undefined) firsts.set(name, copy);
      else groups.set(name, [...(groups.get(name) ?? [first]), copy]);
    }
  }
  return [...groups.values()];
}

/**
 * The eventID with time and operation: two different calls must never hide each other. Undefined for a record without an id:
 * it is nobody's copy. An eventID that AWS would not give (masked, made up) says little, so such copies must agree in caller,
 * address, request and answer as well.
 */
function identifyEvent(chunk: EventChunk, row: number): string | undefined {
  const corrected = correctedEventId(valueAt(chunk, "addendum", row));
  if (corrected !== undefined) return `${shortText(corrected)} ${describeCall(chunk, row)}`;
  const irregular = valueAt(chunk, "irregularEventId", row);
  if (irregular !== "") {
    return JSON.stringify([irregular, describeCall(chunk, row), ...valuesAt(chunk, IRREGULAR_AGREE, row)]);
  }
  const id = uuidText(chunk.eventId, row);
  return id === "" ? undefined : `${id} ${describeCall(chunk, row)}`;
}

function identifySharedCall(chunk: EventChunk, row: number): string | undefined {
  const irregular = valueAt(chunk, "irregularSharedEventId", row);
  if (irregular !== "") return JSON.stringify([irregular, describeCall(chunk, row), ...valuesAt(chunk, REQUEST, row)]);
  const shared = uuidText(chunk.sharedEventId, row);
  return shared === "" ? undefined : `${shared} ${describeCall(chunk, row)}`;
}

function describeCall(chunk: EventChunk, row: number): string {
  return `${chunk.time[row]} ${valueAt(chunk, "operation", row)}`;
}

function recipientOf(chunks: readonly EventChunk[], { chunk, row }: Copy): string {
  const data = chunks[chunk];
  return data === undefined ? "" : valueAt(data, "recipientAccount", row);
}

/** The 16 bytes as a short text to compare by, or "" for none. */
function uuidText(bytes: Uint8Array, row: number): string {
  const id = bytes.subarray(row * UUID_BYTES, (row + 1) * UUID_BYTES);
  return id.every((byte) => byte === 0) ? "" : String.fromCharCode(...id);
}

/** The same of a UUID that is written out; any other text as it is. */
function shortText(text: string): string {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)) return text;
  return text.replaceAll("-", "").replace(/../g, (digits) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function valueAt(chunk: EventChunk, column: DictionaryColumnName, row: number): string {
  const { ids, values } = chunk.columns[column];
  return values[ids[row] ?? 0] ?? "";
}

function valuesAt(chunk: EventChunk, columns: readonly DictionaryColumnName[], row: number): readonly string[] {
  return columns.map((column) => valueAt(chunk, column, row));
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
    const isCorrection = correctedEventId(valueAt(data, "addendum", row)) !== undefined;
    return {
      original: isCorrection ? 0 : 1,
      owner: isCallers ? 0 : 1,
      file: valueAt(data, "file", row),
      offset: data.offset[row] ?? 0,
    };
  };
  const [a, b] = [rank(left), rank(right)];
  if (a.original !== b.original) return a.original - b.original;
  if (a.owner !== b.owner) return a.owner - b.owner;
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.offset - b.offset;
}
