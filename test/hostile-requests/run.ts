/**
 * The hostile pass: thousands of seeded requests that nobody should send, to the real Worker on this machine. None may end
 * in a failure of ours, hang, leak, or let the service grow, and what the victim sees of its state is the same afterwards.
 *
 * Usage: npm run test:hostile -- [--requests 10000] [--seed 1] [--kinds] [--only <index>]
 *
 * Five groups: `altered` (signed right, changed on the way), `forged` (no key, or the wrong one), `content` (signed right,
 * and wrong inside), `foreign` (good keys where they do not count), `protocol` (HTTP abused). Every request is a function of
 * seed and index; the first few hundred are one of each kind. Content that may be stored in part goes to scratch tenants.
 *
 * Every answer is checked (check-answer.ts): its status, that it came in 20 s, the form of AWS's errors, that it holds no
 * secret and nothing of another tenant. Allowed beside 4xx: 501 and 505 of the runtime in front of the Worker, where the
 * request is none in HTTP; and a closed connection there. At the end: the same state, no connection left open, memory that grew by no more than
 * 600 MB since request 2,000, and a log without secrets or content. Ends with 1 when anything is wrong, and says how to see
 * it again. Linux only, since it reads `/proc`.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type Runtime, startRuntime } from "../../bench/local/runtime.ts";
import { describeFault } from "../../host/domain/fault.ts";
import { createChecker } from "./check-answer.ts";
import { checkLog } from "./check-log.ts";
import { prepareLogs } from "./content/hostile-logs.ts";
import { Findings } from "./findings.ts";
import { ANSWER_LIMIT, fire, sendRequest, warmUp } from "./fire.ts";
import type { World } from "./hostile-request.ts";
import { makeRequest } from "./make-request.ts";
import { findChanges, observeState } from "./observe-state.ts";
import { type Options, readOptions } from "./options.ts";
import { openConnections, useOfGroup } from "./process-group.ts";
import { setUp } from "./set-up.ts";
import { Tally } from "./tally.ts";
import { KEYS } from "./tenants.ts";

const AT_ONCE = 8;
const MEGABYTE = 2 ** 20;
/**
 * Good readings before the first hostile request: the heaps of the runtime grow with any traffic until they have their
 * size (measured: by 450 MB in 8,000 readings), and that would hide what hostile requests make of them.
 */
const READINGS = 8000;
/** Memory is measured first after so many hostile requests, when everything has been used once. */
const FIRST_MEASURE = 2000;
/** The heaps still come to their size meanwhile (runs of 10,000 and 16,000 ended alike); 60 KB kept of each request would be more. */
const GROWTH_MAX = 600 * MEGABYTE;
/** ms for what was begun to come to its end. */
const SETTLE = 5000;
/** ms for connections to end whose other side has left. */
const ENDS_LIMIT = 30_000;
const PROGRESS_INTERVAL = 1000;
const POLL_INTERVAL = 250;
/** Of the runtime's log, when one request is looked at. */
const LOG_LINES_SHOWN = 60;

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (!options.ok) {
    for (const fault of options.faults) console.error(describeFault(fault));
    return 2;
  }
  const stateFolder = await mkdtemp(join(tmpdir(), "scp-preview-hostile-"));
  try {
    const started = await startRuntime({ stateFolder, keys: Object.values(KEYS) });
    if (!started.ok) {
      for (const fault of started.faults) console.error(describeFault(fault));
      return 1;
    }
    try {
      const findings = new Findings(options.value.seed);
      await runPass(started.value, options.value, findings);
      for (const line of findings.lines()) console.log(line);
      console.log(findings.count === 0 ? "nothing wrong" : `${findings.count} wrong`);
      return findings.count === 0 ? 0 : 1;
    } finally {
      await started.value.stop();
    }
  } finally {
    await rm(stateFolder, { recursive: true, force: true });
  }
}

