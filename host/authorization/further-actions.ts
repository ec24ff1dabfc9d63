/**
 * Actions that AWS may have asked for besides, or instead of, the action of an operation's own name, and that leave no event
 * of their own. Without them a denial of `iam:PassRole` or `ec2:CreateTags` would stay hidden. Each is only *possible*: the
 * request parameters, which would settle it, are not looked at here. Not listed are permissions for calls that a service makes
 * with the caller's credentials (KMS, network interfaces …): those are events themselves (semantics 5.4). The table is not
 * complete; rows come from semantics 5.4 unless marked.
 */
import type { ServiceCatalogue } from "./catalogue/service-catalogue.ts";
import { mayPassRole } from "./pass-role-operations.ts";

/** Key: prefix, space, event name in lower case. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  "s3 putobject": ["s3:PutObjectAcl", "s3:PutObjectTagging", "s3:PutObjectRetention", "s3:PutObjectLegalHold"],
  "s3 deleteobject": ["s3:BypassGovernanceRetention"],
  "s3 putobjectretention": ["s3:BypassGovernanceRetention"],
  "s3 getobjectattributes": ["s3:GetObject", "s3:GetObjectVersion", "s3:GetObjectVersionAttributes"],
  // headers for ACL, object lock and ownership [S S3 API reference, CreateBucket, permissions]
  "s3 createbucket": [
    "s3:PutBucketAcl",
    "s3:PutBucketObjectLockConfiguration",
    "s3:PutBucketVersioning",
    "s3:PutBucketOwnershipControls",
  ],
  // session tags, source identity, contexts [S IAM user guide, session tags]
  "sts assumerole": ["sts:SetSourceIdentity", "sts:SetContext"],
  "sts assumerolewithsaml": ["sts:TagSession", "sts:SetSourceIdentity"],
  "sts assumerolewithwebidentity": ["sts:TagSession", "sts:SetSourceIdentity"],
  "sts getfederationtoken": ["sts:TagSession"],
  // layers; the rest: dependent actions of iam-data@0.15.202512061
  "lambda createfunction": ["lambda:GetLayerVersion", "lambda:PassCapacityProvider"],
  "lambda updatefunctionconfiguration": ["lambda:GetLayerVersion"],
  "kms createkey": ["kms:PutKeyPolicy"],
  "kms replicatekey": ["kms:CreateKey", "kms:PutKeyPolicy", "kms:TagResource"],
  "ec2 createsubnetcidrreservation": ["ec2:CreateTags"],
  "ec2 purchasehostreservation": ["ec2:CreateTags"],
  "ec2 createcapacityreservationbysplitting": ["ec2:CreateTags"],
  "rds createdbcluster": ["rds:CreateDBInstance"],
  "rds createdbinstance": ["rds:CreateTenantDatabase"],
  "rds deletedbcluster": ["rds:CreateDBClusterSnapshot", "rds:DeleteDBInstance", "rds:AddTagsToResource"],
  "rds deletedbinstance": ["rds:CreateDBSnapshot", "rds:DeleteTenantDatabase", "rds:AddTagsToResource"],
  "rds modifydbcluster": ["rds:ModifyDBInstance"],
  "rds modifydbinstance": ["rds:CreateTenantDatabase", "rds:AddTagsToResource"],
  "rds stopdbinstance": ["rds:CreateDBSnapshot", "rds:AddTagsToResource"],
  "dynamodb restoretablefrombackup": restoredTable(),
  "dynamodb restoretabletopointintime": restoredTable(),
  "fsx deletefilesystem": ["fsx:CreateBackup"],
  "states createstatemachine": ["states:PublishStateMachineVersion"],
  "states updatestatemachine": ["states:PublishStateMachineVersion"],
  "states teststate": ["states:RevealSecrets"],
  "wafv2 associatewebacl": ["wafv2:GetPermissionPolicy", "wafv2:PutPermissionPolicy"],
  "wafv2 disassociatewebacl": ["wafv2:PutPermissionPolicy"],
  "quicksight createdataset": ["quicksight:PassDataSource"],
  "quicksight updatedataset": ["quicksight:PassDataSource"],
  // sources that are a connection to a code host [S user guides of both services]
  "codebuild createproject": connections(),
  "codebuild updateproject": connections(),
  "codepipeline createpipeline": connections(),
  "codepipeline updatepipeline": connections(),
  // asked for once per secret [S Secrets Manager API reference]
  "secretsmanager batchgetsecretvalue": ["secretsmanager:GetSecretValue"],
  // raw and templated messages [S SES API v2]
  "ses sendemail": ["ses:SendRawEmail", "ses:SendTemplatedEmail"],
  "ses sendbulkemail": ["ses:SendBulkTemplatedEmail"],
  // a group with a launch template needs leave to run instances [S EC2 Auto Scaling user guide]
  "autoscaling createautoscalinggroup": ["ec2:RunInstances", "ec2:CreateTags"],
  "autoscaling updateautoscalinggroup": ["ec2:RunInstances", "ec2:CreateTags"],
  "ec2 createfleet": ["ec2:RunInstances", "ec2:CreateTags"],
  "ec2 modifyfleet": ["ec2:RunInstances", "ec2:CreateTags"],
  "ec2 requestspotinstances": ["ec2:RunInstances"],
  "ec2 requestspotfleet": ["ec2:RunInstances", "ec2:CreateTags"],
  "cloudfront createdistributionwithtags": ["cloudfront:TagResource"],
  // semantics 5.4 lists it among events without an action, yet the catalogue has this one: never call it undeniable
  "ssm opendatachannel": ["ssmmessages:OpenDataChannel"],
  // the tagging action of whatever service the resource belongs to [S Resource Groups Tagging API reference]
  "tag tagresources": ["*"],
  "tag untagresources": ["*"],
};

/** AWS asks for these in place of the operation's own action, for a request with a version id or in batches. */
const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  "s3 getobject": ["s3:GetObjectVersion"],
  "s3 deleteobject": ["s3:DeleteObjectVersion"],
  "s3 getobjectacl": ["s3:GetObjectVersionAcl"],
  "s3 putobjectacl": ["s3:PutObjectVersionAcl"],
  "s3 getobjecttagging": ["s3:GetObjectVersionTagging"],
  "s3 putobjecttagging": ["s3:PutObjectVersionTagging"],
  "s3 deleteobjecttagging": ["s3:DeleteObjectVersionTagging"],
  "s3 getobjecttorrent": ["s3:GetObjectVersionTorrent"],
  // semantics 5.4 "glue: BatchX→X" [S MAP]
  "glue batchcreatepartition": ["glue:CreatePartition"],
  "glue batchdeleteconnection": ["glue:DeleteConnection"],
  "glue batchdeletepartition": ["glue:DeletePartition"],
  "glue batchdeletetable": ["glue:DeleteTable"],
  "glue batchdeletetableversion": ["glue:DeleteTableVersion"],
  "glue batchgetpartition": ["glue:GetPartition"],
  "glue batchupdatepartition": ["glue:UpdatePartition"],
};

