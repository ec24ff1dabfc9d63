import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { loadBuild } from "../build-cores.ts";
import { SHOP } from "../organization/snapshot-of.ts";
import { callOf, STRANGER } from "./invented-records.ts";
import { becomes, planOf, policyOf, snapshotWith } from "./preview-of.ts";

const PERIMETER = policyOf({
  Condition: { StringNotEqualsIfExists: { "aws:ResourceOrgID": `\${aws:PrincipalOrgID}` } },
});
const PARTNERS = policyOf({
  Condition: { StringNotEquals: { "aws:ResourceOrgID": [`\${aws:PrincipalOrgID}`, "o-partner001"] } },
});

describe("calls to things of other accounts, under a data perimeter", () => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild("core");
  });
  const publishTo = (account: string) =>
    callOf(1, {
      eventSource: "sns.amazonaws.com",
      eventName: "Publish",
      requestParameters: { topicArn: `arn:aws:sns:eu-west-1:${account}:oats` },
    });

  test.each([
    ["an account of the organization", SHOP, PERIMETER, "unchanged"],
    ["a stranger", STRANGER, PERIMETER, "newlyDenied"],
    ["a stranger that may be a partner", STRANGER, PARTNERS, "undetermined"],
  ])("of %s", (_, account, document, what) => {
    expect(becomes(core, planOf([document]), publishTo(account)).what).toBe(what);
  });

  test.each([
    ["that says no time", {}],
    ["of the same day", { CapturedAt: "2026-11-23T23:00:00Z" }],
  ])("a snapshot %s proves nobody a stranger", (_, captured) => {
    const snapshot = snapshotWith({}, captured);
    expect(becomes(core, planOf([PERIMETER], { snapshot }), publishTo(STRANGER)).what).toBe("undetermined");
  });

  test("calls that ask for no resource ask for the caller's own", () => {
    expect(becomes(core, planOf([PERIMETER]), callOf(1)).what).toBe("unchanged");
  });
});
