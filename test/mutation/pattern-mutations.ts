/** Actions, resources, wildcards, ARNs and policy variables. */
import { type Mutation, mutationsOf } from "./mutation.ts";

export const PATTERN_MUTATIONS: readonly Mutation[] = [
  ...mutationsOf("host/policy/compile/compile-statement.ts", [
    [
      "action-pattern-with-case",
      "compilePattern(text.toLowerCase(), syntax, variables)",
      "compilePattern(text, syntax, variables)",
    ],
    ["not-action-as-action", "negated: actions.negated,", "negated: false,"],
    [
      "action-without-wildcards",
      "const syntax = { wildcards: true, variables: false };",
      "const syntax = { wildcards: false, variables: false };",
    ],
  ]),
  ...mutationsOf("assembly/matching/action.ts", [
    [
      "action-service-wildcard-sure",
      "isAllStars(pattern, service) ? TRUE : UNKNOWN",
      "isAllStars(pattern, service) ? TRUE : TRUE",
    ],
    [
      "action-star-for-service-unsure",
      "!hasWildcard(pattern, service) || isAllStars(pattern, service)",
      "!hasWildcard(pattern, service)",
    ],
  ]),
  ...mutationsOf("assembly/matching/predicate.ts", [
    [
      "first-action-of-list",
      "n = patternCountOf(predicate); i < n && truth !== TRUE; i++) {\n    const pattern = patternAt(predicate, i);\n    truth |= open",
      "n = min<u32>(1, patternCountOf(predicate)); i < n && truth !== TRUE; i++) {\n    const pattern = patternAt(predicate, i);\n    truth |= open",
    ],
    ["not-resource-as-resource", "if (!isNegated(predicate)) return truth;", "return truth;"],
    [
      "not-resource-of-star-sure",
      "return isStar && truth === FALSE ? UNKNOWN : negate(truth);",
      "return negate(truth);",
    ],
    ["star-request-matches-arns", "const isStar = length === 1 && load<u8>(start) === STAR;", "const isStar = false;"],
    ["unknown-resource-never-sure", "lengthOf(pattern))) truth = TRUE;", "lengthOf(pattern))) truth = UNKNOWN;"],
    ["unknown-resource-matches-nothing", "let truth = UNKNOWN;", "let truth = FALSE;"],
    [
      "allow-needs-one-resource",
      "return operator === OPERATOR_RESOURCE_ANY ? any : (any & MAY) | (all & MUST);",
      "return any;",
    ],
    [
      "variables-sure-when-one-is",
      "  return (any & MAY) | (all & MUST);\n}\n\nfunction truthUnder",
      "  return any;\n}\n\nfunction truthUnder",
    ],
  ]),
  ...mutationsOf("assembly/matching/wildcard.ts", [
    [
      "star-needs-a-character",
      "starAt = p++;\n      resume = v;",
      "starAt = p++;\n      v = nextCharacter(value, v, valueLength);\n      resume = v;",
    ],
    ["star-is-never-longer", "resume = nextCharacter(value, resume, valueLength);", "return false;"],
    [
      "star-at-the-end-needs-more",
      "while (p < patternLength && load<u8>(pattern + p) === TOKEN_ANY) p++;\n  return",
      "return",
    ],
    ["question-mark-is-a-byte", "p++;\n      v = nextCharacter(value, v, valueLength);", "p++;\n      v++;"],
    ["question-mark-is-itself", "symbol === TOKEN_ONE && load", "symbol === 0x3f && load"],
    ["question-mark-takes-a-star-of-a-form", " && load<u8>(value + v) !== TOKEN_ANY", ""],
    [
      "fallback-says-no",
      "return matchesByStates(pattern, patternLength, value, valueLength, foldedBytes);",
      "return false;",
    ],
    [
      "fallback-says-yes",
      "return matchesByStates(pattern, patternLength, value, valueLength, foldedBytes);",
      "return true;",
    ],
  ]),
  ...mutationsOf("assembly/matching/wildcard-states.ts", [
    ["fallback-without-folding", "v < foldedBytes ? otherCase(byte) : byte", "byte"],
    ["fallback-without-word-carry", "(gone << 1) | carried | (now & stays)", "(gone << 1) | (now & stays)"],
    [
      "fallback-star-without-word-carry",
      "const now = load<u64>(states + at) | carried;",
      "const now = load<u64>(states + at);",
    ],
    ["fallback-question-mark-is-a-byte", "const isFurther = (byte & 0xc0) === 0x80;", "const isFurther = false;"],
    ["fallback-star-needs-a-character", "closeOverStars(next, stars, words);\n", ""],
  ]),
  ...mutationsOf("assembly/matching/overlap.ts", [
    [
      "form-star-takes-nothing",
      "meets = load<u8>(before + p) !== 0 || (takes && load<u8>(row + p - 1) !== 0);",
      "meets = load<u8>(before + p) !== 0;",
    ],
    [
      "pattern-star-takes-nothing",
      "load<u8>(row + p - 1) !== 0 || (f > 0 && load<u8>(before + p) !== 0);",
      "load<u8>(row + p - 1) !== 0;",
    ],
    ["form-characters-have-one-byte", "wild === TOKEN_ONE && isFurther(symbol)", "false"],
    ["pattern-characters-have-one-byte", "symbol === TOKEN_ONE && isFurther(wild)", "false"],
  ]),
  ...mutationsOf("assembly/matching/arn.ts", [
    [
      "form-matches-where-it-may",
      "if (overlapsByParts(pattern, patternLength, form, formLength)) return UNKNOWN;",
      "if (overlapsByParts(pattern, patternLength, form, formLength)) return TRUE;",
    ],
    [
      "form-differs-where-it-may-match",
      "if (overlapsByParts(pattern, patternLength, form, formLength)) return UNKNOWN;",
      "if (overlapsByParts(pattern, patternLength, form, formLength)) return FALSE;",
    ],
    [
      "resource-over-parts",
      "if (matchesByParts(pattern, patternLength, arn, arnLength, false)) return TRUE;",
      "if (matchesWildcard(pattern, patternLength, arn, arnLength, 0)) return TRUE;",
    ],
    [
      "resource-head-with-case",
      "if (matchesByParts(pattern, patternLength, arn, arnLength, true)) return UNKNOWN;",
      "",
    ],
    [
      "resource-head-case-sure",
      "if (matchesByParts(pattern, patternLength, arn, arnLength, true)) return UNKNOWN;",
      "if (matchesByParts(pattern, patternLength, arn, arnLength, true)) return TRUE;",
    ],
    [
      "resource-tail-folds-case",
      "return matchesWildcard(pattern + p, patternLength - p, arn + a, arnLength - a, 0);",
      "return matchesWildcard(pattern + p, patternLength - p, arn + a, arnLength - a, arnLength);",
    ],
    [
      "resource-star-over-colon-no",
      "headLength(arn, arnLength)) ? UNKNOWN : FALSE;",
      "headLength(arn, arnLength)) ? FALSE : FALSE;",
    ],
    ["resource-short-arn-no", "return length > from && load<u8>(pattern + length - 1) === TOKEN_ANY;", "return false;"],
    ["resource-last-part-to-colon", "const LAST_PART: u32 = 5;", "const LAST_PART: u32 = 6;"],
  ]),
  ...mutationsOf("host/policy/compile/compile-resources.ts", [
    ["not-resource-list-as-resource", "negated: resources.negated,", "negated: false,"],
    ["resource-type-wildcard-sure", "rest.length > 0 && /[*?]/.test(type", "false && /[*?]/.test(type"],
    ["resource-without-type-contested", ' && !WITHOUT_TYPE.has(parts[SERVICE_PART] ?? "")', ""],
    [
      "resource-service-wildcard-sure",
      "service !== undefined && /[*?]/.test(service)",
      "service !== undefined && false && /[*?]/.test(service)",
    ],
    ["resource-variables-in-old-version", 'variables: version === "2012-10-17" };', "variables: true };"],
    ["resource-allow-as-deny", 'effect === "Deny" ? "resourceAny" : "resourceAll"', '"resourceAny"'],
  ]),
  ...mutationsOf("host/policy/compile/compile-pattern.ts", [
    [
      "variable-characters-are-wildcards",
      "addLiteral(parts, piece.character)",
      "addText(parts, piece.character, syntax.wildcards)",
    ],
    ["variable-key-with-case", "const name = key.toLowerCase();", "const name = key;"],
    [
      "variable-default-ignored",
      "variables.indexOf(piece.key, piece.fallback)",
      "variables.indexOf(piece.key, undefined)",
    ],
  ]),
  ...mutationsOf("host/policy/compile/compile-condition.ts", [
    [
      "variables-in-old-version",
      "variables: operator.variables === true && isCurrent",
      "variables: operator.variables === true",
    ],
    ["variables-never", "variables: operator.variables === true && isCurrent", "variables: false"],
  ]),
  ...mutationsOf("assembly/matching/variables.ts", [
    [
      "variable-value-has-wildcards",
      "memory.copy(out, startOf(text), lengthOf(text));",
      "for (let k: u32 = 0; k < lengthOf(text); k++) store<u8>(out + k, load<u8>(startOf(text) + k) === 0x2a ? <u8>TOKEN_ANY : load<u8>(startOf(text) + k));",
    ],
    [
      "variable-colon-in-arn-sure",
      "state = RESOLVED_CONTESTED;\n    if (text === OPEN &&",
      "state = RESOLVED;\n    if (text === OPEN &&",
    ],
    [
      "variable-absent-is-empty",
      "if (text === 0) return RESOLVED_TO_NOTHING;",
      "if (text === 0) continue; // and write() takes nothing",
    ],
  ]),
  ...mutationsOf("assembly/matching/pattern.ts", [
    [
      "variable-absent-matches",
      "if (state === RESOLVED_TO_NOTHING) return FALSE;\n  if (state === RESOLVED_CONTESTED) return UNKNOWN;\n  return",
      "if (state === RESOLVED_TO_NOTHING) return UNKNOWN;\n  if (state === RESOLVED_CONTESTED) return UNKNOWN;\n  return",
    ],
    [
      "variable-absent-in-resource-matches",
      "if (state === RESOLVED_TO_NOTHING) return FALSE;\n    if",
      "if (state === RESOLVED_TO_NOTHING) return UNKNOWN;\n    if",
    ],
    ["variable-open-matches", "if (state === RESOLVED_OPEN) isSure = false;", ""],
    ["contested-pattern-sure", "let isSure = (flags & PATTERN_CONTESTED) === 0;", "let isSure = true;"],
    [
      "opaque-pattern-as-text",
      "if ((flags & PATTERN_OPAQUE) !== 0) return UNKNOWN;\n  if ((flags & PATTERN_VARIABLES) === 0)",
      "if ((flags & PATTERN_VARIABLES) === 0)",
    ],
  ]),
  ...mutationsOf("host/wasm/predicate-truths.ts", [
    [
      "variable-of-list-takes-first",
      "const isList = texts.length > 1 ||",
      "const isList = false && texts.length > 1 ||",
    ],
    ["variable-default-always", "if (mayBeAbsent && fallback !== undefined)", "if (fallback !== undefined)"],
    ["variable-never-absent", "(mayBeAbsent && fallback === undefined ? POSSIBILITIES.absent : 0)", "0"],
  ]),
];
