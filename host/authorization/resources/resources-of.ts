/**
 * From a request and one of its actions to the resources AWS decided on (semantics part 6). What the record does not show stays
 * open: a pattern, several of which one is right, or one that may have been decided besides. Guesses nothing.
 */
import type { ResourceTypeUse, ServiceCatalogue } from "../catalogue/service-catalogue.ts";
import { NO_RESOURCE, type Resource, resourceText, UNKNOWN_RESOURCE } from "../request/authorization.ts";
import type { CallRequest } from "../request/call-request.ts";
import { checkedTypes } from "./checked-types.ts";
import { type Alternatives, distinct, type TypeEvidence } from "./evidence.ts";
import { isKnownText } from "./known-text.ts";
import { isSameOrParent, loggedResources } from "./logged-resources.ts";
import { mayNameMore } from "./may-name-more.ts";
import { inEverySpelling } from "./spellings.ts";
import { isArn, textsIn } from "./texts-of.ts";
import { toldByDenials } from "./told-by-denials.ts";
import { typeEvidence } from "./type-evidence.ts";

export interface RequestResources {
  /** AWS decided each of these; of several in one list it decided one, which is not known. */
  readonly certain: readonly Alternatives[];
  /** May have been decided besides. */
  readonly possible: readonly Resource[];
}

/**
 * Types that stand in for another: a request through an access point logs the access point's ARN [C S3 user guide, monitoring
 * of access points], so without it they were not used.
 */
const LOGGED_WHEN_USED: Readonly<Record<string, ReadonlySet<string>>> = {
  s3: new Set(["accesspoint", "accesspointobject", "multiregionaccesspoint", "objectlambdaaccesspoint"]),
  s3express: new Set(["accesspoint"]),
};
const NONE: ReadonlySet<string> = new Set();

/** Without a name these ask for everything the type has, or for `*`. */
const LISTS = /^(?:list|describe|get|search|batchget|view)/;

interface Found extends TypeEvidence {
  readonly use: ResourceTypeUse;
}

