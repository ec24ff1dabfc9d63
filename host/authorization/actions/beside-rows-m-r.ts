/**
 * Operations of the services from m to r (by IAM prefix) for which AWS asks for further actions, which leave no event of their
 * own (beside-rows.ts). Which actions: [C SAR, operations], and semantics 5.4; that table does not tell when AWS asks, the
 * parameters do: [C API models and references of the services].
 */
import { type BesideRow, row } from "./beside-row.ts";
import { BESIDE_ROWS_OPENSEARCH } from "./beside-rows-opensearch.ts";

/** AWS may ask when one of the parameters is there, and of that form. */
function when(prefix: string, names: string, actions: string, parameters: string, of?: RegExp): BesideRow {
  return { prefix, names, actions, when: parameters, ...(of === undefined ? {} : { of }) };
}

const TRUE = /^true$/i;

const MEDIACONNECT: readonly BesideRow[] = [
  when("mediaconnect", "CreateBridge", "mediaconnect:AddBridgeOutputs", "outputs"),
  when("mediaconnect", "CreateBridge", "mediaconnect:AddBridgeSources", "sources"),
  row("mediaconnect", "DeleteBridge", "mediaconnect:RemoveBridgeOutput mediaconnect:RemoveBridgeSource"),
  when("mediaconnect", "CreateFlow", "mediaconnect:AddFlowMediaStreams", "mediaStreams.mediaStreamId"),
  when("mediaconnect", "CreateFlow", "mediaconnect:AddFlowOutputs", "outputs.protocol outputs.name"),
  when("mediaconnect", "CreateFlow", "mediaconnect:AddFlowVpcInterfaces", "vpcInterfaces.name"),
  when("mediaconnect", "CreateFlow", "mediaconnect:GrantFlowEntitlements", "entitlements.subscribers"),
  row("mediaconnect", "CreateFlow", "mediaconnect:AddFlowSources"),
  row(
    "mediaconnect",
    "DeleteFlow",
    "mediaconnect:RemoveFlowMediaStream mediaconnect:RemoveFlowOutput mediaconnect:RemoveFlowSource mediaconnect:RemoveFlowVpcInterface mediaconnect:RevokeFlowEntitlement",
  ),
  when(
    "mediaconnect",
    "CreateRouterInput CreateRouterOutput UpdateRouterInput UpdateRouterOutput",
    "mediaconnect:AssociateRouterNetworkInterface",
    "configuration.*.networkInterfaceArn",
  ),
  when(
    "mediaconnect",
    "CreateRouterInput UpdateRouterInput",
    "mediaconnect:UpdateFlowOutput",
    "configuration.mediaConnectFlow.flowArn configuration.mediaConnectFlow.flowOutputArn",
  ),
  when(
    "mediaconnect",
    "CreateRouterOutput UpdateRouterOutput",
    "mediaconnect:UpdateFlowSource",
    "configuration.mediaConnectFlow.flowArn configuration.mediaConnectFlow.flowSourceArn",
  ),
  // an update may also undo the link to a flow, which it does not name
  row("mediaconnect", "DeleteRouterInput", "mediaconnect:UpdateFlowOutput"),
  row("mediaconnect", "DeleteRouterOutput", "mediaconnect:UpdateFlowSource"),
];

const NETWORK_FIREWALL: readonly BesideRow[] = [
  when("network-firewall", "CreateFirewall", "network-firewall:AssociateFirewallPolicy", "firewallPolicyArn"),
  when(
    "network-firewall",
    "CreateFirewallPolicy UpdateFirewallPolicy",
    "network-firewall:ListRuleGroups",
    "firewallPolicy.statelessRuleGroupReferences firewallPolicy.statefulRuleGroupReferences",
  ),
  when(
    "network-firewall",
    "CreateFirewallPolicy UpdateFirewallPolicy",
    "network-firewall:ListTLSInspectionConfigurations",
    "firewallPolicy.tLSInspectionConfigurationArn",
  ),
  when(
    "network-firewall",
    "CreateProxyConfiguration",
    "network-firewall:AttachRuleGroupsToProxyConfiguration",
    "ruleGroupNames ruleGroupArns",
  ),
  row("network-firewall", "CreateVpcEndpointAssociation", "network-firewall:ListFirewalls"),
];

/** A link shares what it names with the monitoring account: each kind by an action of its own. */
const LINKS: readonly BesideRow[] = (
  [
    ["application-signals:Link", /^AWS::ApplicationSignals::/],
    ["applicationinsights:Link", /^AWS::ApplicationInsights::/],
    ["cloudwatch:Link", /^AWS::CloudWatch::/],
    ["internetmonitor:Link", /^AWS::InternetMonitor::/],
    ["logs:Link", /^AWS::Logs::/],
    ["xray:Link", /^AWS::XRay::/],
  ] as const
).map(([action, kind]) => when("oam", "CreateLink UpdateLink", action, "resourceTypes", kind));

