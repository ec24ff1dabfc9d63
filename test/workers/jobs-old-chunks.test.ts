import { tableFromIPC, tableToIPC } from "@uwdata/flechette";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tenantStub } from "../../host/account/stubs.ts";
import type { CatalogueChunk } from "../../host/account/tenant-types.ts";
import { chunkKey } from "../../host/activity/object-keys.ts";
import { sha256Hex } from "../../host/activity/sha256.ts";
import { chunkSources } from "../../host/evaluation/chunks/chunk-file.ts";
import { bindings, type PreviewTenant } from "./helpers/preview-tenant.ts";
import { FILES, readyTenant, runJob } from "./helpers/run-job.ts";

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

/** Puts old chunks in the place of all that the tenant has. */
async function makeOld(tenant: PreviewTenant): Promise<void> {
  const object = tenantStub(bindings, tenant.id);
  const byFile = new Map<string, CatalogueChunk[]>();
  const { objects } = await bindings.ACTIVITY.list({ prefix: `chunks/${tenant.id}/` });
  for (const { key } of objects) {
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

const withoutManifest = (contents: ReadonlyMap<string, Uint8Array>) =>
  new Map([...contents].filter(([name]) => name !== "manifest.json" && name !== "/manifest.json"));

beforeEach(() => {
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("chunks of an older extraction", () => {
  test("are made again from their log files: the report is the same", async () => {
    const tenant = await readyTenant(FILES);
    const fresh = await runJob(tenant);
    await makeOld(tenant);
    const old = await runJob(tenant);
    expect(withoutManifest(old.contents).size).toBeGreaterThan(3);
    expect(withoutManifest(old.contents)).toEqual(withoutManifest(fresh.contents));
  });

  test("end a job that needs a log file which is gone, and the message says which", async () => {
    const tenant = await readyTenant(FILES);
    await makeOld(tenant);
    const row = await tenantStub(bindings, tenant.id).findFile("b/tuesday.json");
    await bindings.CLOUDTRAIL.delete(row?.rawKey ?? "");
    const details = await tenant.until(await tenant.start());
    expect(details).toMatchObject({ jobStatus: "FAILED", jobError: { code: "RESOURCE_NOT_FOUND_ERROR" } });
    expect(details.jobError?.message).toContain("b/tuesday.json");
  });
});
