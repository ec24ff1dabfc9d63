/**
 * A policy as far as it can be read, each text with its place: what warnings are given about. Of a faulty policy it leaves
 * out what cannot be read, and reports nothing: that is the grammar's part.
 */
import type { Node } from "jsonc-parser";
import { findOperator, type Operator } from "../grammar/condition-operators.ts";
import { readElements } from "../grammar/read-elements.ts";
import { type Member, readMembers, readTexts, type Text } from "../grammar/read-json-values.ts";
import type { Reading } from "../grammar/reading.ts";

export interface LocatedPolicy {
  readonly root: Node;
  readonly hasVersion: boolean;
  /** Has its Version policy variables? */
  readonly hasVariables: boolean;
  readonly statements: readonly LocatedStatement[];
}

export interface LocatedStatement {
  /** Undefined when the statement has neither. */
  readonly actions: LocatedPatterns | undefined;
  readonly resources: LocatedPatterns | undefined;
  readonly conditions: readonly LocatedCondition[];
}

export interface LocatedPatterns {
  readonly element: "Action" | "NotAction" | "Resource" | "NotResource";
  readonly texts: readonly Text[];
}

export interface LocatedCondition {
  readonly operator: Operator;
  readonly key: string;
  readonly keyNode: Node;
  readonly values: readonly Text[];
}

const STATEMENT_ELEMENTS = ["Action", "NotAction", "Resource", "NotResource", "Condition"] as const;
type Elements = ReadonlyMap<string, Member>;

/** Takes the JSON tree of `text`. */
export function locatePolicy(text: string, root: Node): LocatedPolicy {
  const reading: Reading = {
    text,
    positionOf: ({ offset }) => ({ offset, line: 1, column: 1 }),
    report: () => {},
    isFull: () => false,
    faults: () => [],
  };
  const elements = readElements(reading, root, "", ["Version", "Statement"]);
  const version = elements?.get("Version");
  const statement = elements?.get("Statement")?.value;
  const nodes = statement?.type === "array" ? (statement.children ?? []) : statement === undefined ? [] : [statement];
  return {
    root,
    hasVersion: version !== undefined,
    hasVariables: version !== undefined && version.value.value !== "2008-10-17",
    statements: nodes.map((node) => locateStatement(reading, node)),
  };
}

function locateStatement(reading: Reading, node: Node): LocatedStatement {
  const elements: Elements = readElements(reading, node, "", STATEMENT_ELEMENTS) ?? new Map();
  const condition = elements.get("Condition");
  return {
    actions: locatePatterns(reading, elements, "Action") ?? locatePatterns(reading, elements, "NotAction"),
    resources: locatePatterns(reading, elements, "Resource") ?? locatePatterns(reading, elements, "NotResource"),
    conditions: condition === undefined ? [] : locateConditions(reading, condition.value),
  };
}

function locatePatterns(
  reading: Reading,
  elements: Elements,
  element: LocatedPatterns["element"],
): LocatedPatterns | undefined {
  const member = elements.get(element);
  if (member === undefined) return undefined;
  const texts: Text[] = [];
  readTexts(reading, member.value, "", "texts", (text) => texts.push(text));
  return { element, texts };
}

function locateConditions(reading: Reading, node: Node): readonly LocatedCondition[] {
  return (readMembers(reading, node, "") ?? []).flatMap(({ name, value }) => {
    const operator = findOperator(name);
    if (operator === undefined) return [];
    return (readMembers(reading, value, "") ?? []).map((member) => {
      const values: Text[] = [];
      readTexts(reading, member.value, "", "scalars", (text) => values.push(text));
      return { operator, key: member.name, keyNode: member.key, values };
    });
  });
}
