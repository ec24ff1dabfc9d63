/**
 * IAM-OPS: Date operators compare times of the W3C profile of ISO 8601, or seconds since 1970, on both sides. Reading 5: all in
 * UTC; four digits alone are a year or seconds, so contested; so is a value that is no time.
 */
import { type Comparison, compareAs } from "./order.ts";
import { contested, contestedBetween, type Finding } from "./truth.ts";

const NANOSECONDS = 1_000_000_000n;
const FOUR_DIGITS = /^[0-9]{4}$/;

export function comparesDates(comparison: Comparison, wanted: string, given: string): Finding {
  for (const text of [given, wanted]) {
    if (FOUR_DIGITS.test(text)) continue;
    if (readTime(text) === undefined) return contested(`the time ${text}`);
  }
  if (!FOUR_DIGITS.test(given) && !FOUR_DIGITS.test(wanted))
    return compareAs(comparison, readTime(given) ?? 0n, readTime(wanted) ?? 0n);
  const [asYears, asSeconds] = [readYear, readSeconds].map((read) =>
    compareAs(comparison, read(given) ?? readTime(given) ?? 0n, read(wanted) ?? readTime(wanted) ?? 0n),
  );
  const asNeither = contested(`the time ${FOUR_DIGITS.test(given) ? given : wanted}`);
  return contestedBetween(
    "are four digits a year",
    asYears ?? false,
    contestedBetween("are four digits seconds", asSeconds ?? false, asNeither),
  );
}

const readYear = (text: string) => (FOUR_DIGITS.test(text) ? readTime(`${text}-01`) : undefined);
const readSeconds = (text: string) => (FOUR_DIGITS.test(text) ? BigInt(text) * NANOSECONDS : undefined);

/** Nanoseconds since 1970; undefined for what is no time. */
function readTime(text: string): bigint | undefined {
  if (/^(?:[0-9]{1,3}|[0-9]{5,12}|-[0-9]{1,12})$/.test(text)) return BigInt(text) * NANOSECONDS;
  const [, year, month, day = "01", clock] = /^([0-9]{4})-([0-9]{2})(?:-([0-9]{2})(?:T(.+))?)?$/.exec(text) ?? [];
  if (year === undefined || month === undefined) return undefined;
  const [monthNumber, dayNumber] = [Number(month), Number(day)];
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > daysOf(Number(year), monthNumber))
    return undefined;
  const ofDay = clock === undefined ? 0n : readClock(clock);
  if (ofDay === undefined) return undefined;
  return BigInt(daysBefore(Number(year), monthNumber) + dayNumber - 1) * 86_400n * NANOSECONDS + ofDay;
}

/** `hh:mm[:ss[.fraction]]` and the zone; nanoseconds from midnight in UTC. */
function readClock(text: string): bigint | undefined {
  const [, hour = "", minute = "", second = "00", fraction = "", zone = ""] =
    /^([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\.([0-9]{1,9}))?)?(Z|[+-][0-9]{2}:[0-9]{2})$/.exec(text) ?? [];
  if (hour === "" || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const [, sign, zoneHours = "0", zoneMinutes = "0"] = /^([+-])(..):(..)$/.exec(zone) ?? [];
  if (Number(zoneHours) > 14 || Number(zoneMinutes) > 59) return undefined;
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60 * (sign === "-" ? -1 : 1);
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second) - offset;
  return BigInt(seconds) * NANOSECONDS + BigInt(fraction.padEnd(9, "0"));
}

/** From 1970-01-01 to the first of the month, counted by years and months. */
function daysBefore(year: number, month: number): number {
  let days = 0;
  for (let each = 1970; each < year; each++) days += isLeap(each) ? 366 : 365;
  for (let each = year; each < 1970; each++) days -= isLeap(each) ? 366 : 365;
  for (let each = 1; each < month; each++) days += daysOf(year, each);
  return days;
}

function daysOf(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
