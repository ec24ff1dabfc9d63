/** One pattern as the program holds it, its variables put in, against one value. */
import {
  lengthOf,
  OPERATOR_ARN_LIKE,
  PATTERN_CONTESTED,
  PATTERN_OPAQUE,
  PATTERN_VARIABLES,
  patternFlagsOf,
  startOf,
} from "../wire/program.ts";
import { FALSE, UNKNOWN } from "../wire/truth.ts";
import { matchesResourceArn, matchesResourceForm } from "./arn.ts";
import { matchesCondition, mayMatchOpen } from "./condition.ts";
import {
  RESOLVED_CONTESTED,
  RESOLVED_OPEN,
  RESOLVED_TO_NOTHING,
  resolve,
  resolvedLength,
  resolvedStart,
} from "./variables.ts";

/** `value` is the text; `bindings` and `combination` as in variables.ts. */
export function conditionPatternTruth(
  operator: u32,
  pattern: usize,
  value: usize,
  bindings: usize,
  combination: u32,
): u32 {
  const flags = patternFlagsOf(pattern);
  const v = startOf(value);
  const valueLength = lengthOf(value);
  if ((flags & PATTERN_OPAQUE) !== 0) return UNKNOWN;
  if ((flags & PATTERN_VARIABLES) === 0) {
    return matchesCondition(operator, startOf(pattern), lengthOf(pattern), v, valueLength);
  }
  const state = resolve(pattern, bindings, combination, operator === OPERATOR_ARN_LIKE);
  if (state === RESOLVED_TO_NOTHING) return FALSE;
  if (state === RESOLVED_CONTESTED) return UNKNOWN;
  return state === RESOLVED_OPEN
    ? mayMatchOpen(operator, resolvedStart, resolvedLength, v, valueLength)
    : matchesCondition(operator, resolvedStart, resolvedLength, v, valueLength);
}

/** A variable of the pattern has no value in this combination. */
export function matchesNothing(operator: u32, pattern: usize, bindings: usize, combination: u32): bool {
  const flags = patternFlagsOf(pattern);
  if ((flags & PATTERN_OPAQUE) !== 0 || (flags & PATTERN_VARIABLES) === 0) return false;
  return resolve(pattern, bindings, combination, operator === OPERATOR_ARN_LIKE) === RESOLVED_TO_NOTHING;
}

/** An entry of Resource or NotResource against the ARN of a resource, or what is known of it (`isForm`). */
export function resourcePatternTruth(
  pattern: usize,
  arn: usize,
  arnLength: u32,
  isForm: bool,
  bindings: usize,
  combination: u32,
): u32 {
  const flags = patternFlagsOf(pattern);
  if ((flags & PATTERN_OPAQUE) !== 0) return UNKNOWN;
  let start = startOf(pattern);
  let length = lengthOf(pattern);
  let isSure = (flags & PATTERN_CONTESTED) === 0;
  if ((flags & PATTERN_VARIABLES) !== 0) {
    const state = resolve(pattern, bindings, combination, true);
    if (state === RESOLVED_TO_NOTHING) return FALSE;
    if (state === RESOLVED_CONTESTED) return UNKNOWN;
    start = resolvedStart;
    length = resolvedLength;
    if (state === RESOLVED_OPEN) isSure = false;
  }
  const truth = isForm
    ? matchesResourceForm(start, length, arn, arnLength)
    : matchesResourceArn(start, length, arn, arnLength);
  return isSure || truth === FALSE ? truth : UNKNOWN;
}
