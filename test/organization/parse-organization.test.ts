import { describe, expect, test } from "vitest";
import type { OrganizationSnapshot } from "../../host/domain/organization.ts";
import { parseOrganization, SNAPSHOT_LENGTH_MAX } from "../../host/organization/parse-organization.ts";
import { ALLOW_ALL, MANAGEMENT, MILL, NORTH, PLANTS, ROOT, SHOP, snapshotOf } from "./snapshot-of.ts";

/** `code pointer` of every fault, in order. */
function faultsOf(text: string): readonly string[] {
  const parsed = parseOrganization(text);
  if (parsed.ok) return [];
  return parsed.faults.map(({ code, where }) => (where?.pointer === undefined ? code : `${code} ${where.pointer}`));
}

function faultsWith(changes: object): readonly string[] {
  return faultsOf(JSON.stringify({ ...snapshotOf(), ...changes }));
}

function policyOf(Id: string, Content: unknown, Type?: string): object {
  return { PolicySummary: { Id, ...(Type !== undefined && { Type }) }, Content };
}

test("parseOrganization() gives the snapshot back", () => {
  expect(parseOrganization(JSON.stringify(snapshotOf()))).toEqual({ ok: true, value: snapshotOf() });
});

test("parseOrganization() leaves out members it does not know, and optional ones that are null", () => {
  const snapshot = snapshotOf();
  const text = JSON.stringify({
    ...snapshot,
    Accounts: snapshot.Accounts.map((account) => ({ ...account, Status: "SUSPENDED", Paths: [{ deep: [] }] })),
    DelegatedAdministrators: null,
    Comment: "exported by hand",
  });
  expect(parseOrganization(text)).toEqual({ ok: true, value: snapshot });
});

describe("parseOrganization() accepts", () => {
  test.each<[string, Partial<OrganizationSnapshot>]>([
    ["delegated administrators", { DelegatedAdministrators: [{ Id: SHOP }] }],
    ["a root that does not list its policy types", { Roots: [{ Id: ROOT }] }],
    ["a time with an offset", { CapturedAt: "2026-11-20T09:00:00.5+01:00" }],
    ["the same attachment twice", { PolicyTargets: [...snapshotOf().PolicyTargets, ...snapshotOf().PolicyTargets] }],
    [
      "a management account that is not listed",
      { Organization: { Id: "o-junipermil", MasterAccountId: "999999999999" } },
    ],
    ["OUs five deep", { OrganizationalUnits: chainOf(5), Accounts: [], PolicyTargets: [] }],
  ])("%s", (_name, changes) => {
    expect(faultsWith(changes)).toEqual([]);
  });

  test("a policy of another type without content", () => {
    const Policies = [...snapshotOf().Policies, { PolicySummary: { Id: "p-backup001", Type: "BACKUP_POLICY" } }];
    expect(faultsWith({ Policies })).toEqual([]);
  });

  test("an unreadable policy that is on no member account's path", () => {
    const Policies = [
      ...snapshotOf().Policies,
      policyOf("p-idle00001", "nonsense"),
      policyOf("p-boss00001", "nonsense"),
    ];
    const PolicyTargets = [...snapshotOf().PolicyTargets, { PolicyId: "p-boss00001", TargetId: MANAGEMENT }];
    expect(faultsWith({ Policies, PolicyTargets })).toEqual([]);
  });

  test("an unreadable policy while SCPs are not enabled", () => {
    const Policies = [...snapshotOf().Policies, policyOf("p-broken001", "nonsense")];
    const PolicyTargets = [...snapshotOf().PolicyTargets, { PolicyId: "p-broken001", TargetId: ROOT }];
    expect(faultsWith({ Policies, PolicyTargets, Roots: [{ Id: ROOT, PolicyTypes: [] }] })).toEqual([]);
  });
});

/** `length` OUs, each inside the one before. */
function chainOf(length: number): { Id: string; ParentId: string }[] {
  return Array.from({ length }, (_, index) => ({
    Id: `ou-jm01-chain${index}`,
    ParentId: index === 0 ? ROOT : `ou-jm01-chain${index - 1}`,
  }));
}

