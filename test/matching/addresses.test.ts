import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { createRandom, type Random } from "../events/random.ts";
import { isInRange } from "../reference/addresses.ts";
import { answerOf } from "../reference/truth.ts";
import { askPredicate, conditionOf, letters, type TruthName, valuesOf } from "./ask-predicate.ts";

const RANGES = 400;
const ADDRESSES_PER_RANGE = 12;

describe.each(BUILDS)("an address in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  const ask = (range: string, ...addresses: readonly string[]) =>
    askPredicate(
      core,
      conditionOf("ipAddress", [range]),
      addresses.map((address) => valuesOf(address)),
    );

  // Addresses inside, behind the bar outside.
  test.each<[string, string]>([
    ["203.0.113.7", "203.0.113.7 | 203.0.113.6 203.0.113.8 203.0.112.7 2.203.0.113"],
    ["203.0.113.7/32", "203.0.113.7 | 203.0.113.6 203.0.113.8"],
    ["203.0.113.0/24", "203.0.113.0 203.0.113.255 | 203.0.112.255 203.0.114.0"],
    ["203.0.113.77/24", "203.0.113.0 203.0.113.255 | 203.0.112.255 203.0.114.0"],
    ["10.0.0.0/8", "10.0.0.0 10.255.255.255 | 9.255.255.255 11.0.0.0"],
    ["192.0.2.128/25", "192.0.2.128 192.0.2.255 | 192.0.2.127 192.0.3.0"],
    ["192.0.2.64/31", "192.0.2.64 192.0.2.65 | 192.0.2.63 192.0.2.66"],
    ["172.16.0.0/12", "172.16.0.0 172.31.255.255 | 172.15.255.255 172.32.0.0"],
    ["128.0.0.0/1", "128.0.0.0 255.255.255.255 | 127.255.255.255 0.0.0.0"],
    ["0.0.0.0/0", "0.0.0.0 255.255.255.255 127.0.0.1 |"],
    ["2001:db8::1", "2001:db8::1 2001:0db8:0000:0000:0000:0000:0000:0001 2001:DB8:0:0::0.0.0.1 | 2001:db8::2"],
    ["2001:db8::/32", "2001:db8:: 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff | 2001:db7:ffff:: 2001:db9::"],
    ["2001:db8:0:8000::/49", "2001:db8:0:8000:: 2001:db8:0:ffff:: | 2001:db8:0:7fff:ffff:: 2001:db8:1::"],
    ["fe80::/10", "fe80:: febf:ffff::1 | fec0:: fe7f:ffff::"],
    ["fe80::1:2:3/121", "fe80::1:2:0 fe80::1:2:7f | fe80::1:2:80 fe80::1:1:ffff"],
    ["2001:db8::fe/127", "2001:db8::fe 2001:db8::ff | 2001:db8::fd 2001:db8::100"],
    ["2001:db8::ff/128", "2001:db8::ff | 2001:db8::fe"],
    ["::/0", ":: ::1 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff |"],
    ["8000::/1", "8000:: ffff:: | 7fff::"],
    // one address, many spellings
    ["::", "0:0:0:0:0:0:0:0 0::0 0:: ::0 ::0.0.0.0 0:0:0:0:0:0:0.0.0.0 | ::1"],
    ["1:0:0:2::", "1::2:0:0:0:0 1:0:0:2:0:0:0:0 1:0::2:0:0:0:0 | 1:0:0:2::1"],
    ["1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0 | 1:2:3:4:5:6:7:1 ::1:2:3:4:5:6:7"],
    ["::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8 | 1:2:3:4:5:6:7:8"],
    ["64:ff9b::192.0.2.33", "64:ff9b::c000:221 64:ff9b:0:0:0:0:192.0.2.33 | 64:ff9b::192.0.2.34"],
    ["1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304 | 1:2:3:4:5:6:102:303"],
    // of the other family, and no IPv4 address in other words
    ["0.0.0.0/0", "| :: ::1 2001:db8::1 ::127.0.0.1 ::fffe:1.2.3.4 1::ffff:1.2.3.4"],
    ["::/0", "| 0.0.0.0 127.0.0.1"],
    ["::ffff:0:0/95", "| 127.0.0.1"],
    ["::/96", "| 127.0.0.1"],
    // mapped addresses in a range of their own family
    ["::ffff:10.0.0.0/104", "::ffff:10.1.2.3 ::ffff:aff:1 | ::ffff:11.0.0.0 ::10.0.0.1 2001:db8::"],
  ])("of %s: %s", (range, addresses) => {
    const [inside = [], outside = []] = addresses
      .split("|")
      .map((side) => side.split(" ").filter((text) => text !== ""));
    expect(ask(range, ...inside)).toEqual(inside.map(() => "true"));
    expect(ask(range, ...outside)).toEqual(outside.map(() => "false"));
    // A bare address is the range of itself, so both can change sides.
    if (!range.includes("/"))
      expect(inside.flatMap((address) => ask(address, range))).toEqual(inside.map(() => "true"));
  });

  test.each<[string, string]>([
    ["10.0.0.0/8", "::ffff:10.1.2.3"],
    ["10.0.0.0/8", "::ffff:11.1.2.3"],
    ["10.0.0.0/8", "::FFFF:a01:203"],
    ["10.1.2.3", "0:0:0:0:0:ffff:10.1.2.3"],
    ["0.0.0.0/0", "::ffff:0:0"],
    ["::ffff:10.0.0.0/104", "10.1.2.3"],
    ["::ffff:10.0.0.0/104", "11.1.2.3"],
    ["::ffff:0:0/96", "11.1.2.3"],
    ["0000:0000:0000:0000:0000:ffff:0a00:0000/128", "10.0.0.0"],
  ])("of one family written as the other is not known: %s, %s", (range, address) => {
    expect(ask(range, address)).toEqual(["unknown"]);
  });

  test.each<[string]>([
    [""],
    ["1"],
    ["1.2.3"],
    ["1.2.3."],
    ["1.2.3.4.5"],
    [".1.2.3.4"],
    ["1..3.4"],
    ["1.2.3.4."],
    ["1.2.3.256"],
    ["1.2.3.999"],
    ["1.2.3.1000"],
    ["01.2.3.4"],
    ["1.2.3.00"],
    ["+1.2.3.4"],
    ["1.2.3.-4"],
    ["1.2.3.4 "],
    [" 1.2.3.4"],
    ["0x7f.0.0.1"],
    ["1.2.3.a"],
    ["１.2.3.4"],
    [":"],
    [":::"],
    ["1::2::3"],
    ["::1::"],
    [":1:2:3:4:5:6:7:8"],
    ["1:2:3:4:5:6:7:8:"],
    ["1:2:3:4:5:6:7:"],
    ["1:2:3:4:5:6:7"],
    ["1:2:3:4:5:6:7:8:9"],
    ["::1:2:3:4:5:6:7:8"],
    ["1:2:3:4::5:6:7:8"],
    ["1:2:3:4:5:6:7:8::"],
    ["12345::"],
    ["::00001"],
    ["::g"],
    ["::1%eth0"],
    ["[::1]"],
    ["::1.2.3"],
    ["::1.2.3.256"],
    ["::01.2.3.4"],
    ["::1.2.3.4:5"],
    ["::1.2.3.4."],
    ["1:2:3:4:5:6:7:1.2.3.4"],
    ["1:2:3:4:5:1.2.3.4"],
    ["1.2.3.4::"],
    ["red"],
  ])("%j is none, so that nothing is known of it", (text) => {
    expect(ask("0.0.0.0/0", text)).toEqual(["unknown"]);
    expect(ask("::/0", text)).toEqual(["unknown"]);
    expect(ask(text, "1.2.3.4", "::1", text)).toEqual(["unknown", "unknown", "unknown"]);
    expect(ask(`${text}/24`, "1.2.3.4")).toEqual(["unknown"]);
  });

  test("with bits behind it is none: a request has one address", () => {
    expect(ask("10.0.0.0/8", "10.0.0.0/8", "10.0.0.1/32")).toEqual(["unknown", "unknown"]);
    expect(ask("::/0", "::/0")).toEqual(["unknown"]);
  });

  test.each<[string]>([
    ["10.0.0.0/"],
    ["10.0.0.0/33"],
    ["10.0.0.0/08"],
    ["10.0.0.0/-1"],
    ["10.0.0.0/8/8"],
    ["10.0.0.0/255.0.0.0"],
    ["10.0.0.0/8 "],
    ["::/129"],
    ["::/1000"],
    ["/8"],
  ])("of %j is not known: that is no range", (range) => {
    expect(ask(range, "10.0.0.1", "::1")).toEqual(["unknown", "unknown"]);
  });

  test("agrees with the reference on random texts", () => {
    const seen: Record<TruthName, number> = { true: 0, false: 0, unknown: 0 };
    for (let seed = 1; seed <= RANGES; seed++) {
      const random = createRandom(seed);
      const base = addressText(random);
      const range = random.chance(0.8) ? `${base}/${random.below(base.includes(":") ? 130 : 34)}` : base;
      const addresses = Array.from({ length: ADDRESSES_PER_RANGE }, () =>
        random.chance(0.6) ? near(random, base) : addressText(random),
      );
      const expected = addresses.map((address) => {
        const answer = answerOf(isInRange(range, address));
        return answer === "contested" ? "unknown" : (`${answer}` as const);
      });
      expect(letters(ask(range, ...addresses)), `seed ${seed}: ${range}: ${addresses.join(" ")}`).toBe(
        letters(expected),
      );
      for (const truth of expected) seen[truth]++;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan((RANGES * ADDRESSES_PER_RANGE) / 20);
  });
});

function addressText(random: Random): string {
  if (random.chance(0.4)) return Array.from({ length: 4 }, () => random.pick([0, 1, 10, 127, 128, 255])).join(".");
  const groups = Array.from({ length: 8 }, () => random.pick(["0", "0", "0", "1", "ffff", "A", "00ff", "8000"]));
  const mapped = random.chance(0.3) ? ["0", "0", "0", "0", "0", "ffff", ...groups.slice(6)] : groups;
  const text = mapped.join(":");
  const short = random.chance(0.6)
    ? text.replace(/(?:^|:)0(?::0)+(?=:|$)/, ":").replace(/^:?(?=:)|(?<=:):?$/g, ":")
    : text;
  return random.chance(0.2) ? short.replace(/[^:]+:[^:]+$/, "10.0.0.1") : short;
}

/** One character changed, added or gone. */
function near(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + random.pick(["", "0", "1", "2", "f", ":", "."]) + text.slice(at + random.below(2));
}
