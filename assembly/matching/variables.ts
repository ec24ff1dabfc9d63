/**
 * Policy variables (semantics 3.4): a pattern with the texts in place that its variables stand for. Texts go in as they
 * are: a star in one is a star, no wildcard.
 *
 * What a variable could stand for is a binding (wire/program.ts). A *combination* picks one possibility of every binding;
 * numbered from 0, the first binding turning fastest.
 */
import { allocate } from "../wire/arena.ts";
import {
  lengthOf,
  MAY_BE_ABSENT,
  MAY_BE_ANYTHING,
  possibilitiesOf,
  SUBJECT_BYTES,
  startOf,
  TOKEN_ANY,
  TOKEN_VARIABLE,
  textAt,
  textCountOf,
  VARIABLE_NUMBER_BASE,
} from "../wire/program.ts";

/** The combination in which nothing is known of any variable; also where there are more than COMBINATIONS_MAX. */
export const ALL_OPEN: u32 = u32.MAX_VALUE;
export const COMBINATIONS_MAX: u32 = 64;

/** A variable has no value, and no default: the pattern matches nothing. */
export const RESOLVED_TO_NOTHING: u32 = 0;
export const RESOLVED: u32 = 1;
/** A variable could stand for anything: it has become a star. */
export const RESOLVED_OPEN: u32 = 2;
/** A text with a colon, or one nobody knows, stands in one of the first five parts of an ARN: no source says what that means. */
export const RESOLVED_CONTESTED: u32 = 3;

const COLON: u32 = 0x3a;
const LAST_PART: u32 = 5;

/** The pattern that `resolve` made last: in the arena, until its caller releases it. */
export let resolvedStart: usize = 0;
export let resolvedLength: u32 = 0;

/** How many combinations `count` bindings have; more than COMBINATIONS_MAX means too many. */
export function combinationsOf(bindings: usize, count: u32): u32 {
  let combinations: u32 = 1;
  for (let i: u32 = 0; i < count && combinations <= COMBINATIONS_MAX; i++) {
    combinations *= choicesOf(bindings + <usize>i * SUBJECT_BYTES);
  }
  return combinations;
}

function choicesOf(binding: usize): u32 {
  const possibilities = possibilitiesOf(binding);
  const absent: u32 = (possibilities & MAY_BE_ABSENT) !== 0 ? 1 : 0;
  const anything: u32 = (possibilities & MAY_BE_ANYTHING) !== 0 ? 1 : 0;
  return absent + textCountOf(binding) + anything;
}

/** The text a variable stands for under a combination; 0 when it stands for nothing, OPEN when for anything. */
function chosenText(bindings: usize, variable: u32, combination: u32): usize {
  if (combination === ALL_OPEN) return OPEN;
  let rest = combination;
  for (let i: u32 = 0; i < variable; i++) rest /= choicesOf(bindings + <usize>i * SUBJECT_BYTES);
  const binding = bindings + <usize>variable * SUBJECT_BYTES;
  let choice = rest % choicesOf(binding);
  if ((possibilitiesOf(binding) & MAY_BE_ABSENT) !== 0 && choice-- === 0) return 0;
  return choice < textCountOf(binding) ? textAt(binding, choice) : OPEN;
}

const OPEN: usize = usize.MAX_VALUE;

/** Makes `resolvedStart` and `resolvedLength` and gives a RESOLVED_ state. `ofArn`: parts between colons have a meaning. */
export function resolve(pattern: usize, bindings: usize, combination: u32, ofArn: bool): u32 {
  const start = startOf(pattern);
  const length = lengthOf(pattern);
  const bound = ofArn && colonsOf(start, length) >= LAST_PART;
  let bytes: u32 = 0;
  let colons: u32 = 0;
  let state = RESOLVED;
  for (let i: u32 = 0; i < length; i++) {
    const byte: u32 = load<u8>(start + i);
    if (byte === COLON) colons++;
    if (byte !== TOKEN_VARIABLE) {
      bytes++;
      continue;
    }
    const text = chosenText(bindings, variableAt(start, ++i), combination);
    if (text === 0) return RESOLVED_TO_NOTHING;
    const inHead = bound && colons < LAST_PART;
    if (inHead && (text === OPEN || colonsOf(startOf(text), lengthOf(text)) > 0)) state = RESOLVED_CONTESTED;
    if (text === OPEN && state === RESOLVED) state = RESOLVED_OPEN;
    bytes += text === OPEN ? 1 : lengthOf(text);
  }
  // A contested pattern is not looked at; every variable has been, since one without a value decides alone.
  if (state === RESOLVED_CONTESTED) return state;
  resolvedStart = allocate(bytes);
  if (resolvedStart === 0) return RESOLVED_CONTESTED;
  resolvedLength = bytes;
  write(start, length, bindings, combination);
  return state;
}

function write(start: usize, length: u32, bindings: usize, combination: u32): void {
  let out = resolvedStart;
  for (let i: u32 = 0; i < length; i++) {
    const byte: u32 = load<u8>(start + i);
    if (byte !== TOKEN_VARIABLE) {
      store<u8>(out++, <u8>byte);
      continue;
    }
    const text = chosenText(bindings, variableAt(start, ++i), combination);
    if (text === OPEN) {
      store<u8>(out++, <u8>TOKEN_ANY);
    } else {
      memory.copy(out, startOf(text), lengthOf(text));
      out += lengthOf(text);
    }
  }
}

function variableAt(start: usize, at: u32): u32 {
  return <u32>load<u8>(start + at) - VARIABLE_NUMBER_BASE;
}

function colonsOf(start: usize, length: u32): u32 {
  let colons: u32 = 0;
  for (let i: u32 = 0; i < length; i++) {
    if (load<u8>(start + i) === COLON) colons++;
  }
  return colons;
}
