/** Chunks as an extractor could give them, made column by column: for tests of what happens to columns, not to calls. */
import {
  DICTIONARY_COLUMNS,
  type DictionaryColumn,
  type DictionaryColumnName,
  type EventChunk,
} from "../../host/domain/event-chunk.ts";

export type Ids = DictionaryColumn["ids"];

/** `columns` names the columns that say something; the others are empty texts. */
export function chunkOf(
  times: readonly number[],
  columns: Partial<Record<DictionaryColumnName, DictionaryColumn>> = {},
): EventChunk {
  const all = {} as Record<DictionaryColumnName, DictionaryColumn>;
  for (const name of DICTIONARY_COLUMNS)
    all[name] = columns[name] ?? { ids: new Uint8Array(times.length), values: [""] };
  return {
    rows: times.length,
    columns: all,
    time: BigInt64Array.from(times, BigInt),
    eventId: numbered(times.length, 1),
    sharedEventId: numbered(times.length, 2),
    offset: Uint32Array.from(times, (_, row) => row * 100),
  };
}

/** 16 bytes a row, other ones in each. */
function numbered(rows: number, kind: number): Uint8Array {
  const bytes = new Uint8Array(rows * 16);
  const view = new DataView(bytes.buffer);
  for (let row = 0; row < rows; row++) {
    view.setUint32(row * 16, kind);
    view.setUint32(row * 16 + 12, row + 1);
  }
  return bytes;
}

/** One row as a person would write it down; rows of different chunks are equal when these are. */
export interface RowText {
  readonly time: string;
  readonly eventId: string;
  readonly sharedEventId: string;
  readonly offset: number;
  readonly texts: Readonly<Record<string, string>>;
}

export function rowsOf(chunk: EventChunk): readonly RowText[] {
  return Array.from({ length: chunk.rows }, (_, row) => ({
    time: String(chunk.time[row]),
    eventId: hexOf(chunk.eventId, row),
    sharedEventId: hexOf(chunk.sharedEventId, row),
    offset: chunk.offset[row] ?? -1,
    texts: Object.fromEntries(DICTIONARY_COLUMNS.map((name) => [name, textAt(chunk.columns[name], row)])),
  }));
}

export function textAt({ ids, values }: DictionaryColumn, row: number): string {
  const text = values[ids[row] ?? -1];
  if (text === undefined) throw new Error(`row ${row} has an id without a value`);
  return text;
}

function hexOf(bytes: Uint8Array, row: number): string {
  return Buffer.from(bytes.subarray(row * 16, row * 16 + 16)).toString("hex");
}
