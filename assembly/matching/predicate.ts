/**
 * A predicate (a whole list of a statement: Action, Resource, or one condition) for every distinct value of its key:
 * one byte of truth per subject. Knows no statement and no event.
 */
import {
  FLAG_NEGATED,
  FLAG_TRUE_WHEN_ABSENT,
  FLAG_UNKNOWN_WHEN_ABSENT,
  flagsOf,
  isOpaque,
  lengthOf,
  MAY_BE_ABSENT,
  MAY_BE_ANYTHING,
  MAY_BE_VALUES,
  OPERATOR_ACTION,
  OPERATOR_NULL,
  OPERATOR_RESOURCE_ALL,
  OPERATOR_RESOURCE_ANY,
  OPERATOR_STRING_LIKE,
  operatorOf,
  patternCountOf,
  patternsOf,
  possibilitiesOf,
  SUBJECT_BYTES,
  startOf,
  TEXT_BYTES,
  textCountOf,
  textsOf,
} from "../wire/program.ts";
import { certain, FALSE, MAY, MUST, negate, TRUE, UNKNOWN } from "../wire/truth.ts";
import { matchesAction, matchesActionOfService } from "./action.ts";
import { matchesResourceArn } from "./arn.ts";
import { matchesCondition } from "./condition.ts";
import { isAllStars } from "./wildcard.ts";

const STAR: u32 = 0x2a;
/** Length of `true`; `false` is longer. */
const TRUE_TEXT_LENGTH: u32 = 4;

/**
 * Writes the truth of one predicate for `count` subjects (wire/program.ts) to `out`, one byte each.
 */
export function evaluatePredicate(predicate: usize, subjects: usize, count: u32, out: usize): void {
  const operator = operatorOf(predicate);
  for (let i: u32 = 0; i < count; i++) {
    const subject = subjects + <usize>i * SUBJECT_BYTES;
    let truth: u32;
    if (operator === OPERATOR_ACTION) truth = actionTruth(predicate, subject);
    else if (operator === OPERATOR_RESOURCE_ANY || operator === OPERATOR_RESOURCE_ALL) {
      truth = resourcesTruth(predicate, subject, operator);
    } else truth = conditionTruth(predicate, subject, operator);
    store<u8>(out + i, <u8>truth);
  }
}

/** A subject of actions has one text: `service:name`, or with MAY_BE_ANYTHING `service:` of an unknown name. */
function actionTruth(predicate: usize, subject: usize): u32 {
  const action = textsOf(subject);
  const open = (possibilitiesOf(subject) & MAY_BE_ANYTHING) !== 0;
  let truth = FALSE;
  for (let i: u32 = 0, n = patternCountOf(predicate); i < n && truth !== TRUE; i++) {
    const pattern = patternsOf(predicate) + <usize>i * TEXT_BYTES;
    truth |= open
      ? matchesActionOfService(startOf(pattern), lengthOf(pattern), startOf(action), lengthOf(action))
      : matchesAction(startOf(pattern), lengthOf(pattern), startOf(action), lengthOf(action));
  }
  return (flagsOf(predicate) & FLAG_NEGATED) !== 0 ? negate(truth) : truth;
}

/**
 * The texts are the ARNs that were authorized, MAY_BE_ANYTHING one more that nobody knows. ANY is true when one of them
 * matches. ALL must be true when all match, and may be true when one does: the others may match another Allow.
 */
function resourcesTruth(predicate: usize, subject: usize, operator: u32): u32 {
  let any = FALSE;
  let all = TRUE;
  for (let i: u32 = 0, n = textCountOf(subject); i < n; i++) {
    const truth = resourceTruth(predicate, textsOf(subject) + <usize>i * TEXT_BYTES);
    any |= truth;
    all &= truth;
  }
  if ((possibilitiesOf(subject) & MAY_BE_ANYTHING) !== 0) {
    const truth = unknownResourceTruth(predicate);
    any |= truth;
    all &= truth;
  }
  return operator === OPERATOR_RESOURCE_ANY ? any : (any & MAY) | (all & MUST);
}

