/**
 * Action and NotAction: `*`, or `service:name` with wildcards in the name (semantics 3.1). Does not know which actions
 * exist: AWS accepts names it does not know.
 */
import type { Node } from "jsonc-parser";
import { quote } from "../quote.ts";
import { readTexts } from "./read-json-values.ts";
import type { Reading } from "./reading.ts";

/** A service of stars alone means every service; any other wildcard in the service is documented nowhere. */
const ACTION = /^(?:\*+|(?:\*+|[A-Za-z0-9-]+):[A-Za-z0-9*?_-]+)$/;

/** The patterns as written; `element` is `Action` or `NotAction`. */
export function readActions(reading: Reading, node: Node, element: string): readonly string[] | undefined {
  const texts = readTexts(reading, node, quote(element), "texts");
  if (texts === undefined) return undefined;
  for (const { text, node: entry } of texts) {
    if (!ACTION.test(text)) reading.report(entry, "invalid-action", `${quote(text)} is no action: ${explain(text)}`);
  }
  return texts.map(({ text }) => text);
}

function explain(text: string): string {
  const service = text.slice(0, Math.max(0, text.indexOf(":")));
  if (/[*?]/.test(service)) return "the service before the colon takes no wildcards; name each service";
  return "write `service:name`, for instance `s3:GetObject`, with `*` and `?` in the name, or `*` for everything";
}
