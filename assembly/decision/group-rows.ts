/**
 * Rows → groups of rows with the same ids in several columns. Used twice: to make one dimension of several columns, and
 * to gather the rows that a report must explain.
 *
 *   request    ┌ rows ┬ columns → column[] ┬ count ┬ verdicts or 0 ┬ wanted → u8[256] ┐
 *              ┌ out ids → u32[rows] ┬ out first row → u32[groupsMax] ┬ groupsMax ┬ slots → u32[slotCount] ┬ slotCount ┐
 *   slotCount is a power of two of at least twice groupsMax; slots hold group + 1, cleared by the callee.
 */
import { COLUMN_BYTES } from "../wire/plan.ts";
import { idAt } from "./columns.ts";

const ROWS: usize = 0;
const COLUMNS: usize = 4;
const COLUMN_COUNT: usize = 8;
const VERDICTS: usize = 12;
const WANTED: usize = 16;
const OUT_IDS: usize = 20;
const OUT_FIRST_ROWS: usize = 24;
const GROUPS_MAX: usize = 28;
const SLOTS: usize = 32;
const SLOT_COUNT: usize = 36;

/** Id of a row that is in no group. */
export const NO_GROUP: u32 = u32.MAX_VALUE;

/**
 * Numbers the groups in the order in which they first occur, so the answer hangs on nothing but the rows.
 * Returns the number of groups, or NO_GROUP when there would be more than groupsMax.
 */
export function groupRows(request: usize): u32 {
  const rows = load<u32>(request, ROWS);
  const columns: usize = load<u32>(request, COLUMNS);
  const columnCount = load<u32>(request, COLUMN_COUNT);
  const verdicts: usize = load<u32>(request, VERDICTS);
  const wanted: usize = load<u32>(request, WANTED);
  const outIds: usize = load<u32>(request, OUT_IDS);
  const firstRows: usize = load<u32>(request, OUT_FIRST_ROWS);
  const groupsMax = load<u32>(request, GROUPS_MAX);
  const slots: usize = load<u32>(request, SLOTS);
  const slotMask = load<u32>(request, SLOT_COUNT) - 1;
  memory.fill(slots, 0, (<usize>slotMask + 1) << 2);
  let groups: u32 = 0;
  for (let row: u32 = 0; row < rows; row++) {
    let id = NO_GROUP;
    if (verdicts === 0 || load<u8>(wanted + load<u8>(verdicts + row)) !== 0) {
      let slot = hashRow(columns, columnCount, row) & slotMask;
      for (;;) {
        const taken = load<u32>(slots + ((<usize>slot) << 2));
        if (taken === 0) {
          if (groups === groupsMax) return NO_GROUP;
          store<u32>(firstRows + ((<usize>groups) << 2), row);
          id = groups++;
          store<u32>(slots + ((<usize>slot) << 2), groups);
          break;
        }
        if (sameIds(columns, columnCount, row, load<u32>(firstRows + ((<usize>(taken - 1)) << 2)))) {
          id = taken - 1;
          break;
        }
        slot = (slot + 1) & slotMask;
      }
    }
    store<u32>(outIds + ((<usize>row) << 2), id);
  }
  return groups;
}

function sameIds(columns: usize, count: u32, left: u32, right: u32): bool {
  for (let i: u32 = 0; i < count; i++) {
    const column = columns + <usize>i * COLUMN_BYTES;
    if (idAt(column, left) !== idAt(column, right)) return false;
  }
  return true;
}

/** Ids are numbers of our own making, so a plain multiplicative mix is enough; no seed is needed against crafted input. */
function hashRow(columns: usize, count: u32, row: u32): u32 {
  let hash: u32 = 0x9e3779b9;
  for (let i: u32 = 0; i < count; i++) {
    hash = (hash ^ idAt(columns + <usize>i * COLUMN_BYTES, row)) * 0x85ebca6b;
    hash ^= hash >> 15;
  }
  return hash;
}