function restoredTable(): readonly string[] {
  const verbs = ["BatchWriteItem", "DeleteItem", "GetItem", "PutItem", "Query", "Scan", "UpdateItem"];
  return verbs.map((verb) => `dynamodb:${verb}`);
}

function connections(): readonly string[] {
  return ["codeconnections", "codestar-connections"].flatMap((prefix) => [
    `${prefix}:PassConnection`,
    `${prefix}:UseConnection`,
  ]);
}

export interface FurtherActions {
  /** Possible besides the operation's own action; `*` is any action of any service. */
  readonly beside: readonly string[];
  /** Possible in place of it. */
  readonly instead: readonly string[];
}

/**
 * Takes an IAM prefix, an event name without date suffix (any case), and whether the action takes tags in its request (then
 * the service may ask for its tagging action too: semantics 5.4, row multi-action).
 */
export function furtherActions(
  catalogue: ServiceCatalogue,
  prefix: string,
  name: string,
  takesTags: boolean,
): FurtherActions {
  const key = `${prefix} ${name.toLowerCase()}`;
  const beside = [
    ...(Object.hasOwn(BESIDE, key) ? (BESIDE[key] ?? []) : []),
    ...(takesTags ? catalogue.taggingActions(prefix) : []),
    ...(mayPassRole(prefix, name) ? ["iam:PassRole"] : []),
  ];
  return { beside: [...new Set(beside)], instead: Object.hasOwn(INSTEAD, key) ? (INSTEAD[key] ?? []) : [] };
}
