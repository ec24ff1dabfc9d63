/** What AWS asked, or may have asked, besides the operation's own action: beside-rows.ts put to one request. No facts here. */
import { PRESENT_UNKNOWN, UNKNOWN } from "../../domain/key-state.ts";
import { UNKNOWN_RESOURCE } from "../request/authorization.ts";
import type { CallRequest } from "../request/call-request.ts";
import type { BesideRow } from "./beside-row.ts";
import { BESIDE_ROWS } from "./beside-rows.ts";
import { operationIndex } from "./operation-index.ts";
import type { RowAction, RowActions } from "./request-row.ts";
import { rowCall } from "./row-call.ts";

const rowsOf = operationIndex(BESIDE_ROWS, (row) => row);

export function besidePaths({ when }: BesideRow): readonly string[] {
  return when?.split(" ") ?? [];
}

export function besideActions(request: CallRequest, prefix: string, name: string): RowActions {
  const certain = new Map<string, RowAction>();
  const possible = new Map<string, RowAction>();
  for (const row of rowsOf(prefix, name)) {
    const answer = isAsked(request, row);
    if (answer === "no") continue;
    const target = answer === "asked" ? certain : possible;
    for (const action of row.actions.split(" ")) target.set(action, draftOf(row, action));
  }
  return {
    certain: [...certain.values()].map((draft) => [draft]),
    possible: [...possible].filter(([action]) => !certain.has(action)).map(([, draft]) => draft),
  };
}

function draftOf({ ofAnother, inOtherRegion }: BesideRow, action: string): RowAction {
  // what EC2 makes by a template, and tags then, the request does not name
  if (action.startsWith("ec2:"))
    return { action, resources: [UNKNOWN_RESOURCE], keys: new Map([["ec2:createaction", UNKNOWN]]) };
  if (!ofAnother && !inOtherRegion) return { action };
  const draft: RowAction = { action, resources: [UNKNOWN_RESOURCE], ofAnother: true };
  return inOtherRegion ? { ...draft, keys: new Map([["aws:requestedregion", PRESENT_UNKNOWN]]) } : draft;
}

function isAsked(request: CallRequest, row: BesideRow): "asked" | "perhaps" | "no" {
  if (row.ofSessions && request.principalArn !== undefined && !request.principalArn.includes(":role/")) return "no";
  const paths = besidePaths(row);
  if (paths.length === 0) return "perhaps";
  const call = rowCall(request, row.prefix, paths);
  const isThere = paths.some((path) => {
    const values = call.values(path);
    return row.of === undefined ? values.length > 0 : values.some((value) => row.of?.test(String(value)));
  });
  if (isThere) return row.isSure ? "asked" : "perhaps";
  return call.areKnown ? "no" : "perhaps";
}
