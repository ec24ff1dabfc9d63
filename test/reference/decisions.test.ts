/** Decisions and impacts of the reference against truths written by hand: ORG-EVAL, R2, R7 and reading 14. */
import { describe, expect, test } from "vitest";
import { decide } from "./decide.ts";
import { impactOf } from "./impact.ts";
import type { Request } from "./matches-statement.ts";
import { readHierarchy } from "./read-hierarchy.ts";

const KEY = "aws:PrincipalTag/Team";
const REQUEST: Request = { action: "s3:GetObject", resource: "arn:aws:s3:::ledger/may.csv", context: {} };

const ALLOW = { Effect: "Allow", Action: "*", Resource: "*" };
const DENY = { Effect: "Deny", Action: "*", Resource: "*" };
/** Contested for the object asked for. */
const DOUBT = { Resource: "arn:AWS:s3:::ledger/*" };
const OTHER = { Resource: "arn:aws:s3:::web/*" };

function levelsOf(...levels: readonly (readonly object[])[]) {
  return readHierarchy(levels.map((statements) => [JSON.stringify({ Version: "2012-10-17", Statement: statements })]));
}

describe("levels", () => {
  test.each<[string, readonly (readonly object[])[], string]>([
    ["every level allows", [[ALLOW], [ALLOW]], "allowed"],
    ["one level does not", [[ALLOW], [{ ...ALLOW, ...OTHER }]], "implicitDeny"],
    ["one level only denies elsewhere", [[{ ...DENY, ...OTHER }], [ALLOW]], "implicitDeny"],
    ["a Deny anywhere", [[ALLOW], [DENY, ALLOW]], "explicitDeny"],
    ["a Deny wins over a missing Allow", [[DENY], [ALLOW]], "explicitDeny"],
    ["a contested Deny", [[ALLOW], [ALLOW, { ...DENY, ...DOUBT }]], "undetermined"],
    ["a contested Deny and a missing Allow", [[{ ...DENY, ...DOUBT }], [ALLOW]], "undetermined"],
    ["a contested Allow", [[ALLOW], [{ ...ALLOW, ...DOUBT }]], "undetermined"],
    ["a contested Allow beside a sure one", [[ALLOW], [ALLOW, { ...ALLOW, ...DOUBT }]], "allowed"],
    ["a contested Allow and a level without", [[{ ...ALLOW, ...OTHER }], [{ ...ALLOW, ...DOUBT }]], "implicitDeny"],
  ])("%s", (_name, levels, expected) => {
    expect(decide(levelsOf(...levels), REQUEST)).toBe(expected);
  });
});

describe("impact", () => {
  const ifTeam = (team: string) => ({ Condition: { StringEquals: { [KEY]: team } } });
  const teams = [{ [KEY.toLowerCase()]: ["red"] }, { [KEY.toLowerCase()]: ["blue"] }, {}].map((context) => ({
    ...REQUEST,
    context,
  }));

  test.each<[string, readonly object[], readonly object[], string]>([
    ["nothing changes", [ALLOW], [ALLOW], "unchanged"],
    ["all are denied", [ALLOW], [ALLOW, DENY], "newlyDenied"],
    ["some are denied", [ALLOW], [ALLOW, { ...DENY, ...ifTeam("red") }], "undetermined"],
    ["all that are allowed now are denied", [{ ...ALLOW, ...ifTeam("red") }], [DENY], "newlyDenied"],
    ["those that are denied now are denied", [ALLOW, DENY], [DENY], "deniedNow"],
    ["all are freed", [DENY], [ALLOW], "newlyAllowed"],
    ["some are freed", [DENY], [{ ...ALLOW, ...ifTeam("red") }], "deniedNow"],
    ["a contested Deny stays", [ALLOW, { ...DENY, ...DOUBT }], [ALLOW, { ...DENY, ...DOUBT }], "unchanged"],
    [
      "a contested Deny is narrowed",
      [ALLOW, { ...DENY, ...DOUBT }],
      [ALLOW, { ...DENY, ...DOUBT, ...ifTeam("red") }],
      "unchanged",
    ],
    ["a contested Deny is new", [ALLOW], [ALLOW, { ...DENY, ...DOUBT }], "undetermined"],
    ["a contested Allow was all there was", [{ ...ALLOW, ...DOUBT }], [DENY], "newlyDenied"],
  ])("%s", (_name, current, proposed, expected) => {
    expect(impactOf(levelsOf([ALLOW], current), levelsOf([ALLOW], proposed), teams)).toBe(expected);
  });
});
