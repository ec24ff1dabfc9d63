/**
 * Times of the Date operators: the W3C profile of ISO 8601, or seconds since 1970 (semantics 3.3). Four digits could be a year
 * or seconds: AWS says both, so they are taken here and contested in matching.
 */

const EPOCH_DIGITS_MAX = 12;
const FRACTION_DIGITS_MAX = 9;
const HOUR_MAX = 23;
const SIXTIETH_MAX = 59;
const OFFSET_HOURS_MAX = 14;

const DATE = /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(.*))?)?$/s;
/** Hour, minute, second, fraction, zone; offset hours and minutes in the zone. */
const CLOCK = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d+))?)?(Z|[+-](\d\d):(\d\d))?$/;

/** Why a text is no time, in words that go on after "is no date: "; undefined when it is one. */
export function explainDate(text: string): string | undefined {
  if (/^-?\d+$/.test(text)) return explainEpoch(text);
  const [, year, month, day, clock] = DATE.exec(text) ?? [];
  if (year === undefined || month === undefined)
    return "write for instance `2026-04-06`, `2026-04-06T09:30:00Z`, or seconds since 1970";
  if (Number(month) < 1 || Number(month) > 12) return `there is no month ${month}`;
  if (day !== undefined && (Number(day) < 1 || Number(day) > daysIn(Number(year), Number(month))))
    return `${year}-${month} has no day ${day}`;
  return clock === undefined ? undefined : explainClock(clock);
}

function explainEpoch(digits: string): string | undefined {
  if (digits.replace("-", "").length <= EPOCH_DIGITS_MAX) return undefined;
  return `seconds since 1970 have at most ${EPOCH_DIGITS_MAX} digits; are these milliseconds?`;
}

function explainClock(text: string): string | undefined {
  const parts = CLOCK.exec(text);
  if (parts === null) return "write the time of day as in `T09:30Z`, `T09:30:00Z` or `T09:30:00.5+02:00`";
  const [, hour, minute, second = "0", fraction = "", zone, offsetHours = "0", offsetMinutes = "0"] = parts;
  if (Number(hour) > HOUR_MAX) return `there is no hour ${hour}; hours go from 00 to ${HOUR_MAX}`;
  if (Number(minute) > SIXTIETH_MAX) return `there is no minute ${minute}`;
  if (Number(second) > SIXTIETH_MAX) return `there is no second ${second}`;
  if (fraction.length > FRACTION_DIGITS_MAX)
    return `a fraction of a second has at most ${FRACTION_DIGITS_MAX} digits, not ${fraction.length}`;
  if (zone === undefined) return "the time zone is missing; end with `Z`, or with an offset such as `+02:00`";
  if (Number(offsetHours) > OFFSET_HOURS_MAX || Number(offsetMinutes) > SIXTIETH_MAX)
    return `there is no time zone \`${zone}\``;
  return undefined;
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}
