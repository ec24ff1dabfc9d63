import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { AccessKey, Role } from "../../host/account/access-keys.ts";
import { MANAGEMENT, SHOP, snapshotOf } from "../organization/snapshot-of.ts";
import { PATIENCE } from "./helpers/held-queue.ts";
import { bindings, callWorker, newTenant, rebind, setAccessKeys } from "./helpers/preview-tenant.ts";
import { callOf, logOf } from "./helpers/records.ts";

const FILE = logOf(callOf(1, "2026-11-24T10:00:00Z"));
const ORIGINAL = { ...bindings };

/** The tenant whose jobs and data the others must not see, as its management account. */
const tenant = newTenant();
const { key: OWNER, id: TENANT } = tenant;
const otherTenant = newTenant();

function keyOf(name: string, changes: Partial<AccessKey>): AccessKey {
  return { ...OWNER, accessKeyId: `AKID${name}`, secretAccessKey: `secret of ${name}`, ...changes };
}

const { organizationId: _, ...withoutOrganization } = keyOf("ALONE", {});
/** Of the same account number as the owner, but for the first. */
const OTHERS = {
  "another account of the organization": keyOf("SHOP", { accountId: SHOP }),
  "an account of that number in another organization": keyOf("OTHER", { organizationId: otherTenant.id }),
  "an account of that number without an organization": withoutOrganization as AccessKey,
} as const;
const NAMES = Object.keys(OTHERS) as readonly (keyof typeof OTHERS)[];
const READER = keyOf("READER", { accountId: SHOP, role: "reader" satisfies Role });
const ALL_KEYS = [OWNER, READER, ...Object.values(OTHERS)];

type Request = Omit<Parameters<typeof callWorker>[0], "key">;
const as = (key: AccessKey, request: Request) => callWorker({ ...request, key }, ALL_KEYS);
const list = async (key: AccessKey, query: Readonly<Record<string, string>> = {}) =>
  (await as(key, { path: "/policy/preview", query })).body;

beforeAll(async () => {
  setAccessKeys(...ALL_KEYS);
  await tenant.prepare({ "file.json": FILE });
});
beforeEach(() => {
  setAccessKeys(...ALL_KEYS);
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rebind(ORIGINAL);
});

describe.each(NAMES)("to %s", (name) => {
  const other = OTHERS[name];

  test.each([
    ["Get", "GET", ""],
    ["Cancel", "PUT", ""],
    ["progress", "GET", "/progress"],
    ["findings", "GET", "/findings"],
    ["a file of the report", "GET", "/report/summary.json"],
    ["the manifest", "GET", "/report/manifest.json"],
  ])("a job of the owner is what never existed (%s)", async (_what, method, rest) => {
    const jobId = await tenant.start();
    await tenant.until(jobId, "COMPLETED");
    const unknown = crypto.randomUUID();
    const answer = await as(other, { method, path: `/policy/preview/${jobId}${rest}` });
    const never = await as(other, { method, path: `/policy/preview/${unknown}${rest}` });
    expect([answer.status, never.status]).toEqual([404, 404]);
    expect(JSON.stringify(answer.body).replaceAll(jobId, unknown)).toBe(JSON.stringify(never.body));
    expect((await as(OWNER, { path: `/policy/preview/${jobId}${rest}` })).status).toBe(200);
  });

  test("a running job cannot be canceled", async () => {
    rebind({ PREVIEW_TASKS: { sendBatch: async () => {} } });
    const jobId = await tenant.start();
    await tenant.until(jobId, "IN_PROGRESS");
    expect((await as(other, { method: "PUT", path: `/policy/preview/${jobId}` })).status).toBe(404);
    expect((await tenant.details(jobId)).jobStatus).toBe("IN_PROGRESS");
    expect((await tenant.cancel(jobId)).status).toBe(200);
  });

  test("no list shows the owner's jobs, whatever the filter", async () => {
    const jobId = await tenant.start();
    await tenant.until(jobId, "COMPLETED");
    for (const query of [{}, { jobStatus: "COMPLETED" }, { targetId: "ou-jm01-plants001" }]) {
      const shows = async (key: AccessKey) => JSON.stringify(await list(key, query)).includes(jobId);
      expect([await shows(OWNER), await shows(other)], JSON.stringify(query)).toEqual([true, false]);
    }
  });

  test("client tokens are others: the same one starts another job, whatever it asks for", async () => {
    const clientToken = crypto.randomUUID();
    const started = await as(OWNER, tenant.startRequest({ clientToken }));
    const others = await as(other, tenant.startRequest({ clientToken, targetId: "r-jm01" }));
    expect([started.status, others.status]).toEqual([200, 200]);
    expect(others.body.jobId).not.toBe(started.body.jobId);
    expect(await as(OWNER, tenant.startRequest({ clientToken }))).toEqual(started);
    expect((await as(other, { path: `/policy/preview/${others.body.jobId}` })).status).toBe(200);
  });
});

const MAPPING = {
  mappings: [{ eventSource: "sqs.amazonaws.com", eventName: "ListQueues", actions: ["sqs:ListQueues"] }],
};
const CONTEXT = { "aws:PrincipalTag/team": "rye" };

