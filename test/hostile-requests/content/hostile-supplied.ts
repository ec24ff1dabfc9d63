/** Mappings and contexts as JSON texts; none of them is one. */
import type { Random } from "../../../bench/corpus/random.ts";
import { MARKERS } from "../tenants.ts";
import { deepJson, notText, withText } from "./odd-json.ts";
import { suppliedContext, userMapping } from "./stored-content.ts";

const ROW = { eventSource: "z.amazonaws.com", eventName: "Z", actions: ["z:Z"], resources: ["*"], note: MARKERS.sent };
const MAPPING = { mappings: [...userMapping(MARKERS.sent).mappings, ROW] };
const CONTEXT = suppliedContext(MARKERS.sent);

/** So many as fit under a million characters, and fewer. */
function times(random: Random, text: string): string {
  return text.repeat(Math.floor(random.pick([1000, 100_000, 990_000]) / text.length));
}

function members(random: Random, entryOf: (index: number) => string): string {
  const count = random.pick([200, 20_000, 60_000]);
  return `{${Array.from({ length: count }, (_, index) => entryOf(index)).join(",")}}`;
}

export function badMapping(random: Random): string {
  const row = ["mappings", 1] as const;
  const member = random.pick(["eventSource", "eventName", "actions", "resources", "note"]);
  return random
    .weighted([
      { weight: 6, make: () => withText(MAPPING, [...row, member], notText(random)) },
      {
        weight: 3,
        make: () =>
          withText(
            MAPPING,
            [...row, "actions"],
            random.pick(['["*"]', '["z:*"]', '["z"]', '[""]', '["z:Z",1]', '["\\u0000:x"]', '"z:Z"']),
          ),
      },
      {
        weight: 3,
        make: () =>
          withText(
            MAPPING,
            [...row, "resources"],
            random.pick([
              '["\u0024{x}"]',
              `["${"\u0024{".repeat(4000)}}"]`,
              `["${"\u0024{a.b}".repeat(5000)}"]`,
              '["\u0024{requestParameters.__proto__.}"]',
              "[]",
            ]),
          ),
      },
      {
        weight: 2,
        make: () =>
          withText(
            MAPPING,
            row,
            random.pick(["null", "1", "[]", "{}", '{"eventSource":"x"}', '{"__proto__":{"eventSource":"x"}}']),
          ),
      },
      { weight: 2, make: () => withText(MAPPING, ["mappings"], `[${times(random, "0,")}0]`) },
      {
        weight: 2,
        make: () =>
          withText(MAPPING, [...row, "actions"], `[${times(random, random.pick(["0,", "{},", '"",', '"z",']))}0]`),
      },
      {
        weight: 2,
        make: () =>
          withText(MAPPING, [...row, "resources"], `["${times(random, random.pick(["\u0024{x}", "\u0024{ }"]))}"]`),
      },
      {
        weight: 2,
        make: () =>
          withText(
            MAPPING,
            row,
            members(random, (index) => `"m${index}":1`),
          ),
      },
      { weight: 1, make: () => JSON.stringify({ mappings: Array.from({ length: 9000 }, () => ROW) }) },
      {
        weight: 1,
        make: () => JSON.stringify({ mappings: Array.from({ length: 5000 }, () => ({ eventSource: "x" })) }),
      },
      ...anyBad(random, MAPPING),
    ])
    .make();
}

export function badContext(random: Random): string {
  return random
    .weighted([
      {
        weight: 4,
        make: () =>
          withText(
            CONTEXT,
            ["principals"],
            notText(random)
              .replace(/^{}$/, "1")
              .replace(/^{"__proto__":null}$/, "1"),
          ),
      },
      {
        weight: 4,
        make: () =>
          withText(
            CONTEXT,
            ["aws:PrincipalTag/team"],
            random.pick(["{}", "[]", '[{"a":1}]', '{"a":1}', "[null]", "[[]]", deepJson(random)]),
          ),
      },
      {
        weight: 3,
        make: () =>
          withText(
            CONTEXT,
            ["principals"],
            random.pick(['{"x":{}}', '{"":{}}', '{"arn:aws:iam::*":1}', '{"*":{"x":"y"}}', '{"* ":{}}']),
          ),
      },
      {
        weight: 3,
        make: () => withText(CONTEXT, ["vpcEndpoints"], random.pick(['{"x":{}}', "[]", "1", '{"vpce-1":{"a:b":{}}}'])),
      },
      {
        weight: 2,
        make: () =>
          withText(CONTEXT, ["aws:PrincipalTag/team"], `[${times(random, random.pick(["{},", "[],", "null,"]))}{}]`),
      },
      { weight: 2, make: () => members(random, (index) => `"m${index}":1`) },
      { weight: 2, make: () => members(random, (index) => `"a:${index}":{}`) },
      { weight: 2, make: () => members(random, () => '"a:b":1') },
      {
        weight: 1,
        make: () => members(random, (index) => (index % 2 === 0 ? `"a:${index}":1` : `"A:${index - 1}":1`)),
      },
      {
        weight: 2,
        make: () =>
          withText(
            CONTEXT,
            ["principals"],
            members(random, (index) => `"${index}":{}`),
          ),
      },
      { weight: 1, make: () => `{"${":".repeat(500_000)}\\n":1}` },
      { weight: 1, make: () => `{"${"a".repeat(900_000)}":1}` },
      ...anyBad(random, CONTEXT),
    ])
    .make();
}

/** Bad for both. */
function anyBad(random: Random, good: object): readonly { readonly weight: number; make(): string }[] {
  const text = JSON.stringify(good);
  return [
    { weight: 3, make: () => deepJson(random) },
    { weight: 2, make: () => text.slice(0, random.below(text.length)) },
    { weight: 1, make: () => `${text}${" ".repeat(1_000_001 - text.length)}` },
    { weight: 1, make: () => random.pick(["[", '"', "{", '{"a":', "\\", '"\\']).repeat(150_000) },
    { weight: 1, make: () => random.pick(["", " ", "null", "1", "[]", '"x"', "\u0000", "NaN"]) },
    { weight: 1, make: () => `${text}${text}` },
  ];
}
