/**
 * IAM-OPS: IpAddress asks whether an address lies in a CIDR range; a bare address is the range of itself, and IPv4 never lies in an
 * IPv6 range. Reading 8: IPv4 written as IPv6 against IPv4 is contested, and so is a value that is no address.
 */
import { contested, contestedBetween, type Finding } from "./truth.ts";

interface Address {
  readonly bits: 32 | 128;
  readonly number: bigint;
}

interface Range extends Address {
  readonly prefix: number;
}

export function isInRange(range: string, given: string): Finding {
  const [wanted, address] = [readRange(range), readAddress(given)];
  if (address === undefined) return contested(`the address ${given}`);
  if (wanted === undefined) return contested(`the range ${range}`);
  if (wanted.bits !== address.bits) {
    const isMapped = wanted.bits === 32 ? isOfMapped(address) : wanted.prefix >= 96 && isOfMapped(wanted);
    if (!isMapped) return false;
    const asIpv4 = haveSameBits(wanted, address, wanted.bits === 32 ? wanted.prefix : wanted.prefix - 96, 32);
    return contestedBetween("is IPv4 what is written ::ffff:a.b.c.d", asIpv4, contested(`the address ${given}`));
  }
  return haveSameBits(wanted, address, wanted.prefix, wanted.bits);
}

/** The first `prefix` of the last `bits`. */
function haveSameBits(left: Address, right: Address, prefix: number, bits: number): boolean {
  const [first, second] = [left.number, right.number].map((number) => BigInt.asUintN(bits, number));
  const hostBits = BigInt(bits - prefix);
  return (first ?? 0n) >> hostBits === (second ?? 0n) >> hostBits;
}

/** Of ::ffff:0:0/96, of which the last 32 bits are an IPv4 address. */
function isOfMapped({ number }: Address): boolean {
  return number >> 32n === 0xffffn;
}

function readRange(text: string): Range | undefined {
  const [, addressText = "", prefixText] = /^([^/]*)(?:\/(0|[1-9][0-9]{0,2}))?$/.exec(text) ?? [];
  const address = readAddress(addressText);
  if (address === undefined) return undefined;
  const prefix = prefixText === undefined ? address.bits : Number(prefixText);
  return prefix <= address.bits ? { ...address, prefix } : undefined;
}

function readAddress(text: string): Address | undefined {
  const four = readDotted(text);
  if (four !== undefined) return { bits: 32, number: four };
  const six = readGroups(text);
  return six === undefined ? undefined : { bits: 128, number: six };
}

/** `a.b.c.d`, no leading zeros. */
function readDotted(text: string): bigint | undefined {
  const numbers = text.split(".");
  if (numbers.length !== 4) return undefined;
  if (!numbers.every((number) => /^(?:0|[1-9][0-9]{0,2})$/.test(number) && Number(number) <= 255)) return undefined;
  return numbers.reduce((sum, number) => sum * 256n + BigInt(number), 0n);
}

/** Eight groups of hexadecimal digits, `::` once for one or more that are zero, the last two perhaps as `a.b.c.d`. */
function readGroups(text: string): bigint | undefined {
  const [, before = "", dotted] = /^(.*:)([^:]*\.[^:]*)$/.exec(text) ?? [];
  if (dotted !== undefined) {
    const tail = readDotted(dotted);
    if (tail === undefined) return undefined;
    return readGroups(`${before}${(tail >> 16n).toString(16)}:${(tail & 0xffffn).toString(16)}`);
  }
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [left = [], right = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const missing = 8 - left.length - right.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const groups = [...left, ...Array.from({ length: missing }, () => "0"), ...right];
  if (!groups.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group))) return undefined;
  return groups.reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
}
