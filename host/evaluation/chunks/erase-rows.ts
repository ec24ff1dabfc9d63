/** Takes the events of an account, of some days, or of both out of a chunk, and says where they lie in the raw files. */
import type { EventChunk } from "../../domain/event-chunk.ts";
import { accountsOfRows } from "./accounts-of-rows.ts";
import { selectRows } from "./select-rows.ts";

const DAY_MS = 86_400_000;

/** What is erased: events to which all that is given applies; all events when nothing is given. */
export interface Erasure {
  /** The account in whose log the event lies, or whose principal made the call. The empty text: events that name neither. */
  readonly accountId?: string | undefined;
  /** First UTC day of the events, `YYYY-MM-DD`. */
  readonly startDay?: string | undefined;
  /** Last UTC day, itself included. */
  readonly endDay?: string | undefined;
}

export interface ErasedChunk {
  /** The other rows, in their order; undefined when there are none. The chunk itself when nothing of it is erased. */
  readonly kept: EventChunk | undefined;
  /** How many rows are erased. */
  readonly erased: number;
  /** Per file with erased rows: their byte offsets in the uncompressed file, in ascending order. */
  readonly erasedOffsets: ReadonlyMap<string, readonly number[]>;
}

/** Throws RangeError for what is no day. `chunk` stays as it is. */
export function eraseRows(chunk: EventChunk, erasure: Erasure): ErasedChunk {
  const isErased = erasedRows(chunk, erasure);
  const kept: number[] = [];
  const erasedOffsets = new Map<string, number[]>();
  const { file } = chunk.columns;
  for (let row = 0; row < chunk.rows; row++) {
    if (!isErased(row)) {
      kept.push(row);
      continue;
    }
    const name = file.values[file.ids[row] ?? 0] ?? "";
    const offset = chunk.offset[row] ?? 0;
    const offsets = erasedOffsets.get(name);
    if (offsets === undefined) erasedOffsets.set(name, [offset]);
    else offsets.push(offset);
  }
  // Rows are sorted by account and time, not by place.
  for (const offsets of erasedOffsets.values()) offsets.sort((left, right) => left - right);
  return { kept: keptRows(chunk, kept), erased: chunk.rows - kept.length, erasedOffsets };
}

function keptRows(chunk: EventChunk, kept: readonly number[]): EventChunk | undefined {
  if (kept.length === 0) return undefined;
  return kept.length === chunk.rows ? chunk : selectRows(chunk, Uint32Array.from(kept));
}

function erasedRows(chunk: EventChunk, { accountId, startDay, endDay }: Erasure): (row: number) => boolean {
  const first = startDay === undefined ? Number.NEGATIVE_INFINITY : startOfDay(startDay);
  const behind = endDay === undefined ? Number.POSITIVE_INFINITY : startOfDay(endDay) + DAY_MS;
  const isOfAccount = rowsOfAccount(chunk, accountId);
  return (row) => {
    const time = Number(chunk.time[row] ?? 0n);
    return first <= time && time < behind && isOfAccount(row);
  };
}

function rowsOfAccount(chunk: EventChunk, accountId: string | undefined): (row: number) => boolean {
  if (accountId === undefined) return () => true;
  const { logged, caller } = accountsOfRows(chunk);
  // The empty text must not match every call of a service, whose caller has no account.
  if (accountId === "") return (row) => logged[row] === "" && caller[row] === "";
  return (row) => logged[row] === accountId || caller[row] === accountId;
}

/** Milliseconds since 1970. */
function startOfDay(day: string): number {
  const start = new Date(`${day}T00:00:00.000Z`);
  // Date takes 30 February for a day in March.
  if (Number.isNaN(start.getTime()) || start.toISOString() !== `${day}T00:00:00.000Z`) {
    throw new RangeError(`no day: \`${day}\``);
  }
  return start.getTime();
}
