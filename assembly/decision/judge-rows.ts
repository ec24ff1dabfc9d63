/**
 * Masks → one verdict byte per row (design R3, R7). Nothing is matched here: a row is the AND of the masks of its
 * distinct values, taken for each authorization of its request, and read against the class of its account.
 */
import {
  CLASS_UNKNOWN,
  CLASS_UNLISTED,
  COLUMN_BYTES,
  ENTRY_ACTION,
  ENTRY_BYTES,
  ENTRY_CERTAIN,
  ENTRY_END,
  ENTRY_OR,
  ENTRY_TARGET,
  PLAN_ACTION_MASKS,
  PLAN_BASE_MASK,
  PLAN_CAPTURED_AT,
  PLAN_CLASSES,
  PLAN_CONTEXT_COLUMNS,
  PLAN_CONTEXT_COUNT,
  PLAN_IDENTITY,
  PLAN_OUTCOME_COLUMNS,
  PLAN_OUTCOME_COUNT,
  PLAN_REQUEST,
  PLAN_RESIDUAL_MASK,
  PLAN_ROWS,
  PLAN_SCRATCH,
  PLAN_TARGET_MASKS,
  PLAN_TIMES,
  PLAN_VERDICTS,
  PLAN_WINDOW_END,
  PLAN_WINDOW_START,
  PLAN_WORDS,
  VERDICT_OUTSIDE_ORGANIZATION,
  VERDICT_OUTSIDE_WINDOW,
  VERDICT_RESIDUAL,
  VERDICT_UNDETERMINED,
} from "../wire/plan.ts";
import { hasOpen } from "./account-class.ts";
import { assess, eitherOf, NOTHING_YET, verdictOf, withCertain, withPossible } from "./assess.ts";
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

  const request = plan + PLAN_REQUEST;
  const residual: usize = load<u32>(plan, PLAN_RESIDUAL_MASK);
  let entry: usize = load<u32>(tableOf(request) + ((<usize>idAt(request, row)) << 2));
  let certain = NOTHING_YET;
  while (load<u32>(entry) === ENTRY_CERTAIN) {
    entryMask(plan, entry, words, context, mask);
    if (residual !== 0 && hasOpen(accountClass, mask, residual, words)) return VERDICT_RESIDUAL;
    let asked = assess(accountClass, mask, words);
    for (entry += ENTRY_BYTES; load<u32>(entry) === ENTRY_OR; entry += ENTRY_BYTES) {
      entryMask(plan, entry, words, context, mask);
      if (residual !== 0 && hasOpen(accountClass, mask, residual, words)) return VERDICT_RESIDUAL;
      asked = eitherOf(asked, assess(accountClass, mask, words));
    }
    certain = withCertain(certain, asked);
  }
  let verdict = verdictOf(certain);
  for (; load<u32>(entry) !== ENTRY_END; entry += ENTRY_BYTES) {
    entryMask(plan, entry, words, context, mask);
    if (residual !== 0 && hasOpen(accountClass, mask, residual, words)) return VERDICT_RESIDUAL;
    verdict = withPossible(verdict, assess(accountClass, mask, words));
  }
  return verdict;
}

/** AND of the masks of all dimensions but the request. */
function contextMask(plan: usize, row: u32, words: u32, out: usize): void {
  memory.copy(out, load<u32>(plan, PLAN_BASE_MASK), <usize>words * 16);
  let column: usize = load<u32>(plan, PLAN_CONTEXT_COLUMNS);
  for (let i: u32 = 0, n = load<u32>(plan, PLAN_CONTEXT_COUNT); i < n; i++) {
    const mask = maskOf(tableOf(column), idAt(column, row), words);
    for (let at: usize = 0, end = <usize>words * 16; at < end; at += 8) {
      store<u64>(out + at, load<u64>(out + at) & load<u64>(mask + at));
    }
    column += COLUMN_BYTES;
  }
}

/** The mask of one authorization: of the row's context, the action and the target. */
function entryMask(plan: usize, entry: usize, words: u32, context: usize, out: usize): void {
  const action = maskOf(load<u32>(plan, PLAN_ACTION_MASKS), load<u32>(entry, ENTRY_ACTION), words);
  const target = maskOf(load<u32>(plan, PLAN_TARGET_MASKS), load<u32>(entry, ENTRY_TARGET), words);
  for (let at: usize = 0, end = <usize>words * 16; at < end; at += 8) {
    store<u64>(out + at, load<u64>(context + at) & load<u64>(action + at) & load<u64>(target + at));
  }
}

function maskOf(masks: usize, value: u32, words: u32): usize {
  return masks + <usize>value * words * 16;
}
