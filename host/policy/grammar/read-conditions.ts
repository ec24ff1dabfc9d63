/**
 * The Condition element: operator → condition key → value or values (semantics 3.3). An empty element is legal and
 * asks nothing. Does not know which condition keys exist: AWS accepts keys it does not know.
 */
import type { Node } from "jsonc-parser";
import type { Condition } from "../../domain/policy-document.ts";
import { quote } from "../quote.ts";
import { findOperator, type Operator } from "./condition-operators.ts";
import { type Member, readMembers } from "./read-json-values.ts";
import { readValues } from "./read-values.ts";
import type { Reading, StatementReading } from "./reading.ts";

/** One entry for each key under each operator, in written order. */
export function readConditions(reading: StatementReading, node: Node): readonly Condition[] | undefined {
  const operators = readMembers(reading, node, "`Condition`");
  return operators?.flatMap((operator) => readOperator(reading, operator) ?? []);
}

function readOperator(reading: StatementReading, { name, key, value }: Member): readonly Condition[] | undefined {
  const operator = findOperator(name);
  if (operator?.name !== name) {
    const help =
      operator === undefined ? "see the condition operators in the IAM user guide" : `write ${quote(operator.name)}`;
    reading.report(key, "unknown-operator", `there is no condition operator ${quote(name)}; ${help}`);
  }
  const keys = readMembers(reading, value, quote(name));
  if (keys === undefined) return undefined;
  if (keys.length === 0)
    reading.report(value, "empty-condition", `${quote(name)} names no condition key; add one or remove the operator`);
  reportKeysInTwoCases(reading, keys, name);
  return keys.flatMap((member) => readCondition(reading, member, name, operator) ?? []);
}

function readCondition(
  reading: StatementReading,
  { name, key, value }: Member,
  written: string,
  operator: Operator | undefined,
): Condition | undefined {
  if (!/^[^:]+:./s.test(name)) {
    const message = `${quote(name)} is no condition key; write \`service:key\`, for instance \`aws:PrincipalArn\``;
    reading.report(key, "invalid-condition-key", message);
  }
  const values = readValues(reading, value, name, operator);
  return values && { operator: written, key: name, values, position: reading.positionOf(key) };
}

/**
 * Keys compare without regard to case, so two spellings name one key, and whether AWS would then ask for both lists or for either
 * is documented nowhere. Guessing could hide a denial.
 */
function reportKeysInTwoCases(reading: Reading, keys: readonly Member[], operator: string): void {
  const spellings = new Map<string, string>();
  for (const { name, key } of keys) {
    const first = spellings.get(name.toLowerCase());
    if (first === undefined) spellings.set(name.toLowerCase(), name);
    else if (first !== name) {
      const message = `${quote(name)} and ${quote(first)} under ${quote(operator)} are the same condition key; put their values in one list`;
      reading.report(key, "duplicate-key", message);
    }
  }
}
