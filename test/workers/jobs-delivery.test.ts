import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { accountStub } from "../../host/account/stubs.ts";
import { consumeDeadLetters } from "../../host/jobs/dead-letter-consumer.ts";
import type { JobMessage } from "../../host/jobs/job-messages.ts";
import { JOB_KEPT_MS, type JobObject } from "../../host/jobs/job-object.ts";
import { ATTEMPTS_MAX, LEASE_MS, RETRY_PAUSE_MS } from "../../host/jobs/job-state.ts";
import { jobStub } from "../../host/jobs/job-stub.ts";
import { runTask } from "../../host/jobs/run-task.ts";
import { writeReport } from "../../host/jobs/write-report.ts";
import { deliver, holdQueue, wakeAfter, withBucket } from "./helpers/held-queue.ts";
import { bindings, newTenant, type PreviewTenant, setAccessKeys } from "./helpers/preview-tenant.ts";
import { callOf, logOf } from "./helpers/records.ts";
import { contentsUnder, objectsUnder, summaryOf } from "./helpers/report-files.ts";

const queue = holdQueue();
/** Three calls that DENY_EC2 denies, on two days. */
const FILE = logOf(
  callOf(1, "2026-11-24T10:00:00Z"),
  callOf(2, "2026-11-24T11:00:00Z"),
  callOf(3, "2026-11-25T10:00:00Z"),
);

beforeEach(() => {
  // What goes wrong on purpose is told in the Worker's log, too.
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  queue.take();
});

/** A job IN_PROGRESS with the messages of its two tasks. */
async function plannedJob() {
  const tenant = newTenant();
  setAccessKeys(tenant.key);
  await tenant.prepare({ "file.json": FILE });
  const jobId = await tenant.start();
  await tenant.until(jobId, "IN_PROGRESS");
  const messages = await vi.waitFor(() => expectMessages(2));
  return { tenant, jobId, messages };
}

/** A job whose tasks are all done, with the message for its report. */
async function evaluatedJob() {
  const { tenant, jobId, messages } = await plannedJob();
  await deliver(messages);
  return { tenant, jobId, reportMessages: expectMessages(1) };
}

async function completedJob() {
  const { tenant, jobId, reportMessages } = await evaluatedJob();
  await deliver(reportMessages);
  expect((await tenant.details(jobId)).jobStatus).toBe("COMPLETED");
  return { tenant, jobId };
}

const taken: JobMessage[] = [];
function expectMessages(count: number): readonly JobMessage[] {
  taken.push(...queue.take());
  if (taken.length !== count) throw new Error(`${taken.length} messages, not ${count}: ${JSON.stringify(taken)}`);
  return taken.splice(0);
}

async function expectWholeReport(tenant: PreviewTenant, jobId: string): Promise<void> {
  const { status, newlyDenied, tasksDone, report = "" } = await tenant.progress(jobId);
  expect({ status, newlyDenied, tasksDone }).toEqual({ status: "COMPLETED", newlyDenied: 3, tasksDone: 2 });
  const contents = await contentsUnder(report.split("/").slice(3).join("/"));
  expect(contents.size).toBe(6);
  expect(contents.has("manifest.json")).toBe(true);
  expect(summaryOf(contents).counts).toMatchObject({ records: 3, impacts: { newlyDenied: 3 } });
}

const filesOf = (tenant: PreviewTenant, jobId: string) => objectsUnder(`${tenant.id}/${jobId}/`);

