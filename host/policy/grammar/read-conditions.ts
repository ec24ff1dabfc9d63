/**
 * The Condition element: operator → condition key → value or values (semantics 3.3). An empty element is legal and
 * asks nothing. Does not know which condition keys exist: AWS accepts keys it does not know.
 */
import type { Node } from "jsonc-parser";
import type { Condition } from "../../domain/policy-document.ts";
import { quote } from "../quote.ts";
import { spellOperator } from "./condition-operators.ts";
import { type Member, readMembers, readTexts } from "./read-json-values.ts";
import type { Reading } from "./reading.ts";

/** One entry for each key under each operator, in written order. */
export function readConditions(reading: Reading, node: Node): readonly Condition[] | undefined {
  const operators = readMembers(reading, node, "`Condition`");
  return operators?.flatMap((operator) => readOperator(reading, operator) ?? []);
}

function readOperator(reading: Reading, { name, key, value }: Member): readonly Condition[] | undefined {
  const spelling = spellOperator(name);
  if (spelling !== name) {
    const help =
      spelling === undefined ? "see the condition operators in the IAM user guide" : `write ${quote(spelling)}`;
    reading.report(key, "unknown-operator", `there is no condition operator ${quote(name)}; ${help}`);
  }
  const keys = readMembers(reading, value, quote(name));
  if (keys === undefined) return undefined;
  if (keys.length === 0)
    reading.report(value, "empty-condition", `${quote(name)} names no condition key; add one or remove the operator`);
  reportKeysInTwoCases(reading, keys, name);
  return keys.flatMap((member) => readCondition(reading, member, name) ?? []);
}

function readCondition(reading: Reading, { name, key, value }: Member, operator: string): Condition | undefined {
  if (!/^[^:]+:./s.test(name)) {
    const message = `${quote(name)} is no condition key; write \`service:key\`, for instance \`aws:PrincipalArn\``;
    reading.report(key, "invalid-condition-key", message);
  }
  const texts = readTexts(reading, value, quote(name), "scalars");
  if (texts === undefined) return undefined;
  return { operator, key: name, values: texts.map(({ text }) => text), position: reading.positionOf(key) };
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
