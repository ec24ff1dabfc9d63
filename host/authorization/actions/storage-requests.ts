/**
 * S3: operations whose actions hang on the request: a version id reads another action, a copy asks for two, an account's
 * public access block is no bucket's. Semantics 5.4 (rows s3) and [C S3 API, permissions of each operation].
 */
import type { RequestRow, RowAction, RowActions } from "./request-row.ts";
import type { RowCall } from "./row-call.ts";
import { type CopySource, copySourceOf, objectOf, someObject } from "./s3-objects.ts";

/** Names, action without and with a version id. More than one pair: all of them are asked. */
const VERSIONED: readonly (readonly [string, ...(readonly (readonly [string, string])[])])[] = [
  ["GetObject HeadObject SelectObjectContent", ["s3:GetObject", "s3:GetObjectVersion"]],
  ["DeleteObject", ["s3:DeleteObject", "s3:DeleteObjectVersion"]],
  ["GetObjectAcl", ["s3:GetObjectAcl", "s3:GetObjectVersionAcl"]],
  ["PutObjectAcl", ["s3:PutObjectAcl", "s3:PutObjectVersionAcl"]],
  ["GetObjectTagging", ["s3:GetObjectTagging", "s3:GetObjectVersionTagging"]],
  ["PutObjectTagging", ["s3:PutObjectTagging", "s3:PutObjectVersionTagging"]],
  ["DeleteObjectTagging", ["s3:DeleteObjectTagging", "s3:DeleteObjectVersionTagging"]],
  ["GetObjectTorrent", ["s3:GetObjectTorrent", "s3:GetObjectVersionTorrent"]],
  ["GetObjectAnnotation", ["s3:GetObjectAnnotation", "s3:GetObjectVersionAnnotation"]],
  ["PutObjectAnnotation", ["s3:PutObjectAnnotation", "s3:PutObjectVersionAnnotation"]],
  ["DeleteObjectAnnotation", ["s3:DeleteObjectAnnotation", "s3:DeleteObjectVersionAnnotation"]],
  ["ListObjectAnnotations", ["s3:ListObjectAnnotations", "s3:ListObjectVersionAnnotations"]],
  [
    "GetObjectAttributes",
    ["s3:GetObjectAttributes", "s3:GetObjectVersionAttributes"],
    ["s3:GetObject", "s3:GetObjectVersion"],
  ],
];

const COPY_PATHS = ["bucketName", "key", "x-amz-copy-source", "x-amz-tagging-directive", "x-amz-tagging"];

export const STORAGE_REQUESTS: readonly RequestRow[] = [
  ...VERSIONED.map(
    ([names, ...pairs]): RequestRow => ({
      prefix: "s3",
      names,
      paths: ["versionId"],
      derive: (call) => ({ certain: pairs.map((pair) => byVersion(call, pair)), possible: [] }),
    }),
  ),
  {
    // an upload that names a source is logged as CopyObject or UploadPartCopy, and elsewhere as the upload it also is [E]
    prefix: "s3",
    names: "CopyObject UploadPartCopy",
    paths: COPY_PATHS,
    derive: (call) => copy(call, true),
  },
  {
    // into a directory bucket: under a session, that was asked for before, and what is read is asked for besides
    prefix: "s3express",
    names: "CopyObject UploadPartCopy",
    paths: COPY_PATHS,
    derive: (call) => ({ certain: sourceOf(call), possible: [{ action: "s3express:CreateSession" }] }),
  },
  {
    prefix: "s3",
    names: "PutObject PostObject UploadPart CreateMultipartUpload InitiateMultipartUpload CompleteMultipartUpload",
    paths: COPY_PATHS,
    derive: (call) => (call.texts("x-amz-copy-source").length > 0 ? copy(call, false) : only("s3:PutObject")),
  },
  {
    // the keys stand in the body, which is not logged: some objects of the bucket, at least one
    prefix: "s3",
    names: "DeleteObjects",
    paths: ["bucketName", "x-amz-bypass-governance-retention"],
    derive(call) {
      const resources = [objectOf(call.request.partition, call.texts("bucketName")[0], undefined)];
      const either = ["s3:DeleteObject", "s3:DeleteObjectVersion"].map((action) => ({ action, resources }));
      const mayBypass = !call.areKnown || call.texts("x-amz-bypass-governance-retention").length > 0;
      const bypass = mayBypass ? [{ action: "s3:BypassGovernanceRetention", resources }] : [];
      return { certain: [either], possible: [...either, ...bypass] };
    },
  },
  blockRow("GetPublicAccessBlock", "s3:GetBucketPublicAccessBlock", "s3:GetAccountPublicAccessBlock"),
  blockRow(
    "PutPublicAccessBlock DeletePublicAccessBlock",
    "s3:PutBucketPublicAccessBlock",
    "s3:PutAccountPublicAccessBlock",
  ),
];

function only(action: string): RowActions {
  return { certain: [[{ action }]], possible: [] };
}

function byVersion(call: RowCall, [plain, versioned]: readonly [string, string]): readonly RowAction[] {
  if (call.texts("versionId").length > 0) return [{ action: versioned }];
  return call.areKnown ? [{ action: plain }] : [{ action: plain }, { action: versioned }];
}

function blockRow(names: string, ofBucket: string, ofAccount: string): RequestRow {
  return {
    prefix: "s3",
    names,
    paths: ["bucketName"],
    derive(call) {
      if (call.texts("bucketName").length > 0) return only(ofBucket);
      return call.areKnown
        ? only(ofAccount)
        : { certain: [[{ action: ofBucket }, { action: ofAccount }]], possible: [] };
    },
  };
}

/** What a copy reads, unless it lies in a directory bucket. */
function sourceOf(call: RowCall): readonly (readonly RowAction[])[] {
  const text = call.texts("x-amz-copy-source")[0];
  const source = text === undefined ? undefined : copySourceOf(call.request.partition, text);
  return source?.service === "s3express"
    ? []
    : [readsOf(call.request.partition, source, "GetObject", "GetObjectVersion")];
}

/** The source is read, the destination written; tags come along only when a whole object is copied. */
function copy(call: RowCall, isWhole: boolean): RowActions {
  const { partition } = call.request;
  const text = call.texts("x-amz-copy-source")[0];
  const source = text === undefined ? undefined : copySourceOf(partition, text);
  const target = objectOf(partition, call.texts("bucketName")[0], call.texts("key")[0]);
  const certain: (readonly RowAction[])[] = [[{ action: "s3:PutObject", resources: [target] }]];
  const possible: RowAction[] = [];
  if (source?.service === "s3express") possible.push({ action: "s3express:CreateSession" });
  else certain.push(readsOf(partition, source, "GetObject", "GetObjectVersion"));
  const directive = call.texts("x-amz-tagging-directive")[0]?.toUpperCase();
  if (isWhole && call.request.name !== "UploadPartCopy" && directive !== "REPLACE" && source?.service !== "s3express") {
    possible.push(...readsOf(partition, source, "GetObjectTagging", "GetObjectVersionTagging"));
    possible.push({ action: "s3:PutObjectTagging", resources: [target] });
  }
  return { certain, possible };
}

function readsOf(
  partition: string,
  source: CopySource | undefined,
  plain: string,
  versioned: string,
): readonly RowAction[] {
  const names = source === undefined ? [plain, versioned] : [source.hasVersion ? versioned : plain];
  const resources = [source?.object ?? someObject(partition)];
  return names.map((name) => ({ action: `${source?.service ?? "s3"}:${name}`, resources }));
}