describe("messages of a job", () => {
  test("name keys, never data: one for each partition, then one for the report", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    expect(messages).toEqual([
      { kind: "task", jobId, task: 0 },
      { kind: "task", jobId, task: 1 },
    ]);
    await deliver(messages.toReversed());
    const reportMessages = expectMessages(1);
    expect(reportMessages).toEqual([{ kind: "report", jobId }]);
    await deliver(reportMessages);
    await expectWholeReport(tenant, jobId);
  });

  test("count once when they come twice, one after the other", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    await deliver([messages[0], messages[0], messages[0]]);
    expect(await tenant.progress(jobId)).toMatchObject({ tasksDone: 1, events: 2, newlyDenied: 2 });
    await deliver([messages[1], ...messages]);
    const reportMessages = expectMessages(1);
    await deliver([...reportMessages, ...reportMessages, ...messages]);
    expect(queue.take()).toEqual([]);
    await expectWholeReport(tenant, jobId);
  });

  test("count once when they come at the same time", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    await Promise.all([messages, messages, messages].map((copies) => deliver(copies)));
    const reportMessages = expectMessages(1);
    await Promise.all([reportMessages, reportMessages].map((copies) => deliver(copies)));
    await expectWholeReport(tenant, jobId);
  });

  test("are sent again by the alarm when they were lost, those of open tasks alone", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    await deliver([messages[1]]);
    await wakeAfter(jobId, LEASE_MS - 1000);
    expect(queue.take()).toEqual([]);
    await wakeAfter(jobId, LEASE_MS + 1);
    await deliver(expectMessages(1));
    expectMessages(1);
    await wakeAfter(jobId, LEASE_MS * 2);
    const again = expectMessages(1);
    expect(again).toEqual([{ kind: "report", jobId }]);
    await deliver(again);
    await expectWholeReport(tenant, jobId);
  });

  test("are sent by the alarm when the queue was down", async () => {
    const tenant = newTenant();
    setAccessKeys(tenant.key);
    await tenant.prepare({ "file.json": FILE });
    queue.failNext(1);
    const jobId = await tenant.start();
    await tenant.until(jobId, "IN_PROGRESS");
    expect(queue.take()).toEqual([]);
    await wakeAfter(jobId, LEASE_MS + 1);
    await deliver(expectMessages(2));
    await deliver(expectMessages(1));
    await expectWholeReport(tenant, jobId);
  });

  test("go out in batches that the queue takes, for a job of many tasks", async () => {
    const tenant = newTenant();
    setAccessKeys(tenant.key);
    const days = Array.from({ length: 130 }, (_, day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
    await tenant.prepare({ "file.json": logOf(...days.map((day, id) => callOf(id, `${day}T10:00:00Z`))) });
    const jobId = await tenant.start({ startTime: "2026-01-01T00:00:00Z" });
    const messages = await vi.waitFor(() => expectMessages(130));
    expect(messages).toEqual(days.map((_, task) => ({ kind: "task", jobId, task })));
  });

  test("that are none of ours are let go", async () => {
    await deliver([null, 7, { kind: "task" }, { kind: "task", jobId: "x" }, { kind: "other", jobId: "x" }]);
    await deliver([{ kind: "task", jobId: crypto.randomUUID(), task: 0 }, { kind: "report", jobId: crypto.randomUUID() }]);
    expect(queue.take()).toEqual([]);
  });

  test("that nobody could deliver fail the job", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    const acked: string[] = [];
    const message = { id: "dead", body: messages[1], ack: () => acked.push("dead") };
    await consumeDeadLetters({ queue: "preview-tasks-dead", messages: [message] } as unknown as MessageBatch<unknown>, bindings);
    expect(acked).toEqual(["dead"]);
    const { jobStatus, jobError } = await tenant.details(jobId);
    expect([jobStatus, jobError?.code]).toEqual(["FAILED", "SERVICE_ERROR"]);
  });
});

