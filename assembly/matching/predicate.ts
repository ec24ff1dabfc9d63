/**
 * A predicate (a whole list of a statement: Action, Resource, or one condition) for every distinct value of its key:
 * one byte of truth per subject. Knows no statement and no event.
 */
import { mark, release } from "../wire/arena.ts";
import {
  FLAG_NEGATED,
  flagsOf,
  IS_FORM,
  lengthOf,
  MAY_BE_ANYTHING,
  OPERATOR_ACTION,
  OPERATOR_RESOURCE_ALL,
  OPERATOR_RESOURCE_ANY,
  operatorOf,
  patternAt,
  patternCountOf,
  possibilitiesOf,
  SUBJECT_BYTES,
  startOf,
  textAt,
  textCountOf,
  variableCountOf,
} from "../wire/program.ts";
import { certain, FALSE, MAY, MUST, negate, TRUE, UNKNOWN } from "../wire/truth.ts";
import { matchesAction, matchesActionOfService } from "./action.ts";
import { conditionTruth } from "./key-condition.ts";
import { resourcePatternTruth } from "./pattern.ts";
import { ALL_OPEN, COMBINATIONS_MAX, combinationsOf } from "./variables.ts";
import { isAllStars } from "./wildcard.ts";

const STAR: u32 = 0x2a;

/**
 * Writes the truth of one predicate for `count` subjects (wire/program.ts) to `out`, one byte each. `bindings` has, for each
 * subject, one binding for each variable of the predicate; 0 when nothing is known of the variables.
 */
export function evaluatePredicate(predicate: usize, subjects: usize, count: u32, bindings: usize, out: usize): void {
  const variables = variableCountOf(predicate);
  for (let i: u32 = 0; i < count; i++) {
    const place = mark();
    const subject = subjects + <usize>i * SUBJECT_BYTES;
    const bound: usize = bindings === 0 ? 0 : bindings + <usize>i * variables * SUBJECT_BYTES;
    store<u8>(out + i, <u8>truthOf(predicate, subject, bound, variables));
    release(place);
  }
}

/** The same answer for everything the variables could stand for, or unknown. */
function truthOf(predicate: usize, subject: usize, bindings: usize, variables: u32): u32 {
  if (variables === 0) return truthUnder(predicate, subject, 0, 0);
  const combinations: u32 = bindings === 0 ? 0 : combinationsOf(bindings, variables);
  if (combinations === 0 || combinations > COMBINATIONS_MAX) return truthUnder(predicate, subject, bindings, ALL_OPEN);
  let any = FALSE;
  let all = TRUE;
  for (let combination: u32 = 0; combination < combinations; combination++) {
    const truth = truthUnder(predicate, subject, bindings, combination);
    any |= truth;
    all &= truth;
  }
  return (any & MAY) | (all & MUST);
}

function truthUnder(predicate: usize, subject: usize, bindings: usize, combination: u32): u32 {
  const operator = operatorOf(predicate);
  if (operator === OPERATOR_ACTION) return actionTruth(predicate, subject);
  if (operator === OPERATOR_RESOURCE_ANY || operator === OPERATOR_RESOURCE_ALL) {
    return resourcesTruth(predicate, subject, operator, bindings, combination);
  }
  return conditionTruth(predicate, subject, operator, bindings, combination);
}

/** A subject of actions has one text: `service:name`, or with MAY_BE_ANYTHING `service:` of an unknown name. */
function actionTruth(predicate: usize, subject: usize): u32 {
  const action = textAt(subject, 0);
  const open = (possibilitiesOf(subject) & MAY_BE_ANYTHING) !== 0;
  let truth = FALSE;
  for (let i: u32 = 0, n = patternCountOf(predicate); i < n && truth !== TRUE; i++) {
    const pattern = patternAt(predicate, i);
    truth |= open
      ? matchesActionOfService(startOf(pattern), lengthOf(pattern), startOf(action), lengthOf(action))
      : matchesAction(startOf(pattern), lengthOf(pattern), startOf(action), lengthOf(action));
  }
  return isNegated(predicate) ? negate(truth) : truth;
}

/**
 * The texts are the ARNs that were authorized, MAY_BE_ANYTHING one more that nobody knows. ANY is true when one of them
 * matches. ALL must be true when all match, and may be true when one does: the others may match another Allow.
 */
function resourcesTruth(predicate: usize, subject: usize, operator: u32, bindings: usize, combination: u32): u32 {
  const isForm = (possibilitiesOf(subject) & IS_FORM) !== 0;
  let any = FALSE;
  let all = TRUE;
  for (let i: u32 = 0, n = textCountOf(subject); i < n; i++) {
    const truth = resourceTruth(predicate, textAt(subject, i), isForm, bindings, combination);
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

function resourceTruth(predicate: usize, resource: usize, isForm: bool, bindings: usize, combination: u32): u32 {
  const start = startOf(resource);
  const length = lengthOf(resource);
  // An action without resource types is asked for the resource `*`: only a pattern of stars matches it. What NotResource
  // means for it is not documented (semantics 3.2), hence unknown unless such a pattern is listed.
  const isStar = length === 1 && load<u8>(start) === STAR;
  let truth = FALSE;
  for (let i: u32 = 0, n = patternCountOf(predicate); i < n && truth !== TRUE; i++) {
    const pattern = patternAt(predicate, i);
    truth |= isStar
      ? certain(isAllStars(startOf(pattern), lengthOf(pattern)))
      : resourcePatternTruth(pattern, start, length, isForm, bindings, combination);
  }
  if (!isNegated(predicate)) return truth;
  return isStar && truth === FALSE ? UNKNOWN : negate(truth);
}

/** Only a pattern of stars is sure to match a resource that nobody knows. */
function unknownResourceTruth(predicate: usize): u32 {
  let truth = UNKNOWN;
  for (let i: u32 = 0, n = patternCountOf(predicate); i < n; i++) {
    const pattern = patternAt(predicate, i);
    if (isAllStars(startOf(pattern), lengthOf(pattern))) truth = TRUE;
  }
  return isNegated(predicate) ? negate(truth) : truth;
}

function isNegated(predicate: usize): bool {
  return (flagsOf(predicate) & FLAG_NEGATED) !== 0;
}
