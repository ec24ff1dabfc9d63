/**
 * Masks → one verdict byte per row (design R3, R7). Nothing is matched here: a row is the AND of the masks of its
 * distinct values, read against the class of its account.
 */
import {
  CLASS_UNKNOWN,
  CLASS_UNLISTED,
  COLUMN_BYTES,
  OPERATION_ALTERNATIVES,
  OPERATION_CERTAIN,
  OPERATION_POSSIBLE,
  PLAN_ALTERNATIVE_MASKS,
  PLAN_BASE_MASK,
  PLAN_CAPTURED_AT,
  PLAN_CLASSES,
  PLAN_CONTEXT_COLUMNS,
  PLAN_CONTEXT_COUNT,
  PLAN_IDENTITY,
  PLAN_OPERATION,
  PLAN_OPERATION_FLAGS,
  PLAN_OUTCOME_COLUMNS,
  PLAN_OUTCOME_COUNT,
  PLAN_POSSIBLE_MASKS,
  PLAN_RESIDUAL_MASK,
  PLAN_RESOURCE,
  PLAN_ROWS,
  PLAN_SCRATCH,
  PLAN_TIMES,
  PLAN_VERDICTS,
  PLAN_WINDOW_END,
  PLAN_WINDOW_START,
  PLAN_WORDS,
  VERDICT_DENIED_IF_ALLOWED_NOW,
  VERDICT_DENIED_NOW,
  VERDICT_NEWLY_ALLOWED,
  VERDICT_NEWLY_DENIED,
  VERDICT_OUTSIDE_ORGANIZATION,
  VERDICT_OUTSIDE_WINDOW,
  VERDICT_RESIDUAL,
  VERDICT_UNCHANGED,
  VERDICT_UNDETERMINED,
} from "../wire/plan.ts";
import {
  allowsCurrent,
  allowsProposed,
  deniesCurrent,
  deniesProposed,
  deniesProposedOnly,
  hasOpen,
} from "./account-class.ts";
import { idAt, tableOf } from "./columns.ts";

/** Fills the verdict byte of every row of the plan that is still 0. */
export function judgeRows(plan: usize): void {
  const rows = load<u32>(plan, PLAN_ROWS);
  const verdicts: usize = load<u32>(plan, PLAN_VERDICTS);
  for (let row: u32 = 0; row < rows; row++) {
    if (load<u8>(verdicts + row) !== 0) continue;
    let verdict = outcomeOf(plan, row);
    if (verdict === 0) verdict = judge(plan, row);
    store<u8>(verdicts + row, <u8>verdict);
  }
}

/** The code that ends the row before it is judged, or 0. */
function outcomeOf(plan: usize, row: u32): u32 {
  const time = timeOf(plan, row);
  if (time < load<i64>(plan, PLAN_WINDOW_START) || time >= load<i64>(plan, PLAN_WINDOW_END)) {
    return VERDICT_OUTSIDE_WINDOW;
  }
  let column: usize = load<u32>(plan, PLAN_OUTCOME_COLUMNS);
  for (let i: u32 = 0, n = load<u32>(plan, PLAN_OUTCOME_COUNT); i < n; i++) {
    const code: u32 = load<u8>(tableOf(column) + idAt(column, row));
    if (code !== 0) return code;
    column += COLUMN_BYTES;
  }
  return 0;
}

function timeOf(plan: usize, row: u32): i64 {
  return load<i64>(<usize>load<u32>(plan, PLAN_TIMES) + ((<usize>row) << 3));
}

function judge(plan: usize, row: u32): u32 {
  const identity = plan + PLAN_IDENTITY;
  const classId: u32 = load<u16>(tableOf(identity) + ((<usize>idAt(identity, row)) << 1));
  if (classId === CLASS_UNKNOWN) return VERDICT_UNDETERMINED;
  if (classId === CLASS_UNLISTED) {
    return timeOf(plan, row) < load<i64>(plan, PLAN_CAPTURED_AT) ? VERDICT_OUTSIDE_ORGANIZATION : VERDICT_UNDETERMINED;
  }
  const accountClass: usize = load<u32>(<usize>load<u32>(plan, PLAN_CLASSES) + ((<usize>classId) << 2));
  const words = load<u32>(plan, PLAN_WORDS);
  const context: usize = load<u32>(plan, PLAN_SCRATCH);
  const mask = context + <usize>words * 16;
  contextMask(plan, row, words, context);

  const operation = idAt(plan + PLAN_OPERATION, row);
  const flags: u32 = load<u8>(<usize>load<u32>(plan, PLAN_OPERATION_FLAGS) + operation);
  const residual: usize = load<u32>(plan, PLAN_RESIDUAL_MASK);
  let verdict = VERDICT_UNCHANGED;
  if ((flags & OPERATION_CERTAIN) !== 0) {
    andMask(context, maskOf(tableOf(plan + PLAN_OPERATION), operation, words), mask, words);
    andMask(mask, maskOf(tableOf(plan + PLAN_RESOURCE), idAt(plan + PLAN_RESOURCE, row), words), mask, words);
    if ((flags & OPERATION_ALTERNATIVES) !== 0) {
      const other = mask + <usize>words * 16;
      andMask(context, maskOf(load<u32>(plan, PLAN_ALTERNATIVE_MASKS), operation, words), other, words);
      eitherMask(mask, other, words);
    }
    if (residual !== 0 && hasOpen(accountClass, mask, residual, words)) return VERDICT_RESIDUAL;
    verdict = impactOf(accountClass, mask, words);
  }
  if ((flags & OPERATION_POSSIBLE) === 0) return verdict;
  andMask(context, maskOf(load<u32>(plan, PLAN_POSSIBLE_MASKS), operation, words), mask, words);
  if (residual !== 0 && hasOpen(accountClass, mask, residual, words)) return VERDICT_RESIDUAL;
  return withPossible(accountClass, mask, words, verdict);
}

