import { beforeAll, describe, expect, test } from "vitest";
import { sha256Hex } from "../../host/activity/sha256.ts";
import type { ReportSummary } from "../../host/domain/report.ts";
import { MILL, PLANTS } from "../organization/snapshot-of.ts";
import {
  type AnsweredDetails,
  DENY_EC2,
  newTenant,
  type PreviewTenant,
  REPORT_BUCKET,
  setAccessKeys,
} from "./helpers/preview-tenant.ts";
import { callOf, gzip, LIST_QUEUES, logOf, OF_MANAGEMENT, OF_SHOP, uuidOf } from "./helpers/records.ts";
import { contentsUnder, eventsOf, manifestOf, objectsUnder, summaryOf, textOf } from "./helpers/report-files.ts";

/** Denies a call unless its principal has a tag, which no log shows. */
const DENY_UNTAGGED_QUEUES = JSON.stringify({
  Version: "2012-10-17",
  Statement: {
    Effect: "Deny",
    Action: "sqs:ListQueues",
    Resource: "*",
    Condition: { StringNotEquals: { "aws:PrincipalTag/team": "grain" } },
  },
});

const TUESDAY = logOf(
  callOf(1, "2026-11-24T10:00:00Z"),
  callOf(2, "2026-11-24T09:00:00Z", { awsRegion: "eu-central-1" }),
  callOf(3, "2026-11-24T10:00:00Z", LIST_QUEUES),
  callOf(4, "2026-11-24T10:00:00Z", OF_SHOP),
  callOf(5, "2026-11-24T10:00:00Z", OF_MANAGEMENT),
  callOf(6, "2026-11-24T10:00:00Z", { errorCode: "AccessDenied" }),
  "not a record",
);
const WEDNESDAY = logOf(
  callOf(7, "2026-11-25T10:00:00Z", {
    eventName: "StopInstances",
    requestParameters: { instancesSet: { items: [{ instanceId: "i-0a" }] } },
  }),
  callOf(8, "2026-11-25T10:00:00Z", { eventSource: "sts.amazonaws.com", eventName: "GetCallerIdentity" }),
  callOf(9, "2026-11-25T12:00:00Z"),
  callOf(10, "2026-11-26T00:00:00Z"),
);
/** Its last moment is outside: the day is looked at, and the events behind the end are out of scope. */
const END = "2026-11-25T12:00:00Z";
/** A copy of event 1, as a second trail delivers it. */
const SECOND_TRAIL = logOf(callOf(1, "2026-11-24T10:00:00Z"));
const FILES = { "b/tuesday.json": TUESDAY, "a/wednesday.json": WEDNESDAY, "c/second.json": SECOND_TRAIL };

async function readyTenant(files: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = FILES): Promise<PreviewTenant> {
  const tenant = newTenant();
  setAccessKeys(tenant.key);
  await tenant.prepare(files);
  return tenant;
}

/** Runs a job to its end; gives its report. */
async function run(tenant: PreviewTenant, changes: Parameters<PreviewTenant["start"]>[0] = {}) {
  const jobId = await tenant.start(changes);
  const details = await tenant.until(jobId);
  const { report } = await tenant.progress(jobId);
  const prefix = (report ?? "").replace(`s3://${REPORT_BUCKET}/`, "");
  if (prefix === "") throw new Error(`job ${jobId} ended ${JSON.stringify(details)}`);
  return { jobId, details, prefix, contents: await contentsUnder(prefix) };
}

