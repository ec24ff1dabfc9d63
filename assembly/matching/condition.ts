/**
 * One pattern of a condition against one value of its key. Negation, missing keys, lists and sets are predicate.ts's.
 * Texts and patterns are given by where they begin and how many bytes they have.
 */
import {
  OPERATOR_ARN_LIKE,
  OPERATOR_BINARY_EQUALS,
  OPERATOR_BOOL,
  OPERATOR_DATE_EQUALS,
  OPERATOR_DATE_GREATER_THAN,
  OPERATOR_DATE_GREATER_THAN_EQUALS,
  OPERATOR_DATE_LESS_THAN,
  OPERATOR_DATE_LESS_THAN_EQUALS,
  OPERATOR_IP_ADDRESS,
  OPERATOR_NUMERIC_EQUALS,
  OPERATOR_NUMERIC_GREATER_THAN,
  OPERATOR_NUMERIC_GREATER_THAN_EQUALS,
  OPERATOR_NUMERIC_LESS_THAN,
  OPERATOR_NUMERIC_LESS_THAN_EQUALS,
  OPERATOR_STRING_EQUALS,
  OPERATOR_STRING_EQUALS_IGNORE_CASE,
  OPERATOR_STRING_LIKE,
} from "../wire/program.ts";
import { certain, FALSE, TRUE, UNKNOWN } from "../wire/truth.ts";
import { matchesArnLike } from "./arn.ts";
import { equalsBinary } from "./base64.ts";
import { compareTimes } from "./date.ts";
import { compareDecimals } from "./decimal.ts";
import { matchesRange } from "./ip.ts";
import { EQUAL, GREATER, LESS, NO_ORDER } from "./order.ts";
import { equalsText, foldAscii, hasNonAscii } from "./text.ts";
import { matchesWildcard } from "./wildcard.ts";

/** Truth of `operator` for one pattern and one value (semantics 3.3); unknown where AWS does not say. */
export function matchesCondition(operator: u32, p: usize, patternLength: u32, v: usize, valueLength: u32): u32 {
  if (operator === OPERATOR_STRING_EQUALS) return certain(equalsText(p, patternLength, v, valueLength, false));
  if (operator === OPERATOR_STRING_LIKE) return certain(matchesWildcard(p, patternLength, v, valueLength, 0));
  if (operator === OPERATOR_ARN_LIKE) return matchesArnLike(p, patternLength, v, valueLength);
  if (operator === OPERATOR_BOOL) return equalsBool(p, patternLength, v, valueLength);
  if (operator === OPERATOR_STRING_EQUALS_IGNORE_CASE) return equalsIgnoringCase(p, patternLength, v, valueLength);
  if (operator === OPERATOR_IP_ADDRESS) return matchesRange(p, patternLength, v, valueLength);
  if (operator === OPERATOR_BINARY_EQUALS) return equalsBinary(p, patternLength, v, valueLength);
  if (operator >= OPERATOR_NUMERIC_EQUALS && operator <= OPERATOR_NUMERIC_GREATER_THAN_EQUALS) {
    return isInOrder(operator, compareDecimals(v, valueLength, p, patternLength));
  }
  if (operator >= OPERATOR_DATE_EQUALS && operator <= OPERATOR_DATE_GREATER_THAN_EQUALS) {
    return isInOrder(operator, compareTimes(v, valueLength, p, patternLength));
  }
  return UNKNOWN;
}

/** `order`: how the value stands to the pattern. */
function isInOrder(operator: u32, order: i32): u32 {
  if (order === NO_ORDER) return UNKNOWN;
  if (operator === OPERATOR_NUMERIC_EQUALS || operator === OPERATOR_DATE_EQUALS) return certain(order === EQUAL);
  if (operator === OPERATOR_NUMERIC_LESS_THAN || operator === OPERATOR_DATE_LESS_THAN) return certain(order === LESS);
  if (operator === OPERATOR_NUMERIC_LESS_THAN_EQUALS || operator === OPERATOR_DATE_LESS_THAN_EQUALS) {
    return certain(order !== GREATER);
  }
  if (operator === OPERATOR_NUMERIC_GREATER_THAN || operator === OPERATOR_DATE_GREATER_THAN) {
    return certain(order === GREATER);
  }
  return certain(order !== LESS);
}

/**
 * The same for a pattern in which a star stands for a text that nobody knows: never TRUE, and FALSE only if no text in its
 * place could make it match, or make its meaning unclear.
 */
export function mayMatchOpen(operator: u32, p: usize, patternLength: u32, v: usize, valueLength: u32): u32 {
  if (operator === OPERATOR_STRING_EQUALS || operator === OPERATOR_STRING_LIKE) {
    return matchesWildcard(p, patternLength, v, valueLength, 0) ? UNKNOWN : FALSE;
  }
  if (operator === OPERATOR_ARN_LIKE) {
    return matchesArnLike(p, patternLength, v, valueLength) === FALSE ? FALSE : UNKNOWN;
  }
  return UNKNOWN;
}

/** What a value that is neither word is equal to AWS does not say; the two words differ in length. */
function equalsBool(p: usize, patternLength: u32, v: usize, valueLength: u32): u32 {
  if (equalsText(p, patternLength, v, valueLength, true)) return TRUE;
  return isWord(v, valueLength, TRUE_WORD) || isWord(v, valueLength, FALSE_WORD) ? FALSE : UNKNOWN;
}

function isWord(v: usize, valueLength: u32, word: u64): bool {
  const length: u32 = word === TRUE_WORD ? 4 : 5;
  if (valueLength !== length) return false;
  for (let i: u32 = 0; i < length; i++) {
    if (foldAscii(load<u8>(v + i)) !== <u32>((word >> (i << 3)) & 0xff)) return false;
  }
  return true;
}

/** `true` and `false`, first letter lowest. */
const TRUE_WORD: u64 = 0x65_75_72_74;
const FALSE_WORD: u64 = 0x65_73_6c_61_66;

/** Only ASCII is folded here: two texts that differ, one of them beyond it, might still be one under Unicode folding. */
function equalsIgnoringCase(p: usize, patternLength: u32, v: usize, valueLength: u32): u32 {
  if (equalsText(p, patternLength, v, valueLength, true)) return TRUE;
  return hasNonAscii(p, patternLength) || hasNonAscii(v, valueLength) ? UNKNOWN : FALSE;
}
