/** The members of a record → a row of the chunk, or the reason why it cannot be one. Facts only; nothing is interpreted. */
import { ARRAY_OPEN, OBJECT_OPEN, QUOTE, SPACE } from "../json/bytes.ts";
import { resolveEscapes } from "../json/string.ts";
import { addressOf, byteAt, hasBackslash } from "../json/structure.ts";
import {
  COLUMN_ADDENDUM,
  COLUMN_ADDITIONAL_EVENT_DATA,
  COLUMN_ERROR_CODE,
  COLUMN_EVENT_CONTEXT,
  COLUMN_FILE,
  COLUMN_IDENTITY,
  COLUMN_IRREGULAR_EVENT_ID,
  COLUMN_IRREGULAR_SHARED_EVENT_ID,
  COLUMN_KIND,
  COLUMN_OPERATION,
  COLUMN_RECIPIENT_ACCOUNT,
  COLUMN_REGION,
  COLUMN_REQUEST_PARAMETERS,
  COLUMN_RESOURCES,
  COLUMN_RESPONSE_ELEMENTS,
  COLUMN_SOURCE_IP,
  COLUMN_TLS,
  COLUMN_USER_AGENT,
  COLUMN_VPC_ENDPOINT,
  COLUMN_VPC_ENDPOINT_ACCOUNT,
  ROW_EVENT_ID,
  ROW_OFFSET,
  ROW_SHARED_EVENT_ID,
  ROW_TIME,
  VALUE_LENGTH,
  VALUE_TEXT,
} from "../wire/columns.ts";
import { Extraction } from "../wire/extraction.ts";
import {
  REASON_MALFORMED_TIME,
  REASON_WITHOUT_NAME,
  REASON_WITHOUT_SOURCE,
  REASON_WITHOUT_TIME,
} from "../wire/faults.ts";
import { endRow, hasRoomForRecord, nextRow } from "./chunk.ts";
import { draftOf, intern, recentValue } from "./dictionary.ts";
import { copyBytes } from "./hash.ts";
import {
  MEMBER_ADDENDUM,
  MEMBER_ADDITIONAL_EVENT_DATA,
  MEMBER_CATEGORY,
  MEMBER_ERROR_CODE,
  MEMBER_EVENT_CONTEXT,
  MEMBER_EVENT_ID,
  MEMBER_IDENTITY,
  MEMBER_NAME,
  MEMBER_RECIPIENT_ACCOUNT,
  MEMBER_REGION,
  MEMBER_REQUEST_PARAMETERS,
  MEMBER_RESOURCES,
  MEMBER_RESPONSE_ELEMENTS,
  MEMBER_SHARED_EVENT_ID,
  MEMBER_SOURCE,
  MEMBER_SOURCE_IP,
  MEMBER_TIME,
  MEMBER_TLS,
  MEMBER_TYPE,
  MEMBER_USER_AGENT,
  MEMBER_VPC_ENDPOINT,
  MEMBER_VPC_ENDPOINT_ACCOUNT,
} from "./members.ts";
import { internPart } from "./part.ts";
import { partRootsOf } from "./part-roots.ts";
import { endOfMember as endOf, startOfMember as startOf } from "./record.ts";
import { NO_TIME, parseTime } from "./time.ts";
import { parseUuid } from "./uuid.ts";

/** The record became a row. */
export const ROW_WRITTEN: u32 = 0;
/** The chunk has no room for it; nothing has changed. */
export const ROW_NEEDS_ROOM: u32 = 0xff;

const NULL_FIRST: u32 = 0x6e;
/** Do the members that have been read include a source, a name and a time? */
export function hasEssentials(extraction: Extraction): bool {
  if (isWithout(extraction, MEMBER_SOURCE) || isWithout(extraction, MEMBER_NAME)) return false;
  return !isWithout(extraction, MEMBER_TIME);
}

/**
 * Makes the record at [start, end), whose members have been read, a row. Gives ROW_WRITTEN, ROW_NEEDS_ROOM or a REASON.
 */
