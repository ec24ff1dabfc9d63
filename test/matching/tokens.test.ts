/** Wildcards and variables reach the core as bytes that no text has, so no text can pass for one. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { createMemoryWriter } from "../../host/wasm/memory-writer.ts";
import { TOKENS } from "../../host/wasm/plan-layout.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { askPredicate, conditionOf, letters, valuesOf, variableConditionOf } from "./ask-predicate.ts";

const CODE_POINTS = 0x110000;
const STEP = 0x1000;

/** What is one of the three bytes elsewhere, or looks as if it might become one. */
const TEXTS = [
  "ÿ",
  "þ",
  "ý",
  "ý\u0080",
  "\u00ff\u00fe",
  "\ufeff",
  "\ufffd",
  "\uffff",
  "\u{10ffff}",
  "\udcff",
  "\udbff\udffd",
];

describe.each(BUILDS)("the bytes of a text in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  test("are never those of a token, whatever the text", () => {
    const lowest = Math.min(TOKENS.any, TOKENS.one, TOKENS.variable);
    for (let first = 0; first < CODE_POINTS; first += STEP) {
      const memory = createMemoryWriter(core);
      const text = String.fromCodePoint(...Array.from({ length: STEP }, (_, index) => first + index));
      const { at, bytes } = memory.text(text);
      const highest = memory.read(at, bytes).reduce((most, byte) => Math.max(most, byte), 0);
      memory.release();
      expect(highest, `from ${first}`).toBeLessThan(lowest);
    }
  });

  test.each(TEXTS)("of a pattern are taken as they are: %j", (text) => {
    const subjects = [text, "", "a", "aa", `${text}${text}`, "*", "?"].map((value) => valuesOf(value));
    for (const operator of ["stringEquals", "stringLike"] as const)
      expect(letters(askPredicate(core, conditionOf(operator, [text]), subjects))).toBe("TFFFFFF");
  });

  test.each(TEXTS)("of a variable's text are taken as they are: %j", (text) => {
    const subjects = [text, "", "a", "aa", `${text}${text}`, "*", "?"].map((value) => valuesOf(value));
    const bindings = subjects.map(() => [valuesOf(text), valuesOf("")]);
    for (const operator of ["stringEquals", "stringLike"] as const) {
      const predicate = variableConditionOf(operator, [`\${k:x}\${k:y}`]);
      expect(letters(askPredicate(core, predicate, subjects, bindings))).toBe("TFFFFFF");
    }
  });

  test("of wildcards written as characters are those of characters", () => {
    const subjects = ["*?$", "a?$", "*a$", "ab$", ""].map((value) => valuesOf(value));
    for (const operator of ["stringEquals", "stringLike"] as const)
      expect(letters(askPredicate(core, variableConditionOf(operator, [`\${*}\${?}\${$}`]), subjects))).toBe("TFFFF");
  });

  test("tell a hundred variables apart", () => {
    const names = Array.from({ length: 100 }, (_, index) => index);
    const predicate = variableConditionOf("stringLike", [names.map((name) => `\${k:${name}}`).join("")]);
    expect(predicate.variables).toHaveLength(names.length);
    const whole = names.map((name) => `<${name}>`).join("");
    const subjects = [whole, `${whole}x`, whole.slice(1)].map((value) => valuesOf(value));
    const bindings = subjects.map(() => names.map((name) => valuesOf(`<${name}>`)));
    expect(letters(askPredicate(core, predicate, subjects, bindings))).toBe("TFF");
  });
});
