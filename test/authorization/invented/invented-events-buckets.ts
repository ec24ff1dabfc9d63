/**
 * Invented calls that configure S3 buckets, with directory buckets, access points and the account's settings (see
 * invented-event.ts). Sources: semantics 5.4 (s3 bucket config, s3-control, directory buckets). Derives nothing.
 */
import {
  ACCOUNT,
  AT_LEAST,
  asks,
  called,
  here,
  type InventedEvent,
  invented,
  type LoggedRecord,
  logged,
  NOTHING_ELSE,
  REGION,
} from "./invented-event.ts";

const BUCKET = "harbour-ledger";
const BUCKET_ARN = `arn:aws:s3:::${BUCKET}`;

function onBucket(name: string, parameters: LoggedRecord = {}): LoggedRecord {
  return called(
    `s3 ${name}`,
    { bucketName: BUCKET, Host: `${BUCKET}.s3.${REGION}.amazonaws.com`, ...parameters },
    { resources: [logged("S3::Bucket", BUCKET_ARN)] },
  );
}

/** Event name, parameter that CloudTrail writes for it, action: each asked on the bucket, and nothing else. */
const CONFIGURATIONS = [
  ["GetBucketAcl", "acl", "s3:GetBucketAcl"],
  ["GetBucketEncryption", "encryption", "s3:GetEncryptionConfiguration"],
  ["PutBucketEncryption", "encryption", "s3:PutEncryptionConfiguration"],
  ["DeleteBucketEncryption", "encryption", "s3:PutEncryptionConfiguration"],
  ["GetBucketLifecycle", "lifecycle", "s3:GetLifecycleConfiguration"],
  ["PutBucketLifecycle", "lifecycle", "s3:PutLifecycleConfiguration"],
  ["DeleteBucketLifecycle", "lifecycle", "s3:PutLifecycleConfiguration"],
  ["GetBucketReplication", "replication", "s3:GetReplicationConfiguration"],
  ["DeleteBucketReplication", "replication", "s3:PutReplicationConfiguration"],
  ["GetAccelerateConfiguration", "accelerate", "s3:GetAccelerateConfiguration"],
  ["PutAccelerateConfiguration", "accelerate", "s3:PutAccelerateConfiguration"],
  ["GetBucketAnalyticsConfiguration", "analytics", "s3:GetAnalyticsConfiguration"],
  ["ListBucketAnalyticsConfigurations", "analytics", "s3:GetAnalyticsConfiguration"],
  ["DeleteBucketAnalyticsConfiguration", "analytics", "s3:PutAnalyticsConfiguration"],
  ["PutBucketInventoryConfiguration", "inventory", "s3:PutInventoryConfiguration"],
  ["DeleteBucketInventoryConfiguration", "inventory", "s3:PutInventoryConfiguration"],
  ["ListBucketInventoryConfigurations", "inventory", "s3:GetInventoryConfiguration"],
  ["PutBucketMetricsConfiguration", "metrics", "s3:PutMetricsConfiguration"],
  ["ListBucketMetricsConfigurations", "metrics", "s3:GetMetricsConfiguration"],
  ["DeleteBucketIntelligentTieringConfiguration", "intelligent-tiering", "s3:PutIntelligentTieringConfiguration"],
  ["GetBucketNotification", "notification", "s3:GetBucketNotification"],
  ["PutBucketNotification", "notification", "s3:PutBucketNotification"],
  ["GetBucketPublicAccessBlock", "publicAccessBlock", "s3:GetBucketPublicAccessBlock"],
  ["PutBucketPublicAccessBlock", "publicAccessBlock", "s3:PutBucketPublicAccessBlock"],
  ["DeleteBucketPublicAccessBlock", "publicAccessBlock", "s3:PutBucketPublicAccessBlock"],
  ["GetBucketObjectLockConfiguration", "object-lock", "s3:GetBucketObjectLockConfiguration"],
  ["PutBucketObjectLockConfiguration", "object-lock", "s3:PutBucketObjectLockConfiguration"],
  ["GetBucketCors", "cors", "s3:GetBucketCORS"],
  ["PutBucketCors", "cors", "s3:PutBucketCORS"],
  ["DeleteBucketCors", "cors", "s3:PutBucketCORS"],
  ["GetBucketTagging", "tagging", "s3:GetBucketTagging"],
  ["PutBucketTagging", "tagging", "s3:PutBucketTagging"],
  ["DeleteBucketTagging", "tagging", "s3:PutBucketTagging"],
  ["GetBucketOwnershipControls", "ownershipControls", "s3:GetBucketOwnershipControls"],
  ["DeleteBucketOwnershipControls", "ownershipControls", "s3:PutBucketOwnershipControls"],
  ["GetBucketLogging", "logging", "s3:GetBucketLogging"],
  ["PutBucketLogging", "logging", "s3:PutBucketLogging"],
  ["GetBucketVersioning", "versioning", "s3:GetBucketVersioning"],
  ["PutBucketVersioning", "versioning", "s3:PutBucketVersioning"],
  ["GetBucketRequestPayment", "requestPayment", "s3:GetBucketRequestPayment"],
  ["PutBucketRequestPayment", "requestPayment", "s3:PutBucketRequestPayment"],
  ["GetBucketWebsite", "website", "s3:GetBucketWebsite"],
  ["PutBucketWebsite", "website", "s3:PutBucketWebsite"],
  ["DeleteBucketWebsite", "website", "s3:DeleteBucketWebsite"],
  ["GetBucketPolicy", "policy", "s3:GetBucketPolicy"],
  ["PutBucketPolicy", "policy", "s3:PutBucketPolicy"],
  ["DeleteBucketPolicy", "policy", "s3:DeleteBucketPolicy"],
  ["GetBucketPolicyStatus", "policyStatus", "s3:GetBucketPolicyStatus"],
  ["GetBucketLocation", "location", "s3:GetBucketLocation"],
] as const;

