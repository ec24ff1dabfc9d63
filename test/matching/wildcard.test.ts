import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { createRandom, type Random } from "../differential/random-policies.ts";
import { matchesWildcard } from "../reference/wildcard.ts";
import { actionOf, askPredicate, conditionOf, resourcesOf, valuesOf } from "./ask-predicate.ts";

const PATTERNS = 400;
const TEXTS_PER_PATTERN = 12;

/** Few characters, so that patterns meet texts; of one, two, three and four bytes, with bytes in common. */
const CHARACTERS = ["a", "b", "é", "è", "ā", "€", "🦀", "🦁"];
const SYMBOLS = [...CHARACTERS, "*", "*", "*", "?", "?"];

/** Code points of which single bytes look like wildcards, letters or colons in other encodings. */
const LONE_SURROGATES = ["\ud83e", "\udd80"];

/** As AWS allows: a policy of 10,240 characters (semantics 2). */
const LONG = 10_000;

describe.each(BUILDS)("wildcards in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  test("agree with the reference on random patterns and texts, as StringLike, as action and as resource", () => {
    const seen = { true: 0, false: 0 };
    for (let seed = 1; seed <= PATTERNS; seed++) {
      const random = createRandom(seed);
      const pattern = textOf(random, SYMBOLS, 6);
      const texts = Array.from({ length: TEXTS_PER_PATTERN }, () => textOf(random, CHARACTERS, 7));
      const expected = texts.map((text) => (matchesWildcard(pattern, text) ? "true" : "false"));
      const withPrefix = (prefix: string) => texts.map((text) => valuesOf(`${prefix}${text}`));
      const where = `seed ${seed}: ${pattern} against ${texts.join(" ")}`;
      expect(askPredicate(core, conditionOf("stringLike", [pattern]), withPrefix("")), where).toEqual(expected);
      expect(askPredicate(core, actionOf([`svc:${pattern}`]), withPrefix("svc:")), where).toEqual(expected);
      const arn = "arn:aws:svc:::";
      expect(askPredicate(core, resourcesOf("any", [`${arn}${pattern}`]), withPrefix(arn)), where).toEqual(expected);
      for (const truth of expected) seen[truth]++;
    }
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan((PATTERNS * TEXTS_PER_PATTERN) / 20);
  });

  test("give the same answer for a list as for its entries one by one", () => {
    for (let seed = 1; seed <= PATTERNS / 4; seed++) {
      const random = createRandom(seed + 7_000);
      const patterns = Array.from({ length: 3 }, () => textOf(random, SYMBOLS, 4));
      const subjects = Array.from({ length: TEXTS_PER_PATTERN }, () => valuesOf(textOf(random, CHARACTERS, 5)));
      const apart = patterns.map((pattern) => askPredicate(core, conditionOf("stringLike", [pattern]), subjects));
      const together = askPredicate(core, conditionOf("stringLike", patterns), subjects);
      const none = askPredicate(core, conditionOf("stringLike", patterns, { negated: true }), subjects);
      for (const [index, truth] of together.entries()) {
        const isTrue = apart.some((answers) => answers[index] === "true");
        expect([truth, none[index]], `seed ${seed}`).toEqual(isTrue ? ["true", "false"] : ["false", "true"]);
      }
    }
  });

  test.each<[string, string, string, boolean]>([
    ["an empty pattern and an empty text", "", "", true],
    ["an empty pattern and a text", "", "a", false],
    ["stars and an empty text", "***", "", true],
    ["a question mark and an empty text", "?", "", false],
    ["a question mark and a crab", "?", "🦀", true],
    ["two question marks and a crab", "??", "🦀", false],
    ["a question mark and an accent of its own", "e?", "e\u0301", true],
    ["a question mark and a letter with that accent", "e?", "é", false],
    ["stars around question marks", "*??*", "é", false],
    ["a star behind a character of several bytes", "é*", "éa", true],
    ["a star before the last byte of another character", "*è", "é", false],
    ["a pattern that is longer than the text", "a*b*a", "aba", true],
    ["an overlap of head and tail", "ab*ba", "aba", false],
    ["a null character", "a?b", "a\u0000b", true],
  ])("decide %s", (_name, pattern, text, matches) => {
    const truth = askPredicate(core, conditionOf("stringLike", [pattern]), [valuesOf(text)]);
    expect(truth).toEqual([matches ? "true" : "false"]);
  });

  test("take half a character, as a log may hold it, for one character", () => {
    const subjects = LONE_SURROGATES.map((text) => valuesOf(text));
    expect(askPredicate(core, conditionOf("stringLike", ["?"]), subjects)).toEqual(["true", "true"]);
    expect(askPredicate(core, conditionOf("stringLike", ["??"]), subjects)).toEqual(["false", "false"]);
  });

  test.each<[string, string, string, boolean]>([
    ["many stars that never end", `${"*a".repeat(LONG / 2)}*b`, "a".repeat(LONG), false],
    ["many stars that end", `${"*a".repeat(LONG / 4)}*b`, `${"a".repeat(LONG)}b`, true],
    ["a star before a long text", `*${"a".repeat(LONG / 2)}b`, "a".repeat(LONG), false],
    ["nothing but stars", "*".repeat(LONG), "a".repeat(LONG), true],
    ["nothing but question marks", "?".repeat(LONG), "é".repeat(LONG), true],
    ["question marks behind a star", `*${"?".repeat(LONG / 2)}b`, "🦀".repeat(LONG / 2), false],
  ])("finish with %s", (_name, pattern, text, matches) => {
    const expected = [matches ? "true" : "false"];
    expect(askPredicate(core, conditionOf("stringLike", [pattern]), [valuesOf(text)])).toEqual(expected);
    const arn = "arn:aws:svc:*:*:";
    const resource = valuesOf(`arn:aws:svc:::${text}`);
    expect(askPredicate(core, resourcesOf("any", [arn + pattern]), [resource])).toEqual(expected);
    expect(askPredicate(core, conditionOf("arnLike", [arn + pattern]), [resource])).toEqual(expected);
  });
});

function textOf(random: Random, alphabet: readonly string[], most: number): string {
  return Array.from({ length: random.below(most + 1) }, () => random.pick(alphabet)).join("");
}
