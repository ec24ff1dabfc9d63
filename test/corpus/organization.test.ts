import { describe, expect, it } from "vitest";
import {
  accountsUnder,
  createOrganization,
  HOME_REGIONS,
  MANAGEMENT_ACCOUNT,
  ROOT_ID,
  WORKLOADS_OU,
} from "../../bench/corpus/organization.ts";
import { regionPolicy, regionPolicyDenies } from "../../bench/corpus/policy.ts";

const snapshot = createOrganization("2026-10-19T00:00:00Z");

describe("createOrganization()", () => {
  it("uses ids in the forms that AWS Organizations gives", () => {
    expect(snapshot.Organization.Id).toMatch(/^o-[a-z0-9]{10,32}$/);
    for (const root of snapshot.Roots) expect(root.Id).toMatch(/^r-[0-9a-z]{4,32}$/);
    for (const unit of snapshot.OrganizationalUnits) expect(unit.Id).toMatch(/^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$/);
    for (const member of snapshot.Accounts) expect(member.Id).toMatch(/^\d{12}$/);
    for (const policy of snapshot.Policies) expect(policy.PolicySummary.Id).toMatch(/^p-[0-9a-zA-Z_]{8,128}$/);
  });

  it("holds together: parents exist, attached policies exist, every target allows everything somewhere", () => {
    const parents = new Set([ROOT_ID, ...snapshot.OrganizationalUnits.map((unit) => unit.Id)]);
    const children = [...snapshot.OrganizationalUnits, ...snapshot.Accounts];
    expect(children.filter((child) => !parents.has(child.ParentId))).toEqual([]);
    const targets = [ROOT_ID, ...children.map((child) => child.Id)];
    for (const target of targets) {
      expect(snapshot.PolicyTargets).toContainEqual({ PolicyId: "p-FullAWSAccess", TargetId: target });
    }
    const policies = new Set(snapshot.Policies.map((policy) => policy.PolicySummary.Id));
    expect(snapshot.PolicyTargets.filter(({ PolicyId }) => !policies.has(PolicyId))).toEqual([]);
  });

  it("has OUs on two levels and a dozen accounts", () => {
    const units = new Set(snapshot.OrganizationalUnits.map((unit) => unit.Id));
    expect(snapshot.OrganizationalUnits.filter((unit) => units.has(unit.ParentId)).length).toBeGreaterThan(1);
    expect(snapshot.Accounts.length).toBeGreaterThanOrEqual(12);
  });
});

describe("accountsUnder()", () => {
  it("gives the accounts of nested OUs and leaves out the management account", () => {
    expect(accountsUnder(snapshot, WORKLOADS_OU).size).toBe(8);
    const all = accountsUnder(snapshot, ROOT_ID);
    expect(all.size).toBe(snapshot.Accounts.length - 1);
    expect(all.has(MANAGEMENT_ACCOUNT)).toBe(false);
  });

  it("gives an account itself", () => {
    expect([...accountsUnder(snapshot, "210000000065")]).toEqual(["210000000065"]);
  });
});

describe("regionPolicyDenies()", () => {
  const worker = "arn:aws:iam::210000000065:role/service-role/freight-api-worker";
  const denies = (region: string, actions: string[], principalArn: string | undefined) =>
    regionPolicyDenies(HOME_REGIONS, { region, actions, principalArn });

  it("denies regional actions abroad, and nothing at home", () => {
    expect(denies("eu-central-1", ["s3:GetObject"], worker)).toBe(true);
    expect(denies("us-west-2", ["s3:GetObject"], worker)).toBe(false);
  });

  it("spares worldwide actions, whole services and single ones", () => {
    expect(denies("eu-central-1", ["iam:GetRole"], worker)).toBe(false);
    expect(denies("eu-central-1", ["s3:ListAllMyBuckets"], worker)).toBe(false);
    expect(denies("eu-central-1", ["ec2:RunInstances", "iam:PassRole"], worker)).toBe(true);
  });

  it("spares emergency roles and leaves unknown callers open", () => {
    expect(denies("eu-central-1", ["s3:GetObject"], "arn:aws:iam::210000000065:role/emergency/on-call")).toBe(false);
    expect(denies("eu-central-1", ["s3:GetObject"], undefined)).toBeUndefined();
  });

  it("speaks of a policy that fits in an SCP", () => {
    expect(JSON.stringify(regionPolicy(HOME_REGIONS)).length).toBeLessThan(5120);
  });
});
