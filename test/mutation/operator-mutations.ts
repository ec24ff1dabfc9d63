/** The operators of conditions: what each compares, what it makes of absent keys and of several values. */
import { type Mutation, mutationsOf } from "./mutation.ts";

const NUMERIC_OR_DATE = (name: string) => `operator === OPERATOR_NUMERIC_${name} || operator === OPERATOR_DATE_${name}`;

/** The comparison of one family takes another order; the other family keeps its own. */
function comparison(family: "NUMERIC" | "DATE", name: string, wrong: string): readonly [string, string, string] {
  const find = `if (${NUMERIC_OR_DATE(name)}) `;
  const title = `${family}-${name}`.toLowerCase().replaceAll("_", "-");
  return [title, find, `if (operator === OPERATOR_${family}_${name}) return certain(${wrong}); else ${find}`];
}

const negation = (base: string, wildcards: "TEXT" | "GLOB" | "", operator: string) => {
  const traits = wildcards === "" ? "" : `...${wildcards}, `;
  const find = `  ${base}: { operator: "${operator}", ${traits}...NOT },`;
  return [`negated-${base}`, find, find.replace(", ...NOT", "")] as const;
};

const COMPARISONS = (["NUMERIC", "DATE"] as const).flatMap((family) => [
  comparison(family, "EQUALS", "order !== GREATER"),
  comparison(family, "LESS_THAN", "order !== GREATER"),
  comparison(family, "LESS_THAN_EQUALS", "order === LESS"),
  comparison(family, "GREATER_THAN", "order !== LESS"),
]);

const OR_EQUAL_LAST = "  return certain(order !== LESS);";

