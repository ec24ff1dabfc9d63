import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { TenantObject } from "../../host/account/tenant-object.ts";
import { MILL } from "../organization/snapshot-of.ts";
import { holdQueue } from "./helpers/held-queue.ts";
import { bindings, type PreviewTenant, rebind } from "./helpers/preview-tenant.ts";
import { callOf, logOf, OF_SHOP } from "./helpers/records.ts";
import { readyTenant } from "./helpers/run-job.ts";
import { allObjects, emptyBuckets, eventsIn, expectTidy } from "./helpers/stored-objects.ts";

const ORIGINAL = { ...bindings };

holdQueue();
beforeEach(emptyBuckets);
afterEach(() => {
  rebind(ORIGINAL);
});

const KEY = "file.json";
const MIXED = logOf(callOf(1, "2026-11-24T10:00:00Z"), callOf(2, "2026-11-24T10:00:00Z", OF_SHOP));
const PUT = { method: "PUT", path: `/cloudtrail/${KEY}`, body: MIXED };
const ERASE = { method: "DELETE", path: "/activity", query: { accountId: MILL } };
/** No event is of this account; but what nobody names any more is deleted. */
const NOTHING = { accountId: "999999999999" };

/** The tenant object does what it is asked, but its first answer of this method is lost on its way. */
function loseAnswer(method: keyof TenantObject): void {
  const tenants = bindings.TENANTS;
  let isLost = false;
  const get = (id: DurableObjectId) => {
    const stub = tenants.get(id) as unknown as Record<string, (...values: unknown[]) => Promise<unknown>>;
    return new Proxy(stub, {
      get(target, name: string) {
        return async (...values: unknown[]) => {
          const answer = await target[name]?.(...values);
          if (name !== method || isLost) return answer;
          isLost = true;
          throw new Error("the connection was lost");
        };
      },
    });
  };
  rebind({ TENANTS: { idFromName: (name: string) => tenants.idFromName(name), get } });
}

async function expectLeft(tenant: PreviewTenant, events: readonly number[]): Promise<void> {
  // Nothing that the catalogue names is garbage.
  await tenant.erase(NOTHING);
  expect(await eventsIn(await allObjects())).toEqual(events);
  await expectTidy(tenant.id, [KEY]);
  expect(await tenant.activity()).toMatchObject({ events: events.length, files: 1 });
}

describe("when the tenant object did what it was asked, and its answer was lost", () => {
  test("a log file that was entered stays whole, and the client's repetition changes nothing", async () => {
    const tenant = await readyTenant({});
    loseAnswer("recordFile");
    expect((await tenant.call(PUT)).status).toBe(500);
    expect((await tenant.call(PUT)).body).toMatchObject({ stored: 2, repeated: true });
    await expectLeft(tenant, [1, 2]);
  });

  test("what is left of a file after an erasure stays whole, and the erasure can be repeated", async () => {
    const tenant = await readyTenant({ [KEY]: MIXED });
    loseAnswer("replaceFile");
    expect((await tenant.call(ERASE)).status).toBe(500);
    expect(await tenant.erase({ accountId: MILL })).toMatchObject({ erasedEvents: 0, isComplete: true });
    await expectLeft(tenant, [2]);
  });

  test.each(["listErasure", "listGarbage", "forgetGarbage"] as const)(
    "an erasure can be repeated (%s)",
    async (method) => {
      const tenant = await readyTenant({ [KEY]: MIXED });
      loseAnswer(method);
      expect((await tenant.call(ERASE)).status).toBe(500);
      expect((await tenant.call(ERASE)).body).toMatchObject({ isComplete: true });
      await expectLeft(tenant, [2]);
    },
  );
});
