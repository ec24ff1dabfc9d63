/**
 * The organization snapshot the user supplies, in AWS Organizations' own names (design part 6), and what is made of it.
 */
export interface OrganizationSnapshot {
  readonly Organization: { readonly Id: string; readonly MasterAccountId: string };
  readonly Roots: readonly {
    readonly Id: string;
    readonly Name?: string;
    readonly PolicyTypes?: readonly { readonly Type: string; readonly Status: string }[];
  }[];
  readonly OrganizationalUnits: readonly { readonly Id: string; readonly Name?: string; readonly ParentId: string }[];
  readonly Accounts: readonly { readonly Id: string; readonly Name?: string; readonly ParentId: string }[];
  readonly Policies: readonly {
    readonly PolicySummary: { readonly Id: string; readonly Name?: string; readonly Type?: string };
    readonly Content: string;
  }[];
  readonly PolicyTargets: readonly { readonly PolicyId: string; readonly TargetId: string }[];
  readonly DelegatedAdministrators?: readonly { readonly Id: string }[];
  /** ISO-8601; when the snapshot was taken. Accounts that are not listed are outside the organization for events before it (R3). */
  readonly CapturedAt?: string;
}

/** One level of a hierarchy: a root, OU or account with the SCPs attached directly to it. */
export interface Level {
  readonly id: string;
  readonly policies: readonly AttachedPolicy[];
}

export interface AttachedPolicy {
  /** `p-…`; documents of a proposal get `proposed-1`, `proposed-2` … */
  readonly id: string;
  readonly name: string;
  /** The policy text. */
  readonly document: string;
}

/** The levels from root to one account, root first. */
export type Hierarchy = readonly Level[];
