/** What lies in the two buckets of activity, read past the service, and which of the invented events can be found in it. */
import { expect } from "vitest";
import { tenantStub } from "../../../host/account/stubs.ts";
import { logFileBytes } from "../../../host/evaluation/chunks/log-file-bytes.ts";
import { bindings } from "./preview-tenant.ts";
import { uuidOf } from "./records.ts";

const BUCKETS = ["CLOUDTRAIL", "ACTIVITY"] as const;
export type ActivityBucket = (typeof BUCKETS)[number];
/** All days that a test may use. */
const ALWAYS = { startTime: "2000-01-01T00:00:00Z", endTime: "2100-01-01T00:00:00Z" };

export async function keysIn(bucket: ActivityBucket): Promise<readonly string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const listed = await bindings[bucket].list(cursor === undefined ? {} : { cursor });
    keys.push(...listed.objects.map(({ key }) => key));
    cursor = listed.truncated ? listed.cursor : undefined;
  } while (cursor !== undefined);
  return keys;
}

/** So that a test finds nothing but what it stored itself. */
export async function emptyBuckets(): Promise<void> {
  for (const bucket of BUCKETS) {
    const keys = await keysIn(bucket);
    if (keys.length > 0) await bindings[bucket].delete([...keys]);
  }
}

/** Every object of both buckets by `bucket:key`, as it is stored. */
export async function allObjects(isWanted: (key: string) => boolean = () => true) {
  const objects = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const bucket of BUCKETS) {
    for (const key of (await keysIn(bucket)).filter(isWanted)) {
      const object = await bindings[bucket].get(key);
      if (object === null) throw new Error(`${key} was listed and is gone`);
      objects.set(`${bucket}:${key}`, new Uint8Array(await object.arrayBuffer()));
    }
  }
  return objects;
}

/** `uuidOf` as text, and as the 16 bytes of a chunk's column. */
const TEXT = /5eed0000-0000-4000-8000-([0-9a-f]{12})/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: bytes, not text
const BYTES = /\x5e\xed\x00\x00\x00\x00\x40\x00\x80\x00([\s\S]{6})/g;

/** Numbers of the events whose ids stand anywhere in the objects, in order. */
export async function eventsIn(objects: ReadonlyMap<string, Uint8Array>): Promise<readonly number[]> {
  const found = new Set<number>();
  for (const [name, bytes] of objects) {
    let text = "";
    for await (const piece of logFileBytes(name, bytes)) text += binaryText(piece);
    for (const [, digits = ""] of text.matchAll(TEXT)) found.add(Number.parseInt(digits, 16));
    for (const [, tail = ""] of text.matchAll(BYTES)) {
      found.add([...tail].reduce((number, byte) => number * 256 + byte.charCodeAt(0), 0));
    }
  }
  return [...found].toSorted((a, b) => a - b);
}

/** One character a byte. */
function binaryText(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 8192) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 8192)));
  }
  return parts.join("");
}

/** Keys of the chunks that the tenant's catalogue names. */
export async function namedChunks(tenantId: string): Promise<readonly string[]> {
  const { partitions } = await tenantStub(bindings, tenantId).pinCatalogue(ALWAYS);
  return partitions.flatMap(({ chunks }) => chunks.map(({ chunkKey }) => chunkKey));
}

/** The raw file that the ledger names for a key, uncompressed. */
export async function rawTextOf(tenantId: string, key: string): Promise<string> {
  const row = await tenantStub(bindings, tenantId).findFile(key);
  const object = await bindings.CLOUDTRAIL.get(row?.rawKey ?? "");
  if (object === null) throw new Error(`the ledger names no raw file for ${key} that is there`);
  let text = "";
  for await (const piece of logFileBytes(key, new Uint8Array(await object.arrayBuffer()))) text += binaryText(piece);
  return text;
}

/** Catalogue and ledger name all that is stored for the tenant, and nothing else; `fileKeys` are all its files. */
export async function expectTidy(tenantId: string, fileKeys: readonly string[]): Promise<void> {
  const isOwn = (key: string) => key.includes(`/${tenantId}/`);
  const rows = await Promise.all(fileKeys.map((key) => tenantStub(bindings, tenantId).findFile(key)));
  const rawKeys = rows.flatMap((row) => row?.rawKey ?? []).filter(isOwn);
  const stored = [(await keysIn("ACTIVITY")).filter((key) => key.startsWith(`chunks/${tenantId}/`))];
  stored.push((await keysIn("CLOUDTRAIL")).filter(isOwn));
  expect(stored).toEqual([(await namedChunks(tenantId)).toSorted(), rawKeys.toSorted()]);
}

/** Where the record of that event begins in a log file. */
export function offsetOf(file: Uint8Array, id: number): number {
  const text = binaryText(file);
  const at = text.indexOf(uuidOf(id));
  const offset = text.lastIndexOf('{"eventTime"', at);
  if (at < 0 || offset < 0) throw new Error(`no event ${id} in the file`);
  return offset;
}
