/** The AWS CLI of this machine, whichever there is, told of the preview operations by the instance's own description. */
import { execFile, spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LocalKey } from "../../bench/local/local-key.ts";

/** A call takes one to three seconds, most of it to start Python. */
const CALL_LIMIT_MS = 60_000;

/** `aws-cli/2.9.19 Python/…`, or undefined when there is none. */
export function awsVersion(): string | undefined {
  const { error, status, stdout } = spawnSync("aws", ["--version"], { encoding: "utf8", timeout: CALL_LIMIT_MS });
  return error === undefined && status === 0 ? stdout.trim() : undefined;
}

export interface AwsAnswer {
  readonly exitCode: number;
  /** What it printed, read as JSON; undefined when it printed nothing. */
  readonly output: unknown;
  readonly error: string;
}

export interface AwsOptions {
  readonly endpoint: string;
  readonly key: LocalKey;
  /** For the model files; no other configuration of the user is read. */
  readonly folder: string;
}

/**
 * Writes what `GET /service-model` answers where botocore looks for models, and gives a function that runs
 * `aws accessanalyzer` with some arguments. Never rejects for what the CLI answers.
 */
export async function createAwsCli({ endpoint, key, folder }: AwsOptions) {
  const { waiters, paginators, ...service } = (await (await fetch(`${endpoint}/service-model`)).json()) as Record<
    string,
    unknown
  >;
  const models = join(folder, "models");
  const place = join(models, "accessanalyzer", "2019-11-01");
  await mkdir(place, { recursive: true });
  await writeFile(join(place, "service-2.json"), JSON.stringify(service));
  await writeFile(join(place, "waiters-2.json"), JSON.stringify({ version: 2, waiters }));
  await writeFile(join(place, "paginators-1.json"), JSON.stringify({ pagination: paginators }));
  const environment = {
    ...process.env,
    AWS_DATA_PATH: models,
    AWS_CONFIG_FILE: join(folder, "no-config"),
    AWS_SHARED_CREDENTIALS_FILE: join(folder, "no-credentials"),
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    AWS_DEFAULT_REGION: "eu-west-1",
    AWS_DEFAULT_OUTPUT: "json",
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_PAGER: "",
  };
  return (args: readonly string[], changes: Readonly<Record<string, string>> = {}): Promise<AwsAnswer> =>
    new Promise((resolve) => {
      const options = { env: { ...environment, ...changes }, timeout: CALL_LIMIT_MS };
      execFile("aws", ["--endpoint-url", endpoint, "accessanalyzer", ...args], options, (error, stdout, stderr) => {
        const output = stdout.trim() === "" ? undefined : (JSON.parse(stdout) as unknown);
        resolve({ exitCode: error === null ? 0 : Number(error.code ?? -1), output, error: stderr.trim() });
      });
    });
}

export type AwsCli = Awaited<ReturnType<typeof createAwsCli>>;
