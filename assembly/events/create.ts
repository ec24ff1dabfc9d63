/** Makes an extraction: all memory it will ever use, in one go. */
import { NESTING_MAX } from "../json/cursor.ts";
import { allocate, mark, READ_AHEAD_BYTES, release } from "../wire/arena.ts";
import { BLOCK_BYTES_MAX, BLOCK_ROWS, COLUMN_COUNT, ROW_BYTES, VALUES_MAX } from "../wire/columns.ts";
import {
  Extraction,
  FILE_NAME_BYTES_MAX,
  INNER_BYTES_MAX,
  RECORD_OVERHEAD_BYTES,
  UNREADABLE_MAX,
} from "../wire/extraction.ts";
import { clearChunk, RECORD_GROWTH_MAX } from "./chunk.ts";
import { innerRoomBytes } from "./inner-text.ts";
import { MEMBER_COUNT } from "./members.ts";
import { PART_ROOTS_BYTES } from "./part-roots.ts";
import { MEMBER_BYTES } from "./record.ts";

/** What a chunk needs beside the largest record so that a record always fits into an empty one. */
const CHUNK_OVERHEAD_BYTES: usize = <usize>FILE_NAME_BYTES_MAX + RECORD_OVERHEAD_BYTES + BLOCK_BYTES_MAX + 64;
/** The table of values takes a quarter of what the chunk does, or less. */
const SLOTS_MIN: u32 = 4096;

/**
 * Makes an extraction with a window of `windowBytes` (a multiple of 64: the largest record that can be read), for chunks of
 * at most `rowsMax` rows and about `chunkBytes`. `seed`: 8 random bytes for the hash, as two halves. 0 when there is no
 * memory for it. Its members are in wire/extraction.ts; the caller sets `selection`.
 */
export function createExtraction(windowBytes: u32, rowsMax: u32, chunkBytes: u32, seedHigh: u32, seedLow: u32): usize {
  const place = mark();
  const handle = allocate(offsetof<Extraction>());
  if (handle === 0) return 0;
  memory.fill(handle, 0, offsetof<Extraction>());
  const extraction = changetype<Extraction>(handle);
  const regionBytes = max(<usize>chunkBytes, <usize>windowBytes * RECORD_GROWTH_MAX + CHUNK_OVERHEAD_BYTES);
  const blocks = (<usize>windowBytes >> 6) + 2;
  extraction.windowBytes = windowBytes;
  extraction.rowsMax = min(max(rowsMax, 1), VALUES_MAX - COLUMN_COUNT);
  extraction.seed = ((<u64>seedHigh) << 32) | <u64>seedLow;
  extraction.slotCountMax = SLOTS_MIN;
  while ((<usize>extraction.slotCountMax) << 5 <= regionBytes) extraction.slotCountMax <<= 1;
  // The zeros behind what is filled are written there: they need room of their own.
  extraction.window = <u32>allocate(<usize>windowBytes + READ_AHEAD_BYTES);
  extraction.bitmaps = <u32>allocate(blocks << 4);
  extraction.backslashes = <u32>allocate(blocks);
  extraction.nesting = <u32>allocate(NESTING_MAX);
  extraction.members = <u32>allocate(<usize>MEMBER_COUNT * MEMBER_BYTES);
  extraction.fileName = <u32>allocate(FILE_NAME_BYTES_MAX);
  extraction.unreadable = <u32>allocate((<usize>UNREADABLE_MAX) << 3);
  extraction.valueCounts = <u32>allocate((<usize>COLUMN_COUNT) << 2);
  extraction.recentValues = <u32>allocate((<usize>COLUMN_COUNT) << 2);
  extraction.staged = <u32>allocate(<usize>BLOCK_ROWS * ROW_BYTES);
  extraction.partRoots = <u32>allocate(PART_ROOTS_BYTES);
  extraction.innerBytesMax = min(windowBytes, INNER_BYTES_MAX);
  extraction.innerTexts = <u32>allocate(innerRoomBytes(<usize>extraction.innerBytesMax));
  extraction.slots = <u32>allocate((<usize>extraction.slotCountMax) << 2);
  extraction.region = <u32>allocate(regionBytes);
  if (extraction.region === 0) {
    release(place);
    return 0;
  }
  extraction.regionEnd = extraction.region + <u32>regionBytes;
  clearChunk(extraction);
  return handle;
}
