import { beforeAll, describe, expect, test } from "vitest";
import { sha256Hex } from "../../host/activity/sha256.ts";
import type { ReportSummary } from "../../host/domain/report.ts";
import { MILL, PLANTS } from "../organization/snapshot-of.ts";
import { type AnsweredDetails, DENY_EC2, type PreviewTenant, REPORT_BUCKET } from "./helpers/preview-tenant.ts";
import { uuidOf } from "./helpers/records.ts";
import { eventsOf, manifestOf, objectsUnder, summaryOf, textOf } from "./helpers/report-files.ts";
import { readyTenant, runJob } from "./helpers/run-job.ts";

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

/** Its last moment is outside: the day is looked at, and the events behind the end are out of scope. */
const END = "2026-11-25T12:00:00Z";

describe("a job over two days of activity", () => {
  let tenant: PreviewTenant;
  let jobId: string;
  let details: AnsweredDetails;
  let prefix: string;
  let contents: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  let summary: ReportSummary;

  beforeAll(async () => {
    tenant = await readyTenant();
    ({ jobId, details, prefix, contents } = await runJob(tenant, {
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
