/**
 * Patterns that the quick way gives up on (assembly/matching/wildcard.ts), so that all places of the pattern are followed at once. Every
 * pattern here begins with a star before a run of `a`, every text with a longer run: the star is taken up again and again.
 */
import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { createRandom, type Random } from "../events/random.ts";
import { matchesWildcard } from "../reference/wildcard.ts";
import { actionOf, askPredicate, conditionOf, resourcesOf, type TruthName, valuesOf } from "./ask-predicate.ts";

/** What follows is matched alone: no text here has a second run of this length. */
const RUN = "a".repeat(30);
const BEFORE_PATTERN = `*${RUN}b`;
const BEFORE_TEXT = `${"a".repeat(400)}b`;
const PREFIX_SYMBOLS = RUN.length + 2;

const PATTERNS = 150;
const TEXTS_PER_PATTERN = 6;
const CHARACTERS = ["a", "b", "é", "è", "ā", "€", "🦀", "🦁"];
const SYMBOLS = [...CHARACTERS, "*", "*", "*", "?", "?"];
const CASES = ["a", "A", "b", "B", "é", "É", "@", "`", "[", "{"];

/** As AWS allows for a policy, and the longest text that an event could hold. */
const LONGEST_PATTERN = 10_000;
const LONGEST_TEXT = 200_000;

