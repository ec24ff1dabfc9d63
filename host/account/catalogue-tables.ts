/**
 * The ingest ledger and the chunk catalogue of a tenant, in SQL. Callers wrap what must hold together in a transaction.
 * Touches no bucket: it remembers which objects nobody names any more, others delete them.
 */
import type { UnreadableRecord } from "../domain/event-chunk.ts";
import { addGarbage, forgetGarbage, type GarbageEntry } from "./garbage-table.ts";
import { findFile, isNamed, readChunkRow, writeChunk, writeFileRow } from "./ledger-rows.ts";
import {
  type CatalogueChunk,
  DAMAGED_FILES_NAMED_MAX,
  type FileReplacement,
  type LedgerRow,
  type PinnedCatalogue,
  type RecordFileOutcome,
  type StoredObject,
  UNREADABLE_SAMPLES_MAX,
} from "./tenant-types.ts";

/**
 * Chunks one job may pin. A pinned catalogue is one RPC message, which holds 32 MiB, and a key with its row takes up to
 * about 150 bytes.
 */
export const PINNED_CHUNKS_MAX = 200_000;

/** Writes a file and its chunks, in place of what the key held before. To be called inside a transaction. */
export function recordFile(
  sql: SqlStorage,
  row: LedgerRow,
  chunks: readonly CatalogueChunk[],
  formerRawKey?: string,
): RecordFileOutcome {
  const before = findFile(sql, row.key);
  if (before !== undefined && before.contentSha256 === row.contentSha256) return { row: before, repeated: true };
  const entry = { reason: "replaced", now: row.receivedAt } as const;
  takeOut(sql, row.key, entry);
  if (formerRawKey !== undefined && before !== undefined && before.rawKey === undefined) {
    addGarbage(sql, [{ bucket: "CLOUDTRAIL", key: formerRawKey }], entry);
  }
  const stored = writeFileRow(sql, row);
  for (const chunk of chunks) writeChunk(sql, row.key, chunk);
  sql.exec("UPDATE catalogue SET generation = generation + 1, events = events + ?", row.rows);
  forgetGarbage(sql, [...chunks.map(({ chunkKey }) => activityObject(chunkKey)), ...rawObjects(row)]);
  return { row: stored, repeated: false };
}

/** Takes a file and its chunks out, if there is one; what nobody names then is garbage. The generation is the caller's to raise. */
function takeOut(sql: SqlStorage, key: string, entry: Omit<GarbageEntry, "day">): void {
  const row = findFile(sql, key);
  if (row === undefined) return;
  const chunks = sql
    .exec<{ chunk_key: string; partition: string }>("SELECT chunk_key, partition FROM chunk WHERE file_key = ?", key)
    .toArray();
  sql.exec("DELETE FROM chunk WHERE file_key = ?", key);
  sql.exec("DELETE FROM chunk_account WHERE file_key = ?", key);
  sql.exec("DELETE FROM file WHERE key = ?", key);
  sql.exec("UPDATE catalogue SET events = events - ?", row.rows);
  for (const { chunk_key, partition } of chunks) {
    const day = partition.slice(0, "YYYY-MM-DD".length);
    const object = activityObject(chunk_key);
    if (!isNamed(sql, object)) addGarbage(sql, [object], { ...entry, day });
  }
  addGarbage(sql, rawObjects(row), entry);
}

/**
 * Puts what is left of a file in its place. False, and nothing changed, when the file was replaced or removed meanwhile. To be
 * called inside a transaction.
 */
export function replaceFile(sql: SqlStorage, replacement: FileReplacement): boolean {
  const { key, contentSha256, now, formerRawKey, rest } = replacement;
  if (findFile(sql, key)?.contentSha256 !== contentSha256) return false;
  const kept = (rest?.keptChunks ?? []).map((chunkKey) => readChunkRow(sql, key, chunkKey));
  const entry = { reason: "erased", now } as const;
  takeOut(sql, key, entry);
  if (formerRawKey !== undefined) addGarbage(sql, [{ bucket: "CLOUDTRAIL", key: formerRawKey }], entry);
  if (rest === undefined) sql.exec("UPDATE catalogue SET generation = generation + 1");
  else recordFile(sql, rest.row, [...kept, ...rest.newChunks]);
  return true;
}

