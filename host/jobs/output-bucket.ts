/** Which R2 bucket an `outputS3Uri` names. */
import type { Bindings } from "../account/bindings.ts";
import { logError } from "../account/telemetry.ts";
import type { JobError } from "../domain/job.ts";

/** What lies under the prefix while it is tried whether the bucket takes an object. */
const PROBE_NAME = ".scp-preview-write-probe";

export interface OutputPlace {
  readonly bucket: R2Bucket;
  /** Without slashes at its ends; may be empty. */
  readonly prefix: string;
}

/** One entry of `OUTPUT_BUCKETS`: the name of the binding, and whom the bucket is open to; to everybody when not said. */
interface BoundBucket {
  readonly binding: string;
  readonly accounts?: readonly string[];
}

/**
 * `OUTPUT_BUCKETS` maps the bucket's name to a binding, or to a binding and the accounts that it is open to. Without
 * `accountId`, for a report that is written already, nobody is barred.
 */
export function findOutputPlace(
  bindings: Bindings,
  outputS3Uri: string,
  accountId?: string,
): OutputPlace | { readonly error: JobError } {
  const [, name = "", path = ""] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(outputS3Uri) ?? [];
  const bound = readBucketMap(bindings.OUTPUT_BUCKETS).get(name);
  const bucket = bound === undefined ? undefined : bindings[bound.binding];
  if (bound === undefined || bucket === undefined) {
    const message = `no bucket \`${name}\` is bound to this service; bind one in wrangler.toml and name it in OUTPUT_BUCKETS, or use another outputS3Uri`;
    return { error: { code: "S3_BUCKET_NOT_FOUND_ERROR", message } };
  }
  if (accountId !== undefined && bound.accounts?.includes(accountId) === false) {
    const message = `the bucket \`${name}\` is not open to account ${accountId}; use another outputS3Uri, or have the account added to its entry in OUTPUT_BUCKETS`;
    return { error: { code: "S3_BUCKET_PERMISSION_ERROR", message } };
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
    logError("output-bucket-refused", error, { jobId });
    return {
      code: "S3_BUCKET_PERMISSION_ERROR",
      message: "the output bucket is bound, but does not take objects; check its permissions",
    };
  }
}

/** Entries of another form are left out: their buckets count as not bound. */
function readBucketMap(text: string): ReadonlyMap<string, BoundBucket> {
  const map = new Map<string, BoundBucket>();
  for (const [name, entry] of Object.entries(parseObject(text))) {
    const { binding, accounts } = typeof entry === "string" ? { binding: entry, accounts: undefined } : Object(entry);
    const isOpen = accounts === undefined;
    if (typeof binding === "string" && (isOpen || Array.isArray(accounts))) {
      map.set(name, { binding, ...(isOpen ? {} : { accounts: accounts.map(String) }) });
    }
  }
  return map;
}

function parseObject(text: string): object {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    return {};
  }
}
