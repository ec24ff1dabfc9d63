/** Cases of one hierarchy through product and reference; what of the answers is wrong, in words. */
import type { Impact } from "../../host/domain/impact.ts";
import { type Decision, decide, type PlainHierarchy } from "../reference/decide.ts";
import { impactOf, QUESTIONS_MAX } from "../reference/impact.ts";
import { findMatch, type Request } from "../reference/matches-statement.ts";
import { readHierarchy } from "../reference/read-hierarchy.ts";
import { answerOf, questionsOf } from "../reference/truth.ts";
import { type Answer, levelName, type Product, policyName, type Question } from "./asking.ts";
import { assignmentsOf, type Effort, LITTLE, MUCH } from "./assignments.ts";
import { documentsOf, type FuzzCase } from "./fuzz-case.ts";
import { isOpen, keysAskedFor, rememberingFinder, stateOf } from "./states.ts";

export interface Checked {
  /** What the product said, and what the reference says; the same unless they disagree or the product is less sure. */
  readonly answer: string;
  readonly expected: string;
  /** Undefined: nothing wrong. */
  readonly wrong: string | undefined;
  /** The product left open what every assignment tried answers alike. */
  readonly isLessSure: boolean;
}

/**
 * Answers that are less sure than the exact one, and hide nothing. That no assignment is allowed now may stay unseen where
 * the proposal takes nothing away: then "unchanged" stands for "denied now". And "newly allowed" is said only where the
 * proposal allows for sure (test/cases/README.md).
 */
const ACCEPTED: Readonly<Record<Impact, readonly Impact[]>> = {
  unchanged: ["undetermined"],
  undetermined: [],
  newlyDenied: ["undetermined"],
  deniedNow: ["undetermined", "unchanged"],
  newlyAllowed: ["undetermined", "unchanged", "deniedNow"],
};

/** All of one mode and with the same hierarchies. */
export function checkCases(product: Product, cases: readonly FuzzCase[]): readonly Checked[] {
  const [first] = cases;
  if (first === undefined) return [];
  const current = readHierarchy(documentsOf(first.current));
  const proposed = first.proposed === undefined ? [] : readHierarchy(documentsOf(first.proposed));
  const keys = keysAskedFor([...current, ...proposed]);
  const questions = cases.map(
    (each): Question => ({ action: each.action, resource: each.resource, keys, stateOf: (key) => stateOf(each, key) }),
  );
  if (first.proposed !== undefined) {
    const impacts = product.judge(documentsOf(first.current), documentsOf(first.proposed), questions);
    return cases.map((each, index) => checkImpact(each, current, proposed, impacts[index] ?? "undetermined"));
  }
  const answers = product.decide(documentsOf(first.current), questions);
  return cases.map((each, index) => {
    const answer = answers[index];
    if (answer === undefined) throw new Error("an answer for each request");
    return first.mode === "known" ? checkKnown(each, current, answer) : checkUnknown(each, current, keys, answer);
  });
}

/** The decision, the statements that made it, and no unknown key. */
function checkKnown(each: FuzzCase, hierarchy: PlainHierarchy, answer: Answer): Checked {
  const [request] = assignmentsOf(each, hierarchy, LITTLE);
  if (request === undefined) throw new Error("a known request is one assignment");
  const decision = decide(hierarchy, request);
  // The statements of what is undetermined nobody has fixed.
  const statements =
    decision === "undetermined" ? answer.matchedStatements : matchedStatements(each, hierarchy, request, decision);
  const expected = describe({ decision, matchedStatements: statements, unknownContextKeys: [] });
  const given = describe(answer);
  return { answer: given, expected, wrong: given === expected ? undefined : "they differ", isLessSure: false };
}

function describe({ decision, matchedStatements: matched, unknownContextKeys }: Answer): string {
  const names = matched.map(({ level, policy, statement, sid = "", effect }) =>
    [level, policy, statement, sid, effect].join(" "),
  );
  return `${decision} [${names.join(", ")}] unknown: [${unknownContextKeys.join(", ")}]`;
}

/** Those of the effect that decided, as they stand: levels from the root, policies as given, statements in order. */
function matchedStatements(each: FuzzCase, hierarchy: PlainHierarchy, request: Request, decision: Decision) {
  const effect = { allowed: "Allow", explicitDeny: "Deny", implicitDeny: undefined, undetermined: undefined }[decision];
  return each.current.flatMap((policies, level) => {
    let at = 0;
    return policies.flatMap(({ Statement }, policy) =>
      Statement.flatMap((_, statement) => {
        const plain = hierarchy[level]?.[at++];
        if (plain === undefined || plain.effect !== effect || findMatch(plain, request) !== true) return [];
        const sid = plain.sid === undefined ? {} : { sid: plain.sid };
        return [{ level: levelName(level), policy: policyName(policy), statement, ...sid, effect: plain.effect }];
      }),
    );
  });
}

/** R6: what is said for sure holds for every assignment; the keys that it is said to hang on are unknown, and asked for. */
function checkUnknown(
  each: FuzzCase,
  hierarchy: PlainHierarchy,
  asked: ReadonlySet<string>,
  { decision, unknownContextKeys }: Answer,
): Checked {
  const expected = commonDecision(each, hierarchy, decision);
  const answer = `${decision} unknown: [${unknownContextKeys.join(", ")}]`;
  const isSure = decision !== "undetermined";
  const strange = unknownContextKeys.filter(
    (key) => !asked.has(key.toLowerCase()) || !isOpen(stateOf(each, key.toLowerCase())),
  );
  let wrong: string | undefined;
  if (isSure && decision !== expected) wrong = "not every assignment is decided so";
  else if (strange.length > 0) wrong = `${strange} are no unknown keys that a statement asks for`;
  else if (isSure && unknownContextKeys.length > 0) wrong = "a sure decision hangs on no unknown key";
  return { answer, expected, wrong, isLessSure: !isSure && expected !== "undetermined" };
}

/** What every assignment is decided as; `undetermined` when they differ, and as soon as one differs from the product's sure answer. */
function commonDecision(each: FuzzCase, hierarchy: PlainHierarchy, answer: Decision): Decision {
  const find = rememberingFinder();
  let common: Decision | undefined = answer === "undetermined" ? undefined : answer;
  for (const request of assignmentsOf(each, hierarchy, LITTLE)) {
    const decision = decide(hierarchy, request, (statement) => answerOf(find(statement, request)));
    common ??= decision;
    if (decision !== common || decision === "undetermined") return "undetermined";
  }
  return common ?? "undetermined";
}

/** R7: the impact, or one that is less sure. */
function checkImpact(each: FuzzCase, current: PlainHierarchy, proposed: PlainHierarchy, answer: Impact): Checked {
  const both = [...current, ...proposed];
  const find = rememberingFinder();
  const impactOfSome = (effort: Effort) => {
    const few = (request: Request) =>
      questionsOf(both.flat().map((plain) => find(plain, request))).length <= QUESTIONS_MAX;
    return impactOf(current, proposed, assignmentsOf(each, both, effort).filter(few), find);
  };
  let expected = impactOfSome(LITTLE);
  // That nothing is allowed now is believed only after a longer search: the product may know of an assignment.
  const saysAllowedNow = answer === "newlyDenied" && (expected === "deniedNow" || expected === "newlyAllowed");
  if (saysAllowedNow) expected = impactOfSome(MUCH);
  const isAccepted = answer === expected || ACCEPTED[expected].includes(answer);
  const wrong = isAccepted ? undefined : `${answer} where trying gives ${expected}`;
  return { answer, expected, wrong, isLessSure: answer !== expected && isAccepted };
}
