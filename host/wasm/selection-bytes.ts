/**
 * A selection as the bytes that the core walks (layout: assembly/wire/selection.ts). All places in it are offsets, so the
 * bytes are the same wherever they are put; they are made once per selection.
 */
import { RECORD_PARTS, type WantedPath } from "../domain/parameter-selection.ts";
import { SELECTION, SELECTION_ENTRY_BYTES, SELECTION_FLAG } from "./extraction-layout.ts";
import { type AutomatonState, selectionAutomaton } from "./selection-automaton.ts";

const NUMBERS_MAX = 0xffff;
const SUFFIXES_MAX = 0xff;

const known = new WeakMap<readonly WantedPath[], Uint8Array>();
const encoder = new TextEncoder();

/** Throws RangeError for a selection with more states or names than the core can number. */
export function selectionBytes(selection: readonly WantedPath[]): Uint8Array {
  const bytes = known.get(selection) ?? encode(selectionAutomaton(selection));
  known.set(selection, bytes);
  return bytes;
}

function encode(states: readonly AutomatonState[]): Uint8Array {
  const suffixLists = new Set(states.map(({ suffixes }) => suffixes));
  const suffixCount = [...suffixLists].reduce((sum, { length }) => sum + length, 0);
  check(states.length, NUMBERS_MAX, "states");
  check(suffixCount, NUMBERS_MAX, "suffixes");
  const texts = new Set<string>(RECORD_PARTS);
  for (const { edges } of states) for (const name of edges.keys()) texts.add(name);
  const ends = new Set([...suffixLists].flatMap((suffixes) => suffixes.map(([end]) => end)));
  const edgeCount = states.reduce((sum, { edges }) => sum + edges.size, 0);
  const textSlots = slotsFor(texts.size);
  const edgeSlots = slotsFor(edgeCount);
  check(textSlots, NUMBERS_MAX, "names");
  const statesAt = SELECTION.headBytes;
  const suffixesAt = statesAt + states.length * SELECTION_ENTRY_BYTES;
  const textsAt = suffixesAt + suffixCount * SELECTION_ENTRY_BYTES;
  const edgesAt = textsAt + textSlots * SELECTION_ENTRY_BYTES;
  const spellings = placeSpellings([...texts, ...ends], edgesAt + edgeSlots * SELECTION_ENTRY_BYTES);
  const bytes = new Uint8Array(spellings.end);
  const view = new DataView(bytes.buffer);
  for (const { at, text } of spellings.places.values()) bytes.set(text, at);
  for (const [offset, value] of [
    [SELECTION.textMask, textSlots - 1],
    [SELECTION.edgeMask, edgeSlots - 1],
    [SELECTION.texts, textsAt],
    [SELECTION.edges, edgesAt],
    [SELECTION.states, statesAt],
    [SELECTION.suffixes, suffixesAt],
  ] as const) {
    view.setUint32(offset, value, true);
  }
  const numbers = writeTexts(view, textsAt, textSlots, [...texts], spellings.places);
  for (const [index, part] of RECORD_PARTS.entries()) {
    view.setUint32(SELECTION.parts + index * 4, numbers.get(part) ?? 0, true);
  }
  writeEdges(view, edgesAt, edgeSlots, states, numbers);
  writeStates(view, statesAt, suffixesAt, states, spellings.places);
  return bytes;
}

interface Spelling {
  readonly at: number;
  readonly text: Uint8Array;
}

function placeSpellings(texts: readonly string[], start: number) {
  const places = new Map<string, Spelling>();
  let end = start;
  for (const name of texts) {
    const text = encoder.encode(name);
    check(text.length, NUMBERS_MAX, "bytes in a name");
    if (!places.has(name)) {
      places.set(name, { at: end, text });
      end += text.length;
    }
  }
  return { places, end };
}

