/**
 * Operations of the services from e to h (by IAM prefix) for which AWS asks for further actions, which leave no event of their
 * own (beside-rows.ts). Which actions: [C SAR, operations], checked for ecr, ecs, eks, elasticache, elasticfilesystem,
 * elasticloadbalancing, elasticmapreduce, emr-serverless, events, firehose, fis, fms, fsx, globalaccelerator, glue, guardduty;
 * or from semantics 5.4, unless marked. That table does not tell when AWS asks, the parameters do: [C API models and
 * references of the services].
 */
import { always, type BesideRow, given, row } from "./beside-row.ts";

const TRUE = /^true$/i;

/** The reference's page of EC2 was not at hand: [C EC2 user guide], or dependent actions of iam-data@0.15.202512061. */
const EC2: readonly BesideRow[] = [
  row("ec2", "CreateFleet ModifyFleet RequestSpotFleet ModifySpotFleetRequest", "ec2:RunInstances ec2:CreateTags"),
  row("ec2", "RequestSpotInstances", "ec2:RunInstances"),
  // tags that the launch template holds [C EC2 user guide, tags at creation]
  given("ec2", "RunInstances", "ec2:CreateTags", "launchTemplate"),
  given(
    "ec2",
    "CreateSubnetCidrReservation PurchaseHostReservation CreateCapacityReservationBySplitting",
    "ec2:CreateTags",
    "tagSpecification tagSpecifications *.tagSpecification *.tagSpecifications",
  ),
  given("ec2", "CopyImage", "ec2:CreateTags", "copyImageTags *.copyImageTags", TRUE),
  // [U] the tags of the volumes
  given("ec2", "CreateSnapshots", "ec2:CreateTags", "copyTagsFromSource *.copyTagsFromSource"),
  // endpoints across regions [C PrivateLink guide]; the service's region can be the endpoint's own
  given("ec2", "CreateVpcEndpoint", "vpce:AllowMultiRegion", "serviceRegion *.serviceRegion"),
  given(
    "ec2",
    "CreateVpcEndpointServiceConfiguration ModifyVpcEndpointServiceConfiguration",
    "vpce:AllowMultiRegion",
    "supportedRegion *.supportedRegion addSupportedRegion *.addSupportedRegion removeSupportedRegion *.removeSupportedRegion",
  ),
  // [C Verified Access user guide]
  row("ec2", "CreateVerifiedAccessInstance", "verified-access:AllowVerifiedAccess"),
];

/** Images of a repository that caches another registry's; which repositories do, the request tells only by their names' form. */
const IN_A_NAMESPACE = /\//;

const CONTAINERS: readonly BesideRow[] = [
  given(
    "ecr",
    "BatchGetImage",
    "ecr:BatchImportUpstreamImage ecr:CreateRepository ecr:TagResource",
    "repositoryName",
    IN_A_NAMESPACE,
  ),
  given("ecr", "GetDownloadUrlForLayer", "ecr:BatchImportUpstreamImage", "repositoryName", IN_A_NAMESPACE),
  row("ecr", "CreateRepositoryCreationTemplate UpdateRepositoryCreationTemplate", "ecr:CreateRepository"),
  given(
    "ecr",
    "CreateRepositoryCreationTemplate UpdateRepositoryCreationTemplate",
    "ecr:PutLifecyclePolicy",
    "lifecyclePolicy",
  ),
  given(
    "ecr",
    "CreateRepositoryCreationTemplate UpdateRepositoryCreationTemplate",
    "ecr:SetRepositoryPolicy",
    "repositoryPolicy",
  ),
  // providers of managed instances belong to a cluster
  given(
    "ecs",
    "CreateCapacityProvider DeleteCapacityProvider UpdateCapacityProvider",
    "ecs:PutClusterCapacityProviders",
    "cluster",
  ),
  row("ecs", "CreateExpressGatewayService", "ecs:CreateCluster ecs:RegisterTaskDefinition"),
  row("ecs", "UpdateExpressGatewayService", "ecs:RegisterTaskDefinition"),
  // for the nodes of Auto Mode
  given("eks", "CreateCluster UpdateClusterConfig", "eks:CreateAccessEntry", "computeConfig.nodeRoleArn"),
];

const STORAGE: readonly BesideRow[] = [
  // [C ElastiCache API reference]: denied without
  always(
    "elasticache",
    "DeleteCacheCluster DeleteReplicationGroup",
    "elasticache:CreateSnapshot",
    "finalSnapshotIdentifier",
  ),
  always("elasticache", "DeleteServerlessCache", "elasticache:CreateServerlessCacheSnapshot", "finalSnapshotName"),
  // of some kinds unless the request says no, of others never
  row("fsx", "DeleteFileSystem", "fsx:CreateBackup"),
  always(
    "fsx",
    "DeleteVolume",
    "fsx:BypassSnaplockEnterpriseRetention",
    "ontapConfiguration.bypassSnaplockEnterpriseRetention",
    TRUE,
  ),
  given("fsx", "CreateFileCache", "fsx:CreateDataRepositoryAssociation", "dataRepositoryAssociations"),
  row("fsx", "DeleteFileCache", "fsx:DeleteDataRepositoryAssociation"),
];

const GLUE: readonly BesideRow[] = [
  ...[
    ["BatchDeleteConnection", "DeleteConnection"],
    ["BatchDeleteTableVersion", "DeleteTableVersion"],
    ["BatchGetBlueprints", "GetBlueprint"],
    ["BatchGetCustomEntityTypes", "GetCustomEntityType"],
    ["BatchGetDevEndpoints", "GetDevEndpoint"],
    ["BatchGetJobs", "GetJob"],
    ["BatchGetTriggers", "GetTrigger"],
    ["BatchGetWorkflows", "GetWorkflow"],
  ].map(([batch = "", one = ""]) => row("glue", batch, `glue:${one}`)),
  given("glue", "CreateCatalog", "glue:PassConnection", "catalogInput.federatedCatalog.connectionName"),
  given("glue", "CreateDatabase", "glue:PassConnection", "databaseInput.federatedDatabase.connectionName"),
  given(
    "glue",
    "CreateTable UpdateTable",
    "glue:PassConnection",
    "tableInput.viewDefinition.representations.validationConnection tableInput.parameters.connectionName",
  ),
  given(
    "glue",
    "CreateTableOptimizer UpdateTableOptimizer",
    "glue:PassConnection",
    "tableOptimizerConfiguration.vpcConfiguration.glueConnectionName",
  ),
  row("glue", "CreateConnection", "glue:DescribeConnectionType"),
  // of callers who have a profile
  row("glue", "CreateJob CreateSession StartJobRun UpdateJob", "glue:GetUsageProfile"),
];

export const BESIDE_ROWS_E_H: readonly BesideRow[] = [
  ...EC2,
  ...CONTAINERS,
  ...STORAGE,
  row("elasticmapreduce", "CreatePersistentAppUI", "elasticmapreduce:AccessAllEventLogs"),
  given(
    "emr-serverless",
    "GetDashboardForJobRun",
    "emr-serverless:AccessSystemProfileLogs",
    "accessSystemProfileLogs",
    TRUE,
  ),
  row("globalaccelerator", "AddEndpoints RemoveEndpoints", "globalaccelerator:UpdateEndpointGroup"),
  ...GLUE,
];
