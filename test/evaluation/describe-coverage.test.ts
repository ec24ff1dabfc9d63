import { describe, expect, test } from "vitest";
import type { Coverage } from "../../host/domain/report.ts";
import type { PartitionResult } from "../../host/evaluation/judging/partition-result.ts";
import { describeCoverage } from "../../host/evaluation/report/describe-coverage.ts";
import { mergeResults } from "../../host/evaluation/report/merge-results.ts";
import { MILL, ROOT, SHOP, snapshotOf } from "../organization/snapshot-of.ts";
import { countsOf, resultOf } from "./invented-report.ts";
import { type PreviewChanges, planOf, policyOf, type StatementJson } from "./preview-of.ts";

const seen = (account: string, region: string, events = 1) => ({ account, region, events });

const WEEK: PreviewChanges = { target: ROOT, windowStart: "2026-11-20T00:00:00Z", windowEnd: "2026-11-24T00:00:00Z" };

describe("describeCoverage()", () => {
  test.each([
    [
      "whole days",
      "2026-11-20T00:00:00Z",
      "2026-11-24T00:00:00Z",
      { firstDay: "2026-11-20", lastDay: "2026-11-23", days: 4 },
    ],
    [
      "parts of days",
      "2026-11-20T23:59:59Z",
      "2026-11-22T00:00:01Z",
      { firstDay: "2026-11-20", lastDay: "2026-11-22", days: 3 },
    ],
    [
      "one moment",
      "2026-11-20T12:00:00Z",
      "2026-11-20T12:00:01Z",
      { firstDay: "2026-11-20", lastDay: "2026-11-20", days: 1 },
    ],
    [
      "days before 1970",
      "1969-12-30T00:00:00Z",
      "1970-01-01T00:00:00Z",
      { firstDay: "1969-12-30", lastDay: "1969-12-31", days: 2 },
    ],
  ])("gives the UTC days of a window of %s", (_, windowStart, windowEnd, window) => {
    expect(coverageOf([], { windowStart, windowEnd }).window).toEqual(window);
  });

  test("names the days and regions without log of every account of the target", () => {
    const { accounts } = coverageOf(
      [
        resultOf("2026-11-20/0", { activity: [seen(MILL, "eu-west-1", 3), seen(SHOP, "us-east-1")] }),
        resultOf("2026-11-22/0", { activity: [seen(MILL, "eu-west-1"), seen(MILL, "ap-south-1")] }),
      ],
      WEEK,
    );
    expect(accounts).toEqual([
      { account: MILL, events: 5, daysWithoutLog: ["2026-11-21", "2026-11-23"], regionsWithoutLog: ["us-east-1"] },
      {
        account: SHOP,
        events: 1,
        daysWithoutLog: ["2026-11-21", "2026-11-22", "2026-11-23"],
        regionsWithoutLog: ["ap-south-1", "eu-west-1"],
      },
    ]);
  });

  test("says so when an account has no log at all", () => {
    const { accounts } = coverageOf([resultOf("2026-11-20/0", { activity: [seen(MILL, "eu-west-1")] })], WEEK);
    expect(accounts[1]).toEqual({ account: SHOP, events: 0, daysWithoutLog: "all", regionsWithoutLog: ["eu-west-1"] });
  });

  test("names no day of an account that has records on all of them", () => {
    const days = ["20", "21", "22", "23"].map((day) =>
      resultOf(`2026-11-${day}/0`, { activity: [seen(MILL, "eu-west-1")] }),
    );
    expect(coverageOf(days, { ...WEEK, target: MILL }).accounts).toEqual([
      { account: MILL, events: 4, daysWithoutLog: [], regionsWithoutLog: [] },
    ]);
  });

  test("leaves accounts outside the target, and their regions, out", () => {
    const activity = [seen(SHOP, "us-east-1", 50), seen("", "sa-east-1")];
    const { accounts } = coverageOf([resultOf("2026-11-20/0", { activity })], { ...WEEK, target: MILL });
    expect(accounts).toEqual([{ account: MILL, events: 0, daysWithoutLog: "all", regionsWithoutLog: [] }]);
  });

  test("names no region that has no name", () => {
    const activity = [seen(MILL, "eu-west-1"), seen(SHOP, "")];
    const { accounts } = coverageOf([resultOf("2026-11-20/0", { activity })], WEEK);
    expect(accounts.map(({ regionsWithoutLog }) => regionsWithoutLog)).toEqual([[], ["eu-west-1"]]);
  });

  test("gives the share of undetermined among judged events", () => {
    const counts = countsOf({ impacts: { undetermined: 1, unchanged: 3 }, outcomes: { outOfScope: 96 } });
    expect(coverageOf([resultOf("2026-11-20/0", { counts })]).undeterminedShare).toBe(0.25);
    expect(coverageOf([]).undeterminedShare).toBe(0);
  });

  test.each([
    ["2026-11-20T08:00:00Z", "2026-11-30T08:00:00Z", 10],
    ["2026-11-30T08:00:00Z", "2026-11-20T08:00:00Z", -10],
  ])("gives the age of a snapshot of %s for a window up to %s", (CapturedAt, windowEnd, days) => {
    const { snapshot } = coverageOf([], {
      snapshot: snapshotOf({ CapturedAt }),
      windowStart: "2026-11-01T00:00:00Z",
      windowEnd,
    });
    expect(snapshot).toEqual({ capturedAt: CapturedAt, daysBeforeWindowEnd: days });
  });

  test("does not invent the time of a snapshot that does not say it", () => {
    const { CapturedAt: _, ...snapshot } = snapshotOf();
    expect(coverageOf([], { snapshot }).snapshot.capturedAt).toBe("");
  });
});

