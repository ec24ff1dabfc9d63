/**
 * Resource and NotResource: `*` or an ARN pattern, with policy variables behind its fifth colon (semantics 3.2, 3.4). Whether
 * the resource exists is not asked here.
 */
import type { Node } from "jsonc-parser";
import { quote } from "../quote.ts";
import { holdsPlaceholder, PLACEHOLDER_HELP } from "./placeholder.ts";
import { cutVariables, type VariablePiece } from "./policy-variables.ts";
import { readTexts, type Text } from "./read-json-values.ts";
import type { StatementReading } from "./reading.ts";
import { ARN_PARTS, explainResource, splitArn, withoutVariables } from "./values/arn-syntax.ts";

/** The patterns as written; `element` is `Resource` or `NotResource`. */
export function readResources(reading: StatementReading, node: Node, element: string): readonly string[] | undefined {
  return readTexts(reading, node, quote(element), "texts", (text) => checkResource(reading, text));
}

function checkResource(reading: StatementReading, { text, node }: Text): void {
  if (/^\*+$/.test(text)) return;
  let plain = text;
  if (reading.hasVariables && text.includes("${")) {
    const { pieces, fault } = cutVariables(text);
    const explanations = fault?.explanations ?? explainPlaces(text, pieces);
    for (const explanation of explanations) reading.report(node, "invalid-variable", explanation);
    if (explanations.length > 0) return;
    plain = withoutVariables(pieces);
  }
  const wrong = explainResource(plain);
  if (wrong === undefined) return;
  const help = holdsPlaceholder(text) ? PLACEHOLDER_HELP : wrong;
  reading.report(node, "invalid-resource", `${quote(text)} is no resource: ${help}`);
}

/** Empty when every variable stands where it may. */
function explainPlaces(text: string, pieces: readonly VariablePiece[]): readonly string[] {
  const first = pieces.findIndex(({ kind }) => kind !== "text");
  const before = withoutVariables(pieces.slice(0, first));
  if (splitArn(before).length === ARN_PARTS) return [];
  return [`${quote(text)} has a policy variable where an ARN takes none; write it only behind the fifth colon`];
}
