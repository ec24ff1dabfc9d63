/**
 * Is one predicate true wherever another is? Yes is sure, under every reading of what AWS leaves unsaid; no means "not shown".
 */
import { isAllStars, type Pattern, type Predicate } from "../../domain/program.ts";
import { areDisjoint, arnParts, coversSymbols, symbolsOf } from "./covers-pattern.ts";
import { holdsRange, rangeOf } from "./value-range.ts";

/** One pattern of one predicate. */
interface Asked {
  readonly predicate: Predicate;
  readonly pattern: Pattern;
}

/** Operators whose patterns are compared symbol by symbol, with each other as well. */
const TEXTS: ReadonlySet<Predicate["operator"]> = new Set(["stringEquals", "stringLike", "action"]);
const IGNORING_CASE: ReadonlySet<Predicate["operator"]> = new Set(["stringEqualsIgnoreCase", "bool"]);
const RESOURCES: ReadonlySet<Predicate["operator"]> = new Set(["resourceAny", "resourceAll"]);
const RANGES: readonly (readonly string[])[] = [
  ["numericEquals", "numericLessThan", "numericLessThanEquals", "numericGreaterThan", "numericGreaterThanEquals"],
  ["dateEquals", "dateLessThan", "dateLessThanEquals", "dateGreaterThan", "dateGreaterThanEquals"],
  ["ipAddress"],
];

/** Two different predicates. Is `wide` true wherever `narrow` is? */
export function follows(wide: Predicate, narrow: Predicate): boolean {
  if (wide.key !== narrow.key || wide.set !== narrow.set) return false;
  if (wide.notUnderstood !== undefined || narrow.notUnderstood !== undefined) return false;
  if (wide.operator === "null" || narrow.operator === "null") return false;
  // A request without the key must not satisfy the narrow one alone.
  if (wide.whenAbsent !== narrow.whenAbsent && !(wide.whenAbsent === "true" && narrow.whenAbsent === "false"))
    return false;
  const all = (predicate: Predicate) => predicate.patterns.map((pattern): Asked => ({ predicate, pattern }));
  const [wides, narrows] = [all(wide), all(narrow)];
  // Fewer patterns match less; fewer excluded patterns match more.
  if (!wide.negated && !narrow.negated) return narrows.every((each) => wides.some((other) => covers(other, each)));
  if (wide.negated && narrow.negated) return wides.every((each) => narrows.some((other) => covers(other, each)));
  return wide.negated && narrows.every((each) => wides.every((other) => cannotMeet(other, each)));
}

/** Does the wide pattern match everything the narrow one matches? */
function covers(wide: Asked, narrow: Asked): boolean {
  const [w, n] = [wide.predicate.operator, narrow.predicate.operator];
  if (wide.pattern.certainty === "opaque" || narrow.pattern.certainty === "opaque") return false;
  const wideSymbols = symbolsOf(wide.pattern.parts, wide.predicate.variables);
  const narrowSymbols = symbolsOf(narrow.pattern.parts, narrow.predicate.variables);
  if (w === n && JSON.stringify(wideSymbols) === JSON.stringify(narrowSymbols)) return true;
  if (wide.pattern.certainty !== "sure") return false;
  if (TEXTS.has(w) && TEXTS.has(n)) return coversSymbols(wideSymbols, narrowSymbols);
  if (IGNORING_CASE.has(w) && (w === n || (w === "stringEqualsIgnoreCase" && n === "stringEquals")))
    return equalsIgnoringCase(wide.pattern, narrow.pattern);
  if (RESOURCES.has(w) && RESOURCES.has(n)) return isAllStars(wide.pattern) || coversArn(wide, narrow, true);
  if (w === "arnLike" && n === "arnLike") return coversArn(wide, narrow, false);
  if (!RANGES.some((family) => family.includes(w) && family.includes(n))) return false;
  const [wideRange, narrowRange] = [rangeOf(w, wide.pattern.text), rangeOf(n, narrow.pattern.text)];
  return wideRange !== undefined && narrowRange !== undefined && holdsRange(wideRange, narrowRange);
}

/** Part by part, and as a whole. */
function coversArn(wide: Asked, narrow: Asked, shortIsOpen: boolean): boolean {
  const wideParts = arnParts(wide.pattern, wide.predicate.variables, shortIsOpen);
  const narrowParts = arnParts(narrow.pattern, narrow.predicate.variables, shortIsOpen);
  if (wideParts === undefined || narrowParts === undefined) return false;
  // What a variable means in a part before the last is not documented where its text has a colon.
  const hasVariable = [...wideParts.slice(0, -1), ...narrowParts.slice(0, -1)]
    .flat()
    .some((symbol) => typeof symbol === "object" && "variable" in symbol);
  if (hasVariable || !wideParts.every((part, index) => coversSymbols(part, narrowParts[index] ?? []))) return false;
  // Where a star may reach over a colon the whole texts count, and a short pattern has fewer colons than its parts say.
  return coversSymbols(
    symbolsOf(wide.pattern.parts, wide.predicate.variables),
    symbolsOf(narrow.pattern.parts, narrow.predicate.variables),
  );
}

/** Beyond ASCII, which letters are one without regard to case is not documented. */
function equalsIgnoringCase(left: Pattern, right: Pattern): boolean {
  const literal = ({ parts }: Pattern) => (parts.every((part) => "literal" in part) ? parts : undefined);
  if (literal(left) === undefined || literal(right) === undefined) return false;
  const isAscii = (text: string) => /^[\x20-\x7e]*$/.test(text);
  const [a, b] = [left, right].map(({ parts }) =>
    parts.map((part) => ("literal" in part ? part.literal : "")).join(""),
  );
  if (a === undefined || b === undefined || !isAscii(a) || !isAscii(b)) return false;
  return a.toLowerCase() === b.toLowerCase();
}

/** Can no text match both? Shown for texts only: what parts and case mean in an ARN is not documented to the end. */
function cannotMeet(wide: Asked, narrow: Asked): boolean {
  if (!TEXTS.has(wide.predicate.operator) || !TEXTS.has(narrow.predicate.operator)) return false;
  if (wide.pattern.certainty === "opaque" || narrow.pattern.certainty === "opaque") return false;
  return areDisjoint(
    symbolsOf(wide.pattern.parts, wide.predicate.variables),
    symbolsOf(narrow.pattern.parts, narrow.predicate.variables),
  );
}
