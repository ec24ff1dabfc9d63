/**
 * Real records of S3 objects and listings, and of EBS snapshots, EFS, Glacier and the Recycle Bin, each with what AWS
 * decided for it, read by hand (see expected-event.ts). Sources: semantics 5.4 and 6.2, the service authorization
 * reference. Holds ids and expectations only, never a record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_OBJECTS: readonly ExpectedEvent[] = [
  {
    eventID: "44a42357-fa38-4c9c-a58c-709254a857f7",
    operation: "s3.amazonaws.com ListBuckets",
    certain: [{ action: "s3:ListAllMyBuckets", resource: "*" }],
    possible: [],
  },
  {
    eventID: "7d91ac29-614a-4af9-af5c-c5a80e63a0bb",
    operation: "s3.amazonaws.com ListBuckets",
    certain: [{ action: "s3:ListAllMyBuckets", resource: "*" }],
    possible: [],
  },
  {
    eventID: "40266d7a-ea06-445b-875c-e17ea31b1bb4",
    operation: "s3.amazonaws.com ListObjects",
    certain: [{ action: "s3:ListBucket", resource: "arn:aws:s3:::mordors3stack-s3bucket-llp2yingx64a" }],
    possible: [],
    keys: { "s3:delimiter": "/", "s3:max-keys": null, "aws:resourceaccount": "123456789123" },
    because: "ListObjectsV2 is logged as ListObjects",
  },
  {
    eventID: "bf575a0c-c344-4302-a468-00e6a84a127a",
    operation: "s3.amazonaws.com ListObjects",
    certain: [{ action: "s3:ListBucket", resource: "arn:aws:s3:::mordors3stack-s3bucket-llp2yingx64a" }],
    keys: { "s3:delimiter": null, "s3:max-keys": null },
  },
  {
    eventID: "771299cb-e200-4926-9604-c85358b30499",
    operation: "s3.amazonaws.com GetObject",
    certain: [{ action: "s3:GetObject", resource: "arn:aws:s3:::mordors3stack-s3bucket-llp2yingx64a/ring.txt" }],
    possible: [],
    keys: {
      "s3:resourceaccount": "123456789123",
      "s3:authtype": "REST-HEADER",
      "s3:signatureversion": "AWS4-HMAC-SHA256",
      "s3:existingobjecttag/team": "?",
    },
  },
  {
    eventID: "2b7231c2-892d-464e-8880-1e4f81ae7eb2",
    operation: "s3.amazonaws.com GetObject",
    certain: [
      { action: "s3:GetObject", resource: "arn:aws:s3:::security-content/stories/windows_discovery_techniques.yml" },
    ],
    keys: { "aws:resourceaccount": "111111111111", "s3:versionid": null },
  },
  {
    eventID: "7EXAMPLE-0a1b-2c3d-4e5f-0a1b2c3d4e5f",
    operation: "s3.amazonaws.com GetObject",
    certain: [{ action: "s3:GetObject", resource: "arn:aws:s3:::my-data-bucket/reports/2019/report.csv" }],
  },
  {
    eventID: "b1b2b3b4-4444-5555-6666-EXAMPLE55555",
    operation: "s3.amazonaws.com PutObject",
    certain: [{ action: "s3:PutObject", resource: "arn:aws:s3:::my-company-bucket/reports/quarterly-report.pdf" }],
    possible: [],
    keys: { "s3:x-amz-acl": null, "s3:x-amz-server-side-encryption": null, "s3:x-amz-storage-class": null },
    because: "the encryption in the response is the default of the bucket, it was not asked for",
  },
  {
    eventID: "CEXAMPLE-1234-5678-abcd-EXAMPLE00003",
    operation: "s3.amazonaws.com PutObject",
    certain: [{ action: "s3:PutObject", resource: "arn:aws:s3:::my-secure-bucket/uploads/data.parquet" }],
    possible: [],
  },
  {
    eventID: "KEEP-0001-5678-abcd-EXAMPLE00001",
    operation: "s3.amazonaws.com PutObject",
    certain: [{ action: "s3:PutObject", resource: "arn:aws:s3:::my-app-bucket/data/file.txt" }],
  },
  {
    eventID: "b4303497-e7b1-51d3-9e9f-f0a724bd1b5e",
    operation: "s3.amazonaws.com DeleteObject",
    certain: [{ action: "s3:DeleteObject", resource: "arn:aws:s3:::example-bucket/example-object" }],
    possible: [],
  },
  {
    eventID: "b20d43de-175d-4443-acd7-f5f3e587ae00",
    operation: "s3.amazonaws.com CopyObject",
    certain: [
      { action: "s3:GetObject", resource: "arn:aws:s3:::patricktestbucketencrypt/kms_aws_events.json" },
      {
        action: "s3:PutObject",
        resource: "arn:aws:s3:::patricktestbucketencrypt/kms_aws_events_encrypted.json",
        keys: {
          "s3:x-amz-copy-source": "patricktestbucketencrypt/kms_aws_events.json",
          "s3:x-amz-server-side-encryption": "aws:kms",
          "s3:x-amz-server-side-encryption-aws-kms-key-id":
            "arn:aws:kms:us-west-2:111111111111:key/f2a82583-a7d3-4c92-8787-fe2baab1cee1",
          "s3:x-amz-metadata-directive": null,
        },
      },
    ],
    possible: [
      { action: "s3:GetObjectTagging", resource: "arn:aws:s3:::patricktestbucketencrypt/kms_aws_events.json" },
      {
        action: "s3:PutObjectTagging",
        resource: "arn:aws:s3:::patricktestbucketencrypt/kms_aws_events_encrypted.json",
      },
    ],
    because: "tags are copied only where the source has some",
  },
  {
    eventID: "1c0b3636-dcdd-5e64-a59c-8164a6631cf0",
    operation: "ebs.amazonaws.com CompleteSnapshot",
    certain: [{ action: "ebs:CompleteSnapshot", resource: "arn:aws:ec2:eu-west-1::snapshot/snap-123456789012" }],
    possible: [],
  },
  {
    eventID: "example3-fac4-4a78-8ebb-3e9d3example",
    operation: "ebs.amazonaws.com ListChangedBlocks",
    certain: [
      { action: "ebs:ListChangedBlocks", resource: "arn:aws:ec2:us-west-2::snapshot/snap-abcdef01234567890" },
      { action: "ebs:ListChangedBlocks", resource: "arn:aws:ec2:us-west-2::snapshot/snap-9876543210abcdef0" },
    ],
  },
  {
    eventID: "example8-4d9a-4aad-b71d-bb31fexample",
    operation: "ebs.amazonaws.com PutSnapshotBlock",
    certain: [{ action: "ebs:PutSnapshotBlock", resource: "arn:aws:ec2:us-west-2::snapshot/snap-abcdef01234567890" }],
    possible: [],
  },
  {
    eventID: "ffeeb98c-2a0b-4e5d-bdf4-8e9909ca5763",
    operation: "elasticfilesystem.amazonaws.com CreateMountTarget",
    certain: [
      {
        action: "elasticfilesystem:CreateMountTarget",
        resource: "arn:aws:elasticfilesystem:us-east-1:644160558196:file-system/fs-017557a9f00b1bec9",
      },
    ],
    possible: [],
  },
  {
    eventID: "736df08b-c066-4f53-beb8-c1e081037162",
    operation: "elasticfilesystem.amazonaws.com ModifyMountTargetSecurityGroups",
    certain: [
      {
        action: "elasticfilesystem:ModifyMountTargetSecurityGroups",
        resource: "~arn:aws:elasticfilesystem:us-east-1:644160558196:file-system/*",
      },
    ],
    possible: [],
    because: "the request names the mount target, the action takes the file system",
  },
  {
    eventID: "52f8c821-002e-4549-857f-8193a15246fa",
    operation: "glacier.amazonaws.com CreateVault",
    certain: [{ action: "glacier:CreateVault", resource: "arn:aws:glacier:us-east-1:999999999999:vaults/myVaultName" }],
    possible: [],
    because: 'the account "-" is the caller\'s own',
  },
  {
    eventID: "569e830e-b075-4444-a826-aa8b0acad6c7",
    operation: "glacier.amazonaws.com DescribeVault",
    certain: [
      { action: "glacier:DescribeVault", resource: "arn:aws:glacier:us-east-1:999999999999:vaults/myVaultName" },
    ],
    possible: [],
  },
  {
    eventID: "6a72e7e1-a2ac-572d-8876-20a1e91946d4",
    operation: "rbin.amazonaws.com LockRule",
    certain: [{ action: "rbin:LockRule", resource: "arn:aws:rbin:us-west-2:123456789012:rule/jkrnexample" }],
    possible: [],
  },
  {
    eventID: "3080d394-db09-557e-a7ee-d87b8246d40f",
    operation: "rbin.amazonaws.com DeleteRule",
    certain: [{ action: "rbin:DeleteRule", resource: "arn:aws:rbin:us-west-2:123456789012:rule/jkrnexample" }],
    possible: [],
  },
  {
    eventID: "example4-6826-4c0a-bdec-0bab1example",
    operation: "rbin.amazonaws.com TagResource",
    certain: [{ action: "rbin:TagResource", resource: "arn:aws:rbin:us-west-2:123456789012:rule/ABCDEF01234" }],
    possible: [],
    keys: { "aws:requesttag/purpose": "production", "aws:tagkeys": ["purpose"] },
  },
];
