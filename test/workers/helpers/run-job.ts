/** Jobs from their start to their report, over two days of invented activity. The runtime delivers their messages. */
import { newTenant, type PreviewTenant, REPORT_BUCKET, type StartChanges, setAccessKeys } from "./preview-tenant.ts";
import { callOf, LIST_QUEUES, logOf, OF_MANAGEMENT, OF_SHOP } from "./records.ts";
import { contentsUnder } from "./report-files.ts";

export const TUESDAY = logOf(
  callOf(1, "2026-11-24T10:00:00Z"),
  callOf(2, "2026-11-24T09:00:00Z", { awsRegion: "eu-central-1" }),
  callOf(3, "2026-11-24T10:00:00Z", LIST_QUEUES),
  callOf(4, "2026-11-24T10:00:00Z", OF_SHOP),
  callOf(5, "2026-11-24T10:00:00Z", OF_MANAGEMENT),
  callOf(6, "2026-11-24T10:00:00Z", { errorCode: "AccessDenied" }),
  "not a record",
);
export const WEDNESDAY = logOf(
  callOf(7, "2026-11-25T10:00:00Z", {
    eventName: "StopInstances",
    requestParameters: { instancesSet: { items: [{ instanceId: "i-0a" }] } },
  }),
  callOf(8, "2026-11-25T10:00:00Z", { eventSource: "sts.amazonaws.com", eventName: "GetCallerIdentity" }),
  callOf(9, "2026-11-25T12:00:00Z"),
  callOf(10, "2026-11-26T00:00:00Z"),
);
/** A copy of event 1, as a second trail delivers it. */
export const SECOND_TRAIL = logOf(callOf(1, "2026-11-24T10:00:00Z"));
export const FILES = { "b/tuesday.json": TUESDAY, "a/wednesday.json": WEDNESDAY, "c/second.json": SECOND_TRAIL };

/** Collecting, with these files; its key is the only one that job objects know. */
export async function readyTenant(
  files: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = FILES,
): Promise<PreviewTenant> {
  const tenant = newTenant();
  setAccessKeys(tenant.key);
  await tenant.prepare(files);
  return tenant;
}

/** Runs a job to its end; gives its report. */
export async function runJob(tenant: PreviewTenant, changes: StartChanges = {}) {
  const jobId = await tenant.start(changes);
  const details = await tenant.until(jobId);
  const { report } = await tenant.progress(jobId);
  const prefix = (report ?? "").replace(`s3://${REPORT_BUCKET}/`, "");
  if (prefix === "") throw new Error(`job ${jobId} ended ${JSON.stringify(details)}`);
  return { jobId, details, prefix, contents: await contentsUnder(prefix) };
}
