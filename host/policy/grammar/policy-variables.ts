/**
 * How a pattern text with policy variables is cut into pieces (semantics 3.4). Grammar and compiler read it here, so that they
 * can not read it differently. Whether the document's Version has variables, and whether the place takes them, is asked elsewhere.
 */
import { quote } from "../quote.ts";

export type VariablePiece =
  /** As written: its wildcards are wildcards where the operator has them. */
  | { readonly kind: "text"; readonly text: string }
  /** `${*}`, `${?}`, `${$}`: the character itself, never a wildcard. */
  | { readonly kind: "character"; readonly character: "*" | "?" | "$" }
  /** The key as written; `fallback` is the text that stands for it when the key is absent. */
  | { readonly kind: "variable"; readonly key: string; readonly fallback?: string };

export interface CutText {
  /** In written order, no two texts beside each other. What a fault speaks of is a text among them. */
  readonly pieces: readonly VariablePiece[];
  /** One explanation for each thing wrong, in written order, none twice. A text that the grammar took has no fault. */
  readonly fault?: { readonly explanations: readonly string[] };
}

const OPENING = "${";

/** What stands between the braces. A default is parted by a comma and a space and stands in single quotes. */
const VARIABLE = /^([^\s:,'][^:,']*:[^,']*[^\s,'])(?:, '([^']*)')?$/;

/** Takes the text of a pattern or value. A `$` without a brace behind it is plain text. Linear in the length of the text. */
export function cutVariables(text: string): CutText {
  let opening = text.indexOf(OPENING);
  if (opening < 0) return { pieces: text === "" ? [] : [{ kind: "text", text }] };
  const pieces: VariablePiece[] = [];
  const explanations = new Set<string>();
  let plainFrom = 0;
  while (opening >= 0) {
    const closing = text.indexOf("}", opening);
    const nested = text.indexOf(OPENING, opening + 1);
    if (closing < 0) {
      explanations.add(`${quote(text.slice(opening))} is not closed; end the variable with \`}\``);
      break;
    }
    const isNested = nested >= 0 && nested < closing;
    const piece = isNested ? undefined : readVariable(text.slice(opening + OPENING.length, closing));
    if (piece === undefined) {
      const written = text.slice(opening, closing + 1);
      explanations.add(isNested ? `${quote(written)} holds another variable; take it out` : explain(written));
    } else {
      if (opening > plainFrom) pieces.push({ kind: "text", text: text.slice(plainFrom, opening) });
      pieces.push(piece);
      plainFrom = closing + 1;
    }
    opening = nested >= 0 && nested < closing ? text.indexOf(OPENING, closing + 1) : nested;
  }
  if (plainFrom < text.length) pieces.push({ kind: "text", text: text.slice(plainFrom) });
  return explanations.size === 0 ? { pieces } : { pieces, fault: { explanations: [...explanations] } };
}

function readVariable(inside: string): VariablePiece | undefined {
  if (inside === "*" || inside === "?" || inside === "$") return { kind: "character", character: inside };
  const [, key, fallback] = VARIABLE.exec(inside) ?? [];
  if (key === undefined) return undefined;
  return fallback === undefined ? { kind: "variable", key } : { kind: "variable", key, fallback };
}

/** `written` is the whole variable with its braces. */
function explain(written: string): string {
  const inside = written.slice(OPENING.length, -1);
  if (inside.trim() === "")
    return `${quote(written)} names no condition key; write one between the braces, or remove it`;
  const name = inside.split(/[,']/, 1)[0] ?? "";
  if (name.trim() !== name || !/^[^:]+:./s.test(name))
    return `${quote(written)} names no condition key such as \`aws:PrincipalArn\`; if it is a placeholder of a deployment tool, fill it in first`;
  return `the default in ${quote(written)} is not written as in \`\${aws:PrincipalTag/team, 'none'}\`: comma, space, text in single quotes`;
}
