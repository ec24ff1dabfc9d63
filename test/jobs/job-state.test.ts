import { describe, expect, test } from "vitest";
import {
  ATTEMPTS_MAX,
  type Happening,
  LEASE_MS,
  newJobState,
  RETRY_PAUSE_MS,
  step,
} from "../../host/jobs/job-state.ts";
import {
  claimed,
  done,
  ERROR,
  failed,
  type Played,
  planned,
  play,
  refused,
  START,
  sendsOf,
  stateAfter,
  tick,
} from "./play.ts";

describe("A new job", () => {
  test("is SUBMITTED, without tasks, times or error", () => {
    expect(newJobState()).toEqual({ status: "SUBMITTED", tasks: [] });
  });

  test.each<readonly [string, Happening]>([
    ["a claim", claimed(0)],
    ["a claim of the report", claimed("report")],
    ["a completion", done(0)],
    ["a completed report", done("report")],
    ["a failure", failed(0, true)],
    ["a tick", tick],
  ])("is not changed by %s before it is planned", (_, happening) => {
    expect(step(newJobState(), happening, START)).toEqual({ state: newJobState(), effects: [], granted: false });
  });

  test("FAILS with the error it is refused with", () => {
    const { state, effects } = play([refused, 5]);
    expect(state).toEqual({ status: "FAILED", tasks: [], completedAt: START + 5, error: ERROR });
    expect(effects).toEqual([]);
  });
});

describe("Planning a job", () => {
  test("starts it and sends every task once", () => {
    const { state, effects } = play([planned(3), 7]);
    expect(state).toMatchObject({ status: "IN_PROGRESS", startedAt: START + 7 });
    expect(state.completedAt).toBeUndefined();
    expect(state.report).toBeUndefined();
    expect(state.tasks).toEqual(Array(3).fill({ state: "waiting", attempts: 0, due: START + 7 + LEASE_MS }));
    expect(sendsOf(effects)).toEqual([0, 1, 2]);
  });

  test("goes straight to the report when there is no task", () => {
    const { state, effects } = play([planned(0), 7]);
    expect(state).toMatchObject({ status: "IN_PROGRESS", startedAt: START + 7, completedAt: START + 7, tasks: [] });
    expect(state.report).toEqual({ state: "waiting", attempts: 0, due: START + 7 + LEASE_MS });
    expect(sendsOf(effects)).toEqual(["report"]);
  });

  test("twice changes nothing the second time", () => {
    const first = play([planned(2), 0]);
    expect(step(first.state, planned(5), START + 9)).toEqual({ state: first.state, effects: [], granted: false });
  });
});

describe("Claiming work", () => {
  test("grants it, for one lease", () => {
    const { state, granted, effects } = play([planned(1), 0], [claimed(0), 10]);
    expect(granted).toBe(true);
    expect(effects).toEqual([]);
    expect(state.tasks).toEqual([{ state: "leased", attempts: 1, due: START + 10 + LEASE_MS }]);
  });

  test.each<readonly [string, readonly Played[], boolean, number]>([
    [
      "a second time while the lease runs",
      [
        [claimed(0), 10],
        [claimed(0), 10 + LEASE_MS - 1],
      ],
      false,
      1,
    ],
    [
      "when the lease has run out",
      [
        [claimed(0), 10],
        [claimed(0), 10 + LEASE_MS],
      ],
      true,
      2,
    ],
    [
      "after a failed attempt",
      [
        [claimed(0), 10],
        [failed(0), 20],
        [claimed(0), 20 + RETRY_PAUSE_MS],
      ],
      true,
      2,
    ],
    [
      "when it is done",
      [
        [claimed(0), 10],
        [done(0), 20],
        [claimed(0), 30],
      ],
      false,
      1,
    ],
    [
      "that does not exist",
      [
        [claimed(0), 10],
        [claimed(2), 20],
      ],
      false,
      1,
    ],
    [
      "by no index at all",
      [
        [claimed(0), 10],
        [claimed(-1), 20],
      ],
      false,
      1,
    ],
    [
      "of the report before all tasks are done",
      [
        [claimed(0), 10],
        [claimed("report"), 20],
      ],
      false,
      1,
    ],
  ])("%s", (_, happenings, granted, attempts) => {
    const last = play([planned(2), 0], ...happenings);
    expect(last.granted).toBe(granted);
    expect(last.state.tasks[0]?.attempts).toBe(attempts);
  });

  test("grants one of many claims at one time", () => {
    let { state } = play([planned(1), 0]);
    let grants = 0;
    for (let message = 0; message < 50; message++) {
      const next = step(state, claimed(0), START + 1);
      if (next.granted) grants++;
      state = next.state;
    }
    expect(grants).toBe(1);
  });

  test("never grants more attempts than there may be, even when the message is quicker than the watchdog", () => {
    let state = stateAfter(planned(1));
    for (let attempt = 0; attempt < ATTEMPTS_MAX + 3; attempt++)
      state = step(state, claimed(0), START + attempt * LEASE_MS).state;
    expect(state.tasks[0]?.attempts).toBeLessThanOrEqual(ATTEMPTS_MAX);
  });
});

