/** One key under one operator of a Condition → its predicate (semantics 3.3). */
import type { Condition, PolicyDocument } from "../../domain/policy-document.ts";
import type { OperatorName, Predicate } from "../../domain/program.ts";
import { compilePattern, createVariableList, literalPattern } from "./compile-pattern.ts";

interface BaseOperator {
  readonly operator: OperatorName;
  readonly negated?: true;
  readonly wildcards?: true;
  readonly variables?: true;
}

const TEXT = { variables: true } as const;
const GLOB = { variables: true, wildcards: true } as const;
const NOT = { negated: true } as const;

/** Every base operator but Null, without set prefix and IfExists. */
const BASE_OPERATORS: Readonly<Record<string, BaseOperator>> = {
  StringEquals: { operator: "stringEquals", ...TEXT },
  StringNotEquals: { operator: "stringEquals", ...TEXT, ...NOT },
  StringEqualsIgnoreCase: { operator: "stringEqualsIgnoreCase", ...TEXT },
  StringNotEqualsIgnoreCase: { operator: "stringEqualsIgnoreCase", ...TEXT, ...NOT },
  StringLike: { operator: "stringLike", ...GLOB },
  StringNotLike: { operator: "stringLike", ...GLOB, ...NOT },
  ArnEquals: { operator: "arnLike", ...GLOB },
  ArnLike: { operator: "arnLike", ...GLOB },
  ArnNotEquals: { operator: "arnLike", ...GLOB, ...NOT },
  ArnNotLike: { operator: "arnLike", ...GLOB, ...NOT },
  Bool: { operator: "bool" },
  NumericEquals: { operator: "numericEquals" },
  NumericNotEquals: { operator: "numericEquals", ...NOT },
  NumericLessThan: { operator: "numericLessThan" },
  NumericLessThanEquals: { operator: "numericLessThanEquals" },
  NumericGreaterThan: { operator: "numericGreaterThan" },
  NumericGreaterThanEquals: { operator: "numericGreaterThanEquals" },
  DateEquals: { operator: "dateEquals" },
  DateNotEquals: { operator: "dateEquals", ...NOT },
  DateLessThan: { operator: "dateLessThan" },
  DateLessThanEquals: { operator: "dateLessThanEquals" },
  DateGreaterThan: { operator: "dateGreaterThan" },
  DateGreaterThanEquals: { operator: "dateGreaterThanEquals" },
  BinaryEquals: { operator: "binaryEquals" },
  IpAddress: { operator: "ipAddress" },
  NotIpAddress: { operator: "ipAddress", ...NOT },
};

/** Takes a condition that the grammar took. */
export function compileCondition(condition: Condition, version: PolicyDocument["version"]): Predicate {
  const key = condition.key.toLowerCase();
  const [, prefix, base = "", ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(condition.operator) ?? [];
  if (base === "Null") return compileNull(condition, key, prefix === undefined);
  const operator = BASE_OPERATORS[base];
  if (operator === undefined) throw new Error(`no operator ${condition.operator}: the grammar refuses it`);
  const set = prefix === "ForAllValues" ? "forAllValues" : prefix === "ForAnyValue" ? "forAnyValue" : undefined;
  const negated = operator.negated === true;
  // IfExists wins over everything, ForAllValues is true and ForAnyValue false for an empty set.
  const isTrue = ifExists !== undefined || set === "forAllValues" || (set !== "forAnyValue" && negated);
  const variables = createVariableList();
  const isCurrent = version === "2012-10-17";
  const syntax = { wildcards: operator.wildcards === true, variables: operator.variables === true && isCurrent };
  const shape = { operator: operator.operator, negated, set, whenAbsent: isTrue ? "true" : "false", key } as const;
  // Whether Bool takes variables AWS says both ways (semantics 3.3).
  const hasBoolVariable = base === "Bool" && isCurrent && condition.values.some((text) => text.includes("${"));
  const patterns = condition.values.map((text) => {
    const pattern = compilePattern(text, syntax, variables);
    return hasBoolVariable && text.includes("${") ? ({ ...pattern, certainty: "opaque" } as const) : pattern;
  });
  return {
    ...shape,
    patterns,
    variables: variables.all,
    ...(hasBoolVariable ? { notUnderstood: "AWS does not document whether Bool takes policy variables" } : {}),
  };
}

/**
 * Null has no missing key of its own: absence is its question. The core knows the spellings `true` and `false` only. What Null
 * means with a set prefix is not documented, so `plain` must hold for an answer.
 */
function compileNull(condition: Condition, key: string, plain: boolean): Predicate {
  const patterns = condition.values.map((text) => literalPattern(text.toLowerCase()));
  const shape = { negated: false, set: undefined, key, patterns, variables: [] } as const;
  if (plain) return { ...shape, operator: "null", whenAbsent: "false" };
  const notUnderstood = `operator ${condition.operator} has no documented meaning`;
  return { ...shape, operator: "undocumented", whenAbsent: "unknown", notUnderstood };
}
