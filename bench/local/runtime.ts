/**
 * The Worker on this machine: starts `wrangler dev` from node_modules on a port and a state folder, waits until it
 * answers, and stops it with everything it started. Uses no network beyond 127.0.0.1, asks no questions, and ends only
 * what it started itself.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { AccessKey } from "../../host/account/access-keys.ts";
import { failure, type Result, success } from "../../host/domain/fault.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ADDRESS = "127.0.0.1";
/** Bundling on a slow machine; a start that takes longer has failed. */
const START_LIMIT = 90_000;
const HEALTH_INTERVAL = 150;
/** How long the processes may take to end before they are killed. */
const STOP_LIMIT = 8_000;
const STOP_INTERVAL = 50;
/** Lines of the log that are shown when a start fails. */
const LOG_TAIL = 40;

export interface RuntimeOptions {
  /** Storage, logs and the file with the keys; made when absent. */
  readonly stateFolder: string;
  /** A free one is taken when absent. */
  readonly port?: number;
  readonly keys: readonly AccessKey[];
  /** Variables of the Worker besides those of `wrangler.toml`. */
  readonly variables?: Readonly<Record<string, string>>;
  /** For the tests of this file; the repository's `wrangler.toml` when absent. */
  readonly configFile?: string;
}

export interface Runtime {
  /** `http://127.0.0.1:port`. */
  readonly endpoint: string;
  /** Also the id of the process group with everything that was started. */
  readonly pid: number;
  readonly logFile: string;
  /** Fulfilled when the Worker has ended, asked or not. */
  readonly ended: Promise<void>;
  /** Ends all processes and waits for it; state stays. May be called again. */
  stop(): Promise<void>;
  /** Ends all processes without a warning, as a crash would, and waits for it. */
  kill(): Promise<void>;
}

/** Fulfilled when `GET /health` answers 200. Faults: `port-taken`, `start-failed` (with the end of the log). */
export async function startRuntime(options: RuntimeOptions): Promise<Result<Runtime>> {
  const port = options.port ?? (await freePort());
  if (!(await isFree(port))) {
    return failure({
      code: "port-taken",
      message: `port \`${port}\` of ${ADDRESS} is taken; end what uses it or give another one with --port`,
    });
  }
  await mkdir(options.stateFolder, { recursive: true });
  const logFile = join(options.stateFolder, "worker.log");
  const child = await spawnWorker(options, port, logFile);
  const pid = child.pid;
  if (pid === undefined) return failure({ code: "start-failed", message: `could not run ${process.execPath}` });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const group = createGroup(pid);
  const runtime: Runtime = {
    endpoint: `http://${ADDRESS}:${port}`,
    pid,
    logFile,
    ended,
    stop: () => group.end("SIGTERM"),
    kill: () => group.end("SIGKILL"),
  };
  if (await isHealthy(runtime)) return success(runtime);
  await runtime.stop();
  const tail = (await readFile(logFile, "utf8")).trimEnd().split("\n").slice(-LOG_TAIL).join("\n");
  return failure({
    code: "start-failed",
    message: `the Worker did not start; its log \`${logFile}\` ends with\n${tail}`,
  });
}

async function spawnWorker(options: RuntimeOptions, port: number, logFile: string): Promise<ChildProcess> {
  const { stateFolder } = options;
  // A file, because the arguments of a process are there for every user of the machine to read.
  const keyFile = join(stateFolder, "worker.env");
  const variables = { ...options.variables, ACCESS_KEYS: JSON.stringify(options.keys) };
  const lines = Object.entries(variables).map(([name, value]) => `${name}='${value}'\n`);
  await writeFile(keyFile, lines.join(""), { mode: 0o600 });
  const log = openSync(logFile, "a", 0o600);
  const flags = [
    "--ip",
    ADDRESS,
    "--port",
    String(port),
    "--inspector-port",
    "0",
    "--persist-to",
    join(stateFolder, "state"),
  ];
  const config = options.configFile ?? join(ROOT, "wrangler.toml");
  const wrangler = join(ROOT, "node_modules/wrangler/bin/wrangler.js");
  const command = [wrangler, "dev", "--local", "--config", config, "--env-file", keyFile, ...flags];
  const child = spawn(process.execPath, [...command, "--show-interactive-dev-session=false"], {
    cwd: ROOT,
    // A group of its own: it ends as a whole, and Ctrl-C reaches it through us alone.
    detached: true,
    stdio: ["ignore", log, log],
    env: { ...process.env, ...quietSettings(stateFolder) },
  });
  closeSync(log);
  return child;
}

/** No questions, no metrics, no look for updates, no fetch of sample data, no files outside the state folder. */
function quietSettings(stateFolder: string): Readonly<Record<string, string>> {
  return {
    CI: "1",
    NO_COLOR: "1",
    CLOUDFLARE_CF_FETCH_ENABLED: "false",
    WRANGLER_HIDE_BANNER: "true",
    WRANGLER_SEND_METRICS: "false",
    WRANGLER_SEND_ERROR_REPORTS: "false",
    WRANGLER_LOG_PATH: join(stateFolder, "wrangler-logs"),
    WRANGLER_REGISTRY_PATH: join(stateFolder, "registry"),
  };
}

async function isHealthy(runtime: Runtime): Promise<boolean> {
  const deadline = Date.now() + START_LIMIT;
  let hasEnded = false;
  void runtime.ended.then(() => {
    hasEnded = true;
  });
  while (!hasEnded && Date.now() < deadline) {
    const isUp = await fetch(`${runtime.endpoint}/health`, { signal: AbortSignal.timeout(5_000) }).then(
      (response) => response.body?.cancel().then(() => response.ok) ?? response.ok,
      () => false,
    );
    if (isUp) return true;
    await wait(HEALTH_INTERVAL);
  }
  return false;
}

/** The processes of group `pid`. Whatever way this process ends, they do not outlive it. */
function createGroup(pid: number) {
  const send = (signal: NodeJS.Signals | 0): boolean => {
    try {
      process.kill(-pid, signal);
      return true;
    } catch {
      // ESRCH: nobody is left in the group.
      return false;
    }
  };
  const lastResort = () => send("SIGKILL");
  process.once("exit", lastResort);
  return {
    async end(signal: NodeJS.Signals): Promise<void> {
      send(signal);
      const deadline = Date.now() + STOP_LIMIT;
      while (send(0)) {
        if (Date.now() > deadline) send("SIGKILL");
        await wait(STOP_INTERVAL);
      }
      process.off("exit", lastResort);
    },
  };
}

/** A port that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, ADDRESS, () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new Error("the server has no port"));
        else resolve(address.port);
      });
    });
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, ADDRESS, () => server.close(() => resolve(true)));
  });
}
