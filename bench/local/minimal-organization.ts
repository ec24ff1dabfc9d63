/**
 * The organization of somebody who has none at hand: a root and one account below it, everything allowed. Its management
 * account is invented and must not occur in the logs, since the management account is never judged.
 */

import type { OrganizationSnapshot } from "../../host/domain/organization.ts";
import { FULL_ACCESS } from "../corpus/policy.ts";

const ROOT_ID = "r-demo";

/** `mentioned` are the ids that the logs name. */
export function createMinimalOrganization(accountId: string, mentioned: ReadonlySet<string>): OrganizationSnapshot {
  let candidate = 1;
  const id = () => String(candidate).padStart(12, "0");
  while (id() === accountId || mentioned.has(id())) candidate += 1;
  const managementAccount = id();
  const targets = [ROOT_ID, accountId, managementAccount];
  return {
    Organization: { Id: "o-demopreview", MasterAccountId: managementAccount },
    Roots: [{ Id: ROOT_ID, Name: "Root", PolicyTypes: [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }] }],
    OrganizationalUnits: [],
    Accounts: [
      { Id: accountId, Name: "target", ParentId: ROOT_ID },
      { Id: managementAccount, Name: "management (invented)", ParentId: ROOT_ID },
    ],
    Policies: [
      {
        PolicySummary: { Id: FULL_ACCESS.id, Name: FULL_ACCESS.name, Type: "SERVICE_CONTROL_POLICY" },
        Content: JSON.stringify(FULL_ACCESS.document),
      },
    ],
    PolicyTargets: targets.map((target) => ({ PolicyId: FULL_ACCESS.id, TargetId: target })),
  };
}
