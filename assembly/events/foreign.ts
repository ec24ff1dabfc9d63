/**
 * A value that is no object where a record may stand: the text of a record in a string, the columns of one in an array, or
 * something that is told and passed over.
 */
import { ARRAY_CLOSE, ARRAY_OPEN, COMMA, isSpace, OBJECT_CLOSE, OBJECT_OPEN, QUOTE } from "../json/bytes.ts";
import { endOfValue, INCOMPLETE, NO_POSITION, skipSpace } from "../json/cursor.ts";
import { endOfScalar } from "../json/scalar.ts";
import {
  byteAt,
  filledEnd,
  firstBadByte,
  forgetScan,
  isScanned,
  scanFurther,
  scannedEnd,
  startScan,
} from "../json/structure.ts";
import { Extraction } from "../wire/extraction.ts";
import { REASON_MALFORMED_JSON, REASON_NOT_AN_OBJECT } from "../wire/faults.ts";
import { mayLookClosely, noteLook } from "./damage.ts";
import { endElement } from "./element.ts";
import { isWindowFull, needInput, noteUnreadable, STATE_SKIP } from "./file-state.ts";
import { isWithoutEssentials, writeHeldRecord, writeRecordText } from "./held-record.ts";
import { readColumns } from "./record.ts";
import { writeRow } from "./row.ts";
import { beginSkip } from "./skip.ts";

/** Reads what stands at `at`; gives where to go on. */
export function readForeign(extraction: Extraction, at: usize, last: bool): usize {
  const isFinal = last || isWindowFull(extraction, at);
  const inside = byteAt(at) === ARRAY_OPEN ? skipSpace(at + 1) : at + 1;
  if (inside >= filledEnd() && !isFinal) return needInput(at);
  if (byteAt(inside) !== OBJECT_OPEN || !isStringOrArray(at)) return passForeign(extraction, at, isFinal);
  if (!isScanned(at)) {
    if (!mayLookClosely()) return passForeign(extraction, at, isFinal);
    startScan(at);
  }
  const nesting = <usize>extraction.nesting;
  let end = endOfValue(at, nesting);
  while (end === INCOMPLETE && firstBadByte() >= scannedEnd() && scanFurther(at)) end = endOfValue(at, nesting);
  const isSound = firstBadByte() >= min(end, scannedEnd());
  if (end === INCOMPLETE && isSound && !isFinal) return needInput(at);
  if (end < NO_POSITION && isSound) return endElement(extraction, at, end, writeHolder(extraction, at, end));
  noteLook(scannedEnd() - at);
  return passForeign(extraction, at, isFinal);
}

function isStringOrArray(at: usize): bool {
  return byteAt(at) === QUOTE || byteAt(at) === ARRAY_OPEN;
}

function writeHolder(extraction: Extraction, at: usize, end: usize): u32 {
  if (byteAt(at) === QUOTE) return writeRecordText(extraction, at, end, at, end);
  if (readColumns(extraction, at) !== end) return REASON_NOT_AN_OBJECT;
  const reason = writeRow(extraction, at, end);
  return isWithoutEssentials(reason) ? writeHeldRecord(extraction, at, end, REASON_NOT_AN_OBJECT) : reason;
}

/** Tells of what stands at `at`, which is a string or array, a scalar, or no JSON at all, and passes over it. */
function passForeign(extraction: Extraction, at: usize, isFinal: bool): usize {
  if (isStringOrArray(at)) {
    noteUnreadable(extraction, extraction.fileOffset + <u32>at, REASON_NOT_AN_OBJECT);
    beginSkip(extraction, extraction.state);
    extraction.state = STATE_SKIP;
    return at;
  }
  let end = at;
  while (end < filledEnd() && !isDelimiter(byteAt(end))) end++;
  if (end === filledEnd() && !isFinal) return needInput(at);
  const isScalar = end > at && endOfScalar(at) === <isize>end;
  const reason = isScalar ? REASON_NOT_AN_OBJECT : REASON_MALFORMED_JSON;
  noteUnreadable(extraction, extraction.fileOffset + <u32>at, reason);
  forgetScan();
  return max(end, at + 1);
}

function isDelimiter(byte: u32): bool {
  if (isSpace(byte) || byte === COMMA || byte === QUOTE) return true;
  return byte === OBJECT_OPEN || byte === OBJECT_CLOSE || byte === ARRAY_OPEN || byte === ARRAY_CLOSE;
}
