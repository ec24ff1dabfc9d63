/**
 * One extraction: a window onto a file and the chunk that grows from it. Everything it will ever need is allocated when
 * it is made, so memory does not grow with the file.
 *
 *   window     ┌ bytes u8[windowBytes] ┬ READ_AHEAD_BYTES, zero behind `filled` ┐
 *   unreadable ┌ offset u32 ┬ reason u32 ┐ × UNREADABLE_MAX
 *   region     ┌ values and packed blocks, in the order they came ┬ free ┐
 */
import { COLUMN_COUNT } from "./columns.ts";

/** Unreadable records told in one go; the host takes them and the extraction goes on. */
export const UNREADABLE_MAX: u32 = 256;
/** An S3 key has at most 1,024 bytes, a Linux path 4,096. */
export const FILE_NAME_BYTES_MAX: u32 = 4096;
/** The longest text within a string that is looked into: a record in another's member, a part in a string. AWS writes 1 MB at most. */
export const INNER_BYTES_MAX: u32 = 1 << 20;
/** What the values of one record take beside their text: a head and padding each, generously. */
export const RECORD_OVERHEAD_BYTES: usize = <usize>(COLUMN_COUNT + 1) * 32;

@unmanaged
export class Extraction {
  // Read by the host: u32 each, in this order (host/wasm/extraction-layout.ts).
  window: u32 = 0;
  windowBytes: u32 = 0;
  /** Bytes in the window; the host adds to them. */
  filled: u32 = 0;
  /** Where the host writes the file's name, at most FILE_NAME_BYTES_MAX. */
  fileName: u32 = 0;
  /** Rows of the chunk so far. */
  rows: u32 = 0;
  firstValue: u32 = 0;
  firstBlock: u32 = 0;
  /** u32 per column: distinct values without the empty string. */
  valueCounts: u32 = 0;
  unreadable: u32 = 0;
  /** Set to 0 by the host when it has taken the list. */
  unreadableCount: u32 = 0;
  /** Byte of the file at which a file-level fault was seen. */
  faultOffset: u32 = 0;
  /** Where the host has put the selection (wire/selection.ts). */
  selection: u32 = 0;

  // The core's own.
  state: u32 = 0;
  /** What `extract` answers once the state is STATE_ENDED. */
  endStatus: u32 = 0;
  /** Byte of the file that lies first in the window. */
  fileOffset: u32 = 0;
  fileNameBytes: u32 = 0;
  /** The file has shown its first value. */
  begun: u32 = 0;
  /** The array of records is a member of an outer object. */
  enveloped: u32 = 0;
  /** Offset + 1 of an object larger than the window that has not shown its Records yet. */
  undecided: u32 = 0;
  skipDepth: u32 = 0;
  skipInString: u32 = 0;
  skipEscaped: u32 = 0;
  skipReturn: u32 = 0;
  seekReturn: u32 = 0;
  /** Last byte before the search for a record start that was not white space. */
  seekPrevious: u32 = 0;

  bitmaps: u32 = 0;
  backslashes: u32 = 0;
  nesting: u32 = 0;
  members: u32 = 0;
  /** Room for texts within strings (events/inner-text.ts). */
  innerTexts: u32 = 0;
  innerBytesMax: u32 = 0;

  rowsMax: u32 = 0;
  staged: u32 = 0;
  stagedRows: u32 = 0;
  lastBlock: u32 = 0;
  region: u32 = 0;
  regionTop: u32 = 0;
  regionEnd: u32 = 0;

  seed: u64 = 0;
  slots: u32 = 0;
  slotCount: u32 = 0;
  slotCountMax: u32 = 0;
  values: u32 = 0;
  lastValue: u32 = 0;
  /** u32 per column: the value interned last. */
  recentValues: u32 = 0;
  /** What a selection wants of the parts, by operation (events/part-roots.ts). */
  partRoots: u32 = 0;
}
