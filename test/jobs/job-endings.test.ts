import { describe, expect, test } from "vitest";
import { ATTEMPTS_MAX, type Happening, hasEnded, LEASE_MS, RETRY_PAUSE_MS, step } from "../../host/jobs/job-state.ts";
import {
  canceled,
  claimed,
  done,
  ERROR,
  failed,
  OTHER_ERROR,
  planned,
  play,
  refused,
  START,
  sendsOf,
  stateAfter,
  tick,
} from "./play.ts";

describe("Failing work", () => {
  test.each(Array.from({ length: ATTEMPTS_MAX - 1 }, (_, index) => index + 1))(
    "rests after attempt %i, longer each time, and is sent again by the watchdog",
    (attempts) => {
      let state = stateAfter(planned(1));
      for (let attempt = 1; attempt <= attempts; attempt++) {
        state = step(state, claimed(0), START).state;
        state = step(state, failed(0), START).state;
      }
      const due = START + RETRY_PAUSE_MS * attempts;
      expect(state.status).toBe("IN_PROGRESS");
      expect(state.tasks).toEqual([{ state: "waiting", attempts, due }]);
      expect(sendsOf(step(state, tick, due - 1).effects)).toEqual([]);
      expect(sendsOf(step(state, tick, due).effects)).toEqual([0]);
    },
  );

  test.each(["task", "report"] as const)("for the last time fails the job: a %s", (kind) => {
    const work = kind === "task" ? 0 : "report";
    let state = kind === "task" ? stateAfter(planned(1)) : stateAfter(planned(1), done(0));
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      expect(state.status).toBe("IN_PROGRESS");
      state = step(state, claimed(work), START + attempt).state;
      state = step(state, failed(work), START + attempt).state;
    }
    expect(state).toMatchObject({ status: "FAILED", error: ERROR, completedAt: START + ATTEMPTS_MAX });
  });

  test("finally fails the job at once, with its error", () => {
    const happening: Happening = { kind: "failed", work: 1, error: OTHER_ERROR, final: true };
    const { state, effects } = play([planned(2), 0], [claimed(1), 1], [happening, 8]);
    expect(state).toMatchObject({ status: "FAILED", error: OTHER_ERROR, completedAt: START + 8 });
    expect(effects).toEqual([]);
  });

  test("does not undo what is done", () => {
    const first = play([planned(2), 0], [claimed(0), 0], [done(0), 1]);
    expect(step(first.state, failed(0, true), START + 2)).toEqual({ state: first.state, effects: [], granted: false });
  });

  test("of a task that does not exist changes nothing", () => {
    const state = stateAfter(planned(1));
    expect(step(state, failed(7, true), START)).toEqual({ state, effects: [], granted: false });
  });
});

const PHASES: readonly (readonly [string, readonly Happening[]])[] = [
  ["submitted", []],
  ["waiting for workers", [planned(2)]],
  ["half evaluated", [planned(2), claimed(0), done(0), claimed(1)]],
  ["waiting for its report", [planned(1), done(0)]],
  ["writing its report", [planned(1), done(0), claimed("report")]],
];

describe("Cancelling a job", () => {
  test.each(PHASES)("that is %s ends it without error", (_, before) => {
    const { state, effects } = step(stateAfter(...before), canceled, START + 30);
    expect(state).toMatchObject({ status: "CANCELED", completedAt: START + 30 });
    expect(state.error).toBeUndefined();
    expect(effects).toEqual([]);
  });
});

describe("Refusing a job", () => {
  test.each(PHASES)("that is %s fails it", (_, before) => {
    const { state } = step(stateAfter(...before), refused, START + 30);
    expect(state).toMatchObject({ status: "FAILED", error: ERROR, completedAt: START + 30 });
  });
});

describe("A job that has ended", () => {
  const endings = [
    ["COMPLETED", [planned(1), done(0), done("report")]],
    ["FAILED", [planned(2), claimed(0), failed(0, true)]],
    ["CANCELED", [planned(2), claimed(0), canceled]],
  ] as const;
  const late: readonly Happening[] = [
    planned(3),
    refused,
    claimed(0),
    claimed(1),
    claimed("report"),
    done(0),
    done(1),
    done("report"),
    failed(1, true),
    failed("report"),
    canceled,
    tick,
  ];

  test.each(endings)("as %s stays as it is, whatever comes late", (status, happenings) => {
    const state = stateAfter(...happenings);
    expect(state.status).toBe(status);
    expect(hasEnded(state)).toBe(true);
    for (const happening of late)
      expect(step(state, happening, START + 10 * LEASE_MS), happening.kind).toEqual({
        state,
        effects: [],
        granted: false,
      });
  });

  test.each(PHASES)("is told from one that is %s", (_, before) => {
    expect(hasEnded(stateAfter(...before))).toBe(false);
  });
});
