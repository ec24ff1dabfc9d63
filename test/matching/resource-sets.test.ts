import { beforeAll, describe, expect, test } from "vitest";
import type { Predicate } from "../../host/domain/program.ts";
import type { Core } from "../../host/wasm/core.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { askPredicate, letters, opaque, patternOf, resourcesOf, subjectOf, valuesOf } from "./ask-predicate.ts";

const A = "arn:aws:s3:::alpha/1";
const B = "arn:aws:s3:::beta/1";

/** Sets of resources, in the order of the letters below. */
const SUBJECTS = [
  valuesOf(A),
  valuesOf(B),
  valuesOf(A, B),
  valuesOf("*"),
  subjectOf(["anything"]),
  subjectOf(["values", "anything"], A),
  subjectOf(["values", "anything"], B),
  subjectOf(["values", "anything"], A, B),
];

const ALPHA = "arn:aws:s3:::alpha/*";
const BETA = "arn:aws:s3:::beta/*";
const NOT = { negated: true } as const;
const VARIABLE = { patterns: [opaque("arn:aws:s3:::$/*")] } as const;

describe.each(BUILDS)("a set of resources in %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  // F, U, T: for alpha; beta; both; none (`*`); unknown; alpha and another; beta and another; both and another.
  test.each<[string, Predicate, string]>([
    ["a Deny of one", resourcesOf("any", [ALPHA]), "TFTFUTUT"],
    ["a Deny of either", resourcesOf("any", [ALPHA, BETA]), "TTTFUTTT"],
    ["a Deny of everything", resourcesOf("any", ["*"]), "TTTTTTTT"],
    ["a Deny of neither", resourcesOf("any", ["arn:aws:s3:::gamma/*"]), "FFFFUUUU"],
    ["a Deny of all but one", resourcesOf("any", [ALPHA], NOT), "FTTUUUTT"],
    ["a Deny of all but both", resourcesOf("any", [ALPHA, BETA], NOT), "FFFUUUUU"],
    ["a Deny of all but everything", resourcesOf("any", ["*"], NOT), "FFFFFFFF"],
    ["a Deny of a variable", resourcesOf("any", [], VARIABLE), "UUUFUUUU"],
    ["a Deny of all but a variable", resourcesOf("any", [], { ...VARIABLE, ...NOT }), "UUUUUUUU"],
    ["an Allow of one", resourcesOf("all", [ALPHA]), "TFUFUUUU"],
    ["an Allow of either", resourcesOf("all", [ALPHA, BETA]), "TTTFUUUU"],
    ["an Allow of everything", resourcesOf("all", ["*"]), "TTTTTTTT"],
    ["an Allow of neither", resourcesOf("all", ["arn:aws:s3:::gamma/*"]), "FFFFUUUU"],
    ["an Allow of all but one", resourcesOf("all", [ALPHA], NOT), "FTUUUUUU"],
    ["an Allow of all but both", resourcesOf("all", [ALPHA, BETA], NOT), "FFFUUUUU"],
    ["an Allow of all but everything", resourcesOf("all", ["*"], NOT), "FFFFFFFF"],
    ["an Allow of a variable", resourcesOf("all", [], VARIABLE), "UUUFUUUU"],
  ])("%s", (_name, predicate, expected) => {
    expect(letters(askPredicate(core, predicate, SUBJECTS))).toBe(expected);
  });

  test("a variable gives way to a pattern that matches for sure", () => {
    const patterns = [...VARIABLE.patterns, patternOf("resourceAny", ALPHA)];
    expect(askPredicate(core, resourcesOf("any", [], { patterns }), [valuesOf(A), valuesOf(B)])).toEqual([
      "true",
      "unknown",
    ]);
  });
});
