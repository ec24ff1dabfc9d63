/**
 * Goes on behind a record that cannot be read, so that it does not take its neighbours along. Each byte of damage is looked
 * at a bounded number of times.
 */
import { ARRAY_CLOSE, COMMA, OBJECT_OPEN } from "../json/bytes.ts";
import { endOfContainer, INCOMPLETE, MALFORMED, NO_POSITION, skipSpace, TOO_DEEP } from "../json/cursor.ts";
import { byteAt, filledEnd, firstBadByte, forgetScan, scanFurther, scannedEnd, startScan } from "../json/structure.ts";
import { Extraction } from "../wire/extraction.ts";
import { EXTRACT_FILE_ENDED, REASON_MALFORMED_JSON, REASON_TRUNCATED } from "../wire/faults.ts";
import {
  endFile,
  isWindowFull,
  needInput,
  noteUnreadable,
  STATE_ELEMENTS,
  STATE_ENVELOPE,
  STATE_SEEK,
} from "./file-state.ts";
import { mayHoldRecord } from "./held-record.ts";
import { readRecord } from "./record.ts";
import { hasEssentials } from "./row.ts";
import { isCertainStart, seekPrevious, seekRecord, seekStop } from "./seek.ts";

/** How far the brackets of a malformed record are followed: AWS writes records of at most 1 MB. */
const BALANCE_BYTES_MAX: usize = 1 << 20;
/** Bytes that may be looked at closely per byte of the window; beyond that the first plausible place is taken. */
const LOOKS_MAX: usize = 8;

let looksLeft: isize = 0;
/** The last answer of nextRecord in this window, and from where it was asked. */
let soughtFrom: usize = usize.MAX_VALUE;
let soughtStart: usize = 0;

/** To be called when the window has changed. */
export function openDamage(): void {
  looksLeft = <isize>(filledEnd() * LOOKS_MAX);
  soughtFrom = usize.MAX_VALUE;
}

/** Is there anything left of what may be looked at closely in this window? */
export function mayLookClosely(): bool {
  return looksLeft > 0;
}

/** `bytes` bytes have been looked at in vain. */
export function noteLook(bytes: usize): void {
  looksLeft -= <isize>bytes;
}

/**
 * Passes the malformed record at `at`. It ends where its brackets balance, if what follows looks like it; if not, a quote
 * or a bracket is missing, and the next thing that looks like a record is taken.
 */
export function passDamage(extraction: Extraction, at: usize, last: bool): usize {
  const isFinal = last || isWindowFull(extraction, at);
  const end = balancedEnd(extraction, at, isFinal);
  if (end === INCOMPLETE) return needInput(at);
  if (end !== MALFORMED) return passTo(extraction, at, end);
  const next = nextRecord(extraction, at, last, isFinal);
  if (next === INCOMPLETE) return needInput(at);
  if (next < filledEnd()) return passTo(extraction, at, next);
  if (!isFinal) return needInput(at);
  noteUnreadable(extraction, extraction.fileOffset + <u32>at, REASON_MALFORMED_JSON);
  return beginSeek(extraction, seekStop(), seekPrevious());
}

/** Passes the record at `at`, which has no end in the window. TOO_DEEP when it is sound as far as it goes, and too large. */
export function passIncomplete(extraction: Extraction, at: usize, last: bool): usize {
  if (!last && !isWindowFull(extraction, at)) return needInput(at);
  const next = nextRecord(extraction, at, last, true);
  if (next < filledEnd()) return passTo(extraction, at, next);
  if (!last) return TOO_DEEP;
  noteUnreadable(extraction, extraction.fileOffset + <u32>at, REASON_TRUNCATED);
  return endFile(extraction, EXTRACT_FILE_ENDED, at);
}

function passTo(extraction: Extraction, at: usize, next: usize): usize {
  noteUnreadable(extraction, extraction.fileOffset + <u32>at, REASON_MALFORMED_JSON);
  forgetScan();
  return next;
}

/** Makes the file go on at the next thing that looks like a record, wherever it is, in the state it is in now. */
export function beginSeek(extraction: Extraction, at: usize, previous: u32): usize {
  extraction.seekReturn = extraction.state === STATE_ENVELOPE ? STATE_ELEMENTS : extraction.state;
  extraction.seekPrevious = previous;
  extraction.state = STATE_SEEK;
  forgetScan();
  return at;
}

/** Goes on looking from `at`, in STATE_SEEK. */
export function stepSeek(extraction: Extraction, at: usize, last: bool): usize {
  const isFinal = last || isWindowFull(extraction, at);
  const next = seekSoundRecord(extraction, at, extraction.seekPrevious, last, isFinal);
  if (next < filledEnd()) {
    extraction.state = extraction.seekReturn;
    forgetScan();
    return next;
  }
  if (last) return endFile(extraction, EXTRACT_FILE_ENDED, filledEnd());
  extraction.seekPrevious = seekPrevious();
  return needInput(seekStop());
}

/** MALFORMED when the brackets do not balance, or what follows speaks against it; INCOMPLETE when more input may tell. */
function balancedEnd(extraction: Extraction, at: usize, isFinal: bool): usize {
  if (!mayLookClosely()) return MALFORMED;
  const nesting = <usize>extraction.nesting;
  startScan(at);
  let end = endOfContainer(at, nesting);
  while (end === INCOMPLETE && scannedEnd() - at < BALANCE_BYTES_MAX && scanFurther(at))
    end = endOfContainer(at, nesting);
  noteLook(scannedEnd() - at);
  if (end >= NO_POSITION) {
    return end === INCOMPLETE && !isFinal && scannedEnd() - at < BALANCE_BYTES_MAX ? INCOMPLETE : MALFORMED;
  }
  let follower = skipSpace(end);
  if (byteAt(follower) === COMMA) follower = skipSpace(follower + 1);
  if (follower >= filledEnd()) return isFinal ? end : INCOMPLETE;
  const byte = byteAt(follower);
  return byte === OBJECT_OPEN || byte === ARRAY_CLOSE ? end : MALFORMED;
}

function nextRecord(extraction: Extraction, at: usize, last: bool, isFinal: bool): usize {
  if (soughtFrom <= at && at < soughtStart) return soughtStart;
  const start = seekSoundRecord(extraction, at + 1, byteAt(at), last, isFinal);
  if (start !== INCOMPLETE) {
    soughtFrom = at;
    soughtStart = start;
  }
  return start;
}

/**
 * The first place at or behind `position` where a record starts; filledEnd() when there is none, INCOMPLETE when more input
 * may tell; seekStop() and seekPrevious() say how to go on.
 */
function seekSoundRecord(extraction: Extraction, position: usize, previous: u32, last: bool, isFinal: bool): usize {
  while (true) {
    const start = seekRecord(position, previous, last);
    if (start === filledEnd() || isCertainStart() || !mayLookClosely()) return start;
    const end = readClosely(extraction, start);
    if (end === INCOMPLETE && !last) return isFinal ? start : INCOMPLETE;
    if (end < NO_POSITION && (hasEssentials(extraction) || mayHoldRecord(extraction))) return start;
    position = start + 1;
    previous = OBJECT_OPEN;
  }
}

function readClosely(extraction: Extraction, start: usize): usize {
  startScan(start);
  let end = readRecord(extraction, start, false);
  while (end === INCOMPLETE && firstBadByte() >= scannedEnd() && scanFurther(start)) {
    end = readRecord(extraction, start, false);
  }
  noteLook(scannedEnd() - start);
  return firstBadByte() < min(end, scannedEnd()) ? MALFORMED : end;
}
