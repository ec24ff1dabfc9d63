/**
 * The life of a job as a pure machine: state and happening in, state and effects out. The job object keeps the state and
 * does the effects. Every happening may come late, twice or never; only the watchdog's tick is sure to come.
 *
 *   SUBMITTED ──planned──► IN_PROGRESS (evaluating) ──last task done──► IN_PROGRESS (reporting) ──written──► COMPLETED
 *       └──────────── refused, failed ─────────────────► FAILED        └── cancel, from anything not ended ─► CANCELED
 */
import type { JobError, JobStatus } from "../domain/job.ts";

/** A worker that has not answered after this long is taken for dead. Workers give a queue consumer 15 minutes of wall time. */
export const LEASE_MS = 120_000;
/** A task that failed this often fails the job: it will not get better. */
export const ATTEMPTS_MAX = 4;
/** How long a failed attempt rests, times the number of attempts. */
export const RETRY_PAUSE_MS = 2_000;

export interface Work {
  readonly state: "waiting" | "leased" | "done";
  readonly attempts: number;
  /** When the watchdog sends it again (waiting: its message was lost, or its pause is over) or takes it back (leased), ms. */
  readonly due: number;
}

export interface JobState {
  readonly status: JobStatus;
  readonly startedAt?: number;
  /** Fixed when the last task is done: it names the report's folder. */
  readonly completedAt?: number;
  readonly error?: JobError;
  readonly tasks: readonly Work[];
  /** Present while and after the report is written. */
  readonly report?: Work;
}

/** A piece of work: a task by index, or the report. */
export type WorkName = number | "report";

export type Happening =
  | { readonly kind: "planned"; readonly tasks: number }
  | { readonly kind: "refused"; readonly error: JobError }
  | { readonly kind: "claimed"; readonly work: WorkName }
  | { readonly kind: "done"; readonly work: WorkName }
  | { readonly kind: "failed"; readonly work: WorkName; readonly error: JobError; readonly final: boolean }
  | { readonly kind: "canceled" }
  | { readonly kind: "tick" };

/** Put a message for this work into the queue. */
export interface Effect {
  readonly send: WorkName;
}

export interface Step {
  readonly state: JobState;
  readonly effects: readonly Effect[];
  /** For `claimed`: whether the work is yours. */
  readonly granted: boolean;
}

export function newJobState(): JobState {
  return { status: "SUBMITTED", tasks: [] };
}

export function hasEnded(state: JobState): boolean {
  return state.status === "COMPLETED" || state.status === "FAILED" || state.status === "CANCELED";
}

/** What follows from a happening at `now` (ms). Happenings after the end change nothing. */
export function step(state: JobState, happening: Happening, now: number): Step {
  if (hasEnded(state)) return unchanged(state);
  switch (happening.kind) {
    case "planned":
      return state.status === "SUBMITTED" ? plan(state, happening.tasks, now) : unchanged(state);
    case "refused":
      return changed({ ...state, status: "FAILED", completedAt: now, error: happening.error });
    case "canceled":
      return changed({ ...state, status: "CANCELED", completedAt: now });
    case "claimed":
      return claim(state, happening.work, now);
    case "done":
      return finish(state, happening.work, now);
    case "failed":
      return fail(state, happening, now);
    case "tick":
      return tick(state, now);
  }
}

/** A job whose window holds nothing has no task: it goes straight to its report. */
function plan(state: JobState, count: number, now: number): Step {
  const waiting: Work = { state: "waiting", attempts: 0, due: now + LEASE_MS };
  const tasks = Array.from({ length: count }, () => waiting);
  const started: JobState = { ...state, status: "IN_PROGRESS", startedAt: now, tasks };
  if (count === 0) return startReport(started, now);
  return changed(
    started,
    tasks.map((_, task) => ({ send: task })),
  );
}

function startReport(state: JobState, now: number): Step {
  const report: Work = { state: "waiting", attempts: 0, due: now + LEASE_MS };
  return changed({ ...state, completedAt: now, report }, [{ send: "report" }]);
}

function claim(state: JobState, name: WorkName, now: number): Step {
  const work = workOf(state, name);
  if (work === undefined || work.state === "done") return unchanged(state);
  // Two messages for one work are harmless (same result, same key), but a lease that runs is not shared.
  if (work.state === "leased" && work.due > now) return unchanged(state);
  if (work.attempts >= ATTEMPTS_MAX) return unchanged(state);
  return {
    ...changed(withWork(state, name, { state: "leased", attempts: work.attempts + 1, due: now + LEASE_MS })),
    granted: true,
  };
}

function finish(state: JobState, name: WorkName, now: number): Step {
  const work = workOf(state, name);
  if (work === undefined || work.state === "done") return unchanged(state);
  const next = withWork(state, name, { ...work, state: "done" });
  if (name === "report") return changed({ ...next, status: "COMPLETED" });
  return next.tasks.every((task) => task.state === "done") ? startReport(next, now) : changed(next);
}

function fail(state: JobState, happening: Extract<Happening, { kind: "failed" }>, now: number): Step {
  const work = workOf(state, happening.work);
  if (work === undefined || work.state === "done") return unchanged(state);
  if (happening.final || work.attempts >= ATTEMPTS_MAX) {
    return changed({ ...state, status: "FAILED", completedAt: now, error: happening.error });
  }
  return changed(
    withWork(state, happening.work, { ...work, state: "waiting", due: now + RETRY_PAUSE_MS * work.attempts }),
  );
}

/** Work whose time has come is sent again: its message was lost, or its worker died. */
function tick(state: JobState, now: number): Step {
  let next = state;
  const effects: Effect[] = [];
  const names: WorkName[] = [...state.tasks.keys(), ...(state.report === undefined ? [] : (["report"] as const))];
  for (const name of names) {
    const work = workOf(next, name);
    if (work === undefined || work.state === "done" || work.due > now) continue;
    if (work.state === "leased" && work.attempts >= ATTEMPTS_MAX) {
      const what = name === "report" ? "writing the report" : `task ${name}`;
      const message = `${what} was given up after ${work.attempts} attempts that never answered; start the job again, and if it fails again split its window`;
      return changed({ ...next, status: "FAILED", completedAt: now, error: { code: "SERVICE_ERROR", message } });
    }
    next = withWork(next, name, { ...work, state: "waiting", due: now + LEASE_MS });
    effects.push({ send: name });
  }
  return changed(next, effects);
}

function workOf(state: JobState, name: WorkName): Work | undefined {
  return name === "report" ? state.report : state.tasks[name];
}

function withWork(state: JobState, name: WorkName, work: Work): JobState {
  return name === "report" ? { ...state, report: work } : { ...state, tasks: state.tasks.with(name, work) };
}

function changed(state: JobState, effects: readonly Effect[] = []): Step {
  return { state, effects, granted: false };
}

function unchanged(state: JobState): Step {
  return { state, effects: [], granted: false };
}
