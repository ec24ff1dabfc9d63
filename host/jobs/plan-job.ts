/**
 * What a job needs to know before any event is read: everything that can be wrong with configuration, organization,
 * target and bucket is found here, and the input is pinned (R10).
 */
import type { Bindings } from "../account/bindings.ts";
import { PINNED_CHUNKS_MAX } from "../account/catalogue-tables.ts";
import { readSetting } from "../account/settings.ts";
import { tenantStub } from "../account/stubs.ts";
import type { PinnedCatalogue } from "../account/tenant-types.ts";
import type { JobError } from "../domain/job.ts";
import { ENGINE_VERSION } from "../evaluation/plan/engine-version.ts";
import { checkKey, checkSetUp } from "./check-set-up.ts";
import type { JobPlan, JobSubmission, TaskRow } from "./job-tables.ts";
import { loadPreview } from "./load-preview.ts";
import { checkWritable, findOutputPlace } from "./output-bucket.ts";

/**
 * The account of the key that `npm start` makes. It stands for the account that manages whatever organization is stored,
 * so that a local service answers for anybody's snapshot. No real account has this id.
 */
const LOCAL_ACCOUNT = "000000000000";

export async function planJob(
  bindings: Bindings,
  submission: JobSubmission,
): Promise<{ readonly error: JobError } | { readonly plan: JobPlan; readonly tasks: readonly TaskRow[] }> {
  const keys = checkSetUp(bindings);
  if ("error" in keys) return keys;
  const barred = checkKey(keys.value, submission);
  if (barred !== undefined) return { error: barred };
  const tenant = tenantStub(bindings, submission.tenantId);
  const configuration = await tenant.getConfiguration();
  if (configuration?.status !== "ACTIVE") {
    const message =
      "there is no ACTIVE policy preview configuration; call CreatePolicyPreviewConfiguration, wait until it is ACTIVE, then start the job again";
    return { error: { code: "INVALID_POLICY_PREVIEW_CONFIGURATION", message } };
  }
  const pointer = await tenant.getOrganization();
  if (pointer === undefined) {
    const message = "no organization snapshot is stored; store one with PUT /organization, then start the job again";
    return { error: { code: "INVALID_ORGANIZATION_CONFIGURATION", message } };
  }
  const input = { snapshotKey: pointer.snapshotKey, supplied: await tenant.getSupplied() };
  const preview = await loadPreview(bindings, submission.parameters, input);
  if (!preview.ok) return { error: preview.error };
  const { snapshot } = preview.plan.request;
  const isAdministrator = (snapshot.DelegatedAdministrators ?? []).some(({ Id }) => Id === submission.accountId);
  if (
    submission.accountId !== snapshot.Organization.MasterAccountId &&
    submission.accountId !== LOCAL_ACCOUNT &&
    !isAdministrator
  ) {
    const message = `account ${submission.accountId} is neither the management account ${snapshot.Organization.MasterAccountId} nor a delegated administrator of ${snapshot.Organization.Id}; start the job with a key of such an account`;
    return { error: { code: "ORGANIZATION_ACCESS_DENIED_ERROR", message } };
  }
  const place = findOutputPlace(bindings, submission.parameters.outputS3Uri, submission.accountId);
  if ("error" in place) return place;
  const unwritable = await checkWritable(place, submission.jobId);
  if (unwritable !== undefined) return { error: unwritable };

  const { startTime, endTime } = submission.parameters;
  const pinned = await tenant.pinCatalogue({ startTime, endTime });
  const tooMuch = whyTooMuch(bindings, pinned);
  if (tooMuch !== undefined) return { error: quotaExceeded(tooMuch) };
  const plan: JobPlan = {
    engineVersion: ENGINE_VERSION,
    ...input,
    catalogueGeneration: pinned.generation,
    unreadable: pinned.unreadable,
    unreadableSamples: pinned.unreadableSamples,
    damagedFiles: pinned.damagedFiles,
  };
  const tasks = pinned.partitions.map(({ partition, chunks }) => ({
    partition,
    chunkKeys: chunks.map(({ chunkKey }) => chunkKey),
  }));
  return { plan, tasks };
}

function whyTooMuch(bindings: Bindings, pinned: PinnedCatalogue): string | undefined {
  if (!pinned.isWhole) return `more than ${PINNED_CHUNKS_MAX} chunks of activity, which is the most`;
  const most = readSetting(bindings, "JOB_EVENTS_MAX");
  const events = pinned.partitions.flatMap(({ chunks }) => chunks).reduce((sum, { rows }) => sum + rows, 0);
  return events > most ? `${events} events, more than the ${most} that a job may have (JOB_EVENTS_MAX)` : undefined;
}

function quotaExceeded(what: string): JobError {
  const message = `the days of the window hold ${what}; start jobs over shorter windows`;
  return { code: "SERVICE_QUOTA_EXCEEDED_ERROR", message };
}
