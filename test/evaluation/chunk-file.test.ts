import { tableFromIPC, tableToIPC } from "@uwdata/flechette";
import { describe, expect, test } from "vitest";
import { DICTIONARY_COLUMNS, type EventChunk, EXTRACTION_VERSION } from "../../host/domain/event-chunk.ts";
import { CHUNK_FORMAT_VERSION, decodeChunk, encodeChunk } from "../../host/evaluation/chunks/chunk-file.ts";
import { createRandom } from "../events/random.ts";
import { chunkOf, type Ids } from "./invented-chunk.ts";

const SOURCES = [
  { file: "AWSLogs/a.json.gz", rows: 2 },
  { file: "AWSLogs/b.json.gz", rows: 1 },
];

const UNICODE = ["", "Ærøskøbing", "東京 🌾", "a\u0000b", "\u{10ffff}", 'quotes " and \\ and \n', "é", "é"];

describe("encodeChunk() and decodeChunk()", () => {
  const widths: readonly (readonly [string, Ids])[] = [
    ["one byte", Uint8Array.of(0, 2, 1)],
    ["two bytes", Uint16Array.of(0, 2, 1)],
    ["four bytes", Uint32Array.of(0, 2, 1)],
  ];
  test.each(widths)("give back every column when ids have %s", (_, ids) => {
    const chunk = chunkOf([5, 6, 7], { region: { ids, values: ["", "eu-west-1", "us-east-1"] } });
    const decoded = roundTrip(chunk);
    expect(decoded).toEqual(chunk);
    expect(decoded.columns.region.ids.BYTES_PER_ELEMENT).toBe(ids.BYTES_PER_ELEMENT);
  });

  test("give back ids that use the whole of their width", () => {
    const values = ["", ...Array.from({ length: 0xffff }, (_, index) => `agent ${index}`)];
    const chunk = chunkOf([1, 2, 3], {
      userAgent: { ids: Uint16Array.of(0xffff, 0, 0x8000), values },
      sourceIp: { ids: Uint8Array.of(0xff, 0x80, 0), values: values.slice(0, 0x100) },
      identity: { ids: Uint32Array.of(0x1_0000, 1, 0), values: [...values, "last"] },
    });
    expect(roundTrip(chunk)).toEqual(chunk);
  });

  test("give back texts of every script, controls, and texts that only normalization would make equal", () => {
    const ids = Uint8Array.from(UNICODE, (_, index) => index);
    const chunk = chunkOf(
      UNICODE.map((_, index) => index),
      { userAgent: { ids, values: UNICODE } },
    );
    expect(roundTrip(chunk).columns.userAgent.values).toEqual(UNICODE);
  });

  test("give back times before 1970 and beyond what a Date can hold", () => {
    const chunk = { ...chunkOf([0, 0, 0]), time: BigInt64Array.of(-1n, -(2n ** 63n), 2n ** 63n - 1n) };
    expect(roundTrip(chunk).time).toEqual(chunk.time);
  });

  test("give back a chunk without rows", () => {
    const chunk = chunkOf([]);
    expect(roundTrip(chunk)).toEqual(chunk);
  });

  test("give back 100,000 rows", () => {
    const random = createRandom(9);
    const rows = 100_000;
    const names = ["", ...Array.from({ length: 70_000 }, (_, index) => `principal ${index}`)];
    const chunk = chunkOf(
      Array.from({ length: rows }, () => random.below(1_000_000)),
      { identity: { ids: Uint32Array.from({ length: rows }, () => random.below(names.length)), values: names } },
    );
    const decoded = roundTrip(chunk);
    expect(decoded.rows).toBe(rows);
    expect(Buffer.compare(asBytes(decoded.time), asBytes(chunk.time))).toBe(0);
    expect(Buffer.compare(decoded.eventId, chunk.eventId)).toBe(0);
    expect(Buffer.compare(asBytes(decoded.columns.identity.ids), asBytes(chunk.columns.identity.ids))).toBe(0);
    expect(decoded.columns.identity.values).toEqual(names);
  });
});