describe("describeCoverage() on data events", () => {
  const services = (statement: StatementJson, changes: PreviewChanges = {}) =>
    coverageOf([], changes, [policyOf(statement)]).dataEvents.map(({ service }) => service);

  test.each<readonly [string, StatementJson, readonly string[]]>([
    ["a service", { Action: "s3:GetObject" }, ["s3"]],
    ["services in other letters", { Action: ["S3:Get*", "Lambda:*", "ec2:*"] }, ["s3", "lambda"]],
    ["no service with data events", { Action: "ec2:*" }, []],
  ])("names the services of a Deny of %s", (_, statement, expected) => {
    expect(services(statement)).toEqual(expected);
  });

  test.each<readonly [string, StatementJson]>([
    ["everything", {}],
    ["everything, in two stars", { Action: "**" }],
    ["an action of every service", { Action: "*:Get*" }],
  ])("names all of them for a Deny of %s", (_, statement) => {
    expect(services(statement)).toEqual(expect.arrayContaining(["s3", "lambda", "dynamodb", "sqs", "sns"]));
  });

  test("leaves out what NotAction takes out whole, and nothing else", () => {
    const touched = services({ NotAction: ["s3:*", "sqs:Send*"] });
    expect(touched).not.toContain("s3");
    expect(touched).toEqual(expect.arrayContaining(["sqs", "lambda"]));
  });

  test("says whether any were logged", () => {
    const results = [resultOf("2026-11-20/0", { dataEventServices: ["s3"] })];
    expect(coverageOf(results, {}, [policyOf({ Action: ["s3:*", "lambda:*"] })]).dataEvents).toEqual([
      { service: "s3", logged: true },
      { service: "lambda", logged: false },
    ]);
  });

  test("names the services that a narrower Allow no longer covers", () => {
    const touched = services({ Effect: "Allow", Action: "s3:*" }, { mode: "REPLACE" });
    expect(touched).toEqual(expect.arrayContaining(["lambda", "dynamodb"]));
  });

  test("names none for a statement that is attached already", () => {
    expect(services({ Effect: "Allow" }, { mode: "REPLACE" })).toEqual([]);
  });
});

function coverageOf(
  results: readonly PartitionResult[],
  changes: PreviewChanges = {},
  documents: readonly string[] = [policyOf({ Action: "ec2:*" })],
): Coverage {
  return describeCoverage(planOf(documents, changes), mergeResults(results), { count: 0, first: [] });
}
