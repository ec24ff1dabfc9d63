import { beforeEach, describe, expect, test } from "vitest";
import { MILL, SHOP } from "../organization/snapshot-of.ts";
import {
  eventsExcept,
  expectOnly,
  type KeptEvent,
  replacedOutside,
  storeActivity,
} from "./helpers/erasable-activity.ts";
import { holdQueue } from "./helpers/held-queue.ts";
import { newTenant, setAccessKeys } from "./helpers/preview-tenant.ts";
import { callOf, gzip, logOf, OF_SHOP } from "./helpers/records.ts";
import { readyTenant } from "./helpers/run-job.ts";
import { allObjects, emptyBuckets, eventsIn } from "./helpers/stored-objects.ts";

holdQueue();
beforeEach(emptyBuckets);

const isOfMill = ({ log, caller }: KeptEvent) => log === MILL || caller === MILL;

type Row = readonly [string, Readonly<Record<string, string>>, (event: KeptEvent) => boolean];
const SCOPES: readonly Row[] = [
  ["an account, also in another's log", { accountId: MILL }, isOfMill],
  ["an account, not what its log has of others alone", { accountId: SHOP }, ({ log }) => log === SHOP],
  ["a day", { startDay: "2026-11-24", endDay: "2026-11-24" }, ({ day }) => day === 24],
  ["days from one on", { startDay: "2026-11-25" }, ({ day }) => day >= 25],
  ["days up to one", { endDay: "2026-11-25" }, ({ day }) => day <= 25],
  ["days of an account", { accountId: MILL, startDay: "2026-11-25" }, (event) => isOfMill(event) && event.day >= 25],
  ["everything", { all: "true" }, () => true],
];

