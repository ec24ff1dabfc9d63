import { describe, expect, test } from "vitest";
import { createFakeService } from "./fake-rooms.ts";
import { send } from "./send.ts";
import { ADMIN } from "./sign-request.ts";

const RUNNING = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const ENDED = "0b1b2c3d-4e5f-6789-abcd-ef0123456789";
const OTHERS = "0c1b2c3d-4e5f-6789-abcd-ef0123456789";
const WITHOUT_REPORT = "0d1b2c3d-4e5f-6789-abcd-ef0123456789";

/** Jobs of two accounts of the tenant, some of which have ended, one with a report. */
function createService() {
  const service = createFakeService();
  const jobs = [
    [RUNNING, ADMIN.accountId],
    [ENDED, ADMIN.accountId],
    [OTHERS, "444455556666"],
    [WITHOUT_REPORT, "444455556666"],
  ] as const;
  for (const [jobId, accountId] of jobs) {
    service.state.submitted.push({
      jobId,
      tenantId: service.tenantId,
      accountId,
      accessKeyId: ADMIN.accessKeyId,
      parameters: { policyConfigurations: [], startTime: "", endTime: "", outputS3Uri: "s3://out" },
      submittedAt: "2026-11-23T00:00:00.000Z",
    });
  }
  service.state.ended.push(ENDED, WITHOUT_REPORT);
  service.state.reports.set(ENDED, `s3://out/${ENDED}/20261123T000000Z/`);
  return service;
}

function eraseAll(service: ReturnType<typeof createService>) {
  return send(service, { method: "DELETE", path: "/activity", query: { all: "true" } });
}

describe("jobs, when activity is erased", () => {
  test("that run end, of all accounts of the tenant, and the caller's are named", async () => {
    const service = createService();
    const { body } = await eraseAll(service);
    // What other accounts run is not told.
    expect(body.endedJobs).toEqual([RUNNING]);
    expect(service.state.failed).toEqual([RUNNING, OTHERS]);
  });

  test("leave nothing inside the service", async () => {
    const service = createService();
    await eraseAll(service);
    expect(service.state.cleared).toEqual([RUNNING, ENDED, OTHERS, WITHOUT_REPORT]);
  });

  test("that had ended have their reports listed, which are their owner's to delete", async () => {
    const service = createService();
    expect((await eraseAll(service)).body.reports).toEqual([`s3://out/${ENDED}/20261123T000000Z/`]);
  });

  test("are told before the erasure deletes anything", async () => {
    const service = createService();
    const { eraseActivity } = service.rooms;
    const order: string[] = [];
    Object.assign(service.rooms, {
      eraseActivity: async (...[bindings, request]: Parameters<typeof eraseActivity>) => {
        const step = await eraseActivity(bindings, request);
        order.push(`deleted after ${service.state.failed.length} were told`);
        return step;
      },
    });
    await eraseAll(service);
    expect(order).toEqual(["deleted after 2 were told"]);
  });

  test("told several times during one erasure are named once", async () => {
    const service = createService();
    const { eraseActivity } = service.rooms;
    Object.assign(service.rooms, {
      eraseActivity: async (...[bindings, request]: Parameters<typeof eraseActivity>) => {
        await request.beforeDeletion(["chunk-0"]);
        return eraseActivity(bindings, request);
      },
    });
    const { body } = await eraseAll(service);
    expect([body.endedJobs, body.reports]).toEqual([[RUNNING], [`s3://out/${ENDED}/20261123T000000Z/`]]);
  });

  test("are left alone when nothing of theirs is erased", async () => {
    const service = createService();
    service.state.erasedChunks = [];
    const { status, body } = await eraseAll(service);
    expect([status, body.endedJobs, body.reports]).toEqual([200, [], []]);
    expect([service.state.failed, service.state.cleared]).toEqual([[], []]);
  });

  test("of others stay out of it: another tenant's jobs are not asked", async () => {
    const service = createService();
    const asked: string[] = [];
    const { tenant, account } = service.rooms;
    service.rooms.tenant = (bindings, tenantId) => {
      asked.push(tenantId);
      return tenant(bindings, tenantId);
    };
    service.rooms.account = (bindings, tenantId, accountId) => {
      asked.push(`${tenantId}/${accountId}`);
      return account(bindings, tenantId, accountId);
    };
    await eraseAll(service);
    expect(new Set(asked)).toEqual(new Set(["o-abcdefghij", "o-abcdefghij/111122223333", "o-abcdefghij/444455556666"]));
  });
});
