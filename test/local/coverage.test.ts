import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCoverageArguments } from "../../bench/coverage/coverage-arguments.ts";
import { describePolicies } from "../../bench/coverage/describe-policies.ts";
import { describeRecords } from "../../bench/coverage/describe-records.ts";
import { judgeAllPolicies } from "../../bench/coverage/judge-all-policies.ts";
import { type Activity, loadActivity } from "../../bench/coverage/load-activity.ts";
import { surveyRecords } from "../../bench/coverage/survey-records.ts";
import { callOf } from "../evaluation/invented-records.ts";

const RECORDS = [
  callOf(1),
  callOf(1),
  callOf(2, { eventSource: "s3.amazonaws.com", eventName: "ListObjects", requestParameters: { bucketName: "oats" } }),
  callOf(3, { eventName: "InventedOfTomorrow" }),
  callOf(4, { errorCode: "AccessDenied" }),
  callOf(5, { eventSource: "sts.amazonaws.com", eventName: "GetCallerIdentity" }),
  "no record",
];
const POLICY = JSON.stringify({
  Version: "2012-10-17",
  Statement: { Effect: "Deny", Action: ["s3:ListBucket", "ec2:RunInstances"], Resource: "*" },
});

describe("npm run coverage", () => {
  let folder: string;
  let activity: Activity;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "coverage-"));
    await writeFile(join(folder, "log.json"), JSON.stringify({ Records: RECORDS }));
    await writeFile(join(folder, "policy.txt"), POLICY);
    const read = await readCoverageArguments([folder]);
    if (!read.ok) throw new Error("the folder was refused");
    activity = await loadActivity(read.value.logs);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test("counts every record once, by outcome", () => {
    const survey = surveyRecords(activity, undefined);
    expect(survey.records).toBe(RECORDS.length);
    expect([...survey.outcomes.values()].reduce((sum, count) => sum + count)).toBe(RECORDS.length);
    expect(Object.fromEntries(survey.outcomes)).toEqual({
      "alreadyDenied: accessDenied": 1,
      "duplicate: copy": 1,
      judged: 3,
      "notAnAuthorization: cannotBeDenied": 1,
      unreadable: 1,
    });
  });

  test("says what maps, and why the rest does not", () => {
    const survey = surveyRecords(activity, undefined);
    expect([survey.apiCalls, survey.mappedCalls]).toEqual([6, 5]);
    expect(survey.unmapped).toEqual([
      {
        operation: "ec2.amazonaws.com InventedOfTomorrow",
        calls: 1,
        why: expect.stringContaining("no action of this name"),
      },
    ]);
    expect(survey.services.find(({ service }) => service === "s3")?.certain.exact).toBe(1);
    expect(describeRecords(survey).join("\n")).toContain("API calls mapped: 5 of 6 (83.33%)");
  });

  test("judges every policy on every record, and names what stays open", () => {
    const policies = [
      { name: "lists.json", text: POLICY },
      { name: "bad.json", text: "{}" },
    ];
    const result = judgeAllPolicies(activity, policies, { mapping: undefined, context: undefined });
    expect(result.refused.map(({ name }) => name)).toEqual(["bad.json"]);
    const [lists] = result.judged;
    expect(lists?.counts.impacts).toMatchObject({ newlyDenied: 1, undetermined: 1, unchanged: 1 });
    expect(describePolicies(result).join("\n")).toContain(
      "3 verdicts (policy × judged record): 1 newly denied (33.33%), 1 undetermined (33.33%)",
    );
  });

  test.each([
    [[], "name one folder"],
    [["/nowhere/at/all"], "/nowhere/at/all"],
    [["--wrong"], "--wrong"],
  ])("refuses %j", async (argv, words) => {
    const read = await readCoverageArguments(argv);
    expect(read.ok ? "" : read.faults.map(({ message }) => message).join()).toContain(words);
  });

  test("names the place of a fault in a file of the user's", async () => {
    const file = join(folder, "mapping.txt");
    await writeFile(file, '{"mappings": [{"eventSource": 3}]}');
    const read = await readCoverageArguments([folder, "--mapping", file]);
    expect(read).toMatchObject({ ok: false });
    if (!read.ok) expect(read.faults[0]?.where).toMatchObject({ file, line: 1, pointer: "/mappings/0/eventSource" });
  });
});
