/**
 * Real records of S3 bucket configurations, each with what AWS decided for it, read by hand (see expected-event.ts).
 * Sources: semantics 5.4 and 6.2, the service authorization reference. Holds ids and expectations only, never a
 * record; derives nothing.
 */
import type { ExpectedEvent } from "./expected-event.ts";

export const REAL_EVENTS_BUCKETS: readonly ExpectedEvent[] = [
  {
    eventID: "68c99c97-c191-4329-b210-82ca8631066d",
    operation: "s3.amazonaws.com CreateBucket",
    certain: [{ action: "s3:CreateBucket", resource: "arn:aws:s3:::stratus-red-team-ctlr-bucket-zqfsvooxqj" }],
    possible: [],
    keys: { "s3:x-amz-acl": "private", "aws:resourceaccount": "123837392027", "s3:x-amz-object-ownership": null },
    because: 'the canned ACL "private" needs no s3:PutBucketAcl',
  },
  {
    eventID: "c4fa3db1-2303-40e4-bde0-3b7246bdbf0b",
    operation: "s3.amazonaws.com CreateBucket",
    certain: [{ action: "s3:CreateBucket", resource: "arn:aws:s3:::custodian-create-bucket-v4" }],
    possible: [],
    keys: { "s3:x-amz-acl": null, "s3:locationconstraint": "us-west-2" },
  },
  {
    eventID: "65dae489-6488-4c76-968e-d2251f08c09b",
    operation: "s3.amazonaws.com DeleteBucket",
    certain: [{ action: "s3:DeleteBucket", resource: "arn:aws:s3:::stratus-red-team-backdoor-f-bucket-ufamgrrnmw" }],
    possible: [],
  },
  {
    eventID: "348d66de-7dc5-4492-b6e4-23cdc7d9f2ed",
    operation: "s3.amazonaws.com GetAccelerateConfiguration",
    certain: [
      {
        action: "s3:GetAccelerateConfiguration",
        resource: "arn:aws:s3:::loghub-webconsoleuicloudfrontloggingbucketb9d4f51-11txmqlbin4do",
      },
    ],
    possible: [],
  },
  {
    eventID: "f182d63c-6eff-4c8c-a040-fd2ee3007878",
    operation: "s3.amazonaws.com GetBucketAcl",
    certain: [
      {
        action: "s3:GetBucketAcl",
        resource: "arn:aws:s3:::loghub-webconsoleuicloudfrontloggingbucketb9d4f51-11txmqlbin4do",
      },
    ],
    possible: [],
  },
  {
    eventID: "2568ffd2-71be-40b4-a7b4-174a47c3adfa",
    operation: "s3.amazonaws.com GetBucketCors",
    certain: [
      {
        action: "s3:GetBucketCORS",
        resource: "arn:aws:s3:::loadtesting-dlttestrunnerstoragedltscenariosbucke-w784pmai89po",
      },
    ],
    possible: [],
  },
  {
    eventID: "aaf161c3-3300-4cd2-83aa-ee9029de62b3",
    operation: "s3.amazonaws.com GetBucketEncryption",
    certain: [
      {
        action: "s3:GetEncryptionConfiguration",
        resource: "arn:aws:s3:::loghub-webconsoleuicloudfrontloggingbucketb9d4f51-11txmqlbin4do",
      },
    ],
    possible: [],
  },
  {
    eventID: "a187e5ea-8aca-4781-bd1f-92289f7a0190",
    operation: "s3.amazonaws.com GetBucketLifecycle",
    certain: [
      {
        action: "s3:GetLifecycleConfiguration",
        resource: "arn:aws:s3:::loadtesting-dltconsoleresourcesdltcloudfronttos3s-d0a5gumloviq",
      },
    ],
    possible: [],
  },
  {
    eventID: "a35ea5f8-205b-4c49-aa32-ef32f9ffa2af",
    operation: "s3.amazonaws.com GetBucketReplication",
    certain: [
      {
        action: "s3:GetReplicationConfiguration",
        resource: "arn:aws:s3:::loghub-webconsoleuicloudfrontloggingbucketb9d4f51-11txmqlbin4do",
      },
    ],
    possible: [],
  },
  {
    eventID: "4ddf1138-e633-4a03-9a7c-4c0acfb4b909",
    operation: "s3.amazonaws.com GetBucketObjectLockConfiguration",
    certain: [
      {
        action: "s3:GetBucketObjectLockConfiguration",
        resource: "arn:aws:s3:::loghub-webconsoleuicloudfrontloggingbucketb9d4f51-11txmqlbin4do",
      },
    ],
    possible: [],
  },
  {
    eventID: "38632be5-6d1a-4a4f-ad1c-2ba8015fbf53",
    operation: "s3.amazonaws.com GetBucketPublicAccessBlock",
    certain: [
      {
        action: "s3:GetBucketPublicAccessBlock",
        resource: "arn:aws:s3:::loghub-webconsoleuicloudfrontloggingbucketb9d4f51-11txmqlbin4do",
      },
    ],
    possible: [],
  },
  {
    eventID: "aeeaa143-69ff-47d3-9d62-8356f01e9a8c",
    operation: "s3.amazonaws.com GetBucketPolicyStatus",
    certain: [
      {
        action: "s3:GetBucketPolicyStatus",
        resource: "arn:aws:s3:::baker221b-bucketssecuritylogsbef08b3e-13nrzhi7fcs7w",
      },
    ],
    possible: [],
  },
  {
    eventID: "b9cf73eb-c0e4-4c3a-b5ce-75a80b5c0166",
    operation: "s3.amazonaws.com GetBucketRequestPayment",
    certain: [
      {
        action: "s3:GetBucketRequestPayment",
        resource: "arn:aws:s3:::loghub-webconsoleuicloudfrontloggingbucketb9d4f51-11txmqlbin4do",
      },
    ],
    possible: [],
  },
  {
    eventID: "c86094b0-245a-45d8-a6f3-fa82b542d6d9",
    operation: "s3.amazonaws.com GetBucketWebsite",
    certain: [
      {
        action: "s3:GetBucketWebsite",
        resource: "arn:aws:s3:::loghub-webconsoleuicloudfrontloggingbucketb9d4f51-11txmqlbin4do",
      },
    ],
    possible: [],
  },
  {
    eventID: "bfe6cb47-b443-4179-b877-06a9b63797eb",
    operation: "s3.amazonaws.com GetBucketNotification",
    certain: [
      {
        action: "s3:GetBucketNotification",
        resource: "arn:aws:s3:::loghub-webconsoleuicloudfrontloggingbucketb9d4f51-11txmqlbin4do",
      },
    ],
    possible: [],
  },
  {
    eventID: "7b63d4a7-827b-4855-ad39-85ab2b748a15",
    operation: "s3.amazonaws.com GetBucketOwnershipControls",
    certain: [{ action: "s3:GetBucketOwnershipControls", resource: "arn:aws:s3:::TrailDiscoverBucket" }],
    possible: [],
  },
  {
    eventID: "8ec435c9-76d1-47d1-8eae-8a8864e3dff5",
    operation: "s3.amazonaws.com DeleteBucketLifecycle",
    certain: [
      { action: "s3:PutLifecycleConfiguration", resource: "arn:aws:s3:::stratus-red-team-ctlr-bucket-zqfsvooxqj" },
    ],
    possible: [],
  },
  {
    eventID: "7823c70d-f7f9-4a04-b4c0-baa8fbe09ea3",
    operation: "s3.amazonaws.com PutBucketLifecycle",
    certain: [
      { action: "s3:PutLifecycleConfiguration", resource: "arn:aws:s3:::stratus-red-team-ctlr-bucket-zqfsvooxqj" },
    ],
    possible: [],
  },
  {
    eventID: "5d29c43d-88c1-54bb-af4b-07fe3337a332",
    operation: "s3.amazonaws.com DeleteBucketEncryption",
    certain: [{ action: "s3:PutEncryptionConfiguration", resource: "arn:aws:s3:::sensitive-data-bucket" }],
    possible: [],
  },
  {
    eventID: "f8de3ff6-46e3-5858-9108-4229b01b0091",
    operation: "s3.amazonaws.com PutBucketEncryption",
    certain: [{ action: "s3:PutEncryptionConfiguration", resource: "arn:aws:s3:::sensitive-data-bucket" }],
  },
  {
    eventID: "e55dc958-3c05-554b-a319-696f29fda3ea",
    operation: "s3.amazonaws.com DeleteBucketPublicAccessBlock",
    certain: [{ action: "s3:PutBucketPublicAccessBlock", resource: "arn:aws:s3:::corporate-documents" }],
    possible: [],
  },
  {
    eventID: "c36c2dd4-9d1b-514e-8c36-74d599b77261",
    operation: "s3.amazonaws.com DeleteBucketReplication",
    certain: [{ action: "s3:PutReplicationConfiguration", resource: "arn:aws:s3:::production-backup-bucket" }],
    possible: [],
  },
  {
    eventID: "fbe079d1-bc6b-4ee0-8893-d2b412c5550f",
    operation: "s3.amazonaws.com PutBucketReplication",
    certain: [
      { action: "s3:PutReplicationConfiguration", resource: "arn:aws:s3:::git-wild-hunt-results" },
      {
        action: "iam:PassRole",
        resource: "arn:aws:iam::111111111111:role/attack_range_bpatel",
        keys: { "iam:passedtoservice": "s3.amazonaws.com" },
      },
    ],
  },
  {
    eventID: "6195c21c-6ced-4569-aa81-6adb61d32dbc",
    operation: "s3.amazonaws.com PutBucketTagging",
    certain: [
      { action: "s3:PutBucketTagging", resource: "arn:aws:s3:::stratus-red-team-backdoor-f-bucket-ufamgrrnmw" },
    ],
    atLeast: true,
  },
  {
    eventID: "988f1043-3e3d-4d84-803b-1b4d00e0df90",
    operation: "s3.amazonaws.com PutBucketPolicy",
    certain: [{ action: "s3:PutBucketPolicy", resource: "arn:aws:s3:::stratus-red-team-ctes-bucket-qyxyekjbtk" }],
    possible: [],
  },
  {
    eventID: "b921a62d-9241-42a2-bb3c-6821e55c20cd",
    operation: "s3.amazonaws.com DeleteBucketPolicy",
    certain: [{ action: "s3:DeleteBucketPolicy", resource: "arn:aws:s3:::stratus-red-team-bdbp-lhfzvgcamn" }],
    possible: [],
  },
  {
    eventID: "663be920-982c-556e-9192-35da463e7dc1",
    operation: "s3.amazonaws.com PutBucketLogging",
    certain: [{ action: "s3:PutBucketLogging", resource: "arn:aws:s3:::critical-data-bucket" }],
    possible: [],
  },
  {
    eventID: "a898adb1-296b-5d27-9436-72f6523e288c",
    operation: "s3.amazonaws.com PutBucketVersioning",
    certain: [{ action: "s3:PutBucketVersioning", resource: "arn:aws:s3:::bucket" }],
    possible: [],
  },
  {
    eventID: "c1fb5779-3a9d-4f6f-8e4a-3e1631fc83cf",
    operation: "s3.amazonaws.com GetAccountPublicAccessBlock",
    certain: [{ action: "s3:GetAccountPublicAccessBlock", resource: "*" }],
    possible: [],
  },
  {
    eventID: "f97c15ca-fc05-4e46-a601-d091a2bde17f",
    operation: "s3.amazonaws.com ListAccessPoints",
    certain: [{ action: "s3:ListAccessPoints", resource: "*" }],
    possible: [],
  },
  {
    eventID: "293ba626-3be5-4a26-ab1b-0f4c54f49959",
    operation: "s3.amazonaws.com GetStorageLensConfiguration",
    certain: [
      { action: "s3:GetStorageLensConfiguration", resource: "~arn:aws:s3:us-east-1:123837392027:storage-lens/*" },
    ],
    possible: [],
    because: "the log hides which configuration",
  },
];
