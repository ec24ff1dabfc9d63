import { describe, expect, test } from "vitest";
import { findJsonFaults } from "../../host/policy/find-json-faults.ts";
import { parsePolicyDocument } from "../../host/policy/parse-policy-document.ts";
import { codesOf } from "./faults-of.ts";

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
    let text = seeds[random(seeds.length)] ?? "";
    for (let cuts = random(3); cuts >= 0; cuts--) {
      const at = random(text.length + 1);
      text =
        text.slice(0, at) + (random(2) === 0 ? splinters[random(splinters.length)] : "") + text.slice(at + random(2));
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

/** The same numbers in every run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
