import { describe, expect, test } from "vitest";
import { tenantStub } from "../../host/account/stubs.ts";
import { ingestFile } from "../../host/activity/ingest-file.ts";
import { decodeChunk } from "../../host/evaluation/chunks/chunk-file.ts";
import { bindings } from "./helpers/preview-tenant.ts";
import { callOf, gzip, LIST_QUEUES, logOf } from "./helpers/records.ts";

const NOW = Date.UTC(2026, 10, 23, 12);
const NOVEMBER = { startTime: "2026-11-01T00:00:00Z", endTime: "2026-12-01T00:00:00Z" };
const KEY = "AWSLogs/100000000002/CloudTrail/eu-west-1/2026/11/23/trail_1.json.gz";

let tenants = 0;

function newTenantId(): string {
  tenants += 1;
  return `o-activity${tenants}`;
}

/** A tenant whose configuration is ACTIVE. */
async function collectingTenant(): Promise<string> {
  const tenantId = newTenantId();
  await tenantStub(bindings, tenantId).createConfiguration({ scope: "GLOBAL", clientToken: "t", now: NOW });
  return tenantId;
}

function ingest(tenantId: string, body: Uint8Array, key = KEY) {
  return ingestFile(bindings, { tenantId, key, source: { kind: "whole", bytes: body }, now: NOW });
}

async function ingested(tenantId: string, body: Uint8Array, key = KEY) {
  const result = await ingest(tenantId, body, key);
  if (!result.ok) throw new Error(result.faults.map(({ message }) => message).join("; "));
  return result.value;
}

const keysIn = async (bucket: R2Bucket, prefix: string) =>
  (await bucket.list({ prefix })).objects.map(({ key }) => key.slice(prefix.length));
/** Without hash and random digits, which come first. */
const rawKeys = async (tenantId: string) =>
  (await keysIn(bindings.CLOUDTRAIL, `uploads/${tenantId}/`)).map((key) => key.slice(74));
/** The raw file that the ledger names. */
async function rawFile(tenantId: string): Promise<Uint8Array> {
  const row = await tenantStub(bindings, tenantId).findFile(KEY);
  const raw = await bindings.CLOUDTRAIL.get(row?.rawKey ?? "");
  return new Uint8Array((await raw?.arrayBuffer()) ?? new ArrayBuffer(0));
}
const chunksInBucket = (tenantId: string) => keysIn(bindings.ACTIVITY, `chunks/${tenantId}/`);
const catalogue = (tenantId: string) => tenantStub(bindings, tenantId).pinCatalogue(NOVEMBER);

