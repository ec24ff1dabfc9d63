/**
 * What keeps a text from being strict JSON that says everything once: syntax, comments, trailing commas, a name given
 * twice in one object, nesting past a limit. Speaks to people who wrote the text by hand. Reads no meaning; builds no
 * tree; its stack is bounded by the nesting limit.
 */
import { printParseErrorCode, visit } from "jsonc-parser";
import type { Fault } from "../domain/fault.ts";
import { findNestingPast } from "./find-nesting-past.ts";
import { pointerOf } from "./json-pointer.ts";
import { createPositions } from "./json-positions.ts";
import { quote } from "./quote.ts";

/** Faults of one text. Past a few dozen they tell an author nothing new, and a hostile text could have millions. */
const JSON_FAULTS_MAX = 50;

/**
 * Codes: `not-json` (at most one a line: what follows an error on its line is mostly its echo), `too-deep`,
 * `duplicate-key`. None means that `JSON.parse` takes the text and loses nothing of it.
 *
 * @param nestingMax objects and lists inside each other, the outermost counted
 */
export function findJsonFaults(text: string, nestingMax: number): readonly Fault[] {
  const positionOf = createPositions(text);
  const where = (offset: number) => {
    const { line, column } = positionOf(offset);
    return { line, column };
  };
  if (text.startsWith("\ufeff"))
    return [
      {
        code: "not-json",
        message: "the text begins with a byte order mark; save it as UTF-8 without",
        where: where(0),
      },
    ];
  const tooDeep = findNestingPast(nestingMax, text);
  if (tooDeep !== undefined) {
    const message = `objects and lists lie more than ${nestingMax} deep in each other; write it flatter`;
    return [{ code: "too-deep", message, where: where(tooDeep) }];
  }

  const faults: Fault[] = [];
  const openObjects: Set<string>[] = [];
  let lastLine = 0;
  const isFull = () => faults.length >= JSON_FAULTS_MAX;
  visit(
    text,
    {
      onError: (code, offset) => {
        if (isFull()) return;
        const place = where(offset);
        if (place.line === lastLine) return;
        lastLine = place.line;
        faults.push({
          code: "not-json",
          message: describeSyntax(printParseErrorCode(code), text, offset),
          where: place,
        });
      },
      onObjectBegin: () => {
        openObjects.push(new Set());
      },
      onObjectEnd: () => {
        openObjects.pop();
      },
      onObjectProperty: (name, offset, _length, _line, _column, pathOf) => {
        const names = openObjects.at(-1);
        if (names?.has(name) && !isFull()) {
          const message = `${quote(name)} is given twice in the same object; keep one`;
          faults.push({
            code: "duplicate-key",
            message,
            where: { ...where(offset), pointer: pointerOf([...pathOf(), name]) },
          });
        }
        names?.add(name);
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  return faults;
}

function describeSyntax(code: string, text: string, offset: number): string {
  const next = text[offset];
  const isCloser = next === "}" || next === "]";
  if (text.trim() === "") return "the text is empty; it must be one JSON object";
  if (next === undefined) return "the text ends too early; a bracket, brace or quote is not closed";
  if (isCloser && text.slice(0, offset).trimEnd().endsWith(","))
    return `the comma before \`${next}\` is one too many; remove it`;
  if (next === "'") return "JSON writes names and texts in double quotes, not single ones";
  return SYNTAX_WORDS[code] ?? "this is not JSON";
}

/** By the names of jsonc-parser's error codes. */
const SYNTAX_WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: "this is no JSON value; texts stand in double quotes",
  InvalidNumberFormat: "this number is not written as JSON writes numbers",
  PropertyNameExpected: "a name in double quotes is missing here",
  ValueExpected: "a value is missing here",
  ColonExpected: "a colon is missing between the name and its value",
  CommaExpected: "a comma is missing before this",
  CloseBraceExpected: "a closing brace is missing before this",
  CloseBracketExpected: "a closing bracket is missing before this",
  EndOfFileExpected: "the JSON ends before this; keep one JSON object only",
  InvalidCommentToken: "JSON has no comments; remove this one",
  UnexpectedEndOfComment: "JSON has no comments; remove this one",
  UnexpectedEndOfString: "this text is not closed with a double quote on its line",
  UnexpectedEndOfNumber: "this number is not complete",
  InvalidUnicode: "`\\u` must be followed by four hexadecimal digits",
  InvalidEscapeCharacter: "this text holds a backslash that escapes nothing; write two for one",
  InvalidCharacter: "this text holds a control character; write it as an escape",
};
