/**
 * The tables of a Durable Object, made in numbered steps: step n brings version n - 1 to n. A step that was deployed is
 * never changed; a new one is added behind it. The version lies in a table, because SQLite's `user_version` is closed to Workers.
 */

/** Brings the storage to the version that `steps` ends with, in one transaction. */
export function applySchema(storage: DurableObjectStorage, steps: readonly string[]): void {
  const { sql } = storage;
  storage.transactionSync(() => {
    sql.exec("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)");
    const [row] = sql.exec<{ version: number }>("SELECT version FROM schema_version").toArray();
    if (row === undefined) sql.exec("INSERT INTO schema_version (version) VALUES (0)");
    const version = row?.version ?? 0;
    if (version > steps.length) {
      throw new Error(
        `the tables have version ${version}, this code knows ${steps.length}: an older Worker was deployed`,
      );
    }
    for (const step of steps.slice(version)) sql.exec(step);
    if (version < steps.length) sql.exec("UPDATE schema_version SET version = ?", steps.length);
  });
}
