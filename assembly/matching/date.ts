/**
 * Times as policies and requests write them: the W3C profile of ISO 8601 (`2026-04`, `2026-04-06`, `2026-04-06T09:30Z`,
 * `…:15Z`, `…:15.25+02:00`) or seconds since 1970 (semantics 3.3). Four digits alone could be either, so they are no time here.
 */
import { daysIn, daysSince1970 } from "../wire/calendar.ts";
import { EQUAL, GREATER, LESS, NO_ORDER } from "./order.ts";
import { isDigit } from "./text.ts";

const MINUS: u32 = 0x2d;
const PLUS: u32 = 0x2b;
const POINT: u32 = 0x2e;
const COLON: u32 = 0x3a;
const LETTER_T: u32 = 0x54;
const LETTER_Z: u32 = 0x5a;

const DAY_SECONDS: i64 = 86_400;
/** Any more, and the year has six digits. */
const EPOCH_DIGITS_MAX: u32 = 12;
const YEAR_DIGITS: u32 = 4;
const FRACTION_DIGITS_MAX: u32 = 9;
const OFFSET_HOURS_MAX: u32 = 14;
const NO_NUMBER: u32 = 100;

/** Of the time read last. */
let seconds: i64 = 0;
let nanoseconds: u32 = 0;

/** LESS when the left time is the earlier one; NO_ORDER when one of the texts is no time. */
export function compareTimes(left: usize, leftLength: u32, right: usize, rightLength: u32): i32 {
  if (!readTime(left, leftLength)) return NO_ORDER;
  const leftSeconds = seconds;
  const leftNanoseconds = nanoseconds;
  if (!readTime(right, rightLength)) return NO_ORDER;
  if (leftSeconds !== seconds) return leftSeconds < seconds ? LESS : GREATER;
  if (leftNanoseconds === nanoseconds) return EQUAL;
  return leftNanoseconds < nanoseconds ? LESS : GREATER;
}

function readTime(start: usize, length: u32): bool {
  seconds = 0;
  nanoseconds = 0;
  return readEpoch(start, length) || readIso(start, length);
}

function readEpoch(start: usize, length: u32): bool {
  const negative = length > 0 && load<u8>(start) === MINUS;
  const first: u32 = negative ? 1 : 0;
  const digits = length - first;
  if (digits - 1 >= EPOCH_DIGITS_MAX || (digits === YEAR_DIGITS && !negative)) return false;
  let value: i64 = 0;
  for (let at = first; at < length; at++) {
    const byte: u32 = load<u8>(start + at);
    if (!isDigit(byte)) return false;
    value = value * 10 + <i64>(byte - 0x30);
  }
  seconds = negative ? -value : value;
  return true;
}

function readIso(start: usize, length: u32): bool {
  if (length < 7 || load<u8>(start, 4) !== MINUS) return false;
  const century = twoDigits(start);
  const yearOfCentury = twoDigits(start + 2);
  const month = twoDigits(start + 5);
  if (max(century, yearOfCentury) >= NO_NUMBER || month - 1 > 11) return false;
  const year = century * 100 + yearOfCentury;
  let day: u32 = 1;
  if (length > 7) {
    if (length < 10 || load<u8>(start, 7) !== MINUS) return false;
    day = twoDigits(start + 8);
    if (day - 1 >= daysIn(month, year)) return false;
  }
  seconds = daysSince1970(year, month, day) * DAY_SECONDS;
  return length <= 10 || (load<u8>(start, 10) === LETTER_T && readClock(start + 11, length - 11));
}

/** `hh:mm[:ss[.fraction]]` and the zone. */
function readClock(start: usize, length: u32): bool {
  if (length < 6 || load<u8>(start, 2) !== COLON) return false;
  const hour = twoDigits(start);
  const minute = twoDigits(start + 3);
  if (hour > 23 || minute > 59) return false;
  seconds += <i64>(hour * 3600 + minute * 60);
  let at: u32 = 5;
  if (load<u8>(start + at) === COLON) {
    if (length < 9) return false;
    const second = twoDigits(start + 6);
    if (second > 59) return false;
    seconds += <i64>second;
    at = 8;
    if (load<u8>(start + at) === POINT) {
      const end = readFraction(start, at + 1, length);
      if (end === at + 1) return false;
      at = end;
    }
  }
  return readZone(start + at, length - at);
}

/** Gives the offset behind the fraction; `from` when it has no digit, or more than can be told apart. */
function readFraction(start: usize, from: u32, length: u32): u32 {
  let unit: u32 = 100_000_000;
  let at = from;
  for (; at < length && isDigit(load<u8>(start + at)); at++) {
    if (at - from === FRACTION_DIGITS_MAX) return from;
    nanoseconds += unit * (<u32>load<u8>(start + at) - 0x30);
    unit /= 10;
  }
  return at;
}

function readZone(start: usize, length: u32): bool {
  if (length === 1) return load<u8>(start) === LETTER_Z;
  if (length !== 6 || load<u8>(start, 3) !== COLON) return false;
  const sign: u32 = load<u8>(start);
  const hours = twoDigits(start + 1);
  const minutes = twoDigits(start + 4);
  if ((sign !== PLUS && sign !== MINUS) || hours > OFFSET_HOURS_MAX || minutes > 59) return false;
  const shift = <i64>(hours * 3600 + minutes * 60);
  seconds += sign === PLUS ? -shift : shift;
  return true;
}

/** NO_NUMBER when they are not digits. */
function twoDigits(at: usize): u32 {
  const tens: u32 = load<u8>(at);
  const ones: u32 = load<u8>(at, 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 0x30) * 10 + (ones - 0x30) : NO_NUMBER;
}