describe("a task", () => {
  const broken = withBucket("ACTIVITY", {
    get: async (key) => {
      if (key.startsWith("chunks/")) throw new Error("the bucket does not answer");
    },
  });

  test("that failed is tried again after a pause, and the job completes", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    await deliver(messages, broken);
    expect(queue.take()).toEqual([]);
    expect((await tenant.details(jobId)).jobStatus).toBe("IN_PROGRESS");
    await wakeAfter(jobId, RETRY_PAUSE_MS + 1);
    await deliver(expectMessages(2));
    await deliver(expectMessages(1));
    await expectWholeReport(tenant, jobId);
  });

  test("that fails again and again ends the job FAILED, without a report", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    await deliver([messages[0]]);
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      expect((await tenant.details(jobId)).jobStatus).toBe("IN_PROGRESS");
      await deliver([messages[1]], broken);
    }
    const { jobStatus, jobError } = await tenant.details(jobId);
    expect([jobStatus, jobError?.code]).toEqual(["FAILED", "SERVICE_ERROR"]);
    expect(jobError?.message).toContain("task 1");
    expect(jobError?.message).toContain(jobId);
    await deliver(messages);
    expect([queue.take(), (await filesOf(tenant, jobId)).size]).toEqual([[], 0]);
  });

  test("whose workers never answer ends the job FAILED", async () => {
    const { tenant, jobId } = await plannedJob();
    const job = jobStub(bindings, jobId);
    let gone = 0;
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + gone });
      expect(await job.claimTask(0)).toBeDefined();
      vi.useRealTimers();
      gone += LEASE_MS + 1;
      await wakeAfter(jobId, gone);
    }
    const { jobStatus, jobError } = await tenant.details(jobId);
    expect([jobStatus, jobError?.code]).toEqual(["FAILED", "SERVICE_ERROR"]);
  });

  test("is given to one worker at a time, and to another when the first lets its lease run out", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    const job = jobStub(bindings, jobId);
    const slow = await job.claimTask(0);
    if (slow === undefined) throw new Error("nobody else has it");
    expect(await job.claimTask(0)).toBeUndefined();
    await wakeAfter(jobId, LEASE_MS + 1);
    await deliver([messages[0], messages[1]]);
    // The slow one is not dead after all.
    const run = await runTask(bindings, 0, slow);
    if (!run.ok) throw new Error(run.error.message);
    await job.completeTask(0, run.outcome);
    const reports = queue.take().filter(({ kind }) => kind === "report");
    expect(reports).toHaveLength(1);
    await deliver(reports);
    await expectWholeReport(tenant, jobId);
  });

  test("leaves the same result however often it is run", async () => {
    const { jobId } = await plannedJob();
    const claimed = await jobStub(bindings, jobId).claimTask(0);
    if (claimed === undefined) throw new Error("nobody else has it");
    const runs = [await runTask(bindings, 0, claimed), await runTask(bindings, 0, claimed)];
    expect(runs[1]).toEqual(runs[0]);
    expect((await bindings.ACTIVITY.list({ prefix: `jobs/${jobId}/` })).objects).toHaveLength(2);
  });

  test("is not run by another engine than the one its job was planned with", async () => {
    const { jobId } = await plannedJob();
    const claimed = await jobStub(bindings, jobId).claimTask(0);
    if (claimed === undefined) throw new Error("nobody else has it");
    const run = await runTask(bindings, 0, { ...claimed, plan: { ...claimed.plan, engineVersion: "0.0.0" } });
    expect(run).toMatchObject({ ok: false, final: true, error: { code: "SERVICE_ERROR" } });
  });
});

describe("a job whose object was thrown out of memory", () => {
  test("goes on where it was", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    await deliver([messages[0]]);
    await evictDurableObject(jobStub(bindings, jobId));
    await deliver([messages[1]]);
    await evictDurableObject(jobStub(bindings, jobId));
    await deliver(expectMessages(1));
    await expectWholeReport(tenant, jobId);
  });
});

describe("a job that is canceled", () => {
  async function expectCanceled(tenant: PreviewTenant, jobId: string): Promise<void> {
    const details = await tenant.details(jobId);
    expect([details.jobStatus, details.jobError]).toEqual(["CANCELED", undefined]);
    expect((await tenant.progress(jobId)).report).toBeUndefined();
    expect([...(await filesOf(tenant, jobId)).keys()]).toEqual([]);
    const { body } = await tenant.call({ path: "/policy/preview", query: { jobStatus: "CANCELED" } });
    expect(body.analysisReports).toMatchObject([{ jobId, completedAt: details.completedAt }]);
    expect((await tenant.cancel(jobId)).status).toBe(400);
  }

  test("while SUBMITTED never starts", async () => {
    const { tenant, jobId: other } = await plannedJob();
    await tenant.cancel(other);
    const jobId = crypto.randomUUID();
    const account = accountStub(bindings, tenant.id, tenant.key.accountId);
    const common = { jobId, targetId: "r-jm01", outputS3Uri: `s3://scp-preview-reports/${tenant.id}` };
    await account.removeJob(other);
    await account.startJob({ ...common, clientToken: jobId, requestSha256: "", now: Date.now() });
    await runInDurableObject(jobStub(bindings, jobId), (job: JobObject) => {
      const submitted = job.submit({
        jobId,
        tenantId: tenant.id,
        accountId: tenant.key.accountId,
        accessKeyId: tenant.key.accessKeyId,
        parameters: { policyConfigurations: [], startTime: "2026-11-01T00:00:00Z", endTime: "2026-11-02T00:00:00Z", outputS3Uri: common.outputS3Uri },
        submittedAt: new Date().toISOString(),
      });
      // Before the alarm that plans it can ring.
      return Promise.all([submitted, job.cancel()]);
    });
    await wakeAfter(jobId, 0);
    expect(queue.take()).toEqual([]);
    expect((await tenant.details(jobId)).startedAt).toBeUndefined();
    await expectCanceled(tenant, jobId);
  });

  test("while IN_PROGRESS does no further work", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    await deliver([messages[0]]);
    expect(await tenant.cancel(jobId)).toEqual({ status: 200, body: {} });
    await deliver(messages);
    expect(queue.take()).toEqual([]);
    expect((await tenant.progress(jobId)).tasksDone).toBe(1);
    await expectCanceled(tenant, jobId);
  });

  test("while a task is running drops what the task brings", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    const canceling = withBucket("ACTIVITY", {
      put: async () => {
        await jobStub(bindings, jobId).cancel();
      },
    });
    await deliver(messages, canceling);
    expect((await tenant.progress(jobId)).tasksDone).toBe(0);
    await expectCanceled(tenant, jobId);
  });

  test.each(["summary.json", "part-00001.jsonl.gz", "manifest.json"])(
    "while %s of the report is written leaves nothing of it",
    async (name) => {
      const { tenant, jobId, reportMessages } = await evaluatedJob();
      const canceling = withBucket("REPORTS", {
        put: async (key) => {
          if (key.endsWith(name)) await jobStub(bindings, jobId).cancel();
        },
      });
      await deliver(reportMessages, canceling);
      await expectCanceled(tenant, jobId);
    },
  );
});

