/** A Deny that is added to FullAWSAccess at the account, one record, and what becomes of it. */
import type { LoggedRecord } from "./chunk-of-records.ts";
import type { StatementJson } from "./preview-of.ts";

export interface DenyCase {
  readonly name: string;
  readonly deny: StatementJson;
  readonly record: LoggedRecord;
  readonly what: string;
  /** Of an undetermined event; sorted. */
  readonly unknown?: readonly string[];
  /** A part of the reason. */
  readonly reason?: string;
}

/** One condition of a statement. */
export function context(operator: string, key: string, value: string | readonly string[]): StatementJson {
  return { Condition: { [operator]: { [key]: value } } };
}
