/** What a tenant of these tests stores before it previews: the organization Juniper Mills, and calls of one of its accounts. */
import { setTimeout as wait } from "node:timers/promises";
import { createSignedFetch, type SignedFetch } from "../../bench/local/signed-fetch.ts";
import type { JobProgress } from "../../host/domain/job.ts";
import { MANAGEMENT, MILL, snapshotOf } from "../organization/snapshot-of.ts";
import type { Tenant } from "./instance.ts";

export const REGION = "eu-west-1";

export const DENY_EC2 = JSON.stringify({
  Version: "2012-10-17",
  Statement: { Effect: "Deny", Action: "ec2:*", Resource: "*" },
});
/** Of reports, in the bucket that `wrangler.toml` binds. */
export const OUTPUT_URI = "s3://scp-preview-reports/clients/";
/** A day with one call, which DENY_EC2 denies. */
export const DAY = { startTime: "2026-11-24T00:00:00Z", endTime: "2026-11-25T00:00:00Z" } as const;
/**
 * A day with a call each: a job over them takes many times as long as a client needs to start once more. The window is
 * before DAY.
 */
export const LONG = { days: 400, startTime: "2024-12-01T00:00:00Z", endTime: "2026-01-05T00:00:00Z" } as const;

const DAY_MS = 86_400_000;
const JOB_LIMIT_MS = 60_000;
const POLL_INTERVAL_MS = 50;

/** Requests that no AWS client has, as the tenant's admin. */
export function signedFetchOf(endpoint: string, { admin }: Tenant): SignedFetch {
  return createSignedFetch({ endpoint, region: REGION, ...admin });
}

/** Needs an ACTIVE configuration. */
export async function storeActivity(fetchSigned: SignedFetch, { organizationId }: Tenant): Promise<void> {
  const put = (path: string, body: unknown) => fetchSigned({ method: "PUT", path, body: JSON.stringify(body) });
  await put("/organization", snapshotOf({ Organization: { Id: organizationId, MasterAccountId: MANAGEMENT } }));
  await put("/cloudtrail/AWSLogs/file%20one.json", { Records: [callAt(0, "2026-11-24T10:00:00Z")] });
  const first = Date.parse(LONG.startTime);
  const days = Array.from({ length: LONG.days }, (_, day) => new Date(first + day * DAY_MS).toISOString());
  await put("/cloudtrail/long.json", { Records: days.map((time, index) => callAt(index + 1, time)) });
}

function callAt(id: number, eventTime: string): object {
  return {
    eventVersion: "1.11",
    eventTime,
    eventSource: "ec2.amazonaws.com",
    eventName: "DescribeInstances",
    awsRegion: REGION,
    eventID: `5eed0000-0000-4000-8000-${id.toString(16).padStart(12, "0")}`,
    eventType: "AwsApiCall",
    recipientAccountId: MILL,
    userIdentity: { type: "IAMUser", accountId: MILL, arn: `arn:aws:iam::${MILL}:user/ida`, userName: "ida" },
  };
}

/** Waits on the route that has no waiter's pauses; rejects when the job is still running after a minute. */
export async function untilEnded(fetchSigned: SignedFetch, jobId: string): Promise<JobProgress> {
  const deadline = Date.now() + JOB_LIMIT_MS;
  while (Date.now() < deadline) {
    const response = await fetchSigned({ method: "GET", path: `/policy/preview/${jobId}/progress` });
    const progress = (await response.json()) as JobProgress;
    if (progress.status !== "SUBMITTED" && progress.status !== "IN_PROGRESS") return progress;
    await wait(POLL_INTERVAL_MS);
  }
  throw new Error(`job ${jobId} did not end`);
}
