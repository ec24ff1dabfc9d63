/**
 * One job: keeps its state (job-state.ts decides, this performs), hands out work, counts what comes back, wakes itself to
 * send lost work again, and deletes itself 14 days after submission. Evaluates nothing.
 */
import { DurableObject } from "cloudflare:workers";
import type { Bindings } from "../account/bindings.ts";
import { accountStub } from "../account/stubs.ts";
import { log, logError, measure } from "../account/telemetry.ts";
import type { JobDetails, JobError, JobParameters, JobProgress } from "../domain/job.ts";
import type { JobMessage } from "./job-messages.ts";
import {
  type Effect,
  type Happening,
  hasEnded,
  type JobState,
  newJobState,
  type Step,
  step,
  type WorkName,
} from "./job-state.ts";
import { createJobTables, type JobPlan, type JobSubmission, type JobTables, type TaskOutcome } from "./job-tables.ts";
import { planJob } from "./plan-job.ts";
import { deleteTaskResults } from "./task-results.ts";

/** How long a job's data is kept after submission (semantics 7). */
export const JOB_KEPT_MS = 14 * 86_400_000;
/** Workers ring a failing alarm again up to six times; the job ends before that. */
const PLAN_RETRIES_MAX = 4;
/** How soon a job wakes itself again after its status changed, should the index not have heard of it. */
const INDEX_AGAIN_MS = 10_000;
/** Messages a queue takes at once. */
const SEND_BATCH_MAX = 100;

/** Everything a consumer needs for a piece of work. Keys, never data. */
export interface ClaimedTask {
  readonly submission: JobSubmission;
  readonly plan: JobPlan;
  readonly partition: string;
  readonly chunkKeys: readonly string[];
}

export interface ClaimedReport {
  readonly submission: JobSubmission;
  readonly plan: JobPlan;
  /** Fixed when the last task was done, ms. */
  readonly completedAt: number;
  readonly resultKeys: readonly string[];
}

export class JobObject extends DurableObject<Bindings> {
  readonly #tables: JobTables;

  constructor(context: DurableObjectState, bindings: Bindings) {
    super(context, bindings);
    this.#tables = createJobTables(context.storage.sql);
  }

