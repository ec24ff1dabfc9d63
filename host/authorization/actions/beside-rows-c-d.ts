/**
 * Operations of the services from c to d (by IAM prefix) for which AWS asks for further actions, which leave no event of their
 * own (beside-rows.ts). Which actions: [C SAR, operations], and semantics 5.4, unless marked; that table does not tell when AWS
 * asks, the parameters do: [C API models and references of the services].
 */
import { always, type BesideRow, given, row } from "./beside-row.ts";

const CLOUD_FORMATION: readonly BesideRow[] = [
  given(
    "cloudformation",
    "UpdateStack",
    "cloudformation:SetStackPolicy",
    "stackPolicyBody stackPolicyURL stackPolicyDuringUpdateBody stackPolicyDuringUpdateURL",
  ),
  // tags that the stack had and the request has not; those of a change set stand in it
  given("cloudformation", "UpdateStack UpdateStackSet CreateChangeSet", "cloudformation:UntagResource", "tags"),
  row("cloudformation", "ExecuteChangeSet", "cloudformation:TagResource cloudformation:UntagResource"),
  row("cloudformation", "DetectStackDrift", "cloudformation:DetectStackResourceDrift"),
];

const REGIONS = "replicationSpecification.regionList";

/** Of keyspaces in several regions, and what is in them. */
const KEYSPACES: readonly BesideRow[] = [
  given("cassandra", "CreateKeyspace", "cassandra:CreateMultiRegionResource", REGIONS),
  row("cassandra", "CreateTable CreateType", "cassandra:CreateMultiRegionResource"),
  row(
    "cassandra",
    "DeleteKeyspace DeleteTable DeleteType DropKeyspace DropTable DropType",
    "cassandra:DropMultiRegionResource",
  ),
  row("cassandra", "UpdateKeyspace UpdateTable AlterKeyspace AlterTable", "cassandra:AlterMultiRegionResource"),
  given(
    "cassandra",
    "UpdateKeyspace",
    "cassandra:Create cassandra:CreateMultiRegionResource cassandra:Modify cassandra:ModifyMultiRegionResource cassandra:Select cassandra:SelectMultiRegionResource",
    REGIONS,
  ),
  row("cassandra", "RestoreTable", "cassandra:RestoreMultiRegionTable cassandra:Select"),
  row(
    "cassandra",
    "TagResource",
    "cassandra:Alter cassandra:AlterMultiRegionResource cassandra:TagMultiRegionResource",
  ),
  row(
    "cassandra",
    "UntagResource",
    "cassandra:Alter cassandra:AlterMultiRegionResource cassandra:UnTagMultiRegionResource",
  ),
];

const VPC_ORIGIN =
  "distributionConfig.origins.items.vpcOriginConfig.vpcOriginId distributionConfigWithTags.distributionConfig.origins.items.vpcOriginConfig.vpcOriginId";
const CONNECTION_MODE =
  "distributionConfig.connectionMode distributionConfigWithTags.distributionConfig.connectionMode";

const CLOUD_FRONT: readonly BesideRow[] = [
  // [C CloudFront API reference] for the three
  always("cloudfront", "AssociateAlias", "cloudfront:UpdateDistribution", "targetDistributionId"),
  always(
    "cloudfront",
    "CopyDistribution",
    "cloudfront:CreateDistribution cloudfront:GetDistribution",
    "primaryDistributionId",
  ),
  always(
    "cloudfront",
    "UpdateDistributionWithStagingConfig",
    "cloudfront:GetDistribution cloudfront:UpdateDistribution",
    "id",
  ),
  {
    ...given(
      "cloudfront",
      "CreateDistribution CreateDistributionWithTags UpdateDistribution",
      "cloudfront:GetVpcOrigin",
      VPC_ORIGIN,
    ),
    ofAnother: true,
  },
  {
    ...row(
      "cloudfront",
      "AssociateDistributionWebACL CopyDistribution CreateDistributionTenant UpdateDistributionTenant UpdateDistributionWithStagingConfig",
      "cloudfront:GetVpcOrigin",
    ),
    ofAnother: true,
  },
  given(
    "cloudfront",
    "CreateDistribution CreateDistributionWithTags",
    "cloudfront:CreateConnectionGroup",
    CONNECTION_MODE,
    /^tenant-only$/,
  ),
  row("cloudfront", "ListConflictingAliases", "cloudfront:GetDistribution"),
  row("cloudfront", "ListDomainConflicts", "cloudfront:GetDistribution cloudfront:GetDistributionTenant"),
  row("cloudfront", "UpdateDomainAssociation", "cloudfront:UpdateDistribution cloudfront:UpdateDistributionTenant"),
];

