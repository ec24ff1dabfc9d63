/**
 * `npm start`: the whole service on this machine, on state that stays in `.local/`, until Ctrl-C.
 *
 * Usage: npm start -- [--port <number>] [--account <12 digits>]
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeFault, type Fault, failure, type Result, success } from "../../host/domain/fault.ts";
import { type LocalKey, readOrCreateLocalKey } from "./local-key.ts";
import { startRuntime } from "./runtime.ts";

const DEFAULT_PORT = 8787;
const LARGEST_PORT = 65_535;
const STATE_FOLDER = fileURLToPath(new URL("../../.local", import.meta.url));

interface StartArguments {
  readonly port: number;
  readonly account: string | undefined;
}

/** Reads the arguments after the script's name; a fault names the one that is wrong. */
export function readStartArguments(argv: readonly string[]): Result<StartArguments> {
  let values: { port?: string | undefined; account?: string | undefined };
  try {
    values = parseArgs({ args: [...argv], options: { port: { type: "string" }, account: { type: "string" } } }).values;
  } catch (error) {
    return failure({ code: "bad-argument", message: (error as Error).message });
  }
  const port = values.port === undefined ? DEFAULT_PORT : Number(values.port);
  if (!Number.isInteger(port) || port < 1 || port > LARGEST_PORT) {
    return failure({
      code: "bad-port",
      message: `--port \`${values.port}\` is not a port number (1 to ${LARGEST_PORT})`,
    });
  }
  if (values.account !== undefined && !/^\d{12}$/.test(values.account)) {
    return failure({
      code: "bad-account",
      message: `--account \`${values.account}\` is not an account id of 12 digits`,
    });
  }
  return success({ port, account: values.account });
}

/** What a person needs to call the service with the AWS CLI. */
export function describeEndpoint(endpoint: string, key: LocalKey): string {
  return `
scp-preview serves ${endpoint}
  access key  ${key.accessKeyId}
  secret      ${key.secretAccessKey}
  account     ${key.accountId}

With the AWS CLI:
  curl --silent ${endpoint}/service-model > scp-preview.json
  aws configure add-model --service-model file://scp-preview.json --service-name accessanalyzer
  for part in waiters-2 paginators-1; do curl --silent ${endpoint}/service-model/$part.json > ~/.aws/models/accessanalyzer/2019-11-01/$part.json; done
  export AWS_ACCESS_KEY_ID=${key.accessKeyId} AWS_SECRET_ACCESS_KEY=${key.secretAccessKey} AWS_DEFAULT_REGION=us-east-1
  aws --endpoint-url ${endpoint} accessanalyzer create-policy-preview-configuration

State is kept in ${STATE_FOLDER}. Ctrl-C stops.`;
}

function complain(faults: readonly Fault[]): void {
  for (const fault of faults) console.error(describeFault(fault));
}

async function main(): Promise<number> {
  const read = readStartArguments(process.argv.slice(2));
  if (!read.ok) {
    complain(read.faults);
    return 2;
  }
  const key = await readOrCreateLocalKey(join(STATE_FOLDER, "access-key.json"), read.value.account);
  if (!key.ok) {
    complain(key.faults);
    return 2;
  }
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  console.log("Starting …");
  const started = await startRuntime({ stateFolder: STATE_FOLDER, port: read.value.port, keys: [key.value] });
  if (!started.ok) {
    complain(started.faults);
    return 1;
  }
  console.log(describeEndpoint(started.value.endpoint, key.value));
  const reason = await Promise.race([interrupted.then(() => "asked"), started.value.ended.then(() => "ended")]);
  await started.value.stop();
  if (reason === "asked") return 0;
  console.error(`The Worker ended by itself; see ${started.value.logFile}`);
  return 1;
}

if (import.meta.main) process.exit(await main());
