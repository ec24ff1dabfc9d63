/**
 * Resources of services without rows of their own: placeholders of the ARN template filled by request parameters of the same
 * name, as AWS names most of them alike. In doubt a part stays open. Looks at the top level of the request only.
 */
import type { CallRequest } from "../request/call-request.ts";
import type { Alternatives } from "./evidence.ts";
import { fillTemplate, type Place, placeholdersOf } from "./fill-template.ts";
import { isArn, type Text, textsIn } from "./texts-of.ts";

export interface NamedByRule {
  readonly named: readonly Alternatives[];
  /** Filled as far as the other placeholders are known; empty when none is. */
  readonly partly: Alternatives;
}

export interface RuleInput {
  readonly type: string;
  /** The action has no other type and ends in this one's name (`UpdateCanary`): then `name` and `id` can mean nothing else. */
  readonly isMeant: boolean;
  readonly templates: readonly string[];
  readonly request: CallRequest;
  readonly place: Place;
}

export function namedByRule(input: RuleInput): NamedByRule {
  const { templates, place } = input;
  const members = topLevel(input.request);
  const named: Alternatives[] = [];
  const partly = [];
  for (const template of templates) {
    const placeholders = placeholdersOf(template);
    const identity = placeholders.at(-1);
    if (identity === undefined) continue;
    const others = new Map<string, Text>();
    for (const name of placeholders.slice(0, -1)) {
      const texts = isBare(name) && !input.isMeant ? [] : (members.get(name) ?? []);
      if (texts.length === 1) others.set(name, texts[0]);
    }
    const names = candidateNames(identity, placeholders.length, input).flatMap((name) => members.get(name) ?? []);
    if (others.size > 0) partly.push(fillTemplate(template, place, others));
    for (const text of new Set(names))
      named.push([fillTemplate(template, place, new Map([...others, [identity, text]]))]);
  }
  // several templates: nobody knows which form is the right one
  return { named: templates.length > 1 ? (named.length > 0 ? [named.flat()] : []) : named, partly };
}

/** Parameter names, in lower case, that can hold the value of the last placeholder. The first that is there counts. */
function candidateNames(placeholder: string, count: number, { type, isMeant, request }: RuleInput): readonly string[] {
  const members = topLevel(request);
  const short = type.toLowerCase().replace(/[^a-z0-9]/g, "");
  const isId = placeholder.endsWith("id") || placeholder.endsWith("identifier");
  const isName = placeholder.endsWith("name");
  const candidates = isBare(placeholder) && !isMeant ? [] : [placeholder, `${placeholder}s`];
  if (isId) candidates.push(`${short}id`, `${short}ids`, `${short}identifier`, `${short}identifiers`);
  if (isName) candidates.push(`${short}name`, `${short}names`);
  // of `${Cluster}/${Name}/${Id}` the request's `id` can be anything
  if (isMeant && count === 1) candidates.push(...(isId ? ["id", "identifier"] : isName ? ["name"] : []));
  const first = candidates.find((name) => (members.get(name) ?? []).length > 0);
  return first === undefined ? [] : [first];
}

/** Words that say nothing of what they name: in a request they can be anybody's. */
function isBare(placeholder: string): boolean {
  return /^(?:resource)?(?:name|id|identifier)$/.test(placeholder);
}

/** Members by name in lower case; texts that are ARNs are not names. */
function topLevel(request: CallRequest): ReadonlyMap<string, readonly Text[]> {
  const members = new Map<string, readonly Text[]>();
  for (const [name, value] of Object.entries(request.parameters.object)) {
    const texts = textsIn(value).filter((text) => text === undefined || !isArn(text));
    members.set(name.toLowerCase(), texts);
  }
  return members;
}
