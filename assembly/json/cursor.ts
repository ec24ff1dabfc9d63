/**
 * Walks the scanned window from one structural place to the next. A walk that needs bytes behind the scan answers
 * INCOMPLETE, never reads on. Inside of objects and arrays only strings and the balance of brackets are checked.
 */
import { ARRAY_OPEN, isSpace, OBJECT_OPEN, QUOTE } from "./bytes.ts";
import { endOfScalar } from "./scalar.ts";
import { bitsFrom, bracketsOf, byteAt, quotesOf, scannedEnd } from "./structure.ts";

/** Answers in place of a position; every position is less than any of them. */
export const MALFORMED: usize = usize.MAX_VALUE;
export const INCOMPLETE: usize = usize.MAX_VALUE - 1;
export const TOO_DEEP: usize = usize.MAX_VALUE - 2;
export const ENVELOPE: usize = usize.MAX_VALUE - 3;
export const NO_POSITION: usize = ENVELOPE;

/** Deeper than any record AWS writes; a byte of memory each. */
export const NESTING_MAX: u32 = 1024;

/** What is wrong at `position`: nothing but the end of what is scanned, or the JSON. */
export function wrongAt(position: usize): usize {
  return position >= scannedEnd() ? INCOMPLETE : MALFORMED;
}

/** The first place at or behind `position` that is not white space. The zeros behind the window end it. */
export function skipSpace(position: usize): usize {
  while (isSpace(byteAt(position))) position++;
  return position;
}

/** The first quote at or behind `position`; scannedEnd() or more when there is none. */
export function nextQuote(position: usize): usize {
  let block = position >> 6;
  let bits = quotesOf(block) & bitsFrom(position);
  while (bits === 0) bits = quotesOf(++block);
  return (block << 6) + <usize>ctz(bits);
}

/** The place behind the value that starts at `position`, or an answer. `nesting`: NESTING_MAX bytes of scratch. */
export function endOfValue(position: usize, nesting: usize): usize {
  const first = byteAt(position);
  if (first === QUOTE) {
    const end = nextQuote(position + 1);
    return end >= scannedEnd() ? INCOMPLETE : end + 1;
  }
  if (first === OBJECT_OPEN || first === ARRAY_OPEN) return endOfContainer(position, nesting);
  const end = endOfScalar(position);
  return end > 0 ? end : wrongAt(-end);
}

/** The place behind the bracket that closes the one at `position`, or an answer. */
export function endOfContainer(position: usize, nesting: usize): usize {
  const end = scannedEnd();
  let depth: u32 = 0;
  let block = position >> 6;
  let bits = bracketsOf(block) & bitsFrom(position);
  while (true) {
    while (bits === 0) bits = bracketsOf(++block);
    const at = (block << 6) + <usize>ctz(bits);
    if (at >= end) return INCOMPLETE;
    bits &= bits - 1;
    const bracket = byteAt(at);
    if (bracket === OBJECT_OPEN || bracket === ARRAY_OPEN) {
      if (depth === NESTING_MAX) return TOO_DEEP;
      // Each closing bracket is the byte two behind its opening one.
      store<u8>(nesting + depth++, <u8>(bracket + 2));
    } else {
      if (depth === 0 || load<u8>(nesting + --depth) !== bracket) return MALFORMED;
      if (depth === 0) return at + 1;
    }
  }
}
