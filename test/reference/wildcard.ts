/**
 * IAM-RES, IAM-OPS: `*` stands for any run of characters, also none, `?` for exactly one, however many bytes it has. By the textbook's
 * table: does the pattern up to here match the text up to there?
 */
import { fillIn, type PatternSymbol } from "./symbols.ts";

/** Does the whole text match the pattern of `*` and `?`? */
export function matchesWildcard(pattern: string, text: string): boolean {
  return matchesSymbols(fillIn(pattern, "2008-10-17", {}) ?? [], text);
}

/** `same` says whether a character of the pattern is the one of the text at this index. */
export function matchesSymbols(
  pattern: readonly PatternSymbol[],
  text: string,
  same: (wanted: string, given: string, index: number) => boolean = (wanted, given) => wanted === given,
): boolean {
  const characters = [...text];
  // row[j]: the pattern so far matches the first j characters.
  let row = [true, ...characters.map(() => false)];
  for (const symbol of pattern) {
    const next = [isRun(symbol) && row[0] === true];
    for (let j = 1; j <= characters.length; j++) {
      const matches = isRun(symbol)
        ? next[j - 1] === true || row[j] === true
        : row[j - 1] === true && (isOne(symbol) || same(symbol.text, characters[j - 1] ?? "", j - 1));
      next.push(matches);
    }
    if (!next.includes(true)) return false;
    row = next;
  }
  return row.at(-1) === true;
}

export function isRun({ text, origin }: PatternSymbol): boolean {
  return origin === "anything" || (origin === "written" && text === "*");
}

export function isOne({ text, origin }: PatternSymbol): boolean {
  return origin === "written" && text === "?";
}

/** Only stars, and at least one. */
export function isAllStars(symbols: readonly PatternSymbol[]): boolean {
  return symbols.length > 0 && symbols.every(({ text, origin }) => origin === "written" && text === "*");
}
