/** An invented organization, Juniper Mills, to be bent by each test: root, two OUs inside each other, three accounts. */
import type { OrganizationSnapshot } from "../../host/domain/organization.ts";

export const ALLOW_ALL = '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}';
export const DENY_LEAVING =
  '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"organizations:LeaveOrganization","Resource":"*"}}';

export const MANAGEMENT = "100000000001";
export const MILL = "100000000002";
export const SHOP = "100000000003";
export const ROOT = "r-jm01";
export const PLANTS = "ou-jm01-plants001";
export const NORTH = "ou-jm01-north0001";

export function snapshotOf(changes: Partial<OrganizationSnapshot> = {}): OrganizationSnapshot {
  return {
    Organization: { Id: "o-junipermil", MasterAccountId: MANAGEMENT },
    Roots: [{ Id: ROOT, Name: "Root", PolicyTypes: [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }] }],
    OrganizationalUnits: [
      { Id: NORTH, Name: "North", ParentId: PLANTS },
      { Id: PLANTS, Name: "Plants", ParentId: ROOT },
    ],
    Accounts: [
      { Id: SHOP, Name: "shop", ParentId: ROOT },
      { Id: MILL, Name: "mill", ParentId: NORTH },
      { Id: MANAGEMENT, Name: "management", ParentId: ROOT },
    ],
    Policies: [
      {
        PolicySummary: { Id: "p-leaving01", Name: "DenyLeaving", Type: "SERVICE_CONTROL_POLICY" },
        Content: DENY_LEAVING,
      },
      { PolicySummary: { Id: "p-FullAWSAccess", Name: "FullAWSAccess" }, Content: ALLOW_ALL },
      { PolicySummary: { Id: "p-tagging01", Name: "Tags", Type: "TAG_POLICY" }, Content: '{"tags":{}}' },
    ],
    PolicyTargets: [
      { PolicyId: "p-leaving01", TargetId: ROOT },
      ...[ROOT, PLANTS, NORTH, MILL, SHOP].map((TargetId) => ({ PolicyId: "p-FullAWSAccess", TargetId })),
      { PolicyId: "p-tagging01", TargetId: NORTH },
    ],
    CapturedAt: "2026-11-20T08:00:00Z",
    ...changes,
  };
}
