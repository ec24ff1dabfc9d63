import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tenantStub } from "../../host/account/stubs.ts";
import { arrive } from "./helpers/notifications.ts";
import { bindings, newTenant, type PreviewTenant, rebind, setAccessKeys } from "./helpers/preview-tenant.ts";
import { callOf, logOf } from "./helpers/records.ts";
import { readyTenant } from "./helpers/run-job.ts";
import { emptyBuckets, keysIn } from "./helpers/stored-objects.ts";
import { type BucketMethod, tampered, withTampered } from "./helpers/tampered-buckets.ts";

const ORIGINAL = { ...bindings };
const PATH = "/policy/preview-configuration";
const FILE = logOf(callOf(1, "2026-11-24T10:00:00Z"));

let logged: string[] = [];

beforeEach(async () => {
  await emptyBuckets();
  logged = [];
  vi.spyOn(console, "error").mockImplementation((line) => {
    logged.push(String(line));
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  rebind(ORIGINAL);
});

interface Shown {
  readonly scope: string;
  readonly status: string;
  readonly createdAt: string;
  readonly updatedAt?: string;
}

const create = (tenant: PreviewTenant, body: Readonly<Record<string, unknown>> = {}) =>
  tenant.call({ method: "PUT", path: PATH, body: JSON.stringify(body) });
const remove = (tenant: PreviewTenant, clientToken: string) =>
  tenant.call({ method: "DELETE", path: PATH, query: { clientToken } });

/** The configuration as Get answers it; undefined when there is none. */
async function shown(tenant: PreviewTenant): Promise<Shown | undefined> {
  const { status, body } = await tenant.call({ path: PATH });
  const [configuration, ...others] = (body.policyPreviewConfigurations ?? []) as readonly Shown[];
  expect(others).toEqual([]);
  expect(status).toBe(configuration === undefined ? 404 : 200);
  return configuration;
}

function breakBucket(bucket: "CLOUDTRAIL" | "ACTIVITY", method: BucketMethod): void {
  const broken = tampered(ORIGINAL[bucket], bucket, (call, go) =>
    call.method === method ? Promise.reject(new Error("the bucket does not answer")) : go(),
  );
  rebind({ [bucket]: broken });
}

const BREAKS = (["CLOUDTRAIL", "ACTIVITY"] as const).flatMap((bucket) =>
  (["put", "get", "delete"] as const).map((method) => [bucket, method] as const),
);

describe("a policy preview configuration", () => {
  test("is of the one scope there is, asked for or not, and of no other", async () => {
    for (const body of [{}, { scope: "GLOBAL" }]) {
      const tenant = newTenant();
      expect(await create(tenant, body)).toEqual({ status: 200, body: { status: "PENDING_CREATION" } });
      expect(await shown(tenant)).toMatchObject({ scope: "GLOBAL", status: "ACTIVE" });
    }
    const tenant = newTenant();
    expect((await create(tenant, { scope: "REGIONAL" })).status).toBe(400);
    expect(await shown(tenant)).toBeUndefined();
  });

  test("is ACTIVE once both buckets take objects and give them back, and leaves none in them", async () => {
    const tenant = newTenant();
    await create(tenant);
    const tried: string[] = [];
    const configuration = await withTampered(
      async ({ bucket, method }, go) => {
        tried.push(`${bucket} ${method}`);
        return go();
      },
      () => shown(tenant),
    );
    expect(tried).toEqual(BREAKS.map((names) => names.join(" ")));
    expect(configuration).toMatchObject({ status: "ACTIVE", createdAt: expect.stringMatching(/Z$/) });
    expect(Date.parse(configuration?.updatedAt ?? "")).toBeGreaterThanOrEqual(
      Date.parse(configuration?.createdAt ?? ""),
    );
    expect([await keysIn("CLOUDTRAIL"), await keysIn("ACTIVITY")]).toEqual([[], []]);
  });

  test("is settled once: it stays what it became", async () => {
    const tenant = newTenant();
    await create(tenant);
    const before = await shown(tenant);
    breakBucket("ACTIVITY", "put");
    expect(await shown(tenant)).toEqual(before);
  });

  test("is settled once for all who ask at the same time", async () => {
    const tenant = newTenant();
    await create(tenant);
    const calls = new Map<string, number>();
    const all = await withTampered(
      async ({ bucket, method }, go) => {
        const name = `${bucket} ${method}`;
        const before = calls.get(name) ?? 0;
        calls.set(name, before + 1);
        // One who tries after another would find nothing where the other has deleted, before the other is through.
        await scheduler.wait({ "CLOUDTRAIL get": before * 10, "ACTIVITY put": 100 }[name] ?? 0);
        return go();
      },
      () => Promise.all(Array.from({ length: 12 }, () => shown(tenant))),
    );
    expect(all.map((configuration) => configuration?.status)).toEqual(all.map(() => "ACTIVE"));
    expect(new Set(all.map((configuration) => configuration?.updatedAt)).size).toBe(1);
    expect([...calls.values()]).toEqual(BREAKS.map(() => 1));
  });

  test("is settled by log files that come at the same time, and all of them are taken", async () => {
    const tenant = newTenant();
    await create(tenant);
    const uploads = Array.from({ length: 12 }, (_, index) => tenant.upload(`file-${index}.json`, FILE));
    expect(await Promise.all(uploads)).toHaveLength(12);
    expect((await tenant.activity()).files).toBe(12);
  });

  test("is made once: the same token answers the same, another is told that it exists", async () => {
    const tenant = newTenant();
    const first = await create(tenant, { clientToken: "a" });
    expect(await create(tenant, { clientToken: "a" })).toEqual(first);
    const conflict = { resourceId: "GLOBAL", resourceType: "PolicyPreviewConfiguration" };
    expect(await create(tenant, { clientToken: "b" })).toMatchObject({ status: 409, body: conflict });
    const before = await shown(tenant);
    expect((await create(tenant, { clientToken: "a" })).status).toBe(200);
    expect((await create(tenant)).status).toBe(409);
    expect(await shown(tenant)).toEqual(before);
  });

  test("can be deleted while PENDING_CREATION, and be created again by either token", async () => {
    const tenant = newTenant();
    await create(tenant, { clientToken: "a" });
    expect((await remove(tenant, "d")).status).toBe(200);
    expect(await shown(tenant)).toBeUndefined();
    expect((await remove(tenant, "other")).status).toBe(404);
    await create(tenant, { clientToken: "a" });
    // A late copy of the deletion.
    expect((await remove(tenant, "d")).status).toBe(200);
    expect(await shown(tenant)).toMatchObject({ status: "ACTIVE" });
  });

  test("that is deleted while it is settled stays deleted", async () => {
    const tenant = newTenant();
    await create(tenant, { clientToken: "a" });
    const asked = await withTampered(
      async ({ bucket, method }, go) => {
        if (bucket === "ACTIVITY" && method === "get") {
          await tenantStub(bindings, tenant.id).deleteConfiguration({ clientToken: "d", now: Date.now() });
        }
        return go();
      },
      () => tenant.call({ path: PATH }),
    );
    expect(asked.status).toBe(404);
    expect(await shown(tenant)).toBeUndefined();
  });
});

describe("a policy preview configuration FAILED", () => {
  test.each(BREAKS)("when %s does not %s", async (bucket, method) => {
    const tenant = newTenant();
    await create(tenant);
    breakBucket(bucket, method);
    const configuration = await shown(tenant);
    expect(configuration).toMatchObject({ scope: "GLOBAL", status: "FAILED", createdAt: expect.stringMatching(/Z$/) });
    expect(configuration?.updatedAt).toMatch(/Z$/);
    expect(logged).toContainEqual(expect.stringMatching(new RegExp(`configuration-failed.*${bucket}`)));
  });

  test("when a bucket gives back something else than it was given", async () => {
    const tenant = newTenant();
    await create(tenant);
    const forgetful = tampered(bindings.ACTIVITY, "ACTIVITY", async ({ method }, go) =>
      method === "get" ? null : go(),
    );
    rebind({ ACTIVITY: forgetful });
    expect(await shown(tenant)).toMatchObject({ status: "FAILED" });
  });

  async function failedTenant(clientToken = "a"): Promise<PreviewTenant> {
    const tenant = newTenant();
    setAccessKeys(tenant.key);
    await tenant.storeOrganization();
    await create(tenant, { clientToken });
    breakBucket("CLOUDTRAIL", "put");
    expect(await shown(tenant)).toMatchObject({ status: "FAILED" });
    rebind({ CLOUDTRAIL: ORIGINAL.CLOUDTRAIL });
    return tenant;
  }

  test("refuses log files and pushed events, and says so", async () => {
    const tenant = await failedTenant();
    for (const request of [
      { method: "PUT", path: "/cloudtrail/file.json", body: FILE },
      { method: "POST", path: "/cloudtrail", body: FILE },
    ]) {
      const { status, body } = await tenant.call(request);
      expect([status, body.resourceType]).toEqual([409, "PolicyPreviewConfiguration"]);
      expect(body.message).toMatch(/FAILED.*CreatePolicyPreviewConfiguration/);
    }
    expect(await arrive("copies/log.json", FILE)).toBe("acknowledged");
    expect((await tenant.activity()).files).toBe(0);
  });

  test("ends jobs INVALID_POLICY_PREVIEW_CONFIGURATION", async () => {
    const tenant = await failedTenant();
    const { jobStatus, jobError } = await tenant.until(await tenant.start());
    expect([jobStatus, jobError?.code]).toEqual(["FAILED", "INVALID_POLICY_PREVIEW_CONFIGURATION"]);
    expect(jobError?.message).toContain("CreatePolicyPreviewConfiguration");
  });

  test("is tried again when it is created with another token, and keeps the time of its creation", async () => {
    const tenant = await failedTenant();
    const failed = await shown(tenant);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
    expect(await create(tenant, { clientToken: "b" })).toEqual({ status: 200, body: { status: "PENDING_CREATION" } });
    const active = await shown(tenant);
    expect(active).toMatchObject({ status: "ACTIVE", createdAt: failed?.createdAt });
    expect(Date.parse(active?.updatedAt ?? "")).toBeGreaterThan(Date.parse(failed?.updatedAt ?? ""));
    expect(await tenant.upload("file.json", FILE)).toMatchObject({ stored: 1 });
  });

  test("stays so for a repetition of the request that made it, and fails again while the bucket does not work", async () => {
    const tenant = await failedTenant("a");
    const failed = await shown(tenant);
    expect((await create(tenant, { clientToken: "a" })).status).toBe(200);
    expect(await shown(tenant)).toEqual(failed);
    await create(tenant, { clientToken: "b" });
    breakBucket("ACTIVITY", "get");
    expect(await shown(tenant)).toMatchObject({ status: "FAILED", createdAt: failed?.createdAt });
  });

  test("can be deleted, and is a new one then", async () => {
    const tenant = await failedTenant();
    expect((await remove(tenant, "d")).status).toBe(200);
    expect(await shown(tenant)).toBeUndefined();
    await create(tenant, { clientToken: "a" });
    expect(await shown(tenant)).toMatchObject({ status: "ACTIVE" });
  });
});

describe("a policy preview configuration that was deleted", () => {
  test("keeps what was collected, for the next one", async () => {
    const tenant = await readyTenant({ "file.json": FILE });
    await tenant.stopCollecting();
    expect((await tenant.activity()).events).toBe(1);
    expect((await tenant.call({ method: "PUT", path: "/cloudtrail/file.json", body: FILE })).status).toBe(409);
    await tenant.collect();
    expect(await tenant.upload("file.json", FILE)).toMatchObject({ repeated: true });
  });
});
