/**
 * States of the keys of tags: those of the request (`aws:RequestTag/k`, `aws:TagKeys` and services' own of the kind), and those
 * of the resource, which a record tells only where it is enriched or where the resource is being made (semantics 4.3).
 */
import {
  ABSENT,
  type KeyState,
  PRESENT_UNKNOWN,
  present,
  presentList,
  presentOrAbsent,
  UNKNOWN,
} from "../../domain/key-state.ts";
import type { ServiceCatalogue } from "../catalogue/service-catalogue.ts";
import { eventSourcesOf } from "../event-source-prefixes.ts";
import { asObject } from "../record-json.ts";
import { type Authorization, resourceText } from "../request/authorization.ts";
import type { CallRequest } from "../request/call-request.ts";
import { isKnownText } from "../resources/known-text.ts";
import { isOwnAction } from "./is-own-action.ts";
import { keyPresence, typesOf } from "./key-presence.ts";
import { type RequestTag, type RequestTags, requestTags } from "./request-tags.ts";

export interface TagInput {
  readonly catalogue: ServiceCatalogue;
  readonly request: CallRequest;
  readonly authorization: Authorization;
}

const TAG_KEYS = "aws:tagkeys";
const MORE_TAG_KEYS: KeyState = { ...UNKNOWN, isMultivalued: true };

/** Of `aws:RequestTag/name`; `name` in lower case. */
export function requestTagState(input: TagInput, name: string): KeyState {
  return inRequest(input, `aws:requesttag/${name}`, ({ tags, removed, mayHaveMore }) => {
    const found = tags.filter((tag) => tag.name.toLowerCase() === name);
    if (found.length === 0) {
      // whether what is taken off counts as a tag of the request is not documented
      return mayHaveMore || removed.some((each) => each.toLowerCase() === name) ? UNKNOWN : ABSENT;
    }
    const values = new Set(found.map(({ value }) => value));
    const [value] = values;
    // tags can be taken off by their names alone
    const isRemoval = /:(?:delete|remove|untag)/i.test(input.authorization.action);
    if (values.size > 1 || value === undefined) return isRemoval ? UNKNOWN : PRESENT_UNKNOWN;
    return present(value);
  });
}

/** Of `aws:TagKeys`: without tags the key is not in the request [C IAM user guide]. */
export function tagKeysState(input: TagInput): KeyState {
  return inRequest(input, TAG_KEYS, ({ tags, removed, mayHaveMore }) => {
    if (mayHaveMore) return MORE_TAG_KEYS;
    const names = new Set([...tags.map(({ name }) => name), ...removed]);
    return names.size === 0 ? ABSENT : presentList(...names);
  });
}

function inRequest(input: TagInput, key: string, stateOf: (tags: RequestTags) => KeyState): KeyState {
  const { catalogue, request, authorization } = input;
  const [prefix = "", actionName = ""] = authorization.action.split(":");
  const listed = keyPresence(catalogue, authorization, key);
  const known = catalogue.findAction(prefix, actionName);
  if (known === undefined) return UNKNOWN;
  const putsTags = catalogue.taggingActions(prefix).includes(known.action);
  // of a catalogue without keys only this is known
  const takesTags = known.takesTags || putsTags || listed === "listed" || listed === "maybe";
  const isRemoval = /^(?:delete|remove|untag)/i.test(actionName);
  if (!takesTags && !isRemoval && !isOwnAction(request, authorization)) return ABSENT;
  if (listed === "otherTypes") return ABSENT;
  const isOfRequest = isOwnAction(request, authorization) || putsTags;
  const isTaken = eventSourcesOf(prefix).includes(request.source);
  if (!isOfRequest || !isTaken || request.parameters.state === "unknown") return takesTags ? UNKNOWN : ABSENT;
  const { tags, isSure } = ofResource(input, prefix, requestTags(request, prefix));
  // the tags of a call that does nothing but put tags, or take them off, stand where nobody looked
  const isOverlooked = tags.tags.length + tags.removed.length === 0 && (putsTags || isRemoval);
  const state = stateOf(isOverlooked ? { ...tags, mayHaveMore: true } : tags);
  const hasKey = listed === "listed" || (listed === "unknown" && takesTags);
  return isSure && hasKey ? state : { ...state, mayBeAbsent: true };
}

