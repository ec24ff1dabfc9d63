/**
 * One tenant: whether its activity is collected, where its organization snapshot and the files its user supplied
 * lie, which log files were taken in and which chunks they became. Holds no events; of buckets it only tries whether they work.
 */
import { DurableObject } from "cloudflare:workers";
import { describeActivity, listErasure } from "./activity-tables.ts";
import { applySchema } from "./apply-schema.ts";
import type { Bindings } from "./bindings.ts";
import { countEvents, pinCatalogue, recordFile, replaceFile } from "./catalogue-tables.ts";
import { addGarbage, forgetGarbage, listGarbage } from "./garbage-table.ts";
import { findFile, isNamed } from "./ledger-rows.ts";
import { log } from "./telemetry.ts";
import { TENANT_SCHEMA } from "./tenant-schema.ts";
import type {
  ActivityDescription,
  CatalogueChunk,
  CreateConfigurationOutcome,
  DeleteConfigurationOutcome,
  ErasureFile,
  ErasureScope,
  FileReplacement,
  Garbage,
  IngestState,
  LedgerRow,
  OrganizationPointer,
  PinnedCatalogue,
  PreviewConfiguration,
  RecordFileOutcome,
  StoredObject,
  SuppliedKind,
  SuppliedPointer,
  SuppliedPointers,
} from "./tenant-types.ts";
import { tryStorage } from "./try-storage.ts";

type ConfigurationRow = {
  client_token: string;
  created_at: number;
  status: PreviewConfiguration["status"];
  updated_at: number | null;
};

/** How long a deletion's client token is remembered: longer than any client repeats a request. */
export const DELETION_TOKEN_KEPT_MS = 86_400_000;

export class TenantObject extends DurableObject<Bindings> {
  readonly #sql: SqlStorage;
  /** One set-up for all who ask meanwhile. */
  #settling: Promise<void> | undefined;

  constructor(context: DurableObjectState, bindings: Bindings) {
    super(context, bindings);
    applySchema(context.storage, TENANT_SCHEMA);
    this.#sql = context.storage.sql;
  }

