import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { PLANTS } from "../organization/snapshot-of.ts";
import { signedFetchOf, untilEnded } from "./activity.ts";
import {
  AWS_CLI_NAME,
  AWS_VERSION,
  type AwsCli,
  addModel,
  createAwsCli,
  EXIT_CODES,
  fetchModelFiles,
} from "./aws-cli.ts";
import { startArguments } from "./start-arguments.ts";

describe.skipIf(AWS_VERSION === undefined)(`${AWS_CLI_NAME} after aws configure add-model`, () => {
  const { endpoint, folder, tenants } = inject("instance");
  const tenant = tenants.cliAddedModel;
  const home = join(folder, "added-model-home");
  let aws: AwsCli;

  beforeAll(async () => {
    expect(await addModel({ endpoint, home })).toEqual({ exitCode: 0, output: undefined, error: "" });
    aws = createAwsCli({ endpoint, key: tenant.admin, home });
  });

  it("calls all seven operations", async () => {
    expect(await aws.succeed("create-policy-preview-configuration")).toEqual({ status: "PENDING_CREATION" });
    expect(await aws.succeed("get-policy-preview-configuration")).toMatchObject({
      policyPreviewConfigurations: [{ scope: "GLOBAL", status: "ACTIVE" }],
    });
    const { jobId } = (await aws.succeed(...startArguments(PLANTS))) as { jobId: string };
    await untilEnded(signedFetchOf(endpoint, tenant), jobId);
    // Nobody has stored an organization for this tenant.
    expect(await aws.succeed("get-policy-preview-job", "--job-id", jobId)).toMatchObject({
      jobDetails: { jobStatus: "FAILED", jobError: { code: "INVALID_ORGANIZATION_CONFIGURATION" } },
    });
    const filtered = ["list-policy-preview-jobs", "--filters", "jobStatus=FAILED", "--max-results", "1"];
    expect(await aws.succeed(...filtered)).toMatchObject({ analysisReports: [{ jobId, status: "FAILED" }] });
    const late = await aws.refusal("cancel-policy-preview-job", "--job-id", jobId);
    expect(late).toMatchObject({ exitCode: EXIT_CODES.refused, code: "ValidationException" });
  });

  it("knows no waiters and no paging until the other two files lie beside the model", async () => {
    const wait = ["wait", "policy-preview-configuration-active"] as const;
    expect(await aws.run(...wait)).toMatchObject({ exitCode: EXIT_CODES.usage });
    await fetchModelFiles(endpoint, join(home, ".aws", "models"), ["waiters-2.json", "paginators-1.json"]);
    expect(await aws.succeed(...wait)).toBeUndefined();
    expect(await aws.succeed("list-policy-preview-jobs", "--max-items", "1")).toMatchObject({
      analysisReports: [{ status: "FAILED" }],
    });
  });

  it("deletes the configuration", async () => {
    expect(await aws.succeed("delete-policy-preview-configuration")).toBeUndefined();
    const absent = await aws.refusal("delete-policy-preview-configuration");
    expect(absent).toMatchObject({ exitCode: EXIT_CODES.refused, code: "ResourceNotFoundException" });
  });
});
