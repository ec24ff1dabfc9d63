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

/** The form of all names that reports have; R2 refuses some others with an error. */
const REPORT_FILE = /^[a-z-]{1,32}(?:\/[a-z0-9-]{1,32})?(?:\.[a-z]{2,5}){1,2}$/;

/** `file` is a name as in the manifest. Undefined when the job has no report, or the report no such file. */
export async function readReportFile(bindings: Bindings, jobId: string, file: string): Promise<ReportFile | undefined> {
  const progress = await jobStub(bindings, jobId).progress();
  if (progress?.report === undefined || !REPORT_FILE.test(file)) return undefined;
  const place = findOutputPlace(bindings, progress.report);
  if ("error" in place) return undefined;
  const object = await place.bucket.get([place.prefix, file].filter((part) => part !== "").join("/"));
  return object === null ? undefined : { body: object.body, contentType: contentTypeOf(file), bytes: object.size };
}