const QUICKSIGHT_MEMBERS: readonly BesideRow[] = (
  [
    ["quicksight:UpdateAnalysisPermissions", /^ANALYSIS$/],
    ["quicksight:UpdateDashboardPermissions", /^DASHBOARD$/],
    ["quicksight:UpdateDataSetPermissions", /^DATASET$/],
    ["quicksight:UpdateDataSourcePermissions", /^DATASOURCE$/],
    ["quicksight:UpdateTopicPermissions", /^TOPIC$/],
  ] as const
).map(([action, kind]) =>
  when("quicksight", "CreateFolderMembership DeleteFolderMembership", action, "memberType", kind),
);

const QUICKSIGHT: readonly BesideRow[] = [
  ...QUICKSIGHT_MEMBERS,
  when(
    "quicksight",
    "CreateAnalysis CreateDashboard CreateDataSet CreateDataSource CreateTopic",
    "quicksight:CreateFolderMembership",
    "folderArns",
  ),
  when(
    "quicksight",
    "CreateAnalysis CreateDashboard CreateTemplate UpdateAnalysis UpdateDashboard",
    "quicksight:DescribeTemplate",
    "sourceEntity.sourceTemplate.arn",
  ),
  when("quicksight", "CreateTemplate", "quicksight:DescribeAnalysis", "sourceEntity.sourceAnalysis.arn"),
  when(
    "quicksight",
    "CreateAnalysis CreateDashboard UpdateAnalysis UpdateDashboard",
    "quicksight:DescribeTheme",
    "themeArn",
  ),
  row("quicksight", "CreateAnalysis CreateDashboard UpdateAnalysis UpdateDashboard", "quicksight:PassDataSet"),
  row("quicksight", "CreateAnalysis UpdateAnalysis", "quicksight:PassTopic"),
  row("quicksight", "CreateDataSet UpdateDataSet", "quicksight:PassDataSource quicksight:PassDataSet"),
  row("quicksight", "CreateTopic UpdateTopic", "quicksight:PassDataSet"),
  row("quicksight", "CreateKnowledgeBase", "quicksight:PassDataSource"),
  row("quicksight", "BatchDeleteKnowledgeBase", "quicksight:DeleteKnowledgeBase"),
  row("quicksight", "RestoreAnalysis", "quicksight:CreateFolderMembership quicksight:ListFoldersForResource"),
  row("quicksight", "CreateAccountSubscription", "quicksight:Subscribe"),
  row("quicksight", "DeleteAccountSubscription", "quicksight:Unsubscribe"),
  row("quicksight", "CreateRoleMembership DeleteRoleMembership", "quicksight:SetGroupMapping"),
  row("quicksight", "ListRoleMemberships", "quicksight:GetGroupMapping"),
  row("quicksight", "DeleteUserCustomPermission UpdateUserCustomPermission", "quicksight:UpdateUser"),
  row("quicksight", "CreateOAuthClientApplication", "quicksight:CreateDataSource"),
  row("quicksight", "DeleteOAuthClientApplication", "quicksight:DeleteDataSource"),
  row("quicksight", "UpdateOAuthClientApplication", "quicksight:UpdateDataSource"),
  row("quicksight", "ListOAuthClientApplications", "quicksight:ListDataSources"),
  row(
    "quicksight",
    "UpdateKeyRegistration",
    "quicksight:RegisterCustomerManagedKey quicksight:RemoveCustomerManagedKey",
  ),
  row("quicksight", "GetDashboardEmbedUrl", "quicksight:GetAnonymousUserEmbedUrl quicksight:GetAuthCode"),
  row("quicksight", "GetSessionEmbedUrl", "quicksight:GetAuthCode"),
];

const RDS_RESTORES = "RestoreDBClusterFromSnapshot RestoreDBClusterToPointInTime";

