/**
 * A snapshot → the levels above every account, and who is exempt (semantics 1.1 and 1.2). Reads no policy text. The
 * snapshot must hold together: `parseOrganization` sees to that, and here the opposite is a bug.
 */
import type { AttachedPolicy, Hierarchy, Level, OrganizationSnapshot } from "../domain/organization.ts";
import { compareIds } from "./compare-ids.ts";
import { FULL_AWS_ACCESS } from "./full-aws-access.ts";
import { areServiceControlPoliciesEnabled, isServiceControlPolicy } from "./service-control-policy.ts";

export interface Hierarchies {
  /**
   * Root, OUs, account, each with the SCPs attached directly to it, sorted by id by code point (R10). Undefined for an
   * account that is not listed, and for the management account, which no SCP restricts.
   *
   * While the root does not have SCPs enabled, what is attached does nothing, and enabling them attaches FullAWSAccess
   * everywhere: every level then has FullAWSAccess and nothing else. While they are enabled, a level without any SCP
   * has no policy here and so allows nothing, which is AWS's rule taken literally.
   */
  of(accountId: string): Hierarchy | undefined;
  /** Ids of the accounts the target is or has below it, sorted, without the management account. None for an unknown target. */
  accountsUnder(targetId: string): readonly string[];
  /** The management account is exempt from every SCP, whatever principal of it calls. */
  isManagementAccount(accountId: string): boolean;
  /** Is the account listed in the snapshot? The management account always is part of its organization. */
  contains(accountId: string): boolean;
  /** `o-…/r-…/ou-…/`, as aws:PrincipalOrgPaths gives it (semantics 4.1); undefined for an account that is not listed. */
  organizationPaths(accountId: string): string | undefined;
}

export function createHierarchies(snapshot: OrganizationSnapshot): Hierarchies {
  const parents = new Map(
    [...snapshot.OrganizationalUnits, ...snapshot.Accounts].map(({ Id, ParentId }) => [Id, ParentId]),
  );
  const accounts = new Set(snapshot.Accounts.map(({ Id }) => Id));
  const levels = createLevels(snapshot);
  const managementAccount = snapshot.Organization.MasterAccountId;

  /** Ids from the root to the account, which is listed. */
  function pathTo(accountId: string): readonly string[] {
    const path = [accountId];
    for (let parent = parents.get(accountId); parent !== undefined; parent = parents.get(parent)) {
      if (path.length > parents.size) throw new Error(`the parents of ${accountId} go round in a circle`);
      path.unshift(parent);
    }
    return path;
  }

  function levelOf(id: string): Level {
    const level = levels.get(id);
    if (level === undefined) throw new Error(`${id} is a parent and neither root nor OU of the snapshot`);
    return level;
  }

  return {
    of: (accountId) =>
      accounts.has(accountId) && accountId !== managementAccount ? pathTo(accountId).map(levelOf) : undefined,
    accountsUnder: (targetId) =>
      [...accounts].filter((id) => id !== managementAccount && pathTo(id).includes(targetId)).sort(),
    isManagementAccount: (accountId) => accountId === managementAccount,
    contains: (accountId) => accounts.has(accountId) || accountId === managementAccount,
    organizationPaths(accountId) {
      if (!accounts.has(accountId)) return undefined;
      const entities = pathTo(accountId).slice(0, -1);
      return [snapshot.Organization.Id, ...entities].map((id) => `${id}/`).join("");
    },
  };
}

/** Every root, OU and account with its policies. An attachment listed twice is one attachment. */
function createLevels(snapshot: OrganizationSnapshot): ReadonlyMap<string, Level> {
  const { Roots, OrganizationalUnits, Accounts, Policies, PolicyTargets } = snapshot;
  const isEnabled = Roots.every(areServiceControlPoliciesEnabled);
  const policies = new Map<string, AttachedPolicy>();
  for (const policy of Policies.filter(isServiceControlPolicy)) {
    const { Id, Name } = policy.PolicySummary;
    policies.set(Id, { id: Id, name: Name ?? Id, document: policy.Content });
  }
  const attached = new Map<string, Map<string, AttachedPolicy>>();
  for (const { PolicyId, TargetId } of PolicyTargets) {
    const policy = policies.get(PolicyId);
    // A target of a policy of another type: no level has it.
    if (policy === undefined) continue;
    const ofTarget = attached.get(TargetId) ?? new Map<string, AttachedPolicy>();
    attached.set(TargetId, ofTarget.set(PolicyId, policy));
  }
  const levels = new Map<string, Level>();
  for (const { Id } of [...Roots, ...OrganizationalUnits, ...Accounts]) {
    const own = isEnabled ? [...(attached.get(Id)?.values() ?? [])] : [FULL_AWS_ACCESS];
    levels.set(Id, { id: Id, policies: own.sort(compareIds) });
  }
  return levels;
}
