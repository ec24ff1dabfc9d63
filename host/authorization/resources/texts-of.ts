/**
 * The texts of a request at the paths our rows name. A value that the log hides is there, as undefined: there was one, and
 * nobody knows which. Interprets nothing beyond the wrapping that CloudTrail gives lists.
 */
import { asObject } from "../record-json.ts";
import { type CallRequest, type Members, valuesAt } from "../request/call-request.ts";
import { isKnownText } from "./known-text.ts";
import type { ParameterPath } from "./resource-row.ts";

export type Text = string | undefined;

/** Texts at a path, read as the path says. */
export function textsOf(request: CallRequest, place: ParameterPath): readonly Text[] {
  const { path, part, reading } = place;
  // what a call that failed would have made does not exist
  if (part === "responseElements" && request.hasFailed) return [];
  const members = part === "requestParameters" ? request.parameters : request.response;
  const texts: Text[] = [];
  for (const text of plainTexts(members, path)) {
    if (text === undefined || reading === undefined || isArn(text)) texts.push(text);
    else {
      const value = reading(text);
      if (value !== undefined) texts.push(value);
    }
  }
  return [...new Set(texts)];
}

/** The texts of the first of several places that has any. */
export function firstTexts(request: CallRequest, places: readonly ParameterPath[]): readonly Text[] {
  for (const place of places) {
    const texts = textsOf(request, place);
    if (texts.length > 0) return texts;
  }
  return [];
}

function plainTexts(members: Members, path: string): readonly Text[] {
  return valuesAt(members, path).flatMap((value) => textsIn(value));
}

/** Texts of a value; `{tag, content}` is how newer EC2 calls are logged [E]. */
export function textsIn(value: unknown): readonly Text[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === "number") return [String(value)];
  if (typeof value !== "string") return contentOf(value);
  const text = value.trim();
  if (text === "") return [];
  if (!isKnownText(text)) return [undefined];
  if (/^arn%3A/i.test(text)) return [decoded(text)];
  // a shard iterator begins with the ARN of its stream, a bar after it [E]
  return [isArn(text) ? text.replace(/\|.*$/s, "") : text];
}

function contentOf(value: unknown): readonly Text[] {
  const content = asObject(value)?.content;
  return content === undefined ? [] : textsIn(content);
}

/** ARNs in paths are logged percent-encoded (eks, kafka [E]). */
function decoded(text: string): Text {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

export function isArn(text: string): boolean {
  return /^arn:[^:]*:[^:]*:[^:]*:[^:]*:./s.test(text);
}
