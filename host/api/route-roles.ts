/** Who may call what: role × route, one line a route. A route that is not here is open to nobody. */
import type { Role } from "../account/access-keys.ts";
import type { OperationName } from "./model/service-model.ts";

type ExtensionName =
  | "PutOrganization"
  | "GetOrganization"
  | "PutMapping"
  | "GetMapping"
  | "DeleteMapping"
  | "PutContext"
  | "GetContext"
  | "DeleteContext"
  | "PutLogFile"
  | "PushEvents"
  | "GetActivity"
  | "DeleteActivity"
  | "GetJobProgress"
  | "GetJobFindings"
  | "GetReportFile";

/** A route by the name of its operation. */
export type RouteName = OperationName | ExtensionName;

const READ: readonly Role[] = ["reader", "operator", "admin"];
const OPERATE: readonly Role[] = ["operator", "admin"];
const PUSH: readonly Role[] = ["ingest", "admin"];
const ADMINISTER: readonly Role[] = ["admin"];

const ROLES_OF_ROUTE: Readonly<Record<RouteName, readonly Role[]>> = {
  StartPolicyPreviewJob: OPERATE,
  GetPolicyPreviewJob: READ,
  ListPolicyPreviewJobs: READ,
  CancelPolicyPreviewJob: OPERATE,
  CreatePolicyPreviewConfiguration: ADMINISTER,
  GetPolicyPreviewConfiguration: READ,
  DeletePolicyPreviewConfiguration: ADMINISTER,
  StartPolicyGeneration: OPERATE,
  GetGeneratedPolicy: READ,
  CancelPolicyGeneration: OPERATE,
  ListPolicyGenerations: READ,
  PutOrganization: ADMINISTER,
  GetOrganization: READ,
  PutMapping: ADMINISTER,
  GetMapping: READ,
  DeleteMapping: ADMINISTER,
  PutContext: ADMINISTER,
  GetContext: READ,
  DeleteContext: ADMINISTER,
  PutLogFile: PUSH,
  PushEvents: PUSH,
  GetActivity: READ,
  DeleteActivity: ADMINISTER,
  GetJobProgress: READ,
  GetJobFindings: READ,
  GetReportFile: READ,
};

export const ROUTE_NAMES = Object.keys(ROLES_OF_ROUTE) as readonly RouteName[];

/** May a key of this role call the route? */
export function mayCall(role: Role, route: RouteName): boolean {
  return ROLES_OF_ROUTE[route].includes(role);
}

/** The roles that may, for a message. */
export function rolesOf(route: RouteName): readonly Role[] {
  return ROLES_OF_ROUTE[route];
}

/** Is an ingest token in place of a signature enough? Only where nothing that is stored can be replaced. */
export function takesTokens(route: RouteName): boolean {
  return route === "PushEvents";
}

/** Does it bring activity? That has a rate limit of its own. */
export function isIngest(route: RouteName): boolean {
  return ROLES_OF_ROUTE[route].includes("ingest");
}

/** Does the route change anything? By its name: AWS's way, and the table's. */
export function changes(route: RouteName): boolean {
  return !/^(?:Get|List)/.test(route);
}
