import { beforeEach, describe, expect, test } from "vitest";
import { tenantStub } from "../../host/account/stubs.ts";
import { MILL, ROOT, SHOP } from "../organization/snapshot-of.ts";
import {
  eventsExcept,
  expectOnly,
  type KeptEvent,
  replacedOutside,
  storeActivity,
} from "./helpers/erasable-activity.ts";
import { runHeldJob } from "./helpers/held-jobs.ts";
import { holdQueue } from "./helpers/held-queue.ts";
import { arrive, deliverNotifications, notificationOf } from "./helpers/notifications.ts";
import { makeOld, moveToFormerPlace } from "./helpers/old-chunks.ts";
import { bindings, type PreviewTenant } from "./helpers/preview-tenant.ts";
import { callOf, gzip, logOf, OF_SHOP, uuidOf } from "./helpers/records.ts";
import { eventsOf, summaryOf } from "./helpers/report-files.ts";
import { readyTenant } from "./helpers/run-job.ts";
import { allObjects, emptyBuckets, eventsIn, expectTidy, keysIn, namedChunks } from "./helpers/stored-objects.ts";
import { withInterlude } from "./helpers/tampered-buckets.ts";

holdQueue();
beforeEach(emptyBuckets);

const KEY = "file.json";
const TUESDAY = { startDay: "2026-11-24", endDay: "2026-11-24" };
/** Of two accounts on Tuesday, and of one on Wednesday. */
const FILE = logOf(
  callOf(1, "2026-11-24T10:00:00Z"),
  callOf(2, "2026-11-24T10:00:00Z", OF_SHOP),
  callOf(3, "2026-11-25T10:00:00Z"),
);
const isOfMill = ({ log, caller }: KeptEvent) => log === MILL || caller === MILL;

async function expectLeft(tenant: PreviewTenant, events: readonly number[]): Promise<void> {
  expect(await eventsIn(await allObjects())).toEqual(events);
  expect(await tenant.activity()).toMatchObject({ events: events.length });
  const { contents } = await runHeldJob(tenant, { targetId: ROOT });
  expect(summaryOf(contents).counts).toMatchObject({ records: events.length });
  const parts = [...contents.keys()].filter((name) => name.startsWith("denied-events/"));
  const denied = parts.flatMap((name) => eventsOf(contents, name)).map(({ eventID }) => eventID);
  expect(denied.toSorted()).toEqual(events.map(uuidOf));
}

describe("DELETE /activity of chunks of an older extraction", () => {
  test.each([
    ["a day", TUESDAY, ({ day }: KeptEvent) => day === 24],
    ["an account", { accountId: MILL }, isOfMill],
    ["a day of an account", { accountId: MILL, ...TUESDAY }, (event: KeptEvent) => event.day === 24 && isOfMill(event)],
  ])("erases %s, and a job rebuilds the others from what is left of the raw files", async (_, query, isErased) => {
    const tenant = await readyTenant({});
    await storeActivity(tenant);
    await makeOld(tenant);
    const kept = eventsExcept(isErased);
    const erasedEvents = eventsExcept(() => false).length - kept.length;
    expect(await tenant.erase(query)).toMatchObject({ erasedEvents, isComplete: true });
    const left = [...kept, ...replacedOutside(query)].map(({ id }) => id).toSorted((a, b) => a - b);
    expect(await eventsIn(await allObjects((key) => key.includes(tenant.id)))).toEqual(left);
    const { contents } = await runHeldJob(tenant, { targetId: ROOT });
    expect(summaryOf(contents).counts.records).toBe(kept.length);
    expect(await tenant.erase(query)).toMatchObject({ erasedEvents: 0, erasedFiles: 0, isComplete: true });
  });

  test("erases them all", async () => {
    const tenant = await readyTenant({});
    const stored = await storeActivity(tenant);
    await makeOld(tenant);
    expect(await tenant.erase({ all: "true" })).toMatchObject({ isComplete: true });
    await expectOnly(tenant, stored, []);
  });
});

describe("DELETE /activity of raw files where older versions put them", () => {
  test("erases a part", async () => {
    const tenant = await readyTenant({ [KEY]: FILE });
    await moveToFormerPlace(tenant, KEY);
    expect(await tenant.erase({ accountId: SHOP })).toMatchObject({ erasedEvents: 1, isComplete: true });
    await expectLeft(tenant, [1, 3]);
    await expectTidy(tenant.id, [KEY]);
  });

  test("erases all of it", async () => {
    const tenant = await readyTenant({ [KEY]: FILE });
    const formerKey = await moveToFormerPlace(tenant, KEY);
    expect(await tenant.erase({ all: "true" })).toMatchObject({ erasedEvents: 3, isComplete: true });
    expect(await bindings.CLOUDTRAIL.head(formerKey)).toBeNull();
    await expectLeft(tenant, []);
  });

  test("erases what such a file was before it was replaced", async () => {
    const tenant = await readyTenant({ [KEY]: FILE });
    await moveToFormerPlace(tenant, KEY);
    await tenant.upload(KEY, logOf(callOf(4, "2026-11-24T10:00:00Z")));
    await tenant.erase({ accountId: SHOP });
    await expectLeft(tenant, [4]);
  });
});

