import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { MANAGEMENT, PLANTS, ROOT } from "../organization/snapshot-of.ts";
import { DAY, DENY_EC2, LONG, OUTPUT_URI, signedFetchOf, storeActivity, untilEnded } from "./activity.ts";
import { createSdkV2Client, pagesOf, type SdkV2Client } from "./sdk-v2-client.ts";

const UNKNOWN_JOB = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";

describe("the AWS SDK for JavaScript v2 with the served model", () => {
  const { endpoint, tenants } = inject("instance");
  const tenant = tenants.sdk2;
  const fetchSigned = signedFetchOf(endpoint, tenant);
  let apiConfig: object;
  let client: SdkV2Client;

  beforeAll(async () => {
    apiConfig = (await (await fetch(`${endpoint}/service-model`)).json()) as object;
    client = createSdkV2Client(endpoint, apiConfig, tenant.admin);
  });

  function startParameters(targetId: string, { startTime, endTime }: { startTime: string; endTime: string } = DAY) {
    return {
      policyConfigurations: [{ jobType: "SCP", targetId, policyDocumentsList: [DENY_EC2] }],
      startTime: new Date(startTime),
      endTime: new Date(endTime),
      outputS3Uri: OUTPUT_URI,
    };
  }

  async function startJob(...parameters: Parameters<typeof startParameters>): Promise<string> {
    const { jobId } = await client.startPolicyPreviewJob(startParameters(...parameters)).promise();
    return String(jobId);
  }

  const refusal = (code: string, statusCode: number, says = "") =>
    expect.objectContaining({ code, statusCode, message: expect.stringContaining(says) });

  it("creates a configuration, waits until it is ACTIVE, and shows it", async () => {
    const absent = client.getPolicyPreviewConfiguration().promise();
    await expect(absent).rejects.toEqual(refusal("ResourceNotFoundException", 404));
    const created = await client.createPolicyPreviewConfiguration({ scope: "GLOBAL" }).promise();
    expect(created).toMatchObject({ status: "PENDING_CREATION" });
    const active = await client.waitFor("policyPreviewConfigurationActive", {}).promise();
    expect(active).toMatchObject({ policyPreviewConfigurations: [{ status: "ACTIVE", createdAt: expect.any(Date) }] });
    const again = client.createPolicyPreviewConfiguration().promise();
    await expect(again).rejects.toEqual(refusal("ConflictException", 409, "exists already"));
  });

  it("starts a job, waits for it, and shows it", async () => {
    await storeActivity(fetchSigned, tenant);
    const jobId = await startJob(PLANTS);
    await untilEnded(fetchSigned, jobId);
    const waited = await client.waitFor("policyPreviewJobCompleted", { jobId }).promise();
    expect(waited).toMatchObject({ jobId, jobDetails: { jobStatus: "COMPLETED", completedAt: expect.any(Date) } });
    const job = await client.getPolicyPreviewJob({ jobId }).promise();
    expect(job).toMatchObject({ jobParameters: { startTime: new Date(DAY.startTime) }, outputS3Uri: OUTPUT_URI });
    const late = client.cancelPolicyPreviewJob({ jobId }).promise();
    await expect(late).rejects.toEqual(refusal("ValidationException", 400, "ended"));
  });

  it("shows why a job failed, and its waiter fails", async () => {
    const jobId = await startJob(MANAGEMENT);
    await untilEnded(fetchSigned, jobId);
    const job = await client.getPolicyPreviewJob({ jobId }).promise();
    expect(job).toMatchObject({ jobDetails: { jobStatus: "FAILED", jobError: { code: "INVALID_TARGET_ERROR" } } });
    const waited = client.waitFor("policyPreviewJobCompleted", { jobId }).promise();
    await expect(waited).rejects.toMatchObject({ code: "ResourceNotReady" });
  });

  it("cancels a job while it runs", async () => {
    const jobId = await startJob(ROOT, LONG);
    await client.cancelPolicyPreviewJob({ jobId }).promise();
    const job = await client.getPolicyPreviewJob({ jobId }).promise();
    expect(job).toMatchObject({ jobDetails: { jobStatus: "CANCELED" } });
  });

  it("starts one job for a client token, and none when the parameters are others", async () => {
    const clientToken = randomUUID();
    const start = (targetId: string) =>
      client.startPolicyPreviewJob({ ...startParameters(targetId), clientToken }).promise();
    const { jobId } = await start(PLANTS);
    expect(await start(PLANTS)).toMatchObject({ jobId });
    await expect(start(ROOT)).rejects.toEqual(refusal("ConflictException", 409, String(jobId)));
  });

  it("lists jobs page by page, and filtered", async () => {
    const pages = await pagesOf(client.listPolicyPreviewJobs({ maxResults: 3 }));
    const reports = pages.map((page) => page.analysisReports as readonly object[]);
    expect(reports.map(({ length }) => length)).toEqual([3, 1]);
    const failed = await client.listPolicyPreviewJobs({ filters: { jobStatus: "FAILED" } }).promise();
    expect(failed).toMatchObject({ analysisReports: [{ status: "FAILED" }] });
    const filteredPages = await pagesOf(client.listPolicyPreviewJobs({ filters: { targetId: PLANTS }, maxResults: 1 }));
    expect(filteredPages).toHaveLength(2);
  });

  it.each<[what: string, call: (client: SdkV2Client) => { promise(): Promise<unknown> }, says: string]>([
    ["two filters", (c) => c.listPolicyPreviewJobs({ filters: { jobStatus: "FAILED", targetId: ROOT } }), "filters"],
    ["an unknown filter", (c) => c.listPolicyPreviewJobs({ filters: { bogus: "1" } }), "`bogus`"],
    ["a bad token", (c) => c.listPolicyPreviewJobs({ nextToken: "zzz" }), "nextToken"],
    ["a bad job id", (c) => c.getPolicyPreviewJob({ jobId: "BAD/ID" }), "jobId"],
    ["a bad output", (c) => c.startPolicyPreviewJob({ ...startParameters(ROOT), outputS3Uri: "nope" }), "outputS3Uri"],
    [
      "no configuration",
      (c) => c.startPolicyPreviewJob({ ...startParameters(ROOT), policyConfigurations: [] }),
      "exactly one configuration",
    ],
  ])("is told of %s", async (_what, call, says) => {
    await expect(call(client).promise()).rejects.toEqual(refusal("ValidationException", 400, says));
  });

  it("is told of a job that is not there", async () => {
    const absent = client.getPolicyPreviewJob({ jobId: UNKNOWN_JOB }).promise();
    await expect(absent).rejects.toEqual(refusal("ResourceNotFoundException", 404, UNKNOWN_JOB));
  });

  it("is told which key may not do what", async () => {
    const as = (key: Parameters<typeof createSdkV2Client>[2]) => createSdkV2Client(endpoint, apiConfig, key);
    const start = as(tenant.reader).startPolicyPreviewJob(startParameters(ROOT)).promise();
    await expect(start).rejects.toEqual(refusal("AccessDeniedException", 403, "reader"));
    const unknown = as({ ...tenant.admin, accessKeyId: "AKIANOBODYSKEY" });
    await expect(unknown.listPolicyPreviewJobs().promise()).rejects.toEqual(
      refusal("UnrecognizedClientException", 403, "AKIANOBODYSKEY"),
    );
    const wrong = as({ ...tenant.admin, secretAccessKey: "another" });
    await expect(wrong.listPolicyPreviewJobs().promise()).rejects.toEqual(refusal("InvalidSignatureException", 403));
  });

  it("is refused policy generation", async () => {
    const policyGenerationDetails = { principalArn: `arn:aws:iam::${MANAGEMENT}:role/r` };
    const requests = [
      client.startPolicyGeneration({ policyGenerationDetails }),
      client.getGeneratedPolicy({ jobId: UNKNOWN_JOB }),
      client.cancelPolicyGeneration({ jobId: UNKNOWN_JOB }),
      client.listPolicyGenerations(),
    ];
    for (const request of requests) {
      await expect(request.promise()).rejects.toEqual(refusal("ValidationException", 400, "no policy generation"));
    }
  });

  it("deletes the configuration", async () => {
    await client.deletePolicyPreviewConfiguration().promise();
    const again = client.deletePolicyPreviewConfiguration().promise();
    await expect(again).rejects.toEqual(refusal("ResourceNotFoundException", 404));
  });
});
