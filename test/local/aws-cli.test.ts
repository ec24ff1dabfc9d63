import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLocalKey } from "../../bench/local/local-key.ts";
import { type Runtime, startRuntime } from "../../bench/local/runtime.ts";
import { createSignedFetch, type SignedFetch } from "../../bench/local/signed-fetch.ts";
import type { JobProgress } from "../../host/domain/job.ts";
import type { ReportSummary } from "../../host/domain/report.ts";
import { MANAGEMENT, MILL, PLANTS, ROOT, snapshotOf } from "../organization/snapshot-of.ts";
import { type AwsCli, awsVersion, createAwsCli } from "./aws-cli.ts";

const version = awsVersion();
const NAME =
  version === undefined ? "the AWS CLI (none here: apt-get install awscli)" : `the AWS CLI (${version.split(" ")[0]})`;
/** What the CLI ends with when the service refused: version 1 tells nothing apart. */
const REFUSED = version?.startsWith("aws-cli/1.") ? 255 : 254;
const START_LIMIT_MS = 120_000;
const JOB_LIMIT_MS = 30_000;
const UNKNOWN_JOB = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
/** A day with a call each: so many that a job over them cannot be done before the CLI has started once more. */
const LONG_JOB_DAYS = 400;

const DENY_EC2 = JSON.stringify({
  Version: "2012-10-17",
  Statement: { Effect: "Deny", Action: "ec2:*", Resource: "*" },
});

function callAt(id: number, eventTime: string): object {
  return {
    eventVersion: "1.11",
    eventTime,
    eventSource: "ec2.amazonaws.com",
    eventName: "DescribeInstances",
    awsRegion: "eu-west-1",
    eventID: `5eed0000-0000-4000-8000-${id.toString(16).padStart(12, "0")}`,
    eventType: "AwsApiCall",
    recipientAccountId: MILL,
    userIdentity: { type: "IAMUser", accountId: MILL, arn: `arn:aws:iam::${MILL}:user/ida`, userName: "ida" },
  };
}

function startArguments(targetId: string, startTime: string): readonly string[] {
  const configurations = [{ jobType: "SCP", targetId, policyDocumentsList: [DENY_EC2] }];
  return [
    "start-policy-preview-job",
    ...["--policy-configurations", JSON.stringify(configurations)],
    ...["--start-time", startTime, "--end-time", "2026-11-25T00:00:00Z"],
    ...["--output-s3-uri", "s3://scp-preview-reports/cli/"],
  ];
}

