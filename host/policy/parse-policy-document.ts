/**
 * A policy text → what it says, with positions; or everything that keeps it from being a service control policy, at once
 * and in words for its author. Refuses what AWS Organizations refuses (semantics 2), as far as that is known; compiles
 * nothing and judges nothing.
 */
import { parseTree } from "jsonc-parser";
import { type Fault, failure, type Result, success } from "../domain/fault.ts";
import type { PolicyDocument } from "../domain/policy-document.ts";
import { findJsonFaults } from "./find-json-faults.ts";
import { readDocument } from "./grammar/read-document.ts";
import { createReading } from "./grammar/reading.ts";

/** Characters of a service control policy, white space counted, as the SDK and the CLI do (semantics 2, since 2026-05-15). */
export const POLICY_CHARACTERS_MAX = 10_240;

/** UTF-16 units. Past this a text is not even looked into: nobody mends a policy ten times too long by its other faults. */
const READ_LENGTH_MAX = 10 * POLICY_CHARACTERS_MAX;

/** Objects and lists inside each other. The grammar uses six; the rest is room to say what is wrong with a deeper text. */
const NESTING_MAX = 32;

/**
 * Takes the policy text. Faults carry line, column and, where the text is JSON, the JSON pointer, in the order of the
 * text as far as it was read; their codes: `policy-too-long`, `not-json`, `too-deep`, `duplicate-key`, `unknown-element`,
 * `unsupported-element`, `missing-element`, `conflicting-elements`, `wrong-type`, `empty-list`, `empty-condition`,
 * `invalid-version`, `invalid-effect`, `invalid-action`, `invalid-resource`, `invalid-condition-key`,
 * `unknown-operator`, `more-faults`.
 */
export function parsePolicyDocument(text: string): Result<PolicyDocument> {
  const sizeFaults = checkSize(text);
  if (text.length > READ_LENGTH_MAX) return failure(...sizeFaults);
  const jsonFaults = findJsonFaults(text, NESTING_MAX);
  if (jsonFaults.some(({ code }) => code !== "duplicate-key")) return failure(...sizeFaults, ...jsonFaults);

  const root = parseTree(text, [], { disallowComments: true });
  if (root === undefined) throw new Error("text without JSON faults has no JSON tree");
  const reading = createReading(text);
  const document = readDocument(reading, root);
  const faults = [...sizeFaults, ...inOrderOfText([...jsonFaults, ...reading.faults()])];
  if (faults.length > 0) return failure(...faults);
  if (document === undefined) throw new Error("a policy without faults has a document");
  return success(document);
}

/** Code points are counted: the unit is documented as characters. */
function checkSize(text: string): readonly Fault[] {
  if (text.length <= POLICY_CHARACTERS_MAX) return [];
  const characters = text.length > READ_LENGTH_MAX ? text.length : [...text].length;
  if (characters <= POLICY_CHARACTERS_MAX) return [];
  const message = `the policy has ${characters} characters, and a service control policy may have ${POLICY_CHARACTERS_MAX}; shorten it, remove white space or split it`;
  return [{ code: "policy-too-long", message, where: { line: 1, column: 1 } }];
}

/** A fault without a place is about all of them, and comes last. */
function inOrderOfText(faults: readonly Fault[]): readonly Fault[] {
  const END = Number.MAX_SAFE_INTEGER;
  return faults.toSorted(({ where: left }, { where: right }) => {
    return (left?.line ?? END) - (right?.line ?? END) || (left?.column ?? END) - (right?.column ?? END);
  });
}
