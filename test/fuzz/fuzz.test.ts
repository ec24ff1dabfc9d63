/** A short run of `fuzz.ts` on every build of the core. */
import { beforeAll, describe, expect, test } from "vitest";
import { BUILDS, loadBuild } from "../build-cores.ts";
import type { Product } from "./asking.ts";
import type { Mode } from "./fuzz-case.ts";
import { productOf } from "./product.ts";
import { runCases, type Tally } from "./run-cases.ts";

/** Of cases in which the product is less sure than trying every value. */
const LESS_SURE_MAX: Readonly<Record<Mode, number>> = { known: 0, unknown: 0.03, impact: 0.08 };

describe.each(BUILDS)("%s agrees with the reference", (build) => {
  let product: Product;
  beforeAll(async () => {
    product = productOf(await loadBuild(build));
  });

  test.each<[number, Mode]>([
    [3000, "known"],
    [1200, "unknown"],
    [600, "impact"],
  ])("on %d cases of mode %s", (cases, mode) => {
    const tally: Tally = { cases: 0, lessSure: 0 };
    expect(runCases(product, mode, 1, 1 + cases, tally)).toBeUndefined();
    expect(tally.cases).toBe(cases);
    expect(tally.lessSure / cases).toBeLessThanOrEqual(LESS_SURE_MAX[mode]);
  });
});
