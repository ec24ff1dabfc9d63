/** A row of our tables whose actions hang on the request's parameters. The shape and how such rows speak; no facts. */
import type { KeyState } from "../../domain/key-state.ts";
import type { Resource } from "../request/authorization.ts";
import type { RowCall } from "./row-call.ts";

export interface RowAction {
  readonly action: string;
  readonly resources?: readonly Resource[];
  readonly keys?: ReadonlyMap<string, KeyState>;
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