describe.each(NAMES.slice(1))("to %s", (name) => {
  const other = OTHERS[name];

  test.each([
    ["organization", snapshotOf()],
    ["mapping", MAPPING],
    ["context", CONTEXT],
  ])("the owner's %s is not there, and its own one is its own", async (what, content) => {
    const path = `/${what}`;
    const put = (key: AccessKey, body: object) => as(key, { method: "PUT", path, body: JSON.stringify(body) });
    expect((await put(OWNER, content)).status).toBe(200);
    const before = await as(OWNER, { path });
    const { status, body } = await as(other, { path });
    expect([status, body.resourceId]).toEqual([404, other.organizationId ?? other.accountId]);
    const own = what === "organization" ? { ...snapshotOf(), CapturedAt: "2026-11-21T08:00:00Z" } : content;
    expect((await put(other, own)).status).toBe(200);
    expect((await as(other, { path })).status).toBe(200);
    if (what !== "organization") expect((await as(other, { method: "DELETE", path })).status).toBe(200);
    expect(await as(OWNER, { path })).toEqual(before);
  });

  test("the owner's activity is not there: neither shown, nor erased, nor judged by a job", async () => {
    const path = "/policy/preview-configuration";
    await as(other, { method: "PUT", path: "/organization", body: JSON.stringify(snapshotOf()) });
    expect((await as(other, { method: "PUT", path })).status).toBe(200);
    const before = await tenant.activity();
    expect((await as(other, { path: "/activity" })).body).toMatchObject({ events: 0, files: 0, accounts: [] });
    const erased = await as(other, { method: "DELETE", path: "/activity", query: { all: "true" } });
    expect(erased.body).toMatchObject({ erasedEvents: 0, erasedFiles: 0, endedJobs: [], reports: [] });
    expect(await tenant.activity()).toEqual(before);
    const { body } = await as(other, tenant.startRequest());
    const progress = await vi.waitFor(async () => {
      const now = (await as(other, { path: `/policy/preview/${body.jobId}/progress` })).body;
      expect(now.status).toBe("COMPLETED");
      return now;
    }, PATIENCE);
    expect([progress.events, progress.tasksTotal]).toEqual([0, 0]);
    await as(other, { method: "DELETE", path });
  });

  test("the owner's configuration is another: created, shown and deleted apart", async () => {
    const path = "/policy/preview-configuration";
    expect((await as(other, { path })).status).toBe(404);
    expect((await as(other, { method: "PUT", path: "/cloudtrail/file.json", body: FILE })).status).toBe(409);
    expect((await as(other, { method: "PUT", path })).status).toBe(200);
    expect((await as(other, { method: "PUT", path: "/cloudtrail/file.json", body: FILE })).status).toBe(200);
    expect((await as(other, { method: "DELETE", path })).status).toBe(200);
    expect((await as(OWNER, { path })).status).toBe(200);
    expect((await tenant.activity()).files).toBe(1);
  });
});

describe("an account of the same organization", () => {
  test("sees organization, activity and configuration of its tenant with a reader's key, and may change none", async () => {
    for (const path of ["/organization", "/activity", "/policy/preview-configuration"]) {
      expect(await as(READER, { path })).toEqual(await as(OWNER, { path }));
    }
    expect((await as(READER, { path: "/organization" })).body).toMatchObject({
      Organization: snapshotOf().Organization,
    });
    for (const [method, path] of [
      ["PUT", "/organization"],
      ["DELETE", "/activity"],
      ["PUT", "/policy/preview"],
      ["PUT", "/cloudtrail/file.json"],
      ["DELETE", "/policy/preview-configuration"],
    ] as const) {
      expect((await as(READER, { method, path, body: "{}" })).status, `${method} ${path}`).toBe(403);
    }
  });

  test("sees the jobs of its own account with a reader's key, and of no other", async () => {
    const own = await as(OTHERS["another account of the organization"], tenant.startRequest());
    const jobId = await tenant.start();
    expect((await as(READER, { path: `/policy/preview/${own.body.jobId}` })).status).toBe(200);
    expect((await as(READER, { path: `/policy/preview/${jobId}` })).status).toBe(404);
    const listed = JSON.stringify(await list(READER));
    expect([listed.includes(String(own.body.jobId)), listed.includes(jobId)]).toEqual([true, false]);
  });
});

describe("an access key id", () => {
  test("is good with its own secret alone, not with another tenant's", async () => {
    const stolen = {
      ...OWNER,
      secretAccessKey: OTHERS["an account of that number in another organization"].secretAccessKey,
    };
    expect((await as(stolen, { path: "/organization" })).status).toBe(403);
    expect((await as(OWNER, { path: "/organization" })).status).toBe(200);
  });

  test("is nobody's when two tenants have it: then no request is answered", async () => {
    const twice = { ...OWNER, organizationId: otherTenant.id, secretAccessKey: "another secret" };
    for (const key of [OWNER, twice]) {
      expect((await callWorker({ path: "/organization", key }, [OWNER, twice])).status).toBe(500);
    }
  });
});

test("the owner is the management account, and no key of a test stands for another", () => {
  expect([OWNER.accountId, OWNER.organizationId]).toEqual([MANAGEMENT, TENANT]);
  expect(new Set(ALL_KEYS.map(({ accessKeyId }) => accessKeyId)).size).toBe(ALL_KEYS.length);
});
