/** Condition keys of S3, EFS, FSx, ECR, Backup and Secrets Manager in requests. Data only. */
import {
  ABSENT,
  type KeyState,
  PRESENT_UNKNOWN,
  present,
  presentOrAbsent,
  UNKNOWN,
} from "../../../domain/key-state.ts";
import { type CallRequest, textAt, valuesAt } from "../../request/call-request.ts";
import { keyOf, type ServiceKeyRows } from "../key-row.ts";
import { objectTags } from "../object-tags.ts";

const s3 = keyOf("s3");
const express = keyOf("s3express");
const fileSystem = keyOf("elasticfilesystem");
const ecr = keyOf("ecr");
const backup = keyOf("backup");
const secret = keyOf("secretsmanager");

/** Headers that one request of a multipart upload has and the others do not: whether S3 keeps them for the others is not known. */
const PARTS = /^(?:UploadPart|UploadPartCopy|CompleteMultipartUpload|AbortMultipartUpload)$/i;

function header(name: string, places = name) {
  const row = s3(name, places, { missing: "absent" });
  return {
    ...row,
    state: (request: CallRequest): KeyState => {
      const [value, ...others] = row.places.flatMap(({ path }) => valuesAt(request.parameters, path));
      if (value === undefined) return PARTS.test(request.name) ? UNKNOWN : row.missing;
      return typeof value === "string" && others.length === 0 && value !== "" ? present(value) : PRESENT_UNKNOWN;
    },
  };
}

const AUTHENTICATION: Readonly<Record<string, string>> = {
  AuthHeader: "REST-HEADER",
  QueryString: "REST-QUERY-STRING",
};
const SIGNATURE: Readonly<Record<string, string>> = { SigV4: "AWS4-HMAC-SHA256", SigV2: "AWS" };

/** `s3:prefix=""` is a value of its own: listing the whole bucket. */
function listing(name: string) {
  return s3(name, name, {
    state: ({ parameters }) => {
      const [value, ...others] = valuesAt(parameters, name);
      if (value === undefined) return s3(name, name, { missing: "absent" }).missing;
      const isText = typeof value === "string" || typeof value === "number";
      return isText && others.length === 0 ? present(String(value)) : PRESENT_UNKNOWN;
    },
  });
}

/** Without a stage and a version the current one is meant [C Secrets Manager API reference, GetSecretValue]. */
function stageOfSecret({ parameters }: CallRequest): KeyState {
  const stage = textAt(parameters, "versionStage");
  if (stage !== undefined) return present(stage);
  return textAt(parameters, "versionId") === undefined ? presentOrAbsent("AWSCURRENT") : ABSENT;
}

export const STORAGE_KEYS: readonly ServiceKeyRows[] = [
  {
    prefix: "s3",
    source: "semantics 4.3 [E; C S3 SAR for names; I for the maps of authType and signatureversion]",
    rows: [
      header("x-amz-acl"),
      header("x-amz-server-side-encryption"),
      header("x-amz-server-side-encryption-aws-kms-key-id"),
      header("x-amz-server-side-encryption-customer-algorithm"),
      header("x-amz-storage-class"),
      header("x-amz-copy-source"),
      header("x-amz-metadata-directive"),
      header("x-amz-website-redirect-location"),
      header("x-amz-object-ownership"),
      header("x-amz-grant-read", "x-amz-grant-read accessControlList.x-amz-grant-read"),
      header("x-amz-grant-write", "x-amz-grant-write accessControlList.x-amz-grant-write"),
      header("x-amz-grant-read-acp", "x-amz-grant-read-acp accessControlList.x-amz-grant-read-acp"),
      header("x-amz-grant-write-acp", "x-amz-grant-write-acp accessControlList.x-amz-grant-write-acp"),
      header("x-amz-grant-full-control", "x-amz-grant-full-control accessControlList.x-amz-grant-full-control"),
      s3("object-lock-mode", "x-amz-object-lock-mode Retention.Mode", { missing: "unknown" }),
      s3("object-lock-legal-hold", "x-amz-object-lock-legal-hold LegalHold.Status", { missing: "unknown" }),
      listing("prefix"),
      listing("delimiter"),
      listing("max-keys"),
      s3("versionid", "versionId", { missing: "absent" }),
      s3("locationconstraint", "CreateBucketConfiguration.LocationConstraint", { missing: "absent" }),
      s3("authType", "extra:AuthenticationMethod", { reading: (text) => AUTHENTICATION[text] }),
      s3("signatureversion", "extra:SignatureVersion", { reading: (text) => SIGNATURE[text] }),
      s3("RequestObjectTag/*", "x-amz-tagging Tagging", {
        state: (request, _, name) => objectTags(request).stateOf(name),
      }),
      s3("RequestObjectTagKeys", "x-amz-tagging Tagging", { state: (request) => objectTags(request).keys }),
    ],
  },
  {
    prefix: "s3express",
    source: "[C S3 Express SAR and API reference]; without the header a session may write",
    rows: [express("SessionMode", "x-amz-create-session-mode", { missing: { orDefault: "ReadWrite" } })],
  },
  {
    prefix: "elasticfilesystem",
    source: "[C EFS SAR; API models]; a file system without the parameter takes a default",
    rows: [fileSystem("Encrypted", "encrypted", { actions: /^createfilesystem$/ })],
  },
  {
    prefix: "ecr",
    source: "[C ECR SAR; API models]",
    rows: [ecr("AccountSetting", "name", { actions: /accountsetting$/ })],
  },
  {
    prefix: "backup",
    source: "[C Backup SAR; API models]",
    rows: [
      backup("ChangeableForDays", "changeableForDays", { missing: "absent" }),
      backup("MaxRetentionDays", "maxRetentionDays", { missing: "absent" }),
      backup("MinRetentionDays", "minRetentionDays", { missing: "absent" }),
    ],
  },
  {
    prefix: "secretsmanager",
    source: "[C Secrets Manager SAR: each key is the parameter of its name; API models]",
    rows: [
      secret("Name", "name"),
      secret("Description", "description", { missing: "absent" }),
      secret("KmsKeyId", "kmsKeyId", { missing: "absent" }),
      secret("SecretId", "secretId"),
      secret("ForceDeleteWithoutRecovery", "forceDeleteWithoutRecovery", { missing: { orDefault: "false" } }),
      secret("RecoveryWindowInDays", "recoveryWindowInDays", { missing: { orDefault: "30" } }),
      secret("ForceOverwriteReplicaSecret", "forceOverwriteReplicaSecret", { missing: { orDefault: "false" } }),
      secret("BlockPublicPolicy", "blockPublicPolicy", { missing: { orDefault: "false" } }),
      secret("RotationLambdaARN", "rotationLambdaARN", { missing: "absent" }),
      secret("AddReplicaRegions", "addReplicaRegions.region", { isList: true, missing: "absent" }),
      secret("VersionId", "versionId", { missing: "absent" }),
      secret("VersionStage", "versionStage versionId", { state: stageOfSecret }),
    ],
  },
];
