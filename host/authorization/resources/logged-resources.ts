/**
 * What the `resources` array says (semantics 6.1): entries whose ARN has the shape of a resource type of the action, and what
 * does not fit. Derives nothing from request parameters.
 */
import type { ServiceCatalogue } from "../catalogue/service-catalogue.ts";
import { textMember } from "../record-json.ts";
import type { Resource } from "../request/authorization.ts";
import { type CallRequest, textAt } from "../request/call-request.ts";
import { isKnownText } from "./known-text.ts";
import { isArn } from "./texts-of.ts";

/** An object as an access point of S3 calls it. */
const POINT_OBJECT = "accesspointobject";

export interface LoggedResources {
  /** ARNs by resource type of the action, in the order logged. */
  readonly byType: ReadonlyMap<string, readonly Resource[]>;
  /** ARNs of the service that the action has no use for: the record and the catalogue disagree. */
  readonly strangers: readonly Resource[];
}

export function loggedResources(
  catalogue: ServiceCatalogue,
  prefix: string,
  request: CallRequest,
  types: ReadonlySet<string>,
): LoggedResources {
  const byType = new Map<string, Resource[]>();
  const put = (type: string, resource: Resource) => {
    const list = byType.get(type) ?? [];
    if (!list.some((known) => JSON.stringify(known) === JSON.stringify(resource))) list.push(resource);
    byType.set(type, list);
  };
  const unfit: string[] = [];
  const fitting: string[] = [];
  const prefixes: string[] = [];
  for (const entry of request.resources) {
    // both spellings occur
    const arn = textMember(entry, "ARN") ?? textMember(entry, "arn");
    const start = textMember(entry, "ARNPrefix") ?? textMember(entry, "arnPrefix");
    if (arn !== undefined && isArn(arn) && isKnownText(arn)) {
      const found = catalogue.resourceTypesOf(prefix, arn).filter((type) => types.has(type));
      for (const type of found) put(type, { kind: "arn", arn });
      (found.length > 0 ? fitting : unfit).push(arn);
    } else if (start !== undefined && isKnownText(start)) prefixes.push(start);
  }
  // what a listing may have shown, or a deletion of many may have hit: counts where nothing says it better
  for (const start of prefixes) {
    for (const type of catalogue.resourceTypesOf(prefix, `${start}x`)) {
      if (types.has(type) && !byType.has(type)) {
        put(type, { kind: "pattern", parts: [{ literal: start }, { wildcard: "*" }] });
      }
    }
  }
  // a request through an access point logs the point beside the bucket's object, not the object as the point calls it
  const points = types.has(POINT_OBJECT) ? unfit.filter((arn) => isPoint(catalogue, prefix, arn)) : [];
  if (!byType.has(POINT_OBJECT)) for (const arn of points) put(POINT_OBJECT, objectOf(arn, request));
  const strangers = unfit.filter(
    (arn) =>
      !points.includes(arn) &&
      catalogue.ownsArn(prefix, arn) &&
      !isBeside(prefix, arn) &&
      !fitting.some((known) => isSameOrParent(arn, known)),
  );
  return {
    byType,
    strangers: [...new Set(strangers)].map((arn) => ({ kind: "arn", arn })),
  };
}

function isPoint(catalogue: ServiceCatalogue, prefix: string, arn: string): boolean {
  return catalogue.resourceTypesOf(prefix, arn).includes("accesspoint");
}

function objectOf(point: string, { parameters }: CallRequest): Resource {
  const key = textAt(parameters, "key");
  const start = `${point}/object/`;
  if (key !== undefined && isKnownText(key)) return { kind: "arn", arn: `${start}${key}` };
  return { kind: "pattern", parts: [{ literal: start }, { wildcard: "*" }] };
}

/** The provider through which a role is assumed is logged beside the role and is not what is decided [E]. */
function isBeside(prefix: string, arn: string): boolean {
  return prefix === "sts" && /:(?:saml|oidc)-provider\//.test(arn);
}

/** A bucket and its object, a table and its index. */
export function isSameOrParent(arn: string, of: string): boolean {
  return of === arn || of.startsWith(`${arn}/`) || of.startsWith(`${arn}:`);
}
