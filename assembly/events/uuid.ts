/** A lower-case UUID as text → 16 bytes. Anything else is left to the dictionary, so that no id is ever lost or changed. */

const UUID_TEXT_BYTES: usize = 36;
const DASH: u32 = 0x2d;

const EACH: u64 = 0x0101010101010101;
const LOW_DIGITS: u64 = EACH * 0x0f;
/** What parts of digits that are none add up to: no eight digits do. */
const NOT_DIGITS: u64 = u64.MAX_VALUE;

/**
 * Writes the 16 bytes of the `bytes` bytes at `at` to `out` and says true; says false, with zeros in `out`, when they are
 * not a lower-case UUID, or the one that is all zeros (which could not be told from a missing one).
 */
export function parseUuid(at: usize, bytes: usize, out: usize): bool {
  store<u64>(out, 0);
  store<u64>(out, 0, 8);
  if (bytes !== UUID_TEXT_BYTES) return false;
  if (load<u8>(at, 8) !== DASH || load<u8>(at, 13) !== DASH) return false;
  if (load<u8>(at, 18) !== DASH || load<u8>(at, 23) !== DASH) return false;
  const a = eightDigits(load<u64>(at));
  const b = eightDigits(fourAndFour(at + 9, at + 14));
  const c = eightDigits(fourAndFour(at + 19, at + 24));
  const d = eightDigits(load<u64>(at, 28));
  if (max(max(a, b), max(c, d)) === NOT_DIGITS || (a | b | c | d) === 0) return false;
  store<u32>(out, <u32>a);
  store<u32>(out, <u32>b, 4);
  store<u32>(out, <u32>c, 8);
  store<u32>(out, <u32>d, 12);
  return true;
}

function fourAndFour(first: usize, second: usize): u64 {
  const low: u64 = load<u32>(first);
  const high: u64 = load<u32>(second);
  return low | (high << 32);
}

/** Eight lower-case hexadecimal digits, the first in the lowest byte → four bytes in the same order; or NOT_DIGITS. */
function eightDigits(text: u64): u64 {
  const letters = (text >> 6) & EACH;
  const values = (text & LOW_DIGITS) + letters * 9;
  // Letters are those from 10 on, none is above 15, and writing the values again gives the text: then all were digits.
  const aboveNine = ((values + EACH * 6) >> 4) & EACH;
  const again = values + EACH * 0x30 + letters * 0x27;
  if (((values & ~LOW_DIGITS) | (aboveNine ^ letters) | (again ^ text)) !== 0) return NOT_DIGITS;
  const pairs = ((values << 4) | (values >> 8)) & 0x00ff00ff00ff00ff;
  const fours = (pairs | (pairs >> 8)) & 0x0000ffff0000ffff;
  return (fours | (fours >> 16)) & 0xffffffff;
}