export function writeRow(extraction: Extraction, start: usize, end: usize): u32 {
  if (isWithout(extraction, MEMBER_SOURCE)) return REASON_WITHOUT_SOURCE;
  if (isWithout(extraction, MEMBER_NAME)) return REASON_WITHOUT_NAME;
  if (isWithout(extraction, MEMBER_TIME)) return REASON_WITHOUT_TIME;
  if (!hasRoomForRecord(extraction, end - start)) return ROW_NEEDS_ROOM;
  const row = nextRow(extraction);
  const time = timeOf(extraction);
  if (time === NO_TIME) return REASON_MALFORMED_TIME;
  store<i64>(row, time, ROW_TIME);
  store<u32>(row, extraction.fileOffset + <u32>start, ROW_OFFSET);
  setId(row, COLUMN_OPERATION, internPair(extraction, COLUMN_OPERATION, MEMBER_SOURCE, MEMBER_NAME));
  setParts(extraction, row);
  setId(row, COLUMN_IDENTITY, internRaw(extraction, COLUMN_IDENTITY, MEMBER_IDENTITY));
  setText(extraction, row, COLUMN_RECIPIENT_ACCOUNT, MEMBER_RECIPIENT_ACCOUNT);
  setText(extraction, row, COLUMN_REGION, MEMBER_REGION);
  setText(extraction, row, COLUMN_SOURCE_IP, MEMBER_SOURCE_IP);
  setText(extraction, row, COLUMN_USER_AGENT, MEMBER_USER_AGENT);
  setText(extraction, row, COLUMN_VPC_ENDPOINT, MEMBER_VPC_ENDPOINT);
  setText(extraction, row, COLUMN_VPC_ENDPOINT_ACCOUNT, MEMBER_VPC_ENDPOINT_ACCOUNT);
  setText(extraction, row, COLUMN_ERROR_CODE, MEMBER_ERROR_CODE);
  setId(row, COLUMN_KIND, internPair(extraction, COLUMN_KIND, MEMBER_TYPE, MEMBER_CATEGORY));
  setId(row, COLUMN_RESOURCES, internRaw(extraction, COLUMN_RESOURCES, MEMBER_RESOURCES));
  setId(row, COLUMN_TLS, internRaw(extraction, COLUMN_TLS, MEMBER_TLS));
  setId(row, COLUMN_ADDENDUM, internRaw(extraction, COLUMN_ADDENDUM, MEMBER_ADDENDUM));
  setId(row, COLUMN_EVENT_CONTEXT, internRaw(extraction, COLUMN_EVENT_CONTEXT, MEMBER_EVENT_CONTEXT));
  setUuid(extraction, row, ROW_EVENT_ID, COLUMN_IRREGULAR_EVENT_ID, MEMBER_EVENT_ID);
  setUuid(extraction, row, ROW_SHARED_EVENT_ID, COLUMN_IRREGULAR_SHARED_EVENT_ID, MEMBER_SHARED_EVENT_ID);
  const fileName = <usize>extraction.fileName;
  setId(row, COLUMN_FILE, intern(extraction, COLUMN_FILE, fileName, <usize>extraction.fileNameBytes));
  endRow(extraction);
  return ROW_WRITTEN;
}

/** The three parts whose members differ by operation; that of the row is the value interned last. */
function setParts(extraction: Extraction, row: usize): void {
  const operation = recentValue(extraction, COLUMN_OPERATION);
  const id = load<u32>(row + ((<usize>COLUMN_OPERATION) << 2));
  const roots = partRootsOf(extraction, id, operation + VALUE_TEXT, <usize>load<u32>(operation, VALUE_LENGTH));
  setPart(extraction, row, COLUMN_REQUEST_PARAMETERS, MEMBER_REQUEST_PARAMETERS, load<u16>(roots));
  setPart(extraction, row, COLUMN_RESPONSE_ELEMENTS, MEMBER_RESPONSE_ELEMENTS, load<u16>(roots, 2));
  setPart(extraction, row, COLUMN_ADDITIONAL_EVENT_DATA, MEMBER_ADDITIONAL_EVENT_DATA, load<u16>(roots, 4));
}

function setPart(extraction: Extraction, row: usize, column: u32, member: u32, root: u32): void {
  setId(row, column, internPart(extraction, column, startOf(extraction, member), endOf(extraction, member), root));
}

