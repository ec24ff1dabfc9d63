/** Questions to `evaluator.decide`, to be bent by each test. All invented. */
import type { DecideInput } from "../../host/library/decide-input.ts";

export const ACCOUNT = "210000000032";
export const MILLER = `arn:aws:iam::${ACCOUNT}:role/build/miller`;

export function policyOf(...statements: readonly object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

export const FULL_ACCESS = {
  name: "FullAWSAccess",
  document: policyOf({ Effect: "Allow", Action: "*", Resource: "*" }),
};

/** A Deny of everything, but for what `rest` says, on the account. */
export function questionOf(rest: object, request: Partial<DecideInput["request"]> = {}): DecideInput {
  const guard = { name: "guard", document: policyOf({ Effect: "Deny", Action: "*", Resource: "*", ...rest }) };
  return {
    hierarchy: [
      { id: "r-mill", policies: [FULL_ACCESS] },
      { id: ACCOUNT, policies: [FULL_ACCESS, guard] },
    ],
    request: { principal: MILLER, action: "s3:GetObject", resource: "arn:aws:s3:::oats/may.csv", ...request },
  };
}

/** A Deny of everything under one condition. */
export function conditionOf(
  operator: string,
  key: string,
  value: unknown,
  request: Partial<DecideInput["request"]> = {},
): DecideInput {
  return questionOf({ Condition: { [operator]: { [key]: value } } }, request);
}