const DIRECTORY_BUCKET = "harbour-oats--euw1-az1--x-s3";
const DIRECTORY_ARN = here("s3express", `bucket/${DIRECTORY_BUCKET}`);

export const INVENTED_EVENTS_BUCKETS: readonly InventedEvent[] = [
  ...CONFIGURATIONS.map(([name, parameter, action]) =>
    invented(name, onBucket(name, { [parameter]: "" }), [asks(action, BUCKET_ARN)], NOTHING_ELSE),
  ),
  invented(
    "ListBuckets",
    called("s3 ListBuckets", { Host: `s3.${REGION}.amazonaws.com` }),
    [asks("s3:ListAllMyBuckets", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "PutBucketAcl",
    onBucket("PutBucketAcl", { acl: "", "x-amz-acl": "log-delivery-write" }),
    [asks("s3:PutBucketAcl", BUCKET_ARN, { "s3:x-amz-acl": "log-delivery-write" })],
    NOTHING_ELSE,
  ),
  invented(
    "PutBucketReplication passes its role",
    onBucket("PutBucketReplication", {
      replication: "",
      ReplicationConfiguration: {
        xmlns: "http://s3.amazonaws.com/doc/2006-03-01/",
        Role: `arn:aws:iam::${ACCOUNT}:role/ferry/copier`,
        Rule: { ID: "all", Status: "Enabled", Destination: { Bucket: "arn:aws:s3:::harbour-ledger-copy" } },
      },
    }),
    [
      asks("s3:PutReplicationConfiguration", BUCKET_ARN),
      asks("iam:PassRole", `arn:aws:iam::${ACCOUNT}:role/ferry/copier`, { "iam:passedtoservice": "s3.amazonaws.com" }),
    ],
    NOTHING_ELSE,
  ),
  invented(
    "CreateBucket",
    onBucket("CreateBucket", {
      CreateBucketConfiguration: { xmlns: "http://s3.amazonaws.com/doc/2006-03-01/", LocationConstraint: REGION },
    }),
    [asks("s3:CreateBucket", BUCKET_ARN, { "s3:locationconstraint": REGION, "s3:x-amz-acl": null })],
    NOTHING_ELSE,
  ),
  invented(
    "CreateBucket with an ACL, ownership and object lock",
    onBucket("CreateBucket", {
      "x-amz-acl": "public-read",
      "x-amz-object-ownership": "ObjectWriter",
      "x-amz-bucket-object-lock-enabled": "true",
    }),
    [
      asks("s3:CreateBucket", BUCKET_ARN, {
        "s3:x-amz-acl": "public-read",
        "s3:x-amz-object-ownership": "ObjectWriter",
      }),
      asks("s3:PutBucketAcl", BUCKET_ARN),
      asks("s3:PutBucketOwnershipControls", BUCKET_ARN),
      asks("s3:PutBucketObjectLockConfiguration", BUCKET_ARN),
      asks("s3:PutBucketVersioning", BUCKET_ARN),
    ],
    AT_LEAST,
  ),
  invented("DeleteBucket", onBucket("DeleteBucket"), [asks("s3:DeleteBucket", BUCKET_ARN)], NOTHING_ELSE),
  invented(
    "GetBucketPolicy in China",
    called(
      "s3 GetBucketPolicy",
      { bucketName: "harbour-ledger-cn", policy: "" },
      { region: "cn-north-1", resources: [logged("S3::Bucket", "arn:aws-cn:s3:::harbour-ledger-cn")] },
    ),
    [asks("s3:GetBucketPolicy", "arn:aws-cn:s3:::harbour-ledger-cn")],
    NOTHING_ELSE,
  ),
  invented(
    "GetBucketLocation in China without resources",
    called("s3 GetBucketLocation", { bucketName: "harbour-ledger-cn", location: "" }, { region: "cn-north-1" }),
    [asks("s3:GetBucketLocation", "arn:aws-cn:s3:::harbour-ledger-cn")],
    NOTHING_ELSE,
  ),
  invented(
    "GetAccountPublicAccessBlock",
    called("s3 GetAccountPublicAccessBlock", { accountId: ACCOUNT }),
    [asks("s3:GetAccountPublicAccessBlock", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "PutAccountPublicAccessBlock",
    called("s3 PutAccountPublicAccessBlock", { accountId: ACCOUNT }),
    [asks("s3:PutAccountPublicAccessBlock", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "DeleteAccountPublicAccessBlock",
    called("s3 DeleteAccountPublicAccessBlock", { accountId: ACCOUNT }),
    [asks("s3:PutAccountPublicAccessBlock", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "ListAccessPoints",
    called("s3 ListAccessPoints", { bucket: BUCKET, maxResults: "10" }),
    [asks("s3:ListAccessPoints", "*")],
    NOTHING_ELSE,
  ),
  invented(
    "CreateAccessPoint",
    called("s3 CreateAccessPoint", { name: "harbour-gate", bucket: BUCKET }),
    [asks("s3:CreateAccessPoint", here("s3", "accesspoint/harbour-gate"))],
    AT_LEAST,
  ),
  invented(
    "DeleteAccessPoint",
    called("s3 DeleteAccessPoint", { name: "harbour-gate" }),
    [asks("s3:DeleteAccessPoint", here("s3", "accesspoint/harbour-gate"))],
    AT_LEAST,
  ),
  invented(
    "CreateJob passes its role",
    called("s3 CreateJob", {
      confirmationRequired: false,
      priority: 5,
      roleArn: `arn:aws:iam::${ACCOUNT}:role/ferry/batch`,
    }),
    [
      asks("s3:CreateJob", "*"),
      asks("iam:PassRole", `arn:aws:iam::${ACCOUNT}:role/ferry/batch`, {
        "iam:passedtoservice": "batchoperations.s3.amazonaws.com",
      }),
    ],
    AT_LEAST,
  ),
  invented(
    "CreateBucket of a directory bucket",
    called("s3express CreateBucket", { bucketName: DIRECTORY_BUCKET }),
    [asks("s3express:CreateBucket", DIRECTORY_ARN)],
    AT_LEAST,
  ),
  invented(
    "CreateSession",
    called("s3express CreateSession", { bucketName: DIRECTORY_BUCKET, "x-amz-create-session-mode": "ReadOnly" }),
    [asks("s3express:CreateSession", DIRECTORY_ARN)],
    NOTHING_ELSE,
  ),
  invented(
    "GetObject from a directory bucket, whose session may have been made for it",
    called(
      "s3express GetObject",
      { bucketName: DIRECTORY_BUCKET, key: "oats.csv" },
      { members: { managementEvent: false, eventCategory: "Data" } },
    ),
    [],
    { atLeast: true, possible: [asks("s3express:CreateSession", DIRECTORY_ARN)] },
  ),
  invented(
    "ListDirectoryBuckets",
    called("s3express ListDirectoryBuckets", null),
    [asks("s3express:ListAllMyDirectoryBuckets", "*")],
    NOTHING_ELSE,
  ),
];
