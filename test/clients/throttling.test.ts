import { join } from "node:path";
import { ThrottlingException } from "@aws-sdk/client-accessanalyzer";
import { describe, expect, inject, it } from "vitest";
import type { ServiceModel } from "../../bench/local/operation-schema.ts";
import { createPreviewClient } from "../../bench/local/preview-client.ts";
import { REGION } from "./activity.ts";
import { askUntilThrottled } from "./ask-until-throttled.ts";
import { AWS_CLI_NAME, AWS_VERSION, createAwsCli, EXIT_CODES, fetchModelFiles } from "./aws-cli.ts";

const LIST = { method: "GET", path: "/policy/preview" } as const;

describe("beyond the rate limit", () => {
  const { endpoint, folder, tenants } = inject("limited");

  it("the SDK for JavaScript v3 is told when to try again", async () => {
    const tenant = tenants.sdk3;
    const model = (await (await fetch(`${endpoint}/service-model`)).json()) as ServiceModel;
    const client = createPreviewClient({ endpoint, region: REGION, ...tenant.admin, maxAttempts: 1 }, model);
    await askUntilThrottled({ endpoint, tenant }, LIST);
    const error = await client.listJobs({}).catch((one: unknown) => one);
    client.destroy();
    expect(error).toBeInstanceOf(ThrottlingException);
    expect(error).toMatchObject({ retryAfterSeconds: 10, $metadata: { httpStatusCode: 429 } });
  });

  it.skipIf(AWS_VERSION === undefined)(`${AWS_CLI_NAME} gives up after its retries`, async () => {
    const tenant = tenants.cli;
    const dataPath = join(folder, "models");
    await fetchModelFiles(endpoint, dataPath);
    const home = join(folder, "home");
    const aws = createAwsCli({ endpoint, key: tenant.admin, home, dataPath });
    // Its three attempts take some three seconds: a period of ten may end meanwhile, but then the next one has just begun.
    const refusals = [];
    for (let call = 0; call < 3; call++) {
      await askUntilThrottled({ endpoint, tenant }, LIST);
      refusals.push(await aws.run("list-policy-preview-jobs"));
    }
    expect(refusals).toContainEqual(
      expect.objectContaining({
        exitCode: EXIT_CODES.refused,
        error: expect.stringMatching(/\(ThrottlingException\).*reached max retries/),
      }),
    );
  });
});