function writeTexts(
  view: DataView,
  textsAt: number,
  slots: number,
  texts: readonly string[],
  places: ReadonlyMap<string, Spelling>,
): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const name of texts) {
    const { at, text } = placeOf(places, name);
    const hash = hashOfText(text);
    let slot = hash & (slots - 1);
    while (view.getUint32(textsAt + slot * SELECTION_ENTRY_BYTES, true) !== 0) slot = (slot + 1) & (slots - 1);
    const place = textsAt + slot * SELECTION_ENTRY_BYTES;
    view.setUint32(place, at, true);
    view.setUint16(place + 4, text.length, true);
    view.setUint16(place + 6, hash >>> 16, true);
    numbers.set(name, slot + 1);
  }
  return numbers;
}

function writeEdges(
  view: DataView,
  edgesAt: number,
  slots: number,
  states: readonly AutomatonState[],
  numbers: ReadonlyMap<string, number>,
): void {
  for (const [state, { edges }] of states.entries()) {
    for (const [name, target] of edges) {
      const edge = ((state << 16) | (numbers.get(name) ?? 0)) >>> 0;
      let slot = hashOfEdge(edge) & (slots - 1);
      while (view.getUint32(edgesAt + slot * SELECTION_ENTRY_BYTES, true) !== 0) slot = (slot + 1) & (slots - 1);
      view.setUint32(edgesAt + slot * SELECTION_ENTRY_BYTES, edge, true);
      view.setUint16(edgesAt + slot * SELECTION_ENTRY_BYTES + 4, target, true);
    }
  }
}

function writeStates(
  view: DataView,
  statesAt: number,
  suffixesAt: number,
  states: readonly AutomatonState[],
  places: ReadonlyMap<string, Spelling>,
): void {
  const firsts = new Map<AutomatonState["suffixes"], number>();
  let next = 0;
  for (const [number, state] of states.entries()) {
    const { any, fallback, suffixes } = state;
    check(suffixes.length, SUFFIXES_MAX, "suffixes of a state");
    const first = firsts.get(suffixes) ?? next;
    const place = statesAt + number * SELECTION_ENTRY_BYTES;
    view.setUint16(place, any, true);
    view.setUint16(place + 2, fallback, true);
    view.setUint16(place + 4, first, true);
    view.setUint8(place + 6, suffixes.length);
    view.setUint8(place + 7, flagsOf(state));
    if (firsts.has(suffixes)) continue;
    firsts.set(suffixes, first);
    for (const [end, target] of suffixes) {
      const { at, text } = placeOf(places, end);
      const entry = suffixesAt + next++ * SELECTION_ENTRY_BYTES;
      view.setUint32(entry, at, true);
      view.setUint16(entry + 4, text.length, true);
      view.setUint16(entry + 6, target, true);
    }
  }
}

function flagsOf({ take, name, inside }: AutomatonState): number {
  const { take: takeBit, name: nameBit, inside: insideBit } = SELECTION_FLAG;
  return (take ? takeBit : 0) | (name ? nameBit : 0) | (inside ? insideBit : 0);
}

function placeOf(places: ReadonlyMap<string, Spelling>, name: string): Spelling {
  const place = places.get(name);
  if (place === undefined) throw new Error(`no place for \`${name}\``);
  return place;
}

/** A power of two, at most two thirds full. */
function slotsFor(count: number): number {
  let slots = 4;
  while (slots * 2 < count * 3) slots *= 2;
  return slots;
}

/** As in assembly/wire/selection.ts. */
function hashOfText(text: Uint8Array): number {
  const word = (at: number) =>
    (text[at] ?? 0) | ((text[at + 1] ?? 0) << 8) | ((text[at + 2] ?? 0) << 16) | ((text[at + 3] ?? 0) << 24);
  const isLong = text.length >= 4;
  let hash = Math.imul(word(0), 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 15) ^ (isLong ? word((text.length >> 1) - 2) : 0), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13) ^ (isLong ? word(text.length - 4) : 0) ^ text.length, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

function hashOfEdge(edge: number): number {
  const hash = Math.imul(edge, 0x9e3779b1);
  return (hash ^ (hash >>> 15)) >>> 0;
}

function check(count: number, most: number, what: string): void {
  if (count > most) throw new RangeError(`the selection has ${count} ${what}; at most ${most} are possible`);
}
