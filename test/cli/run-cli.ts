/** The built command line as a process of its own, on the Node that runs the tests. */
import { spawnSync } from "node:child_process";

const MAIN = new URL("../../dist/cli/main.js", import.meta.url).pathname;

export interface CliResult {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function runCli(args: readonly string[], input = ""): CliResult {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}
