/** Faults in the order of the text they speak of. */
import type { Fault } from "../domain/fault.ts";

/** Of faults at one place the order stays. A fault without a place is about all of them, and comes last. */
export function inOrderOfText(faults: readonly Fault[]): readonly Fault[] {
  const END = Number.MAX_SAFE_INTEGER;
  return faults.toSorted(({ where: left }, { where: right }) => {
    return (left?.line ?? END) - (right?.line ?? END) || (left?.column ?? END) - (right?.column ?? END);
  });
}
