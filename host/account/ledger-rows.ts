/** Rows of the ingest ledger and the chunk catalogue, written and read back. Which of them belong together is catalogue-tables.ts's. */
import type { UnreadableRecord } from "../domain/event-chunk.ts";
import { type CatalogueChunk, type LedgerRow, type StoredObject, UNREADABLE_SAMPLES_MAX } from "./tenant-types.ts";

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
  raw_key: string | null;
};

type ChunkRow = {
  partition: string;
  row_count: number;
  bytes: number;
  time_min: number;
  time_max: number;
  extraction_version: number;
};

export function findFile(sql: SqlStorage, key: string): LedgerRow | undefined {
  const [row] = sql.exec<FileRow>("SELECT * FROM file WHERE key = ?", key).toArray();
  return row === undefined ? undefined : readFileRow(row);
}

export function writeFileRow(sql: SqlStorage, row: LedgerRow): LedgerRow {
  const samples = row.unreadableSamples.toSorted((a, b) => a.offset - b.offset).slice(0, UNREADABLE_SAMPLES_MAX);
  sql.exec(
    `INSERT OR REPLACE INTO file (key, content_sha256, compressed_bytes, received_at, records, row_count, unreadable,
     unreadable_samples, fault, raw_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.key,
    row.contentSha256,
    row.compressedBytes,
    row.receivedAt,
    row.records,
    row.rows,
    row.unreadable,
    JSON.stringify(samples),
    row.fault ?? null,
    row.rawKey ?? null,
  );
  return { ...row, unreadableSamples: samples };
}

export function writeChunk(sql: SqlStorage, fileKey: string, chunk: CatalogueChunk): void {
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
  for (const { accountId, logged, called } of chunk.accounts) {
    const values = [fileKey, chunk.chunkKey, accountId, logged, called];
    sql.exec(
      "INSERT INTO chunk_account (file_key, chunk_key, account_id, logged, called) VALUES (?, ?, ?, ?, ?)",
      ...values,
    );
  }
}

export function readChunkRow(sql: SqlStorage, fileKey: string, chunkKey: string): CatalogueChunk {
  const row = sql.exec<ChunkRow>("SELECT * FROM chunk WHERE file_key = ? AND chunk_key = ?", fileKey, chunkKey).one();
  const accounts = sql.exec<{ account_id: string; logged: number; called: number }>(
    "SELECT account_id, logged, called FROM chunk_account WHERE file_key = ? AND chunk_key = ? ORDER BY account_id",
    fileKey,
    chunkKey,
  );
  return {
    chunkKey,
    partition: row.partition,
    rows: row.row_count,
    bytes: row.bytes,
    timeMin: row.time_min,
    timeMax: row.time_max,
    fileKey,
    extractionVersion: row.extraction_version,
    accounts: [...accounts].map(({ account_id, logged, called }) => ({ accountId: account_id, logged, called })),
  };
}

/** Does the catalogue name the chunk, or the ledger the raw file? */
export function isNamed(sql: SqlStorage, { bucket, key }: StoredObject): boolean {
  const question =
    bucket === "ACTIVITY"
      ? "SELECT 1 FROM chunk WHERE chunk_key = ? LIMIT 1"
      : "SELECT 1 FROM file WHERE raw_key = ? LIMIT 1";
  return sql.exec(question, key).toArray().length > 0;
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
    ...(row.raw_key === null ? {} : { rawKey: row.raw_key }),
  };
}
