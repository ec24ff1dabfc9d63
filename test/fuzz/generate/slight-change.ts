/** A statement a little narrower, wider, or just beside what it was: one pattern, one condition, one operator is another. */
import type { Random } from "../../events/random.ts";
import type { StatementJson } from "../fuzz-case.ts";
import { randomPattern, randomResourcePattern, randomVariable } from "./random-pattern.ts";
import { familyOfOperator } from "./random-request.ts";
import { type ConditionJson, joinConditions, randomCondition } from "./random-statement.ts";
import { flipCase, nearMiss, withMiddle, withWildcards } from "./texts.ts";
import { ACTION_PATTERNS, type Family } from "./vocabulary.ts";

/** The grammar may refuse what comes out. */
export function slightChange(random: Random, statement: StatementJson): StatementJson {
  switch (random.pick(["actions", "resources", "more", "conditions", "conditions", "conditions", "conditions"])) {
    case "actions":
      return { ...statement, ...changeList(random, statement, "Action") };
    case "resources":
      return { ...statement, ...changeList(random, statement, "Resource") };
    case "more":
      return { ...statement, Condition: joinConditions([...flatten(statement), randomCondition(random)]) };
    default:
      return changeConditions(random, statement);
  }
}

function changeList(random: Random, statement: StatementJson, name: "Action" | "Resource"): Partial<StatementJson> {
  const element = statement[name] === undefined ? (`Not${name}` as const) : name;
  const make = () => (name === "Action" ? random.pick(ACTION_PATTERNS) : randomResourcePattern(random));
  const change = (text: string) => (random.chance(0.3) ? "*" : changeText(random, text));
  return { [element]: changeValues(random, statement[element] ?? [], make, change) };
}

/** One more, one less, or one that is another. */
function changeValues(
  random: Random,
  values: readonly string[],
  make: () => string,
  change: (value: string) => string,
): readonly string[] {
  const at = random.below(values.length);
  const kind = random.below(4);
  if (kind === 0) return [...values, make()];
  if (kind === 1 && values.length > 1) return values.toSpliced(at, 1);
  return values.toSpliced(at, 1, change(values[at] ?? ""));
}

function flatten({ Condition = {} }: StatementJson): readonly ConditionJson[] {
  return Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values })),
  );
}

/** One condition less, of other values, of another operator, or of both. */
function changeConditions(random: Random, statement: StatementJson): StatementJson {
  const conditions = flatten(statement);
  if (conditions.length === 0) return statement;
  const at = random.below(conditions.length);
  const changed = conditions.flatMap((condition, index) => {
    if (index !== at) return [condition];
    if (conditions.length > 1 && random.chance(0.15)) return [];
    const operator = random.chance(0.45) ? changeOperator(random, condition.operator) : condition.operator;
    if (operator !== condition.operator && random.chance(0.5)) return [{ ...condition, operator }];
    const family = familyOfOperator(condition.operator) ?? "string";
    const make = () => randomPattern(random, family);
    return [
      { ...condition, operator, values: changeValues(random, condition.values, make, changeValue(random, family)) },
    ];
  });
  return { ...statement, Condition: joinConditions(changed) };
}

function changeValue(random: Random, family: Family): (value: string) => string {
  const isText = family === "string" || family === "arn";
  return (value) => (isText ? changeText(random, value) : randomPattern(random, family));
}

/** A wildcard for another, a variable for another, a wildcard for a variable, or any small change. */
function changeText(random: Random, text: string): string {
  switch (random.below(7)) {
    case 0:
      return text.replace(/[?]/, "*");
    case 1:
      return text.replace(/[*](?!\})/, random.pick(["?", "", "a"]));
    case 2:
      return text.replace(/\$\{[^}]*\}/, random.pick(["*", "?", randomVariable(random), randomVariable(random)]));
    case 3:
      return text.includes("${")
        ? withWildcards(random, text.replace(/\$\{[^}]*\}/, "red"))
        : withWildcards(random, text);
    case 4:
      return flipCase(text);
    case 5:
      return text.includes("${") ? `${text}*` : nearMiss(random, text);
    default:
      return withMiddle(random, text.replace(/\$\{[^}]*\}/, ""), randomVariable(random));
  }
}

const OPERATOR_CHANGES: readonly (readonly [RegExp, string])[] = [
  [/IfExists$/, ""],
  [/(?<!Null|IfExists)$/, "IfExists"],
  [/^For\w+:/, ""],
  [/^ForAllValues:/, "ForAnyValue:"],
  [/StringEquals(?=IfExists|$)/, "StringLike"],
  [/StringEquals(?=IfExists|$)/, "StringEqualsIgnoreCase"],
  [/StringEqualsIgnoreCase/, "StringEquals"],
  [/StringLike/, "StringEquals"],
  [/ThanEquals/, "Than"],
  [/Than(?=IfExists|$)/, "ThanEquals"],
  [/(?:LessThan|GreaterThan)(?:Equals)?/, "Equals"],
  [/Less/, "Greater"],
  [/Not(?!Ip)/, ""],
  [/^NotIp/, "Ip"],
  [/StringLike/, "StringNotLike"],
  [/ArnEquals/, "ArnLike"],
];

function changeOperator(random: Random, operator: string): string {
  const fitting = OPERATOR_CHANGES.filter(([before]) => before.test(operator));
  if (fitting.length === 0) return operator;
  const [before, after] = random.pick(fitting);
  return operator.replace(before, after);
}
