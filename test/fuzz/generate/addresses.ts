/** Ranges of few prefixes, addresses at their borders, in several spellings, and texts that are no addresses. */
import type { Random } from "../../events/random.ts";

interface Range {
  readonly bits: 32 | 128;
  readonly number: bigint;
  readonly prefix: number;
}

const V6_DOCS = 0x20010db8n << 96n;
const MAPPED = 0xffffn << 32n;
const NET = 0x0a010203n;
const OTHER_NET = 0xcb007100n;

const RANGES: readonly Range[] = [
  ...[0, 8, 15, 16, 24, 31, 32].map((prefix) => ({ bits: 32 as const, number: NET, prefix })),
  ...[24, 25].map((prefix) => ({ bits: 32 as const, number: OTHER_NET, prefix })),
  ...[0, 32, 33, 64, 127, 128].map((prefix) => ({ bits: 128 as const, number: V6_DOCS + 5n, prefix })),
  ...[95, 96, 104, 128].map((prefix) => ({ bits: 128 as const, number: MAPPED + NET, prefix })),
  { bits: 128, number: 1n, prefix: 128 },
];

const NO_ADDRESSES = [
  "",
  "10.1.2.03",
  "10.1.2",
  "10.1.2.3.4",
  "256.1.2.3",
  "10.1.2.3/32",
  "::1::",
  "1:2:3:4:5:6:7:8::",
  "12345::",
  "fe80::1%eth0",
  "AWS Internal",
  "cloudtrail.amazonaws.com",
  ":::",
  "1:2:3:4:5:6:7:1.2.3.4",
  "10.1.2.3 ",
];

export function randomRange(random: Random): string {
  const { bits, number, prefix } = random.pick(RANGES);
  const text = spell(random, bits, number);
  return prefix === bits && random.chance(0.6) ? text : `${text}/${prefix}`;
}

/** The first and last of a range, and those one off. */
export function addressNear(random: Random): string {
  if (random.chance(0.06)) return random.pick(NO_ADDRESSES);
  const { bits, number, prefix } = random.pick(RANGES);
  const size = 1n << BigInt(bits - prefix);
  const first = (number / size) * size;
  const address = random.pick([number, number, first, first + size - 1n, first - 1n, first + size]);
  const isAddress = address >= 0n && address < 1n << BigInt(bits);
  return spell(random, bits, isAddress ? address : number);
}

function spell(random: Random, bits: 32 | 128, number: bigint): string {
  if (bits === 32) return dotted(number);
  const groups = Array.from({ length: 8 }, (_, index) => (number >> BigInt(112 - 16 * index)) & 0xffffn);
  const hex = (group: bigint) => {
    const digits = group.toString(16).padStart(random.chance(0.2) ? 4 : 1, "0");
    return random.chance(0.2) ? digits.toUpperCase() : digits;
  };
  const withTail = random.chance(number >> 32n === 0xffffn ? 0.6 : 0.1);
  const texts = groups.slice(0, withTail ? 6 : 8).map(hex);
  const tail = withTail ? [dotted(number & 0xffff_ffffn)] : [];
  const zeros = texts.findIndex((text) => /^0+$/.test(text));
  if (zeros < 0 || random.chance(0.2)) return [...texts, ...tail].join(":");
  let end = zeros + 1;
  while (end < texts.length && /^0+$/.test(texts[end] ?? "")) end++;
  return `${texts.slice(0, zeros).join(":")}::${[...texts.slice(end), ...tail].join(":")}`;
}

function dotted(number: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 0xffn).join(".");
}
