/** CreatePolicyPreviewConfiguration, GetPolicyPreviewConfiguration and DeletePolicyPreviewConfiguration. */
import { tenantOf } from "../../account/access-keys.ts";
import { type Call, callersTenant } from "../call.ts";
import { invalidFields, notFound, type Outcome, type ResourceException, refuse } from "../exceptions.ts";
import { checkClientToken } from "../input/check-preview-job.ts";

/** A tenant has one configuration, of the one scope there is. */
const SCOPE = "GLOBAL";

export async function createPolicyPreviewConfiguration(
  call: Call,
  { scope = SCOPE, clientToken = crypto.randomUUID() }: { readonly scope?: "GLOBAL"; readonly clientToken?: string },
): Promise<Outcome<unknown>> {
  const problems = checkClientToken(clientToken);
  if (problems.length > 0) return refuse(invalidFields(problems));
  const created = await callersTenant(call).createConfiguration({ scope, clientToken, now: call.now });
  if (created.kind === "created") return { ok: true, value: { status: created.status } };
  const message = "a policy preview configuration exists already; use it, or delete it first";
  const resource = { resourceId: SCOPE, resourceType: "PolicyPreviewConfiguration" } as const;
  return refuse({ code: "ConflictException", message, ...resource });
}

export async function getPolicyPreviewConfiguration(call: Call): Promise<Outcome<unknown>> {
  const configuration = await callersTenant(call).getConfiguration();
  if (configuration === undefined) return refuse(noConfiguration());
  return { ok: true, value: { policyPreviewConfigurations: [configuration] } };
}

/** Stops collection, and the tenant's running jobs with it: they would go on with activity that nobody keeps up. */
export async function deletePolicyPreviewConfiguration(
  call: Call,
  { clientToken = crypto.randomUUID() }: { readonly clientToken?: string },
): Promise<Outcome<unknown>> {
  const problems = checkClientToken(clientToken);
  if (problems.length > 0) return refuse(invalidFields(problems));
  const tenant = callersTenant(call);
  const deleted = await tenant.deleteConfiguration({ clientToken, now: call.now });
  if (deleted.kind === "notFound") return refuse(noConfiguration());
  // A repeated request may have died after the deletion; but jobs of a configuration created since are none of its business.
  const isDone = deleted.kind === "repeated" && (await tenant.getConfiguration()) !== undefined;
  if (!isDone) await failRunningJobs(call);
  return { ok: true, value: {} };
}

async function failRunningJobs({ bindings, rooms, key }: Call): Promise<void> {
  const tenantId = tenantOf(key);
  for (const accountId of await rooms.tenant(bindings, tenantId).jobAccounts()) {
    const jobIds = await rooms.account(bindings, tenantId, accountId).runningJobs();
    for (const jobId of jobIds) await rooms.job(bindings, jobId).failBecauseConfigurationDeleted();
  }
}

function noConfiguration(): ResourceException {
  return notFound("PolicyPreviewConfiguration", SCOPE, "create one with CreatePolicyPreviewConfiguration");
}
