/**
 * Operations of the services from s to z (by IAM prefix) for which AWS asks for further actions, which leave no event of their
 * own (beside-rows.ts). Rows come from the operations tables of AWS's service authorization reference [C SAR, operations],
 * checked for s3, s3files, s3tables, sagemaker, scheduler, schemas, secretsmanager, securityhub, securitylake, servicecatalog,
 * servicediscovery, ses, shield, signer, sms-voice, snowball, sns, social-messaging, sqs, ssm, ssm-incidents, ssm-quicksetup,
 * ssm-sap, sso, states, storagegateway, sts, supportapp, synthetics, textract, timestream, timestream-influxdb, tnb, transcribe,
 * transfer, translate, voiceid, vpc-lattice, waf-regional, wafv2, workspaces, xray; or from semantics 5.4, unless marked.
 */
import { always, type BesideRow, given, row } from "./beside-row.ts";

const TRUE = /^true$/i;

const GRANTS =
  "x-amz-grant-read x-amz-grant-write x-amz-grant-read-acp x-amz-grant-write-acp x-amz-grant-full-control accessControlList";
const UPLOADS = "PutObject PostObject CopyObject CreateMultipartUpload InitiateMultipartUpload";

/** [C S3 API, permissions of CreateBucket and PutObject]; an ACL `private` asks for nothing more in CreateBucket, and is not told of for objects. */
const STORAGE: readonly BesideRow[] = [
  always("s3", UPLOADS, "s3:PutObjectAcl", "x-amz-acl", /^(?!private$)/),
  given("s3", UPLOADS, "s3:PutObjectAcl", "x-amz-acl", /^private$/),
  always("s3", UPLOADS, "s3:PutObjectAcl", GRANTS),
  always("s3", UPLOADS, "s3:PutObjectTagging", "x-amz-tagging"),
  always("s3", UPLOADS, "s3:PutObjectRetention", "x-amz-object-lock-mode x-amz-object-lock-retain-until-date"),
  always("s3", UPLOADS, "s3:PutObjectLegalHold", "x-amz-object-lock-legal-hold x-amz-object-lock-legal-hold-status"),
  // the header asks; without the permission an object that is not locked can still be deleted
  given("s3", "DeleteObject PutObjectRetention", "s3:BypassGovernanceRetention", "x-amz-bypass-governance-retention"),
  always("s3", "CreateBucket", "s3:PutBucketAcl", "x-amz-acl", /^(?!private$)/),
  always("s3", "CreateBucket", "s3:PutBucketAcl", GRANTS),
  always(
    "s3",
    "CreateBucket",
    "s3:PutBucketObjectLockConfiguration s3:PutBucketVersioning",
    "x-amz-bucket-object-lock-enabled",
    /^(?!false$)/i,
  ),
  always("s3", "CreateBucket", "s3:PutBucketOwnershipControls", "x-amz-object-ownership"),
];

/** Session tags, source identity, contexts [C IAM user guide, session tags]. Both are handed on from an earlier session too. */
const SESSIONS: readonly BesideRow[] = [
  always(
    "sts",
    "AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity GetFederationToken",
    "sts:TagSession",
    "tags principalTags",
  ),
  given("sts", "AssumeRole", "sts:TagSession", "incomingTransitiveTags"),
  always("sts", "AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity", "sts:SetSourceIdentity", "sourceIdentity"),
  { prefix: "sts", names: "AssumeRole", actions: "sts:SetSourceIdentity", ofSessions: true },
  always("sts", "AssumeRole", "sts:SetContext", "providedContexts"),
  // [C SAR, operations]
  given("sts", "GetWebIdentityToken", "sts:TagGetWebIdentityToken", "tags"),
];

/**
 * Access Grants that know the people of Identity Center, and tables that S3 makes of its metadata: SAR does not mark them as calls
 * of their own [C S3 API reference].
 */
