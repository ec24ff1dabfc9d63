import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { ROOT, SHOP } from "../organization/snapshot-of.ts";
import { AWS_CLI_NAME, AWS_VERSION, type AwsCli, createAwsCli, EXIT_CODES, fetchModelFiles } from "./aws-cli.ts";
import { type StartChanges, startArguments } from "./start-arguments.ts";

const UNKNOWN_JOB = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const DOCUMENT_CHARACTERS_MAX = 5_120;
const BODY_MAX_BYTES = 1024 * 1024;
const NEXT_YEAR = new Date(Date.now() + 365 * 86_400_000).toISOString();

const CONFIGURATION = { jobType: "SCP", targetId: ROOT, policyDocumentsList: ["{}"] };
const EMPTY_POLICY = '{"Version":"2012-10-17"}';

/** What is wrong, and what the message must say. */
const WRONG_STARTS: readonly [what: string, changes: StartChanges, says: string][] = [
  ["a job of another type", wrongConfiguration({ jobType: "RCP" }), "policyConfigurations[0].jobType"],
  ["a target that is none", wrongConfiguration({ targetId: "zzz" }), "policyConfigurations[0].targetId"],
  ["no configuration", { configurations: "[]" }, "exactly one configuration, not 0"],
  ["two", { configurations: JSON.stringify([CONFIGURATION, CONFIGURATION]) }, "exactly one configuration, not 2"],
  ["no document", wrongConfiguration({ policyDocumentsList: [] }), "at least one policy document"],
  ["a document too long", { document: " ".repeat(DOCUMENT_CHARACTERS_MAX + 1) }, "5121 characters"],
  ["a document that is no JSON", { document: "{" }, "policyConfigurations[0].policyDocumentsList[0]: 1:2"],
  ["a document without statements", { document: EMPTY_POLICY }, "no `Statement`"],
  ["an end at the start", { startTime: "2026-11-24T00:00:00Z", endTime: "2026-11-24T00:00:00Z" }, "endTime"],
  ["a start that is to come, without an end", { startTime: NEXT_YEAR, endTime: null }, "startTime"],
  ["an output that is no S3 URI", { outputS3Uri: "nope" }, "outputS3Uri"],
];

function wrongConfiguration(member: Partial<typeof CONFIGURATION>): StartChanges {
  return { configurations: JSON.stringify([{ ...CONFIGURATION, ...member }]) };
}

const WRONG_REQUESTS: readonly [args: readonly string[], says: string][] = [
  [["get-policy-preview-job", "--job-id", "BAD/ID"], "jobId: must match"],
  [["get-policy-preview-job", "--job-id", ""], "jobId: must match"],
  [["cancel-policy-preview-job", "--job-id", "BAD/ID"], "jobId: must match"],
  // Arrives at the path of StartPolicyPreviewJob and must not start one.
  [["cancel-policy-preview-job", "--job-id", ""], "jobId: must match"],
  [["list-policy-preview-jobs", "--filters", `jobStatus=FAILED,targetId=${SHOP}`], "at most 1 entry"],
  [["list-policy-preview-jobs", "--filters", "bogus=1"], "`bogus`"],
  [["list-policy-preview-jobs", "--filters", "jobStatus=DONE"], "filters.jobStatus"],
  [["list-policy-preview-jobs", "--filters", "targetId=zzz"], "filters.targetId"],
  [["list-policy-preview-jobs", "--starting-token", "zzz"], "nextToken"],
];

const GENERATION: readonly (readonly string[])[] = [
  ["start-policy-generation", "--policy-generation-details", `principalArn=arn:aws:iam::${SHOP}:role/r`],
  ["get-generated-policy", "--job-id", UNKNOWN_JOB],
  ["cancel-policy-generation", "--job-id", UNKNOWN_JOB],
  ["list-policy-generations"],
];

const CHANGES: readonly (readonly string[])[] = [
  startArguments(ROOT),
  ["cancel-policy-preview-job", "--job-id", UNKNOWN_JOB],
  ["create-policy-preview-configuration"],
  ["delete-policy-preview-configuration"],
];

