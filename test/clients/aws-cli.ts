/** The AWS CLI of this machine, Debian's if it is there, told of the preview operations by the instance's own description. */
import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { AccessKey } from "../../host/account/access-keys.ts";
import { REGION } from "./activity.ts";

const DEBIANS = "/usr/bin/aws";
/** Another one may stand before it on the path, and that may be of version 1. */
const COMMAND = existsSync(DEBIANS) ? DEBIANS : "aws";
/** A call takes one to three seconds, most of it to start Python. */
const CALL_LIMIT_MS = 50_000;
const OUTPUT_MAX_BYTES = 16 * 1024 * 1024;

/** `aws-cli/2.9.19`, or undefined when there is none. */
export const AWS_VERSION = readVersion();

/** For the names of tests. */
export const AWS_CLI_NAME =
  AWS_VERSION === undefined ? "the AWS CLI (none here: apt-get install awscli)" : `the AWS CLI (${AWS_VERSION})`;

/**
 * What the CLI ends with: the service refused · the CLI refused a value itself · it does not know the command, or misses
 * an option · a waiter failed.
 */
export const EXIT_CODES = AWS_VERSION?.startsWith("aws-cli/1.")
  ? { refused: 255, value: 255, usage: 2, waiter: 255 }
  : { refused: 254, value: 252, usage: 252, waiter: 255 };

function readVersion(): string | undefined {
  const { error, status, stdout } = spawnSync(COMMAND, ["--version"], { encoding: "utf8", timeout: CALL_LIMIT_MS });
  return error === undefined && status === 0 ? stdout.trim().split(" ")[0] : undefined;
}

export interface AwsAnswer {
  readonly exitCode: number;
  /** What it printed, read as JSON; undefined when it printed nothing. */
  readonly output: unknown;
  readonly error: string;
}

/** A refusal of the service, as the CLI tells it. */
export interface Refusal {
  readonly exitCode: number;
  readonly code: string;
  readonly operation: string;
  readonly message: string;
}

export interface AwsCli {
  /** `aws accessanalyzer` with these arguments. Never rejects for what the CLI answers. */
  run(...args: readonly string[]): Promise<AwsAnswer>;
  /** What it printed; rejects unless it ends with 0 and complains of nothing. */
  succeed(...args: readonly string[]): Promise<unknown>;
  /** Rejects unless the service refused. */
  refusal(...args: readonly string[]): Promise<Refusal>;
  /** The same with other variables of the environment. */
  with(variables: Readonly<Record<string, string>>): AwsCli;
}

export interface AwsOptions {
  readonly endpoint: string;
  readonly key: AccessKey;
  /** Stands for the user's home. */
  readonly home: string;
  /** A data path of botocore; without it the CLI knows what `aws configure add-model` has put into the home. */
  readonly dataPath?: string;
}

export function createAwsCli({ endpoint, key, home, dataPath }: AwsOptions): AwsCli {
  return bind(endpoint, {
    ...environmentOf(home),
    ...(dataPath === undefined ? {} : { AWS_DATA_PATH: dataPath }),
    AWS_ACCESS_KEY_ID: key.accessKeyId,
    AWS_SECRET_ACCESS_KEY: key.secretAccessKey,
    AWS_DEFAULT_REGION: REGION,
    AWS_DEFAULT_OUTPUT: "json",
  });
}

/** Nothing that the user of this machine has set, in a file or in a variable, may reach the CLI. */
function environmentOf(home: string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("AWS_"));
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    // The CLI reads a bare date in the zone of the machine.
    TZ: "UTC",
    AWS_CONFIG_FILE: join(home, "no-config"),
    AWS_SHARED_CREDENTIALS_FILE: join(home, "no-credentials"),
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_PAGER: "",
  };
}

function bind(endpoint: string, environment: NodeJS.ProcessEnv): AwsCli {
  const cli: AwsCli = {
    run: (...args) => execute(["--endpoint-url", endpoint, "accessanalyzer", ...args], environment),
    async succeed(...args) {
      const { exitCode, output, error } = await cli.run(...args);
      if (exitCode !== 0 || error !== "") throw new Error(`aws ${args.join(" ")} ended with ${exitCode}: ${error}`);
      return output;
    },
    async refusal(...args) {
      const { exitCode, error } = await cli.run(...args);
      const told = /An error occurred \((\w+)\) when calling the (\w+) operation: (.*)/s.exec(error);
      if (told === null) throw new Error(`aws ${args.join(" ")} told of no refusal, ended with ${exitCode}: ${error}`);
      const [, code = "", operation = "", message = ""] = told;
      return { exitCode, code, operation, message };
    },
    with: (variables) => bind(endpoint, { ...environment, ...variables }),
  };
  return cli;
}

/** `aws` with these arguments. */
function execute(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<AwsAnswer> {
  return new Promise((resolve) => {
    const options = { env: environment, timeout: CALL_LIMIT_MS, maxBuffer: OUTPUT_MAX_BYTES };
    execFile(COMMAND, args, options, (error, stdout, stderr) => {
      const output = stdout.trim() === "" ? undefined : (JSON.parse(stdout) as unknown);
      resolve({ exitCode: error === null ? 0 : Number(error.code ?? -1), output, error: stderr.trim() });
    });
  });
}

const MODEL_FILES = ["service-2.json", "waiters-2.json", "paginators-1.json"];

/** Lays the service's model files, or some of them, where botocore looks for them below `path`. */
export async function fetchModelFiles(endpoint: string, path: string, files = MODEL_FILES): Promise<void> {
  const place = join(path, "accessanalyzer", "2019-11-01");
  await mkdir(place, { recursive: true });
  for (const file of files) {
    const response = await fetch(`${endpoint}/service-model/${file}`);
    if (!response.ok) throw new Error(`GET /service-model/${file} was answered ${response.status}`);
    await writeFile(join(place, file), await response.text());
  }
}

/** `aws configure add-model` with what GET /service-model answers, into the home of the CLI. */
export async function addModel({ endpoint, home }: Pick<AwsOptions, "endpoint" | "home">): Promise<AwsAnswer> {
  await mkdir(home, { recursive: true });
  const file = join(home, "scp-preview.json");
  await writeFile(file, await (await fetch(`${endpoint}/service-model`)).text());
  const args = ["configure", "add-model", "--service-model", `file://${file}`, "--service-name", "accessanalyzer"];
  return execute(args, environmentOf(home));
}
