/**
 * One value against one pattern of `*` (any run of characters, also none) and `?` (exactly one character).
 * Knows no ARN, no policy. Bytes are UTF-8; a character is a code point.
 */

const STAR: u32 = 0x2a;
const QUESTION: u32 = 0x3f;

/** Lower case of an ASCII letter; every other byte as it is. */
export function foldAscii(byte: u32): u32 {
  return byte - 0x41 < 26 ? byte | 0x20 : byte;
}

/** Is this pattern nothing but stars (at least one), so that it matches every value? */
export function isAllStars(pattern: usize, length: u32): bool {
  for (let i: u32 = 0; i < length; i++) {
    if (load<u8>(pattern + i) !== STAR) return false;
  }
  return length > 0;
}

/**
 * Does the whole value match the whole pattern? ASCII letters among the first `foldedBytes` bytes of the value compare
 * without regard to case.
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
  while (v < valueLength) {
    const symbol: u32 = p < patternLength ? load<u8>(pattern + p) : 0;
    if (p < patternLength && symbol === STAR) {
      starAt = p++;
      resume = v;
    } else if (p < patternLength && symbol === QUESTION) {
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
  while (p < patternLength && load<u8>(pattern + p) === STAR) p++;
  return p === patternLength;
}

/** Byte for byte the same, with `fold` without regard to the case of ASCII letters. No wildcards. */
export function equalsText(left: usize, leftLength: u32, right: usize, rightLength: u32, fold: bool): bool {
  if (leftLength !== rightLength) return false;
  for (let i: u32 = 0; i < leftLength; i++) {
    if (!sameByte(load<u8>(left + i), load<u8>(right + i), fold)) return false;
  }
  return true;
}

/** Has the text a byte outside ASCII, where folding the case is more than a table of 26 letters? */
export function hasNonAscii(start: usize, length: u32): bool {
  for (let i: u32 = 0; i < length; i++) {
    if (load<u8>(start + i) >= 0x80) return true;
  }
  return false;
}

function sameByte(left: u32, right: u32, fold: bool): bool {
  return left === right || (fold && foldAscii(left) === foldAscii(right));
}

function nextCharacter(value: usize, at: u32, length: u32): u32 {
  let next = at + 1;
  while (next < length && (load<u8>(value + next) & 0xc0) === 0x80) next++;
  return next;
}
