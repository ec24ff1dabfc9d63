/**
 * `npm run demo`: the whole way once, on this machine: a fresh instance, log files, one preview through an AWS client,
 * its report. Checks the report against what it knows beforehand. Leaves nothing behind but `build/demo-report/`.
 *
 * Exit 0 when all counts agree, 1 when something failed or differs, 2 for a wrong argument or file.
 */
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describeFault, type Fault } from "../../host/domain/fault.ts";
import { findDifferences } from "./check-report.ts";
import { DEMO_USAGE, type OwnFiles, readDemoArguments } from "./demo-arguments.ts";
import { DEMO_EVENTS, type DemoPlan, planGenerated, planOwn } from "./demo-plan.ts";
import { createLocalKey } from "./local-key.ts";
import { printReport } from "./print-report.ts";
import { createTerminalListener } from "./progress-line.ts";
import { type PreviewListener, type PreviewOutput, runPreview } from "./run-preview.ts";
import { startRuntime } from "./runtime.ts";

const REPORT_FOLDER = fileURLToPath(new URL("../../build/demo-report", import.meta.url));
const REGION = "us-east-1";
/** The API's own limit is 5,120; AWS has taken twice as much since 2026-05-15, and so do people's files. */
const DEMO_VARIABLES = { POLICY_DOCUMENT_MAX_CHARACTERS: "10240" };
/** Conventional: 128 and the number of SIGINT. */
const EXIT_INTERRUPTED = 130;

/** A fault that ends the demo, with its exit code. */
class DemoFailure extends Error {
  readonly exitCode: number;
  constructor(faults: readonly Fault[], exitCode: number) {
    super(faults.map(describeFault).join("\n"));
    this.exitCode = exitCode;
  }
}

async function main(): Promise<number> {
  const read = readDemoArguments(process.argv.slice(2));
  if (!read.ok) {
    console.error(`${read.faults.map(describeFault).join("\n")}\n${DEMO_USAGE}`);
    return 2;
  }
  const temporary = await mkdtemp(join(tmpdir(), "scp-preview-demo-"));
  const cleanups: (() => Promise<unknown>)[] = [() => rm(temporary, { recursive: true, force: true })];
  let cleaning: Promise<void> | undefined;
  const cleanUp = () => {
    cleaning ??= runInReverse(cleanups);
    return cleaning;
  };
  let isInterrupted = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      isInterrupted = true;
      void cleanUp().finally(() => leave(temporary));
    });
  }
  try {
    return await runDemo(read.value, temporary, cleanups);
  } catch (error) {
    if (isInterrupted) return EXIT_INTERRUPTED;
    console.error(`\n${(error as Error).message}`);
    return error instanceof DemoFailure ? error.exitCode : 1;
  } finally {
    await cleanUp();
  }
}

async function runInReverse(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const step of [...steps].reverse()) await step();
}

/** Ends the process; a Worker that was still starting is killed on the way, and may have written once more. */
function leave(temporary: string): void {
  process.once("exit", () => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 }));
  process.exit(EXIT_INTERRUPTED);
}

async function runDemo(
  own: OwnFiles | undefined,
  temporary: string,
  cleanups: (() => Promise<unknown>)[],
): Promise<number> {
  const listener = createTerminalListener(process.stdout);
  listener.step(own === undefined ? `Inventing ${DEMO_EVENTS.toLocaleString("en-US")} calls` : "Reading your files");
  const plan = await makePlan(own, temporary);
  const output = await previewPlan(plan, join(temporary, "instance"), cleanups, listener);
  listener.end();
  const { uploaded, summary } = output;
  console.log(`\n${plan.title}\n\n${printReport(summary)}\n\nReport: ${REPORT_FOLDER}`);
  const known = plan.knownCounts(summary.coverage.unmapped.map(({ operation }) => operation));
  const differences = findDifferences(summary, { ...known, recordsTaken: uploaded.records });
  for (const difference of differences) console.error(`Counts differ: ${difference}`);
  if (differences.length === 0) console.log("All counts agree with what is known of the files.");
  return differences.length === 0 ? 0 : 1;
}

async function makePlan(own: OwnFiles | undefined, temporary: string): Promise<DemoPlan> {
  if (own === undefined) return planGenerated(join(temporary, "corpus"));
  const plan = await planOwn(own);
  if (!plan.ok) throw new DemoFailure(plan.faults, 2);
  return plan.value;
}

async function previewPlan(
  plan: DemoPlan,
  stateFolder: string,
  cleanups: (() => Promise<unknown>)[],
  listener: PreviewListener,
): Promise<PreviewOutput> {
  const { Id, MasterAccountId } = plan.preview.organization.Organization;
  const key = createLocalKey(MasterAccountId, Id);
  listener.step("Starting the Worker");
  const started = await startRuntime({ stateFolder, keys: [key], variables: DEMO_VARIABLES });
  if (!started.ok) throw new DemoFailure(started.faults, 1);
  cleanups.push(() => started.value.stop());
  await rm(REPORT_FOLDER, { recursive: true, force: true });
  const client = { endpoint: started.value.endpoint, region: REGION, ...key };
  return runPreview(client, { ...plan.preview, reportFolder: REPORT_FOLDER }, listener);
}

process.exit(await main());
