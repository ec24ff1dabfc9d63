/** Objects of buckets that nobody names any more, remembered until they are deleted. Deleting them is for others. */
import type { StoredObject } from "./tenant-types.ts";

export function addGarbage(sql: SqlStorage, objects: readonly StoredObject[]): void {
  for (const { bucket, key } of objects) {
    sql.exec("INSERT OR IGNORE INTO garbage (bucket, key) VALUES (?, ?)", bucket, key);
  }
}

/** Objects that nobody names any more, in the order of their keys. */
export function listGarbage(sql: SqlStorage, most: number): readonly StoredObject[] {
  const rows = sql.exec<{ bucket: StoredObject["bucket"]; key: string }>(
    "SELECT bucket, key FROM garbage ORDER BY bucket, key LIMIT ?",
    most,
  );
  return rows.toArray();
}

export function forgetGarbage(sql: SqlStorage, objects: readonly StoredObject[]): void {
  for (const { bucket, key } of objects) sql.exec("DELETE FROM garbage WHERE bucket = ? AND key = ?", bucket, key);
}
