import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { loadBuild } from "../build-cores.ts";
import { MILL } from "../organization/snapshot-of.ts";
import type { LoggedRecord } from "./chunk-of-records.ts";
import { context, type DenyCase } from "./deny-case.ts";
import { callOf, roleSessionOf, sharedRead } from "./invented-records.ts";
import { becomes, evaluate, planOf, policyOf } from "./preview-of.ts";

const READ: LoggedRecord = sharedRead(1).callers;
const OWNERS_COPY: LoggedRecord = sharedRead(1).owners;
const UNMAPPED = callOf(1, { eventName: "InventedOperationOfTomorrow" });
const FROM_ROLE = callOf(1, { userIdentity: roleSessionOf("build/miller") });
const CREATE_FUNCTION = callOf(1, { eventSource: "lambda.amazonaws.com", eventName: "CreateFunction20150331" });
const BUILDERS = `arn:aws:iam::${MILL}:role/build/*`;

const CASES: readonly DenyCase[] = [
  { name: "an action that the Deny names", deny: { Action: "ec2:Describe*" }, record: callOf(1), what: "newlyDenied" },
  { name: "an action that the Deny does not name", deny: { Action: "ec2:Run*" }, record: callOf(1), what: "unchanged" },
  { name: "an action outside NotAction", deny: { NotAction: "ec2:*" }, record: callOf(1), what: "unchanged" },
  { name: "an action under NotAction", deny: { NotAction: "s3:*" }, record: callOf(1), what: "newlyDenied" },
  // R5
  {
    name: "a role session by its role's path",
    deny: context("ArnLike", "aws:PrincipalArn", BUILDERS),
    record: FROM_ROLE,
    what: "newlyDenied",
  },
  {
    name: "a role session that the Deny spares",
    deny: context("ArnNotLike", "aws:PrincipalArn", BUILDERS),
    record: FROM_ROLE,
    what: "unchanged",
  },
  {
    name: "a region that the Deny names",
    deny: context("StringEquals", "aws:RequestedRegion", "eu-west-1"),
    record: callOf(1),
    what: "newlyDenied",
  },
  {
    name: "a region that the Deny spares",
    deny: context("StringNotEquals", "aws:RequestedRegion", ["eu-west-1", "eu-north-1"]),
    record: callOf(1),
    what: "unchanged",
  },
  // R9
  {
    name: "an unmapped call under a Deny of its whole service",
    deny: { Action: "ec2:*" },
    record: UNMAPPED,
    what: "undetermined",
    reason: "maps to no known action",
  },
  {
    name: "an unmapped call under a Deny of one action of its service",
    deny: { Action: "ec2:RunInstances" },
    record: UNMAPPED,
    what: "undetermined",
    unknown: ["action"],
    reason: "maps to no known action",
  },
  {
    name: "an unmapped call under a Deny of everything",
    deny: {},
    record: UNMAPPED,
    what: "undetermined",
    reason: "maps to no known action",
  },
  {
    name: "an unmapped call under a Deny of another service",
    deny: { Action: ["s3:*", "iam:*"] },
    record: UNMAPPED,
    what: "unchanged",
  },
  {
    name: "an unmapped call under a Deny of all but its service",
    deny: { NotAction: "ec2:*" },
    record: UNMAPPED,
    what: "unchanged",
  },
  {
    name: "an unmapped call under a Deny that spares its region",
    deny: { Action: "ec2:*", ...context("StringNotEquals", "aws:RequestedRegion", "eu-west-1") },
    record: UNMAPPED,
    what: "unchanged",
  },
  // R12
  { name: "an owner's copy under a Deny of everything", deny: {}, record: OWNERS_COPY, what: "newlyDenied" },
  {
    name: "an owner's copy under a Deny that spares some roles",
    deny: context("ArnNotLike", "aws:PrincipalArn", BUILDERS),
    record: OWNERS_COPY,
    what: "undetermined",
    unknown: ["aws:principalarn"],
  },
  {
    name: "an owner's copy under a Deny of the caller's account",
    deny: context("StringEquals", "aws:PrincipalAccount", MILL),
    record: OWNERS_COPY,
    what: "newlyDenied",
  },
  // Further actions
  {
    name: "a call that may pass a role, under a Deny of iam:PassRole",
    deny: { Action: "iam:PassRole" },
    record: CREATE_FUNCTION,
    what: "undetermined",
    reason: "may also have needed",
  },
  {
    name: "a call that passes no role, under a Deny of iam:PassRole",
    deny: { Action: "iam:PassRole" },
    record: callOf(1),
    what: "unchanged",
  },
  {
    name: "a call that may pass a role, itself denied",
    deny: { Action: ["iam:PassRole", "lambda:*"] },
    record: CREATE_FUNCTION,
    what: "newlyDenied",
  },
  {
    name: "a read that may have been of a version, under a Deny of such reads",
    deny: { Action: "s3:GetObjectVersion" },
    record: READ,
    what: "undetermined",
    reason: "s3:GetObjectVersion",
  },
  {
    name: "a read that may have been of a version, under a Deny of both",
    deny: { Action: "s3:GetObject*" },
    record: READ,
    what: "newlyDenied",
  },
  {
    name: "a numeric condition under another action",
    deny: { Action: "s3:*", ...context("NumericLessThan", "aws:PrincipalAccount", "5") },
    record: callOf(1),
    what: "unchanged",
  },
  // R6
  {
    name: "a tag, which no record shows",
    deny: context("StringEquals", "aws:PrincipalTag/team", "oats"),
    record: callOf(1),
    what: "undetermined",
    unknown: ["aws:principaltag/team"],
  },
  {
    name: "a resource that the record does not show",
    deny: { Action: "s3:*", Resource: "arn:aws:s3:::juniper-bran/*" },
    record: { ...READ, resources: undefined },
    what: "undetermined",
    unknown: ["resource"],
  },
  // AWS does not say what NotResource makes of a call without a resource (semantics 3.2, marked U)
  {
    name: "an action without resources under NotResource",
    deny: { NotResource: "arn:aws:s3:::juniper-bran/*" },
    record: callOf(1),
    what: "undetermined",
  },
];