describe("ingestFile()", () => {
  test("stores raw file, chunks and ledger row", async () => {
    const tenantId = await collectingTenant();
    const body = await gzip(logOf(callOf(1, "2026-11-23T10:00:00Z"), callOf(2, "2026-11-23T11:00:00Z"), 7));
    expect(await ingested(tenantId, body)).toEqual({
      key: KEY,
      records: 3,
      stored: 2,
      unreadable: 1,
      skipped: { unreadable: 1 },
      repeated: false,
    });
    expect(await rawFile(tenantId)).toEqual(body);
    expect(await tenantStub(bindings, tenantId).findFile(KEY)).toMatchObject({
      key: KEY,
      compressedBytes: body.length,
      receivedAt: NOW,
      records: 3,
      rows: 2,
      unreadable: 1,
      unreadableSamples: [{ file: KEY, reason: "notAnObject" }],
    });
    const { partitions, records, unreadable } = await catalogue(tenantId);
    expect([partitions.length, partitions[0]?.partition, records, unreadable]).toEqual([1, "2026-11-23/0", 3, 1]);
    expect(await chunksInBucket(tenantId)).toHaveLength(1);
  });

  test("refuses while nothing is collected, says what to do, and stores nothing", async () => {
    const tenantId = newTenantId();
    const refused = await ingest(tenantId, logOf(callOf(1, "2026-11-23T10:00:00Z")));
    expect(refused).toMatchObject({ ok: false, faults: [{ code: "collection-inactive" }] });
    expect(refused.ok ? "" : refused.faults[0]?.message).toContain("CreatePolicyPreviewConfiguration");
    expect(await rawKeys(tenantId)).toEqual([]);
    expect((await catalogue(tenantId)).generation).toBe(0);
  });

  test("collects until the configuration is deleted, and again when it was created again", async () => {
    const tenantId = await collectingTenant();
    const tenant = tenantStub(bindings, tenantId);
    await tenant.deleteConfiguration({ clientToken: "d", now: NOW });
    expect((await ingest(tenantId, logOf())).ok).toBe(false);
    await tenant.createConfiguration({ scope: "GLOBAL", clientToken: "u", now: NOW });
    expect((await ingest(tenantId, logOf())).ok).toBe(true);
  });

  test("takes the same file once, and answers the same counts", async () => {
    const tenantId = await collectingTenant();
    const body = logOf(callOf(1, "2026-11-23T10:00:00Z"), "junk");
    const first = await ingested(tenantId, body);
    const before = await catalogue(tenantId);
    expect(await ingested(tenantId, body)).toEqual({ ...first, repeated: true });
    expect(await catalogue(tenantId)).toEqual(before);
  });

  test("counts the same bytes under two keys as two files", async () => {
    const tenantId = await collectingTenant();
    const body = logOf(callOf(1, "2026-11-23T10:00:00Z"));
    await ingested(tenantId, body, "a.json");
    expect(await ingested(tenantId, body, "b.json")).toMatchObject({ key: "b.json", repeated: false });
    expect(await catalogue(tenantId)).toMatchObject({ files: 2, records: 2 });
  });

  test("replaces a file whose bytes are others: the catalogue names only the new chunks", async () => {
    const tenantId = await collectingTenant();
    await ingested(tenantId, logOf(callOf(1, "2026-11-21T10:00:00Z"), callOf(2, "2026-11-22T10:00:00Z")));
    const old = await catalogue(tenantId);
    const body = logOf(
      callOf(3, "2026-11-22T10:00:00Z"),
      callOf(4, "2026-11-23T10:00:00Z"),
      callOf(5, "2026-11-23T11:00:00Z"),
    );
    expect(await ingested(tenantId, body)).toMatchObject({ records: 3, stored: 3, repeated: false });
    const now = await catalogue(tenantId);
    expect(now.partitions.map(({ partition }) => partition)).toEqual(["2026-11-22/0", "2026-11-23/0"]);
    const names = (pinned: typeof now) =>
      pinned.partitions.flatMap(({ chunks }) => chunks.map(({ chunkKey }) => chunkKey));
    expect(names(now).filter((name) => names(old).includes(name))).toEqual([]);
    expect([now.files, now.records, now.generation]).toEqual([1, 3, old.generation + 1]);
    expect(await rawFile(tenantId)).toEqual(body);
  });

  test.each([
    ["text", new TextEncoder().encode("This is not JSON"), "not-a-log"],
    ["nothing", new Uint8Array(0), "empty-file"],
    ["gzip of text", "gzip", "not-a-log"],
    ["bytes that only begin like gzip", Uint8Array.of(0x1f, 0x8b, 1, 2, 3, 4), "gzip-damaged"],
  ] as const)("refuses %s, and stores nothing of it", async (_, content, code) => {
    const tenantId = await collectingTenant();
    const body = content === "gzip" ? await gzip(new TextEncoder().encode("no log")) : content;
    expect(await ingest(tenantId, body)).toMatchObject({ ok: false, faults: [{ code, where: { file: KEY } }] });
    expect(await tenantStub(bindings, tenantId).findFile(KEY)).toBeUndefined();
    expect([await rawKeys(tenantId), await chunksInBucket(tenantId)]).toEqual([[], []]);
  });

  test("stores a log that holds no record, so that it counts as looked at", async () => {
    const tenantId = await collectingTenant();
    expect(await ingested(tenantId, logOf())).toMatchObject({ records: 0, stored: 0, unreadable: 0 });
    expect(await catalogue(tenantId)).toMatchObject({ files: 1, partitions: [] });
  });

  test("stores a log that ends behind a record, and says that it is cut off", async () => {
    const tenantId = await collectingTenant();
    const text = new TextDecoder().decode(logOf(callOf(1, "2026-11-23T10:00:00Z"), callOf(2, "2026-11-23T11:00:00Z")));
    const answer = await ingested(tenantId, new TextEncoder().encode(text.slice(0, text.lastIndexOf("]"))));
    expect(answer).toMatchObject({ records: 2, stored: 2, unreadable: 0, repeated: false });
    expect(answer.fault).toMatch(/file-cut-off/);
    expect((await tenantStub(bindings, tenantId).findFile(KEY))?.fault).toBe(answer.fault);
    expect((await catalogue(tenantId)).partitions).toMatchObject([{ chunks: [{ rows: 2 }] }]);
  });

  test("counts the record in which a log ends, and stores those before it", async () => {
    const tenantId = await collectingTenant();
    const whole = logOf(
      callOf(1, "2026-11-23T10:00:00Z"),
      callOf(2, "2026-11-23T11:00:00Z"),
      callOf(3, "2026-11-23T12:00:00Z"),
    );
    const answer = await ingested(tenantId, whole.slice(0, whole.length - 40));
    expect(answer).toMatchObject({ records: 3, stored: 2, unreadable: 1, repeated: false });
    expect(answer.fault).toMatch(/cut off inside the record at byte \d+/);
    const row = await tenantStub(bindings, tenantId).findFile(KEY);
    expect(row?.unreadableSamples).toMatchObject([{ file: KEY, reason: "truncated" }]);
    expect(await catalogue(tenantId)).toMatchObject({
      records: 3,
      unreadable: 1,
      partitions: [{ chunks: [{ rows: 2 }] }],
    });
  });

  test.each([0.3, 0.7, 0.99])(
    "refuses a log whose gzip is cut off at %f, and takes the whole file later",
    async (share) => {
      const tenantId = await collectingTenant();
      // Ids at random keep gzip from packing all of it into its first bytes.
      const records = Array.from({ length: 4000 }, (_, index) => {
        return callOf(index, "2026-11-23T10:00:00Z", { requestID: crypto.randomUUID() });
      });
      const whole = await gzip(logOf(...records));
      const refused = await ingest(tenantId, whole.slice(0, Math.floor(whole.length * share)));
      expect(refused).toMatchObject({ ok: false, faults: [{ code: "gzip-damaged", where: { file: KEY } }] });
      expect(await tenantStub(bindings, tenantId).findFile(KEY)).toBeUndefined();
      expect([await rawKeys(tenantId), await chunksInBucket(tenantId)]).toEqual([[], []]);
      const counts = { key: KEY, records: 4000, stored: 4000, unreadable: 0, skipped: {}, repeated: false };
      expect(await ingested(tenantId, whole)).toEqual(counts);
    },
  );

  test("keeps what it has under a key when the file comes again, damaged", async () => {
    const tenantId = await collectingTenant();
    const whole = await gzip(logOf(callOf(1, "2026-11-23T10:00:00Z")));
    await ingested(tenantId, whole);
    const before = await catalogue(tenantId);
    expect((await ingest(tenantId, whole.slice(0, whole.length - 9))).ok).toBe(false);
    expect(await catalogue(tenantId)).toEqual(before);
    expect(await rawFile(tenantId)).toEqual(whole);
  });

  test("makes one chunk of each UTC day, with that day's events and no others", async () => {
    const tenantId = await collectingTenant();
    const times = [
      "2026-11-21T23:59:59Z",
      "2026-11-22T00:00:00Z",
      "2026-11-22T23:59:59Z",
      "2026-11-23T00:00:00Z",
      "2026-11-22T12:00:00Z",
    ];
    await ingested(tenantId, logOf(...times.map((time, id) => callOf(id, time, id % 2 === 0 ? LIST_QUEUES : {}))));
    const { partitions } = await catalogue(tenantId);
    const days: Record<string, readonly string[]> = {};
    for (const { partition, chunks } of partitions) {
      expect(chunks).toHaveLength(1);
      const object = await bindings.ACTIVITY.get(chunks[0]?.chunkKey ?? "");
      const chunk = decodeChunk(partition, new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer(0)));
      if (!chunk.ok) throw new Error(chunk.faults[0]?.message);
      days[partition] = Array.from(chunk.value.time, (time) => new Date(Number(time)).toISOString());
    }
    expect(days).toEqual({
      "2026-11-21/0": ["2026-11-21T23:59:59.000Z"],
      "2026-11-22/0": ["2026-11-22T00:00:00.000Z", "2026-11-22T12:00:00.000Z", "2026-11-22T23:59:59.000Z"],
      "2026-11-23/0": ["2026-11-23T00:00:00.000Z"],
    });
  });

  test.each([
    ["spaces", "AWS Logs/one two .json"],
    ["letters beyond ASCII", "журнал/köln/ログ/📜.json.gz"],
    ["slashes at odd places", "//AWSLogs///x.json/"],
    ["dots that look like a way up", "a/../../b.json"],
    ["signs that URLs and SQL care for", `%2F?a=b&c#d'";--+.json`],
  ])("keeps a key with %s as it is", async (_, key) => {
    const tenantId = await collectingTenant();
    expect(await ingested(tenantId, logOf(callOf(1, "2026-11-23T10:00:00Z"), 7), key)).toMatchObject({
      key,
      stored: 1,
    });
    expect(await rawKeys(tenantId)).toEqual([key]);
    const row = await tenantStub(bindings, tenantId).findFile(key);
    expect(row?.unreadableSamples).toMatchObject([{ file: key }]);
    const object = await bindings.ACTIVITY.get((await catalogue(tenantId)).partitions[0]?.chunks[0]?.chunkKey ?? "");
    const chunk = decodeChunk("chunk", new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer(0)));
    expect(chunk.ok && chunk.value.columns.file.values).toContain(key);
  });

  test("keeps tenants apart: the same key is another file", async () => {
    const [mine, other] = [await collectingTenant(), await collectingTenant()];
    await ingested(mine, logOf(callOf(1, "2026-11-23T10:00:00Z")));
    expect(await tenantStub(bindings, other).findFile(KEY)).toBeUndefined();
    expect(await ingested(other, logOf(callOf(2, "2026-11-23T10:00:00Z")))).toMatchObject({ repeated: false });
    expect((await catalogue(mine)).records).toBe(1);
    expect([(await chunksInBucket(mine)).length, (await chunksInBucket(other)).length]).toEqual([1, 1]);
  });

  test("takes files that come at the same time", async () => {
    const tenantId = await collectingTenant();
    const names = Array.from({ length: 8 }, (_, index) => `file-${index}.json`);
    const answers = await Promise.all(
      names.map((name, index) => ingested(tenantId, logOf(callOf(index, "2026-11-23T10:00:00Z")), name)),
    );
    expect(answers.map(({ stored }) => stored)).toEqual(names.map(() => 1));
    expect(await catalogue(tenantId)).toMatchObject({ files: 8, records: 8 });
  });
});
