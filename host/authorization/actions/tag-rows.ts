/**
 * Tags in a request: where they stand, and which services are known to ask for a tagging action of their own then
 * (semantics 5.4, row multi-action). Whether an action takes tags at all is the catalogue's to say.
 */

/** Where requests of any service hold them [C API models of all services; E]. */
export const TAG_PATHS: readonly string[] = [
  "tags",
  "tagSet",
  "tagList",
  "tagsList",
  "addTags",
  "tagSpecificationSet",
  "tagSpecification",
  "tagSpecifications",
];

/** Where requests of one service hold them besides [C API models]. A name `*` stands for any member. */
export const TAG_PATHS_OF: Readonly<Record<string, string>> = {
  amplifyuibuilder: "*.tags",
  apigateway: "*.tags",
  appstream: "newImageTags",
  "aws-marketplace": "changeSetTags changeSet.entityTags",
  backup:
    "backupVaultTags backupPlanTags frameworkTags reportPlanTags recoveryPointTags backupPlan.rules.recoveryPointTags tieringConfigurationTags",
  batch: "computeResources.tags",
  "bcm-dashboards": "resourceTags",
  "bcm-data-exports": "resourceTags",
  bedrock: "jobTags targetModelTags customModelTags importedModelTags modelTags",
  billing: "resourceTags",
  budgets: "resourceTags",
  chime: "attendees.tags",
  cloudfront: "distributionConfigWithTags.tags streamingDistributionConfigWithTags.tags",
  cloudwatch: "managedRules.tags",
  "cognito-identity": "identityPoolTags",
  "cognito-idp": "userPoolTags",
  ce: "resourceTags",
  directconnect: "*.tags childConnectionTags",
  drs: "stagingAreaTags",
  ec2: "*.tagSpecification *.tagSpecifications *.tagSpecificationSet spotFleetRequestConfig.launchSpecifications.tagSpecificationSet",
  ecs: "volumeConfigurations.managedEBSVolume.tagSpecifications",
  elasticbeanstalk: "tagsToAdd",
  "emr-containers": "jobTemplateData.jobTags",
  fsx: "windowsConfiguration.finalBackupTags lustreConfiguration.finalBackupTags openZFSConfiguration.finalBackupTags ontapConfiguration.finalBackupTags",
  glue: "tagsToAdd",
  imagebuilder: "distributions.amiDistributionConfiguration.amiTags",
  invoicing: "resourceTags",
  lex: "botTags testBotAliasTags resourceSpecification.botImportSpecification.botTags resourceSpecification.botImportSpecification.testBotAliasTags resourceSpecification.testSetImportResourceSpecification.testSetTags",
  managedblockchain: "memberConfiguration.tags",
  mediaconnect: "flowTags *.tags *.*.tags",
  mgn: "stagingAreaTags",
  mobiletargeting: "*.tags tagsModel.tags",
  networkmonitor: "probe.tags",
  omics: "sources.tags",
  pipes: "targetParameters.ecsTaskParameters.tags",
  ram: "resourceShareTags",
  robomaker: "worldTags createSimulationJobRequests.tags",
  s3: "*.tags",
  "ssm-incidents": "incidentTemplate.incidentTags incidentTemplateTags",
  thinclient: "deviceCreationTags",
  workspaces: "workspaces.tags standbyWorkspaces.tags",
};

/** Parameter of EC2 that tells what kind of resource the tags are for, beside the tags. */
export const TAGGED_TYPE_PATHS: readonly string[] = [
  "tagSpecificationSet.items.resourceType",
  "*.tagSpecification.resourceType",
];

interface SureRow {
  readonly prefix: string;
  readonly names: string;
  /** Of two parted by `|` either is enough, and which one was asked is not known. */
  readonly action: string;
  /** The request names what it makes, so that its resource follows from the request. */
  readonly isNamed: boolean;
}

function row(prefix: string, names: string, action: string, isNamed = true): SureRow {
  return { prefix, names, action, isNamed };
}

/** Documented to ask for the tagging action whenever the request has tags. */
export const SURE_TAG_ROWS: readonly SureRow[] = [
  // [C IAM user guide, tagging IAM resources]
  row("iam", "CreateRole", "iam:TagRole"),
  row("iam", "CreateUser", "iam:TagUser"),
  row("iam", "CreatePolicy", "iam:TagPolicy"),
  row("iam", "CreateInstanceProfile", "iam:TagInstanceProfile"),
  row("iam", "CreateOpenIDConnectProvider", "iam:TagOpenIDConnectProvider", false),
  row("iam", "CreateSAMLProvider", "iam:TagSAMLProvider", false),
  row("iam", "CreateVirtualMFADevice", "iam:TagMFADevice", false),
  row("iam", "UploadServerCertificate", "iam:TagServerCertificate", false),
  // [C Elastic Load Balancing user guides, tags at creation]
  row(
    "elasticloadbalancing",
    "CreateLoadBalancer CreateTargetGroup CreateListener CreateRule CreateTrustStore",
    "elasticloadbalancing:AddTags",
    false,
  ),
  // [C API reference of each operation]
  row("cloudwatch", "PutMetricAlarm PutCompositeAlarm PutInsightRule", "cloudwatch:TagResource"),
  row("elasticfilesystem", "CreateFileSystem CreateAccessPoint", "elasticfilesystem:TagResource", false),
  row("events", "PutRule", "events:TagResource"),
  row("ssm", "PutParameter CreateDocument CreateMaintenanceWindow CreatePatchBaseline", "ssm:AddTagsToResource"),
  row("firehose", "CreateDeliveryStream", "firehose:TagDeliveryStream"),
  row("kms", "CreateKey", "kms:TagResource", false),
  row("logs", "CreateLogGroup", "logs:TagResource|logs:TagLogGroup"),
  row(
    "organizations",
    "CreateAccount CreateGovCloudAccount CreateOrganizationalUnit CreatePolicy InviteAccountToOrganization",
    "organizations:TagResource",
    false,
  ),
  row("rekognition", "CreateCollection CreateStreamProcessor", "rekognition:TagResource", false),
  row("s3", "CreateStorageLensGroup", "s3:TagResource", false),
  row("ssm", "CreateOpsItem", "ssm:AddTagsToResource", false),
  row(
    "workspaces",
    "CreateWorkspaceBundle CreateWorkspaceImage CreateUpdatedWorkspaceImage",
    "workspaces:CreateTags",
    false,
  ),
  row("secretsmanager", "CreateSecret", "secretsmanager:TagResource"),
  row("sns", "CreateTopic", "sns:TagResource"),
  row("sqs", "CreateQueue", "sqs:TagQueue"),
];

/** Session tags are beside-rows' affair; these services' tagging actions are asked for existing objects only. */
export const WITHOUT_TAG_ROWS: ReadonlySet<string> = new Set(["sts"]);
