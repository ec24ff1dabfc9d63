/**
 * Operations of the services from s to z (by IAM prefix) for which AWS asks for further actions, which leave no event of their
 * own (beside-rows.ts). Rows come from semantics 5.4 unless marked.
 */
import { type BesideRow, row } from "./beside-row.ts";

const GRANTS =
  "x-amz-grant-read x-amz-grant-write x-amz-grant-read-acp x-amz-grant-write-acp x-amz-grant-full-control accessControlList";
const UPLOADS = "PutObject PostObject CopyObject CreateMultipartUpload InitiateMultipartUpload";

/** [C S3 API, permissions of CreateBucket and PutObject]; an ACL `private` asks for nothing more in CreateBucket, and is not told of for objects. */
const STORAGE: readonly BesideRow[] = [
  { prefix: "s3", names: UPLOADS, actions: "s3:PutObjectAcl", when: "x-amz-acl", of: /^(?!private$)/, isSure: true },
  { prefix: "s3", names: UPLOADS, actions: "s3:PutObjectAcl", when: "x-amz-acl", of: /^private$/ },
  { prefix: "s3", names: UPLOADS, actions: "s3:PutObjectAcl", when: GRANTS, isSure: true },
  { prefix: "s3", names: UPLOADS, actions: "s3:PutObjectTagging", when: "x-amz-tagging", isSure: true },
  {
    prefix: "s3",
    names: UPLOADS,
    actions: "s3:PutObjectRetention",
    when: "x-amz-object-lock-mode x-amz-object-lock-retain-until-date",
    isSure: true,
  },
  {
    prefix: "s3",
    names: UPLOADS,
    actions: "s3:PutObjectLegalHold",
    when: "x-amz-object-lock-legal-hold x-amz-object-lock-legal-hold-status",
    isSure: true,
  },
  // the header asks; without the permission an object that is not locked can still be deleted
  {
    prefix: "s3",
    names: "DeleteObject PutObjectRetention",
    actions: "s3:BypassGovernanceRetention",
    when: "x-amz-bypass-governance-retention",
  },
  {
    prefix: "s3",
    names: "CreateBucket",
    actions: "s3:PutBucketAcl",
    when: "x-amz-acl",
    of: /^(?!private$)/,
    isSure: true,
  },
  { prefix: "s3", names: "CreateBucket", actions: "s3:PutBucketAcl", when: GRANTS, isSure: true },
  {
    prefix: "s3",
    names: "CreateBucket",
    actions: "s3:PutBucketObjectLockConfiguration s3:PutBucketVersioning",
    when: "x-amz-bucket-object-lock-enabled",
    of: /^(?!false$)/i,
    isSure: true,
  },
  {
    prefix: "s3",
    names: "CreateBucket",
    actions: "s3:PutBucketOwnershipControls",
    when: "x-amz-object-ownership",
    isSure: true,
  },
];

/** Session tags, source identity, contexts [C IAM user guide, session tags]. Both are handed on from an earlier session too. */
const SESSIONS: readonly BesideRow[] = [
  {
    prefix: "sts",
    names: "AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity GetFederationToken",
    actions: "sts:TagSession",
    when: "tags principalTags",
    isSure: true,
  },
  { prefix: "sts", names: "AssumeRole", actions: "sts:TagSession", when: "incomingTransitiveTags" },
  {
    prefix: "sts",
    names: "AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity",
    actions: "sts:SetSourceIdentity",
    when: "sourceIdentity",
    isSure: true,
  },
  { prefix: "sts", names: "AssumeRole", actions: "sts:SetSourceIdentity", ofSessions: true },
  { prefix: "sts", names: "AssumeRole", actions: "sts:SetContext", when: "providedContexts", isSure: true },
];

export const BESIDE_ROWS_S_Z: readonly BesideRow[] = [
  ...STORAGE,
  ...SESSIONS,
  {
    prefix: "states",
    names: "CreateStateMachine UpdateStateMachine",
    actions: "states:PublishStateMachineVersion",
    when: "publish",
    of: /^true$/i,
  },
  { prefix: "states", names: "TestState", actions: "states:RevealSecrets", when: "revealSecrets", of: /^true$/i },
  row("wafv2", "AssociateWebACL", "wafv2:GetPermissionPolicy wafv2:PutPermissionPolicy"),
  row("wafv2", "DisassociateWebACL", "wafv2:PutPermissionPolicy"),
  // [C Secrets Manager API reference]
  {
    prefix: "secretsmanager",
    names: "CreateSecret",
    actions: "secretsmanager:ReplicateSecretToRegions",
    when: "addReplicaRegions",
    isSure: true,
  },
  // asked for once per secret [S Secrets Manager API reference]
  row("secretsmanager", "BatchGetSecretValue", "secretsmanager:GetSecretValue"),
  // raw and templated messages [S SES API v2]
  row("ses", "SendEmail", "ses:SendRawEmail ses:SendTemplatedEmail"),
  row("ses", "SendBulkEmail", "ses:SendBulkTemplatedEmail"),
  // semantics 5.4 lists it among events without an action, yet the catalogue has this one: never call it undeniable
  row("ssm", "OpenDataChannel", "ssmmessages:OpenDataChannel"),
  // the tagging action of whatever service the resource belongs to [S Resource Groups Tagging API reference]
  row("tag", "TagResources UntagResources", "*"),
];
