import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import type { ReportSummary } from "../../host/domain/report.ts";
import { MANAGEMENT, PLANTS, ROOT } from "../organization/snapshot-of.ts";
import { DENY_EC2, LONG, OUTPUT_URI, signedFetchOf, storeActivity, untilEnded } from "./activity.ts";
import { AWS_CLI_NAME, AWS_VERSION, type AwsCli, createAwsCli, EXIT_CODES, fetchModelFiles } from "./aws-cli.ts";
import { type StartChanges, startArguments } from "./start-arguments.ts";

describe.skipIf(AWS_VERSION === undefined)(`${AWS_CLI_NAME} with the model files in its data path`, () => {
  const { endpoint, folder, tenants } = inject("instance");
  const tenant = tenants.cli;
  const fetchSigned = signedFetchOf(endpoint, tenant);
  let aws: AwsCli;

  beforeAll(async () => {
    const dataPath = join(folder, "models");
    await fetchModelFiles(endpoint, dataPath);
    aws = createAwsCli({ endpoint, key: tenant.admin, home: join(folder, "cli-home"), dataPath });
  });

  async function startJob(targetId: string, changes?: StartChanges): Promise<string> {
    const { jobId } = (await aws.succeed(...startArguments(targetId, changes))) as { jobId: string };
    return jobId;
  }

  async function listed(...args: readonly string[]): Promise<readonly string[]> {
    const { analysisReports } = (await aws.succeed("list-policy-preview-jobs", ...args)) as {
      analysisReports: { jobId: string }[];
    };
    return analysisReports.map(({ jobId }) => jobId);
  }

  const refusedWith = (code: string, says: string) => ({
    exitCode: EXIT_CODES.refused,
    code,
    message: expect.stringContaining(says),
  });

  it("creates a configuration once, waits until it is ACTIVE, and shows it", async () => {
    const absent = await aws.refusal("get-policy-preview-configuration");
    expect(absent).toMatchObject(refusedWith("ResourceNotFoundException", "CreatePolicyPreviewConfiguration"));
    const create = ["create-policy-preview-configuration", "--scope", "GLOBAL", "--client-token", randomUUID()];
    expect(await aws.succeed(...create)).toEqual({ status: "PENDING_CREATION" });
    expect(await aws.succeed("wait", "policy-preview-configuration-active")).toBeUndefined();
    expect(await aws.succeed("get-policy-preview-configuration")).toMatchObject({
      policyPreviewConfigurations: [{ scope: "GLOBAL", status: "ACTIVE", createdAt: expect.any(String) }],
    });
    const again = await aws.refusal("create-policy-preview-configuration");
    expect(again).toMatchObject(refusedWith("ConflictException", "exists already"));
    expect(await aws.succeed(...create)).toEqual({ status: "PENDING_CREATION" });
  });

  it("starts a job, waits for it, and shows what it was asked and when it ended", async () => {
    await storeActivity(fetchSigned, tenant);
    const jobId = await startJob(PLANTS);
    await untilEnded(fetchSigned, jobId);
    expect(await aws.succeed("wait", "policy-preview-job-completed", "--job-id", jobId)).toBeUndefined();
    expect(await aws.succeed("get-policy-preview-job", "--job-id", jobId)).toMatchObject({
      jobId,
      jobParameters: {
        startTime: expect.stringMatching(/^2026-11-24T00:00:00/),
        endTime: expect.stringMatching(/^2026-11-25T00:00:00/),
        policyConfigurations: [{ jobType: "SCP", targetId: PLANTS, policyDocumentsList: [DENY_EC2] }],
      },
      jobDetails: { jobStatus: "COMPLETED", submittedAt: expect.any(String), completedAt: expect.any(String) },
      outputS3Uri: OUTPUT_URI,
    });
    const response = await fetchSigned({ method: "GET", path: `/policy/preview/${jobId}/report/summary.json` });
    expect(((await response.json()) as ReportSummary).counts.impacts.newlyDenied).toBe(1);
    const late = await aws.refusal("cancel-policy-preview-job", "--job-id", jobId);
    expect(late).toMatchObject(refusedWith("ValidationException", "ended"));
  });

  it("shows why a job failed, and its waiter fails", async () => {
    const jobId = await startJob(MANAGEMENT);
    await untilEnded(fetchSigned, jobId);
    expect(await aws.succeed("get-policy-preview-job", "--job-id", jobId)).toMatchObject({
      jobDetails: {
        jobStatus: "FAILED",
        jobError: { code: "INVALID_TARGET_ERROR", message: expect.stringContaining(MANAGEMENT) },
      },
    });
    const { exitCode, error } = await aws.run("wait", "policy-preview-job-completed", "--job-id", jobId);
    expect([exitCode, error]).toEqual([EXIT_CODES.waiter, expect.stringContaining("terminal failure state")]);
  });

  it("cancels a job while it runs, and its waiter fails", async () => {
    const jobId = await startJob(ROOT, LONG);
    expect(await aws.succeed("cancel-policy-preview-job", "--job-id", jobId)).toBeUndefined();
    expect(await aws.succeed("get-policy-preview-job", "--job-id", jobId)).toMatchObject({
      jobDetails: { jobStatus: "CANCELED" },
    });
    const { exitCode, error } = await aws.run("wait", "policy-preview-job-completed", "--job-id", jobId);
    expect([exitCode, error]).toEqual([EXIT_CODES.waiter, expect.stringContaining("terminal failure state")]);
  });

  it("lists jobs, newest first: filtered, page by page, and as many as asked for", async () => {
    const all = await listed();
    expect(all).toHaveLength(3);
    const [canceled, failed, completed] = all;
    expect(await listed("--page-size", "1")).toEqual(all);
    expect(await listed("--page-size", "1000000")).toEqual(all);
    expect(await listed("--filters", "jobStatus=FAILED")).toEqual([failed]);
    expect(await listed("--filters", "jobStatus=CANCELED", "--page-size", "1")).toEqual([canceled]);
    expect(await listed("--filters", `targetId=${PLANTS}`, "--page-size", "1")).toEqual([completed]);
    const first = (await aws.succeed("list-policy-preview-jobs", "--max-items", "2")) as { NextToken: string };
    expect(first).toMatchObject({
      analysisReports: [{ jobId: canceled }, { jobId: failed }],
      NextToken: expect.any(String),
    });
    expect(await listed("--starting-token", first.NextToken)).toEqual([completed]);
  });

  it("starts one job for a client token, and none when the parameters are others", async () => {
    const clientToken = randomUUID();
    const jobId = await startJob(PLANTS, { clientToken });
    expect(await startJob(PLANTS, { clientToken })).toBe(jobId);
    const other = await aws.refusal(...startArguments(ROOT, { clientToken }));
    expect(other).toMatchObject(refusedWith("ConflictException", jobId));
    expect(await listed("--filters", `targetId=${PLANTS}`)).toHaveLength(2);
  });

  describe.concurrent("and times and policies as people write them", () => {
    it.each([
      ["epoch seconds", "1793577600", "2026-11-02T00:00:00.000Z"],
      ["a bare date", "2026-11-01", "2026-11-01T00:00:00.000Z"],
      ["an offset", "2026-11-01T03:00:00+02:00", "2026-11-01T01:00:00.000Z"],
      // Events have whole milliseconds: a window from the next one is the same window.
      ["a fraction of six digits", "2026-11-01T01:02:03.456789Z", "2026-11-01T01:02:03.457Z"],
    ])("takes %s as a start, and the time of the request as a missing end", async (_form, startTime, expected) => {
      const before = Date.now();
      const jobId = await startJob(PLANTS, { startTime, endTime: null });
      const { jobParameters } = (await aws.succeed("get-policy-preview-job", "--job-id", jobId)) as {
        jobParameters: { startTime: string; endTime: string };
      };
      expect(new Date(jobParameters.startTime).toISOString()).toBe(expected);
      expect(Date.parse(jobParameters.endTime)).toBeGreaterThanOrEqual(before);
      expect(Date.parse(jobParameters.endTime)).toBeLessThanOrEqual(Date.now());
    });

    it("takes a configuration in shorthand", async () => {
      const configurations = `jobType=SCP,targetId=${PLANTS},policyDocumentsList='${DENY_EC2}'`;
      const jobId = await startJob(PLANTS, { configurations });
      expect(await aws.succeed("get-policy-preview-job", "--job-id", jobId)).toMatchObject({
        jobParameters: { policyConfigurations: [{ targetId: PLANTS, policyDocumentsList: [DENY_EC2] }] },
      });
    });

    it("makes a skeleton of the parameters", async () => {
      expect(await aws.succeed("start-policy-preview-job", "--generate-cli-skeleton", "input")).toMatchObject({
        policyConfigurations: [
          { jobType: "SCP", targetId: "", policyDocumentsList: [""], attachmentMode: expect.any(String) },
        ],
        startTime: expect.any(String),
        outputS3Uri: "",
        clientToken: "",
      });
    });

    it("signs with temporary credentials, session token included", async () => {
      const temporary = aws.with({ AWS_SESSION_TOKEN: "a session's token/+=" });
      expect(await temporary.succeed("get-policy-preview-configuration")).toHaveProperty("policyPreviewConfigurations");
    });
  });

  it("deletes the configuration once, and again for a repeated request", async () => {
    const remove = ["delete-policy-preview-configuration", "--client-token", randomUUID()];
    expect(await aws.succeed(...remove)).toBeUndefined();
    expect(await aws.succeed(...remove)).toBeUndefined();
    const absent = await aws.refusal("delete-policy-preview-configuration");
    expect(absent).toMatchObject(refusedWith("ResourceNotFoundException", "GLOBAL"));
  });
});
