/**
 * Two texts with wildcards (TOKEN_ANY, TOKEN_ONE): is there a text that both match? For a pattern against the form of a resource
 * that is known in part. Never says no where there is one.
 */
import { allocate, mark, release } from "../wire/arena.ts";
import { TOKEN_ANY, TOKEN_ONE } from "../wire/program.ts";
import { sameByte } from "./text.ts";

const COLON: u32 = 0x3a;

/**
 * `fold`: letters without regard to case. `withinParts`: what a wildcard of the form stands for has no colon. A character of
 * several bytes may be taken for more than one: then this says yes too often.
 */
export function mayOverlap(
  pattern: usize,
  patternLength: u32,
  form: usize,
  formLength: u32,
  fold: bool,
  withinParts: bool,
): bool {
  const place = mark();
  const width = patternLength + 1;
  // byte p of a row: the first p symbols of the pattern and the symbols of the form so far have a text in common
  let row = allocate(<usize>width);
  let before = allocate(<usize>width);
  // 20 KB for the longest pattern there is; without room for it the answer is open
  if (row === 0 || before === 0) {
    release(place);
    return true;
  }
  for (let f: u32 = 0; f <= formLength; f++) {
    const wild: u32 = f === 0 ? 0 : load<u8>(form + f - 1);
    for (let p: u32 = 0; p <= patternLength; p++) {
      const symbol: u32 = p === 0 ? 0 : load<u8>(pattern + p - 1);
      let meets: bool = f === 0 && p === 0;
      // a star on either side takes nothing, or one symbol more of the other
      if (p > 0 && symbol === TOKEN_ANY) meets = load<u8>(row + p - 1) !== 0 || (f > 0 && load<u8>(before + p) !== 0);
      if (!meets && f > 0 && wild === TOKEN_ANY) {
        const takes = p > 0 && !(withinParts && symbol === COLON);
        meets = load<u8>(before + p) !== 0 || (takes && load<u8>(row + p - 1) !== 0);
      }
      if (!meets && f > 0 && p > 0 && load<u8>(before + p - 1) !== 0)
        meets = sameSymbol(symbol, wild, fold, withinParts);
      // one character that stands for another may have several bytes
      if (!meets && f > 0 && symbol === TOKEN_ONE && isFurther(wild)) meets = load<u8>(before + p) !== 0;
      if (!meets && p > 0 && wild === TOKEN_ONE && isFurther(symbol)) meets = load<u8>(row + p - 1) !== 0;
      store<u8>(row + p, meets ? 1 : 0);
    }
    const swap = row;
    row = before;
    before = swap;
  }
  const answer = load<u8>(before + patternLength) !== 0;
  release(place);
  return answer;
}

/** A byte of a character behind its first. */
function isFurther(byte: u32): bool {
  return (byte & 0xc0) === 0x80;
}

function sameSymbol(symbol: u32, wild: u32, fold: bool, withinParts: bool): bool {
  if (symbol === TOKEN_ANY) return true;
  if (wild === TOKEN_ANY || wild === TOKEN_ONE) return !(withinParts && symbol === COLON);
  return symbol === TOKEN_ONE || sameByte(symbol, wild, fold);
}
