/** R2 and R7 by their definitions: decide every assignment of the unknowns, then look at those the current hierarchy allows. */
import type { Impact } from "../../host/domain/impact.ts";
import type { Statement } from "../../host/domain/policy-document.ts";
import { matchesStatement, type Request } from "./matches-statement.ts";

/** Levels from the root, each with the statements of all its policies. */
export type PlainHierarchy = readonly (readonly Statement[])[];

/** Every level must allow; any explicit deny at any level denies (R2). */
export function isAllowed(hierarchy: PlainHierarchy, request: Request): boolean {
  return (
    !hierarchy.flat().some((statement) => statement.effect === "Deny" && matchesStatement(statement, request)) &&
    hierarchy.every((level) =>
      level.some((statement) => statement.effect === "Allow" && matchesStatement(statement, request)),
    )
  );
}

/** `assignments`: one request for every combination of values that the unknowns can have. */
export function impactOf(current: PlainHierarchy, proposed: PlainHierarchy, assignments: readonly Request[]): Impact {
  const allowedNow = assignments.filter((request) => isAllowed(current, request));
  if (allowedNow.length === 0)
    return assignments.every((request) => isAllowed(proposed, request)) ? "newlyAllowed" : "deniedNow";
  const denied = allowedNow.filter((request) => !isAllowed(proposed, request)).length;
  if (denied === 0) return "unchanged";
  return denied === allowedNow.length ? "newlyDenied" : "undetermined";
}
