/** A row of our tables whose actions hang on the request's parameters. The shape and how such rows speak; no facts. */
import type { KeyState } from "../../domain/key-state.ts";
import type { Resource } from "../request/authorization.ts";
import type { RowCall } from "./row-call.ts";

export interface RowAction {
  /** AWS's own casing; `prefix:*` and `*` only for what is not mapped. */
  readonly action: string;
  /** When given: exactly these, each decided on its own. Else they follow from the action and the request. */
  readonly resources?: readonly Resource[];
  /** Condition keys, in lower case, that this authorization has in a way of its own. */
  readonly keys?: ReadonlyMap<string, KeyState>;
  /** Asked of another thing than the operation's own action, of which the request does not tell. */
  readonly ofAnother?: true;
}

export interface RowActions {
  readonly certain: readonly (readonly RowAction[])[];
  readonly possible: readonly RowAction[];
}

export interface RequestRow {
  readonly prefix: string;
  /** Event names without date, parted by spaces. */
  readonly names: string;
  /** Of the request parameters; the row can read no others. */
  readonly paths: readonly string[];
  derive(call: RowCall): RowActions;
}
