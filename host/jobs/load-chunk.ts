/** One pinned chunk for a task, or the error that ends the job when it cannot be had. */
import type { Bindings } from "../account/bindings.ts";
import { type ChunkPlace, readChunk } from "../activity/read-chunk.ts";
import type { EventChunk } from "../domain/event-chunk.ts";
import { describeFault } from "../domain/fault.ts";
import type { JobError } from "../domain/job.ts";

export type LoadedChunk =
  | { readonly ok: true; readonly chunks: readonly EventChunk[] }
  | { readonly ok: false; readonly error: JobError };

/** Faults whose message says everything the user needs. */
const TOLD_AS_IT_IS: Readonly<Record<string, JobError["code"]>> = {
  "chunk-gone": "RESOURCE_NOT_FOUND_ERROR",
  "raw-file-gone": "RESOURCE_NOT_FOUND_ERROR",
  "chunk-damaged": "SERVICE_ERROR",
};

export async function loadChunk(bindings: Bindings, place: ChunkPlace): Promise<LoadedChunk> {
  const read = await readChunk(bindings, place);
  if (read.ok) return { ok: true, chunks: read.value };
  const [fault] = read.faults;
  const code = TOLD_AS_IT_IS[fault?.code ?? ""];
  if (fault !== undefined && code !== undefined) return { ok: false, error: { code, message: fault.message } };
  return { ok: false, error: { code: "SERVICE_ERROR", message: read.faults.map(describeFault).join("; ") } };
}
