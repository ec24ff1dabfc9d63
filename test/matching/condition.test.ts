import { beforeAll, describe, expect, test } from "vitest";
import type { Predicate } from "../../host/domain/program.ts";
import type { Core } from "../../host/wasm/core.ts";
import type { Subject } from "../../host/wasm/judge-input.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import {
  askPredicate,
  conditionOf,
  letters,
  opaque,
  patternOf,
  subjectOf,
  type TruthName,
  valuesOf,
} from "./ask-predicate.ts";

const RED = valuesOf("red");
const TWO = valuesOf("red", "blue");
const ABSENT = subjectOf(["absent"]);
const ANYTHING = subjectOf(["anything"]);
const UNKNOWN = subjectOf(["absent", "anything"]);
const RED_OR_ABSENT = subjectOf(["absent", "values"], "red");
const RED_OR_OTHER = subjectOf(["values", "anything"], "red");
const SUBJECTS = [RED, TWO, ABSENT, ANYTHING, UNKNOWN, RED_OR_ABSENT, RED_OR_OTHER];

const NEGATED = { negated: true, whenAbsent: "true" } as const;
const IF_EXISTS = { whenAbsent: "true" } as const;

describe.each(BUILDS)("a condition in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  // F, U, T: for red; red and blue; absent; anything; absent or anything; red or absent; red or anything.
  test.each<[string, Predicate, string]>([
    ["stringEquals red", conditionOf("stringEquals", ["red"]), "TUFUUUU"],
    ["stringEquals blue", conditionOf("stringEquals", ["blue"]), "FUFUUFU"],
    ["not stringEquals red", conditionOf("stringEquals", ["red"], NEGATED), "FUTUUUU"],
    ["not stringEquals blue", conditionOf("stringEquals", ["blue"], NEGATED), "TUTUUTU"],
    ["stringEquals red if exists", conditionOf("stringEquals", ["red"], IF_EXISTS), "TUTUUTU"],
    ["stringEqualsIgnoreCase RED", conditionOf("stringEqualsIgnoreCase", ["RED"]), "TUFUUUU"],
    ["stringEqualsIgnoreCase RÉD", conditionOf("stringEqualsIgnoreCase", ["RÉD"]), "UUFUUUU"],
    ["not stringEqualsIgnoreCase RED", conditionOf("stringEqualsIgnoreCase", ["RED"], NEGATED), "FUTUUUU"],
    ["stringLike *", conditionOf("stringLike", ["*"]), "TUFTUUT"],
    ["stringLike * if exists", conditionOf("stringLike", ["*"], IF_EXISTS), "TUTTTTT"],
    ["not stringLike *", conditionOf("stringLike", ["*"], NEGATED), "FUTFUUF"],
    ["stringLike r*", conditionOf("stringLike", ["r*"]), "TUFUUUU"],
    ["stringEquals *", conditionOf("stringEquals", ["*"]), "FUFUUFU"],
    ["bool RED", conditionOf("bool", ["RED"]), "TUFUUUU"],
    ["null true", conditionOf("null", ["true"]), "FFTFUUF"],
    ["null false", conditionOf("null", ["false"]), "TTFTUUT"],
    ["null true or false", conditionOf("null", ["true", "false"]), "TTTTTTT"],
    ["an operator that is not evaluated", conditionOf("undocumented", ["red"]), "UUFUUUU"],
    ["a negated one", conditionOf("undocumented", ["red"], NEGATED), "UUTUUUU"],
    ["one without answer for an absent key", conditionOf("undocumented", ["x"], { whenAbsent: "unknown" }), "UUUUUUU"],
    ["stringEquals of a variable", conditionOf("stringEquals", [], { patterns: [opaque("red")] }), "UUFUUUU"],
    [
      "not stringLike of a variable",
      conditionOf("stringLike", [], { patterns: [opaque("r*")], ...NEGATED }),
      "UUTUUUU",
    ],
    ["no value at all", conditionOf("stringEquals", []), "FUFFFFF"],
  ])("%s", (_name, predicate, expected) => {
    expect(letters(askPredicate(core, predicate, SUBJECTS))).toBe(expected);
  });

  test("with a variable is decided by a pattern that matches, and by none that does not", () => {
    const matching = { patterns: [opaque("x"), patternOf("stringEquals", "red")] };
    const other = { patterns: [opaque("x"), patternOf("stringEquals", "blue")] };
    expect(askPredicate(core, conditionOf("stringEquals", [], matching), [RED])).toEqual(["true"]);
    expect(askPredicate(core, conditionOf("stringEquals", [], { ...matching, ...NEGATED }), [RED])).toEqual(["false"]);
    expect(askPredicate(core, conditionOf("stringEquals", [], other), [RED])).toEqual(["unknown"]);
    expect(askPredicate(core, conditionOf("stringEquals", [], { ...other, ...NEGATED }), [RED])).toEqual(["unknown"]);
  });

  test.each<[string, string, TruthName]>([
    ["RED", "red", "true"],
    ["reds", "red", "false"],
    ["@", "`", "false"],
    ["[", "{", "false"],
    ["équipe", "ÉQUIPE", "unknown"],
    ["éQUIPE", "équipe", "true"],
    ["\u212a", "k", "unknown"],
    ["straße", "STRASSE", "unknown"],
    ["", "", "true"],
  ])("stringEqualsIgnoreCase %j of %j is %s", (pattern, value, expected) => {
    expect(askPredicate(core, conditionOf("stringEqualsIgnoreCase", [pattern]), [valuesOf(value)])).toEqual([expected]);
    expect(askPredicate(core, conditionOf("stringEqualsIgnoreCase", [value]), [valuesOf(pattern)])).toEqual([expected]);
  });

  test.each<[string, string]>([
    ["true TRUE tRuE", "T"],
    ["false FALSE fAlSe", "F"],
    ["yes 0 tru trues truf t falsey fals TRÜE `rue tru\u0000", "U"],
  ])("bool true of %s", (values, expected) => {
    const subjects = [
      ...values.split(" ").map((value) => valuesOf(value)),
      ...(expected === "U" ? [valuesOf("")] : []),
    ];
    const turned = { T: "F", F: "T", U: "U" }[expected] ?? "";
    const ask = (predicate: Predicate) => letters(askPredicate(core, predicate, subjects));
    expect(ask(conditionOf("bool", ["true"]))).toBe(expected.repeat(subjects.length));
    expect(ask(conditionOf("bool", ["FALSE"]))).toBe(turned.repeat(subjects.length));
    expect(ask(conditionOf("bool", ["True"], NEGATED))).toBe(turned.repeat(subjects.length));
  });

  test("answers for nobody when nobody is asked about", () => {
    expect(askPredicate(core, conditionOf("stringEquals", ["red"]), [])).toEqual([]);
  });

  test("answers for many values as for each alone", () => {
    const predicate = conditionOf("stringLike", ["value-*7"]);
    const subjects: readonly Subject[] = Array.from({ length: 3_000 }, (_, index) => valuesOf(`value-${index}`));
    const expected = subjects.map(({ texts: [text = ""] }) => (text.endsWith("7") ? "true" : "false"));
    expect(askPredicate(core, predicate, subjects)).toEqual(expected);
  });
});
