/**
 * The structural scan: bytes of the window → two bits per byte, from which everything else is walked without looking at
 * the bytes between.
 *
 *   bitmaps     ┌ quotes u64 ┬ brackets u64 ┐ × blocks of 64 bytes, then one block of sentinels
 *   backslashes ┌ u8 per block: is there a backslash? ┐
 *
 * *quotes* are those that open or close a string, *brackets* those outside of strings. Behind the last scanned byte all
 * bits are set, so that no search for the next one runs away. A scan starts outside of strings, wherever it starts.
 * It goes on in steps, so that starting anew in a damaged file costs little.
 */
import { BACKSLASH, hexValue, isEscapable, QUOTE } from "./bytes.ts";
import { bracketsPlain, bytesEqualPlain, controlsPlain } from "./structure-plain.ts";
import { bracketsSimd, bytesEqualSimd, controlsSimd, rareBytesEqualSimd } from "./structure-simd.ts";

/** First step of a scan: in a damaged file there is one for each record. */
const STEP_BYTES_MIN: usize = 4096;
/** Later steps: large against a record, for a record that ends behind a step is read twice; small against the window. */
const STEP_BYTES_MAX: usize = 32768;
const EVEN_BITS: u64 = 0x5555555555555555;
const ODD_BITS: u64 = 0xaaaaaaaaaaaaaaaa;

let window: usize = 0;
let filled: usize = 0;
let bitmaps: usize = 0;
let backslashFlags: usize = 0;
/** Everything in [scanStart, scanEnd) is scanned. */
let scanStart: usize = 0;
let scanEnd: usize = 0;
/** Bit 0: the byte at scanEnd is escaped. */
let escapedNext: u64 = 0;
/** All bits: scanEnd lies in a string. */
let insideNext: u64 = 0;
let badByte: usize = 0;

export const SUSPENDED_MAX: usize = 2;
const SCAN_BYTES: usize = 48;
const suspended: usize = memory.data(<i32>(SUSPENDED_MAX * SCAN_BYTES), 8);
let suspendedCount: usize = 0;

/** Makes `bytes` bytes at `at` the window. Positions are offsets in it from here on. Nothing is scanned yet. */
export function openWindow(at: usize, bytes: usize, bitmapsAt: usize, backslashesAt: usize): void {
  window = at;
  filled = bytes;
  bitmaps = bitmapsAt;
  backslashFlags = backslashesAt;
  scanStart = usize.MAX_VALUE;
}

export function byteAt(position: usize): u32 {
  return load<u8>(window + position);
}

export function addressOf(position: usize): usize {
  return window + position;
}

export function filledEnd(): usize {
  return filled;
}

/** Positions from here on are not scanned, or not filled. */
export function scannedEnd(): usize {
  return scanEnd;
}

/** First place since the start of the scan that JSON forbids in, or because of, a string; scannedEnd() or more if none. */
export function firstBadByte(): usize {
  return badByte;
}

/** Keeps where the scan stands, so that another text can be looked at; up to SUSPENDED_MAX scans, the last one resumed first. */
export function suspendScan(): void {
  assert(suspendedCount < SUSPENDED_MAX);
  const place = suspended + suspendedCount++ * SCAN_BYTES;
  store<usize>(place, window);
  store<usize>(place, filled, 4);
  store<usize>(place, bitmaps, 8);
  store<usize>(place, backslashFlags, 12);
  store<usize>(place, scanStart, 16);
  store<usize>(place, scanEnd, 20);
  store<usize>(place, badByte, 24);
  store<u64>(place, escapedNext, 32);
  store<u64>(place, insideNext, 40);
}

export function resumeScan(): void {
  const place = suspended + --suspendedCount * SCAN_BYTES;
  window = load<usize>(place);
  filled = load<usize>(place, 4);
  bitmaps = load<usize>(place, 8);
  backslashFlags = load<usize>(place, 12);
  scanStart = load<usize>(place, 16);
  scanEnd = load<usize>(place, 20);
  badByte = load<usize>(place, 24);
  escapedNext = load<u64>(place, 32);
  insideNext = load<u64>(place, 40);
}

/** The bits of a block from the one of `position` on. */
export function bitsFrom(position: usize): u64 {
  const shift: u64 = position & 63;
  return u64.MAX_VALUE << shift;
}

export function quotesOf(block: usize): u64 {
  return load<u64>(bitmaps + (block << 4));
}

export function bracketsOf(block: usize): u64 {
  return load<u64>(bitmaps + (block << 4), 8);
}

/** Has a scan that goes through `position` outside of strings been made? */
export function isScanned(position: usize): bool {
  return position >= scanStart && position <= scanEnd;
}

/** Forgets the scan: what was taken for a string, or not, has proved wrong. */
export function forgetScan(): void {
  scanStart = usize.MAX_VALUE;
}

/** Scans a first step from `position`, which is outside of strings. */
export function startScan(position: usize): void {
  scanStart = position;
  scanEnd = position;
  escapedNext = 0;
  insideNext = 0;
  badByte = usize.MAX_VALUE;
  scanFurther(position);
}