/** Is the member missing or null? A value that starts with `n` is null: it has been read strictly. */
function isNothing(start: usize, end: usize): bool {
  return start === end || byteAt(start) === NULL_FIRST;
}

/** Is the member missing, null or the empty string? */
function isWithout(extraction: Extraction, member: u32): bool {
  const start = startOf(extraction, member);
  const end = endOf(extraction, member);
  return isNothing(start, end) || (byteAt(start) === QUOTE && end - start === 2);
}

function setId(row: usize, column: u32, id: u32): void {
  store<u32>(row + ((<usize>column) << 2), id);
}

function setText(extraction: Extraction, row: usize, column: u32, member: u32): void {
  setId(row, column, internText(extraction, column, startOf(extraction, member), endOf(extraction, member)));
}

/** A string by what it means; any other value, but null, as logged. */
function internText(extraction: Extraction, column: u32, start: usize, end: usize): u32 {
  if (isNothing(start, end)) return 0;
  if (byteAt(start) !== QUOTE) return intern(extraction, column, addressOf(start), end - start);
  const bytes = end - start - 2;
  if (!hasBackslash(start + 1, end - 1)) return intern(extraction, column, addressOf(start + 1), bytes);
  const draft = draftOf(extraction);
  return intern(extraction, column, draft, resolveEscapes(addressOf(start + 1), bytes, draft));
}

/** Any value, but null, as logged; a string that holds an object or array by what it means. */
function internRaw(extraction: Extraction, column: u32, member: u32): u32 {
  const start = startOf(extraction, member);
  const end = endOf(extraction, member);
  if (isNothing(start, end)) return 0;
  if (byteAt(start) === QUOTE && (byteAt(start + 1) === OBJECT_OPEN || byteAt(start + 1) === ARRAY_OPEN)) {
    return internText(extraction, column, start, end);
  }
  return intern(extraction, column, addressOf(start), end - start);
}

/** Two texts with one space between them; the space is there even when both are empty. */
function internPair(extraction: Extraction, column: u32, first: u32, second: u32): u32 {
  const draft = draftOf(extraction);
  let at = draft + writeText(extraction, first, draft);
  store<u8>(at++, <u8>SPACE);
  at += writeText(extraction, second, at);
  return intern(extraction, column, draft, at - draft);
}

function writeText(extraction: Extraction, member: u32, out: usize): usize {
  const start = startOf(extraction, member);
  const end = endOf(extraction, member);
  if (isNothing(start, end)) return 0;
  if (byteAt(start) !== QUOTE) {
    copyBytes(out, addressOf(start), end - start);
    return end - start;
  }
  const bytes = end - start - 2;
  if (hasBackslash(start + 1, end - 1)) return resolveEscapes(addressOf(start + 1), bytes, out);
  copyBytes(out, addressOf(start + 1), bytes);
  return bytes;
}

function timeOf(extraction: Extraction): i64 {
  const start = startOf(extraction, MEMBER_TIME);
  const end = endOf(extraction, MEMBER_TIME);
  if (byteAt(start) !== QUOTE) return NO_TIME;
  if (!hasBackslash(start + 1, end - 1)) return parseTime(addressOf(start + 1), end - start - 2);
  const draft = draftOf(extraction);
  return parseTime(draft, resolveEscapes(addressOf(start + 1), end - start - 2, draft));
}

/** The UUID into the row; anything else that is not nothing into the dictionary. */
function setUuid(extraction: Extraction, row: usize, place: usize, irregular: u32, member: u32): void {
  const start = startOf(extraction, member);
  const end = endOf(extraction, member);
  const isRegular = isUuid(extraction, start, end, row + place);
  setId(row, irregular, isRegular ? 0 : internText(extraction, irregular, start, end));
}

function isUuid(extraction: Extraction, start: usize, end: usize, out: usize): bool {
  if (start === end || byteAt(start) !== QUOTE) return parseUuid(0, 0, out);
  const bytes = end - start - 2;
  if (!hasBackslash(start + 1, end - 1)) return parseUuid(addressOf(start + 1), bytes, out);
  const draft = draftOf(extraction);
  return parseUuid(draft, resolveEscapes(addressOf(start + 1), bytes, draft), out);
}
