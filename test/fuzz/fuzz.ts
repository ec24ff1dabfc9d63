/**
 * `node test/fuzz/fuzz.ts --cases 1000000 [--seed N] [--mode known|unknown|impact|all] [--workers 2] [--build core]`: the product's core
 * against the reference on random policies and requests. Ends with 1 at the first disagreement, and prints how to see it again.
 */
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { BUILDS } from "../build-cores.ts";
import { MODES, type Mode } from "./fuzz-case.ts";
import type { Disagreement, Tally } from "./run-cases.ts";
import type { Task, TaskResult } from "./worker.ts";

/** Cases that a thread takes at once. Groups of cases that share a hierarchy stay together. */
const TASK_CASES = 1600;
const PROGRESS_MS = 1000;

const { cases, seed, modes, workers, build } = readOptions();
const started = Date.now();
const tallies = new Map(modes.map((mode): [Mode, Tally] => [mode, { cases: 0, lessSure: 0 }]));
const tasks = makeTasks();
let disagreement: Disagreement | undefined;

const progress = setInterval(() => {
  process.stderr.write(`\r${done()} of ${cases} cases, ${perSecond()} a second `);
}, PROGRESS_MS);
await Promise.all(Array.from({ length: workers }, runThread));
clearInterval(progress);
process.stderr.write("\n");
report();

function readOptions() {
  const { values } = parseArgs({
    options: {
      cases: { type: "string", default: "100000" },
      seed: { type: "string", default: `${Date.now() % 1_000_000_000}` },
      mode: { type: "string", default: "all" },
      workers: { type: "string", default: "2" },
      build: { type: "string", default: "core" },
    },
  });
  const chosen = MODES.filter((mode) => values.mode === "all" || values.mode === mode);
  const numbers = [values.cases, values.seed, values.workers].map(Number);
  const [caseCount = 0, base = 0, threads = 0] = numbers;
  const core = BUILDS.find((name) => name === values.build);
  const isRight = numbers.every((number) => Number.isSafeInteger(number) && number >= 0) && threads > 0;
  if (chosen.length === 0 || core === undefined || !isRight) {
    console.error(
      `--cases, --seed and --workers take numbers, --mode ${MODES.join(", ")} or all, --build ${BUILDS.join(", ")}`,
    );
    process.exit(2);
  }
  return { cases: caseCount, seed: base, modes: chosen, workers: threads, build: core };
}

/** Case number n of mode m is one and the same whatever else is run. With several modes each gets its share of the cases. */
function makeTasks(): Task[] {
  const share = Math.ceil(cases / modes.length);
  const made: Task[] = [];
  for (let from = 0; from < share; from += TASK_CASES) {
    for (const [index, mode] of modes.entries()) {
      const most = Math.min(share, cases - share * index);
      const end = Math.min(from + TASK_CASES, most);
      if (from < end) made.push({ mode, first: seed + from, end: seed + end });
    }
  }
  return made.reverse();
}

async function runThread(): Promise<void> {
  const worker = new Worker(new URL("worker.ts", import.meta.url), { workerData: build });
  for (let task = tasks.pop(); task !== undefined && disagreement === undefined; task = tasks.pop()) {
    const { mode, tally, disagreement: found } = await ask(worker, task);
    const sum = tallies.get(mode);
    if (sum !== undefined) {
      sum.cases += tally.cases;
      sum.lessSure += tally.lessSure;
    }
    disagreement ??= found;
  }
  await worker.terminate();
}

function ask(worker: Worker, task: Task): Promise<TaskResult> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(new Error(`in cases ${task.first} to ${task.end} of ${task.mode}`, { cause: error }));
    worker.once("error", fail);
    worker.once("message", (result: TaskResult) => {
      worker.off("error", fail);
      resolve(result);
    });
    worker.postMessage(task);
  });
}

function done(): number {
  return [...tallies.values()].reduce((sum, tally) => sum + tally.cases, 0);
}

function perSecond(): number {
  return Math.round((done() * 1000) / Math.max(Date.now() - started, 1));
}

function report(): void {
  for (const [mode, { cases: count, lessSure }] of tallies) {
    const share = ((100 * lessSure) / Math.max(count, 1)).toFixed(2);
    if (mode !== "known") console.log(`${mode}: ${share} % of ${count} cases less sure than trying every value`);
  }
  if (disagreement !== undefined) {
    const { mode, seed: own, wrong, answer, expected, line } = disagreement;
    console.log(`disagreement, again with: --mode ${mode} --seed ${own} --cases 1`);
    console.log(`${wrong}\n  product:   ${answer}\n  reference: ${expected}\n${line}`);
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const found = disagreement === undefined ? "0 disagreements" : "1 disagreement";
  console.log(`${done()} cases (${modes.join(", ")}), ${found}, seed ${seed}, ${seconds} s, build ${build}`);
  process.exitCode = disagreement === undefined ? 0 : 1;
}
