/**
 * A policy text → its JSON tree, its document and its faults, for those who ask about the text beyond what the document says.
 * Bounded for every text: past a limit of length nothing is read, past a depth no tree is built.
 */
import { type Node, parseTree } from "jsonc-parser";
import type { Fault } from "../domain/fault.ts";
import type { PolicyDocument } from "../domain/policy-document.ts";
import { findJsonFaults } from "./find-json-faults.ts";
import { readDocument } from "./grammar/read-document.ts";
import { createReading } from "./grammar/reading.ts";
import { inOrderOfText } from "./in-order-of-text.ts";

/** Characters of a service control policy, white space counted, as the SDK and the CLI do (semantics 2, since 2026-05-15). */
const POLICY_CHARACTERS_MAX = 10_240;

/** UTF-16 units. Past this a text is not even looked into: nobody mends a policy ten times too long by its other faults. */
const READ_LENGTH_MAX = 10 * POLICY_CHARACTERS_MAX;

/** Objects and lists inside each other. The grammar uses six; the rest is room to say what is wrong with a deeper text. */
const NESTING_MAX = 32;

export interface PolicyText {
  /** Everything that keeps the text from being a service control policy, in the order of the text. */
  readonly faults: readonly Fault[];
  /** The JSON; undefined when the text is none, or was not looked into. */
  readonly root: Node | undefined;
  /** Undefined when a fault leaves it incomplete; with lesser faults it is there and not to be used. */
  readonly document: PolicyDocument | undefined;
}

export function readPolicyText(text: string): PolicyText {
  const sizeFaults = checkSize(text);
  if (text.length > READ_LENGTH_MAX) return { faults: sizeFaults, root: undefined, document: undefined };
  const jsonFaults = findJsonFaults(text, NESTING_MAX);
  if (jsonFaults.some(({ code }) => code !== "duplicate-key"))
    return { faults: [...sizeFaults, ...jsonFaults], root: undefined, document: undefined };

  const root = parseTree(text, [], { disallowComments: true });
  if (root === undefined) throw new Error("text without JSON faults has no JSON tree");
  const reading = createReading(text);
  const document = readDocument(reading, root);
  return { faults: [...sizeFaults, ...inOrderOfText([...jsonFaults, ...reading.faults()])], root, document };
}

function checkSize(text: string): readonly Fault[] {
  if (text.length <= POLICY_CHARACTERS_MAX) return [];
  const characters = text.length > READ_LENGTH_MAX ? text.length : countCharacters(text);
  if (characters <= POLICY_CHARACTERS_MAX) return [];
  const message = `the policy has ${characters} characters, and a service control policy may have ${POLICY_CHARACTERS_MAX}; shorten it, remove white space or split it`;
  return [{ code: "policy-too-long", message, where: { line: 1, column: 1 } }];
}

/** Code points are counted: the unit is documented as characters. */
export function countCharacters(text: string): number {
  let characters = 0;
  for (const _ of text) characters++;
  return characters;
}
