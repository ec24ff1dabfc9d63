/**
 * Finds where the next record may start in a damaged file. Only asked for after damage: what looks like the start of a
 * record in a sound file is never taken for one.
 */
import { COLON, isSpace, LINE_FEED, OBJECT_OPEN, QUOTE } from "../json/bytes.ts";
import { addressOf, byteAt, filledEnd } from "../json/structure.ts";
import { MEMBER_OTHER, MEMBER_VERSION, memberNamed, NO_MEMBER } from "./members.ts";

/** A record's first brace, white space and the longest known name lie in as many bytes. */
const START_BYTES_MAX: usize = 64;
/** `id`, little-endian: log events of CloudWatch begin with it, and it is too short for the names that are known. */
const ID_NAME: u16 = 0x6469;

let foundAt: usize = 0;
let foundBehind: u32 = 0;
let foundCertain: bool = false;

/** The last byte before the place that seekRecord gave last that is not white space: what a search from there goes on with. */
export function seekPrevious(): u32 {
  return foundBehind;
}

/** Does what seekRecord found need no closer look? */
export function isCertainStart(): bool {
  return foundCertain;
}

/** Where the last search stopped: at what it found, or where the next one must begin. */
export function seekStop(): usize {
  return foundAt;
}

/**
 * The first `{` at or behind `position` with which a record may start; filledEnd() when there is none, see seekStop().
 * It begins a line, or no colon precedes and a name that records have follows; certain are the first, and those that begin
 * with `eventVersion`, as AWS writes them. `previous`: the last byte before `position` that is not white space. `last`:
 * nothing comes behind what is filled.
 */
export function seekRecord(position: usize, previous: u32, last: bool): usize {
  const end = filledEnd();
  for (; position < end; position++) {
    const byte = byteAt(position);
    if (isSpace(byte)) continue;
    if (byte === OBJECT_OPEN) {
      if (position > 0 && byteAt(position - 1) === LINE_FEED) return found(position, previous, true);
      if (!last && position + START_BYTES_MAX > end) break;
      const member = previous === COLON ? NO_MEMBER : firstMember(position);
      if (member !== NO_MEMBER) return found(position, previous, member === MEMBER_VERSION);
    }
    previous = byte;
  }
  // A line feed stays, so that the next search sees what begins a line.
  if (position === end && position > 0 && byteAt(position - 1) === LINE_FEED) position--;
  found(position, previous, false);
  return end;
}

function found(position: usize, previous: u32, certain: bool): usize {
  foundAt = position;
  foundBehind = previous;
  foundCertain = certain;
  return position;
}

function firstMember(position: usize): u32 {
  const end = position + START_BYTES_MAX;
  let at = position + 1;
  while (at < end && isSpace(byteAt(at))) at++;
  if (byteAt(at) !== QUOTE) return NO_MEMBER;
  let behind = ++at;
  while (behind < end && byteAt(behind) !== QUOTE) behind++;
  if (behind === end) return NO_MEMBER;
  if (behind - at === 2 && load<u16>(addressOf(at)) === ID_NAME) return MEMBER_OTHER;
  return memberNamed(addressOf(at), behind - at, false);
}
