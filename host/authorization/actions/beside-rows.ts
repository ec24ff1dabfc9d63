/**
 * Actions that AWS asks for besides the action of an operation's own name, and that leave no event of their own. Without
 * them a denial of `s3:PutObjectAcl` would stay hidden. Not here: roles (pass-role-rows.ts), tags (tag-rows.ts), and
 * permissions for calls that a service makes with the caller's credentials (KMS, network interfaces …): those are events
 * themselves (semantics 5.4). Rows come from semantics 5.4 unless marked; the table is not complete.
 */
import type { BesideRow } from "./beside-row.ts";

const GRANTS =
  "x-amz-grant-read x-amz-grant-write x-amz-grant-read-acp x-amz-grant-write-acp x-amz-grant-full-control accessControlList";
const UPLOADS = "PutObject PostObject CopyObject CreateMultipartUpload InitiateMultipartUpload";
const RESTORED_TABLE =
  "dynamodb:BatchWriteItem dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:Scan dynamodb:UpdateItem";
const CONNECTIONS =
  "codeconnections:PassConnection codeconnections:UseConnection codestar-connections:PassConnection codestar-connections:UseConnection";

function row(prefix: string, names: string, actions: string): BesideRow {
  return { prefix, names, actions };
}

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

const OTHERS: readonly BesideRow[] = [
  {
    prefix: "lambda",
    names: "CreateFunction UpdateFunctionConfiguration",
    actions: "lambda:GetLayerVersion",
    when: "layers",
  },
  // [E] dependent actions of iam-data@0.15.202512061
  { prefix: "lambda", names: "CreateFunction", actions: "lambda:PassCapacityProvider", when: "capacityProviderConfig" },
  // without a policy AWS sets the default one, and the permission is asked for all the same or not: [U]
  row("kms", "CreateKey", "kms:PutKeyPolicy"),
  row("kms", "ReplicateKey", "kms:CreateKey kms:PutKeyPolicy"),
  { prefix: "kms", names: "ReplicateKey", actions: "kms:TagResource", when: "tags", isSure: true },
  // the parameters: [C RDS API reference]
  { prefix: "rds", names: "CreateDBCluster", actions: "rds:CreateDBInstance", when: "dBClusterInstanceClass" },
  {
    prefix: "rds",
    names: "CreateDBInstance ModifyDBInstance",
    actions: "rds:CreateTenantDatabase",
    when: "multiTenant",
    of: /^true$/i,
  },
  row("rds", "DeleteDBCluster", "rds:DeleteDBInstance"),
  row("rds", "DeleteDBInstance", "rds:DeleteTenantDatabase"),
  {
    prefix: "rds",
    names: "DeleteDBCluster",
    actions: "rds:CreateDBClusterSnapshot rds:AddTagsToResource",
    when: "finalDBSnapshotIdentifier",
  },
  {
    prefix: "rds",
    names: "DeleteDBInstance",
    actions: "rds:CreateDBSnapshot rds:AddTagsToResource",
    when: "finalDBSnapshotIdentifier",
  },
  row("rds", "ModifyDBCluster", "rds:ModifyDBInstance"),
  row("rds", "ModifyDBInstance", "rds:AddTagsToResource"),
  {
    prefix: "rds",
    names: "StopDBInstance",
    actions: "rds:CreateDBSnapshot rds:AddTagsToResource",
    when: "dBSnapshotIdentifier",
  },
  row("dynamodb", "RestoreTableFromBackup RestoreTableToPointInTime", RESTORED_TABLE),
  row("fsx", "DeleteFileSystem", "fsx:CreateBackup"),
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
  row("quicksight", "CreateDataSet UpdateDataSet", "quicksight:PassDataSource"),
  // sources that are a connection to a code host [S user guides of both services]
  row("codebuild", "CreateProject UpdateProject", CONNECTIONS),
  row("codepipeline", "CreatePipeline UpdatePipeline", CONNECTIONS),
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
  // a group with a launch template needs leave to run instances [S EC2 Auto Scaling user guide]
  {
    prefix: "autoscaling",
    names: "CreateAutoScalingGroup UpdateAutoScalingGroup",
    actions: "ec2:RunInstances ec2:CreateTags iam:PassRole",
    when: "launchTemplate mixedInstancesPolicy",
  },
  row("ec2", "CreateFleet ModifyFleet RequestSpotFleet", "ec2:RunInstances ec2:CreateTags"),
  row("ec2", "RequestSpotInstances", "ec2:RunInstances"),
  // tags that the launch template holds [C EC2 user guide, tags at creation]
  { prefix: "ec2", names: "RunInstances", actions: "ec2:CreateTags", when: "launchTemplate" },
  row(
    "ec2",
    "CreateSubnetCidrReservation PurchaseHostReservation CreateCapacityReservationBySplitting",
    "ec2:CreateTags",
  ),
  row("ec2", "CopyImage", "ec2:CreateTags"),
  // a resource policy, a certificate: permissions of their own [S API Gateway, actions]
  row("apigateway", "CreateRestApi UpdateRestApi PutRestApi ImportRestApi", "apigateway:UpdateRestApiPolicy"),
  row(
    "apigateway",
    "CreateDomainName UpdateDomainName",
    "apigateway:AddCertificateToDomain apigateway:RemoveCertificateFromDomain",
  ),
  // semantics 5.4 lists it among events without an action, yet the catalogue has this one: never call it undeniable
  row("ssm", "OpenDataChannel", "ssmmessages:OpenDataChannel"),
  // the tagging action of whatever service the resource belongs to [S Resource Groups Tagging API reference]
  row("tag", "TagResources UntagResources", "*"),
];

export const BESIDE_ROWS: readonly BesideRow[] = [...STORAGE, ...SESSIONS, ...OTHERS];
