/**
 * What the host hands over to have masks built and rows judged. Little-endian; every pointer a u32, 8-aligned where it
 * points to words.
 *
 * A *mask* says of one distinct value which statements it leaves possible: `words` u64 of MAY bits, then as many of MUST
 * bits; bit s is statement s. Masks of a dimension lie in a row, one per distinct value.
 *
 *   column     ┌ ids ┬ width 1|2|4 ┬ table ┐   12 bytes: ids per row, and what they index
 *
 * An *account class* is what the accounts of one path under one proposal share. A level that allows everything is left out.
 *
 *   class      ┌ deny, current ┬ deny, proposed ┬ deny, proposed only ┐   words u64 each
 *              ┌ current levels u32 ┬ proposed levels u32 ┬ implied u64 ┐
 *              ┌ allow, current level 0 ┬ 1 ┬ … ┬ allow, proposed level 0 ┬ … ┐   words u64 each
 *
 * "Proposed only" are the proposed Denies without those that a current Deny contains; bit l of `implied` says that whatever
 * every current level allows, proposed level l allows (R7).
 *
 *   entry      ┌ kind ┬ action ┬ target ┐   12 bytes: one authorization of a request, by the numbers of its masks
 *
 *   plan       see the PLAN_ offsets below
 */

export const COLUMN_BYTES: usize = 12;

export const PLAN_ROWS: usize = 0;
export const PLAN_WORDS: usize = 4;
/** Scratch of 4 × words u64. */
export const PLAN_SCRATCH: usize = 8;
/** columns whose table is a mask list: what hangs on no request */
export const PLAN_CONTEXT_COLUMNS: usize = 12;
export const PLAN_CONTEXT_COUNT: usize = 16;
/** column, table = u32 pointer to entries per distinct request */
export const PLAN_REQUEST: usize = 20;
/** masks per action */
export const PLAN_ACTION_MASKS: usize = 32;
/** masks per target: a resource with the condition keys that hang on it or on the request */
export const PLAN_TARGET_MASKS: usize = 36;
/** column, table = u16 class per distinct identity */
export const PLAN_IDENTITY: usize = 40;
/** u32 pointer per class */
export const PLAN_CLASSES: usize = 52;
/** columns whose table is u8 per distinct value: 0, or the verdict code that ends the row; earlier columns win */
export const PLAN_OUTCOME_COLUMNS: usize = 56;
export const PLAN_OUTCOME_COUNT: usize = 60;
/** i64 ms per row */
export const PLAN_TIMES: usize = 64;
/** the mask every row starts with: truths that hang on no dimension */
export const PLAN_BASE_MASK: usize = 68;
/** u8 per row, read and written: a non-zero byte is left as it is */
export const PLAN_VERDICTS: usize = 72;
/** u64[words] or 0: the statements that are not evaluated to the end; rows that hang on an open one get VERDICT_RESIDUAL */
export const PLAN_RESIDUAL_MASK: usize = 76;
/** i64 ms; rows outside [start, end) get VERDICT_OUTSIDE_WINDOW */
export const PLAN_WINDOW_START: usize = 80;
export const PLAN_WINDOW_END: usize = 88;
/** i64 ms; an unlisted account is outside the organization before it (R3); i64.MIN when the snapshot does not say */
export const PLAN_CAPTURED_AT: usize = 96;
export const PLAN_BYTES: usize = 104;

export const ENTRY_ACTION: usize = 4;
export const ENTRY_TARGET: usize = 8;
export const ENTRY_BYTES: usize = 12;

/** Behind the last entry of a request. */
export const ENTRY_END: u32 = 0;
/** AWS asked for this for sure, or for one of the ENTRY_OR that follow. */
export const ENTRY_CERTAIN: u32 = 1;
/** In place of the entry before it. */
export const ENTRY_OR: u32 = 2;
/** AWS may have asked for this besides. They come last. */
export const ENTRY_POSSIBLE: u32 = 3;

/** Account the snapshot does not list. */
export const CLASS_UNLISTED: u32 = 0xffff;
/** No account known: nothing can be said. */
export const CLASS_UNKNOWN: u32 = 0xfffe;

/** Verdict codes the core gives. Codes from VERDICT_HOST up are the host's own outcomes; 0 is "not judged yet". */
export const VERDICT_UNCHANGED: u32 = 1;
export const VERDICT_DENIED_NOW: u32 = 2;
export const VERDICT_NEWLY_ALLOWED: u32 = 3;
export const VERDICT_NEWLY_DENIED: u32 = 4;
export const VERDICT_UNDETERMINED: u32 = 5;
/** Denied by the proposal for sure, while the current hierarchy is undetermined: the host looks whether it can allow at all. */
export const VERDICT_DENIED_IF_ALLOWED_NOW: u32 = 6;
export const VERDICT_OUTSIDE_WINDOW: u32 = 7;
export const VERDICT_OUTSIDE_ORGANIZATION: u32 = 8;
/** Hangs on a statement of PLAN_RESIDUAL_MASK: the host evaluates that exactly and asks again. */
export const VERDICT_RESIDUAL: u32 = 9;

/** What one hierarchy says to one authorization. */
export const DECISION_UNDETERMINED: u32 = 0;
export const DECISION_ALLOWED: u32 = 1;
export const DECISION_EXPLICIT_DENY: u32 = 2;
export const DECISION_IMPLICIT_DENY: u32 = 3;
