import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tenantStub } from "../../host/account/stubs.ts";
import { LOG_FILE_BYTES_MAX } from "../../host/activity/extract-file.ts";
import { sha256Hex } from "../../host/activity/sha256.ts";
import { MILL } from "../organization/snapshot-of.ts";
import { largeLog, packedSpaces } from "./helpers/large-files.ts";
import { type Answer, bindings, type PreviewTenant, rebind } from "./helpers/preview-tenant.ts";
import { callOf, gzip, logOf } from "./helpers/records.ts";
import { summaryOf } from "./helpers/report-files.ts";
import { readyTenant, runJob } from "./helpers/run-job.ts";
import { emptyBuckets, keysIn, namedChunks } from "./helpers/stored-objects.ts";

const ORIGINAL = { ...bindings };
const KEY = "AWSLogs/large.json";
const CALLS = 1_800;
/** More than 32 MiB: too many to be held in memory. */
const LARGE = largeLog(CALLS);
const SMALL = logOf(callOf(1, "2026-11-24T10:00:00Z"));

beforeEach(async () => {
  await emptyBuckets();
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rebind(ORIGINAL);
});

/** As a client sends a body that it announces, with the hash that it signs. */
async function put(tenant: PreviewTenant, body: Uint8Array<ArrayBuffer>, sha256?: string, key = KEY): Promise<Answer> {
  const headers = {
    "content-length": String(body.length),
    "x-amz-content-sha256": sha256 ?? (await sha256Hex(body)),
  };
  return tenant.call({ method: "PUT", path: `/cloudtrail/${key}`, body, headers });
}

/** Nothing of any file lies in the buckets, and nothing is known of one. */
async function expectNothing(tenant: PreviewTenant): Promise<void> {
  expect(await tenant.activity()).toMatchObject({ files: 0, events: 0, bytes: 0, accounts: [] });
  expect(await keysIn("CLOUDTRAIL")).toEqual([]);
  expect(await namedChunks(tenant.id)).toEqual([]);
}

async function rawBytes(tenant: PreviewTenant): Promise<Uint8Array> {
  const row = await tenantStub(bindings, tenant.id).findFile(KEY);
  const object = await bindings.CLOUDTRAIL.get(row?.rawKey ?? "");
  return new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer(0));
}

describe("PUT /cloudtrail of a file too large to hold", () => {
  test("stores it as it is, counts it, and takes it once", async () => {
    const tenant = await readyTenant({});
    const { status, body } = await put(tenant, LARGE);
    const counts = { key: KEY, records: CALLS, stored: CALLS, unreadable: 0, skipped: {} };
    expect({ status, body }).toEqual({ status: 200, body: { ...counts, repeated: false } });
    expect(await sha256Hex(await rawBytes(tenant))).toBe(await sha256Hex(LARGE));
    expect(await tenant.activity()).toMatchObject({ files: 1, events: CALLS, bytes: LARGE.length });
    expect((await put(tenant, LARGE)).body).toEqual({ ...counts, repeated: true });
    expect(await tenant.activity()).toMatchObject({ files: 1, events: CALLS });
    expect(await keysIn("CLOUDTRAIL")).toHaveLength(1);
    const { contents } = await runJob(tenant);
    expect(summaryOf(contents).counts).toMatchObject({ records: CALLS, impacts: { newlyDenied: CALLS } });
  });

  test("stores nothing of one that has another hash than was signed", async () => {
    const tenant = await readyTenant({});
    const { status, body } = await put(tenant, LARGE, await sha256Hex(SMALL));
    expect([status, body.message]).toEqual([403, expect.stringContaining("x-amz-content-sha256")]);
    await expectNothing(tenant);
  });

  test.each([
    ["of nothing", "0".repeat(64)],
    ["of the file that lies there", undefined],
  ])("keeps the file that lies there when the hash is %s", async (_, hash) => {
    const tenant = await readyTenant({ [KEY]: SMALL });
    const before = await tenant.activity();
    expect((await put(tenant, LARGE, hash ?? (await sha256Hex(SMALL)))).status).toBe(403);
    expect(await tenant.activity()).toEqual(before);
    expect(await rawBytes(tenant)).toEqual(SMALL);
    expect(await tenant.upload(KEY, SMALL)).toMatchObject({ repeated: true });
  });

  test("stores nothing of one that is no log", async () => {
    const tenant = await readyTenant({});
    const { status, body } = await put(tenant, new Uint8Array(LARGE.length).fill(0x78));
    expect([status, body.reason]).toEqual([400, "fieldValidationFailed"]);
    await expectNothing(tenant);
  });

  test("needs the hash to be signed", async () => {
    const tenant = await readyTenant({});
    const signed = { "x-amz-content-sha256": await sha256Hex(LARGE) };
    const { status, body } = await tenant.call({
      method: "PUT",
      path: `/cloudtrail/${KEY}`,
      body: LARGE,
      headers: signed,
    });
    expect([status, body.message]).toEqual([413, expect.stringContaining("Content-Length")]);
    await expectNothing(tenant);
  });
});

