/** Walks the automaton of wanted names (wire/selection.ts). Knows nothing of what the names belong to. */
import {
  EDGE_SLOT_BYTES,
  hashOfEdge,
  hashOfText,
  NOTHING_WANTED,
  SELECTION_EDGE_MASK,
  SELECTION_EDGES,
  SELECTION_STATES,
  SELECTION_SUFFIXES,
  SELECTION_TEXT_MASK,
  SELECTION_TEXTS,
  STATE_BYTES,
  SUFFIX_BYTES,
  TEXT_SLOT_BYTES,
} from "../wire/selection.ts";
import { equalBytes } from "./hash.ts";

const NO_TEXT: u32 = 0;
const STATE_FALLBACK: usize = 2;
const STATE_SUFFIX: usize = 4;
const STATE_SUFFIX_COUNT: usize = 6;
const STATE_FLAGS: usize = 7;

let selection: usize = 0;
let textSlots: usize = 0;
let textMask: u32 = 0;
let edgeSlots: usize = 0;
let edgeMask: u32 = 0;
let states: usize = 0;
let suffixes: usize = 0;

/** Makes the selection at `at` the one that is walked from here on. */
export function openSelection(at: usize): void {
  selection = at;
  textMask = load<u32>(at, SELECTION_TEXT_MASK);
  edgeMask = load<u32>(at, SELECTION_EDGE_MASK);
  textSlots = at + <usize>load<u32>(at, SELECTION_TEXTS);
  edgeSlots = at + <usize>load<u32>(at, SELECTION_EDGES);
  states = at + <usize>load<u32>(at, SELECTION_STATES);
  suffixes = at + <usize>load<u32>(at, SELECTION_SUFFIXES);
}

/** FLAG_ bits of a state. */
export function flagsOf(state: u32): u32 {
  return load<u8>(stateAt(state), STATE_FLAGS);
}

/** Where the name of `bytes` bytes at `at` leads from a state. Reads up to 7 bytes behind it. */
export function successor(state: u32, at: usize, bytes: usize): u32 {
  const text = numberOf(at, bytes);
  if (text !== NO_TEXT) {
    const target = successorByNumber(state, text);
    if (target !== NOTHING_WANTED) return target;
  }
  const place = stateAt(state);
  let suffix = suffixes + <usize>load<u16>(place, STATE_SUFFIX) * SUFFIX_BYTES;
  for (let left: u32 = load<u8>(place, STATE_SUFFIX_COUNT); left > 0; left--) {
    const length = <usize>load<u16>(suffix, 4);
    if (length <= bytes && equalBytes(selection + <usize>load<u32>(suffix), at + bytes - length, length)) {
      return load<u16>(suffix, 6);
    }
    suffix += SUFFIX_BYTES;
  }
  return load<u16>(place);
}

/** The same by the number of a text that the selection has; by edges only. */
export function successorByNumber(state: u32, text: u32): u32 {
  for (let from = state; from !== NOTHING_WANTED; from = load<u16>(stateAt(from), STATE_FALLBACK)) {
    const edge = (from << 16) | text;
    for (let index = hashOfEdge(edge) & edgeMask; ; index = (index + 1) & edgeMask) {
      const slot = edgeSlots + <usize>index * EDGE_SLOT_BYTES;
      const taken = load<u32>(slot);
      if (taken === edge) return load<u16>(slot, 4);
      if (taken === 0) break;
    }
  }
  return NOTHING_WANTED;
}

function stateAt(state: u32): usize {
  return states + <usize>state * STATE_BYTES;
}

function numberOf(at: usize, bytes: usize): u32 {
  const hash = hashOfText(at, bytes);
  let index = hash & textMask;
  while (true) {
    const slot = textSlots + <usize>index * TEXT_SLOT_BYTES;
    const place = <usize>load<u32>(slot);
    if (place === 0) return NO_TEXT;
    const isLikely = <u32>load<u16>(slot, 6) === hash >> 16 && <usize>load<u16>(slot, 4) === bytes;
    if (isLikely && equalBytes(selection + place, at, bytes)) return index + 1;
    index = (index + 1) & textMask;
  }
}