describe.skipIf(version === undefined)(NAME, { timeout: START_LIMIT_MS }, () => {
  let folder: string;
  let runtime: Runtime;
  let aws: AwsCli;
  let fetchSigned: SignedFetch;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "scp-preview-aws-cli-"));
    const key = createLocalKey(MANAGEMENT, "o-junipermil");
    const started = await startRuntime({ stateFolder: join(folder, "instance"), keys: [key] });
    if (!started.ok) throw new Error(started.faults[0]?.message);
    runtime = started.value;
    const { endpoint } = runtime;
    aws = await createAwsCli({ endpoint, key, folder });
    fetchSigned = createSignedFetch({ endpoint, region: "eu-west-1", ...key });
  }, START_LIMIT_MS);

  afterAll(async () => {
    await runtime?.stop();
    await rm(folder, { recursive: true, force: true });
  }, START_LIMIT_MS);

  const put = (path: string, body: unknown) => fetchSigned({ method: "PUT", path, body: JSON.stringify(body) });

  async function succeed(...args: readonly string[]): Promise<unknown> {
    const { exitCode, output, error } = await aws(args);
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
    return output;
  }

  async function refused(code: string, ...args: readonly string[]): Promise<string> {
    const { exitCode, error } = await aws(args);
    expect(error).toContain(`(${code})`);
    expect(exitCode).toBe(REFUSED);
    return error;
  }

  async function startJob(targetId: string, startTime = "2026-11-24T00:00:00Z"): Promise<string> {
    const { jobId } = (await succeed(...startArguments(targetId, startTime))) as { jobId: string };
    return jobId;
  }

  async function untilEnded(jobId: string): Promise<void> {
    const deadline = Date.now() + JOB_LIMIT_MS;
    while (Date.now() < deadline) {
      const response = await fetchSigned({ method: "GET", path: `/policy/preview/${jobId}/progress` });
      const { status } = (await response.json()) as JobProgress;
      if (status !== "SUBMITTED" && status !== "IN_PROGRESS") return;
      await wait(50);
    }
    throw new Error(`job ${jobId} did not end`);
  }

  async function listed(...args: readonly string[]): Promise<readonly string[]> {
    const { analysisReports } = (await succeed("list-policy-preview-jobs", ...args)) as {
      analysisReports: { jobId: string }[];
    };
    return analysisReports.map(({ jobId }) => jobId);
  }

  it("creates a configuration once, waits until it is ACTIVE, and shows it", async () => {
    await refused("ResourceNotFoundException", "get-policy-preview-configuration");
    expect(await succeed("create-policy-preview-configuration", "--scope", "GLOBAL")).toEqual({
      status: "PENDING_CREATION",
    });
    expect(await succeed("wait", "policy-preview-configuration-active")).toBeUndefined();
    expect(await succeed("get-policy-preview-configuration")).toMatchObject({
      policyPreviewConfigurations: [{ scope: "GLOBAL", status: "ACTIVE", createdAt: expect.any(String) }],
    });
    await refused("ConflictException", "create-policy-preview-configuration");
  });

  it("starts a job, waits for it, and shows what it was asked and when it ended", async () => {
    await put("/organization", snapshotOf());
    const call = callAt(0, "2026-11-24T10:00:00Z");
    await put("/cloudtrail/AWSLogs/file%20one.json", { Records: [call] });
    const jobId = await startJob(PLANTS);
    await untilEnded(jobId);
    expect(await succeed("wait", "policy-preview-job-completed", "--job-id", jobId)).toBeUndefined();
    expect(await succeed("get-policy-preview-job", "--job-id", jobId)).toMatchObject({
      jobId,
      jobParameters: {
        startTime: expect.stringMatching(/^2026-11-24T00:00:00/),
        endTime: expect.stringMatching(/^2026-11-25T00:00:00/),
        policyConfigurations: [{ jobType: "SCP", targetId: PLANTS, policyDocumentsList: [DENY_EC2] }],
      },
      jobDetails: { jobStatus: "COMPLETED", submittedAt: expect.any(String), completedAt: expect.any(String) },
      outputS3Uri: "s3://scp-preview-reports/cli/",
    });
    const response = await fetchSigned({ method: "GET", path: `/policy/preview/${jobId}/report/summary.json` });
    expect(((await response.json()) as ReportSummary).counts.impacts.newlyDenied).toBe(1);
    expect(await refused("ValidationException", "cancel-policy-preview-job", "--job-id", jobId)).toContain("ended");
  });

  it("shows why a job failed, and its waiter fails", async () => {
    const jobId = await startJob(MANAGEMENT);
    await untilEnded(jobId);
    expect(await succeed("get-policy-preview-job", "--job-id", jobId)).toMatchObject({
      jobDetails: {
        jobStatus: "FAILED",
        jobError: { code: "INVALID_TARGET_ERROR", message: expect.stringContaining(MANAGEMENT) },
      },
    });
    const { exitCode, error } = await aws(["wait", "policy-preview-job-completed", "--job-id", jobId]);
    expect([exitCode, error.includes("terminal failure state")]).toEqual([255, true]);
  });

  it("cancels a job while it runs", async () => {
    const days = Array.from({ length: LONG_JOB_DAYS }, (_, day) => new Date(Date.UTC(2024, 11, 1 + day)).toISOString());
    await put("/cloudtrail/long.json", { Records: days.map((time, id) => callAt(id + 1, time)) });
    const jobId = await startJob(ROOT, "2024-12-01T00:00:00Z");
    expect(await succeed("cancel-policy-preview-job", "--job-id", jobId)).toBeUndefined();
    expect(await succeed("get-policy-preview-job", "--job-id", jobId)).toMatchObject({
      jobDetails: { jobStatus: "CANCELED" },
    });
  });

  it("lists jobs, newest first: filtered, page by page, and as many as asked for", async () => {
    const all = await listed();
    expect(all).toHaveLength(3);
    expect(await listed("--page-size", "1")).toEqual(all);
    expect(await listed("--filters", "jobStatus=FAILED")).toEqual([all[1]]);
    expect(await listed("--filters", `targetId=${PLANTS}`, "--page-size", "1")).toEqual([all[2]]);
    const first = (await succeed("list-policy-preview-jobs", "--max-items", "2")) as { NextToken: string };
    expect(first).toMatchObject({
      analysisReports: [{ jobId: all[0] }, { jobId: all[1] }],
      NextToken: expect.any(String),
    });
    expect(await listed("--starting-token", first.NextToken)).toEqual([all[2]]);
  });

  it("shows the service's refusals", async () => {
    await refused("ResourceNotFoundException", "get-policy-preview-job", "--job-id", UNKNOWN_JOB);
    await refused("ResourceNotFoundException", "cancel-policy-preview-job", "--job-id", UNKNOWN_JOB);
    await refused("ValidationException", "get-policy-preview-job", "--job-id", "BAD/ID");
    await refused("ValidationException", "list-policy-preview-jobs", "--filters", "bogus=1");
    const { exitCode, error } = await aws(["list-policy-preview-jobs"], { AWS_SECRET_ACCESS_KEY: "another" });
    expect([exitCode, error.includes("(InvalidSignatureException)")]).toEqual([REFUSED, true]);
  });

  it("deletes the configuration", async () => {
    expect(await succeed("delete-policy-preview-configuration")).toBeUndefined();
    await refused("ResourceNotFoundException", "delete-policy-preview-configuration");
  });
});
