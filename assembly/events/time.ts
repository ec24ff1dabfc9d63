/**
 * `eventTime` → milliseconds. ISO 8601 as CloudTrail writes it, or the timestamp of a query (CloudTrail Lake, Athena), which is
 * in UTC; with the calendar checked. Nothing is guessed.
 */
import { isDigit, SPACE } from "../json/bytes.ts";
import { daysIn, daysSince1970 } from "../wire/calendar.ts";

export const NO_TIME: i64 = i64.MIN_VALUE;

const MINUTE_MS: i64 = 60_000;
const DAY_MS: i64 = 86_400_000;
/** Behind `YYYY-MM-DDTHH:MM:SS`. */
const SECONDS_END: usize = 19;
/** Longer than any time that means anything; bounds the work on a crafted one. */
const TIME_BYTES_MAX: usize = 64;

/** ` UTC`, little-endian. */
const UTC_WORD: u32 = 0x43545520;

/**
 * Milliseconds since 1970 of `YYYY-MM-DDTHH:MM:SS[.fraction](Z|±hh:mm)` or `YYYY-MM-DD HH:MM:SS[.fraction][ UTC]`; NO_TIME when
 * the `bytes` bytes are neither.
 */
export function parseTime(at: usize, bytes: usize): i64 {
  if (bytes < SECONDS_END || bytes > TIME_BYTES_MAX) return NO_TIME;
  const separator: u32 = load<u8>(at, 10);
  if (load<u8>(at, 4) !== 0x2d || load<u8>(at, 7) !== 0x2d) return NO_TIME;
  if (separator !== 0x54 && separator !== SPACE) return NO_TIME;
  if (load<u8>(at, 13) !== 0x3a || load<u8>(at, 16) !== 0x3a) return NO_TIME;
  const century = twoDigits(at);
  const yearOfCentury = twoDigits(at + 2);
  const month = twoDigits(at + 5);
  const day = twoDigits(at + 8);
  const hour = twoDigits(at + 11);
  const minute = twoDigits(at + 14);
  const second = twoDigits(at + 17);
  if (max(century, yearOfCentury) > 99 || month - 1 > 11 || hour > 23 || minute > 59 || second > 59) return NO_TIME;
  const year = century * 100 + yearOfCentury;
  if (day - 1 >= daysIn(month, year)) return NO_TIME;
  const seconds = <i64>(hour * 3600 + minute * 60 + second);
  const time = daysSince1970(year, month, day) * DAY_MS + seconds * 1000;
  return withFractionAndZone(time, at + SECONDS_END, at + bytes, separator === SPACE);
}

function withFractionAndZone(time: i64, at: usize, end: usize, isUtc: bool): i64 {
  if (at < end && load<u8>(at) === 0x2e) {
    const start = ++at;
    for (let unit: i64 = 100; at < end && isDigit(load<u8>(at)); unit /= 10)
      time += unit * <i64>(load<u8>(at++) - 0x30);
    if (at === start) return NO_TIME;
  }
  if (isUtc) return at === end || (at + 4 === end && load<u32>(at) === UTC_WORD) ? time : NO_TIME;
  if (at >= end) return NO_TIME;
  const zone: u32 = load<u8>(at);
  if (zone === 0x5a) return at + 1 === end ? time : NO_TIME;
  if ((zone !== 0x2b && zone !== 0x2d) || at + 6 !== end || load<u8>(at, 3) !== 0x3a) return NO_TIME;
  const hours = twoDigits(at + 1);
  const minutes = twoDigits(at + 4);
  if (hours > 23 || minutes > 59) return NO_TIME;
  const shift = <i64>(hours * 60 + minutes) * MINUTE_MS;
  return zone === 0x2b ? time - shift : time + shift;
}

/** More than 99 when they are not digits. */
function twoDigits(at: usize): u32 {
  const tens: u32 = load<u8>(at);
  const ones: u32 = load<u8>(at, 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 0x30) * 10 + (ones - 0x30) : 100;
}
