import { beforeAll, describe, expect, test } from "vitest";
import type { Pattern, Predicate } from "../../host/domain/program.ts";
import type { Core } from "../../host/wasm/core.ts";
import type { Subject } from "../../host/wasm/judge-input.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { createRandom, type Random } from "../events/random.ts";
import { askPredicate, conditionOf, letters, subjectOf, valuesOf, variableConditionOf } from "./ask-predicate.ts";

const ABSENT = subjectOf(["absent"]);
const ANYTHING = subjectOf(["anything"]);
const NOT = { negated: true, whenAbsent: "true" } as const;
const PATTERNS = 300;

describe.each(BUILDS)("a policy variable in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  /** The answers for every value, each time with the same bindings. */
  function ask(predicate: Predicate, bindings: readonly Subject[], ...values: readonly string[]): string {
    const subjects = values.map((value) => valuesOf(value));
    return letters(
      askPredicate(
        core,
        predicate,
        subjects,
        subjects.map(() => bindings),
      ),
    );
  }

  // Of red; blue; the empty text.
  test.each<[string, string, readonly Subject[], string]>([
    ["red", `\${k:x}`, [valuesOf("red")], "TFF"],
    ["the empty text", `\${k:x}`, [valuesOf("")], "FFT"],
    ["part of the text", `r\${k:x}d`, [valuesOf("e")], "TFF"],
    ["two parts", `\${k:x}e\${k:y}`, [valuesOf("r"), valuesOf("d")], "TFF"],
    ["two parts the other way round", `\${k:y}e\${k:x}`, [valuesOf("d"), valuesOf("r")], "FFF"],
    ["nothing", `\${k:x}`, [ABSENT], "FFF"],
    ["nothing behind a text", `red\${k:x}`, [ABSENT], "FFF"],
    ["one text and nothing", `\${k:x}\${k:y}`, [valuesOf("red"), ABSENT], "FFF"],
    ["nothing and anything", `\${k:x}\${k:y}`, [ABSENT, ANYTHING], "FFF"],
    ["red or nothing", `\${k:x}`, [subjectOf(["absent", "values"], "red")], "UFF"],
    ["red or blue", `\${k:x}`, [valuesOf("red", "blue")], "UUF"],
    ["red or anything", `\${k:x}`, [subjectOf(["values", "anything"], "red")], "UUU"],
    ["anything", `\${k:x}`, [ANYTHING], "UUU"],
    ["anything behind a text", `r\${k:x}`, [ANYTHING], "UFF"],
    ["anything before a text", `\${k:x}e`, [ANYTHING], "FUF"],
    ["nothing or anything", `b\${k:x}e`, [subjectOf(["absent", "anything"])], "FUF"],
    ["all there is, or nothing", `\${k:x}`, [subjectOf(["absent", "values"], "red", "blue", "")], "UUU"],
  ])("that stands for %s is put in: %s", (_name, pattern, bindings, expected) => {
    const turned = expected.replace(/[TF]/g, (letter) => (letter === "T" ? "F" : "T"));
    for (const operator of ["stringEquals", "stringLike"] as const) {
      expect(ask(variableConditionOf(operator, [pattern]), bindings, "red", "blue", "")).toBe(expected);
      expect(ask(variableConditionOf(operator, [pattern], NOT), bindings, "red", "blue", "")).toBe(turned);
    }
  });

  test("of which nothing is known is open where some text could match", () => {
    const subjects = ["red", "blue"].map((value) => valuesOf(value));
    expect(letters(askPredicate(core, variableConditionOf("stringEquals", [`r\${k:x}`]), subjects))).toBe("UF");
    expect(letters(askPredicate(core, variableConditionOf("stringLike", [`?\${k:x}e`]), subjects))).toBe("FU");
  });

  test("that stands twice is the same text in both places", () => {
    const predicate = variableConditionOf("stringEquals", [`\${k:x}-\${K:X}`]);
    expect(predicate.variables).toHaveLength(1);
    expect(ask(predicate, [valuesOf("a", "b")], "a-a", "b-b", "a-b", "b-a")).toBe("UUFF");
  });

  test("is taken together with the other patterns of the list", () => {
    const either = variableConditionOf("stringEquals", [`\${k:x}`, `\${k:y}`, "green"]);
    expect(ask(either, [valuesOf("red"), ABSENT], "red", "blue", "green")).toBe("TFT");
    expect(ask(either, [valuesOf("red", "blue"), valuesOf("red")], "red", "blue", "green")).toBe("TUT");
    // Whatever it stands for, one of the patterns matches.
    const sure = variableConditionOf("stringEquals", [`\${k:x}ed`, `\${k:x}d`]);
    expect(ask(sure, [valuesOf("r", "re")], "red", "reed")).toBe("TU");
  });

  test("is asked for each value with its own bindings", () => {
    const texts = Array.from({ length: 500 }, (_, index) => `${index % 7}`);
    const truths = askPredicate(
      core,
      variableConditionOf("stringEquals", [`\${k:x}\${k:y}`]),
      texts.map((text) => valuesOf(text)),
      texts.map((_, index) => [valuesOf(""), index % 5 === 4 ? ABSENT : valuesOf(`${index % 5}`)]),
    );
    expect(truths).toEqual(texts.map((_, index) => (index % 5 !== 4 && index % 5 === index % 7 ? "true" : "false")));
  });

  test("is taken for the text that it is, wildcards and all", () => {
    const like = variableConditionOf("stringLike", [`\${k:x}?*`]);
    expect(ask(like, [valuesOf("a*")], "a*b", "a*", "ab", "abc", "a*bc")).toBe("TFFFT");
    expect(ask(like, [valuesOf("?")], "?b", "ab")).toBe("TF");
    expect(ask(like, [valuesOf(`\${*}`)], `\${*}b`, "*b", "ab")).toBe("TFF");
    expect(ask(variableConditionOf("stringEquals", [`\${k:x}`]), [valuesOf("é🦀\u0000*")], "é🦀\u0000*", "é🦀")).toBe(
      "TF",
    );
    const long = "0123456789é".repeat(5_000);
    expect(ask(variableConditionOf("stringEquals", [`<\${k:x}>`]), [valuesOf(long)], `<${long}>`, `<${long}`)).toBe(
      "TF",
    );
  });

  test("is compared without regard to case by IgnoreCase, and open there beside what nobody knows", () => {
    const predicate = variableConditionOf("stringEqualsIgnoreCase", [`a\${k:x}`]);
    expect(ask(predicate, [valuesOf("B", "b")], "AB", "ac")).toBe("TF");
    expect(ask(predicate, [valuesOf("É")], "AÉ", "aé", "ab")).toBe("TUU");
    expect(ask(predicate, [ANYTHING], "ab", "x")).toBe("UU");
  });

  test("is tried in up to 64 combinations; in more it could be anything", () => {
    const choices = (count: number) => valuesOf(...Array.from({ length: count }, (_, index) => `${index}.`));
    const one = variableConditionOf("stringEquals", [`\${k:x}`]);
    expect(ask(one, [choices(64)], "0.", "63.", "64.", "")).toBe("UUFF");
    expect(ask(one, [choices(65)], "0.", "63.", "64.", "")).toBe("UUUU");
    const two = variableConditionOf("stringEquals", [`\${k:x}-\${k:y}`]);
    expect(ask(two, [choices(8), choices(8)], "7.-7.", "7.-8.", "8.-0.")).toBe("UFF");
    expect(ask(two, [choices(9), choices(8)], "8.-7.", "8.-8.", "none")).toBe("UUF");
    const six = variableConditionOf("stringEquals", [`\${k:a}\${k:b}\${k:c}\${k:d}\${k:e}\${k:f}`]);
    const bits = Array.from({ length: 6 }, () => valuesOf("0", "1"));
    expect(ask(six, bits, "010101", "111111", "000002", "00000")).toBe("UUFF");
    // Absence and anything count as one each.
    const open = subjectOf(["absent", "values", "anything"], ...Array.from({ length: 62 }, (_, index) => `${index}.`));
    const more = subjectOf(["absent", "values"], ...Array.from({ length: 64 }, (_, index) => `${index}.`));
    expect(ask(variableConditionOf("stringEquals", [`<\${k:x}>`]), [open], "<0.>", "<x>", "x")).toBe("UUF");
    expect(ask(variableConditionOf("stringEquals", [`<\${k:x}>`]), [more], "<0.>", "<x>", "x")).toBe("UUF");
  });

  test("asked with sets and absent keys answers as any pattern does", () => {
    const subjects = [valuesOf("red", "blue"), valuesOf("blue", "green"), valuesOf(), ABSENT, ANYTHING];
    const answers = (set: "forAllValues" | "forAnyValue", negated: boolean) =>
      letters(
        askPredicate(
          core,
          variableConditionOf("stringEquals", [`\${k:x}`, `\${k:y}`], {
            set,
            negated,
            whenAbsent: set === "forAllValues" ? "true" : "false",
          }),
          subjects,
          subjects.map(() => [valuesOf("red"), valuesOf("blue")]),
        ),
      );
    expect(answers("forAllValues", false)).toBe("TFTTU");
    expect(answers("forAllValues", true)).toBe("FFTTU");
    expect(answers("forAnyValue", false)).toBe("TTFFU");
    expect(answers("forAnyValue", true)).toBe("FTFFU");
  });

  test("leaves no memory behind", () => {
    const place = core.mark();
    ask(variableConditionOf("stringLike", [`*\${k:x}*`]), [valuesOf("a".repeat(10_000), "b")], "aab", "b");
    expect(core.mark()).toBe(place);
  });

  test("answers as all the texts it could stand for together", () => {
    const seen = { true: 0, unknown: 0, false: 0 };
    for (let seed = 1; seed <= PATTERNS; seed++) {
      const random = createRandom(seed);
      const operator = random.pick(["stringEquals", "stringLike"] as const);
      const texts = Array.from({ length: 1 + random.below(2) }, () =>
        textOf(random, ["a", "b", "?", "*", `\${k:x}`, `\${k:y}`]),
      );
      const predicate = variableConditionOf(operator, texts, random.chance(0.3) ? NOT : {});
      const choices = predicate.variables.map(() => choicesOf(random));
      const values = Array.from({ length: 6 }, () => textOf(random, ["a", "b", "*"]));
      const expected = values.map((value) => {
        const truths = worlds(choices).map(
          (world) => askPredicate(core, filledIn(predicate, world), [valuesOf(value)])[0],
        );
        return truths.every((truth) => truth === truths[0]) ? (truths[0] ?? "unknown") : "unknown";
      });
      const bindings = choices.map((choice) => bindingOf(choice));
      expect(ask(predicate, bindings, ...values), `seed ${seed}: ${texts.join(" ")}`).toBe(letters(expected));
      for (const truth of expected) seen[truth]++;
    }
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(PATTERNS / 10);
  });
});

