/**
 * The columns of a chunk, and how rows and distinct values lie in memory until the host takes them.
 *
 *   row        ┌ ids u32[COLUMN_COUNT] ┬ time i64 ┬ eventId u8[16] ┬ sharedEventId u8[16] ┬ offset u32 ┬ free u32 ┐
 *
 * BLOCK_ROWS rows at a time are packed into a block: column after column, each id in the fewest bytes that hold every id
 * of the block (0 when all are 0). Every part begins 8-aligned.
 *
 *   block      ┌ next block u32 ┬ rows u32 ┬ id widths u8[COLUMN_COUNT] ┬ eventId width u8 ┬ sharedEventId width u8 ┬ free ┐
 *              ┌ time i64[rows] ┬ eventId ┬ sharedEventId ┬ offset u32[rows] ┬ ids of column 0 ┬ ids of column 1 ┬ … ┐
 *
 *   value      ┌ next value u32 ┬ id u24, column u8 ┬ bytes u32 ┬ hash u32 ┐ UTF-8 …, padded to 8
 *
 * Values are chained in the order in which they came, so within a column by id. Id 0 is the empty string, which is not stored.
 */

/** The order is that of DICTIONARY_COLUMNS in host/domain/event-chunk.ts. */
export const COLUMN_OPERATION: u32 = 0;
export const COLUMN_IDENTITY: u32 = 1;
export const COLUMN_RECIPIENT_ACCOUNT: u32 = 2;
export const COLUMN_REGION: u32 = 3;
export const COLUMN_SOURCE_IP: u32 = 4;
export const COLUMN_USER_AGENT: u32 = 5;
export const COLUMN_VPC_ENDPOINT: u32 = 6;
export const COLUMN_VPC_ENDPOINT_ACCOUNT: u32 = 7;
export const COLUMN_ERROR_CODE: u32 = 8;
export const COLUMN_KIND: u32 = 9;
export const COLUMN_RESOURCES: u32 = 10;
export const COLUMN_TLS: u32 = 11;
export const COLUMN_EVENT_CONTEXT: u32 = 12;
export const COLUMN_IRREGULAR_EVENT_ID: u32 = 13;
export const COLUMN_IRREGULAR_SHARED_EVENT_ID: u32 = 14;
export const COLUMN_FILE: u32 = 15;
export const COLUMN_REQUEST_PARAMETERS: u32 = 16;
export const COLUMN_RESPONSE_ELEMENTS: u32 = 17;
export const COLUMN_ADDITIONAL_EVENT_DATA: u32 = 18;
export const COLUMN_ADDENDUM: u32 = 19;
export const COLUMN_COUNT: u32 = 20;

export const UUID_BYTES: usize = 16;

export const ROW_TIME: usize = <usize>COLUMN_COUNT * 4;
export const ROW_EVENT_ID: usize = ROW_TIME + 8;
export const ROW_SHARED_EVENT_ID: usize = ROW_EVENT_ID + UUID_BYTES;
export const ROW_OFFSET: usize = ROW_SHARED_EVENT_ID + UUID_BYTES;
export const ROW_BYTES: usize = ROW_OFFSET + 8;

/** Few enough that the rows being gathered stay in the second-level cache, enough that block heads do not count. */
export const BLOCK_ROWS: u32 = 1024;
export const BLOCK_ROW_COUNT: usize = 4;
export const BLOCK_WIDTHS: usize = 8;
export const BLOCK_EVENT_ID_WIDTH: usize = BLOCK_WIDTHS + <usize>COLUMN_COUNT;
export const BLOCK_SHARED_EVENT_ID_WIDTH: usize = BLOCK_EVENT_ID_WIDTH + 1;
export const BLOCK_PARTS: usize = 32;
/** What a block can take at most. */
export const BLOCK_BYTES_MAX: usize = BLOCK_PARTS + <usize>BLOCK_ROWS * ROW_BYTES;

export const VALUE_COLUMN_AND_ID: usize = 4;
export const VALUE_LENGTH: usize = 8;
export const VALUE_HASH: usize = 12;
export const VALUE_TEXT: usize = 16;
/** The most values a column can have: ids have 24 bits. */
export const VALUES_MAX: u32 = 0xff_ffff;
