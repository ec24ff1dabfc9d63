import { describe, expect, test } from "vitest";
import {
  ATTEMPTS_MAX,
  type Happening,
  hasEnded,
  type JobState,
  LEASE_MS,
  newJobState,
  type Step,
  step,
  type Work,
  type WorkName,
} from "../../host/jobs/job-state.ts";
import { createRandom, type Random } from "../events/random.ts";
import { canceled, claimed, done, failed, planned, refused, START, tick } from "./play.ts";

const STEPS = 10_000;

describe("step() over random walks", () => {
  test(`keeps its promises through ${STEPS} happenings in any order, early, late and twice`, () => {
    const random = createRandom(1234);
    const ends: Record<string, number> = {};
    let state = newJobState();
    let now = START;
    let sinceEnd = 0;
    for (let at = 0; at < STEPS; at++) {
      now += random.pick([0, 1, 500, LEASE_MS - 1, LEASE_MS]);
      const happening = randomHappening(random);
      const next = step(state, happening, now);
      const broken = brokenPromises(state, happening, next, now);
      expect(broken, `step ${at}, ${JSON.stringify(happening)} on ${JSON.stringify(state)}`).toEqual([]);
      state = next.state;
      if (!hasEnded(state)) continue;
      // A few happenings that come too late, then another job.
      if (sinceEnd++ < 5) continue;
      ends[state.status] = (ends[state.status] ?? 0) + 1;
      [state, sinceEnd] = [newJobState(), 0];
    }
    expect(Object.keys(ends).sort()).toEqual(["CANCELED", "COMPLETED", "FAILED"]);
  });

  test("brings a job to its end by ticks alone when every message but a few is lost", () => {
    const random = createRandom(55);
    for (let job = 0; job < 50; job++) {
      let { state } = step(newJobState(), planned(random.below(6)), START);
      let now = START;
      for (let round = 0; !hasEnded(state) && round < 1000; round++) {
        now += LEASE_MS;
        const ticked = step(state, tick, now);
        state = ticked.state;
        for (const { send } of ticked.effects) {
          if (random.chance(0.3)) state = step(state, claimed(send), now).state;
          if (random.chance(0.2)) state = step(state, done(send), now).state;
        }
      }
      expect(["COMPLETED", "FAILED"], `job ${job}`).toContain(state.status);
    }
  });
});

function randomHappening(random: Random): Happening {
  const work = random.pick<WorkName>([0, 1, 2, 3, "report", "report"]);
  const roll = random.below(1000);
  if (roll < 3) return random.pick([refused, canceled]);
  if (roll < 60) return planned(random.below(4));
  if (roll < 70) return failed(work, true);
  if (roll < 170) return failed(work);
  if (roll < 470) return claimed(work);
  return roll < 700 ? done(work) : tick;
}

/** The promises that a step breaks, in words. */
function brokenPromises(
  before: JobState,
  happening: Happening,
  { state, effects, granted }: Step,
  now: number,
): string[] {
  const promises: readonly (readonly [string, boolean])[] = [
    ["what has ended never changes", !hasEnded(before) || (state === before && effects.length === 0 && !granted)],
    [
      "a running job that has a report keeps its time",
      hasEnded(state) || before.report === undefined || state.completedAt === before.completedAt,
    ],
    [
      "a completed job keeps the time that names its report",
      state.status !== "COMPLETED" || state.completedAt === before.completedAt,
    ],
    ["a job that has ended says when", !hasEnded(state) || state.completedAt !== undefined],
    ["only a failed job has an error", (state.error !== undefined) === (state.status === "FAILED")],
    [
      "a job is started unless it is SUBMITTED or never ran",
      state.status !== "IN_PROGRESS" || state.startedAt !== undefined,
    ],
    ["the start never moves", before.startedAt === undefined || state.startedAt === before.startedAt],
    [
      "there is a report exactly when all tasks of a running job are done",
      state.status !== "IN_PROGRESS" || (state.report !== undefined) === state.tasks.every(isDone),
    ],
    ["done is never undone", worksOf(before).every(([name, work]) => !isDone(work) || isDone(workOf(state, name)))],
    [
      "attempts only rise, by claims",
      worksOf(before).every(
        ([name, work]) =>
          (workOf(state, name)?.attempts ?? 0) - work.attempts ===
          (granted && happening.kind === "claimed" && happening.work === name ? 1 : 0),
      ),
    ],
    [
      "every open work of a running job has a time at which the watchdog looks again",
      hasEnded(state) || worksOf(state).every(([, work]) => isDone(work) || Number.isFinite(work.due)),
    ],
    [
      "after a tick no open work of a running job is overdue",
      happening.kind !== "tick" ||
        hasEnded(state) ||
        worksOf(state).every(([, work]) => isDone(work) || work.due > now),
    ],
    [
      "what is sent is open work, each once",
      effects.every(({ send }) => workOf(state, send)?.state === "waiting") &&
        new Set(effects.map(({ send }) => send)).size === effects.length,
    ],
    [
      "only a claim grants, and what it grants is leased",
      !granted || (happening.kind === "claimed" && workOf(state, happening.work)?.state === "leased"),
    ],
    ["the number of tasks stays", before.status === "SUBMITTED" || state.tasks.length === before.tasks.length],
    ["no work has more attempts than it may", worksOf(state).every(([, work]) => work.attempts <= ATTEMPTS_MAX)],
  ];
  return promises.filter(([, holds]) => !holds).map(([promise]) => promise);
}

function worksOf(state: JobState): readonly (readonly [WorkName, Work])[] {
  const tasks = state.tasks.map((work, index) => [index, work] as const);
  return state.report === undefined ? tasks : [...tasks, ["report", state.report]];
}

function workOf(state: JobState, name: WorkName): Work | undefined {
  return name === "report" ? state.report : state.tasks[name];
}

function isDone(work: Work | undefined): boolean {
  return work?.state === "done";
}
