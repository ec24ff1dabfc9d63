/**
 * What AWS itself says that it asked for: the action and the resource that the message of a denial names. The best witness
 * there is, for the 286 real records that hold one. Reads the message only; repairs nothing but the cut-off end.
 */
import type { RealRecord } from "./find-record.ts";

export interface SaidByAws {
  /** As AWS spells it (`SNS:ListTopics`). */
  readonly action: string;
  /** An ARN or `*`; undefined where the message names none, or names it without an ARN ("user x"). */
  readonly resource: string | undefined;
}

const MESSAGE = /is not authorized to perform:? ?([\w-]+:\w+)(?: on resource: ?(\S+))?/;

export function saidByAws(record: RealRecord): SaidByAws | undefined {
  const found = typeof record.errorMessage === "string" ? MESSAGE.exec(record.errorMessage) : null;
  const action = found?.[1];
  // a record whose message was edited by its publisher: there is no action of that name
  if (action === undefined || action === "iam:Action") return undefined;
  const resource = found?.[2]?.replace(/[.,;]$/, "");
  return { action, resource: resource === "*" || resource?.startsWith("arn:") ? resource : undefined };
}
