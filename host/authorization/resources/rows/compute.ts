/** Rows of the compute services: ECS, EKS, Auto Scaling, load balancing, Batch, Elastic Beanstalk, App Runner; Lambda has its own reading. */
import { regionalForm } from "../arn-forms.ts";
import { afterColon, beforeColon, onlyIf, unless } from "../readings.ts";
import { type ResourceRow, type RowOptions, read, row, type ServiceRows } from "../resource-row.ts";

const EKS_NAME = ["clusterName", "name"];

/** With and without the cluster: the older form of ARNs has none [S ECS developer guide, ARNs and IDs]. */
function ecsForms(type: string, placeholder: string): readonly string[] {
  return [
    regionalForm("ecs", `${type}/{ClusterName}/{${placeholder}}`),
    regionalForm("ecs", `${type}/{${placeholder}}`),
  ];
}

/** A request without a cluster means the one named `default` [C ECS API reference]. */
const DEFAULT_CLUSTER =
  /^(?:runtask|starttask|stoptask|describetasks|describeservices|createservice|updateservice|deleteservice|executecommand|registercontainerinstance|describecluster.*|createcluster|submit.*|discoverpollendpoint)$/;

/** A load balancer of a newer kind that is being made: its id does not exist yet. */
function newBalancer(kind: string, when: Pick<RowOptions, "lacks" | "needs">): ResourceRow {
  const forms = [regionalForm("elasticloadbalancing", `loadbalancer/${kind}/{LoadBalancerName}/*`)];
  return row("loadbalancer", { LoadBalancerName: "name" }, { actions: /^createloadbalancer$/, forms, ...when });
}

