/**
 * Rows of an extracted chunk → one chunk per UTC day (R12: copies of one call lie on one day, whatever file they came
 * in), sorted by account, then time, with dictionaries of just the values used.
 */
import {
  DICTIONARY_COLUMNS,
  type DictionaryColumn,
  type DictionaryColumnName,
  type EventChunk,
} from "../../domain/event-chunk.ts";

const DAY_MS = 86_400_000n;
const UUID_BYTES = 16;

export interface PartitionChunk {
  /** `YYYY-MM-DD/slice`; all events of a day are one slice for now. */
  readonly partition: string;
  readonly chunk: EventChunk;
  /** Milliseconds since 1970, first and last. */
  readonly timeMin: number;
  readonly timeMax: number;
}

/** Sorted by partition. Every row of `chunk` is in exactly one. */
export function partitionChunk(chunk: EventChunk): readonly PartitionChunk[] {
  const days = new Map<bigint, number[]>();
  for (let row = 0; row < chunk.rows; row++) {
    const day = floorDay(chunk.time[row] ?? 0n);
    const rows = days.get(day);
    if (rows === undefined) days.set(day, [row]);
    else rows.push(row);
  }
  return [...days]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([day, rows]) => {
      const part = takeRows(chunk, sortRows(chunk, rows));
      const { timeMin, timeMax } = timeRange(part.time);
      return { partition: `${isoDay(day)}/0`, chunk: part, timeMin, timeMax };
    });
}

function timeRange(times: BigInt64Array): { readonly timeMin: number; readonly timeMax: number } {
  let [timeMin, timeMax] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const time of times) {
    timeMin = Math.min(timeMin, Number(time));
    timeMax = Math.max(timeMax, Number(time));
  }
  return { timeMin, timeMax };
}

function floorDay(time: bigint): bigint {
  const rest = time % DAY_MS;
  return rest < 0n ? time - rest - DAY_MS : time - rest;
}

function isoDay(day: bigint): string {
  return new Date(Number(day)).toISOString().slice(0, -"T00:00:00.000Z".length);
}

function sortRows(chunk: EventChunk, rows: readonly number[]): Uint32Array {
  const { ids, values } = chunk.columns.recipientAccount;
  const order = [...values.keys()].sort((left, right) => compareText(values[left] ?? "", values[right] ?? ""));
  const rank = new Uint32Array(values.length);
  for (const [position, id] of order.entries()) rank[id] = position;
  return Uint32Array.from(rows).sort((left, right) => {
    const byAccount = (rank[ids[left] ?? 0] ?? 0) - (rank[ids[right] ?? 0] ?? 0);
    if (byAccount !== 0) return byAccount;
    return Number((chunk.time[left] ?? 0n) - (chunk.time[right] ?? 0n)) || left - right;
  });
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The given rows as a chunk of their own. */
function takeRows(chunk: EventChunk, rows: Uint32Array): EventChunk {
  const columns = {} as Record<DictionaryColumnName, DictionaryColumn>;
  for (const name of DICTIONARY_COLUMNS) columns[name] = takeColumn(chunk.columns[name], rows);
  return {
    rows: rows.length,
    columns,
    time: BigInt64Array.from(rows, (row) => chunk.time[row] ?? 0n),
    eventId: takeUuids(chunk.eventId, rows),
    sharedEventId: takeUuids(chunk.sharedEventId, rows),
    offset: Uint32Array.from(rows, (row) => chunk.offset[row] ?? 0),
  };
}

function takeColumn(column: DictionaryColumn, rows: Uint32Array): DictionaryColumn {
  const renumbered = new Map<number, number>([[0, 0]]);
  const values = [column.values[0] ?? ""];
  const ids = new Uint32Array(rows.length);
  for (const [index, row] of rows.entries()) {
    const id = column.ids[row] ?? 0;
    const known = renumbered.get(id);
    ids[index] = known ?? values.push(column.values[id] ?? "") - 1;
    if (known === undefined) renumbered.set(id, ids[index] ?? 0);
  }
  const narrowed =
    values.length <= 0x100 ? Uint8Array.from(ids) : values.length <= 0x1_0000 ? Uint16Array.from(ids) : ids;
  return { ids: narrowed, values };
}

function takeUuids(bytes: Uint8Array, rows: Uint32Array): Uint8Array {
  const taken = new Uint8Array(rows.length * UUID_BYTES);
  for (const [index, row] of rows.entries()) {
    taken.set(bytes.subarray(row * UUID_BYTES, (row + 1) * UUID_BYTES), index * UUID_BYTES);
  }
  return taken;
}
