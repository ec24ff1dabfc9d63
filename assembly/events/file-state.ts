/** Where the walk through a file stands, and how it stops for the host. */
import { filledEnd } from "../json/structure.ts";
import { Extraction, UNREADABLE_MAX } from "../wire/extraction.ts";
import { EXTRACT_NEEDS_INPUT, EXTRACT_UNREADABLE_FULL } from "../wire/faults.ts";

/** Between values that no array or object holds. */
export const STATE_OUTSIDE: u32 = 0;
/** In an array of records. */
export const STATE_ELEMENTS: u32 = 1;
/** In the object around an array of records, or in one that may prove to be such. */
export const STATE_ENVELOPE: u32 = 2;
/** In a value that is passed over. */
export const STATE_SKIP: u32 = 3;
/** In damage: looking for the next record. */
export const STATE_SEEK: u32 = 4;
export const STATE_ENDED: u32 = 5;

/** No EXTRACT_ status: the walk goes on. */
const GOING_ON: u32 = u32.MAX_VALUE;

let status: u32 = GOING_ON;

export function goOn(): void {
  status = GOING_ON;
}

export function isGoingOn(): bool {
  return status === GOING_ON;
}

/** Why the walk stopped. */
export function statusOf(): u32 {
  return status;
}

/** Stops the walk for the host at `position`, which it gives back. */
export function stopFor(reason: u32, position: usize): usize {
  status = reason;
  return position;
}

export function needInput(position: usize): usize {
  return stopFor(EXTRACT_NEEDS_INPUT, position);
}

/** Ends the file; nothing more of it is looked at. `endStatus`: what the host is told from then on. */
export function endFile(extraction: Extraction, endStatus: u32, position: usize): usize {
  extraction.state = STATE_ENDED;
  extraction.endStatus = endStatus;
  extraction.faultOffset = extraction.fileOffset + <u32>position;
  return filledEnd();
}

/** Would more input not help, because the window holds as much as it can from `position` on? */
export function isWindowFull(extraction: Extraction, position: usize): bool {
  return position === 0 && extraction.filled === extraction.windowBytes;
}

/** Tells the host of a record that cannot be read, by its place in the file. The list is never full on entry. */
export function noteUnreadable(extraction: Extraction, fileOffset: u32, reason: u32): void {
  const entry = <usize>extraction.unreadable + ((<usize>extraction.unreadableCount) << 3);
  store<u32>(entry, fileOffset);
  store<u32>(entry, reason, 4);
  if (++extraction.unreadableCount === UNREADABLE_MAX) status = EXTRACT_UNREADABLE_FULL;
}