export const OPERATOR_MUTATIONS: readonly Mutation[] = [
  ...mutationsOf("assembly/matching/condition.ts", [
    [
      "string-equals-folds-case",
      "OPERATOR_STRING_EQUALS) return certain(equalsText(p, patternLength, v, valueLength, false))",
      "OPERATOR_STRING_EQUALS) return certain(equalsText(p, patternLength, v, valueLength, true))",
    ],
    [
      "string-like-without-wildcards",
      "OPERATOR_STRING_LIKE) return certain(matchesWildcard(p, patternLength, v, valueLength, 0))",
      "OPERATOR_STRING_LIKE) return certain(equalsText(p, patternLength, v, valueLength, false))",
    ],
    [
      "string-like-folds-case",
      "OPERATOR_STRING_LIKE) return certain(matchesWildcard(p, patternLength, v, valueLength, 0))",
      "OPERATOR_STRING_LIKE) return certain(matchesWildcard(p, patternLength, v, valueLength, valueLength))",
    ],
    [
      "ignore-case-with-case",
      "if (equalsText(p, patternLength, v, valueLength, true)) return TRUE;\n  return hasNonAscii",
      "if (equalsText(p, patternLength, v, valueLength, false)) return TRUE;\n  return hasNonAscii",
    ],
    [
      "ignore-case-beyond-ascii-sure",
      "|| hasNonAscii(v, valueLength) ? UNKNOWN : FALSE",
      "|| hasNonAscii(v, valueLength) ? FALSE : FALSE",
    ],
    [
      "bool-with-case",
      "if (equalsText(p, patternLength, v, valueLength, true)) return TRUE;\n  return isWord",
      "if (equalsText(p, patternLength, v, valueLength, false)) return TRUE;\n  return isWord",
    ],
    [
      "bool-of-other-words-sure",
      "isWord(v, valueLength, FALSE_WORD) ? FALSE : UNKNOWN",
      "isWord(v, valueLength, FALSE_WORD) ? FALSE : FALSE",
    ],
    ...COMPARISONS,
    [
      "numeric-greater-than-equals",
      OR_EQUAL_LAST,
      "  return certain(operator === OPERATOR_DATE_GREATER_THAN_EQUALS ? order !== LESS : order === GREATER);",
    ],
    [
      "date-greater-than-equals",
      OR_EQUAL_LAST,
      "  return certain(operator === OPERATOR_NUMERIC_GREATER_THAN_EQUALS ? order !== LESS : order === GREATER);",
    ],
    ["no-number-or-date-sure", "if (order === NO_ORDER) return UNKNOWN;", "if (order === NO_ORDER) return FALSE;"],
  ]),
  ...mutationsOf("assembly/matching/decimal.ts", [
    ["numbers-without-sign", "return leftSign * compareSizes", "return compareSizes"],
    ["numbers-by-length", "load<u8>(start + at) === ZERO) at++;\n  return at;", "false) at++;\n  return at;"],
    ["numbers-without-fraction", "for (let i: u32 = 1; leftPoint", "for (let i: u32 = 1; false && leftPoint"],
  ]),
  ...mutationsOf("assembly/matching/date.ts", [
    ["dates-without-offset", "seconds += sign === PLUS ? -shift : shift;", ""],
    ["dates-with-offset-turned", "sign === PLUS ? -shift : shift", "sign === PLUS ? shift : -shift"],
    ["dates-of-four-digits-sure", " || (digits === YEAR_DIGITS && !negative)", ""],
    ["dates-without-fraction", "nanoseconds += unit *", "nanoseconds += 0 *"],
    [
      "dates-that-do-not-exist",
      "if (day - 1 >= daysIn(month, year)) return false;",
      "if (day - 1 >= 31) return false;",
    ],
    ["dates-before-1970", "seconds = negative ? -value : value;", "seconds = value;"],
  ]),
  ...mutationsOf("assembly/matching/ip.ts", [
    ["ip-address-by-whole-bytes", "return certain(sameBits(bits));", "return certain(sameBits(bits & ~7));"],
    ["ip-address-always-whole", "slash === rangeLength ? rangeFamily :", "true ? rangeFamily :"],
    ["ip-mapped-sure", "bits >= 96) ? UNKNOWN : FALSE", "bits >= 96) ? FALSE : FALSE"],
    ["ip-families-meet", "if (rangeFamily !== valueFamily) {", "if (false) {"],
    ["ip-no-address-sure", "|| bits === NONE) return UNKNOWN;", "|| bits === NONE) return FALSE;"],
    ["ip-without-dotted-tail", "if (bytes > 12 || !readIpv4", "if (true || !readIpv4"],
  ]),
  ...mutationsOf("assembly/matching/base64.ts", [
    ["binary-equals-folds-case", "valueLength, false));", "valueLength, true));"],
    ["binary-no-base64-sure", "valueLength)) return UNKNOWN;", "valueLength)) return 0;"],
  ]),
  ...mutationsOf("assembly/matching/arn.ts", [
    [
      "arn-like-over-parts",
      "if (!hasSixParts(value, valueLength)) return FALSE;",
      "if (matchesWildcard(pattern, patternLength, value, valueLength, 0)) return TRUE;",
    ],
    [
      "arn-like-short-pattern-sure",
      "valueLength, 0) ? UNKNOWN : FALSE;\n  }\n  if (!hasSixParts(value",
      "valueLength, 0) ? TRUE : FALSE;\n  }\n  if (!hasSixParts(value",
    ],
    [
      "arn-like-folds-case",
      "value + v, valueEnd - v, 0)) return FALSE;",
      "value + v, valueEnd - v, valueEnd)) return FALSE;",
    ],
  ]),
  ...mutationsOf("assembly/matching/key-condition.ts", [
    ["unknown-value-matches-no-variable", "return matchesNone ? certain(isNegated) : UNKNOWN;", "return UNKNOWN;"],
    [
      "one-pattern-without-value-is-all",
      "if (matchesNone && !matchesNothing(operator, pattern, bindings, combination)) matchesNone = false;",
      "matchesNone = matchesNothing(operator, pattern, bindings, combination);",
    ],
    ["null-turned", "certain(absent === asksForAbsent)", "certain(absent !== asksForAbsent)"],
    ["null-always", "truth |= certain(absent === asksForAbsent);", "truth |= TRUE;"],
    [
      "negation-in-conditions",
      "return (flagsOf(predicate) & FLAG_NEGATED) !== 0 ? negate(truth) : truth;",
      "return truth;",
    ],
    ["for-all-values-as-any", "set === FLAG_FOR_ALL_VALUES ? all : any", "any"],
    ["for-any-value-as-all", "set === FLAG_FOR_ALL_VALUES ? all : any", "all"],
    ["several-values-without-set-sure", "if (isList && count > 0) return UNKNOWN;", "if (false) return UNKNOWN;"],
    [
      "empty-list-as-absent",
      "return emptyTruth(predicate, certain(",
      "return absentTruth(predicate); else if (count === 0) return emptyTruth(predicate, certain(",
    ],
    ["first-value-decides-a-list", "const isList = count > 1 ||", "const isList ="],
    ["absent-key-is-false", "return certain((flags & FLAG_TRUE_WHEN_ABSENT) !== 0);", "return FALSE;"],
    ["anything-matches-no-star", "return certain(!isNegated);", "return UNKNOWN;"],
  ]),
  ...mutationsOf("host/policy/compile/compile-condition.ts", [
    negation("StringNotEquals", "TEXT", "stringEquals"),
    negation("StringNotEqualsIgnoreCase", "TEXT", "stringEqualsIgnoreCase"),
    negation("StringNotLike", "GLOB", "stringLike"),
    negation("ArnNotEquals", "GLOB", "arnLike"),
    negation("ArnNotLike", "GLOB", "arnLike"),
    negation("NumericNotEquals", "", "numericEquals"),
    negation("DateNotEquals", "", "dateEquals"),
    negation("NotIpAddress", "", "ipAddress"),
    [
      "arn-equals-without-wildcards",
      'ArnEquals: { operator: "arnLike", ...GLOB }',
      'ArnEquals: { operator: "arnLike", ...TEXT }',
    ],
    [
      "string-equals-with-wildcards",
      'StringEquals: { operator: "stringEquals", ...TEXT }',
      'StringEquals: { operator: "stringLike", ...GLOB }',
    ],
    ["if-exists-ignored", 'ifExists !== undefined || set === "forAllValues"', 'set === "forAllValues"'],
    [
      "for-all-values-of-absent-false",
      'ifExists !== undefined || set === "forAllValues" ||',
      "ifExists !== undefined ||",
    ],
    ["for-any-value-of-absent-negated", '(set !== "forAnyValue" && negated)', "negated"],
    ["negated-of-absent-false", ' || (set !== "forAnyValue" && negated)', ""],
    ["key-with-case", "const key = condition.key.toLowerCase();", "const key = condition.key;"],
    [
      "bool-with-variable-understood",
      'const hasBoolVariable = base === "Bool"',
      'const hasBoolVariable = base === "Boole"',
    ],
    [
      "null-with-set-as-without",
      "compileNull(condition, key, prefix === undefined)",
      "compileNull(condition, key, true)",
    ],
    ["null-with-case", "literalPattern(text.toLowerCase())", "literalPattern(text)"],
  ]),
];
