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
