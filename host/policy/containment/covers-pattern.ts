/**
 * Patterns compared with patterns: does one match everything the other matches, or can no text match both? By their symbols
 * alone, so "yes" is sure and "no" means "not shown".
 */
import type { Pattern, PatternPart, Variable } from "../../domain/program.ts";

/** One character, `*`, `?`, or a variable by what it stands for. */
type Symbol = { readonly character: string } | "any" | "one" | { readonly variable: string };

export function symbolsOf(parts: readonly PatternPart[], variables: readonly Variable[]): readonly Symbol[] {
  return parts.flatMap((part): readonly Symbol[] => {
    if ("literal" in part) return [...part.literal].map((character) => ({ character }));
    if ("wildcard" in part) return [part.wildcard === "*" ? "any" : "one"];
    return [{ variable: JSON.stringify(variables[part.variable]) }];
  });
}

/** Patterns that people write need one or two; what needs more is "not shown", so that no policy makes this slow. */
const STEPS_PER_SYMBOL = 16;

/**
 * The narrow pattern is read as a text in which `*` is taken only by `*`, `?` only by `?` or `*`, and a variable only by
 * itself or `*`: where it has no value the narrow pattern matches nothing.
 */
export function coversSymbols(wide: readonly Symbol[], narrow: readonly Symbol[]): boolean {
  let [w, n] = [0, 0];
  let [starAt, resume] = [-1, 0];
  let steps = STEPS_PER_SYMBOL * (wide.length + narrow.length);
  while (n < narrow.length) {
    if (steps-- === 0) return false;
    const symbol = wide[w];
    if (symbol === "any") {
      starAt = w++;
      resume = n;
    } else if (symbol !== undefined && takes(symbol, narrow[n])) {
      w++;
      n++;
    } else if (starAt >= 0) {
      w = starAt + 1;
      n = ++resume;
    } else return false;
  }
  while (wide[w] === "any") w++;
  return w === wide.length;
}

function takes(wide: Symbol, narrow: Symbol | undefined): boolean {
  if (narrow === undefined || narrow === "any" || wide === "any") return false;
  if (wide === "one") return narrow === "one" || "character" in narrow;
  if (narrow === "one") return false;
  if ("variable" in wide) return "variable" in narrow && wide.variable === narrow.variable;
  return "character" in narrow && wide.character === narrow.character;
}

/** Do the two begin, or end, with characters that differ? */
export function areDisjoint(left: readonly Symbol[], right: readonly Symbol[]): boolean {
  return differAtStart(left, right) || differAtStart([...left].reverse(), [...right].reverse());
}

function differAtStart(left: readonly Symbol[], right: readonly Symbol[]): boolean {
  for (const [index, symbol] of left.entries()) {
    const other = right[index];
    if (other === undefined) return isCharacter(symbol);
    if (!isCharacter(symbol) || !isCharacter(other)) return false;
    if (symbol.character !== other.character) return true;
  }
  return isCharacter(right[left.length]);
}

function isCharacter(symbol: Symbol | undefined): symbol is { readonly character: string } {
  return symbol !== undefined && symbol !== "any" && symbol !== "one" && "character" in symbol;
}

/**
 * The symbols of an ARN pattern part by part: six, missing ones of a short pattern open when `shortIsOpen`. Undefined for a pattern
 * that has no six parts otherwise.
 */
export function arnParts(
  pattern: Pattern,
  variables: readonly Variable[],
  shortIsOpen: boolean,
): readonly (readonly Symbol[])[] | undefined {
  const parts: Symbol[][] = [[]];
  for (const symbol of symbolsOf(pattern.parts, variables)) {
    if (isCharacter(symbol) && symbol.character === ":" && parts.length < ARN_PARTS) parts.push([]);
    else parts.at(-1)?.push(symbol);
  }
  if (parts.length === ARN_PARTS) return parts;
  if (!shortIsOpen || parts.at(-1)?.at(-1) !== "any") return undefined;
  return [...parts, ...Array.from({ length: ARN_PARTS - parts.length }, () => ["any"] as const)];
}

const ARN_PARTS = 6;
