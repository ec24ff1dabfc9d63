/**
 * From a request to the actions AWS was asked for. Rule: the action of the event's own name under the source's prefix (95 %
 * of API operations, 99 % of events: semantics 5.1), save for what our tables say; besides, what the request implies (roles it
 * passes, tags it sets). What is in no table is a possible authorization of `prefix:*` (design R9). A user's mapping goes
 * before all of it.
 */
import type { ServiceCatalogue } from "../catalogue/service-catalogue.ts";
import { ANY_PREFIX, eventSourcePrefixes } from "../event-source-prefixes.ts";
import { cannotBeDenied, listedWithoutAction } from "../not-authorizations.ts";
import { type Provenance, UNKNOWN_RESOURCE } from "../request/authorization.ts";
import type { CallRequest } from "../request/call-request.ts";
import { bearerActions } from "./bearer-actions.ts";
import { besideActions } from "./beside-actions.ts";
import type { ActionDraft, OperationActions } from "./operation-actions.ts";
import { ownActions } from "./own-actions.ts";
import { passedRoles } from "./passed-roles.ts";
import type { RowAction, RowActions } from "./request-row.ts";
import { rowCall } from "./row-call.ts";
import { asServiceOf, hasS3Names, S3_BUCKET_PATHS, s3PrefixOf } from "./s3-family.ts";
import { isTold } from "./shared-sources.ts";
import { tagActions } from "./tag-actions.ts";
import { userActions } from "./user-actions.ts";
import type { UserMapping } from "./user-mapping.ts";

export type { ActionDraft, OperationActions } from "./operation-actions.ts";

/** `20150331`, `20150331v2`, `2015_07_27` at the end of a name: semantics 5.3 [E, S CloudTracker]. */
const DATE_SUFFIX = /20\d\d_?\d\d_?\d\d(?:v\d+)?$/;

export function actionsOf(catalogue: ServiceCatalogue, request: CallRequest, mapping?: UserMapping): OperationActions {
  const ofUser = mapping && userActions(catalogue, request, mapping);
  if (ofUser !== undefined) return ofUser;

  const { prefixes, possibly } = eventSourcePrefixes(request.source);
  const dateless = request.name.replace(DATE_SUFFIX, "");
  for (const name of new Set([request.name, dateless])) {
    const found = prefixes.flatMap((prefix) => {
      const actions = ownActions(catalogue, request, prefix, name);
      return actions === undefined ? [] : [{ prefix, actions }];
    });
    const first = found[0];
    if (first === undefined) continue;
    const meant = found.find(({ prefix }) => found.length > 1 && isTold(request, prefix));
    const own = meant?.actions ?? oneOf(found.map(({ actions }) => actions));
    return mapped(catalogue, request, { prefix: (meant ?? first).prefix, name, own });
  }
  return unmapped(request, dateless, [...prefixes, ...possibly]);
}

interface Operation {
  readonly prefix: string;
  /** As it was found: without date, where it has one. */
  readonly name: string;
  readonly own: RowActions;
}

/** Of services that share an event source one was asked, and which one the name does not say. */
function oneOf(services: readonly RowActions[]): RowActions {
  const [first, ...others] = services;
  if (first === undefined || others.length === 0) return first ?? { certain: [], possible: [] };
  const [head = [], ...rest] = first.certain;
  const either = [...head, ...others.flatMap(({ certain }) => certain[0] ?? [])];
  return { certain: [either, ...rest], possible: services.flatMap(({ possible }) => possible) };
}

function mapped(catalogue: ServiceCatalogue, request: CallRequest, { prefix, name, own }: Operation): OperationActions {
  const asked = own.certain.flat();
  const provenance = ({ action }: RowAction): Provenance => {
    if (action.split(":")[1]?.toLowerCase() !== name.toLowerCase()) return "table";
    return name === request.name ? "sameName" : "dateSuffixRemoved";
  };
  const [service = prefix, first = name] = (asked[0]?.action ?? "").split(":").filter((part) => part !== "");
  const known = catalogue.findAction(service, first);
  const implied = [
    besideOf(catalogue, request, prefix, name),
    bearerActions(catalogue, request, prefix),
    ...(known === undefined ? [] : [tagActions(catalogue, request, prefix, name, known)]),
  ];
  const roles = passedRoles(request, prefix, name);
  const place = (draft: RowAction) => placed(draft, asked);
  const certain = [
    ...own.certain.map((list) => list.map((draft) => ({ ...draft, provenance: provenance(draft) }))),
    ...implied.flatMap((more) => more.certain).map((list) => list.map(place).map(asImplied)),
    ...roles.certain.map((list) => list.map(asImplied)),
  ];
  const sure = new Set(certain.flatMap((list) => (list.length === 1 ? list.map(identify) : [])));
  const possible = [
    ...own.possible.map((draft) => ({ ...draft, provenance: provenance(draft) })),
    ...implied.flatMap((more) => more.possible).map((draft) => asImplied(place(draft))),
    ...roles.possible.map(asImplied),
  ];
  return {
    certain,
    possible: possible.filter((draft) => !sure.has(identify(draft))),
    outcome: cannotBeDenied(prefix, name),
    isMapped: true,
  };
}

/** What an S3 operation implies is implied in the service that owns the bucket; a directory bucket has no ACLs, tags or locks. */
function besideOf(catalogue: ServiceCatalogue, request: CallRequest, prefix: string, name: string): RowActions {
  const owner = s3PrefixOf(prefix, rowCall(request, "s3", S3_BUCKET_PATHS));
  if (owner === "s3express") return { certain: [], possible: [] };
  if (!hasS3Names(owner)) return besideActions(request, prefix, name);
  const { certain, possible } = besideActions(request, "s3", name);
  const ofOwner = (draft: RowAction) => ({ ...draft, action: asServiceOf(catalogue, owner, draft.action) });
  const exists = (draft: RowAction) => draft.action.startsWith(`${owner}:`);
  return {
    certain: certain.map((list) => list.map(ofOwner).filter(exists)).filter((list) => list.length > 0),
    possible: possible.map(ofOwner).filter(exists),
  };
}

/** What is implied in the same service is asked of the resource that the operation writes; in another service nobody knows. */
function placed(draft: RowAction, asked: readonly RowAction[]): RowAction {
  if (draft.resources !== undefined || asked.length === 0) return draft;
  const [service] = draft.action.split(":");
  const same = asked.filter(({ action }) => action.split(":")[0] === service);
  if (same.length === 0) return { ...draft, resources: [UNKNOWN_RESOURCE] };
  const resources = same.find((each) => each.resources !== undefined)?.resources;
  return resources === undefined ? draft : { ...draft, resources };
}

function asImplied(draft: RowAction): ActionDraft {
  return { ...draft, provenance: "implied" };
}

function identify({ action, resources }: RowAction): string {
  return JSON.stringify([action, resources]);
}

function unmapped(request: CallRequest, name: string, prefixes: readonly string[]): OperationActions {
  const prefix = prefixes[0] ?? ANY_PREFIX;
  const resources = [UNKNOWN_RESOURCE];
  const services = prefixes.map(
    (each): ActionDraft => ({ action: each === ANY_PREFIX ? "*" : `${each}:*`, provenance: "unmapped", resources }),
  );
  const beside = besideActions(request, prefix, name);
  const roles = passedRoles(request, prefix, name);
  const implied = [beside, roles].flatMap(({ certain, possible }) => [...certain.flat(), ...possible]);
  return {
    certain: [],
    possible: [...services, ...implied.map((draft) => asImplied({ resources, ...draft }))],
    outcome: listedWithoutAction(prefix, name),
    isMapped: false,
  };
}
