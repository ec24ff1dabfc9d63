/** The tables of the tenant object. Times are milliseconds since 1970. */
export const TENANT_SCHEMA: readonly string[] = [
  `
  -- At most one row: the scope is always GLOBAL.
  CREATE TABLE configuration (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    client_token TEXT NOT NULL,
    created_at INTEGER NOT NULL
  );
  -- Client tokens that have deleted a configuration.
  CREATE TABLE deletion (client_token TEXT PRIMARY KEY, deleted_at INTEGER NOT NULL);
  -- Accounts of the tenant that have started jobs.
  CREATE TABLE account (account_id TEXT PRIMARY KEY) WITHOUT ROWID;
  CREATE TABLE organization (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    snapshot_key TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    captured_at TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    stored_at INTEGER NOT NULL
  );
  CREATE TABLE catalogue (id INTEGER PRIMARY KEY CHECK (id = 1), generation INTEGER NOT NULL);
  INSERT INTO catalogue (id, generation) VALUES (1, 0);
  CREATE TABLE file (
    key TEXT PRIMARY KEY,
    content_sha256 TEXT NOT NULL,
    compressed_bytes INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    records INTEGER NOT NULL,
    row_count INTEGER NOT NULL,
    unreadable INTEGER NOT NULL,
    unreadable_samples TEXT NOT NULL,
    fault TEXT
  );
  -- Two files of the same content may share a chunk.
  CREATE TABLE chunk (
    file_key TEXT NOT NULL,
    chunk_key TEXT NOT NULL,
    partition TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    time_min INTEGER NOT NULL,
    time_max INTEGER NOT NULL,
    extraction_version INTEGER NOT NULL,
    PRIMARY KEY (file_key, chunk_key)
  );
  CREATE INDEX chunk_by_partition ON chunk (partition, chunk_key, row_count, file_key);
  CREATE INDEX chunk_by_key ON chunk (chunk_key);
  `,
  `
  -- What the user supplied beside the logs: at most one row a kind.
  CREATE TABLE supplied (
    kind TEXT PRIMARY KEY,
    supplied_key TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    stored_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  `,
  `
  -- PENDING_CREATION until the storage was tried.
  ALTER TABLE configuration ADD COLUMN status TEXT NOT NULL DEFAULT 'ACTIVE';
  ALTER TABLE configuration ADD COLUMN updated_at INTEGER;
  -- Where the raw file lies in the bucket CLOUDTRAIL; null for files of an older version, which lie at tenant/key.
  ALTER TABLE file ADD COLUMN raw_key TEXT;
  CREATE INDEX file_by_raw_key ON file (raw_key);
  -- Sum of the files' rows.
  ALTER TABLE catalogue ADD COLUMN events INTEGER NOT NULL DEFAULT 0;
  UPDATE catalogue SET events = (SELECT coalesce(sum(row_count), 0) FROM file);
  -- Whose events a chunk holds: rows of the account's own log, and rows of other logs whose caller is of the account.
  CREATE TABLE chunk_account (
    file_key TEXT NOT NULL,
    chunk_key TEXT NOT NULL,
    account_id TEXT NOT NULL,
    logged INTEGER NOT NULL,
    called INTEGER NOT NULL,
    PRIMARY KEY (file_key, chunk_key, account_id)
  ) WITHOUT ROWID;
  CREATE INDEX chunk_account_by_account ON chunk_account (account_id, file_key, chunk_key);
  -- Objects that nothing names: not yet (pending), or not any more (replaced, erased). The day is that of a chunk, where it is known.
  CREATE TABLE garbage (
    bucket TEXT NOT NULL,
    key TEXT NOT NULL,
    reason TEXT NOT NULL,
    day TEXT,
    since INTEGER NOT NULL,
    PRIMARY KEY (bucket, key)
  ) WITHOUT ROWID;
  `,
];