describe("parseOrganization() refuses the shape of", () => {
  test.each<[string, object, readonly string[]]>([
    ["a snapshot without organization", { Organization: undefined }, ["missing-member "]],
    [
      "an organization without members",
      { Organization: {} },
      ["missing-member /Organization", "missing-member /Organization"],
    ],
    ["a snapshot without attachments", { PolicyTargets: undefined }, ["missing-member "]],
    ["accounts that are an object", { Accounts: {} }, ["wrong-type /Accounts"]],
    ["an account that is a text", { Accounts: [MILL] }, ["wrong-type /Accounts/0"]],
    [
      "an account id that is a number",
      { Accounts: [{ Id: 100000000001, ParentId: ROOT }] },
      ["wrong-type /Accounts/0/Id"],
    ],
    [
      "an account id of 11 digits",
      { Accounts: [{ Id: "10000000000", ParentId: ROOT }] },
      ["invalid-id /Accounts/0/Id"],
    ],
    ["an ARN for an id", { Roots: [{ Id: "arn:aws:organizations::1:root/o-1/r-1" }] }, ["invalid-id /Roots/0/Id"]],
    ["a name that is a number", { Roots: [{ Id: ROOT, Name: 1 }] }, ["wrong-type /Roots/0/Name"]],
    [
      "a policy type without status",
      { Roots: [{ Id: ROOT, PolicyTypes: [{ Type: "TAG_POLICY" }] }] },
      ["missing-member /Roots/0/PolicyTypes/0"],
    ],
    [
      "a policy type in another case",
      { Policies: [policyOf("p-a", ALLOW_ALL, "service_control_policy")] },
      ["invalid-policy-type /Policies/0/PolicySummary/Type"],
    ],
    ["an SCP without content", { Policies: [policyOf("p-a", undefined)] }, ["missing-content /Policies/0"]],
    ["an SCP with empty content", { Policies: [policyOf("p-a", "")] }, ["missing-content /Policies/0"]],
    ["content that is an object", { Policies: [policyOf("p-a", {})] }, ["wrong-type /Policies/0/Content"]],
    [
      "a delegated administrator without id",
      { DelegatedAdministrators: [{}] },
      ["missing-member /DelegatedAdministrators/0"],
    ],
    ["a time without zone", { CapturedAt: "2026-11-20T08:00:00" }, ["invalid-time /CapturedAt"]],
    ["a time that is none", { CapturedAt: "2026-13-20T08:00:00Z" }, ["invalid-time /CapturedAt"]],
  ])("%s", (_name, changes, expected) => {
    expect(faultsWith(changes)).toEqual(expected);
  });
});

