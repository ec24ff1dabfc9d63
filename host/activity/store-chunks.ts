/** Extracted rows → chunk objects in R2, one per UTC day, and what the catalogue says of them. */
import type { Bindings } from "../account/bindings.ts";
import type { CatalogueChunk } from "../account/tenant-types.ts";
import { type EventChunk, EXTRACTION_VERSION } from "../domain/event-chunk.ts";
import { countAccounts } from "../evaluation/chunks/accounts-of-rows.ts";
import { encodeChunk } from "../evaluation/chunks/chunk-file.ts";
import { type PartitionChunk, partitionChunk } from "../evaluation/chunks/partition-chunk.ts";
import { chunkKey } from "./object-keys.ts";
import { sha256Hex } from "./sha256.ts";

export interface ChunkOwner {
  readonly tenantId: string;
  /** The key of the log file. */
  readonly fileKey: string;
}

/** Every row of `extracted`, in chunks of its days. */
export async function storeRows(
  bindings: Bindings,
  owner: ChunkOwner,
  extracted: EventChunk,
): Promise<readonly CatalogueChunk[]> {
  const stored: CatalogueChunk[] = [];
  for (const part of partitionChunk(extracted)) stored.push(await storePart(bindings, owner, part));
  return stored;
}

async function storePart(
  bindings: Bindings,
  { tenantId, fileKey }: ChunkOwner,
  { partition, chunk, timeMin, timeMax }: PartitionChunk,
): Promise<CatalogueChunk> {
  const bytes = encodeChunk(chunk, [{ file: fileKey, rows: chunk.rows }]);
  const name = chunkKey(tenantId, partition, await sha256Hex(bytes));
  await bindings.ACTIVITY.put(name, bytes);
  return {
    chunkKey: name,
    partition,
    rows: chunk.rows,
    bytes: bytes.length,
    timeMin,
    timeMax,
    fileKey,
    extractionVersion: EXTRACTION_VERSION,
    accounts: [...countAccounts(chunk)].map(([accountId, counts]) => ({ accountId, ...counts })),
  };
}
