/** Tags that a request puts on an S3 object: in the `x-amz-tagging` header or the request's body (semantics 4.3). No other service. */
import { ABSENT, type KeyState, PRESENT_UNKNOWN, present, presentList } from "../../domain/key-state.ts";
import { asObject } from "../record-json.ts";
import { type CallRequest, valuesAt } from "../request/call-request.ts";
import { isKnownText } from "../resources/known-text.ts";

interface ObjectTags {
  /** `name` in lower case. */
  stateOf(name: string): KeyState;
  readonly keys: KeyState;
}

const UNREADABLE: ObjectTags = { stateOf: () => PRESENT_UNKNOWN, keys: { ...PRESENT_UNKNOWN, isMultivalued: true } };

/** Of a request whose parameters are known. */
export function objectTags(request: CallRequest): ObjectTags {
  const headers = valuesAt(request.parameters, "x-amz-tagging");
  const bodies = valuesAt(request.parameters, "Tagging.TagSet.Tag");
  const tags: (readonly [name: string, value: string | undefined])[] = [];
  for (const header of headers) {
    if (typeof header !== "string" || !isKnownText(header)) return UNREADABLE;
    tags.push(...new URLSearchParams(header));
  }
  for (const body of bodies) {
    const { Key: name, Value: value } = asObject(body) ?? {};
    if (typeof name !== "string") return UNREADABLE;
    // numbers and booleans are what a reader of XML made of the text
    tags.push([name, typeof value === "string" && isKnownText(value) ? value : undefined]);
  }
  return {
    keys: tags.length === 0 ? ABSENT : presentList(...new Set(tags.map(([name]) => name))),
    stateOf(wanted) {
      const values = tags.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
      const [value] = values;
      if (values.length === 0) return ABSENT;
      return values.length === 1 && value !== undefined ? present(value) : PRESENT_UNKNOWN;
    },
  };
}