describe("parseOrganization() refuses a snapshot that does not hold together:", () => {
  const { Roots, OrganizationalUnits, Accounts, Policies, PolicyTargets } = snapshotOf();
  test.each<[string, object, readonly string[]]>([
    ["no root", { Roots: [], OrganizationalUnits: [], Accounts: [], PolicyTargets: [] }, ["no-root /Roots"]],
    ["two roots", { Roots: [...Roots, { Id: "r-jm02" }] }, ["several-roots /Roots"]],
    ["an account listed twice", { Accounts: [...Accounts, Accounts[0]] }, ["duplicate-id /Accounts/3/Id"]],
    [
      "an OU listed twice",
      { OrganizationalUnits: [...OrganizationalUnits, OrganizationalUnits[0]] },
      ["duplicate-id /OrganizationalUnits/2/Id"],
    ],
    ["a policy listed twice", { Policies: [...Policies, Policies[0]] }, ["duplicate-id /Policies/3/PolicySummary/Id"]],
    [
      "an account under an OU that is not there",
      { Accounts: [...Accounts, { Id: "100000000004", ParentId: "ou-gone" }] },
      ["unknown-parent /Accounts/3/ParentId"],
    ],
    [
      "an account under an account",
      { Accounts: [...Accounts, { Id: "100000000004", ParentId: MILL }] },
      ["unknown-parent /Accounts/3/ParentId"],
    ],
    [
      "an OU under an OU that is not there",
      { OrganizationalUnits: [...OrganizationalUnits, { Id: "ou-a", ParentId: "ou-gone" }] },
      ["unknown-parent /OrganizationalUnits/2/ParentId"],
    ],
    [
      "an OU that is its own parent",
      { OrganizationalUnits: [...OrganizationalUnits, { Id: "ou-a", ParentId: "ou-a" }] },
      ["parent-cycle /OrganizationalUnits/2/ParentId"],
    ],
    [
      "two OUs that are each other's parent, and one below",
      {
        OrganizationalUnits: [
          ...OrganizationalUnits,
          { Id: "ou-a", ParentId: "ou-b" },
          { Id: "ou-b", ParentId: "ou-a" },
          { Id: "ou-c", ParentId: "ou-a" },
        ],
      },
      [
        "parent-cycle /OrganizationalUnits/2/ParentId",
        "parent-cycle /OrganizationalUnits/3/ParentId",
        "parent-cycle /OrganizationalUnits/4/ParentId",
      ],
    ],
    [
      "OUs six deep",
      { OrganizationalUnits: chainOf(6), Accounts: [], PolicyTargets: [] },
      ["nested-too-deep /OrganizationalUnits/5/ParentId"],
    ],
    [
      "OUs six deep, deepest first",
      { OrganizationalUnits: chainOf(6).reverse(), Accounts: [], PolicyTargets: [] },
      ["nested-too-deep /OrganizationalUnits/0/ParentId"],
    ],
    [
      "an attachment of a policy that is not there",
      { PolicyTargets: [...PolicyTargets, { PolicyId: "p-gone", TargetId: ROOT }] },
      [`unknown-policy /PolicyTargets/${PolicyTargets.length}/PolicyId`],
    ],
    [
      "an attachment to a target that is not there",
      { PolicyTargets: [...PolicyTargets, { PolicyId: "p-leaving01", TargetId: "ou-gone" }] },
      [`unknown-target /PolicyTargets/${PolicyTargets.length}/TargetId`],
    ],
    [
      "a policy in use that cannot be read",
      {
        Policies: [...Policies, policyOf("p-broken001", "{}")],
        PolicyTargets: [...PolicyTargets, { PolicyId: "p-broken001", TargetId: PLANTS }],
      },
      ["invalid-content /Policies/3/Content"],
    ],
  ])("%s", (_name, changes, expected) => {
    expect(faultsWith(changes)).toEqual(expected);
  });
});

test("parseOrganization() points into the content of a policy that cannot be read", () => {
  const Content = '{"Version":"2012-10-17",\n"Statement":{"Effect":"deny","Action":"*","Resource":"*"}}';
  const snapshot = snapshotOf({
    Policies: [...snapshotOf().Policies, { PolicySummary: { Id: "p-broken001" }, Content }],
    PolicyTargets: [...snapshotOf().PolicyTargets, { PolicyId: "p-broken001", TargetId: NORTH }],
  });
  const parsed = parseOrganization(JSON.stringify(snapshot));
  expect(parsed).toEqual({
    ok: false,
    faults: [
      {
        code: "invalid-content",
        message: "attached policy `p-broken001` cannot be read: `deny` is no effect; case matters, write `Deny`",
        where: { pointer: "/Policies/3/Content", line: 2, column: 23 },
      },
    ],
  });
});

describe("parseOrganization() answers with faults to", () => {
  const longChain = JSON.stringify(
    snapshotOf({ OrganizationalUnits: chainOf(50_000), Accounts: [], PolicyTargets: [] }),
  );
  test.each<[string, string, readonly string[]]>([
    ["text that is no JSON", '{"Roots": [}', ["not-json"]],
    ["a member given twice", '{"Accounts":[],"Accounts":[]}', ["duplicate-key /Accounts"]],
    ["a list", "[]", ["wrong-type "]],
    ["100,000 open lists", "[".repeat(100_000), ["too-deep"]],
    [
      "a list of a million numbers",
      JSON.stringify({ ...snapshotOf(), Accounts: Array(1_000_000).fill(1) }),
      ["too-many-entries /Accounts"],
    ],
    ["more text than is read", " ".repeat(SNAPSHOT_LENGTH_MAX + 1), ["snapshot-too-large"]],
    [
      "a chain of 50,000 OUs",
      longChain,
      [
        ...Array.from({ length: 100 }, (_, index) => `nested-too-deep /OrganizationalUnits/${index + 5}/ParentId`),
        "more-faults",
      ],
    ],
  ])("%s", (_name, text, expected) => {
    expect(faultsOf(text)).toEqual(expected);
  });
});
