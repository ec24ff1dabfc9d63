/** How deep a JSON text nests, before a parser that recurses is let at it. */

/** Offset of the first bracket that opens one level too many; text inside strings does not count. */
export function findNestingPast(nestingMax: number, text: string): number | undefined {
  let depth = 0;
  let isInString = false;
  for (let offset = 0; offset < text.length; offset++) {
    const character = text[offset];
    if (isInString) {
      if (character === "\\") offset++;
      // A string without its closing quote ends with its line: so does the syntax check read it.
      else if (character === '"' || character === "\n" || character === "\r") isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === "{" || character === "[") depth++;
    else if (character === "}" || character === "]") depth--;
    if (depth > nestingMax) return offset;
  }
  return undefined;
}