async function runPass(runtime: Runtime, options: Options, findings: Findings): Promise<void> {
  prepareLogs();
  const world = await setUp(new URL(runtime.endpoint).host);
  const before = await observeState(world);
  if (options.only === undefined) await warmUp(READINGS, AT_ONCE, world);
  if (options.only === undefined) await fireAll(runtime, world, options, findings);
  else await fireOne(world, options.seed, options.only, findings);
  await wait(SETTLE);
  const changes = findChanges(before, await observeState(world));
  console.log(changes.length === 0 ? `state unchanged (${before.size} answers compared)` : "state changed");
  for (const name of changes) findings.add(`state changed: ${name}`);
  const open = await waitForEnds(Number(new URL(runtime.endpoint).port));
  if (open > 0) findings.add(`${open} connections are still open after ${ENDS_LIMIT / 1000} s`);
  const log = await readFile(runtime.logFile, "utf8");
  if (options.only !== undefined) console.log(log.split("\n").slice(-LOG_LINES_SHOWN).join("\n"));
  for (const fault of checkLog(log)) findings.add(fault);
}

async function fireAll({ pid }: Runtime, world: World, options: Options, findings: Findings): Promise<void> {
  const { seed, requests, kinds } = options;
  const [groups, ofKinds] = [new Tally(), new Tally()];
  const check = createChecker();
  const begun = performance.now();
  const seconds = () => Math.round((performance.now() - begun) / 1000);
  const firstMeasure = Math.min(FIRST_MEASURE, Math.ceil(requests / 5));
  let [done, first] = [0, useOfGroup(pid)];
  const progress = setInterval(() => {
    process.stderr.write(`\r${done} of ${requests} requests, ${findings.count} wrong, ${seconds()} s `);
  }, PROGRESS_INTERVAL);
  await fire({ seed, count: requests, atOnce: AT_ONCE }, world, (request, outcome) => {
    const { group, kind } = request;
    groups.add(group, outcome);
    ofKinds.add(`${group}: ${kind}`, outcome);
    for (const fault of check(request, outcome)) findings.add(fault, request);
    done += 1;
    if (done === firstMeasure) first = useOfGroup(pid);
  });
  clearInterval(progress);
  process.stderr.write("\n");
  await wait(SETTLE);
  const last = useOfGroup(pid);
  for (const line of (kinds ? ofKinds : groups).lines()) console.log(line);
  const megabytes = (bytes: number) => `${Math.round(bytes / MEGABYTE)} MB`;
  console.log(
    `${requests} requests of seed ${seed} in ${seconds()} s, ${AT_ONCE} at once, each answered within ${ANSWER_LIMIT / 1000} s or wrong`,
  );
  console.log(
    `memory ${megabytes(first.memory)} after ${firstMeasure} requests, ${megabytes(last.memory)} at the end; open files ${first.descriptors}, ${last.descriptors}`,
  );
  if (last.memory - first.memory > GROWTH_MAX) findings.add(`memory grew by more than ${megabytes(GROWTH_MAX)}`);
}

async function fireOne(world: World, seed: number, index: number, findings: Findings): Promise<void> {
  const request = makeRequest(seed, index, world);
  const { group, kind, wire, expected } = request;
  console.log(
    `${group}: ${kind}, ${wire.length} bytes, expected ${JSON.stringify(expected)}\n${wire.toString("latin1", 0, 1500)}\n`,
  );
  const outcome = await sendRequest(request, world);
  if (outcome.kind === "answered") {
    const { status, headers, body } = outcome.answer;
    console.log(`${status} in ${Math.round(outcome.milliseconds)} ms`, Object.fromEntries(headers));
    console.log(body.toString("utf8", 0, 1500));
  } else console.log(outcome);
  for (const fault of createChecker()(request, outcome)) findings.add(fault, request);
}

/** The connections that are still open when they should have ended. */
async function waitForEnds(port: number): Promise<number> {
  const begun = Date.now();
  while (openConnections(port) > 0 && Date.now() - begun < ENDS_LIMIT) await wait(POLL_INTERVAL);
  const open = openConnections(port);
  console.log(`${open} connections open ${Math.round((Date.now() - begun) / 1000)} s after the end`);
  return open;
}

if (import.meta.main) process.exit(await main());
