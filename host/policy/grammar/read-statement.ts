/** One statement of a service control policy (semantics 2): its elements, that the needed ones are there, and what each says. */
import type { Node } from "jsonc-parser";
import type { PatternList, Statement } from "../../domain/policy-document.ts";
import { quote } from "../quote.ts";
import { readActions } from "./read-actions.ts";
import { readConditions } from "./read-conditions.ts";
import { readElements } from "./read-elements.ts";
import { type Member, readText } from "./read-json-values.ts";
import { readResources } from "./read-resources.ts";
import { readSid } from "./read-sid.ts";
import type { Reading, StatementReading } from "./reading.ts";

const ELEMENTS = ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"] as const;
type Elements = ReadonlyMap<(typeof ELEMENTS)[number], Member>;

/** `index` is the position in the document, from 0. Undefined when a fault was reported that leaves the statement incomplete. */
export function readStatement(reading: StatementReading, node: Node, index: number): Statement | undefined {
  const elements = readElements(reading, node, "a statement", ELEMENTS);
  if (elements === undefined) return undefined;
  const sid = elements.get("Sid");
  const sidText = sid === undefined ? undefined : readSid(reading, sid.value);
  const effect = readEffect(reading, node, elements);
  const actions = readPatterns(reading, node, elements, "Action", "NotAction", readActions);
  const resources = readPatterns(reading, node, elements, "Resource", "NotResource", readResources);
  const condition = elements.get("Condition");
  const conditions = condition === undefined ? [] : readConditions(reading, condition.value);
  if (effect === undefined || actions === undefined || resources === undefined || conditions === undefined)
    return undefined;
  return { index, sid: sidText, effect, actions, resources, conditions, position: reading.positionOf(node) };
}

function readEffect(reading: Reading, statement: Node, elements: Elements): "Allow" | "Deny" | undefined {
  const member = elements.get("Effect");
  if (member === undefined) {
    reading.report(statement, "missing-element", "the statement has no `Effect`; write `Allow` or `Deny`");
    return undefined;
  }
  const text = readText(reading, member.value, "`Effect`");
  if (text === undefined || text === "Allow" || text === "Deny") return text;
  const meant = ["Allow", "Deny"].find((effect) => effect.toLowerCase() === text.toLowerCase());
  const help = meant === undefined ? "write `Allow` or `Deny`" : `case matters, write ${quote(meant)}`;
  reading.report(member.value, "invalid-effect", `${quote(text)} is no effect; ${help}`);
  return undefined;
}

function readPatterns(
  reading: StatementReading,
  statement: Node,
  elements: Elements,
  plain: "Action" | "Resource",
  negated: "NotAction" | "NotResource",
  read: typeof readResources,
): PatternList | undefined {
  const plainMember = elements.get(plain);
  const negatedMember = elements.get(negated);
  const plainPatterns = plainMember && read(reading, plainMember.value, plain);
  const negatedPatterns = negatedMember && read(reading, negatedMember.value, negated);
  if (plainMember !== undefined && negatedMember !== undefined) {
    const message = `the statement has both ${quote(plain)} and ${quote(negated)}; keep one, or make two statements`;
    reading.report(negatedMember.key, "conflicting-elements", message);
    return undefined;
  }
  if (plainMember === undefined && negatedMember === undefined) {
    const message = `the statement has no ${quote(plain)}; add ${quote(plain)} or ${quote(negated)}`;
    reading.report(statement, "missing-element", message);
  }
  const patterns = plainPatterns ?? negatedPatterns;
  return patterns && { negated: negatedMember !== undefined, patterns };
}
