/**
 * A part of a record whose members differ by operation → the text of its column: what the selection wants of it. A part
 * that cannot be read (no object, no JSON, in a string too long to look into) is given as one that AWS left out: whoever
 * reads it must not take a missing member for one that was not there.
 */
import { OBJECT_OPEN, QUOTE } from "../json/bytes.ts";
import { endOfValue, skipSpace } from "../json/cursor.ts";
import { byteAt } from "../json/structure.ts";
import { Extraction } from "../wire/extraction.ts";
import { draftOf, intern } from "./dictionary.ts";
import { closeInnerText, isWholeText, openInnerText } from "./inner-text.ts";
import { pruneObject } from "./prune.ts";

const NULL_FIRST: u32 = 0x6e;
const NULL_TEXT = memory.data<u8>([0x6e, 0x75, 0x6c, 0x6c, 0, 0, 0, 0, 0, 0, 0, 0]);
const NULL_BYTES: usize = 4;
/** `{"omitted":true}` and room to read behind it. */
const OMITTED_TEXT = memory.data<u8>([
  0x7b, 0x22, 0x6f, 0x6d, 0x69, 0x74, 0x74, 0x65, 0x64, 0x22, 0x3a, 0x74, 0x72, 0x75, 0x65, 0x7d, 0, 0, 0, 0, 0, 0, 0,
  0,
]);
const OMITTED_BYTES: usize = 16;

/** The id in `column` of what `root` wants of the value at [start, end); 0 when the member is missing or an empty string. */
export function internPart(extraction: Extraction, column: u32, start: usize, end: usize, root: u32): u32 {
  if (start === end) return 0;
  const first = byteAt(start);
  if (first === OBJECT_OPEN) return internPruned(extraction, column, start, root);
  if (first === NULL_FIRST) return intern(extraction, column, NULL_TEXT, NULL_BYTES);
  if (first !== QUOTE) return internOmitted(extraction, column);
  if (end - start === 2) return 0;
  if (!openInnerText(extraction, start, end)) return internOmitted(extraction, column);
  const id = internInner(extraction, column, root);
  closeInnerText();
  return id;
}

function internInner(extraction: Extraction, column: u32, root: u32): u32 {
  const start = skipSpace(0);
  if (!isWholeText(endOfValue(start, <usize>extraction.nesting))) return internOmitted(extraction, column);
  const first = byteAt(start);
  if (first === OBJECT_OPEN) return internPruned(extraction, column, start, root);
  return first === NULL_FIRST ? intern(extraction, column, NULL_TEXT, NULL_BYTES) : internOmitted(extraction, column);
}

function internPruned(extraction: Extraction, column: u32, start: usize, root: u32): u32 {
  const draft = draftOf(extraction);
  const bytes = pruneObject(start, root, draft, <usize>extraction.nesting);
  return bytes === 0 ? internOmitted(extraction, column) : intern(extraction, column, draft, bytes);
}

function internOmitted(extraction: Extraction, column: u32): u32 {
  return intern(extraction, column, OMITTED_TEXT, OMITTED_BYTES);
}
