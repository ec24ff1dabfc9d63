/**
 * Action and NotAction: `*`, or `service:name` with wildcards (semantics 3.1). Does not know which actions exist: AWS accepts
 * names it does not know. What a wildcard in the service matches is documented nowhere: taken here, contested in matching.
 */
import type { Node } from "jsonc-parser";
import { quote } from "../quote.ts";
import { readTexts } from "./read-json-values.ts";
import type { Reading } from "./reading.ts";

const ACTION = /^(?:\*+|[A-Za-z0-9*?-]+:[A-Za-z0-9*?_-]+)$/;

/** The patterns as written; `element` is `Action` or `NotAction`. */
export function readActions(reading: Reading, node: Node, element: string): readonly string[] | undefined {
  return readTexts(reading, node, quote(element), "texts", ({ text, node: entry }) => {
    if (!ACTION.test(text)) reading.report(entry, "invalid-action", `${quote(text)} is no action: ${explain(text)}`);
  });
}

function explain(text: string): string {
  if (text.includes("${")) return "actions take no policy variables; name each action";
  if (/^[A-Za-z0-9*?-]+$/.test(text))
    return `the service is missing; write ${quote(`service:${text}`)}, or ${quote(`${text}:*`)} for a whole service`;
  return "write `service:name`, for instance `s3:GetObject`, with `*` and `?` in the name, or `*` for everything";
}
