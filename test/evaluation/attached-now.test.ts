import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { loadBuild } from "../build-cores.ts";
import { MILL, ROOT } from "../organization/snapshot-of.ts";
import { context } from "./deny-case.ts";
import { callOf, sharedRead } from "./invented-records.ts";
import { becomes, planOf, policyOf, snapshotWith } from "./preview-of.ts";

const OWNERS_COPY = sharedRead(1).owners;

describe("evaluatePartition() with a Deny that is attached now", () => {
  const SPARED = context("ArnNotLike", "aws:PrincipalArn", `arn:aws:iam::${MILL}:role/build/*`);
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild("core");
  });

  /** R7: current Deny at the root, proposed Deny at the account. */
  test.each([
    ["the same Deny", SPARED, SPARED, OWNERS_COPY, "unchanged"],
    ["a Deny of a sure match, proposed again", { Action: "ec2:*" }, { Action: "ec2:*" }, callOf(1), "deniedNow"],
    ["a Deny of a sure match, and a wider one proposed", { Action: "ec2:*" }, {}, callOf(1), "deniedNow"],
    ["a Deny that may match, and one of everything proposed", SPARED, {}, OWNERS_COPY, "newlyDenied"],
    ["a Deny of something else", { Action: "s3:*" }, { Action: "ec2:*" }, callOf(1), "newlyDenied"],
    [
      "a Deny of other tags",
      context("StringEquals", "aws:PrincipalTag/a", "x"),
      context("StringEquals", "aws:PrincipalTag/b", "x"),
      callOf(1),
      "undetermined",
    ],
  ] as const)("finds an event under %s as R7 says", (_, current, proposed, record, what) => {
    const snapshot = snapshotWith({ [ROOT]: [policyOf(current)] });
    expect(becomes(core, planOf([policyOf(proposed)], { snapshot }), record).what).toBe(what);
  });

  test("says that the policies attached now may deny it already, where the proposal denies for sure and those do not say", () => {
    // One key twice with other patterns: no value is shown under which both are allowed now.
    const current = policyOf(
      context("StringLike", "aws:PrincipalTag/team", "o*"),
      context("StringNotLike", "aws:PrincipalTag/team", "oa*"),
    );
    const plan = planOf([policyOf({ Sid: "All" })], { snapshot: snapshotWith({ [ROOT]: [current] }) });
    const { what, event } = becomes(core, plan, callOf(1));
    expect(what).toBe("undetermined");
    expect(event).toMatchObject({ decidedBy: { sid: "All" }, unknown: ["aws:principaltag/team"] });
    expect(event?.reason).toContain("attached now may deny it already");
  });
});
