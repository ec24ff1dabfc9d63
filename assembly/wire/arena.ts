/**
 * Linear memory behind the static data, handed out from low to high and given back by falling to an earlier mark.
 * No free list: a chunk, a program or a window lives until its owner releases the mark taken before it.
 *
 *   0            __heap_base                     top                memory.size()
 *   ├ static data ┼ allocations, each 16-aligned  ┼ free, may grow    ┤
 */

const ALIGNMENT: usize = 16;
const PAGE_BYTES: usize = 65536;
/** Bytes that readers may touch past the end of any allocation: one 64-byte block of the SIMD scans. */
export const READ_AHEAD_BYTES: usize = 64;

let top: usize = (__heap_base + ALIGNMENT - 1) & ~(ALIGNMENT - 1);

/**
 * Gives `bytes` bytes, 16-aligned and not cleared, with READ_AHEAD_BYTES readable behind them.
 * 0 when the memory limit of the module (asconfig: maximumMemory) is reached; then nothing has changed.
 */
export function allocate(bytes: usize): usize {
  const start = top;
  const end = (start + bytes + ALIGNMENT - 1) & ~(ALIGNMENT - 1);
  if (end < start) return 0;
  const needed = end + READ_AHEAD_BYTES;
  const available = <usize>memory.size() * PAGE_BYTES;
  if (needed > available) {
    const pages = (needed - available + PAGE_BYTES - 1) / PAGE_BYTES;
    if (memory.grow(<i32>pages) < 0) return 0;
  }
  top = end;
  return start;
}

/** The place to fall back to with `release`. */
export function mark(): usize {
  return top;
}

/** Gives back everything allocated since `place` was marked. */
export function release(place: usize): void {
  if (place <= top) top = place;
}
