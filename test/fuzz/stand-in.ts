/**
 * A product for tests of the fuzzer itself: the reference in the product's place. It is sure only where everything is known. With
 * another `find` it is a product with a fault.
 */
import { ABSENT } from "../../host/domain/key-state.ts";
import { decide, type PlainHierarchy } from "../reference/decide.ts";
import { impactOf } from "../reference/impact.ts";
import { findMatch, type Request } from "../reference/matches-statement.ts";
import { readHierarchy } from "../reference/read-hierarchy.ts";
import { answerOf } from "../reference/truth.ts";
import { type Answer, levelName, type Product, policyName, type Question } from "./asking.ts";
import type { Documents } from "./fuzz-case.ts";
import { isOpen } from "./states.ts";

export function standIn(find = findMatch): Product {
  return {
    decide: (levels, questions) => questions.map((question) => decideOne(levels, question, find)),
    judge(current, proposed, questions) {
      const [now, next] = [readHierarchy(current), readHierarchy(proposed)];
      return questions.map((question) =>
        isKnown(question) ? impactOf(now, next, [requestOf(question)], find) : "undetermined",
      );
    },
  };
}

function decideOne(levels: Documents, question: Question, find: typeof findMatch): Answer {
  const openKeys = [...question.keys].filter((key) => isOpen(question.stateOf(key)));
  if (!isKnown(question)) return { decision: "undetermined", matchedStatements: [], unknownContextKeys: openKeys };
  const request = requestOf(question);
  const decision = decide(readHierarchy(levels), request, (statement) => answerOf(find(statement, request)));
  const effect = { allowed: "Allow", explicitDeny: "Deny", implicitDeny: undefined, undetermined: undefined }[decision];
  const matchedStatements = levels.flatMap((policies, level) =>
    policies.flatMap((document, policy) => {
      const [statements = []]: PlainHierarchy = readHierarchy([[document]]);
      return statements
        .filter((statement) => statement.effect === effect && find(statement, request) === true)
        .map(({ index, sid, effect: own }) => ({
          level: levelName(level),
          policy: policyName(policy),
          statement: index,
          ...(sid === undefined ? {} : { sid }),
          effect: own,
        }));
    }),
  );
  return { decision, matchedStatements, unknownContextKeys: [] };
}

function isKnown({ resource, keys, stateOf }: Question): boolean {
  return resource !== undefined && ![...keys].some((key) => isOpen(stateOf(key)));
}

function requestOf({ action, resource = "*", keys, stateOf }: Question): Request {
  const context = [...keys].flatMap((key): [string, readonly string[]][] => {
    const { values } = stateOf(key) ?? ABSENT;
    return values === undefined ? [] : [[key, values]];
  });
  return { action, resource, context: Object.fromEntries(context) };
}