/** A tag counts on the resources of the type it is for [C EC2 user guide, tags at creation]. */
function ofResource(
  { catalogue, authorization }: TagInput,
  prefix: string,
  all: RequestTags,
): { readonly tags: RequestTags; readonly isSure: boolean } {
  if (all.tags.every(({ type }) => type === undefined)) return { tags: all, isSure: true };
  const types = typesOf(catalogue, prefix, authorization.resource);
  if (types.length === 0) return { tags: all, isSure: false };
  const isOf = ({ type }: RequestTag): boolean => type === undefined || types.includes(type);
  return { tags: { ...all, tags: all.tags.filter(isOf) }, isSure: types.length === 1 };
}

/** Of `aws:ResourceTag/name` and services' own of the kind; `name` in lower case. */
export function resourceTagState(input: TagInput, name: string): KeyState {
  const { resource } = input.authorization;
  if (resource.kind === "none") return ABSENT;
  const said = enrichedTags(input.request, resourceText(resource)).find(([key]) => key.toLowerCase() === name);
  if (said !== undefined) return present(said[1]);
  if (!isMadeHere(input)) return UNKNOWN;
  // whether AWS counts the tags of what is being made as tags of the resource differs by service
  const state = requestTagState(input, name);
  if (state.values === undefined) return state.mayBeAnything ? UNKNOWN : state;
  return presentOrAbsent(...state.values);
}

function enrichedTags({ eventContext }: CallRequest, arn: string): readonly (readonly [string, string])[] {
  const entries = asObject(eventContext.tagContext)?.resourceTags;
  return (Array.isArray(entries) ? entries : []).flatMap((entry) => {
    const { arn: of, tags } = asObject(entry) ?? {};
    return of !== arn
      ? []
      : Object.entries(asObject(tags) ?? {}).flatMap(([name, value]) =>
          typeof value === "string" && isKnownText(value) ? [[name, value] as const] : [],
        );
  });
}

/** Operations that fail where the thing exists already [C API references], and the type of what they make. */
const MAKES: Readonly<Record<string, string>> = {
  "cloudtrail:createtrail": "trail",
  "dynamodb:createtable": "table",
  "ecr:createrepository": "repository",
  "iam:createinstanceprofile": "instance-profile",
  "iam:createpolicy": "policy",
  "iam:createrole": "role",
  "iam:createuser": "user",
  "kinesis:createstream": "stream",
  "lambda:createfunction": "function",
  "logs:createloggroup": "log-group",
  "rds:createdbcluster": "cluster",
  "rds:createdbinstance": "db",
  "rds:createdbsnapshot": "snapshot",
  "rds:createdbsubnetgroup": "subgrp",
  "secretsmanager:createsecret": "Secret",
};
/** EC2 makes up the ids: what is asked for is `instance/*` (semantics 6.2). */
const MADE_BY_EC2 = /^(?:create|run|allocate|import|request|register)(?!tags$)/i;

function isMadeHere({ catalogue, request, authorization }: TagInput): boolean {
  const { action, resource } = authorization;
  if (request.hasFailed || !isOwnAction(request, authorization)) return false;
  const [prefix = "", name = ""] = action.split(":");
  // that very text, not one known in part
  if (prefix === "ec2" && MADE_BY_EC2.test(name)) return resource.kind === "arn" && /:[a-z-]+\/\*$/.test(resource.arn);
  const made = MAKES[action.toLowerCase()];
  return made !== undefined && typesOf(catalogue, prefix, resource).every((type) => type === made);
}
