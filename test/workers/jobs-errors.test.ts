import { runInDurableObject } from "cloudflare:test";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tenantStub } from "../../host/account/stubs.ts";
import type { OrganizationSnapshot } from "../../host/domain/organization.ts";
import type { JobObject } from "../../host/jobs/job-object.ts";
import { jobStub } from "../../host/jobs/job-stub.ts";
import { MANAGEMENT, MILL, SHOP, snapshotOf } from "../organization/snapshot-of.ts";
import { endsWith, failsWith, knownTenant } from "./helpers/failing-jobs.ts";
import { bindings, newTenant, REPORT_BUCKET, rebind, setAccessKeys } from "./helpers/preview-tenant.ts";
import { callOf, logOf } from "./helpers/records.ts";

const FILE = { "file.json": logOf(callOf(1, "2026-11-24T10:00:00Z")) };
const ORIGINAL = { ...bindings };
beforeEach(() => {
  // What goes wrong on purpose is told in the Worker's log, too.
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rebind(ORIGINAL);
});

describe("a job fails with", () => {
  test("INVALID_POLICY_PREVIEW_CONFIGURATION when there is no configuration", async () => {
    const tenant = knownTenant();
    await tenant.storeOrganization();
    expect(await failsWith(tenant, "INVALID_POLICY_PREVIEW_CONFIGURATION")).toContain(
      "CreatePolicyPreviewConfiguration",
    );
  });

  test("INVALID_ORGANIZATION_CONFIGURATION when no organization is stored", async () => {
    const tenant = knownTenant();
    await tenant.collect();
    expect(await failsWith(tenant, "INVALID_ORGANIZATION_CONFIGURATION")).toContain("PUT /organization");
  });

  const broken: readonly (readonly [string, Partial<OrganizationSnapshot>, RegExp])[] = [
    [
      "an attached policy cannot be read",
      {
        Policies: snapshotOf().Policies.map((policy) => ({
          ...policy,
          Content: '{"Version":"2012-10-17","Statement":[{"Effect":"Deni"}]}',
        })),
      },
      /p-leaving01/,
    ],
    [
      "an OU has a parent that is not there",
      { OrganizationalUnits: [{ Id: "ou-jm01-north0001", ParentId: "r-jm99" }] },
      /r-jm99/,
    ],
  ];
  test.each(broken)("INVALID_ORGANIZATION_CONFIGURATION when %s in the stored snapshot", async (_, changes, place) => {
    const tenant = knownTenant();
    await tenant.prepare();
    // An older version of the service could have stored it.
    const snapshotKey = `organizations/${tenant.id}/older.json`;
    await bindings.ACTIVITY.put(snapshotKey, JSON.stringify(snapshotOf(changes)));

    const pointer = { snapshotKey, sha256: "older", capturedAt: "2026-11-20T08:00:00Z", bytes: 1, now: Date.now() };
    await tenantStub(bindings, tenant.id).putOrganization(pointer);
    expect(await failsWith(tenant, "INVALID_ORGANIZATION_CONFIGURATION")).toMatch(place);
  });

  test("ORGANIZATION_ACCESS_DENIED_ERROR when a member account started it", async () => {
    const tenant = knownTenant({ accountId: SHOP });
    await tenant.prepare();
    const message = await failsWith(tenant, "ORGANIZATION_ACCESS_DENIED_ERROR");
    for (const named of [SHOP, MANAGEMENT]) expect(message).toContain(named);
  });

  test.each([
    ["is not in the organization", "ou-jm01-nowhere01"],
    ["is the root of another one", "r-jm99"],
    ["is an account of another one", "999999999999"],
    ["is the management account", MANAGEMENT],
  ])("INVALID_TARGET_ERROR when the target %s", async (_, targetId) => {
    const tenant = knownTenant();
    await tenant.prepare();
    expect(await failsWith(tenant, "INVALID_TARGET_ERROR", { targetId })).toContain(targetId);
  });

  test("S3_BUCKET_NOT_FOUND_ERROR when no bucket of that name is bound", async () => {
    const tenant = knownTenant();
    await tenant.prepare();
    const message = await failsWith(tenant, "S3_BUCKET_NOT_FOUND_ERROR", { outputS3Uri: "s3://nobodys-bucket/x" });
    expect(message).toContain("nobodys-bucket");
  });

  test("S3_BUCKET_PERMISSION_ERROR when the bucket takes no objects, before any event is read", async () => {
    const tenant = knownTenant();
    await tenant.prepare(FILE);
    rebind({
      OUTPUT_BUCKETS: JSON.stringify({ [REPORT_BUCKET]: "REPORTS", "closed-bucket": "CLOSED" }),
      CLOSED: { put: () => Promise.reject(new Error("access denied")) },
    });
    const jobId = await tenant.start({ outputS3Uri: "s3://closed-bucket/x" });
    await endsWith(tenant, jobId, "S3_BUCKET_PERMISSION_ERROR");
    expect(await tenant.progress(jobId)).toMatchObject({ tasksTotal: 0, events: 0 });
  });

  test("AUTHORIZATION_ERROR when the key that started it was removed", async () => {
    const tenant = newTenant();
    await tenant.prepare();
    setAccessKeys();
    expect(await failsWith(tenant, "AUTHORIZATION_ERROR")).toContain(tenant.key.accessKeyId);
  });

  test.each(["reader", "ingest"] as const)("INSUFFICIENT_PERMISSIONS_ERROR when its key became %s", async (role) => {
    const tenant = newTenant();
    await tenant.prepare();
    setAccessKeys({ ...tenant.key, role, secretAccessKey: "anotherSecret" });
    const message = await failsWith(tenant, "INSUFFICIENT_PERMISSIONS_ERROR");
    for (const named of [tenant.key.accessKeyId, role]) expect(message).toContain(named);
  });

  test("INVALID_SERVICE_LINKED_ROLE when the secret with the keys cannot be read, without telling it", async () => {
    const tenant = newTenant();
    await tenant.prepare();
    rebind({ ACCESS_KEYS: '[{"accessKeyId":"AKID","secretAccessKey":"hush hush"}]' });
    const message = await failsWith(tenant, "INVALID_SERVICE_LINKED_ROLE");
    expect(message).toContain("ACCESS_KEYS");
    expect(message).not.toContain("hush");
  });

  test("RESOURCE_NOT_FOUND_ERROR when a chunk that it pinned is gone", async () => {
    const tenant = knownTenant();
    await tenant.prepare(FILE);
    const { objects } = await bindings.ACTIVITY.list({ prefix: `chunks/${tenant.id}/` });
    await bindings.ACTIVITY.delete(objects.map(({ key }) => key));
    expect(await failsWith(tenant, "RESOURCE_NOT_FOUND_ERROR")).toContain(objects[0]?.key);
  });

  test("SERVICE_ERROR when a chunk is not one, and names it", async () => {
    const tenant = knownTenant();
    await tenant.prepare(FILE);
    const { objects } = await bindings.ACTIVITY.list({ prefix: `chunks/${tenant.id}/` });
    const key = objects[0]?.key ?? "";
    await bindings.ACTIVITY.put(key, "poison");
    expect(await failsWith(tenant, "SERVICE_ERROR")).toContain(key);
  });

  test("SERVICE_ERROR when it cannot be planned however often it is tried", async () => {
    const tenant = knownTenant();
    await tenant.prepare(FILE);
    rebind({ ACTIVITY: { get: () => Promise.reject(new Error("the bucket does not answer")) } });
    const jobId = await tenant.start();
    const job = jobStub(bindings, jobId);
    const retry = { isRetry: true, retryCount: 4, scheduledTime: Date.now() };
    await runInDurableObject(job, (object: JobObject) => object.alarm(retry));
    await endsWith(tenant, jobId, "SERVICE_ERROR");
  });

  test("CANCELED_JOB_ERROR when the configuration is deleted while it runs", async () => {
    const tenant = knownTenant();
    await tenant.prepare(FILE);
    rebind({ PREVIEW_TASKS: { sendBatch: async () => {} } });
    const jobId = await tenant.start();
    await tenant.until(jobId, "IN_PROGRESS");
    await tenant.stopCollecting();
    expect(await endsWith(tenant, jobId, "CANCELED_JOB_ERROR")).toMatch(/configuration/);
  });
});

describe("a job of", () => {
  test("a delegated administrator completes", async () => {
    const tenant = knownTenant({ accountId: SHOP });
    await tenant.prepare(FILE);
    await tenant.storeOrganization(snapshotOf({ DelegatedAdministrators: [{ Id: SHOP }] }));
    expect((await tenant.until(await tenant.start())).jobStatus).toBe("COMPLETED");
  });

  test("a key whose role became operator completes", async () => {
    const tenant = newTenant();
    await tenant.prepare(FILE);
    setAccessKeys({ ...tenant.key, role: "operator" });
    expect((await tenant.until(await tenant.start())).jobStatus).toBe("COMPLETED");
  });

  test("a tenant goes on after one that failed: the failure touches nobody else", async () => {
    const [failing, other] = [knownTenant(), newTenant()];
    setAccessKeys(failing.key, other.key);
    await failing.collect();
    await other.prepare(FILE);
    const [failed, completed] = [await failing.start(), await other.start({ targetId: MILL })];
    expect((await failing.until(failed)).jobStatus).toBe("FAILED");
    expect((await other.until(completed)).jobStatus).toBe("COMPLETED");
  });
});
