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
 *   plan       see the PLAN_ offsets below
 */

export const COLUMN_BYTES: usize = 12;

export const PLAN_ROWS: usize = 0;
export const PLAN_WORDS: usize = 4;
/** Scratch of 6 × words u64. */
export const PLAN_SCRATCH: usize = 8;
/** columns whose table is a mask list: dimensions other than operation and resource */
export const PLAN_CONTEXT_COLUMNS: usize = 12;
export const PLAN_CONTEXT_COUNT: usize = 16;
/** column, table = masks of the authorization for sure */
export const PLAN_OPERATION: usize = 20;
/** masks per operation of what else it may have needed (resource unknown), same ids as PLAN_OPERATION */
export const PLAN_POSSIBLE_MASKS: usize = 32;
/** u8 per operation: OPERATION_ flags */
export const PLAN_OPERATION_FLAGS: usize = 36;
/** column, table = masks; ids 0 when no statement asks for resources */
export const PLAN_RESOURCE: usize = 40;
/** column, table = u16 class per distinct identity */
export const PLAN_IDENTITY: usize = 52;
/** u32 pointer per class */
export const PLAN_CLASSES: usize = 64;
/** columns whose table is u8 per distinct value: 0, or the verdict code that ends the row; earlier columns win */
export const PLAN_OUTCOME_COLUMNS: usize = 68;
export const PLAN_OUTCOME_COUNT: usize = 72;
/** i64 ms per row */
export const PLAN_TIMES: usize = 76;
/** the mask every row starts with: truths that hang on no dimension */
export const PLAN_BASE_MASK: usize = 80;
/** u8 per row, read and written: a non-zero byte is left as it is */
export const PLAN_VERDICTS: usize = 84;
/** i64 ms; rows outside [start, end) get VERDICT_OUTSIDE_WINDOW */
export const PLAN_WINDOW_START: usize = 88;
export const PLAN_WINDOW_END: usize = 96;
/** i64 ms; an unlisted account is outside the organization before it (R3); i64.MIN when the snapshot does not say */
export const PLAN_CAPTURED_AT: usize = 104;
/** masks per operation of what may have been asked in place of its authorization (resource unknown), same ids as PLAN_OPERATION */
export const PLAN_ALTERNATIVE_MASKS: usize = 112;
/** u64[words] or 0: the statements that are not evaluated to the end; rows that hang on an open one get VERDICT_RESIDUAL */
export const PLAN_RESIDUAL_MASK: usize = 116;
export const PLAN_BYTES: usize = 120;

/** The operation has an authorization for sure (else only possible ones). */
export const OPERATION_CERTAIN: u32 = 1;
/** It may have needed others (PLAN_POSSIBLE_MASKS). */
export const OPERATION_POSSIBLE: u32 = 2;

/** AWS asked for that authorization or, in its place, for another (PLAN_ALTERNATIVE_MASKS). */
export const OPERATION_ALTERNATIVES: u32 = 4;

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
