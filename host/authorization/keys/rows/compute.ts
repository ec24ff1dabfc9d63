/** Condition keys of EC2, Auto Scaling, Lambda, ECS, EKS and Cloud9 in requests. What a default or a template sets is unknown. Data only. */
import { ABSENT, type KeyState, PRESENT_UNKNOWN, present, UNKNOWN } from "../../../domain/key-state.ts";
import { resourceText } from "../../request/authorization.ts";
import { type CallRequest, textAt, textsAt, valuesAt } from "../../request/call-request.ts";
import { isKnownText } from "../../resources/known-text.ts";
import { type KeyRow, keyOf, type ServiceKeyRows } from "../key-row.ts";

const ec2 = keyOf("ec2");
const scaling = keyOf("autoscaling");
const lambda = keyOf("lambda");
const ecs = keyOf("ecs");
const eks = keyOf("eks");
const cloud9 = keyOf("cloud9");

const RUN = /^runinstances$/;
/** The snapshot that a volume is made from has keys of its own by the same names [C EC2 SAR]. */
const OF_NEW_VOLUME = { actions: /^createvolume$/, resources: /:volume\// };

/** The key is the id in the resource's own ARN [C EC2 SAR]. */
function idOfResource(name: string): KeyRow {
  return ec2(name, "", {
    state: (_, { resource }) => {
      const id = resource.kind === "arn" ? /\/([^/]+)$/.exec(resourceText(resource))?.[1] : undefined;
      return id === undefined ? { ...PRESENT_UNKNOWN, mayBeAbsent: true } : present(id);
    },
  });
}

/** An ARN as it stands in the request; a name does not tell it. */
function onlyArn(text: string): string | undefined {
  return text.startsWith("arn:") ? text : undefined;
}

/** An explicit `false` is overruled where the account encrypts by default. */
function onlyTrue(text: string): string | undefined {
  return text === "true" ? text : undefined;
}

/** A name means the cluster of the caller's account and region [C ECS API reference]. */
function clusterOfEcs({ parameters, partition, region, account }: CallRequest): KeyState {
  const cluster = textAt(parameters, "cluster");
  if (cluster === undefined || cluster.startsWith("arn:")) return cluster === undefined ? UNKNOWN : present(cluster);
  if (account === undefined || region === "" || !isKnownText(cluster)) return PRESENT_UNKNOWN;
  return present(`arn:${partition}:ecs:${region}:${account}:cluster/${cluster}`);
}

/** Which VPC a function's subnets lie in the request does not say; without subnets there is none. */
function vpcOfFunction({ parameters, name }: CallRequest): KeyState {
  const subnets = textsAt(parameters, "vpcConfig.subnetIds");
  if (subnets.length > 0) return { ...PRESENT_UNKNOWN, isMultivalued: true };
  const isNew = /^CreateFunction/.test(name) && valuesAt(parameters, "vpcConfig.subnetIds").length === 0;
  return isNew ? ABSENT : { ...PRESENT_UNKNOWN, mayBeAbsent: true, isMultivalued: true };
}

function sharedWith(name: string, member: string): KeyRow {
  const places = ["createVolumePermission", "launchPermission", "loadPermission"];
  return ec2(name, places.map((place) => `${place}.${member}`).join(" "), {
    missing: "absent",
    actions: /^modify(?:snapshot|image|fpgaimage)attribute$/,
  });
}

export const COMPUTE_KEYS: readonly ServiceKeyRows[] = [
  {
    prefix: "ec2",
    source: "semantics 4.3 [E shape; C EC2 SAR and API reference]",
    rows: [
      // a launch template hides the parameter; the answer shows what came of it
      ec2("InstanceType", "instanceType response:instancesSet.items.instanceType", { isAlways: true, actions: RUN }),
      ec2("Tenancy", "tenancy placement.tenancy response:instancesSet.items.placement.tenancy", { actions: RUN }),
      ec2("EbsOptimized", "ebsOptimized", { actions: RUN }),
      ec2("InstanceMarketType", "instanceMarketOptions.marketType", { actions: RUN }),
      ec2("InstanceProfile", "iamInstanceProfile.arn iamInstanceProfile.name", { reading: onlyArn, actions: RUN }),
      ec2("MetadataHttpTokens", "metadataOptions.httpTokens", { actions: RUN }),
      ec2("MetadataHttpEndpoint", "metadataOptions.httpEndpoint", { actions: RUN }),
      ec2("MetadataHttpPutResponseHopLimit", "metadataOptions.httpPutResponseHopLimit", { actions: RUN }),
      ec2("InstanceMetadataTags", "metadataOptions.instanceMetadataTags", { actions: RUN }),
      ec2("AssociatePublicIpAddress", "associatePublicIpAddress networkInterfaceSet.items.associatePublicIpAddress", {
        actions: RUN,
      }),
      ec2("LaunchTemplate", "launchTemplate", { missing: "absent", reading: () => undefined, actions: RUN }),
      ec2("AvailabilityZone", "availabilityZone placement.availabilityZone", { actions: RUN }),
      ec2("AvailabilityZone", "zone availabilityZone", { actions: /^create(?:volume|subnet)$/ }),
      ec2("Encrypted", "encrypted", { reading: onlyTrue, ...OF_NEW_VOLUME }),
      ec2("VolumeType", "volumeType response:volumeType", OF_NEW_VOLUME),
      ec2("VolumeSize", "size response:size", OF_NEW_VOLUME),
      ec2("VolumeIops", "iops response:iops", OF_NEW_VOLUME),
      ec2("VolumeThroughput", "throughput response:throughput", OF_NEW_VOLUME),
      ec2("KmsKeyId", "kmsKeyId", { reading: onlyArn, ...OF_NEW_VOLUME }),
      ec2("VpceServiceName", "CreateVpcEndpointRequest.ServiceName", { actions: /^createvpcendpoint$/ }),
      ec2("Attribute/HttpTokens", "ModifyInstanceMetadataOptionsRequest.HttpTokens", {
        actions: /^modifyinstancemetadataoptions$/,
      }),
      ec2("Attribute/HttpEndpoint", "ModifyInstanceMetadataOptionsRequest.HttpEndpoint", {
        actions: /^modifyinstancemetadataoptions$/,
      }),
      ec2("Attribute/HttpPutResponseHopLimit", "ModifyInstanceMetadataOptionsRequest.HttpPutResponseHopLimit", {
        actions: /^modifyinstancemetadataoptions$/,
      }),
      sharedWith("Add/group", "add.items.group"),
      sharedWith("Add/userId", "add.items.userId"),
      sharedWith("Remove/group", "remove.items.group"),
      sharedWith("Remove/userId", "remove.items.userId"),
      // only where tags are put on what is being made [C EC2 user guide]: such an authorization has the key of its own
      ec2("CreateAction", "", { actions: /^createtags$/, state: () => ABSENT }),
      ec2("Region", "", { state: ({ region }) => (region === "" ? PRESENT_UNKNOWN : present(region)) }),
      ...["InstanceID", "ImageID", "VolumeID", "SnapshotID", "SubnetID", "VpcID", "SecurityGroupID"].map(idOfResource),
      ...["RouteTableID", "InternetGatewayID", "NetworkAclID", "NetworkInterfaceID", "DhcpOptionsID"].map(idOfResource),
      ...["VpcPeeringConnectionID", "KeyPairName", "transitGatewayId", "transitGatewayRouteTableId"].map(idOfResource),
      ...["transitGatewayAttachmentId", "PlacementGroupName"].map(idOfResource),
    ],
  },
  {
    prefix: "ec2-instance-connect",
    source: "[C EC2 Instance Connect SAR; E]",
    rows: [ec2("osuser", "instanceOSUser", { actions: /^sendsshpublickey$/ })],
  },
  {
    prefix: "autoscaling",
    source: "[C Auto Scaling SAR; API models]",
    rows: [
      scaling("InstanceType", "instanceType", { actions: /^createlaunchconfiguration$/ }),
      scaling("ImageId", "imageId", { actions: /^createlaunchconfiguration$/ }),
      scaling("MetadataHttpTokens", "metadataOptions.httpTokens", { actions: /^createlaunchconfiguration$/ }),
      scaling("MetadataHttpEndpoint", "metadataOptions.httpEndpoint", { actions: /^createlaunchconfiguration$/ }),
      scaling("MetadataHttpPutResponseHopLimit", "metadataOptions.httpPutResponseHopLimit", {
        actions: /^createlaunchconfiguration$/,
      }),
      scaling("SpotPrice", "spotPrice", { missing: "absent", actions: /^createlaunchconfiguration$/ }),
      scaling("LaunchConfigurationName", "launchConfigurationName", { missing: "absent" }),
      scaling("MaxSize", "maxSize", { missing: "absent" }),
      scaling("MinSize", "minSize", { missing: "absent" }),
      scaling("LoadBalancerNames", "loadBalancerNames", { isList: true, missing: "absent" }),
      scaling("TargetGroupARNs", "targetGroupARNs", { isList: true, missing: "absent" }),
      scaling("ForceDelete", "forceDelete", { missing: { orDefault: "false" } }),
    ],
  },
  {
    prefix: "lambda",
    source: "[C Lambda SAR and developer guide; E]",
    rows: [
      lambda("FunctionUrlAuthType", "authType", { actions: /^createfunctionurlconfig$/ }),
      // an update without it, and every other use, is of the URL as it stands
      lambda("FunctionUrlAuthType", "authType", { actions: /^updatefunctionurlconfig$/ }),
      lambda("FunctionUrlAuthType", "functionUrlAuthType", { missing: "absent", actions: /permission$/ }),
      lambda("Principal", "principal", { actions: /^addpermission$/ }),
      lambda("VpcIds", "vpcConfig.subnetIds", { isList: true, state: vpcOfFunction }),
      lambda("SubnetIds", "vpcConfig.subnetIds", { isList: true, missing: "absent", actions: /^createfunction$/ }),
      lambda("SubnetIds", "vpcConfig.subnetIds", { isList: true }),
      lambda("SecurityGroupIds", "vpcConfig.securityGroupIds", {
        isList: true,
        missing: "absent",
        actions: /^createfunction$/,
      }),
      lambda("SecurityGroupIds", "vpcConfig.securityGroupIds", { isList: true }),
      lambda("Layer", "layers", { isList: true, missing: "absent", actions: /^createfunction$/ }),
      lambda("Layer", "layers", { isList: true }),
      lambda("CodeSigningConfigArn", "codeSigningConfigArn", { missing: "absent", actions: /^createfunction$/ }),
      lambda("FunctionArn", "functionName", { reading: onlyArn, actions: /eventsourcemapping$/ }),
    ],
  },
  {
    prefix: "ecs",
    source: "[C ECS SAR; API models]",
    rows: [
      ecs("cluster", "cluster", { state: clusterOfEcs }),
      ecs("task-definition", "taskDefinition", { reading: onlyArn }),
      ecs("container-name", "container", { actions: /^executecommand$/ }),
      ecs("enable-execute-command", "enableExecuteCommand"),
      ecs("propagate-tags", "propagateTags"),
      ecs("account-setting", "name", { actions: /accountsetting/ }),
      ecs("auto-assign-public-ip", "networkConfiguration.awsvpcConfiguration.assignPublicIp"),
      ecs("subnet", "networkConfiguration.awsvpcConfiguration.subnets", { isList: true }),
    ],
  },
  {
    prefix: "eks",
    source: "[C EKS SAR; API models]",
    rows: [
      eks("endpointPublicAccess", "resourcesVpcConfig.endpointPublicAccess"),
      eks("endpointPrivateAccess", "resourcesVpcConfig.endpointPrivateAccess"),
      eks("kubernetesVersion", "version"),
      eks("authenticationMode", "accessConfig.authenticationMode"),
      eks("deletionProtection", "deletionProtection"),
      eks("supportType", "upgradePolicy.supportType"),
      eks("principalArn", "principalArn"),
      eks("accessEntryType", "type"),
      eks("policyArn", "policyArn"),
      eks("username", "username"),
      eks("kubernetesGroups", "kubernetesGroups", { isList: true }),
      eks("accessScope", "accessScope.type"),
      eks("namespaces", "accessScope.namespaces", { isList: true }),
      eks("issuerUrl", "oidc.issuerUrl"),
      eks("clientId", "oidc.clientId"),
    ],
  },
  {
    prefix: "cloud9",
    source: "[C Cloud9 SAR; API models]",
    rows: [
      cloud9("EnvironmentName", "name"),
      cloud9("InstanceType", "instanceType"),
      cloud9("SubnetId", "subnetId", { missing: "absent" }),
      cloud9("OwnerArn", "ownerArn", { missing: "absent" }),
      cloud9("UserArn", "userArn"),
      cloud9("Permissions", "permissions"),
    ],
  },
];
