/** Some rows of a chunk as a chunk of their own, with dictionaries of just the values they use. */
import {
  DICTIONARY_COLUMNS,
  type DictionaryColumn,
  type DictionaryColumnName,
  type EventChunk,
} from "../../domain/event-chunk.ts";

const UUID_BYTES = 16;

/** `rows`: numbers of rows of `chunk`, in the order that they shall have. `chunk` stays as it is. */
export function selectRows(chunk: EventChunk, rows: Uint32Array): EventChunk {
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
