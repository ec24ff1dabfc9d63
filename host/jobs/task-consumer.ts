/** The queue `preview-tasks`: claims the work a message names, does it, and tells the job. */
import type { Bindings } from "../account/bindings.ts";
import { log, logError } from "../account/telemetry.ts";
import type { JobError } from "../domain/job.ts";
import { type JobMessage, readJobMessage } from "./job-messages.ts";
import { jobStub } from "./job-stub.ts";
import { runTask } from "./run-task.ts";
import { deleteTaskResults } from "./task-results.ts";
import { writeReport } from "./write-report.ts";

/**
 * Messages are acknowledged whatever happens to the work: the job knows what is open and sends again what was lost. Only
 * a message whose job cannot be told is left to the queue's own retries.
 */
export async function consumeTasks(batch: MessageBatch<unknown>, bindings: Bindings): Promise<void> {
  for (const message of batch.messages) {
    const work = readJobMessage(message.body);
    if (work === undefined) log("error", "foreign-message", { messageId: message.id });
    else await consume(bindings, work);
    message.ack();
  }
}

async function consume(bindings: Bindings, work: JobMessage): Promise<void> {
  const job = jobStub(bindings, work.jobId);
  try {
    if (work.kind === "report") {
      const claimed = await job.claimReport();
      if (claimed !== undefined) await writeReport(bindings, claimed);
      return;
    }
    const claimed = await job.claimTask(work.task);
    if (claimed === undefined) return;
    const run = await runTask(bindings, work.task, claimed);
    if (run.ok) {
      if (!(await job.completeTask(work.task, run.outcome))) await deleteTaskResults(bindings, work.jobId);
    } else await job.failWork(work.task, run.error, run.final);
  } catch (error) {
    logError("work-failed", error, { jobId: work.jobId, work: work.kind });
    await job.failWork(work.kind === "report" ? "report" : work.task, errorOf(work), false);
  }
}

/** What broke is in the Worker's log; the user gets its name and what to do. */
function errorOf(work: JobMessage): JobError {
  const what = work.kind === "report" ? "writing the report" : `task ${work.task}`;
  const message = `${what} failed again and again; start the job again, and if it fails again look into the Worker's log for job ${work.jobId}`;
  return { code: "SERVICE_ERROR", message };
}