/** What a variable could stand for: texts, or nothing. */
type Choices = readonly (string | undefined)[];

function choicesOf(random: Random): Choices {
  const texts = random.shuffle(["", "a", "b", "ab", "*"]).slice(0, 1 + random.below(2));
  return random.chance(0.2) ? [...texts, undefined] : texts;
}

function bindingOf(choices: Choices): Subject {
  const texts = choices.filter((text) => text !== undefined);
  return subjectOf(choices.includes(undefined) ? ["absent", "values"] : ["values"], ...texts);
}

function worlds([first, ...rest]: readonly Choices[]): readonly Choices[] {
  if (first === undefined) return [[]];
  return worlds(rest).flatMap((world) => first.map((text) => [text, ...world]));
}

/** The predicate with the texts in place; a pattern of a variable that stands for nothing is gone. */
function filledIn(predicate: Predicate, world: Choices): Predicate {
  const patterns = predicate.patterns.flatMap((pattern): readonly Pattern[] => {
    const parts = pattern.parts.map((part) => ("variable" in part ? { literal: world[part.variable] } : part));
    if (parts.some((part) => "literal" in part && part.literal === undefined)) return [];
    return [{ ...pattern, parts: parts as Pattern["parts"] }];
  });
  return conditionOf(predicate.operator, [], { ...predicate, patterns, variables: [] });
}

function textOf(random: Random, pieces: readonly string[]): string {
  return Array.from({ length: random.below(4) }, () => random.pick(pieces)).join("");
}
