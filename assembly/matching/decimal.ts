/**
 * Decimal numbers as policies and requests write them, `[+-]?digits[.digits]`, compared digit by digit: no rounding, at any
 * length (semantics 3.3: "int or decimal").
 */
import { EQUAL, GREATER, LESS, NO_ORDER } from "./order.ts";
import { isDigit } from "./text.ts";

const PLUS: u32 = 0x2b;
const MINUS: u32 = 0x2d;
const POINT: u32 = 0x2e;
const ZERO: u32 = 0x30;

/** LESS when the left number is the smaller one; NO_ORDER when one of the texts is no such number. */
export function compareDecimals(left: usize, leftLength: u32, right: usize, rightLength: u32): i32 {
  if (!isDecimal(left, leftLength) || !isDecimal(right, rightLength)) return NO_ORDER;
  const leftSign = signOf(left, leftLength);
  const rightSign = signOf(right, rightLength);
  if (leftSign !== rightSign) return leftSign < rightSign ? LESS : GREATER;
  return leftSign * compareSizes(left, leftLength, right, rightLength);
}

function isDecimal(start: usize, length: u32): bool {
  const digits = afterSign(start, length);
  const point = digitsEnd(start, digits, length);
  if (point === digits) return false;
  if (point === length) return true;
  if (load<u8>(start + point) !== POINT) return false;
  return point + 1 < length && digitsEnd(start, point + 1, length) === length;
}

function afterSign(start: usize, length: u32): u32 {
  if (length === 0) return 0;
  const first: u32 = load<u8>(start);
  return first === PLUS || first === MINUS ? 1 : 0;
}

function digitsEnd(start: usize, from: u32, length: u32): u32 {
  let at = from;
  while (at < length && isDigit(load<u8>(start + at))) at++;
  return at;
}

/** -1, 0 or 1; 0 also for `-0`. */
function signOf(start: usize, length: u32): i32 {
  for (let i: u32 = 0; i < length; i++) {
    const byte: u32 = load<u8>(start + i);
    if (isDigit(byte) && byte !== ZERO) return load<u8>(start) === MINUS ? -1 : 1;
  }
  return 0;
}

/** Without regard to the signs. */
function compareSizes(left: usize, leftLength: u32, right: usize, rightLength: u32): i32 {
  const leftPoint = digitsEnd(left, afterSign(left, leftLength), leftLength);
  const rightPoint = digitsEnd(right, afterSign(right, rightLength), rightLength);
  let l = firstSignificant(left, leftLength);
  let r = firstSignificant(right, rightLength);
  const leftDigits = leftPoint - l;
  const rightDigits = rightPoint - r;
  if (leftDigits !== rightDigits) return leftDigits < rightDigits ? LESS : GREATER;
  for (; l < leftPoint; l++, r++) {
    const order = compareBytes(load<u8>(left + l), load<u8>(right + r));
    if (order !== EQUAL) return order;
  }
  // Behind the point a missing digit is a zero.
  for (let i: u32 = 1; leftPoint + i < leftLength || rightPoint + i < rightLength; i++) {
    const leftDigit: u32 = leftPoint + i < leftLength ? load<u8>(left + leftPoint + i) : ZERO;
    const rightDigit: u32 = rightPoint + i < rightLength ? load<u8>(right + rightPoint + i) : ZERO;
    const order = compareBytes(leftDigit, rightDigit);
    if (order !== EQUAL) return order;
  }
  return EQUAL;
}

/** Offset of the first digit before the point that is no leading zero, or the point. */
function firstSignificant(start: usize, length: u32): u32 {
  let at = afterSign(start, length);
  while (at < length && load<u8>(start + at) === ZERO) at++;
  return at;
}

function compareBytes(left: u32, right: u32): i32 {
  if (left === right) return EQUAL;
  return left < right ? LESS : GREATER;
}
