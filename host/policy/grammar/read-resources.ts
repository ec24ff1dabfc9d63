/**
 * Resource and NotResource: `*` or an ARN pattern (semantics 3.2). Whether the resource exists, and what a policy
 * variable in it stands for, is not asked here.
 */
import type { Node } from "jsonc-parser";
import { quote } from "../quote.ts";
import { readTexts } from "./read-json-values.ts";
import type { Reading } from "./reading.ts";

/** arn, partition, service, region, account, resource. */
const ARN_PARTS = 6;
const SERVICE_PART = 2;

/** The patterns as written; `element` is `Resource` or `NotResource`. */
export function readResources(reading: Reading, node: Node, element: string): readonly string[] | undefined {
  const texts = readTexts(reading, node, quote(element), "texts");
  if (texts === undefined) return undefined;
  for (const { text, node: entry } of texts) {
    const wrong = explain(text);
    if (wrong !== undefined) reading.report(entry, "invalid-resource", `${quote(text)} is no resource: ${wrong}`);
  }
  return texts.map(({ text }) => text);
}

function explain(text: string): string | undefined {
  if (/^\*+$/.test(text)) return undefined;
  if (!text.startsWith("arn:")) return "write `*` or an ARN that begins with `arn:`";
  // The name in a policy variable has colons of its own.
  const parts = text.replace(/\$\{[^}]*\}/g, "$").split(":");
  if (parts.length < ARN_PARTS)
    return text.endsWith("*") ? undefined : "an ARN has six parts between colons; one with fewer must end in `*`";
  if (/[*?]/.test(parts[SERVICE_PART] ?? "")) return "the service of an ARN takes no wildcards; name each service";
  return undefined;
}
