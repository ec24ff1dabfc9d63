/** Which of 64 bytes belong to a class, as a bit each (bit i: byte i). The SIMD half of structure.ts; its plain twin gives the same bits. */

/** `{ } [ ]` and, harmless outside of strings, `Y _ y` and DEL: what is 0x7f once bits 1, 2 and 5 are set. */
const BRACKET_FREE_BITS: i8 = 0x26;
const BRACKET: i8 = 0x7f;

function gather(a: v128, b: v128, c: v128, d: v128): u64 {
  const low = <u32>i8x16.bitmask(a) | ((<u32>i8x16.bitmask(b)) << 16);
  const high = <u32>i8x16.bitmask(c) | ((<u32>i8x16.bitmask(d)) << 16);
  return <u64>low | ((<u64>high) << 32);
}

export function bytesEqualSimd(block: usize, byte: u32): u64 {
  const wanted = i8x16.splat(<i8>byte);
  return gather(
    i8x16.eq(v128.load(block), wanted),
    i8x16.eq(v128.load(block, 16), wanted),
    i8x16.eq(v128.load(block, 32), wanted),
    i8x16.eq(v128.load(block, 48), wanted),
  );
}

/** The same as bytesEqualSimd for a byte that most blocks do not have. */
export function rareBytesEqualSimd(block: usize, byte: u32): u64 {
  const wanted = i8x16.splat(<i8>byte);
  const a = i8x16.eq(v128.load(block), wanted);
  const b = i8x16.eq(v128.load(block, 16), wanted);
  const c = i8x16.eq(v128.load(block, 32), wanted);
  const d = i8x16.eq(v128.load(block, 48), wanted);
  if (!v128.any_true(v128.or(v128.or(a, b), v128.or(c, d)))) return 0;
  return gather(a, b, c, d);
}

export function bracketsSimd(block: usize): u64 {
  const free = i8x16.splat(BRACKET_FREE_BITS);
  const wanted = i8x16.splat(BRACKET);
  return gather(
    i8x16.eq(v128.or(v128.load(block), free), wanted),
    i8x16.eq(v128.or(v128.load(block, 16), free), wanted),
    i8x16.eq(v128.or(v128.load(block, 32), free), wanted),
    i8x16.eq(v128.or(v128.load(block, 48), free), wanted),
  );
}

/** Bytes below 0x20. */
export function controlsSimd(block: usize): u64 {
  const space = i8x16.splat(0x20);
  const a = v128.load(block);
  const b = v128.load(block, 16);
  const c = v128.load(block, 32);
  const d = v128.load(block, 48);
  const least = i8x16.min_u(i8x16.min_u(a, b), i8x16.min_u(c, d));
  if (!v128.any_true(i8x16.lt_u(least, space))) return 0;
  return gather(i8x16.lt_u(a, space), i8x16.lt_u(b, space), i8x16.lt_u(c, space), i8x16.lt_u(d, space));
}
