import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { ServiceQuotaExceededException } from "@aws-sdk/client-accessanalyzer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceModel } from "../../bench/local/operation-schema.ts";
import { createPreviewClient } from "../../bench/local/preview-client.ts";
import { ROOT } from "../organization/snapshot-of.ts";
import { DENY_EC2, LONG, OUTPUT_URI, REGION, signedFetchOf, storeActivity } from "./activity.ts";
import { AWS_CLI_NAME, AWS_VERSION, createAwsCli, EXIT_CODES, fetchModelFiles } from "./aws-cli.ts";
import { type RunningInstance, startInstance } from "./instance.ts";
import { createSdkV2Client } from "./sdk-v2-client.ts";
import { startArguments } from "./start-arguments.ts";

describe("with RUNNING_JOBS_MAX at 1, while a job runs", () => {
  let instance: RunningInstance<"mill">;
  let model: ServiceModel;
  let client: ReturnType<typeof createPreviewClient>;
  let runningJob: string;

  const parameters = {
    policyConfigurations: [{ jobType: "SCP", targetId: ROOT, policyDocumentsList: [DENY_EC2] }],
    startTime: new Date(LONG.startTime),
    endTime: new Date(LONG.endTime),
    outputS3Uri: OUTPUT_URI,
    clientToken: randomUUID(),
  } as const;

  beforeAll(async () => {
    instance = await startInstance(["mill"], { variables: { RUNNING_JOBS_MAX: "1" } });
    const { endpoint, tenants } = instance;
    model = (await (await fetch(`${endpoint}/service-model`)).json()) as ServiceModel;
    client = createPreviewClient({ endpoint, region: REGION, ...tenants.mill.admin }, model);
    await client.createConfiguration({});
    await storeActivity(signedFetchOf(endpoint, tenants.mill), tenants.mill);
    runningJob = (await client.startJob(parameters)).jobId;
  });

  afterAll(async () => {
    client?.destroy();
    await instance?.stop();
  });

  it("refuses another one to the SDK for JavaScript v3, but tells the first one's id again", async () => {
    const error = await client.startJob({ ...parameters, clientToken: randomUUID() }).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(ServiceQuotaExceededException);
    expect(error).toMatchObject({
      message: expect.stringMatching(/\b1\b/),
      resourceId: expect.any(String),
      resourceType: expect.any(String),
      $metadata: { httpStatusCode: 402 },
    });
    expect((await client.startJob(parameters)).jobId).toBe(runningJob);
  });

  it("refuses another one to the SDK for JavaScript v2", async () => {
    const other = createSdkV2Client(instance.endpoint, model, instance.tenants.mill.admin);
    const started = other.startPolicyPreviewJob({ ...parameters, clientToken: randomUUID() }).promise();
    await expect(started).rejects.toMatchObject({ code: "ServiceQuotaExceededException", statusCode: 402 });
  });

  it.skipIf(AWS_VERSION === undefined)(
    `refuses another one to ${AWS_CLI_NAME}, until the first has ended`,
    async () => {
      const { endpoint, folder, tenants } = instance;
      const dataPath = join(folder, "models");
      await fetchModelFiles(endpoint, dataPath);
      const aws = createAwsCli({ endpoint, key: tenants.mill.admin, home: join(folder, "home"), dataPath });
      // A fresh one, which still runs when the CLI has started.
      await client.cancelJob({ jobId: runningJob });
      const { jobId } = await client.startJob({ ...parameters, clientToken: randomUUID() });
      expect(await aws.refusal(...startArguments(ROOT))).toMatchObject({
        exitCode: EXIT_CODES.refused,
        code: "ServiceQuotaExceededException",
        operation: "StartPolicyPreviewJob",
        message: expect.stringMatching(/\b1\b/),
      });
      await client.cancelJob({ jobId });
      expect(await aws.succeed(...startArguments(ROOT))).toEqual({ jobId: expect.any(String) });
    },
  );
});
