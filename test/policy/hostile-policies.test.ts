import { describe, expect, test } from "vitest";
import { findJsonFaults } from "../../host/policy/find-json-faults.ts";
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";
import { validatePolicy } from "../../host/policy/validate-policy.ts";
import { catalogue } from "../authorization/built-catalogue.ts";
import { createRandom } from "../events/random.ts";
import { codesOf, policyOf, STATEMENT } from "./faults-of.ts";

describe("parsePolicyDocument() answers with faults to", () => {
  test.each<[string, string, readonly string[]]>([
    ["33 lists inside each other", "[".repeat(33) + "]".repeat(33), ["too-deep"]],
    ["50,000 open lists", "[".repeat(50_000), ["policy-too-long", "too-deep"]],
    ["50,000 open objects", '{"a":'.repeat(20_000), ["policy-too-long", "too-deep"]],
    ["20 million characters, unread", " ".repeat(20_000_000), ["policy-too-long"]],
    ["brackets inside a text", `{"Statement":"${"[".repeat(100)}"}`, ["wrong-type"]],
    ["a quote that is never closed", `{"${"x".repeat(9_000)}`, ["not-json"]],
    ["a member named __proto__", '{"__proto__":{"Statement":[]}}', ["missing-element", "unknown-element"]],
  ])("%s", (_name, text, codes) => {
    expect(codesOf(text)).toEqual(codes);
  });

  test("more faults than anybody reads, by counting the rest", () => {
    const parsed = parsePolicyDocument(JSON.stringify({ Statement: Array(250).fill(1) }));
    const faults = parsed.ok ? [] : parsed.faults;
    expect(faults).toHaveLength(101);
    expect(faults.at(-1)).toEqual({ code: "more-faults", message: "and 150 more; mend these first" });
  });
});

/** `{…}` is what stands behind the `$` of a variable. */
function prefixed(part: string): string {
  return part.startsWith("{") ? `$${part}` : part;
}

test("validatePolicy() is bounded for long values in every place: the runner's limit is far above", () => {
  const parts = ["${", "{a:b}", "{A}", ":", "*", "a*", "?", "<a", "/", "1", "1.", "::", "-", "A=", "𝛑", "\u0000"];
  const longs = parts.flatMap((part) => [9_000, 90_000].map((length) => prefixed(part).repeat(length / 6)));
  for (const long of longs) {
    const operators = ["StringLike", "ArnLike", "NumericEquals", "DateEquals", "Bool", "BinaryEquals", "IpAddress"];
    for (const place of ["Sid", "Effect", "Action", "Resource", "key", long, ...operators]) {
      const condition = place === "key" ? { Null: { [long]: "x" } } : { [place]: { "a:b": long } };
      const isElement = ["Sid", "Effect", "Action", "Resource"].includes(place);
      const statement = { ...STATEMENT, ...(isElement ? { [place]: long } : { Condition: condition }) };
      for (const Version of ["2012-10-17", "2008-10-17"]) {
        const { faults, warnings } = validatePolicy(policyOf(statement, { Version }), catalogue);
        const said = JSON.stringify([faults, warnings]);
        expect(said.length, `${long.slice(0, 9)} in ${place}`).toBeLessThan(50_000);
      }
    }
  }
});

test("findJsonFaults() and JSON.parse() agree on what is JSON, for 20,000 broken texts", () => {
  const seeds = [
    '{"a":[1,-2.5e-3,0,true,null,"x\\u0041\\n"],"b":{"c":"d/e"}}',
    '{"Version": "2012-10-17",\r\n "Statement": {"Effect": "Deny"}}',
    '[[],{},"",-0,1E+2]',
    '"text"',
  ];
  const splinters = [..."{}[]\",:\\/*'0123-.eEtfn \n\t\u00a0\u2028\ufeffu\u0001"];
  const random = createRandom(20_261_123);
  let json = 0;
  for (let round = 0; round < 20_000; round++) {
    let text = random.pick(seeds);
    for (let cuts = random.below(3); cuts >= 0; cuts--) {
      const at = random.below(text.length + 1);
      text = text.slice(0, at) + (random.chance(0.5) ? random.pick(splinters) : "") + text.slice(at + random.below(2));
    }
    const isJson = isJsonText(text);
    const faults = findJsonFaults(text, 32).filter(({ code }) => code !== "duplicate-key");
    expect(faults.length === 0, JSON.stringify(text)).toBe(isJson);
    if (isJson) json++;
  }
  expect(json).toBeGreaterThan(1_000);
});

function isJsonText(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
