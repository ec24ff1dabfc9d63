/** Which R2 bucket an `outputS3Uri` names. */
import type { Bindings } from "../account/bindings.ts";
import type { JobError } from "../domain/job.ts";

/** What lies under the prefix while it is tried whether the bucket takes an object. */
const PROBE_NAME = ".scp-preview-write-probe";

export interface OutputPlace {
  readonly bucket: R2Bucket;
  /** Without slashes at its ends; may be empty. */
  readonly prefix: string;
}

/** `OUTPUT_BUCKETS` maps the bucket's name to a binding. */
export function findOutputPlace(bindings: Bindings, outputS3Uri: string): OutputPlace | { readonly error: JobError } {
  const [, name = "", path = ""] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(outputS3Uri) ?? [];
  const binding = readBucketMap(bindings.OUTPUT_BUCKETS)[name];
  const bucket = binding === undefined ? undefined : bindings[binding];
  if (bucket === undefined) {
    const message = `no bucket \`${name}\` is bound to this service; bind one in wrangler.toml and name it in OUTPUT_BUCKETS, or use another outputS3Uri`;
    return { error: { code: "S3_BUCKET_NOT_FOUND_ERROR", message } };
  }
  return { bucket: bucket as R2Bucket, prefix: path.replace(/^\/+|\/+$/g, "") };
}

/** Tries to write before the work is done, not after it. */
export async function checkWritable({ bucket, prefix }: OutputPlace, jobId: string): Promise<JobError | undefined> {
  const key = [prefix, jobId, PROBE_NAME].filter((part) => part !== "").join("/");
  try {
    await bucket.put(key, "");
    await bucket.delete(key);
    return undefined;
  } catch (error) {
    console.error(`job ${jobId} cannot write its report`, error);
    return {
      code: "S3_BUCKET_PERMISSION_ERROR",
      message: "the output bucket is bound, but does not take objects; check its permissions",
    };
  }
}

function readBucketMap(text: string): Readonly<Record<string, string>> {
  try {
    const map: unknown = JSON.parse(text);
    return typeof map === "object" && map !== null ? (map as Record<string, string>) : {};
  } catch {
    return {};
  }
}
