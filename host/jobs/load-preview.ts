/** The plan of a preview from a pinned snapshot, with its faults as job errors. The same input gives the same plan every time. */
import type { Bindings } from "../account/bindings.ts";
import { describeFault, type Fault } from "../domain/fault.ts";
import type { JobError, JobErrorCode, JobParameters } from "../domain/job.ts";
import {
  INVALID_ORGANIZATION,
  INVALID_POLICY,
  INVALID_TARGET,
  type PreviewPlan,
  planPreview,
} from "../evaluation/plan/plan-preview.ts";
import { parseOrganization } from "../organization/parse-organization.ts";

/** Faults a message tells before it says how many more there are. */
const FAULTS_TOLD_MAX = 3;

const ERROR_OF_FAULT: Readonly<Record<string, JobErrorCode>> = {
  [INVALID_TARGET]: "INVALID_TARGET_ERROR",
  [INVALID_ORGANIZATION]: "INVALID_ORGANIZATION_CONFIGURATION",
  // The grammar was checked when the job was submitted; another engine version may read it otherwise.
  [INVALID_POLICY]: "SERVICE_ERROR",
};

export type LoadedPreview =
  | { readonly ok: true; readonly plan: PreviewPlan }
  | { readonly ok: false; readonly error: JobError };

export async function loadPreview(
  bindings: Bindings,
  parameters: JobParameters,
  snapshotKey: string,
): Promise<LoadedPreview> {
  const object = await bindings.ACTIVITY.get(snapshotKey);
  if (object === null) {
    const message =
      "the organization snapshot the job pinned is gone; store it again with PUT /organization, then start the job again";
    return { ok: false, error: { code: "RESOURCE_NOT_FOUND_ERROR", message } };
  }
  const snapshot = parseOrganization(await object.text());
  if (!snapshot.ok)
    return { ok: false, error: { code: "INVALID_ORGANIZATION_CONFIGURATION", message: tell(snapshot.faults) } };
  const [configuration] = parameters.policyConfigurations;
  if (configuration === undefined) throw new Error("a job without a policy configuration passed validation");
  const planned = planPreview({
    snapshot: snapshot.value,
    targetId: configuration.targetId,
    policyDocuments: configuration.policyDocumentsList,
    ...(configuration.attachmentMode === undefined ? {} : { attachmentMode: configuration.attachmentMode }),
    windowStart: Date.parse(parameters.startTime),
    windowEnd: Date.parse(parameters.endTime),
  });
  if (planned.ok) return { ok: true, plan: planned.value };
  const code = ERROR_OF_FAULT[planned.faults[0]?.code ?? ""] ?? "SERVICE_ERROR";
  return { ok: false, error: { code, message: tell(planned.faults) } };
}

function tell(faults: readonly Fault[]): string {
  const told = faults.slice(0, FAULTS_TOLD_MAX).map(describeFault).join("; ");
  return faults.length <= FAULTS_TOLD_MAX ? told : `${told}; and ${faults.length - FAULTS_TOLD_MAX} more`;
}
