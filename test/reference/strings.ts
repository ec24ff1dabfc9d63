/** IAM-OPS: StringEquals, StringEqualsIgnoreCase, StringLike, of a pattern whose variables are filled in. Reading 3. */
import { foldAscii, isAscii } from "./ascii.ts";
import { openKeysOf, type PatternSymbol, textOf } from "./symbols.ts";
import { contested, type Finding } from "./truth.ts";
import { matchesSymbols } from "./wildcard.ts";

/** The same text, with regard to case. Wildcards are characters like others. */
export function equalsText(pattern: readonly PatternSymbol[], value: string): Finding {
  return matchesLike(
    pattern.map(({ text, origin }) => ({ text, origin: origin === "written" ? "literal" : origin })),
    value,
  );
}

/** The same text without regard to the case of ASCII letters; what other letters have for cases nobody says. */
export function equalsIgnoringCase(pattern: readonly PatternSymbol[], value: string): Finding {
  const [openKey] = openKeysOf(pattern);
  // Any text: also one with other letters.
  if (openKey !== undefined) return contested(`a variable of several values, ${openKey}, without regard to case`);
  const wanted = textOf(pattern);
  if (foldAscii(wanted) === foldAscii(value)) return true;
  return isAscii(wanted) && isAscii(value)
    ? false
    : contested(`is ${foldAscii(wanted)} but for its case ${foldAscii(value)}`);
}

/** `*` is any run and `?` one character, of a text that has no parts. */
export function matchesLike(pattern: readonly PatternSymbol[], value: string): Finding {
  const [openKey] = openKeysOf(pattern);
  if (!matchesSymbols(pattern, value)) return false;
  return openKey === undefined ? true : contested(`a variable of several values, ${openKey}`);
}