export const COMPUTE_ROWS: readonly ServiceRows[] = [
  {
    prefix: "ecs",
    source: "semantics 6.2, row ecs [E]; ECS API reference",
    rows: [
      row("cluster", { ClusterName: ["cluster", "clusterName", "clusters"] }),
      row(
        "cluster",
        {},
        { lacks: "cluster", actions: DEFAULT_CLUSTER, forms: [regionalForm("ecs", "cluster/default")] },
      ),
      row(
        "service",
        { ClusterName: "cluster", ServiceName: ["service", "serviceName", "services", "serviceArn"] },
        { forms: ecsForms("service", "ServiceName") },
      ),
      row("task", { ClusterName: "cluster", TaskId: ["task", "tasks"] }, { forms: ecsForms("task", "TaskId") }),
      row(
        "container-instance",
        { ClusterName: "cluster", ContainerInstanceId: ["containerInstance", "containerInstances"] },
        { forms: ecsForms("container-instance", "ContainerInstanceId") },
      ),
      row("task-set", {
        ClusterName: "cluster",
        ServiceName: "service",
        TaskSetId: ["taskSet", "taskSets", "primaryTaskSet"],
      }),
      // a family without revision means the latest one
      row("task-definition", {
        TaskDefinitionFamilyName: [read("taskDefinition", beforeColon), read("family", beforeColon)],
        TaskDefinitionRevisionNumber: [read("taskDefinition", afterColon)],
      }),
      row(
        "task-definition",
        { FamilyAndRevision: read("taskDefinitions", onlyIf(/:\d+$/)) },
        { forms: [regionalForm("ecs", "task-definition/{FamilyAndRevision}")] },
      ),
      row(
        "task-definition",
        { Family: [read("taskDefinition", unless(/:/)), "family"] },
        { forms: [regionalForm("ecs", "task-definition/{Family}:*")] },
      ),
      row("capacity-provider", { CapacityProviderName: ["capacityProvider", "name", "capacityProviders"] }),
      row("service-deployment", { ServiceDeploymentId: ["serviceDeploymentArn", "serviceDeploymentArns"] }),
      row("service-revision", { ServiceRevisionId: "serviceRevisionArns" }),
    ],
  },
  {
    prefix: "eks",
    source: "semantics 6.2, row eks [E]; EKS API reference (the cluster's name is `name` in the path)",
    rows: [
      row("cluster", { ClusterName: EKS_NAME }),
      row("nodegroup", { ClusterName: EKS_NAME, NodegroupName: "nodegroupName" }),
      row("addon", { ClusterName: EKS_NAME, AddonName: "addonName" }),
      row("fargateprofile", { ClusterName: EKS_NAME, FargateProfileName: "fargateProfileName" }),
      row("identityproviderconfig", {
        ClusterName: EKS_NAME,
        IdentityProviderType: "identityProviderConfig.type",
        IdentityProviderConfigName: "identityProviderConfig.name",
      }),
      row("podidentityassociation", { ClusterName: EKS_NAME, UUID: "associationId" }),
      row(
        "access-entry",
        { ClusterName: EKS_NAME },
        { needs: "principalArn", forms: [regionalForm("eks", "access-entry/{ClusterName}/*")] },
      ),
      row("capability", { ClusterName: EKS_NAME, CapabilityName: "capabilityName" }),
      row("eks-anywhere-subscription", { UUID: "id" }),
    ],
  },
  {
    prefix: "autoscaling",
    source: "semantics 6.2, row autoscaling [E]; EC2 Auto Scaling API reference",
    rows: [
      row("autoScalingGroup", {
        GroupFriendlyName: ["autoScalingGroupName", "autoScalingGroupNames", "tags.resourceId"],
      }),
      row("launchConfiguration", { LaunchConfigurationName: ["launchConfigurationName", "launchConfigurationNames"] }),
    ],
  },
  {
    prefix: "elasticloadbalancing",
    source: "semantics 6.2, row elasticloadbalancing [E]; Elastic Load Balancing API references of 2012 and 2015",
    rows: [
      row("loadbalancer", { LoadBalancerName: ["loadBalancerName", "loadBalancerNames"] }),
      ...["app", "net", "gwy"].flatMap((kind) => [
        row(`loadbalancer/${kind}/`, { LoadBalancerId: ["loadBalancerArn", "loadBalancerArns", "resourceArns"] }),
        row(`listener/${kind}`, { ListenerId: ["listenerArn", "listenerArns", "resourceArns"] }),
      ]),
      // the catalogue knows of the older kind only
      newBalancer("app", { lacks: "type" }),
      newBalancer("app", { needs: read("type", onlyIf(/^application$/)) }),
      newBalancer("net", { needs: read("type", onlyIf(/^network$/)) }),
      newBalancer("gwy", { needs: read("type", onlyIf(/^gateway$/)) }),
      ...["app", "net"].map((kind) =>
        row(`listener-rule/${kind}`, {
          ListenerRuleId: ["ruleArn", "ruleArns", "rulePriorities.ruleArn", "resourceArns"],
        }),
      ),
      row("targetgroup", { TargetGroupId: ["targetGroupArn", "targetGroupArns", "resourceArns"] }),
      row("targetgroup", { TargetGroupName: "name" }, { actions: /^createtargetgroup$/ }),
      row("truststore", { TrustStoreId: ["trustStoreArn", "trustStoreArns", "resourceArns"] }),
      row("truststore", { TrustStoreName: "name" }, { actions: /^createtruststore$/ }),
    ],
  },
  {
    prefix: "batch",
    source: "Batch API reference",
    rows: [
      row("compute-environment", { ComputeEnvironmentName: ["computeEnvironment", "computeEnvironmentName"] }),
      row("job-queue", { JobQueueName: ["jobQueue", "jobQueueName"] }),
      row("job-definition", { JobDefinitionName: [read("jobDefinition", beforeColon), "jobDefinitionName"] }),
      row("job-definition-revision", {
        JobDefinitionName: read("jobDefinition", beforeColon),
        Revision: read("jobDefinition", afterColon),
      }),
      row("job", { JobId: ["jobId", "jobs"] }),
      row("scheduling-policy", { SchedulingPolicyName: "name" }, { actions: /^createschedulingpolicy$/ }),
      row("scheduling-policy", { SchedulingPolicyName: "arn" }),
    ],
  },
  {
    prefix: "elasticbeanstalk",
    source: "Elastic Beanstalk API reference [E]",
    rows: [
      row("application", { ApplicationName: ["applicationName", "applicationNames"] }),
      row("environment", {
        ApplicationName: "applicationName",
        EnvironmentName: ["environmentName", "environmentNames"],
      }),
      row("applicationversion", {
        ApplicationName: "applicationName",
        VersionLabel: ["versionLabel", "versionLabels"],
      }),
      row("configurationtemplate", { ApplicationName: "applicationName", TemplateName: "templateName" }),
      row("platform", { PlatformNameWithVersion: "platformArn" }),
      row("solutionstack", { SolutionStackName: "solutionStackName" }),
    ],
  },
];