  /** Idempotent: a second submission of the same job changes nothing. */
  async submit(submission: JobSubmission): Promise<void> {
    if (this.#tables.load() !== undefined) return;
    this.#tables.saveSubmission(submission, newJobState());
    await this.ctx.storage.setAlarm(Date.now());
  }

  async details(): Promise<JobDetails | undefined> {
    const job = this.#tables.load();
    if (job === undefined) return undefined;
    const { submission, state } = job;
    return {
      jobId: submission.jobId,
      parameters: submission.parameters,
      status: state.status,
      submittedAt: submission.submittedAt,
      ...(state.startedAt === undefined ? {} : { startedAt: isoTime(state.startedAt) }),
      ...(state.completedAt === undefined || !hasEnded(state) ? {} : { completedAt: isoTime(state.completedAt) }),
      ...(state.error === undefined ? {} : { error: state.error }),
    };
  }

  async progress(): Promise<JobProgress | undefined> {
    const job = this.#tables.load();
    if (job === undefined) return undefined;
    const { state, submission } = job;
    const outcomes = this.#tables.tasks().flatMap(({ result }) => (result === undefined ? [] : [result]));
    const sum = (count: (outcome: TaskOutcome) => number) =>
      outcomes.reduce((total, outcome) => total + count(outcome), 0);
    return {
      status: state.status,
      tasksDone: outcomes.length,
      tasksTotal: state.tasks.length,
      events: sum(({ events }) => events),
      newlyDenied: sum(({ newlyDenied }) => newlyDenied),
      undetermined: sum(({ undetermined }) => undetermined),
      ...(state.status === "COMPLETED" && state.completedAt !== undefined
        ? { report: reportUri(submission, state.completedAt) }
        : {}),
    };
  }

  async cancel(): Promise<"canceled" | "ended" | "unknown"> {
    const job = this.#tables.load();
    if (job === undefined) return "unknown";
    if (hasEnded(job.state)) return "ended";
    await this.#happen({ kind: "canceled" });
    return "canceled";
  }

  /** The tenant switched collection off while the job ran (design part 6). */
  async failBecauseConfigurationDeleted(): Promise<void> {
    const message =
      "the policy preview configuration was deleted while the job ran; create it again, then start the job again";
    await this.#happen({ kind: "refused", error: { code: "CANCELED_JOB_ERROR", message } });
  }

  /**
   * Chunks are being erased. A job that pinned one of them cannot end as it began, and fails; one that has ended may have left
   * what they held in its results.
   */
  async activityErased(chunkKeys: readonly string[]): Promise<"untouched" | "failed" | "hadEnded"> {
    const job = this.#tables.load();
    const erased = new Set(chunkKeys);
    const isTouched = this.#tables.tasks().some((task) => task.chunkKeys.some((key) => erased.has(key)));
    if (job === undefined || !isTouched) return "untouched";
    if (hasEnded(job.state)) return "hadEnded";
    const message = "activity that the job looks at was erased while it ran; start it again";
    await this.#happen({ kind: "refused", error: { code: "RESOURCE_NOT_FOUND_ERROR", message } });
    return "failed";
  }

  /** Gives the work out for LEASE_MS; undefined when somebody has it, or nobody needs it any more. */
  async claimTask(index: number): Promise<ClaimedTask | undefined> {
    const granted = await this.#happen({ kind: "claimed", work: index });
    const job = this.#tables.load();
    const task = this.#tables.task(index);
    if (!granted || job?.plan === undefined || task === undefined) return undefined;
    return { submission: job.submission, plan: job.plan, partition: task.partition, chunkKeys: task.chunkKeys };
  }

  async claimReport(): Promise<ClaimedReport | undefined> {
    const granted = await this.#happen({ kind: "claimed", work: "report" });
    const job = this.#tables.load();
    if (!granted || job?.plan === undefined || job.state.completedAt === undefined) return undefined;
    const resultKeys = this.#tables.tasks().map(({ result, partition }) => {
      if (result === undefined) throw new Error(`partition ${partition} has no result, yet the report was begun`);
      return result.resultKey;
    });
    return { submission: job.submission, plan: job.plan, completedAt: job.state.completedAt, resultKeys };
  }

  /**
   * Is the report still wanted? Asked before its manifest is written. Of a COMPLETED job too: a writer whose lease ran out
   * must not take away what another one has written.
   */
  async wantsReport(): Promise<boolean> {
    const status = this.#tables.load()?.state.status;
    return status === "IN_PROGRESS" || status === "COMPLETED";
  }

  /**
   * The counts and the mark "done" are one transaction: a task counts once however often it was run. False when the job ended
   * without a report meanwhile: then results must not stay.
   */
  async completeTask(index: number, outcome: TaskOutcome): Promise<boolean> {
    const job = this.#tables.load();
    const isOpen = job !== undefined && !hasEnded(job.state) && job.state.tasks[index]?.state !== "done";
    if (isOpen) await this.#happen({ kind: "done", work: index }, () => this.#tables.saveOutcome(index, outcome));
    return this.wantsReport();
  }

  /** False when the job ended otherwise meanwhile: then its report must not stay. */
  async completeReport(): Promise<boolean> {
    await this.#happen({ kind: "done", work: "report" });
    return this.wantsReport();
  }

  async failWork(work: WorkName, error: JobError, final: boolean): Promise<void> {
    await this.#happen({ kind: "failed", work, error, final });
  }

  override async alarm(invocation?: AlarmInvocationInfo): Promise<void> {
    const job = this.#tables.load();
    if (job === undefined) return;
    const { submission, state } = job;
    if (Date.now() >= Date.parse(submission.submittedAt) + JOB_KEPT_MS) {
      await this.#forget(submission);
      return;
    }
    if (state.status === "SUBMITTED") await this.#plan(submission, invocation?.retryCount ?? 0);
    else await this.#happen({ kind: "tick" });
  }

  /** A throw makes the runtime ring again, a few times; the last time the job must end instead. */
  async #plan(submission: JobSubmission, retries: number): Promise<void> {
    try {
      const planned = await planJob(this.env, submission);
      if ("error" in planned) return void (await this.#happen({ kind: "refused", error: planned.error }));
      const { plan, tasks } = planned;
      await this.#happen({ kind: "planned", tasks: tasks.length }, () => this.#tables.savePlan(plan, tasks));
    } catch (error) {
      if (retries < PLAN_RETRIES_MAX || this.#tables.load()?.state.status !== "SUBMITTED") throw error;
      logError("job-not-planned", error, { jobId: submission.jobId });
      const message = "the job could not be planned because the service failed; start it again";
      await this.#happen({ kind: "refused", error: { code: "SERVICE_ERROR", message } });
    }
  }

  /** One step of the machine: state and `alsoSave` in one transaction, then the effects, the index and the next waking. */
  async #happen(happening: Happening, alsoSave: () => void = () => {}): Promise<boolean> {
    const job = this.#tables.load();
    if (job === undefined) return false;
    const { state, effects, granted }: Step = step(job.state, happening, Date.now());
    if (state === job.state) {
      // A watchdog that was woken too early, by a clock or a retry of the runtime, must be woken again.
      if (happening.kind === "tick") {
        await this.#index(job.submission, state);
        await this.ctx.storage.setAlarm(nextWaking(job.submission, state));
      }
      return granted;
    }
    this.ctx.storage.transactionSync(() => {
      alsoSave();
      this.#tables.saveState(job.state, state);
    });
    // The waking comes first: should sending fail, the watchdog sends again.
    const isNews = state.status !== job.state.status;
    const waking = nextWaking(job.submission, state);
    await this.ctx.storage.setAlarm(isNews ? Math.min(waking, Date.now() + INDEX_AGAIN_MS) : waking);
    await this.#send(job.submission.jobId, effects);
    if (isNews) this.#tell(job.submission, state);
    // What the index has not heard it is told at the next waking: else an ended job would count as running until it is forgotten.
    if (isNews && (await this.#isIndexed(job.submission, state)) && hasEnded(state)) {
      await this.ctx.storage.setAlarm(waking);
    }
    return granted;
  }

  async #send(jobId: string, effects: readonly Effect[]): Promise<void> {
    const messages = effects.map(({ send }): { body: JobMessage } => ({
      body: send === "report" ? { kind: "report", jobId } : { kind: "task", jobId, task: send },
    }));
    for (let start = 0; start < messages.length; start += SEND_BATCH_MAX) {
      await this.env.PREVIEW_TASKS.sendBatch(messages.slice(start, start + SEND_BATCH_MAX));
    }
  }

  /** Whoever runs the service. */
  #tell({ jobId, tenantId, accountId, submittedAt }: JobSubmission, { status, error }: JobState): void {
    log("info", "job", { jobId, tenantId, accountId, status, errorCode: error?.code });
    measure(this.env, tenantId, ["job", status, error?.code ?? ""], [Date.now() - Date.parse(submittedAt)]);
  }

  async #isIndexed(submission: JobSubmission, state: JobState): Promise<boolean> {
    try {
      await this.#index(submission, state);
      return true;
    } catch (error) {
      logError("job-not-indexed", error, { jobId: submission.jobId });
      return false;
    }
  }

  async #index({ jobId, tenantId, accountId }: JobSubmission, state: JobState): Promise<void> {
    await accountStub(this.env, tenantId, accountId).recordStatus({
      jobId,
      status: state.status,
      ...(state.startedAt === undefined ? {} : { startedAt: isoTime(state.startedAt) }),
      ...(state.completedAt === undefined || !hasEnded(state) ? {} : { completedAt: isoTime(state.completedAt) }),
    });
  }

  /** 14 days are over. The report stays: it lies in the user's bucket. */
  async #forget({ jobId, tenantId, accountId }: JobSubmission): Promise<void> {
    await deleteTaskResults(this.env, jobId);
    await accountStub(this.env, tenantId, accountId).removeJob(jobId);
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
  }
}

/** `s3://bucket/prefix/jobId/timestamp/` (design part 6). */
export function reportUri(
  { jobId, parameters }: { readonly jobId: string; readonly parameters: JobParameters },
  completedAt: number,
): string {
  const timestamp = new Date(completedAt).toISOString().replace(/[-:]|\.\d+/g, "");
  return `${parameters.outputS3Uri.replace(/\/*$/, "")}/${jobId}/${timestamp}/`;
}

function nextWaking({ submittedAt }: JobSubmission, state: JobState): number {
  if (hasEnded(state)) return Date.parse(submittedAt) + JOB_KEPT_MS;
  const open = [...state.tasks, ...(state.report === undefined ? [] : [state.report])].filter(
    (work) => work.state !== "done",
  );
  return Math.min(...open.map(({ due }) => due), Date.parse(submittedAt) + JOB_KEPT_MS);
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
