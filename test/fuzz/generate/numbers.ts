/** Numbers of a small pool in every spelling, numbers one off, and texts that are no numbers. */
import type { Random } from "../../events/random.ts";

/** Digits, and how many of them stand behind the point. */
const NUMBERS = [
  [0n, 0],
  [1n, 0],
  [-1n, 0],
  [10n, 0],
  [15n, 1],
  [3600n, 0],
  [-25n, 2],
  [9_007_199_254_740_993n, 0],
  [123_456_789_012_345_678_901_234_567_891n, 10],
] as const;

const NO_NUMBERS = ["", "1e3", " 1", "1.", ".5", "0x10", "1,5", "--1", "NaN", "one", "١"];

export function randomNumber(random: Random): string {
  const [digits, places] = random.pick(NUMBERS);
  return spell(random, digits, places);
}

export function numberNear(random: Random): string {
  if (random.chance(0.06)) return random.pick(NO_NUMBERS);
  const [digits, places] = random.pick(NUMBERS);
  if (random.chance(0.6)) return spell(random, digits, places);
  const finer = random.below(3);
  return spell(random, digits * 10n ** BigInt(finer) + random.pick([1n, -1n]), places + finer);
}

function spell(random: Random, digits: bigint, places: number): string {
  const size = `${digits < 0n ? -digits : digits}`.padStart(places + 1, "0");
  const whole = size.slice(0, size.length - places);
  let fraction = size.slice(size.length - places);
  if (random.chance(0.2)) fraction += random.pick(["0", "00"]);
  const sign = digits < 0n || (digits === 0n && random.chance(0.2)) ? "-" : random.chance(0.1) ? "+" : "";
  return `${sign}${random.chance(0.1) ? "00" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
