/**
 * The named elements of a document or a statement. A name that the grammar does not have is a fault: leaving it out
 * would change what the policy says.
 */
import type { Node } from "jsonc-parser";
import { quote } from "../quote.ts";
import { type Member, readMembers } from "./read-json-values.ts";
import type { Reading } from "./reading.ts";

/** Elements of other policy types, and why a service control policy cannot have them (semantics 2). */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  Principal:
    "a service control policy applies to every principal below its target; test `aws:PrincipalArn` in Condition",
  NotPrincipal:
    "a service control policy applies to every principal below its target; test `aws:PrincipalArn` in Condition",
};

/** The first member of each known name; undefined when `node` is no object. `what` is `a statement` or `the document`. */
export function readElements<Name extends string>(
  reading: Reading,
  node: Node,
  what: string,
  names: readonly Name[],
): ReadonlyMap<Name, Member> | undefined {
  const members = readMembers(reading, node, what);
  if (members === undefined) return undefined;
  const elements = new Map<Name, Member>();
  for (const member of members) {
    const name = names.find((known) => known === member.name);
    if (name === undefined) reportUnknown(reading, member, what, names);
    else if (!elements.has(name)) elements.set(name, member);
  }
  return elements;
}

function reportUnknown(reading: Reading, { name, key }: Member, what: string, names: readonly string[]): void {
  const unsupported = Object.hasOwn(UNSUPPORTED, name) ? UNSUPPORTED[name] : undefined;
  if (unsupported !== undefined) {
    reading.report(key, "unsupported-element", `${quote(name)} is not supported: ${unsupported}`);
    return;
  }
  const meant = names.find((known) => known.toLowerCase() === name.toLowerCase());
  const help = meant === undefined ? `it has ${names.join(", ")}` : `write ${quote(meant)}`;
  reading.report(key, "unknown-element", `${what} has no element ${quote(name)}; ${help}`);
}
