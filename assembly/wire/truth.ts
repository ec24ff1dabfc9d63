/**
 * Three values in two bits, so that AND and OR of truths are the bitwise ones (design R6 and part 9):
 *
 *   bit 0  MAY   true for at least one possibility
 *   bit 1  MUST  true for every possibility
 *
 * FALSE = 00, UNKNOWN = 01, TRUE = 11; 10 does not occur.
 */

export const MAY: u32 = 1;
export const MUST: u32 = 2;

export const FALSE: u32 = 0;
export const UNKNOWN: u32 = MAY;
export const TRUE: u32 = MAY | MUST;

/** NOT: may be true what need not be true, must be true what may not be true. */
export function negate(truth: u32): u32 {
  return ((truth & MUST) === 0 ? MAY : 0) | ((truth & MAY) === 0 ? MUST : 0);
}

/** FALSE or TRUE of a plain answer. */
export function certain(answer: bool): u32 {
  return answer ? TRUE : FALSE;
}
