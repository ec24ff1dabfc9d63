/**
 * The tags in a request, in all the shapes that services give them (semantics 4.3, row aws:RequestTag [E]). Which action they are
 * for is asked elsewhere.
 */
import { TAG_PATHS, TAG_PATHS_OF } from "../actions/tag-rows.ts";
import { asObject, type JsonObject } from "../record-json.ts";
import { type CallRequest, valuesAt } from "../request/call-request.ts";
import { isKnownText } from "../resources/known-text.ts";

export interface RequestTag {
  readonly name: string;
  /** Undefined when the log does not show it. */
  readonly value: string | undefined;
  /** Kind of resource the tag is for, as EC2's requests say it; undefined when it is for whatever the request tags. */
  readonly type: string | undefined;
}

export interface RequestTags {
  readonly tags: readonly RequestTag[];
  /** Names of tags to take off. */
  readonly removed: readonly string[];
  /** There may be tags that the request does not show: hidden ones, and those of a launch template. */
  readonly mayHaveMore: boolean;
}

/** Where requests name tags to take off [C API models; E]. */
const REMOVED_PATHS = ["tagKeys", "tagKeyList", "tagsToRemove", "removeTags", "resourceTagKeys"];
const REMOVED_PATHS_OF: Readonly<Record<string, readonly string[]>> = {
  datasync: ["keys"],
  "resource-groups": ["keys"],
  route53domains: ["tagsToDelete"],
};
/** S3 takes the tags of a bucket in the body [E]. */
const BODY_PATHS = ["Tagging.TagSet.Tag"];
/** Tags of sessions that an identity provider's assertion holds [E]. */
const ASSERTED_PATHS = ["principalTags"];
/** [C EC2 API reference]: templates can hold tags. */
const TEMPLATE_PATHS = ["launchTemplate", "*.LaunchTemplateConfigs", "spotFleetRequestConfig.launchTemplateConfigs"];

/** Of the requests of any service, and of one service. */
export const REQUEST_TAG_PATHS: readonly string[] = [...TAG_PATHS, ...REMOVED_PATHS];
export const SERVICE_TAG_PATHS: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(TAG_PATHS_OF).map(([prefix, paths]) => [prefix, paths.split(" ")])),
  sts: ASSERTED_PATHS,
  s3: [...(TAG_PATHS_OF.s3?.split(" ") ?? []), ...BODY_PATHS],
  ec2: [...(TAG_PATHS_OF.ec2?.split(" ") ?? []), ...TEMPLATE_PATHS],
  ...REMOVED_PATHS_OF,
};

/** Of a request whose parameters are known; `prefix` is the service it was made to. */
export function requestTags(request: CallRequest, prefix: string): RequestTags {
  const removedPaths = [...REMOVED_PATHS, ...(REMOVED_PATHS_OF[prefix] ?? [])];
  const own = (SERVICE_TAG_PATHS[prefix] ?? []).filter((path) => !removedPaths.includes(path));
  const paths = [...TAG_PATHS, ...own].filter((path) => !TEMPLATE_PATHS.includes(path));
  const values = paths.flatMap((path) => valuesAt(request.parameters, path));
  const found: Found = { tags: [], isWhole: true };
  for (const value of values) addTags(found, value, undefined);
  const removed = removedPaths.flatMap((path) => valuesAt(request.parameters, path)).flatMap(itemsOf);
  const names = removed.filter((name) => typeof name === "string" && isKnownText(name));
  const hasTemplate = prefix === "ec2" && TEMPLATE_PATHS.some((path) => valuesAt(request.parameters, path).length > 0);
  return {
    // the same value can lie at two of the paths
    tags: [...new Map(found.tags.map((tag) => [JSON.stringify(tag), tag])).values()],
    removed: names as string[],
    mayHaveMore: !found.isWhole || names.length < removed.length || hasTemplate,
  };
}

interface Found {
  readonly tags: RequestTag[];
  isWhole: boolean;
}

/** CloudTrail wraps lists of EC2, CloudFront and older services [E]. */
const LIST_MEMBERS = ["items", "item", "member", "tagSet", "TagSet", "tags", "Tags", "Tag"];
/** What a reader of XML adds. */
const NOISE = /^(?:tag|xmlns(?::.*)?|content)$/;

function itemsOf(value: unknown): readonly unknown[] {
  const object = asObject(value);
  return object === undefined ? [value] : Object.values(object).flat();
}

function addTags(found: Found, value: unknown, type: string | undefined): void {
  if (Array.isArray(value)) {
    for (const entry of value) addTags(found, entry, type);
    return;
  }
  const object = asObject(value);
  if (object === undefined) {
    // an empty text is the name of a sub-resource of S3 in the query, without tags [E]
    if (value !== "" && value !== null) found.isWhole = false;
    return;
  }
  const name = object.key ?? object.Key ?? object.tagKey ?? object.TagKey;
  if (name !== undefined) {
    addTag(found, name, object, type);
    return;
  }
  const list = LIST_MEMBERS.filter((member) => typeof object[member] === "object" && object[member] !== null);
  const resourceType = object.resourceType ?? object.ResourceType;
  if (list.length > 0) {
    const inner = typeof resourceType === "string" ? resourceType : type;
    for (const member of list) addTags(found, object[member], inner);
    return;
  }
  if (resourceType !== undefined) return;
  for (const [key, each] of Object.entries(object)) {
    if (NOISE.test(key) && typeof each !== "string") continue;
    if (typeof each === "object" && each !== null) found.isWhole = false;
    else addTag(found, key, { value: each }, type);
  }
}

function addTag(found: Found, name: unknown, object: JsonObject, type: string | undefined): void {
  if (typeof name !== "string" || !isKnownText(name)) {
    found.isWhole = false;
    return;
  }
  const value = object.value ?? object.Value ?? object.tagValue ?? object.TagValue;
  // numbers and booleans are what a reader of XML made of the text, and no longer the text
  found.tags.push({ name, value: typeof value === "string" && isKnownText(value) ? value : undefined, type });
}
