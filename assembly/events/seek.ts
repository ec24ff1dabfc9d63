/**
 * Finds the next record in a damaged file, so that one bad record does not take its neighbours along. Only asked for
 * after damage: what looks like the start of a record in a sound file is never taken for one.
 */
import { COLON, isSpace, LINE_FEED, OBJECT_OPEN, QUOTE } from "../json/bytes.ts";
import { addressOf, byteAt, filledEnd } from "../json/structure.ts";
import { memberNamed, NO_MEMBER } from "./members.ts";

/** A record's first brace, white space and the longest known name lie in as many bytes. */
const START_BYTES_MAX: usize = 64;

let stoppedAt: usize = 0;
let stoppedBehind: u32 = 0;

/** How far the last search that found nothing has looked. */
export function seekStop(): usize {
  return stoppedAt;
}

/** The last byte before seekStop() that is not white space: what the search goes on with. */
export function seekPrevious(): u32 {
  return stoppedBehind;
}

/**
 * The first `{` at or behind `position` with which a record may start: it begins a line, or a known member name follows
 * and no colon precedes. filledEnd() when there is none, see seekStop(). `previous`: the last byte before `position` that
 * is not white space. `last`: nothing comes behind what is filled.
 */
export function seekRecord(position: usize, previous: u32, last: bool): usize {
  const end = filledEnd();
  for (; position < end; position++) {
    const byte = byteAt(position);
    if (isSpace(byte)) continue;
    if (byte === OBJECT_OPEN) {
      if (position > 0 && byteAt(position - 1) === LINE_FEED) return position;
      if (!last && position + START_BYTES_MAX > end) break;
      if (previous !== COLON && isRecordStart(position)) return position;
    }
    previous = byte;
  }
  // A line feed stays, so that the next search sees what begins a line.
  if (position === end && position > 0 && byteAt(position - 1) === LINE_FEED) position--;
  stoppedAt = position;
  stoppedBehind = previous;
  return end;
}

function isRecordStart(position: usize): bool {
  const end = position + START_BYTES_MAX;
  let at = position + 1;
  while (at < end && isSpace(byteAt(at))) at++;
  if (byteAt(at) !== QUOTE) return false;
  let behind = ++at;
  while (behind < end && byteAt(behind) !== QUOTE) behind++;
  return behind < end && memberNamed(addressOf(at), behind - at, false) !== NO_MEMBER;
}
