/** Log files of many megabytes, cheaply made. */
import { callOf, gzip, logOf } from "./records.ts";

/** Bytes of one record: most of them are of parameters that nobody wants. */
const RECORD_BYTES = 20_000;
const ID_TAIL = 12;

/** A log of so many calls on one day, numbered from 0. */
export function largeLog(calls: number): Uint8Array<ArrayBuffer> {
  const padding = "x".repeat(RECORD_BYTES);
  const record = new TextEncoder().encode(
    `${JSON.stringify(callOf(0, "2026-11-24T10:00:00Z", { requestParameters: { padding } }))},`,
  );
  const text = new TextDecoder().decode(record);
  const idAt = text.indexOf("5eed0000") + "5eed0000-0000-4000-8000-".length;
  const [head, tail] = [new TextEncoder().encode('{"Records":['), new TextEncoder().encode("]}")];
  const file = new Uint8Array(head.length + calls * record.length - 1 + tail.length);
  file.set(head);
  for (let call = 0; call < calls; call++) {
    const start = head.length + call * record.length;
    // The comma behind the last record is where the tail begins.
    file.set(call === calls - 1 ? record.subarray(0, -1) : record, start);
    file.set(new TextEncoder().encode(call.toString(16).padStart(ID_TAIL, "0")), start + idAt);
  }
  file.set(tail, file.length - tail.length);
  return file;
}

/** One call and so many spaces that the file has `bytes` bytes, packed. */
export function packedSpaces(bytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const log = logOf(callOf(1, "2026-11-24T10:00:00Z"));
  const file = new Uint8Array(bytes).fill(0x20);
  file.set(log);
  return gzip(file);
}
