/**
 * The ingest ledger and the chunk catalogue of a tenant, in SQL. Callers wrap what must hold together in a transaction.
 * Knows nothing of R2: it says which chunks nobody names any more, others remove them.
 */
import type { UnreadableRecord } from "../domain/event-chunk.ts";
import {
  type CatalogueChunk,
  DAMAGED_FILES_NAMED_MAX,
  type LedgerRow,
  type PinnedCatalogue,
  type RecordFileOutcome,
  UNREADABLE_SAMPLES_MAX,
} from "./tenant-types.ts";

/**
 * Chunks one job may pin. A pinned catalogue is one RPC message, which holds 32 MiB, and a key with its row takes up to
 * about 150 bytes.
 */
const PINNED_CHUNKS_MAX = 200_000;

type FileRow = {
  key: string;
  content_sha256: string;
  compressed_bytes: number;
  received_at: number;
  records: number;
  row_count: number;
  unreadable: number;
  unreadable_samples: string;
  fault: string | null;
};

export function findFile(sql: SqlStorage, key: string): LedgerRow | undefined {
  const [row] = sql.exec<FileRow>("SELECT * FROM file WHERE key = ?", key).toArray();
  return row === undefined ? undefined : readFileRow(row);
}

/** Writes a file and its chunks, in place of what the key held before. To be called inside a transaction. */
export function recordFile(sql: SqlStorage, row: LedgerRow, chunks: readonly CatalogueChunk[]): RecordFileOutcome {
  const before = findFile(sql, row.key);
  if (before !== undefined && before.contentSha256 === row.contentSha256) {
    return { row: before, repeated: true, garbage: [] };
  }
  const oldKeys = sql.exec<{ chunk_key: string }>("SELECT chunk_key FROM chunk WHERE file_key = ?", row.key).toArray();
  sql.exec("DELETE FROM chunk WHERE file_key = ?", row.key);
  const stored = writeFileRow(sql, row);
  for (const chunk of chunks) writeChunk(sql, row.key, chunk);
  sql.exec("UPDATE catalogue SET generation = generation + 1");
  const garbage = oldKeys.map((old) => old.chunk_key).filter((key) => !isNamed(sql, key));
  return { row: stored, repeated: false, garbage };
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
    if (count > PINNED_CHUNKS_MAX) throw new Error(`the window holds more than ${PINNED_CHUNKS_MAX} chunks`);
    let last = partitions.at(-1);
    if (last?.partition !== partition) {
      last = { partition, chunks: [] };
      partitions.push(last);
    }
    last.chunks.push({ chunkKey: chunk_key, rows: row_count });
  }
  const { generation } = sql.exec<{ generation: number }>("SELECT generation FROM catalogue").one();
  return { generation, partitions, ...countFiles(sql, days) };
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
function findDamagedFiles(sql: SqlStorage): PinnedCatalogue["damagedFiles"] {
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

function writeFileRow(sql: SqlStorage, row: LedgerRow): LedgerRow {
  const samples = row.unreadableSamples.toSorted((a, b) => a.offset - b.offset).slice(0, UNREADABLE_SAMPLES_MAX);
  sql.exec(
    `INSERT OR REPLACE INTO file (key, content_sha256, compressed_bytes, received_at, records, row_count, unreadable,
     unreadable_samples, fault) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.key,
    row.contentSha256,
    row.compressedBytes,
    row.receivedAt,
    row.records,
    row.rows,
    row.unreadable,
    JSON.stringify(samples),
    row.fault ?? null,
  );
  return { ...row, unreadableSamples: samples };
}

function writeChunk(sql: SqlStorage, fileKey: string, chunk: CatalogueChunk): void {
  if (chunk.fileKey !== fileKey) throw new Error(`chunk ${chunk.chunkKey} is of ${chunk.fileKey}, not ${fileKey}`);
  sql.exec(
    `INSERT INTO chunk (file_key, chunk_key, partition, row_count, bytes, time_min, time_max, extraction_version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    fileKey,
    chunk.chunkKey,
    chunk.partition,
    chunk.rows,
    chunk.bytes,
    chunk.timeMin,
    chunk.timeMax,
    chunk.extractionVersion,
  );
}

function isNamed(sql: SqlStorage, chunkKey: string): boolean {
  return sql.exec("SELECT 1 FROM chunk WHERE chunk_key = ? LIMIT 1", chunkKey).toArray().length > 0;
}

function readFileRow(row: FileRow): LedgerRow {
  return {
    key: row.key,
    contentSha256: row.content_sha256,
    compressedBytes: row.compressed_bytes,
    receivedAt: row.received_at,
    records: row.records,
    rows: row.row_count,
    unreadable: row.unreadable,
    unreadableSamples: JSON.parse(row.unreadable_samples) as UnreadableRecord[],
    ...(row.fault === null ? {} : { fault: row.fault }),
  };
}
