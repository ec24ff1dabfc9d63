/** A lower-case UUID as text → 16 bytes. Anything else is left to the dictionary, so that no id is ever lost or changed. */

const UUID_TEXT_BYTES: usize = 36;

/**
 * Writes the 16 bytes of the `bytes` bytes at `at` to `out` and says true; says false, with zeros in `out`, when they are
 * not a lower-case UUID, or the one that is all zeros (which could not be told from a missing one).
 */
export function parseUuid(at: usize, bytes: usize, out: usize): bool {
  store<u64>(out, 0);
  store<u64>(out, 0, 8);
  if (bytes !== UUID_TEXT_BYTES) return false;
  let high: u64 = 0;
  let low: u64 = 0;
  let wrong = false;
  for (let i: usize = 0, digit = 0; i < UUID_TEXT_BYTES; i++) {
    const byte: u32 = load<u8>(at + i);
    if (i === 8 || i === 13 || i === 18 || i === 23) {
      if (byte !== 0x2d) wrong = true;
      continue;
    }
    const value = lowerHex(byte);
    if (value > 15) wrong = true;
    if (digit++ < 16) high = (high << 4) | value;
    else low = (low << 4) | value;
  }
  if (wrong || (high | low) === 0) return false;
  store<u64>(out, bswap(high));
  store<u64>(out, bswap(low), 8);
  return true;
}

function lowerHex(byte: u32): u64 {
  if (byte - 0x30 < 10) return byte - 0x30;
  return byte - 0x61 < 6 ? byte - 0x57 : 16;
}
