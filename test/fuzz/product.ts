/** The product as the fuzzer asks it: the only file of this folder that knows how. */
import { decideRequests } from "../../host/evaluation/deciding/decide-requests.ts";
import type { Core } from "../../host/wasm/core.ts";
import { judgeRequests } from "../differential/judge-request.ts";
import { levelName, type Product, policyName } from "./asking.ts";

export function productOf(core: Core): Product {
  return {
    decide(levels, questions) {
      const hierarchy = levels.map((policies, level) => ({
        id: levelName(level),
        policies: policies.map((document, index) => ({ id: policyName(index), name: policyName(index), document })),
      }));
      const answers = decideRequests(core, hierarchy, questions);
      if (!answers.ok) throw new Error(answers.faults.map(({ message }) => message).join("; "));
      return answers.value;
    },
    judge(current, proposed, questions) {
      const requests = questions.map(({ action, resource, stateOf, keys }) => ({
        action,
        resource,
        keys: new Map([...keys].map((key) => [key, stateOf(key)] as const)),
      }));
      return judgeRequests(core, current, proposed, requests);
    },
  };
}
