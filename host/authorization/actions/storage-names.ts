/**
 * S3: event names whose action has another name. Semantics 5.4 (rows s3), [S MAP], and names that CloudTrail writes [E].
 * Names that the request's parameters decide are in storage-requests.ts.
 */
import type { NameRow } from "./name-row.ts";

export const STORAGE_NAMES: readonly NameRow[] = [
  ["s3", "s3:ListAllMyBuckets", "ListBuckets"],
  ["s3", "s3:ListBucket", "HeadBucket ListObjects ListObjectsV2"],
  ["s3", "s3:ListBucketVersions", "ListObjectVersions"],
  ["s3", "s3:ListBucketMultipartUploads", "ListMultipartUploads"],
  ["s3", "s3:ListMultipartUploadParts", "ListParts"],
  ["s3", "s3:GetEncryptionConfiguration", "GetBucketEncryption"],
  ["s3", "s3:PutEncryptionConfiguration", "PutBucketEncryption DeleteBucketEncryption DeleteEncryptionConfiguration"],
  ["s3", "s3:GetLifecycleConfiguration", "GetBucketLifecycle GetBucketLifecycleConfiguration"],
  [
    "s3",
    "s3:PutLifecycleConfiguration",
    "PutBucketLifecycle PutBucketLifecycleConfiguration DeleteBucketLifecycle DeleteBucketLifecycleConfiguration DeleteLifecycleConfiguration",
  ],
  ["s3", "s3:GetReplicationConfiguration", "GetBucketReplication"],
  [
    "s3",
    "s3:PutReplicationConfiguration",
    "PutBucketReplication DeleteBucketReplication DeleteReplicationConfiguration",
  ],
  ["s3", "s3:GetAccelerateConfiguration", "GetBucketAccelerateConfiguration"],
  ["s3", "s3:PutAccelerateConfiguration", "PutBucketAccelerateConfiguration"],
  [
    "s3",
    "s3:GetAnalyticsConfiguration",
    "GetBucketAnalyticsConfiguration ListBucketAnalyticsConfigurations ListAnalyticsConfigurations",
  ],
  [
    "s3",
    "s3:PutAnalyticsConfiguration",
    "PutBucketAnalyticsConfiguration DeleteBucketAnalyticsConfiguration DeleteAnalyticsConfiguration",
  ],
  [
    "s3",
    "s3:GetInventoryConfiguration",
    "GetBucketInventoryConfiguration ListBucketInventoryConfigurations ListInventoryConfigurations",
  ],
  [
    "s3",
    "s3:PutInventoryConfiguration",
    "PutBucketInventoryConfiguration DeleteBucketInventoryConfiguration DeleteInventoryConfiguration",
  ],
  [
    "s3",
    "s3:GetMetricsConfiguration",
    "GetBucketMetricsConfiguration ListBucketMetricsConfigurations ListMetricsConfigurations",
  ],
  [
    "s3",
    "s3:PutMetricsConfiguration",
    "PutBucketMetricsConfiguration DeleteBucketMetricsConfiguration DeleteMetricsConfiguration",
  ],
  [
    "s3",
    "s3:GetIntelligentTieringConfiguration",
    "GetBucketIntelligentTieringConfiguration ListBucketIntelligentTieringConfigurations",
  ],
  [
    "s3",
    "s3:PutIntelligentTieringConfiguration",
    "PutBucketIntelligentTieringConfiguration DeleteBucketIntelligentTieringConfiguration",
  ],
  ["s3", "s3:GetBucketNotification", "GetBucketNotificationConfiguration"],
  ["s3", "s3:PutBucketNotification", "PutBucketNotificationConfiguration"],
  ["s3", "s3:PutBucketPublicAccessBlock", "DeleteBucketPublicAccessBlock"],
  ["s3", "s3:PutAccountPublicAccessBlock", "DeleteAccountPublicAccessBlock"],
  ["s3", "s3:GetBucketObjectLockConfiguration", "GetObjectLockConfiguration"],
  ["s3", "s3:PutBucketObjectLockConfiguration", "PutObjectLockConfiguration"],
  ["s3", "s3:PutBucketCORS", "DeleteBucketCors"],
  ["s3", "s3:PutBucketTagging", "DeleteBucketTagging"],
  ["s3", "s3:PutBucketOwnershipControls", "DeleteBucketOwnershipControls"],
  ["s3", "s3:CreateBucketMetadataTableConfiguration", "CreateBucketMetadataConfiguration"],
  ["s3", "s3:GetBucketMetadataTableConfiguration", "GetBucketMetadataConfiguration"],
  ["s3", "s3:DeleteBucketMetadataTableConfiguration", "DeleteBucketMetadataConfiguration"],
  // the account's own list of buckets on Outposts, and one of them [S MAP]
  ["s3", "s3-outposts:ListRegionalBuckets", "ListRegionalBuckets"],
  ["s3", "s3-outposts:GetBucket", "GetBucket"],
  ["s3", "s3-object-lambda:WriteGetObjectResponse", "WriteGetObjectResponse"],
  // directory buckets: bucket operations by name, object operations under a session that was asked for before (semantics 5.4 [U])
  ["s3", "s3express:ListAllMyDirectoryBuckets", "ListDirectoryBuckets"],
  ["s3express", "s3express:ListAllMyDirectoryBuckets", "ListDirectoryBuckets"],
  ["s3", "s3express:CreateSession", "CreateSession"],
  ["s3express", "s3express:GetEncryptionConfiguration", "GetBucketEncryption"],
  ["s3express", "s3express:PutEncryptionConfiguration", "PutBucketEncryption DeleteBucketEncryption"],
  ["s3express", "s3express:GetLifecycleConfiguration", "GetBucketLifecycle GetBucketLifecycleConfiguration"],
  [
    "s3express",
    "s3express:PutLifecycleConfiguration",
    "PutBucketLifecycle PutBucketLifecycleConfiguration DeleteBucketLifecycle",
  ],
  [
    "s3express",
    "?s3express:CreateSession",
    "HeadBucket ListObjects ListObjectsV2 ListMultipartUploads ListParts GetObject HeadObject GetObjectAttributes PutObject DeleteObject DeleteObjects UploadPart CreateMultipartUpload CompleteMultipartUpload AbortMultipartUpload RenameObject",
  ],
];
