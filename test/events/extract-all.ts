/** One file through an extractor → its rows as plain objects, its unreadable records, its faults. */
import { DICTIONARY_COLUMNS, type DictionaryColumnName, type EventChunk } from "../../host/domain/event-chunk.ts";
import type { ExtractionResult, Extractor, LogBytes } from "../../host/wasm/extractor.ts";

export type Row = Record<DictionaryColumnName, string> & {
  readonly time: number;
  readonly eventId: string;
  readonly sharedEventId: string;
  readonly offset: number;
};

export interface Extracted {
  readonly rows: readonly Row[];
  readonly chunks: readonly EventChunk[];
  readonly result: ExtractionResult;
}

export async function extractAll(extractor: Extractor, file: string, bytes: LogBytes): Promise<Extracted> {
  const chunks: EventChunk[] = [];
  const reading = extractor.extract(file, bytes);
  let step = await reading.next();
  for (; !step.done; step = await reading.next()) chunks.push(step.value);
  const rest = extractor.finish();
  if (rest !== undefined) chunks.push(rest);
  return { rows: chunks.flatMap(rowsOf), chunks, result: step.value };
}

export function rowsOf(chunk: EventChunk): Row[] {
  return Array.from({ length: chunk.rows }, (_, row) => {
    const texts = DICTIONARY_COLUMNS.map((name) => {
      const { ids, values } = chunk.columns[name];
      const value = values[ids[row] ?? -1];
      if (value === undefined) throw new Error(`row ${row} has no ${name}`);
      return [name, value] as const;
    });
    return {
      ...(Object.fromEntries(texts) as Record<DictionaryColumnName, string>),
      time: Number(chunk.time[row]),
      eventId: Buffer.from(chunk.eventId.subarray(row * 16, row * 16 + 16)).toString("hex"),
      sharedEventId: Buffer.from(chunk.sharedEventId.subarray(row * 16, row * 16 + 16)).toString("hex"),
      offset: chunk.offset[row] ?? -1,
    };
  });
}

/** The bytes in pieces of `size`. */
export function* inPieces(bytes: Uint8Array, size: number): Generator<Uint8Array, undefined> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  return undefined;
}
