/**
 * Requests that lead to resources they do not name: by tags, by a template, by what is attached to what. Then a parameter that
 * is not there proves nothing. Says only that there may be more, never which.
 */
import { type CallRequest, valuesAt } from "../request/call-request.ts";
import type { ParameterPath } from "./resource-row.ts";

/** Parameters that stand for resources named elsewhere. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  // instances chosen by tags [S Systems Manager API reference, Target]
  ssm: ["targets", "targetLocations"],
  // groups and sets that the rules refer to [S WAF API reference]
  wafv2: ["rules"],
  // templates hold key pair, groups, image, subnet … [S EC2 API reference, RunInstances]
  ec2: ["launchTemplate.launchTemplateId", "launchTemplate.launchTemplateName"],
};

/** Undoing: what a thing is attached to, and goes with it, need not be named [I]. */
const UNDOES = /^(?:detach|disassociate|delete|release|replace|revoke|terminate|unassign|restore)/;

export const FURTHER_PATHS: readonly (ParameterPath & { readonly prefix: string })[] = Object.entries(
  ELSEWHERE,
).flatMap(([prefix, paths]) =>
  paths.map((path) => ({ prefix, path, part: "requestParameters" as const, reading: undefined })),
);

/**
 * EC2 calls of whose parameters we know all that name a resource [E; S EC2 API reference]. Of the others a type that is not
 * named may still be asked for.
 */
const KNOWN_WHOLE: ReadonlySet<string> = new Set([
  "allocateaddress",
  "associateaddress",
  "associateroutetable",
  "attachinternetgateway",
  "attachnetworkinterface",
  "attachvolume",
  "authorizesecuritygroupegress",
  "authorizesecuritygroupingress",
  "createflowlogs",
  "createimage",
  "createinternetgateway",
  "createkeypair",
  "createlaunchtemplate",
  "createnatgateway",
  "createnetworkinterface",
  "createroute",
  "createroutetable",
  "createsecuritygroup",
  "createsnapshot",
  "createsubnet",
  "createtags",
  "createtrafficmirrortarget",
  "createvolume",
  "createvpc",
  "createvpcendpoint",
  "deletetags",
  "modifyinstanceattribute",
  "modifynetworkinterfaceattribute",
  "modifyvpcendpoint",
  "registerimage",
  "runinstances",
]);

/** Prefix and name of the action in lower case. */
export function mayNameMore(prefix: string, name: string, request: CallRequest): boolean {
  if (request.parameters.state === "unknown" || UNDOES.test(name)) return true;
  if (prefix === "ec2" && !KNOWN_WHOLE.has(name)) return true;
  return (ELSEWHERE[prefix] ?? []).some((path) => valuesAt(request.parameters, path).length > 0);
}
