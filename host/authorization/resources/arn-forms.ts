/** Forms of ARNs as rows write them: `{Name}` stands for a placeholder, `*` and `?` are wildcards. Text only. */

/** Of a service with regions, in the resource's own account. */
export function regionalForm(service: string, resource: string): string {
  return form(service, "{Region}", "{Account}", resource);
}

/** Of a service without regions. */
export function globalForm(service: string, resource: string): string {
  return form(service, "", "{Account}", resource);
}

/** Of a thing shared between accounts: whose it is, the request does not say. */
export function sharedForm(service: string, resource: string): string {
  return form(service, "{Region}", "*", resource);
}

/** The same of a service without regions. */
export function sharedGlobalForm(service: string, resource: string): string {
  return form(service, "", "*", resource);
}

/** Owned by nobody: images, snapshots. */
export function ownerlessForm(service: string, resource: string): string {
  return form(service, "{Region}", "", resource);
}

function form(service: string, region: string, account: string, resource: string): string {
  return `arn:{Partition}:${service}:${region}:${account}:${resource}`.replace(/\{([^}]+)\}/g, "$${$1}");
}
