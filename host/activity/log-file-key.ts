/**
 * What the S3 object key of a log file says: CloudTrail delivers to `[prefix/]AWSLogs/[o-…/]account/CloudTrail/region/year/month/day/`,
 * beside folders of its own that hold no records and folders of other services (reference: CloudTrail user guide, "log file
 * locations", "digest file location").
 */
export type LogFileKey =
  | { readonly kind: "log"; readonly organizationId?: string; readonly accountId?: string }
  /** Hashes of log files, which hold no record. */
  | { readonly kind: "digestFile" }
  /** Of another service, or by its ending no log file at all. */
  | { readonly kind: "otherFile" };

const DELIVERED = /(?:^|\/)AWSLogs\/(?:(o-[a-z0-9]{10,32})\/)?(\d{12})\/([^/]+)\//;
const DIGEST = /(?:^|\/)CloudTrail-Digest\//;

/** `key` decoded. A key of another layout counts as a log file when it ends like one. */
export function readLogFileKey(key: string): LogFileKey {
  if (DIGEST.test(key)) return { kind: "digestFile" };
  const [, organizationId, accountId, folder] = DELIVERED.exec(key) ?? [];
  const isOther = folder !== undefined && !folder.startsWith("CloudTrail");
  if (isOther || !/\.json(?:\.gz)?$/i.test(key)) return { kind: "otherFile" };
  return {
    kind: "log",
    ...(organizationId === undefined ? {} : { organizationId }),
    ...(accountId === undefined ? {} : { accountId }),
  };
}
