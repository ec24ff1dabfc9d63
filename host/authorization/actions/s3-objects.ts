/**
 * ARNs of S3 objects as requests name them: bucket and key, or a copy source. An access point given by its alias is some
 * access point: which one is not in the request.
 */
import { type Resource, resourceOf, UNKNOWN_RESOURCE } from "../request/authorization.ts";

export interface CopySource {
  /** `s3`, `s3express`, `s3-outposts`: the service whose action reads it. */
  readonly service: string;
  readonly object: Resource;
  readonly hasVersion: boolean;
}

const ARN = /^arn:[^:]*:(s3[a-z-]*):/;
const BUCKET_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const ALIAS = /-s3alias$|--op-s3$|--ol-s3$/;
const DIRECTORY_BUCKET = /--x-s3$/;

/** Any object or access point of S3. */
export function someObject(partition: string): Resource {
  return resourceOf(`arn:${partition}:s3:*`);
}

/** Takes the bucket (name, or ARN of an access point) and the key as logged; `*` as key is any object of the bucket. */
export function objectOf(partition: string, bucket: string | undefined, key: string | undefined): Resource {
  if (bucket === undefined) return someObject(partition);
  const prefix = ARN.test(bucket) ? `${bucket}/object/` : `arn:${partition}:s3:::${bucket}/`;
  if (!ARN.test(bucket) && (!BUCKET_NAME.test(bucket) || ALIAS.test(bucket))) return someObject(partition);
  return key === undefined ? resourceOf(`${prefix}*`) : { kind: "arn", arn: `${prefix}${key}` };
}

/** Takes `x-amz-copy-source` as logged: URL-encoded, a slash before it or not, a version behind it or not (S3 API, CopyObject). */
export function copySourceOf(partition: string, text: string): CopySource {
  const [path = "", version] = text.split(/\?versionId=(?=[^?/]*$)/);
  const source = decode(path).replace(/^\//, "");
  const hasVersion = version !== undefined;
  const service = ARN.exec(source)?.[1];
  if (service !== undefined) return { service, object: { kind: "arn", arn: source }, hasVersion };
  const slash = source.indexOf("/");
  if (slash < 1) return { service: "s3", object: UNKNOWN_RESOURCE, hasVersion };
  const bucket = source.slice(0, slash);
  if (DIRECTORY_BUCKET.test(bucket)) return { service: "s3express", object: UNKNOWN_RESOURCE, hasVersion };
  return { service: "s3", object: objectOf(partition, bucket, source.slice(slash + 1)), hasVersion };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
