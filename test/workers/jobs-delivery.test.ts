import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { describe, expect, test, vi } from "vitest";
import { consumeDeadLetters } from "../../host/jobs/dead-letter-consumer.ts";
import type { JobObject } from "../../host/jobs/job-object.ts";
import { ATTEMPTS_MAX, LEASE_MS, RETRY_PAUSE_MS } from "../../host/jobs/job-state.ts";
import { jobStub } from "../../host/jobs/job-stub.ts";
import { runTask } from "../../host/jobs/run-task.ts";
import { expectWholeReport, FILE, filesOf, plannedJob } from "./helpers/held-jobs.ts";
import {
  deliver,
  dropMessages,
  failNextSending,
  holdQueue,
  takeMessages,
  untilSent,
  wakeAfter,
  withBucket,
} from "./helpers/held-queue.ts";
import { bindings } from "./helpers/preview-tenant.ts";
import { callOf, logOf } from "./helpers/records.ts";
import { readyTenant } from "./helpers/run-job.ts";

holdQueue();

describe("messages of a job", () => {
  test("name keys, never data: one for each partition, then one for the report", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    expect(messages).toEqual([
      { kind: "task", jobId, task: 0 },
      { kind: "task", jobId, task: 1 },
    ]);
    await deliver(messages.toReversed());
    const reportMessages = takeMessages(1);
    expect(reportMessages).toEqual([{ kind: "report", jobId }]);
    await deliver(reportMessages);
    await expectWholeReport(tenant, jobId);
  });

  test("count once when they come twice, one after the other", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    await deliver([messages[0], messages[0], messages[0]]);
    expect(await tenant.progress(jobId)).toMatchObject({ tasksDone: 1, events: 2, newlyDenied: 2 });
    await deliver([messages[1], ...messages]);
    const reportMessages = takeMessages(1);
    await deliver([...reportMessages, ...reportMessages, ...messages]);
    expect(dropMessages()).toEqual([]);
    await expectWholeReport(tenant, jobId);
  });

  test("count once when they come at the same time", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    await Promise.all([messages, messages, messages].map((copies) => deliver(copies)));
    const reportMessages = takeMessages(1);
    await Promise.all([reportMessages, reportMessages].map((copies) => deliver(copies)));
    await expectWholeReport(tenant, jobId);
  });

  test("are sent again by the alarm when they were lost, those of open tasks alone", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    await deliver([messages[1]]);
    await wakeAfter(jobId, LEASE_MS - 1000);
    expect(dropMessages()).toEqual([]);
    await wakeAfter(jobId, LEASE_MS + 1);
    await deliver(takeMessages(1));
    takeMessages(1);
    await wakeAfter(jobId, LEASE_MS * 2);
    const again = takeMessages(1);
    expect(again).toEqual([{ kind: "report", jobId }]);
    await deliver(again);
    await expectWholeReport(tenant, jobId);
  });

  test("are sent by the alarm when the queue was down", async () => {
    const tenant = await readyTenant({ "file.json": FILE });
    failNextSending();
    const jobId = await tenant.start();
    await tenant.until(jobId, "IN_PROGRESS");
    expect(dropMessages()).toEqual([]);
    await wakeAfter(jobId, LEASE_MS + 1);
    await deliver(takeMessages(2));
    await deliver(takeMessages(1));
    await expectWholeReport(tenant, jobId);
  });

  test("are sent by the alarm, too, when the runtime rang once more because the queue was down", async () => {
    const tenant = await readyTenant({ "file.json": FILE });
    failNextSending();
    const jobId = await tenant.start();
    await tenant.until(jobId, "IN_PROGRESS");
    const job = jobStub(bindings, jobId);
    await runInDurableObject(job, (object: JobObject) =>
      object.alarm({ isRetry: true, retryCount: 1, scheduledTime: Date.now() }),
    );
    const alarm = await runInDurableObject(job, (_: JobObject, state) => state.storage.getAlarm());
    expect(alarm).toBeGreaterThan(Date.now());
  });

  test("go out in batches that the queue takes, for a job of many tasks", async () => {
    const days = Array.from({ length: 130 }, (_, day) =>
      new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    );
    const tenant = await readyTenant({ "file.json": logOf(...days.map((day, id) => callOf(id, `${day}T10:00:00Z`))) });
    const jobId = await tenant.start({ startTime: "2026-01-01T00:00:00Z" });
    const messages = await untilSent(130, jobId);
    expect(messages).toEqual(days.map((_, task) => ({ kind: "task", jobId, task })));
  });

  test("that are none of ours are let go", async () => {
    await deliver([null, 7, { kind: "task" }, { kind: "task", jobId: "x" }, { kind: "other", jobId: "x" }]);
    await deliver([
      { kind: "task", jobId: crypto.randomUUID(), task: 0 },
      { kind: "report", jobId: crypto.randomUUID() },
    ]);
    expect(dropMessages()).toEqual([]);
  });

  test("that nobody could deliver fail the job", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    const acked: string[] = [];
    const message = { id: "dead", body: messages[1], ack: () => acked.push("dead") };
    await consumeDeadLetters(
      { queue: "preview-tasks-dead", messages: [message] } as unknown as MessageBatch<unknown>,
      bindings,
    );
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
    expect(dropMessages()).toEqual([]);
    expect((await tenant.details(jobId)).jobStatus).toBe("IN_PROGRESS");
    await wakeAfter(jobId, RETRY_PAUSE_MS + 1);
    await deliver(takeMessages(2));
    await deliver(takeMessages(1));
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
    expect([dropMessages(), (await filesOf(tenant, jobId)).size]).toEqual([[], 0]);
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
    const reports = dropMessages().filter(({ kind }) => kind === "report");
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
    await deliver(takeMessages(1));
    await expectWholeReport(tenant, jobId);
  });
});