/** Takes a known action such as `s3:GetObject`; of an action that the catalogue does not know, nothing is known. */
export function resourcesOf(catalogue: ServiceCatalogue, request: CallRequest, action: string): RequestResources {
  const [prefix = "", name = ""] = action.split(":");
  const known = catalogue.findAction(prefix, name);
  if (known === undefined) return { certain: [[UNKNOWN_RESOURCE]], possible: [] };
  const uses = known.resourceTypes;
  if (uses.length === 0) {
    const told = toldByDenials(request, action);
    return { certain: [told === undefined ? [NO_RESOURCE] : [NO_RESOURCE, told]], possible: [] };
  }

  const service = prefix.toLowerCase();
  const spelled = (alternatives: Alternatives) => inEverySpelling(service, request, alternatives);
  const logged = loggedResources(catalogue, service, request, new Set(uses.map((use) => use.name)));
  const found = uses.map((use): Found => {
    const resources = logged.byType.get(use.name);
    const evidence = typeEvidence(catalogue, request, known, use.name);
    return { use, ...evidence, ...(resources === undefined ? {} : { named: withBatch(resources, evidence.named) }) };
  });
  const others = found.some((each) => each.named.length > 0) ? [] : arnsOfService(catalogue, service, request);
  if (others.length > 0) {
    // what a change set is of, its ARN does not say
    const isOfAnother = others.flat().every((each) => /:changeSet\//.test(resourceText(each)));
    const besides = found.length > 1 || isOfAnother ? found.flatMap((each) => each.otherwise) : [];
    return { certain: distinct(others.map(spelled)), possible: distinct(besides) };
  }
  const { certain, possible } = indexAlone(service, decided(request, action, found));
  const besides = found.flatMap((each) => each.besides ?? []);
  const asked = certain.map(spelled);
  const named = asked.flat().map((resource) => (resource.kind === "arn" ? resource.arn : ""));
  const strangers = logged.strangers.filter(
    (stranger) => stranger.kind !== "arn" || !named.some((arn) => isSameOrParent(stranger.arn, arn)),
  );
  return { certain: distinct(asked), possible: distinct([...possible, ...besides, ...strangers]) };
}

/** What is read through an index is decided on the index [E: denials for callers who may read the table]. */
function indexAlone(service: string, { certain, possible }: RequestResources): RequestResources {
  const isIndex = (alternatives: Alternatives) => alternatives.every((each) => resourceText(each).includes("/index/"));
  if (service !== "dynamodb" || !certain.some(isIndex)) return { certain, possible };
  const others = certain.filter((alternatives) => !isIndex(alternatives));
  return { certain: certain.filter(isIndex), possible: [...possible, ...others.flat()] };
}

/** What the request names by ARN although the catalogue does not know that the action takes such a thing (newer load balancers). */
function arnsOfService(
  catalogue: ServiceCatalogue,
  prefix: string,
  { parameters }: CallRequest,
): readonly Alternatives[] {
  const texts = Object.values(parameters.object).flatMap((value) => textsIn(value));
  const arns = texts.filter((text): text is string => text !== undefined && isArn(text));
  const owned = arns.filter((arn) => isKnownText(arn) && catalogue.ownsArn(prefix, arn));
  return distinct(owned.map((arn) => [{ kind: "arn", arn }]));
}

/** `resources[]` says it best; of a request that names several it may hold the first few only [E ssm GetParameters], or hide some. */
function withBatch(resources: readonly Resource[], named: readonly Alternatives[]): readonly Alternatives[] {
  const logged = resources.map((resource) => [resource]);
  return named.length > logged.length ? distinct([...logged, ...named]) : logged;
}

function decided(request: CallRequest, action: string, found: readonly Found[]): RequestResources {
  const [prefix = "", name = ""] = action.toLowerCase().split(":");
  const standIns = LOGGED_WHEN_USED[prefix] ?? NONE;
  const named = found.filter((each) => each.named.length > 0);
  const open = found.filter((each) => each.named.length === 0 && !standIns.has(each.use.name));
  const usedStandIns = named.filter((each) => standIns.has(each.use.name));
  if (usedStandIns.length > 0) {
    // through an access point its own ARN is decided; what lies behind is also logged
    const behind = named.filter((each) => !standIns.has(each.use.name));
    return {
      certain: usedStandIns.flatMap((each) => each.named),
      possible: behind.flatMap((each) => each.named.flat()),
    };
  }
  const mode = checkedTypes(prefix, name, named.length);
  // what the others stand in for is asked for in any case
  const [only] = open;
  if (named.length === 0 && standIns.size > 0 && only !== undefined && open.length === 1) {
    return { certain: [only.otherwise], possible: [] };
  }
  const more = mayNameMore(prefix, name, request);
  if (named.length === 0) return unnamed(name, mode === "each", more, request, open.length > 0 ? open : found);
  const certain = named.flatMap((each) => each.named);
  if (mode === "alternatives") return { certain, possible: [] };
  const possible: Resource[] = [];
  for (const { use, otherwise, isSettled } of open) {
    if (use.required && mode === "each") certain.push(otherwise);
    else if (use.required || !isSettled || more) possible.push(...otherwise);
  }
  return { certain, possible };
}

/** Nothing in the record names a resource. */
function unnamed(
  name: string,
  isEach: boolean,
  hasMore: boolean,
  request: CallRequest,
  found: readonly Found[],
): RequestResources {
  const required = found.filter((each) => each.use.required);
  if (required.length === 0 || LISTS.test(name)) {
    const isUnread = request.parameters.state === "unknown";
    const all = found.flatMap((each) => each.otherwise);
    return { certain: [[...(required.length > 0 && isUnread ? [] : [NO_RESOURCE]), ...all]], possible: [] };
  }
  const optional = found.filter((each) => !each.use.required && (!each.isSettled || hasMore));
  const all = required.map((each) => each.otherwise);
  return { certain: isEach ? all : [all.flat()], possible: optional.flatMap((each) => each.otherwise) };
}