/** Scans at least twice as far from `from` as before. False when everything is scanned. */
export function scanFurther(from: usize): bool {
  if (scanEnd >= filled) return false;
  const step = min(max(scanEnd - scanStart, STEP_BYTES_MIN), STEP_BYTES_MAX);
  let end = (scanEnd + max(step, scanEnd - from) + 63) & ~(<usize>63);
  if (end > filled) end = filled;
  scanBlocks(scanEnd, end);
  scanEnd = end;
  const lastBlock = end >> 6;
  const sentinels: u64 = bitsFrom(end);
  const kept: u64 = (end & 63) === 0 ? 0 : ~sentinels;
  const at = bitmaps + (lastBlock << 4);
  store<u64>(at, (load<u64>(at) & kept) | sentinels);
  store<u64>(at, (load<u64>(at, 8) & kept) | sentinels, 8);
  return true;
}

/**
 * Scans `bytes` bytes at `at` in one go: the bitmaps of a text by itself. Gives firstBadByte(). There is room for the
 * bitmaps of (bytes / 64, rounded down) + 1 blocks, and READ_AHEAD_BYTES can be read behind the text.
 */
export function scanStructure(at: usize, bytes: usize, bitmapsAt: usize, backslashesAt: usize): usize {
  openWindow(at, bytes, bitmapsAt, backslashesAt);
  startScan(0);
  while (scanFurther(0));
  return badByte;
}

function scanBlocks(from: usize, end: usize): void {
  let escaped = escapedNext;
  let inside = insideNext;
  let kept: u64 = bitsFrom(from);
  for (let position = from & ~(<usize>63); position < end; position += 64) {
    const block = window + position;
    let quotes = equalBits(block, QUOTE) & kept;
    const backslashes = rareEqualBits(block, BACKSLASH) & kept;
    store<u8>(backslashFlags + (position >> 6), backslashes !== 0 ? 1 : 0);
    let escapes = escaped;
    if (backslashes !== 0) {
      escapes = escapedBits(backslashes, escaped);
      escaped = clz(~(backslashes & ~escaped)) & 1;
    } else {
      escaped = 0;
    }
    quotes &= ~escapes;
    const strings = prefixXor(quotes) ^ inside;
    inside = 0 - (strings >> 63);
    const at = bitmaps + ((position >> 6) << 4);
    store<u64>(at, quotes);
    store<u64>(at, bracketBits(block) & ~strings & kept, 8);
    const controls = controlBits(block) & strings & kept;
    if ((controls | escapes | backslashes) !== 0) {
      checkStrings(position, end, controls, backslashes & ~strings, escapes & strings);
    }
    kept = u64.MAX_VALUE;
  }
  escapedNext = escaped;
  insideNext = inside;
}

/** Notes the first of: a control character in a string, a backslash outside of one, an escape that JSON does not know. */
function checkStrings(position: usize, end: usize, controls: u64, strays: u64, escapes: u64): void {
  if (badByte !== usize.MAX_VALUE) return;
  const known: u64 = end - position >= 64 ? u64.MAX_VALUE : ~bitsFrom(end);
  let bad = (controls | strays) & known;
  let open = escapes & known;
  while (open !== 0) {
    const lowest = open & (0 - open);
    if (!isEscape(position + <usize>ctz(open))) bad |= lowest;
    open ^= lowest;
  }
  if (bad !== 0) badByte = position + <usize>ctz(bad);
}

/** Is the byte a known escape, with four digits after a `u`? Digits behind the end of what is filled are not asked for. */
function isEscape(position: usize): bool {
  const byte = byteAt(position);
  if (byte !== 0x75) return isEscapable(byte);
  for (let digit = position + 1; digit <= position + 4 && digit < filled; digit++) {
    if (hexValue(byteAt(digit)) === 16) return false;
  }
  return true;
}

/**
 * The byte behind every odd run of backslashes. A run that starts at an even place and ends before an odd one is odd, and
 * the other way round; adding its first bit to a run carries into the place behind it.
 */
function escapedBits(backslashes: u64, escapedBefore: u64): u64 {
  const runs = backslashes & ~escapedBefore;
  const starts = runs & ~(runs << 1);
  const behindEven = (runs + (starts & EVEN_BITS)) & ~runs & ODD_BITS;
  const behindOdd = (runs + (starts & ODD_BITS)) & ~runs & EVEN_BITS;
  return behindEven | behindOdd | escapedBefore;
}

/** Bit i: the exclusive or of all bits up to i. */
function prefixXor(bits: u64): u64 {
  let sum = bits;
  sum ^= sum << 1;
  sum ^= sum << 2;
  sum ^= sum << 4;
  sum ^= sum << 8;
  sum ^= sum << 16;
  return sum ^ (sum << 32);
}

/** Is there a backslash in [from, to)? */
export function hasBackslash(from: usize, to: usize): bool {
  let flagged = false;
  for (let block = from >> 6; block <= to >> 6; block++) {
    if (load<u8>(backslashFlags + block) !== 0) flagged = true;
  }
  if (!flagged) return false;
  for (let position = from; position < to; position++) {
    if (byteAt(position) === BACKSLASH) return true;
  }
  return false;
}

function equalBits(block: usize, byte: u32): u64 {
  if (ASC_FEATURE_SIMD) return bytesEqualSimd(block, byte);
  return bytesEqualPlain(block, byte);
}

function rareEqualBits(block: usize, byte: u32): u64 {
  if (ASC_FEATURE_SIMD) return rareBytesEqualSimd(block, byte);
  return bytesEqualPlain(block, byte);
}

function bracketBits(block: usize): u64 {
  if (ASC_FEATURE_SIMD) return bracketsSimd(block);
  return bracketsPlain(block);
}

function controlBits(block: usize): u64 {
  if (ASC_FEATURE_SIMD) return controlsSimd(block);
  return controlsPlain(block);
}
