/**
 * The roles that a request passes to a service, each an authorization of `iam:PassRole` that leaves no event (semantics 5.4).
 * A role's name leaves its path open; an instance profile leaves the role open. Which parameters hold them is in the
 * pass-role-rows files.
 */
import { type KeyState, present, UNKNOWN } from "../../domain/key-state.ts";
import { type Resource, resourceOf, resourceText } from "../request/authorization.ts";
import type { CallRequest } from "../request/call-request.ts";
import { isKnownText } from "../resources/known-text.ts";
import { operationIndex } from "./operation-index.ts";
import type { PassRoleRow } from "./pass-role-row.ts";
import { PASS_ROLE_ROWS_A_B } from "./pass-role-rows-a-b.ts";
import { PASS_ROLE_ROWS_C_D } from "./pass-role-rows-c-d.ts";
import { PASS_ROLE_ROWS_E } from "./pass-role-rows-e.ts";
import { PASS_ROLE_ROWS_F_H } from "./pass-role-rows-f-h.ts";
import { PASS_ROLE_ROWS_I_L } from "./pass-role-rows-i-l.ts";
import { PASS_ROLE_ROWS_M_R } from "./pass-role-rows-m-r.ts";
import { PASS_ROLE_ROWS_S } from "./pass-role-rows-s.ts";
import { PASS_ROLE_ROWS_T_Z } from "./pass-role-rows-t-z.ts";
import type { RowAction, RowActions } from "./request-row.ts";
import { rowCall } from "./row-call.ts";
import { servicePrincipalOf } from "./service-principals.ts";

export const PASS_ROLE_ROWS: readonly PassRoleRow[] = [
  ...PASS_ROLE_ROWS_A_B,
  ...PASS_ROLE_ROWS_C_D,
  ...PASS_ROLE_ROWS_E,
  ...PASS_ROLE_ROWS_F_H,
  ...PASS_ROLE_ROWS_I_L,
  ...PASS_ROLE_ROWS_M_R,
  ...PASS_ROLE_ROWS_S,
  ...PASS_ROLE_ROWS_T_Z,
];

const rowsOf = operationIndex(PASS_ROLE_ROWS, (row) => row);
const ROLE_ARN = /^arn:[^:]*:iam::[^:]*:role\/./;
/** Members of requests that hold a role by the API guides' habit; taken of every source (wanted-paths.ts). */
const ROLE_MEMBER = /role(?:arn)?s?$/i;
/** Services whose requests are about roles, and hand none over. */
const ABOUT_ROLES: ReadonlySet<string> = new Set(["access-analyzer", "iam", "organizations", "ram", "sso", "sts"]);
const PASSES_NONE = /^(?:get|list|describe|delete|batchget|search|lookup|check|validate|untag|tag|assume)/i;
/** What IAM allows in names and paths. */
const ROLE_NAME = /^[\w+=,.@/-]+$/;

function words(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}

export function passRolePaths(row: PassRoleRow): readonly string[] {
  const elsewhere = typeof row.elsewhere === "string" ? row.elsewhere : "";
  return [row.roles, row.profiles, elsewhere].flatMap(words);
}

/** By role and services, so that one role passed to two services is asked for twice: the alternatives of each. */
type PassedRoles = Map<string, readonly RowAction[]>;

export function passedRoles(request: CallRequest, prefix: string, name: string): RowActions {
  const certain: PassedRoles = new Map();
  const possible: PassedRoles = new Map();
  for (const row of rowsOf(prefix, name)) {
    const call = rowCall(request, row.prefix, passRolePaths(row));
    const services = servicesOf(request, row, name);
    const add = (target: PassedRoles, resource: Resource) => {
      const alternatives = services.map(
        (service): RowAction => ({
          action: "iam:PassRole",
          resources: [resource],
          keys: new Map([["iam:passedtoservice", service]]),
        }),
      );
      target.set(JSON.stringify([resourceText(resource), services]), alternatives);
    };
    const roles = words(row.roles).flatMap(call.texts);
    const profiles = words(row.profiles).flatMap(call.texts);
    const passed = [...roles.map((role) => roleOf(request, role)), ...(profiles.length > 0 ? [anyRole(request)] : [])];
    for (const resource of passed) add(row.isSure ? certain : possible, resource);
    const isElsewhere =
      typeof row.elsewhere === "string"
        ? words(row.elsewhere).some((path) => call.values(path).length > 0)
        : row.elsewhere;
    if (!call.areKnown || (isElsewhere && profiles.length === 0)) add(possible, anyRole(request));
  }
  return {
    certain: [...certain.values()],
    possible: [
      ...[...possible].filter(([key]) => !certain.has(key)).flatMap(([, drafts]) => drafts),
      ...(rowsOf(prefix, name).length === 0 ? rolesOfUnlisted(request, prefix, name) : []),
    ],
  };
}

/** An operation that is in no row, perhaps a newer one, and that hands over a role of the caller's account all the same. */
function rolesOfUnlisted(request: CallRequest, prefix: string, name: string): readonly RowAction[] {
  if (ABOUT_ROLES.has(prefix) || PASSES_NONE.test(name)) return [];
  const members = Object.entries(request.parameters.object).filter(([member]) => ROLE_MEMBER.test(member));
  const roles = members.flatMap(([, value]) => [value].flat()).filter((value) => typeof value === "string");
  return [...new Set(roles)]
    .filter((role) => ROLE_ARN.test(role) && (request.account === undefined || role.includes(`:${request.account}:`)))
    .map((arn) => ({
      action: "iam:PassRole",
      resources: [{ kind: "arn", arn }],
      keys: new Map([["iam:passedtoservice", UNKNOWN]]),
    }));
}

/** What `iam:PassedToService` can be. */
function servicesOf({ partition }: CallRequest, { prefix, to }: PassRoleRow, name: string): readonly KeyState[] {
  if (partition !== "aws") return [UNKNOWN];
  if (to !== undefined) return words(to).map((service) => present(`${service}.amazonaws.com`));
  const principal = servicePrincipalOf(prefix, name);
  return [principal === undefined ? UNKNOWN : present(principal)];
}

function roleOf(request: CallRequest, text: string): Resource {
  if (!isKnownText(text)) return anyRole(request);
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