/** Both names of the service are asked for, whichever the call had. */
const CONNECTION_NAMES =
  "CreateConnection CreateHost CreateRepositoryLink CreateSyncConfiguration DeleteConnection DeleteHost DeleteRepositoryLink DeleteSyncConfiguration GetConnection GetHost GetRepositoryLink GetRepositorySyncStatus GetResourceSyncStatus GetSyncBlockerSummary GetSyncConfiguration ListConnections ListHosts ListRepositoryLinks ListSyncConfigurations ListTagsForResource TagResource UntagResource UpdateHost UpdateRepositoryLink UpdateSyncBlocker UpdateSyncConfiguration";
const PASS_CONNECTION = "codeconnections:PassConnection codestar-connections:PassConnection";
const CONNECTIONS = `${PASS_CONNECTION} codeconnections:UseConnection codestar-connections:UseConnection`;
const HOST = /^(?:BITBUCKET|GITHUB|GITLAB)/i;
const CONNECTION = /:code(?:connections|star-connections):/;

const DEVELOPER_TOOLS: readonly BesideRow[] = [
  // sources at a code host: by a connection that they name, or by the account's own credentials for it [S CodeBuild user guide]
  {
    ...given("codebuild", "CreateProject UpdateProject", CONNECTIONS, "source.type secondarySources.type", HOST),
    ofAnother: true,
  },
  {
    ...given("codebuild", "StartBuild StartBuildBatch", CONNECTIONS, "sourceAuthOverride.resource", CONNECTION),
    ofAnother: true,
  },
  {
    ...given("codebuild", "ImportSourceCredentials", CONNECTIONS, "authType", /^CODECONNECTIONS$/i),
    ofAnother: true,
  },
  {
    ...given(
      "codepipeline",
      "CreatePipeline UpdatePipeline",
      PASS_CONNECTION,
      "pipeline.stages.actions.configuration.ConnectionArn",
    ),
    ofAnother: true,
  },
  ...CONNECTION_NAMES.split(" ").flatMap((name) => [
    row("codeconnections", name, `codestar-connections:${name}`),
    row("codestar-connections", name, `codeconnections:${name}`),
  ]),
  ...["codeconnections", "codestar-connections"].flatMap((prefix) => [
    given(prefix, "CreateRepositoryLink UpdateRepositoryLink", CONNECTIONS, "connectionArn"),
    {
      ...given(
        prefix,
        "CreateSyncConfiguration UpdateSyncConfiguration",
        "codeconnections:PassRepository codestar-connections:PassRepository",
        "repositoryLinkId",
      ),
      ofAnother: true as const,
    },
  ]),
  given("codedeploy", "CreateDeployment", "codedeploy:RegisterApplicationRevision", "revision.revisionType"),
  row(
    "codedeploy",
    "CreateDeployment",
    "codedeploy:GetApplicationRevision codedeploy:GetDeploymentConfig codedeploy:UpdateDeploymentGroup",
  ),
  // of a deployment by CloudFormation
  row(
    "codedeploy",
    "ContinueDeployment PutLifecycleEventHookExecutionStatus SkipWaitTimeForInstanceTermination StopDeployment",
    "codedeploy:CreateCloudFormationDeployment",
  ),
];

/** Actions from before the API had names of its own. */
const CONTROL_TOWER: readonly BesideRow[] = (
  [
    ["CreateLandingZone", "SetupLandingZone PerformPreLaunchChecks"],
    ["UpdateLandingZone ResetLandingZone", "SetupLandingZone"],
    ["DisableBaseline", "DeregisterOrganizationalUnit"],
    ["EnableBaseline ResetEnabledBaseline UpdateEnabledBaseline", "ManageOrganizationalUnit"],
    ["DisableControl", "DisableGuardrail"],
    ["EnableControl", "EnableGuardrail"],
    ["GetBaselineOperation", "DescribeRegisterOrganizationalUnitOperation"],
    ["GetEnabledBaseline", "DescribeManagedAccount DescribeManagedOrganizationalUnit"],
    ["GetEnabledControl", "DescribeGuardrailForTarget"],
    [
      "GetLandingZone",
      "DescribeLandingZoneConfiguration GetAvailableUpdates GetLandingZoneDriftStatus GetLandingZoneStatus",
    ],
    ["GetLandingZoneOperation ListLandingZoneOperations", "GetLandingZoneStatus"],
    ["ListEnabledBaselines", "ListManagedAccounts ListManagedOrganizationalUnits"],
    ["ListEnabledControls", "ListGuardrailsForTarget"],
    ["ListLandingZones", "GetHomeRegion"],
  ] as const
).map(([names, actions]) => ({
  ...row(
    "controltower",
    names,
    actions.replace(/^| /g, (gap) => `${gap}controltower:`),
  ),
  ofAnother: true,
}));

