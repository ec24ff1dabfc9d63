/**
 * IAM-OPS: Numeric operators compare integers and decimals. Reading 4: `[+-]?digits[.digits]`, exactly, with no rounding; a value that
 * is no such number is contested.
 */
import { type Comparison, compareAs } from "./order.ts";
import { contested, type Finding } from "./truth.ts";

/** numerator / 10^places */
interface Decimal {
  readonly numerator: bigint;
  readonly places: number;
}

export function comparesNumbers(comparison: Comparison, wanted: string, given: string): Finding {
  const [left, right] = [readDecimal(given), readDecimal(wanted)];
  if (left === undefined) return contested(`the number ${given}`);
  if (right === undefined) return contested(`the number ${wanted}`);
  return compareAs(comparison, left.numerator * power(right.places), right.numerator * power(left.places));
}

function readDecimal(text: string): Decimal | undefined {
  const [, sign, digits, fraction = ""] = /^([+-]?)([0-9]+)(?:\.([0-9]+))?$/.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const size = BigInt(digits + fraction);
  return { numerator: sign === "-" ? -size : size, places: fraction.length };
}

const power = (places: number) => 10n ** BigInt(places);
