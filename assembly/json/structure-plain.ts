/** Which of 64 bytes belong to a class, as a bit each (bit i: byte i), eight bytes at a time: for engines without SIMD. */

const LOW_SEVEN: u64 = 0x7f7f7f7f7f7f7f7f;
const ONES: u64 = 0x0101010101010101;
/** Multiplying eight bytes that are 0 or 1 by this brings them together in the top byte. */
const GATHER: u64 = 0x0102040810204080;

/** Bit i of the result: byte i of the word is zero. */
function zeroBytes(word: u64): u64 {
  const nonZero = ((word & LOW_SEVEN) + LOW_SEVEN) | word;
  return (((~nonZero >> 7) & ONES) * GATHER) >> 56;
}

export function bytesEqualPlain(block: usize, byte: u32): u64 {
  const wanted = ONES * <u64>byte;
  let bits: u64 = 0;
  for (let i: usize = 0; i < 64; i += 8) bits |= zeroBytes(load<u64>(block + i) ^ wanted) << (<u64>i);
  return bits;
}

export function bracketsPlain(block: usize): u64 {
  const free = ONES * 0x26;
  const wanted = ONES * 0x7f;
  let bits: u64 = 0;
  for (let i: usize = 0; i < 64; i += 8) bits |= zeroBytes((load<u64>(block + i) | free) ^ wanted) << (<u64>i);
  return bits;
}

/** Bytes below 0x20: those whose top three bits are zero. */
export function controlsPlain(block: usize): u64 {
  const topBits = ONES * 0xe0;
  let bits: u64 = 0;
  for (let i: usize = 0; i < 64; i += 8) bits |= zeroBytes(load<u64>(block + i) & topBits) << (<u64>i);
  return bits;
}
