import { describe, expect, test } from "vitest";
import type { PatternPart } from "../../host/domain/program.ts";
import { compilePattern, createVariableList, literalPattern } from "../../host/policy/compile/compile-pattern.ts";

const GLOB = { wildcards: true, variables: true };
const TEXT = { wildcards: false, variables: true };
const OLD = { wildcards: true, variables: false };
const OLD_TEXT = { wildcards: false, variables: false };

const STAR: PatternPart = { wildcard: "*" };
const ONE: PatternPart = { wildcard: "?" };
const text = (literal: string): PatternPart => ({ literal });
const variable = (index: number): PatternPart => ({ variable: index });

describe("a pattern's parts", () => {
  test.each<[string, typeof GLOB, readonly PatternPart[]]>([
    ["", GLOB, []],
    ["red", GLOB, [text("red")]],
    ["*", GLOB, [STAR]],
    ["***", GLOB, [STAR]],
    ["?", GLOB, [ONE]],
    ["??", GLOB, [ONE, ONE]],
    ["*?*", GLOB, [STAR, ONE, STAR]],
    ["a**b*?c", GLOB, [text("a"), STAR, text("b"), STAR, ONE, text("c")]],
    ["é*🦀", GLOB, [text("é"), STAR, text("🦀")]],
    ["a\\*", GLOB, [text("a\\"), STAR]],
    // no wildcards in this place
    ["a**b?", TEXT, [text("a**b?")]],
    ["", TEXT, []],
    // variables
    [`\${aws:x}`, GLOB, [variable(0)]],
    [`\${aws:x}\${aws:x}`, TEXT, [variable(0), variable(0)]],
    [`a\${aws:x}b*\${aws:y}`, GLOB, [text("a"), variable(0), text("b"), STAR, variable(1)]],
    [`*\${aws:x}*`, GLOB, [STAR, variable(0), STAR]],
    [`\${aws:x}-\${AWS:X}-\${Aws:Y}`, TEXT, [variable(0), text("-"), variable(0), text("-"), variable(1)]],
    // characters that are meant
    [`\${*}`, GLOB, [text("*")]],
    [`a\${?}b\${$}c`, GLOB, [text("a?b$c")]],
    [`\${*}*\${*}`, GLOB, [text("*"), STAR, text("*")]],
    [`*\${*}*`, GLOB, [STAR, text("*"), STAR]],
    [`\${$}{aws:x}`, GLOB, [text(`\${aws:x}`)]],
    [`\${*}\${aws:x}\${?}`, TEXT, [text("*"), variable(0), text("?")]],
    ["$", GLOB, [text("$")]],
    ["$*{x}", GLOB, [text("$"), STAR, text("{x}")]],
    // the old version has no variables
    [`\${aws:x}`, OLD, [text(`\${aws:x}`)]],
    [`\${*}`, OLD, [text(`\${`), STAR, text("}")]],
    [`a\${?}`, OLD, [text(`a\${`), ONE, text("}")]],
    [`\${aws:x}*`, OLD_TEXT, [text(`\${aws:x}*`)]],
    [`\${`, OLD, [text(`\${`)]],
  ])("of %j under %o", (written, syntax, parts) => {
    expect(compilePattern(written, syntax, createVariableList())).toEqual({ text: written, parts, certainty: "sure" });
  });
});

describe("a predicate's variables", () => {
  test("are one where key and default are", () => {
    const variables = createVariableList();
    const texts = [
      `\${aws:X}`,
      `\${aws:x}`,
      `\${aws:x, 'a'}`,
      `\${AWS:x, 'a'}`,
      `\${aws:x, 'A'}`,
      `\${aws:x, ''}`,
      `\${aws:y, 'a'}`,
    ];
    const parts = texts.map((written) => compilePattern(written, TEXT, variables).parts[0]);
    expect(parts).toEqual([0, 0, 1, 1, 2, 3, 4].map(variable));
    expect(variables.all).toEqual([
      { key: "aws:x" },
      { key: "aws:x", fallback: "a" },
      { key: "aws:x", fallback: "A" },
      { key: "aws:x", fallback: "" },
      { key: "aws:y", fallback: "a" },
    ]);
  });

  test("are a hundred at most; a pattern with one more could match anything", () => {
    const variables = createVariableList();
    const compile = (name: number) => compilePattern(`\${aws:k${name}}`, TEXT, variables);
    for (let name = 0; name < 100; name++)
      expect(compile(name)).toMatchObject({ parts: [variable(name)], certainty: "sure" });
    expect(compile(100).certainty).toBe("opaque");
    expect(compile(99)).toMatchObject({ parts: [variable(99)], certainty: "sure" });
    expect(compilePattern("red", TEXT, variables).certainty).toBe("sure");
    expect(variables.all).toHaveLength(100);
  });
});

test("a literal pattern has no wildcards and no variables, whatever it holds", () => {
  expect(literalPattern(`*?\${aws:x}`)).toEqual({
    text: `*?\${aws:x}`,
    parts: [text(`*?\${aws:x}`)],
    certainty: "sure",
  });
  expect(literalPattern("")).toEqual({ text: "", parts: [], certainty: "sure" });
});
