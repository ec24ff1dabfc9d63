import { describe, expect, test } from "vitest";
import type { AffectedEvent, Finding } from "../../host/domain/report.ts";
import {
  collectFindings,
  compareFindings,
  type FindingInput,
  mergeFindings,
} from "../../host/evaluation/explaining/collect-findings.ts";
import { createRandom } from "../events/random.ts";
import { eventOf, findingOf } from "./invented-report.ts";

const input = (changes: Partial<AffectedEvent> = {}, failed = false): FindingInput => ({
  impact: "newlyDenied",
  event: eventOf(changes),
  failed,
});

describe("collectFindings()", () => {
  test("gives nothing for no events", () => {
    expect(collectFindings([])).toEqual([]);
  });

  test("groups events that agree in account, principal, action and what decided", () => {
    const [finding, ...others] = collectFindings([
      input({ eventID: "a", eventTime: "2026-11-23T10:00:00Z", region: "us-east-1" }),
      input({ eventID: "b", eventTime: "2026-11-23T11:00:00Z" }, true),
      input({ eventID: "c", eventTime: "2026-11-23T12:00:00Z" }),
      input({ eventID: "d", eventTime: "2026-11-23T13:00:00Z", region: "ap-south-1" }),
    ]);
    expect(others).toEqual([]);
    expect(finding).toEqual(
      findingOf({
        events: 4,
        failedEvents: 1,
        firstSeen: "2026-11-23T10:00:00Z",
        lastSeen: "2026-11-23T13:00:00Z",
        regions: ["ap-south-1", "eu-west-1", "us-east-1"],
        sampleEventIds: ["a", "b", "c"],
      }),
    );
  });

  test.each<readonly [string, Partial<AffectedEvent>]>([
    ["account", { account: "100000000003" }],
    ["principal", { principal: "somebody else" }],
    ["action", { action: "ec2:RunInstances" }],
    ["statement", { decidedBy: { decision: "explicitDeny", level: "r-jm01", policy: "p-x", statement: 1 } }],
    ["decision", { decidedBy: { decision: "implicitDeny", level: "r-jm01" } }],
    ["unknown keys", { unknown: ["aws:principalarn"] }],
    ["reason", { reason: "it may also have needed something" }],
  ])("keeps events apart that differ in %s", (_, changes) => {
    expect(collectFindings([input(), input(changes), input()]).map(({ events }) => events)).toEqual([2, 1]);
  });

  test("keeps newly denied and undetermined events apart", () => {
    const findings = collectFindings([input(), { ...input(), impact: "undetermined" }]);
    expect(findings.map(({ impact }) => impact)).toEqual(["newlyDenied", "undetermined"]);
  });

  test("does not group by what an event says beside", () => {
    const beside = {
      region: "us-east-1",
      sourceIPAddress: "203.0.113.1",
      userAgent: "x",
      file: "y",
      offset: 7,
      resources: ["arn:z"],
    };
    expect(collectFindings([input(), input(beside)])).toHaveLength(1);
  });
});

describe("mergeFindings()", () => {
  test("adds up, keeps the first and the last time, and sorts regions", () => {
    const earlier = findingOf({
      events: 2,
      failedEvents: 1,
      lastSeen: "2026-11-25T00:00:00Z",
      regions: ["us-east-1"],
      sampleEventIds: ["a", "b"],
    });
    const later = findingOf({
      events: 5,
      failedEvents: 2,
      firstSeen: "2026-11-24T00:00:00Z",
      lastSeen: "2026-11-24T01:00:00Z",
      regions: ["ap-south-1", "us-east-1"],
      sampleEventIds: ["c", "d"],
    });
    expect(mergeFindings(earlier, later)).toEqual(
      findingOf({
        events: 7,
        failedEvents: 3,
        firstSeen: "2026-11-23T12:00:00Z",
        lastSeen: "2026-11-25T00:00:00Z",
        regions: ["ap-south-1", "us-east-1"],
        sampleEventIds: ["a", "b", "c"],
      }),
    );
  });

  test.each([
    ["2026-11-23T12:00:00Z", "2026-11-23T12:00:00.001Z"],
    ["2026-11-23T12:00:00.900Z", "2026-11-23T12:00:01Z"],
    ["1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00Z"],
  ])("knows that %s is before %s", (first, last) => {
    const merged = mergeFindings(
      findingOf({ firstSeen: last, lastSeen: last }),
      findingOf({ firstSeen: first, lastSeen: first }),
    );
    expect(merged).toMatchObject({ firstSeen: first, lastSeen: last });
  });
});

describe("compareFindings()", () => {
  test("puts newly denied before undetermined, more events before fewer, and the rest by text", () => {
    const sorted: readonly Finding[] = [
      findingOf({ events: 9 }),
      findingOf({ events: 2, principal: "a" }),
      findingOf({ events: 2, principal: "b" }),
      findingOf({ impact: "undetermined", events: 100 }),
      findingOf({ impact: "undetermined", events: 1 }),
    ];
    const random = createRandom(2);
    for (let round = 0; round < 10; round++) {
      expect(random.shuffle(sorted).sort(compareFindings)).toEqual(sorted);
    }
  });
});
