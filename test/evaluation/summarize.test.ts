import { beforeAll, describe, expect, test } from "vitest";
import { mergeResults } from "../../host/evaluation/report/merge-results.ts";
import { summarize } from "../../host/evaluation/report/summarize.ts";
import type { Core } from "../../host/wasm/core.ts";
import { catalogue } from "../authorization/built-catalogue.ts";
import { loadBuild } from "../build-cores.ts";
import { ROOT, SHOP } from "../organization/snapshot-of.ts";
import { callOf, roleSessionOf, userOf } from "./invented-records.ts";
import { countsOf, findingOf, resultOf } from "./invented-report.ts";
import { evaluate, planOf, policyOf } from "./preview-of.ts";

const DENY_EC2 = policyOf({ Action: "ec2:*" });
const PLAN = planOf([DENY_EC2]);
const READABLE = { unreadable: 0, unreadableSamples: [], damagedFiles: { count: 0, first: [] } };

describe("summarize()", () => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild("core");
  });

  test("warns of an action that does not exist, with its place, and of too many policies on the target", () => {
    const misspelt = policyOf({ Action: "ec2:RunInstence" });
    const { warnings } = summarize(planOf([misspelt, DENY_EC2]), mergeResults([]), READABLE, catalogue);
    expect(warnings).toEqual([
      expect.objectContaining({ document: 1, line: 1, column: expect.any(Number), code: "unknown-action" }),
    ]);
    const many = Array.from({ length: 11 }, (_, index) => policyOf({ Action: "ec2:*", Sid: `S${index}` }));
    const crowded = summarize(planOf(many), mergeResults([]), READABLE, catalogue).warnings;
    expect(crowded).toEqual([{ code: "too-many-attachments", message: expect.stringContaining("merge some") }]);
  });

  test("repeats what was asked, in times that hang on no place", () => {
    expect(summarize(PLAN, mergeResults([]), READABLE, catalogue)).toMatchObject({
      parameters: {
        targetId: PLAN.request.targetId,
        startTime: "2026-11-01T00:00:00.000Z",
        endTime: "2026-12-01T00:00:00.000Z",
        policyDocuments: [DENY_EC2],
      },
      attachment: { mode: "ADD" },
      organization: { id: "o-junipermil", managementAccount: "100000000001" },
    });
  });

  test("counts the accounts, principals and actions of newly denied events, each once", () => {
    const tag = { Condition: { StringEquals: { "aws:PrincipalTag/a": "b" } } };
    const plan = planOf([policyOf({ Action: "ec2:*" }, { Action: "rds:*", ...tag })], { target: ROOT });
    const result = evaluate(core, plan, [
      callOf(1),
      callOf(2, { awsRegion: "us-east-1" }),
      callOf(3, { userIdentity: roleSessionOf("build/miller") }),
      callOf(4, { eventName: "DescribeVpcs" }),
      callOf(5, { userIdentity: userOf("sam", SHOP) }),
      callOf(6, {
        userIdentity: userOf("una", SHOP),
        eventSource: "rds.amazonaws.com",
        eventName: "DescribeDBInstances",
      }),
    ]);
    const summary = summarize(plan, mergeResults([result]), READABLE, catalogue);
    expect(summary.affected).toEqual({ accounts: 2, principals: 3, actions: 2 });
    expect(summary.counts.impacts).toMatchObject({ newlyDenied: 5, undetermined: 1 });
    expect(summary.undeterminedBecause).toEqual([{ unknown: "aws:principaltag/a", events: 1 }]);
  });

  test("adds unreadable records to the records of all partitions", () => {
    const sample = { file: "a.json", offset: 7, reason: "malformedJson" as const };
    const merged = mergeResults([resultOf("2026-11-23/0", { counts: countsOf({ impacts: { unchanged: 5 } }) })]);
    const { counts, unreadable } = summarize(
      PLAN,
      merged,
      { ...READABLE, unreadable: 3, unreadableSamples: [sample] },
      catalogue,
    );
    expect(counts.records).toBe(8);
    expect(counts.outcomes).toMatchObject({ judged: 5, unreadable: 3 });
    expect(unreadable).toEqual([sample]);
  });

  test("says why events are undetermined, the most frequent first", () => {
    const undetermined = (unknown: readonly string[], events: number, reason?: string) =>
      findingOf({ impact: "undetermined", unknown, events, ...(reason === undefined ? {} : { reason }) });
    const merged = mergeResults([
      resultOf("2026-11-23/0", {
        findings: [
          undetermined(["resource"], 2),
          undetermined(["aws:principalarn", "resource"], 3),
          undetermined([], 4, "the record names no account"),
          undetermined(["aws:sourceip"], 4, "a reason beside a key"),
          findingOf({ events: 1000 }),
        ],
      }),
    ]);
    expect(summarize(PLAN, merged, READABLE, catalogue).undeterminedBecause).toEqual([
      { unknown: "resource", events: 5 },
      { unknown: "aws:sourceip", events: 4 },
      { unknown: "the record names no account", events: 4 },
      { unknown: "aws:principalarn", events: 3 },
    ]);
  });

  test("shows the first hundred findings and says how many there are", () => {
    const findings = Array.from({ length: 130 }, (_, index) =>
      findingOf({ principal: `p${index}`, events: index + 1 }),
    );
    const summary = summarize(PLAN, mergeResults([resultOf("2026-11-23/0", { findings })]), READABLE, catalogue);
    expect(summary.findings).toBe(130);
    expect(summary.topFindings).toHaveLength(100);
    expect(summary.topFindings.map(({ events }) => events).slice(0, 3)).toEqual([130, 129, 128]);
  });

  test("shows the most frequent unmapped calls, then by name", () => {
    const unmapped = [
      { operation: "b x", events: 1, undetermined: 1 },
      { operation: "a x", events: 1, undetermined: 0 },
      { operation: "c x", events: 9, undetermined: 2 },
    ];
    const merged = mergeResults([resultOf("2026-11-23/0", { unmapped })]);
    expect(summarize(PLAN, merged, READABLE, catalogue).coverage.unmapped.map(({ operation }) => operation)).toEqual([
      "c x",
      "a x",
      "b x",
    ]);
  });

  test("names no job, no time of running and no path, so that the same input gives the same text", () => {
    const merged = () => mergeResults([evaluate(core, PLAN, [callOf(1), callOf(2, { eventName: "RunInstances" })])]);
    const text = JSON.stringify(summarize(PLAN, merged(), READABLE, catalogue));
    expect(JSON.stringify(summarize(PLAN, merged(), READABLE, catalogue))).toBe(text);
    expect(text).not.toContain(new Date().toISOString().slice(0, 13));
  });
});
