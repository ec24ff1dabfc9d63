/**
 * Whether a service went on with the caller's credentials (semantics 4.3, rows aws:ViaAWSService and aws:CalledVia): what
 * `invokedBy` and the source address say of it together. Not said is unknown.
 */
import { ABSENT, type KeyState, PRESENT_UNKNOWN, present, presentOrAbsent, UNKNOWN } from "../domain/key-state.ts";
import { isIpv4, isIpv6 } from "./ip-address.ts";
import { asObject, parseJson, textMember } from "./record-json.ts";

type Entry = readonly [string, KeyState];

/** Types of identity that are never a service's own: with these, `invokedBy` is a service that went on. */
const PERSONS: ReadonlySet<string> = new Set(["iamuser", "root", "federateduser"]);
const ROLES: ReadonlySet<string> = new Set(["assumedrole", "role"]);

/** Is a value of the `sourceIp` column no address of a caller's, but a service's name, `AWS Internal`, or missing? */
export function isServiceAddress(sourceIp: string): boolean {
  return !isIpv4(sourceIp) && !isIpv6(sourceIp);
}

/** Takes a value of the column `identity`. Of identities that are no principals of an account nothing is known. */
export function invocationFacts(userIdentityJson: string, isFromService: boolean): ReadonlyMap<string, KeyState> {
  const identity = asObject(parseJson(userIdentityJson)) ?? {};
  const type = (textMember(identity, "type") ?? "").toLowerCase();
  if (!PERSONS.has(type) && !ROLES.has(type)) return new Map();
  const invokedBy = textMember(identity, "invokedBy");
  if (invokedBy !== undefined) return new Map(invoked(invokedBy, PERSONS.has(type)));
  // records of calls that a service made do not all name it; its address gives it away [E]
  return new Map(uninvoked(isFromService || Object.hasOwn(identity, "invokedByDelegate")));
}

function uninvoked(isUnsure: boolean): readonly Entry[] {
  const via = isUnsure ? UNKNOWN : ABSENT;
  return [
    ["aws:viaawsservice", isUnsure ? PRESENT_UNKNOWN : present("false")],
    ["aws:calledvia", via],
    ["aws:calledviafirst", via],
    ["aws:calledvialast", via],
    // semantics 4.3 [C KMS developer guide]: a service named itself, or the caller asked KMS on its own
    ["kms:viaservice", via],
    ["kms:grantisforawsresource", isUnsure ? UNKNOWN : presentOrAbsent("false")],
  ];
}

/**
 * With a role, `invokedBy` may also be the service that the role is for, whatever the role's path (functions' own roles lie
 * under `service-role/` too), so nothing follows from it. `signin.amazonaws.com` is the console itself, not a service that goes
 * on with the caller's credentials.
 */
function invoked(invokedBy: string, isOfPerson: boolean): readonly Entry[] {
  const isService = /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(invokedBy);
  const forwarded = isOfPerson && invokedBy !== "signin.amazonaws.com";
  return [
    ["aws:viaawsservice", forwarded ? present("true") : PRESENT_UNKNOWN],
    ["aws:calledvia", UNKNOWN],
    ["aws:calledviafirst", UNKNOWN],
    // not every service sets the key, but the last one in the chain would be this one
    ["aws:calledvialast", forwarded && isService ? presentOrAbsent(invokedBy) : UNKNOWN],
    ["kms:viaservice", UNKNOWN],
    ["kms:grantisforawsresource", UNKNOWN],
  ];
}
