/** Numbers of the Numeric operators: decimals without an exponent, of any length (semantics 3.3). */

/** Why a text is no number, in words that go on after "is no number: "; undefined when it is one. */
export function explainNumber(text: string): string | undefined {
  if (/^[+-]?\d+(?:\.\d+)?$/.test(text)) return undefined;
  if (/^[+-]?\d+(?:\.\d+)?e[+-]?\d+$/i.test(text)) return "an exponent is not allowed; write all digits";
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return "commas between digits are not allowed; remove them";
  return "write digits, with a sign or a point where needed, for instance `10` or `-2.5`";
}
