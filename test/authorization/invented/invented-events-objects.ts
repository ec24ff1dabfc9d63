/**
 * Invented data events of S3 objects (see invented-event.ts). Sources: semantics 5.4 (s3 rows), 6.1 and 6.2, "Required
 * permissions for Amazon S3 API operations". Derives nothing.
 */
import {
  ACCOUNT,
  AT_LEAST,
  asks,
  type CallDetails,
  called,
  type InventedEvent,
  invented,
  LAKE_ACCOUNT,
  type LoggedRecord,
  logged,
  NOTHING_ELSE,
  REGION,
} from "./invented-event.ts";

const BUCKET = "harbour-manifests";
const BUCKET_ARN = `arn:aws:s3:::${BUCKET}`;
const OATS = `${BUCKET_ARN}/2026/oats.csv`;
const COPY = `${BUCKET_ARN}/copies/oats.csv`;
const SILO = "arn:aws:s3:::harbour-silo/2026/oats.csv";

/** A call on the object `2026/oats.csv`, or what `details` name. */
function onObject(name: string, parameters: LoggedRecord = {}, details: CallDetails = {}, arn = OATS): LoggedRecord {
  return called(
    `s3 ${name}`,
    {
      bucketName: BUCKET,
      Host: `${BUCKET}.s3.${REGION}.amazonaws.com`,
      key: arn.slice(BUCKET_ARN.length + 1),
      ...parameters,
    },
    {
      resources: [{ type: "AWS::S3::Object", ARN: arn }, logged("S3::Bucket", BUCKET_ARN)],
      extra: { SignatureVersion: "SigV4", AuthenticationMethod: "AuthHeader", CipherSuite: "TLS_AES_128_GCM_SHA256" },
      members: { managementEvent: false, eventCategory: "Data" },
      ...details,
    },
  );
}

const READ_VERSION = "versionOfOats.000000000000000001";

