/** One task: the chunks of one partition → its result in R2. Stateless and idempotent: the same input leaves the same objects. */
import type { Bindings } from "../account/bindings.ts";
import { corePool, serviceCatalogue } from "../activity/engine.ts";
import type { EventChunk } from "../domain/event-chunk.ts";
import type { JobError } from "../domain/job.ts";
import { evaluatePartition } from "../evaluation/judging/evaluate-partition.ts";
import { ENGINE_VERSION } from "../evaluation/plan/engine-version.ts";
import type { ClaimedTask } from "./job-object.ts";
import type { TaskOutcome } from "./job-tables.ts";
import { loadChunk } from "./load-chunk.ts";
import { loadPreview } from "./load-preview.ts";
import { storeTaskResult } from "./task-results.ts";

/** `final`: trying again cannot help. */
export type TaskRun =
  | { readonly ok: true; readonly outcome: TaskOutcome }
  | { readonly ok: false; readonly error: JobError; readonly final: boolean };

export async function runTask(bindings: Bindings, task: number, claimed: ClaimedTask): Promise<TaskRun> {
  const { submission, plan, partition, chunkKeys } = claimed;
  if (plan.engineVersion !== ENGINE_VERSION) {
    const message = `the service was updated from engine ${plan.engineVersion} to ${ENGINE_VERSION} while the job ran; start it again`;
    return { ok: false, error: { code: "SERVICE_ERROR", message }, final: true };
  }
  const preview = await loadPreview(bindings, submission.parameters, plan);
  if (!preview.ok) return { ok: false, error: preview.error, final: true };
  const chunks: EventChunk[] = [];
  for (const key of chunkKeys) {
    const loaded = await loadChunk(bindings, { tenantId: submission.tenantId, partition, key });
    if (!loaded.ok) return { ok: false, error: loaded.error, final: true };
    chunks.push(...loaded.chunks);
  }
  const result = await corePool().with((core) =>
    evaluatePartition(core, preview.plan, serviceCatalogue(), partition, chunks),
  );
  const resultKey = await storeTaskResult(bindings, submission.jobId, task, result);
  const { counts } = result;
  const outcome = {
    resultKey,
    events: counts.records,
    newlyDenied: counts.impacts.newlyDenied,
    undetermined: counts.impacts.undetermined,
  };
  return { ok: true, outcome };
}
