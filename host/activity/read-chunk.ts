/**
 * One stored chunk from R2, checked against the hash in its name. A chunk that an older version wrote is made again from its raw
 * log files, so that activity of any age can be read; nothing is stored.
 */
import type { Bindings } from "../account/bindings.ts";
import { tenantStub } from "../account/stubs.ts";
import type { EventChunk } from "../domain/event-chunk.ts";
import { failure, type Result, success } from "../domain/fault.ts";
import { chunkSources, decodeChunk } from "../evaluation/chunks/chunk-file.ts";
import { partitionChunk } from "../evaluation/chunks/partition-chunk.ts";
import { extractFile } from "./extract-file.ts";
import { chunkKeySha256, formerRawFileKey } from "./object-keys.ts";
import { sha256Hex } from "./sha256.ts";

export interface ChunkPlace {
  readonly tenantId: string;
  readonly partition: string;
  readonly key: string;
}

/** Faults: `chunk-gone`, `raw-file-gone`, `chunk-damaged`, and those of decoding and extracting. Their messages say what to do for a job. */
export async function readChunk(bindings: Bindings, place: ChunkPlace): Promise<Result<readonly EventChunk[]>> {
  const { key } = place;
  const object = await bindings.ACTIVITY.get(key);
  if (object === null) {
    const message = `chunk \`${key}\` that the job pinned is gone (erased or expired); start the job again`;
    return failure({ code: "chunk-gone", message });
  }
  const bytes = new Uint8Array(await object.arrayBuffer());
  if (chunkKeySha256(key) !== (await sha256Hex(bytes))) {
    const message = `chunk \`${key}\` is damaged: its bytes are not those that were stored; put its log files again, then start the job again`;
    return failure({ code: "chunk-damaged", message });
  }
  const decoded = decodeChunk(key, bytes);
  if (decoded.ok) return success([decoded.value]);
  const sources = decoded.faults.some(({ code }) => code === "chunk-version") ? chunkSources(bytes) : undefined;
  return sources === undefined ? decoded : rebuild(bindings, place, sources);
}

/** The rows of the place's partition, out of the raw files of these names. */
export async function rebuild(
  bindings: Bindings,
  { tenantId, partition, key }: ChunkPlace,
  sources: readonly string[],
): Promise<Result<readonly EventChunk[]>> {
  const chunks: EventChunk[] = [];
  for (const source of sources) {
    const row = await tenantStub(bindings, tenantId).findFile(source);
    const object = await bindings.CLOUDTRAIL.get(row?.rawKey ?? formerRawFileKey(tenantId, source));
    if (object === null) {
      const message = `chunk \`${key}\` was written by an older version, and the log file \`${source}\` it was made from is gone; put that file again, then start the job again`;
      return failure({ code: "raw-file-gone", message });
    }
    const extracted = await extractFile(source, object.body, async (chunk) => {
      const parts = partitionChunk(chunk).filter((part) => part.partition === partition);
      chunks.push(...parts.map((part) => part.chunk));
    });
    if (!extracted.ok) return extracted;
  }
  return success(chunks);
}
