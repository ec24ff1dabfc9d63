/** The values of one condition: what each operator takes (semantics 3.3), policy variables among them where it has any. */
import type { Node } from "jsonc-parser";
import { quote } from "../quote.ts";
import type { Operator, ValueKind } from "./condition-operators.ts";
import { holdsPlaceholder, PLACEHOLDER_HELP } from "./placeholder.ts";
import { cutVariables, type VariablePiece } from "./policy-variables.ts";
import { readTexts, type Text } from "./read-json-values.ts";
import type { StatementReading } from "./reading.ts";
import { explainArn } from "./values/arn-syntax.ts";
import { explainBase64 } from "./values/base64-syntax.ts";
import { explainDate } from "./values/date-syntax.ts";
import { explainIpRange } from "./values/ip-syntax.ts";
import { explainNumber } from "./values/number-syntax.ts";

interface Syntax {
  readonly code: string;
  /** What a wrong value is not. */
  readonly name: string;
  explain(text: string): string | undefined;
}

const BOOLEAN: Syntax = { code: "invalid-boolean", name: "boolean", explain: explainBoolean };

/** Of operators whose values are no texts. */
const SYNTAX: Readonly<Partial<Record<ValueKind, Syntax>>> = {
  number: { code: "invalid-number", name: "number", explain: explainNumber },
  date: { code: "invalid-date", name: "date", explain: explainDate },
  boolean: BOOLEAN,
  null: BOOLEAN,
  binary: { code: "invalid-binary", name: "base64", explain: explainBase64 },
  ip: { code: "invalid-ip", name: "address range", explain: explainIpRange },
};

/** The values as texts; `key` names the condition key. Where nobody knows the operator, any value is taken. */
export function readValues(
  reading: StatementReading,
  node: Node,
  key: string,
  operator: Operator | undefined,
): readonly string[] | undefined {
  return readTexts(reading, node, quote(key), "scalars", (text) => {
    if (operator !== undefined) checkValue(reading, text, operator);
  });
}

function checkValue(reading: StatementReading, { text, node }: Text, operator: Operator): void {
  const { kind, base } = operator;
  const holdsVariable = text.includes("${");
  if (reading.hasVariables && holdsVariable && (kind === "string" || kind === "arn" || kind === "boolean")) {
    const { pieces, fault } = cutVariables(text);
    for (const explanation of fault?.explanations ?? []) reading.report(node, "invalid-variable", explanation);
    // Whether Bool takes variables AWS says both ways, so they are taken here and contested in matching.
    if (fault === undefined && kind === "arn") checkArn(reading, node, text, pieces);
    return;
  }
  if (kind === "arn") checkArn(reading, node, text, [{ kind: "text", text }]);
  const syntax = SYNTAX[kind];
  const wrong = syntax?.explain(text);
  if (syntax === undefined || wrong === undefined) return;
  const help = holdsVariable ? `${quote(base)} takes no policy variables; write the value itself` : wrong;
  reportValue(reading, node, text, syntax, help);
}

function reportValue(
  reading: StatementReading,
  node: Node,
  text: string,
  { code, name }: Pick<Syntax, "code" | "name">,
  help: string,
): void {
  reading.report(node, code, `${quote(text)} is no ${name}: ${holdsPlaceholder(text) ? PLACEHOLDER_HELP : help}`);
}

function checkArn(reading: StatementReading, node: Node, text: string, pieces: readonly VariablePiece[]): void {
  const wrong = explainArn(pieces);
  if (wrong !== undefined) reportValue(reading, node, text, { code: "invalid-arn", name: "ARN pattern" }, wrong);
}

/** Of Bool and Null, in any case. */
function explainBoolean(text: string): string | undefined {
  return /^(?:true|false)$/i.test(text) ? undefined : "write `true` or `false`";
}