const S3_FAMILY: readonly BesideRow[] = [
  given(
    "s3",
    "AssociateAccessGrantsIdentityCenter CreateAccessGrantsInstance",
    "sso:DescribeInstance sso:CreateApplication sso:PutApplicationGrant sso:PutApplicationAuthenticationMethod",
    "identityCenterArn *.identityCenterArn",
  ),
  row("s3", "DissociateAccessGrantsIdentityCenter", "sso:DeleteApplication"),
  given(
    "s3",
    "CreateAccessGrant",
    "sso:DescribeInstance sso:DescribeApplication identitystore:DescribeUser identitystore:DescribeGroup",
    "grantee.granteeType *.grantee.granteeType",
    /^DIRECTORY_/,
  ),
  row(
    "s3",
    "CreateBucketMetadataConfiguration CreateBucketMetadataTableConfiguration UpdateBucketMetadataInventoryTableConfiguration",
    "s3tables:CreateNamespace s3tables:CreateTable s3tables:GetTable s3tables:PutTablePolicy",
  ),
  row(
    "s3",
    "CreateBucketMetadataConfiguration UpdateBucketMetadataInventoryTableConfiguration",
    "s3tables:CreateTableBucket s3tables:PutTableEncryption",
  ),
  // [C S3 Tables API reference]
  always("s3tables", "CreateTable", "s3tables:PutTableData", "metadata"),
  always("s3tables", "CreateTable", "s3tables:PutTableEncryption", "encryptionConfiguration"),
  always("s3tables", "CreateTable", "s3tables:PutTableStorageClass", "storageClassConfiguration"),
  always("s3tables", "CreateTableBucket", "s3tables:PutTableBucketEncryption", "encryptionConfiguration"),
  always("s3tables", "CreateTableBucket", "s3tables:PutTableBucketStorageClass", "storageClassConfiguration"),
  row("s3tables", "CreateTableBucket", "s3tables:PutTableBucketPolicy"),
  // the API reference asks the caller for these, SAR does not
  row(
    "s3tables",
    "PutTableBucketReplication PutTableReplication",
    "s3tables:GetTable s3tables:ListTables s3tables:CreateTable s3tables:CreateNamespace s3tables:GetTableMaintenanceConfiguration s3tables:PutTableMaintenanceConfiguration",
  ),
  // [C S3 Vectors API reference]
  always("s3vectors", "ListVectors", "s3vectors:GetVectors", "returnData returnMetadata", TRUE),
  always("s3vectors", "QueryVectors", "s3vectors:GetVectors", "returnMetadata", TRUE),
  always("s3vectors", "QueryVectors", "s3vectors:GetVectors", "filter"),
];

const NODE_GROUPS = "instanceGroups restrictedInstanceGroups";

const SAGEMAKER: readonly BesideRow[] = [
  given("sagemaker", "CreateCluster UpdateCluster", "sagemaker:UpdateClusterSoftware", NODE_GROUPS),
  given(
    "sagemaker",
    "UpdateCluster",
    "sagemaker:BatchAddClusterNodes sagemaker:BatchDeleteClusterNodes",
    `${NODE_GROUPS} instanceGroupsToDelete`,
  ),
  row("sagemaker", "CreateJob", "sagemaker:ImportHubContent sagemaker:UpdateHubContent"),
  given(
    "sagemaker",
    "CreateModel",
    "sagemaker:DeployHubModel",
    "primaryContainer.modelDataSource.s3DataSource.hubAccessConfig containers.modelDataSource.s3DataSource.hubAccessConfig",
  ),
  row("sagemaker", "CreateTrainingPlan", "sagemaker:CreateReservedCapacity"),
  row("sagemaker", "BatchWriteRecord", "sagemaker:PutRecord"),
];

/** Actions of the API that Identity Center's console had before it had one of its own. */
const IDENTITY_CENTER: readonly BesideRow[] = [
  row("sso", "AttachManagedPolicyToPermissionSet PutInlinePolicyToPermissionSet", "sso:PutPermissionsPolicy"),
  row(
    "sso",
    "CreateAccountAssignment",
    "sso:AssociateProfile sso:CreateApplicationInstance sso:CreateProfile sso:CreateTrust sso:GetApplicationInstance sso:GetProfile sso:GetTrust sso:UpdateProfile sso:UpdateTrust",
  ),
  row("sso", "DeleteAccountAssignment", "sso:DeleteProfile"),
  row(
    "sso",
    "CreateApplication",
    "sso:CreateApplicationInstance sso:CreateManagedApplicationInstance sso:PutApplicationAssignmentConfiguration",
  ),
  row("sso", "DeleteApplication", "sso:DeleteApplicationInstance sso:DeleteManagedApplicationInstance"),
  row(
    "sso",
    "UpdateApplication",
    "sso:PutApplicationAssignmentConfiguration sso:UpdateApplicationInstanceDisplayData sso:UpdateApplicationInstanceStatus sso:UpdateManagedApplicationInstanceStatus",
  ),
  row("sso", "CreateApplicationAssignment", "sso:AssociateProfile"),
  row("sso", "DeleteApplicationAssignment", "sso:DisassociateProfile"),
  row("sso", "PutApplicationAuthenticationMethod PutApplicationGrant", "sso:CreateManagedApplicationInstance"),
  row("sso", "DeleteInstance", "sso:StartSSO"),
  row("sso", "DescribeApplication", "sso:GetApplicationInstance sso:GetManagedApplicationInstance"),
  row("sso", "DescribeInstance", "sso:GetSharedSsoConfiguration sso:ListDirectoryAssociations"),
  row("sso", "DescribePermissionSet", "sso:GetPermissionSet"),
  row("sso", "ListAccountAssignments ListApplicationAssignments", "sso:ListProfileAssociations"),
  row(
    "sso",
    "ListAccountsForProvisionedPermissionSet ListApplications",
    "sso:GetApplicationInstance sso:ListApplicationInstances",
  ),
  row("sso", "ListApplications", "sso:ListApplicationProviders"),
  row("sso", "DescribeApplicationProvider ListApplicationProviders", "sso:GetApplicationTemplate"),
  row("sso", "ListApplicationProviders", "sso:ListApplicationTemplates"),
  row("sso", "ListPermissionSetsProvisionedToAccount", "sso:GetProfile sso:ListProfiles"),
];

