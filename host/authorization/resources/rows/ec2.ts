/**
 * Rows of EC2, made from its list of types: each id by the parameters that hold it, and by what ids begin with in parameters
 * that hold any. Newer calls nest their parameters in a member named for the call (`CreateNatGatewayRequest`) [E].
 */
import { globalForm, ownerlessForm, regionalForm, sharedForm, sharedGlobalForm } from "../arn-forms.ts";
import { EC2_TYPES, type Ec2Type } from "../ec2-types.ts";
import { onlyIf } from "../readings.ts";
import { answered, type ParameterPath, type ResourceRow, read, row, type ServiceRows } from "../resource-row.ts";

/** Parameters that hold ids of any type: CreateTags, CreateFlowLogs, gateways of route tables, ends of a network path. */
const ANY_TYPE = [
  "resourcesSet.items.resourceId",
  "*.ResourceId",
  "resourceId",
  "gatewayId",
  "*.Source",
  "*.Destination",
];

/** What those may do in a VPC that is shared with them [C VPC user guide, share your VPC]; all else is the owner's. */
const IN_SHARED_VPC =
  /^(?:run|requestspot|importinstance|modify(?:fleet|spotfleet|instance|networkinterface|vpcendpoint)|associatesecuritygroupvpc|create(?:fleet|flowlogs|instanceconnect|networkinterface|securitygroup|verifiedaccess|vpcendpoint))/;
/** What nobody does to a thing that is only shared with them. */
const OF_OWNERS =
  /^(?:delete|modify(?!instance|fleet|spotfleet|vpcendpoint|localgatewayroute)|describe|create(?:tags|transitgatewayroute|transitgatewaypolicy|transitgatewaymulticast))/;

function usersOf(type: string): RegExp {
  return ["subnet", "vpc", "security-group"].includes(type)
    ? IN_SHARED_VPC
    : new RegExp(`^(?!${OF_OWNERS.source.slice(1)})`);
}

/** What RunInstances answers says which image, subnet … a launch template held. */
const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  image: ["instancesSet.items.imageId"],
  subnet: ["instancesSet.items.subnetId"],
  "security-group": ["instancesSet.items.groupSet.items.groupId"],
  "key-pair": ["instancesSet.items.keyName"],
};

function ownForm({ type }: Ec2Type): string {
  if (type === "image" || type === "snapshot") return ownerlessForm("ec2", `${type}/{Id}`);
  return (isGlobal(type) ? globalForm : regionalForm)("ec2", `${type}/{Id}`);
}

function anyonesForm({ type }: Ec2Type): string {
  return (isGlobal(type) ? sharedGlobalForm : sharedForm)("ec2", `${type}/{Id}`);
}

/** IPAM spans regions: its ARNs have none, but for allocations. */
function isGlobal(type: string): boolean {
  return /^ipam(?!-pool-allocation)/.test(type);
}

function placesOf({ type, ids, names }: Ec2Type): readonly (string | ParameterPath)[] {
  const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
  const plain = names.flatMap((name) => [name, `*.${name.split(".").map(capital).join(".")}`]);
  const lists = names
    .filter((name) => !name.includes("."))
    .map((name) => `${name.replace(/Id$/, "")}IdSet.items.${name}`);
  const form = new RegExp(`^(?:${ids.join("|")})-[0-9A-Za-z]+$`);
  const any = ids.length === 0 || type === "key-pair" ? [] : ANY_TYPE.map((path) => read(path, onlyIf(form)));
  return [...plain, ...lists, ...any, ...(ANSWERS[type] ?? []).map((path) => answered(path))];
}

function rowsOf(each: Ec2Type): readonly ResourceRow[] {
  const places = placesOf(each);
  const own = row(each.type, { Id: places }, { forms: [ownForm(each)] });
  if (each.isShared !== true) return [own];
  return [row(each.type, { Id: places }, { forms: [anyonesForm(each)], actions: usersOf(each.type) }), own];
}

export const EC2_ROWS: readonly ServiceRows[] = [
  {
    prefix: "ec2",
    source: "semantics 6.2, row ec2; EC2 API reference",
    rows: [
      ...EC2_TYPES.flatMap(rowsOf),
      // named otherwise than by its id, which is what the ARN holds
      row("elastic-ip", {}, { needs: "publicIp" }),
      row("launch-template", {}, { needs: "launchTemplate.launchTemplateName" }),
    ],
  },
  {
    prefix: "ec2-instance-connect",
    source: "EC2 Instance Connect API reference",
    rows: [
      row("instance", { InstanceId: "instanceId" }),
      row("instance-connect-endpoint", { InstanceConnectEndpointId: "instanceConnectEndpointId" }),
    ],
  },
  {
    prefix: "ebs",
    source: "EBS direct APIs reference [E]",
    rows: [row("snapshot", { SnapshotId: ["snapshotId", "firstSnapshotId", "secondSnapshotId"] }, { every: true })],
  },
];
