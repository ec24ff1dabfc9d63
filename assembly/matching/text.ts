/** Bytes of two texts compared. Knows no wildcards. */

/** Lower case of an ASCII letter; every other byte as it is. */
export function foldAscii(byte: u32): u32 {
  return byte - 0x41 < 26 ? byte | 0x20 : byte;
}

export function sameByte(left: u32, right: u32, fold: bool): bool {
  return left === right || (fold && foldAscii(left) === foldAscii(right));
}

/** Byte for byte the same, with `fold` without regard to the case of ASCII letters. */
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

export function isDigit(byte: u32): bool {
  return byte - 0x30 < 10;
}

/** Offset of the next colon at or behind `from`, or `length`. */
export function colonFrom(start: usize, from: u32, length: u32): u32 {
  let at = from;
  while (at < length && load<u8>(start + at) !== 0x3a) at++;
  return at;
}
