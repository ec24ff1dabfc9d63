/** The words of a preview job, shared by the API, the job object and the report. Times are ISO-8601 in UTC. */
export const JOB_STATUSES = ["SUBMITTED", "IN_PROGRESS", "COMPLETED", "FAILED", "CANCELED"] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

export type JobErrorCode =
  | "AUTHORIZATION_ERROR"
  | "RESOURCE_NOT_FOUND_ERROR"
  | "SERVICE_QUOTA_EXCEEDED_ERROR"
  | "SERVICE_ERROR"
  | "CANCELED_JOB_ERROR"
  | "INVALID_SERVICE_LINKED_ROLE"
  | "INSUFFICIENT_PERMISSIONS_ERROR"
  | "ORGANIZATION_ACCESS_DENIED_ERROR"
  | "INVALID_TARGET_ERROR"
  | "INVALID_POLICY_PREVIEW_CONFIGURATION"
  | "INVALID_ORGANIZATION_CONFIGURATION"
  | "S3_BUCKET_NOT_FOUND_ERROR"
  | "S3_BUCKET_PERMISSION_ERROR";

export interface JobError {
  readonly code: JobErrorCode;
  /** Says what to do. */
  readonly message: string;
}

export type AttachmentMode = "ADD" | "REPLACE";

export interface PolicyConfiguration {
  readonly jobType: "SCP";
  readonly targetId: string;
  readonly policyDocumentsList: readonly string[];
  /** Our extension; absent means: decided by R8. */
  readonly attachmentMode?: AttachmentMode;
}

export interface JobParameters {
  readonly policyConfigurations: readonly PolicyConfiguration[];
  /** The window is [startTime, endTime). */
  readonly startTime: string;
  readonly endTime: string;
  readonly outputS3Uri: string;
}

export interface JobDetails {
  readonly jobId: string;
  readonly parameters: JobParameters;
  readonly status: JobStatus;
  readonly submittedAt: string;
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly error?: JobError;
}

export interface JobProgress {
  readonly status: JobStatus;
  readonly tasksDone: number;
  /** 0 until the job is planned. */
  readonly tasksTotal: number;
  readonly events: number;
  readonly newlyDenied: number;
  readonly undetermined: number;
  /** Where the report lies, `s3://bucket/prefix/jobId/timestamp/`; only when COMPLETED. */
  readonly report?: string;
}
