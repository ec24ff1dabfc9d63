import { describe, expect, test } from "vitest";
import { describeResult } from "../../host/evaluation/report/describe-result.ts";
import { countsOf } from "./invented-report.ts";

const sentence = (
  impacts: Parameters<typeof countsOf>[0]["impacts"],
  [principals, actions, accounts]: readonly [number, number, number] = [0, 0, 0],
): string =>
  describeResult({ counts: countsOf({ ...(impacts && { impacts }) }), affected: { principals, actions, accounts } });

describe("describeResult()", () => {
  test.each([
    [
      "no call at all",
      sentence({}),
      "Nothing was judged: of 0 records, none is an allowed call of the target in the window",
    ],
    ["one call", sentence({ unchanged: 1 }), "None of 1 call would be denied; none undetermined"],
    ["nobody affected", sentence({ unchanged: 48_210 }), "None of 48,210 calls would be denied; none undetermined"],
    [
      "only undetermined calls",
      sentence({ unchanged: 9, undetermined: 1 }),
      "None of 10 calls would be denied; 1 undetermined",
    ],
    [
      "one of everything",
      sentence({ newlyDenied: 1 }, [1, 1, 1]),
      "1 of 1 call would be denied: 1 principal, 1 action, 1 account; none undetermined",
    ],
    [
      "many of everything",
      sentence({ newlyDenied: 1204, undetermined: 112, unchanged: 46_894 }, [3, 5, 2]),
      "1,204 of 48,210 calls would be denied: 3 principals, 5 actions, 2 accounts; 112 undetermined",
    ],
    [
      "millions",
      sentence({ newlyDenied: 1_234_567 }, [1000, 1, 9999]),
      "1,234,567 of 1,234,567 calls would be denied: 1,000 principals, 1 action, 9,999 accounts; none undetermined",
    ],
  ])("says for %s", (_, said, expected) => {
    expect(said).toBe(expected);
  });

  test("counts calls that are denied now, or newly allowed, among those judged", () => {
    expect(sentence({ deniedNow: 2, newlyAllowed: 3, unchanged: 5 })).toBe(
      "None of 10 calls would be denied; none undetermined",
    );
  });
});
