/**
 * Takes stored events away for good: out of chunks and raw log files in R2, and out of the catalogue. A file that holds other events
 * too is written anew without them. Works file by file, so that it can stop anywhere and go on later; done twice, it does the same.
 */
import type { Bindings } from "../account/bindings.ts";
import { tenantStub } from "../account/stubs.ts";
import { log } from "../account/telemetry.ts";
import type { CatalogueChunk, ErasureFile, ErasureScope, LedgerRow, StoredObject } from "../account/tenant-types.ts";
import type { EventChunk } from "../domain/event-chunk.ts";
import { eraseRows } from "../evaluation/chunks/erase-rows.ts";
import { readChunk } from "./read-chunk.ts";
import { rewriteRawFile } from "./rewrite-raw-file.ts";
import { storeRows } from "./store-chunks.ts";

export interface ErasureStep {
  readonly erasedEvents: number;
  /** Files from which something was taken away. */
  readonly erasedFiles: number;
  /** Nothing of the scope is left. */
  readonly isComplete: boolean;
}

/** R2 deletes at most this many objects at once. */
const DELETE_MAX = 1000;

export interface ErasureRequest {
  readonly tenantId: string;
  readonly scope: ErasureScope;
  readonly filesMax: number;
  /** Is told the keys of chunks before they are deleted; again, should the deletion not come about. */
  readonly beforeDeletion: (chunkKeys: readonly string[]) => Promise<void>;
}

/** Erases from at most `filesMax` files. Throws when R2 does; what was erased until then stays erased. */
export async function eraseActivity(bindings: Bindings, request: ErasureRequest): Promise<ErasureStep> {
  const { tenantId, scope, filesMax } = request;
  const tenant = tenantStub(bindings, tenantId);
  // One more than is erased tells whether there are others.
  const files = await tenant.listErasure(scope, filesMax + 1);
  const erased: number[] = [];
  for (const file of files.slice(0, filesMax)) {
    const events = await eraseFile(bindings, tenantId, scope, file);
    if (events !== undefined) erased.push(events);
  }
  await deleteGarbage(bindings, request);
  return {
    erasedEvents: erased.reduce((sum, events) => sum + events, 0),
    erasedFiles: erased.length,
    isComplete: erased.length === files.length,
  };
}

/** Gives how many events were taken away; undefined when the file was replaced meanwhile: then it is listed again. */
async function eraseFile(
  bindings: Bindings,
  tenantId: string,
  scope: ErasureScope,
  { row, chunks }: ErasureFile,
): Promise<number | undefined> {
  const rest: EventChunk[] = [];
  const offsets: number[] = [];
  let erased = 0;
  for (const { chunkKey, partition } of chunks.filter(({ isConcerned }) => isConcerned)) {
    for (const chunk of await chunksOf(bindings, { tenantId, partition, key: chunkKey })) {
      const { kept, erased: count, erasedOffsets } = eraseRows(chunk, scope);
      erased += count;
      if (kept !== undefined) rest.push(kept);
      for (const list of erasedOffsets.values()) offsets.push(...list);
    }
  }
  const keptChunks = chunks.filter(({ isConcerned }) => !isConcerned).map(({ chunkKey }) => chunkKey);
  const replacement = { key: row.key, contentSha256: row.contentSha256 };
  const tenant = tenantStub(bindings, tenantId);
  if (rest.length === 0 && keptChunks.length === 0) return (await tenant.replaceFile(replacement)) ? erased : undefined;
  const newChunks: CatalogueChunk[] = [];
  for (const chunk of rest) newChunks.push(...(await storeRows(bindings, { tenantId, fileKey: row.key }, chunk)));
  const raw = await rewriteRawFile(bindings, { tenantId, row, offsets });
  if (raw === "replaced") return undefined;
  const newRow: LedgerRow = { ...row, ...raw, records: row.records - erased, rows: row.rows - erased };
  const isReplaced = await tenant.replaceFile({ ...replacement, rest: { row: newRow, keptChunks, newChunks } });
  return isReplaced ? erased : undefined;
}

/** What is gone has nothing left to erase; what is damaged no job can read, and it goes as a whole. */
async function chunksOf(
  bindings: Bindings,
  place: { readonly tenantId: string; readonly partition: string; readonly key: string },
): Promise<readonly EventChunk[]> {
  const read = await readChunk(bindings, place);
  if (read.ok) return read.value;
  log("warn", "chunk-erased-unread", { key: place.key, code: read.faults[0]?.code });
  return [];
}

/** Everything that nobody names any more, also what other changes have left behind. */
async function deleteGarbage(bindings: Bindings, { tenantId, beforeDeletion }: ErasureRequest): Promise<void> {
  const tenant = tenantStub(bindings, tenantId);
  for (;;) {
    const garbage = await tenant.listGarbage(DELETE_MAX);
    if (garbage.length === 0) return;
    const keysIn = (bucket: StoredObject["bucket"]) =>
      garbage.filter((object: StoredObject) => object.bucket === bucket).map(({ key }) => key);
    await beforeDeletion(keysIn("ACTIVITY"));
    for (const bucket of ["ACTIVITY", "CLOUDTRAIL"] as const) {
      const keys = keysIn(bucket);
      if (keys.length > 0) await bindings[bucket].delete(keys);
    }
    await tenant.forgetGarbage(garbage);
  }
}
