/**
 * Truths of predicates per distinct value → masks of statements per distinct value (layout: wire/plan.ts).
 * A statement is the conjunction of its predicates, so a predicate that is false, or not sure, clears a bit.
 */
import { MAY, MUST } from "../wire/truth.ts";

/** Every statement may and must match, for `count` distinct values: the mask before any predicate has spoken. */
export function fillMasks(masks: usize, count: u32, words: u32): void {
  memory.fill(masks, 0xff, <usize>count * words * 16);
}

/**
 * Takes one predicate into the masks of its dimension: clears the bits of the `statementCount` statements (u32 each)
 * that have it, where its truth (u8 per distinct value) is not MAY, not MUST.
 */
export function applyPredicate(
  masks: usize,
  count: u32,
  words: u32,
  truths: usize,
  statements: usize,
  statementCount: u32,
): void {
  const stride = <usize>words * 16;
  const mustOffset = <usize>words * 8;
  for (let value: u32 = 0; value < count; value++) {
    const truth: u32 = load<u8>(truths + value);
    if (truth === (MAY | MUST)) continue;
    const mask = masks + <usize>value * stride;
    for (let i: u32 = 0; i < statementCount; i++) {
      const statement = load<u32>(statements + ((<usize>i) << 2));
      const at = mask + ((<usize>(statement >> 6)) << 3);
      const keep = ~((<u64>1) << (statement & 63));
      if ((truth & MAY) === 0) store<u64>(at, load<u64>(at) & keep);
      store<u64>(at + mustOffset, load<u64>(at + mustOffset) & keep);
    }
  }
}

/**
 * Several possible authorizations as one mask: a Deny may match through any of them, an Allow must cover all of them.
 * MAY bits are OR-ed, MUST bits AND-ed, and both are limited by `limit`, the mask of what they have in common.
 * `sources` are u32 indices into `masks`; at least one.
 */
export function combinePossible(
  masks: usize,
  words: u32,
  sources: usize,
  sourceCount: u32,
  limit: usize,
  out: usize,
): void {
  const stride = <usize>words * 16;
  for (let word: u32 = 0; word < words; word++) {
    const may = (<usize>word) << 3;
    const must = may + <usize>words * 8;
    let any: u64 = 0;
    let all: u64 = u64.MAX_VALUE;
    for (let i: u32 = 0; i < sourceCount; i++) {
      const mask = masks + <usize>load<u32>(sources + ((<usize>i) << 2)) * stride;
      any |= load<u64>(mask + may);
      all &= load<u64>(mask + must);
    }
    store<u64>(out + may, any & load<u64>(limit + may));
    store<u64>(out + must, all & load<u64>(limit + must));
  }
}
