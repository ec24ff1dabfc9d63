/** One task: the chunks of one partition → its result in R2. Stateless and idempotent: the same input leaves the same objects. */
import type { Bindings } from "../account/bindings.ts";
import { corePool, serviceCatalogue } from "../activity/engine.ts";
import { chunkKeySha256 } from "../activity/object-keys.ts";
import { sha256Hex } from "../activity/sha256.ts";
import type { EventChunk } from "../domain/event-chunk.ts";
import { describeFault } from "../domain/fault.ts";
import type { JobError } from "../domain/job.ts";
import { decodeChunk } from "../evaluation/chunks/chunk-file.ts";
import { evaluatePartition } from "../evaluation/judging/evaluate-partition.ts";
import { ENGINE_VERSION } from "../evaluation/plan/engine-version.ts";
import type { ClaimedTask } from "./job-object.ts";
import type { TaskOutcome } from "./job-tables.ts";
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
    const object = await bindings.ACTIVITY.get(key);
    if (object === null) {
      const message = `chunk \`${key}\` that the job pinned is gone (erased or expired); start the job again`;
      return { ok: false, error: { code: "RESOURCE_NOT_FOUND_ERROR", message }, final: true };
    }
    const bytes = new Uint8Array(await object.arrayBuffer());
    if (chunkKeySha256(key) !== (await sha256Hex(bytes))) {
      const message = `chunk \`${key}\` is damaged: its bytes are not those that were stored; put its log files again, then start the job again`;
      return { ok: false, error: { code: "SERVICE_ERROR", message }, final: true };
    }
    const decoded = decodeChunk(key, bytes);
    if (!decoded.ok) {
      const message = decoded.faults.map(describeFault).join("; ");
      return { ok: false, error: { code: "SERVICE_ERROR", message }, final: true };
    }
    chunks.push(decoded.value);
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
