/** What the account object takes and gives. Plain data. Times are ISO-8601 in UTC unless a name says milliseconds. */
import type { JobStatus } from "../domain/job.ts";

export interface StartJobInput {
  /** The id the job gets if the client token is new. */
  readonly jobId: string;
  readonly clientToken: string;
  /** Of what the client asked for, so that another request under the same token is seen. */
  readonly requestSha256: string;
  readonly targetId: string;
  readonly outputS3Uri: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Jobs that may be running, this one included. */
  readonly runningJobsMax: number;
}

/** `jobId` and `submittedAt` are those of the job that holds the client token. */
export type StartJobOutcome =
  | { readonly kind: "started" | "repeated" | "conflict"; readonly jobId: string; readonly submittedAt: string }
  | { readonly kind: "tooManyJobs" };

export interface JobStatusChange {
  readonly jobId: string;
  readonly status: JobStatus;
  readonly startedAt?: string;
  readonly completedAt?: string;
}

/** One job of the index. */
export interface JobListing extends JobStatusChange {
  readonly targetId: string;
  readonly outputS3Uri: string;
  readonly submittedAt: string;
}

export type JobFilter =
  | { readonly name: "jobStatus"; readonly value: JobStatus }
  | { readonly name: "targetId"; readonly value: string };

export interface ListJobsInput {
  readonly filter?: JobFilter;
  /** At least 1. */
  readonly maxResults: number;
  /** `nextToken` of the page before. */
  readonly afterToken?: string;
}

export type ListJobsOutcome =
  | { readonly kind: "page"; readonly jobs: readonly JobListing[]; readonly nextToken?: string }
  | { readonly kind: "invalidToken" };
