/**
 * One record → where its members lie in the window. The record's own members are read as strictly as JSON asks; inside
 * of nested objects and arrays strings and the balance of brackets are checked, commas, colons and scalars are not.
 */
import { ARRAY_OPEN, COLON, COMMA, OBJECT_CLOSE, QUOTE } from "../json/bytes.ts";
import { ENVELOPE, endOfValue, INCOMPLETE, NO_POSITION, nextQuote, skipSpace, wrongAt } from "../json/cursor.ts";
import { addressOf, byteAt, hasBackslash, scannedEnd } from "../json/structure.ts";
import { Extraction } from "../wire/extraction.ts";
import { currentMember, expectedNameBytes, MEMBER_COUNT, MEMBER_RECORDS, memberNamed } from "./members.ts";

/** What is kept of a member: the positions of its value's first byte and of the byte behind it; both 0 when it is missing. */
export const MEMBER_BYTES: usize = 8;

let recordsArray: usize = 0;

/** Where the array of records begins, after ENVELOPE. */
export function recordsAt(): usize {
  return recordsArray;
}

/**
 * Reads the object at `start` into the members of the extraction; a name that comes twice counts as written last. Gives
 * the place behind it, or an answer of json/cursor.ts; ENVELOPE when `outermost` and it has an array of Records.
 */
export function readRecord(extraction: Extraction, start: usize, outermost: bool): usize {
  const members = <usize>extraction.members;
  const nesting = <usize>extraction.nesting;
  for (let place = members; place < members + <usize>MEMBER_COUNT * MEMBER_BYTES; place += 8) store<u64>(place, 0);
  const limit = scannedEnd();
  let at = skipSpace(start + 1);
  if (byteAt(at) === OBJECT_CLOSE) return at < limit ? at + 1 : INCOMPLETE;
  while (true) {
    if (byteAt(at) !== QUOTE || at >= limit) return wrongAt(at);
    const name = addressOf(at + 1);
    const bytes = expectedNameBytes(name);
    const nameEnd = bytes !== 0 ? at + 1 + bytes : nextQuote(at + 1);
    if (nameEnd >= limit) return INCOMPLETE;
    const member = bytes !== 0 ? currentMember() : memberNamed(name, nameEnd - at - 1, hasBackslash(at + 1, nameEnd));
    at = skipSpace(nameEnd + 1);
    if (byteAt(at) !== COLON) return wrongAt(at);
    at = skipSpace(at + 1);
    if (at >= limit) return INCOMPLETE;
    if (member === MEMBER_RECORDS && outermost && byteAt(at) === ARRAY_OPEN) {
      recordsArray = at;
      return ENVELOPE;
    }
    const end = endOfValue(at, nesting);
    if (end >= NO_POSITION) return end;
    if (member < MEMBER_COUNT) {
      const place = members + <usize>member * MEMBER_BYTES;
      store<u32>(place, <u32>at);
      store<u32>(place, <u32>end, 4);
    }
    at = skipSpace(end);
    const next = byteAt(at);
    if (next === OBJECT_CLOSE) return at < limit ? at + 1 : INCOMPLETE;
    if (next !== COMMA) return wrongAt(at);
    at = skipSpace(at + 1);
  }
}
