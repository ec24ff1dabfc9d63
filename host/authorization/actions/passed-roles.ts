/**
 * The roles that a request passes to a service, each an authorization of `iam:PassRole` that leaves no event (semantics 5.4).
 * A role's name leaves its path open; an instance profile leaves the role open. Which parameters hold them is in the
 * pass-role-rows files.
 */
import { type KeyState, present, UNKNOWN } from "../../domain/key-state.ts";
import { type Resource, resourceOf, resourceText } from "../request/authorization.ts";
import type { CallRequest } from "../request/call-request.ts";
import { operationIndex } from "./operation-index.ts";
import type { PassRoleRow } from "./pass-role-row.ts";
import { PASS_ROLE_ROWS_A_D } from "./pass-role-rows-a-d.ts";
import { PASS_ROLE_ROWS_E_L } from "./pass-role-rows-e-l.ts";
import { PASS_ROLE_ROWS_M_R } from "./pass-role-rows-m-r.ts";
import { PASS_ROLE_ROWS_S_Z } from "./pass-role-rows-s-z.ts";
import type { RowAction, RowActions } from "./request-row.ts";
import { rowCall } from "./row-call.ts";
import { servicePrincipalOf } from "./service-principals.ts";

export const PASS_ROLE_ROWS: readonly PassRoleRow[] = [
  ...PASS_ROLE_ROWS_A_D,
  ...PASS_ROLE_ROWS_E_L,
  ...PASS_ROLE_ROWS_M_R,
  ...PASS_ROLE_ROWS_S_Z,
];

const rowsOf = operationIndex(PASS_ROLE_ROWS, (row) => row);
const ROLE_ARN = /^arn:[^:]*:iam::[^:]*:role\/./;
/** What IAM allows in names and paths. */
const ROLE_NAME = /^[\w+=,.@/-]+$/;

function words(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}

export function passRolePaths(row: PassRoleRow): readonly string[] {
  const elsewhere = typeof row.elsewhere === "string" ? row.elsewhere : "";
  return [row.roles, row.profiles, elsewhere].flatMap(words);
}

export function passedRoles(request: CallRequest, prefix: string, name: string): RowActions {
  const certain = new Map<string, Resource>();
  const possible = new Map<string, Resource>();
  for (const row of rowsOf(prefix, name)) {
    const call = rowCall(request, row.prefix, passRolePaths(row));
    const roles = words(row.roles).flatMap(call.texts);
    const profiles = words(row.profiles).flatMap(call.texts);
    const passed = [...roles.map((role) => roleOf(request, role)), ...(profiles.length > 0 ? [anyRole(request)] : [])];
    const target = row.isSure ? certain : possible;
    for (const resource of passed) target.set(resourceText(resource), resource);
    const isElsewhere =
      typeof row.elsewhere === "string"
        ? words(row.elsewhere).some((path) => call.values(path).length > 0)
        : row.elsewhere;
    if (!call.areKnown || (isElsewhere && profiles.length === 0)) {
      possible.set(resourceText(anyRole(request)), anyRole(request));
    }
  }
  const keys = keysOf(request, prefix, name);
  const draft = (resource: Resource): RowAction => ({ action: "iam:PassRole", resources: [resource], keys });
  return {
    certain: [...certain.values()].map((resource) => [draft(resource)]),
    possible: [...possible].filter(([text]) => !certain.has(text)).map(([, resource]) => draft(resource)),
  };
}

function keysOf(request: CallRequest, prefix: string, name: string): ReadonlyMap<string, KeyState> {
  const principal = servicePrincipalOf(request.partition, prefix, name);
  return new Map([["iam:passedtoservice", principal === undefined ? UNKNOWN : present(principal)]]);
}

function roleOf(request: CallRequest, text: string): Resource {
  if (ROLE_ARN.test(text)) return { kind: "arn", arn: text };
  return ROLE_NAME.test(text) ? rolesOf(request, `*${text.replace(/^\//, "")}`) : anyRole(request);
}

function anyRole(request: CallRequest): Resource {
  return rolesOf(request, "*");
}

/** A role lies in the caller's own account: AWS passes none of another. */
function rolesOf({ partition, account }: CallRequest, name: string): Resource {
  return resourceOf(`arn:${partition}:iam::${account ?? "*"}:role/${name}`);
}
