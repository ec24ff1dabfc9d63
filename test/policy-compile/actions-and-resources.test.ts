import { describe, expect, test } from "vitest";
import { predicateOf, predicatesOf } from "./compile-policy.ts";

describe("Action", () => {
  test.each([["*"], ["**"]])("%s asks for nothing", (text) => {
    expect(predicatesOf({ Action: text })).toEqual([]);
    expect(predicatesOf({ Action: ["s3:GetObject", text] })).toEqual([]);
  });

  test("is lower case, and knows wildcards but no variables", () => {
    const { patterns, ...rest } = predicateOf({ Action: ["S3:Get*", "ec2:?un*"] });
    expect(rest).toEqual({
      operator: "action",
      negated: false,
      set: undefined,
      whenAbsent: "false",
      key: "action",
      variables: [],
    });
    expect(patterns.map(({ parts }) => parts)).toEqual([
      [{ literal: "s3:get" }, { wildcard: "*" }],
      [{ literal: "ec2:" }, { wildcard: "?" }, { literal: "un" }, { wildcard: "*" }],
    ]);
  });

  test("under Not is asked for also where it is everything", () => {
    expect(predicateOf({ NotAction: "*" })).toMatchObject({ operator: "action", negated: true });
    expect(predicateOf({ NotAction: "s3:*" })).toMatchObject({ operator: "action", negated: true });
  });

  test.each<[string, string]>([
    ["*:GetObject", "sure"],
    ["**:GetObject", "sure"],
    ["s*:GetObject", "contested"],
    ["s?:GetObject", "contested"],
    ["*3:GetObject", "contested"],
    ["s3:*", "sure"],
    ["s3:?", "sure"],
  ])("%s is %s", (text, certainty) => {
    expect(predicateOf({ Action: text }).patterns[0]?.certainty).toBe(certainty);
  });
});

describe("Resource", () => {
  test.each([["*"], ["***"]])("%s asks for nothing", (text) => {
    expect(predicatesOf({ Resource: text })).toEqual([]);
    expect(predicatesOf({ Resource: ["arn:aws:s3:::x", text] })).toEqual([]);
    expect(predicatesOf({ Effect: "Allow", Resource: text })).toEqual([]);
  });

  test("is asked in the sense of its effect", () => {
    const Resource = "arn:aws:s3:::x";
    expect(predicateOf({ Effect: "Deny", Resource })).toMatchObject({ operator: "resourceAny", negated: false });
    expect(predicateOf({ Effect: "Allow", Resource })).toMatchObject({ operator: "resourceAll", negated: false });
    expect(predicateOf({ Effect: "Deny", NotResource: Resource })).toMatchObject({
      operator: "resourceAny",
      negated: true,
    });
    expect(predicateOf({ NotResource: "*" })).toMatchObject({ operator: "resourceAny", negated: true });
  });

  test("has variables under the new version alone", () => {
    const Resource = [`arn:aws:s3:::\${aws:A}/*`, `arn:aws:s3:::x/\${aws:a, 'b'}/\${*}`];
    const { patterns, variables, key } = predicateOf({ Resource });
    expect(key).toBe("resource");
    expect(variables).toEqual([{ key: "aws:a" }, { key: "aws:a", fallback: "b" }]);
    expect(patterns.map(({ parts }) => parts)).toEqual([
      [{ literal: "arn:aws:s3:::" }, { variable: 0 }, { literal: "/" }, { wildcard: "*" }],
      [{ literal: "arn:aws:s3:::x/" }, { variable: 1 }, { literal: "/*" }],
    ]);
    const old = predicateOf({ Resource: `arn:aws:s3:::\${aws:A}/\${*}` }, "2008-10-17");
    expect(old.variables).toEqual([]);
    expect(old.patterns[0]?.parts).toEqual([
      { literal: `arn:aws:s3:::\${aws:A}/\${` },
      { wildcard: "*" },
      { literal: "}" },
    ]);
  });

  test.each<[string, "sure" | "contested"]>([
    ["arn:aws:ec2:*:*:instance/*", "sure"],
    ["arn:aws:ec2:*:*:*", "sure"],
    ["arn:aws:ec2:*:*:instance*", "sure"],
    // a wildcard in the type
    ["arn:aws:ec2:*:*:*/i-1", "contested"],
    ["arn:aws:ec2:*:*:instan?e/*", "contested"],
    ["arn:aws:logs:*:*:log*:x", "contested"],
    ["arn:aws:logs:*:*:log-group:*/x", "sure"],
    ["arn:aws:iam::*:*/admin", "contested"],
    // services without types
    ["arn:aws:s3:::*/x", "sure"],
    ["arn:aws:s3:::log?/*", "sure"],
    ["arn:aws:sns:*:*:*:x", "sure"],
    ["arn:aws:execute-api:*:*:*/prod/*", "sure"],
    ["arn:aws:apigateway:*::*/x", "sure"],
    // short ones
    ["arn:*", "sure"],
    ["arn:aws:*", "sure"],
    ["arn:aws:**", "sure"],
    ["arn:aws:s3:*", "sure"],
    ["arn:aws:s3:::*", "sure"],
    ["arn:aws:s3*", "contested"],
    ["arn:aws:*3*", "contested"],
    ["arn:aws:s?:*", "contested"],
    // a variable is no wildcard
    [`arn:aws:ec2:*:*:\${aws:x}/*`, "sure"],
    [`arn:aws:ec2:*:*:\${*}/*`, "sure"],
    [`arn:aws:ec2:*:*:\${aws:x}*/*`, "contested"],
    [`arn:aws:ec2:*:*:instance/\${aws:x}*`, "sure"],
  ])("%s is %s", (text, certainty) => {
    for (const Effect of ["Allow", "Deny"]) {
      expect(predicateOf({ Effect, Resource: text }).patterns[0]?.certainty).toBe(certainty);
    }
  });
});

test("a statement asks for action, resource, and every key under every operator", () => {
  const predicates = predicatesOf({
    NotAction: "iam:*",
    Resource: "arn:aws:s3:::x",
    Condition: { StringEquals: { "aws:A": "1", "aws:b": "2" }, Null: { "aws:a": "true" } },
  });
  expect(predicates.map(({ operator, key }) => [operator, key])).toEqual([
    ["action", "action"],
    ["resourceAny", "resource"],
    ["stringEquals", "aws:a"],
    ["stringEquals", "aws:b"],
    ["null", "aws:a"],
  ]);
});
