/** The object around the array of records: its other members are passed over, whatever their size. */
import { ARRAY_OPEN, BACKSLASH, COLON, OBJECT_CLOSE, QUOTE } from "../json/bytes.ts";
import { skipSpace } from "../json/cursor.ts";
import { addressOf, byteAt, filledEnd } from "../json/structure.ts";
import { Extraction } from "../wire/extraction.ts";
import {
  EXTRACT_CUT_OFF,
  EXTRACT_FILE_ENDED,
  REASON_MALFORMED_JSON,
  REASON_TOO_LARGE,
  REASON_TRUNCATED,
} from "../wire/faults.ts";
import { beginSeek } from "./damage.ts";
import {
  endFile,
  isWindowFull,
  needInput,
  noteUnreadable,
  STATE_ELEMENTS,
  STATE_ENVELOPE,
  STATE_OUTSIDE,
  STATE_SKIP,
} from "./file-state.ts";
import { MEMBER_RECORDS, memberNamed } from "./members.ts";
import { beginSkip } from "./skip.ts";

/** Reads one member, or the end of the object, at `at`, where no white space or comma stands; gives where to go on. */
export function readMember(extraction: Extraction, at: usize, last: bool): usize {
  if (byteAt(at) === OBJECT_CLOSE) return endEnvelope(extraction, at);
  if (byteAt(at) !== QUOTE) return passDamagedMember(extraction, at);
  let nameEnd = at + 1;
  let escaped = false;
  for (; nameEnd < filledEnd() && byteAt(nameEnd) !== QUOTE; nameEnd++) {
    if (byteAt(nameEnd) !== BACKSLASH) continue;
    escaped = true;
    nameEnd++;
  }
  const colon = nameEnd < filledEnd() ? skipSpace(nameEnd + 1) : nameEnd;
  const value = colon < filledEnd() ? skipSpace(colon + 1) : colon;
  if (value >= filledEnd()) {
    if (last) return endInEnvelope(extraction, at);
    return isWindowFull(extraction, at) ? passDamagedMember(extraction, at) : needInput(at);
  }
  if (byteAt(colon) !== COLON) return passDamagedMember(extraction, at);
  if (byteAt(value) === ARRAY_OPEN && memberNamed(addressOf(at + 1), nameEnd - at - 1, escaped) === MEMBER_RECORDS) {
    extraction.undecided = 0;
    extraction.enveloped = 1;
    extraction.state = STATE_ELEMENTS;
    return value + 1;
  }
  beginSkip(extraction, STATE_ENVELOPE);
  extraction.state = STATE_SKIP;
  return value;
}

/** An object that ends without having shown Records was a record, and too large. */
function endEnvelope(extraction: Extraction, at: usize): usize {
  if (extraction.undecided !== 0) noteUnreadable(extraction, extraction.undecided - 1, REASON_TOO_LARGE);
  extraction.undecided = 0;
  extraction.state = STATE_OUTSIDE;
  return at + 1;
}

/** The file ends inside of the object. */
export function endInEnvelope(extraction: Extraction, at: usize): usize {
  if (extraction.undecided === 0) return endFile(extraction, EXTRACT_CUT_OFF, at);
  noteUnreadable(extraction, extraction.undecided - 1, REASON_TRUNCATED);
  return endFile(extraction, EXTRACT_FILE_ENDED, at);
}

function passDamagedMember(extraction: Extraction, at: usize): usize {
  const offset = extraction.undecided !== 0 ? extraction.undecided - 1 : extraction.fileOffset + <u32>at;
  noteUnreadable(extraction, offset, REASON_MALFORMED_JSON);
  extraction.undecided = 0;
  return beginSeek(extraction, at + 1, byteAt(at));
}
