/**
 * From where a call came over the network: source address and VPC endpoint → condition keys (semantics 4.2). The VPC behind
 * an endpoint is not in a record; the organization of its account comes from the snapshot, elsewhere.
 */
import { ABSENT, type KeyState, PRESENT_UNKNOWN, present, presentOrAbsent, UNKNOWN } from "../domain/key-state.ts";
import { isIpv4, isIpv6, isPrivateIp } from "./ip-address.ts";

const KEYS = [
  "aws:sourceip",
  "aws:vpcsourceip",
  "aws:sourcevpce",
  "aws:sourcevpc",
  "aws:sourcevpcarn",
  "aws:vpceaccount",
  "aws:vpceorgid",
  "aws:vpceorgpaths",
] as const;

export interface NetworkFacts {
  /** Condition keys in lower case; holds every key of the network dimension. */
  readonly keys: ReadonlyMap<string, KeyState>;
}

const UNKNOWN_FACTS: NetworkFacts = { keys: new Map(KEYS.map((key) => [key, UNKNOWN])) };

/** Takes values of the columns `sourceIp`, `vpcEndpoint` and `vpcEndpointAccount`; the empty string means not logged. */
export function networkFacts(sourceIp: string, vpcEndpoint: string, vpcEndpointAccount: string): NetworkFacts {
  // a service's name or "AWS Internal": the service went on with the caller's credentials, and the record shows the
  // service's side while the condition keys may keep the caller's
  if (!isIpv4(sourceIp) && !isIpv6(sourceIp)) return UNKNOWN_FACTS;
  if (vpcEndpoint === "") return withoutEndpoint(sourceIp);
  return vpcEndpoint.startsWith("vpce-") ? throughEndpoint(sourceIp, vpcEndpoint, vpcEndpointAccount) : UNKNOWN_FACTS;
}

function withoutEndpoint(sourceIp: string): NetworkFacts {
  // a private address cannot have come over the internet: there was an endpoint that the record does not name. It is the address
  // that the service saw, so whichever of both keys is there holds it
  if (isPrivateIp(sourceIp)) {
    const address = presentOrAbsent(sourceIp);
    return { keys: new Map([...UNKNOWN_FACTS.keys, ["aws:sourceip", address], ["aws:vpcsourceip", address]]) };
  }
  const keys = new Map<string, KeyState>(KEYS.map((key) => [key, ABSENT]));
  return { keys: keys.set("aws:sourceip", present(sourceIp)) };
}

function throughEndpoint(sourceIp: string, vpcEndpoint: string, vpcEndpointAccount: string): NetworkFacts {
  const keys = new Map<string, KeyState>(KEYS.map((key) => [key, UNKNOWN]));
  keys.set("aws:sourceip", ABSENT);
  keys.set("aws:vpcsourceip", present(sourceIp));
  keys.set("aws:sourcevpce", present(vpcEndpoint));
  keys.set("aws:sourcevpc", PRESENT_UNKNOWN);
  // some services only: semantics 4.2, row aws:VpceAccount
  if (/^\d{12}$/.test(vpcEndpointAccount)) keys.set("aws:vpceaccount", presentOrAbsent(vpcEndpointAccount));
  return { keys };
}
