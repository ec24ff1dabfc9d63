/** Policy variables in ARN patterns: of conditions, where colons of a text may part it, and of Resource, where they stand at the end only. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Predicate } from "../../host/domain/program.ts";
import type { Core } from "../../host/wasm/core.ts";
import type { Subject } from "../../host/wasm/judge-input.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { askPredicate, letters, subjectOf, valuesOf, variableConditionOf } from "./ask-predicate.ts";

const ROLE = "arn:aws:iam::111122223333:role/ops/admin";
const BUCKET = "arn:aws:s3:::logs/ops/x";
const ABSENT = subjectOf(["absent"]);
const ANYTHING = subjectOf(["anything"]);
const NOT = { negated: true, whenAbsent: "true" } as const;

describe.each(BUILDS)("a policy variable of an ARN in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  function ask(predicate: Predicate, binding: Subject, ...values: readonly string[]): string {
    const subjects = values.map((value) => valuesOf(value));
    const bindings = subjects.map(() => predicate.variables.map(() => binding));
    return letters(askPredicate(core, predicate, subjects, bindings));
  }

  // Of the role, and of the bucket.
  test.each<[string, string, Subject, string]>([
    ["the account", `arn:aws:iam::\${k:x}:role/*`, valuesOf("111122223333"), "TF"],
    ["another account", `arn:aws:iam::\${k:x}:role/*`, valuesOf("444455556666"), "FF"],
    ["one of two accounts", `arn:aws:iam::\${k:x}:role/*`, valuesOf("111122223333", "444455556666"), "UF"],
    ["no account", `arn:aws:iam::\${k:x}:role/*`, ABSENT, "FF"],
    ["an account that nobody knows", `arn:aws:iam::\${k:x}:role/*`, ANYTHING, "UU"],
    ["a star for the account", `arn:aws:iam::\${k:x}:role/*`, valuesOf("*"), "FF"],
    // colons of the text, where five are written: contested in the first five parts, nothing in the last
    ["a colon in the account", `arn:aws:iam::\${k:x}:role/*`, valuesOf("1:2"), "UU"],
    ["a colon in one of two", `arn:aws:iam::\${k:x}:role/*`, valuesOf("1:2", "111122223333"), "UU"],
    ["a colon in the last part", `arn:aws:iam::111122223333:\${k:x}`, valuesOf("role:ops"), "FF"],
    ["the last part", `arn:aws:iam::111122223333:\${k:x}`, valuesOf("role/ops/admin"), "TF"],
    ["the start of the last part", `arn:aws:iam::*:\${k:x}*`, valuesOf("role/ops"), "TF"],
    ["something in the last part", `arn:aws:iam::*:role/\${k:x}`, ANYTHING, "UF"],
    ["something else in the last part", `arn:aws:iam::*:user/\${k:x}`, ANYTHING, "FF"],
    ["nothing in the last part", `arn:aws:iam::*:role/\${k:x}`, ABSENT, "FF"],
    // fewer than five colons written: those of the text part the ARN
    ["the whole ARN", `\${k:x}`, valuesOf(ROLE), "TF"],
    ["one of two whole ARNs", `\${k:x}`, valuesOf(ROLE, BUCKET), "UU"],
    ["a whole ARN with stars that are none", `\${k:x}`, valuesOf("arn:aws:iam::111122223333:role/*"), "FF"],
    ["the start of an ARN", `\${k:x}:role/*`, valuesOf("arn:aws:iam::111122223333"), "TF"],
    ["the end of an ARN", `arn:aws:iam::\${k:x}`, valuesOf("111122223333:role/ops/admin"), "TF"],
    ["too few parts", `\${k:x}*`, valuesOf("arn:aws:iam"), "UF"],
    ["too few parts that match nothing", `\${k:x}*`, valuesOf("arn:aws:sqs"), "FF"],
    ["anything at all", `\${k:x}`, ANYTHING, "UU"],
    ["anything after a start", `arn:aws:iam\${k:x}`, ANYTHING, "UF"],
    ["nothing at all", `\${k:x}`, ABSENT, "FF"],
  ])("under ArnLike: %s, %s", (_name, pattern, binding, expected) => {
    const turned = expected.replace(/[TF]/g, (letter) => (letter === "T" ? "F" : "T"));
    expect(ask(variableConditionOf("arnLike", [pattern]), binding, ROLE, BUCKET)).toBe(expected);
    expect(ask(variableConditionOf("arnLike", [pattern], NOT), binding, ROLE, BUCKET)).toBe(turned);
  });

  test("that has no value decides alone, whatever another one leaves unclear", () => {
    const predicate = variableConditionOf("arnLike", [`arn:aws:iam::\${k:x}:role/\${k:y}`]);
    const truths = (x: Subject, y: Subject) => askPredicate(core, predicate, [valuesOf(ROLE)], [[x, y]]);
    expect(truths(valuesOf("1:2"), ABSENT)).toEqual(["false"]);
    expect(truths(ABSENT, valuesOf("ops/admin"))).toEqual(["false"]);
    expect(truths(valuesOf("1:2"), valuesOf("ops/admin"))).toEqual(["unknown"]);
    expect(truths(valuesOf("111122223333"), valuesOf("ops/admin"))).toEqual(["true"]);
  });

  test("under ArnLike with five colons written matches nothing that has no six parts, unless its text is unclear", () => {
    const predicate = variableConditionOf("arnLike", [`arn:aws:iam::\${k:x}:role/*`]);
    expect(ask(predicate, valuesOf("111122223333"), "111122223333", "arn:aws:iam::1", "")).toBe("FFF");
    for (const binding of [valuesOf("1:2"), ANYTHING])
      expect(ask(predicate, binding, "111122223333", "arn:aws:iam::1", "")).toBe("UUU");
  });

  // Of the bucket; the role; `*`.
  test.each<[string, string, Subject, string, string]>([
    ["the folder", `arn:aws:s3:::logs/\${k:x}/*`, valuesOf("ops"), "TFF", "FTU"],
    ["another folder", `arn:aws:s3:::logs/\${k:x}/*`, valuesOf("dev"), "FFF", "TTU"],
    ["one of two", `arn:aws:s3:::logs/\${k:x}/*`, valuesOf("ops", "dev"), "UFF", "UTU"],
    ["anything", `arn:aws:s3:::logs/\${k:x}/*`, ANYTHING, "UFF", "UTU"],
    ["anything elsewhere", `arn:aws:s3:::data/\${k:x}/*`, ANYTHING, "FFF", "TTU"],
    ["nothing", `arn:aws:s3:::logs/\${k:x}/*`, ABSENT, "FFF", "TTU"],
    ["a star that is none", `arn:aws:s3:::logs/\${k:x}`, valuesOf("*"), "FFF", "TTU"],
    ["a colon", `arn:aws:s3:::logs\${k:x}`, valuesOf(":ops/x"), "FFF", "TTU"],
  ])("as a resource: %s, %s", (_name, pattern, binding, expected, excluded) => {
    for (const operator of ["resourceAny", "resourceAll"] as const) {
      expect(ask(variableConditionOf(operator, [pattern]), binding, BUCKET, ROLE, "*")).toBe(expected);
      expect(ask(variableConditionOf(operator, [pattern], { negated: true }), binding, BUCKET, ROLE, "*")).toBe(
        excluded,
      );
    }
  });

  test("as a resource gives way to a pattern that matches for sure", () => {
    const predicate = variableConditionOf("resourceAny", [`arn:aws:s3:::\${k:x}/*`, "arn:aws:s3:::logs/*"]);
    expect(ask(predicate, ANYTHING, BUCKET, ROLE)).toBe("TF");
  });
});
