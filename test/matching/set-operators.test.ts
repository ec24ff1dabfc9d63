/**
 * ForAllValues, ForAnyValue and neither, over everything that a key could be: lists of up to three values, absence, values nobody
 * knows, and either of these. Values answer by their first letter: `t…` matches the pattern, `u…` may, `f…` does not.
 */
import { beforeAll, describe, expect, test } from "vitest";
import type { Predicate } from "../../host/domain/program.ts";
import type { Core } from "../../host/wasm/core.ts";
import type { Subject } from "../../host/wasm/judge-input.ts";
import { IS_MULTIVALUED, POSSIBILITIES } from "../../host/wasm/plan-layout.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { askPredicate, conditionOf, letters, subjectOf, type TruthName, valuesOf } from "./ask-predicate.ts";

type Set = Predicate["set"];

/** Under IgnoreCase a letter beyond ASCII may be another one's other case. */
const PATTERNS = ["T1", "T2"];
const VALUES: readonly (readonly [string, TruthName])[] = [
  ["t1", "true"],
  ["ü", "unknown"],
  ["f", "false"],
];

const SETS: readonly Set[] = [undefined, "forAllValues", "forAnyValue"];

/** Every list of up to three values. */
const LISTS: readonly (readonly (readonly [string, TruthName])[])[] = [
  [],
  ...VALUES.map((a) => [a]),
  ...VALUES.flatMap((a) => VALUES.map((b) => [a, b])),
  ...VALUES.flatMap((a) => VALUES.flatMap((b) => VALUES.map((c) => [a, b, c]))),
];

const SHAPES = SETS.flatMap((set) =>
  [false, true].flatMap((negated) =>
    (["true", "false"] as const).map((whenAbsent) => ({ set, negated, whenAbsent }) as const),
  ),
);
type Shape = (typeof SHAPES)[number];

