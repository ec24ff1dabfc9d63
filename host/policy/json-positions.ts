/**
 * Offsets in a text → lines and columns, as an editor counts them. Knows nothing of JSON but its line breaks.
 */
import type { Position } from "../domain/policy-document.ts";

/** Takes a text; gives the position of an offset (UTF-16 units) in it. LF, CR and CR LF end a line; columns are UTF-16 units. */
export function createPositions(text: string): (offset: number) => Position {
  const lineStarts = [0];
  for (const lineBreak of text.matchAll(/\r\n|\r|\n/g)) lineStarts.push(lineBreak.index + lineBreak[0].length);
  return (offset) => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { offset, line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
  };
}
