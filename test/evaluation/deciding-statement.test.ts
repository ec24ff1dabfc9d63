import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { loadBuild } from "../build-cores.ts";
import { ALLOW_ALL, MILL, NORTH, PLANTS, ROOT, SHOP } from "../organization/snapshot-of.ts";
import { callOf, userOf } from "./invented-records.ts";
import { becomes, evaluate, planOf, policyOf, snapshotWith } from "./preview-of.ts";

const ALLOW_EC2 = policyOf({ Sid: "OnlyEc2", Effect: "Allow", Action: "ec2:*" });
const DENY_EC2 = policyOf({ Sid: "NoEc2", Action: "ec2:*" });
const OTHER = callOf(1, { eventSource: "rds.amazonaws.com", eventName: "DescribeDBInstances" });

describe("evaluatePartition() by attachment mode (R8)", () => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild("core");
  });

  test("replaces what is attached to the target when a document allows something", () => {
    const plan = planOf([ALLOW_EC2]);
    expect(plan.attachment).toMatchObject({ mode: "REPLACE", why: expect.stringContaining("by default") });
    expect(becomes(core, plan, callOf(1)).what).toBe("unchanged");
    expect(becomes(core, plan, OTHER).event).toMatchObject({
      decidedBy: { decision: "implicitDeny", level: MILL },
      unknown: [],
    });
  });

  test("adds to what is attached when no document allows anything, and says why", () => {
    const plan = planOf([DENY_EC2]);
    expect(plan.attachment).toMatchObject({ mode: "ADD", why: expect.stringContaining("no document has an Allow") });
    expect(becomes(core, plan, OTHER).what).toBe("unchanged");
    expect(becomes(core, plan, callOf(1)).what).toBe("newlyDenied");
  });

  test("replaces because one of several documents allows something", () => {
    expect(planOf([DENY_EC2, ALLOW_EC2]).attachment.mode).toBe("REPLACE");
  });

  test("replaces with a Deny alone when the request says so: nothing is allowed any more", () => {
    const plan = planOf([DENY_EC2], { mode: "REPLACE" });
    expect(plan.attachment).toMatchObject({ mode: "REPLACE", why: expect.stringContaining("the request asks") });
    expect(becomes(core, plan, callOf(1)).event?.decidedBy).toMatchObject({ decision: "explicitDeny", sid: "NoEc2" });
    expect(becomes(core, plan, OTHER).event?.decidedBy).toEqual({ decision: "implicitDeny", level: MILL });
  });

  test("adds an Allow when the request says so: nothing changes", () => {
    const plan = planOf([ALLOW_EC2], { mode: "ADD" });
    expect(plan.attachment).toMatchObject({ mode: "ADD", why: expect.stringContaining("the request asks") });
    expect(becomes(core, plan, OTHER).what).toBe("unchanged");
  });

  test("leaves the Denies of other levels in force when a Deny of the target is replaced", () => {
    const snapshot = snapshotWith({ [MILL]: [DENY_EC2], [PLANTS]: [policyOf({ Action: "rds:*" })] });
    const plan = planOf([ALLOW_ALL], { snapshot });
    expect(becomes(core, plan, callOf(1)).what).toBe("newlyAllowed");
    expect(becomes(core, plan, OTHER).what).toBe("deniedNow");
  });

  test("changes the level of a target OU for every account below it, and for no other", () => {
    const records = [callOf(1), callOf(2, { userIdentity: userOf("sam", SHOP) })];
    const ofPlants = evaluate(core, planOf([DENY_EC2], { target: PLANTS }), records);
    expect(ofPlants.denied).toMatchObject([{ account: MILL, decidedBy: { level: PLANTS } }]);
    const ofRoot = evaluate(core, planOf([DENY_EC2], { target: ROOT }), records);
    expect(ofRoot.denied).toMatchObject([
      { account: MILL, decidedBy: { level: ROOT } },
      { account: SHOP, decidedBy: { level: ROOT } },
    ]);
  });
});

