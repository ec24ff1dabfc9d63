/** JSON string text → UTF-8: escapes resolved, surrogate pairs joined, lone surrogates made U+FFFD. */
import { BACKSLASH, hexValue } from "./bytes.ts";

const REPLACEMENT: u32 = 0xfffd;

/**
 * Writes what the `bytes` bytes between the quotes at `from` mean to `out`; gives the number of bytes written, which is
 * never more than `bytes`. Takes escapes for granted (structure.ts has checked them).
 */
export function resolveEscapes(from: usize, bytes: usize, out: usize): usize {
  const end = from + bytes;
  let at = out;
  while (from < end) {
    const byte: u32 = load<u8>(from);
    if (byte !== BACKSLASH) {
      store<u8>(at++, <u8>byte);
      from++;
      continue;
    }
    const letter: u32 = load<u8>(from, 1);
    if (letter !== 0x75) {
      store<u8>(at++, <u8>meaningOf(letter));
      from += 2;
      continue;
    }
    let code = codeUnit(from + 2);
    from += 6;
    if (code - 0xd800 < 0x400 && isSurrogateEscape(from, end)) {
      const low = codeUnit(from + 2);
      code = 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00);
      from += 6;
    } else if (code - 0xd800 < 0x800) {
      code = REPLACEMENT;
    }
    at = writeUtf8(code, at);
  }
  return at - out;
}

function meaningOf(letter: u32): u32 {
  switch (letter) {
    case 0x62:
      return 0x08;
    case 0x66:
      return 0x0c;
    case 0x6e:
      return 0x0a;
    case 0x72:
      return 0x0d;
    case 0x74:
      return 0x09;
    default:
      return letter;
  }
}

function codeUnit(at: usize): u32 {
  return (
    (hexValue(load<u8>(at)) << 12) |
    (hexValue(load<u8>(at, 1)) << 8) |
    (hexValue(load<u8>(at, 2)) << 4) |
    hexValue(load<u8>(at, 3))
  );
}

/** Does `\uDC00` to `\uDFFF` stand at `at`? */
function isSurrogateEscape(at: usize, end: usize): bool {
  if (at + 6 > end || load<u8>(at) !== BACKSLASH || load<u8>(at, 1) !== 0x75) return false;
  return codeUnit(at + 2) - 0xdc00 < 0x400;
}

function writeUtf8(code: u32, at: usize): usize {
  if (code < 0x80) {
    store<u8>(at, <u8>code);
    return at + 1;
  }
  if (code < 0x800) {
    store<u8>(at, <u8>(0xc0 | (code >> 6)));
    store<u8>(at, <u8>(0x80 | (code & 0x3f)), 1);
    return at + 2;
  }
  if (code < 0x10000) {
    store<u8>(at, <u8>(0xe0 | (code >> 12)));
    store<u8>(at, <u8>(0x80 | ((code >> 6) & 0x3f)), 1);
    store<u8>(at, <u8>(0x80 | (code & 0x3f)), 2);
    return at + 3;
  }
  store<u8>(at, <u8>(0xf0 | (code >> 18)));
  store<u8>(at, <u8>(0x80 | ((code >> 12) & 0x3f)), 1);
  store<u8>(at, <u8>(0x80 | ((code >> 6) & 0x3f)), 2);
  store<u8>(at, <u8>(0x80 | (code & 0x3f)), 3);
  return at + 4;
}
