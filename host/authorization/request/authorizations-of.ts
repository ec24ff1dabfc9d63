/**
 * What AWS decided for one request: its actions, each with the resources it was decided on. Puts the tables of actions and of
 * resources together; knows no policy and no condition key.
 */
import { type ActionDraft, actionsOf } from "../actions/actions-of.ts";
import type { UserMapping } from "../actions/user-mapping.ts";
import type { ServiceCatalogue } from "../catalogue/service-catalogue.ts";
import type { NotAnAuthorization } from "../not-authorizations.ts";
import { type RequestResources, resourcesOf } from "../resources/resources-of.ts";
import { type Authorization, type Resource, resourceText, UNKNOWN_RESOURCE } from "./authorization.ts";
import type { CallRequest } from "./call-request.ts";

export interface RequestAuthorizations {
  /** Each was asked for sure; of a list of several AWS asked for one, and nobody knows which. Distinct. */
  readonly certain: readonly (readonly Authorization[])[];
  /** May have been asked besides. */
  readonly possible: readonly Authorization[];
  /** Present when no policy decides this operation, whatever the other members say. */
  readonly outcome: NotAnAuthorization | undefined;
  /** Does the operation map to known actions? Else `possible` holds a whole service. */
  readonly isMapped: boolean;
}

const NO_KEYS: Authorization["keys"] = new Map();

/** `mapping`: rows of the user's, which go before ours. */
export function authorizationsOf(
  catalogue: ServiceCatalogue,
  request: CallRequest,
  mapping?: UserMapping,
): RequestAuthorizations {
  const actions = actionsOf(catalogue, request, mapping);
  const certain: (readonly Authorization[])[] = [];
  const possible: Authorization[] = [];
  const own = actions.certain[0]?.[0];
  const ask = (draft: ActionDraft) => withResources(catalogue, request, asOwn(catalogue, draft, own));
  for (const alternatives of actions.certain) {
    const asked = alternatives.map(ask);
    const shared = Math.min(...asked.map((each) => each.certain.length));
    for (let index = 0; index < shared; index++) certain.push(asked.flatMap((each) => each.certain[index] ?? []));
    for (const each of asked) possible.push(...each.certain.slice(shared).flat(), ...each.possible);
  }
  for (const draft of actions.possible) {
    const asked = ask(draft);
    possible.push(...asked.certain.flat(), ...asked.possible);
  }
  const sure = distinctBy(certain, (list) => list.map(identify).join("\n"));
  const single = new Set(
    sure
      .filter((list) => list.length === 1)
      .flat()
      .map(identify),
  );
  return {
    certain: sure,
    possible: distinctBy(possible, identify).filter((each) => !single.has(identify(each))),
    outcome: actions.outcome,
    isMapped: actions.isMapped,
  };
}

/** An implied action, and the operation's own where it was asked of the very resource of that one: which a creation names best. */
interface OwnedDraft extends ActionDraft {
  readonly resourcesOf?: string;
}

/** What a call sets on the one thing it makes (tags, a policy) is asked of that thing. */
function asOwn(catalogue: ServiceCatalogue, draft: ActionDraft, own: ActionDraft | undefined): OwnedDraft {
  const isNamed = draft.resources?.some(({ kind }) => kind !== "unknown") ?? false;
  if (own === undefined || draft.provenance !== "implied" || isNamed || draft.ofAnother) return draft;
  const [type, ...others] = typesOf(catalogue, own.action);
  const isSame = type !== undefined && others.length === 0 && typesOf(catalogue, draft.action).includes(type);
  if (!isSame || own.action.split(":")[0] !== draft.action.split(":")[0]) return draft;
  const { resources: _, ...rest } = draft;
  return own.resources === undefined ? { ...rest, resourcesOf: own.action } : { ...rest, resources: own.resources };
}

function typesOf(catalogue: ServiceCatalogue, action: string): readonly string[] {
  const [prefix = "", name = ""] = action.split(":");
  return catalogue.findAction(prefix, name)?.resourceTypes.map((type) => type.name) ?? [];
}

interface Asked {
  readonly certain: readonly (readonly Authorization[])[];
  readonly possible: readonly Authorization[];
}

function withResources(catalogue: ServiceCatalogue, request: CallRequest, draft: OwnedDraft): Asked {
  const { certain, possible } = resourcesFor(catalogue, request, draft);
  const asked = (resource: Resource): Authorization => ({
    action: draft.action,
    resource,
    provenance: draft.provenance,
    keys: draft.keys ?? NO_KEYS,
  });
  return { certain: certain.map((list) => list.map(asked)), possible: possible.map(asked) };
}

function resourcesFor(catalogue: ServiceCatalogue, request: CallRequest, draft: OwnedDraft): RequestResources {
  if (draft.resources !== undefined) return { certain: draft.resources.map((resource) => [resource]), possible: [] };
  if (draft.action.includes("*")) return { certain: [[UNKNOWN_RESOURCE]], possible: [] };
  return resourcesOf(catalogue, request, draft.resourcesOf ?? draft.action);
}

function identify({ action, resource, keys }: Authorization): string {
  return JSON.stringify([action, resource.kind, resourceText(resource), [...keys]]);
}

function distinctBy<T>(entries: readonly T[], nameOf: (entry: T) => string): readonly T[] {
  return [...new Map(entries.map((entry) => [nameOf(entry), entry])).values()];
}
