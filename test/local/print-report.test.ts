import { describe, expect, it } from "vitest";
import { findDifferences } from "../../bench/local/check-report.ts";
import { printReport, shortenArn } from "../../bench/local/print-report.ts";
import { createTerminalListener } from "../../bench/local/progress-line.ts";
import type { Finding, ReportSummary } from "../../host/domain/report.ts";

const FINDING: Finding = {
  impact: "newlyDenied",
  account: "210000000065",
  principal:
    "arn:aws:iam::210000000065:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_PlatformAdmin_0123456789abcdef",
  action: "elasticloadbalancing:DescribeTargetHealth",
  decidedBy: {
    decision: "explicitDeny",
    level: "ou-tw4f-workload1",
    policy: "proposed-1",
    statement: 0,
    sid: "WorkStaysInHomeRegionsAndNowhereElse",
  },
  unknown: [],
  events: 1130,
  failedEvents: 0,
  firstSeen: "2026-10-12T00:00:00Z",
  lastSeen: "2026-10-18T00:00:00Z",
  regions: ["eu-central-1"],
  sampleEventIds: [],
};

function summaryOf(newlyDenied: number, findings: readonly Finding[]): ReportSummary {
  const impacts = {
    unchanged: 46_894 + 1204 - newlyDenied,
    deniedNow: 0,
    newlyAllowed: 0,
    newlyDenied,
    undetermined: 112,
  };
  return {
    formatVersion: 3,
    warnings: [],
    engineVersion: "test",
    parameters: {
      targetId: "ou-tw4f-workload1",
      startTime: "",
      endTime: "",
      policyDocuments: [],
      mappingRows: 0,
      contextKeys: [],
    },
    attachment: { mode: "ADD", why: "no document has an Allow statement" },
    organization: { id: "o-tw4freight9", managementAccount: "210000000017" },
    counts: {
      records: 51_000,
      outcomes: {
        judged: 48_210,
        alreadyDenied: 700,
        outOfScope: 1000,
        notAnAuthorization: 90,
        duplicate: 1000,
        unreadable: 0,
      },
      reasons: { accessDenied: 700, managementAccount: 1000, signIn: 90, copy: 1000 },
      impacts,
      failed: { unchanged: 5, deniedNow: 0, newlyAllowed: 0, newlyDenied: 0, undetermined: 0 },
    },
    affected: { accounts: 2, principals: 3, actions: 5 },
    coverage: {
      window: { firstDay: "2026-10-12", lastDay: "2026-10-18", days: 7 },
      accounts: Array.from({ length: 9 }, (_, index) => ({
        account: `21000000000${index}`,
        events: 1,
        daysWithoutLog: index < 7 ? "all" : [],
        regionsWithoutLog: index === 8 ? ["eu-central-1"] : [],
      })),
      dataEvents: [{ service: "lambda", logged: false }],
      damagedFiles: { count: 0, first: [] },
      undeterminedShare: 112 / 48_210,
      snapshot: { capturedAt: "2026-10-19T00:00:00Z", daysBeforeWindowEnd: 0 },
      unmapped: [{ operation: "uxc.amazonaws.com GetThing", events: 7, undetermined: 3 }],
      unknownResources: [{ action: "s3:GetObject", undetermined: 40 }],
      unknownKeys: [{ key: "aws:principaltag/team", undetermined: 69 }],
    },
    undeterminedBecause: [],
    unreadable: [],
    topFindings: findings,
    findings: findings.length,
  };
}

