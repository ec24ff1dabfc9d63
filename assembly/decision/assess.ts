/**
 * What the current and the proposed hierarchy say to one authorization, and how the answers for several make the verdict of an
 * event (design R7). An *assessment* is a set of the bits below; each is a statement about all assignments of the unknowns.
 */
import {
  VERDICT_DENIED_IF_ALLOWED_NOW,
  VERDICT_DENIED_NOW,
  VERDICT_NEWLY_ALLOWED,
  VERDICT_NEWLY_DENIED,
  VERDICT_UNCHANGED,
  VERDICT_UNDETERMINED,
} from "../wire/plan.ts";
import { allowsCurrent, allowsProposed, deniesCurrent, deniesProposed, deniesProposedOnly } from "./account-class.ts";

/** The current hierarchy denies it whatever is unknown. */
const DENIED_NOW: u32 = 1;
/** The current hierarchy allows it whatever is unknown. */
const ALLOWED_NOW: u32 = 2;
/** The proposed one denies it wherever the current one allows it. */
const TAKEN: u32 = 4;
/** The proposed one may deny it somewhere where the current one allows it. */
const OPEN: u32 = 8;
/** The proposed one allows it whatever is unknown. */
const GIVEN: u32 = 16;

/** Of an event of which no authorization has been looked at: nothing denies it. */
export const NOTHING_YET: u32 = ALLOWED_NOW | GIVEN;

/**
 * Of one authorization. `mask` holds the statements that may match, then those that must. A current Deny that only may match
 * is false wherever the current hierarchy allows, and so is every proposed Deny it contains: deniesProposedOnly leaves those out.
 */
export function assess(accountClass: usize, mask: usize, words: u32): u32 {
  const may = mask;
  const must = mask + <usize>words * 8;
  let bits: u32 = 0;
  if (!deniesProposed(accountClass, may, words) && allowsProposed(accountClass, must, words, true)) bits |= GIVEN;
  if (deniesCurrent(accountClass, must, words) || !allowsCurrent(accountClass, may, words)) return bits | DENIED_NOW;
  if (!deniesCurrent(accountClass, may, words) && allowsCurrent(accountClass, must, words)) bits |= ALLOWED_NOW;
  if (deniesProposedOnly(accountClass, must, words) || !allowsProposed(accountClass, may, words, false)) {
    return bits | TAKEN | OPEN;
  }
  const isOpen = deniesProposedOnly(accountClass, may, words) || !allowsProposed(accountClass, must, words, false);
  return isOpen ? bits | OPEN : bits;
}

/**
 * Of two authorizations of which AWS asked for one, and nobody knows which. One that is denied now was not asked for: the call
 * was allowed.
 */
export function eitherOf(left: u32, right: u32): u32 {
  const given = left & right & GIVEN;
  if ((left & DENIED_NOW) !== 0) return (right & ~GIVEN) | given;
  if ((right & DENIED_NOW) !== 0) return (left & ~GIVEN) | given;
  return given | ((left | right) & (ALLOWED_NOW | OPEN)) | (left & right & TAKEN);
}

/** Of an event that needed both. */
export function withCertain(event: u32, asked: u32): u32 {
  return (event & asked & (ALLOWED_NOW | GIVEN)) | ((event | asked) & (DENIED_NOW | TAKEN | OPEN));
}

export function verdictOf(event: u32): u32 {
  if ((event & DENIED_NOW) !== 0) return (event & GIVEN) !== 0 ? VERDICT_NEWLY_ALLOWED : VERDICT_DENIED_NOW;
  if ((event & TAKEN) !== 0) {
    return (event & ALLOWED_NOW) !== 0 ? VERDICT_NEWLY_DENIED : VERDICT_DENIED_IF_ALLOWED_NOW;
  }
  return (event & OPEN) !== 0 ? VERDICT_UNDETERMINED : VERDICT_UNCHANGED;
}

/**
 * Adds an authorization that only may have happened. Where it did not, the answer is `verdict`; so it can make it
 * undetermined, never better and never denied (R7: possible authorizations are among the unknowns). Denied now, it did not
 * happen: a call that had asked for it would not have been allowed.
 */
export function withPossible(verdict: u32, possible: u32): u32 {
  if (verdict === VERDICT_UNCHANGED && (possible & (DENIED_NOW | OPEN)) === OPEN) return VERDICT_UNDETERMINED;
  if (verdict === VERDICT_NEWLY_ALLOWED && (possible & GIVEN) === 0) return VERDICT_DENIED_NOW;
  return verdict;
}
