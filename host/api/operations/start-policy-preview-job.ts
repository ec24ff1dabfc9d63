/** StartPolicyPreviewJob: the client token decides in the account object whether the job is new, then the job object has it. */
import { tenantOf } from "../../account/access-keys.ts";
import { readSetting } from "../../account/settings.ts";
import { sha256Hex } from "../../activity/sha256.ts";
import type { JobParameters } from "../../domain/job.ts";
import { type Call, callersAccount, callersTenant } from "../call.ts";
import { invalidFields, type Outcome, refuse } from "../exceptions.ts";
import { checkPreviewJob, type StartPolicyPreviewJobInput } from "../input/check-preview-job.ts";

export async function startPolicyPreviewJob(
  call: Call,
  input: StartPolicyPreviewJobInput,
): Promise<Outcome<{ readonly jobId: string }>> {
  const { bindings, rooms, key, now } = call;
  const problems = checkPreviewJob(input, bindings, now);
  const [configuration] = input.policyConfigurations;
  if (problems.length > 0 || configuration === undefined) return refuse(invalidFields(problems));
  const runningJobsMax = readSetting(bindings, "RUNNING_JOBS_MAX");
  await callersTenant(call).addJobAccount(key.accountId);
  const started = await callersAccount(call).startJob({
    jobId: crypto.randomUUID(),
    clientToken: input.clientToken ?? crypto.randomUUID(),
    requestSha256: await fingerprint(input),
    targetId: configuration.targetId,
    outputS3Uri: input.outputS3Uri,
    now,
    runningJobsMax,
  });
  if (started.kind === "tooManyJobs") {
    const message = `${runningJobsMax} jobs of account ${key.accountId} are running, which is the most; wait for one to end or cancel one`;
    const resource = { resourceId: key.accountId, resourceType: "PolicyPreviewJob" } as const;
    return refuse({ code: "ServiceQuotaExceededException", message, ...resource });
  }
  const { jobId, submittedAt } = started;
  if (started.kind === "conflict") {
    const message = `the client token was used for job \`${jobId}\`, which asks for something else; take a new token`;
    return refuse({ code: "ConflictException", message, resourceId: jobId, resourceType: "PolicyPreviewJob" });
  }
  // Again for a repeated request: the first one may have died right here. A job takes only its first submission.
  await rooms.job(bindings, jobId).submit({
    jobId,
    tenantId: tenantOf(key),
    accountId: key.accountId,
    accessKeyId: key.accessKeyId,
    parameters: parametersOf(input, Date.parse(submittedAt)),
    submittedAt,
  });
  return { ok: true, value: { jobId } };
}

/** A missing end is the time of submission. */
function parametersOf(input: StartPolicyPreviewJobInput, submittedAt: number): JobParameters {
  return {
    policyConfigurations: input.policyConfigurations,
    startTime: new Date(input.startTime).toISOString(),
    endTime: new Date(input.endTime ?? submittedAt).toISOString(),
    outputS3Uri: input.outputS3Uri,
  };
}

/** Of what was asked for, whatever its spelling. A missing end stays missing: it is another time at every repetition. */
function fingerprint({ clientToken: _, ...asked }: StartPolicyPreviewJobInput): Promise<string> {
  return sha256Hex(new TextEncoder().encode(JSON.stringify(asked)));
}
