/** A range of case numbers, checked group by group; the first that is wrong is shrunk and ends the run. */
import type { Product } from "./asking.ts";
import { caseLine } from "./case-line.ts";
import { type Checked, checkCases } from "./check-cases.ts";
import type { FuzzCase, Mode } from "./fuzz-case.ts";
import { randomCases } from "./generate/random-cases.ts";
import { shrink } from "./shrink.ts";

export interface Tally {
  cases: number;
  /** Cases in which the product left open what trying answers. */
  lessSure: number;
}

export interface Disagreement {
  readonly mode: Mode;
  readonly seed: number;
  readonly wrong: string;
  readonly answer: string;
  readonly expected: string;
  /** The shrunk case, one line of JSON. */
  readonly line: string;
}

/** Cases `first` to, not including, `end`. Adds to `tally` as it goes. */
export function runCases(
  product: Product,
  mode: Mode,
  first: number,
  end: number,
  tally: Tally,
): Disagreement | undefined {
  for (let seed = first; seed < end; ) {
    const cases = randomCases(mode, seed, end);
    const checked = checkOrCatch(product, cases);
    for (const [index, { wrong, isLessSure }] of checked.entries()) {
      const each = cases[index];
      if (wrong !== undefined && each !== undefined) return explain(product, each, seed + index);
      tally.cases++;
      if (isLessSure) tally.lessSure++;
    }
    seed += cases.length;
  }
  return undefined;
}

/** A case that makes product or reference throw is wrong too. */
function checkOrCatch(product: Product, cases: readonly FuzzCase[]): readonly Checked[] {
  try {
    return checkCases(product, cases);
  } catch (error) {
    if (cases.length > 1) return cases.flatMap((each) => checkOrCatch(product, [each]));
    return [{ answer: `${error}`, expected: "an answer", wrong: "it throws", isLessSure: false }];
  }
}

function explain(product: Product, each: FuzzCase, seed: number): Disagreement {
  const check = (candidate: FuzzCase): Checked | undefined => checkOrCatch(product, [candidate])[0];
  const shrunk = shrink(each, (candidate) => check(candidate)?.wrong !== undefined);
  const { wrong = "", answer = "", expected = "" } = check(shrunk) ?? {};
  return {
    mode: each.mode,
    seed,
    wrong,
    answer,
    expected,
    line: caseLine(shrunk, `fuzz-${each.mode}-${seed}`, expected),
  };
}
