/** Calls of S3 and DynamoDB, data events included. */

import { BUILDERS, type Details, localArn, type Operation, READERS, type Scene, WORKLOADS } from "../operation.ts";
import { LAKE_ACCOUNT } from "../organization.ts";
import { LETTERS_AND_DIGITS } from "../random.ts";

/** Share of a workload's object calls that go to the lake's bucket instead of its own. */
const LAKE_SHARE = 0.06;

function bucketOf(scene: Scene): { name: string; owner: string } {
  const owner = scene.random.chance(LAKE_SHARE) ? LAKE_ACCOUNT : scene.accountId;
  const suffix = owner === LAKE_ACCOUNT ? "lake" : `${scene.workload}-${scene.random.pick(["documents", "exports"])}`;
  return { name: `tidewater-${suffix}-${scene.region}`, owner };
}

function lakeBucket(scene: Scene): { name: string; owner: string } {
  return { name: `tidewater-lake-${scene.region}`, owner: LAKE_ACCOUNT };
}

function additional(scene: Scene, inBytes: number, outBytes: number) {
  return {
    SignatureVersion: "SigV4",
    CipherSuite: "TLS_AES_128_GCM_SHA256",
    bytesTransferredIn: inBytes,
    bytesTransferredOut: outBytes,
    AuthenticationMethod: "AuthHeader",
    "x-amz-id-2": scene.random.text(76, LETTERS_AND_DIGITS),
  };
}

function bucketResource(name: string, accountId: string) {
  return { accountId, type: "AWS::S3::Bucket", ARN: `arn:aws:s3:::${name}` };
}

/** One object of a bucket, as the object calls log it. */
export function objectCall(scene: Scene, writes: boolean, bucket = bucketOf(scene)): Details {
  const day = new Date(scene.time).toISOString().slice(0, 10);
  const key = `incoming/${day}/part-${String(scene.random.below(4000)).padStart(5, "0")}.parquet`;
  const size = 512 + scene.random.below(4_000_000);
  const host = `${bucket.name}.s3.${scene.region}.amazonaws.com`;
  return {
    request: writes
      ? { bucketName: bucket.name, Host: host, key, "x-amz-server-side-encryption": "aws:kms" }
      : { bucketName: bucket.name, Host: host, key },
    ...(writes ? { response: { "x-amz-server-side-encryption": "aws:kms" } } : {}),
    additional: additional(scene, writes ? size : 0, writes ? 0 : size),
    resources: [
      { type: "AWS::S3::Object", ARN: `arn:aws:s3:::${bucket.name}/${key}` },
      bucketResource(bucket.name, bucket.owner),
    ],
    ...(bucket.owner === scene.accountId ? {} : { owner: bucket.owner }),
  };
}

/** The only call that is known of accounts whose own log is not delivered. */
export const LAKE_READ: Operation = {
  service: "s3",
  name: "GetObject",
  actions: ["s3:GetObject"],
  weight: 1,
  callers: ["role"],
  readOnly: true,
  data: true,
  details: (scene) => objectCall(scene, false, lakeBucket(scene)),
};

function listCall(scene: Scene): Details {
  const { name } = bucketOf({ ...scene, random: { ...scene.random, chance: () => false } });
  return {
    request: {
      bucketName: name,
      Host: `${name}.s3.${scene.region}.amazonaws.com`,
      prefix: "incoming/",
      "list-type": "2",
      "encoding-type": "url",
    },
    additional: additional(scene, 0, 300 + scene.random.below(60_000)),
    resources: [
      { type: "AWS::S3::Object", ARNPrefix: `arn:aws:s3:::${name}/incoming/` },
      bucketResource(name, scene.accountId),
    ],
  };
}

function bucketCall(scene: Scene, parameter: string): Details {
  const name = `tidewater-${scene.workload}-exports-${scene.region}`;
  return {
    request: { bucketName: name, Host: `s3.${scene.region}.amazonaws.com`, [parameter]: "" },
    additional: additional(scene, 0, 400),
    resources: [bucketResource(name, scene.accountId)],
  };
}

