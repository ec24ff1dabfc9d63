/**
 * One statement → its predicates. What the core does not evaluate becomes a predicate that says so: its answer stays
 * unknown for present values, never a silent yes or no (issue B completes the language).
 */
import type { Condition, PolicyDocument, Statement } from "../domain/policy-document.ts";
import { ACTION_KEY, type OperatorName, type Pattern, type Predicate, RESOURCE_KEY } from "../domain/program.ts";

/** Base operators the core evaluates, without `Not`, `IfExists` and set prefix (semantics 3.3). */
const EVALUATED: Readonly<Record<string, { readonly operator: OperatorName; readonly negated: boolean }>> = {
  StringEquals: { operator: "stringEquals", negated: false },
  StringNotEquals: { operator: "stringEquals", negated: true },
  StringEqualsIgnoreCase: { operator: "stringEqualsIgnoreCase", negated: false },
  StringNotEqualsIgnoreCase: { operator: "stringEqualsIgnoreCase", negated: true },
  StringLike: { operator: "stringLike", negated: false },
  StringNotLike: { operator: "stringLike", negated: true },
  ArnEquals: { operator: "arnLike", negated: false },
  ArnLike: { operator: "arnLike", negated: false },
  ArnNotEquals: { operator: "arnLike", negated: true },
  ArnNotLike: { operator: "arnLike", negated: true },
  Bool: { operator: "bool", negated: false },
};

/** Predicates of the statement; those that every request satisfies are left out. */
export function compileStatement(statement: Statement, version: PolicyDocument["version"]): readonly Predicate[] {
  const predicates: Predicate[] = [];
  const { actions, resources } = statement;
  if (actions.negated || !actions.patterns.some(isAllStars)) {
    predicates.push({
      operator: "action",
      negated: actions.negated,
      whenAbsent: "false",
      key: ACTION_KEY,
      patterns: actions.patterns.map((text) => ({ text: text.toLowerCase(), opaque: false })),
    });
  }
  if (resources.negated || !resources.patterns.some(isAllStars)) {
    const patterns = resources.patterns.map((text) => toPattern(text, version));
    predicates.push({
      operator: statement.effect === "Deny" ? "resourceAny" : "resourceAll",
      negated: resources.negated,
      whenAbsent: "false",
      key: RESOURCE_KEY,
      patterns,
      ...variableNote(patterns),
    });
  }
  for (const condition of statement.conditions) predicates.push(compileCondition(condition, version));
  return predicates;
}

function compileCondition(condition: Condition, version: PolicyDocument["version"]): Predicate {
  const key = condition.key.toLowerCase();
  const [, set, base = "", ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(condition.operator) ?? [];
  if (base === "Null") return compileNull(condition, key, set === undefined && ifExists === undefined);
  const negated = /Not/.test(base);
  // Semantics 3.3: IfExists wins over everything, ForAllValues is true and ForAnyValue false for an empty set.
  const isTrue = ifExists !== undefined || set === "ForAllValues" || (set !== "ForAnyValue" && negated);
  const whenAbsent = isTrue ? "true" : "false";
  const evaluated = set === undefined ? EVALUATED[base] : undefined;
  // Whether Bool takes variables AWS says both ways (semantics 3.3), and of other values it says nothing.
  const odd = base === "Bool" ? condition.values.filter((text) => !/^(?:true|false)$/i.test(text)) : [];
  if (evaluated === undefined || odd.length > 0) {
    const patterns = condition.values.map((text) => ({ text, opaque: false }));
    const notUnderstood =
      evaluated === undefined
        ? `operator ${condition.operator} is not evaluated yet`
        : `Bool takes "true" or "false"; ${quoteAll(odd)} is neither`;
    return { operator: "unsupported", negated, whenAbsent, key, patterns, notUnderstood };
  }
  const patterns = condition.values.map((text) => toPattern(text, version));
  return { operator: evaluated.operator, negated, whenAbsent, key, patterns, ...variableNote(patterns) };
}

/**
 * Null has no missing key of its own: absence is its question. The core knows the spellings `true` and `false` only. What Null
 * means with a set prefix or IfExists is not documented (semantics 3.3), so `plain` must hold for an answer.
 */
function compileNull(condition: Condition, key: string, plain: boolean): Predicate {
  const patterns = condition.values.map((text) => ({ text: text.toLowerCase(), opaque: false }));
  const understood = plain && patterns.every(({ text }) => text === "true" || text === "false");
  if (understood) return { operator: "null", negated: false, whenAbsent: "false", key, patterns };
  const notUnderstood = plain
    ? `Null takes "true" or "false"; ${quoteAll(condition.values)} is neither`
    : `operator ${condition.operator} has no documented meaning`;
  return { operator: "unsupported", negated: false, whenAbsent: "unknown", key, patterns, notUnderstood };
}

function quoteAll(values: readonly string[]): string {
  return values.map((value) => `\`${value}\``).join(", ");
}

/** Variables exist only under Version 2012-10-17; before, `${…}` is literal text (semantics 3.4). */
function toPattern(text: string, version: PolicyDocument["version"]): Pattern {
  return { text, opaque: version === "2012-10-17" && text.includes("${") };
}

function variableNote(patterns: readonly Pattern[]): { notUnderstood?: string } {
  const variable = patterns.find(({ opaque }) => opaque);
  return variable === undefined
    ? {}
    : { notUnderstood: `policy variable in \`${variable.text}\` is not evaluated yet` };
}

function isAllStars(pattern: string): boolean {
  return /^\*+$/.test(pattern);
}