const DATA_EXCHANGE: readonly BesideRow[] = [
  row("dataexchange", "AcceptDataGrant", "aws-marketplace:Subscribe"),
  row(
    "dataexchange",
    "CreateDataGrant",
    "dataexchange:CreateJob dataexchange:PublishDataSet dataexchange:PublishToDataGrant dataexchange:StartJob",
  ),
  row("dataexchange", "DeleteDataGrant", "dataexchange:CreateJob dataexchange:DeleteDataSet dataexchange:StartJob"),
  row("dataexchange", "UpdateRevision", "dataexchange:PublishDataSet dataexchange:PublishToDataGrant"),
];

const COPIED =
  "dynamodb:BatchWriteItem dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:Scan dynamodb:UpdateItem";

function elsewhere(names: string, actions: string, when: string): BesideRow {
  return { ...given("dynamodb", names, actions, when), inOtherRegion: true };
}

const DYNAMODB: readonly BesideRow[] = [
  row("dynamodb", "RestoreTableFromBackup RestoreTableToPointInTime", COPIED),
  // [C DynamoDB API reference]
  always("dynamodb", "CreateTable", "dynamodb:PutResourcePolicy", "resourcePolicy"),
  // a replica of another account's table
  given(
    "dynamodb",
    "CreateTable",
    `dynamodb:AssociateTableReplica dynamodb:CreateTableReplica ${COPIED}`,
    "globalTableSourceArn",
  ),
  row("dynamodb", "RestoreTableToPointInTime", "dynamodb:AssociateTableReplica dynamodb:CreateTableReplica"),
  elsewhere(
    "UpdateTable",
    `dynamodb:CreateTable dynamodb:CreateTableReplica dynamodb:TagResource ${COPIED}`,
    "replicaUpdates.create.regionName",
  ),
  // [S DynamoDB developer guide, global tables]
  elsewhere("UpdateTable", "dynamodb:DeleteTableReplica", "replicaUpdates.delete.regionName"),
  elsewhere("UpdateTable", "dynamodb:CreateGlobalTableWitness", "globalTableWitnessUpdates.create.regionName"),
  elsewhere("UpdateTable", "dynamodb:DeleteGlobalTableWitness", "globalTableWitnessUpdates.delete.regionName"),
];

/** [C Aurora DSQL API reference]: also of the other clusters, and in the witness's region. */
const DSQL: readonly BesideRow[] = [
  always(
    "dsql",
    "CreateCluster UpdateCluster",
    "dsql:PutMultiRegionProperties",
    "multiRegionProperties.witnessRegion multiRegionProperties.clusters",
  ),
  always("dsql", "CreateCluster UpdateCluster", "dsql:PutWitnessRegion", "multiRegionProperties.witnessRegion"),
  {
    ...given("dsql", "CreateCluster UpdateCluster", "dsql:AddPeerCluster", "multiRegionProperties.clusters"),
    ofAnother: true,
  },
  {
    ...given("dsql", "UpdateCluster", "dsql:RemovePeerCluster", "multiRegionProperties.witnessRegion"),
    ofAnother: true,
  },
  given("dsql", "CreateCluster", "dsql:PutClusterPolicy", "policy"),
];

export const BESIDE_ROWS_C_D: readonly BesideRow[] = [
  ...KEYSPACES,
  ...CLOUD_FORMATION,
  ...CLOUD_FRONT,
  given("cloudtrail", "CreateDashboard UpdateDashboard", "cloudtrail:StartDashboardRefresh", "refreshSchedule"),
  given("cloudtrail", "CreateDashboard UpdateDashboard", "cloudtrail:StartQuery", "widgets refreshSchedule"),
  row("cloudtrail", "StartDashboardRefresh", "cloudtrail:StartQuery"),
  ...DEVELOPER_TOOLS,
  row("config", "PutThirdPartyServiceLinkedConfigurationRecorder", "config:GetConnector"),
  ...CONTROL_TOWER,
  ...DATA_EXCHANGE,
  row("deadline", "CreateJob", "deadline:GetJobTemplate"),
  ...DSQL,
  ...DYNAMODB,
];
