import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { MANAGEMENT, SHOP } from "../organization/snapshot-of.ts";
import { endsWith, failsWith } from "./helpers/failing-jobs.ts";
import {
  bindings,
  callWorker,
  type PreviewTenant,
  REPORT_BUCKET,
  rebind,
  setAccessKeys,
} from "./helpers/preview-tenant.ts";
import { callOf, logOf } from "./helpers/records.ts";
import { objectsUnder, summaryOf } from "./helpers/report-files.ts";
import { readyTenant, runJob } from "./helpers/run-job.ts";

const FILE = {
  "file.json": logOf(
    callOf(1, "2026-11-24T10:00:00Z"),
    callOf(2, "2026-11-25T10:00:00Z"),
    callOf(3, "2026-11-25T11:00:00Z"),
  ),
};
const ORIGINAL = { ...bindings };

beforeEach(() => {
  // What goes wrong on purpose is told in the Worker's log, too.
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const name of Object.keys(bindings)) if (!(name in ORIGINAL)) rebind({ [name]: undefined });
  rebind(ORIGINAL);
});

/** A bucket of reports that is open to these accounts alone. */
function bindReports(accounts: readonly string[], name = REPORT_BUCKET): void {
  rebind({ OUTPUT_BUCKETS: JSON.stringify({ [name]: { binding: "REPORTS", accounts } }) });
}

describe("a job fails with", () => {
  test("SERVICE_QUOTA_EXCEEDED_ERROR when its days hold too many events, not when fewer days do", async () => {
    const tenant = await readyTenant(FILE);
    rebind({ JOB_EVENTS_MAX: "2" });
    const message = await failsWith(tenant, "SERVICE_QUOTA_EXCEEDED_ERROR");
    for (const named of ["3 events", "JOB_EVENTS_MAX", "shorter windows"]) expect(message).toContain(named);
    const { contents } = await runJob(tenant, { startTime: "2026-11-25T00:00:00Z" });
    expect(summaryOf(contents).counts.records).toBe(2);
  });

  test("S3_BUCKET_PERMISSION_ERROR when the bucket is open to other accounts alone, and nothing is tried in it", async () => {
    const tenant = await readyTenant(FILE);
    bindReports([SHOP]);
    const put = vi.spyOn(bindings.REPORTS as R2Bucket, "put");
    expect(await failsWith(tenant, "S3_BUCKET_PERMISSION_ERROR")).toContain(MANAGEMENT);
    expect(put).not.toHaveBeenCalled();
  });

  test.each([
    ["is not JSON", "scp-preview-reports=REPORTS"],
    ["names a binding that is not there", JSON.stringify({ [REPORT_BUCKET]: "ELSEWHERE" })],
    [
      "says accounts in another form",
      JSON.stringify({ [REPORT_BUCKET]: { binding: "REPORTS", accounts: MANAGEMENT } }),
    ],
  ])("S3_BUCKET_NOT_FOUND_ERROR when the map of buckets %s", async (_, text) => {
    const tenant = await readyTenant(FILE);
    rebind({ OUTPUT_BUCKETS: text });
    expect(await failsWith(tenant, "S3_BUCKET_NOT_FOUND_ERROR")).toContain(REPORT_BUCKET);
  });

  test.each([
    ["another account", { accountId: SHOP }],
    ["another organization", { organizationId: "o-another0001" }],
  ])("AUTHORIZATION_ERROR when its key now belongs to %s", async (_, changes) => {
    const tenant = await readyTenant(FILE);
    setAccessKeys({ ...tenant.key, ...changes });
    expect(await failsWith(tenant, "AUTHORIZATION_ERROR")).toContain(tenant.key.accessKeyId);
  });

  /** Started as if everything were in order; what is planned sees the changes. */
  async function failsWhen(changes: Readonly<Record<string, unknown>>): Promise<string> {
    const tenant = await readyTenant(FILE);
    rebind(changes);
    const whole = Object.fromEntries(Object.keys(changes).map((name) => [name, ORIGINAL[name]]));
    const started = await callWorker({ ...tenant.startRequest(), key: tenant.key }, [tenant.key], whole);
    return endsWith(tenant, String(started.body.jobId), "INVALID_SERVICE_LINKED_ROLE");
  }

  test.each([
    ["RUNNING_JOBS_MAX", "many"],
    ["STORED_EVENTS_MAX", "0"],
    ["JOB_EVENTS_MAX", "1.5"],
    ["POLICY_DOCUMENT_MAX_CHARACTERS", "20000"],
  ])("INVALID_SERVICE_LINKED_ROLE when the setting %s is `%s`", async (name, value) => {
    const message = await failsWhen({ [name]: value });
    for (const named of [name, value]) expect(message).toContain(named);
  });

  test.each(["CLOUDTRAIL", "ACTIVITY", "PREVIEW_TASKS", "OUTPUT_BUCKETS"])(
    "INVALID_SERVICE_LINKED_ROLE when the binding %s is missing",
    async (name) => {
      expect(await failsWhen({ [name]: undefined })).toContain(`has no ${name};`);
    },
  );
});

