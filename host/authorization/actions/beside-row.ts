/** A row of actions that AWS asks for, or may ask for, besides the operation's own. The shape, and the shortest way to write one. */
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
  /** Only of a caller that may be a role's session. */
  readonly ofSessions?: true;
  /** AWS asks for sure when the parameter is there; else it may. */
  readonly isSure?: true;
}

/** When AWS asks for the actions nobody knows. */
export function row(prefix: string, names: string, actions: string): BesideRow {
  return { prefix, names, actions };
}
