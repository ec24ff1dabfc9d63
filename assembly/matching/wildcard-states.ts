/**
 * The way to match a wildcard pattern whose cost no input can raise: all places of the pattern at once, one bit each.
 * Every byte of the value costs as many word operations as the pattern has 64 symbols, whatever the two hold.
 *
 *   bit i of `states`   the value so far matches the first i symbols of the pattern
 *
 *   scratch   ┌ states ┬ next ┬ stars ┬ ones ┬ afterOnes ┬ literals of byte 0 ┬ … ┬ literals of byte 255 ┐   `words` u64 each
 */
import { allocate, mark, release } from "../wire/arena.ts";
import { TOKEN_ANY, TOKEN_ONE } from "../wire/program.ts";
import { foldAscii } from "./text.ts";

const TABLES: u32 = 5;

/** As `matchesWildcard`. */
export function matchesByStates(
  pattern: usize,
  patternLength: u32,
  value: usize,
  valueLength: u32,
  foldedBytes: u32,
): bool {
  const words = (patternLength >> 6) + 1;
  const stride = (<usize>words) << 3;
  const place = mark();
  const states = allocate(stride * (TABLES + 256));
  // 2.4 MB for the longest pattern there is; a caller that has no memory for it has long failed at the value.
  if (states === 0) unreachable();
  memory.fill(states, 0, stride * (TABLES + 256));
  const symbols = fillTables(pattern, patternLength, states, stride);
  setBit(states, 0);
  closeOverStars(states, states + 2 * stride, words);
  for (let v: u32 = 0; v < valueLength; v++) {
    const byte: u32 = load<u8>(value + v);
    step(states, stride, words, byte, v < foldedBytes ? otherCase(byte) : byte);
  }
  const matches = hasBit(states, symbols);
  release(place);
  return matches;
}

/** Gives the number of symbols: a run of stars is one. */
function fillTables(pattern: usize, patternLength: u32, states: usize, stride: usize): u32 {
  const stars = states + 2 * stride;
  const ones = states + 3 * stride;
  const afterOnes = states + 4 * stride;
  const literals = states + <usize>TABLES * stride;
  let symbols: u32 = 0;
  let afterStar = false;
  for (let p: u32 = 0; p < patternLength; p++) {
    const symbol: u32 = load<u8>(pattern + p);
    if (symbol === TOKEN_ANY) {
      if (!afterStar) setBit(stars, symbols++);
    } else if (symbol === TOKEN_ONE) {
      setBit(ones, symbols++);
      setBit(afterOnes, symbols);
    } else {
      setBit(literals + <usize>symbol * stride, symbols++);
    }
    afterStar = symbol === TOKEN_ANY;
  }
  return symbols;
}

/**
 * A literal goes on by its byte, TOKEN_ONE by the first byte of a character and stays behind it for the others, a star
 * stays by any.
 */
function step(states: usize, stride: usize, words: u32, byte: u32, other: u32): void {
  const next = states + stride;
  const stars = states + 2 * stride;
  const isFurther = (byte & 0xc0) === 0x80;
  const isAny = byte === TOKEN_ANY;
  const literals = states + (<usize>TABLES + <usize>byte) * stride;
  const others = states + (<usize>TABLES + <usize>other) * stride;
  let carried: u64 = 0;
  for (let at: usize = 0; at < stride; at += 8) {
    const now = load<u64>(states + at);
    const goes =
      load<u64>(literals + at) |
      load<u64>(others + at) |
      (isFurther || isAny ? 0 : load<u64>(states + 3 * stride + at));
    const stays = load<u64>(stars + at) | (isFurther ? load<u64>(states + 4 * stride + at) : 0);
    const gone = now & goes;
    store<u64>(next + at, (gone << 1) | carried | (now & stays));
    carried = gone >> 63;
  }
  closeOverStars(next, stars, words);
  memory.copy(states, next, stride);
}

/** A star takes nothing, too: who stands before it stands behind it. Never two in a row, so once is enough. */
function closeOverStars(states: usize, stars: usize, words: u32): void {
  let carried: u64 = 0;
  for (let word: u32 = 0; word < words; word++) {
    const at = (<usize>word) << 3;
    const now = load<u64>(states + at) | carried;
    const before = now & load<u64>(stars + at);
    store<u64>(states + at, now | (before << 1));
    carried = before >> 63;
  }
}

function otherCase(byte: u32): u32 {
  const lower = foldAscii(byte);
  return lower - 0x61 < 26 ? byte ^ 0x20 : byte;
}

function setBit(bits: usize, index: u32): void {
  const at = bits + ((<usize>(index >> 6)) << 3);
  store<u64>(at, load<u64>(at) | ((<u64>1) << (index & 63)));
}

function hasBit(bits: usize, index: u32): bool {
  return ((load<u64>(bits + ((<usize>(index >> 6)) << 3)) >> (index & 63)) & 1) !== 0;
}
