/**
 * What our rows say of one resource type: the values of its placeholders from the places the rows name, ARNs as they are.
 * Knows no service; the rows do.
 */
import type { ServiceCatalogue } from "../catalogue/service-catalogue.ts";
import type { Resource } from "../request/authorization.ts";
import type { CallRequest } from "../request/call-request.ts";
import { type Alternatives, distinct } from "./evidence.ts";
import { fillTemplate, type Place, placeholdersOf, placeOf } from "./fill-template.ts";
import type { ResourceRow } from "./resource-row.ts";
import { firstTexts, isArn, type Text, textsOf } from "./texts-of.ts";

export interface RowsEvidence {
  readonly named: readonly Alternatives[];
  /** Filled as far as the other placeholders are known (`log-group:g:log-stream:*`); empty when no row says anything. */
  readonly partly: Alternatives;
}

const NOTHING: RowsEvidence = { named: [], partly: [] };

/** Takes the rows of the type that hold for the action; the first that names a resource counts. */
export function rowsEvidence(
  catalogue: ServiceCatalogue,
  prefix: string,
  request: CallRequest,
  place: Place,
  rows: readonly ResourceRow[],
): RowsEvidence {
  let partly: Alternatives = [];
  for (const row of rows) {
    if (row.needs !== undefined && textsOf(request, row.needs).length === 0) continue;
    const mayLack = request.parameters.state !== "unknown";
    if (row.lacks !== undefined && (!mayLack || textsOf(request, row.lacks).length > 0)) continue;
    const evidence = rowEvidence(catalogue, prefix, request, place, row);
    if (evidence.named.length > 0) return evidence;
    if (partly.length === 0) partly = evidence.partly;
  }
  return { named: [], partly };
}

function rowEvidence(
  catalogue: ServiceCatalogue,
  prefix: string,
  request: CallRequest,
  callers: Place,
  row: ResourceRow,
): RowsEvidence {
  const templates = row.forms ?? catalogue.templatesOf(prefix, row.type);
  const order = templates.flatMap((template) => placeholdersOf(template));
  const values = new Map([...row.values].map(([name, places]) => [name.toLowerCase(), firstTexts(request, places)]));
  // what names the resource is the last placeholder that the row fills: of `table/index` the index
  const identity = [...values.keys()].sort((left, right) => order.lastIndexOf(right) - order.lastIndexOf(left))[0];
  const [owner] = firstTexts(request, row.account).map((text) => ({ text }));
  let place = owner === undefined ? callers : { ...callers, account: accountIn(owner.text) };
  // a row without placeholders says that there is one, or which one it always is
  if (identity === undefined) return { named: [fill(templates, place, new Map())], partly: [] };
  const names = row.every ? everyText(request, row, identity) : (values.get(identity) ?? []);
  const others = new Map<string, Text>();
  for (const [name, texts] of values) {
    if (name === identity || texts.length === 0) continue;
    // of several nobody knows which belongs to which
    const [only] = texts.length === 1 ? texts : [undefined];
    if (only !== undefined && isArn(only)) place = placeOf(only);
    others.set(name, only !== undefined && isArn(only) ? nameIn(only) : only);
  }
  const partly = others.size === 0 ? [] : fill(templates, place, others);
  if (names.length === 0) return partly.length === 0 ? NOTHING : { named: [], partly };
  const named = names.flatMap((name): readonly Alternatives[] => {
    if (name !== undefined && isArn(name)) {
      return catalogue.resourceTypesOf(prefix, name).includes(row.type) ? [[{ kind: "arn", arn: name }]] : [];
    }
    return [fill(templates, place, new Map([...others, [identity, name]]))];
  });
  return { named: distinct(named), partly };
}

function accountIn(text: Text): string | undefined {
  return text !== undefined && isArn(text) ? placeOf(text).account : text;
}

function everyText(request: CallRequest, row: ResourceRow, identity: string): readonly Text[] {
  const places = [...row.values].flatMap(([name, paths]) => (name.toLowerCase() === identity ? paths : []));
  return distinct(places.flatMap((place) => textsOf(request, place)));
}

function fill(templates: readonly string[], place: Place, values: ReadonlyMap<string, Text>): readonly Resource[] {
  return distinct(templates.map((template) => fillTemplate(template, place, values)));
}

/** `arn:…:cluster/name` → `name`. */
function nameIn(arn: string): Text {
  return arn.slice(Math.max(arn.lastIndexOf("/"), arn.lastIndexOf(":")) + 1) || undefined;
}
