/** The host's side of `assembly/wire/extraction.ts`, `columns.ts` and `faults.ts`: the same numbers (a test compares them). */

/** The u32 members of an extraction that the host reads or writes, in their order. */
export const EXTRACTION_MEMBERS = [
  "window",
  "windowBytes",
  "filled",
  "fileName",
  "rows",
  "firstValue",
  "firstBlock",
  "valueCounts",
  "unreadable",
  "unreadableCount",
  "faultOffset",
  "selection",
] as const;
export type ExtractionMember = (typeof EXTRACTION_MEMBERS)[number];

export const FILE_NAME_BYTES_MAX = 4096;
export const UNREADABLE_BYTES = 8;

export const EXTRACT = {
  needsInput: 0,
  chunkFull: 1,
  unreadableFull: 2,
  fileEnded: 3,
  notALog: 4,
  empty: 5,
  cutOff: 6,
} as const;

/** A packed block: offsets of its head, then its parts. */
export const BLOCK = { rows: 4, widths: 8, eventIdWidth: 28, sharedEventIdWidth: 29, parts: 32 } as const;

/** A value of a dictionary: the column is the top byte of the second word. */
export const VALUE = { columnAndId: 4, length: 8, text: 16 } as const;

export const UUID_BYTES = 16;

/** A selection: offsets of its head, and what its slots, states and suffixes take. */
export const SELECTION = {
  textMask: 0,
  edgeMask: 4,
  texts: 8,
  edges: 12,
  states: 16,
  suffixes: 20,
  parts: 24,
  headBytes: 40,
} as const;
/** Bytes of a text slot, an edge slot, a state and a suffix of a selection. */
export const SELECTION_ENTRY_BYTES = 8;
export const SELECTION_FLAG = { take: 1, name: 2, inside: 4 } as const;
