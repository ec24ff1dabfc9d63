/**
 * The body of `POST /cloudtrail`: events as they are, or a delivery of Firehose, whose records hold them in base64. Gives bytes
 * that can be read like a log file.
 */
import { logFileBytes } from "../../evaluation/chunks/log-file-bytes.ts";
import { type Outcome, refuse, type ValidationException } from "../exceptions.ts";
import { isObject } from "./validate-value.ts";

/** Bytes of one delivery, unpacked, and of all its records, unpacked: both are held whole. */
const DELIVERY_BYTES_MAX = 32 * 1024 * 1024;
/** Records of one delivery: of the smallest events, some hundred bytes each, that fit into what Firehose sends. */
const DELIVERY_RECORDS_MAX = 50_000;
const NEWLINE = Uint8Array.of(10);
const OPENING_BRACE = 0x7b;

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
    if (event.byteLength > 0) parts.push(event, NEWLINE);
  }
  return { ok: true, value: new Uint8Array(await new Blob(parts).arrayBuffer()) };
}

function readRecords(bytes: Uint8Array): readonly unknown[] | undefined {
  try {
    // Every record is an object: as many as there are braces, so that no more is built than is taken.
    let braces = 0;
    for (const byte of bytes) if (byte === OPENING_BRACE) braces++;
    if (braces > DELIVERY_RECORDS_MAX) return undefined;
    const delivery: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isObject(delivery) && Array.isArray(delivery.records) ? delivery.records : undefined;
  } catch {
    return undefined;
  }
}

const NO_DELIVERY: ValidationException = {
  code: "ValidationException",
  message:
    'the body is no delivery of Firehose: JSON of form {"requestId", "timestamp", "records": [{"data": base64}]}, at most 50,000 records and 32 MiB unpacked',
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
    const binary = atob(text);
    // Not Uint8Array.from(): of a string it makes a list of characters first, dozens of bytes each.
    const bytes = new Uint8Array(binary.length);
    for (let index = 0; index < binary.length; index++) bytes[index] = binary.charCodeAt(index);
    return bytes;
  } catch {
    return undefined;
  }
}

/** Bytes that are no gzip are themselves; undefined for damaged gzip, and for more than `most` bytes. */
async function unpack(bytes: Uint8Array, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.byteLength > most ? undefined : new Uint8Array(bytes);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const unpacking = logFileBytes("delivery", bytes);
  for (;;) {
    const { done, value } = await unpacking.next();
    if (done) return value === undefined ? new Uint8Array(await new Blob(parts).arrayBuffer()) : undefined;
    length += value.byteLength;
    if (length > most) {
      await unpacking.return(undefined);
      return undefined;
    }
    parts.push(new Uint8Array(value));
  }
}
