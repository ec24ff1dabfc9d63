/**
 * ARNs in six parts, `arn:partition:service:region:account:resource`; the sixth keeps its colons.
 */
import { TOKEN_ANY } from "../wire/program.ts";
import { FALSE, TRUE, UNKNOWN } from "../wire/truth.ts";
import { mayOverlap } from "./overlap.ts";
import { colonFrom } from "./text.ts";
import { isAllStars, matchesWildcard } from "./wildcard.ts";

const LAST_PART: u32 = 5;

/**
 * Condition operators ArnEquals and ArnLike, which are the same (semantics 3.3): six parts, each matched alone and
 * with regard to case. A pattern without six parts is not an ARN pattern; AWS does not say what it matches, so where
 * it would match as plain text the answer is unknown.
 */
export function matchesArnLike(pattern: usize, patternLength: u32, value: usize, valueLength: u32): u32 {
  if (!hasSixParts(pattern, patternLength)) {
    return matchesWildcard(pattern, patternLength, value, valueLength, 0) ? UNKNOWN : FALSE;
  }
  if (!hasSixParts(value, valueLength)) return FALSE;
  let p: u32 = 0;
  let v: u32 = 0;
  for (let part: u32 = 0; part < LAST_PART; part++) {
    const patternEnd = colonFrom(pattern, p, patternLength);
    const valueEnd = colonFrom(value, v, valueLength);
    if (!matchesWildcard(pattern + p, patternEnd - p, value + v, valueEnd - v, 0)) return FALSE;
    p = patternEnd + 1;
    v = valueEnd + 1;
  }
  return matchesWildcard(pattern + p, patternLength - p, value + v, valueLength - v, 0) ? TRUE : FALSE;
}

function hasSixParts(start: usize, length: u32): bool {
  let at: u32 = 0;
  for (let part: u32 = 0; part < LAST_PART; part++) {
    at = colonFrom(start, at, length);
    if (at === length) return false;
    at++;
  }
  return true;
}

/**
 * One entry of Resource or NotResource against one ARN of a request (semantics 3.2). Parts one to five are matched part
 * by part, the sixth as a whole; a pattern of fewer parts that ends in `*` leaves the missing ones open.
 *
 * Unknown where AWS's own pages disagree: a `*` in a pattern with a part that ends in one, if it would have to swallow a
 * colon, and parts one to five that differ in case only. The sixth part is always matched with regard to case.
 */
export function matchesResourceArn(pattern: usize, patternLength: u32, arn: usize, arnLength: u32): u32 {
  if (isAllStars(pattern, patternLength)) return TRUE;
  if (matchesByParts(pattern, patternLength, arn, arnLength, false)) return TRUE;
  if (matchesByParts(pattern, patternLength, arn, arnLength, true)) return UNKNOWN;
  if (!hasPartEndingInStar(pattern, patternLength)) return FALSE;
  return matchesWildcard(pattern, patternLength, arn, arnLength, headLength(arn, arnLength)) ? UNKNOWN : FALSE;
}

/**
 * The same for a resource that is known in part: `form` is an ARN of six parts with tokens for what nobody knows, none of which
 * stands for a colon outside of the sixth part. TRUE when every such ARN matches, FALSE when none does, by any reading.
 * A star of the pattern that would have to swallow a colon finds one only where the form shows it.
 */
export function matchesResourceForm(pattern: usize, patternLength: u32, form: usize, formLength: u32): u32 {
  if (isAllStars(pattern, patternLength)) return TRUE;
  if (matchesByParts(pattern, patternLength, form, formLength, false)) return TRUE;
  if (overlapsByParts(pattern, patternLength, form, formLength)) return UNKNOWN;
  if (!hasPartEndingInStar(pattern, patternLength)) return FALSE;
  return mayOverlap(pattern, patternLength, form, formLength, true, true) ? UNKNOWN : FALSE;
}

function overlapsByParts(pattern: usize, patternLength: u32, form: usize, formLength: u32): bool {
  let p: u32 = 0;
  let f: u32 = 0;
  for (let part: u32 = 0; part < LAST_PART; part++) {
    const patternEnd = colonFrom(pattern, p, patternLength);
    const formEnd = colonFrom(form, f, formLength);
    if (patternEnd < patternLength && formEnd === formLength) return false;
    if (!mayOverlap(pattern + p, patternEnd - p, form + f, formEnd - f, true, false)) return false;
    if (patternEnd === patternLength) return endsInStar(pattern, p, patternLength);
    p = patternEnd + 1;
    f = formEnd + 1;
  }
  return mayOverlap(pattern + p, patternLength - p, form + f, formLength - f, false, false);
}

/** Bytes before the sixth part. */
function headLength(arn: usize, arnLength: u32): u32 {
  let at: u32 = 0;
  for (let part: u32 = 0; part < LAST_PART && at < arnLength; part++) at = colonFrom(arn, at, arnLength) + 1;
  return at;
}

/** `foldHead`: without regard to case in parts one to five. */
function matchesByParts(pattern: usize, patternLength: u32, arn: usize, arnLength: u32, foldHead: bool): bool {
  let p: u32 = 0;
  let a: u32 = 0;
  for (let part: u32 = 0; part < LAST_PART; part++) {
    const patternEnd = colonFrom(pattern, p, patternLength);
    const arnEnd = colonFrom(arn, a, arnLength);
    const folded = foldHead ? arnEnd - a : 0;
    if (patternEnd < patternLength && arnEnd === arnLength) return false;
    if (!matchesWildcard(pattern + p, patternEnd - p, arn + a, arnEnd - a, folded)) return false;
    if (patternEnd === patternLength) return endsInStar(pattern, p, patternLength);
    p = patternEnd + 1;
    a = arnEnd + 1;
  }
  return matchesWildcard(pattern + p, patternLength - p, arn + a, arnLength - a, 0);
}

/** The last part of a pattern that has fewer: a star at its end stands for the missing ones. */
function endsInStar(pattern: usize, from: u32, length: u32): bool {
  return length > from && load<u8>(pattern + length - 1) === TOKEN_ANY;
}

/** Does one of the first five parts end in a star, so that the star might reach over a colon? */
function hasPartEndingInStar(pattern: usize, length: u32): bool {
  let p: u32 = 0;
  for (let part: u32 = 0; part < LAST_PART; part++) {
    const end = colonFrom(pattern, p, length);
    if (end > p && load<u8>(pattern + end - 1) === TOKEN_ANY) return true;
    if (end === length) return false;
    p = end + 1;
  }
  return false;
}
