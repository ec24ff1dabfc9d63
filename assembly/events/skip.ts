/** Passes over a value of any size, across windows: a record that is too large, or a member that nobody asks for. */
import { ARRAY_CLOSE, ARRAY_OPEN, BACKSLASH, COMMA, isSpace, OBJECT_CLOSE, OBJECT_OPEN, QUOTE } from "../json/bytes.ts";
import { byteAt, filledEnd } from "../json/structure.ts";
import { Extraction } from "../wire/extraction.ts";

/** Makes `skipValue` start before a value, and the file go on in state `then` behind it. */
export function beginSkip(extraction: Extraction, then: u32): void {
  extraction.skipDepth = 0;
  extraction.skipInString = 0;
  extraction.skipEscaped = 0;
  extraction.skipReturn = then;
}

/**
 * Goes on from `position`. Gives the place behind the value, or filledEnd() + 1 when it goes on behind the window. Brackets
 * are counted, not paired: a value that is not kept may be as deep as it likes.
 */
export function skipValue(extraction: Extraction, position: usize): usize {
  const end = filledEnd();
  let depth = extraction.skipDepth;
  let inString = extraction.skipInString;
  let escaped = extraction.skipEscaped;
  for (; position < end; position++) {
    const byte = byteAt(position);
    if (inString !== 0) {
      if (escaped !== 0) escaped = 0;
      else if (byte === BACKSLASH) escaped = 1;
      else if (byte === QUOTE) {
        inString = 0;
        if (depth === 0) return position + 1;
      }
    } else if (byte === QUOTE) {
      inString = 1;
    } else if (byte === OBJECT_OPEN || byte === ARRAY_OPEN) {
      depth++;
    } else if (byte === OBJECT_CLOSE || byte === ARRAY_CLOSE) {
      if (depth === 0) return position;
      if (--depth === 0) return position + 1;
    } else if (depth === 0 && (byte === COMMA || isSpace(byte))) {
      return position;
    }
  }
  extraction.skipDepth = depth;
  extraction.skipInString = inString;
  extraction.skipEscaped = escaped;
  return end + 1;
}
