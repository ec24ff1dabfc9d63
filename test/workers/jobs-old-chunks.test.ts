import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tenantStub } from "../../host/account/stubs.ts";
import { makeOld } from "./helpers/old-chunks.ts";
import { bindings } from "./helpers/preview-tenant.ts";
import { FILES, readyTenant, runJob } from "./helpers/run-job.ts";

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