  /**
   * A configuration that is PENDING_CREATION is settled here, by whoever asks first: the buckets are tried, and it is ACTIVE or FAILED
   * from then on.
   */
  async getConfiguration(): Promise<PreviewConfiguration | undefined> {
    if (this.#configuration()?.status === "PENDING_CREATION") {
      this.#settling ??= this.#setUp().finally(() => {
        this.#settling = undefined;
      });
      await this.#settling;
    }
    const row = this.#configuration();
    if (row === undefined) return undefined;
    return {
      scope: "GLOBAL",
      status: row.status,
      createdAt: isoTime(row.created_at),
      ...(row.updated_at === null ? {} : { updatedAt: isoTime(row.updated_at) }),
    };
  }

  /** `now` in milliseconds. A client token lives as long as the configuration it made: after a deletion it creates again. */
  async createConfiguration(input: {
    readonly scope: "GLOBAL";
    readonly clientToken: string;
    readonly now: number;
  }): Promise<CreateConfigurationOutcome> {
    const { clientToken, now } = input;
    const row = this.#configuration();
    if (row === undefined) {
      this.#sql.exec(
        "INSERT INTO configuration (id, client_token, created_at, status) VALUES (1, ?, ?, 'PENDING_CREATION')",
        clientToken,
        now,
      );
    } else if (row.client_token !== clientToken) {
      if (row.status !== "FAILED") return { kind: "exists" };
      // Whatever was missing may be there now.
      this.#sql.exec(
        "UPDATE configuration SET client_token = ?, status = 'PENDING_CREATION', updated_at = ?",
        clientToken,
        now,
      );
    }
    return { kind: "created", status: "PENDING_CREATION" };
  }

  async #setUp(): Promise<void> {
    const fault = await tryStorage(this.env, this.ctx.id.toString());
    if (fault !== undefined) log("error", "configuration-failed", { fault });
    const status = fault === undefined ? "ACTIVE" : "FAILED";
    const values = [status, Date.now()];
    // Deleted meanwhile, or settled by another caller: then there is nothing to change.
    this.#sql.exec("UPDATE configuration SET status = ?, updated_at = ? WHERE status = 'PENDING_CREATION'", ...values);
  }

  /** A late copy of a deletion (same client token) deletes nothing that was created since. */
  async deleteConfiguration(input: {
    readonly clientToken: string;
    readonly now: number;
  }): Promise<DeleteConfigurationOutcome> {
    const { clientToken, now } = input;
    return this.ctx.storage.transactionSync(() => {
      this.#sql.exec("DELETE FROM deletion WHERE deleted_at < ?", now - DELETION_TOKEN_KEPT_MS);
      const known = this.#sql.exec("SELECT 1 FROM deletion WHERE client_token = ?", clientToken).toArray();
      if (known.length > 0) return { kind: "repeated" };
      if (this.#configuration() === undefined) return { kind: "notFound" };
      this.#sql.exec("DELETE FROM configuration");
      this.#sql.exec("INSERT INTO deletion (client_token, deleted_at) VALUES (?, ?)", clientToken, now);
      return { kind: "deleted" };
    });
  }

  /** Remembers that an account of the tenant starts jobs, for `jobAccounts`. */
  async addJobAccount(accountId: string): Promise<void> {
    this.#sql.exec("INSERT OR IGNORE INTO account (account_id) VALUES (?)", accountId);
  }

  /** The accounts that ever started a job, by id. */
  async jobAccounts(): Promise<readonly string[]> {
    const rows = this.#sql.exec<{ account_id: string }>("SELECT account_id FROM account ORDER BY account_id");
    return [...rows].map(({ account_id }) => account_id);
  }

  /** The snapshot that counts from now on; `now` in milliseconds. */
  async putOrganization(input: Omit<OrganizationPointer, "storedAt"> & { readonly now: number }): Promise<void> {
    this.#sql.exec(
      `INSERT OR REPLACE INTO organization (id, snapshot_key, sha256, captured_at, bytes, stored_at)
       VALUES (1, ?, ?, ?, ?, ?)`,
      input.snapshotKey,
      input.sha256,
      input.capturedAt,
      input.bytes,
      input.now,
    );
  }

  async getOrganization(): Promise<OrganizationPointer | undefined> {
    const [row] = this.#sql
      .exec<{ snapshot_key: string; sha256: string; captured_at: string; bytes: number; stored_at: number }>(
        "SELECT * FROM organization",
      )
      .toArray();
    if (row === undefined) return undefined;
    return {
      snapshotKey: row.snapshot_key,
      sha256: row.sha256,
      capturedAt: row.captured_at,
      bytes: row.bytes,
      storedAt: isoTime(row.stored_at),
    };
  }

  /** The file of that kind that counts from now on; `now` in milliseconds. */
  async putSupplied(
    kind: SuppliedKind,
    file: Omit<SuppliedPointer, "storedAt"> & { readonly now: number },
  ): Promise<void> {
    const values = [kind, file.suppliedKey, file.sha256, file.bytes, file.now];
    this.#sql.exec(
      "INSERT OR REPLACE INTO supplied (kind, supplied_key, sha256, bytes, stored_at) VALUES (?, ?, ?, ?, ?)",
      ...values,
    );
  }

  /** All kinds at once, so that a job pins what counted at one moment. */
  async getSupplied(): Promise<SuppliedPointers> {
    const rows = this.#sql.exec<{
      kind: SuppliedKind;
      supplied_key: string;
      sha256: string;
      bytes: number;
      stored_at: number;
    }>("SELECT kind, supplied_key, sha256, bytes, stored_at FROM supplied");
    return Object.fromEntries(
      [...rows].map(({ kind, supplied_key, sha256, bytes, stored_at }) => {
        return [kind, { suppliedKey: supplied_key, sha256, bytes, storedAt: isoTime(stored_at) }];
      }),
    );
  }

  /** From now on there is none of that kind; nothing happens when there was none. */
  async removeSupplied(kind: SuppliedKind): Promise<void> {
    this.#sql.exec("DELETE FROM supplied WHERE kind = ?", kind);
  }

  /**
   * Enters a log file and its chunks in one transaction; idempotent by key and content. `formerRawKey`: where an older version would
   * have put the raw file that is replaced.
   */
  async recordFile(
    row: LedgerRow,
    chunks: readonly CatalogueChunk[],
    formerRawKey?: string,
  ): Promise<RecordFileOutcome> {
    return this.ctx.storage.transactionSync(() => recordFile(this.#sql, row, chunks, formerRawKey));
  }

  async findFile(key: string): Promise<LedgerRow | undefined> {
    return findFile(this.#sql, key);
  }

  /** Everything ingest asks before it takes a file, at once. */
  async ingestState(key: string): Promise<IngestState> {
    const status = (await this.getConfiguration())?.status;
    return { status, known: findFile(this.#sql, key), events: countEvents(this.#sql) };
  }

  /** The window is [startTime, endTime), ISO-8601. */
  async pinCatalogue(window: { readonly startTime: string; readonly endTime: string }): Promise<PinnedCatalogue> {
    return pinCatalogue(this.#sql, window);
  }

  async describeActivity(): Promise<ActivityDescription> {
    return describeActivity(this.#sql);
  }

  /** At most so many files. */
  async listErasure(scope: ErasureScope, most: number): Promise<readonly ErasureFile[]> {
    return listErasure(this.#sql, scope, most);
  }

  /** False when the file is no longer the one that was read. */
  async replaceFile(replacement: FileReplacement): Promise<boolean> {
    return this.ctx.storage.transactionSync(() => replaceFile(this.#sql, replacement));
  }

  /** Objects that are about to be written, for `recordFile` or `replaceFile` to name; `now` in milliseconds. */
  async expectObjects(objects: readonly StoredObject[], now: number): Promise<void> {
    this.ctx.storage.transactionSync(() => addGarbage(this.#sql, objects, { reason: "pending", now }));
  }

  /** Of objects that were expected, gives those that nothing has come to name: they are garbage now. */
  async discardObjects(objects: readonly StoredObject[], now: number): Promise<readonly StoredObject[]> {
    const unnamed = objects.filter((object) => !isNamed(this.#sql, object));
    this.ctx.storage.transactionSync(() => addGarbage(this.#sql, unnamed, { reason: "replaced", now }));
    return unnamed;
  }

  /** Objects that nothing names any more and an erasure of this scope has to delete. */
  async listGarbage(
    scope: ErasureScope,
    limits: { readonly now: number; readonly most: number },
  ): Promise<readonly Garbage[]> {
    return listGarbage(this.#sql, scope, limits);
  }

  /** These have been deleted. */
  async forgetGarbage(objects: readonly StoredObject[]): Promise<void> {
    this.ctx.storage.transactionSync(() => forgetGarbage(this.#sql, objects));
  }

  #configuration(): ConfigurationRow | undefined {
    return this.#sql.exec<ConfigurationRow>("SELECT * FROM configuration").toArray()[0];
  }
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
