import { randomUUID } from "node:crypto";
import {
  AccessAnalyzerClient,
  CancelPolicyGenerationCommand,
  ConflictException,
  GetGeneratedPolicyCommand,
  ListPolicyGenerationsCommand,
  ResourceNotFoundException,
  StartPolicyGenerationCommand,
  ValidationException,
} from "@aws-sdk/client-accessanalyzer";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { ServiceModel } from "../../bench/local/operation-schema.ts";
import { createPreviewClient, type PreviewClient } from "../../bench/local/preview-client.ts";
import type { AccessKey } from "../../host/account/access-keys.ts";
import { MANAGEMENT, PLANTS, ROOT } from "../organization/snapshot-of.ts";
import { DAY, DENY_EC2, LONG, OUTPUT_URI, REGION, signedFetchOf, storeActivity, untilEnded } from "./activity.ts";

const UNKNOWN_JOB = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const JOBS = 5;
const OK = { $metadata: { httpStatusCode: 200, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) } };

describe("the AWS SDK for JavaScript v3 with commands made from the model", () => {
  const { endpoint, tenants } = inject("instance");
  const tenant = tenants.sdk3;
  const fetchSigned = signedFetchOf(endpoint, tenant);
  const clients: { destroy(): void }[] = [];
  let model: ServiceModel;
  let client: PreviewClient;

  function connect({ accessKeyId, secretAccessKey }: Pick<AccessKey, "accessKeyId" | "secretAccessKey">) {
    const connected = createPreviewClient({ endpoint, region: REGION, accessKeyId, secretAccessKey }, model);
    clients.push(connected);
    return connected;
  }

  beforeAll(async () => {
    model = (await (await fetch(`${endpoint}/service-model`)).json()) as ServiceModel;
    client = connect(tenant.admin);
  });
  afterAll(() => {
    for (const one of clients) one.destroy();
  });

  function startParameters(targetId: string, window: { readonly startTime: string; readonly endTime: string } = DAY) {
    return {
      policyConfigurations: [{ jobType: "SCP", targetId, policyDocumentsList: [DENY_EC2] }],
      startTime: new Date(window.startTime),
      endTime: new Date(window.endTime),
      outputS3Uri: OUTPUT_URI,
    } as const;
  }

  /** What the promise rejects with. */
  const refusalOf = (promise: Promise<unknown>) =>
    promise.then(
      (answer) => Promise.reject(new Error(`was not refused, but answered ${JSON.stringify(answer)}`)),
      (error: unknown) => error,
    );

  it("creates a configuration, and finds it ACTIVE when it asks", async () => {
    const absent = await refusalOf(client.getConfiguration());
    expect(absent).toBeInstanceOf(ResourceNotFoundException);
    expect(absent).toMatchObject({ resourceId: "GLOBAL", resourceType: "PolicyPreviewConfiguration" });
    expect(await client.createConfiguration({ scope: "GLOBAL" })).toMatchObject({ ...OK, status: "PENDING_CREATION" });
    await expect
      .poll(() => client.getConfiguration())
      .toMatchObject({ policyPreviewConfigurations: [{ status: "ACTIVE", createdAt: expect.any(Date) }] });
    const exists = await refusalOf(client.createConfiguration({}));
    expect(exists).toBeInstanceOf(ConflictException);
    expect(exists).toMatchObject({ resourceType: "PolicyPreviewConfiguration", $metadata: { httpStatusCode: 409 } });
  });

  it("previews, and reads times to the millisecond", async () => {
    await storeActivity(fetchSigned, tenant);
    const startTime = new Date("2026-11-24T00:00:00.500Z");
    const started = await client.startJob({ ...startParameters(PLANTS), startTime });
    expect(started).toMatchObject(OK);
    await untilEnded(fetchSigned, started.jobId);
    const job = await client.getJob({ jobId: started.jobId });
    expect(job).toMatchObject({
      ...OK,
      jobParameters: { startTime, endTime: new Date(DAY.endTime), policyConfigurations: [{ targetId: PLANTS }] },
      jobDetails: { jobStatus: "COMPLETED", submittedAt: expect.any(Date), completedAt: expect.any(Date) },
      outputS3Uri: OUTPUT_URI,
    });
    expect(await refusalOf(client.cancelJob({ jobId: started.jobId }))).toMatchObject({
      name: "ValidationException",
      fieldList: [{ name: "jobId", message: expect.stringContaining("ended") }],
    });
  });

  it("reads why a job failed", async () => {
    const { jobId } = await client.startJob(startParameters(MANAGEMENT));
    await untilEnded(fetchSigned, jobId);
    expect((await client.getJob({ jobId })).jobDetails).toMatchObject({
      jobStatus: "FAILED",
      jobError: { code: "INVALID_TARGET_ERROR", message: expect.stringContaining(MANAGEMENT) },
    });
  });

  it("cancels a job while it runs", async () => {
    const { jobId } = await client.startJob(startParameters(ROOT, LONG));
    expect(await client.cancelJob({ jobId })).toMatchObject(OK);
    expect((await client.getJob({ jobId })).jobDetails?.jobStatus).toBe("CANCELED");
  });

  it("starts one job for a client token, and none when the parameters are others", async () => {
    const clientToken = randomUUID();
    const [first, second] = await Promise.all([
      client.startJob({ ...startParameters(PLANTS), clientToken }),
      client.startJob({ ...startParameters(PLANTS), clientToken }),
    ]);
    expect(second.jobId).toBe(first.jobId);
    const other = await refusalOf(client.startJob({ ...startParameters(ROOT), clientToken }));
    expect(other).toBeInstanceOf(ConflictException);
    expect(other).toMatchObject({ resourceId: first.jobId, resourceType: "PolicyPreviewJob" });
  });

  it("lists jobs page by page, and filtered", async () => {
    await client.startJob(startParameters(PLANTS));
    const pages: string[][] = [];
    let nextToken: string | undefined;
    do {
      const page = await client.listJobs({ maxResults: 2, ...(nextToken === undefined ? {} : { nextToken }) });
      pages.push(page.analysisReports.map(({ jobId }) => jobId));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    expect(pages.map(({ length }) => length)).toEqual([2, 2, 1]);
    expect(new Set(pages.flat()).size).toBe(JOBS);
    const canceled = await client.listJobs({ filters: { jobStatus: "CANCELED" } });
    expect(canceled.analysisReports).toMatchObject([{ status: "CANCELED", submittedAt: expect.any(Date) }]);
    const ofPlants = await client.listJobs({ filters: { targetId: PLANTS } });
    expect(ofPlants.analysisReports).toHaveLength(3);
  });

  it("reads every exception with its members", async () => {
    const configuration = { jobType: "RCP" as "SCP", targetId: "zzz", policyDocumentsList: ["{"] };
    const invalid = await refusalOf(
      client.startJob({ ...startParameters(ROOT), policyConfigurations: [configuration], outputS3Uri: "nope" }),
    );
    expect(invalid).toBeInstanceOf(ValidationException);
    expect(invalid).toMatchObject({
      name: "ValidationException",
      reason: "fieldValidationFailed",
      fieldList: [
        { name: "policyConfigurations[0].jobType" },
        { name: "policyConfigurations[0].targetId" },
        { name: "outputS3Uri" },
      ],
      $fault: "client",
      $metadata: { httpStatusCode: 400, requestId: expect.any(String) },
    });
    const filters = { jobStatus: "FAILED", targetId: ROOT };
    expect(await refusalOf(client.listJobs({ filters }))).toMatchObject({ fieldList: [{ name: "filters" }] });
    expect(await refusalOf(client.listJobs({ maxResults: 0 }))).toMatchObject({ fieldList: [{ name: "maxResults" }] });
    expect(await refusalOf(client.getJob({ jobId: "BAD/ID" }))).toMatchObject({ fieldList: [{ name: "jobId" }] });
    expect(await refusalOf(client.getJob({ jobId: UNKNOWN_JOB }))).toMatchObject({
      name: "ResourceNotFoundException",
      resourceId: UNKNOWN_JOB,
      resourceType: "PolicyPreviewJob",
      $metadata: { httpStatusCode: 404 },
    });
  });

  it("is told which key may not do what", async () => {
    const reader = connect(tenant.reader);
    expect(await reader.listJobs({})).toMatchObject(OK);
    const refusals = await Promise.all([
      refusalOf(reader.startJob(startParameters(ROOT))),
      refusalOf(connect({ ...tenant.admin, accessKeyId: "AKIANOBODYSKEY" }).listJobs({})),
      refusalOf(connect({ ...tenant.admin, secretAccessKey: "another" }).listJobs({})),
    ]);
    expect(refusals.map((error) => (error as Error).name)).toEqual([
      "AccessDeniedException",
      "UnrecognizedClientException",
      "InvalidSignatureException",
    ]);
    for (const error of refusals) expect(error).toMatchObject({ $metadata: { httpStatusCode: 403 } });
  });

  it("is refused the policy generation of its own package", async () => {
    const { accessKeyId, secretAccessKey } = tenant.admin;
    const own = new AccessAnalyzerClient({ endpoint, region: REGION, credentials: { accessKeyId, secretAccessKey } });
    clients.push(own);
    const policyGenerationDetails = { principalArn: `arn:aws:iam::${MANAGEMENT}:role/r` };
    const refusals = await Promise.all([
      refusalOf(own.send(new StartPolicyGenerationCommand({ policyGenerationDetails }))),
      refusalOf(own.send(new GetGeneratedPolicyCommand({ jobId: UNKNOWN_JOB }))),
      refusalOf(own.send(new CancelPolicyGenerationCommand({ jobId: UNKNOWN_JOB }))),
      refusalOf(own.send(new ListPolicyGenerationsCommand({}))),
    ]);
    for (const error of refusals) {
      expect(error).toBeInstanceOf(ValidationException);
      expect(error).toMatchObject({ reason: "unknownOperation", $metadata: { httpStatusCode: 400 } });
    }
  });

  it("deletes the configuration", async () => {
    expect(await client.deleteConfiguration()).toMatchObject(OK);
    expect(await refusalOf(client.deleteConfiguration())).toBeInstanceOf(ResourceNotFoundException);
  });
});
