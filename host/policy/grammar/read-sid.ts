/** The names of statements: ASCII letters and digits, each given once in a document (IAM's rule, semantics 2). */
import type { Node } from "jsonc-parser";
import { quote } from "../quote.ts";
import { readText } from "./read-json-values.ts";
import type { StatementReading } from "./reading.ts";

/**
 * The Sid as written, whatever is wrong with its letters; undefined when it is no text. An empty Sid names nothing: AWS's own
 * pattern takes it, so there may be several.
 */
export function readSid(reading: StatementReading, node: Node): string | undefined {
  const sid = readText(reading, node, "`Sid`");
  if (sid === undefined || sid === "") return sid;
  if (!/^[A-Za-z0-9]+$/.test(sid)) {
    reading.report(node, "invalid-sid", `${quote(sid)} is no \`Sid\`; use only the letters A to Z, a to z and digits`);
  }
  const first = reading.sids.get(sid);
  if (first === undefined) reading.sids.set(sid, node);
  else {
    const { line } = reading.positionOf(first);
    const message = `${quote(sid)} is already the \`Sid\` of a statement, in line ${line}; give each statement its own`;
    reading.report(node, "duplicate-sid", message);
  }
  return sid;
}