describe("DELETE /activity", () => {
  test.each(SCOPES)("erases events of %s, and no others", async (_, query, isErased) => {
    const tenant = await readyTenant({});
    const stored = await storeActivity(tenant);
    const kept = eventsExcept(isErased);
    const all = eventsExcept(() => false);
    const files = new Set(all.filter(isErased).map(({ file }) => file)).size;
    const answer = { erasedEvents: all.length - kept.length, erasedFiles: files, endedJobs: [], reports: [] };
    expect(await tenant.erase(query)).toEqual({ ...answer, isComplete: true });
    await expectOnly(tenant, stored, kept, replacedOutside(query));
  });

  test("erases nothing the second time, and leaves everything as it is", async () => {
    const tenant = await readyTenant({});
    await storeActivity(tenant);
    await tenant.erase({ accountId: MILL });
    const before = [await allObjects(), await tenant.activity()];
    const nothing = { erasedEvents: 0, erasedFiles: 0, endedJobs: [], reports: [], isComplete: true };
    expect(await tenant.erase({ accountId: MILL })).toEqual(nothing);
    expect([await allObjects(), await tenant.activity()]).toEqual(before);
  });

  test("erases the rest of what was erased in part before", async () => {
    const tenant = await readyTenant({});
    const stored = await storeActivity(tenant);
    await tenant.erase({ accountId: MILL });
    await tenant.erase({ startDay: "2026-11-24", endDay: "2026-11-24" });
    const kept = eventsExcept((event) => isOfMill(event) || event.day === 24);
    await expectOnly(tenant, stored, kept);
    expect(await tenant.erase({ all: "true" })).toMatchObject({ erasedEvents: kept.length, isComplete: true });
    await expectOnly(tenant, stored, []);
  });

  test("deletes what replaced files have left behind on its days, whatever accounts it erases", async () => {
    const tenant = await readyTenant({});
    const stored = await storeActivity(tenant);
    expect(await eventsIn(await allObjects())).toEqual(expect.arrayContaining([13, 14]));
    expect(await tenant.erase({ accountId: "999999999999" })).toMatchObject({ erasedEvents: 0, erasedFiles: 0 });
    await expectOnly(
      tenant,
      stored,
      eventsExcept(() => false),
    );
  });

  test("touches nothing of another tenant, whose files have the same names and bytes", async () => {
    const [tenant, other] = [await readyTenant({}), newTenant()];
    setAccessKeys(tenant.key, other.key);
    await other.prepare();
    await storeActivity(tenant);
    await storeActivity(other);
    const isOthers = (key: string) => key.includes(other.id);
    const before = [await allObjects(isOthers), await other.activity()];
    await tenant.erase({ all: "true" });
    expect([await allObjects(isOthers), await other.activity()]).toEqual(before);
    expect((await tenant.activity()).events).toBe(0);
  });

  test("takes fifty files at a time, and says whether that was all", async () => {
    const tenant = await readyTenant({});
    const names = Array.from({ length: 53 }, (_, index) => `file-${index}.json`);
    for (const [index, name] of names.entries()) {
      const time = "2026-11-24T10:00:00Z";
      await tenant.upload(name, logOf(callOf(2 * index, time), callOf(2 * index + 1, time, OF_SHOP)));
    }
    expect(await tenant.erase({ accountId: MILL })).toMatchObject({
      erasedEvents: 50,
      erasedFiles: 50,
      isComplete: false,
    });
    expect(await tenant.activity()).toMatchObject({ events: 56, files: 53 });
    expect(await tenant.erase({ accountId: MILL })).toMatchObject({
      erasedEvents: 3,
      erasedFiles: 3,
      isComplete: true,
    });
    expect(await eventsIn(await allObjects())).toEqual(names.map((_, index) => 2 * index + 1));
  });

  test("says that fifty files were all when there are no others", async () => {
    const tenant = await readyTenant({});
    for (let index = 0; index < 50; index++) {
      await tenant.upload(`file-${index}.json`, logOf(callOf(index, "2026-11-24T10:00:00Z")));
    }
    expect(await tenant.erase({ all: "true" })).toMatchObject({ erasedFiles: 50, isComplete: true });
  });

  test.each([
    ["in part", { accountId: MILL }],
    ["as a whole", { all: "true" }],
  ])("lets a file that was erased %s be stored again", async (_, query) => {
    const body = await gzip(logOf(callOf(1, "2026-11-24T10:00:00Z"), callOf(2, "2026-11-24T10:00:00Z", OF_SHOP)));
    const tenant = await readyTenant({ "file.json.gz": body });
    const before = await tenant.activity();
    await tenant.erase(query);
    expect(await tenant.upload("file.json.gz", body)).toMatchObject({ records: 2, stored: 2, repeated: false });
    expect(await tenant.activity()).toEqual({ ...before, lastIngestAt: expect.any(String) });
    expect(await tenant.upload("file.json.gz", body)).toMatchObject({ repeated: true });
  });

  test("erases files without a single event only with everything", async () => {
    const tenant = await readyTenant({ "empty.json": logOf(), "junk.json": logOf("no record") });
    for (const query of [{ accountId: MILL }, { startDay: "2000-01-01" }]) {
      expect(await tenant.erase(query)).toMatchObject({ erasedFiles: 0, isComplete: true });
    }
    expect(await tenant.activity()).toMatchObject({ files: 2, unreadable: 1 });
    expect(await tenant.erase({ all: "true" })).toMatchObject({ erasedFiles: 2, isComplete: true });
    expect(await tenant.activity()).toMatchObject({ files: 0, unreadable: 0, bytes: 0 });
    expect((await allObjects((key) => key.startsWith("uploads/"))).size).toBe(0);
  });

  test.each([
    ["nothing to say what", {}, "accountId"],
    ["everything and an account", { all: "true", accountId: MILL }, "all"],
    ["not everything", { all: "false" }, "all"],
    ["no account", { accountId: "o-abcdefghij" }, "accountId"],
    ["a day that the calendar lacks", { startDay: "2026-11-31" }, "startDay"],
    ["a moment", { endDay: "2026-11-24T00:00:00Z" }, "endDay"],
    ["days in the wrong order", { startDay: "2026-11-25", endDay: "2026-11-24" }, "endDay"],
    ["a word that it does not know", { all: "true", day: "2026-11-24" }, "day"],
  ])("refuses %s, and erases nothing", async (_, query, name) => {
    const tenant = await readyTenant({ "file.json": logOf(callOf(1, "2026-11-24T10:00:00Z")) });
    const { status, body } = await tenant.call({ method: "DELETE", path: "/activity", query });
    expect([status, body.reason]).toEqual([400, "fieldValidationFailed"]);
    expect(body.fieldList).toContainEqual(expect.objectContaining({ name }));
    expect((await tenant.activity()).events).toBe(1);
  });
});
