/** One statement against one request of which everything is known, two-valued, by the text of semantics 3. */
import type { Condition, Statement } from "../../host/domain/policy-document.ts";
import { matchesArn, matchesResource } from "./arn.ts";
import { matchesWildcard } from "./wildcard.ts";

/** A key that is missing from `context` is absent. Keys in lower case. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string>>;
}

export function matchesStatement(statement: Statement, request: Request): boolean {
  const action = statement.actions.patterns.some((pattern) =>
    matchesWildcard(pattern.toLowerCase(), request.action.toLowerCase()),
  );
  const resource = statement.resources.patterns.some((pattern) => matchesResource(pattern, request.resource));
  return (
    action !== statement.actions.negated &&
    resource !== statement.resources.negated &&
    statement.conditions.every((condition) => matchesCondition(condition, request))
  );
}

function matchesCondition({ operator, key, values }: Condition, { context }: Request): boolean {
  const value = context[key.toLowerCase()];
  if (operator === "Null") return values.some((wanted) => (wanted === "true") === (value === undefined));
  const ifExists = operator.endsWith("IfExists");
  const name = operator.replace(/IfExists$/, "");
  const negated = name.includes("Not");
  if (value === undefined) return ifExists || negated;
  const base = name.replace("Not", "");
  return values.some((wanted) => matchesValue(base, wanted, value)) !== negated;
}

function matchesValue(base: string, wanted: string, value: string): boolean {
  switch (base) {
    case "StringEquals":
      return wanted === value;
    case "StringEqualsIgnoreCase":
    case "Bool":
      return wanted.toLowerCase() === value.toLowerCase();
    case "StringLike":
      return matchesWildcard(wanted, value);
    case "ArnEquals":
    case "ArnLike":
      return matchesArn(wanted, value);
    default:
      throw new Error(`the reference does not know the operator ${base}`);
  }
}
