/**
 * A pattern, symbol by symbol, with its policy variables filled in for one request.
 *
 * IAM-VAR: `${key}` stands for the value of a single-valued key, the key's name without regard to case; only under Version
 * 2012-10-17, before that it is its own text. `${*}`, `${?}`, `${$}` are these characters. `${key, 'default'}` stands for the default
 * when the key is absent. A variable without a value makes the pattern match nothing.
 * Reading 11: what is put in is literal, an empty list counts as absent, and of several values any text could be meant.
 */
import type { PolicyDocument } from "../../host/domain/policy-document.ts";

export interface PatternSymbol {
  /** One character. Of `anything`: the variable's key, in lower case. */
  readonly text: string;
  /**
   * `written`: stands in the policy, so its `*` and `?` are wildcards where the operator has them, and its `:` parts an ARN.
   * `literal`: a `${*}`, `${?}`, `${$}`. `value`: of a key or a default. `anything`: in place of any text at all.
   */
  readonly origin: "written" | "literal" | "value" | "anything";
}

export type Context = Readonly<Record<string, readonly string[]>>;

/** Undefined: a variable of the pattern has no value, so the pattern matches nothing. */
export function fillIn(
  pattern: string,
  version: PolicyDocument["version"],
  context: Context,
): readonly PatternSymbol[] | undefined {
  if (version === "2008-10-17") return symbolsOf(pattern, "written");
  const symbols: PatternSymbol[] = [];
  for (const piece of pattern.split(/(\$\{[^}]*\})/)) {
    if (!/^\$\{[^}]*\}$/.test(piece)) {
      symbols.push(...symbolsOf(piece, "written"));
      continue;
    }
    const value = variableValue(piece.slice(2, -1), context);
    if (value === undefined) return undefined;
    symbols.push(...value);
  }
  return symbols;
}

/** `inside` is what stands between the braces. */
function variableValue(inside: string, context: Context): readonly PatternSymbol[] | undefined {
  if (inside === "*" || inside === "?" || inside === "$") return symbolsOf(inside, "literal");
  const [, key = "", fallback] = /^([^,]*)(?:, '(.*)')?$/s.exec(inside) ?? [];
  const [value = fallback, ...others] = context[key.toLowerCase()] ?? [];
  if (others.length > 0) return [{ text: key.toLowerCase(), origin: "anything" }];
  return value === undefined ? undefined : symbolsOf(value, "value");
}

function symbolsOf(text: string, origin: PatternSymbol["origin"]): readonly PatternSymbol[] {
  return [...text].map((character) => ({ text: character, origin }));
}

/** The text, where no variable of several values leaves it open. */
export function textOf(symbols: readonly PatternSymbol[]): string {
  return symbols.map(({ text }) => text).join("");
}

/** Keys of the variables that could be any text. */
export function openKeysOf(symbols: readonly PatternSymbol[]): readonly string[] {
  return symbols.filter(({ origin }) => origin === "anything").map(({ text }) => text);
}
