/** The tenant and account objects by name, with their types: the namespaces in the bindings name no class. */
import type { AccountObject } from "./account-object.ts";
import type { Bindings } from "./bindings.ts";
import type { TenantObject } from "./tenant-object.ts";

/** `tenantId` is the organization's id, or the account's when it has none. */
export function tenantStub(bindings: Bindings, tenantId: string): DurableObjectStub<TenantObject> {
  const tenants = bindings.TENANTS as DurableObjectNamespace<TenantObject>;
  return tenants.get(tenants.idFromName(tenantId));
}

export function accountStub(bindings: Bindings, tenantId: string, accountId: string): DurableObjectStub<AccountObject> {
  const accounts = bindings.ACCOUNTS as DurableObjectNamespace<AccountObject>;
  return accounts.get(accounts.idFromName(`${tenantId}/${accountId}`));
}
