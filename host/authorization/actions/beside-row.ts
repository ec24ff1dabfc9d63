/** A row of actions that AWS asks for, or may ask for, besides the operation's own. The shape, and the words to write rows with. */
export interface BesideRow {
  readonly prefix: string;
  /** Event names without date, parted by spaces. */
  readonly names: string;
  /** Parted by spaces; `*` is any action of any service. */
  readonly actions: string;
  /**
   * Request parameters one of which makes AWS ask, parted by spaces. Known to be missing, it did not. Without them nobody
   * knows when AWS asks.
   */
  readonly when?: string;
  /** Only a value of this form makes AWS ask. */
  readonly of?: RegExp;
  /** Asked of another resource than the operation's own action, and of which the row does not say. */
  readonly ofAnother?: true;
  /** Asked in another region, with that region as `aws:RequestedRegion`. */
  readonly inOtherRegion?: true;
  /** Only of a caller that may be a role's session. */
  readonly ofSessions?: true;
  /** AWS asks for sure when the parameter is there; else it may. */
  readonly isSure?: true;
}

/** When AWS asks for the actions nobody knows. */
export function row(prefix: string, names: string, actions: string): BesideRow {
  return { prefix, names, actions };
}

/** Only with one of these parameters AWS may ask. */
export function given(prefix: string, names: string, actions: string, when: string, of?: RegExp): BesideRow {
  return { prefix, names, actions, when, ...(of === undefined ? {} : { of }) };
}

/** With one of these parameters AWS asks, as the service's API reference says. */
export function always(prefix: string, names: string, actions: string, when: string, of?: RegExp): BesideRow {
  return { ...given(prefix, names, actions, when, of), isSure: true };
}
