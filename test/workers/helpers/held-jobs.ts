/** Jobs that were brought to some point of their life, with the messages that would bring them on. */
import { expect, vi } from "vitest";
import { deliver, dropMessages, PATIENCE, takeMessages, untilSent } from "./held-queue.ts";
import type { PreviewTenant, StartChanges } from "./preview-tenant.ts";
import { callOf, logOf } from "./records.ts";
import { contentsUnder, objectsUnder, summaryOf } from "./report-files.ts";
import { readyTenant } from "./run-job.ts";

/** Three calls that DENY_EC2 denies, on two days. */
export const FILE = logOf(
  callOf(1, "2026-11-24T10:00:00Z"),
  callOf(2, "2026-11-24T11:00:00Z"),
  callOf(3, "2026-11-25T10:00:00Z"),
);

/** A job IN_PROGRESS with the messages of its two tasks. */
export async function plannedJob() {
  const tenant = await readyTenant({ "file.json": FILE });
  const jobId = await tenant.start();
  await tenant.until(jobId, "IN_PROGRESS");
  const messages = await untilSent(2, jobId);
  return { tenant, jobId, messages };
}

/** A job whose tasks are all done, with the message for its report. */
export async function evaluatedJob() {
  const { tenant, jobId, messages } = await plannedJob();
  await deliver(messages);
  return { tenant, jobId, reportMessages: takeMessages(1, jobId) };
}

export async function completedJob() {
  const { tenant, jobId, reportMessages } = await evaluatedJob();
  await deliver(reportMessages);
  expect((await tenant.details(jobId)).jobStatus).toBe("COMPLETED");
  return { tenant, jobId };
}

/** The job is COMPLETED, and counts each of the three calls once. */
export async function expectWholeReport(tenant: PreviewTenant, jobId: string): Promise<void> {
  const { status, newlyDenied, tasksDone, report = "" } = await tenant.progress(jobId);
  expect({ status, newlyDenied, tasksDone }).toEqual({ status: "COMPLETED", newlyDenied: 3, tasksDone: 2 });
  const contents = await contentsUnder(report.split("/").slice(3).join("/"));
  expect(contents.size).toBe(6);
  expect(contents.has("manifest.json")).toBe(true);
  expect(summaryOf(contents).counts).toMatchObject({ records: 3, impacts: { newlyDenied: 3 } });
}

/** Everything that lies in the bucket for the job, whatever its timestamp. */
export function filesOf(tenant: PreviewTenant, jobId: string) {
  return objectsUnder(`${tenant.id}/${jobId}/`);
}

/** Delivers the job's messages, one after the other, until it has ended; gives its report, empty when it has none. */
export async function runHeldJob(tenant: PreviewTenant, changes: StartChanges = {}) {
  const jobId = await tenant.start(changes);
  return { jobId, ...(await bringToEnd(tenant, jobId)) };
}

export async function bringToEnd(tenant: PreviewTenant, jobId: string) {
  const details = await vi.waitFor(async () => {
    await deliver(dropMessages());
    const now = await tenant.details(jobId);
    if (["SUBMITTED", "IN_PROGRESS"].includes(now.jobStatus)) throw new Error(`job ${jobId} is ${now.jobStatus}`);
    return now;
  }, PATIENCE);
  const { report } = await tenant.progress(jobId);
  const contents =
    report === undefined
      ? new Map<string, Uint8Array<ArrayBuffer>>()
      : await contentsUnder(report.split("/").slice(3).join("/"));
  return { details, report, contents };
}