const BALANCER = /^arn:[^:]*:elasticloadbalancing:/;
const APPSYNC = /^arn:[^:]*:appsync:/;
const ASSOCIATIONS = "AssociateWebACL DisassociateWebACL";

/** What is asked for depends on the resource; of those that SAR lacks: [S WAF developer guide, identity-based policies]. */
const FIREWALL: readonly BesideRow[] = [
  row("wafv2", "AssociateWebACL", "wafv2:GetPermissionPolicy wafv2:PutPermissionPolicy"),
  row("wafv2", "DisassociateWebACL", "wafv2:PutPermissionPolicy"),
  ...["wafv2", "waf-regional"].flatMap((prefix) => [
    given(prefix, ASSOCIATIONS, "apigateway:SetWebACL", "resourceArn", /^arn:[^:]*:apigateway:/),
    given(prefix, ASSOCIATIONS, "elasticloadbalancing:SetWebAcl", "resourceArn", BALANCER),
  ]),
  given("wafv2", "AssociateWebACL", "elasticloadbalancing:CreateWebACLAssociation", "resourceArn", BALANCER),
  given("wafv2", "DisassociateWebACL", "elasticloadbalancing:DeleteWebACLAssociation", "resourceArn", BALANCER),
  given("wafv2", "GetWebACLForResource", "elasticloadbalancing:GetLoadBalancerWebACL", "resourceArn", BALANCER),
  given("wafv2", "AssociateWebACL", "appsync:AssociateWebACL appsync:SetWebACL", "resourceArn", APPSYNC),
  given("wafv2", "DisassociateWebACL", "appsync:DisassociateWebACL appsync:SetWebACL", "resourceArn", APPSYNC),
  given("wafv2", "GetWebACLForResource", "appsync:GetWebACLForResource", "resourceArn", APPSYNC),
  given("wafv2", "AssociateWebACL", "cognito-idp:AssociateWebACL", "resourceArn", /:cognito-idp:/),
  given("wafv2", "DisassociateWebACL", "cognito-idp:DisassociateWebACL", "resourceArn", /:cognito-idp:/),
  given("wafv2", "AssociateWebACL", "apprunner:AssociateWebAcl", "resourceArn", /:apprunner:/),
  given("wafv2", "DisassociateWebACL", "apprunner:DisassociateWebAcl", "resourceArn", /:apprunner:/),
  given("wafv2", "AssociateWebACL", "amplify:AssociateWebACL", "resourceArn", /:amplify:/),
  given("wafv2", "DisassociateWebACL", "amplify:DisassociateWebACL", "resourceArn", /:amplify:/),
];

const VERIFICATION = "SendDestinationNumberVerificationCode";

