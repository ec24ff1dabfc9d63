import { expect, test } from "vitest";
import { createEvaluator } from "../../host/library/workerd.ts";
import { ACCOUNT, conditionOf } from "../library/decide-questions.ts";

test("the entry for Workers decides inside workerd", async () => {
  const evaluator = await createEvaluator();
  const question = conditionOf("NotIpAddress", "aws:SourceIp", ["192.0.2.0/24", "2001:db8::/32"], {
    context: { "aws:SourceIp": "198.51.100.7" },
  });
  expect(evaluator.decide(question)).toEqual({
    decision: "explicitDeny",
    matchedStatements: [{ level: ACCOUNT, policy: "guard", statement: 0, effect: "Deny" }],
    unknownContextKeys: [],
  });
});
