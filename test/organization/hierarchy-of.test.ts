import { describe, expect, test } from "vitest";
import { createHierarchies } from "../../host/organization/hierarchy-of.ts";
import { ALLOW_ALL, DENY_LEAVING, MANAGEMENT, MILL, NORTH, PLANTS, ROOT, SHOP, snapshotOf } from "./snapshot-of.ts";

const FULL = { id: "p-FullAWSAccess", name: "FullAWSAccess", document: ALLOW_ALL };
const LEAVING = { id: "p-leaving01", name: "DenyLeaving", document: DENY_LEAVING };

describe("createHierarchies().of()", () => {
  test("gives root, OUs and account in this order, each with its own policies sorted by id", () => {
    expect(createHierarchies(snapshotOf()).of(MILL)).toEqual([
      { id: ROOT, policies: [FULL, LEAVING] },
      { id: PLANTS, policies: [FULL] },
      { id: NORTH, policies: [FULL] },
      { id: MILL, policies: [FULL] },
    ]);
  });

  test("gives root and account for an account under the root", () => {
    expect(
      createHierarchies(snapshotOf())
        .of(SHOP)
        ?.map(({ id }) => id),
    ).toEqual([ROOT, SHOP]);
  });

  test("gives a level without policies as one that has none", () => {
    const PolicyTargets = snapshotOf().PolicyTargets.filter(({ TargetId }) => TargetId !== NORTH);
    expect(createHierarchies(snapshotOf({ PolicyTargets })).of(MILL)?.[2]).toEqual({ id: NORTH, policies: [] });
  });

  test("counts an attachment that is listed twice once", () => {
    const PolicyTargets = [...snapshotOf().PolicyTargets, ...snapshotOf().PolicyTargets];
    expect(createHierarchies(snapshotOf({ PolicyTargets })).of(MILL)).toEqual(createHierarchies(snapshotOf()).of(MILL));
  });

  test("names a policy without name by its id", () => {
    const Policies = [{ PolicySummary: { Id: "p-FullAWSAccess" }, Content: ALLOW_ALL }];
    const PolicyTargets = [{ PolicyId: "p-FullAWSAccess", TargetId: SHOP }];
    const hierarchy = createHierarchies(snapshotOf({ Policies, PolicyTargets })).of(SHOP);
    expect(hierarchy?.[1]?.policies).toEqual([{ ...FULL, name: "p-FullAWSAccess" }]);
  });

  test.each([
    ["lists no policy type", []],
    ["has SCPs only pending", [{ Type: "SERVICE_CONTROL_POLICY", Status: "PENDING_ENABLE" }]],
    ["has another type enabled", [{ Type: "TAG_POLICY", Status: "ENABLED" }]],
  ])("lets every level allow everything while the root %s", (_name, PolicyTypes) => {
    const hierarchy = createHierarchies(snapshotOf({ Roots: [{ Id: ROOT, PolicyTypes }] })).of(MILL);
    expect(hierarchy?.map(({ id }) => id)).toEqual([ROOT, PLANTS, NORTH, MILL]);
    for (const { policies } of hierarchy ?? []) {
      expect(policies.map(({ id }) => id)).toEqual(["p-FullAWSAccess"]);
      expect(JSON.parse(policies[0]?.document ?? "").Statement).toEqual([
        { Effect: "Allow", Action: "*", Resource: "*" },
      ]);
    }
  });

  test("counts attached SCPs when the root does not say which types are enabled", () => {
    expect(createHierarchies(snapshotOf({ Roots: [{ Id: ROOT }] })).of(SHOP)?.[0]?.policies).toEqual([FULL, LEAVING]);
  });

  test.each([
    ["the management account", MANAGEMENT],
    ["an account that is not listed", "999999999999"],
    ["an OU", PLANTS],
  ])("gives nothing for %s", (_name, id) => {
    expect(createHierarchies(snapshotOf()).of(id)).toBeUndefined();
  });

  test("asserts that the parents do not go round in a circle", () => {
    const OrganizationalUnits = [
      { Id: NORTH, ParentId: PLANTS },
      { Id: PLANTS, ParentId: NORTH },
    ];
    expect(() => createHierarchies(snapshotOf({ OrganizationalUnits })).of(MILL)).toThrow("circle");
  });
});

test.each<[string, string, readonly string[]]>([
  ["the root", ROOT, [MILL, SHOP]],
  ["an OU with an OU in it", PLANTS, [MILL]],
  ["the innermost OU", NORTH, [MILL]],
  ["an account", SHOP, [SHOP]],
  ["the management account", MANAGEMENT, []],
  ["a target that is not there", "ou-gone", []],
])("createHierarchies().accountsUnder() of %s gives the member accounts, sorted", (_name, target, expected) => {
  expect(createHierarchies(snapshotOf()).accountsUnder(target)).toEqual(expected);
});

test.each([
  [MILL, false, true, `o-junipermil/${ROOT}/${PLANTS}/${NORTH}/`],
  [SHOP, false, true, `o-junipermil/${ROOT}/`],
  [MANAGEMENT, true, true, `o-junipermil/${ROOT}/`],
  ["999999999999", false, false, undefined],
  [PLANTS, false, false, undefined],
])(
  "createHierarchies() knows of %s whether it is exempt, contained, and its path",
  (id, isManagement, isContained, path) => {
    const hierarchies = createHierarchies(snapshotOf());
    expect(hierarchies.isManagementAccount(id)).toBe(isManagement);
    expect(hierarchies.contains(id)).toBe(isContained);
    expect(hierarchies.organizationPaths(id)).toBe(path);
  },
);

test("createHierarchies() contains the management account even where the snapshot does not list it", () => {
  const hierarchies = createHierarchies(snapshotOf({ Accounts: [] }));
  expect(hierarchies.contains(MANAGEMENT)).toBe(true);
});
