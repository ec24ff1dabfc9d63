/** Bytes written in base64 (RFC 4648, standard alphabet, padded), compared as bytes: the operator BinaryEquals. */
import { certain, UNKNOWN } from "../wire/truth.ts";
import { equalsText, isDigit } from "./text.ts";

const NO_DIGIT: u32 = 64;
const PADDING: u32 = 0x3d;

/** A value that is not base64 decides nothing. Only one text encodes given bytes, so valid texts are compared as they stand. */
export function equalsBinary(pattern: usize, patternLength: u32, value: usize, valueLength: u32): u32 {
  if (!isBase64(pattern, patternLength) || !isBase64(value, valueLength)) return UNKNOWN;
  return certain(equalsText(pattern, patternLength, value, valueLength, false));
}

/** Whole groups of four, up to two of padding at the end, and no bits behind the last byte. */
function isBase64(start: usize, length: u32): bool {
  if ((length & 3) !== 0) return false;
  let padding: u32 = 0;
  while (padding < 2 && padding < length && load<u8>(start + length - padding - 1) === PADDING) padding++;
  const digits = length - padding;
  let last: u32 = 0;
  for (let i: u32 = 0; i < digits; i++) {
    last = digitOf(load<u8>(start + i));
    if (last === NO_DIGIT) return false;
  }
  return padding === 0 || (last & (padding === 1 ? 3 : 15)) === 0;
}

function digitOf(byte: u32): u32 {
  if (byte - 0x41 < 26) return byte - 0x41;
  if (byte - 0x61 < 26) return byte - 0x61 + 26;
  if (isDigit(byte)) return byte - 0x30 + 52;
  if (byte === 0x2b) return 62;
  return byte === 0x2f ? 63 : NO_DIGIT;
}
