/** `GET /activity`: what is stored. `DELETE /activity`: erasing it by account and days. */
import { tenantOf } from "../../account/access-keys.ts";
import type { ErasureScope } from "../../account/tenant-types.ts";
import { type Call, callersTenant } from "../call.ts";
import { type FieldProblem, invalidFields, type Outcome, refuse } from "../exceptions.ts";
import type { AuthenticatedRequest } from "../signature/authenticate.ts";

/** Files that one request erases from: each may have to be written anew, and a request has a limit of calls and CPU time. */
const FILES_MAX = 50;

export async function getActivity(call: Call): Promise<Outcome<Response>> {
  return { ok: true, value: Response.json(await callersTenant(call).describeActivity()) };
}

/** Erases from a number of files, and says whether that was all. */
export async function deleteActivity(call: Call, query: AuthenticatedRequest["query"]): Promise<Outcome<Response>> {
  const { bindings, rooms, key } = call;
  const tenantId = tenantOf(key);
  const scope = readScope(query);
  if (!scope.ok) return scope;
  const told: ToldJobs = { endedJobs: new Set(), reports: new Set() };
  const beforeDeletion = (chunkKeys: readonly string[]) => tellJobs(call, chunkKeys, told);
  const erasure = { tenantId, scope: scope.value, filesMax: FILES_MAX, beforeDeletion };
  const { erasedEvents, erasedFiles, isComplete } = await rooms.eraseActivity(bindings, erasure);
  const [endedJobs, reports] = [[...told.endedJobs], [...told.reports]];
  return { ok: true, value: Response.json({ erasedEvents, erasedFiles, endedJobs, reports, isComplete }) };
}

/** Of the caller's account: of other accounts' jobs nobody else learns. */
interface ToldJobs {
  /** Ids of jobs that failed because of it. */
  readonly endedJobs: Set<string>;
  /** Where reports lie that may tell of what was erased; they are their owner's. */
  readonly reports: Set<string>;
}

/** Jobs that run on what is erased end; of jobs that have ended, what they left inside the service goes. */
async function tellJobs(
  { bindings, rooms, key }: Call,
  chunkKeys: readonly string[],
  { endedJobs, reports }: ToldJobs,
): Promise<void> {
  const tenantId = tenantOf(key);
  for (const accountId of await rooms.tenant(bindings, tenantId).jobAccounts()) {
    for (const jobId of await rooms.account(bindings, tenantId, accountId).allJobs()) {
      const job = rooms.job(bindings, jobId);
      const outcome = await job.activityErased(chunkKeys);
      if (outcome === "untouched") continue;
      await rooms.deleteTaskResults(bindings, jobId);
      if (accountId !== key.accountId) continue;
      if (outcome === "failed") endedJobs.add(jobId);
      const report = (await job.progress())?.report;
      if (report !== undefined) reports.add(report);
    }
  }
}

const ACCOUNT = /^\d{12}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** All problems at once. Everything is erased only if that is what was said. */
function readScope(query: AuthenticatedRequest["query"]): Outcome<ErasureScope> {
  const problems: FieldProblem[] = [];
  const values = new Map<string, string>();
  for (const [name, value] of query) {
    if (!Object.hasOwn(CHECKS, name)) problems.push({ name, message: `is none of ${Object.keys(CHECKS).join(", ")}` });
    else if (values.has(name)) problems.push({ name, message: "is given twice" });
    else {
      const message = CHECKS[name as keyof typeof CHECKS](value);
      if (message !== undefined) problems.push({ name, message });
    }
    values.set(name, value);
  }
  const [accountId, startDay, endDay] = ["accountId", "startDay", "endDay"].map((name) => values.get(name));
  const isNarrow = accountId !== undefined || startDay !== undefined || endDay !== undefined;
  if (isNarrow && values.has("all")) problems.push({ name: "all", message: "goes with no other parameter" });
  if (!isNarrow && !values.has("all")) {
    const message = "or startDay or endDay must say what to erase; `all=true` erases everything";
    problems.push({ name: "accountId", message });
  }
  if (startDay !== undefined && endDay !== undefined && startDay > endDay) {
    problems.push({ name: "endDay", message: "must not be before startDay" });
  }
  if (problems.length > 0) return refuse(invalidFields(problems));
  return {
    ok: true,
    value: {
      ...(accountId === undefined ? {} : { accountId }),
      ...(startDay === undefined ? {} : { startDay }),
      ...(endDay === undefined ? {} : { endDay }),
    },
  };
}

const CHECKS = {
  accountId: (value: string) => (ACCOUNT.test(value) ? undefined : "must be an account id of 12 digits"),
  startDay: checkDay,
  endDay: checkDay,
  all: (value: string) => (value === "true" ? undefined : "must be `true`"),
} as const;

/** A day that the calendar has. */
function checkDay(value: string): string | undefined {
  const time = DAY.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
  return isDay ? undefined : "must be a day of form YYYY-MM-DD";
}