export const BESIDE_ROWS_S_Z: readonly BesideRow[] = [
  ...STORAGE,
  ...S3_FAMILY,
  ...SAGEMAKER,
  ...IDENTITY_CENTER,
  ...SESSIONS,
  ...FIREWALL,
  row("scheduler", "DeleteScheduleGroup", "scheduler:DeleteSchedule"),
  // [C Secrets Manager API reference]
  always("secretsmanager", "CreateSecret", "secretsmanager:ReplicateSecretToRegions", "addReplicaRegions"),
  always("secretsmanager", "BatchGetSecretValue", "secretsmanager:ListSecrets", "filters"),
  always("secretsmanager", "ValidateResourcePolicy", "secretsmanager:PutResourcePolicy", "resourcePolicy"),
  // asked for once per secret [S Secrets Manager API reference]
  row("secretsmanager", "BatchGetSecretValue", "secretsmanager:GetSecretValue"),
  row(
    "securityhub",
    "BatchUpdateStandardsControlAssociations UpdateSecurityControl",
    "securityhub:UpdateStandardsControl",
  ),
  row(
    "securityhub",
    "BatchGetSecurityControls BatchGetStandardsControlAssociations ListStandardsControlAssociations",
    "securityhub:DescribeStandardsControls",
  ),
  given(
    "servicecatalog",
    "CreateProduct UpdateProduct",
    "codestar-connections:PassConnection",
    "sourceConnection.connectionParameters.codeStar.connectionArn",
  ),
  // raw and templated messages [S SES API v2]
  row("ses", "SendEmail", "ses:SendRawEmail ses:SendTemplatedEmail"),
  row("ses", "SendBulkEmail", "ses:SendBulkTemplatedEmail"),
  row("shield", "DescribeAttack", "shield:DescribeProtectionGroup"),
  given("sms-voice", "RequestPhoneNumber", "sms-voice:AssociateOriginationIdentity", "poolId"),
  given("sms-voice", VERIFICATION, "sms-voice:SendTextMessage", "verificationChannel", /^TEXT$/),
  given("sms-voice", VERIFICATION, "sms-voice:SendVoiceMessage", "verificationChannel", /^VOICE$/),
  given("sns", "CreateTopic", "sns:PutDataProtectionPolicy", "dataProtectionPolicy"),
  row("sqs", "StartMessageMoveTask", "sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage"),
  // into another queue
  { ...row("sqs", "StartMessageMoveTask", "sqs:SendMessage"), ofAnother: true },
  row("sqs", "CancelMessageMoveTask", "sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage"),
  row("sqs", "ListMessageMoveTasks", "sqs:GetQueueAttributes"),
  row("ssm", "CreateAssociationBatch", "ssm:CreateAssociation"),
  row("ssm", "CreateDocument", "ssm:GetDocument"),
  // [C Systems Manager API reference]
  always("ssm", "UpdateAssociation", "ssm:DescribeAssociation", "associationId"),
  // semantics 5.4 lists it among events without an action, yet the catalogue has this one: never call it undeniable
  row("ssm", "OpenDataChannel", "ssmmessages:OpenDataChannel"),
  given("states", "CreateStateMachine UpdateStateMachine", "states:PublishStateMachineVersion", "publish", TRUE),
  // a second start under the same name is answered with the execution that there is
  given("states", "StartExecution", "states:DescribeExecution", "name"),
  // [C Step Functions API reference]
  always("states", "TestState", "states:RevealSecrets", "revealSecrets", TRUE),
  given(
    "storagegateway",
    "AssignTapePool DeleteTapeArchive",
    "storagegateway:BypassGovernanceRetention",
    "bypassGovernanceRetention",
    TRUE,
  ),
  // the tagging action of whatever service the resource belongs to [S Resource Groups Tagging API reference]
  row("tag", "TagResources UntagResources", "*"),
  row("timestream", "CreateBatchLoadTask", "timestream:WriteRecords"),
  row(
    "timestream-influxdb",
    "CreateDbCluster",
    "timestream-influxdb:CreateDbInstance timestream-influxdb:CreateDbParameterGroup",
  ),
  row("timestream-influxdb", "DeleteDbCluster", "timestream-influxdb:DeleteDbInstance"),
  row("timestream-influxdb", "RebootDbCluster", "timestream-influxdb:RebootDbInstance"),
  row("timestream-influxdb", "UpdateDbCluster", "timestream-influxdb:UpdateDbInstance"),
  // of associations that other services of AWS make
  row(
    "vpc-lattice",
    "CreateServiceNetworkResourceAssociation",
    "vpc-lattice:AssociateViaAWSService vpc-lattice:AssociateViaAWSService-EventsAndStates",
  ),
  // [C Well-Architected Tool API reference]
  always(
    "wellarchitected",
    "CreateWorkload",
    "wellarchitected:GetReviewTemplate wellarchitected:GetReviewTemplateAnswer wellarchitected:ListReviewTemplateAnswers wellarchitected:GetReviewTemplateLensReview",
    "reviewTemplateArns",
  ),
  row("workspaces", "AuthorizeIpRules RevokeIpRules", "workspaces:UpdateRulesOfIpGroup"),
  row("workspaces", "UpdateRulesOfIpGroup", "workspaces:AuthorizeIpRules workspaces:RevokeIpRules"),
  row("workspaces", "CopyWorkspaceImage", "workspaces:DescribeWorkspaceImages"),
  row("workspaces", "CreateStandbyWorkspaces", "workspaces:DescribeWorkspaces"),
];
