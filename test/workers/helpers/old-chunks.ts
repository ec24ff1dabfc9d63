/** Chunks as an older version of the service wrote them. */
import { runInDurableObject } from "cloudflare:test";
import { tableFromIPC, tableToIPC } from "@uwdata/flechette";
import { tenantStub } from "../../../host/account/stubs.ts";
import type { TenantObject } from "../../../host/account/tenant-object.ts";
import type { CatalogueChunk } from "../../../host/account/tenant-types.ts";
import { chunkKey, formerRawFileKey } from "../../../host/activity/object-keys.ts";
import { sha256Hex } from "../../../host/activity/sha256.ts";
import { chunkSources } from "../../../host/evaluation/chunks/chunk-file.ts";
import { bindings, type PreviewTenant } from "./preview-tenant.ts";
import { namedChunks } from "./stored-objects.ts";

/** An extraction that there was once. */
const OLD = "1";

/** The chunk as an older version wrote it: its columns do not count, because nobody reads them. */
function asOld(bytes: Uint8Array): Uint8Array {
  const table = tableFromIPC(bytes);
  const metadata = new Map([...(table.schema.metadata ?? []), ["scp-preview.extraction", OLD]]);
  Object.assign(table.schema, { metadata });
  const old = tableToIPC(table, { format: "file" });
  if (old === null) throw new Error("no bytes");
  return old;
}

/**
 * Puts old chunks in the place of all that the tenant has, and leaves out of the catalogue what older versions did not enter:
 * whose events a chunk holds.
 */
export async function makeOld(tenant: PreviewTenant): Promise<void> {
  const object = tenantStub(bindings, tenant.id);
  const byFile = new Map<string, CatalogueChunk[]>();
  for (const key of await namedChunks(tenant.id)) {
    const stored = await bindings.ACTIVITY.get(key);
    const bytes = asOld(new Uint8Array((await stored?.arrayBuffer()) ?? new ArrayBuffer(0)));
    const partition = key.split("/").slice(2, 4).join("/");
    const [fileKey = ""] = chunkSources(bytes) ?? [];
    const name = chunkKey(tenant.id, partition, await sha256Hex(bytes));
    await bindings.ACTIVITY.put(name, bytes);
    const time = Date.parse(partition.slice(0, 10));
    const sizes = { rows: 1, bytes: bytes.length, timeMin: time, timeMax: time };
    const chunk = { chunkKey: name, partition, fileKey, extractionVersion: Number(OLD), ...sizes, accounts: [] };
    byFile.set(fileKey, [...(byFile.get(fileKey) ?? []), chunk]);
  }
  for (const [fileKey, chunks] of byFile) {
    const row = await object.findFile(fileKey);
    if (row === undefined) throw new Error(`no file ${fileKey}`);
    await object.recordFile({ ...row, contentSha256: `of old ${row.contentSha256}` }, chunks);
  }
}

/** Moves the raw file to where older versions put it, which the ledger does not say. */
export async function moveToFormerPlace(tenant: PreviewTenant, key: string): Promise<string> {
  const object = tenantStub(bindings, tenant.id);
  const { rawKey = "" } = (await object.findFile(key)) ?? {};
  const raw = await bindings.CLOUDTRAIL.get(rawKey);
  const formerKey = formerRawFileKey(tenant.id, key);
  await bindings.CLOUDTRAIL.put(formerKey, (await raw?.arrayBuffer()) ?? "");
  await bindings.CLOUDTRAIL.delete(rawKey);
  await runInDurableObject(object, (_: TenantObject, { storage }) => {
    storage.sql.exec("UPDATE file SET raw_key = NULL WHERE key = ?", key);
  });
  return formerKey;
}
