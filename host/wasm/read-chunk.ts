/** The chunk of an extraction → an EventChunk of its own memory (layouts: assembly/wire/columns.ts). */
import {
  DICTIONARY_COLUMNS,
  type DictionaryColumn,
  type DictionaryColumnName,
  type EventChunk,
} from "../domain/event-chunk.ts";
import { BLOCK, UUID_BYTES, VALUE } from "./extraction-layout.ts";
import type { IdArray } from "./memory-writer.ts";

export interface ChunkPlace {
  readonly rows: number;
  readonly firstBlock: number;
  readonly firstValue: number;
  /** Where the number of values of each column lies. */
  readonly valueCounts: number;
}

/** Bytes that are no UTF-8 become U+FFFD; a byte order mark is a character like any other. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** Copies a closed chunk out of linear memory. */
export function readChunk(buffer: ArrayBuffer, place: ChunkPlace): EventChunk {
  const counts = new Uint32Array(buffer, place.valueCounts, DICTIONARY_COLUMNS.length);
  const ids = DICTIONARY_COLUMNS.map((_, column) => createIds(counts[column] ?? 0, place.rows));
  const chunk = {
    rows: place.rows,
    time: new BigInt64Array(place.rows),
    eventId: new Uint8Array(place.rows * UUID_BYTES),
    sharedEventId: new Uint8Array(place.rows * UUID_BYTES),
    offset: new Uint32Array(place.rows),
  };
  let row = 0;
  const view = new DataView(buffer);
  for (let block = place.firstBlock; block !== 0; block = view.getUint32(block, true)) {
    row += readBlock(view, block, row, chunk, ids);
  }
  const values = readValues(view, place.firstValue);
  const columns = Object.fromEntries(
    DICTIONARY_COLUMNS.map((name, column): [string, DictionaryColumn] => [
      name,
      { ids: ids[column] as IdArray, values: values[column] ?? [] },
    ]),
  ) as Record<DictionaryColumnName, DictionaryColumn>;
  return { ...chunk, columns };
}

/** Ids 0 to `values` in the narrowest type. */
function createIds(values: number, rows: number): IdArray {
  if (values < 0x100) return new Uint8Array(rows);
  return values < 0x10000 ? new Uint16Array(rows) : new Uint32Array(rows);
}

function readBlock(
  view: DataView,
  block: number,
  row: number,
  chunk: Omit<EventChunk, "columns" | "rows">,
  ids: readonly IdArray[],
): number {
  const { buffer } = view;
  const rows = view.getUint32(block + BLOCK.rows, true);
  let at = block + BLOCK.parts;
  const pass = (bytes: number): number => {
    const start = at;
    at = Math.ceil((at + bytes) / 8) * 8;
    return start;
  };
  chunk.time.set(new BigInt64Array(buffer, pass(rows * 8), rows), row);
  for (const [target, width] of [
    [chunk.eventId, view.getUint8(block + BLOCK.eventIdWidth)],
    [chunk.sharedEventId, view.getUint8(block + BLOCK.sharedEventIdWidth)],
  ] as const) {
    target.set(new Uint8Array(buffer, pass(rows * width), rows * width), row * UUID_BYTES);
  }
  chunk.offset.set(new Uint32Array(buffer, pass(rows * 4), rows), row);
  for (const [column, target] of ids.entries()) {
    const width = view.getUint8(block + BLOCK.widths + column);
    const start = pass(rows * width);
    if (width === 1) target.set(new Uint8Array(buffer, start, rows), row);
    else if (width === 2) target.set(new Uint16Array(buffer, start, rows), row);
    else if (width === 4) target.set(new Uint32Array(buffer, start, rows), row);
  }
  return rows;
}

/** Values per column, by id; "" is the first of each. */
function readValues(view: DataView, firstValue: number): readonly (readonly string[])[] {
  const values: string[][] = DICTIONARY_COLUMNS.map(() => [""]);
  for (let value = firstValue; value !== 0; value = view.getUint32(value, true)) {
    const column = view.getUint8(value + VALUE.columnAndId + 3);
    const bytes = new Uint8Array(view.buffer, value + VALUE.text, view.getUint32(value + VALUE.length, true));
    values[column]?.push(decoder.decode(bytes));
  }
  return values;
}