describe("the report of a job", () => {
  test("is written again after the writer failed half way", async () => {
    const { tenant, jobId, reportMessages } = await evaluatedJob();
    const broken = withBucket("REPORTS", {
      put: async (key) => {
        if (key.endsWith("index.html")) throw new Error("the bucket does not answer");
      },
    });
    await deliver(reportMessages, broken);
    expect([...(await filesOf(tenant, jobId)).keys()].some((name) => name.endsWith("manifest.json"))).toBe(false);
    await wakeAfter(jobId, RETRY_PAUSE_MS + 1);
    await deliver(expectMessages(1));
    await expectWholeReport(tenant, jobId);
  });

  test("stays whole when a writer that was taken for dead comes after it", async () => {
    const { tenant, jobId, reportMessages } = await evaluatedJob();
    const slow = await jobStub(bindings, jobId).claimReport();
    if (slow === undefined) throw new Error("nobody else has it");
    await deliver(reportMessages);
    expect((await tenant.details(jobId)).jobStatus).toBe("IN_PROGRESS");
    await wakeAfter(jobId, LEASE_MS + 1);
    await deliver(expectMessages(1));
    const before = await filesOf(tenant, jobId);
    await writeReport(bindings, slow);
    expect(await filesOf(tenant, jobId)).toEqual(before);
    await expectWholeReport(tenant, jobId);
  });
});

describe("14 days after submission", () => {
  const JUST_BEFORE_MS = JOB_KEPT_MS - 60_000;

  test("a job, its results and its row in the index are gone; the report stays", async () => {
    const { tenant, jobId } = await completedJob();
    const keys = async () => (await bindings.ACTIVITY.list({ prefix: `jobs/${jobId}/` })).objects.length;
    await wakeAfter(jobId, JUST_BEFORE_MS);
    expect([(await tenant.details(jobId)).jobStatus, await keys()]).toEqual(["COMPLETED", 4]);
    // The alarm that just rang is gone; the runtime would have kept it for its time.
    await runInDurableObject(jobStub(bindings, jobId), (_: JobObject, state) => state.storage.setAlarm(Date.now() + JOB_KEPT_MS));
    await wakeAfter(jobId, JOB_KEPT_MS);
    expect(await keys()).toBe(0);
    expect((await tenant.call({ path: `/policy/preview/${jobId}` })).status).toBe(404);
    expect((await tenant.cancel(jobId)).status).toBe(404);
    expect((await tenant.call({ path: "/policy/preview" })).body).toEqual({ analysisReports: [] });
    expect((await filesOf(tenant, jobId)).size).toBe(6);
  });

  test("a late message finds nothing to do", async () => {
    const { jobId } = await completedJob();
    await wakeAfter(jobId, JOB_KEPT_MS);
    const job = jobStub(bindings, jobId);
    await deliver([
      { kind: "task", jobId, task: 0 },
      { kind: "report", jobId },
    ]);
    expect([await job.details(), await job.progress(), await job.cancel()]).toEqual([undefined, undefined, "unknown"]);
    expect(queue.take()).toEqual([]);
    const alarm = await runInDurableObject(job, (_: JobObject, state) => state.storage.getAlarm());
    expect(alarm).toBeNull();
  });

  test("a job that never came to an end is gone, too", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    await wakeAfter(jobId, JOB_KEPT_MS);
    await deliver(messages);
    expect((await tenant.call({ path: `/policy/preview/${jobId}` })).status).toBe(404);
    expect((await filesOf(tenant, jobId)).size).toBe(0);
  });
});
