/**
 * A seeded hash of bytes. The strings of a log are chosen by whoever makes calls, so the seed is the host's random one;
 * ids do not depend on it. Not for anything but the dictionary.
 */

const MULTIPLIER: u64 = 0x9e3779b97f4a7c15;
const LANE_STEP: u64 = 0xc2b2ae3d27d4eb4f;

/** 32 bits of the `bytes` bytes at `at`. Reads up to 7 bytes behind them. */
export function hashBytes(at: usize, bytes: usize, seed: u64): u32 {
  const end = at + bytes;
  let state = seed ^ (<u64>bytes * MULTIPLIER);
  if (bytes >= 64) {
    // Four lanes side by side: a lane alone would wait for each multiplication.
    let a = state;
    let b = state + LANE_STEP;
    let c = b + LANE_STEP;
    let d = c + LANE_STEP;
    while (at + 32 <= end) {
      a = mix(a, load<u64>(at));
      b = mix(b, load<u64>(at, 8));
      c = mix(c, load<u64>(at, 16));
      d = mix(d, load<u64>(at, 24));
      at += 32;
    }
    state = mix(mix(mix(a, b), c), d);
  }
  while (at + 8 <= end) {
    state = mix(state, load<u64>(at));
    at += 8;
  }
  if (at < end) state = mix(state, load<u64>(at) & lowBytes(end - at));
  state ^= state >> 32;
  state *= MULTIPLIER;
  return <u32>(state >> 32);
}

/** Multiplies halves that both depend on the seed, so that no two inputs collide under every seed. */
function mix(state: u64, word: u64): u64 {
  const mixed = (state ^ word) * MULTIPLIER;
  return rotl(mixed, 29) + (mixed & 0xffffffff) * (mixed >> 32);
}

/** Mask of the first `count` (1 to 7) bytes of a word. */
function lowBytes(count: usize): u64 {
  const bits: u64 = count << 3;
  const one: u64 = 1;
  return (one << bits) - 1;
}

/** Are `bytes` bytes at both places the same? Reads up to 7 bytes behind them. */
export function equalBytes(left: usize, right: usize, bytes: usize): bool {
  const end = left + bytes;
  while (left + 8 <= end) {
    if (load<u64>(left) !== load<u64>(right)) return false;
    left += 8;
    right += 8;
  }
  return left === end || ((load<u64>(left) ^ load<u64>(right)) & lowBytes(end - left)) === 0;
}

/** Copies `bytes` bytes, and up to 7 behind them: for short texts, where memory.copy costs more than it moves. */
export function copyBytes(to: usize, from: usize, bytes: usize): void {
  for (let i: usize = 0; i < bytes; i += 8) store<u64>(to + i, load<u64>(from + i));
}
