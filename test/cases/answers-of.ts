/** What the product answers to a case, on every way it has to answer: as an impact, and where that is asked as a decision. */
import { UNKNOWN } from "../../host/domain/key-state.ts";
import type { Hierarchy } from "../../host/domain/organization.ts";
import { decideRequests } from "../../host/evaluation/deciding/decide-requests.ts";
import type { MatchedStatement } from "../../host/evaluation/deciding/explain-decision.ts";
import type { Core } from "../../host/wasm/core.ts";
import { type Documents, judgeRequest } from "../differential/judge-request.ts";
import type { Deciding, Expected } from "./expected.ts";
import type { Case } from "./read-cases.ts";

/** As much as the case expects an answer to, in the form in which it expects it. */
export function answersOf(core: Core, each: Case): Expected {
  const { current, proposed, action, resource, keys, expected } = each;
  const impact = judgeRequest(core, current, proposed, { action, resource, keys });
  if (expected.decision === undefined) return { impact };
  const stateOf = (key: string) => keys.get(key.toLowerCase()) ?? UNKNOWN;
  const decided = decideRequests(core, hierarchyOf(proposed), [{ action, resource, stateOf }]);
  const [answer] = decided.ok ? decided.value : [];
  if (answer === undefined) throw new Error("no answer");
  const { decision, matchedStatements, unknownContextKeys } = answer;
  return {
    impact,
    decision,
    ...(expected.decidedBy === undefined ? {} : { decidedBy: placeOf(matchedStatements[0], expected.decidedBy) }),
    ...(expected.unknown === undefined ? {} : { unknown: unknownContextKeys.map((key) => key.toLowerCase()).sort() }),
  };
}

/** Levels and policies are called by their place. */
function hierarchyOf(documents: Documents): Hierarchy {
  return documents.map((policies, level) => ({
    id: String(level),
    policies: policies.map((document, index) => ({ id: String(index), name: String(index), document })),
  }));
}

function placeOf(matched: MatchedStatement | undefined, expected: Deciding): Deciding {
  return {
    level: Number(matched?.level),
    ...(expected.policy === undefined ? {} : { policy: Number(matched?.policy) }),
    ...(expected.statement === undefined ? {} : { statement: matched?.statement ?? Number.NaN }),
    ...(expected.sid === undefined ? {} : { sid: matched?.sid ?? "" }),
  };
}