export const INVENTED_EVENTS_OBJECTS: readonly InventedEvent[] = [
  invented("GetObject", onObject("GetObject"), [asks("s3:GetObject", OATS)], {
    possible: [],
    keys: {
      "s3:versionid": null,
      "aws:resourceaccount": ACCOUNT,
      "s3:authtype": "REST-HEADER",
      "s3:signatureversion": "AWS4-HMAC-SHA256",
    },
  }),
  invented(
    "GetObject by a presigned URL",
    onObject("GetObject", {}, { extra: { SignatureVersion: "SigV4", AuthenticationMethod: "QueryString" } }),
    [asks("s3:GetObject", OATS, { "s3:authtype": "REST-QUERY-STRING" })],
    NOTHING_ELSE,
  ),
  invented(
    "GetObject of a version",
    onObject("GetObject", { versionId: READ_VERSION }),
    [asks("s3:GetObjectVersion", OATS, { "s3:versionid": READ_VERSION })],
    NOTHING_ELSE,
  ),
  invented(
    "GetObject from another account's bucket",
    onObject(
      "GetObject",
      {},
      {
        resources: [{ type: "AWS::S3::Object", ARN: OATS }, logged("S3::Bucket", BUCKET_ARN, LAKE_ACCOUNT)],
      },
    ),
    [asks("s3:GetObject", OATS, { "aws:resourceaccount": LAKE_ACCOUNT })],
    NOTHING_ELSE,
  ),
  invented(
    "GetObject of a key that looks like a pattern",
    onObject("GetObject", {}, {}, `${BUCKET_ARN}/2026/oats*.csv`),
    [asks("s3:GetObject", `${BUCKET_ARN}/2026/oats*.csv`)],
    NOTHING_ELSE,
  ),
  invented("HeadObject", onObject("HeadObject"), [asks("s3:GetObject", OATS)], NOTHING_ELSE),
  invented(
    "HeadObject of a version",
    onObject("HeadObject", { versionId: READ_VERSION }),
    [asks("s3:GetObjectVersion", OATS)],
    NOTHING_ELSE,
  ),
  invented(
    "GetObject that found nothing",
    onObject("GetObject", {}, { error: "NoSuchKey" }),
    [asks("s3:GetObject", OATS)],
    AT_LEAST,
  ),
  invented(
    "GetObject that was denied",
    onObject("GetObject", {}, { error: "AccessDenied" }),
    [asks("s3:GetObject", OATS)],
    { atLeast: true, isDenied: true },
  ),
  invented(
    "SelectObjectContent",
    onObject("SelectObjectContent", { select: "", "select-type": "2" }),
    [asks("s3:GetObject", OATS)],
    NOTHING_ELSE,
  ),
  invented("GetObjectAcl", onObject("GetObjectAcl", { acl: "" }), [asks("s3:GetObjectAcl", OATS)], NOTHING_ELSE),
  invented(
    "GetObjectTagging of a version",
    onObject("GetObjectTagging", { tagging: "", versionId: READ_VERSION }),
    [asks("s3:GetObjectVersionTagging", OATS)],
    NOTHING_ELSE,
  ),
  invented(
    "GetObjectAttributes",
    onObject("GetObjectAttributes", { attributes: "" }),
    [asks("s3:GetObject", OATS), asks("s3:GetObjectAttributes", OATS)],
    NOTHING_ELSE,
  ),
  invented(
    "PutObject",
    onObject("PutObject", { "x-amz-server-side-encryption": "aws:kms", "x-amz-storage-class": "STANDARD_IA" }),
    [asks("s3:PutObject", OATS)],
    {
      possible: [],
      keys: {
        "s3:x-amz-server-side-encryption": "aws:kms",
        "s3:x-amz-server-side-encryption-aws-kms-key-id": null,
        "s3:x-amz-storage-class": "STANDARD_IA",
        "s3:x-amz-acl": null,
      },
    },
  ),
  invented(
    "PutObject with an ACL",
    onObject("PutObject", { "x-amz-acl": "bucket-owner-full-control" }),
    [asks("s3:PutObject", OATS, { "s3:x-amz-acl": "bucket-owner-full-control" }), asks("s3:PutObjectAcl", OATS)],
    NOTHING_ELSE,
  ),
  invented(
    "PutObject with a grant",
    onObject("PutObject", { "x-amz-grant-read": 'id="00aa11bb"' }),
    [
      asks("s3:PutObject", OATS, { "s3:x-amz-grant-read": 'id="00aa11bb"', "s3:x-amz-acl": null }),
      asks("s3:PutObjectAcl", OATS),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "PutObject with tags",
    onObject("PutObject", { "x-amz-tagging": "crop=oats&mill=north" }),
    [
      asks("s3:PutObject", OATS, { "s3:requestobjecttagkeys": ["crop", "mill"], "s3:requestobjecttag/crop": "oats" }),
      asks("s3:PutObjectTagging", OATS),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "PutObject under lock",
    onObject("PutObject", {
      "x-amz-object-lock-mode": "GOVERNANCE",
      "x-amz-object-lock-retain-until-date": "2027-01-01T00:00:00Z",
      "x-amz-object-lock-legal-hold": "ON",
    }),
    [asks("s3:PutObject", OATS), asks("s3:PutObjectRetention", OATS), asks("s3:PutObjectLegalHold", OATS)],
    NOTHING_ELSE,
  ),
  invented(
    "PutObject into no bucket",
    onObject("PutObject", {}, { error: "NoSuchBucket" }),
    [asks("s3:PutObject", OATS)],
    AT_LEAST,
  ),
  invented("PostObject of a form", onObject("PostObject"), [asks("s3:PutObject", OATS)], AT_LEAST),
  invented(
    "PutObjectAcl",
    onObject("PutObjectAcl", { acl: "", "x-amz-acl": "private" }),
    [asks("s3:PutObjectAcl", OATS, { "s3:x-amz-acl": "private" })],
    NOTHING_ELSE,
  ),
  invented(
    "PutObjectLegalHold",
    onObject("PutObjectLegalHold", { "legal-hold": "" }),
    [asks("s3:PutObjectLegalHold", OATS)],
    NOTHING_ELSE,
  ),
  invented("RestoreObject", onObject("RestoreObject", { restore: "" }), [asks("s3:RestoreObject", OATS)], AT_LEAST),
  invented("DeleteObject", onObject("DeleteObject"), [asks("s3:DeleteObject", OATS)], NOTHING_ELSE),
  invented(
    "DeleteObject of a version",
    onObject("DeleteObject", { versionId: READ_VERSION }),
    [asks("s3:DeleteObjectVersion", OATS, { "s3:versionid": READ_VERSION })],
    NOTHING_ELSE,
  ),
  invented(
    "DeleteObject of a version under governance",
    onObject("DeleteObject", { versionId: READ_VERSION, "x-amz-bypass-governance-retention": "true" }),
    [asks("s3:DeleteObjectVersion", OATS)],
    { atLeast: true, possible: [asks("s3:BypassGovernanceRetention", OATS)] },
  ),
  invented(
    "CopyObject from another bucket",
    onObject("CopyObject", { "x-amz-copy-source": "harbour-silo/2026/oats.csv" }, {}, COPY),
    [asks("s3:GetObject", SILO), asks("s3:PutObject", COPY)],
    { atLeast: true, possible: [asks("s3:GetObjectTagging", SILO), asks("s3:PutObjectTagging", COPY)] },
  ),
  invented(
    "CopyObject of a version, its key encoded, with an ACL and tags of its own",
    onObject(
      "CopyObject",
      {
        "x-amz-copy-source": `/harbour-silo/2026/rolled%20oats.csv?versionId=${READ_VERSION}`,
        "x-amz-acl": "private",
        "x-amz-tagging-directive": "REPLACE",
        "x-amz-tagging": "crop=oats",
      },
      {},
      COPY,
    ),
    [
      asks("s3:GetObjectVersion", "arn:aws:s3:::harbour-silo/2026/rolled oats.csv"),
      asks("s3:PutObject", COPY),
      asks("s3:PutObjectTagging", COPY),
    ],
    { atLeast: true, possible: [asks("s3:PutObjectAcl", COPY)] },
  ),
  invented(
    "UploadPartCopy",
    onObject(
      "UploadPartCopy",
      { "x-amz-copy-source": "harbour-silo/2026/oats.csv", partNumber: "2", uploadId: "oats-upload" },
      {},
      COPY,
    ),
    [asks("s3:GetObject", SILO), asks("s3:PutObject", COPY)],
    AT_LEAST,
  ),
  invented(
    "CreateMultipartUpload",
    onObject("CreateMultipartUpload", { uploads: "" }),
    [asks("s3:PutObject", OATS)],
    AT_LEAST,
  ),
  invented(
    "UploadPart",
    onObject("UploadPart", { partNumber: "1", uploadId: "oats-upload" }),
    [asks("s3:PutObject", OATS)],
    NOTHING_ELSE,
  ),
  invented(
    "CompleteMultipartUpload",
    onObject("CompleteMultipartUpload", { uploadId: "oats-upload" }),
    [asks("s3:PutObject", OATS)],
    NOTHING_ELSE,
  ),
  invented(
    "AbortMultipartUpload",
    onObject("AbortMultipartUpload", { uploadId: "oats-upload" }),
    [asks("s3:AbortMultipartUpload", OATS)],
    NOTHING_ELSE,
  ),
  invented(
    "ListParts",
    onObject("ListParts", { uploadId: "oats-upload" }),
    [asks("s3:ListMultipartUploadParts", OATS)],
    NOTHING_ELSE,
  ),
];
