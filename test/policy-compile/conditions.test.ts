import { describe, expect, test } from "vitest";
import type { OperatorName } from "../../host/domain/program.ts";
import { predicateOf, type Version } from "./compile-policy.ts";

/** Base operator, what it is in the core, negated, and a value it takes. */
const BASE_OPERATORS: readonly (readonly [string, OperatorName, boolean, string])[] = [
  ["StringEquals", "stringEquals", false, "red"],
  ["StringNotEquals", "stringEquals", true, "red"],
  ["StringEqualsIgnoreCase", "stringEqualsIgnoreCase", false, "red"],
  ["StringNotEqualsIgnoreCase", "stringEqualsIgnoreCase", true, "red"],
  ["StringLike", "stringLike", false, "red"],
  ["StringNotLike", "stringLike", true, "red"],
  ["ArnEquals", "arnLike", false, "arn:aws:s3:::x"],
  ["ArnLike", "arnLike", false, "arn:aws:s3:::x"],
  ["ArnNotEquals", "arnLike", true, "arn:aws:s3:::x"],
  ["ArnNotLike", "arnLike", true, "arn:aws:s3:::x"],
  ["Bool", "bool", false, "true"],
  ["NumericEquals", "numericEquals", false, "10"],
  ["NumericNotEquals", "numericEquals", true, "10"],
  ["NumericLessThan", "numericLessThan", false, "10"],
  ["NumericLessThanEquals", "numericLessThanEquals", false, "10"],
  ["NumericGreaterThan", "numericGreaterThan", false, "10"],
  ["NumericGreaterThanEquals", "numericGreaterThanEquals", false, "10"],
  ["DateEquals", "dateEquals", false, "2026-04-06"],
  ["DateNotEquals", "dateEquals", true, "2026-04-06"],
  ["DateLessThan", "dateLessThan", false, "2026-04-06"],
  ["DateLessThanEquals", "dateLessThanEquals", false, "2026-04-06"],
  ["DateGreaterThan", "dateGreaterThan", false, "2026-04-06"],
  ["DateGreaterThanEquals", "dateGreaterThanEquals", false, "2026-04-06"],
  ["BinaryEquals", "binaryEquals", false, "QQ=="],
  ["IpAddress", "ipAddress", false, "10.0.0.0/8"],
  ["NotIpAddress", "ipAddress", true, "10.0.0.0/8"],
];

const compile = (operator: string, values: unknown, version: Version = "2012-10-17", key = "aws:K") =>
  predicateOf({ Condition: { [operator]: { [key]: values } } }, version);

describe.each(BASE_OPERATORS)("%s", (base, operator, negated, value) => {
  // Base operator alone, then what prefix and IfExists make of an absent key.
  test.each([
    [base, undefined, negated],
    [`${base}IfExists`, undefined, true],
    [`ForAllValues:${base}`, "forAllValues", true],
    [`ForAllValues:${base}IfExists`, "forAllValues", true],
    [`ForAnyValue:${base}`, "forAnyValue", false],
    [`ForAnyValue:${base}IfExists`, "forAnyValue", true],
  ])("as %s", (name, set, isTrue) => {
    const predicate = compile(name, value);
    expect(predicate).toEqual({
      operator,
      negated,
      set,
      whenAbsent: isTrue ? "true" : "false",
      key: "aws:k",
      patterns: [{ text: value, parts: [{ literal: value }], certainty: "sure" }],
      variables: [],
    });
  });
});

test("the operators with wildcards are StringLike and those of ARNs", () => {
  const withWildcards = BASE_OPERATORS.filter(([base]) => /^String|^Arn/.test(base)).filter(
    ([base]) => compile(base, "arn:aws:s3:::*?").patterns[0]?.parts.length === 3,
  );
  expect(withWildcards.map(([base]) => base)).toEqual([
    "StringLike",
    "StringNotLike",
    "ArnEquals",
    "ArnLike",
    "ArnNotEquals",
    "ArnNotLike",
  ]);
});

test("the operators with variables are those of texts and ARNs, under the new version alone", () => {
  const texts = BASE_OPERATORS.filter(([base]) => /^String|^Arn/.test(base));
  const value = `arn:aws:s3:::\${aws:PrincipalTag/team, 'none'}`;
  for (const [base] of texts) {
    expect(compile(base, value).variables, base).toEqual([{ key: "aws:principaltag/team", fallback: "none" }]);
    const old = compile(base, value, "2008-10-17");
    expect(old.variables, base).toEqual([]);
    expect(old.patterns[0]?.parts, base).toEqual([{ literal: value }]);
  }
});

test("several values are several patterns with the variables in common", () => {
  const { patterns, variables } = compile("StringLike", [`\${aws:a}`, "x*", `\${aws:b}\${aws:A}`]);
  expect(patterns.map(({ parts }) => parts)).toEqual([
    [{ variable: 0 }],
    [{ literal: "x" }, { wildcard: "*" }],
    [{ variable: 1 }, { variable: 0 }],
  ]);
  expect(variables).toEqual([{ key: "aws:a" }, { key: "aws:b" }]);
});

test("numbers and booleans without quotes are their texts", () => {
  expect(compile("NumericEquals", 10).patterns[0]?.text).toBe("10");
  expect(compile("Bool", true).patterns[0]?.text).toBe("true");
  expect(compile("StringEquals", false).patterns[0]?.text).toBe("false");
});

test("Bool with a variable has no documented meaning, under the new version", () => {
  const predicate = compile("BoolIfExists", [`\${aws:x}`, "true"]);
  expect(predicate.patterns.map(({ certainty }) => certainty)).toEqual(["opaque", "sure"]);
  expect(predicate).toMatchObject({ operator: "bool", whenAbsent: "true", variables: [] });
  expect(predicate.notUnderstood).toContain("Bool");
});

describe("Null", () => {
  test("asks for presence, in whatever case it is written", () => {
    expect(compile("Null", ["TRUE", false])).toEqual({
      operator: "null",
      negated: false,
      set: undefined,
      whenAbsent: "false",
      key: "aws:k",
      patterns: [
        { text: "true", parts: [{ literal: "true" }], certainty: "sure" },
        { text: "false", parts: [{ literal: "false" }], certainty: "sure" },
      ],
      variables: [],
    });
  });

  test.each(["ForAllValues:Null", "ForAnyValue:Null"])("as %s has no documented meaning", (operator) => {
    const predicate = compile(operator, "true");
    expect(predicate).toMatchObject({
      operator: "undocumented",
      negated: false,
      set: undefined,
      whenAbsent: "unknown",
    });
    expect(predicate.notUnderstood).toContain(operator);
  });
});

test("the name of a key is taken without regard to case, that of a tag included", () => {
  expect(compile("StringEquals", "red", "2012-10-17", "AWS:PrincipalTag/Team").key).toBe("aws:principaltag/team");
});
