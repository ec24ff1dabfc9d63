/**
 * Where in the selection the parts of an operation begin; looked up once per operation of a chunk, for the first
 * ROOTED_MAX of them.
 *
 *   roots      ┌ request parameters u16 ┬ response elements u16 ┬ additional event data u16 ┬ known u16 ┐ × ROOTED_MAX
 */

import { SPACE } from "../json/bytes.ts";
import { Extraction } from "../wire/extraction.ts";
import { FIRST_STATE, NOTHING_WANTED, SELECTION_PARTS } from "../wire/selection.ts";
import { successor, successorByNumber } from "./selection.ts";

const ROOTED_MAX: u32 = 8192;
const ROOTS_BYTES: usize = 8;
const ROOTS_KNOWN: usize = 6;
export const PART_ROOTS_BYTES: usize = <usize>(ROOTED_MAX + 1) * ROOTS_BYTES;

/** Forgets what was looked up: ids have got new meanings. */
export function clearPartRoots(extraction: Extraction): void {
  memory.fill(extraction.partRoots, 0, PART_ROOTS_BYTES);
}

/** The place of the roots of the operation with number `id`, whose text of `bytes` bytes lies at `at`. Good until the next call. */
export function partRootsOf(extraction: Extraction, id: u32, at: usize, bytes: usize): usize {
  const isKept = id < ROOTED_MAX;
  const roots = <usize>extraction.partRoots + <usize>min(id, ROOTED_MAX) * ROOTS_BYTES;
  if (isKept && load<u16>(roots, ROOTS_KNOWN) !== 0) return roots;
  const state = stateOf(at, bytes);
  const numbers = <usize>extraction.selection + SELECTION_PARTS;
  for (let part: usize = 0; part < 3; part++) {
    const root = state === NOTHING_WANTED ? NOTHING_WANTED : successorByNumber(state, load<u32>(numbers + (part << 2)));
    store<u16>(roots + (part << 1), <u16>root);
  }
  store<u16>(roots, 1, ROOTS_KNOWN);
  return roots;
}

/** An operation is a source and a name with a space between them. */
function stateOf(at: usize, bytes: usize): u32 {
  let source: usize = 0;
  while (source < bytes && load<u8>(at + source) !== SPACE) source++;
  const state = successor(FIRST_STATE, at, source);
  if (state === NOTHING_WANTED || source === bytes) return NOTHING_WANTED;
  return successor(state, at + source + 1, bytes - source - 1);
}
