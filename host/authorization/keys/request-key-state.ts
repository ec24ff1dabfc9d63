/**
 * What is known of a condition key that hangs on the request or its resource (semantics 4.3), for one authorization. Keys of the
 * caller, the network and the time are the other modules' (context-keys.ts); asked for one of them it knows nothing.
 */
import { ABSENT, type KeyState, UNKNOWN } from "../../domain/key-state.ts";
import type { ServiceCatalogue } from "../catalogue/service-catalogue.ts";
import { eventSourcesOf } from "../event-source-prefixes.ts";
import type { Authorization } from "../request/authorization.ts";
import type { CallRequest } from "../request/call-request.ts";
import { isOwnAction } from "./is-own-action.ts";
import { keyPresence } from "./key-presence.ts";
import { findKeyRow } from "./key-rows.ts";
import { requestedRegionState } from "./requested-region.ts";
import { type OrganizationView, resourceAccountState, resourceOrganizationState } from "./resource-owner.ts";
import { rowState } from "./row-state.ts";
import { requestTagState, resourceTagState, type TagInput, tagKeysState } from "./tag-state.ts";

/** `key` in lower case. */
export function requestKeyState(
  catalogue: ServiceCatalogue,
  request: CallRequest,
  authorization: Authorization,
  key: string,
  organization?: OrganizationView,
): KeyState {
  const own = authorization.keys.get(key);
  if (own !== undefined) return own;
  const input: TagInput = { catalogue, request, authorization };
  return key.startsWith("aws:") ? globalState(input, key, organization) : serviceState(input, key);
}

function globalState(input: TagInput, key: string, organization: OrganizationView | undefined): KeyState {
  const { request, authorization } = input;
  const tag = nameBehind(key, /^aws:(?:request|resource)tag\//);
  if (tag !== undefined)
    return key.startsWith("aws:request") ? requestTagState(input, tag) : resourceTagState(input, tag);
  switch (key) {
    case "aws:tagkeys":
      return tagKeysState(input);
    case "aws:requestedregion":
      return requestedRegionState(request.region, authorization);
    case "aws:resourceaccount":
      return resourceAccountState(request, authorization);
    case "aws:resourceorgid":
      return resourceOrganizationState(request, authorization, organization, false);
    case "aws:resourceorgpaths":
      return resourceOrganizationState(request, authorization, organization, true);
    default:
      return UNKNOWN;
  }
}

function nameBehind(key: string, start: RegExp): string | undefined {
  const found = start.exec(key)?.[0];
  return found === undefined || found.length === key.length ? undefined : key.slice(found.length);
}

/**
 * Prefixes of keys that credentials carry into requests of any service [C IAM user guide, keys of STS and federation; service
 * guides: source function, instance, build, session and person].
 */
const CARRIED =
  /^(?:saml|identitystore|codebuild|cognito-identity(?:-auth|-unauth)?|ec2:(?:sourceinstancearn|roledelivery)|ssm:sourceinstancearn|lambda:sourcefunctionarn|glue:(?:roleassumedby|credentialissuingservice)|bedrock:bearertokentype)(?::|$)/;
/** Keys of identity providers have the provider's host as prefix. */
const OF_PROVIDER = /^[^:]*\.[^:]*:/;

/** `ec2:ResourceTag/k`, `rds:db-tag/k`. */
const OF_RESOURCE_TAG = /^[^:]+:(?:resourcetag|buckettag|(?!req-)[a-z-]+-tag)\//;

function serviceState(input: TagInput, key: string): KeyState {
  const { catalogue, authorization } = input;
  const [prefix = "", actionName = ""] = authorization.action.toLowerCase().split(":");
  const keyPrefix = key.slice(0, Math.max(0, key.indexOf(":")));
  if (OF_PROVIDER.test(key) || CARRIED.test(key) || !catalogue.isKnownService(prefix)) return UNKNOWN;
  const isForeign = keyPrefix !== prefix;
  if (actionName.includes("*")) return isForeign && catalogue.isKnownConditionKey(key) ? ABSENT : UNKNOWN;
  const presence = keyPresence(catalogue, authorization, key);
  if (isForeign && (presence === "unknown" || presence === "unlisted")) {
    return catalogue.isKnownConditionKey(key) ? ABSENT : UNKNOWN;
  }
  if (presence === "otherTypes") return ABSENT;
  const value = valueState(input, key);
  switch (presence) {
    case "listed":
      return value;
    case "unlisted":
      // the catalogue may be behind: a value that the request holds still counts, and tags come to ever more actions
      if (OF_RESOURCE_TAG.test(key)) return value;
      return value.values === undefined ? ABSENT : { ...value, mayBeAbsent: true };
    case "maybe":
      return { ...value, mayBeAbsent: true };
    case "unknown":
      // nothing says that the action has the key, or that it has not
      return value.values === undefined ? UNKNOWN : { ...value, mayBeAbsent: true };
  }
}

/** What the request says of the key, as if the action had it. */
function valueState(input: TagInput, key: string): KeyState {
  const { request, authorization } = input;
  const [prefix = "", actionName = ""] = authorization.action.toLowerCase().split(":");
  const requested = nameBehind(key, /^[^:]+:(?:requesttag|req-tag)\//);
  if (requested !== undefined) return requestTagState(input, requested);
  const tagged = nameBehind(key, OF_RESOURCE_TAG);
  if (tagged !== undefined) return resourceTagState(input, tagged);
  if (key === "s3:resourceaccount") return resourceAccountState(request, authorization);
  const found = findKeyRow(key, actionName);
  if (found === undefined) return UNKNOWN;
  const isTold = isOwnAction(request, authorization) && eventSourcesOf(prefix).includes(request.source);
  return isTold || found.row.places.length === 0 ? rowState(found.row, request, authorization, found.name) : UNKNOWN;
}
