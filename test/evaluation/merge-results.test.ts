import { describe, expect, test } from "vitest";
import { addCounts, emptyCounts } from "../../host/evaluation/judging/count-rows.ts";
import type { PartitionResult } from "../../host/evaluation/judging/partition-result.ts";
import { mergeResults } from "../../host/evaluation/report/merge-results.ts";
import { createRandom } from "../events/random.ts";
import { MILL, SHOP } from "../organization/snapshot-of.ts";
import { countsOf, findingOf, resultOf } from "./invented-report.ts";

describe("mergeResults()", () => {
  test("gives zeros for no results", () => {
    expect(mergeResults([])).toEqual({
      counts: emptyCounts(),
      findings: [],
      days: new Map(),
      dataEventServices: [],
      unmapped: [],
    });
  });

  test("gives the same, in the same order, for every order of arrival", () => {
    const random = createRandom(21);
    const results = Array.from({ length: 12 }, (_, index) => randomResult(index, 50 + index));
    const expected = JSON.stringify(textual(mergeResults(results)));
    for (let round = 0; round < 20; round++) {
      expect(JSON.stringify(textual(mergeResults(random.shuffle(results)))), `round ${round}`).toBe(expected);
    }
  });

  test("makes one finding of those that agree, with samples of the earlier day first", () => {
    const first = findingOf({ sampleEventIds: ["a", "b"], events: 2 });
    const second = findingOf({
      sampleEventIds: ["c", "d"],
      events: 2,
      firstSeen: "2026-11-24T00:00:00Z",
      lastSeen: "2026-11-24T00:00:00Z",
    });
    const { findings } = mergeResults([
      resultOf("2026-11-24/0", { findings: [second] }),
      resultOf("2026-11-23/0", { findings: [first] }),
    ]);
    expect(findings).toEqual([
      findingOf({ events: 4, lastSeen: "2026-11-24T00:00:00Z", sampleEventIds: ["a", "b", "c"] }),
    ]);
  });

  test("puts the activity of all slices of a day together", () => {
    const mill = { account: MILL, region: "eu-west-1", events: 2 };
    const { days } = mergeResults([
      resultOf("2026-11-23/1", { activity: [mill, { account: SHOP, region: "eu-west-1", events: 1 }] }),
      resultOf("2026-11-23/0", { activity: [mill] }),
      resultOf("2026-11-24/0", { activity: [mill] }),
    ]);
    expect(days).toEqual(
      new Map([
        [
          "2026-11-23",
          [
            { ...mill, events: 4 },
            { account: SHOP, region: "eu-west-1", events: 1 },
          ],
        ],
        ["2026-11-24", [mill]],
      ]),
    );
  });

  test("joins services and adds up unmapped calls", () => {
    const unmapped = (events: number) => [{ operation: "glue.amazonaws.com X", events, undetermined: events - 1 }];
    const merged = mergeResults([
      resultOf("2026-11-23/0", { dataEventServices: ["s3", "lambda"], unmapped: unmapped(2) }),
      resultOf("2026-11-24/0", { dataEventServices: ["s3"], unmapped: unmapped(3) }),
    ]);
    expect(merged).toMatchObject({
      dataEventServices: ["lambda", "s3"],
      unmapped: [{ ...unmapped(5)[0], undetermined: 3 }],
    });
  });
});

describe("addCounts()", () => {
  test("adds every count up, reasons by name", () => {
    const total = addCounts([
      countsOf({
        impacts: { newlyDenied: 2 },
        outcomes: { outOfScope: 3 },
        reasons: { outsideTarget: 3 },
        failed: { newlyDenied: 1 },
      }),
      countsOf({
        impacts: { newlyDenied: 1, unchanged: 4 },
        outcomes: { outOfScope: 2, duplicate: 1 },
        reasons: { awsService: 2, copy: 1 },
      }),
    ]);
    expect(total).toEqual(
      countsOf({
        impacts: { newlyDenied: 3, unchanged: 4 },
        outcomes: { outOfScope: 5, duplicate: 1 },
        reasons: { awsService: 2, copy: 1, outsideTarget: 3 },
        failed: { newlyDenied: 1 },
      }),
    );
    expect(Object.keys(total.reasons)).toEqual(["awsService", "copy", "outsideTarget"]);
  });

  test("leaves what it adds as it was", () => {
    const counts = countsOf({ reasons: { copy: 1 }, outcomes: { duplicate: 1 } });
    const before = structuredClone(counts);
    addCounts([counts, counts]);
    expect(counts).toEqual(before);
  });
});

function randomResult(day: number, seed: number): PartitionResult {
  const random = createRandom(seed);
  const date = `2026-11-${String(day + 10)}`;
  const findings = ["a", "b", "c", "d"].slice(random.below(4)).map((principal, index) =>
    findingOf({
      principal,
      impact: random.pick(["newlyDenied", "undetermined"] as const),
      events: 1 + random.below(4),
      firstSeen: `${date}T0${index}:00:00Z`,
      lastSeen: `${date}T1${index}:00:00Z`,
      regions: [random.pick(["eu-west-1", "us-east-1", "ap-south-1"])],
      sampleEventIds: [`${day}-${index}`],
    }),
  );
  return resultOf(`${date}/0`, {
    counts: countsOf({ impacts: { newlyDenied: random.below(9) }, reasons: { copy: random.below(3), signIn: 1 } }),
    findings,
    activity: [{ account: random.pick([MILL, SHOP]), region: "eu-west-1", events: random.below(50) }],
    dataEventServices: [random.pick(["s3", "lambda", "sqs"])],
    unmapped: [{ operation: random.pick(["a x", "b y"]), events: 1 + random.below(3), undetermined: random.below(2) }],
  });
}

function textual(merged: ReturnType<typeof mergeResults>): unknown {
  return { ...merged, days: [...merged.days] };
}
