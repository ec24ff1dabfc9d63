/// <reference types="@cloudflare/vitest-plugin/types" />
import { env, evictDurableObject, runInDurableObject } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import type { Bindings } from "../../host/account/bindings.ts";
import { tenantStub } from "../../host/account/stubs.ts";
import { DELETION_TOKEN_KEPT_MS, type TenantObject } from "../../host/account/tenant-object.ts";
import type { CatalogueChunk, LedgerRow } from "../../host/account/tenant-types.ts";

const NOW = Date.UTC(2026, 10, 23, 12);
let tenants = 0;

/** A tenant that nobody has touched. */
function newTenant() {
  tenants += 1;
  return tenantStub(env as unknown as Bindings, `o-tenant${tenants}`);
}

function fileRow(key: string, more: Partial<LedgerRow> = {}): LedgerRow {
  return {
    key,
    contentSha256: `sha of ${key}`,
    compressedBytes: 100,
    receivedAt: NOW,
    records: 3,
    rows: 3,
    unreadable: 0,
    unreadableSamples: [],
    ...more,
  };
}

function chunk(fileKey: string, partition: string, chunkKey = `${fileKey}@${partition}`): CatalogueChunk {
  const time = Date.parse(`${partition.slice(0, 10)}T00:00:00Z`);
  const accounts = [{ accountId: "111111111111", logged: 3, called: 0 }];
  const times = { timeMin: time, timeMax: time + 1 };
  return { chunkKey, partition, rows: 3, bytes: 1000, ...times, fileKey, extractionVersion: 1, accounts };
}

const NOVEMBER = { startTime: "2026-11-01T00:00:00Z", endTime: "2026-12-01T00:00:00Z" };

describe("TenantObject configuration", () => {
  test("is there for readers as soon as it was created, with its time", async () => {
    const tenant = newTenant();
    expect(await tenant.getConfiguration()).toBeUndefined();
    const created = await tenant.createConfiguration({ scope: "GLOBAL", clientToken: "a", now: NOW });
    expect(created).toEqual({ kind: "created", status: "PENDING_CREATION" });
    expect(await tenant.getConfiguration()).toEqual({
      scope: "GLOBAL",
      status: "ACTIVE",
      createdAt: "2026-11-23T12:00:00.000Z",
      updatedAt: expect.stringMatching(/Z$/),
    });
  });

  test("is created once: the same token answers the same, another one that it exists", async () => {
    const tenant = newTenant();
    const create = (clientToken: string, now = NOW) =>
      tenant.createConfiguration({ scope: "GLOBAL", clientToken, now });
    const first = await create("a");
    expect(await create("a", NOW + 1)).toEqual(first);
    expect(await create("b")).toEqual({ kind: "exists" });
    expect((await tenant.getConfiguration())?.createdAt).toBe("2026-11-23T12:00:00.000Z");
  });

  test("is deleted once a token, and can be created again", async () => {
    const tenant = newTenant();
    const create = (clientToken: string) => tenant.createConfiguration({ scope: "GLOBAL", clientToken, now: NOW });
    const remove = (clientToken: string, now = NOW) => tenant.deleteConfiguration({ clientToken, now });
    expect(await remove("d")).toEqual({ kind: "notFound" });
    await create("a");
    expect(await remove("d")).toEqual({ kind: "deleted" });
    expect(await tenant.getConfiguration()).toBeUndefined();
    expect(await remove("d")).toEqual({ kind: "repeated" });
    expect((await create("a")).kind).toBe("created");
    expect(await remove("d")).toEqual({ kind: "repeated" });
    expect(await tenant.getConfiguration()).toBeDefined();
    expect(await remove("d", NOW + DELETION_TOKEN_KEPT_MS + 1)).toEqual({ kind: "deleted" });
  });
});

