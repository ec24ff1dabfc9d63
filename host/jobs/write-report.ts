/**
 * Results of tasks → the report at `outputS3Uri/jobId/timestamp/`. The manifest is written last: where it lies, the report is
 * whole. Done again, it writes the same bytes to the same keys.
 */
import type { Bindings } from "../account/bindings.ts";
import { serviceCatalogue } from "../activity/engine.ts";
import { sha256Hex } from "../activity/sha256.ts";
import { REPORT_FORMAT_VERSION, type ReportManifest } from "../domain/report.ts";
import type { PreviewPlan } from "../evaluation/plan/plan-preview.ts";
import { findingsCsv } from "../evaluation/report/findings-csv.ts";
import { mergeResults } from "../evaluation/report/merge-results.ts";
import { reportPage } from "../evaluation/report/report-page.ts";
import { summarize } from "../evaluation/report/summarize.ts";
import { storeFindings } from "./job-findings.ts";
import { type ClaimedReport, reportUri } from "./job-object.ts";
import { jobStub } from "./job-stub.ts";
import { loadPreview } from "./load-preview.ts";
import { checkWritable, findOutputPlace, type OutputPlace } from "./output-bucket.ts";
import { deleteTaskResults, loadTaskResult, type StoredPart, type StoredResult } from "./task-results.ts";

type ManifestFile = ReportManifest["files"][number];

/** Objects that R2 deletes at once. */
const DELETE_MAX = 1000;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  json: "application/json",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  gz: "application/gzip",
};

/** Completes the job, or leaves nothing of the report when the job ended meanwhile. Throws when something it needs is gone. */
export async function writeReport(bindings: Bindings, claimed: ClaimedReport): Promise<void> {
  const { submission, plan, completedAt } = claimed;
  const preview = await loadPreview(bindings, submission.parameters, plan);
  if (!preview.ok) throw new Error(preview.error.message);
  const uri = reportUri(submission, completedAt);
  const job = jobStub(bindings, submission.jobId);
  // The bucket may have been closed, unbound or made read-only since the job was planned.
  const place = findOutputPlace(bindings, uri, submission.accountId);
  if ("error" in place) return job.failWork("report", place.error, true);
  const unwritable = await checkWritable(place, submission.jobId);
  if (unwritable !== undefined) return job.failWork("report", unwritable, false);

  const files: ManifestFile[] = [];
  try {
    await writeFiles(bindings, claimed, preview.plan, place, files);
  } catch (error) {
    // What is missing may be missing because the job has ended.
    if (await job.wantsReport()) throw error;
    return withdraw(bindings, submission.jobId, place, files);
  }
  if (!(await job.wantsReport())) return withdraw(bindings, submission.jobId, place, files);
  const manifest: ReportManifest = {
    formatVersion: REPORT_FORMAT_VERSION,
    jobId: submission.jobId,
    outputS3Uri: submission.parameters.outputS3Uri,
    completedAt: new Date(completedAt).toISOString(),
    files,
  };
  await writeText(place, "manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
  // Only the job knows whether it was canceled while the manifest was on its way.
  if (!(await job.completeReport())) await withdraw(bindings, submission.jobId, place, files);
}

/** Everything but the manifest; each file is in `files` as soon as it may be there. */
async function writeFiles(
  bindings: Bindings,
  { submission, plan, resultKeys }: ClaimedReport,
  preview: PreviewPlan,
  place: OutputPlace,
  files: ManifestFile[],
): Promise<void> {
  const stored: StoredResult[] = [];
  for (const key of resultKeys) stored.push(await loadTaskResult(bindings, key));
  const merged = mergeResults(stored.map(({ result }) => result));
  const summary = summarize(preview, merged, plan, serviceCatalogue());
  await storeFindings(bindings, submission.jobId, merged.findings);
  files.push(await writeText(place, "summary.json", `${JSON.stringify(summary, null, 2)}\n`));
  files.push(await writeText(place, "findings.csv", findingsCsv(merged.findings)));
  files.push(await writeText(place, "index.html", reportPage(summary)));
  const partsOf = (kind: "denied" | "undetermined") => stored.flatMap((result) => result[kind] ?? []);
  await copyParts(bindings, place, "denied-events", partsOf("denied"), files);
  await copyParts(bindings, place, "undetermined-events", partsOf("undetermined"), files);
}

/** The job has ended without a report: what was written for it, here and inside the service, is nobody's. */
async function withdraw(
  bindings: Bindings,
  jobId: string,
  place: OutputPlace,
  files: readonly ManifestFile[],
): Promise<void> {
  await deleteTaskResults(bindings, jobId);
  const keys = ["manifest.json", ...files.map(({ name }) => name)].map((name) => keyOf(place, name));
  for (let start = 0; start < keys.length; start += DELETE_MAX) {
    await place.bucket.delete(keys.slice(start, start + DELETE_MAX));
  }
}

export function contentTypeOf(name: string): string {
  return CONTENT_TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream";
}

function keyOf({ prefix }: OutputPlace, name: string): string {
  return prefix === "" ? name : `${prefix}/${name}`;
}

async function writeText(place: OutputPlace, name: string, text: string): Promise<ManifestFile> {
  const bytes = new TextEncoder().encode(text);
  await place.bucket.put(keyOf(place, name), bytes, { httpMetadata: { contentType: contentTypeOf(name) } });
  return { name, bytes: bytes.length, storedBytes: bytes.length, sha256: await sha256Hex(bytes) };
}

/** Parts are numbered in the order of their partitions, so by day. */
async function copyParts(
  bindings: Bindings,
  place: OutputPlace,
  folder: string,
  parts: readonly StoredPart[],
  files: ManifestFile[],
): Promise<void> {
  for (const [index, part] of parts.entries()) {
    const name = `${folder}/part-${String(index).padStart(5, "0")}.jsonl.gz`;
    const object = await bindings.ACTIVITY.get(part.key);
    if (object === null) throw new Error(`task result ${part.key} is gone`);
    await place.bucket.put(keyOf(place, name), object.body, { httpMetadata: { contentType: contentTypeOf(name) } });
    files.push({ name, bytes: part.bytes, storedBytes: part.storedBytes, sha256: part.sha256 });
  }
}
