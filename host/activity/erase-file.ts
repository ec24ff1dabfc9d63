/** One log file without the events of an erasure: its chunks, its raw file and its row in the ledger, written anew or taken out. */
import type { Bindings } from "../account/bindings.ts";
import { tenantStub } from "../account/stubs.ts";
import { log } from "../account/telemetry.ts";
import type { CatalogueChunk, ErasureFile, ErasureScope, LedgerRow } from "../account/tenant-types.ts";
import type { EventChunk } from "../domain/event-chunk.ts";
import { eraseRows } from "../evaluation/chunks/erase-rows.ts";
import { ingestFile } from "./ingest-file.ts";
import { formerRawFileKey, isUploadKey } from "./object-keys.ts";
import { type ChunkPlace, readChunk, rebuild } from "./read-chunk.ts";
import { rewriteRawFile } from "./rewrite-raw-file.ts";
import { storeRows } from "./store-chunks.ts";
import { createWriteLog, type WriteLog } from "./write-log.ts";

/** Gives how many events were taken away; undefined when the file was replaced meanwhile: then it must be looked at again. */
export async function eraseFile(
  bindings: Bindings,
  tenantId: string,
  scope: ErasureScope,
  file: ErasureFile,
): Promise<number | undefined> {
  // What its owner puts there from now on is another file.
  const now = Date.now();
  if (await takeNewer(bindings, tenantId, file.row)) return undefined;
  const writes = createWriteLog(bindings, tenantId);
  try {
    const erased = await replaceFile(bindings, { tenantId, scope, writes, now }, file);
    if (erased === undefined) await writes.discard();
    return erased;
  } catch (error) {
    await writes.discard();
    throw error;
  }
}

/** A file from outside that was replaced, and R2's notice of it is still to come or was lost: the ledger must know it first. */
async function takeNewer(bindings: Bindings, tenantId: string, { rawKey, receivedAt }: LedgerRow): Promise<boolean> {
  if (rawKey === undefined || isUploadKey(rawKey)) return false;
  const object = await bindings.CLOUDTRAIL.head(rawKey);
  if (object === null || object.uploaded.getTime() <= receivedAt) return false;
  const source = { kind: "stored", rawKey } as const;
  const taken = await ingestFile(bindings, { tenantId, key: rawKey, source, now: Date.now() });
  return taken.ok && !taken.value.repeated;
}

interface Erasing {
  readonly tenantId: string;
  readonly scope: ErasureScope;
  readonly writes: WriteLog;
  /** When the erasure of the file began, milliseconds since 1970. */
  readonly now: number;
}

async function replaceFile(
  bindings: Bindings,
  { tenantId, scope, writes, now }: Erasing,
  { row, chunks }: ErasureFile,
): Promise<number | undefined> {
  const rest: EventChunk[] = [];
  const offsets: number[] = [];
  let erased = 0;
  for (const { chunkKey, partition } of chunks.filter(({ isConcerned }) => isConcerned)) {
    for (const chunk of await chunksOf(bindings, { tenantId, partition, key: chunkKey }, row)) {
      const { kept, erased: count, erasedOffsets } = eraseRows(chunk, scope);
      erased += count;
      if (kept !== undefined) rest.push(kept);
      // One by one: a call takes no more arguments than the stack holds.
      for (const list of erasedOffsets.values()) for (const offset of list) offsets.push(offset);
    }
  }
  const keptChunks = chunks.filter(({ isConcerned }) => !isConcerned).map(({ chunkKey }) => chunkKey);
  const formerRawKey = row.rawKey === undefined ? { formerRawKey: formerRawFileKey(tenantId, row.key) } : {};
  const replacement = { key: row.key, contentSha256: row.contentSha256, now, ...formerRawKey };
  const tenant = tenantStub(bindings, tenantId);
  if (rest.length === 0 && keptChunks.length === 0) {
    return (await tenant.replaceFile(replacement)) ? erased : undefined;
  }
  const newChunks: CatalogueChunk[] = [];
  const owner = { tenantId, fileKey: row.key, log: writes };
  for (const chunk of rest) newChunks.push(...(await storeRows(bindings, owner, chunk)));
  const raw = await rewriteRawFile(bindings, { tenantId, row, offsets, log: writes });
  if (raw === "replaced") return undefined;
  const newRow: LedgerRow = {
    ...row,
    ...raw,
    records: Math.max(0, row.records - erased),
    rows: Math.max(0, row.rows - erased),
  };
  const isReplaced = await tenant.replaceFile({ ...replacement, rest: { row: newRow, keptChunks, newChunks } });
  return isReplaced ? erased : undefined;
}

/** A chunk that is gone or damaged is made again from the raw file; without that nothing is left that could be kept. */
async function chunksOf(bindings: Bindings, place: ChunkPlace, { key }: LedgerRow): Promise<readonly EventChunk[]> {
  const read = await readChunk(bindings, place);
  if (read.ok) return read.value;
  const again = await rebuild(bindings, place, [key]);
  if (again.ok) return again.value;
  log("warn", "chunk-erased-unread", { key: place.key, code: read.faults[0]?.code });
  return [];
}
