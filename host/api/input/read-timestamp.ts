/** ISO-8601 time of a request → milliseconds. Takes what AWS clients send (UTC or an offset, any fraction), nothing looser. */

const FORM = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):?(\d\d))$/;
const MINUTE_MS = 60_000;
/** The years that ISO-8601 writes with four digits and clients can read: an offset must not lead out of them. */
const FIRST = Date.parse("0001-01-01T00:00:00Z");
const LAST = Date.parse("9999-12-31T23:59:59.999Z");

/**
 * Milliseconds since 1970, or undefined when `text` is not a time that exists. A fraction finer than a millisecond is
 * rounded up: events have whole milliseconds, and for them a window from or to the rounded time is the same window.
 */
export function readTimestamp(text: string): number | undefined {
  const match = FORM.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const [fraction = "", sign, offsetHour = "0", offsetMinute = "0"] = match.slice(7);
  if (hour > 23 || minute > 59 || second > 59 || Number(offsetHour) > 23 || Number(offsetMinute) > 59) return undefined;
  const milliseconds = Math.ceil(Number(fraction.padEnd(9, "0")) / 1_000_000);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  // A day that the month does not have rolls over into another month.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const time = date.getTime() + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
  const offset = (Number(offsetHour) * 60 + Number(offsetMinute)) * MINUTE_MS;
  const utc = sign === "-" ? time + offset : time - offset;
  return utc >= FIRST && utc <= LAST ? utc : undefined;
}
