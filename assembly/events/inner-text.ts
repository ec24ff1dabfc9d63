/**
 * Looks into texts that lie in strings: a record in a member of another object, a part of a record in a string. What the
 * string means is written to room of its own and scanned there; until it is closed, positions are places in it. Texts
 * longer than INNER_BYTES_MAX, and more than SUSPENDED_MAX within each other, are refused.
 *
 *   room       ┌ text u8[innerBytesMax] ┬ zeros ┬ bitmaps ┬ backslashes ┐ × SUSPENDED_MAX
 */
import { NO_POSITION, skipSpace } from "../json/cursor.ts";
import { resolveEscapes } from "../json/string.ts";
import {
  addressOf,
  filledEnd,
  firstBadByte,
  resumeScan,
  SUSPENDED_MAX,
  scanStructure,
  suspendScan,
} from "../json/structure.ts";
import { READ_AHEAD_BYTES } from "../wire/arena.ts";
import { Extraction } from "../wire/extraction.ts";

let depth: usize = 0;

/** Bytes of all rooms for texts of up to `bytes` bytes, a multiple of 64. */
export function innerRoomBytes(bytes: usize): usize {
  return roomBytes(bytes) * SUSPENDED_MAX;
}

/** Goes into the string at [start, end), quotes included. False when it is too long, or too deep in others; then nothing has changed. */
export function openInnerText(extraction: Extraction, start: usize, end: usize): bool {
  const most = <usize>extraction.innerBytesMax;
  const bytes = end - start - 2;
  if (bytes > most || depth === SUSPENDED_MAX) return false;
  const text = <usize>extraction.innerTexts + depth++ * roomBytes(most);
  const length = resolveEscapes(addressOf(start + 1), bytes, text);
  memory.fill(text + length, 0, READ_AHEAD_BYTES);
  const bitmaps = text + most + READ_AHEAD_BYTES;
  suspendScan();
  scanStructure(text, length, bitmaps, bitmaps + (blocksOf(most) << 4));
  return true;
}

/** Goes back to where the string lies. */
export function closeInnerText(): void {
  depth--;
  resumeScan();
}

/** Are the strings of the text sound, and is there nothing but white space from `position` on? */
export function isWholeText(position: usize): bool {
  return position < NO_POSITION && firstBadByte() >= filledEnd() && skipSpace(position) === filledEnd();
}

function blocksOf(bytes: usize): usize {
  return (bytes >> 6) + 2;
}

function roomBytes(bytes: usize): usize {
  return (bytes + READ_AHEAD_BYTES + (blocksOf(bytes) << 4) + blocksOf(bytes) + 63) & ~(<usize>63);
}
