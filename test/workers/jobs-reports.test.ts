import { describe, expect, test } from "vitest";
import { MILL } from "../organization/snapshot-of.ts";
import { newTenant, REPORT_BUCKET, setAccessKeys } from "./helpers/preview-tenant.ts";
import { gzip } from "./helpers/records.ts";
import { manifestOf, summaryOf, textOf } from "./helpers/report-files.ts";
import { FILES, readyTenant, runJob, SECOND_TRAIL, TUESDAY, WEDNESDAY } from "./helpers/run-job.ts";

describe("the report of a job", () => {
  async function reportOf(files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>) {
    const { contents } = await runJob(await readyTenant(files));
    return new Map([...contents].filter(([name]) => name !== "manifest.json"));
  }

  test("is the same, byte by byte but for the manifest, when the job is run again (R10)", async () => {
    const tenant = await readyTenant();
    const [first, second] = [
      await runJob(tenant),
      await runJob(tenant, { outputS3Uri: `s3://${REPORT_BUCKET}/elsewhere/` }),
    ];
    expect(second.prefix).not.toBe(first.prefix);
    expect(manifestOf(second.contents).files).toEqual(manifestOf(first.contents).files);
    for (const [name, bytes] of first.contents) {
      if (name !== "manifest.json") expect(second.contents.get(name), name).toEqual(bytes);
    }
  });

  test("is the same when the files came in another order, packed, twice, or first with other content (R10)", async () => {
    const expected = await reportOf(FILES);
    expect(expected.size).toBe(6);
    expect(await reportOf(Object.fromEntries(Object.entries(FILES).toReversed()))).toEqual(expected);
    const packed = { "b/tuesday.json": await gzip(TUESDAY), "a/wednesday.json": await gzip(WEDNESDAY) };
    expect(await reportOf({ "c/second.json": SECOND_TRAIL, ...packed })).toEqual(expected);
    const tenant = await readyTenant({ "b/tuesday.json": WEDNESDAY });
    for (const [name, body] of Object.entries(FILES)) await tenant.upload(name, body);
    const { contents } = await runJob(tenant);
    expect(new Map([...contents].filter(([name]) => name !== "manifest.json"))).toEqual(expected);
  });

  test("says that nothing was looked at when the window holds no event, without any task", async () => {
    const tenant = await readyTenant({ "b/tuesday.json": TUESDAY });
    const { jobId, contents } = await runJob(tenant, {
      startTime: "2025-01-01T00:00:00Z",
      endTime: "2025-01-03T00:00:00Z",
    });
    expect(await tenant.progress(jobId)).toMatchObject({ status: "COMPLETED", tasksDone: 0, tasksTotal: 0, events: 0 });
    const { counts, coverage, findings } = summaryOf(contents);
    expect([counts.records, counts.impacts.newlyDenied, findings]).toEqual([0, 0, 0]);
    expect(coverage.window).toEqual({ firstDay: "2025-01-01", lastDay: "2025-01-02", days: 2 });
    expect(coverage.accounts).toEqual([{ account: MILL, events: 0, daysWithoutLog: "all", regionsWithoutLog: [] }]);
    expect(textOf(contents, "index.html")).toContain("Nothing was judged: of 0 records");
    expect([...contents.keys()].toSorted()).toEqual(["findings.csv", "index.html", "manifest.json", "summary.json"]);
  });

  test("names the log files that could not be read to their end (R11)", async () => {
    const text = new TextDecoder().decode(TUESDAY);
    const cut = new TextEncoder().encode(text.slice(0, text.lastIndexOf("]")));
    const { contents } = await runJob(await readyTenant({ "b/tuesday.json": cut, "a/wednesday.json": WEDNESDAY }));
    const { damagedFiles } = summaryOf(contents).coverage;
    expect(damagedFiles).toEqual({
      count: 1,
      first: [{ file: "b/tuesday.json", fault: expect.stringMatching(/file-cut-off/) }],
    });
    expect(textOf(contents, "index.html")).toContain("1 damaged log file");
  });

  test("leaves out what was uploaded after the job was started", async () => {
    const tenant = await readyTenant({ "b/tuesday.json": TUESDAY });
    const jobId = await tenant.start();
    await tenant.until(jobId, "IN_PROGRESS", "COMPLETED");
    await tenant.upload("a/wednesday.json", WEDNESDAY);
    await tenant.until(jobId);
    expect((await tenant.progress(jobId)).events).toBe(6);
  });

  test("goes to the root of a bucket when the uri names no prefix", async () => {
    const tenant = await readyTenant({ "b/tuesday.json": TUESDAY });
    const { jobId, prefix, contents } = await runJob(tenant, { outputS3Uri: `s3://${REPORT_BUCKET}` });
    expect(prefix).toMatch(new RegExp(`^${jobId}/\\d{8}T\\d{6}Z/$`));
    expect(contents.has("manifest.json")).toBe(true);
  });
});

describe("tenants", () => {
  test("do not see each other's activity: a job judges its own tenant's alone", async () => {
    const [mine, other] = [
      await readyTenant({ "b/tuesday.json": TUESDAY }),
      await readyTenant({ "x.json": WEDNESDAY }),
    ];
    setAccessKeys(mine.key, other.key);
    const [first, second] = [await runJob(mine), await runJob(other)];
    expect(summaryOf(first.contents).counts.records).toBe(7);
    expect(summaryOf(second.contents).counts.records).toBe(4);
  });

  test("do not see each other's jobs: whatever they ask, there is no such job", async () => {
    const [mine, other] = [await readyTenant({ "b/tuesday.json": TUESDAY }), newTenant()];
    const { jobId } = await runJob(mine);
    const path = `/policy/preview/${jobId}`;
    for (const asked of [path, `${path}/progress`, `${path}/report/summary.json`]) {
      expect((await mine.call({ path: asked })).status, asked).toBe(200);
      expect((await other.call({ path: asked })).status, asked).toBe(404);
    }
    expect((await other.cancel(jobId)).status).toBe(404);
    expect((await other.call({ path: "/policy/preview" })).body).toEqual({ analysisReports: [] });
    expect((await mine.call({ path: "/policy/preview" })).body).toMatchObject({
      analysisReports: [{ jobId, status: "COMPLETED" }],
    });
  });
});