describe.each(BUILDS)("a star taken up again and again in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  const likes = (pattern: string, texts: readonly string[]) =>
    askPredicate(
      core,
      conditionOf("stringLike", [pattern]),
      texts.map((text) => valuesOf(text)),
    );

  test("agrees with the reference, as StringLike, as action and as resource", () => {
    const seen = { true: 0, false: 0 };
    for (let seed = 1; seed <= PATTERNS; seed++) {
      const random = createRandom(seed);
      const end = textOf(random, SYMBOLS, 6);
      const ends = Array.from({ length: TEXTS_PER_PATTERN }, () => textOf(random, CHARACTERS, 7));
      const pattern = `${BEFORE_PATTERN}${end}`;
      const expected = ends.map((text) => nameOf(matchesWildcard(end, text)));
      const subjects = (before: string) => ends.map((text) => valuesOf(`${before}${BEFORE_TEXT}${text}`));
      const where = `seed ${seed}: ${end} against ${ends.join(" ")}`;
      expect(askPredicate(core, conditionOf("stringLike", [pattern]), subjects("")), where).toEqual(expected);
      expect(askPredicate(core, actionOf([`svc:${pattern}`]), subjects("svc:")), where).toEqual(expected);
      const arn = resourcesOf("any", [`arn:aws:svc:::${pattern}`]);
      expect(askPredicate(core, arn, subjects("arn:aws:svc:::")), where).toEqual(expected);
      for (const truth of expected) seen[truth]++;
    }
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan((PATTERNS * TEXTS_PER_PATTERN) / 20);
  });

  test.each([62, 63, 64, 65, 126, 127, 128, 129, 192])("agrees with it where the pattern has %i symbols", (symbols) => {
    const seen = { true: 0, false: 0 };
    for (let seed = 1; seed <= 20; seed++) {
      const random = createRandom(seed * 1_000 + symbols);
      const end = Array.from({ length: symbols - PREFIX_SYMBOLS }, () => random.pick(["a", "b", "é", "?", "?", "*"]));
      // Two stars beside each other would be one symbol.
      for (const [index, symbol] of end.entries()) if (symbol === "*" && end[index - 1] === "*") end[index] = "?";
      const pattern = `${BEFORE_PATTERN}${end.join("")}`;
      const texts = Array.from({ length: TEXTS_PER_PATTERN }, () => `${BEFORE_TEXT}${filled(random, end)}`);
      const expected = texts.map((text) => nameOf(matchesWildcard(pattern, text)));
      expect(likes(pattern, texts), `seed ${seed}: ${pattern}`).toEqual(expected);
      for (const truth of expected) seen[truth]++;
    }
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(10);
  });

  test("takes characters of several bytes as one", () => {
    const text = (end: string) => `${BEFORE_TEXT}${end}`;
    const ends = ["é", "€", "🦀", "\u0000", "é€", "a🦀", "éa", "🦀🦀🦀", ""];
    const ask = (end: string) => likes(`${BEFORE_PATTERN}${end}`, ends.map(text)).map((truth) => truth === "true");
    expect(ask("?")).toEqual([true, true, true, true, false, false, false, false, false]);
    expect(ask("??")).toEqual([false, false, false, false, true, true, true, false, false]);
    expect(ask("?a")).toEqual([false, false, false, false, false, false, true, false, false]);
    expect(ask("?€")).toEqual([false, false, false, false, true, false, false, false, false]);
    expect(ask("*?")).toEqual([true, true, true, true, true, true, true, true, false]);
    expect(ask("?*🦀")).toEqual([false, false, false, false, false, true, false, true, false]);
    expect(ask("???")).toEqual([false, false, false, false, false, false, false, true, false]);
  });

  test("folds the case of the first five parts of an ARN, and of ASCII letters alone", () => {
    const seen = { true: 0, unknown: 0, false: 0 };
    for (let seed = 1; seed <= PATTERNS; seed++) {
      const random = createRandom(seed);
      const end = textOf(random, [...CASES, "*", "?"], 4);
      const ends = Array.from({ length: TEXTS_PER_PATTERN }, () =>
        random.chance(0.7) ? otherCase(random, filled(random, [...end])) : textOf(random, CASES, 4),
      );
      const predicate = resourcesOf("any", [`arn:aws:svc::${BEFORE_PATTERN}${end}:x`]);
      const subjects = ends.map((text) => valuesOf(`arn:aws:svc::${BEFORE_TEXT}${text}:x`));
      const expected = ends.map((text): TruthName => {
        if (matchesWildcard(end, text)) return "true";
        return matchesWildcard(lower(end), lower(text)) ? "unknown" : "false";
      });
      expect(askPredicate(core, predicate, subjects), `seed ${seed}: ${end} against ${ends.join(" ")}`).toEqual(
        expected,
      );
      for (const truth of expected) seen[truth]++;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan((PATTERNS * TEXTS_PER_PATTERN) / 50);
  });

  test("folds nothing behind the fifth colon, also where a star reaches over colons", () => {
    const head = "arn:aws:svc:";
    const ask = (end: string, text: string) =>
      askPredicate(core, resourcesOf("any", [`${head}${BEFORE_PATTERN.toUpperCase()}*:${end}`]), [
        valuesOf(`${head}${BEFORE_TEXT}:1:2:${text}`),
      ])[0];
    expect(ask("role", "role")).toBe("unknown");
    expect(ask("Role", "role")).toBe("false");
    expect(ask("role", "Role")).toBe("false");
    expect(ask("r?l*", "rolle")).toBe("unknown");
    expect(ask("R?l*", "rolle")).toBe("false");
  });

  test.each<[string, string, string, boolean]>([
    ["stars that never end", "*a".repeat(LONGEST_PATTERN / 2), `${"a".repeat(LONGEST_TEXT)}b`, false],
    ["stars that end", `${"*a".repeat(LONGEST_PATTERN / 2)}b`, `${"a".repeat(LONGEST_TEXT)}b`, true],
    ["a run before another end", `*${"a".repeat(LONGEST_PATTERN - 2)}b`, "a".repeat(LONGEST_TEXT), false],
    ["a run before its end", `*${"a".repeat(LONGEST_PATTERN - 2)}b`, `${"a".repeat(LONGEST_TEXT)}b`, true],
    ["a run as long as the text", `*${"a".repeat(LONGEST_PATTERN)}`, "a".repeat(LONGEST_PATTERN), true],
    ["a run longer than the text", `*${"a".repeat(LONGEST_PATTERN)}`, "a".repeat(LONGEST_PATTERN - 1), false],
    ["question marks", `*${"?".repeat(LONGEST_PATTERN - 2)}b`, "é".repeat(LONGEST_TEXT / 2), false],
    ["question marks and an end", `*${"?".repeat(LONGEST_PATTERN - 2)}b`, `${"é".repeat(LONGEST_TEXT / 2)}b`, true],
    ["question marks, stars and an end", `${"*?a".repeat(3_333)}b`, `${"éa".repeat(LONGEST_TEXT / 3)}b`, true],
  ])("ends on the longest pattern and text: %s", (_name, pattern, text, matches) => {
    expect(likes(pattern, [text])).toEqual([nameOf(matches)]);
  });

  test("leaves no memory behind", () => {
    const place = core.mark();
    likes(`*${"a".repeat(1_000)}b`, ["a".repeat(20_000), "b", "a".repeat(20_000)]);
    expect(core.mark()).toBe(place);
  });
});

function nameOf(matches: boolean): "true" | "false" {
  return matches ? "true" : "false";
}

function textOf(random: Random, alphabet: readonly string[], most: number): string {
  return Array.from({ length: random.below(most + 1) }, () => random.pick(alphabet)).join("");
}

/** A text that the symbols match, or nearly. */
function filled(random: Random, symbols: readonly string[]): string {
  const texts = symbols.map((symbol) => {
    if (symbol === "*") return textOf(random, ["a", "b", "é", "€"], 2);
    return symbol === "?" ? random.pick(["a", "b", "é", "🦀"]) : symbol;
  });
  if (random.chance(0.5)) texts[random.below(texts.length)] = random.pick(["", "a", "b", "éb"]);
  return texts.join("");
}

function otherCase(random: Random, text: string): string {
  return [...text].map((character) => (random.chance(0.3) ? character.toUpperCase() : character)).join("");
}

function lower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
