import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tenantStub } from "../../host/account/stubs.ts";
import { MILL } from "../organization/snapshot-of.ts";
import { arrive, deliverNotifications, notificationOf } from "./helpers/notifications.ts";
import { bindings, rebind } from "./helpers/preview-tenant.ts";
import { callOf, gzip, logOf } from "./helpers/records.ts";
import { summaryOf } from "./helpers/report-files.ts";
import { readyTenant, runJob } from "./helpers/run-job.ts";
import { allObjects, emptyBuckets, eventsIn, keysIn } from "./helpers/stored-objects.ts";
import { tampered } from "./helpers/tampered-buckets.ts";

const ORIGINAL = { ...bindings };

beforeEach(async () => {
  await emptyBuckets();
  // What goes wrong on purpose is told in the Worker's log, too.
  for (const method of ["error", "warn"] as const) vi.spyOn(console, method).mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rebind(ORIGINAL);
});

const KEY = `AWSLogs/${MILL}/CloudTrail/eu-west-1/2026/11/24/trail_1.json.gz`;
const SECOND_KEY = KEY.replace("_1", "_2");
const FILE = logOf(callOf(1, "2026-11-24T10:00:00Z"), callOf(2, "2026-11-24T11:00:00Z"));

async function damagedGzip(): Promise<Uint8Array<ArrayBuffer>> {
  const whole = await gzip(FILE);
  return whole.slice(0, whole.length - 20);
}

