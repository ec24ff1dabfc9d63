/** The cases of test/cases inside workerd, over both builds that run there: with SIMD and without. */
import { describe, expect, test } from "vitest";
import plainModule from "../../build/core-plain.wasm";
import { instantiateCore } from "../../host/wasm/core.ts";
import simdModule from "../../host/wasm/module-workerd.ts";
import { answersOf } from "../cases/answers-of.ts";
import { readBundledCases } from "./helpers/case-files.ts";

const CASES = readBundledCases();
const RULES = [...new Set(CASES.map(({ rule }) => rule))];

describe.each([
  ["core", simdModule],
  ["core-plain", plainModule],
])("%s in workerd", (_build, module) => {
  const core = instantiateCore(module);

  test.each(RULES)("%s", (rule) => {
    const cases = CASES.filter((each) => each.rule === rule);
    const named = (answer: (each: (typeof cases)[number]) => unknown) =>
      Object.fromEntries(cases.map((each) => [`${each.id}: ${each.title}`, answer(each)]));
    expect(named((each) => answersOf(core, each))).toEqual(named(({ expected }) => expected));
  });
});
