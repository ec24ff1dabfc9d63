/**
 * One record → where its members lie in the window. The record's own members are read as strictly as JSON asks; inside
 * of nested objects and arrays strings and the balance of brackets are checked, commas, colons and scalars are not.
 */
import { ARRAY_CLOSE, ARRAY_OPEN, COLON, COMMA, OBJECT_CLOSE, OBJECT_OPEN, QUOTE } from "../json/bytes.ts";
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

/** Where the value of a member that has been read begins; as endOfMember when the record has none. */
export function startOfMember(extraction: Extraction, member: u32): usize {
  return <usize>load<u32>(<usize>extraction.members + <usize>member * MEMBER_BYTES);
}

/** The place behind the value. */
export function endOfMember(extraction: Extraction, member: u32): usize {
  return <usize>load<u32>(<usize>extraction.members + <usize>member * MEMBER_BYTES, 4);
}

/**
 * Reads the object at `start` into the members of the extraction; a name that comes twice counts as written last. Gives
 * the place behind it, or an answer of json/cursor.ts; ENVELOPE when `outermost` and it has an array of Records.
 */
export function readRecord(extraction: Extraction, start: usize, outermost: bool): usize {
  const nesting = <usize>extraction.nesting;
  clearMembers(extraction);
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
    keepMember(extraction, member, at, end);
    at = skipSpace(end);
    const next = byteAt(at);
    if (next === OBJECT_CLOSE) return at < limit ? at + 1 : INCOMPLETE;
    if (next !== COMMA) return wrongAt(at);
    at = skipSpace(at + 1);
  }
}

/** As readRecord, of a row that GetQueryResults gives: an array of objects with a member each. */
export function readColumns(extraction: Extraction, start: usize): usize {
  clearMembers(extraction);
  const limit = scannedEnd();
  let at = skipSpace(start + 1);
  while (true) {
    if (byteAt(at) !== OBJECT_OPEN || at >= limit) return wrongAt(at);
    const name = skipSpace(at + 1);
    if (byteAt(name) !== QUOTE || name >= limit) return wrongAt(name);
    const nameEnd = nextQuote(name + 1);
    if (nameEnd >= limit) return INCOMPLETE;
    const member = memberNamed(addressOf(name + 1), nameEnd - name - 1, hasBackslash(name + 1, nameEnd));
    at = skipSpace(nameEnd + 1);
    if (byteAt(at) !== COLON) return wrongAt(at);
    at = skipSpace(at + 1);
    if (at >= limit) return INCOMPLETE;
    const end = endOfValue(at, <usize>extraction.nesting);
    if (end >= NO_POSITION) return end;
    keepMember(extraction, member, at, end);
    at = skipSpace(end);
    if (byteAt(at) !== OBJECT_CLOSE) return wrongAt(at);
    at = skipSpace(at + 1);
    const next = byteAt(at);
    if (next === ARRAY_CLOSE) return at < limit ? at + 1 : INCOMPLETE;
    if (next !== COMMA) return wrongAt(at);
    at = skipSpace(at + 1);
  }
}

function clearMembers(extraction: Extraction): void {
  const members = <usize>extraction.members;
  for (let place = members; place < members + <usize>MEMBER_COUNT * MEMBER_BYTES; place += 8) store<u64>(place, 0);
}

/** The value at [at, end); of a member that is not taken nothing is kept. */
function keepMember(extraction: Extraction, member: u32, at: usize, end: usize): void {
  if (member >= MEMBER_COUNT) return;
  const place = <usize>extraction.members + <usize>member * MEMBER_BYTES;
  store<u32>(place, <u32>at);
  store<u32>(place, <u32>end, 4);
}
