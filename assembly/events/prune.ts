/**
 * An object of the window → the same structure with only the members that a selection wants: names and taken values as
 * logged, no white space between them; objects and arrays that hold nothing wanted are left out, and arrays are gone
 * through as if they were not there. Where AWS has written a mask in place of a value in which something is wanted, the mask
 * is taken: what it hides is not known to be absent. A member that comes twice is judged each time. Never writes more than twice as many
 * bytes as it has read, plus the eight that copyBytes may touch. Goes as deep as the record's reader has allowed.
 */
import { ARRAY_CLOSE, ARRAY_OPEN, COLON, COMMA, OBJECT_CLOSE, OBJECT_OPEN, QUOTE } from "../json/bytes.ts";
import { endOfValue, MALFORMED, NO_POSITION, nextQuote, skipSpace } from "../json/cursor.ts";
import { resolveEscapes } from "../json/string.ts";
import { addressOf, byteAt, hasBackslash } from "../json/structure.ts";
import { FLAG_INSIDE, FLAG_NAME, FLAG_TAKE, NOTHING_WANTED } from "../wire/selection.ts";
import { copyBytes } from "./hash.ts";
import { flagsOf, successor } from "./selection.ts";

/** `null`, little-endian. */
const NULL_WORD: u32 = 0x6c6c756e;
/** `{}`, little-endian. */
const EMPTY_OBJECT: u16 = 0x7d7b;
const SEVEN_BYTES: u64 = 0xff_ffff_ffff_ffff;
const THREE_BYTES: u64 = 0xff_ffff;
/** `HIDDEN_`, little-endian. */
const HIDDEN_WORD: u64 = 0x5f_4e45_4444_4948;
/** `<sensit`iveDataRemoved>. */
const SENSITIVE_WORD: u64 = 0x74_6973_6e65_733c;
/** `***`. */
const STARS_WORD: u64 = 0x2a_2a2a;
/** From here on memory.copy is the faster one. */
const LONG_BYTES: usize = 256;

let out: usize = 0;
let nesting: usize = 0;

/**
 * Writes what `state` wants of the object at `position` to `into`; gives the number of bytes, 0 when the object is no JSON.
 * `nestingAt`: NESTING_MAX bytes of scratch.
 */
export function pruneObject(position: usize, state: u32, into: usize, nestingAt: usize): usize {
  out = into;
  nesting = nestingAt;
  if (members(position, state) >= NO_POSITION) return 0;
  if (out !== into) return out - into;
  store<u16>(into, EMPTY_OBJECT);
  return 2;
}

/** Writes the object at `start`, or nothing; gives the place behind it, or an answer of json/cursor.ts. */
function members(start: usize, state: u32): usize {
  const before = out;
  let at = skipSpace(start + 1);
  if (byteAt(at) === OBJECT_CLOSE) return at + 1;
  while (true) {
    if (byteAt(at) !== QUOTE) return MALFORMED;
    const name = at;
    const nameEnd = nextQuote(at + 1);
    const target = named(state, at + 1, nameEnd);
    at = skipSpace(nameEnd + 1);
    if (byteAt(at) !== COLON) return MALFORMED;
    at = skipSpace(at + 1);
    const end =
      target === NOTHING_WANTED
        ? endOfValue(at, nesting)
        : member(target, name, nameEnd + 1, at, out === before ? OBJECT_OPEN : COMMA);
    if (end >= NO_POSITION) return end;
    at = skipSpace(end);
    const next = byteAt(at);
    if (next === OBJECT_CLOSE) {
      if (out !== before) store<u8>(out++, <u8>OBJECT_CLOSE);
      return at + 1;
    }
    if (next !== COMMA) return MALFORMED;
    at = skipSpace(at + 1);
  }
}

/** Where the name between two quotes leads; one with escapes is resolved where nothing has been written yet. */
function named(state: u32, from: usize, to: usize): u32 {
  if (!hasBackslash(from, to)) return successor(state, addressOf(from), to - from);
  return successor(state, out, resolveEscapes(addressOf(from), to - from, out));
}

/** Writes `separator`, the name in [name, nameEnd) and what is wanted of the value at `at`; nothing when that is nothing. */
function member(state: u32, name: usize, nameEnd: usize, at: usize, separator: u32): usize {
  const reset = out;
  store<u8>(out++, <u8>separator);
  write(name, nameEnd);
  store<u8>(out++, <u8>COLON);
  const written = out;
  const flags = flagsOf(state);
  if ((flags & FLAG_TAKE) !== 0) {
    const end = endOfValue(at, nesting);
    if (end < NO_POSITION) write(at, end);
    return end;
  }
  const end = (flags & FLAG_INSIDE) !== 0 ? inner(at, state) : endOfValue(at, nesting);
  if (out === written) {
    if ((flags & FLAG_NAME) !== 0) {
      store<u32>(out, NULL_WORD);
      out += 4;
    } else {
      out = reset;
    }
  }
  return end;
}

function inner(at: usize, state: u32): usize {
  const first = byteAt(at);
  if (first === OBJECT_OPEN) return members(at, state);
  if (first === ARRAY_OPEN) return elements(at, state);
  const end = endOfValue(at, nesting);
  if (first === QUOTE && end < NO_POSITION && isMask(at + 1)) write(at, end);
  return end;
}

/** What AWS writes in place of a value that it hides: `HIDDEN_DUE_TO_SECURITY_REASONS` and the like, or stars. */
function isMask(at: usize): bool {
  const word = load<u64>(addressOf(at)) & SEVEN_BYTES;
  return word === HIDDEN_WORD || word === SENSITIVE_WORD || (word & THREE_BYTES) === STARS_WORD;
}

function elements(start: usize, state: u32): usize {
  const before = out;
  let at = skipSpace(start + 1);
  if (byteAt(at) === ARRAY_CLOSE) return at + 1;
  while (true) {
    const reset = out;
    const separator = reset === before ? ARRAY_OPEN : COMMA;
    store<u8>(out++, <u8>separator);
    const written = out;
    const end = inner(at, state);
    if (end >= NO_POSITION) return end;
    if (out === written) out = reset;
    at = skipSpace(end);
    const next = byteAt(at);
    if (next === ARRAY_CLOSE) {
      if (out !== before) store<u8>(out++, <u8>ARRAY_CLOSE);
      return at + 1;
    }
    if (next !== COMMA) return MALFORMED;
    at = skipSpace(at + 1);
  }
}

function write(from: usize, to: usize): void {
  const bytes = to - from;
  if (bytes < LONG_BYTES) copyBytes(out, addressOf(from), bytes);
  else memory.copy(out, addressOf(from), bytes);
  out += bytes;
}
