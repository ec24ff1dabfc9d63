/**
 * Results of tasks → the report at `outputS3Uri/jobId/timestamp/`. The manifest is written last: where it lies, the report is
 * whole. Done again, it writes the same bytes to the same keys.
 */
import type { Bindings } from "../account/bindings.ts";
import { serviceCatalogue } from "../activity/engine.ts";
import { sha256Hex } from "../activity/sha256.ts";
import { REPORT_FORMAT_VERSION, type ReportManifest } from "../domain/report.ts";
import { findingsCsv } from "../evaluation/report/findings-csv.ts";
import { mergeResults } from "../evaluation/report/merge-results.ts";
import { reportPage } from "../evaluation/report/report-page.ts";
import { summarize } from "../evaluation/report/summarize.ts";
import { storeFindings } from "./job-findings.ts";
import { type ClaimedReport, reportUri } from "./job-object.ts";
import { jobStub } from "./job-stub.ts";
import { loadPreview } from "./load-preview.ts";
import { findOutputPlace, type OutputPlace } from "./output-bucket.ts";
import { loadTaskResult, type StoredPart, type StoredResult } from "./task-results.ts";

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
  const place = findOutputPlace(bindings, uri);
  if ("error" in place) throw new Error(place.error.message);

  const stored: StoredResult[] = [];
  for (const key of claimed.resultKeys) stored.push(await loadTaskResult(bindings, key));
  const merged = mergeResults(stored.map(({ result }) => result));
  const summary = summarize(preview.plan, merged, plan, serviceCatalogue());

  await storeFindings(bindings, submission.jobId, merged.findings);
  const files: ManifestFile[] = [];
  files.push(await writeText(place, "summary.json", `${JSON.stringify(summary, null, 2)}\n`));
  files.push(await writeText(place, "findings.csv", findingsCsv(merged.findings)));
  files.push(await writeText(place, "index.html", reportPage(summary)));
  files.push(
    ...(await copyParts(
      bindings,
      place,
      "denied-events",
      stored.flatMap(({ denied }) => denied ?? []),
    )),
  );
  files.push(
    ...(await copyParts(
      bindings,
      place,
      "undetermined-events",
      stored.flatMap(({ undetermined }) => undetermined ?? []),
    )),
  );

  const job = jobStub(bindings, submission.jobId);
  if (!(await job.wantsReport())) return withdraw(place, files);
  const manifest: ReportManifest = {
    formatVersion: REPORT_FORMAT_VERSION,
    jobId: submission.jobId,
    outputS3Uri: submission.parameters.outputS3Uri,
    completedAt: new Date(completedAt).toISOString(),
    files,
  };
  await writeText(place, "manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
  // Only the job knows whether it was canceled while the manifest was on its way.
  if (!(await job.completeReport())) await withdraw(place, files);
}

async function withdraw(place: OutputPlace, files: readonly ManifestFile[]): Promise<void> {
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
): Promise<readonly ManifestFile[]> {
  const files: ManifestFile[] = [];
  for (const [index, part] of parts.entries()) {
    const name = `${folder}/part-${String(index).padStart(5, "0")}.jsonl.gz`;
    const object = await bindings.ACTIVITY.get(part.key);
    if (object === null) throw new Error(`task result ${part.key} is gone`);
    await place.bucket.put(keyOf(place, name), object.body, { httpMetadata: { contentType: contentTypeOf(name) } });
    files.push({ name, bytes: part.bytes, storedBytes: part.storedBytes, sha256: part.sha256 });
  }
  return files;
}
