/**
 * An object that is no record but holds one: an EventBridge event in `detail`, what LookupEvents gives in the string
 * `CloudTrailEvent`, a CloudWatch log event in the string `message`. The place told of the record is that of the object.
 * One that holds another one which holds a record is not looked into.
 */
import { OBJECT_OPEN, QUOTE } from "../json/bytes.ts";
import { NO_POSITION, skipSpace, TOO_DEEP } from "../json/cursor.ts";
import { byteAt } from "../json/structure.ts";
import { Extraction } from "../wire/extraction.ts";
import {
  REASON_MALFORMED_JSON,
  REASON_NOT_AN_OBJECT,
  REASON_TOO_LARGE,
  REASON_WITHOUT_NAME,
  REASON_WITHOUT_SOURCE,
  REASON_WITHOUT_TIME,
} from "../wire/faults.ts";
import { closeInnerText, isWholeText, openInnerText } from "./inner-text.ts";
import { MEMBER_DETAIL, MEMBER_RECORD_TEXT } from "./members.ts";
import { endOfMember, readRecord, startOfMember } from "./record.ts";
import { writeRow } from "./row.ts";

/** May the object whose members have been read hold a record? */
export function mayHoldRecord(extraction: Extraction): bool {
  return holdsObject(extraction) || holdsText(extraction);
}

/** Is it because of a missing member that the object was no record? */
export function isWithoutEssentials(reason: u32): bool {
  return reason === REASON_WITHOUT_SOURCE || reason === REASON_WITHOUT_NAME || reason === REASON_WITHOUT_TIME;
}

/**
 * Makes the record that the object at [start, end), whose members have been read, holds a row; gives what writeRow gives.
 * `reason`: what is told when it holds none.
 */
export function writeHeldRecord(extraction: Extraction, start: usize, end: usize, reason: u32): u32 {
  if (holdsObject(extraction)) {
    const isRead = readRecord(extraction, startOfMember(extraction, MEMBER_DETAIL), false) < NO_POSITION;
    return isRead ? writeRow(extraction, start, end) : REASON_MALFORMED_JSON;
  }
  if (!holdsText(extraction)) return reason;
  const text = startOfMember(extraction, MEMBER_RECORD_TEXT);
  return writeRecordText(extraction, text, endOfMember(extraction, MEMBER_RECORD_TEXT), start, end);
}

/** The same for the record whose text the string at [text, textEnd) is; what is told of it lies at [start, end). */
export function writeRecordText(extraction: Extraction, text: usize, textEnd: usize, start: usize, end: usize): u32 {
  if (!openInnerText(extraction, text, textEnd)) return REASON_TOO_LARGE;
  const written = writeInnerRecord(extraction, start, end);
  closeInnerText();
  return written;
}

function writeInnerRecord(extraction: Extraction, start: usize, end: usize): u32 {
  const record = skipSpace(0);
  if (byteAt(record) !== OBJECT_OPEN) return REASON_NOT_AN_OBJECT;
  const recordEnd = readRecord(extraction, record, false);
  if (recordEnd === TOO_DEEP) return REASON_TOO_LARGE;
  return isWholeText(recordEnd) ? writeRow(extraction, start, end) : REASON_MALFORMED_JSON;
}

function holdsObject(extraction: Extraction): bool {
  const start = startOfMember(extraction, MEMBER_DETAIL);
  return start !== endOfMember(extraction, MEMBER_DETAIL) && byteAt(start) === OBJECT_OPEN;
}

function holdsText(extraction: Extraction): bool {
  const start = startOfMember(extraction, MEMBER_RECORD_TEXT);
  return start !== endOfMember(extraction, MEMBER_RECORD_TEXT) && byteAt(start) === QUOTE;
}
