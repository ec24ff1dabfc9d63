/** What one row proves of its condition key for one request. Does not ask whether the action has the key at all. */
import {
  type KeyState,
  PRESENT_UNKNOWN,
  present,
  presentList,
  presentOrAbsent,
  UNKNOWN,
} from "../../domain/key-state.ts";
import { asObject } from "../record-json.ts";
import { type Authorization, resourceText } from "../request/authorization.ts";
import { type CallRequest, type Members, valuesAt } from "../request/call-request.ts";
import { isKnownText } from "../resources/known-text.ts";
import type { KeyPlace, KeyRow } from "./key-row.ts";

/** `name`: what the `*` of the row's key stands for. */
export function rowState(row: KeyRow, request: CallRequest, authorization: Authorization, name: string): KeyState {
  if (row.resources?.test(resourceText(authorization.resource)) === false) return UNKNOWN;
  if (row.state !== undefined) {
    return request.parameters.state === "unknown" && row.places.length > 0
      ? UNKNOWN
      : row.state(request, authorization, name);
  }
  const found = row.places.map((place) => ({ place, values: valuesOf(request, place) }));
  const filled = found.filter(({ values }) => values.length > 0);
  const [first] = filled;
  if (first !== undefined) {
    const state = stateOfValues(row, row.isList ? filled.flatMap(({ values }) => values) : first.values);
    const isAnswer = first.place.part === "responseElements" && !row.isAlways;
    return isAnswer ? { ...state, mayBeAbsent: true } : state;
  }
  const isKnown = row.places.every(
    ({ part }) => part === "responseElements" || partOf(request, part).state !== "unknown",
  );
  return isKnown ? row.missing : UNKNOWN;
}

export function partOf(request: CallRequest, part: KeyPlace["part"]): Members {
  if (part === "requestParameters") return request.parameters;
  return part === "responseElements" ? request.response : request.extra;
}

/** Objects without members say nothing. */
function valuesOf(request: CallRequest, { path, part }: KeyPlace): readonly unknown[] {
  // what a call that failed would have made does not exist
  if (part === "responseElements" && request.hasFailed) return [];
  return valuesAt(partOf(request, part), path).filter((value) => {
    const object = asObject(value);
    return object === undefined || Object.keys(object).length > 0;
  });
}

function stateOfValues(row: KeyRow, values: readonly unknown[]): KeyState {
  const texts = values.map((value) => textOf(row, value));
  const known = [...new Set(texts.filter((text) => text !== undefined))];
  const anything: KeyState = row.isList ? { ...PRESENT_UNKNOWN, isMultivalued: true } : PRESENT_UNKNOWN;
  if (known.length === 0 || texts.includes(undefined)) return anything;
  if (row.isList) return presentList(...known);
  if (known.length > 1) return anything;
  // an empty text may count as none
  return known[0] === "" ? presentOrAbsent("") : present(...known);
}

function textOf({ reading }: KeyRow, value: unknown): string | undefined {
  const text = typeof value === "number" || typeof value === "boolean" ? String(value) : value;
  if (typeof text !== "string" || !isKnownText(text)) return undefined;
  return reading === undefined ? text : reading(text);
}