/** AND of the masks of all dimensions but operation and resource. */
function contextMask(plan: usize, row: u32, words: u32, out: usize): void {
  memory.copy(out, load<u32>(plan, PLAN_BASE_MASK), <usize>words * 16);
  let column: usize = load<u32>(plan, PLAN_CONTEXT_COLUMNS);
  for (let i: u32 = 0, n = load<u32>(plan, PLAN_CONTEXT_COUNT); i < n; i++) {
    andMask(out, maskOf(tableOf(column), idAt(column, row), words), out, words);
    column += COLUMN_BYTES;
  }
}

function maskOf(masks: usize, value: u32, words: u32): usize {
  return masks + <usize>value * words * 16;
}

function andMask(left: usize, right: usize, out: usize, words: u32): void {
  for (let at: usize = 0, end = <usize>words * 16; at < end; at += 8) {
    store<u64>(out + at, load<u64>(left + at) & load<u64>(right + at));
  }
}

/** One of two authorizations happened: what matches either may match, what matches both must. */
function eitherMask(mask: usize, other: usize, words: u32): void {
  const half = <usize>words * 8;
  for (let at: usize = 0; at < half; at += 8) {
    store<u64>(mask + at, load<u64>(mask + at) | load<u64>(other + at));
    store<u64>(mask + half + at, load<u64>(mask + half + at) & load<u64>(other + half + at));
  }
}

/**
 * R7 for one authorization. `mask` holds the statements that may match, then those that must.
 * A current Deny that only may match is false wherever the current hierarchy allows, and so is every proposed Deny it
 * contains: deniesProposedOnly leaves those out.
 */
function impactOf(accountClass: usize, mask: usize, words: u32): u32 {
  const may = mask;
  const must = mask + <usize>words * 8;
  const deniedNow = deniesCurrent(accountClass, must, words) || !allowsCurrent(accountClass, may, words);
  if (deniedNow) {
    const allowed = !deniesProposed(accountClass, may, words) && allowsProposed(accountClass, must, words, true);
    return allowed ? VERDICT_NEWLY_ALLOWED : VERDICT_DENIED_NOW;
  }
  if (deniesProposedOnly(accountClass, must, words) || !allowsProposed(accountClass, may, words, false)) {
    const sure = !deniesCurrent(accountClass, may, words) && allowsCurrent(accountClass, must, words);
    return sure ? VERDICT_NEWLY_DENIED : VERDICT_DENIED_IF_ALLOWED_NOW;
  }
  const open = deniesProposedOnly(accountClass, may, words) || !allowsProposed(accountClass, must, words, false);
  return open ? VERDICT_UNDETERMINED : VERDICT_UNCHANGED;
}

/**
 * Adds authorizations that only may have happened. Where none did, the answer is `verdict`; so they can make it
 * undetermined, never better and never denied (R7: possible authorizations are among the unknowns).
 */
function withPossible(accountClass: usize, mask: usize, words: u32, verdict: u32): u32 {
  const may = mask;
  const must = mask + <usize>words * 8;
  if (verdict === VERDICT_UNCHANGED) {
    // Denied now, none of them happened: a call that had asked for one would not have been allowed.
    if (deniesCurrent(accountClass, must, words) || !allowsCurrent(accountClass, may, words)) return verdict;
    const open = deniesProposedOnly(accountClass, may, words) || !allowsProposed(accountClass, must, words, false);
    return open ? VERDICT_UNDETERMINED : VERDICT_UNCHANGED;
  }
  if (verdict === VERDICT_NEWLY_ALLOWED) {
    const allowed = !deniesProposed(accountClass, may, words) && allowsProposed(accountClass, must, words, true);
    return allowed ? VERDICT_NEWLY_ALLOWED : VERDICT_DENIED_NOW;
  }
  return verdict;
}
