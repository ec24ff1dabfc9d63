/** Happenings played one after the other on a new job, for tests of the machine. */
import type { JobError } from "../../host/domain/job.ts";
import {
  type Effect,
  type Happening,
  type JobState,
  newJobState,
  type Step,
  step,
  type WorkName,
} from "../../host/jobs/job-state.ts";

/** When every job of these tests is submitted, ms. */
export const START = 1_000_000;

export const ERROR: JobError = {
  code: "SERVICE_ERROR",
  message: "a chunk cannot be read; erase its day and start again",
};
export const OTHER_ERROR: JobError = { code: "RESOURCE_NOT_FOUND_ERROR", message: "a chunk is gone; start again" };

export const planned = (tasks: number): Happening => ({ kind: "planned", tasks });
export const claimed = (work: WorkName): Happening => ({ kind: "claimed", work });
export const done = (work: WorkName): Happening => ({ kind: "done", work });
export const failed = (work: WorkName, final = false): Happening => ({ kind: "failed", work, error: ERROR, final });
export const refused: Happening = { kind: "refused", error: ERROR };
export const canceled: Happening = { kind: "canceled" };
export const tick: Happening = { kind: "tick" };

/** A happening, and when, in ms after START. */
export type Played = readonly [Happening, number];

/** The last step. */
export function play(...happenings: readonly Played[]): Step {
  let last: Step = { state: newJobState(), effects: [], granted: false };
  for (const [happening, after] of happenings) last = step(last.state, happening, START + after);
  return last;
}

/** The state after happenings that all come at START. */
export function stateAfter(...happenings: readonly Happening[]): JobState {
  return play(...happenings.map((happening) => [happening, 0] as const)).state;
}

export function sendsOf(effects: readonly Effect[]): readonly WorkName[] {
  return effects.map(({ send }) => send);
}
