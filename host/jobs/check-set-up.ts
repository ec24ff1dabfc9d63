/** Before a job is planned: is the service set up, and may the key that started the job still do so? */
import { type AccessKey, type Role, readAccessKeys, tenantOf } from "../account/access-keys.ts";
import type { Bindings } from "../account/bindings.ts";
import { checkSettings, SettingError } from "../account/settings.ts";
import type { JobError } from "../domain/job.ts";
import type { JobSubmission } from "./job-tables.ts";

/** Roles that may start a job. */
const STARTING_ROLES: readonly Role[] = ["operator", "admin"];

/** Bindings that a job cannot do without. */
const NEEDED_BINDINGS = ["CLOUDTRAIL", "ACTIVITY", "PREVIEW_TASKS", "TENANTS", "ACCOUNTS", "OUTPUT_BUCKETS"] as const;

/** The service's own set-up, our counterpart of AWS's service-linked role. */
export function checkSetUp(bindings: Bindings): Found<ReadonlyMap<string, AccessKey>> {
  const wrong = (what: string) => {
    const message = `this service is not set up completely: ${what}; whoever runs it must mend its bindings, secrets and variables, then start the job again`;
    return { error: { code: "INVALID_SERVICE_LINKED_ROLE", message } } as const;
  };
  const missing = NEEDED_BINDINGS.filter((name) => bindings[name] === undefined);
  if (missing.length > 0) return wrong(`it has no ${missing.join(", ")}`);
  try {
    checkSettings(bindings);
  } catch (error) {
    if (error instanceof SettingError) return wrong(error.message);
    throw error;
  }
  const keys = readAccessKeys(bindings);
  return keys.ok ? { value: keys.value } : wrong(keys.faults.map(({ message }) => message).join("; "));
}

export type Found<T> = { readonly error: JobError } | { readonly value: T };

/** The key that started the job must still be there, and still be allowed to, when the job runs. */
export function checkKey(
  keys: ReadonlyMap<string, AccessKey>,
  { accessKeyId, accountId, tenantId }: JobSubmission,
): JobError | undefined {
  const key = keys.get(accessKeyId);
  if (key === undefined || key.accountId !== accountId || tenantOf(key) !== tenantId) {
    return {
      code: "AUTHORIZATION_ERROR",
      message: `access key ${accessKeyId}, which started the job, was removed; start it again with another key`,
    };
  }
  if (STARTING_ROLES.includes(key.role)) return undefined;
  const message = `access key ${accessKeyId}, which started the job, lost the role for it (it is now ${key.role}); start it again with a key of role operator or admin`;
  return { code: "INSUFFICIENT_PERMISSIONS_ERROR", message };
}
