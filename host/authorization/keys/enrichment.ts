/**
 * What an enriched record says AWS decided on (semantics 4.4): keys of the request's context and tags of the principal. Only what
 * is there counts: a selected key that is missing was of no use to that decision, which does not make it absent.
 */
import { type KeyState, present, presentList } from "../../domain/key-state.ts";
import { asObject, type JsonObject, objectMember, parseJson } from "../record-json.ts";
import { isKnownText } from "../resources/known-text.ts";

/** Of the keys that can be selected, those that hold lists [C CT-CTX]. */
const LISTS: ReadonlySet<string> = new Set(["aws:principalorgpaths", "aws:principalservicenameslist"]);

/** Takes a value of the `eventContext` column: the object as logged, or the empty string. Keys in lower case. */
export function eventContextKeys(eventContextJson: string): ReadonlyMap<string, KeyState> {
  const keys = new Map<string, KeyState>();
  const context = asObject(parseJson(eventContextJson));
  if (context === undefined) return keys;
  const request = objectMember(context, "requestContext");
  // AWS's example has the keys right there, some records have them one level deeper [E]
  for (const members of [request, objectMember(request, "conditionKeys")]) addKeys(keys, members);
  const tags = objectMember(objectMember(context, "tagContext"), "principalTags");
  for (const [name, value] of Object.entries(tags)) {
    if (typeof value === "string" && isKnownText(value))
      keys.set(`aws:principaltag/${name.toLowerCase()}`, present(value));
  }
  return keys;
}

function addKeys(keys: Map<string, KeyState>, members: JsonObject): void {
  for (const [name, value] of Object.entries(members)) {
    const key = name.toLowerCase();
    if (!/^[^:]+:./s.test(key)) continue;
    const texts = (Array.isArray(value) ? value : [value]).map(textOf);
    const known = texts.filter((text) => text !== undefined);
    if (known.length === 0 || known.length < texts.length) continue;
    if (LISTS.has(key)) keys.set(key, presentList(...known));
    else if (known.length === 1) keys.set(key, present(...known.map((text) => inKeysForm(key, text))));
  }
}

function textOf(value: unknown): string | undefined {
  if (typeof value === "boolean" || typeof value === "number") return String(value);
  return typeof value === "string" && isKnownText(value) ? value : undefined;
}

/** The time is logged as `2025-04-30 15:30:00`; conditions hold it in ISO 8601. */
function inKeysForm(key: string, text: string): string {
  if (key !== "aws:currenttime") return text;
  const found = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?)(?:Z| UTC)?$/.exec(text);
  return found === null ? text : `${found[1]}T${found[2]}Z`;
}
