/** What is known of a condition key → what the core is told of it. */
import type { KeyState } from "../../domain/key-state.ts";
import type { Subject } from "../../wasm/judge-input.ts";
import { IS_MULTIVALUED, POSSIBILITIES } from "../../wasm/plan-layout.ts";

export function toSubject(state: KeyState): Subject {
  const possibilities =
    (state.mayBeAbsent ? POSSIBILITIES.absent : 0) |
    (state.values === undefined ? 0 : POSSIBILITIES.values) |
    (state.mayBeAnything ? POSSIBILITIES.anything : 0) |
    (state.isMultivalued === true ? IS_MULTIVALUED : 0);
  return { possibilities, texts: state.values ?? [] };
}