function resourceTruth(predicate: usize, resource: usize): u32 {
  const start = startOf(resource);
  const length = lengthOf(resource);
  const negated = (flagsOf(predicate) & FLAG_NEGATED) !== 0;
  // An action without resource types is asked for the resource `*`: only a pattern of stars matches it. What NotResource
  // means for it is not documented (semantics 3.2), hence unknown unless such a pattern is listed.
  const isStar = length === 1 && load<u8>(start) === STAR;
  let truth = FALSE;
  for (let i: u32 = 0, n = patternCountOf(predicate); i < n && truth !== TRUE; i++) {
    const pattern = patternsOf(predicate) + <usize>i * TEXT_BYTES;
    if (isStar) truth |= certain(isAllStars(startOf(pattern), lengthOf(pattern)));
    else if (isOpaque(pattern)) truth |= UNKNOWN;
    else truth |= matchesResourceArn(startOf(pattern), lengthOf(pattern), start, length);
  }
  if (!negated) return truth;
  return isStar && truth === FALSE ? UNKNOWN : negate(truth);
}

/** Only a pattern of stars is sure to match a resource that nobody knows. */
function unknownResourceTruth(predicate: usize): u32 {
  const truth = listsAllStars(predicate) ? TRUE : UNKNOWN;
  return (flagsOf(predicate) & FLAG_NEGATED) !== 0 ? negate(truth) : truth;
}

/** The same answer for everything the key could be, or unknown. */
function conditionTruth(predicate: usize, subject: usize, operator: u32): u32 {
  const possibilities = possibilitiesOf(subject);
  let any = FALSE;
  let all = TRUE;
  if ((possibilities & MAY_BE_ABSENT) !== 0) {
    const truth = operator === OPERATOR_NULL ? nullTruth(predicate, true) : absentTruth(predicate);
    any |= truth;
    all &= truth;
  }
  if ((possibilities & MAY_BE_VALUES) !== 0) {
    const truth = operator === OPERATOR_NULL ? nullTruth(predicate, false) : valuesTruth(predicate, subject, operator);
    any |= truth;
    all &= truth;
  }
  if ((possibilities & MAY_BE_ANYTHING) !== 0) {
    const truth = operator === OPERATOR_NULL ? nullTruth(predicate, false) : anythingTruth(predicate, operator);
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

/** Several values under an operator without a set prefix: AWS gives no rule, so unknown (semantics 3.3). */
function valuesTruth(predicate: usize, subject: usize, operator: u32): u32 {
  if (textCountOf(subject) !== 1) return UNKNOWN;
  let truth = FALSE;
  for (let i: u32 = 0, n = patternCountOf(predicate); i < n && truth !== TRUE; i++) {
    const pattern = patternsOf(predicate) + <usize>i * TEXT_BYTES;
    truth |= isOpaque(pattern) ? UNKNOWN : matchesCondition(operator, pattern, textsOf(subject));
  }
  return (flagsOf(predicate) & FLAG_NEGATED) !== 0 ? negate(truth) : truth;
}

/** Of all operators only StringLike `*` is sure of a present value that nobody knows. */
function anythingTruth(predicate: usize, operator: u32): u32 {
  if (operator !== OPERATOR_STRING_LIKE || !listsAllStars(predicate)) return UNKNOWN;
  return certain((flagsOf(predicate) & FLAG_NEGATED) === 0);
}

/** Null `true` asks for an absent key, `false` for a present one; the host passes these two spellings only. */
function nullTruth(predicate: usize, absent: bool): u32 {
  let truth = FALSE;
  for (let i: u32 = 0, n = patternCountOf(predicate); i < n; i++) {
    const pattern = patternsOf(predicate) + <usize>i * TEXT_BYTES;
    const asksForAbsent = lengthOf(pattern) === TRUE_TEXT_LENGTH;
    truth |= certain(absent === asksForAbsent);
  }
  return truth;
}

function listsAllStars(predicate: usize): bool {
  for (let i: u32 = 0, n = patternCountOf(predicate); i < n; i++) {
    const pattern = patternsOf(predicate) + <usize>i * TEXT_BYTES;
    if (isAllStars(startOf(pattern), lengthOf(pattern))) return true;
  }
  return false;
}
