/**
 * EC2's resource types with the ids they go by: what an id begins with says what it names, wherever it stands. Data only.
 * Source: EC2 API reference (examples of every Describe call) and the ids in the records [E]; types as in the catalogue.
 */

export interface Ec2Type {
  readonly type: string;
  /** What its ids begin with, without the hyphen. */
  readonly ids: readonly string[];
  /** Parameters that hold such ids and nothing else. */
  readonly names: readonly string[];
  /** Shared through AWS RAM, or AWS's own: whose it is nobody knows who only uses it. */
  readonly isShared?: true;
}

function type(name: string, ids: string, names: string, isShared = false): Ec2Type {
  const words = (text: string) => text.split(" ").filter((word) => word !== "");
  return { type: name, ids: words(ids), names: words(names), ...(isShared ? { isShared: true as const } : {}) };
}

export const EC2_TYPES: readonly Ec2Type[] = [
  type("capacity-block", "cb", "capacityBlockId"),
  type(
    "capacity-reservation",
    "cr",
    "capacityReservationId sourceCapacityReservationId capacityReservationSpecification.capacityReservationTarget.capacityReservationId",
    true,
  ),
  type("capacity-reservation-fleet", "crf", "capacityReservationFleetId"),
  type("carrier-gateway", "cagw", "carrierGatewayId"),
  type("client-vpn-endpoint", "cvpn-endpoint", "clientVpnEndpointId"),
  type("coip-pool", "ipv4pool-coip", "coipPoolId poolId", true),
  type("customer-gateway", "cgw", "customerGatewayId"),
  type("dedicated-host", "h", "hostId hostIdSet.items.hostId placement.hostId", true),
  type("dhcp-options", "dopt", "dhcpOptionsId"),
  type("egress-only-internet-gateway", "eigw", "egressOnlyInternetGatewayId"),
  type("elastic-ip", "eipalloc", "allocationId"),
  type("export-image-task", "export-ami", "exportImageTaskId"),
  type("export-instance-task", "export-i", "exportTaskId"),
  type("fleet", "fleet", "fleetId"),
  type("fpga-image", "afi", "fpgaImageId", true),
  type("host-reservation", "hr", "hostReservationId"),
  type("image", "ami aki ari", "imageId instancesSet.items.imageId sourceImageId launchSpecification.imageId"),
  type("import-image-task", "import-ami", "importImageTaskId"),
  type("import-snapshot-task", "import-snap", "importSnapshotTaskId"),
  type("instance", "i", "instanceId instancesSet.items.instanceId instanceSpecification.instanceId"),
  type("instance-connect-endpoint", "eice", "instanceConnectEndpointId"),
  type("instance-event-window", "iew", "instanceEventWindowId"),
  type("internet-gateway", "igw", "internetGatewayId"),
  type("ipam", "ipam", "ipamId"),
  type("ipam-pool", "ipam-pool", "ipamPoolId ipv4IpamPoolId ipv6IpamPoolId sourceIpamPoolId", true),
  type("ipam-pool-allocation", "ipam-pool-alloc", "ipamPoolAllocationId"),
  type("ipam-resource-discovery", "ipam-res-disco", "ipamResourceDiscoveryId", true),
  type("ipam-resource-discovery-association", "ipam-res-disco-assoc", "ipamResourceDiscoveryAssociationId"),
  type("ipam-scope", "ipam-scope", "ipamScopeId"),
  type("ipv4pool-ec2", "ipv4pool-ec2", "publicIpv4Pool ipv4PoolEc2Id"),
  type("ipv6pool-ec2", "ipv6pool-ec2", "ipv6Pool ipv6PoolEc2Id"),
  type("key-pair", "key", "keyName instancesSet.items.keyName launchSpecification.keyName"),
  type("launch-template", "lt", "launchTemplateId launchTemplate.launchTemplateId"),
  type("local-gateway", "lgw", "localGatewayId", true),
  type("local-gateway-route-table", "lgw-rtb", "localGatewayRouteTableId", true),
  type(
    "local-gateway-route-table-virtual-interface-group-association",
    "lgw-vif-grp-assoc",
    "localGatewayRouteTableVirtualInterfaceGroupAssociationId",
  ),
  type("local-gateway-route-table-vpc-association", "lgw-vpc-assoc", "localGatewayRouteTableVpcAssociationId"),
  type("local-gateway-virtual-interface", "lgw-vif", "localGatewayVirtualInterfaceId"),
  type("local-gateway-virtual-interface-group", "lgw-vif-grp", "localGatewayVirtualInterfaceGroupId"),
  type("natgateway", "nat", "natGatewayId"),
  type("network-acl", "acl", "networkAclId"),
  type("network-insights-access-scope", "nis", "networkInsightsAccessScopeId"),
  type("network-insights-access-scope-analysis", "nisa", "networkInsightsAccessScopeAnalysisId"),
  type("network-insights-analysis", "nia", "networkInsightsAnalysisId"),
  type("network-insights-path", "nip", "networkInsightsPathId"),
  type("network-interface", "eni", "networkInterfaceId networkInterfaceSet.items.networkInterfaceId"),
  type("placement-group", "pg", "placement.groupName groupName placement.groupId", true),
  type("prefix-list", "pl", "prefixListId destinationPrefixListId", true),
  type("replace-root-volume-task", "replacevol", "replaceRootVolumeTaskId"),
  type("reserved-instances", "", "reservedInstancesId reservedInstancesSet.items.reservedInstancesId"),
  type("route-server", "rs", "routeServerId"),
  type("route-server-endpoint", "rse", "routeServerEndpointId"),
  type("route-server-peer", "rsp", "routeServerPeerId"),
  type("route-table", "rtb", "routeTableId addRouteTableId removeRouteTableId"),
  type(
    "security-group",
    "sg",
    "groupId groupSet.items.groupId networkInterfaceSet.items.groupSet.items.groupId securityGroupId launchSpecification.groupSet.items.groupId",
    true,
  ),
  type(
    "security-group-rule",
    "sgr",
    "securityGroupRuleId securityGroupRuleIds *.SecurityGroupRule.SecurityGroupRuleId",
  ),
  type(
    "snapshot",
    "snap",
    "snapshotId sourceSnapshotId blockDeviceMapping.items.ebs.snapshotId diskContainerSet.items.snapshotId",
  ),
  type("spot-fleet-request", "sfr", "spotFleetRequestId"),
  type("spot-instances-request", "sir", "spotInstanceRequestId spotInstanceRequestIdSet.items.spotInstanceRequestId"),
  type(
    "subnet",
    "subnet",
    "subnetId networkInterfaceSet.items.subnetId subnetIds launchSpecification.subnetId addSubnetId removeSubnetId",
    true,
  ),
  type("subnet-cidr-reservation", "scr", "subnetCidrReservationId"),
  type("traffic-mirror-filter", "tmf", "trafficMirrorFilterId"),
  type("traffic-mirror-filter-rule", "tmfr", "trafficMirrorFilterRuleId"),
  type("traffic-mirror-session", "tms", "trafficMirrorSessionId"),
  type("traffic-mirror-target", "tmt", "trafficMirrorTargetId", true),
  type("transit-gateway", "tgw", "transitGatewayId", true),
  type("transit-gateway-attachment", "tgw-attach", "transitGatewayAttachmentId", true),
  type("transit-gateway-connect-peer", "tgw-connect-peer", "transitGatewayConnectPeerId"),
  type("transit-gateway-multicast-domain", "tgw-mcast-domain", "transitGatewayMulticastDomainId", true),
  type("transit-gateway-policy-table", "tgw-ptb", "transitGatewayPolicyTableId"),
  type("transit-gateway-route-table", "tgw-rtb", "transitGatewayRouteTableId"),
  type("transit-gateway-route-table-announcement", "tgw-rtb-ann", "transitGatewayRouteTableAnnouncementId"),
  type("verified-access-endpoint", "vae", "verifiedAccessEndpointId"),
  type("verified-access-group", "vagr", "verifiedAccessGroupId", true),
  type("verified-access-instance", "vai", "verifiedAccessInstanceId"),
  type("verified-access-trust-provider", "vatp", "verifiedAccessTrustProviderId"),
  type("volume", "vol", "volumeId blockDeviceMapping.items.ebs.volumeId"),
  type("vpc", "vpc", "vpcId", true),
  type("vpc-block-public-access-exclusion", "vpcbpa-exclude", "exclusionId"),
  type("vpc-encryption-control", "vpcec", "vpcEncryptionControlId"),
  type("vpc-endpoint", "vpce", "vpcEndpointId"),
  type("vpc-endpoint-service", "vpce-svc", "serviceId"),
  type("vpc-endpoint-service-permission", "vpce-svc-perm", "servicePermissionId"),
  type("vpc-flow-log", "fl", "flowLogId"),
  type("vpc-peering-connection", "pcx", "vpcPeeringConnectionId"),
  type("vpn-concentrator", "vcn", "vpnConcentratorId"),
  type("vpn-connection", "vpn", "vpnConnectionId"),
  type("vpn-connection-device-type", "", "vpnConnectionDeviceTypeId"),
  type("vpn-gateway", "vgw", "vpnGatewayId"),
];
