/**
 * ARNs in six parts, `arn:partition:service:region:account:resource`; the sixth keeps its colons.
 */
import { FALSE, TRUE, UNKNOWN } from "../wire/truth.ts";
import { isAllStars, matchesWildcard } from "./wildcard.ts";

const COLON: u32 = 0x3a;
const STAR: u32 = 0x2a;
const LAST_PART: u32 = 5;

/** Offset of the next colon at or behind `from`, or `length`. */
function colonFrom(start: usize, from: u32, length: u32): u32 {
  let at = from;
  while (at < length && load<u8>(start + at) !== COLON) at++;
  return at;
}

/**
 * Condition operators ArnEquals and ArnLike, which are the same (semantics 3.3): six parts, each matched alone and
 * with regard to case. A pattern without six parts is not an ARN pattern; AWS does not say what it matches, so where
 * it would match as plain text the answer is unknown.
 */
export function matchesArnLike(pattern: usize, patternLength: u32, value: usize, valueLength: u32): u32 {
  let p: u32 = 0;
  let v: u32 = 0;
  for (let part: u32 = 0; part < LAST_PART; part++) {
    const patternEnd = colonFrom(pattern, p, patternLength);
    const valueEnd = colonFrom(value, v, valueLength);
    if (valueEnd === valueLength && patternEnd < patternLength) return FALSE;
    if (patternEnd === patternLength) {
      return matchesWildcard(pattern, patternLength, value, valueLength, false) ? UNKNOWN : FALSE;
    }
    if (!matchesWildcard(pattern + p, patternEnd - p, value + v, valueEnd - v, false)) return FALSE;
    p = patternEnd + 1;
    v = valueEnd + 1;
  }
  return matchesWildcard(pattern + p, patternLength - p, value + v, valueLength - v, false) ? TRUE : FALSE;
}

/**
 * One entry of Resource or NotResource against one ARN of a request (semantics 3.2). Parts one to five are matched part
 * by part, the sixth as a whole; a pattern of fewer parts that ends in `*` leaves the missing ones open.
 *
 * Unknown where AWS's own pages disagree: a `*` that ends a part and would have to swallow a colon, and parts one to
 * five that differ in case only.
 */
export function matchesResourceArn(pattern: usize, patternLength: u32, arn: usize, arnLength: u32): u32 {
  if (isAllStars(pattern, patternLength)) return TRUE;
  if (matchesByParts(pattern, patternLength, arn, arnLength, false)) return TRUE;
  if (matchesByParts(pattern, patternLength, arn, arnLength, true)) return UNKNOWN;
  if (!hasPartEndingInStar(pattern, patternLength)) return FALSE;
  return matchesWildcard(pattern, patternLength, arn, arnLength, true) ? UNKNOWN : FALSE;
}

/** `foldHead`: without regard to case in parts one to five. The sixth part is always matched with regard to case. */
function matchesByParts(pattern: usize, patternLength: u32, arn: usize, arnLength: u32, foldHead: bool): bool {
  let p: u32 = 0;
  let a: u32 = 0;
  for (let part: u32 = 0; part < LAST_PART; part++) {
    const patternEnd = colonFrom(pattern, p, patternLength);
    const arnEnd = colonFrom(arn, a, arnLength);
    if (patternEnd === patternLength) {
      const endsOpen = patternLength > p && load<u8>(pattern + patternLength - 1) === STAR;
      return endsOpen && matchesWildcard(pattern + p, patternLength - p, arn + a, arnLength - a, foldHead);
    }
    if (arnEnd === arnLength) return false;
    if (!matchesWildcard(pattern + p, patternEnd - p, arn + a, arnEnd - a, foldHead)) return false;
    p = patternEnd + 1;
    a = arnEnd + 1;
  }
  return matchesWildcard(pattern + p, patternLength - p, arn + a, arnLength - a, false);
}

/** Does one of the first five parts end in a star, so that the star might reach over a colon? */
function hasPartEndingInStar(pattern: usize, length: u32): bool {
  let p: u32 = 0;
  for (let part: u32 = 0; part < LAST_PART; part++) {
    const end = colonFrom(pattern, p, length);
    if (end > p && load<u8>(pattern + end - 1) === STAR) return true;
    if (end === length) return false;
    p = end + 1;
  }
  return false;
}
