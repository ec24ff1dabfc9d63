/**
 * One preview from an empty instance to its report files: organization, configuration, logs, job, report. Everything AWS
 * has an operation for goes through the AWS client; the rest through signed requests.
 */
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import type { AttachmentMode, JobProgress, PolicyConfiguration } from "../../host/domain/job.ts";
import type { OrganizationSnapshot } from "../../host/domain/organization.ts";
import type { ReportManifest, ReportSummary } from "../../host/domain/report.ts";
import type { LogFile } from "./log-files.ts";
import type { ServiceModel } from "./operation-schema.ts";
import { type ClientOptions, createPreviewClient, type PreviewClient } from "./preview-client.ts";
import { createSignedFetch, encodePath, type SignedFetch } from "./signed-fetch.ts";
import { type UploadCounts, uploadLogs } from "./upload.ts";

/** What to preview, and on which logs. */
export interface PreviewPlan {
  readonly organization: OrganizationSnapshot;
  readonly files: readonly LogFile[];
  readonly targetId: string;
  /** JSON texts. */
  readonly policyDocuments: readonly string[];
  readonly attachmentMode?: AttachmentMode;
  /** Texts of a mapping and a context file. */
  readonly supplied?: Partial<Record<"mapping" | "context", string>>;
  readonly startTime: Date;
  readonly endTime: Date;
  /** Where the report files go. */
  readonly reportFolder: string;
}

export interface PreviewOutput {
  readonly jobId: string;
  readonly uploaded: UploadCounts;
  readonly summary: ReportSummary;
  readonly manifest: ReportManifest;
}

export interface PreviewListener {
  /** A step begins. */
  step(text: string): void;
  /** How far the step is. */
  progress(text: string, share: number): void;
}

/** The bucket that `wrangler.toml` binds for reports. */
const OUTPUT_URI = "s3://scp-preview-reports/demo/";
const POLL_INTERVAL = 300;
const CONFIGURATION_LIMIT = 60_000;
const JOB_LIMIT = 15 * 60_000;

/** Runs `plan` on the instance that `client` names. Rejects with a message for people when the service refuses. */
export async function runPreview(
  options: ClientOptions,
  plan: PreviewPlan,
  listener: PreviewListener,
): Promise<PreviewOutput> {
  const fetchSigned = createSignedFetch(options);
  const model = (await (await fetch(`${options.endpoint}/service-model`)).json()) as ServiceModel;
  const client = createPreviewClient(options, model);
  try {
    listener.step("Organization and configuration");
    const put = (path: string, body: string) =>
      fetchSigned({ method: "PUT", path, body, contentType: "application/json" });
    await put("/organization", JSON.stringify(plan.organization));
    for (const [kind, text] of Object.entries(plan.supplied ?? {})) await put(`/${kind}`, text);
    await activateConfiguration(client);
    listener.step(`Uploading ${plan.files.length} log files`);
    const uploaded = await uploadLogs(fetchSigned, plan.files, (counts) =>
      listener.progress(`${counts.files} files, ${counts.records} records`, counts.files / plan.files.length),
    );
    listener.step("Preview");
    const jobId = await startJob(client, plan);
    await followJob(client, fetchSigned, jobId, listener);
    const { summary, manifest } = await fetchReport(fetchSigned, jobId, plan.reportFolder);
    return { jobId, uploaded, summary, manifest };
  } finally {
    client.destroy();
  }
}

async function activateConfiguration(client: PreviewClient): Promise<void> {
  await client.createConfiguration({ scope: "GLOBAL" });
  const deadline = Date.now() + CONFIGURATION_LIMIT;
  for (;;) {
    const { policyPreviewConfigurations: configurations = [] } = await client.getConfiguration();
    if (configurations.length > 0 && configurations.every(({ status }) => status === "ACTIVE")) return;
    if (Date.now() > deadline) throw new Error("the policy preview configuration did not become ACTIVE");
    await wait(POLL_INTERVAL);
  }
}

async function startJob(client: PreviewClient, plan: PreviewPlan): Promise<string> {
  const configuration: PolicyConfiguration = {
    jobType: "SCP",
    targetId: plan.targetId,
    policyDocumentsList: plan.policyDocuments,
    ...(plan.attachmentMode === undefined ? {} : { attachmentMode: plan.attachmentMode }),
  };
  const { jobId } = await client.startJob({
    policyConfigurations: [configuration],
    startTime: plan.startTime,
    endTime: plan.endTime,
    outputS3Uri: OUTPUT_URI,
  });
  return jobId;
}

async function followJob(
  client: PreviewClient,
  fetchSigned: SignedFetch,
  jobId: string,
  listener: PreviewListener,
): Promise<void> {
  const deadline = Date.now() + JOB_LIMIT;
  for (;;) {
    const response = await fetchSigned({ method: "GET", path: `/policy/preview/${jobId}/progress` });
    const { status, tasksDone, tasksTotal, events, newlyDenied } = (await response.json()) as JobProgress;
    const share = tasksTotal === 0 ? 0 : tasksDone / tasksTotal;
    listener.progress(`${tasksDone} of ${tasksTotal} tasks, ${events} events, ${newlyDenied} newly denied`, share);
    if (status !== "SUBMITTED" && status !== "IN_PROGRESS") break;
    if (Date.now() > deadline) throw new Error(`job ${jobId} did not end in ${JOB_LIMIT / 60_000} minutes`);
    await wait(POLL_INTERVAL);
  }
  const { jobDetails } = await client.getJob({ jobId });
  if (jobDetails?.jobStatus === "COMPLETED") return;
  const error = jobDetails?.jobError;
  throw new Error(
    `job ${jobId} ended ${jobDetails?.jobStatus}${error === undefined ? "" : `: ${error.message} (${error.code})`}`,
  );
}

/** Writes every file that the manifest names below `folder`, each checked against its hash. */
async function fetchReport(fetchSigned: SignedFetch, jobId: string, folder: string) {
  const read = async (name: string) => {
    const response = await fetchSigned({ method: "GET", path: `/policy/preview/${jobId}/report/${encodePath(name)}` });
    return Buffer.from(await response.arrayBuffer());
  };
  const write = async (name: string, bytes: Buffer) => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  };
  const manifestBytes = await read("manifest.json");
  const manifest = JSON.parse(manifestBytes.toString("utf8")) as ReportManifest;
  for (const file of manifest.files) {
    const bytes = await read(file.name);
    const content = file.name.endsWith(".gz") ? gunzipSync(bytes) : bytes;
    const hash = createHash("sha256").update(content).digest("hex");
    if (hash !== file.sha256)
      throw new Error(`report file ${file.name} has hash ${hash}, the manifest says ${file.sha256}`);
    await write(file.name, bytes);
  }
  await write("manifest.json", manifestBytes);
  const summary = JSON.parse((await read("summary.json")).toString("utf8")) as ReportSummary;
  return { summary, manifest };
}
