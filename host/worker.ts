/** The Worker's entry: requests to the API, queue messages to their consumers, and the Durable Object classes. No logic. */
import type { Bindings } from "./account/bindings.ts";
import { accountStub, tenantStub } from "./account/stubs.ts";
import { eraseActivity } from "./activity/erase-activity.ts";
import { ingestFile } from "./activity/ingest-file.ts";
import { consumeNotifications } from "./activity/notified-files.ts";
import { loadOrganizationText, storeOrganization } from "./activity/store-organization.ts";
import { loadSuppliedText, storeSupplied } from "./activity/supplied-files.ts";
import { createApp } from "./api/app.ts";
import { consumeDeadLetters } from "./jobs/dead-letter-consumer.ts";
import { loadFindings } from "./jobs/job-findings.ts";
import { jobStub } from "./jobs/job-stub.ts";
import { readReportFile } from "./jobs/read-report-file.ts";
import { consumeTasks } from "./jobs/task-consumer.ts";
import { deleteTaskResults } from "./jobs/task-results.ts";

export { AccountObject } from "./account/account-object.ts";
export { TenantObject } from "./account/tenant-object.ts";
export { JobObject } from "./jobs/job-object.ts";

const CONSUMERS: Readonly<Record<string, (batch: MessageBatch<unknown>, bindings: Bindings) => Promise<void>>> = {
  "preview-tasks": consumeTasks,
  "preview-tasks-dead": consumeDeadLetters,
  "cloudtrail-files": consumeNotifications,
};

const app = createApp({
  tenant: tenantStub,
  account: accountStub,
  job: jobStub,
  ingestFile,
  eraseActivity,
  storeOrganization,
  loadOrganizationText,
  storeSupplied,
  loadSuppliedText,
  readReportFile,
  loadFindings,
  deleteTaskResults,
  now: Date.now,
});

export default {
  fetch: (request, bindings, context) => app.fetch(request, bindings, context),
  async queue(batch, bindings) {
    const consume = CONSUMERS[batch.queue];
    if (consume === undefined) throw new Error(`no consumer for the queue ${batch.queue}`);
    await consume(batch, bindings);
  },
} satisfies ExportedHandler<Bindings>;
