/**
 * What the request says of one resource type of an action, in the order of semantics 6.1: places our rows name, ARN-valued
 * parameters that fit, parameters of the placeholder's own name. `resources[]` is looked at elsewhere.
 */
import type { KnownAction, ServiceCatalogue } from "../catalogue/service-catalogue.ts";
import { type CallRequest, textAt } from "../request/call-request.ts";
import { COPIED_FROM, createdType, makesInterfacesToo, mayBeMadeBesides, newOfType } from "./created-types.ts";
import { type Alternatives, distinct, type TypeEvidence } from "./evidence.ts";
import { fillTemplate, type Place } from "./fill-template.ts";
import { mayBeAnothers } from "./may-be-anothers.ts";
import { namedByRule } from "./name-rule.ts";
import type { ResourceRow } from "./resource-row.ts";
import { resourceRows } from "./resource-rows.ts";
import { rowsEvidence } from "./rows-evidence.ts";
import { SPECIAL_SERVICES } from "./special/special-services.ts";
import { isArn, textsIn } from "./texts-of.ts";

export function typeEvidence(
  catalogue: ServiceCatalogue,
  request: CallRequest,
  known: KnownAction,
  type: string,
): TypeEvidence {
  const [prefix = "", name = ""] = known.action.toLowerCase().split(":");
  const place: Place = {
    partition: request.partition,
    region: request.region || undefined,
    account: request.account,
  };
  const templates = catalogue.templatesOf(prefix, type);
  const rows = resourceRows(prefix, type).filter((row) => row.actions === undefined || row.actions.test(name));
  const owner = mayBeAnothers(prefix, name) ? { ...place, account: undefined } : place;
  const bare = distinct((anyonesForms(rows) ?? templates).map((template) => fillTemplate(template, owner, new Map())));

  const created = createdType(prefix, name, type, request, place, templates);
  if (created !== undefined) {
    const source = { ...place, region: textAt(request.parameters, COPIED_FROM) ?? place.region };
    const copied = name.startsWith("copy") ? rowsEvidence(catalogue, prefix, request, source, rows).named.flat() : [];
    return { named: [created], otherwise: bare, isSettled: true, besides: copied };
  }
  const special = SPECIAL_SERVICES[prefix]?.({ catalogue, request, place, name, type });
  if (special !== undefined) return { named: special, otherwise: bare, isSettled: true };

  const byRows = rowsEvidence(
    catalogue,
    prefix,
    request,
    place,
    rows.filter(({ isPerhaps }) => !isPerhaps),
  );
  const hasRows = resourceRows(prefix, type).length > 0;
  if (byRows.named.length > 0) {
    const made = makesInterfacesToo(name, type, request) ? [newOfType(place, templates)] : [];
    return { named: [...byRows.named, ...made], otherwise: bare, isSettled: true };
  }
  const arns = arnParameters(catalogue, prefix, request, type);
  if (arns.length > 0) return { named: arns, otherwise: bare, isSettled: true };
  if (hasRows) {
    const otherwise = byRows.partly.length > 0 ? byRows.partly : bare;
    const perhaps = rows.filter(({ isPerhaps }) => isPerhaps);
    const besides = rowsEvidence(catalogue, prefix, request, place, perhaps).named.flat();
    return { named: [], otherwise, isSettled: !mayBeMadeBesides(name, type, request), besides };
  }

  const isMeant = known.resourceTypes.length === 1 && endsInType(name, type);
  const byRule = namedByRule({ type, isMeant, templates, request, place });
  const otherwise = byRule.partly.length > 0 ? distinct(byRule.partly) : bare;
  // a type with one resource only, `hub/default`
  const isOnlyOne = known.resourceTypes.length === 1 && otherwise.length === 1 && otherwise[0]?.kind === "arn";
  return { named: isOnlyOne ? [otherwise] : byRule.named, otherwise, isSettled: false };
}

/** Forms in which the account is anyone's: of things shared between accounts, or owned by another one. */
function anyonesForms(rows: readonly ResourceRow[]): readonly string[] | undefined {
  return rows.find((row) => row.forms?.some((form) => form.split(":")[4] === "*"))?.forms;
}

/** `updatecanary` of `canary`, `deletecanaries` not. */
function endsInType(name: string, type: string): boolean {
  return name.endsWith(type.toLowerCase().replace(/[^a-z0-9]/g, ""));
}

/** ARNs at the top level of the request that have the shape of the type. */
function arnParameters(
  catalogue: ServiceCatalogue,
  prefix: string,
  request: CallRequest,
  type: string,
): readonly Alternatives[] {
  const texts = Object.values(request.parameters.object).flatMap((value) => textsIn(value));
  const arns = texts.filter((text): text is string => text !== undefined && isArn(text));
  const fitting = arns.filter((arn) => catalogue.resourceTypesOf(prefix, arn).includes(type));
  return distinct(fitting.map((arn) => [{ kind: "arn", arn }]));
}
