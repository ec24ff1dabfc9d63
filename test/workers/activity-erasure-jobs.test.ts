import { beforeEach, describe, expect, test } from "vitest";
import { MILL, SHOP, snapshotOf } from "../organization/snapshot-of.ts";
import { bringToEnd, completedJob, evaluatedJob, FILE, filesOf, plannedJob, runHeldJob } from "./helpers/held-jobs.ts";
import { deliver, dropMessages, holdQueue, untilSent, withBucket } from "./helpers/held-queue.ts";
import { callWorker, type PreviewTenant, setAccessKeys } from "./helpers/preview-tenant.ts";
import { callOf, logOf, OF_SHOP, uuidOf } from "./helpers/records.ts";
import { eventsOf, summaryOf } from "./helpers/report-files.ts";
import { readyTenant } from "./helpers/run-job.ts";
import { allObjects, emptyBuckets, eventsIn, keysIn } from "./helpers/stored-objects.ts";

holdQueue();
beforeEach(emptyBuckets);

const TUESDAY_OF_FILE = { startDay: "2026-11-24", endDay: "2026-11-24" };
const ONLY_WEDNESDAY = { startTime: "2026-11-25T00:00:00Z", endTime: "2026-11-26T00:00:00Z" };

const resultsOf = async (jobId: string) => (await keysIn("ACTIVITY")).filter((key) => key.startsWith(`jobs/${jobId}/`));

async function expectEnded(tenant: PreviewTenant, jobId: string): Promise<void> {
  const { jobStatus, jobError } = await tenant.details(jobId);
  expect([jobStatus, jobError?.code]).toEqual(["FAILED", "RESOURCE_NOT_FOUND_ERROR"]);
  expect(jobError?.message).toMatch(/erased.*start it again/);
  expect((await tenant.progress(jobId)).report).toBeUndefined();
  expect((await filesOf(tenant, jobId)).size).toBe(0);
  expect(await resultsOf(jobId)).toEqual([]);
}

describe("DELETE /activity while a job runs", () => {
  test("ends a job that pinned what is erased, before any of its tasks ran", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    expect(await tenant.erase(TUESDAY_OF_FILE)).toMatchObject({ erasedEvents: 2, endedJobs: [jobId], reports: [] });
    await deliver(messages);
    expect(dropMessages()).toEqual([]);
    await expectEnded(tenant, jobId);
  });

  test("ends a job whose task over what is erased was done already, and drops its result", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    await deliver([messages[0]]);
    expect(await resultsOf(jobId)).toHaveLength(2);
    expect((await tenant.erase(TUESDAY_OF_FILE)).endedJobs).toEqual([jobId]);
    await deliver(messages);
    await expectEnded(tenant, jobId);
  });

  test("ends a job whose tasks were all done, and whose report was not written", async () => {
    const { tenant, jobId, reportMessages } = await evaluatedJob();
    expect((await tenant.erase(TUESDAY_OF_FILE)).endedJobs).toEqual([jobId]);
    await deliver(reportMessages);
    await expectEnded(tenant, jobId);
    expect(await eventsIn(await allObjects())).toEqual([3]);
  });

  test.each(["summary.json", "manifest.json"])(
    "leaves nothing of a report of which %s is being written",
    async (name) => {
      const { tenant, jobId, reportMessages } = await evaluatedJob();
      const erasing = withBucket("REPORTS", {
        put: async (key) => {
          if (key.endsWith(name)) expect((await tenant.erase({ all: "true" })).endedJobs).toEqual([jobId]);
        },
      });
      await deliver(reportMessages, erasing);
      await expectEnded(tenant, jobId);
      expect(await eventsIn(await allObjects())).toEqual([]);
    },
  );

  test("leaves no result of a task that runs meanwhile", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    let erasures = 0;
    const erasing = withBucket("ACTIVITY", {
      put: async () => {
        erasures += 1;
        if (erasures === 1) await tenant.erase({ all: "true" });
      },
    });
    await deliver([messages[0]], erasing);
    await expectEnded(tenant, jobId);
    expect(await eventsIn(await allObjects())).toEqual([]);
  });

  test("lets a job go on that pinned only other chunks, of the same file, too", async () => {
    const { tenant, jobId, messages } = await jobOver(ONLY_WEDNESDAY);
    expect(await tenant.erase(TUESDAY_OF_FILE)).toMatchObject({ erasedEvents: 2, endedJobs: [], isComplete: true });
    await deliver(messages);
    const { details, contents } = await bringToEnd(tenant, jobId);
    expect(details.jobStatus).toBe("COMPLETED");
    const events = eventsOf(contents, "denied-events/part-00000.jsonl.gz");
    expect(events.map(({ eventID }) => eventID)).toEqual([uuidOf(3)]);
  });

  test("ends a job that pinned a chunk of which only some events are erased", async () => {
    const time = "2026-11-24T10:00:00Z";
    const { tenant, jobId, messages } = await jobOver({}, logOf(callOf(1, time), callOf(2, time, OF_SHOP)));
    expect((await tenant.erase({ accountId: SHOP })).endedJobs).toEqual([jobId]);
    await deliver(messages);
    await expectEnded(tenant, jobId);
    const { contents } = await runHeldJob(tenant);
    expect(summaryOf(contents).counts).toMatchObject({ records: 1, impacts: { newlyDenied: 1 } });
  });

  test("lets a job that is not planned yet go on with what is left", async () => {
    const { tenant, jobId: first } = await plannedJob();
    await tenant.cancel(first);
    const jobId = await tenant.start();
    // Planned before or after the erasure, as it happens: either it ends, or it looks at what is left.
    const { endedJobs } = await tenant.erase(TUESDAY_OF_FILE);
    const { details, contents } = await bringToEnd(tenant, jobId);
    if (details.jobStatus === "COMPLETED") expect(summaryOf(contents).counts.records).toBe(1);
    else expect([details.jobError?.code, endedJobs]).toEqual(["RESOURCE_NOT_FOUND_ERROR", [jobId]]);
  });

  test("finds jobs of every account of the tenant", async () => {
    const tenant = await readyTenant({ "file.json": logOf(callOf(1, "2026-11-24T10:00:00Z")) });
    await tenant.storeOrganization(snapshotOf({ DelegatedAdministrators: [{ Id: SHOP }] }));
    const other = { ...tenant.key, accessKeyId: "AKIDOFSHOP", accountId: SHOP };
    setAccessKeys(tenant.key, other);
    const body = JSON.stringify({
      policyConfigurations: [{ jobType: "SCP", targetId: MILL, policyDocumentsList: [DENY] }],
      startTime: "2026-11-01T00:00:00Z",
      endTime: "2026-12-01T00:00:00Z",
      outputS3Uri: `s3://scp-preview-reports/${tenant.id}`,
    });
    const asShop = (path: string, method = "GET") =>
      callWorker({ path, method, key: other, ...(method === "PUT" ? { body } : {}) });
    const { body: started } = await asShop("/policy/preview", "PUT");
    const jobId = String(started.jobId);
    await untilSent(1, jobId);
    // Ended, but not told to another account.
    expect((await tenant.erase({ all: "true" })).endedJobs).toEqual([]);
    expect((await asShop(`/policy/preview/${jobId}`)).body).toMatchObject({
      jobDetails: { jobStatus: "FAILED", jobError: { code: "RESOURCE_NOT_FOUND_ERROR" } },
    });
  });
});