describe("evaluatePartition() with a Deny added", () => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild("core");
  });

  test.each(CASES.map((each) => [each.name, each.what, each] as const))(
    "finds %s %s",
    (_, what, { deny, record, unknown, reason }) => {
      const became = becomes(core, planOf([policyOf(deny)]), record);
      expect(became.what).toBe(what);
      if (unknown !== undefined) expect(became.event?.unknown).toEqual(unknown);
      if (reason !== undefined) expect(became.event?.reason).toContain(reason);
      if (what === "newlyDenied")
        expect(became.event).toMatchObject({ unknown: [], decidedBy: { decision: "explicitDeny" } });
      expect(became.finding?.impact).toBe(what === "unchanged" ? undefined : what);
    },
  );

  test("names every reason or key for which an event is undetermined", () => {
    const open = CASES.filter(({ what }) => what === "undetermined");
    for (const { name, deny, record } of open) {
      const { event } = becomes(core, planOf([policyOf(deny)]), record);
      expect(event === undefined ? 0 : event.unknown.length + (event.reason ?? "").length, name).toBeGreaterThan(0);
    }
  });

  test("names only the unknown keys that matter", () => {
    const plan = planOf([
      policyOf(
        { Sid: "Matters", ...context("StringEquals", "aws:PrincipalTag/team", "oats") },
        { Sid: "OtherAction", Action: "s3:*", ...context("StringEquals", "aws:PrincipalTag/other", "x") },
        {
          Sid: "OtherRegion",
          Condition: { StringEquals: { "aws:RequestedRegion": "us-east-1", "aws:ResourceTag/a": "b" } },
        },
      ),
    ]);
    expect(becomes(core, plan, callOf(1)).event).toMatchObject({
      unknown: ["aws:principaltag/team"],
      decidedBy: { sid: "Matters" },
    });
  });

  test("names no unknown key of an event that another statement denies for sure", () => {
    const plan = planOf([
      policyOf({ ...context("StringEquals", "aws:PrincipalTag/team", "oats") }, { Sid: "Sure", Action: "ec2:*" }),
    ]);
    const became = becomes(core, plan, callOf(1));
    expect(became.what).toBe("newlyDenied");
    expect(became.event).toMatchObject({ unknown: [], decidedBy: { sid: "Sure", statement: 1 } });
    expect(became.event?.reason).toBeUndefined();
  });

  test("lists unmapped calls that were judged, whatever their impact, with their number", () => {
    const other = (id: number) => callOf(id, { eventSource: "glue.amazonaws.com", eventName: "InventedToo" });
    const { unmapped } = evaluate(core, planOf([policyOf({ Action: "ec2:*" })]), [
      other(2),
      UNMAPPED,
      other(3),
      callOf(4),
      { ...UNMAPPED, eventID: "denied", errorCode: "AccessDenied" },
    ]);
    expect(unmapped).toEqual([
      { operation: "ec2.amazonaws.com InventedOperationOfTomorrow", events: 1, undetermined: 1 },
      { operation: "glue.amazonaws.com InventedToo", events: 2, undetermined: 0 },
    ]);
  });
});