describe.each(BUILDS)("a set of values in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  const ask = (shape: Shape, subjects: readonly Subject[]) =>
    letters(askPredicate(core, conditionOf("stringEqualsIgnoreCase", PATTERNS, shape), subjects));

  test.each(SHAPES)("known: %o", (shape) => {
    const lists = LISTS.filter((list) => list.length > 0);
    expect(
      ask(
        shape,
        lists.map((list) => valuesOf(...list.map(([text]) => text))),
      ),
    ).toBe(letters(lists.map((list) => truthOfList(shape, list))));
  });

  test.each(SHAPES)("or absent, or anything: %o", (shape) => {
    const states = [1, 2, 3, 4, 5, 6, 7].map((possibilities) => ({ possibilities }));
    for (const list of LISTS.filter(({ length }) => length > 0)) {
      const texts = list.map(([text]) => text);
      const subjects = states.map(({ possibilities }) => ({ possibilities, texts }));
      const expected = states.map(({ possibilities }) =>
        join([
          ...((possibilities & POSSIBILITIES.absent) === 0 ? [] : [shape.whenAbsent]),
          ...((possibilities & POSSIBILITIES.values) === 0 ? [] : [truthOfList(shape, list)]),
          ...((possibilities & POSSIBILITIES.anything) === 0 ? [] : (["unknown"] as const)),
        ]),
      );
      expect(ask(shape, subjects), texts.join(" ")).toBe(letters(expected));
    }
  });

  test.each<[Set, boolean, string]>([
    [undefined, false, "F"],
    [undefined, true, "T"],
    ["forAllValues", false, "T"],
    ["forAllValues", true, "T"],
    ["forAnyValue", false, "F"],
    ["forAnyValue", true, "F"],
  ])("that is empty has no value that could match: %s, negated %s", (set, negated, expected) => {
    const whenAbsent = expected === "T" ? "true" : "false";
    expect(ask({ set, negated, whenAbsent }, [valuesOf()])).toBe(expected);
  });

  // Absent is true then; an empty list is a key without values, and of that AWS says nothing.
  test.each<[Set, boolean, string]>([
    [undefined, false, "U"],
    [undefined, true, "T"],
    ["forAllValues", false, "T"],
    ["forAllValues", true, "T"],
    ["forAnyValue", false, "U"],
    ["forAnyValue", true, "U"],
  ])("that is empty, under IfExists: %s, negated %s", (set, negated, expected) => {
    expect(ask({ set, negated, whenAbsent: "true" }, [valuesOf()])).toBe(expected);
  });

  test("of a key that holds lists has no single value, also where one is in it", () => {
    const list = (...texts: readonly string[]): Subject => ({
      possibilities: POSSIBILITIES.values | IS_MULTIVALUED,
      texts,
    });
    const subjects = [list("t1"), list("f"), list("t1", "f")];
    expect(SHAPES.map((shape) => ask(shape, subjects))).toEqual(
      SHAPES.map(({ set, negated }) => {
        if (set === undefined) return "UUU";
        if (set === "forAllValues") return negated ? "FTF" : "TFF";
        return negated ? "FTT" : "TFT";
      }),
    );
  });

  // Of absent; anything; absent or anything; `t1` or anything.
  test.each<[Set, boolean, string]>([
    [undefined, false, "FTUT"],
    [undefined, true, "TFUF"],
    ["forAllValues", false, "TTTT"],
    ["forAllValues", true, "TFUF"],
    ["forAnyValue", false, "FTUT"],
    ["forAnyValue", true, "FFFF"],
  ])("that nobody knows matches a star alone: %s, negated %s", (set, negated, expected) => {
    const whenAbsent = set === "forAllValues" || (set === undefined && negated) ? "true" : "false";
    const predicate = conditionOf("stringLike", ["x", "**"], { set, negated, whenAbsent });
    const subjects = [
      subjectOf(["absent"]),
      subjectOf(["anything"]),
      subjectOf(["absent", "anything"]),
      subjectOf(["values", "anything"], "t1"),
    ];
    expect(letters(askPredicate(core, predicate, subjects))).toBe(expected);
  });

  test("that nobody knows, of a key that holds lists, matches a star only as a set", () => {
    const subject = { possibilities: POSSIBILITIES.anything | IS_MULTIVALUED, texts: [] };
    const answers = SETS.map((set) => askPredicate(core, conditionOf("stringLike", ["*"], { set }), [subject])[0]);
    expect(answers).toEqual(["unknown", "true", "true"]);
  });

  test.each<[Predicate["operator"], string]>([
    ["stringLike", "?*"],
    ["stringEquals", "*"],
    ["arnLike", "*"],
    ["ipAddress", "0.0.0.0/0"],
    ["numericGreaterThan", "-1"],
    ["bool", "true"],
  ])("that nobody knows is open for %s %s", (operator, text) => {
    for (const set of SETS) {
      for (const negated of [false, true])
        expect(askPredicate(core, conditionOf(operator, [text], { set, negated }), [subjectOf(["anything"])])).toEqual([
          "unknown",
        ]);
    }
  });
});

function truthOfList({ set, negated }: Shape, list: readonly (readonly [string, TruthName])[]): TruthName {
  const truths = list.map(([, truth]) => (negated ? turned(truth) : truth));
  if (set === undefined) return truths.length === 1 ? (truths[0] ?? "unknown") : "unknown";
  const [decisive, otherwise] = set === "forAllValues" ? (["false", "true"] as const) : (["true", "false"] as const);
  if (truths.includes(decisive)) return decisive;
  return truths.includes("unknown") ? "unknown" : otherwise;
}

function turned(truth: TruthName): TruthName {
  return ({ true: "false", unknown: "unknown", false: "true" } as const)[truth];
}

/** The same for all, or unknown. */
function join(truths: readonly TruthName[]): TruthName {
  const [first = "unknown", ...others] = truths;
  return others.every((truth) => truth === first) ? first : "unknown";
}
