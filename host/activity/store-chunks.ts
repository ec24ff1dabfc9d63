/** Extracted rows → chunk objects in R2, one per UTC day, and what the catalogue says of them. */
import type { Bindings } from "../account/bindings.ts";
import type { CatalogueChunk } from "../account/tenant-types.ts";
import { type EventChunk, EXTRACTION_VERSION } from "../domain/event-chunk.ts";
import { countAccounts } from "../evaluation/chunks/accounts-of-rows.ts";
import { encodeChunk } from "../evaluation/chunks/chunk-file.ts";
import { type PartitionChunk, partitionChunk } from "../evaluation/chunks/partition-chunk.ts";
import { chunkKey } from "./object-keys.ts";
import { sha256Hex } from "./sha256.ts";
import type { WriteLog } from "./write-log.ts";

export interface ChunkOwner {
  readonly tenantId: string;
  /** The key of the log file. */
  readonly fileKey: string;
  readonly log: WriteLog;
}

/** Every row of `extracted`, in chunks of its days. */
export async function storeRows(
  bindings: Bindings,
  owner: ChunkOwner,
  extracted: EventChunk,
): Promise<readonly CatalogueChunk[]> {
  const encoded = [];
  for (const part of partitionChunk(extracted)) encoded.push(await encodePart(owner, part));
  const chunks = encoded.map(({ chunk }) => chunk);
  await owner.log.expect(chunks.map(({ chunkKey: key }) => ({ bucket: "ACTIVITY", key })));
  for (const { chunk, bytes } of encoded) await bindings.ACTIVITY.put(chunk.chunkKey, bytes);
  return chunks;
}

async function encodePart(
  { tenantId, fileKey }: ChunkOwner,
  { partition, chunk, timeMin, timeMax }: PartitionChunk,
): Promise<{ readonly chunk: CatalogueChunk; readonly bytes: Uint8Array }> {
  const bytes = encodeChunk(chunk, [{ file: fileKey, rows: chunk.rows }]);
  return {
    bytes,
    chunk: {
      chunkKey: chunkKey(tenantId, partition, await sha256Hex(bytes)),
      partition,
      rows: chunk.rows,
      bytes: bytes.length,
      timeMin,
      timeMax,
      fileKey,
      extractionVersion: EXTRACTION_VERSION,
      accounts: [...countAccounts(chunk)].map(([accountId, counts]) => ({ accountId, ...counts })),
    },
  };
}
