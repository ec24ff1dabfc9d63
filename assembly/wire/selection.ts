/**
 * Which members of the parts of a record are taken: an automaton over names that the host makes and the core walks. The
 * names on the way are `eventSource`, `eventName`, the name of the part, then member names down into it. Little-endian; all
 * places are offsets from the start of the selection.
 *
 *   head       see the SELECTION_ offsets below
 *   text slot  ┌ place u32 ┬ bytes u16 ┬ top of the hash u16 ┐   open addressing; place 0: free. A text's number: its slot + 1
 *   edge slot  ┌ text u16 ┬ state u16 ┬ target u16 ┬ free u16 ┐   open addressing; state 0: free
 *   state      ┌ any u16 ┬ fallback u16 ┬ first suffix u16 ┬ suffixes u8 ┬ flags u8 ┐   state 0: nothing is wanted
 *   suffix     ┌ place u32 ┬ bytes u16 ┬ target u16 ┐   the longest first
 *
 * A name leads from a state along its edge, else along that of a fallback, else by the first suffix that it ends with, else
 * to `any`. Edges of a state that are equal to those of its fallback are left out.
 */

export const SELECTION_TEXT_MASK: usize = 0;
export const SELECTION_EDGE_MASK: usize = 4;
export const SELECTION_TEXTS: usize = 8;
export const SELECTION_EDGES: usize = 12;
export const SELECTION_STATES: usize = 16;
export const SELECTION_SUFFIXES: usize = 20;
/** Numbers of the texts `requestParameters`, `responseElements`, `additionalEventData`. */
export const SELECTION_PARTS: usize = 24;
export const SELECTION_HEAD_BYTES: usize = 40;

export const TEXT_SLOT_BYTES: usize = 8;
export const EDGE_SLOT_BYTES: usize = 8;
export const STATE_BYTES: usize = 8;
export const SUFFIX_BYTES: usize = 8;

export const NOTHING_WANTED: u32 = 0;
/** Where every walk begins. */
export const FIRST_STATE: u32 = 1;

/** The value is taken whole. */
export const FLAG_TAKE: u32 = 1;
/** The name is taken, with `null` in place of the value unless something in that is taken. */
export const FLAG_NAME: u32 = 2;
/** Something inside of the value is wanted. */
export const FLAG_INSIDE: u32 = 4;

/** Spreads the places of texts over the slots; the host does the same. */
export function hashOfText(at: usize, bytes: usize): u32 {
  let first: u32 = load<u32>(at);
  let middle: u32 = 0;
  let last: u32 = 0;
  if (bytes < 4) {
    first &= (1 << ((<u32>bytes) << 3)) - 1;
  } else {
    middle = load<u32>(at + (bytes >> 1) - 2);
    last = load<u32>(at + bytes - 4);
  }
  let hash: u32 = first * 0x9e3779b1;
  hash = (hash ^ (hash >> 15) ^ middle) * 0x85ebca6b;
  hash = (hash ^ (hash >> 13) ^ last ^ <u32>bytes) * 0xc2b2ae35;
  return hash ^ (hash >> 16);
}

export function hashOfEdge(edge: u32): u32 {
  const hash = edge * 0x9e3779b1;
  return hash ^ (hash >> 15);
}
