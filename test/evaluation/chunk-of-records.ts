/** An event chunk made from parsed records by plain JavaScript: what the extractor must give, without the extractor. */

import { WANTED_PATHS } from "../../host/authorization/wanted-paths.ts";
import {
  DICTIONARY_COLUMNS,
  type DictionaryColumn,
  type DictionaryColumnName,
  type EventChunk,
} from "../../host/domain/event-chunk.ts";
import { expectedRow } from "../events/expected-row.ts";
import type { Row } from "../events/extract-all.ts";

export type LoggedRecord = Readonly<Record<string, unknown>>;

/** Offsets are the positions of the records. Throws for a record that the extractor would not read. */
export function chunkOfRecords(records: readonly LoggedRecord[], file = "file.json"): EventChunk {
  const rows = records.map((record, index) => rowOf(record, file, index));
  const columns = {} as Record<DictionaryColumnName, DictionaryColumn>;
  for (const name of DICTIONARY_COLUMNS) columns[name] = encode(rows.map((row) => row[name]));
  return {
    rows: rows.length,
    columns,
    time: BigInt64Array.from(rows, ({ time }) => BigInt(time)),
    eventId: bytesOf(rows.map(({ eventId }) => eventId)),
    sharedEventId: bytesOf(rows.map(({ sharedEventId }) => sharedEventId)),
    offset: Uint32Array.from(rows, ({ offset }) => offset),
  };
}

function rowOf(record: LoggedRecord, file: string, index: number): Row {
  const members = Object.entries(record).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, JSON.stringify(value)] as const],
  );
  const row = expectedRow(new Map(members), file, index, WANTED_PATHS);
  if (typeof row === "string") throw new Error(`record ${index} is unreadable: ${row}`);
  return row;
}

function encode(texts: readonly string[]): DictionaryColumn {
  const values = [""];
  const known = new Map([["", 0]]);
  const ids = Uint32Array.from(texts, (text) => {
    const id = known.get(text) ?? values.push(text) - 1;
    known.set(text, id);
    return id;
  });
  return { ids, values };
}

/** 32 hexadecimal digits each. */
function bytesOf(ids: readonly string[]): Uint8Array {
  return Uint8Array.from(ids.join("").match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}
