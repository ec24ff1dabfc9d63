/** Times of a small pool of moments in every spelling, moments beside them, and texts that are no times. */
import type { Random } from "../../events/random.ts";

/** Seconds since 1970; at midnights, ends of months and years, before 1970, of few digits. */
const MOMENTS = [1_777_593_600, 1_777_507_200, 1_772_323_199, 1_709_164_800, 946_684_800, 12_345, 100, 0, -1, -86_400];

const NO_TIMES = [
  "",
  "2026-02-30",
  "2026-13",
  "2026-05-01T24:00Z",
  "2026-05-01T00:00",
  "2026-05-01T00:00:60Z",
  "12345678901234",
  "2026-05-01T00:00:00.1234567890Z",
  "2026-5-1",
  "2026-05-01t00:00Z",
  "2026-05-01T00:00+15:00",
  "soon",
  "1e9",
  "+100",
  "1777593600.0",
];

/** A year or seconds: contested on both sides. */
const FOUR_DIGITS = ["2026", "1970", "0000"];

/** What the grammar takes in a policy. */
export function randomTime(random: Random): string {
  return random.chance(0.06) ? random.pick(FOUR_DIGITS) : spell(random, random.pick(MOMENTS), "");
}

/** What a request may hold. */
export function timeNear(random: Random): string {
  if (random.chance(0.06)) return random.pick(NO_TIMES);
  if (random.chance(0.04)) return random.pick(FOUR_DIGITS);
  const moment = random.pick(MOMENTS) + random.pick([0, 0, 0, 0, 1, -1, 86_400, -3600]);
  return spell(random, moment, random.chance(0.1) ? random.pick([".5", ".000000001", ".0", ".999999999"]) : "");
}

function spell(random: Random, moment: number, fraction: string): string {
  const iso = new Date(moment * 1000).toISOString();
  const [date = "", time = ""] = iso.slice(0, 19).split("T");
  if (fraction === "") {
    if (/^-?(?:\d{1,3}|\d{5,12})$/.test(`${moment}`) && random.chance(0.35)) return `${moment}`;
    if (time === "00:00:00" && random.chance(0.5)) {
      return date.endsWith("-01") && random.chance(0.4) ? date.slice(0, 7) : date;
    }
    if (time.endsWith(":00") && random.chance(0.3)) return `${date}T${time.slice(0, 5)}Z`;
  }
  if (random.chance(0.6)) return `${date}T${time}${fraction}Z`;
  const minutes = random.pick([60, -60, 330, -840, 840, 0]);
  const [localDate, localTime] = new Date((moment + minutes * 60) * 1000).toISOString().slice(0, 19).split("T");
  const two = (number: number) => `${number}`.padStart(2, "0");
  const zone = `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
  return `${localDate}T${localTime}${fraction}${zone}`;
}
