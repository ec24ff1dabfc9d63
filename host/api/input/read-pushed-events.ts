/**
 * The body of `POST /cloudtrail`: events as they are, or a delivery of Firehose, whose records hold them in base64. Gives bytes
 * that can be read like a log file.
 */
import { type Outcome, refuse, type ValidationException } from "../exceptions.ts";
import { isObject } from "./validate-value.ts";

/** Bytes of all records of one delivery, unpacked. */
const DELIVERY_BYTES_MAX = 100 * 1024 * 1024;
const NEWLINE = Uint8Array.of(10);

/** What a delivery is told apart by; Firehose insists on getting it back. */
export function firehoseRequestId({ headers }: Request): string | undefined {
  return headers.get("x-amz-firehose-request-id") ?? undefined;
}

/** The records of a delivery, a line each; records and whole bodies that are gzip are unpacked. */
export async function readDelivery(body: Uint8Array): Promise<Outcome<Uint8Array>> {
  const unpacked = await unpack(body, DELIVERY_BYTES_MAX);
  const records = unpacked === undefined ? undefined : readRecords(unpacked);
  if (records === undefined) return refuse(NO_DELIVERY);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let left = DELIVERY_BYTES_MAX;
  for (const [index, record] of records.entries()) {
    const data = isObject(record) && typeof record.data === "string" ? decodeBase64(record.data) : undefined;
    const event = data === undefined ? undefined : await unpack(data, left);
    if (event === undefined) return refuse(noRecord(index));
    left -= event.byteLength;
    parts.push(event, NEWLINE);
  }
  return { ok: true, value: new Uint8Array(await new Blob(parts).arrayBuffer()) };
}

function readRecords(bytes: Uint8Array): readonly unknown[] | undefined {
  try {
    const delivery: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isObject(delivery) && Array.isArray(delivery.records) ? delivery.records : undefined;
  } catch {
    return undefined;
  }
}

const NO_DELIVERY: ValidationException = {
  code: "ValidationException",
  message:
    'the body is no delivery of Firehose: JSON of form {"requestId", "timestamp", "records": [{"data": base64}]}',
  reason: "cannotParse",
};

function noRecord(index: number): ValidationException {
  const message = "must be base64, of text or of gzip that unpacks to no more than is read";
  const fieldList = [{ name: `records[${index}].data`, message }];
  return {
    code: "ValidationException",
    message: `records[${index}].data: ${message}`,
    reason: "cannotParse",
    fieldList,
  };
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** Bytes that are no gzip are themselves; undefined for damaged gzip, and for more than `most` bytes. */
async function unpack(bytes: Uint8Array, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.byteLength > most ? undefined : new Uint8Array(bytes);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  try {
    const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream("gzip"));
    for await (const part of stream as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) {
      length += part.byteLength;
      if (length > most) return undefined;
      parts.push(part);
    }
  } catch {
    return undefined;
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}
