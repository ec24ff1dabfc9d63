/**
 * The tagging actions that a request with tags asks for. Known to hold no tags, it asks for none. What is tagged is new, and
 * what else the request names is not it: its resource is left unknown, save where the request names the new thing. Rows and
 * paths are in tag-rows.ts.
 */
import { present } from "../../domain/key-state.ts";
import type { KnownAction, ServiceCatalogue } from "../catalogue/service-catalogue.ts";
import { type Resource, resourceOf, UNKNOWN_RESOURCE } from "../request/authorization.ts";
import type { CallRequest } from "../request/call-request.ts";
import { operationIndex } from "./operation-index.ts";
import type { RowAction, RowActions } from "./request-row.ts";
import { type RowCall, rowCall } from "./row-call.ts";
import { SURE_TAG_ROWS, TAG_PATHS, TAG_PATHS_OF, TAGGED_TYPE_PATHS, WITHOUT_TAG_ROWS } from "./tag-rows.ts";

const NOTHING: RowActions = { certain: [], possible: [] };
const sureRowsOf = operationIndex(SURE_TAG_ROWS, (row) => row);

/** Resources whose ARNs name no account (semantics 6.2). */
const WITHOUT_ACCOUNT: ReadonlySet<string> = new Set(["image", "snapshot"]);

/** Takes the operation's own action; a tagging action itself takes no other. */
export function tagActions(
  catalogue: ServiceCatalogue,
  request: CallRequest,
  prefix: string,
  name: string,
  known: KnownAction,
): RowActions {
  // what takes tags off has tags in its request, too, and what reads may ask for those that have some
  const isOther = known.takesTags
    ? /^(?:delete|remove|untag)/i
    : /^(?:delete|remove|untag|get|list|describe|search|batchget|query)/i;
  const isTagging = catalogue.taggingActions(prefix).includes(known.action);
  if (isTagging || WITHOUT_TAG_ROWS.has(prefix) || isOther.test(name)) return NOTHING;
  const paths = TAG_PATHS_OF[prefix]?.split(" ") ?? [];
  const own = rowCall(request, prefix, paths);
  const common = rowCall(request, "*", TAG_PATHS);
  const hasTags =
    paths.some((path) => own.values(path).length > 0) || TAG_PATHS.some((path) => common.values(path).length > 0);
  if (!hasTags && !known.takesTags) return NOTHING;
  if (!hasTags && common.areKnown && (paths.length === 0 || own.areKnown)) return NOTHING;

  if (prefix === "ec2") return ec2Tags(request, known, hasTags);
  const keys = new Map([[`${prefix}:createaction`, present(known.action.split(":")[1] ?? "")]]);
  const sure = sureRowsOf(prefix, name)[0];
  if (sure !== undefined) {
    const place = sure.isNamed ? {} : { resources: [UNKNOWN_RESOURCE] };
    const drafts = sure.action.split("|").map((action) => ({ action, ...place, keys }));
    return hasTags ? { certain: [drafts], possible: [] } : { certain: [], possible: drafts };
  }
  const actions = catalogue.taggingActions(prefix).filter((action) => action !== known.action);
  return { certain: [], possible: actions.map((action) => ({ action, resources: [UNKNOWN_RESOURCE], keys })) };
}

/** EC2 asks for sure, once for each kind of resource it makes with tags [C EC2 user guide, tags at creation]. */
function ec2Tags(request: CallRequest, known: KnownAction, hasTags: boolean): RowActions {
  const keys = new Map([["ec2:createaction", present(known.action.split(":")[1] ?? "")]]);
  const call = rowCall(request, "ec2", TAGGED_TYPE_PATHS);
  const types = [...new Set(TAGGED_TYPE_PATHS.flatMap(call.texts))];
  const createTags = (resource: Resource): RowAction => ({ action: "ec2:CreateTags", resources: [resource], keys });
  if (!hasTags) return { certain: [], possible: [createTags(taggedResource(call, "*"))] };
  if (types.length === 0) return { certain: [[createTags(taggedResource(call, "*"))]], possible: [] };
  return { certain: types.map((type) => [createTags(taggedResource(call, type))]), possible: [] };
}

/** What does not exist yet is asked for by the text `type/*` (semantics 6.2, row ec2). */
function taggedResource({ request }: RowCall, type: string): Resource {
  const { partition, region } = request;
  const account = WITHOUT_ACCOUNT.has(type) ? "" : type === "*" ? "*" : (request.account ?? "*");
  const text = `arn:${partition}:ec2:${region || "*"}:${account}:${type}/*`;
  return text.indexOf("*") === text.length - 1 ? { kind: "arn", arn: text } : resourceOf(text);
}