describe("DELETE /activity of a file of which something is missing", () => {
  const chunkOf = async (tenant: PreviewTenant, day: string) =>
    (await namedChunks(tenant.id)).find((key) => key.includes(day)) ?? "";

  test.each([
    ["is gone", (key: string) => bindings.ACTIVITY.delete(key)],
    ["is damaged", (key: string) => bindings.ACTIVITY.put(key, "damaged")],
  ])("finds the events in the raw file when their chunk %s", async (_, damage) => {
    const tenant = await readyTenant({ [KEY]: FILE });
    await damage(await chunkOf(tenant, "2026-11-24"));
    expect(await tenant.erase(TUESDAY)).toMatchObject({ isComplete: true });
    await expectLeft(tenant, [3]);
    expect(await tenant.upload(KEY, FILE)).toMatchObject({ stored: 3, repeated: false });
  });

  test("erases from the chunk when the raw file is gone, and takes that file again", async () => {
    const tenant = await readyTenant({ [KEY]: FILE });
    const row = await tenantStub(bindings, tenant.id).findFile(KEY);
    await bindings.CLOUDTRAIL.delete(row?.rawKey ?? "");
    expect(await tenant.erase(TUESDAY)).toMatchObject({ erasedEvents: 2, isComplete: true });
    await expectLeft(tenant, [3]);
    expect(await tenant.upload(KEY, FILE)).toMatchObject({ stored: 3, repeated: false });
    await expectLeft(tenant, [1, 2, 3]);
  });
});

describe("DELETE /activity of a file that came from outside", () => {
  const OUTSIDE = `AWSLogs/${MILL}/CloudTrail/eu-west-1/2026/11/24/trail_1.json.gz`;

  async function tenantWithOutsideFile(): Promise<PreviewTenant> {
    const tenant = await readyTenant({});
    expect(await arrive(OUTSIDE, await gzip(FILE))).toBe("acknowledged");
    expect((await tenant.activity()).events).toBe(3);
    return tenant;
  }

  test("writes it anew where it lies, which is no new file when R2 tells of it", async () => {
    const tenant = await tenantWithOutsideFile();
    expect(await tenant.erase({ accountId: SHOP })).toMatchObject({ erasedEvents: 1, isComplete: true });
    expect(await keysIn("CLOUDTRAIL")).toEqual([OUTSIDE]);
    const before = [await tenant.activity(), await keysIn("ACTIVITY")];
    expect(await deliverNotifications([notificationOf(OUTSIDE)])).toEqual(["acknowledged"]);
    expect([await tenant.activity(), await keysIn("ACTIVITY")]).toEqual(before);
    await expectLeft(tenant, [1, 3]);
  });

  test("deletes it when nothing of it is left", async () => {
    const tenant = await tenantWithOutsideFile();
    await tenant.erase({ all: "true" });
    expect([await keysIn("CLOUDTRAIL"), await namedChunks(tenant.id)]).toEqual([[], []]);
    expect(await deliverNotifications([notificationOf(OUTSIDE, "DeleteObject")])).toEqual(["acknowledged"]);
    await expectLeft(tenant, []);
  });

  test("leaves what its owner puts there meanwhile", async () => {
    const tenant = await tenantWithOutsideFile();
    const newer = await gzip(logOf(callOf(4, "2026-11-24T10:00:00Z"), callOf(5, "2026-11-24T10:00:00Z", OF_SHOP)));
    const replace = () => bindings.CLOUDTRAIL.put(OUTSIDE, newer);
    const erase = () => tenant.erase({ accountId: SHOP });
    expect(await withInterlude(["CLOUDTRAIL", "put"], replace, erase)).toMatchObject({
      isComplete: false,
    });
    const object = await bindings.CLOUDTRAIL.get(OUTSIDE);
    expect(new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(newer);
    await deliverNotifications([notificationOf(OUTSIDE)]);
    expect(await erase()).toMatchObject({ erasedEvents: 1, isComplete: true });
    await expectLeft(tenant, [4]);
  });

  test("does not delete what its owner puts there when nothing of the old file is left", async () => {
    const tenant = await tenantWithOutsideFile();
    const replace = async () => {
      await scheduler.wait(5);
      await bindings.CLOUDTRAIL.put(OUTSIDE, logOf(callOf(4, "2026-11-24T10:00:00Z")));
    };
    await withInterlude(["ACTIVITY", "get"], replace, () => tenant.erase({ all: "true" }));
    expect(await deliverNotifications([notificationOf(OUTSIDE)])).toEqual(["acknowledged"]);
    await expectLeft(tenant, [4]);
  });

  test("leaves a file that its owner put there meanwhile and R2 has not told of", async () => {
    const tenant = await tenantWithOutsideFile();
    await bindings.CLOUDTRAIL.put(OUTSIDE, logOf(callOf(4, "2026-11-24T10:00:00Z")));
    // The records of the file that was read lie elsewhere.
    expect(await tenant.erase(TUESDAY)).toMatchObject({ isComplete: false });
    expect(await (await bindings.CLOUDTRAIL.get(OUTSIDE))?.text()).toContain(uuidOf(4));
    await deliverNotifications([notificationOf(OUTSIDE)]);
    expect(await tenant.erase({ accountId: SHOP })).toMatchObject({ erasedEvents: 0, isComplete: true });
    await expectLeft(tenant, [4]);
  });
});
