/**
 * Walks the records of one file through the window: `{"Records":[…]}` or what other services put around records, a bare
 * array, single objects, one after the other or line by line, in any mixture. Commas between records are not insisted on. What is not a record is told with its
 * place and never stops its neighbours; what a window cannot hold is passed over without being held.
 *
 *   outside ─ `[` ─▶ elements ─ `]` ─▶ outside
 *      └── object that has `"Records":[` ─▶ elements ─ `]` ─▶ envelope ─ `}` ─▶ outside
 */
import { ARRAY_CLOSE, ARRAY_OPEN, COMMA, isSpace, OBJECT_OPEN } from "../json/bytes.ts";
import { byteAt, filledEnd, forgetScan, openWindow } from "../json/structure.ts";
import { READ_AHEAD_BYTES } from "../wire/arena.ts";
import { Extraction } from "../wire/extraction.ts";
import { EXTRACT_CUT_OFF, EXTRACT_EMPTY, EXTRACT_FILE_ENDED, EXTRACT_NOT_A_LOG } from "../wire/faults.ts";
import { clearChunk, packBlock } from "./chunk.ts";
import { openDamage, stepSeek } from "./damage.ts";
import { readElement } from "./element.ts";
import { endInEnvelope, readMember } from "./envelope.ts";
import {
  endFile,
  goOn,
  isGoingOn,
  needInput,
  STATE_ELEMENTS,
  STATE_ENDED,
  STATE_ENVELOPE,
  STATE_OUTSIDE,
  STATE_SEEK,
  STATE_SKIP,
  statusOf,
  stopFor,
} from "./file-state.ts";
import { readForeign } from "./foreign.ts";
import { openSelection } from "./selection.ts";
import { skipValue } from "./skip.ts";

/** U+FEFF in UTF-8; a text may begin with it. */
const BYTE_ORDER_MARK: u32 = 0xbfbbef;

/** Empties the window for a new file, whose name of `nameBytes` bytes the host has put in place. The chunk stays. */
export function beginFile(handle: usize, nameBytes: u32): void {
  const extraction = changetype<Extraction>(handle);
  extraction.fileNameBytes = nameBytes;
  extraction.filled = 0;
  extraction.fileOffset = 0;
  extraction.state = STATE_OUTSIDE;
  extraction.begun = 0;
  extraction.enveloped = 0;
  extraction.undecided = 0;
  extraction.unreadableCount = 0;
}

/**
 * Takes what the window holds into the chunk and moves what is left to the front of the window. `last`: the file ends with
 * what is filled. Gives an EXTRACT_ status of wire/faults.ts.
 */
export function extract(handle: usize, last: bool): u32 {
  const extraction = changetype<Extraction>(handle);
  const window = <usize>extraction.window;
  memory.fill(window + <usize>extraction.filled, 0, READ_AHEAD_BYTES);
  openWindow(window, <usize>extraction.filled, <usize>extraction.bitmaps, <usize>extraction.backslashes);
  openSelection(<usize>extraction.selection);
  openDamage();
  goOn();
  let at: usize = 0;
  while (isGoingOn()) at = step(extraction, at, last);
  const left = <usize>extraction.filled - at;
  memory.copy(window, window + at, left);
  extraction.filled = <u32>left;
  extraction.fileOffset += <u32>at;
  return statusOf();
}

/** Packs what is left of the rows, so that the host can read the chunk. */
export function closeChunk(handle: usize): void {
  packBlock(changetype<Extraction>(handle));
}

/** Empties the chunk. The file goes on where it was. */
export function resetChunk(handle: usize): void {
  clearChunk(changetype<Extraction>(handle));
}

function step(extraction: Extraction, at: usize, last: bool): usize {
  switch (extraction.state) {
    case STATE_OUTSIDE:
      return stepOutside(extraction, at, last);
    case STATE_ELEMENTS:
      return stepElements(extraction, at, last);
    case STATE_ENVELOPE:
      return stepEnvelope(extraction, at, last);
    case STATE_SKIP:
      return stepSkip(extraction, at, last);
    case STATE_SEEK:
      return stepSeek(extraction, at, last);
    default:
      assert(extraction.state === STATE_ENDED);
      return stopFor(extraction.endStatus, filledEnd());
  }
}

function stepOutside(extraction: Extraction, start: usize, last: bool): usize {
  if (extraction.begun === 0) return begin(extraction, start, last);
  const at = skipSeparators(start);
  if (at >= filledEnd()) return last ? endFile(extraction, EXTRACT_FILE_ENDED, at) : needInput(at);
  const first = byteAt(at);
  if (first === OBJECT_OPEN) return readElement(extraction, at, last, true);
  if (first !== ARRAY_OPEN) return readForeign(extraction, at, last);
  extraction.state = STATE_ELEMENTS;
  extraction.enveloped = 0;
  return at + 1;
}

/** A file is taken for a log when the first thing in it is an object or an array. */
function begin(extraction: Extraction, start: usize, last: bool): usize {
  let at = start;
  if (extraction.fileOffset === 0 && at === 0 && byteAt(0) === 0xef) {
    if (filledEnd() < 3 && !last) return needInput(at);
    if ((load<u32>(extraction.window) & 0xffffff) === BYTE_ORDER_MARK) at += 3;
  }
  while (isSpace(byteAt(at))) at++;
  if (at >= filledEnd()) return last ? endFile(extraction, EXTRACT_EMPTY, at) : needInput(at);
  const first = byteAt(at);
  if (first !== OBJECT_OPEN && first !== ARRAY_OPEN) return endFile(extraction, EXTRACT_NOT_A_LOG, at);
  extraction.begun = 1;
  return at;
}

function stepElements(extraction: Extraction, start: usize, last: bool): usize {
  const at = skipSeparators(start);
  if (at >= filledEnd()) return last ? endFile(extraction, EXTRACT_CUT_OFF, at) : needInput(at);
  const first = byteAt(at);
  if (first === OBJECT_OPEN) return readElement(extraction, at, last, false);
  if (first !== ARRAY_CLOSE) return readForeign(extraction, at, last);
  extraction.state = extraction.enveloped !== 0 ? STATE_ENVELOPE : STATE_OUTSIDE;
  return at + 1;
}

function stepEnvelope(extraction: Extraction, start: usize, last: bool): usize {
  const at = skipSeparators(start);
  if (at < filledEnd()) return readMember(extraction, at, last);
  return last ? endInEnvelope(extraction, at) : needInput(at);
}

function stepSkip(extraction: Extraction, at: usize, last: bool): usize {
  const end = skipValue(extraction, at);
  if (end <= filledEnd()) {
    extraction.state = extraction.skipReturn;
    forgetScan();
    return end;
  }
  if (!last) return needInput(filledEnd());
  // A record that was passed over has been told; a member of the envelope has not.
  if (extraction.skipReturn === STATE_ENVELOPE) return endInEnvelope(extraction, filledEnd());
  return endFile(extraction, EXTRACT_FILE_ENDED, filledEnd());
}

/** White space and commas. */
function skipSeparators(position: usize): usize {
  while (isSpace(byteAt(position)) || byteAt(position) === COMMA) position++;
  return position;
}
