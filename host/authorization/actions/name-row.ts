/**
 * Actions of operations whose name alone tells them, in a form that fits a table: the IAM prefix of the event's source,
 * the actions, the event names. In the actions a space stands between those that were all asked, `|` between those of which
 * AWS asked for one, and `?` before one that may have been asked besides. Knows no facts.
 */
import type { RowActions } from "./request-row.ts";

export type NameRow = readonly [prefix: string, actions: string, names: string];

export function actionsOfText(text: string): RowActions {
  const terms = text.split(" ");
  return {
    certain: terms.filter((term) => !term.startsWith("?")).map((term) => term.split("|").map((action) => ({ action }))),
    possible: terms.filter((term) => term.startsWith("?")).map((term) => ({ action: term.slice(1) })),
  };
}
