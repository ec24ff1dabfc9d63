/**
 * What a number, time or address in a condition allows, as a range of whole numbers: numbers by a common scale, times in
 * nanoseconds, addresses as they count. Texts that do not say one thing for sure have no range.
 */
import type { OperatorName } from "../../domain/program.ts";

/** A missing end is open. Between two numbers there is always another, so an end says whether it belongs to the range. */
export interface ValueRange {
  /** Parts what cannot be compared. */
  readonly kind: "number" | "time" | "ipv4" | "ipv6";
  readonly from: End | undefined;
  readonly to: End | undefined;
}

interface End {
  readonly value: bigint;
  readonly included: boolean;
}

/** Decimal places that are told apart; a number with more has no range. */
const DECIMAL_PLACES = 20;

const COMPARISONS: Readonly<
  Partial<Record<OperatorName, readonly ["number" | "time", "=" | "<" | "<=" | ">" | ">="]>>
> = {
  numericEquals: ["number", "="],
  numericLessThan: ["number", "<"],
  numericLessThanEquals: ["number", "<="],
  numericGreaterThan: ["number", ">"],
  numericGreaterThanEquals: ["number", ">="],
  dateEquals: ["time", "="],
  dateLessThan: ["time", "<"],
  dateLessThanEquals: ["time", "<="],
  dateGreaterThan: ["time", ">"],
  dateGreaterThanEquals: ["time", ">="],
};

/** Does `wide` hold every value of `narrow`? */
export function holdsRange(wide: ValueRange, narrow: ValueRange): boolean {
  return wide.kind === narrow.kind && reaches(wide.from, narrow.from, -1n) && reaches(wide.to, narrow.to, 1n);
}

/** `direction`: 1 for upper ends, -1 for lower ones. */
function reaches(wide: End | undefined, narrow: End | undefined, direction: bigint): boolean {
  if (wide === undefined) return true;
  if (narrow === undefined) return false;
  const further = (wide.value - narrow.value) * direction;
  return further > 0n || (further === 0n && (wide.included || !narrow.included));
}

/** The values for which the operator holds of the text; undefined where that is no range, or not sure. */
export function rangeOf(operator: OperatorName, text: string): ValueRange | undefined {
  if (operator === "ipAddress") return text.includes(":") ? ipv6Range(text) : ipv4Range(text);
  const comparison = COMPARISONS[operator];
  if (comparison === undefined) return undefined;
  const [kind, sign] = comparison;
  const value = kind === "number" ? readNumber(text) : readTime(text);
  if (value === undefined) return undefined;
  const end = { value, included: sign.includes("=") };
  return { kind, from: sign.startsWith("<") ? undefined : end, to: sign.startsWith(">") ? undefined : end };
}

function readNumber(text: string): bigint | undefined {
  const [, sign, whole = "", fraction = ""] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === "" || fraction.length > DECIMAL_PLACES) return undefined;
  const size = BigInt(whole + fraction.padEnd(DECIMAL_PLACES, "0"));
  return sign === "-" ? -size : size;
}

/** Four digits alone could be a year or seconds, so they are no time here. */
function readTime(text: string): bigint | undefined {
  if (/^-?\d+$/.test(text)) return /^\d{4}$/.test(text) ? undefined : BigInt(text) * 1_000_000_000n;
  const [, date, clock = "T00:00", fraction = "", zone = "Z"] =
    /^(\d{4}-\d\d(?:-\d\d)?)(?:(T\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d))?$/.exec(text) ?? [];
  if (date === undefined) return undefined;
  const day = date.length === 7 ? `${date}-01` : date;
  const milliseconds = Date.parse(`${day}${clock.padEnd(9, ":00")}${zone}`);
  if (Number.isNaN(milliseconds)) return undefined;
  return BigInt(milliseconds) * 1_000_000n + BigInt(fraction.padEnd(9, "0"));
}

function ipv4Range(text: string): ValueRange | undefined {
  const [, address = "", length = "32"] = /^([\d.]+)(?:\/(\d+))?$/.exec(text) ?? [];
  const parts = address.split(".").map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part <= 255))) return undefined;
  return blockOf("ipv4", partsToNumber(parts, 8n), 32, Number(length));
}

/** The platform's own parser knows the many spellings. What an IPv4 address inside an IPv6 one means is not documented. */
function ipv6Range(text: string): ValueRange | undefined {
  const [address = "", length = "128"] = text.split("/");
  const host = `http://[${address}]/`;
  if (!URL.canParse(host)) return undefined;
  const [head = "", tail] = new URL(host).hostname.slice(1, -1).split("::");
  const groups = (half: string) => (half === "" ? [] : half.split(":").map((group) => Number.parseInt(group, 16)));
  const [before, behind] = [groups(head), groups(tail ?? "")];
  const zeros = Array.from({ length: 8 - before.length - behind.length }, () => 0);
  const range = blockOf("ipv6", partsToNumber([...before, ...zeros, ...behind], 16n), 128, Number(length));
  return range === undefined || holdsRange(MAPPED_IPV4, range) ? undefined : range;
}

function partsToNumber(parts: readonly number[], bits: bigint): bigint {
  return parts.reduce((sum, part) => (sum << bits) + BigInt(part), 0n);
}

/** `length` leading bits of `bits` are fixed. */
function blockOf(kind: "ipv4" | "ipv6", address: bigint, bits: number, length: number): ValueRange | undefined {
  if (!(length <= bits)) return undefined;
  const size = 1n << BigInt(bits - length);
  const from = address - (address % size);
  return { kind, from: { value: from, included: true }, to: { value: from + size - 1n, included: true } };
}

/** ::ffff:0:0/96 */
const MAPPED_IPV4: ValueRange = {
  kind: "ipv6",
  from: { value: 0xffff_0000_0000n, included: true },
  to: { value: 0xffff_ffff_ffffn, included: true },
};
