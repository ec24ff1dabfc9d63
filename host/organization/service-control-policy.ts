/** Which policies of a snapshot are service control policies, and whether they count. */
import type { OrganizationSnapshot } from "../domain/organization.ts";

const SERVICE_CONTROL_POLICY = "SERVICE_CONTROL_POLICY";

/** A snapshot that does not name the type holds service control policies only. */
export function isServiceControlPolicy(policy: OrganizationSnapshot["Policies"][number]): boolean {
  return (policy.PolicySummary.Type ?? SERVICE_CONTROL_POLICY) === SERVICE_CONTROL_POLICY;
}

/**
 * Service control policies do nothing until the root has the type ENABLED. A snapshot that does not list the types at
 * all is taken as enabled: its policies would otherwise be left out without a word.
 */
export function areServiceControlPoliciesEnabled(root: OrganizationSnapshot["Roots"][number]): boolean {
  if (root.PolicyTypes === undefined) return true;
  return root.PolicyTypes.some(({ Type, Status }) => Type === SERVICE_CONTROL_POLICY && Status === "ENABLED");
}
