/** A file of a finished report, for those without an S3 client at hand. */
import type { Bindings } from "../account/bindings.ts";
import { jobStub } from "./job-stub.ts";
import { findOutputPlace } from "./output-bucket.ts";
import { contentTypeOf } from "./write-report.ts";

export interface ReportFile {
  readonly body: ReadableStream;
  readonly contentType: string;
  readonly bytes: number;
}

/** `file` is a name as in the manifest. Undefined when the job has no report, or the report no such file. */
export async function readReportFile(bindings: Bindings, jobId: string, file: string): Promise<ReportFile | undefined> {
  const progress = await jobStub(bindings, jobId).progress();
  if (progress?.report === undefined || file.split("/").includes("..")) return undefined;
  const place = findOutputPlace(bindings, progress.report);
  if ("error" in place) return undefined;
  const object = await place.bucket.get([place.prefix, file].filter((part) => part !== "").join("/"));
  return object === null ? undefined : { body: object.body, contentType: contentTypeOf(file), bytes: object.size };
}