describe("PUT /cloudtrail of gzip that unpacks to", () => {
  test("as much as is read is taken", async () => {
    const tenant = await readyTenant({});
    expect((await put(tenant, await packedSpaces(LOG_FILE_BYTES_MAX))).body).toMatchObject({ records: 1, stored: 1 });
  });

  test("one byte more is refused, and nothing of it is stored", async () => {
    const tenant = await readyTenant({});
    const { status, body } = await put(tenant, await packedSpaces(LOG_FILE_BYTES_MAX + 1));
    expect([status, body.message]).toEqual([413, expect.stringMatching(/uncompressed.*split/)]);
    await expectNothing(tenant);
    await tenant.erase({ all: "true" });
    expect(await keysIn("ACTIVITY")).not.toContainEqual(expect.stringMatching(/^chunks/));
  });
});

describe("PUT /cloudtrail when no more events may be stored", () => {
  test("refuses every new file, and says what to do", async () => {
    const tenant = await readyTenant({ [KEY]: SMALL });
    rebind({ STORED_EVENTS_MAX: "1" });
    const second = logOf(callOf(2, "2026-11-24T10:00:00Z"));
    const { status, body } = await put(tenant, second, undefined, "second.json");
    expect([status, body]).toEqual([
      402,
      { message: expect.stringMatching(/DELETE \/activity/), resourceId: tenant.id, resourceType: "Activity" },
    ]);
    expect(await tenant.activity()).toMatchObject({ files: 1, events: 1 });
    expect(await keysIn("CLOUDTRAIL")).toHaveLength(1);
    rebind({ STORED_EVENTS_MAX: "2" });
    expect((await put(tenant, second, undefined, "second.json")).status).toBe(200);
  });

  test("takes files again once some were erased", async () => {
    const tenant = await readyTenant({ [KEY]: SMALL });
    rebind({ STORED_EVENTS_MAX: "1" });
    await tenant.erase({ accountId: MILL });
    expect((await put(tenant, SMALL)).body).toMatchObject({ stored: 1, repeated: false });
  });
});

describe("PUT /cloudtrail of what is no log by its name", () => {
  test("skips a digest file, and stores nothing", async () => {
    const tenant = await readyTenant({});
    const key = `AWSLogs/${MILL}/CloudTrail-Digest/eu-west-1/2026/11/24/digest.json.gz`;
    const digest = await gzip(new TextEncoder().encode(JSON.stringify({ digestStartTime: "2026-11-24T09:00:00Z" })));
    const answer = { key, records: 0, stored: 0, unreadable: 0, skipped: { digestFile: 1 }, repeated: false };
    expect(await put(tenant, digest, undefined, key)).toEqual({ status: 200, body: answer });
    await expectNothing(tenant);
  });
});