function policyCall(scene: Scene): Details {
  const name = `tidewater-${scene.workload}-exports-${scene.region}`;
  const bucketPolicy = {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "OnlyOverTls",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [`arn:aws:s3:::${name}`, `arn:aws:s3:::${name}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
  };
  return {
    request: { bucketName: name, Host: `s3.${scene.region}.amazonaws.com`, policy: "", bucketPolicy },
    additional: additional(scene, 412, 0),
    resources: [bucketResource(name, scene.accountId)],
  };
}

function tableCall(scene: Scene, key: string): Details {
  const table = `${scene.workload}-${scene.random.pick(["shipments", "sessions"])}`;
  const id = `shp_${scene.random.hex(12)}`;
  return {
    request: { tableName: table, key: { [key]: id } },
    resources: [
      { accountId: scene.accountId, type: "AWS::DynamoDB::Table", ARN: localArn(scene, "dynamodb", `table/${table}`) },
    ],
  };
}

const NO_SUCH_KEY = [["NoSuchKey", "The specified key does not exist."]] as const;
const THROTTLED = [
  [
    "ProvisionedThroughputExceededException",
    "The level of configured provisioned throughput for the table was exceeded.",
  ],
] as const;

export const STORAGE: readonly Operation[] = [
  {
    service: "s3",
    name: "GetObject",
    actions: ["s3:GetObject"],
    weight: 30,
    callers: WORKLOADS,
    readOnly: true,
    data: true,
    details: (scene) => objectCall(scene, false),
    failures: NO_SUCH_KEY,
  },
  {
    service: "s3",
    name: "PutObject",
    actions: ["s3:PutObject"],
    weight: 18,
    callers: [...WORKLOADS, "user"],
    readOnly: false,
    data: true,
    details: (scene) => objectCall(scene, true),
  },
  {
    service: "s3",
    name: "HeadObject",
    actions: ["s3:GetObject"],
    weight: 8,
    callers: [...WORKLOADS, "user"],
    readOnly: true,
    data: true,
    details: (scene) => objectCall(scene, false),
    failures: NO_SUCH_KEY,
  },
  {
    service: "s3",
    name: "ListObjects",
    actions: ["s3:ListBucket"],
    weight: 7,
    callers: [...WORKLOADS, "user", "federatedUser"],
    readOnly: true,
    data: true,
    details: listCall,
  },
  {
    service: "s3",
    name: "ListBuckets",
    actions: ["s3:ListAllMyBuckets"],
    weight: 3,
    callers: READERS,
    readOnly: true,
    details: (scene) => ({
      request: { Host: `s3.${scene.region}.amazonaws.com` },
      additional: additional(scene, 0, 2_100),
    }),
  },
  {
    service: "s3",
    name: "GetBucketLocation",
    actions: ["s3:GetBucketLocation"],
    weight: 3,
    callers: READERS,
    readOnly: true,
    details: (scene) => bucketCall(scene, "location"),
  },
  {
    service: "s3",
    name: "GetBucketAcl",
    actions: ["s3:GetBucketAcl"],
    weight: 4,
    callers: READERS,
    readOnly: true,
    details: (scene) => bucketCall(scene, "acl"),
  },
  {
    service: "s3",
    name: "GetBucketEncryption",
    actions: ["s3:GetEncryptionConfiguration"],
    weight: 3,
    callers: READERS,
    readOnly: true,
    details: (scene) => bucketCall(scene, "encryption"),
  },
  {
    service: "s3",
    name: "PutBucketPolicy",
    actions: ["s3:PutBucketPolicy"],
    weight: 0.6,
    callers: BUILDERS,
    readOnly: false,
    details: policyCall,
  },
  {
    service: "dynamodb",
    name: "GetItem",
    actions: ["dynamodb:GetItem"],
    weight: 12,
    callers: WORKLOADS,
    readOnly: true,
    data: true,
    details: (scene) => tableCall(scene, "shipmentId"),
    failures: THROTTLED,
  },
  {
    service: "dynamodb",
    name: "PutItem",
    actions: ["dynamodb:PutItem"],
    weight: 7,
    callers: WORKLOADS,
    readOnly: false,
    data: true,
    details: (scene) => tableCall(scene, "shipmentId"),
    failures: THROTTLED,
  },
  {
    service: "dynamodb",
    name: "DescribeTable",
    actions: ["dynamodb:DescribeTable"],
    weight: 3,
    callers: [...READERS, ...WORKLOADS],
    readOnly: true,
    details: (scene) => ({ request: { tableName: `${scene.workload}-shipments` } }),
    failures: [["ResourceNotFoundException", "Requested resource not found"]],
  },
];
