/**
 * Invented calls that list S3 buckets, delete many objects, or go by an access point (see invented-event.ts). Sources:
 * semantics 4.3, 5.4 and 6.2. Derives nothing.
 */
import {
  ACCOUNT,
  AT_LEAST,
  asks,
  called,
  type InventedEvent,
  invented,
  type LoggedRecord,
  logged,
  NOTHING_ELSE,
  REGION,
} from "./invented-event.ts";

const BUCKET = "harbour-manifests";
const BUCKET_ARN = `arn:aws:s3:::${BUCKET}`;

function onBucket(name: string, parameters: LoggedRecord): LoggedRecord {
  return called(
    `s3 ${name}`,
    { bucketName: BUCKET, Host: `${BUCKET}.s3.${REGION}.amazonaws.com`, ...parameters },
    {
      resources: [
        { type: "AWS::S3::Object", ARNPrefix: `${BUCKET_ARN}/${parameters.prefix ?? ""}` },
        logged("S3::Bucket", BUCKET_ARN),
      ],
      members: { managementEvent: false, eventCategory: "Data" },
    },
  );
}

export const INVENTED_EVENTS_LISTINGS: readonly InventedEvent[] = [
  invented(
    "DeleteObjects, whose keys are in the body",
    onBucket("DeleteObjects", { delete: "" }),
    [asks("s3:DeleteObject or s3:DeleteObjectVersion", `~${BUCKET_ARN}/*`)],
    AT_LEAST,
  ),
  invented(
    "ListMultipartUploads",
    onBucket("ListMultipartUploads", { uploads: "" }),
    [asks("s3:ListBucketMultipartUploads", BUCKET_ARN)],
    NOTHING_ELSE,
  ),
  invented(
    "HeadBucket",
    onBucket("HeadBucket", {}),
    [asks("s3:ListBucket", BUCKET_ARN, { "s3:prefix": null })],
    NOTHING_ELSE,
  ),
  invented(
    "ListObjects, first version",
    onBucket("ListObjects", { prefix: "2026/", delimiter: "/", "max-keys": "50" }),
    [asks("s3:ListBucket", BUCKET_ARN)],
    { possible: [], keys: { "s3:prefix": "2026/", "s3:delimiter": "/", "s3:max-keys": "50" } },
  ),
  invented(
    "ListObjects, second version without prefix",
    onBucket("ListObjects", { "list-type": "2" }),
    [asks("s3:ListBucket", BUCKET_ARN)],
    { possible: [], keys: { "s3:prefix": null, "s3:delimiter": null, "s3:max-keys": null } },
  ),
  invented(
    "ListObjectVersions",
    onBucket("ListObjectVersions", { versions: "", prefix: "2026/" }),
    [asks("s3:ListBucketVersions", BUCKET_ARN, { "s3:prefix": "2026/" })],
    NOTHING_ELSE,
  ),
  invented(
    "GetObject by an access point",
    called(
      "s3 GetObject",
      { bucketName: `arn:aws:s3:${REGION}:${ACCOUNT}:accesspoint/harbour-gate`, key: "2026/oats.csv" },
      { members: { managementEvent: false, eventCategory: "Data" } },
    ),
    [asks("s3:GetObject", `arn:aws:s3:${REGION}:${ACCOUNT}:accesspoint/harbour-gate/object/2026/oats.csv`)],
    AT_LEAST,
  ),
];