describe("DELETE /activity after a job", () => {
  test("deletes what it left inside the service, and lists its report, which stays", async () => {
    const { tenant, jobId } = await completedJob();
    const report = await filesOf(tenant, jobId);
    expect((await resultsOf(jobId)).length).toBeGreaterThan(0);
    const { report: uri } = await tenant.progress(jobId);
    expect(await tenant.erase(TUESDAY_OF_FILE)).toMatchObject({ endedJobs: [], reports: [uri], isComplete: true });
    expect(await resultsOf(jobId)).toEqual([]);
    expect(await filesOf(tenant, jobId)).toEqual(report);
    expect((await tenant.details(jobId)).jobStatus).toBe("COMPLETED");
    expect(await eventsIn(await allObjects())).toEqual([3]);
  });

  test("deletes the results of one that was canceled, which has no report to list", async () => {
    const { tenant, jobId } = await evaluatedJob();
    await tenant.cancel(jobId);
    expect(await tenant.erase(TUESDAY_OF_FILE)).toMatchObject({ endedJobs: [], reports: [] });
    expect(await resultsOf(jobId)).toEqual([]);
    expect((await tenant.details(jobId)).jobStatus).toBe("CANCELED");
  });

  test("deletes nothing of one that looked at other days", async () => {
    const { tenant, jobId, messages } = await jobOver(ONLY_WEDNESDAY);
    await deliver(messages);
    await bringToEnd(tenant, jobId);
    const results = await resultsOf(jobId);
    expect(await tenant.erase(TUESDAY_OF_FILE)).toMatchObject({ erasedEvents: 2, reports: [] });
    expect(await resultsOf(jobId)).toEqual(results);
  });
});

const DENY = '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}';

/** A job IN_PROGRESS with the message of its one task. */
async function jobOver(changes: Parameters<PreviewTenant["start"]>[0], file = FILE) {
  const tenant = await readyTenant({ "file.json": file });
  const jobId = await tenant.start(changes);
  const messages = await untilSent(1, jobId);
  return { tenant, jobId, messages };
}
