/**
 * The distinct values of all columns of a chunk (layout: wire/columns.ts). One table for all: the column is part of what
 * is compared. A slot holds where a value lies in the region, in eighths, and nine bits of its hash:
 *
 *   slot       ┌ place / 8 u23 ┬ top of the hash u9 ┐   0: free
 *
 * The table is made as large as it may get and used from its low end, so that it grows without being copied.
 */
import {
  COLUMN_COUNT,
  VALUE_COLUMN_AND_ID,
  VALUE_HASH,
  VALUE_LENGTH,
  VALUE_TEXT,
  VALUES_MAX,
} from "../wire/columns.ts";
import { Extraction } from "../wire/extraction.ts";
import { copyBytes, equalBytes, hashBytes } from "./hash.ts";

const PLACE_BITS: u32 = 23;
const PLACE_MASK: u32 = (1 << PLACE_BITS) - 1;
const SLOTS_MIN: u32 = 4096;

/** Forgets all values. The region is the caller's. */
export function clearDictionary(extraction: Extraction): void {
  extraction.slotCount = min(SLOTS_MIN, extraction.slotCountMax);
  memory.fill(extraction.slots, 0, (<usize>extraction.slotCount) << 2);
  memory.fill(extraction.valueCounts, 0, (<usize>COLUMN_COUNT) << 2);
  memory.fill(extraction.recentValues, 0, (<usize>COLUMN_COUNT) << 2);
  extraction.values = 0;
  extraction.firstValue = 0;
  extraction.lastValue = 0;
}

/** Is there room in the table for a value more in every column? */
export function hasRoomForValues(extraction: Extraction): bool {
  const values = extraction.values + COLUMN_COUNT;
  return values < VALUES_MAX && values <= (extraction.slotCountMax >> 2) * 3;
}

/** Where the text of a new value would lie: texts that have to be made are made there, which saves a copy. */
export function draftOf(extraction: Extraction): usize {
  return <usize>extraction.regionTop + VALUE_TEXT;
}

/** Where the value of a column lies that was interned last. */
export function recentValue(extraction: Extraction, column: u32): usize {
  return <usize>load<u32>(<usize>extraction.recentValues + ((<usize>column) << 2));
}

/**
 * The id of the `bytes` bytes at `at` in a column; 0 for none. The caller has seen to room for it. Reads up to 7 bytes
 * behind them.
 */
export function intern(extraction: Extraction, column: u32, at: usize, bytes: usize): u32 {
  if (bytes === 0) return 0;
  const recent = <usize>extraction.recentValues + ((<usize>column) << 2);
  const before = <usize>load<u32>(recent);
  // Neighbours in a log are alike: most values are the one of the row before.
  if (before !== 0 && load<u32>(before, VALUE_LENGTH) === <u32>bytes && equalBytes(before + VALUE_TEXT, at, bytes)) {
    return load<u32>(before, VALUE_COLUMN_AND_ID) & VALUES_MAX;
  }
  const hash = hashBytes(at, bytes, extraction.seed ^ <u64>column);
  const mask = extraction.slotCount - 1;
  const top = hash >> PLACE_BITS;
  let slot = hash & mask;
  while (true) {
    const taken = load<u32>(<usize>extraction.slots + ((<usize>slot) << 2));
    if (taken === 0) break;
    if (taken >> PLACE_BITS === top) {
      const value = <usize>extraction.region + ((<usize>(taken & PLACE_MASK)) << 3);
      if (isValue(value, column, hash, at, bytes)) {
        store<u32>(recent, <u32>value);
        return load<u32>(value, VALUE_COLUMN_AND_ID) & VALUES_MAX;
      }
    }
    slot = (slot + 1) & mask;
  }
  const value = append(extraction, column, hash, at, bytes);
  store<u32>(recent, <u32>value);
  enter(extraction, value);
  if (extraction.values << 1 > extraction.slotCount && extraction.slotCount < extraction.slotCountMax) grow(extraction);
  return load<u32>(value, VALUE_COLUMN_AND_ID) & VALUES_MAX;
}

function isValue(value: usize, column: u32, hash: u32, at: usize, bytes: usize): bool {
  return (
    load<u32>(value, VALUE_HASH) === hash &&
    load<u32>(value, VALUE_LENGTH) === <u32>bytes &&
    load<u32>(value, VALUE_COLUMN_AND_ID) >> 24 === column &&
    equalBytes(value + VALUE_TEXT, at, bytes)
  );
}

function append(extraction: Extraction, column: u32, hash: u32, at: usize, bytes: usize): usize {
  const value = <usize>extraction.regionTop;
  const count = <usize>extraction.valueCounts + ((<usize>column) << 2);
  const id = load<u32>(count) + 1;
  store<u32>(count, id);
  store<u32>(value, 0);
  store<u32>(value, (column << 24) | id, VALUE_COLUMN_AND_ID);
  store<u32>(value, <u32>bytes, VALUE_LENGTH);
  store<u32>(value, hash, VALUE_HASH);
  if (at !== value + VALUE_TEXT) copyBytes(value + VALUE_TEXT, at, bytes);
  extraction.regionTop = <u32>((value + VALUE_TEXT + bytes + 7) & ~(<usize>7));
  if (extraction.lastValue === 0) extraction.firstValue = <u32>value;
  else store<u32>(extraction.lastValue, <u32>value);
  extraction.lastValue = <u32>value;
  extraction.values++;
  assert(extraction.regionTop <= extraction.regionEnd);
  return value;
}

function enter(extraction: Extraction, value: usize): void {
  const hash = load<u32>(value, VALUE_HASH);
  const mask = extraction.slotCount - 1;
  let slot = hash & mask;
  while (load<u32>(<usize>extraction.slots + ((<usize>slot) << 2)) !== 0) slot = (slot + 1) & mask;
  const place = <u32>((value - <usize>extraction.region) >> 3);
  store<u32>(<usize>extraction.slots + ((<usize>slot) << 2), place | ((hash >> PLACE_BITS) << PLACE_BITS));
}

/** Doubles the part of the table that is used and enters every value anew. */
function grow(extraction: Extraction): void {
  extraction.slotCount <<= 1;
  memory.fill(extraction.slots, 0, (<usize>extraction.slotCount) << 2);
  for (let value = <usize>extraction.firstValue; value !== 0; value = <usize>load<u32>(value)) enter(extraction, value);
}
