/**
 * Objects of buckets that nothing names: because they are still being written, were written for nothing, or were named once.
 * Remembered before they are written, so that none is ever lost from sight. Deleting them is for others.
 */
import type { ErasureScope, Garbage, StoredObject } from "./tenant-types.ts";

/** Nobody writes the objects of one file for longer than this; what is pending then was left behind. */
export const PENDING_MAX_MS = 15 * 60_000;

export interface GarbageEntry {
  readonly reason: "pending" | "replaced" | "erased";
  /** `YYYY-MM-DD` of a chunk. */
  readonly day?: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export function addGarbage(sql: SqlStorage, objects: readonly StoredObject[], entry: GarbageEntry): void {
  for (const { bucket, key } of objects) {
    const values = [bucket, key, entry.reason, entry.day ?? null, entry.now];
    sql.exec("INSERT OR REPLACE INTO garbage (bucket, key, reason, day, since) VALUES (?, ?, ?, ?, ?)", ...values);
  }
}

/**
 * What an erasure has to delete, in the order of the keys: what it erased itself, what lies there by mistake, and of what was
 * replaced that which may hold events of its days: which accounts' they are, nobody knows any more.
 */
export function listGarbage(
  sql: SqlStorage,
  { startDay = "0000-00-00", endDay = "9999-99-99" }: ErasureScope,
  { now, most }: { readonly now: number; readonly most: number },
): readonly Garbage[] {
  const rows = sql.exec<{ bucket: StoredObject["bucket"]; key: string; since: number }>(
    `SELECT bucket, key, since FROM garbage
     WHERE reason = 'erased' OR (reason = 'pending' AND since < ?)
       OR (reason = 'replaced' AND (day IS NULL OR day BETWEEN ? AND ?))
     ORDER BY bucket, key LIMIT ?`,
    now - PENDING_MAX_MS,
    startDay,
    endDay,
    most,
  );
  return rows.toArray();
}

/** They have been deleted, or are named from now on. */
export function forgetGarbage(sql: SqlStorage, objects: readonly StoredObject[]): void {
  for (const { bucket, key } of objects) sql.exec("DELETE FROM garbage WHERE bucket = ? AND key = ?", bucket, key);
}