describe("a job completes", () => {
  test("with a bucket that is open to its account", async () => {
    const tenant = await readyTenant(FILE);
    bindReports([SHOP, MANAGEMENT], "shared-bucket");
    const jobId = await tenant.start({ outputS3Uri: `s3://shared-bucket/${tenant.id}` });
    expect((await tenant.until(jobId)).jobStatus).toBe("COMPLETED");
    expect((await tenant.progress(jobId)).report).toMatch(/^s3:\/\/shared-bucket\//);
    expect((await objectsUnder(`${tenant.id}/${jobId}/`)).size).toBe(6);
    // It was open when the job ran; who may read the report is not asked again.
    bindReports([SHOP], "shared-bucket");
    expect((await tenant.call({ path: `/policy/preview/${jobId}/report/summary.json` })).status).toBe(200);
  });
});

describe("StartPolicyPreviewJob when as many jobs run as may", () => {
  const start = (tenant: PreviewTenant, clientToken?: string) =>
    tenant.call(tenant.startRequest(clientToken === undefined ? {} : { clientToken }));

  /** Jobs stay IN_PROGRESS. */
  async function fullTenant(): Promise<{ readonly tenant: PreviewTenant; readonly jobIds: readonly string[] }> {
    const tenant = await readyTenant(FILE);
    rebind({ RUNNING_JOBS_MAX: "2", PREVIEW_TASKS: { sendBatch: async () => {} } });
    return { tenant, jobIds: [await tenant.start({ clientToken: "first" }), await tenant.start()] };
  }

  test("is refused, and says whose jobs they are", async () => {
    const { tenant } = await fullTenant();
    expect(await start(tenant)).toEqual({
      status: 402,
      body: { message: expect.stringMatching(/^2 jobs/), resourceId: MANAGEMENT, resourceType: "PolicyPreviewJob" },
    });
    expect((await tenant.call({ path: "/policy/preview" })).body.analysisReports).toHaveLength(2);
  });

  test("still answers for the token of a job that runs", async () => {
    const { tenant, jobIds } = await fullTenant();
    expect(await start(tenant, "first")).toEqual({ status: 200, body: { jobId: jobIds[0] } });
  });

  test("is taken once one of them has ended", async () => {
    const { tenant, jobIds } = await fullTenant();
    await tenant.cancel(jobIds[1] ?? "");
    expect((await start(tenant)).status).toBe(200);
    expect((await start(tenant)).status).toBe(402);
  });

  test("is taken from another account of the organization", async () => {
    const { tenant } = await fullTenant();
    const key = { ...tenant.key, accessKeyId: "AKIDOFSHOP", accountId: SHOP };
    expect((await callWorker({ ...tenant.startRequest(), key })).status).toBe(200);
  });

  test("starts no more than may run when many come at once, and one for one token", async () => {
    const tenant = await readyTenant(FILE);
    rebind({ RUNNING_JOBS_MAX: "2", PREVIEW_TASKS: { sendBatch: async () => {} } });
    const tokens = ["a", "b", "a", "c", "b", "d", "a"];
    const answers = await Promise.all(tokens.map((token) => start(tenant, token)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(expect.arrayContaining([200, 200, 402]));
    expect(new Set(answers.flatMap(({ body }) => body.jobId ?? [])).size).toBe(2);
    expect((await tenant.call({ path: "/policy/preview" })).body.analysisReports).toHaveLength(2);
  });
});
