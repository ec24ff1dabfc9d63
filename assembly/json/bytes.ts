/** The bytes that JSON gives a meaning. */

export const SPACE: u32 = 0x20;
export const QUOTE: u32 = 0x22;
export const BACKSLASH: u32 = 0x5c;
export const COMMA: u32 = 0x2c;
export const COLON: u32 = 0x3a;
export const OBJECT_OPEN: u32 = 0x7b;
export const OBJECT_CLOSE: u32 = 0x7d;
export const ARRAY_OPEN: u32 = 0x5b;
export const ARRAY_CLOSE: u32 = 0x5d;
export const LINE_FEED: u32 = 0x0a;

export function isSpace(byte: u32): bool {
  return byte === SPACE || byte === LINE_FEED || byte === 0x0d || byte === 0x09;
}

export function isDigit(byte: u32): bool {
  return byte - 0x30 < 10;
}

/** What a hexadecimal digit is worth; 16 for any other byte. */
export function hexValue(byte: u32): u32 {
  if (isDigit(byte)) return byte - 0x30;
  const letter = (byte | 0x20) - 0x61;
  return letter < 6 ? letter + 10 : 16;
}

/** May the byte stand after a backslash? */
export function isEscapable(byte: u32): bool {
  switch (byte) {
    case QUOTE:
    case BACKSLASH:
    case 0x2f: // /
    case 0x62: // b
    case 0x66: // f
    case 0x6e: // n
    case 0x72: // r
    case 0x74: // t
    case 0x75: // u
      return true;
    default:
      return false;
  }
}
