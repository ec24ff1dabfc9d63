/** Faults of one text, of which only so many are kept: a hostile text can have millions, and an author mends a few at a time. */
import type { Fault } from "./fault.ts";

/** More than a person mends in one go. */
const FAULTS_MAX = 100;

export interface BoundedFaults {
  /** Takes what makes the fault: past the limit faults are counted and not made, and finding their place costs nothing. */
  add(makeFault: () => Fault): void;
  /** Was one not kept? Then looking for more is in vain. */
  isFull(): boolean;
  /** In the order they were added; when some were not kept, a last fault `more-faults` says how many. */
  all(): readonly Fault[];
}

export function createBoundedFaults(): BoundedFaults {
  const kept: Fault[] = [];
  let more = 0;
  return {
    add(makeFault) {
      if (kept.length < FAULTS_MAX) kept.push(makeFault());
      else more++;
    },
    isFull: () => more > 0,
    all: () => (more === 0 ? kept : [...kept, { code: "more-faults", message: `and ${more} more; mend these first` }]),
  };
}
