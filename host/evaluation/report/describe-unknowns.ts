/** What the records did not show, with how many verdicts each left undetermined: what a user can supply for a firmer answer. */
import { compareCodePoints } from "../../domain/compare-code-points.ts";
import { ACTION_KEY, RESOURCE_KEY } from "../../domain/program.ts";
import type { Coverage } from "../../domain/report.ts";
import type { MergedResult } from "./merge-results.ts";

/** Entries of each list, those that left most open first. */
const LISTED_MAX = 100;

export function describeUnknowns({
  unmapped,
  findings,
}: Pick<MergedResult, "unmapped" | "findings">): Pick<Coverage, "unmapped" | "unknownResources" | "unknownKeys"> {
  const resources = new Map<string, number>();
  const keys = new Map<string, number>();
  for (const { impact, action, unknown, events } of findings) {
    if (impact !== "undetermined") continue;
    for (const name of unknown) {
      if (name === RESOURCE_KEY) add(resources, action, events);
      else if (name !== ACTION_KEY) add(keys, name, events);
    }
  }
  return {
    unmapped: [...unmapped]
      .sort((left, right) => right.events - left.events || compareCodePoints(left.operation, right.operation))
      .slice(0, LISTED_MAX),
    unknownResources: listed(resources).map(([action, undetermined]) => ({ action, undetermined })),
    unknownKeys: listed(keys).map(([key, undetermined]) => ({ key, undetermined })),
  };
}

function add(sums: Map<string, number>, name: string, events: number): void {
  sums.set(name, (sums.get(name) ?? 0) + events);
}

function listed(sums: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...sums]
    .sort(([left, most], [right, more]) => more - most || compareCodePoints(left, right))
    .slice(0, LISTED_MAX);
}
