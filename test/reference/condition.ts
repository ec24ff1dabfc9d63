/**
 * One key under one operator. IAM-MULTI: the key without regard to case; values are OR-ed, under a negated operator NOR-ed;
 * `ForAllValues:` asks it of every value of the request, `ForAnyValue:` of some value. Readings 1 and 2.
 */
import type { Condition } from "../../host/domain/policy-document.ts";
import { isInRange } from "./addresses.ts";
import { matchesArnOperator } from "./arn.ts";
import { equalsBool } from "./booleans.ts";
import { equalsBytes } from "./bytes.ts";
import { comparesDates } from "./dates.ts";
import type { PlainStatement, Request } from "./matches-statement.ts";
import { comparesNumbers } from "./numbers.ts";
import type { Comparison } from "./order.ts";
import { matchesNull } from "./presence.ts";
import { equalsIgnoringCase, equalsText, matchesLike } from "./strings.ts";
import { fillIn, type PatternSymbol } from "./symbols.ts";
import { allOf, anyOf, contested, contestedBetween, type Finding, not } from "./truth.ts";

type Version = PlainStatement["version"];

export function matchesCondition(condition: Condition, version: Version, { context }: Request): Finding {
  const { operator, key } = condition;
  const [, set, base = "", ifExists] = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/.exec(operator) ?? [];
  const given = context[key.toLowerCase()];
  if (base === "Null") return matchesNull(condition, given ?? []);
  const empty = ofNoValues(set, base);
  if (given === undefined) return ifExists !== undefined || empty;
  if (given.length === 0) {
    // IfExists says true of an absent key; whether an empty list is one nobody says.
    return ifExists !== undefined && !empty ? contested("is an empty list absent for IfExists") : empty;
  }
  const ofEach = given.map((value) => matchesBase(condition, base, version, context, value));
  if (set === "ForAllValues") return allOf(ofEach);
  if (set === "ForAnyValue") return anyOf(ofEach);
  const [only = false, ...others] = ofEach;
  return others.length === 0 ? only : ofSeveralValues(ofEach, isNegated(base));
}

/** SIM, alone: no match, of which it does not say what it is under a negated operator. It could also be asked of every value, or of some. */
function ofSeveralValues(ofEach: readonly Finding[], negated: boolean): Finding {
  const isMatch = contested("do several values match every operator without set prefix");
  const isNegatedMatch = contested("do several values match every negated operator without set prefix");
  const byItself = negated ? anyOf([isMatch, isNegatedMatch]) : isMatch;
  return contestedBetween(
    "is an operator without set prefix asked of every value",
    allOf(ofEach),
    contestedBetween("is an operator without set prefix asked of some value", anyOf(ofEach), byItself),
  );
}

/** IAM-OPS: an absent key is false, under a negated operator true; IAM-MULTI: true for ForAllValues, false for ForAnyValue. */
function ofNoValues(set: string | undefined, base: string): boolean {
  if (set === "ForAllValues") return true;
  return set === undefined && isNegated(base);
}

const isNegated = (base: string) => base.includes("Not");

/** The operator without prefix and IfExists, negated or not, of one value of the request. */
function matchesBase(
  { values }: Condition,
  base: string,
  version: Version,
  context: Request["context"],
  given: string,
): Finding {
  const matches = anyOf(values.map((wanted) => matchesValue(base.replace("Not", ""), wanted, version, context, given)));
  return isNegated(base) ? not(matches) : matches;
}

function matchesValue(
  operator: string,
  wanted: string,
  version: Version,
  context: Request["context"],
  given: string,
): Finding {
  const [, family = "", comparison] = /^(Numeric|Date)(.+)$/.exec(operator) ?? [];
  if (family === "Numeric") return comparesNumbers(comparison as Comparison, wanted, given);
  if (family === "Date") return comparesDates(comparison as Comparison, wanted, given);
  switch (operator) {
    case "Bool":
      return equalsBool(wanted, given);
    case "BinaryEquals":
      return equalsBytes(wanted, given);
    case "IpAddress":
      return isInRange(wanted, given);
    default:
      return matchesPattern(operator, fillIn(wanted, version, context), given);
  }
}

/** The operators that take variables; a variable without value matches nothing. */
function matchesPattern(operator: string, pattern: readonly PatternSymbol[] | undefined, given: string): Finding {
  if (pattern === undefined) return false;
  switch (operator) {
    case "StringEquals":
      return equalsText(pattern, given);
    case "StringEqualsIgnoreCase":
      return equalsIgnoringCase(pattern, given);
    case "StringLike":
      return matchesLike(pattern, given);
    case "ArnEquals":
    case "ArnLike":
      return matchesArnOperator(pattern, given);
    default:
      throw new Error(`the reference does not know the operator ${operator}`);
  }
}