describe("TenantObject", () => {
  test("remembers each account with jobs once", async () => {
    const tenant = newTenant();
    for (const account of ["222222222222", "111111111111", "222222222222"]) await tenant.addJobAccount(account);
    expect(await tenant.jobAccounts()).toEqual(["111111111111", "222222222222"]);
  });

  test("points to the latest organization snapshot", async () => {
    const tenant = newTenant();
    expect(await tenant.getOrganization()).toBeUndefined();
    const pointer = { snapshotKey: "k1", sha256: "s1", capturedAt: "2026-11-20T00:00:00Z", bytes: 10 };
    await tenant.putOrganization({ ...pointer, now: NOW });
    await tenant.putOrganization({ ...pointer, snapshotKey: "k2", now: NOW });
    expect(await tenant.getOrganization()).toEqual({
      ...pointer,
      snapshotKey: "k2",
      storedAt: "2026-11-23T12:00:00.000Z",
    });
  });

  test("keeps what it knows over a restart, without making its tables again", async () => {
    const tenant = newTenant();
    await tenant.recordFile(fileRow("a"), [chunk("a", "2026-11-01/0")]);
    await evictDurableObject(tenant);
    expect(await tenant.findFile("a")).toEqual(fileRow("a"));
    const versions = await runInDurableObject(tenant, (_: TenantObject, state: DurableObjectState) => {
      return state.storage.sql.exec("SELECT version FROM schema_version").toArray();
    });
    expect(versions).toEqual([{ version: 3 }]);
  });

  test("points to the latest file of each kind that the user supplied, until it is removed", async () => {
    const tenant = newTenant();
    expect(await tenant.getSupplied()).toEqual({});
    const file = { suppliedKey: "k1", sha256: "s1", bytes: 10 };
    await tenant.putSupplied("mapping", { ...file, now: NOW });
    await tenant.putSupplied("context", { ...file, suppliedKey: "k2", now: NOW });
    await tenant.putSupplied("mapping", { ...file, suppliedKey: "k3", now: NOW + 1 });
    const context = { ...file, suppliedKey: "k2", storedAt: "2026-11-23T12:00:00.000Z" };
    expect(await tenant.getSupplied()).toEqual({
      mapping: { ...file, suppliedKey: "k3", storedAt: "2026-11-23T12:00:00.001Z" },
      context,
    });
    await tenant.removeSupplied("mapping");
    await tenant.removeSupplied("mapping");
    expect(await tenant.getSupplied()).toEqual({ context });
  });

  test("of an older version gets the new tables and keeps what it knows", async () => {
    const tenant = newTenant();
    await tenant.addJobAccount("111111111111");
    await runInDurableObject(tenant, (_: TenantObject, { storage }: DurableObjectState) => {
      for (const table of ["supplied", "chunk_account", "garbage"]) storage.sql.exec(`DROP TABLE ${table}`);
      for (const column of ["status", "updated_at"])
        storage.sql.exec(`ALTER TABLE configuration DROP COLUMN ${column}`);
      storage.sql.exec("DROP INDEX file_by_raw_key");
      storage.sql.exec("ALTER TABLE file DROP COLUMN raw_key");
      storage.sql.exec("ALTER TABLE catalogue DROP COLUMN events");
      storage.sql.exec("UPDATE schema_version SET version = 1");
    });
    await evictDurableObject(tenant);
    expect(await tenant.getSupplied()).toEqual({});
    expect(await tenant.jobAccounts()).toEqual(["111111111111"]);
  });
});

describe("TenantObject.recordFile()", () => {
  test("stores a file with its fault and the first unreadable records", async () => {
    const tenant = newTenant();
    const unreadableSamples = Array.from({ length: 12 }, (_, index) => {
      return { file: "a", offset: 1000 - index, reason: "withoutTime" } as const;
    });
    const row = fileRow("a", { fault: "truncated at byte 7", unreadable: 12, unreadableSamples });
    const { row: stored } = await tenant.recordFile(row, []);
    expect(stored.unreadableSamples.map(({ offset }) => offset)).toEqual([
      989, 990, 991, 992, 993, 994, 995, 996, 997, 998,
    ]);
    expect(await tenant.findFile("a")).toEqual(stored);
    expect(stored).toMatchObject({ fault: "truncated at byte 7", unreadable: 12, records: 3 });
    expect(await tenant.findFile("b")).toBeUndefined();
  });

  test("adds nothing for the same key and content, and answers the first row", async () => {
    const tenant = newTenant();
    await tenant.recordFile(fileRow("a"), [chunk("a", "2026-11-01/0")]);
    const before = await tenant.pinCatalogue(NOVEMBER);
    const again = await tenant.recordFile(fileRow("a", { receivedAt: NOW + 5 }), [chunk("a", "2026-11-01/1")]);
    expect(again).toEqual({ row: fileRow("a"), repeated: true });
    expect(await tenant.pinCatalogue(NOVEMBER)).toEqual(before);
  });

  test("replaces the chunks of a key with other content, and tells which nobody names any more", async () => {
    const tenant = newTenant();
    const old = ["kept", "shared", "gone"].map((key) => chunk("a", "2026-11-01/0", key));
    await tenant.recordFile(fileRow("a"), old);
    await tenant.recordFile(fileRow("b"), [chunk("b", "2026-11-01/0", "shared")]);
    const changed = fileRow("a", { contentSha256: "other", rows: 9, records: 9 });
    const outcome = await tenant.recordFile(changed, [
      chunk("a", "2026-11-01/0", "kept"),
      chunk("a", "2026-11-02/0", "new"),
    ]);
    expect(outcome).toEqual({ row: changed, repeated: false });
    const garbage = await tenant.listGarbage({}, { now: NOW, most: 10 });
    expect(garbage).toEqual([{ bucket: "ACTIVITY", key: "gone", since: NOW }]);
    expect(await tenant.findFile("a")).toEqual(changed);
    const { partitions, records, files } = await tenant.pinCatalogue(NOVEMBER);
    expect(partitions).toEqual([
      {
        partition: "2026-11-01/0",
        chunks: [
          { chunkKey: "kept", rows: 3 },
          { chunkKey: "shared", rows: 3 },
        ],
      },
      { partition: "2026-11-02/0", chunks: [{ chunkKey: "new", rows: 3 }] },
    ]);
    expect([files, records]).toEqual([2, 12]);
  });

  test("stores nothing when one of the chunks is not the file's", async () => {
    const tenant = newTenant();
    const wrong = [chunk("a", "2026-11-01/0"), chunk("b", "2026-11-01/0")];
    const message = await runInDurableObject(tenant, async (object: TenantObject) => {
      return object.recordFile(fileRow("a"), wrong).then(
        () => "stored",
        (error: Error) => error.message,
      );
    });
    expect(message).toMatch(/is of b, not a/);
    expect(await tenant.findFile("a")).toBeUndefined();
    expect((await tenant.pinCatalogue(NOVEMBER)).partitions).toEqual([]);
  });

  test("takes a file of a thousand chunks", async () => {
    const tenant = newTenant();
    const chunks = Array.from({ length: 1000 }, (_, slice) => chunk("a", `2026-11-01/${slice}`));
    await tenant.recordFile(fileRow("a"), chunks);
    expect((await tenant.pinCatalogue(NOVEMBER)).partitions).toHaveLength(1000);
  });
});

