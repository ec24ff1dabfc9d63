import { describe, expect, test } from "vitest";
import { cutVariables } from "../../host/policy/grammar/policy-variables.ts";

/** `$` begins a variable in template texts too, so that each is escaped here. */
const v = (inside: string) => `\${${inside}}`;

describe("cutVariables() gives the pieces of", () => {
  test.each<[string, object[]]>([
    ["", []],
    ["a*?$b}{", [{ kind: "text", text: "a*?$b}{" }]],
    ["$", [{ kind: "text", text: "$" }]],
    [v("aws:username"), [{ kind: "variable", key: "aws:username" }]],
    [v("*"), [{ kind: "character", character: "*" }]],
    [
      `${v("*")}${v("?")}${v("$")}*`,
      [
        { kind: "character", character: "*" },
        { kind: "character", character: "?" },
        { kind: "character", character: "$" },
        { kind: "text", text: "*" },
      ],
    ],
    [
      `${v("$")}{aws:username}`,
      [
        { kind: "character", character: "$" },
        { kind: "text", text: "{aws:username}" },
      ],
    ],
    [
      `home/$${v("AWS:UserName")}/*`,
      [
        { kind: "text", text: "home/$" },
        { kind: "variable", key: "AWS:UserName" },
        { kind: "text", text: "/*" },
      ],
    ],
    [
      `${v("aws:PrincipalTag/team, 'company-wide'")}x`,
      [
        { kind: "variable", key: "aws:PrincipalTag/team", fallback: "company-wide" },
        { kind: "text", text: "x" },
      ],
    ],
    [v("a:b, ''"), [{ kind: "variable", key: "a:b", fallback: "" }]],
    [v("a:b, 'c, d $ *'"), [{ kind: "variable", key: "a:b", fallback: "c, d $ *" }]],
    [v("aws:RequestTag/two words"), [{ kind: "variable", key: "aws:RequestTag/two words" }]],
    [v("kms:EncryptionContext:x:y"), [{ kind: "variable", key: "kms:EncryptionContext:x:y" }]],
    [v("www.amazon.com:user_id"), [{ kind: "variable", key: "www.amazon.com:user_id" }]],
  ])("%s", (text, pieces) => {
    expect(cutVariables(text)).toEqual({ pieces });
  });
});

describe("cutVariables() explains", () => {
  test.each<[string, readonly string[]]>([
    ["a${", ["is not closed"]],
    [`${v("aws:username")}-\${aws:username`, ["is not closed"]],
    [v(""), ["names no condition key; write one between the braces"]],
    [v(" "), ["names no condition key; write one between the braces"]],
    [v(v("aws:username")), ["holds another variable"]],
    [v(`a:b, '${v("*")}'`), ["holds another variable"]],
    [v("PARTITION"), ["names no condition key such as"]],
    [v("**"), ["names no condition key such as"]],
    [v("aws:"), ["names no condition key such as"]],
    [v(":username"), ["names no condition key such as"]],
    [v(" aws:username"), ["names no condition key such as"]],
    [v("aws:username "), ["names no condition key such as"]],
    [v("aws:username,'x'"), ["the default in"]],
    [v("aws:username,  'x'"), ["the default in"]],
    [v("aws:username, x"), ["the default in"]],
    [v("aws:username, 'x"), ["the default in"]],
    [v("aws:username, 'it's'"), ["the default in"]],
    [v("aws:username, 'x' "), ["the default in"]],
    [v("aws:username, "), ["the default in"]],
    [v("aws:username'x'"), ["the default in"]],
    [`${v("A")}${v("A")}${v("B")}${v("a:b,c")}`, ["A}` names", "B}` names", "the default in"]],
  ])("what is wrong with %s", (text, words) => {
    const { explanations } = cutVariables(text).fault ?? { explanations: [] };
    expect(explanations).toEqual(words.map((word) => expect.stringContaining(word)));
  });

  test("and leaves the faulty variable in the text", () => {
    expect(cutVariables(`a${v("X")}b${v("a:b")}`).pieces).toEqual([
      { kind: "text", text: `a${v("X")}b` },
      { kind: "variable", key: "a:b" },
    ]);
  });
});

test("cutVariables() takes time in proportion to the text: the runner's limit is far above", () => {
  for (const part of ["${", "}", v("a:b"), v("a:b, 'x'"), v("a:b\t"), v("a:b").slice(0, -1), v("a:b, 'x")]) {
    expect(cutVariables(part.repeat(1_000_000 / part.length)).pieces.length).toBeGreaterThan(0);
  }
});
