/**
 * Numbers in which the extractor tells the host what it met. Expected input problems only: bugs are asserts.
 */

/** Why a record is unreadable. The order is that of UNREADABLE_REASONS in host/domain/event-chunk.ts (code = index + 1). */
export const REASON_NOT_AN_OBJECT: u32 = 1;
export const REASON_MALFORMED_JSON: u32 = 2;
export const REASON_WITHOUT_SOURCE: u32 = 3;
export const REASON_WITHOUT_NAME: u32 = 4;
export const REASON_WITHOUT_TIME: u32 = 5;
export const REASON_MALFORMED_TIME: u32 = 6;
export const REASON_TOO_LARGE: u32 = 7;
export const REASON_TRUNCATED: u32 = 8;

/** The window holds no complete record any more: fill it and call again. */
export const EXTRACT_NEEDS_INPUT: u32 = 0;
/** The next record does not fit into the chunk: take it, reset it, call again. */
export const EXTRACT_CHUNK_FULL: u32 = 1;
/** The list of unreadable records is full: take it, set its count to 0, call again. */
export const EXTRACT_UNREADABLE_FULL: u32 = 2;
export const EXTRACT_FILE_ENDED: u32 = 3;
/** The file starts with something that is neither an object nor an array. */
export const EXTRACT_NOT_A_LOG: u32 = 4;
/** The file has no value at all. */
export const EXTRACT_EMPTY: u32 = 5;
/** The file ends between two records, before its array or its outer object does. */
export const EXTRACT_CUT_OFF: u32 = 6;