describe("a job over two days of activity", () => {
  let tenant: PreviewTenant;
  let jobId: string;
  let details: AnsweredDetails;
  let prefix: string;
  let contents: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  let summary: ReportSummary;

  beforeAll(async () => {
    tenant = await readyTenant();
    ({ jobId, details, prefix, contents } = await run(tenant, {
      policyDocumentsList: [DENY_EC2, DENY_UNTAGGED_QUEUES],
      endTime: END,
    }));
    summary = summaryOf(contents);
  });

  test("ends COMPLETED with its times in order, and without an error", () => {
    const { submittedAt, startedAt = "", completedAt = "" } = details;
    expect(details).toEqual({ jobStatus: "COMPLETED", submittedAt, startedAt, completedAt });
    const times = [submittedAt, startedAt, completedAt];
    expect(times.toSorted()).toEqual(times);
  });

  test("tells progress: all tasks, all events, and where the report lies", async () => {
    expect(await tenant.progress(jobId)).toEqual({
      jobId,
      status: "COMPLETED",
      tasksDone: 2,
      tasksTotal: 2,
      events: 10,
      newlyDenied: 3,
      undetermined: 1,
      report: `s3://${REPORT_BUCKET}/${prefix}`,
    });
  });

  test("leaves its report at outputS3Uri/jobId/timestamp/, the timestamp being that of completion", () => {
    const timestamp = (details.completedAt ?? "").replace(/[-:]|\.\d+/g, "");
    expect(timestamp).toMatch(/^\d{8}T\d{6}Z$/);
    expect(prefix).toBe(`${tenant.id}/${jobId}/${timestamp}/`);
  });

  test("lists every other file in the manifest, with the size and hash of its uncompressed content", async () => {
    const manifest = manifestOf(contents);
    const stored = await objectsUnder(`${tenant.id}/${jobId}/`);
    expect(stored.size).toBe(contents.size);
    expect(manifest.files.map(({ name }) => name).toSorted()).toEqual(
      [...contents.keys()].filter((name) => name !== "manifest.json").toSorted(),
    );
    for (const { name, bytes, storedBytes, sha256 } of manifest.files) {
      const content = contents.get(name) ?? new Uint8Array(0);
      const timestamp = prefix.split("/").at(-2);
      expect({
        name,
        bytes: content.length,
        storedBytes: stored.get(`${timestamp}/${name}`)?.length,
        sha256: await sha256Hex(content),
      }).toEqual({
        name,
        bytes,
        storedBytes,
        sha256,
      });
    }
    expect(manifest).toMatchObject({
      jobId,
      outputS3Uri: `s3://${REPORT_BUCKET}/${tenant.id}`,
      completedAt: details.completedAt,
    });
  });

  test("counts every record once, by outcome and impact", () => {
    expect(summary.counts).toMatchObject({
      records: 11,
      outcomes: { judged: 4, alreadyDenied: 1, outOfScope: 3, notAnAuthorization: 1, duplicate: 1, unreadable: 1 },
      impacts: { newlyDenied: 3, undetermined: 1, unchanged: 0, deniedNow: 0, newlyAllowed: 0 },
    });
    expect(summary.unreadable).toMatchObject([{ file: "b/tuesday.json", reason: "notAnObject" }]);
    expect(summary.affected).toEqual({ accounts: 1, principals: 1, actions: 2 });
    expect(summary.attachment.mode).toBe("ADD");
    expect(summary.parameters).toMatchObject({
      targetId: PLANTS,
      startTime: "2026-11-01T00:00:00.000Z",
      endTime: "2026-11-25T12:00:00.000Z",
    });
  });

  test("holds the denied events in one part a day, by time, each with what decided", () => {
    const first = eventsOf(contents, "denied-events/part-00000.jsonl.gz");
    expect(first.map(({ eventID }) => eventID)).toEqual([uuidOf(2), uuidOf(1)]);
    const [event] = eventsOf(contents, "denied-events/part-00001.jsonl.gz");
    expect(event).toMatchObject({
      eventID: uuidOf(7),
      eventTime: "2026-11-25T10:00:00Z",
      account: MILL,
      principal: `arn:aws:iam::${MILL}:user/ida`,
      action: "ec2:StopInstances",
      region: "eu-west-1",
      sourceIPAddress: "198.51.100.7",
      userAgent: "aws-cli/2.31.0",
      eventSource: "ec2.amazonaws.com",
      eventName: "StopInstances",
      decidedBy: { decision: "explicitDeny", level: PLANTS, statement: 0, sid: "NoMachines" },
      file: "a/wednesday.json",
    });
    expect([...contents.keys()].filter((name) => name.startsWith("denied-events/"))).toHaveLength(2);
  });

  test("holds the undetermined events with the keys that the log does not show", () => {
    const undetermined = eventsOf(contents, "undetermined-events/part-00000.jsonl.gz");
    expect(undetermined).toMatchObject([{ eventID: uuidOf(3), unknown: ["aws:principaltag/team"] }]);
    expect(summary.undeterminedBecause).toEqual([{ unknown: "aws:principaltag/team", events: 1 }]);
  });

  test("lists all findings in findings.csv, and names the affected in index.html", () => {
    const [header = "", ...rows] = textOf(contents, "findings.csv").trimEnd().split("\r\n");
    const columns = header.split(",");
    const cells = rows.map((row) => Object.fromEntries(row.split(",").map((cell, index) => [columns[index], cell])));
    expect(cells.map(({ impact, events, action }) => [impact, events, action])).toEqual([
      ["newlyDenied", "2", "ec2:DescribeInstances"],
      ["newlyDenied", "1", "ec2:StopInstances"],
      ["undetermined", "1", "sqs:ListQueues"],
    ]);
    expect(cells[0]).toMatchObject({
      account: MILL,
      regions: "eu-central-1 eu-west-1",
      sampleEventIds: `${uuidOf(2)} ${uuidOf(1)}`,
    });
    const page = textOf(contents, "index.html");
    expect(page).toMatch(/^<!doctype html>/i);
    for (const text of ["ec2:StopInstances", MILL, PLANTS]) expect(page).toContain(text);
  });

  test("says what was looked at: days and accounts", () => {
    expect(summary.coverage.window).toEqual({ firstDay: "2026-11-01", lastDay: "2026-11-25", days: 25 });
    const [mill, ...others] = summary.coverage.accounts;
    expect([mill?.account, others]).toEqual([MILL, []]);
    expect(mill?.daysWithoutLog).toContain("2026-11-23");
    expect(mill?.daysWithoutLog).not.toContain("2026-11-24");
  });

  test("gives its files through the service, too, and nothing else of the bucket", async () => {
    const read = (file: string) => tenant.call({ path: `/policy/preview/${jobId}/report/${file}` });
    expect((await read("summary.json")).body).toEqual(JSON.parse(textOf(contents, "summary.json")));
    for (const file of ["", "absent.json", "%2E%2E/x", `..%2F..%2F${jobId}/summary.json`]) {
      expect((await read(file)).status, file).toBe(404);
    }
  });

  test("cannot be canceled any more", async () => {
    expect(await tenant.cancel(jobId)).toMatchObject({ status: 400, body: { reason: "fieldValidationFailed" } });
    expect((await tenant.details(jobId)).jobStatus).toBe("COMPLETED");
    expect((await objectsUnder(prefix)).has("manifest.json")).toBe(true);
  });
});

