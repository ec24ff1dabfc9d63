/**
 * Action and NotAction. Host and core agree that actions and action patterns are lower case (semantics 3.1).
 */
import { FALSE, TRUE, UNKNOWN } from "../wire/truth.ts";
import { colonFrom, equalsText } from "./text.ts";
import { hasWildcard, isAllStars, matchesWildcard } from "./wildcard.ts";

/** Bytes before the colon, or the whole length where there is none. */
function prefixLength(start: usize, length: u32): u32 {
  return colonFrom(start, 0, length);
}

/**
 * `service:name` against a pattern. A wildcard in the service part other than a lone `*` is not documented; where the
 * pattern would match through it, the answer is unknown.
 */
export function matchesAction(pattern: usize, patternLength: u32, action: usize, actionLength: u32): u32 {
  if (isAllStars(pattern, patternLength)) return TRUE;
  if (!matchesWildcard(pattern, patternLength, action, actionLength, 0)) return FALSE;
  const service = prefixLength(pattern, patternLength);
  if (service === patternLength) return UNKNOWN;
  return !hasWildcard(pattern, service) || isAllStars(pattern, service) ? TRUE : UNKNOWN;
}

/**
 * A request of which only the service is known (`service:`, R9), or not even that (no text), against a pattern: decided
 * where the pattern covers the whole service, or cannot touch it.
 */
export function matchesActionOfService(pattern: usize, patternLength: u32, service: usize, serviceLength: u32): u32 {
  if (isAllStars(pattern, patternLength)) return TRUE;
  if (serviceLength === 0) return UNKNOWN;
  const known = prefixLength(service, serviceLength);
  const wanted = prefixLength(pattern, patternLength);
  if (wanted === patternLength) return UNKNOWN;
  const coversName = isAllStars(pattern + wanted + 1, patternLength - wanted - 1);
  if (isAllStars(pattern, wanted)) return coversName ? TRUE : UNKNOWN;
  if (hasWildcard(pattern, wanted)) {
    return matchesWildcard(pattern, wanted, service, known, 0) ? UNKNOWN : FALSE;
  }
  if (!equalsText(pattern, wanted, service, known, false)) return FALSE;
  return coversName ? TRUE : UNKNOWN;
}