describe("a file from outside that is damaged", () => {
  test("is entered as such, and every report says so", async () => {
    const tenant = await readyTenant({ "good.json": logOf(callOf(3, "2026-11-24T12:00:00Z")) });
    const body = await damagedGzip();
    expect(await arrive(KEY, body)).toBe("acknowledged");
    const damagedFiles = { count: 1, first: [{ file: KEY, fault: expect.stringMatching(/gzip.*gzip-damaged/) }] };
    expect(await tenant.activity()).toMatchObject({ files: 2, events: 1, damagedFiles });
    const { contents } = await runJob(tenant);
    expect(summaryOf(contents).coverage.damagedFiles).toEqual(damagedFiles);
    expect(summaryOf(contents).counts.records).toBe(1);
    // Its bytes stay where they are.
    const object = await bindings.CLOUDTRAIL.get(KEY);
    expect(new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(body);
  });

  test("is entered once, and mended by the whole file", async () => {
    const tenant = await readyTenant({});
    await arrive(KEY, await damagedGzip());
    const before = await tenant.activity();
    await deliverNotifications([notificationOf(KEY)]);
    expect(await tenant.activity()).toEqual(before);
    await arrive(KEY, await gzip(FILE));
    expect(await tenant.activity()).toMatchObject({ files: 1, events: 2, damagedFiles: { count: 0, first: [] } });
  });

  test("takes the place of the whole file that lay there, and counts nothing of it any more", async () => {
    const tenant = await readyTenant({});
    await arrive(KEY, await gzip(FILE));
    await arrive(KEY, await damagedGzip());
    expect(await tenant.activity()).toMatchObject({ files: 1, events: 0, damagedFiles: { count: 1 } });
    await tenant.erase({ all: "true" });
    expect([await keysIn("CLOUDTRAIL"), await eventsIn(await allObjects())]).toEqual([[], []]);
  });

  test.each([
    ["no log at all", new TextEncoder().encode("<Error><Code>AccessDenied</Code></Error>"), "not-a-log"],
    ["nothing", new Uint8Array(0), "empty-file"],
  ])("is entered when it holds %s", async (_, body, code) => {
    const tenant = await readyTenant({});
    expect(await arrive(KEY, body)).toBe("acknowledged");
    expect((await tenant.activity()).damagedFiles).toMatchObject({ count: 1, first: [{ file: KEY }] });
    expect((await tenant.activity()).damagedFiles.first[0]?.fault).toContain(code);
  });

  test("counts up to where it is cut off, when it is no gzip", async () => {
    const tenant = await readyTenant({});
    await arrive(KEY, FILE.slice(0, FILE.length - 30));
    expect(await tenant.activity()).toMatchObject({ events: 1, unreadable: 1, damagedFiles: { count: 1 } });
  });

  test("stops no other file of its batch", async () => {
    const tenant = await readyTenant({});
    await bindings.CLOUDTRAIL.put(KEY, await damagedGzip());
    await bindings.CLOUDTRAIL.put(SECOND_KEY, FILE);
    const bodies = [notificationOf(KEY), "no notification", notificationOf(SECOND_KEY)];
    expect(await deliverNotifications(bodies)).toEqual(["acknowledged", "acknowledged", "acknowledged"]);
    expect(await tenant.activity()).toMatchObject({ files: 2, events: 2, damagedFiles: { count: 1 } });
  });
});

describe("a message about a file from outside", () => {
  test.each([
    ["no object", 7],
    ["nothing", null],
    ["no object of a bucket", { action: "PutObject", bucket: "scp-preview-cloudtrail" }],
    ["a key that is no text", { action: "PutObject", object: { key: 7 } }],
    ["an action that nobody knows", { action: "Rename", object: { key: KEY } }],
    ["an object without an action", { object: { key: KEY } }],
  ])("is let go when it says %s", async (_, body) => {
    const tenant = await readyTenant({});
    await bindings.CLOUDTRAIL.put(KEY, FILE);
    expect(await deliverNotifications([body])).toEqual(["acknowledged"]);
    expect((await tenant.activity()).files).toBe(0);
  });

  test("is let go when the file is gone", async () => {
    const tenant = await readyTenant({});
    expect(await deliverNotifications([notificationOf(KEY)])).toEqual(["acknowledged"]);
    expect((await tenant.activity()).files).toBe(0);
  });

  test("is let go while nothing is collected, and the file is taken when R2 tells of it again", async () => {
    const tenant = await readyTenant({});
    await tenant.stopCollecting();
    expect(await arrive(KEY, FILE)).toBe("acknowledged");
    expect(await tenantStub(bindings, tenant.id).findFile(KEY)).toBeUndefined();
    expect(await keysIn("ACTIVITY")).not.toContainEqual(expect.stringMatching(/^chunks/));
    await tenant.collect();
    await deliverNotifications([notificationOf(KEY)]);
    expect((await tenant.activity()).events).toBe(2);
  });

  test.each([
    ["the file cannot be read", "CLOUDTRAIL", "get"],
    ["its chunks cannot be stored", "ACTIVITY", "put"],
  ] as const)("comes again when %s, and the others of its batch do not", async (_, bucket, method) => {
    const tenant = await readyTenant({});
    for (const key of [KEY, SECOND_KEY]) await bindings.CLOUDTRAIL.put(key, FILE);
    await deliverNotifications([notificationOf(SECOND_KEY)]);
    const broken = tampered(bindings[bucket], bucket, async (call, go) => {
      if (call.method === method && call.key !== SECOND_KEY) throw new Error("the bucket does not answer");
      return go();
    });
    const bodies = [notificationOf(KEY), notificationOf(KEY, "DeleteObject")];
    expect(await deliverNotifications(bodies, { [bucket]: broken })).toEqual(["retried", "acknowledged"]);
    expect(await tenant.activity()).toMatchObject({ files: 1, damagedFiles: { count: 0 } });
    expect(await deliverNotifications([notificationOf(KEY)])).toEqual(["acknowledged"]);
    expect(await tenant.activity()).toMatchObject({ files: 2, events: 4 });
  });

  test("comes again when the access keys cannot be read, which say whose it is", async () => {
    const tenant = await readyTenant({});
    await bindings.CLOUDTRAIL.put(KEY, FILE);
    expect(await deliverNotifications([notificationOf(KEY)], { ACCESS_KEYS: "[{}]" })).toEqual(["retried"]);
    await deliverNotifications([notificationOf(KEY)]);
    expect((await tenant.activity()).events).toBe(2);
  });

  test("comes again when no more events may be stored", async () => {
    const tenant = await readyTenant({ "first.json": logOf(callOf(3, "2026-11-24T12:00:00Z")) });
    await bindings.CLOUDTRAIL.put(KEY, FILE);
    expect(await deliverNotifications([notificationOf(KEY)], { STORED_EVENTS_MAX: "1" })).toEqual(["retried"]);
    expect(await tenant.activity()).toMatchObject({ files: 1, damagedFiles: { count: 0 } });
    await deliverNotifications([notificationOf(KEY)]);
    expect((await tenant.activity()).events).toBe(3);
  });
});
