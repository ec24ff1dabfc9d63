/**
 * An invented organization, Tidewater Freight: the snapshot as AWS Organizations would describe it, and how busy each
 * account is. No name, id or account in it belongs to anybody.
 */
import type { OrganizationSnapshot } from "../../host/domain/organization.ts";
import { FULL_ACCESS, SANDBOX_LIMITS, TRAIL_GUARD } from "./policy.ts";

export const ORGANIZATION_ID = "o-tw4freight9";
export const ROOT_ID = "r-tw4f";
export const MANAGEMENT_ACCOUNT = "210000000017";
export const WORKLOADS_OU = "ou-tw4f-workload1";

const OUS = {
  security: "ou-tw4f-security1",
  workloads: WORKLOADS_OU,
  production: "ou-tw4f-product01",
  staging: "ou-tw4f-staging01",
  sandbox: "ou-tw4f-sandbox01",
} as const;

/** Where the company means to run. Everything else is abroad, and what the region policy is about. */
export const HOME_REGIONS = ["us-east-1", "us-west-2"] as const;

export interface CorpusAccount {
  readonly id: string;
  readonly name: string;
  readonly parentId: string;
  /** How much of the activity is this account's, against the other accounts. */
  readonly weight: number;
  /** Region → share of this account's activity. */
  readonly regions: Readonly<Record<string, number>>;
  /** False: no log of its own is delivered; its calls are seen only in the logs of the accounts whose resources it uses. */
  readonly hasTrail: boolean;
}

/** The account whose buckets, one a region, the others read and write. */
export const LAKE_ACCOUNT = "210000000058";
/** The account whose key encrypts them, and whose audit role the others take on. */
export const SECURITY_ACCOUNT = "210000000033";
/** Has, beside the organization's trail, an own one that delivers the same records once more. */
export const ACCOUNT_WITH_SECOND_TRAIL = "210000000124";
/** A customer's account: not in the organization, seen only where it reads from the lake. */
export const PARTNER_ACCOUNT = "390000000042";

const HOME = { "us-east-1": 0.7, "us-west-2": 0.3 };
const WITH_EUROPE = { "us-east-1": 0.58, "us-west-2": 0.32, "eu-central-1": 0.1 };
const WITH_ASIA = { "us-east-1": 0.6, "us-west-2": 0.34, "eu-central-1": 0.03, "ap-southeast-2": 0.03 };

/** Every account that acts, the partner's included. */
export const ACCOUNTS: readonly CorpusAccount[] = [
  account(MANAGEMENT_ACCOUNT, "tidewater-management", ROOT_ID, 4, { "us-east-1": 1 }),
  account("210000000026", "log-archive", OUS.security, 3, HOME),
  account(SECURITY_ACCOUNT, "security-tooling", OUS.security, 9, HOME),
  account("210000000041", "network", ROOT_ID, 4, HOME),
  account(LAKE_ACCOUNT, "data-lake", OUS.workloads, 12, WITH_EUROPE),
  account("210000000065", "freight-api", OUS.production, 20, WITH_EUROPE),
  account("210000000072", "warehouse", OUS.production, 14, HOME),
  account("210000000089", "payments", OUS.production, 12, WITH_ASIA),
  account("210000000096", "freight-api-staging", OUS.staging, 7, WITH_EUROPE),
  account("210000000117", "warehouse-staging", OUS.staging, 5, HOME),
  account(ACCOUNT_WITH_SECOND_TRAIL, "payments-staging", OUS.staging, 5, HOME),
  account("210000000131", "playground", OUS.sandbox, 3, { "us-east-1": 0.5, "eu-west-1": 0.5 }),
  { ...account("210000000148", "forecasting", OUS.production, 0.3, WITH_EUROPE), hasTrail: false },
  { ...account(PARTNER_ACCOUNT, "partner", "", 0.2, { "us-east-1": 1 }), hasTrail: false },
];

function account(
  id: string,
  name: string,
  parentId: string,
  weight: number,
  regions: Readonly<Record<string, number>>,
): CorpusAccount {
  return { id, name, parentId, weight, regions, hasTrail: true };
}

/** The snapshot for `PUT /organization`; `capturedAt` is ISO-8601 and must not lie before the last event. */
export function createOrganization(capturedAt: string): OrganizationSnapshot {
  const members = ACCOUNTS.filter((member) => member.id !== PARTNER_ACCOUNT);
  const units = [
    { Id: OUS.security, Name: "Security", ParentId: ROOT_ID },
    { Id: OUS.workloads, Name: "Workloads", ParentId: ROOT_ID },
    { Id: OUS.production, Name: "Production", ParentId: OUS.workloads },
    { Id: OUS.staging, Name: "Staging", ParentId: OUS.workloads },
    { Id: OUS.sandbox, Name: "Sandbox", ParentId: ROOT_ID },
  ];
  const everyTarget = [ROOT_ID, ...units.map((unit) => unit.Id), ...members.map((member) => member.id)];
  return {
    Organization: { Id: ORGANIZATION_ID, MasterAccountId: MANAGEMENT_ACCOUNT },
    Roots: [{ Id: ROOT_ID, Name: "Root", PolicyTypes: [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }] }],
    OrganizationalUnits: units,
    Accounts: members.map(({ id, name, parentId }) => ({ Id: id, Name: name, ParentId: parentId })),
    Policies: [FULL_ACCESS, TRAIL_GUARD, SANDBOX_LIMITS].map(({ id, name, document }) => ({
      PolicySummary: { Id: id, Name: name, Type: "SERVICE_CONTROL_POLICY" },
      Content: JSON.stringify(document),
    })),
    PolicyTargets: [
      ...everyTarget.map((target) => ({ PolicyId: FULL_ACCESS.id, TargetId: target })),
      { PolicyId: TRAIL_GUARD.id, TargetId: ROOT_ID },
      { PolicyId: SANDBOX_LIMITS.id, TargetId: OUS.sandbox },
    ],
    DelegatedAdministrators: [{ Id: SECURITY_ACCOUNT }],
    CapturedAt: capturedAt,
  };
}

/** The accounts at or below `targetId` (account, OU or root id) in `snapshot`, the management account left out. */
export function accountsUnder(snapshot: OrganizationSnapshot, targetId: string): ReadonlySet<string> {
  const parents = new Map<string, string>();
  for (const { Id, ParentId } of [...snapshot.OrganizationalUnits, ...snapshot.Accounts]) parents.set(Id, ParentId);
  const isUnder = (id: string): boolean => {
    for (let at: string | undefined = id; at !== undefined; at = parents.get(at)) if (at === targetId) return true;
    return false;
  };
  const members = snapshot.Accounts.map((member) => member.Id);
  return new Set(members.filter((id) => id !== snapshot.Organization.MasterAccountId && isUnder(id)));
}
