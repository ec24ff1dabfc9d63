/** What a tenant has stored, in numbers, and which files an erasure concerns: questions to ledger and catalogue, in SQL. */
import { findDamagedFiles } from "./catalogue-tables.ts";
import { findFile } from "./ledger-rows.ts";
import type { ActivityDescription, ErasureFile, ErasureScope } from "./tenant-types.ts";

/** Counts of everything stored; accounts and days in order. */
export function describeActivity(sql: SqlStorage): ActivityDescription {
  const days = sql.exec<{ account_id: string; day: string; events: number }>(
    `SELECT account_id, substr(partition, 1, 10) AS day, sum(logged) AS events
     FROM chunk_account JOIN chunk USING (file_key, chunk_key)
     WHERE logged > 0 GROUP BY account_id, day ORDER BY account_id, day`,
  );
  const accounts = new Map<string, { readonly day: string; readonly events: number }[]>();
  for (const { account_id, day, events } of days) {
    const known = accounts.get(account_id);
    if (known === undefined) accounts.set(account_id, [{ day, events }]);
    else known.push({ day, events });
  }
  const files = sql
    .exec<{ files: number; bytes: number; unreadable: number; last: number | null; events: number }>(
      `SELECT count(*) AS files, coalesce(sum(compressed_bytes), 0) AS bytes, coalesce(sum(unreadable), 0) AS unreadable,
       max(received_at) AS last, coalesce(sum(row_count), 0) AS events FROM file`,
    )
    .one();
  return {
    accounts: [...accounts].map(([accountId, list]) => ({
      accountId,
      events: list.reduce((sum, { events }) => sum + events, 0),
      firstDay: list[0]?.day ?? "",
      lastDay: list.at(-1)?.day ?? "",
      days: list,
    })),
    events: files.events,
    files: files.files,
    bytes: files.bytes,
    unreadable: files.unreadable,
    ...(files.last === null ? {} : { lastIngestAt: new Date(files.last).toISOString() }),
    damagedFiles: findDamagedFiles(sql),
  };
}

/** Of chunks that an older version wrote nobody has noted the accounts: they may hold any. */
const OF_ACCOUNT = `AND (
  EXISTS (SELECT 1 FROM chunk_account AS own
    WHERE own.file_key = chunk.file_key AND own.chunk_key = chunk.chunk_key AND own.account_id = ?)
  OR NOT EXISTS (SELECT 1 FROM chunk_account AS any_of
    WHERE any_of.file_key = chunk.file_key AND any_of.chunk_key = chunk.chunk_key))`;

/** Files that hold events of the scope, in the order of their keys, with the chunks in which such events may lie. */
export function listErasure(sql: SqlStorage, scope: ErasureScope, most: number): readonly ErasureFile[] {
  const { accountId, startDay, endDay } = scope;
  // `0` is the character after `/`, which follows the day in a partition.
  const first = `${startDay ?? "0000-00-00"}/`;
  const last = `${endDay ?? "9999-99-99"}0`;
  const isErased = `partition >= ? AND partition < ? ${accountId === undefined ? "" : `${OF_ACCOUNT}`}`;
  const values = accountId === undefined ? [first, last] : [first, last, accountId];
  const keys = sql
    .exec<{ file_key: string }>(
      `SELECT DISTINCT file_key FROM chunk WHERE ${isErased} ORDER BY file_key LIMIT ?`,
      ...values,
      most,
    )
    .toArray();
  const concerned = keys.map(({ file_key }) => file_key);
  // Files without any row: nobody knows whose records they hold, so they go with everything, and with nothing less.
  const isEverything = accountId === undefined && startDay === undefined && endDay === undefined;
  const empty =
    isEverything && concerned.length < most
      ? sql.exec<{ key: string }>("SELECT key FROM file WHERE row_count = 0 ORDER BY key LIMIT ?", most).toArray()
      : [];
  return [...concerned, ...empty.map(({ key }) => key)].slice(0, most).flatMap((key) => {
    const row = findFile(sql, key);
    if (row === undefined) return [];
    const chunks = sql.exec<{ chunk_key: string; partition: string; erased: number }>(
      `SELECT chunk_key, partition, ${isErased} AS erased FROM chunk WHERE file_key = ? ORDER BY chunk_key`,
      ...values,
      key,
    );
    return {
      row,
      chunks: [...chunks].map(({ chunk_key, partition, erased }) => {
        return { chunkKey: chunk_key, partition, isConcerned: erased === 1 };
      }),
    };
  });
}