const RDS: readonly BesideRow[] = [
  when("rds", `CreateDBCluster ${RDS_RESTORES}`, "rds:CreateDBInstance", "dBClusterInstanceClass"),
  when("rds", "RestoreDBClusterFromS3", "rds:AddRoleToDBCluster", "s3IngestionRoleArn"),
  row("rds", `CreateDBCluster ${RDS_RESTORES}`, "rds:AddRoleToDBCluster"),
  when("rds", "CreateDBInstance ModifyDBInstance", "rds:CreateTenantDatabase", "multiTenant", TRUE),
  // a copy has the tenants of its source, which the request does not tell
  row(
    "rds",
    "CreateDBInstanceReadReplica RestoreDBInstanceFromDBSnapshot RestoreDBInstanceToPointInTime",
    "rds:CreateTenantDatabase",
  ),
  row("rds", "DeleteDBCluster", "rds:DeleteDBInstance"),
  row("rds", "DeleteDBInstance", "rds:DeleteTenantDatabase"),
  when("rds", "DeleteDBCluster", "rds:CreateDBClusterSnapshot rds:AddTagsToResource", "finalDBSnapshotIdentifier"),
  when("rds", "DeleteDBInstance", "rds:CreateDBSnapshot rds:AddTagsToResource", "finalDBSnapshotIdentifier"),
  row("rds", "ModifyDBCluster", "rds:ModifyDBInstance"),
  row("rds", "ModifyDBInstance PromoteReadReplica", "rds:AddTagsToResource"),
  row("rds", "RebootDBCluster", "rds:RebootDBInstance"),
  when("rds", "StopDBInstance", "rds:CreateDBSnapshot rds:AddTagsToResource", "dBSnapshotIdentifier"),
  row("rds", "CopyDBSnapshot", "rds:CopyCustomDBEngineVersion"),
  row("rds", "CreateBlueGreenDeployment", "rds:AddTagsToResource"),
  when("rds", "CreateBlueGreenDeployment", "rds:CreateDBInstance", "source"),
  when("rds", "CreateBlueGreenDeployment", "rds:CreateDBInstanceReadReplica", "source", /:db:/),
  when(
    "rds",
    "CreateBlueGreenDeployment",
    "rds:CreateDBCluster rds:CreateDBClusterEndpoint rds:CreateGlobalCluster",
    "source",
    /:(?:global-)?cluster:/,
  ),
  row(
    "rds",
    "DeleteBlueGreenDeployment",
    "rds:DeleteDBCluster rds:DeleteDBClusterEndpoint rds:DeleteDBInstance rds:DeleteGlobalCluster rds:PromoteReadReplica rds:PromoteReadReplicaDBCluster rds:RemoveFromGlobalCluster",
  ),
  row(
    "rds",
    "SwitchoverBlueGreenDeployment",
    "rds:ModifyDBCluster rds:ModifyDBInstance rds:ModifyGlobalCluster rds:PromoteReadReplica rds:PromoteReadReplicaDBCluster",
  ),
];

const REDSHIFT: readonly BesideRow[] = [
  row("redshift", "AddPartner", "redshift:DeletePartner"),
  when(
    "redshift",
    "CreateCluster RestoreFromClusterSnapshot",
    "redshift:AssociateDataShareConsumer redshift:RegisterNamespace",
    "catalogName",
  ),
  ...["PauseCluster", "ResizeCluster", "ResumeCluster"].map((name) =>
    when(
      "redshift",
      "CreateScheduledAction ModifyScheduledAction",
      `redshift:${name}`,
      `targetAction.${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    ),
  ),
  row("redshift", "CreateTags", "redshift:DeleteTags"),
  when("redshift", "DeleteCluster", "redshift:CreateClusterSnapshot", "finalClusterSnapshotIdentifier"),
  // [C Redshift API reference]: its permission must be there when the parameter is
  {
    prefix: "redshift",
    names: "GetClusterCredentials",
    actions: "redshift:CreateClusterUser",
    when: "autoCreate",
    of: TRUE,
    isSure: true,
  },
  { prefix: "redshift", names: "GetClusterCredentials", actions: "redshift:JoinGroup", when: "dbGroups", isSure: true },
  row("redshift", "ListRecommendations", "redshift:ViewQueriesInConsole"),
  row("redshift-serverless", "CreateScheduledAction UpdateScheduledAction", "redshift-serverless:CreateSnapshot"),
];

export const BESIDE_ROWS_M_R: readonly BesideRow[] = [
  ...MEDIACONNECT,
  row("mediaconvert", "GetJobTemplate", "mediaconvert:ListJobTemplates"),
  row("mediaconvert", "GetPreset", "mediaconvert:ListPresets"),
  when("memorydb", "DeleteCluster", "memorydb:CreateSnapshot", "finalSnapshotName"),
  row("mq", "UpdateBroker", "mq:UpdateBrokerAccessConfiguration"),
  ...NETWORK_FIREWALL,
  ...LINKS,
  ...BESIDE_ROWS_OPENSEARCH,
  row("observabilityadmin", "CreateTelemetryPipeline UpdateTelemetryPipeline", "cloudwatch:PutPipelineRule"),
  row("observabilityadmin", "DeleteTelemetryPipeline", "cloudwatch:DeletePipelineRule"),
  row("omics", "StartRunBatch", "omics:StartRun"),
  row("organizations", "AcceptHandshake", "organizations:LeaveOrganization"),
  row("qbusiness", "AssociatePermission DisassociatePermission", "qbusiness:PutResourcePolicy"),
  when(
    "qbusiness",
    "CreateDataAccessor",
    "qbusiness:CreateDataAccessorWithTti",
    "authenticationDetail.authenticationType",
    /^AWS_IAM_IDC_TTI$/,
  ),
  row("qbusiness", "CreateDataSource", "qbusiness:DisableAclOnDataSource"),
  ...QUICKSIGHT,
  ...RDS,
  ...REDSHIFT,
  row("rekognition", "CopyProjectVersion", "rekognition:CreateProjectVersion"),
  when("rekognition", "CreateDataset", "rekognition:ListDatasetEntries", "datasetSource.datasetArn"),
  row("resource-groups", "CancelTagSyncTask", "resource-groups:DeleteGroup"),
  row("resource-groups", "StartTagSyncTask", "resource-groups:CreateGroup"),
];
