/**
 * One pinned chunk from R2, checked against the hash in its name. A chunk that an older version wrote is made again from its raw
 * log files, so that a job reads activity of any age; nothing is stored.
 */
import type { Bindings } from "../account/bindings.ts";
import { extractFile } from "../activity/extract-file.ts";
import { chunkKeySha256, rawFileKey } from "../activity/object-keys.ts";
import { sha256Hex } from "../activity/sha256.ts";
import type { EventChunk } from "../domain/event-chunk.ts";
import { describeFault } from "../domain/fault.ts";
import type { JobError } from "../domain/job.ts";
import { chunkSources, decodeChunk } from "../evaluation/chunks/chunk-file.ts";
import { partitionChunk } from "../evaluation/chunks/partition-chunk.ts";

export type LoadedChunk =
  | { readonly ok: true; readonly chunks: readonly EventChunk[] }
  | { readonly ok: false; readonly error: JobError };

export interface ChunkPlace {
  readonly tenantId: string;
  readonly partition: string;
  readonly key: string;
}

export async function loadChunk(bindings: Bindings, place: ChunkPlace): Promise<LoadedChunk> {
  const { key } = place;
  const object = await bindings.ACTIVITY.get(key);
  if (object === null) {
    const message = `chunk \`${key}\` that the job pinned is gone (erased or expired); start the job again`;
    return { ok: false, error: { code: "RESOURCE_NOT_FOUND_ERROR", message } };
  }
  const bytes = new Uint8Array(await object.arrayBuffer());
  if (chunkKeySha256(key) !== (await sha256Hex(bytes))) {
    const message = `chunk \`${key}\` is damaged: its bytes are not those that were stored; put its log files again, then start the job again`;
    return { ok: false, error: { code: "SERVICE_ERROR", message } };
  }
  const decoded = decodeChunk(key, bytes);
  if (decoded.ok) return { ok: true, chunks: [decoded.value] };
  const sources = decoded.faults.some(({ code }) => code === "chunk-version") ? chunkSources(bytes) : undefined;
  if (sources !== undefined) return rebuild(bindings, place, sources);
  return { ok: false, error: { code: "SERVICE_ERROR", message: decoded.faults.map(describeFault).join("; ") } };
}

async function rebuild(
  bindings: Bindings,
  { tenantId, partition, key }: ChunkPlace,
  sources: readonly string[],
): Promise<LoadedChunk> {
  const chunks: EventChunk[] = [];
  for (const source of sources) {
    const object = await bindings.CLOUDTRAIL.get(rawFileKey(tenantId, source));
    if (object === null) {
      const message = `chunk \`${key}\` was written by an older version, and the log file \`${source}\` it was made from is gone; put that file again, then start the job again`;
      return { ok: false, error: { code: "RESOURCE_NOT_FOUND_ERROR", message } };
    }
    const extracted = await extractFile(source, new Uint8Array(await object.arrayBuffer()));
    if (!extracted.ok) {
      return { ok: false, error: { code: "SERVICE_ERROR", message: extracted.faults.map(describeFault).join("; ") } };
    }
    const parts = extracted.value.chunks.flatMap(partitionChunk);
    chunks.push(...parts.filter((part) => part.partition === partition).map(({ chunk }) => chunk));
  }
  return { ok: true, chunks };
}