describe("the report of a job", () => {
  async function reportOf(files: Readonly<Record<string, Uint8Array<ArrayBuffer>>>) {
    const { contents } = await run(await readyTenant(files));
    return new Map([...contents].filter(([name]) => name !== "manifest.json"));
  }

  test("is the same, byte by byte but for the manifest, when the job is run again (R10)", async () => {
    const tenant = await readyTenant();
    const [first, second] = [await run(tenant), await run(tenant, { outputS3Uri: `s3://${REPORT_BUCKET}/elsewhere/` })];
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
    const tenant = await readyTenant({ "b/tuesday.json": WEDNESDAY, ...FILES });
    for (const [name, body] of Object.entries(FILES)) await tenant.upload(name, body);
    const { contents } = await run(tenant);
    expect(new Map([...contents].filter(([name]) => name !== "manifest.json"))).toEqual(expected);
  });

  test("says that nothing was looked at when the window holds no event, without any task", async () => {
    const tenant = await readyTenant({ "b/tuesday.json": TUESDAY });
    const { jobId, contents } = await run(tenant, {
      startTime: "2025-01-01T00:00:00Z",
      endTime: "2025-01-03T00:00:00Z",
    });
    expect(await tenant.progress(jobId)).toMatchObject({ status: "COMPLETED", tasksDone: 0, tasksTotal: 0, events: 0 });
    const { counts, coverage, findings } = summaryOf(contents);
    expect([counts.records, counts.impacts.newlyDenied, findings]).toEqual([0, 0, 0]);
    expect(coverage.window).toEqual({ firstDay: "2025-01-01", lastDay: "2025-01-02", days: 2 });
    expect(coverage.accounts).toEqual([{ account: MILL, events: 0, daysWithoutLog: "all", regionsWithoutLog: [] }]);
    expect(textOf(contents, "index.html")).toContain("of 0 calls");
    expect([...contents.keys()].toSorted()).toEqual(["findings.csv", "index.html", "manifest.json", "summary.json"]);
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
    const { jobId, prefix, contents } = await run(tenant, { outputS3Uri: `s3://${REPORT_BUCKET}` });
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
    const [first, second] = [await run(mine), await run(other)];
    expect(summaryOf(first.contents).counts.records).toBe(7);
    expect(summaryOf(second.contents).counts.records).toBe(4);
  });

  test("do not see each other's jobs: whatever they ask, there is no such job", async () => {
    const [mine, other] = [await readyTenant({ "b/tuesday.json": TUESDAY }), newTenant()];
    const { jobId } = await run(mine);
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
