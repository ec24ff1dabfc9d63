/**
 * Whether everything one statement matches another matches too, as far as their texts show it (R7). Yes is sure; no means "not
 * shown". Issue B widens what is shown.
 */
import type { Pattern, Predicate, Program } from "../domain/program.ts";

/** Operators whose patterns are compared as plain wildcard texts; ARNs are not, because parts bind their wildcards. */
const COMPARED_AS_TEXT: ReadonlySet<Predicate["operator"]> = new Set(["action", "stringLike"]);

/** Statements by number; both of one effect. Every predicate of the outer one must follow from one of the inner one. */
export function containsStatement(program: Program, outer: number, inner: number): boolean {
  if (outer === inner) return true;
  const [wide, narrow] = [program.statements[outer], program.statements[inner]];
  if (wide === undefined || narrow === undefined || wide.effect !== narrow.effect) return false;
  return wide.predicates.every((asked) => narrow.predicates.some((given) => follows(program, asked, given)));
}

/** Is `asked` true wherever `given` is? */
function follows(program: Program, asked: number, given: number): boolean {
  if (asked === given) return true;
  const [wide, narrow] = [program.predicates[asked], program.predicates[given]];
  if (wide === undefined || narrow === undefined || wide.operator === "unsupported" || wide.operator === "null")
    return false;
  const sameQuestion =
    wide.operator === narrow.operator &&
    wide.key === narrow.key &&
    wide.negated === narrow.negated &&
    wide.whenAbsent === narrow.whenAbsent;
  if (!sameQuestion) return false;
  // Fewer patterns match less; fewer excluded patterns match more.
  const [covering, covered] = wide.negated ? [narrow, wide] : [wide, narrow];
  const asText = COMPARED_AS_TEXT.has(wide.operator);
  return covered.patterns.every((pattern) => covering.patterns.some((other) => covers(other, pattern, asText)));
}

/** Does `wide` match everything `narrow` matches? */
function covers(wide: Pattern, narrow: Pattern, asText: boolean): boolean {
  if (wide.text === narrow.text && wide.opaque === narrow.opaque) return true;
  return asText && !wide.opaque && !narrow.opaque && coversText(wide.text, narrow.text);
}

/** The narrow pattern is read as a text in which `*` is taken only by `*`, and `?` only by `?` or `*`. By code points. */
function coversText(wide: string, narrow: string): boolean {
  const [pattern, text] = [[...wide], [...narrow]];
  let [p, t] = [0, 0];
  let [starAt, resume] = [-1, 0];
  while (t < text.length) {
    const symbol = pattern[p];
    if (symbol === "*") {
      starAt = p++;
      resume = t;
    } else if (symbol === text[t] || (symbol === "?" && text[t] !== "*")) {
      p++;
      t++;
    } else if (starAt >= 0) {
      p = starAt + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === "*") p++;
  return p === pattern.length;
}
