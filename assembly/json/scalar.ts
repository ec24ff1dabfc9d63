/** Numbers and literals by RFC 8259, byte by byte: they are few and short. */
import { isDigit } from "./bytes.ts";
import { addressOf, byteAt } from "./structure.ts";

const TRUE_TEXT: u32 = 0x65757274;
const NULL_TEXT: u32 = 0x6c6c756e;
const FALS_TEXT: u32 = 0x736c6166;

/** The place behind the number or literal at `position`; minus the place of the first wrong byte when it is neither. */
export function endOfScalar(position: usize): isize {
  switch (byteAt(position)) {
    case 0x74:
      return endOfLiteral(position, TRUE_TEXT);
    case 0x6e:
      return endOfLiteral(position, NULL_TEXT);
    case 0x66: {
      const end = endOfLiteral(position, FALS_TEXT);
      if (end < 0) return end;
      return byteAt(end) === 0x65 ? end + 1 : -end;
    }
    default:
      return endOfNumber(position);
  }
}

function endOfLiteral(position: usize, text: u32): isize {
  const different = load<u32>(addressOf(position)) ^ text;
  return different === 0 ? position + 4 : -(position + (ctz(different) >> 3));
}

function endOfNumber(start: usize): isize {
  let position = start;
  if (byteAt(position) === 0x2d) position++;
  if (byteAt(position) === 0x30) {
    position++;
  } else {
    const behind = skipDigits(position);
    if (behind === position) return -position;
    position = behind;
  }
  if (byteAt(position) === 0x2e) {
    const behind = skipDigits(position + 1);
    if (behind === position + 1) return -behind;
    position = behind;
  }
  if ((byteAt(position) | 0x20) === 0x65) {
    position++;
    if (byteAt(position) === 0x2b || byteAt(position) === 0x2d) position++;
    const behind = skipDigits(position);
    if (behind === position) return -position;
    position = behind;
  }
  return position;
}

function skipDigits(position: usize): usize {
  while (isDigit(byteAt(position))) position++;
  return position;
}
