/**
 * IAM-OPS: ArnEquals and ArnLike are one. Six parts between colons, each with wildcards of its own and with regard to case; the
 * sixth keeps its colons.
 */
import { openKeysOf, type PatternSymbol, textOf } from "./symbols.ts";
import { contested, type Finding } from "./truth.ts";
import { matchesSymbols, matchesWildcard } from "./wildcard.ts";

export function arnParts(text: string): readonly string[] {
  const parts = text.split(":");
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
}

/** The same cut of a pattern, at the colons that `parts` says yes to. */
export function cutParts(
  symbols: readonly PatternSymbol[],
  isColon: (symbol: PatternSymbol) => boolean,
): readonly (readonly PatternSymbol[])[] {
  const parts: PatternSymbol[][] = [[]];
  for (const symbol of symbols) {
    if (parts.length < 6 && isColon(symbol)) parts.push([]);
    else parts.at(-1)?.push(symbol);
  }
  return parts;
}

export const isWrittenColon = ({ text, origin }: PatternSymbol) => text === ":" && origin === "written";
const isAnyColon = ({ text }: PatternSymbol) => text === ":";

/** A pattern without variables, of six parts: the rule itself. */
export function matchesArn(pattern: string, value: string): boolean {
  const [wanted, given] = [arnParts(pattern), arnParts(value)];
  return (
    wanted.length === 6 &&
    given.length === 6 &&
    wanted.every((part, index) => matchesWildcard(part, given[index] ?? ""))
  );
}

/** Reading 9 and the end of 11, for a pattern whose variables are filled in. */
export function matchesArnOperator(pattern: readonly PatternSymbol[], value: string): Finding {
  if (cutParts(pattern, isWrittenColon).length === 6) return matchesSixWrittenParts(pattern, value);
  const [openKey] = openKeysOf(pattern);
  if (openKey !== undefined) {
    // Its text may hold colons, or none: six parts or fewer.
    return matchesSymbols(pattern, value) ? contested(`a variable of several values, ${openKey}`) : false;
  }
  const parts = cutParts(pattern, isAnyColon);
  if (parts.length === 6) return matchesPartByPart(parts, value);
  return matchesSymbols(pattern, value) ? contested("an ARN operator's pattern of fewer than six parts") : false;
}

/** Colons of a value do not part an ARN that has its five colons in writing; what they do in its first parts AWS does not say. */
function matchesSixWrittenParts(pattern: readonly PatternSymbol[], value: string): Finding {
  const parts = cutParts(pattern, isWrittenColon);
  const head = parts.slice(0, 5).flat();
  if (head.some((symbol) => symbol.origin === "anything" || (symbol.origin === "value" && symbol.text === ":")))
    return contested(`a colon of a variable in the first parts of ${textOf(pattern)} against ${value}`);
  if (!matchesPartByPart(parts, value)) return false;
  const [openKey] = openKeysOf(pattern);
  return openKey === undefined ? true : contested(`a variable of several values, ${openKey}`);
}

function matchesPartByPart(parts: readonly (readonly PatternSymbol[])[], value: string): boolean {
  const given = arnParts(value);
  return given.length === 6 && parts.every((part, index) => matchesSymbols(part, given[index] ?? ""));
}
