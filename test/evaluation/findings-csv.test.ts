import { describe, expect, test } from "vitest";
import type { Finding } from "../../host/domain/report.ts";
import { findingsCsv } from "../../host/evaluation/report/findings-csv.ts";
import { findingOf } from "./invented-report.ts";

const HEADER = [
  ...["impact", "events", "failedEvents", "account", "principal", "action", "mapping", "decision", "level", "policy"],
  ...["policyName", "statement", "sid", "unknown", "reason", "firstSeen", "lastSeen", "regions", "sampleEventIds"],
];

describe("findingsCsv()", () => {
  test("gives the header alone for no findings", () => {
    expect(findingsCsv([])).toBe(`${HEADER.join(",")}\r\n`);
  });

  test("gives a line for every finding, in the order given, each ended by CR LF", () => {
    const findings = ["b", "a", "c"].map((principal) => findingOf({ principal }));
    const text = findingsCsv(findings);
    expect(text.endsWith("\r\n")).toBe(true);
    expect(readCsv(text).map((row) => row[4])).toEqual(["principal", "b", "a", "c"]);
  });

  test("writes every member under its name", () => {
    const finding: Finding = {
      impact: "undetermined",
      account: "100000000002",
      principal: "arn:p",
      action: "s3:GetObject",
      mapping: "sameName",
      decidedBy: {
        decision: "explicitDeny",
        level: "r-jm01",
        policy: "p-1",
        policyName: "Guard",
        statement: 0,
        sid: "NoRead",
      },
      unknown: ["aws:principalarn", "resource"],
      reason: "why not",
      events: 12,
      failedEvents: 3,
      firstSeen: "2026-11-23T12:00:00Z",
      lastSeen: "2026-11-24T12:00:00Z",
      regions: ["eu-west-1", "us-east-1"],
      sampleEventIds: ["a", "b"],
    };
    expect(
      Object.fromEntries(HEADER.map((name, column) => [name, readCsv(findingsCsv([finding]))[1]?.[column]])),
    ).toEqual({
      impact: "undetermined",
      events: "12",
      failedEvents: "3",
      account: "100000000002",
      principal: "arn:p",
      action: "s3:GetObject",
      mapping: "sameName",
      decision: "explicitDeny",
      level: "r-jm01",
      policy: "p-1",
      policyName: "Guard",
      statement: "0",
      sid: "NoRead",
      unknown: "aws:principalarn resource",
      reason: "why not",
      firstSeen: "2026-11-23T12:00:00Z",
      lastSeen: "2026-11-24T12:00:00Z",
      regions: "eu-west-1 us-east-1",
      sampleEventIds: "a b",
    });
  });

  test("leaves cells empty for what a finding does not have", () => {
    const { decidedBy: _, ...undecided } = findingOf({ impact: "undetermined", reason: "nobody knows" });
    const [, row] = readCsv(findingsCsv([undecided]));
    expect(row?.slice(6, 13)).toEqual(["", "", "", "", "", "", ""]);
    expect(row).toHaveLength(HEADER.length);
  });

  test.each(["a,b", 'say "x"', "two\nlines", "two\r\nlines", '",\n"', "", "ünï🌾"])(
    "gives the text %j back to a reader",
    (principal) => {
      const rows = readCsv(findingsCsv([findingOf({ principal }), findingOf()]));
      expect(rows).toHaveLength(3);
      expect(rows[1]?.[4]).toBe(principal);
    },
  );

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("x","y")', "=a,b"])(
    "puts an apostrophe before %j, which a spreadsheet would take for a formula",
    (principal) => {
      expect(readCsv(findingsCsv([findingOf({ principal })]))[1]?.[4]).toBe(`'${principal}`);
    },
  );

  test("leaves alone what only holds such a character further on", () => {
    expect(readCsv(findingsCsv([findingOf({ principal: "a=1" })]))[1]?.[4]).toBe("a=1");
  });
});

/** RFC 4180, read strictly: a quote inside an unquoted cell, or a bare line break, is an error. */
function readCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const row: string[] = [];
    for (;;) {
      const cell = /"((?:[^"]|"")*)"|[^",\r\n]*/y;
      cell.lastIndex = at;
      const [whole, quoted] = cell.exec(text) ?? [""];
      row.push(quoted === undefined ? whole : quoted.replaceAll('""', '"'));
      at += whole.length;
      if (text.startsWith("\r\n", at)) break;
      if (text[at] !== ",") throw new Error(`neither comma nor line end at ${at}`);
      at++;
    }
    rows.push(row);
    at += 2;
  }
  return rows;
}
