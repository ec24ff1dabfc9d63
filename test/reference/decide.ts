/** ORG-EVAL: every level from the root must allow, one Deny anywhere denies. Reading 14 for what is contested. */
import { matchesStatement, type PlainStatement, type Request } from "./matches-statement.ts";

/** Levels from the root, each with the statements of all its policies. */
export type PlainHierarchy = readonly (readonly PlainStatement[])[];

export type Decision = "allowed" | "explicitDeny" | "implicitDeny" | "undetermined";

/** `matches`: for who asks much of the same statements and remembers the answers. */
export function decide(hierarchy: PlainHierarchy, request: Request, matches = matchesStatement): Decision {
  const answersOf = (level: readonly PlainStatement[], effect: "Allow" | "Deny") =>
    level.filter((each) => each.effect === effect).map((statement) => matches(statement, request));
  const denies = answersOf(hierarchy.flat(), "Deny");
  const allows = hierarchy.map((level) => answersOf(level, "Allow"));
  if (denies.includes(true)) return "explicitDeny";
  if (denies.includes("contested")) return "undetermined";
  if (allows.some((answers) => answers.every((answer) => answer === false))) return "implicitDeny";
  return allows.every((answers) => answers.includes(true)) ? "allowed" : "undetermined";
}