describe("Completing work", () => {
  test("of all tasks fixes the time of completion and sends the report", () => {
    const first = play([planned(2), 0], [claimed(0), 1], [claimed(1), 1], [done(1), 5]);
    expect(first.state.completedAt).toBeUndefined();
    expect(first.effects).toEqual([]);
    const last = step(first.state, done(0), START + 9);
    expect(last.state).toMatchObject({ status: "IN_PROGRESS", completedAt: START + 9 });
    expect(last.state.tasks.map(({ state }) => state)).toEqual(["done", "done"]);
    expect(last.state.report).toEqual({ state: "waiting", attempts: 0, due: START + 9 + LEASE_MS });
    expect(sendsOf(last.effects)).toEqual(["report"]);
  });

  test("of the report completes the job at the time fixed before", () => {
    const { state, effects } = play([planned(1), 0], [done(0), 5], [claimed("report"), 6], [done("report"), 60]);
    expect(state).toMatchObject({
      status: "COMPLETED",
      startedAt: START,
      completedAt: START + 5,
      report: { state: "done" },
    });
    expect(state.error).toBeUndefined();
    expect(effects).toEqual([]);
  });

  test.each<readonly [string, readonly Played[]]>([
    [
      "after its lease ran out and it was sent again",
      [
        [claimed(0), 0],
        [tick, LEASE_MS],
        [done(0), LEASE_MS + 5],
      ],
    ],
    [
      "after another worker has claimed it too",
      [
        [claimed(0), 0],
        [claimed(0), LEASE_MS],
        [done(0), LEASE_MS + 5],
      ],
    ],
    [
      "after another attempt failed",
      [
        [claimed(0), 0],
        [failed(0), 3],
        [done(0), 5],
      ],
    ],
    ["that nobody claimed", [[done(0), 5]]],
  ])("late counts: %s", (_, happenings) => {
    const { state } = play([planned(2), 0], ...happenings);
    expect(state.tasks[0]?.state).toBe("done");
    expect(state.status).toBe("IN_PROGRESS");
  });

  test("twice sends no second report and moves no time", () => {
    const first = play([planned(1), 0], [done(0), 5]);
    expect(step(first.state, done(0), START + 50)).toEqual({ state: first.state, effects: [], granted: false });
  });
});

describe("The watchdog's tick", () => {
  test("does nothing while everything is in time", () => {
    const { state } = play([planned(2), 0], [claimed(0), 1]);
    expect(step(state, tick, START + LEASE_MS - 1)).toEqual({ state, effects: [], granted: false });
  });

  test("sends waiting work again whose message was lost, and does not count that as an attempt", () => {
    const { state, effects } = play([planned(2), 0], [tick, LEASE_MS]);
    expect(sendsOf(effects)).toEqual([0, 1]);
    expect(state.tasks).toEqual(Array(2).fill({ state: "waiting", attempts: 0, due: START + 2 * LEASE_MS }));
  });

  test("takes work away whose worker died, and sends only that", () => {
    const { state, effects } = play(
      [planned(3), 0],
      [claimed(0), 0],
      [claimed(1), 100],
      [done(2), 5],
      [tick, LEASE_MS],
    );
    expect(sendsOf(effects)).toEqual([0]);
    expect(state.tasks).toMatchObject([{ state: "waiting", attempts: 1 }, { state: "leased" }, { state: "done" }]);
  });

  test("sends the report again whose writer died, under the same time of completion", () => {
    const { state, effects } = play([planned(1), 0], [done(0), 5], [claimed("report"), 6], [tick, 6 + LEASE_MS]);
    expect(sendsOf(effects)).toEqual(["report"]);
    expect(state).toMatchObject({
      status: "IN_PROGRESS",
      completedAt: START + 5,
      report: { state: "waiting", attempts: 1 },
    });
  });

  test.each([
    ["task", [planned(1)], 0, "task 0"],
    ["report", [planned(0)], "report", "writing the report"],
  ] as const)("fails the job when the workers of one %s died too often, and says which", (_, before, work, words) => {
    let state = stateAfter(...before);
    let now = START;
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      expect(state.status).toBe("IN_PROGRESS");
      state = step(state, claimed(work), now).state;
      now += LEASE_MS;
      state = step(state, tick, now).state;
    }
    expect(state).toMatchObject({ status: "FAILED", completedAt: now, error: { code: "SERVICE_ERROR" } });
    expect(state.error?.message).toContain(words);
    expect(state.error?.message).toContain(`${ATTEMPTS_MAX} attempts`);
  });
});
