/** GetPolicyPreviewJob, ListPolicyPreviewJobs and CancelPolicyPreviewJob, in the members of the service model. */
import type { JobFilter, JobListing } from "../../account/account-types.ts";
import type { JobDetails } from "../../domain/job.ts";
import { type Call, callersAccount, callersJob } from "../call.ts";
import { type FieldProblem, invalidFields, notFound, type Outcome, refuse } from "../exceptions.ts";
import { validateValue } from "../input/validate-value.ts";

/** Jobs a page has when the client does not say, and at most. */
const PAGE_DEFAULT = 50;
const PAGE_MAX = 100;

/** For every answer about a job that is not there. */
export const JOB_HINT = "jobs are kept for 14 days and belong to the account that started them";

export async function getPolicyPreviewJob(
  call: Call,
  { jobId }: { readonly jobId: string },
): Promise<Outcome<unknown>> {
  const job = await callersJob(call, jobId);
  const details = await job?.details();
  if (details === undefined) return refuse(notFound("PolicyPreviewJob", jobId, JOB_HINT));
  return { ok: true, value: describeJob(details) };
}

function describeJob({ jobId, parameters, status, submittedAt, startedAt, completedAt, error }: JobDetails) {
  const { outputS3Uri, ...jobParameters } = parameters;
  const times = { submittedAt, startedAt, completedAt };
  // JSON leaves out what is undefined, and a time that is not yet true has to be absent.
  return { jobId, jobParameters, jobDetails: { jobStatus: status, ...times, jobError: error }, outputS3Uri };
}

export interface ListPolicyPreviewJobsInput {
  readonly filters?: Readonly<Partial<Record<JobFilter["name"], string>>>;
  readonly maxResults?: number;
  readonly nextToken?: string;
}

export async function listPolicyPreviewJobs(call: Call, input: ListPolicyPreviewJobsInput): Promise<Outcome<unknown>> {
  const filter = readFilter(input.filters ?? {});
  if (!filter.ok) return filter;
  const listed = await callersAccount(call).listJobs({
    maxResults: Math.min(input.maxResults ?? PAGE_DEFAULT, PAGE_MAX),
    ...(filter.value === undefined ? {} : { filter: filter.value }),
    ...(input.nextToken === undefined ? {} : { afterToken: input.nextToken }),
  });
  if (listed.kind === "invalidToken") {
    return refuse(invalidFields([{ name: "nextToken", message: "is not a token that this operation gave" }]));
  }
  return { ok: true, value: { analysisReports: listed.jobs.map(describeListing), nextToken: listed.nextToken } };
}

function describeListing({ jobId, status, submittedAt, startedAt, completedAt, outputS3Uri }: JobListing) {
  return { jobId, status, submittedAt, startedAt, completedAt, outputS3Uri };
}

/** The shapes of the values: in the model they are any string, but another value would only ever find nothing. */
const FILTER_SHAPES = { jobStatus: "ImpactAnalysisJobStatus", targetId: "PolicyPreviewTargetId" } as const;

function readFilter(filters: ListPolicyPreviewJobsInput["filters"] & object): Outcome<JobFilter | undefined> {
  const problems: FieldProblem[] = [];
  for (const [name, value] of Object.entries(filters)) {
    validateValue(FILTER_SHAPES[name as JobFilter["name"]], value, `filters.${name}`, problems);
  }
  if (problems.length > 0) return refuse(invalidFields(problems));
  // The model allows one entry.
  const [entry] = Object.entries(filters);
  return { ok: true, value: entry === undefined ? undefined : ({ name: entry[0], value: entry[1] } as JobFilter) };
}

export async function cancelPolicyPreviewJob(
  call: Call,
  { jobId }: { readonly jobId: string },
): Promise<Outcome<unknown>> {
  const job = await callersJob(call, jobId);
  const canceled = (await job?.cancel()) ?? "unknown";
  switch (canceled) {
    case "canceled":
      return { ok: true, value: {} };
    case "unknown":
      return refuse(notFound("PolicyPreviewJob", jobId, JOB_HINT));
    case "ended": {
      const message = "names a job that has ended; only a job that is SUBMITTED or IN_PROGRESS can be canceled";
      return refuse(invalidFields([{ name: "jobId", message }]));
    }
  }
}
