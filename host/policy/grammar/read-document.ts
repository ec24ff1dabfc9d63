/** The outermost object of a service control policy: Version, Statement, Id. */
import type { Node } from "jsonc-parser";
import type { PolicyDocument, Statement } from "../../domain/policy-document.ts";
import { quote } from "../quote.ts";
import { readElements } from "./read-elements.ts";
import { readText } from "./read-json-values.ts";
import { readStatement } from "./read-statement.ts";
import type { Reading, StatementReading } from "./reading.ts";

/**
 * Semantics 2: whether AWS takes an Id in a service control policy is not known. It says nothing about any call, so it is taken.
 */
const ELEMENTS = ["Version", "Id", "Statement"] as const;

/** Undefined when a fault was reported that leaves the document incomplete. */
export function readDocument(reading: Reading, root: Node): PolicyDocument | undefined {
  const elements = readElements(reading, root, "the policy", ELEMENTS);
  if (elements === undefined) return undefined;
  const id = elements.get("Id");
  if (id !== undefined) readText(reading, id.value, "`Id`");
  const version = readVersion(reading, elements.get("Version")?.value);
  const statement = elements.get("Statement");
  if (statement === undefined) {
    reading.report(root, "missing-element", "the policy has no `Statement`; add one statement or a list of them");
    return undefined;
  }
  // Who wrote a Version that does not exist meant the one with variables.
  const statementReading = { ...reading, hasVariables: version !== "2008-10-17", sids: new Map() };
  const statements = readStatements(statementReading, statement.value);
  return version === undefined || statements === undefined ? undefined : { version, statements };
}

/** A missing Version means 2008-10-17, in which policy variables are plain text (semantics 3.4). */
function readVersion(reading: Reading, node: Node | undefined): PolicyDocument["version"] | undefined {
  if (node === undefined) return "2008-10-17";
  const text = readText(reading, node, "`Version`");
  if (text === undefined || text === "2012-10-17" || text === "2008-10-17") return text;
  const message = `${quote(text)} is no version of the policy language; write \`2012-10-17\` (a policy has no version of its own)`;
  reading.report(node, "invalid-version", message);
  return undefined;
}

function readStatements(reading: StatementReading, node: Node): readonly Statement[] | undefined {
  if (node.type !== "array") {
    const statement = readStatement(reading, node, 0);
    return statement && [statement];
  }
  const nodes = node.children ?? [];
  if (nodes.length === 0)
    reading.report(node, "empty-list", "`Statement` is an empty list; give at least one statement");
  const statements = nodes.flatMap((entry, index) => readStatement(reading, entry, index) ?? []);
  return statements.length === nodes.length ? statements : undefined;
}
