/** One condition of a statement against everything that its key could be: absence, sets of values, values nobody knows. */
import {
  FLAG_FOR_ALL_VALUES,
  FLAG_FOR_ANY_VALUE,
  FLAG_NEGATED,
  FLAG_TRUE_WHEN_ABSENT,
  FLAG_UNKNOWN_WHEN_ABSENT,
  flagsOf,
  IS_MULTIVALUED,
  lengthOf,
  MAY_BE_ABSENT,
  MAY_BE_ANYTHING,
  MAY_BE_VALUES,
  OPERATOR_NULL,
  OPERATOR_STRING_LIKE,
  patternAt,
  patternCountOf,
  possibilitiesOf,
  startOf,
  textAt,
  textCountOf,
} from "../wire/program.ts";
import { certain, FALSE, MAY, MUST, negate, TRUE, UNKNOWN } from "../wire/truth.ts";
import { conditionPatternTruth, matchesNothing } from "./pattern.ts";
import { isAllStars } from "./wildcard.ts";

/** Length of `true`; `false` is longer. */
const TRUE_TEXT_LENGTH: u32 = 4;

/** The same answer for everything the key could be, or unknown. */
export function conditionTruth(
  predicate: usize,
  subject: usize,
  operator: u32,
  bindings: usize,
  combination: u32,
): u32 {
  const possibilities = possibilitiesOf(subject);
  let any = FALSE;
  let all = TRUE;
  if ((possibilities & MAY_BE_ABSENT) !== 0) {
    const truth = operator === OPERATOR_NULL ? nullTruth(predicate, true) : absentTruth(predicate);
    any |= truth;
    all &= truth;
  }
  if ((possibilities & MAY_BE_VALUES) !== 0) {
    const truth =
      operator === OPERATOR_NULL
        ? nullTruth(predicate, textCountOf(subject) === 0)
        : setTruth(predicate, subject, operator, bindings, combination);
    any |= truth;
    all &= truth;
  }
  if ((possibilities & MAY_BE_ANYTHING) !== 0) {
    const truth =
      operator === OPERATOR_NULL
        ? nullTruth(predicate, false)
        : anythingTruth(predicate, operator, (possibilities & IS_MULTIVALUED) !== 0, bindings, combination);
    any |= truth;
    all &= truth;
  }
  return (any & MAY) | (all & MUST);
}

function absentTruth(predicate: usize): u32 {
  const flags = flagsOf(predicate);
  if ((flags & FLAG_UNKNOWN_WHEN_ABSENT) !== 0) return UNKNOWN;
  return certain((flags & FLAG_TRUE_WHEN_ABSENT) !== 0);
}

/**
 * ForAllValues and ForAnyValue take the values of the key as they come, one or none as well. Without them AWS gives no rule
 * for several values, so unknown (semantics 3.3).
 */
function setTruth(predicate: usize, subject: usize, operator: u32, bindings: usize, combination: u32): u32 {
  const count = textCountOf(subject);
  const set = flagsOf(predicate) & (FLAG_FOR_ALL_VALUES | FLAG_FOR_ANY_VALUE);
  if (set === 0) {
    const isList = count > 1 || (possibilitiesOf(subject) & IS_MULTIVALUED) !== 0;
    if (isList && count > 0) return UNKNOWN;
    if (count === 0) return emptyTruth(predicate, certain((flagsOf(predicate) & FLAG_NEGATED) !== 0));
    return valueTruth(predicate, textAt(subject, 0), operator, bindings, combination);
  }
  let any = FALSE;
  let all = TRUE;
  for (let i: u32 = 0; i < count; i++) {
    const truth = valueTruth(predicate, textAt(subject, i), operator, bindings, combination);
    any |= truth;
    all &= truth;
  }
  const truth = set === FLAG_FOR_ALL_VALUES ? all : any;
  return count === 0 ? emptyTruth(predicate, truth) : truth;
}

/** An empty list is no value, or a missing key: AWS does not say which, so the two must agree. */
function emptyTruth(predicate: usize, noValue: u32): u32 {
  const absent = absentTruth(predicate);
  return ((noValue | absent) & MAY) | (noValue & absent & MUST);
}

/** One value: some pattern matches it, or with a negated operator none. */
function valueTruth(predicate: usize, value: usize, operator: u32, bindings: usize, combination: u32): u32 {
  let truth = FALSE;
  for (let i: u32 = 0, n = patternCountOf(predicate); i < n && truth !== TRUE; i++) {
    truth |= conditionPatternTruth(operator, patternAt(predicate, i), value, bindings, combination);
  }
  return (flagsOf(predicate) & FLAG_NEGATED) !== 0 ? negate(truth) : truth;
}

/**
 * Sure of a present value that nobody knows, and of every value of a set: StringLike `*`, which matches all of them, and patterns
 * whose variables have no value, which match none.
 */
function anythingTruth(predicate: usize, operator: u32, isMultivalued: bool, bindings: usize, combination: u32): u32 {
  const isSet = (flagsOf(predicate) & (FLAG_FOR_ALL_VALUES | FLAG_FOR_ANY_VALUE)) !== 0;
  if (isMultivalued && !isSet) return UNKNOWN;
  const isNegated = (flagsOf(predicate) & FLAG_NEGATED) !== 0;
  let matchesNone = true;
  for (let i: u32 = 0, n = patternCountOf(predicate); i < n; i++) {
    const pattern = patternAt(predicate, i);
    if (operator === OPERATOR_STRING_LIKE && isAllStars(startOf(pattern), lengthOf(pattern)))
      return certain(!isNegated);
    if (matchesNone && !matchesNothing(operator, pattern, bindings, combination)) matchesNone = false;
  }
  return matchesNone ? certain(isNegated) : UNKNOWN;
}

/** Null `true` asks for an absent key, `false` for a present one; the host passes these two spellings only. */
function nullTruth(predicate: usize, absent: bool): u32 {
  let truth = FALSE;
  for (let i: u32 = 0, n = patternCountOf(predicate); i < n; i++) {
    const asksForAbsent = lengthOf(patternAt(predicate, i)) === TRUE_TEXT_LENGTH;
    truth |= certain(absent === asksForAbsent);
  }
  return truth;
}
