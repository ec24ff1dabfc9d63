/**
 * One account: the index of its preview jobs and the client tokens that started them. A job's own state lies in its job
 * object, which reports changes here; this object decides only whether a job is new and who may see it.
 */
import { DurableObject } from "cloudflare:workers";
import type { JobStatus } from "../domain/job.ts";
import type {
  JobListing,
  JobStatusChange,
  ListJobsInput,
  ListJobsOutcome,
  StartJobInput,
  StartJobOutcome,
} from "./account-types.ts";
import { applySchema } from "./apply-schema.ts";
import type { Bindings } from "./bindings.ts";
import { decodePageToken, encodePageToken } from "./page-token.ts";

/** Times are milliseconds since 1970 where jobs are sorted by them, ISO-8601 where they are only told. */
const SCHEMA: readonly string[] = [
  `
  CREATE TABLE job (
    job_id TEXT PRIMARY KEY,
    client_token TEXT NOT NULL UNIQUE,
    request_sha256 TEXT NOT NULL,
    target_id TEXT NOT NULL,
    output_s3_uri TEXT NOT NULL,
    status TEXT NOT NULL,
    submitted_at INTEGER NOT NULL,
    started_at TEXT,
    completed_at TEXT
  );
  CREATE INDEX job_by_time ON job (submitted_at DESC, job_id);
  `,
];

type JobRow = {
  job_id: string;
  request_sha256: string;
  target_id: string;
  output_s3_uri: string;
  status: JobStatus;
  submitted_at: number;
  started_at: string | null;
  completed_at: string | null;
};

/** A job is planned within minutes of its submission, or fails. */
const UNPLANNED_MAX_MS = 60 * 60_000;

const FILTER_COLUMNS = { jobStatus: "status", targetId: "target_id" } as const;

export class AccountObject extends DurableObject<Bindings> {
  readonly #sql: SqlStorage;
  /** Of this object, and of no other. */
  readonly #name: string;

  constructor(context: DurableObjectState, bindings: Bindings) {
    super(context, bindings);
    applySchema(context.storage, SCHEMA);
    this.#sql = context.storage.sql;
    this.#name = context.id.toString();
  }

  /**
   * Enters a job, unless its client token has one already (`repeated` for the same request, `conflict` for another) or too many are
   * running.
   */
  async startJob(input: StartJobInput): Promise<StartJobOutcome> {
    const [known] = this.#sql.exec<JobRow>("SELECT * FROM job WHERE client_token = ?", input.clientToken).toArray();
    if (known !== undefined) {
      const kind = known.request_sha256 === input.requestSha256 ? "repeated" : "conflict";
      return { kind, jobId: known.job_id, submittedAt: isoTime(known.submitted_at) };
    }
    // The request died between here and the job object, and nobody repeated it: there is no such job.
    this.#sql.exec("DELETE FROM job WHERE status = 'SUBMITTED' AND submitted_at < ?", input.now - UNPLANNED_MAX_MS);
    if ((await this.runningJobs()).length >= input.runningJobsMax) return { kind: "tooManyJobs" };
    this.#sql.exec(
      `INSERT INTO job (job_id, client_token, request_sha256, target_id, output_s3_uri, status, submitted_at)
       VALUES (?, ?, ?, ?, ?, 'SUBMITTED', ?)`,
      input.jobId,
      input.clientToken,
      input.requestSha256,
      input.targetId,
      input.outputS3Uri,
      input.now,
    );
    return { kind: "started", jobId: input.jobId, submittedAt: isoTime(input.now) };
  }

  /** Forgets the job and its client token. */
  async removeJob(jobId: string): Promise<void> {
    this.#sql.exec("DELETE FROM job WHERE job_id = ?", jobId);
  }

  /** A job that was removed stays removed. */
  async recordStatus({ jobId, status, startedAt, completedAt }: JobStatusChange): Promise<void> {
    const values = [status, startedAt ?? null, completedAt ?? null, jobId];
    // What an ended job was before may be told after its end.
    this.#sql.exec(
      `UPDATE job SET status = ?, started_at = ?, completed_at = ?
       WHERE job_id = ? AND status IN ('SUBMITTED', 'IN_PROGRESS')`,
      ...values,
    );
  }

  /** Newest first. A page begins right behind the last job of the page before, however many jobs were added since. */
  async listJobs({ filter, maxResults, afterToken }: ListJobsInput): Promise<ListJobsOutcome> {
    const after = afterToken === undefined ? undefined : decodePageToken(afterToken, this.#name);
    if (afterToken !== undefined && after === undefined) return { kind: "invalidToken" };
    const conditions: string[] = [];
    const values: (string | number)[] = [];
    if (filter !== undefined) {
      conditions.push(`${FILTER_COLUMNS[filter.name]} = ?`);
      values.push(filter.value);
    }
    if (after !== undefined) {
      conditions.push("(submitted_at < ? OR (submitted_at = ? AND job_id > ?))");
      values.push(after.submittedAt, after.submittedAt, after.jobId);
    }
    const where = conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
    // One more than asked for tells whether there is another page.
    const rows = this.#sql
      .exec<JobRow>(`SELECT * FROM job ${where} ORDER BY submitted_at DESC, job_id LIMIT ?`, ...values, maxResults + 1)
      .toArray();
    const jobs = rows.slice(0, maxResults);
    const last = jobs.at(-1);
    const hasMore = rows.length > maxResults && last !== undefined;
    return {
      kind: "page",
      jobs: jobs.map(readJobRow),
      ...(hasMore
        ? { nextToken: encodePageToken({ submittedAt: last.submitted_at, jobId: last.job_id }, this.#name) }
        : {}),
    };
  }

  async knowsJob(jobId: string): Promise<boolean> {
    return this.#sql.exec("SELECT 1 FROM job WHERE job_id = ?", jobId).toArray().length > 0;
  }

  /** Ids of the jobs that are still kept. */
  async allJobs(): Promise<readonly string[]> {
    const rows = this.#sql.exec<{ job_id: string }>("SELECT job_id FROM job ORDER BY submitted_at, job_id");
    return [...rows].map(({ job_id }) => job_id);
  }

  /** Ids of the jobs that have not ended. */
  async runningJobs(): Promise<readonly string[]> {
    const rows = this.#sql.exec<{ job_id: string }>(
      "SELECT job_id FROM job WHERE status IN ('SUBMITTED', 'IN_PROGRESS') ORDER BY submitted_at, job_id",
    );
    return [...rows].map(({ job_id }) => job_id);
  }
}

function readJobRow(row: JobRow): JobListing {
  return {
    jobId: row.job_id,
    targetId: row.target_id,
    outputS3Uri: row.output_s3_uri,
    status: row.status,
    submittedAt: isoTime(row.submitted_at),
    ...(row.started_at === null ? {} : { startedAt: row.started_at }),
    ...(row.completed_at === null ? {} : { completedAt: row.completed_at }),
  };
}

function isoTime(time: number): string {
  return new Date(time).toISOString();
}
