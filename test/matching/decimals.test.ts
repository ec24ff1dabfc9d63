import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { createRandom, type Random } from "../events/random.ts";
import { comparesNumbers } from "../reference/numbers.ts";
import { askOrders, type Order, referenceOrder, turned } from "./ask-order.ts";

const LONG = "1234567890".repeat(1_000);
const PATTERNS = 400;
const VALUES_PER_PATTERN = 10;

describe.each(BUILDS)("a number in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  test.each<[string, Order, string]>([
    ["10", "equal", "10"],
    ["9", "less", "10"],
    ["100", "greater", "20"],
    ["-1", "less", "1"],
    ["-10", "less", "-9"],
    ["-1.5", "greater", "-1.50001"],
    // one number, several spellings
    ["1.0", "equal", "1"],
    ["+1", "equal", "1"],
    ["001", "equal", "1"],
    ["+00.500", "equal", "0.5"],
    ["0", "equal", "000.000"],
    ["-0", "equal", "0"],
    ["-0.00", "equal", "+0"],
    ["-0", "greater", "-0.1"],
    ["-00", "less", "00.01"],
    // behind the point
    ["0.1", "greater", "0.09"],
    ["0.10", "less", "0.101"],
    ["1.05", "less", "1.5"],
    ["9.99", "less", "10"],
    ["-0.001", "less", "0.001"],
    // what floating point would round
    ["9007199254740993", "greater", "9007199254740992"],
    ["0.30000000000000004", "greater", "0.3"],
    ["0.1000000000000000000000000000000000000001", "greater", "0.1"],
    ["18446744073709551616", "greater", "18446744073709551615"],
    ["-340282366920938463463374607431768211457", "less", "-340282366920938463463374607431768211456"],
    [LONG, "equal", `000${LONG}.000`],
    [`${LONG}1`, "greater", LONG],
    [`${LONG}.1`, "greater", LONG],
    [`0.${LONG}1`, "less", `0.${LONG}2`],
    [`-${LONG}`, "less", LONG],
    [`-${LONG}2`, "less", `-${LONG}1`],
  ])("%s is %s: %s", (value, order, pattern) => {
    expect(askOrders(core, "numeric", [value], pattern)).toEqual([order]);
    expect(askOrders(core, "numeric", [pattern], value)).toEqual([turned(order)]);
  });

  test.each<[string]>([
    [""],
    ["+"],
    ["-"],
    ["."],
    ["1."],
    [".5"],
    ["-.5"],
    ["+."],
    ["1.2.3"],
    ["1..2"],
    ["--1"],
    ["+-1"],
    ["1-"],
    ["1+1"],
    ["1e3"],
    ["1E3"],
    ["0x10"],
    ["1,000"],
    ["1_000"],
    [" 1"],
    ["1 "],
    ["1\n"],
    ["1\u0000"],
    ["١٢"],
    ["１"],
    ["−1"],
    ["NaN"],
    ["Infinity"],
    ["red"],
    [`${LONG}x`],
  ])("%j is none, so that nothing is known of it", (text) => {
    expect(askOrders(core, "numeric", [text], "1")).toEqual(["unknown"]);
    expect(askOrders(core, "numeric", ["1"], text)).toEqual(["unknown"]);
    expect(askOrders(core, "numeric", [text], text)).toEqual(["unknown"]);
  });

  test("agrees with the reference on random texts", () => {
    const seen: Record<Order, number> = { equal: 0, less: 0, greater: 0, unknown: 0 };
    for (let seed = 1; seed <= PATTERNS; seed++) {
      const random = createRandom(seed);
      const pattern = numberText(random);
      const values = Array.from({ length: VALUES_PER_PATTERN }, () =>
        random.chance(0.5) ? near(random, pattern) : numberText(random),
      );
      const orders = askOrders(core, "numeric", values, pattern);
      for (const [index, value] of values.entries()) {
        const where = `seed ${seed}: ${value} against ${pattern}`;
        const expected = referenceOrder((name) => comparesNumbers(name, pattern, value), where);
        expect(orders[index], where).toBe(expected);
        seen[expected]++;
      }
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan((PATTERNS * VALUES_PER_PATTERN) / 20);
  });
});

function numberText(random: Random): string {
  const whole = digits(random, 1 + random.below(random.chance(0.1) ? 40 : 4));
  const fraction = random.chance(0.5) ? `.${digits(random, 1 + random.below(4))}` : "";
  return `${random.pick(["", "", "-", "-", "+"])}${whole}${fraction}`;
}

/** Few digits, so that numbers meet. */
function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(["0", "0", "1", "9"])).join("");
}

/** Zeros at the ends, another sign, one character changed, added or gone. */
function near(random: Random, text: string): string {
  if (random.chance(0.2)) return text.replace(/^([+-]?)/, "$10");
  if (random.chance(0.2)) return text.includes(".") ? `${text}0` : `${text}.0`;
  if (random.chance(0.2)) return text.startsWith("-") ? text.slice(1) : `-${text}`;
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(["", "0", "1", "9", ".", "-"]) + text.slice(at + random.below(2));
}
