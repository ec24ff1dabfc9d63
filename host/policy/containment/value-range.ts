/**
 * What a number, time or address in a condition leaves open, as a range of whole numbers: numbers by a common scale, times in
 * nanoseconds, addresses as they count. Texts that do not say one thing for sure have no range.
 */
import type { OperatorName } from "../../domain/program.ts";

/** Both ends included; a missing end is open. `kind` parts what cannot be compared. */
export interface ValueRange {
  readonly kind: "number" | "time" | "ipv4" | "ipv6";
  readonly from: bigint | undefined;
  readonly to: bigint | undefined;
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
  return (
    wide.kind === narrow.kind &&
    (wide.from === undefined || (narrow.from !== undefined && wide.from <= narrow.from)) &&
    (wide.to === undefined || (narrow.to !== undefined && wide.to >= narrow.to))
  );
}

/** The values for which the operator holds of the text; undefined where that is no range, or not sure. */
export function rangeOf(operator: OperatorName, text: string): ValueRange | undefined {
  if (operator === "ipAddress") return ipv4Range(text);
  const comparison = COMPARISONS[operator];
  if (comparison === undefined) return undefined;
  const [kind, sign] = comparison;
  const value = kind === "number" ? readNumber(text) : readTime(text);
  if (value === undefined) return undefined;
  return {
    kind,
    from: sign === "=" || sign === ">=" ? value : sign === ">" ? value + 1n : undefined,
    to: sign === "=" || sign === "<=" ? value : sign === "<" ? value - 1n : undefined,
  };
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

/** IPv6 has many spellings; its ranges are compared as texts elsewhere. */
function ipv4Range(text: string): ValueRange | undefined {
  const [, address = "", length = "32"] = /^([\d.]+)(?:\/(\d+))?$/.exec(text) ?? [];
  const parts = address.split(".").map(Number);
  if (parts.length !== 4 || parts.some((part) => !(part <= 255)) || Number(length) > 32) return undefined;
  const size = 1n << BigInt(32 - Number(length));
  const number = parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  const from = number - (number % size);
  return { kind: "ipv4", from, to: from + size - 1n };
}
