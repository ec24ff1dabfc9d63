/**
 * Rows of an extracted chunk → one chunk per UTC day (R12: copies of one call lie on one day, whatever file they came
 * in), sorted by account, then time, with dictionaries of just the values used.
 */
import type { EventChunk } from "../../domain/event-chunk.ts";
import { selectRows } from "./select-rows.ts";

const DAY_MS = 86_400_000n;

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
      const part = selectRows(chunk, sortRows(chunk, rows));
      const { timeMin, timeMax } = timeRange(part.time);
      return { partition: `${isoDay(day)}/0`, chunk: part, timeMin, timeMax };
    });
}

/** The UTC days of the rows, as milliseconds since 1970. */
export function daysOf({ time, rows }: EventChunk): ReadonlySet<bigint> {
  const days = new Set<bigint>();
  for (let row = 0; row < rows; row++) days.add(floorDay(time[row] ?? 0n));
  return days;
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