describe("encodeChunk()", () => {
  test("names versions, sources and the times of each zone in the metadata", () => {
    const times = Array.from({ length: 5000 }, (_, row) => (row === 4200 ? -7 : row));
    const metadata = tableFromIPC(encodeChunk(chunkOf(times), SOURCES)).schema.metadata;
    expect(metadata?.get("scp-preview.format")).toBe(String(CHUNK_FORMAT_VERSION));
    expect(metadata?.get("scp-preview.extraction")).toBe(String(EXTRACTION_VERSION));
    expect(JSON.parse(metadata?.get("scp-preview.sources") ?? "")).toEqual(SOURCES);
    expect(JSON.parse(metadata?.get("scp-preview.zones") ?? "")).toEqual({
      rows: 4096,
      times: [
        [0, 4095],
        [-7, 4999],
      ],
    });
  });

  test("writes a file that any reader of Arrow can query by column name", () => {
    const chunk = chunkOf([Date.parse("2026-11-23T12:00:00Z"), 0], {
      operation: { ids: Uint8Array.of(1, 1), values: ["", "s3.amazonaws.com GetObject"] },
      region: { ids: Uint8Array.of(1, 0), values: ["", "eu-west-1"] },
    });
    const table = tableFromIPC(encodeChunk(chunk, SOURCES), { useDate: true });
    expect([...table.names].sort()).toEqual(
      [...DICTIONARY_COLUMNS, "eventId", "offset", "sharedEventId", "time"].sort(),
    );
    expect(table.numRows).toBe(2);
    expect(table.getChild("operation").toArray()).toEqual(["s3.amazonaws.com GetObject", "s3.amazonaws.com GetObject"]);
    expect(table.getChild("region").at(1)).toBe("");
    expect(table.getChild("time").at(0)).toEqual(new Date("2026-11-23T12:00:00Z"));
    expect([...table.getChild("offset").toArray()]).toEqual([0, 100]);
    expect(table.getChild("eventId").at(1)).toEqual(chunk.eventId.subarray(16, 32));
  });

  test("gives the same bytes for the same chunk", () => {
    const chunk = chunkOf([3, 1, 2]);
    expect(encodeChunk(chunk, SOURCES)).toEqual(encodeChunk(chunk, SOURCES));
  });
});

describe("decodeChunk()", () => {
  const good = encodeChunk(chunkOf([1, 2, 3]), SOURCES);

  test.each([
    ["nothing", new Uint8Array(0)],
    ["text", new TextEncoder().encode('{"Records":[]}')],
    ["zeros", new Uint8Array(5000)],
    ["the magic word alone", new TextEncoder().encode("ARROW1\0\0ARROW1")],
    ["a file that lost its end", good.subarray(0, good.length >> 1)],
    ["a file that lost its beginning", good.subarray(good.length >> 1)],
  ])("refuses %s as unreadable, by the chunk's name", (_, bytes) => {
    const decoded = decodeChunk("2026-11-23/0/c.arrow", bytes);
    expect(decoded).toMatchObject({
      ok: false,
      faults: [{ code: "chunk-unreadable", where: { file: "2026-11-23/0/c.arrow" } }],
    });
  });

  test("gives a fault, and does not throw, for a file cut at any length", () => {
    const codes = new Set<string>();
    for (let length = 0; length < good.length; length++) {
      const decoded = decodeChunk("c", good.subarray(0, length));
      codes.add(
        decoded.ok ? `read although cut to ${length} of ${good.length} bytes` : (decoded.faults[0]?.code ?? ""),
      );
    }
    expect([...codes]).toEqual(["chunk-unreadable"]);
  });

  test.each([
    ["another format", { "scp-preview.format": "999" }],
    ["another extraction", { "scp-preview.extraction": String(EXTRACTION_VERSION + 1) }],
  ])("refuses %s and says which one this engine reads", (_, metadata) => {
    const decoded = decodeChunk("c", withMetadata(good, metadata));
    expect(decoded).toMatchObject({ ok: false, faults: [{ code: "chunk-version", where: { file: "c" } }] });
    expect(decoded.ok ? "" : decoded.faults[0]?.message).toContain(`${CHUNK_FORMAT_VERSION}/${EXTRACTION_VERSION}`);
  });

  test("refuses an Arrow file of somebody else", () => {
    const table = tableFromIPC(good);
    Object.assign(table.schema, { metadata: new Map() });
    const bytes = tableToIPC(table, { format: "file" });
    const decoded = decodeChunk("c", bytes ?? new Uint8Array(0));
    expect(decoded.ok ? "read" : decoded.faults[0]?.code).toBe("chunk-unreadable");
  });

  test("gives a fault for a file of ours that lacks a column", () => {
    const table = tableFromIPC(good).select(["operation", "time"]);
    const bytes = tableToIPC(table, { format: "file" });
    const decoded = decodeChunk("c", bytes ?? new Uint8Array(0));
    expect(decoded.ok ? "read" : decoded.faults[0]?.code).toBe("chunk-unreadable");
  });
});

function roundTrip(chunk: EventChunk): EventChunk {
  const decoded = decodeChunk("chunk", encodeChunk(chunk, SOURCES));
  if (!decoded.ok) throw new Error(decoded.faults[0]?.message);
  return decoded.value;
}

function asBytes(values: BigInt64Array | Ids): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function withMetadata(bytes: Uint8Array, changes: Readonly<Record<string, string>>): Uint8Array {
  const table = tableFromIPC(bytes);
  const metadata = new Map([...(table.schema.metadata ?? []), ...Object.entries(changes)]);
  Object.assign(table.schema, { metadata });
  return tableToIPC(table, { format: "file" }) ?? new Uint8Array(0);
}
