import { describe, expect, test } from "vitest";
import { compareCodePoints } from "../../host/domain/compare-code-points.ts";
import { createRandom } from "../events/random.ts";

/** The rule, slowly: lists of code points, the shorter first where one begins the other. A lone surrogate is its own code point. */
function compareSlowly(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => Array.from(text, (character) => character.codePointAt(0) ?? 0));
  for (let index = 0; ; index++) {
    const [x, y] = [a?.[index], b?.[index]];
    if (x === undefined || y === undefined) return (a?.length ?? 0) - (b?.length ?? 0);
    if (x !== y) return x - y;
  }
}

describe("compareCodePoints()", () => {
  test.each([
    ["", ""],
    ["", "a"],
    ["a", "b"],
    ["a", "ab"],
    ["Z", "a"],
    ["10", "9"],
    ["é", "é"],
    ["\ufffd", "🌾"],
    ["\ue000", "\u{10000}"],
    ["\ud7ff", "\ue000"],
    ["a🌾", "a🌿"],
    ["\u{10000}", "\u{10ffff}"],
  ])("puts %j before or with %j", (left, right) => {
    expect(Math.sign(compareCodePoints(left, right))).toBe(left === right ? 0 : -1);
    expect(Math.sign(compareCodePoints(right, left))).toBe(left === right ? 0 : 1);
  });

  test("agrees with a comparison of code points on 20,000 random texts in and beyond the basic plane", () => {
    const random = createRandom(404);
    const alphabet = ["a", "b", "\ud7ff", "\ue000", "\uffff", "\u{10000}", "🌾", "\u{10ffff}"];
    const text = () => Array.from({ length: random.below(5) }, () => random.pick(alphabet)).join("");
    for (let round = 0; round < 20_000; round++) {
      const [left, right] = [text(), text()];
      const [got, expected] = [Math.sign(compareCodePoints(left, right)), Math.sign(compareSlowly(left, right))];
      if (got !== expected) expect({ left, right, got }).toEqual({ left, right, got: expected });
    }
  });

  test("is an order: of texts with halves of surrogate pairs too, one sequence whatever it starts from", () => {
    const random = createRandom(7);
    const units = ["a", "\ud83c", "\udf3e", "\ud800", "\udfff", "\ue000", "\uffff"];
    const texts = [
      ...new Set(
        Array.from({ length: 300 }, () => Array.from({ length: random.below(4) }, () => random.pick(units)).join("")),
      ),
    ];
    const sorted = texts.toSorted(compareCodePoints);
    for (let round = 0; round < 10; round++) expect(random.shuffle(texts).sort(compareCodePoints)).toEqual(sorted);
  });
});
