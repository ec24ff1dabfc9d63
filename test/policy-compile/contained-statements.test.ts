/** Whether one statement matches everything another one matches: by actions, resources, and all its conditions together. */
import { describe, expect, test } from "vitest";
import { containsStatement } from "../../host/policy/containment/contains-statement.ts";
import { compileStatements, contains, type StatementJson } from "./compile-policy.ts";

/** `Element pattern pattern …` */
function list(words: string): StatementJson {
  const [element = "", ...patterns] = words.split(" ");
  return { [element]: patterns };
}

describe("actions and resources contain others", () => {
  const LISTS: readonly (readonly [string, string, "yes" | "no"])[] = [
    ["Action *", "Action s3:Get*", "yes"],
    ["Action s3:Get*", "Action *", "no"],
    ["Action s3:*", "Action S3:GetObject s3:Put*", "yes"],
    ["Action s3:G?t*", "Action s3:GetObject", "yes"],
    ["Action s3:Get*", "Action s3:GetObject ec2:*", "no"],
    ["Action *:GetObject", "Action s3:GetObject", "yes"],
    ["Action s*:GetObject", "Action s3:GetObject", "no"],
    ["Action s*:GetObject", "Action s*:GetObject", "yes"],
    ["Action s3:* s*:x", "Action s3:Get*", "yes"],
    ["NotAction s3:GetObject", "NotAction s3:*", "yes"],
    ["NotAction s3:*", "NotAction s3:GetObject", "no"],
    ["NotAction s3:*", "Action ec2:*", "yes"],
    ["NotAction s3:*", "Action ec2:* s3:GetObject", "no"],
    ["NotAction iam:* s3:*", "Action ec2:*", "yes"],
    ["Action *", "NotAction s3:*", "yes"],
    ["Action ec2:*", "NotAction s3:*", "no"],
    ["Resource *", "Resource arn:aws:s3:::x", "yes"],
    ["Resource arn:aws:s3:::x", "Resource *", "no"],
    ["Resource arn:aws:s3:::*", "Resource arn:aws:s3:::x/*", "yes"],
    ["Resource arn:aws:s3:::x/*", "Resource arn:aws:s3:::*", "no"],
    ["Resource arn:aws:iam::*:role/*", "Resource arn:aws:iam::1*:role/ops/x", "yes"],
    ["Resource arn:aws:iam:*", "Resource arn:aws:iam::1:role/x", "yes"],
    ["Resource arn:aws:*", "Resource arn:aws:iam::1*", "yes"],
    ["Resource arn:*", "Resource arn:aws:s3*", "yes"],
    ["Resource arn:aws:iam::1:role/x", "Resource arn:aws:iam:*", "no"],
    // what is contested covers nothing but itself
    ["Resource arn:aws:s3*", "Resource arn:aws:s3:::x", "no"],
    ["Resource arn:aws:s3*", "Resource arn:aws:s3*", "yes"],
    ["Resource arn:aws:iam::*:*/x", "Resource arn:aws:iam::1:role/x", "no"],
    ["Resource arn:aws:iam::*:role/*", "Resource arn:aws:iam::*:ro*/x", "no"],
    ["Resource arn:aws:iam::*:*", "Resource arn:aws:iam::*:ro*/x", "yes"],
    // where a star reaches over a colon, what the wide one has written behind it must be there
    ["Resource arn:aws:iam:*role*:*", "Resource arn:aws:iam:*role*", "no"],
    ["Resource arn:aws:s3:*:logs*:*", "Resource arn:aws:s3:*:logs*", "no"],
    ["Resource arn:aws:iam:*role*", "Resource arn:aws:iam:*role*:*", "yes"],
    // parts: a star of one reaches no other
    ["Resource arn:aws:iam::*:role/x", "Resource arn:aws:iam:*:1:role/x", "no"],
    ["Resource arn:aws:logs:*:*:*", "Resource arn:aws:logs:*:log-group:/a:b", "yes"],
    ["Resource arn:aws:s3:::X", "Resource arn:aws:s3:::x", "no"],
    [`Resource arn:aws:s3:::\${aws:x}/*`, `Resource arn:aws:s3:::\${aws:x}/a`, "yes"],
    ["Resource arn:aws:s3:::*", `Resource arn:aws:s3:::\${aws:x}`, "yes"],
    [`Resource arn:aws:s3:::\${aws:x}`, `Resource arn:aws:s3:::\${aws:y}`, "no"],
    ["NotResource arn:aws:s3:::x", "NotResource arn:aws:s3:::*", "yes"],
    ["NotResource arn:aws:s3:::*", "NotResource arn:aws:s3:::x", "no"],
    ["NotResource arn:aws:s3:::x", "Resource arn:aws:s3:::y", "no"],
    ["Resource *", "NotResource arn:aws:s3:::x", "yes"],
    ["NotResource *", "NotResource *", "yes"],
    ["Resource arn:aws:s3:::x", "NotResource *", "no"],
  ];

  test.each(LISTS)("%s, %s: %s", (wide, narrow, expected) => {
    for (const Effect of ["Deny", "Allow"])
      expect(contains({ Effect, ...list(wide) }, { Effect, ...list(narrow) })).toBe(expected === "yes");
  });
});

