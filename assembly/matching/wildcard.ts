/**
 * One value against one pattern of TOKEN_ANY (any run of characters, also none) and TOKEN_ONE (exactly one character).
 * Knows no ARN, no policy. Bytes are UTF-8; a character is a code point.
 */
import { TOKEN_ANY, TOKEN_ONE } from "../wire/program.ts";
import { sameByte } from "./text.ts";
import { matchesByStates } from "./wildcard-states.ts";

/**
 * Steps that a match may take for each byte of pattern and value before it goes over to the way whose cost is bounded.
 * Patterns that people write need one or two.
 */
const STEPS_PER_BYTE: u32 = 8;

/** Is this pattern nothing but stars (at least one), so that it matches every value? */
export function isAllStars(pattern: usize, length: u32): bool {
  for (let i: u32 = 0; i < length; i++) {
    if (load<u8>(pattern + i) !== TOKEN_ANY) return false;
  }
  return length > 0;
}

export function hasWildcard(pattern: usize, length: u32): bool {
  for (let i: u32 = 0; i < length; i++) {
    if (load<u8>(pattern + i) >= TOKEN_ONE) return true;
  }
  return false;
}

/**
 * Does the whole value match the whole pattern? The value may have tokens, too: then every text it can stand for does, if this
 * says so (a star of the value takes only a star of the pattern). ASCII letters among the first `foldedBytes` bytes of the value compare
 * without regard to case. Linear in the length of the value: what is taken up again and again by a star is handed to
 * `matchesByStates`.
 *
 * On a mismatch only the last star is taken up again: an earlier one can never help where the last one cannot.
 */
export function matchesWildcard(
  pattern: usize,
  patternLength: u32,
  value: usize,
  valueLength: u32,
  foldedBytes: u32,
): bool {
  let p: u32 = 0;
  let v: u32 = 0;
  let starAt: u32 = u32.MAX_VALUE;
  let resume: u32 = 0;
  let steps = STEPS_PER_BYTE * (patternLength + valueLength);
  while (v < valueLength) {
    if (steps-- === 0) return matchesByStates(pattern, patternLength, value, valueLength, foldedBytes);
    const symbol: u32 = p < patternLength ? load<u8>(pattern + p) : 0;
    if (p < patternLength && symbol === TOKEN_ANY) {
      starAt = p++;
      resume = v;
    } else if (p < patternLength && symbol === TOKEN_ONE && load<u8>(value + v) !== TOKEN_ANY) {
      p++;
      v = nextCharacter(value, v, valueLength);
    } else if (p < patternLength && sameByte(symbol, load<u8>(value + v), v < foldedBytes)) {
      p++;
      v++;
    } else if (starAt !== u32.MAX_VALUE) {
      p = starAt + 1;
      resume = nextCharacter(value, resume, valueLength);
      v = resume;
    } else {
      return false;
    }
  }
  while (p < patternLength && load<u8>(pattern + p) === TOKEN_ANY) p++;
  return p === patternLength;
}

function nextCharacter(value: usize, at: u32, length: u32): u32 {
  let next = at + 1;
  while (next < length && (load<u8>(value + next) & 0xc0) === 0x80) next++;
  return next;
}
