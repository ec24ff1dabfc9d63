/** IPv4 and IPv6 addresses against ranges in CIDR notation (semantics 3.3). A bare address is the range of itself. */
import { certain, FALSE, UNKNOWN } from "../wire/truth.ts";
import { isDigit } from "./text.ts";

const POINT: u32 = 0x2e;
const SLASH: u32 = 0x2f;
const COLON: u32 = 0x3a;
const NO_ADDRESS: u32 = 0;
/** Bits of an address of either family: also the name of the family. */
const IPV4: u32 = 32;
const IPV6: u32 = 128;
const NONE: u32 = u32.MAX_VALUE;

/** 16 bytes each, the address left-aligned in network order. */
const RANGE = memory.data(16);
const ADDRESS = memory.data(16);

/**
 * One family never matches the other; an IPv4 address written as IPv6 (`::ffff:…`) AWS says nothing of, so there the answer
 * is unknown, as it is for a value that is no address.
 */
export function matchesRange(range: usize, rangeLength: u32, value: usize, valueLength: u32): u32 {
  let slash: u32 = 0;
  while (slash < rangeLength && load<u8>(range + slash) !== SLASH) slash++;
  const rangeFamily = readAddress(range, slash, RANGE);
  const valueFamily = readAddress(value, valueLength, ADDRESS);
  const bits =
    slash === rangeLength ? rangeFamily : readNumber(range + slash + 1, rangeLength - slash - 1, rangeFamily);
  if (rangeFamily === NO_ADDRESS || valueFamily === NO_ADDRESS || bits === NONE) return UNKNOWN;
  if (rangeFamily !== valueFamily) {
    return isMapped(rangeFamily === IPV6 ? RANGE : ADDRESS) && (rangeFamily === IPV4 || bits >= 96) ? UNKNOWN : FALSE;
  }
  return certain(sameBits(bits));
}

function sameBits(bits: u32): bool {
  for (let i: u32 = 0; i < bits; i += 8) {
    const rest = bits - i;
    const mask: u32 = rest >= 8 ? 0xff : 0xff & (0xff << (8 - rest));
    if (((<u32>load<u8>(RANGE + (i >> 3)) ^ <u32>load<u8>(ADDRESS + (i >> 3))) & mask) !== 0) return false;
  }
  return true;
}

/** Is it of ::ffff:0:0/96? */
function isMapped(address: usize): bool {
  return load<u64>(address) === 0 && load<u32>(address, 8) === 0xffff_0000;
}

/** Writes the address to `out`; gives its family, or NO_ADDRESS. */
function readAddress(start: usize, length: u32, out: usize): u32 {
  memory.fill(out, 0, 16);
  for (let i: u32 = 0; i < length; i++) {
    if (load<u8>(start + i) === COLON) return readIpv6(start, length, out) ? IPV6 : NO_ADDRESS;
  }
  return readIpv4(start, length, out) ? IPV4 : NO_ADDRESS;
}

/** Four decimal numbers up to 255, without leading zeros: with them the number is octal to some, decimal to others. */
function readIpv4(start: usize, length: u32, out: usize): bool {
  let at: u32 = 0;
  for (let part: u32 = 0; part < 4; part++) {
    if (part > 0) {
      if (at === length || load<u8>(start + at) !== POINT) return false;
      at++;
    }
    let end = at;
    while (end < length && isDigit(load<u8>(start + end))) end++;
    const number = readNumber(start + at, end - at, 255);
    if (number === NONE) return false;
    store<u8>(out + part, <u8>number);
    at = end;
  }
  return at === length;
}

/** Decimal, without leading zeros, up to `most`; else NONE. */
function readNumber(start: usize, length: u32, most: u32): u32 {
  if (length - 1 > 2 || (length > 1 && load<u8>(start) === 0x30)) return NONE;
  let value: u32 = 0;
  for (let i: u32 = 0; i < length; i++) {
    const byte: u32 = load<u8>(start + i);
    if (!isDigit(byte)) return NONE;
    value = value * 10 + (byte - 0x30);
  }
  return value <= most ? value : NONE;
}

/** Groups of up to four hexadecimal digits; `::` once for at least one group of zeros; the last two may be an IPv4 address. */
function readIpv6(start: usize, length: u32, out: usize): bool {
  let at: u32 = 0;
  let bytes: u32 = 0;
  let gap = NONE;
  if (isDoubleColon(start, at, length)) {
    gap = 0;
    at = 2;
  }
  while (at < length) {
    if (bytes === 16) return false;
    let end = at;
    let group: u32 = 0;
    while (end < length && hexDigit(load<u8>(start + end)) < 16) {
      group = (group << 4) | hexDigit(load<u8>(start + end));
      if (end++ - at === 4) return false;
    }
    if (end < length && load<u8>(start + end) === POINT) {
      if (bytes > 12 || !readIpv4(start + at, length - at, out + bytes)) return false;
      bytes += 4;
      break;
    }
    if (end === at) return false;
    store<u8>(out + bytes, <u8>(group >> 8));
    store<u8>(out + bytes + 1, <u8>group);
    bytes += 2;
    at = end;
    if (at === length) break;
    if (load<u8>(start + at) !== COLON) return false;
    if (isDoubleColon(start, at, length)) {
      if (gap !== NONE) return false;
      gap = bytes;
      at += 2;
    } else if (++at === length) return false;
  }
  if (gap === NONE) return bytes === 16;
  if (bytes === 16) return false;
  const behind = bytes - gap;
  memory.copy(out + 16 - behind, out + gap, behind);
  memory.fill(out + gap, 0, 16 - bytes);
  return true;
}

function isDoubleColon(start: usize, at: u32, length: u32): bool {
  return at + 1 < length && load<u8>(start + at) === COLON && load<u8>(start + at + 1) === COLON;
}

/** 16 or more when it is none. */
function hexDigit(byte: u32): u32 {
  if (isDigit(byte)) return byte - 0x30;
  const letter = (byte | 0x20) - 0x61;
  return letter < 6 ? letter + 10 : 16;
}
