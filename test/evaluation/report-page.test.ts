import { describe, expect, test } from "vitest";
import type { ReportSummary } from "../../host/domain/report.ts";
import { describeResult } from "../../host/evaluation/report/describe-result.ts";
import { reportPage } from "../../host/evaluation/report/report-page.ts";
import { countsOf, findingOf, summaryOf } from "./invented-report.ts";

const HOSTILE = `<script>alert("1")</script><img src=x onerror='a()'>&lt;"'`;
const ESCAPED =
  "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&lt;img src=x onerror=&#39;a()&#39;&gt;&amp;lt;&quot;&#39;";

/** A summary whose every text is hostile. */
const HOSTILE_SUMMARY = summaryOf({
  parameters: {
    targetId: HOSTILE,
    startTime: HOSTILE,
    endTime: HOSTILE,
    policyDocuments: [HOSTILE],
    mappingRows: 0,
    contextKeys: [HOSTILE],
  },
  attachment: { mode: "REPLACE", why: HOSTILE },
  organization: { id: HOSTILE, managementAccount: HOSTILE },
  counts: countsOf({ impacts: { newlyDenied: 2 }, reasons: { [HOSTILE]: 1 } }),
  coverage: {
    window: { firstDay: HOSTILE, lastDay: HOSTILE, days: 1 },
    accounts: [{ account: HOSTILE, events: 1, daysWithoutLog: [HOSTILE], regionsWithoutLog: [HOSTILE] }],
    dataEvents: [{ service: HOSTILE, logged: false }],
    damagedFiles: { count: 2, first: [{ file: HOSTILE, fault: HOSTILE }] },
    undeterminedShare: 0,
    snapshot: { capturedAt: HOSTILE, daysBeforeWindowEnd: 0 },
    unmapped: [{ operation: HOSTILE, events: 1, undetermined: 1 }],
    unknownResources: [{ action: HOSTILE, undetermined: 1 }],
    unknownKeys: [{ key: HOSTILE, undetermined: 1 }],
  },
  undeterminedBecause: [{ unknown: HOSTILE, events: 1 }],
  unreadable: [{ file: HOSTILE, offset: 0, reason: HOSTILE }],
  topFindings: [
    findingOf({
      account: HOSTILE,
      principal: HOSTILE,
      action: HOSTILE,
      decidedBy: {
        decision: "explicitDeny",
        level: HOSTILE,
        policy: HOSTILE,
        policyName: HOSTILE,
        statement: 1,
        sid: HOSTILE,
      },
      unknown: [HOSTILE],
      reason: HOSTILE,
      firstSeen: HOSTILE,
      lastSeen: HOSTILE,
      regions: [HOSTILE],
      sampleEventIds: [HOSTILE],
    }),
    findingOf({ decidedBy: { decision: "implicitDeny", level: HOSTILE } }),
    findingOf({ decidedBy: { decision: "explicitDeny", level: HOSTILE, policy: HOSTILE } }),
  ],
  findings: 3,
});

/** Names of all elements of the page. */
const elementsOf = (page: string): readonly string[] => [
  ...new Set([...page.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, name = ""]) => name.toLowerCase())),
];

