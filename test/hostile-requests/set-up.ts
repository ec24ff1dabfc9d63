/** The tenants before the hostile requests come: something of everything that can be stored, and finished jobs. */
import { setTimeout as wait } from "node:timers/promises";
import { logFile, organizationSnapshot, previewJob, suppliedContext, userMapping } from "./content/stored-content.ts";
import type { World } from "./hostile-request.ts";
import { ask } from "./observe-state.ts";
import { type KeyName, MARKERS } from "./tenants.ts";

const LOG_FILES = 3;
const RECORDS_A_FILE = 20;
/** ms */
const JOB_LIMIT = 60_000;
const POLL_INTERVAL = 200;

/** Gives the world with the jobs in it. Throws when the service refuses anything of this. */
export async function setUp(host: string): Promise<World> {
  const world: World = { host, jobs: { victim: "", neighbour: "" }, now: () => new Date() };
  await setUpTenant("admin", MARKERS.victim, world);
  await setUpTenant("other", MARKERS.other, world);
  await setUpTenant("scratch", MARKERS.scratch, world);
  const victim = await runJob("admin", world);
  const neighbour = await runJob("neighbour", world);
  return { ...world, jobs: { victim, neighbour } };
}

async function setUpTenant(by: KeyName, marker: string, world: World): Promise<void> {
  await put(by, "/policy/preview-configuration", "{}", world);
  await put(by, "/organization", JSON.stringify(organizationSnapshot(marker)), world);
  await put(by, "/mapping", JSON.stringify(userMapping(marker)), world);
  await put(by, "/context", JSON.stringify(suppliedContext(marker)), world);
  for (let file = 0; file < LOG_FILES; file += 1) {
    const body = logFile(marker, file * RECORDS_A_FILE, RECORDS_A_FILE);
    await put(by, `/cloudtrail/logs/${file}.json.gz`, body, world);
  }
}

async function runJob(by: KeyName, world: World): Promise<string> {
  const started = await put(by, "/policy/preview", JSON.stringify(previewJob(MARKERS.victim)), world);
  const { jobId } = JSON.parse(started) as { jobId: string };
  const deadline = Date.now() + JOB_LIMIT;
  for (;;) {
    const { body } = await ask(by, { method: "GET", path: `/policy/preview/${jobId}` }, world);
    const { jobDetails } = JSON.parse(body.toString()) as { jobDetails: { jobStatus: string } };
    if (jobDetails.jobStatus === "COMPLETED") return jobId;
    const isRunning = /^(SUBMITTED|IN_PROGRESS)$/.test(jobDetails.jobStatus);
    if (!isRunning || Date.now() > deadline) throw new Error(`the job of ${by} is ${body}`);
    await wait(POLL_INTERVAL);
  }
}

async function put(by: KeyName, path: string, body: string | Buffer, world: World): Promise<string> {
  const answer = await ask(by, { method: "PUT", path, body: Buffer.from(body) }, world);
  if (answer.status !== 200) throw new Error(`PUT ${path} of ${by} was answered ${answer.status}: ${answer.body}`);
  return answer.body.toString();
}
