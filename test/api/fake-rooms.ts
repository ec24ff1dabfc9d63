/** The rooms below the API as plain objects that remember what they were asked, for tests without workerd. */
import { tenantOf } from "../../host/account/access-keys.ts";
import type { JobListing, StartJobInput } from "../../host/account/account-types.ts";
import type { Bindings } from "../../host/account/bindings.ts";
import type { ErasureScope, PreviewConfiguration, SuppliedKind } from "../../host/account/tenant-types.ts";
import type { IngestRequest } from "../../host/activity/ingest-file.ts";
import { createApp } from "../../host/api/app.ts";
import type { AccountRoom, JobRoom, Rooms, TenantRoom } from "../../host/api/rooms.ts";
import { success } from "../../host/domain/fault.ts";
import type { JobDetails } from "../../host/domain/job.ts";
import type { Finding } from "../../host/domain/report.ts";
import type { JobSubmission } from "../../host/jobs/job-tables.ts";
import { ADMIN } from "./sign-request.ts";

export const REPORT_TEXT = '{"files":[]}';

export function createFakes() {
  const state = {
    configuration: undefined as PreviewConfiguration | undefined,
    started: [] as { readonly account: string; readonly input: StartJobInput }[],
    submitted: [] as JobSubmission[],
    failed: [] as string[],
    organization: undefined as string | undefined,
    supplied: new Map<SuppliedKind, string>(),
    /** Keys of the log files that were taken in. */
    uploaded: [] as string[],
    /** Whatever was handed to ingest, taken in or not. */
    ingested: [] as IngestRequest[],
    findings: undefined as readonly Finding[] | undefined,
    /** Jobs of `submitted` that have ended. */
    ended: [] as string[],
    /** Where the report of a job lies, by its id. */
    reports: new Map<string, string>(),
    erased: [] as ErasureScope[],
    /** What the next erasure finds. */
    erasedChunks: ["chunk"] as readonly string[],
    isErasureComplete: true,
    /** Jobs whose results inside the service were deleted. */
    cleared: [] as string[],
  };
  const tenant: TenantRoom = {
    getConfiguration: async () => state.configuration,
    async createConfiguration({ now }) {
      if (state.configuration !== undefined) return { kind: "exists" };
      state.configuration = { scope: "GLOBAL", status: "ACTIVE", createdAt: new Date(now).toISOString() };
      return { kind: "created", status: "PENDING_CREATION" };
    },
    async deleteConfiguration() {
      const kind = state.configuration === undefined ? "notFound" : "deleted";
      state.configuration = undefined;
      return { kind };
    },
    addJobAccount: async () => {},
    async removeSupplied(kind) {
      state.supplied.delete(kind);
    },
    describeActivity: async () => ({
      accounts: [],
      events: state.uploaded.length,
      files: state.uploaded.length,
      bytes: 0,
      unreadable: 0,
      damagedFiles: { count: 0, first: [] },
    }),
    jobAccounts: async () => [...new Set(state.submitted.map(({ accountId }) => accountId))],
  };
  const jobsOf = (account: string) => state.submitted.filter((job) => `${job.tenantId}/${job.accountId}` === account);
  const accountRoom = (account: string): AccountRoom => ({
    async startJob(input) {
      const known = state.started.find((one) => one.input.clientToken === input.clientToken)?.input;
      state.started.push({ account, input });
      const { jobId, now } = known ?? input;
      const isSame = known?.requestSha256 === input.requestSha256;
      const kind = known === undefined ? "started" : isSame ? "repeated" : "conflict";
      return { kind, jobId, submittedAt: new Date(now).toISOString() };
    },
    async listJobs({ afterToken, maxResults, filter }) {
      if (afterToken === "bad") return { kind: "invalidToken" };
      const jobs = jobsOf(account).filter(({ parameters }) => {
        return filter?.name !== "targetId" || parameters.policyConfigurations[0]?.targetId === filter.value;
      });
      const page = jobs.slice(0, maxResults).map(describe);
      return { kind: "page", jobs: page, ...(jobs.length > maxResults ? { nextToken: "more" } : {}) };
    },
    knowsJob: async (jobId) => jobsOf(account).some((job) => job.jobId === jobId),
    allJobs: async () => jobsOf(account).map(({ jobId }) => jobId),
    runningJobs: async () =>
      jobsOf(account)
        .map(({ jobId }) => jobId)
        .filter((jobId) => !state.ended.includes(jobId)),
  });
  const jobRoom = (jobId: string): JobRoom => {
    const submission = () => state.submitted.find((job) => job.jobId === jobId);
    return {
      async submit(job) {
        if (submission() === undefined) state.submitted.push(job);
      },
      async details(): Promise<JobDetails | undefined> {
        const job = submission();
        if (job === undefined) return undefined;
        const { parameters, submittedAt } = job;
        return { jobId, parameters, submittedAt, status: "SUBMITTED" };
      },
      async progress() {
        const report = state.reports.get(jobId);
        const counts = { tasksDone: 1, tasksTotal: 4, events: 10, newlyDenied: 2, undetermined: 0 };
        return report === undefined ? { status: "IN_PROGRESS", ...counts } : { status: "COMPLETED", ...counts, report };
      },
      async cancel() {
        return state.failed.includes(jobId) ? "ended" : "canceled";
      },
      async failBecauseConfigurationDeleted() {
        state.failed.push(jobId);
      },
      async activityErased(chunkKeys) {
        if (chunkKeys.length === 0) return "untouched";
        if (state.ended.includes(jobId)) return "hadEnded";
        state.failed.push(jobId);
        return "failed";
      },
    };
  };
  const rooms: Rooms = {
    tenant: () => tenant,
    account: (_, tenantId, accountId) => accountRoom(`${tenantId}/${accountId}`),
    job: (_, jobId) => jobRoom(jobId),
    async eraseActivity(_, { scope, beforeDeletion }) {
      state.erased.push(scope);
      await beforeDeletion(state.erasedChunks);
      return { erasedEvents: 3, erasedFiles: 2, isComplete: state.isErasureComplete };
    },
    async deleteTaskResults(_, jobId) {
      state.cleared.push(jobId);
    },
    async ingestFile(_, request) {
      const { key, source } = request;
      state.ingested.push(request);
      if (state.configuration === undefined) {
        return { ok: false, faults: [{ code: "collection-inactive", message: "create a configuration first" }] };
      }
      if (source.kind === "whole" && source.bytes.byteLength === 0) {
        return { ok: false, faults: [{ code: "not-a-log", message: "no log", where: { file: key, offset: 0 } }] };
      }
      state.uploaded.push(key);
      return success({ key, records: 2, stored: 1, unreadable: 1, skipped: { unreadable: 1 }, repeated: false });
    },
    async storeOrganization(_, { body }) {
      if (body.byteLength === 0) {
        return { ok: false, faults: [{ code: "not-json", message: "no JSON", where: { pointer: "/Roots/0/Id" } }] };
      }
      state.organization = new TextDecoder().decode(body);
      return success({ accounts: 1, organizationalUnits: 0, policies: 0, capturedAt: "2026-11-23T00:00:00.000Z" });
    },
    loadOrganizationText: async () => state.organization,
    async storeSupplied(_, { kind, body }) {
      if (body.byteLength === 0) {
        const where = { line: 1, column: 2, pointer: "/mappings/0/actions" };
        return { ok: false, faults: [{ code: "invalid-value", message: "no action", where }] };
      }
      state.supplied.set(kind, new TextDecoder().decode(body));
      return success({ sha256: "0a", bytes: body.byteLength });
    },
    loadSuppliedText: async (_, __, kind) => state.supplied.get(kind),
    async readReportFile(_, __, file) {
      if (file !== "manifest.json" && file !== "denied-events/part-0.jsonl.gz") return undefined;
      const body = new Blob([REPORT_TEXT]).stream() as ReadableStream;
      return { body, contentType: "application/json", bytes: REPORT_TEXT.length };
    },
    loadFindings: async () => state.findings,
    now: () => Date.now(),
  };
  return { state, rooms };
}

export type FakeService = ReturnType<typeof createFakeService>;

/**
 * The application over fake rooms; `bindings` has the access keys and settings. `calls` says which functions of the rooms were
 * called, the clock apart.
 */
export function createFakeService(bindings: Readonly<Record<string, unknown>> = {}) {
  const { state, rooms } = createFakes();
  const keys = { ACCESS_KEYS: JSON.stringify([ADMIN]), ...bindings } as unknown as Bindings;
  const calls: string[] = [];
  const watched = new Proxy(rooms, {
    get(target, name: keyof Rooms) {
      return (...args: readonly never[]) => {
        if (name !== "now") calls.push(name);
        return (target[name] as (...args: readonly never[]) => unknown)(...args);
      };
    },
  });
  const app = createApp(watched);
  const fetch = async (request: Request): Promise<Response> => app.fetch(request, keys);
  return { state, rooms, calls, fetch, tenantId: tenantOf(ADMIN) };
}

function describe({ jobId, parameters, submittedAt }: JobSubmission): JobListing {
  const targetId = parameters.policyConfigurations[0]?.targetId ?? "";
  return { jobId, targetId, outputS3Uri: parameters.outputS3Uri, status: "SUBMITTED", submittedAt };
}