describe("evaluatePartition() names as deciding (R10)", () => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild("core");
  });
  const decidedBy = (documents: readonly string[]) => becomes(core, planOf(documents), callOf(1)).event?.decidedBy;

  test("the statement by its place in the document and its Sid", () => {
    const document = policyOf(
      { Effect: "Allow" },
      { Sid: "Other", Action: "s3:*" },
      { Sid: "This", Action: "ec2:*" },
      { Sid: "Later" },
    );
    expect(decidedBy([document])).toEqual({
      decision: "explicitDeny",
      level: MILL,
      policy: "proposed-1",
      policyName: "proposed-1",
      statement: 2,
      sid: "This",
    });
  });

  test("no Sid where the statement has none", () => {
    expect(decidedBy([policyOf({ Effect: "Allow" }, {})])).not.toHaveProperty("sid");
  });

  test("the first document that denies", () => {
    expect(decidedBy([ALLOW_ALL, policyOf({ Sid: "Second" }), policyOf({ Sid: "Third" })])).toMatchObject({
      policy: "proposed-2",
    });
  });

  test("policies of a level by id and not by the order of the documents", () => {
    const documents = [
      ALLOW_ALL,
      ...Array.from({ length: 9 }, (_, index) => policyOf({ Sid: `Document${index + 2}` })),
    ];
    expect(decidedBy(documents)).toMatchObject({ policy: "proposed-10", sid: "Document10" });
  });

  test("an explicit Deny before the want of an Allow", () => {
    const denied = planOf([policyOf({ Effect: "Allow", Action: "s3:*" }, { Sid: "Explicit", Action: "ec2:*" })], {
      target: NORTH,
    });
    expect(becomes(core, denied, callOf(1)).event?.decidedBy).toMatchObject({
      decision: "explicitDeny",
      sid: "Explicit",
    });
  });

  test("the OU that no longer allows the call", () => {
    const plan = planOf([policyOf({ Effect: "Allow", Action: "s3:*" })], { target: PLANTS });
    expect(becomes(core, plan, callOf(1)).event?.decidedBy).toEqual({ decision: "implicitDeny", level: PLANTS });
  });

  test("for an undetermined event the first statement that may deny it", () => {
    const tag = { Condition: { StringEquals: { "aws:PrincipalTag/team": "oats" } } };
    const plan = planOf([
      policyOf(
        { Sid: "Not", Action: "s3:*", ...tag },
        { Sid: "First", ...tag },
        { Sid: "Second", Action: "ec2:*", ...tag },
      ),
    ]);
    expect(becomes(core, plan, callOf(1)).event).toMatchObject({
      decidedBy: { decision: "explicitDeny", statement: 1, sid: "First" },
      unknown: ["aws:principaltag/team"],
    });
  });

  test("for an event that an Allow only may cover, the level it is at", () => {
    const document = policyOf({ Effect: "Allow", Condition: { StringEquals: { "aws:PrincipalTag/team": "oats" } } });
    const became = becomes(core, planOf([document]), callOf(1));
    expect(became.what).toBe("undetermined");
    expect(became.event).toMatchObject({
      decidedBy: { decision: "implicitDeny", level: MILL },
      unknown: ["aws:principaltag/team"],
    });
  });

  test.each([
    ["may also have needed", "lambda:*", "lambda.amazonaws.com", "CreateFunction20150331", "iam:PassRole"],
    ["may have been instead", "s3:GetObject", "s3.amazonaws.com", "GetObject", "s3:GetObjectVersion"],
    ["is, which nobody knows", "s3:*", "ec2.amazonaws.com", "InventedOperation", "maps to no known action"],
  ])("the level that does not allow what a call %s", (_, allowed, eventSource, eventName, words) => {
    const plan = planOf([policyOf({ Effect: "Allow", Action: allowed })]);
    const { what, event } = becomes(core, plan, callOf(1, { eventSource, eventName }));
    expect(what).toBe("undetermined");
    expect(event).toMatchObject({ decidedBy: { decision: "implicitDeny", level: MILL } });
    expect(event?.reason).toContain(words);
  });
});

describe("evaluatePartition() lists", () => {
  test("affected events with what the record says, by time, then event id", async () => {
    const core = await loadBuild("core");
    const at = (eventTime: string, id: number) => callOf(id, { eventTime });
    const { denied } = evaluate(core, planOf([DENY_EC2]), [
      at("2026-11-23T12:00:00Z", 2),
      at("2026-11-23T11:00:00.500Z", 9),
      at("2026-11-23T12:00:00Z", 1),
      at("2026-11-23T11:00:00Z", 8),
    ]);
    expect(denied.map(({ eventTime, offset }) => [eventTime, offset])).toEqual([
      ["2026-11-23T11:00:00Z", 3],
      ["2026-11-23T11:00:00.500Z", 1],
      ["2026-11-23T12:00:00Z", 2],
      ["2026-11-23T12:00:00Z", 0],
    ]);
    expect(denied[3]).toEqual({
      eventID: "5eed0000-0000-4000-8000-000000000002",
      eventTime: "2026-11-23T12:00:00Z",
      account: MILL,
      principal: `arn:aws:iam::${MILL}:user/ida`,
      action: "ec2:DescribeInstances",
      mapping: "sameName",
      resources: [],
      region: "eu-west-1",
      sourceIPAddress: "198.51.100.7",
      userAgent: "aws-cli/2.31.0",
      eventSource: "ec2.amazonaws.com",
      eventName: "DescribeInstances",
      decidedBy: {
        decision: "explicitDeny",
        level: MILL,
        policy: "proposed-1",
        policyName: "proposed-1",
        statement: 0,
        sid: "NoEc2",
      },
      unknown: [],
      file: "file-0.json",
      offset: 0,
    });
  });
});
