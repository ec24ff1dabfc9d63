import { beforeEach, describe, expect, test } from "vitest";
import { tenantStub } from "../../host/account/stubs.ts";
import { MILL } from "../organization/snapshot-of.ts";
import { eventsExcept, expectOnly, type KeptEvent, storeActivity } from "./helpers/erasable-activity.ts";
import { holdQueue } from "./helpers/held-queue.ts";
import { bindings, type PreviewTenant } from "./helpers/preview-tenant.ts";
import { callOf, logOf, OF_SHOP } from "./helpers/records.ts";
import { readyTenant } from "./helpers/run-job.ts";
import { allObjects, emptyBuckets, eventsIn, expectTidy, namedChunks } from "./helpers/stored-objects.ts";
import { failingAt, withInterlude } from "./helpers/tampered-buckets.ts";

holdQueue();
beforeEach(emptyBuckets);

const TIME = "2026-11-24T10:00:00Z";
const KEY = "file.json";
/** Of two accounts. */
const MIXED = logOf(callOf(1, TIME), callOf(2, TIME, OF_SHOP));
const OTHER = logOf(callOf(3, TIME), callOf(4, TIME, OF_SHOP));
const OF_MILL = { method: "DELETE", path: "/activity", query: { accountId: MILL } };
/** No event is of this account; but what nobody names any more is deleted. */
const NOTHING = { accountId: "999999999999" };
const WAITING_MS = 300;
const isOfMill = ({ log, caller }: KeptEvent) => log === MILL || caller === MILL;

async function eraseAll(tenant: PreviewTenant): Promise<void> {
  for (let round = 0; round < 5; round++) {
    if ((await tenant.erase({ all: "true" })).isComplete) return;
  }
  throw new Error("it never ends");
}

describe("DELETE /activity when a bucket does not answer", () => {
  test.each(["before", "after"] as const)(
    "comes to the same end when it is repeated, whichever call failed %s it was done",
    async (moment) => {
      for (let number = 0; ; number++) {
        await emptyBuckets();
        const tenant = await readyTenant({ [KEY]: MIXED });
        await tenant.upload(KEY, OTHER);
        const { calls } = await failingAt(number, moment, async () => {
          const { status } = await tenant.call(OF_MILL);
          expect([200, 500]).toContain(status);
        });
        if (calls <= number) {
          expect(number).toBeGreaterThan(5);
          return;
        }
        expect(await tenant.erase({ accountId: MILL }), `call ${number}`).toMatchObject({ isComplete: true });
        expect(await eventsIn(await allObjects()), `call ${number}`).toEqual([4]);
        await expectTidy(tenant.id, [KEY]);
        expect(await tenant.activity()).toMatchObject({ events: 1, files: 1, accounts: [{ events: 1 }] });
      }
    },
  );

  test("comes to the same end over several files", async () => {
    const tenant = await readyTenant({});
    const stored = await storeActivity(tenant);
    for (const number of [3, 7]) await failingAt(number, "before", () => tenant.call(OF_MILL));
    expect(await tenant.erase({ accountId: MILL })).toMatchObject({ isComplete: true });
    await expectOnly(tenant, stored, eventsExcept(isOfMill));
  });

  test.each([0, 1, 2, 3, 4, 5])("leaves nothing that erasing everything would not find (call %i)", async (number) => {
    const tenant = await readyTenant({ [KEY]: MIXED });
    await failingAt(number, "after", () => tenant.call(OF_MILL));
    await eraseAll(tenant);
    expect(await eventsIn(await allObjects())).toEqual([]);
  });
});

describe("a log file that comes while a bucket does not answer", () => {
  test.each([0, 1])("leaves nothing that erasing everything would not find (call %i)", async (number) => {
    const tenant = await readyTenant({});
    // Settles the configuration, which tries the buckets, too.
    await tenant.call({ path: "/policy/preview-configuration" });
    await failingAt(number, "after", () => tenant.call({ method: "PUT", path: `/cloudtrail/${KEY}`, body: MIXED }));
    await eraseAll(tenant);
    expect(await eventsIn(await allObjects())).toEqual([]);
  });
});

describe("DELETE /activity while a log file is replaced", () => {
  test.each([
    ["its chunk is read", ["ACTIVITY", "get"]],
    ["its new chunk is written", ["ACTIVITY", "put"]],
    ["its raw file is read", ["CLOUDTRAIL", "get"]],
    ["its raw file is written", ["CLOUDTRAIL", "put"]],
  ] as const)("leaves the new file as it is, and comes back to it (when %s)", async (_, place) => {
    const tenant = await readyTenant({ [KEY]: MIXED });
    const replace = async () => {
      await tenant.upload(KEY, OTHER);
    };
    const first = await withInterlude(place, replace, () => tenant.erase({ accountId: MILL }));
    expect(first).toMatchObject({ erasedEvents: 0, erasedFiles: 0, isComplete: false });
    expect(await tenant.activity()).toMatchObject({ events: 2, files: 1 });
    expect(await tenant.upload(KEY, OTHER)).toMatchObject({ repeated: true });
    expect(await tenant.erase({ accountId: MILL })).toMatchObject({ erasedEvents: 1, isComplete: true });
    expect(await eventsIn(await allObjects())).toEqual([4]);
    await expectTidy(tenant.id, [KEY]);
  });

  /** Everything that the catalogue names is there. */
  async function expectThere(tenant: PreviewTenant): Promise<void> {
    const row = await tenantStub(bindings, tenant.id).findFile(KEY);
    expect(await bindings.CLOUDTRAIL.head(row?.rawKey ?? ""), row?.rawKey).not.toBeNull();
    for (const key of await namedChunks(tenant.id)) expect(await bindings.ACTIVITY.head(key), key).not.toBeNull();
    expect(await eventsIn(await allObjects())).toEqual([1, 2]);
  }

  /** Puts MIXED in its old place; a client repeats what the service could not do. */
  async function putBack(tenant: PreviewTenant): Promise<void> {
    const put = () => tenant.call({ method: "PUT", path: `/cloudtrail/${KEY}`, body: MIXED });
    const { status } = await put();
    expect(status >= 500 ? (await put()).status : status).toBe(200);
  }

  test.each([
    ["chunk", "ACTIVITY"],
    ["raw file", "CLOUDTRAIL"],
  ] as const)("does not delete a %s that comes back before it is deleted", async (_, bucket) => {
    const tenant = await readyTenant({ [KEY]: MIXED });
    await tenant.upload(KEY, OTHER);
    let coming: Promise<void> = Promise.resolve();
    const comeBack = async () => {
      coming = putBack(tenant);
      // It may have to wait for the deletion.
      await Promise.race([coming, scheduler.wait(WAITING_MS)]);
    };
    await withInterlude([bucket, "delete"], comeBack, () => tenant.erase(NOTHING));
    await coming;
    await tenant.erase(NOTHING);
    await expectThere(tenant);
  });

  test("does not delete a chunk whose file is just being stored again", async () => {
    const tenant = await readyTenant({ [KEY]: MIXED });
    await tenant.upload(KEY, OTHER);
    // The chunk is written before the raw file.
    const erase = () => tenant.erase(NOTHING);
    await withInterlude(["CLOUDTRAIL", "put"], erase, () => putBack(tenant));
    await tenant.erase(NOTHING);
    await expectThere(tenant);
  });
});
