import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { createRandom, type Random } from "../events/random.ts";
import { comparesDates } from "../reference/dates.ts";
import { askOrders, type Order, referenceOrder, turned } from "./ask-order.ts";

const PATTERNS = 400;
const VALUES_PER_PATTERN = 10;

describe.each(BUILDS)("a time in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  test.each<[string, Order, string]>([
    // every form
    ["2026-04", "equal", "2026-04-01T00:00:00Z"],
    ["2026-04-06", "equal", "2026-04-06T00:00Z"],
    ["2026-04-06T09:30Z", "equal", "2026-04-06T09:30:00.000Z"],
    ["2026-04-06T09:30:15Z", "greater", "2026-04-06T09:30:14.999999999Z"],
    ["2026-04-06T09:30:15.25Z", "equal", "2026-04-06T09:30:15.250000000Z"],
    ["2026-04-06T09:30:15.123456789Z", "greater", "2026-04-06T09:30:15.123456788Z"],
    ["2026-04-06T09:30:15.1Z", "greater", "2026-04-06T09:30:15.09Z"],
    ["1775467815", "equal", "2026-04-06T09:30:15Z"],
    ["0", "equal", "1970-01-01"],
    ["000", "equal", "-0"],
    // offsets
    ["2026-04-06T09:30+02:00", "equal", "2026-04-06T07:30Z"],
    ["2026-04-06T09:30:00.5-05:30", "equal", "2026-04-06T15:00:00.5Z"],
    ["2026-04-06T00:30+01:00", "less", "2026-04-06"],
    ["2026-01-01T00:00+14:00", "equal", "2025-12-31T10:00Z"],
    ["2026-01-01T00:00-14:59", "equal", "2026-01-01T14:59Z"],
    ["2026-01-01T00:00-00:00", "equal", "2026-01-01T00:00+00:00"],
    // the calendar
    ["2024-02-29", "equal", "1709164800"],
    ["2024-02-29T23:59:59Z", "less", "2024-03-01"],
    ["2000-02-29", "equal", "951782400"],
    ["2025-12-31T23:59:59.999999999Z", "less", "2026-01"],
    ["2026-10", "greater", "2026-09"],
    ["10000-01-01", "unknown", "9999-12-31"],
    ["9999-12-31T23:59:59Z", "equal", "253402300799"],
    // before 1970
    ["-1", "equal", "1969-12-31T23:59:59Z"],
    ["1969-12-31T23:59:59.5Z", "greater", "-1"],
    ["1969-12-31T23:59:59.5Z", "less", "0"],
    ["-1234", "equal", "1969-12-31T23:39:26Z"],
    ["0000-01-01", "equal", "-62167219200"],
    ["0000-02-29", "less", "0000-03"],
    ["-999999999999", "less", "0000-01"],
    // as many digits as there may be, and zeros in front
    ["999999999999", "greater", "9999-12"],
    ["00001", "equal", "1970-01-01T00:00:01Z"],
    ["99999", "less", "100000"],
    // a year or seconds: nobody knows
    ["2026", "unknown", "2026-01-01"],
    ["2026", "unknown", "2026"],
    ["0000", "unknown", "0"],
  ])("%s is %s: %s", (value, order, pattern) => {
    expect(askOrders(core, "date", [value], pattern)).toEqual([order]);
    expect(askOrders(core, "date", [pattern], value)).toEqual([turned(order)]);
  });

  test.each<[string]>([
    [""],
    ["-"],
    ["+1"],
    ["1.5"],
    ["1234567890123"],
    ["-1234567890123"],
    ["12345678901z"],
    ["2026-4-6"],
    ["2026-00"],
    ["2026-13"],
    ["2026-04-00"],
    ["2026-04-31"],
    ["2026-02-29"],
    ["2024-02-30"],
    ["1900-02-29"],
    ["2026-04-"],
    ["2026-04-6"],
    ["2026-04-061"],
    ["2026-04-06T"],
    ["2026-04-06Z"],
    ["2026-04T09:30Z"],
    ["2026-04-06 09:30Z"],
    ["2026-04-06t09:30Z"],
    ["2026-04-06T09:30z"],
    ["2026-04-06T09:30"],
    ["2026-04-06T09Z"],
    ["2026-04-06T9:30Z"],
    ["2026-04-06T24:00Z"],
    ["2026-04-06T09:60Z"],
    ["2026-04-06T09:30:60Z"],
    ["2026-04-06T09:30:5Z"],
    ["2026-04-06T09:30:Z"],
    ["2026-04-06T09:30:00"],
    ["2026-04-06T09:30:00.Z"],
    ["2026-04-06T09:30:00,5Z"],
    ["2026-04-06T09:30.5Z"],
    ["2026-04-06T09:30:00.1234567890Z"],
    ["2026-04-06T09:30:00.5"],
    ["2026-04-06T09:30:00.5ZZ"],
    ["2026-04-06T09:30+0200"],
    ["2026-04-06T09:30+02"],
    ["2026-04-06T09:30+15:00"],
    ["2026-04-06T09:30+02:60"],
    ["2026-04-06T09:30−02:00"],
    ["2026/04/06"],
    ["20260406T093000Z"],
    ["-2026-04-06"],
    ["a026-04-06"],
    ["202a-04-06"],
    ["2026-0a-06"],
    [" 2026-04-06"],
    ["2026-04-06\n"],
    ["Mon, 06 Apr 2026 09:30:00 GMT"],
    ["now"],
  ])("%j is none, so that nothing is known of it", (text) => {
    expect(askOrders(core, "date", [text], "2026-04-06")).toEqual(["unknown"]);
    expect(askOrders(core, "date", ["2026-04-06"], text)).toEqual(["unknown"]);
    expect(askOrders(core, "date", [text], text)).toEqual(["unknown"]);
  });

  test("in seconds is the one that the calendar says", () => {
    const starts = Array.from({ length: 400 }, (_, index) => new Date(Date.UTC(1990, 0, 1 + index * 37, index % 24)));
    for (const start of starts) {
      const seconds = start.getTime() / 1000;
      const written = start.toISOString();
      expect(askOrders(core, "date", [`${seconds - 1}`, `${seconds}`, `${seconds + 1}`], written), written).toEqual([
        "less",
        "equal",
        "greater",
      ]);
    }
  });

  test("agrees with the reference on random texts", () => {
    const seen: Record<Order, number> = { equal: 0, less: 0, greater: 0, unknown: 0 };
    for (let seed = 1; seed <= PATTERNS; seed++) {
      const random = createRandom(seed);
      const pattern = dateText(random);
      const values = Array.from({ length: VALUES_PER_PATTERN }, () =>
        random.chance(0.5) ? near(random, pattern) : dateText(random),
      );
      const orders = askOrders(core, "date", values, pattern);
      for (const [index, value] of values.entries()) {
        const where = `seed ${seed}: ${value} against ${pattern}`;
        const expected = referenceOrder((name) => comparesDates(name, pattern, value), where);
        expect(orders[index], where).toBe(expected);
        seen[expected]++;
      }
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan((PATTERNS * VALUES_PER_PATTERN) / 50);
  });
});

