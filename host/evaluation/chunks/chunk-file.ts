/**
 * A chunk as an Arrow IPC file (design part 9): dictionary-encoded columns, each a buffer of its own, so that users can
 * query what they store with any Arrow reader and evaluation reads it in place. No general-purpose compression.
 */
import {
  batchType,
  Column,
  columnFromArray,
  type DataType,
  dictionary,
  fixedSizeBinary,
  type Table,
  TimeUnit,
  tableFromColumns,
  tableFromIPC,
  tableToIPC,
  timestamp,
  uint8,
  uint16,
  uint32,
  utf8,
} from "@uwdata/flechette";
import {
  DICTIONARY_COLUMNS,
  type DictionaryColumn,
  type DictionaryColumnName,
  type EventChunk,
  EXTRACTION_VERSION,
} from "../../domain/event-chunk.ts";
import { failure, type Result, success } from "../../domain/fault.ts";

/** Rises with every change of the layout that a reader could notice. */
export const CHUNK_FORMAT_VERSION = 1;

const UUID_BYTES = 16;
/** Rows per zone: what a reader could skip at once. */
const ZONE_ROWS = 4096;

type Values = Uint8Array | Uint16Array | Uint32Array | BigInt64Array;

/** `sources`: the log files whose records the chunk holds, with how many rows each. */
export function encodeChunk(
  chunk: EventChunk,
  sources: readonly { readonly file: string; readonly rows: number }[],
): Uint8Array {
  const columns: Record<string, Column<unknown>> = {};
  for (const name of DICTIONARY_COLUMNS) columns[name] = dictionaryColumn(chunk.columns[name], chunk.rows);
  columns.time = plainColumn(timestamp(TimeUnit.MILLISECOND, "UTC"), chunk.time, chunk.rows);
  columns.eventId = plainColumn(fixedSizeBinary(UUID_BYTES), chunk.eventId, chunk.rows);
  columns.sharedEventId = plainColumn(fixedSizeBinary(UUID_BYTES), chunk.sharedEventId, chunk.rows);
  columns.offset = plainColumn(uint32(), chunk.offset, chunk.rows);
  const table = tableFromColumns(columns);
  const metadata = new Map([
    ["scp-preview.format", String(CHUNK_FORMAT_VERSION)],
    ["scp-preview.extraction", String(EXTRACTION_VERSION)],
    ["scp-preview.sources", JSON.stringify(sources)],
    ["scp-preview.zones", JSON.stringify({ rows: ZONE_ROWS, times: zonesOf(chunk) })],
  ]);
  Object.assign(table.schema, { metadata });
  const bytes = tableToIPC(table, { format: "file" });
  if (bytes === null) throw new Error("an in-memory Arrow sink gave no bytes");
  return bytes;
}

/** Faults: `chunk-unreadable` (no whole Arrow file of ours), `chunk-version` (written by another version). Columns are views into `bytes`. */
export function decodeChunk(name: string, bytes: Uint8Array): Result<EventChunk> {
  const unreadable = (why: string) =>
    failure({
      code: "chunk-unreadable",
      message: `chunk \`${name}\` ${why}; rebuild it from the log files`,
      where: { file: name },
    });
  if (!isWholeArrowFile(bytes)) return unreadable("is not a whole Arrow file");
  try {
    const table = tableFromIPC(bytes, { useBigInt: true });
    const format = table.schema.metadata?.get("scp-preview.format");
    if (format === undefined) return unreadable("is an Arrow file of somebody else");
    const version = `${format}/${table.schema.metadata?.get("scp-preview.extraction")}`;
    const wanted = `${CHUNK_FORMAT_VERSION}/${EXTRACTION_VERSION}`;
    if (version === wanted) return success(readTable(table));
    const message = `chunk \`${name}\` has format/extraction ${version}, this engine reads ${wanted}; rebuild it from the log files`;
    return failure({ code: "chunk-version", message, where: { file: name } });
  } catch (error) {
    // The Arrow reader throws whatever it stumbles over; which one says nothing to a user.
    return unreadable(`cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** The log files that a chunk was made from, whatever version wrote it; undefined when it does not say. */
export function chunkSources(bytes: Uint8Array): readonly string[] | undefined {
  if (!isWholeArrowFile(bytes)) return undefined;
  try {
    const text = tableFromIPC(bytes).schema.metadata?.get("scp-preview.sources");
    if (text === undefined) return undefined;
    return (JSON.parse(text) as readonly { readonly file: string }[]).map(({ file }) => file);
  } catch {
    return undefined;
  }
}

/** Arrow IPC files begin and end with this; a file that was cut off lacks the second. */
const MAGIC = "ARROW1";

function isWholeArrowFile(bytes: Uint8Array): boolean {
  const text = (part: Uint8Array) => String.fromCharCode(...part);
  return text(bytes.subarray(0, MAGIC.length)) === MAGIC && text(bytes.subarray(-MAGIC.length)) === MAGIC;
}

function readTable(table: Table): EventChunk {
  const columns = {} as Record<DictionaryColumnName, DictionaryColumn>;
  for (const column of DICTIONARY_COLUMNS) columns[column] = readDictionary(table, column);
  return {
    rows: table.numRows,
    columns,
    time: readPlain(table, "time") as BigInt64Array,
    eventId: readPlain(table, "eventId") as Uint8Array,
    sharedEventId: readPlain(table, "sharedEventId") as Uint8Array,
    offset: readPlain(table, "offset") as Uint32Array,
  };
}

function dictionaryColumn(column: DictionaryColumn, rows: number): Column<unknown> {
  const values = columnFromArray([...column.values], utf8());
  const index = { 1: uint8, 2: uint16, 4: uint32 }[column.ids.BYTES_PER_ELEMENT];
  if (index === undefined) throw new Error(`ids of ${column.ids.BYTES_PER_ELEMENT} bytes`);
  const type = dictionary(values.type, index());
  const batch = batchOf(type, column.ids, rows) as unknown as { setDictionary(values: Column<unknown>): never };
  return new Column([batch.setDictionary(values)], type);
}

function plainColumn(type: DataType, values: Values, rows: number): Column<unknown> {
  return new Column([batchOf(type, values, rows)], type);
}

function batchOf(type: DataType, values: Values, length: number) {
  const Batch = batchType(type) as unknown as new (options: object) => never;
  return new Batch({ length, nullCount: 0, type, values, validity: new Uint8Array(0) });
}

function onlyBatch(
  table: Table,
  name: string,
): { readonly values: Values; readonly dictionary?: { toArray(): readonly string[] } } {
  const batch = table.getChild(name)?.data[0];
  if (batch === undefined) throw new Error(`no column ${name}`);
  return batch as unknown as { values: Values };
}

function readDictionary(table: Table, name: string): DictionaryColumn {
  const { values, dictionary: texts } = onlyBatch(table, name);
  return { ids: values as DictionaryColumn["ids"], values: [...(texts?.toArray() ?? [])] };
}

function readPlain(table: Table, name: string): Values {
  return onlyBatch(table, name).values;
}

function zonesOf(chunk: EventChunk): readonly (readonly [number, number])[] {
  const zones: [number, number][] = [];
  for (let start = 0; start < chunk.rows; start += ZONE_ROWS) {
    let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = start; row < Math.min(start + ZONE_ROWS, chunk.rows); row++) {
      const time = Number(chunk.time[row]);
      first = Math.min(first, time);
      last = Math.max(last, time);
    }
    zones.push([first, last]);
  }
  return zones;
}
