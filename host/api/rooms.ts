/**
 * What the API calls in the rooms below it, in one type, so that it can be tested with rooms made of plain objects: the
 * real ones need workerd and Wasm. `worker.ts` puts in the real ones.
 */
import type { AccountObject } from "../account/account-object.ts";
import type { Bindings } from "../account/bindings.ts";
import type { TenantObject } from "../account/tenant-object.ts";
import type { eraseActivity } from "../activity/erase-activity.ts";
import type { ingestFile } from "../activity/ingest-file.ts";
import type { loadOrganizationText, storeOrganization } from "../activity/store-organization.ts";
import type { loadSuppliedText, storeSupplied } from "../activity/supplied-files.ts";
import type { loadFindings } from "../jobs/job-findings.ts";
import type { JobObject } from "../jobs/job-object.ts";
import type { readReportFile } from "../jobs/read-report-file.ts";
import type { deleteTaskResults } from "../jobs/task-results.ts";

export type TenantRoom = Pick<
  TenantObject,
  | "getConfiguration"
  | "createConfiguration"
  | "deleteConfiguration"
  | "addJobAccount"
  | "jobAccounts"
  | "removeSupplied"
  | "describeActivity"
>;
export type AccountRoom = Pick<AccountObject, "startJob" | "listJobs" | "knowsJob" | "runningJobs" | "allJobs">;
export type JobRoom = Pick<
  JobObject,
  "submit" | "details" | "progress" | "cancel" | "failBecauseConfigurationDeleted" | "activityErased"
>;

export interface Rooms {
  tenant(bindings: Bindings, tenantId: string): TenantRoom;
  account(bindings: Bindings, tenantId: string, accountId: string): AccountRoom;
  job(bindings: Bindings, jobId: string): JobRoom;
  readonly ingestFile: typeof ingestFile;
  readonly eraseActivity: typeof eraseActivity;
  readonly storeOrganization: typeof storeOrganization;
  readonly loadOrganizationText: typeof loadOrganizationText;
  readonly storeSupplied: typeof storeSupplied;
  readonly loadSuppliedText: typeof loadSuppliedText;
  readonly readReportFile: typeof readReportFile;
  readonly loadFindings: typeof loadFindings;
  readonly deleteTaskResults: typeof deleteTaskResults;
  /** Milliseconds since 1970. */
  now(): number;
}