/** Of a few days around the ends of months, in every form. */
function dateText(random: Random): string {
  const day = random.pick(["2024-02-28", "2024-02-29", "2024-03-01", "2023-12-31", "1969-12-31", "2100-02-28"]);
  const clock = `${random.pick(["00:00", "00:30", "23:30"])}${random.pick(["", ":00", ":59", ":00.5", ":59.999999999"])}`;
  const full = `${day}T${clock}${random.pick(["Z", "+00:30", "-00:30", "+14:00", "-09:15"])}`;
  const seconds = `${Math.floor(Date.parse(full.replace(/\.\d+/, "")) / 1000)}`;
  return random.pick([full, full, full, day, day.slice(0, 7), seconds, random.pick(["2024", "-1", "0"])]);
}

/** The same or nearly the same time in another form, or one character changed, added or gone. */
function near(random: Random, text: string): string {
  if (random.chance(0.3)) return text.replace(/(?:Z|[+-]\d\d:\d\d)$/, random.pick(["Z", "+00:00", "-00:00", "+00:01"]));
  if (random.chance(0.3) && !Number.isNaN(Date.parse(text)))
    return `${Math.floor(Date.parse(text.replace(/\.\d+/, "")) / 1000)}`;
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(["", "0", "1", "9", "-", ":", "Z"]) + text.slice(at + random.below(2));
}
