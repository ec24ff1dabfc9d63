import { runInDurableObject } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import { accountStub } from "../../host/account/stubs.ts";
import { JOB_KEPT_MS, type JobObject } from "../../host/jobs/job-object.ts";
import { LEASE_MS, RETRY_PAUSE_MS } from "../../host/jobs/job-state.ts";
import { jobStub } from "../../host/jobs/job-stub.ts";
import { writeReport } from "../../host/jobs/write-report.ts";
import { completedJob, evaluatedJob, expectWholeReport, filesOf, plannedJob } from "./helpers/held-jobs.ts";
import { deliver, dropMessages, holdQueue, takeMessages, wakeAfter, withBucket } from "./helpers/held-queue.ts";
import { bindings, type PreviewTenant } from "./helpers/preview-tenant.ts";

holdQueue();

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
    await account.startJob({ ...common, clientToken: jobId, requestSha256: "", now: Date.now(), runningJobsMax: 50 });
    await runInDurableObject(jobStub(bindings, jobId), (job: JobObject) => {
      const submitted = job.submit({
        jobId,
        tenantId: tenant.id,
        accountId: tenant.key.accountId,
        accessKeyId: tenant.key.accessKeyId,
        parameters: {
          policyConfigurations: [],
          startTime: "2026-11-01T00:00:00Z",
          endTime: "2026-11-02T00:00:00Z",
          outputS3Uri: common.outputS3Uri,
        },
        submittedAt: new Date().toISOString(),
      });
      // Before the alarm that plans it can ring.
      return Promise.all([submitted, job.cancel()]);
    });
    await wakeAfter(jobId, 0);
    expect(dropMessages()).toEqual([]);
    expect((await tenant.details(jobId)).startedAt).toBeUndefined();
    await expectCanceled(tenant, jobId);
  });

  test("while IN_PROGRESS does no further work", async () => {
    const { tenant, jobId, messages } = await plannedJob();
    await deliver([messages[0]]);
    expect(await tenant.cancel(jobId)).toEqual({ status: 200, body: {} });
    await deliver(messages);
    expect(dropMessages()).toEqual([]);
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
    await deliver(takeMessages(1));
    await expectWholeReport(tenant, jobId);
  });

  test("stays whole when a writer that was taken for dead comes after it", async () => {
    const { tenant, jobId, reportMessages } = await evaluatedJob();
    const slow = await jobStub(bindings, jobId).claimReport();
    if (slow === undefined) throw new Error("nobody else has it");
    await deliver(reportMessages);
    expect((await tenant.details(jobId)).jobStatus).toBe("IN_PROGRESS");
    await wakeAfter(jobId, LEASE_MS + 1);
    await deliver(takeMessages(1));
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
    expect([(await tenant.details(jobId)).jobStatus, await keys()]).toEqual(["COMPLETED", 5]);
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
    expect(dropMessages()).toEqual([]);
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
