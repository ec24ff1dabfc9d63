/**
 * A copy of the repository in which one file at a time is changed: enough of it to build the core and run its tests. Packages are those of
 * the repository.
 */
import { execFile } from "node:child_process";
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { BUILDS } from "../build-cores.ts";
import type { Mutation } from "./mutation.ts";

const REPOSITORY = new URL("../../", import.meta.url).pathname;
const LEFT_OUT = new Set(["node_modules", "build", "dist", ".git", ".wrangler", "results"]);
/** Of one suite. What takes longer goes round in circles. */
const LONGEST_MS = 300_000;

export interface WorkingCopy {
  /** Applies the mutation, builds, gives control, and takes it back. Throws when its text is not there exactly once. */
  mutated<T>(mutation: Mutation, work: () => Promise<T>): Promise<T>;
  allFailures(suite: readonly string[]): Promise<readonly string[]>;
  /** The tests that fail and are not known to; where none is known, the first one only. */
  failures(suite: readonly string[], known: ReadonlySet<string>): Promise<readonly string[]>;
  remove(): Promise<void>;
}

export async function createWorkingCopy(): Promise<WorkingCopy> {
  const root = await mkdtemp(join(tmpdir(), "mutation-"));
  await cp(REPOSITORY, root, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  await symlink(join(REPOSITORY, "node_modules"), join(root, "node_modules"));
  await mkdir(join(root, "build"));
  await copyFile(join(REPOSITORY, "build/service-catalogue.json"), join(root, "build/service-catalogue.json"));
  await buildCore(root);
  const sound = await readFile(join(root, "build/core.wasm"));
  return {
    allFailures: (suite) => failuresOf(root, suite, false),
    async failures(suite, known) {
      const failed = await failuresOf(root, suite, known.size === 0);
      return failed.filter((name) => !known.has(name));
    },
    remove: () => rm(root, { recursive: true, force: true }),
    async mutated(mutation, work) {
      const path = join(root, mutation.file);
      const text = await readFile(path, "utf8");
      const isCore = mutation.file.startsWith("assembly/");
      try {
        await writeFile(path, mutate(text, mutation));
        if (isCore) await buildCore(root);
        return await work();
      } finally {
        await writeFile(path, text);
        if (isCore) await putCore(root, sound);
      }
    },
  };
}

/** Every mutation must say exactly what it changes. */
export function mutate(text: string, { name, file, find, replace }: Mutation): string {
  const count = text.split(find).length - 1;
  if (count !== 1) throw new Error(`${name}: its text stands ${count} times in ${file}, not once`);
  return text.replace(find, () => replace);
}

export async function checkMutation(mutation: Mutation): Promise<void> {
  mutate(await readFile(join(REPOSITORY, mutation.file), "utf8"), mutation);
}

/** One build stands for all: they differ in how JSON is scanned, which is not mutated. */
async function buildCore(root: string): Promise<void> {
  const asc = join(root, "node_modules/assemblyscript/bin/asc.js");
  const { code, output } = await run(root, [asc, "--config", "asconfig.json", "--target", "plain"]);
  if (code !== 0) throw new Error(`the core can not be built:\n${output}`);
  await putCore(root, await readFile(join(root, "build/core-plain.wasm")));
}

async function putCore(root: string, bytes: Uint8Array): Promise<void> {
  for (const build of BUILDS) await writeFile(join(root, `build/${build}.wasm`), bytes);
}

async function failuresOf(root: string, suite: readonly string[], onlyFirst: boolean): Promise<readonly string[]> {
  const report = join(root, "build/report.json");
  await rm(report, { force: true });
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const where = ["--config", "test/vitest.config.ts", "--project", "node"];
  const how = ["--maxWorkers=1", `--bail=${onlyFirst ? 1 : 0}`, "--reporter=json", `--outputFile=${report}`];
  const { code, output } = await run(root, [vitest, "run", ...where, ...how, ...suite]);
  if (code === 0) return [];
  if (code === undefined) return [`no end within ${LONGEST_MS / 1000} seconds`];
  const failed = await failedTests(report);
  if (failed.length === 0) throw new Error(`no test failed, and yet ${suite.join(" ")} did:\n${output.slice(-3_000)}`);
  return failed;
}

interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Tests alone count: a file that could not be run says nothing of a mutation. */
async function failedTests(report: string): Promise<readonly string[]> {
  const text = await readFile(report, "utf8").catch(() => '{"testResults":[]}');
  const tests = (JSON.parse(text) as Report).testResults.flatMap(({ assertionResults }) => assertionResults);
  return tests.filter(({ status }) => status === "failed").map(({ fullName }) => fullName);
}

/** Ends with the code; undefined when it took too long. */
function run(
  cwd: string,
  args: readonly string[],
): Promise<{ readonly code: number | undefined; readonly output: string }> {
  return new Promise((resolve) => {
    const options = { cwd, timeout: LONGEST_MS, maxBuffer: 64 * 1024 * 1024 };
    execFile(process.execPath, [...args], options, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`;
      if (error === null) resolve({ code: 0, output });
      else resolve({ code: typeof error.code === "number" ? error.code : undefined, output });
    });
  });
}
