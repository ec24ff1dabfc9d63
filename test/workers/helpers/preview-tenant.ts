/// <reference types="@cloudflare/vitest-plugin/types" />
/**
 * A tenant that nobody has touched, as its management account sees it: everything goes through the Worker's own `fetch`,
 * signed. Each has the organization Juniper Mills, unless a test stores another one.
 */
import { createExecutionContext, env, waitOnExecutionContext } from "cloudflare:test";
import { vi } from "vitest";
import type { AccessKey } from "../../../host/account/access-keys.ts";
import type { Bindings } from "../../../host/account/bindings.ts";
import type { ActivityDescription } from "../../../host/account/tenant-types.ts";
import type { JobDetails, JobError, JobProgress, JobStatus, PolicyConfiguration } from "../../../host/domain/job.ts";
import type { OrganizationSnapshot } from "../../../host/domain/organization.ts";
import worker from "../../../host/worker.ts";
import { ADMIN, type RequestToSign, signRequest } from "../../api/sign-request.ts";
import { MANAGEMENT, PLANTS, snapshotOf } from "../../organization/snapshot-of.ts";

/** What workerd gives the Worker and its objects. */
export const bindings = env as unknown as Bindings;

/** Changes what they are given: all objects of this test file see it from now on. */
export function rebind(changes: Readonly<Record<string, unknown>>): void {
  Object.assign(bindings, changes);
}

/** Denies everything of ec2; no Allow in it, so it is added (R8). */
export const DENY_EC2 = JSON.stringify({
  Version: "2012-10-17",
  Statement: { Sid: "NoMachines", Effect: "Deny", Action: "ec2:*", Resource: "*" },
});
export const REPORT_BUCKET = "scp-preview-reports";
/** Longest wait for a job: tests with a dozen events need a fraction of it. */
const JOB_LIMIT_MS = 15_000;

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

/** The Worker's answer to a signed request, when it knows these keys and is bound to `changes` besides. */
export async function callWorker(
  toSign: RequestToSign & { readonly key: AccessKey },
  keys: readonly AccessKey[] = [toSign.key],
  changes: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  return answerOf(await signRequest(toSign), keys, changes);
}

/** The same for a request as it is. */
export async function answerOf(
  request: Request,
  keys: readonly AccessKey[],
  changes: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  const context = createExecutionContext();
  const response = await worker.fetch(
    request as Request<unknown, IncomingRequestCfProperties>,
    { ...bindings, ACCESS_KEYS: JSON.stringify(keys), ...changes },
    context,
  );
  await waitOnExecutionContext(context);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

/** What `DELETE /activity` answers. */
export interface ErasureAnswer {
  readonly erasedEvents: number;
  readonly erasedFiles: number;
  readonly endedJobs: readonly string[];
  readonly reports: readonly string[];
  readonly isComplete: boolean;
}

export interface StartChanges extends Partial<PolicyConfiguration> {
  readonly startTime?: string;
  readonly endTime?: string;
  readonly outputS3Uri?: string;
  readonly clientToken?: string;
}

/** `jobDetails` of GetPolicyPreviewJob. */
export interface AnsweredDetails extends Omit<JobDetails, "jobId" | "parameters" | "status" | "error"> {
  readonly jobStatus: JobStatus;
  readonly jobError?: JobError;
}

let tenants = 0;

/** `accountId` is that of the key; the management account when absent. */
export function newTenant({ accountId = MANAGEMENT }: { readonly accountId?: string } = {}) {
  tenants += 1;
  const id = `o-tenant${String(tenants).padStart(6, "0")}`;
  const key: AccessKey = { ...ADMIN, accessKeyId: `AKID${tenants}`, accountId, organizationId: id };

  const call = (toSign: RequestToSign): Promise<Answer> => callWorker({ ...toSign, key });

  async function ask(toSign: RequestToSign): Promise<Record<string, unknown>> {
    const { status, body } = await call(toSign);
    if (status !== 200) throw new Error(`${toSign.method ?? "GET"} ${toSign.path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  const tenant = {
    id,
    key,
    call,
    collect: () => ask({ method: "PUT", path: "/policy/preview-configuration" }),
    stopCollecting: () => ask({ method: "DELETE", path: "/policy/preview-configuration" }),
    storeOrganization: (snapshot: OrganizationSnapshot = snapshotOf()) =>
      ask({ method: "PUT", path: "/organization", body: JSON.stringify(snapshot) }),
    upload: (name: string, body: Uint8Array<ArrayBuffer>) => ask({ method: "PUT", path: `/cloudtrail/${name}`, body }),
    /** Events as a sender posts them; gives the name of the file that they became. */
    push: async (body: string | Uint8Array<ArrayBuffer>) =>
      String((await ask({ method: "POST", path: "/cloudtrail", body })).key),
    activity: async () => (await ask({ path: "/activity" })) as unknown as ActivityDescription,
    erase: async (query: Readonly<Record<string, string>>) =>
      (await ask({ method: "DELETE", path: "/activity", query })) as unknown as ErasureAnswer,
    progress: async (jobId: string) =>
      (await ask({ path: `/policy/preview/${jobId}/progress` })) as unknown as JobProgress,
    cancel: (jobId: string) => call({ method: "PUT", path: `/policy/preview/${jobId}` }),

    /** Collecting, with Juniper Mills and these log files. */
    async prepare(files: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {}): Promise<void> {
      await tenant.collect();
      await tenant.storeOrganization();
      for (const [name, body] of Object.entries(files)) await tenant.upload(name, body);
    },

    /** DENY_EC2 on the OU plants, over November 2026, unless said otherwise. */
    startRequest({ startTime, endTime, outputS3Uri, clientToken, ...configuration }: StartChanges = {}) {
      const asked = {
        policyConfigurations: [{ jobType: "SCP", targetId: PLANTS, policyDocumentsList: [DENY_EC2], ...configuration }],
        startTime: startTime ?? "2026-11-01T00:00:00Z",
        endTime: endTime ?? "2026-12-01T00:00:00Z",
        outputS3Uri: outputS3Uri ?? `s3://${REPORT_BUCKET}/${id}`,
        ...(clientToken === undefined ? {} : { clientToken }),
      };
      return { method: "PUT", path: "/policy/preview", body: JSON.stringify(asked) };
    },

    /** Gives the job id. */
    async start(changes: StartChanges = {}): Promise<string> {
      return String((await ask(tenant.startRequest(changes))).jobId);
    },

    async details(jobId: string): Promise<AnsweredDetails> {
      return (await ask({ path: `/policy/preview/${jobId}` })).jobDetails as AnsweredDetails;
    },

    /** Waits until the job has one of these statuses; ended ones when none is given. */
    async until(jobId: string, ...statuses: readonly JobStatus[]): Promise<AnsweredDetails> {
      const wanted = statuses.length === 0 ? ["COMPLETED", "FAILED", "CANCELED"] : statuses;
      return vi.waitFor(
        async () => {
          const details = await tenant.details(jobId);
          if (!wanted.includes(details.jobStatus)) throw new Error(`job ${jobId} is ${details.jobStatus}`);
          return details;
        },
        { timeout: JOB_LIMIT_MS, interval: 20 },
      );
    },
  };
  return tenant;
}

export type PreviewTenant = ReturnType<typeof newTenant>;

/** Makes the job objects know these keys, as the secret ACCESS_KEYS would. */
export function setAccessKeys(...keys: readonly AccessKey[]): void {
  rebind({ ACCESS_KEYS: JSON.stringify(keys) });
}
