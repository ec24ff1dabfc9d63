/**
 * One pattern of a condition against one value of its key. Negation, missing keys and lists are predicate.ts's.
 */
import {
  lengthOf,
  OPERATOR_ARN_LIKE,
  OPERATOR_BOOL,
  OPERATOR_STRING_EQUALS,
  OPERATOR_STRING_EQUALS_IGNORE_CASE,
  OPERATOR_STRING_LIKE,
  startOf,
} from "../wire/program.ts";
import { certain, FALSE, TRUE, UNKNOWN } from "../wire/truth.ts";
import { matchesArnLike } from "./arn.ts";
import { equalsText, hasNonAscii, matchesWildcard } from "./wildcard.ts";

/** Truth of `operator` for one pattern text and one value text (semantics 3.3). Unknown for operators not evaluated yet. */
export function matchesCondition(operator: u32, pattern: usize, value: usize): u32 {
  const p = startOf(pattern);
  const patternLength = lengthOf(pattern);
  const v = startOf(value);
  const valueLength = lengthOf(value);
  if (operator === OPERATOR_STRING_EQUALS) return certain(equalsText(p, patternLength, v, valueLength, false));
  if (operator === OPERATOR_STRING_LIKE) return certain(matchesWildcard(p, patternLength, v, valueLength, 0));
  if (operator === OPERATOR_ARN_LIKE) return matchesArnLike(p, patternLength, v, valueLength);
  if (operator === OPERATOR_BOOL) return certain(equalsText(p, patternLength, v, valueLength, true));
  if (operator === OPERATOR_STRING_EQUALS_IGNORE_CASE) return equalsIgnoringCase(p, patternLength, v, valueLength);
  return UNKNOWN;
}

/** Only ASCII is folded here: two texts that both go beyond it and differ might still be one under Unicode folding. */
function equalsIgnoringCase(p: usize, patternLength: u32, v: usize, valueLength: u32): u32 {
  if (equalsText(p, patternLength, v, valueLength, true)) return TRUE;
  return hasNonAscii(p, patternLength) || hasNonAscii(v, valueLength) ? UNKNOWN : FALSE;
}
