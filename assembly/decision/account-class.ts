/** Reads an account class (layout: wire/plan.ts) against the mask of one authorization. */

function overlaps(bits: usize, mask: usize, words: u32): bool {
  for (let word: u32 = 0; word < words; word++) {
    const at = (<usize>word) << 3;
    if ((load<u64>(bits + at) & load<u64>(mask + at)) !== 0) return true;
  }
  return false;
}

export function deniesCurrent(accountClass: usize, mask: usize, words: u32): bool {
  return overlaps(accountClass, mask, words);
}

export function deniesProposed(accountClass: usize, mask: usize, words: u32): bool {
  return overlaps(accountClass + <usize>words * 8, mask, words);
}

/** Denies of the proposal that no current Deny contains: on all that the current hierarchy allows, the only ones that can match (R7). */
export function deniesProposedOnly(accountClass: usize, mask: usize, words: u32): bool {
  return overlaps(accountClass + <usize>words * 16, mask, words);
}

function levelCountsOf(accountClass: usize, words: u32): usize {
  return accountClass + <usize>words * 24;
}

/** Does every current level have an Allow among the bits of `mask`? */
export function allowsCurrent(accountClass: usize, mask: usize, words: u32): bool {
  const counts = levelCountsOf(accountClass, words);
  return allows(counts + 16, load<u32>(counts), mask, words, 0);
}

/** The same for the proposed levels. With `impliedToo` false, levels that allow whatever is allowed now are passed over (R7). */
export function allowsProposed(accountClass: usize, mask: usize, words: u32, impliedToo: bool): bool {
  const counts = levelCountsOf(accountClass, words);
  const current = load<u32>(counts);
  const first = counts + 16 + <usize>current * words * 8;
  return allows(first, load<u32>(counts, 4), mask, words, impliedToo ? 0 : load<u64>(counts, 8));
}

function allows(levels: usize, count: u32, mask: usize, words: u32, skipped: u64): bool {
  for (let level: u32 = 0; level < count; level++) {
    if (((skipped >> level) & 1) !== 0) continue;
    if (!overlaps(levels + <usize>level * words * 8, mask, words)) return false;
  }
  return true;
}

/**
 * Is one of the statements in `bits` open under `mask` (it may match and need not), and one that a level of this class has?
 */
export function hasOpen(accountClass: usize, mask: usize, bits: usize, words: u32): bool {
  const counts = levelCountsOf(accountClass, words);
  const levels = load<u32>(counts) + load<u32>(counts, 4);
  for (let word: u32 = 0; word < words; word++) {
    const at = (<usize>word) << 3;
    const must = load<u64>(mask + <usize>words * 8 + at);
    const open = load<u64>(mask + at) & ~must & load<u64>(bits + at);
    if (open === 0) continue;
    let attached = load<u64>(accountClass + at) | load<u64>(accountClass + <usize>words * 8 + at);
    for (let level: u32 = 0; level < levels; level++) {
      attached |= load<u64>(counts + 16 + <usize>level * words * 8 + at);
    }
    if ((open & attached) !== 0) return true;
  }
  return false;
}
