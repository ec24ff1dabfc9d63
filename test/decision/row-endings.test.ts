import { beforeAll, describe, expect, test } from "vitest";
import type { Core } from "../../host/wasm/core.ts";
import { judge } from "../../host/wasm/decision.ts";
import { CLASS, VERDICTS } from "../../host/wasm/plan-layout.ts";
import { BUILDS, loadBuild } from "../build-cores.ts";
import { compile, deny, FULL_ACCESS, hierarchyOf, judgeInputOf, namesOf, policyOf } from "./judge-input.ts";

/** Everything is newly denied, so that a row that is judged shows. */
const DENIED = compile(hierarchyOf([FULL_ACCESS]), hierarchyOf([FULL_ACCESS, policyOf(deny())]));
const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 63n - 1n;

describe.each(BUILDS)("judgeRows() of %s", (build) => {
  let core: Core;
  beforeAll(async () => {
    core = await loadBuild(build);
  });

  test("judges from the start of the window up to, not including, its end", () => {
    const time = BigInt64Array.of(LOWEST, 99n, 100n, 199n, 200n, HIGHEST);
    const input = judgeInputOf(DENIED, time.length, { time, windowStart: 100n, windowEnd: 200n });
    judge(core, input);
    expect(namesOf(input.verdicts)).toEqual([
      "outsideWindow",
      "outsideWindow",
      "newlyDenied",
      "newlyDenied",
      "outsideWindow",
      "outsideWindow",
    ]);
  });

  test("judges a window that reaches before 1970", () => {
    const time = BigInt64Array.of(-6n, -5n, -1n, 0n);
    const input = judgeInputOf(DENIED, time.length, { time, windowStart: -5n, windowEnd: 0n });
    judge(core, input);
    expect(namesOf(input.verdicts)).toEqual(["outsideWindow", "newlyDenied", "newlyDenied", "outsideWindow"]);
  });

  test("puts an unlisted account outside the organization only before the snapshot was taken", () => {
    const time = BigInt64Array.of(4n, 5n, 6n);
    const identity = { ids: new Uint8Array(3), classes: Uint16Array.of(CLASS.unlisted) };
    const input = judgeInputOf(DENIED, 3, { time, identity, capturedAt: 5n });
    judge(core, input);
    expect(namesOf(input.verdicts)).toEqual(["outsideOrganization", "undetermined", "undetermined"]);
  });

  test("leaves an unlisted account undetermined when the snapshot does not say when it was taken", () => {
    const time = BigInt64Array.of(LOWEST, 0n, HIGHEST - 1n);
    const identity = { ids: new Uint8Array(3), classes: Uint16Array.of(CLASS.unlisted) };
    const input = judgeInputOf(DENIED, 3, { time, identity, windowStart: LOWEST, windowEnd: HIGHEST });
    judge(core, input);
    expect(namesOf(input.verdicts)).toEqual(["undetermined", "undetermined", "undetermined"]);
  });

  test("leaves a row without account undetermined, before the snapshot too", () => {
    const identity = { ids: Uint8Array.of(0, 1), classes: Uint16Array.of(CLASS.unknown, 0) };
    const input = judgeInputOf(DENIED, 2, { identity, capturedAt: 5n });
    judge(core, input);
    expect(namesOf(input.verdicts)).toEqual(["undetermined", "newlyDenied"]);
  });

  test("judges every account by its own class", () => {
    const spared = compile(hierarchyOf([FULL_ACCESS]), hierarchyOf([FULL_ACCESS, policyOf(deny())]));
    const { accountClass } = spared;
    const classes = [accountClass, { ...accountClass, denyProposed: [], denyProposedOnly: [] }];
    const identity = { ids: Uint16Array.of(2, 0, 1), classes: Uint16Array.of(0, 1, 1) };
    const input = judgeInputOf(spared, 3, { identity, classes });
    judge(core, input);
    expect(namesOf(input.verdicts)).toEqual(["unchanged", "newlyDenied", "unchanged"]);
  });

  test("ends a row with the first outcome table that has a code for it", () => {
    const outcomes = [
      { ids: Uint8Array.of(0, 1, 1, 0), table: Uint8Array.of(0, 20) },
      { ids: Uint16Array.of(0, 2, 1, 1), table: Uint8Array.of(0, 21, 22) },
      { ids: Uint32Array.of(0, 0, 0, 1), table: Uint8Array.of(0, 255) },
    ];
    const input = judgeInputOf(DENIED, 4, { outcomes });
    judge(core, input);
    expect(namesOf(input.verdicts)).toEqual(["newlyDenied", "20", "20", "21"]);
  });

  test("puts the window before every outcome table, and the tables before the account", () => {
    const outcomes = [{ ids: new Uint8Array(2), table: Uint8Array.of(23) }];
    const identity = { ids: new Uint8Array(2), classes: Uint16Array.of(CLASS.unlisted) };
    const time = BigInt64Array.of(-1n, 0n);
    const input = judgeInputOf(DENIED, 2, { outcomes, identity, time, capturedAt: 5n });
    judge(core, input);
    expect(namesOf(input.verdicts)).toEqual(["outsideWindow", "23"]);
  });

  test("leaves a verdict that stands already, whatever else is true of the row", () => {
    const outcomes = [{ ids: new Uint8Array(3), table: Uint8Array.of(23) }];
    const time = BigInt64Array.of(0n, -1n, 0n);
    const verdicts = Uint8Array.of(VERDICTS.host, VERDICTS.host, 0);
    judge(core, judgeInputOf(DENIED, 3, { outcomes, time, verdicts }));
    expect(namesOf(verdicts)).toEqual([`${VERDICTS.host}`, `${VERDICTS.host}`, "23"]);
  });

  test("has nothing to do without rows", () => {
    const input = judgeInputOf(DENIED, 0);
    expect(() => judge(core, input)).not.toThrow();
    expect(input.verdicts).toHaveLength(0);
  });

  test("gives back the memory it took", () => {
    const before = core.mark();
    judge(core, judgeInputOf(DENIED, 100));
    expect(core.mark()).toBe(before);
  });
});
