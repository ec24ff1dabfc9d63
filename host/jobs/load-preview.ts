/**
 * The plan of a preview from a pinned snapshot and what the user supplied beside the logs, with its faults as job errors.
 * The same input gives the same plan every time.
 */
import type { Bindings } from "../account/bindings.ts";
import type { SuppliedKind } from "../account/tenant-types.ts";
import { parseUserMapping } from "../authorization/actions/user-mapping.ts";
import { parseSuppliedContext } from "../authorization/keys/supplied-context.ts";
import { describeFault, type Fault, type Result } from "../domain/fault.ts";
import type { JobError, JobErrorCode, JobParameters } from "../domain/job.ts";
import {
  INVALID_ORGANIZATION,
  INVALID_POLICY,
  INVALID_TARGET,
  type PreviewPlan,
  type PreviewRequest,
  planPreview,
} from "../evaluation/plan/plan-preview.ts";
import { parseOrganization } from "../organization/parse-organization.ts";
import type { JobPlan } from "./job-tables.ts";

/** Faults a message tells before it says how many more there are. */
const FAULTS_TOLD_MAX = 3;

const ERROR_OF_FAULT: Readonly<Record<string, JobErrorCode>> = {
  [INVALID_TARGET]: "INVALID_TARGET_ERROR",
  [INVALID_ORGANIZATION]: "INVALID_ORGANIZATION_CONFIGURATION",
  // The grammar was checked when the job was submitted; another engine version may read it otherwise.
  [INVALID_POLICY]: "SERVICE_ERROR",
};

/** What a job pinned of everything but activity. */
export type PinnedInput = Pick<JobPlan, "snapshotKey" | "supplied">;

export type LoadedPreview =
  | { readonly ok: true; readonly plan: PreviewPlan }
  | { readonly ok: false; readonly error: JobError };

export async function loadPreview(
  bindings: Bindings,
  parameters: JobParameters,
  pinned: PinnedInput,
): Promise<LoadedPreview> {
  const object = await bindings.ACTIVITY.get(pinned.snapshotKey);
  if (object === null) {
    const message =
      "the organization snapshot the job pinned is gone; store it again with PUT /organization, then start the job again";
    return { ok: false, error: { code: "RESOURCE_NOT_FOUND_ERROR", message } };
  }
  const snapshot = parseOrganization(await object.text());
  if (!snapshot.ok)
    return { ok: false, error: { code: "INVALID_ORGANIZATION_CONFIGURATION", message: tell(snapshot.faults) } };
  const supplied = await loadSupplied(bindings, pinned);
  if (!supplied.ok) return supplied;
  const [configuration] = parameters.policyConfigurations;
  if (configuration === undefined) throw new Error("a job without a policy configuration passed validation");
  const planned = planPreview({
    snapshot: snapshot.value,
    targetId: configuration.targetId,
    policyDocuments: configuration.policyDocumentsList,
    ...(configuration.attachmentMode === undefined ? {} : { attachmentMode: configuration.attachmentMode }),
    windowStart: Date.parse(parameters.startTime),
    windowEnd: Date.parse(parameters.endTime),
    ...supplied.members,
  });
  if (planned.ok) return { ok: true, plan: planned.value };
  const code = ERROR_OF_FAULT[planned.faults[0]?.code ?? ""] ?? "SERVICE_ERROR";
  return { ok: false, error: { code, message: tell(planned.faults) } };
}

type Loaded<T> = { readonly ok: true; readonly members: T } | { readonly ok: false; readonly error: JobError };

async function loadSupplied(
  bindings: Bindings,
  pinned: PinnedInput,
): Promise<Loaded<Pick<PreviewRequest, "mapping" | "context">>> {
  const mapping = await loadFile(bindings, pinned, "mapping", parseUserMapping);
  if (!mapping.ok) return mapping;
  const context = await loadFile(bindings, pinned, "context", parseSuppliedContext);
  return context.ok ? { ok: true, members: { ...mapping.members, ...context.members } } : context;
}

/** No member when the job pinned no file of that kind. */
async function loadFile<Kind extends SuppliedKind, T>(
  bindings: Bindings,
  { supplied }: PinnedInput,
  kind: Kind,
  parse: (text: string) => Result<T>,
): Promise<Loaded<{ readonly [K in Kind]?: T }>> {
  const key = supplied[kind]?.suppliedKey;
  if (key === undefined) return { ok: true, members: {} };
  const advice = `store it again with PUT /${kind}, or do without it with DELETE /${kind}, then start the job again`;
  const object = await bindings.ACTIVITY.get(key);
  if (object === null) {
    const message = `the ${kind} the job pinned is gone; ${advice}`;
    return { ok: false, error: { code: "RESOURCE_NOT_FOUND_ERROR", message } };
  }
  // The grammar was checked when the file was stored; another version of the service may read it otherwise.
  const parsed = parse(await object.text());
  if (parsed.ok) return { ok: true, members: { [kind]: parsed.value } as { readonly [K in Kind]?: T } };
  const message = `the ${kind} the job pinned cannot be read: ${tell(parsed.faults)}; ${advice}`;
  return { ok: false, error: { code: "SERVICE_ERROR", message } };
}

function tell(faults: readonly Fault[]): string {
  const told = faults.slice(0, FAULTS_TOLD_MAX).map(describeFault).join("; ");
  return faults.length <= FAULTS_TOLD_MAX ? told : `${told}; and ${faults.length - FAULTS_TOLD_MAX} more`;
}
