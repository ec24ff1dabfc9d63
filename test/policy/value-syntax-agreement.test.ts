/**
 * What the grammar takes as a value is what matching can read: a value it refused by mistake would refuse a policy, one it took
 * by mistake would be undetermined for ever. Compared with the reference, over values with a few characters changed.
 */
import { expect, test } from "vitest";
import { explainBase64 } from "../../host/policy/grammar/values/base64-syntax.ts";
import { explainDate } from "../../host/policy/grammar/values/date-syntax.ts";
import { explainIpRange } from "../../host/policy/grammar/values/ip-syntax.ts";
import { explainNumber } from "../../host/policy/grammar/values/number-syntax.ts";
import { createRandom } from "../events/random.ts";
import { isInRange } from "../reference/addresses.ts";
import { equalsBytes } from "../reference/bytes.ts";
import { comparesDates } from "../reference/dates.ts";
import { comparesNumbers } from "../reference/numbers.ts";
import { answerOf, type Finding } from "../reference/truth.ts";

interface Kind {
  explain(text: string): string | undefined;
  /** Of a value that is understood on the other side, so that only `text` can be what is contested. */
  ask(text: string): Finding;
  readonly seeds: readonly string[];
  readonly splinters: string;
}

const KINDS: readonly (readonly [string, Kind])[] = [
  [
    "numbers",
    {
      explain: explainNumber,
      ask: (text) => comparesNumbers("Equals", text, "1"),
      seeds: ["10", "-2.50", "+007", "0.5"],
      splinters: "0123456789+-.eE, ",
    },
  ],
  [
    "dates",
    {
      // Four digits alone are contested in matching and yet taken.
      explain: (text) => (/^\d{4}$/.test(text) ? "a year or seconds" : explainDate(text)),
      ask: (text) => comparesDates("Equals", text, "2026-01-01"),
      seeds: ["2026-02-28", "2024-02-29T23:59:59.5+14:00", "1999-12", "2026-04-30T09:30Z", "1775433600", "-12345"],
      splinters: "0123456789-:TZ+.",
    },
  ],
  [
    "address ranges",
    {
      explain: explainIpRange,
      ask: (text) => isInRange(text, "2001:db8::1"),
      seeds: ["203.0.113.0/24", "255.255.255.255", "2001:db8::/32", "::ffff:10.0.0.1/104", "1:2:3:4:5:6:7:8", "::"],
      splinters: "0123456789abF:./",
    },
  ],
  [
    "bytes",
    {
      explain: explainBase64,
      ask: (text) => equalsBytes(text, "QQ=="),
      seeds: ["QUJD", "QQ==", "+/8=", ""],
      splinters: "AQgw+/=-8c",
    },
  ],
];

test.each(KINDS)("grammar and reference agree on %s", (_name, { explain, ask, seeds, splinters }) => {
  const random = createRandom(20_261_125);
  let taken = 0;
  for (let round = 0; round < 20_000; round++) {
    let text = random.pick(seeds);
    for (let cuts = random.below(4); cuts > 0; cuts--) {
      const at = random.below(text.length + 1);
      text =
        text.slice(0, at) + (random.chance(0.6) ? random.pick([...splinters]) : "") + text.slice(at + random.below(2));
    }
    const isTaken = explain(text) === undefined;
    expect(isTaken, JSON.stringify(text)).toBe(answerOf(ask(text)) !== "contested");
    if (isTaken) taken++;
  }
  expect(taken).toBeGreaterThan(2_000);
  expect(taken).toBeLessThan(18_000);
});
