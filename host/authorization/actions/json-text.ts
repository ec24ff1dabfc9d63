/**
 * A JSON text that a person wrote → its tree, with the place of every value, or the faults that keep it from being JSON.
 * Bounded for every text. Reads no meaning.
 */
import { getNodePath, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { type BoundedFaults, createBoundedFaults } from "../../domain/bounded-faults.ts";
import { failure, type Result, success, type Where } from "../../domain/fault.ts";

/** UTF-16 units. Thousands of rows fit; nobody writes more by hand. */
const TEXT_LENGTH_MAX = 1_000_000;
/** Objects and lists inside each other; more than any of our formats has, and few enough for a parser that recurses. */
const NESTING_MAX = 32;

export interface JsonText {
  readonly root: Node;
  whereOf(node: Node): Where;
}

/** Codes: `too-long`, `too-deep`, `not-json`, `duplicate-key`. */
export function readJsonText(text: string): Result<JsonText> {
  if (text.length > TEXT_LENGTH_MAX) {
    const message = `the text has ${text.length} characters, and at most ${TEXT_LENGTH_MAX} are read`;
    return failure({ code: "too-long", message, where: { line: 1, column: 1 } });
  }
  const placeOf = placesIn(text);
  const tooDeep = findTooDeep(text);
  if (tooDeep !== undefined) {
    const message = `objects and lists lie more than ${NESTING_MAX} deep in each other; write it flatter`;
    return failure({ code: "too-deep", message, where: placeOf(tooDeep) });
  }
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const first = errors[0];
  if (root === undefined || first !== undefined) {
    const words = first === undefined ? "the text is empty" : printParseErrorCode(first.error);
    const message = `this is not JSON (${words}); write one JSON object`;
    return failure({ code: "not-json", message, where: placeOf(first?.offset ?? 0) });
  }
  const whereOf = (node: Node): Where => ({ ...placeOf(node.offset), pointer: pointerOf(node) });
  const duplicates = createBoundedFaults();
  findDuplicates(root, whereOf, duplicates);
  const faults = duplicates.all();
  return faults.length > 0 ? failure(...faults) : success({ root, whereOf });
}

/** Text inside strings does not count. */
function findTooDeep(text: string): number | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"?|[{}[\]]/g)) {
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    if (depth > NESTING_MAX) return index;
  }
  return undefined;
}

/** A bad text may have thousands of faults: lines are found once. */
function placesIn(text: string): (offset: number) => Where {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length)];
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function pointerOf(node: Node): string {
  return getNodePath(node)
    .map((segment) => `/${String(segment).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

function findDuplicates(node: Node, whereOf: (node: Node) => Where, faults: BoundedFaults): void {
  const names = new Set<unknown>();
  for (const child of node.children ?? []) {
    const key = child.type === "property" ? child.children?.[0] : undefined;
    if (key !== undefined && names.has(key.value)) {
      const message = `\`${String(key.value).slice(0, 100)}\` is given twice in the same object; keep one`;
      faults.add(() => ({ code: "duplicate-key", message, where: whereOf(key) }));
    }
    names.add(key?.value);
    findDuplicates(child, whereOf, faults);
  }
}
