/** One statement → its predicates. Everything the grammar takes has a predicate; what AWS does not say is its answer "unknown". */
import type { PatternList, PolicyDocument, Statement } from "../../domain/policy-document.ts";
import { ACTION_KEY, isAllStars, type Pattern, type Predicate } from "../../domain/program.ts";
import { compileCondition } from "./compile-condition.ts";
import { compilePattern, createVariableList } from "./compile-pattern.ts";
import { compileResources } from "./compile-resources.ts";

/** Predicates of the statement; those that every request satisfies are left out. */
export function compileStatement(statement: Statement, version: PolicyDocument["version"]): readonly Predicate[] {
  const action = compileActions(statement.actions);
  const resource = compileResources(statement.resources, statement.effect, version);
  return [
    ...(action === undefined ? [] : [action]),
    ...(resource === undefined ? [] : [resource]),
    ...statement.conditions.map((condition) => compileCondition(condition, version)),
  ];
}

/** Actions take no variables. Undefined when every action satisfies it. */
function compileActions(actions: PatternList): Predicate | undefined {
  const syntax = { wildcards: true, variables: false };
  const variables = createVariableList();
  const patterns = actions.patterns.map((text): Pattern => {
    const pattern = compilePattern(text.toLowerCase(), syntax, variables);
    return hasWildcardService(text) ? { ...pattern, certainty: "contested" } : pattern;
  });
  if (!actions.negated && patterns.some(isAllStars)) return undefined;
  return {
    operator: "action",
    negated: actions.negated,
    set: undefined,
    whenAbsent: "false",
    key: ACTION_KEY,
    patterns,
    variables: [],
  };
}

/** Not documented, but for a lone star (semantics 3.1). */
function hasWildcardService(text: string): boolean {
  const [service = "", ...name] = text.split(":");
  return name.length > 0 && /[*?]/.test(service) && !/^\*+$/.test(service);
}
