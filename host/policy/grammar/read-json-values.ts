/**
 * Shapes that every part of the grammar is made of: an object with its members, one text, one text or a list of texts.
 * A reader answers undefined when it has reported a fault.
 */
import type { Node } from "jsonc-parser";
import { quote } from "../quote.ts";
import type { Reading } from "./reading.ts";

export interface Member {
  readonly name: string;
  /** Where the name is written. */
  readonly key: Node;
  readonly value: Node;
}

/** One scalar of the text, with the node to point at. */
export interface Text {
  readonly text: string;
  readonly node: Node;
}

/** In words, for messages: `a list`, `an object`. */
export function describeType(node: Node): string {
  const words = { object: "an object", array: "a list", property: "a member", string: "a text", number: "a number" };
  if (node.type === "null" || node.type === "boolean") return quote(String(node.value));
  return words[node.type];
}

/** Members in written order; `what` names the object in the message. A name given twice is found by `findJsonFaults`. */
export function readMembers(reading: Reading, node: Node, what: string): readonly Member[] | undefined {
  if (node.type !== "object") {
    reading.report(node, "wrong-type", `${what} must be an object, not ${describeType(node)}`);
    return undefined;
  }
  return (node.children ?? []).map((property) => {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) throw new Error("a member of valid JSON has a name and a value");
    return { name: String(key.value), key, value };
  });
}

export function readText(reading: Reading, node: Node, what: string): string | undefined {
  if (node.type === "string") return String(node.value);
  reading.report(node, "wrong-type", `${what} must be a text in double quotes, not ${describeType(node)}`);
  return undefined;
}

/**
 * One value or a list of at least one. With `scalars`, numbers and booleans count as texts, exactly as written
 * (semantics 3.3); without, only texts do. `each` is given every text there is, also where another entry has a fault.
 */
export function readTexts(
  reading: Reading,
  node: Node,
  what: string,
  accept: "texts" | "scalars",
  each: (text: Text) => void,
): readonly string[] | undefined {
  const nodes = node.type === "array" ? (node.children ?? []) : [node];
  if (nodes.length === 0) {
    reading.report(node, "empty-list", `${what} is an empty list; give at least one value`);
    return undefined;
  }
  const texts: string[] = [];
  for (const entry of nodes) {
    const text = textOf(reading, entry, accept);
    if (text === undefined) {
      const wanted = accept === "scalars" ? "texts, numbers or booleans" : "texts in double quotes";
      reading.report(entry, "wrong-type", `${what} takes ${wanted}, not ${describeType(entry)}`);
    } else {
      texts.push(text);
      each({ text, node: entry });
    }
  }
  return texts.length === nodes.length ? texts : undefined;
}

function textOf(
  reading: Reading,
  { type, value, offset, length }: Node,
  accept: "texts" | "scalars",
): string | undefined {
  if (type === "string") return String(value);
  const isScalar = accept === "scalars" && (type === "number" || type === "boolean");
  return isScalar ? reading.text.slice(offset, offset + length) : undefined;
}
