/** A row of operations whose request can name a role for a service to use, and how such rows are written. No facts. */
export interface PassRoleRow {
  readonly prefix: string;
  /** Event names without date, parted by spaces. */
  readonly names: string;
  /** Request parameters that hold a role's ARN or name, parted by spaces. */
  readonly roles: string;
  /** Request parameters that hold an instance profile: its role is passed, and which one that is the request does not tell. */
  readonly profiles: string;
  /** AWS asks for sure when a role is named; else it may. */
  readonly isSure: boolean;
  /** A role can stand elsewhere in the request, where these rows do not look; given a path, if that parameter is there. */
  readonly elsewhere: boolean | string;
  /**
   * The services that the roles of this row are passed to, parted by spaces and without `.amazonaws.com`: what AWS gives as
   * `iam:PassedToService`, for each role one of them. Absent: what service-principals.ts says of the operation.
   */
  readonly to?: string;
}

type Further = Partial<Pick<PassRoleRow, "profiles" | "elsewhere" | "to">>;

/** AWS asks for `iam:PassRole` when the request names a role. */
export function sure(prefix: string, names: string, roles: string, further: Further = {}): PassRoleRow {
  return { prefix, names, roles, profiles: "", isSure: true, elsewhere: false, ...further };
}

/** AWS may ask for it when the request names a role. */
export function perhaps(prefix: string, names: string, roles: string, further: Further = {}): PassRoleRow {
  return { prefix, names, roles, profiles: "", isSure: false, elsewhere: false, ...further };
}

/** The request can name a role, and where is not known, or too deep in it. */
export function open(prefix: string, names: string, further: Pick<Further, "to"> = {}): PassRoleRow {
  return { prefix, names, roles: "", profiles: "", isSure: false, elsewhere: true, ...further };
}
