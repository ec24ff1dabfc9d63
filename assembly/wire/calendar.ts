/** The Gregorian calendar, for the two rooms that read times: events and matching share no other floor. */

/** Days of a month, 1 to 12. */
export function daysIn(month: u32, year: u32): u32 {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: u32): bool {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/**
 * Of a date that exists; negative before 1970. Counts years from March, so that the leap day is the last of a year and
 * months before it need no exception.
 */
export function daysSince1970(year: u32, month: u32, day: u32): i64 {
  const marchYear = <i64>year - (month <= 2 ? 1 : 0);
  const marchMonth = <i64>((month + 9) % 12);
  // floor division: marchYear is -1 in January and February of year 0.
  const leapDays = marchYear < 0 ? -1 : marchYear / 4 - marchYear / 100 + marchYear / 400;
  const daysBeforeMonth = (153 * marchMonth + 2) / 5;
  // 719,468 days lie between 1 March of year 0 and 1 January 1970.
  return marchYear * 365 + leapDays + daysBeforeMonth + <i64>day - 1 - 719_468;
}
