/** Masks → what one hierarchy, the current side of an account class, says to each authorization (R2, R6). */
import {
  DECISION_ALLOWED,
  DECISION_EXPLICIT_DENY,
  DECISION_IMPLICIT_DENY,
  DECISION_UNDETERMINED,
} from "../wire/plan.ts";
import { allowsCurrent, deniesCurrent } from "./account-class.ts";

/** Writes one DECISION_ byte for each of `count` masks to `out`. */
export function decideMasks(hierarchy: usize, masks: usize, count: u32, words: u32, out: usize): void {
  for (let i: u32 = 0; i < count; i++) {
    const may = masks + <usize>i * words * 16;
    store<u8>(out + i, <u8>decisionOf(hierarchy, may, may + <usize>words * 8, words));
  }
}

/** A Deny that only may match leaves open which denial it is, also where a level allows nothing. */
function decisionOf(hierarchy: usize, may: usize, must: usize, words: u32): u32 {
  if (deniesCurrent(hierarchy, must, words)) return DECISION_EXPLICIT_DENY;
  if (deniesCurrent(hierarchy, may, words)) return DECISION_UNDETERMINED;
  if (!allowsCurrent(hierarchy, may, words)) return DECISION_IMPLICIT_DENY;
  return allowsCurrent(hierarchy, must, words) ? DECISION_ALLOWED : DECISION_UNDETERMINED;
}
