/** One object where a record may stand: a record, or one that holds one, becomes a row; anything else is told and passed over. */
import { ENVELOPE, INCOMPLETE, MALFORMED, TOO_DEEP } from "../json/cursor.ts";
import { firstBadByte, forgetScan, isScanned, scanFurther, scannedEnd, startScan } from "../json/structure.ts";
import { Extraction } from "../wire/extraction.ts";
import { EXTRACT_CHUNK_FULL, REASON_TOO_LARGE } from "../wire/faults.ts";
import { passDamage, passIncomplete } from "./damage.ts";
import { noteUnreadable, STATE_ELEMENTS, STATE_ENVELOPE, STATE_SKIP, stopFor } from "./file-state.ts";
import { isWithoutEssentials, writeHeldRecord } from "./held-record.ts";
import { readRecord, recordsAt } from "./record.ts";
import { ROW_NEEDS_ROOM, ROW_WRITTEN, writeRow } from "./row.ts";
import { beginSkip } from "./skip.ts";

/** Reads the object at `at`; gives where to go on. `outermost`: no array holds it, so it may hold the array of Records. */
export function readElement(extraction: Extraction, at: usize, last: bool, outermost: bool): usize {
  if (!isScanned(at)) startScan(at);
  let end = readRecord(extraction, at, outermost);
  while (end === INCOMPLETE && firstBadByte() >= scannedEnd() && scanFurther(at)) {
    end = readRecord(extraction, at, outermost);
  }
  if (end === ENVELOPE) {
    if (firstBadByte() < recordsAt()) forgetScan();
    extraction.state = STATE_ELEMENTS;
    extraction.enveloped = 1;
    return recordsAt() + 1;
  }
  if (end === TOO_DEEP) return passOver(extraction, at, outermost);
  const isSound = end !== MALFORMED && firstBadByte() >= min(end, scannedEnd());
  if (!isSound) return passDamage(extraction, at, last);
  if (end === INCOMPLETE) {
    const next = passIncomplete(extraction, at, last);
    return next === TOO_DEEP ? passOver(extraction, at, outermost) : next;
  }
  let reason = writeRow(extraction, at, end);
  if (isWithoutEssentials(reason)) reason = writeHeldRecord(extraction, at, end, reason);
  return endElement(extraction, at, end, reason);
}

/** `reason`: what became of the element at [at, end). Gives where to go on. */
export function endElement(extraction: Extraction, at: usize, end: usize, reason: u32): usize {
  if (reason === ROW_NEEDS_ROOM) return stopFor(EXTRACT_CHUNK_FULL, at);
  if (reason !== ROW_WRITTEN) noteUnreadable(extraction, extraction.fileOffset + <u32>at, reason);
  return end;
}

/** An object that is larger or deeper than what is read. One that may still prove to hold the records is looked into. */
function passOver(extraction: Extraction, at: usize, outermost: bool): usize {
  forgetScan();
  if (outermost) {
    extraction.undecided = extraction.fileOffset + <u32>at + 1;
    extraction.state = STATE_ENVELOPE;
    return at + 1;
  }
  noteUnreadable(extraction, extraction.fileOffset + <u32>at, REASON_TOO_LARGE);
  beginSkip(extraction, STATE_ELEMENTS);
  extraction.state = STATE_SKIP;
  return at;
}