describe.skipIf(AWS_VERSION === undefined).concurrent(`What ${AWS_CLI_NAME} is refused`, () => {
  const { endpoint, folder, tenants } = inject("instance");
  const { admin, reader, neighbour } = tenants.cliRefusals;
  const home = join(folder, "cli-refusals-home");
  let aws: AwsCli;

  beforeAll(async () => {
    const dataPath = join(folder, "models-of-refusals");
    await fetchModelFiles(endpoint, dataPath);
    aws = createAwsCli({ endpoint, key: admin, home, dataPath });
    await aws.succeed("create-policy-preview-configuration");
  });

  const refused = (code: string, says = "") => ({
    exitCode: EXIT_CODES.refused,
    code,
    message: expect.stringContaining(says),
  });

  it.each(WRONG_STARTS)("%s", async (_what, changes, says) => {
    expect(await aws.refusal(...startArguments(ROOT, changes))).toMatchObject(refused("ValidationException", says));
  });

  it("a body over the limit", async () => {
    const file = join(folder, "large.json");
    const large = { ...CONFIGURATION, policyDocumentsList: [" ".repeat(BODY_MAX_BYTES)] };
    await writeFile(file, JSON.stringify([large]));
    const answer = await aws.refusal(...startArguments(ROOT, { configurations: `file://${file}` }));
    expect(answer).toMatchObject(refused("RequestEntityTooLargeException", "1048576 bytes"));
  });

  it.each(WRONG_REQUESTS)("%j", async (args, says) => {
    expect(await aws.refusal(...args)).toMatchObject(refused("ValidationException", says));
  });

  it.each(["get-policy-preview-job", "cancel-policy-preview-job"])("%s of a job that is not there", async (command) => {
    const answer = await aws.refusal(command, "--job-id", UNKNOWN_JOB);
    expect(answer).toMatchObject(refused("ResourceNotFoundException", UNKNOWN_JOB));
  });

  it("a job of another account, in the same words", async () => {
    const { accessKeyId, secretAccessKey } = neighbour;
    const other = aws.with({ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey });
    const { jobId } = (await other.succeed(...startArguments(ROOT))) as { jobId: string };
    const theirs = await aws.refusal("get-policy-preview-job", "--job-id", jobId);
    expect(theirs).toMatchObject(refused("ResourceNotFoundException", jobId));
    const none = await aws.refusal("get-policy-preview-job", "--job-id", UNKNOWN_JOB);
    expect(theirs.message.replace(jobId, UNKNOWN_JOB)).toBe(none.message);
  });

  it("which resource was not found (seen with --debug)", async () => {
    const { error } = await aws.run("get-policy-preview-job", "--job-id", UNKNOWN_JOB, "--debug");
    expect(error).toContain(`"resourceId":"${UNKNOWN_JOB}","resourceType":"PolicyPreviewJob"`);
  });

  it.each(GENERATION)("policy generation: %s", async (...args) => {
    const { exitCode, error } = await aws.run(...args, "--debug");
    expect(exitCode).toBe(EXIT_CODES.refused);
    expect(error).toContain("An error occurred (ValidationException)");
    expect(error).toContain('"reason":"unknownOperation"');
  });

  it.each(CHANGES)("as a reader: %s", async (...args) => {
    const { accessKeyId, secretAccessKey } = reader;
    const readers = aws.with({ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey });
    expect(await readers.refusal(...args)).toMatchObject(refused("AccessDeniedException", "the role `reader`"));
  });

  it("with a key that is not known", async () => {
    const answer = await aws.with({ AWS_ACCESS_KEY_ID: "AKIANOBODYSKEY" }).refusal("list-policy-preview-jobs");
    expect(answer).toMatchObject(refused("UnrecognizedClientException", "AKIANOBODYSKEY"));
  });

  it("with a wrong secret", async () => {
    const answer = await aws.with({ AWS_SECRET_ACCESS_KEY: "another" }).refusal("list-policy-preview-jobs");
    expect(answer).toMatchObject(refused("InvalidSignatureException", "secret access key"));
  });

  it("without a signature", async () => {
    const answer = await aws.refusal("list-policy-preview-jobs", "--no-sign-request");
    expect(answer).toMatchObject(refused("MissingAuthenticationTokenException", "not signed"));
  });

  it("by a waiter, for a job that is not there", async () => {
    const { exitCode, error } = await aws.run("wait", "policy-preview-job-completed", "--job-id", UNKNOWN_JOB);
    expect([exitCode, error]).toEqual([EXIT_CODES.waiter, expect.stringContaining("(ResourceNotFoundException)")]);
  });

  it.each([
    ["a page of no jobs", ["list-policy-preview-jobs", "--page-size", "0"], "value", "valid min value: 1"],
    ["a time that is none", startArguments(ROOT, { startTime: "nonsense" }), "value", "startTime"],
    ["a start of nothing", ["start-policy-preview-job"], "usage", "required: --policy-configurations"],
  ] as const)("by the CLI itself: %s", async (_what, args, kind, says) => {
    const { exitCode, error } = await aws.run(...args);
    expect([exitCode, error]).toEqual([EXIT_CODES[kind], expect.stringContaining(says)]);
  });
});