describe("TenantObject.pinCatalogue()", () => {
  test("is empty for a tenant without files", async () => {
    expect(await newTenant().pinCatalogue(NOVEMBER)).toEqual({
      generation: 0,
      isWhole: true,
      partitions: [],
      files: 0,
      records: 0,
      unreadable: 0,
      unreadableSamples: [],
      damagedFiles: { count: 0, first: [] },
    });
  });

  test("names the damaged files, of whatever days, and counts those that it does not name", async () => {
    const tenant = newTenant();
    const keys = Array.from({ length: 12 }, (_, index) => `file-${String(index).padStart(2, "0")}`);
    for (const key of keys.toReversed()) {
      await tenant.recordFile(fileRow(key, { fault: `cut off in ${key}` }), [chunk(key, "2026-05-01/0")]);
    }
    await tenant.recordFile(fileRow("whole"), [chunk("whole", "2026-11-01/0")]);
    const { count, first } = (await tenant.pinCatalogue(NOVEMBER)).damagedFiles;
    expect(count).toBe(12);
    expect(first).toEqual(keys.slice(0, 10).map((file) => ({ file, fault: `cut off in ${file}` })));
  });

  test("raises the generation with every change, and only then", async () => {
    const tenant = newTenant();
    const generation = async () => (await tenant.pinCatalogue(NOVEMBER)).generation;
    await tenant.recordFile(fileRow("a"), []);
    expect(await generation()).toBe(1);
    await tenant.recordFile(fileRow("a"), []);
    expect(await generation()).toBe(1);
    await tenant.recordFile(fileRow("a", { contentSha256: "x" }), []);
    await tenant.recordFile(fileRow("b"), []);
    expect(await generation()).toBe(3);
  });

  test.each([
    ["2026-11-02T00:00:00Z", "2026-11-03T00:00:00Z", ["2026-11-02/0", "2026-11-02/1"]],
    ["2026-11-02T23:59:59.999Z", "2026-11-03T00:00:00.001Z", ["2026-11-02/0", "2026-11-02/1", "2026-11-03/0"]],
    ["2026-10-01T00:00:00Z", "2026-11-02T00:00:00Z", ["2026-11-01/0"]],
    ["2026-11-04T00:00:00Z", "2026-11-05T00:00:00Z", []],
    ["2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z", ["2026-11-01/0", "2026-11-02/0", "2026-11-02/1", "2026-11-03/0"]],
  ])("takes the days from %s to %s", async (startTime, endTime, expected) => {
    const tenant = newTenant();
    const partitions = ["2026-11-03/0", "2026-11-02/1", "2026-11-01/0", "2026-11-02/0"];
    await tenant.recordFile(
      fileRow("a"),
      partitions.map((partition) => chunk("a", partition)),
    );
    const pinned = await tenant.pinCatalogue({ startTime, endTime });
    expect(pinned.partitions.map(({ partition }) => partition)).toEqual(expected);
    expect(pinned.files).toBe(expected.length === 0 ? 0 : 1);
  });

  test("counts unreadable records of the window's files, and of files whose time nobody knows", async () => {
    const tenant = newTenant();
    const bad = (file: string, offset: number) => ({ file, offset, reason: "notAnObject" }) as const;
    const withBad = (key: string, rows: number, offsets: readonly number[]) =>
      fileRow(key, {
        rows,
        records: rows + offsets.length,
        unreadable: offsets.length,
        unreadableSamples: offsets.map((offset) => bad(key, offset)),
      });
    await tenant.recordFile(withBad("c", 3, [9, 5]), [chunk("c", "2026-11-01/0")]);
    await tenant.recordFile(withBad("b", 0, [1, 2, 3, 4, 5, 6, 7, 8, 9]), []);
    await tenant.recordFile(withBad("a", 3, [4]), [chunk("a", "2026-05-01/0")]);
    const pinned = await tenant.pinCatalogue(NOVEMBER);
    expect(pinned).toMatchObject({ files: 2, records: 14, unreadable: 11 });
    expect(pinned.unreadableSamples).toEqual([...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((at) => bad("b", at)), bad("c", 5)]);
  });
});
