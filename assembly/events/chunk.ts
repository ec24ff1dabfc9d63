/** Rows → packed blocks in the region of the extraction (layouts: wire/columns.ts). */
import {
  BLOCK_BYTES_MAX,
  BLOCK_EVENT_ID_WIDTH,
  BLOCK_PARTS,
  BLOCK_ROW_COUNT,
  BLOCK_ROWS,
  BLOCK_SHARED_EVENT_ID_WIDTH,
  BLOCK_WIDTHS,
  COLUMN_COUNT,
  ROW_BYTES,
  ROW_EVENT_ID,
  ROW_OFFSET,
  ROW_SHARED_EVENT_ID,
  ROW_TIME,
  UUID_BYTES,
} from "../wire/columns.ts";
import { Extraction, RECORD_OVERHEAD_BYTES } from "../wire/extraction.ts";
import { clearDictionary, hasRoomForValues } from "./dictionary.ts";
import { clearPartRoots } from "./part-roots.ts";

const NO_BYTES: usize = 0;
/** A name that is taken without its value gets `null` in its place, which may be longer. */
export const RECORD_GROWTH_MAX: usize = 2;

/** Empties the chunk: no rows, no values. */
export function clearChunk(extraction: Extraction): void {
  extraction.rows = 0;
  extraction.stagedRows = 0;
  extraction.firstBlock = 0;
  extraction.lastBlock = 0;
  // Place 0 of the region stays free: in the table of values it means nothing.
  extraction.regionTop = extraction.region + 8;
  clearDictionary(extraction);
  clearPartRoots(extraction);
}

/** Can a record of `bytes` bytes become a row, whatever values it brings? */
export function hasRoomForRecord(extraction: Extraction, bytes: usize): bool {
  if (extraction.rows >= extraction.rowsMax || !hasRoomForValues(extraction)) return false;
  const needed = bytes * RECORD_GROWTH_MAX + <usize>extraction.fileNameBytes + RECORD_OVERHEAD_BYTES + BLOCK_BYTES_MAX;
  return <usize>extraction.regionTop + needed <= <usize>extraction.regionEnd;
}

/** Where the next row is to be written. */
export function nextRow(extraction: Extraction): usize {
  return <usize>extraction.staged + <usize>extraction.stagedRows * ROW_BYTES;
}

/** Takes the row written to `nextRow` into the chunk. */
export function endRow(extraction: Extraction): void {
  extraction.rows++;
  if (++extraction.stagedRows === BLOCK_ROWS) packBlock(extraction);
}

/** Packs the rows that are not in a block yet. There is room for a block at any time (hasRoomForRecord). */
export function packBlock(extraction: Extraction): void {
  const rows = extraction.stagedRows;
  if (rows === 0) return;
  const staged = <usize>extraction.staged;
  const block = <usize>extraction.regionTop;
  store<u32>(block, 0);
  store<u32>(block, rows, BLOCK_ROW_COUNT);
  let at = packPart(block + BLOCK_PARTS, staged + ROW_TIME, rows, 8);
  const eventIdWidth: usize = isZero(staged + ROW_EVENT_ID, rows) ? NO_BYTES : UUID_BYTES;
  store<u8>(block, <u8>eventIdWidth, BLOCK_EVENT_ID_WIDTH);
  at = packPart(at, staged + ROW_EVENT_ID, rows, eventIdWidth);
  const sharedEventIdWidth: usize = isZero(staged + ROW_SHARED_EVENT_ID, rows) ? NO_BYTES : UUID_BYTES;
  store<u8>(block, <u8>sharedEventIdWidth, BLOCK_SHARED_EVENT_ID_WIDTH);
  at = packPart(at, staged + ROW_SHARED_EVENT_ID, rows, sharedEventIdWidth);
  at = packPart(at, staged + ROW_OFFSET, rows, 4);
  for (let column: u32 = 0; column < COLUMN_COUNT; column++) {
    const ids = staged + ((<usize>column) << 2);
    const width = widthOf(ids, rows);
    store<u8>(block + BLOCK_WIDTHS + column, <u8>width);
    at = packPart(at, ids, rows, width);
  }
  if (extraction.lastBlock === 0) extraction.firstBlock = <u32>block;
  else store<u32>(extraction.lastBlock, <u32>block);
  extraction.lastBlock = <u32>block;
  extraction.regionTop = <u32>at;
  extraction.stagedRows = 0;
  assert(extraction.regionTop <= extraction.regionEnd);
}

/** Copies the low `width` (0, 1, 2, 4, 8 or 16) bytes of a member of every row; gives the 8-aligned place behind them. */
function packPart(at: usize, member: usize, rows: u32, width: usize): usize {
  const end = member + <usize>rows * ROW_BYTES;
  const next = (at + <usize>rows * width + 7) & ~(<usize>7);
  if (width === 0) return at;
  for (; member < end; member += ROW_BYTES) {
    if (width === 1) store<u8>(at, load<u8>(member));
    else if (width === 2) store<u16>(at, load<u16>(member));
    else if (width === 4) store<u32>(at, load<u32>(member));
    else {
      store<u64>(at, load<u64>(member));
      if (width === UUID_BYTES) store<u64>(at, load<u64>(member, 8), 8);
    }
    at += width;
  }
  return next;
}

function isZero(uuids: usize, rows: u32): bool {
  let bits: u64 = 0;
  for (let row: u32 = 0; row < rows; row++) {
    bits |= load<u64>(uuids) | load<u64>(uuids, 8);
    uuids += ROW_BYTES;
  }
  return bits === 0;
}

/** Bytes that hold every id of the block. */
function widthOf(ids: usize, rows: u32): usize {
  let bits: u32 = 0;
  for (let row: u32 = 0; row < rows; row++) {
    bits |= load<u32>(ids);
    ids += ROW_BYTES;
  }
  if (bits === 0) return 0;
  if (bits < 0x100) return 1;
  return bits < 0x10000 ? 2 : 4;
}