describe("printReport()", () => {
  it("names damaged log files among what was looked at, and says nothing of them where there are none", () => {
    const whole = summaryOf(0, []);
    expect(printReport(whole)).not.toContain("DAMAGED");
    const file = `AWSLogs/${"long/".repeat(30)}cut.json.gz`;
    const damagedFiles = { count: 12, first: [{ file, fault: "cut off" }] };
    const text = printReport({ ...whole, coverage: { ...whole.coverage, damagedFiles } });
    const line = text.split("\n").find((each) => each.includes("DAMAGED LOG FILES"));
    expect(line).toMatch(/ 12: AWSLogs\/.*…/);
    expect(line?.length).toBeLessThanOrEqual(100);
  });

  it("says the sentence first, in numbers that people read", () => {
    const summary = summaryOf(1204, [FINDING]);
    const sentence = "1,204 of 48,210 calls would be denied: 3 principals, 5 actions, 2 accounts; 112 undetermined";
    expect(printReport(summary).split("\n")[0]).toBe(sentence);
    expect(printReport(summaryOf(0, []))).toMatch(/^None of 48,210 calls would be denied; 112 undetermined\n/);
  });

  it("keeps every line within 100 columns and says how many findings are left out", () => {
    const open: Finding = {
      ...FINDING,
      impact: "undetermined",
      unknown: ["aws:PrincipalArn", "aws:SourceIp"],
      decidedBy: undefined as never,
    };
    const lines = printReport(
      summaryOf(
        1204,
        Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? FINDING : open)),
      ),
    ).split("\n");
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    expect(lines).toContain("… and 25 more findings in findings.csv");
    expect(
      lines.some((line) => line.includes("denied") && line.includes("1,130") && line.includes("sso/PlatformAdmin")),
    ).toBe(true);
    expect(lines.some((line) => line.startsWith("undetermined") && line.includes("? aws:"))).toBe(true);
  });

  it("shows every outcome and reason with its count, and the accounts without a log", () => {
    const text = printReport(summaryOf(1204, [FINDING]));
    for (const part of [
      "48,210  judged",
      "1,000  duplicate",
      "700  accessDenied",
      "and 3 more",
      "7  uxc.amazonaws.com GetThing",
      "no data events        lambda",
    ]) {
      expect(text).toContain(part);
    }
  });
});

describe("shortenArn()", () => {
  it.each([
    ["arn:aws:iam::210000000065:role/delivery/ci-deploy", "role/ci-deploy"],
    [FINDING.principal, "sso/PlatformAdmin"],
    ["arn:aws:iam::210000000065:root", "root"],
    ["arn:aws:sts::210000000065:federated-user/portal", "federated-user/portal"],
    ["unknown", "unknown"],
  ])("makes %s to %s", (arn, short) => {
    expect(shortenArn(arn)).toBe(short);
  });
});

describe("findDifferences()", () => {
  const summary = summaryOf(1204, [FINDING]);
  const known = {
    recordsTaken: 51_000,
    records: 51_000,
    duplicates: 1000,
    unreadable: 0,
    newlyDenied: 1204,
    undetermined: 112,
  };

  it("finds none when the report says what is known", () => {
    expect(findDifferences(summary, known)).toEqual([]);
    expect(findDifferences(summary, { recordsTaken: 51_000 })).toEqual([]);
  });

  it("names each count that differs, with both numbers", () => {
    expect(findDifferences(summary, { ...known, newlyDenied: 1205 })).toEqual([
      "newly denied events: 1204 instead of 1205",
    ]);
    expect(findDifferences(summary, { ...known, recordsTaken: 50_999 })).toHaveLength(2);
    expect(findDifferences(summary, { ...known, duplicates: 0, undetermined: 0 })).toHaveLength(2);
  });

  it("notices outcomes and impacts that do not add up", () => {
    const outcomes = { ...summary.counts.outcomes, judged: 48_209 };
    const broken = { ...summary, counts: { ...summary.counts, outcomes } };
    expect(findDifferences(broken, { recordsTaken: 51_000 })).toEqual([
      "the sum of the outcomes, against the records: 50999 instead of 51000",
      "the sum of the impacts, against the judged events: 48210 instead of 48209",
    ]);
  });
});

describe("createTerminalListener()", () => {
  const write = (isTTY: boolean) => {
    let text = "";
    const listener = createTerminalListener({ isTTY, write: (part) => (text += part) });
    listener.step("Uploading");
    for (let done = 1; done <= 8; done += 1) listener.progress(`${done} files`, done / 8);
    listener.step("Preview");
    listener.end();
    return text;
  };

  it("writes a line for each quarter into a log", () => {
    expect(write(false).split("\n")).toEqual([
      "Uploading …",
      "Uploading: 2 files",
      "Uploading: 4 files",
      "Uploading: 6 files",
      "Uploading: 8 files",
      "Preview …",
      "",
    ]);
  });

  it("rewrites one line on a terminal", () => {
    const text = write(true);
    expect(text.split("\r")).toHaveLength(9);
    expect(text.split("\n")).toHaveLength(3);
  });
});
