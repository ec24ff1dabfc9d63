/**
 * Resources that do not exist yet when AWS decides: EC2 asks for `instance/*`, that very text [I, public denial messages;
 * semantics 6.2, ec2]. Only for ids that EC2 makes up; where the caller names the thing, the request has its name.
 */
import { type CallRequest, textsAt, valuesAt } from "../request/call-request.ts";
import type { Alternatives } from "./evidence.ts";
import { fillTemplate, type Place, placeholdersOf } from "./fill-template.ts";

/** Verbs that make a thing of the type that the rest of the name says: `CreateNatGateway`, `AllocateHosts`. */
const VERBS = /^(?:create|allocate|import|start|register|request|run|copy)(.+)$/;

/** Types whose name in ARNs the caller chooses. */
const NAMED_BY_CALLER: ReadonlySet<string> = new Set(["key-pair", "placement-group"]);

/** Where the action's name does not say it [S SAR of EC2]. */
const CREATED: Readonly<Record<string, readonly string[]>> = {
  allocateaddress: ["elastic-ip"],
  allocatehosts: ["dedicated-host"],
  allocateipampoolcidr: ["ipam-pool-allocation"],
  copyimage: ["image", "snapshot"],
  createcapacityreservationbysplitting: ["capacity-reservation"],
  createdefaultsubnet: ["subnet"],
  createdefaultvpc: ["vpc"],
  createdelegatemacvolumeownershiptask: ["mac-modification-task"],
  createfleet: ["fleet", "instance", "volume"],
  createflowlogs: ["vpc-flow-log"],
  createimage: ["image", "snapshot"],
  createmacsystemintegrityprotectionmodificationtask: ["mac-modification-task"],
  createmanagedprefixlist: ["prefix-list"],
  createpublicipv4pool: ["ipv4pool-ec2"],
  createreplacerootvolumetask: ["replace-root-volume-task"],
  createrestoreimagetask: ["image"],
  createsnapshots: ["snapshot"],
  createstoreimagetask: [],
  createtransitgatewayconnect: ["transit-gateway-attachment"],
  createtransitgatewaypeeringattachment: ["transit-gateway-attachment"],
  createtransitgatewayvpcattachment: ["transit-gateway-attachment"],
  createvpcendpointserviceconfiguration: ["vpc-endpoint-service"],
  exportimage: ["export-image-task"],
  importimage: ["image", "import-image-task"],
  importinstance: ["instance", "volume"],
  importsnapshot: ["import-snapshot-task", "snapshot"],
  importvolume: [],
  purchasehostreservation: ["host-reservation"],
  registerimage: ["image"],
  requestspotfleet: ["spot-fleet-request"],
  requestspotinstances: ["spot-instances-request"],
  runinstances: ["instance", "volume"],
  startnetworkinsightsaccessscopeanalysis: ["network-insights-access-scope-analysis"],
  startnetworkinsightsanalysis: ["network-insights-analysis"],
};

/** Tags on what a call makes: the types it says [C EC2 user guide, grant permission to tag on creation]. */
const TAGGED_TYPES = "tagSpecificationSet.items.resourceType";

const TAGGED_TYPES_NESTED = "*.TagSpecification.ResourceType";
const TEMPLATES = ["launchTemplate.launchTemplateId", "launchTemplate.launchTemplateName"];
const MARKET_TYPE = "instanceMarketOptions.marketType";
const INTERFACES = ["networkInterfaceSet.items.networkInterfaceId", "networkInterfaceId"];
/** Every interface of a request has a place. */
const INTERFACE_PLACES = "networkInterfaceSet.items.deviceIndex";

/** Where what is copied lies. */
export const COPIED_FROM = "sourceRegion";

export const CREATED_TYPE_PATHS: readonly string[] = [
  TAGGED_TYPES,
  TAGGED_TYPES_NESTED,
  ...INTERFACES,
  INTERFACE_PLACES,
  MARKET_TYPE,
  ...TEMPLATES,
  COPIED_FROM,
];

/** Of several interfaces in one request some exist and some are made. */
export function makesInterfacesToo(name: string, type: string, { parameters }: CallRequest): boolean {
  if (name !== "runinstances" || type !== "network-interface") return false;
  const existing = valuesAt(parameters, INTERFACES[0] ?? "").length;
  return existing > 0 && valuesAt(parameters, INTERFACE_PLACES).length > existing;
}

/** A Spot request is decided when it is tagged; that it is not when it has no tags is said of its Allow only [C EC2 user guide]. */
export function mayBeMadeBesides(name: string, type: string, { parameters }: CallRequest): boolean {
  if (name !== "runinstances" || type !== "spot-instances-request") return false;
  return textsAt(parameters, MARKET_TYPE).includes("spot");
}

/** Undefined when the action makes nothing of the type, or of a service where the request names what it makes. */
export function createdType(
  prefix: string,
  name: string,
  type: string,
  request: CallRequest,
  place: Place,
  templates: readonly string[],
): Alternatives | undefined {
  if (prefix !== "ec2" || !(isCreated(name, type, request) || isNewInterface(name, type, request))) return undefined;
  return newOfType(place, templates);
}

/** `type/*`, that very text. */
export function newOfType(place: Place, templates: readonly string[]): Alternatives {
  return templates.map((template) => {
    const [placeholder = ""] = placeholdersOf(template);
    return fillTemplate(template, place, new Map([[placeholder, "*"]]));
  });
}

function isCreated(name: string, type: string, request: CallRequest): boolean {
  if (name === "createtags" && request.name.toLowerCase() !== "createtags") return taggedTypes(request).has(type);
  if (NAMED_BY_CALLER.has(type)) return false;
  if (name === "runinstances" && type === "spot-instances-request") return taggedTypes(request).has(type);
  const listed = Object.hasOwn(CREATED, name) ? CREATED[name] : undefined;
  if (listed !== undefined) return listed.includes(type);
  const made = VERBS.exec(name)?.[1];
  return made !== undefined && made === type.replaceAll("-", "");
}

/** An instance gets a new interface unless the request, or a template, names one [C EC2 API reference, RunInstances]. */
function isNewInterface(name: string, type: string, request: CallRequest): boolean {
  if (name !== "runinstances" || type !== "network-interface" || request.parameters.state === "unknown") return false;
  return [...INTERFACES, ...TEMPLATES].every((path) => valuesAt(request.parameters, path).length === 0);
}

function taggedTypes(request: CallRequest): ReadonlySet<string> {
  return new Set([...textsAt(request.parameters, TAGGED_TYPES), ...textsAt(request.parameters, TAGGED_TYPES_NESTED)]);
}