describe("reportPage()", () => {
  test("says what the policies' authors surely did not mean, with its place, before the findings", () => {
    const warning = { document: 2, line: 7, column: 3, code: "unknown-action", message: "no action `s3:<b>`" };
    const page = reportPage(summaryOf({ warnings: [warning], topFindings: [findingOf()], findings: 1 }));
    expect(page).toContain("document 2, line 7: no action `s3:&lt;b&gt;` (unknown-action)");
    expect(page.indexOf("Is the policy what you mean?")).toBeLessThan(page.indexOf("Whom it hits"));
    expect(reportPage(summaryOf({}))).not.toContain("Is the policy what you mean?");
  });

  test("opens with the sentence", () => {
    for (const summary of [
      summaryOf(),
      summaryOf({
        counts: countsOf({ impacts: { newlyDenied: 1204 } }),
        affected: { accounts: 1, principals: 2, actions: 3 },
      }),
    ])
      expect(reportPage(summary)).toContain(`<h1>${describeResult(summary)}</h1>`);
  });

  test("shows hostile names as text", () => {
    const page = reportPage(HOSTILE_SUMMARY);
    expect(page).toContain(ESCAPED);
    expect(page.replaceAll(ESCAPED, "")).not.toMatch(/<script|<img|onerror=/);
    expect(elementsOf(page)).toEqual(elementsOf(reportPage(withPlainTexts())));
  });

  test("names nothing that a browser would fetch or run", () => {
    for (const page of [reportPage(HOSTILE_SUMMARY).replaceAll(ESCAPED, ""), reportPage(summaryOf())]) {
      expect(page).not.toMatch(/\b(?:src|href|action|srcset|poster|data)\s*=/i);
      expect(page).not.toMatch(/https?:|@import|url\(|javascript:/i);
      expect(elementsOf(page)).not.toEqual(expect.arrayContaining(["script"]));
      for (const name of ["script", "link", "iframe", "img", "object", "form"])
        expect(elementsOf(page)).not.toContain(name);
      expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    }
  });

  test("closes every element that it opens", () => {
    const page = reportPage(HOSTILE_SUMMARY);
    const open: string[] = [];
    for (const [, slash, name = ""] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
      if (name === "meta") continue;
      if (slash === "") open.push(name);
      else expect(open.pop()).toBe(name);
    }
    expect(open).toEqual([]);
  });

  test("says what decided each finding, and what is not in the log", () => {
    const page = reportPage(
      summaryOf({
        topFindings: [
          findingOf({
            decidedBy: {
              decision: "explicitDeny",
              level: "r-jm01",
              policy: "p-1",
              policyName: "Guard",
              statement: 0,
              sid: "NoRead",
            },
          }),
          findingOf({
            impact: "undetermined",
            decidedBy: { decision: "implicitDeny", level: "ou-x" },
            unknown: ["resource"],
            reason: "for a reason",
          }),
        ],
        findings: 2,
      }),
    );
    expect(page).toContain("statement 1 (NoRead) of Guard at r-jm01");
    expect(page).toContain("nothing at ou-x allows it; not in the log: resource; for a reason");
    expect(page).toContain("All findings");
  });

  test("says how many findings there are when it shows only some", () => {
    expect(reportPage(summaryOf({ topFindings: [findingOf()], findings: 250 }))).toContain("The first 1 of 250");
  });

  test("shows every outcome, impact and reason with its count", () => {
    const counts = countsOf({
      impacts: { unchanged: 1234, deniedNow: 5 },
      outcomes: { outOfScope: 77 },
      reasons: { managementAccount: 77 },
    });
    const page = reportPage(summaryOf({ counts }));
    expect(page).toContain("1,316 records");
    for (const name of [...Object.keys(counts.outcomes), ...Object.keys(counts.impacts), "managementAccount"])
      expect(page).toContain(`<td>${name}</td>`);
    expect(page).toContain(`<td>managementAccount</td><td class="number">77</td>`);
  });

  test("qualifies a zero: days, regions and data events without a log, and the age of the organization", () => {
    const days = Array.from({ length: 8 }, (_, index) => `2026-11-0${index + 1}`);
    const accounts = [
      { account: "100000000002", events: 3, daysWithoutLog: days, regionsWithoutLog: ["us-east-1"] },
      { account: "100000000003", events: 0, daysWithoutLog: "all" as const, regionsWithoutLog: [] },
    ];
    const dataEvents = [
      { service: "s3", logged: false },
      { service: "lambda", logged: true },
    ];
    const page = reportPage(summaryOf({ coverage: { ...summaryOf().coverage, accounts, dataEvents } }));
    expect(page).toContain("2026-11-04, 2026-11-05 and 3 more");
    expect(page).toContain("<td>all</td><td>none</td>");
    expect(page).toContain("No data events were logged for s3.");
    expect(page).toContain("organization as of 2026-11-20T08:00:00Z");
  });

  test("says what left calls undetermined, and nothing where nothing did", () => {
    const unknowns = {
      unmapped: [{ operation: "iam.amazonaws.com NoSuchCall", events: 9, undetermined: 1234 }],
      unknownResources: [{ action: "ec2:RunInstances", undetermined: 2 }],
      unknownKeys: [{ key: "aws:PrincipalTag/team", undetermined: 3 }],
    };
    const page = reportPage(summaryOf({ coverage: { ...summaryOf().coverage, ...unknowns } }));
    for (const [name, events] of [
      ["iam.amazonaws.com NoSuchCall", "1,234"],
      ["ec2:RunInstances", "2"],
      ["aws:PrincipalTag/team", "3"],
    ])
      expect(page).toContain(`<code>${name}</code></td><td class="number">${events}</td>`);
    expect(page).toContain("What the records did not show");
    expect(reportPage(summaryOf())).not.toContain("What the records did not show");
  });
});

/** The hostile summary with harmless words in place of the hostile ones. */
function withPlainTexts(): ReportSummary {
  return JSON.parse(JSON.stringify(HOSTILE_SUMMARY).replaceAll(JSON.stringify(HOSTILE).slice(1, -1), "word"));
}