describe("a statement contains another one", () => {
  const A = { StringEquals: { "aws:a": "1" } };
  const AB = { StringEquals: { "aws:a": "1", "aws:b": "2" } };
  const WIDER = { StringLike: { "aws:a": "*" } };

  test.each<[string, StatementJson, StatementJson, boolean]>([
    ["that is the same", { Condition: A }, { Condition: A }, true],
    ["with a condition more", { Condition: A }, { Condition: AB }, true],
    ["with a condition less", { Condition: AB }, { Condition: A }, false],
    ["without any", {}, { Condition: A }, true],
    ["with narrower ones throughout", { Action: "s3:*", Condition: WIDER }, { Action: "s3:Get*", Condition: AB }, true],
    ["with one that is wider", { Action: "s3:Get*", Condition: WIDER }, { Action: "s3:*", Condition: AB }, false],
    ["of the other effect", { Effect: "Allow" }, { Effect: "Deny", Condition: A }, false],
  ])("%s", (_name, wide, narrow, expected) => {
    expect(contains(wide, narrow)).toBe(expected);
  });

  test("under the old version by its texts", () => {
    const on = (value: string) => ({ Condition: { StringLike: { "aws:k": value } } });
    expect(contains(on(`\${aws:*}`), on(`\${aws:x}`), "2008-10-17")).toBe(true);
    expect(contains(on(`\${aws:x}`), on(`\${aws:*}`), "2008-10-17")).toBe(false);
  });

  const SURE = { Condition: { StringEquals: { "aws:a": "1" }, Bool: { "aws:b": "true" } } };
  const PLAIN = { Condition: { StringLike: { "aws:a": "*" } } };
  const IF_EXISTS = { Condition: { StringEqualsIfExists: { "aws:a": "1" } } };

  test.each<[string, StatementJson, StatementJson, string, string, boolean]>([
    ["where the rest is sure", SURE, { Condition: A }, "aws:b", "", true],
    ["where something else is sure", SURE, { Condition: A }, "aws:c", "", false],
    ["where everything is sure", SURE, {}, "aws:a aws:b", "", true],
    ["where the key is there", PLAIN, IF_EXISTS, "", "aws:a", true],
    ["where another key is there", PLAIN, IF_EXISTS, "", "aws:b", false],
    ["where the key is there, but not the value", { Condition: A }, { ...PLAIN }, "", "aws:a", false],
  ])("of one request, %s", (_name, wide, narrow, sureKeys, presentKeys, expected) => {
    const { program, numbers } = compileStatements([wide, narrow]);
    const request = {
      isSure: (predicate: number) => sureKeys.split(" ").includes(program.predicates[predicate]?.key ?? ""),
      isPresent: (key: string) => presentKeys.split(" ").includes(key),
    };
    expect(containsStatement(program, numbers[0] ?? -1, numbers[1] ?? -1, request)).toBe(expected);
    expect(containsStatement(program, numbers[0] ?? -1, numbers[1] ?? -1)).toBe(false);
  });

  test("that exists", () => {
    const { program } = compileStatements([{}]);
    expect(containsStatement(program, 0, 7)).toBe(false);
    expect(containsStatement(program, 7, 0)).toBe(false);
  });
});
