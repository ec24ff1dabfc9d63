/** JSON texts, and texts that are none, each of which is wrong wherever a certain type is wanted. */
import type { Random } from "../../../bench/corpus/random.ts";

/** Levels that fit a body of one MB. */
const LEVELS = [100, 3000, 100_000, 499_000];

export function deepList(levels: number): string {
  return "[".repeat(levels) + "]".repeat(levels);
}

export function deepObject(levels: number, name = "a"): string {
  return `${`{"${name}":`.repeat(levels)}1${"}".repeat(levels)}`;
}

export function deepJson(random: Random): string {
  const levels = random.pick(LEVELS);
  if (random.chance(0.4)) return deepList(levels);
  // Names that are numbers, or of the prototype, go other ways through an engine.
  return deepObject(Math.min(levels, 60_000), random.pick(["a", "0", "__proto__", "toJSON"]));
}

/** Never a text. */
export function notText(random: Random): string {
  return random
    .weighted([
      {
        weight: 8,
        text: () =>
          random.pick(["true", "false", "0", "-1", "1e308", "1e999", "-0", "9007199254740993", "1".repeat(400)]),
      },
      {
        weight: 4,
        text: () =>
          random.pick([
            "[]",
            "{}",
            '["x"]',
            '[["x"]]',
            '{"length":1}',
            '{"0":"x"}',
            '{"toString":1,"valueOf":1}',
            '{"toJSON":1}',
          ]),
      },
      {
        weight: 3,
        text: () =>
          random.pick(['{"__proto__":{"x":1}}', '{"constructor":{"prototype":{"x":1}}}', '{"__proto__":null}']),
      },
      { weight: 1, text: () => deepJson(random) },
      { weight: 1, text: () => `[${"0,".repeat(random.pick([100, 400_000]))}0]` },
    ])
    .text();
}

/** Texts as JSON writes them; none is an id, a name, a URI or a time. */
export function oddText(random: Random): string {
  return random
    .weighted([
      {
        weight: 8,
        text: () =>
          random.pick([
            '""',
            '" "',
            '"\\u0000"',
            '"\\ud800"',
            '"\\udfff\\ud800"',
            '"\\u202e"',
            '"\\ufeff"',
            '"\\n"',
            '"null"',
            '"__proto__"',
            '"constructor"',
            '"*"',
            '"%00"',
            '"\u0024{x}"',
            '"../.."',
            `"' OR 1=1 --"`,
            '"<script>"',
          ]),
      },
      {
        weight: 2,
        text: () =>
          JSON.stringify(random.pick(["A", "\u{1f4a5}", "\\", '"', "\u0000", " "]).repeat(random.pick([1000, 60_000]))),
      },
      { weight: 1, text: () => JSON.stringify("A".repeat(1_000_000)) },
      { weight: 4, text: () => JSON.stringify(slowForPatterns(random)) },
    ])
    .text();
}

/** Nearly what a pattern of the model wants, again and again, and then not. */
function slowForPatterns(random: Random): string {
  // Longer than any bucket's name or id may be.
  const times = random.pick([100, 5000, 100_000]);
  return random.pick([
    `s3://${"a-.".repeat(times)}!`,
    `s3://${"a".repeat(times)}`,
    `r-${"a".repeat(times)}`,
    `ou-${"a".repeat(times)}-${"b".repeat(times)}`,
    `ou-${"a0-".repeat(times)}`,
    "0".repeat(times),
    `${"0a1b2c3d-".repeat(times)}!`,
    `arn:${":".repeat(times)}`,
    `arn:aws:iam::${"1".repeat(times)}:role`,
    `arn:aws:cloudtrail:${":trail/".repeat(times)}\n`,
    `2026-08-01T00:00:00.${"0".repeat(times)}Z`,
    `2026-08-01T00:00:00${"+00:00".repeat(times)}`,
  ]);
}

/** Bytes that are no JSON object, whatever stands in front. */
export function notAnObject(random: Random): Buffer {
  const text = random.pick([
    "x",
    "[]",
    "null",
    "true",
    "1",
    '"x"',
    "{",
    "}",
    "{]",
    "{'a':1}",
    "{a:1}",
    '{"a":}',
    '{"a":1,}',
    "{}{}",
    "{},",
    "/**/{}",
    "NaN",
    "undefined",
    "\u0000",
    "\u0000{}",
    "<xml/>",
    "a=b&c=d",
    "--boundary\r\n\r\n",
    '{"a":"\n"}',
    '{"a":"\\x"}',
    '{"a":01}',
    '{"a":"',
    "[".repeat(500_000),
    "{".repeat(500_000),
    '"'.repeat(999_999),
    " ".repeat(1_000_000),
    "1".repeat(1_000_000),
    '{"a":'.repeat(150_000),
  ]);
  return random.pick([
    Buffer.from(text),
    Buffer.from(text.slice(0, 400_000), "utf16le"),
    Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
    Buffer.from('{"a":"\xff\xfe"}', "latin1"),
    Buffer.from('{"a":"\xc0\x80"}', "latin1"),
    Buffer.from('{"a":"\xed\xa0\x80"}', "latin1"),
    Buffer.from('{"a":"\xf4\x90\x80\x80"}', "latin1"),
    Buffer.from('{"a":"\xe2\x82', "latin1"),
    Buffer.from(random.hex(200), "hex"),
  ]);
}

const PLACE = "@here@";

/** `value` as JSON text, with `text` in the place of the member that `path` names. */
export function withText(value: object, path: readonly (string | number)[], text: string): string {
  const copy = structuredClone(value) as Record<string | number, unknown>;
  let at = copy;
  for (const name of path.slice(0, -1)) at = at[name] as typeof at;
  at[path.at(-1) ?? ""] = PLACE;
  // A function, since `$` would mean something in a text.
  return JSON.stringify(copy).replace(`"${PLACE}"`, () => text);
}
