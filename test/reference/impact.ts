/**
 * R7 by its definition: decide every assignment of the unknowns, then look at those the current hierarchy allows. What is contested is
 * one more unknown, the same in both hierarchies: AWS has made up its mind, we do not know how. So every world is tried.
 */
import type { Impact } from "../../host/domain/impact.ts";
import type { PlainHierarchy } from "./decide.ts";
import { findMatch, type Request } from "./matches-statement.ts";
import { type Finding, isTrueIn, questionsOf, type World } from "./truth.ts";

/**
 * `assignments`: one request for every combination of values that the unknowns can have. `find`: for who asks much of the same
 * statements and remembers the findings.
 */
export function impactOf(
  current: PlainHierarchy,
  proposed: PlainHierarchy,
  assignments: readonly Request[],
  find = findMatch,
): Impact {
  const outcomes = assignments.flatMap((request) => outcomesOf(current, proposed, request, find));
  const allowedNow = outcomes.filter(({ current }) => current);
  if (allowedNow.length === 0) return outcomes.every(({ proposed }) => proposed) ? "newlyAllowed" : "deniedNow";
  const denied = allowedNow.filter(({ proposed }) => !proposed).length;
  if (denied === 0) return "unchanged";
  return denied === allowedNow.length ? "newlyDenied" : "undetermined";
}

interface Outcome {
  readonly current: boolean;
  readonly proposed: boolean;
}

type Findings = readonly (readonly { readonly effect: "Allow" | "Deny"; readonly finding: Finding }[])[];

function outcomesOf(
  current: PlainHierarchy,
  proposed: PlainHierarchy,
  request: Request,
  find: typeof findMatch,
): readonly Outcome[] {
  const [now, next] = [current, proposed].map((hierarchy): Findings => {
    return hierarchy.map((level) =>
      level.map((statement) => ({ effect: statement.effect, finding: find(statement, request) })),
    );
  });
  if (now === undefined || next === undefined) throw new Error("two hierarchies");
  const questions = questionsOf([...now, ...next].flat().map(({ finding }) => finding));
  return worldsOf(questions).map((world) => ({ current: isAllowed(now, world), proposed: isAllowed(next, world) }));
}

/** R2: every level must allow; any Deny at any level denies. */
function isAllowed(findings: Findings, world: World): boolean {
  const holds = (effect: "Allow" | "Deny") => (level: Findings[number]) =>
    level.some((each) => each.effect === effect && isTrueIn(each.finding, world));
  return !findings.some(holds("Deny")) && findings.every(holds("Allow"));
}

/** Every way to answer the questions. */
function worldsOf(questions: readonly string[]): readonly World[] {
  if (questions.length > QUESTIONS_MAX) throw new Error(`${questions.length} contested questions are too many to try`);
  return Array.from({ length: 2 ** questions.length }, (_, number): World => {
    const yes = new Set(questions.filter((_question, index) => (number >> index) % 2 === 1));
    return (question) => yes.has(question);
  });
}

export const QUESTIONS_MAX = 12;
