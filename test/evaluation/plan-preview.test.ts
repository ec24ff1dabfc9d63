import { describe, expect, test } from "vitest";
import type { Fault } from "../../host/domain/fault.ts";
import { type PreviewRequest, planPreview } from "../../host/evaluation/plan/plan-preview.ts";
import { ALLOW_ALL, MANAGEMENT, MILL, NORTH, PLANTS, ROOT, SHOP, snapshotOf } from "../organization/snapshot-of.ts";
import { planOf, policyOf, snapshotWith } from "./preview-of.ts";

const DENY_EC2 = policyOf({ Action: "ec2:*" });
const EMPTY_OU = "ou-jm01-empty0001";
const WITH_EMPTY_OU = snapshotOf({
  OrganizationalUnits: [...snapshotOf().OrganizationalUnits, { Id: EMPTY_OU, ParentId: ROOT }],
});

describe("planPreview()", () => {
  test.each([
    [
      "an account that the snapshot does not list",
      "999999999999",
      "`999999999999` is not in the organization snapshot",
    ],
    [
      "an OU that the snapshot does not list",
      "ou-jm01-gone00001",
      "`ou-jm01-gone00001` is not in the organization snapshot",
    ],
    ["a policy's id", "p-FullAWSAccess", "is not in the organization snapshot"],
    ["no id at all", "", "is not in the organization snapshot"],
    ["the management account", MANAGEMENT, "is the management account"],
  ])("refuses %s as a target", (_, targetId, words) => {
    expect(faultsOf({ targetId })).toMatchObject([{ code: "invalid-target", message: expect.stringContaining(words) }]);
  });

  test.each([
    ["the path of the target", MILL, MILL],
    ["an OU above it", MILL, PLANTS],
    ["the root above it", MILL, ROOT],
    ["an account below it", ROOT, MILL],
  ])("refuses a snapshot whose policy on %s does not parse, and names policy and level", (_, targetId, level) => {
    const snapshot = snapshotWith({
      [level]: [DENY_EC2, '{"Version":"2012-10-17","Statement":[{"Effect":"Perhaps"}]}'],
    });
    const faults = faultsOf({ snapshot, targetId });
    expect(faults.length).toBeGreaterThan(0);
    for (const { code, message } of faults) {
      expect(code).toBe("invalid-organization");
      expect(message).toContain(`\`p-${level}-1\``);
      expect(message).toContain(`\`${level}\``);
    }
  });

  test("does not read policies of accounts that are not under the target", () => {
    const snapshot = snapshotWith({ [SHOP]: ["no policy"], [MANAGEMENT]: ["no policy either"] });
    expect(faultsOf({ snapshot, targetId: MILL })).toEqual([]);
    expect(faultsOf({ snapshot, targetId: ROOT }).map(({ code }) => code)).toContain("invalid-organization");
  });

  test.each([
    ["no JSON", "Deny everything"],
    ["a statement without Effect", '{"Version":"2012-10-17","Statement":{"Action":"*","Resource":"*"}}'],
    ["an empty object", "{}"],
    ["an operator nobody knows", policyOf({ Condition: { StringResembles: { "aws:PrincipalArn": "x" } } })],
  ])("refuses a document with %s and says which one it is and where", (_, document) => {
    const faults = faultsOf({ policyDocuments: [DENY_EC2, document] });
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) {
      expect(fault.code).toBe("invalid-policy");
      expect(fault.message).toMatch(/^proposed document 2: /);
      expect(fault.where?.line).toBe(1);
    }
  });

  test("refuses an empty list of documents", () => {
    expect(faultsOf({ policyDocuments: [] })).toMatchObject([{ code: "invalid-policy" }]);
  });

  test("names the target before the documents when both are wrong", () => {
    expect(faultsOf({ targetId: MANAGEMENT, policyDocuments: ["{}"] })[0]?.code).toBe("invalid-target");
  });

  test("takes an OU without accounts: there is nobody to look at, and a statement to compile", () => {
    const plan = planOf([DENY_EC2], { target: EMPTY_OU, snapshot: WITH_EMPTY_OU });
    expect([...plan.accounts]).toEqual([]);
    expect(plan.classes).toEqual([]);
    expect(plan.attachment.mode).toBe("ADD");
    expect(plan.program.statements).toHaveLength(1);
  });

  test("plans the accounts under the target without the management account, by id", () => {
    expect([...planOf([DENY_EC2], { target: ROOT }).accounts.keys()]).toEqual([MILL, SHOP]);
    expect([...planOf([DENY_EC2], { target: PLANTS }).accounts.keys()]).toEqual([MILL]);
  });

  test("gives accounts with the same statements on their paths one class, and others another", () => {
    const neighbours = Array.from({ length: 20 }, (_, index) => String(200_000_000_000 + index));
    const base = snapshotWith({ [SHOP]: [DENY_EC2] });
    const snapshot = {
      ...base,
      Accounts: [...base.Accounts, ...neighbours.map((Id) => ({ Id, ParentId: NORTH }))],
      PolicyTargets: [
        ...base.PolicyTargets,
        ...neighbours.map((TargetId) => ({ PolicyId: "p-FullAWSAccess", TargetId })),
      ],
    };
    const { accounts, classes } = planOf([policyOf({ Action: "s3:*" })], { target: ROOT, snapshot });
    expect(classes).toHaveLength(2);
    const classOf = (id: string) => accounts.get(id)?.classIndex;
    expect(new Set([MILL, ...neighbours].map(classOf)).size).toBe(1);
    expect(classOf(SHOP)).not.toBe(classOf(MILL));
  });

  test("compiles equal statements once, wherever they are attached", () => {
    const snapshot = snapshotWith({ [ROOT]: [DENY_EC2], [MILL]: [policyOf({ Sid: "OtherWords", Action: "EC2:*" })] });
    const { program } = planOf([DENY_EC2], { snapshot });
    expect(program.statements.map(({ effect }) => effect).sort()).toEqual(["Allow", "Deny"]);
  });

  test("keeps both hierarchies: what is attached now, and the target's level as proposed", () => {
    const planned = planOf([ALLOW_ALL, DENY_EC2], { snapshot: snapshotWith({ [NORTH]: [DENY_EC2] }) }).accounts.get(
      MILL,
    );
    const shapeOf = (levels: NonNullable<typeof planned>["current"]) =>
      levels.map(({ level, statements }) => [level, statements.map(({ policy }) => policy.id)]);
    const above = [
      [ROOT, ["p-FullAWSAccess"]],
      [PLANTS, ["p-FullAWSAccess"]],
      [NORTH, ["p-FullAWSAccess", `p-${NORTH}-0`]],
    ];
    expect(planned && shapeOf(planned.current)).toEqual([...above, [MILL, ["p-FullAWSAccess"]]]);
    expect(planned && shapeOf(planned.proposed)).toEqual([...above, [MILL, ["proposed-1", "proposed-2"]]]);
  });

  test("knows the time of the snapshot only when the snapshot says it", () => {
    const { CapturedAt: _, ...timeless } = snapshotOf();
    expect(planOf([DENY_EC2], { snapshot: timeless }).capturedAt).toBeUndefined();
    expect(planOf([DENY_EC2], { snapshot: snapshotOf() }).capturedAt).toBe(Date.parse("2026-11-20T08:00:00Z"));
  });
});

function faultsOf(changes: Partial<PreviewRequest>): readonly Fault[] {
  const planned = planPreview({
    snapshot: snapshotOf(),
    targetId: MILL,
    policyDocuments: [DENY_EC2],
    windowStart: 0,
    windowEnd: 1,
    ...changes,
  });
  return planned.ok ? [] : planned.faults;
}
