/** Whose the events of a chunk are: the account in whose log each lies, and the account whose principal made the call (R4). */
import { identityFacts } from "../../authorization/identity-facts.ts";
import type { EventChunk } from "../../domain/event-chunk.ts";

/** Per row; the empty text where the record names none. */
export interface AccountsOfRows {
  /** In whose log the record lies. */
  readonly logged: readonly string[];
  /** Whose SCPs count for the call, as evaluation finds it. */
  readonly caller: readonly string[];
}

export interface AccountCounts {
  /** Rows of the account's own log. */
  readonly logged: number;
  /** Rows of its callers that lie in the log of another account, or of nobody. */
  readonly called: number;
}

export function accountsOfRows(chunk: EventChunk): AccountsOfRows {
  const { recipientAccount, identity } = chunk.columns;
  const callers = identity.values.map((value) => identityFacts(value).account ?? "");
  return {
    logged: Array.from(
      { length: chunk.rows },
      (_, row) => recipientAccount.values[recipientAccount.ids[row] ?? 0] ?? "",
    ),
    caller: Array.from({ length: chunk.rows }, (_, row) => callers[identity.ids[row] ?? 0] ?? ""),
  };
}

/**
 * What there is of each account that a row names. A row that names two counts for both; one that names none counts as
 * logged by the empty text.
 */
export function countAccounts(chunk: EventChunk): ReadonlyMap<string, AccountCounts> {
  const { logged, caller } = accountsOfRows(chunk);
  const counts = new Map<string, { logged: number; called: number }>();
  const countsOf = (account: string): { logged: number; called: number } => {
    const known = counts.get(account) ?? { logged: 0, called: 0 };
    counts.set(account, known);
    return known;
  };
  for (const [row, account] of logged.entries()) {
    const calling = caller[row] ?? "";
    if (account !== "" || calling === "") countsOf(account).logged++;
    if (calling !== "" && calling !== account) countsOf(calling).called++;
  }
  return counts;
}
