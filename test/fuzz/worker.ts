/** A thread of the fuzzer: takes ranges of case numbers one after another, answers each with what it found. */
import { parentPort, workerData } from "node:worker_threads";
import { type Build, loadBuild } from "../build-cores.ts";
import type { Mode } from "./fuzz-case.ts";
import { productOf } from "./product.ts";
import { type Disagreement, runCases, type Tally } from "./run-cases.ts";

export interface Task {
  readonly mode: Mode;
  readonly first: number;
  readonly end: number;
}

export interface TaskResult {
  readonly mode: Mode;
  readonly tally: Tally;
  readonly disagreement: Disagreement | undefined;
}

const product = productOf(await loadBuild(workerData as Build));

parentPort?.on("message", ({ mode, first, end }: Task) => {
  const tally: Tally = { cases: 0, lessSure: 0 };
  const disagreement = runCases(product, mode, first, end, tally);
  const result: TaskResult = { mode, tally, disagreement };
  parentPort?.postMessage(result);
});