function activityObject(key: string): StoredObject {
  return { bucket: "ACTIVITY", key };
}

function rawObjects({ rawKey }: LedgerRow): readonly StoredObject[] {
  return rawKey === undefined ? [] : [{ bucket: "CLOUDTRAIL", key: rawKey }];
}

/** Events stored for the tenant. */
export function countEvents(sql: SqlStorage): number {
  return sql.exec<{ events: number }>("SELECT events FROM catalogue").one().events;
}

/** The window is [startTime, endTime), ISO-8601. All of it is one moment's state: the object runs one request at a time. */
export function pinCatalogue(
  sql: SqlStorage,
  { startTime, endTime }: { readonly startTime: string; readonly endTime: string },
): PinnedCatalogue {
  const days = partitionRange(startTime, endTime);
  const partitions: { partition: string; chunks: { chunkKey: string; rows: number }[] }[] = [];
  let count = 0;
  const rows = sql.exec<{ partition: string; chunk_key: string; row_count: number }>(
    `SELECT partition, chunk_key, max(row_count) AS row_count FROM chunk
     WHERE partition >= ? AND partition < ? GROUP BY partition, chunk_key ORDER BY partition, chunk_key`,
    ...days,
  );
  for (const { partition, chunk_key, row_count } of rows) {
    count += 1;
    if (count > PINNED_CHUNKS_MAX) break;
    let last = partitions.at(-1);
    if (last?.partition !== partition) {
      last = { partition, chunks: [] };
      partitions.push(last);
    }
    last.chunks.push({ chunkKey: chunk_key, rows: row_count });
  }
  const { generation } = sql.exec<{ generation: number }>("SELECT generation FROM catalogue").one();
  return { generation, isWhole: count <= PINNED_CHUNKS_MAX, partitions, ...countFiles(sql, days) };
}

const PINNED_FILES = `FROM file WHERE row_count = 0
  OR key IN (SELECT file_key FROM chunk WHERE partition >= ? AND partition < ?)`;

function countFiles(
  sql: SqlStorage,
  days: readonly [string, string],
): Pick<PinnedCatalogue, "files" | "records" | "unreadable" | "unreadableSamples" | "damagedFiles"> {
  const counts = sql
    .exec<{ files: number; records: number; unreadable: number }>(
      `SELECT count(*) AS files, coalesce(sum(records), 0) AS records, coalesce(sum(unreadable), 0) AS unreadable
       ${PINNED_FILES}`,
      ...days,
    )
    .one();
  const samples = sql.exec<{ unreadable_samples: string }>(
    `SELECT unreadable_samples FROM (SELECT * ${PINNED_FILES}) WHERE unreadable > 0 ORDER BY key LIMIT ?`,
    ...days,
    UNREADABLE_SAMPLES_MAX,
  );
  const unreadableSamples = [...samples]
    .flatMap(({ unreadable_samples }) => JSON.parse(unreadable_samples) as UnreadableRecord[])
    .slice(0, UNREADABLE_SAMPLES_MAX);
  return { ...counts, unreadableSamples, damagedFiles: findDamagedFiles(sql) };
}

/** Of all days: what a damaged file lacks may lie on any. */
export function findDamagedFiles(sql: SqlStorage): PinnedCatalogue["damagedFiles"] {
  const { count } = sql.exec<{ count: number }>("SELECT count(fault) AS count FROM file").one();
  const first = sql.exec<{ file: string; fault: string }>(
    "SELECT key AS file, fault FROM file WHERE fault IS NOT NULL ORDER BY key LIMIT ?",
    DAMAGED_FILES_NAMED_MAX,
  );
  return { count, first: first.toArray() };
}

/** First and first-beyond partition of the days that the window touches: `0` is the character after `/`. */
function partitionRange(startTime: string, endTime: string): readonly [string, string] {
  const lastMoment = new Date(Date.parse(endTime) - 1);
  return [`${isoDay(new Date(startTime))}/`, `${isoDay(lastMoment)}0`];
}

function isoDay(time: Date): string {
  return time.toISOString().slice(0, "YYYY-MM-DD".length);
}
