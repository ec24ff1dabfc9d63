/** Three values, levels, the decision of one hierarchy, and the comparison of two (R2, R6, R7, R8). */
import { type Mutation, mutationsOf } from "./mutation.ts";

export const DECISION_MUTATIONS: readonly Mutation[] = [
  ...mutationsOf("assembly/wire/truth.ts", [
    [
      "not-unknown-is-true",
      "return ((truth & MUST) === 0 ? MAY : 0) | ((truth & MAY) === 0 ? MUST : 0);",
      "return truth === TRUE ? FALSE : TRUE;",
    ],
  ]),
  ...mutationsOf("assembly/matching/key-condition.ts", [
    [
      "unknown-key-is-true",
      "  return (any & MAY) | (all & MUST);\n}\n\nfunction absentTruth",
      "  return any;\n}\n\nfunction absentTruth",
    ],
    [
      "unknown-key-is-false",
      "  return (any & MAY) | (all & MUST);\n}\n\nfunction absentTruth",
      "  return all;\n}\n\nfunction absentTruth",
    ],
  ]),
  ...mutationsOf("assembly/decision/masks.ts", [
    ["one-condition-is-enough", "if ((truth & MAY) === 0) store<u64>(at, load<u64>(at) & keep);", ""],
    [
      "unknown-condition-is-sure",
      "store<u64>(at + mustOffset, load<u64>(at + mustOffset) & keep);",
      "if ((truth & MAY) === 0) store<u64>(at + mustOffset, load<u64>(at + mustOffset) & keep);",
    ],
  ]),
  ...mutationsOf("assembly/decision/account-class.ts", [
    [
      "level-needs-every-allow",
      "if ((load<u64>(bits + at) & load<u64>(mask + at)) !== 0) return true;",
      "if (load<u64>(bits + at) !== 0 && (load<u64>(bits + at) & load<u64>(mask + at)) === load<u64>(bits + at)) return true;",
    ],
    [
      "one-level-is-enough",
      "levels + <usize>level * words * 8, mask, words)) return false;\n  }\n  return true;",
      "levels + <usize>level * words * 8, mask, words)) continue;\n    return true;\n  }\n  return count === 0;",
    ],
    [
      "last-level-is-not-asked",
      "level < count; level++) {\n    if (((skipped",
      "level + 1 < count; level++) {\n    if (((skipped",
    ],
    ["levels-are-one", "const first = counts + 16 + <usize>current * words * 8;", "const first = counts + 16;"],
    [
      "proposed-denies-are-current-ones",
      "return overlaps(accountClass + <usize>words * 8, mask, words);",
      "return overlaps(accountClass, mask, words);",
    ],
    ["new-denies-are-not-seen", "return overlaps(accountClass + <usize>words * 16, mask, words);", "return false;"],
  ]),
  ...mutationsOf("assembly/decision/decide-masks.ts", [
    [
      "explicit-deny-after-allow",
      "if (deniesCurrent(hierarchy, must, words)) return DECISION_EXPLICIT_DENY;",
      "if (deniesCurrent(hierarchy, must, words) && !allowsCurrent(hierarchy, must, words)) return DECISION_EXPLICIT_DENY;",
    ],
    [
      "implicit-deny-before-explicit",
      "if (deniesCurrent(hierarchy, must, words)) return DECISION_EXPLICIT_DENY;",
      "if (!allowsCurrent(hierarchy, may, words)) return DECISION_IMPLICIT_DENY;\n  if (deniesCurrent(hierarchy, must, words)) return DECISION_EXPLICIT_DENY;",
    ],
    ["open-deny-does-not-matter", "if (deniesCurrent(hierarchy, may, words)) return DECISION_UNDETERMINED;", ""],
    [
      "implicit-deny-is-allowed",
      "if (!allowsCurrent(hierarchy, may, words)) return DECISION_IMPLICIT_DENY;",
      "if (!allowsCurrent(hierarchy, may, words)) return DECISION_ALLOWED;",
    ],
    [
      "open-allow-is-enough",
      "return allowsCurrent(hierarchy, must, words) ? DECISION_ALLOWED : DECISION_UNDETERMINED;",
      "return DECISION_ALLOWED;",
    ],
  ]),
  ...mutationsOf("assembly/decision/assess.ts", [
    [
      "denied-now-by-open-deny",
      "if (deniesCurrent(accountClass, must, words) || !allowsCurrent(accountClass, may, words)) return bits",
      "if (deniesCurrent(accountClass, may, words) || !allowsCurrent(accountClass, may, words)) return bits",
    ],
    [
      "denied-now-without-levels",
      "if (deniesCurrent(accountClass, must, words) || !allowsCurrent(accountClass, may, words)) return bits",
      "if (deniesCurrent(accountClass, must, words)) return bits",
    ],
    [
      "newly-allowed-though-open",
      "if (!deniesProposed(accountClass, may, words) && allowsProposed(accountClass, must, words, true)) bits |= GIVEN;",
      "if (!deniesProposed(accountClass, must, words) && allowsProposed(accountClass, may, words, true)) bits |= GIVEN;",
    ],
    [
      "newly-allowed-despite-deny",
      "if (!deniesProposed(accountClass, may, words) && allowsProposed(accountClass, must, words, true)) bits |= GIVEN;",
      "if (allowsProposed(accountClass, must, words, true)) bits |= GIVEN;",
    ],
    ["newly-allowed-never", "(event & GIVEN) !== 0 ? VERDICT_NEWLY_ALLOWED : VERDICT_DENIED_NOW", "VERDICT_DENIED_NOW"],
    [
      "newly-denied-by-open-deny",
      "if (deniesProposedOnly(accountClass, must, words) || !allowsProposed(accountClass, may, words, false)) {",
      "if (deniesProposedOnly(accountClass, may, words) || !allowsProposed(accountClass, may, words, false)) {",
    ],
    [
      "newly-denied-by-open-level",
      "if (deniesProposedOnly(accountClass, must, words) || !allowsProposed(accountClass, may, words, false)) {",
      "if (deniesProposedOnly(accountClass, must, words) || !allowsProposed(accountClass, must, words, false)) {",
    ],
    [
      "newly-denied-whatever-is-open-now",
      "if (!deniesCurrent(accountClass, may, words) && allowsCurrent(accountClass, must, words)) bits |= ALLOWED_NOW;",
      "bits |= ALLOWED_NOW;",
    ],
    ["open-is-unchanged", "return isOpen ? bits | OPEN : bits;", "return bits;"],
    ["one-alternative-denied-is-enough", "(left & right & TAKEN)", "((left | right) & TAKEN)"],
    ["open-alternative-forgotten", "((left | right) & (ALLOWED_NOW | OPEN))", "(left & right & (ALLOWED_NOW | OPEN))"],
    ["alternative-denied-before-counts", "if ((right & DENIED_NOW) !== 0) return (left & ~GIVEN) | given;", ""],
    [
      "only-the-first-authorization-counts",
      "((event | asked) & (DENIED_NOW | TAKEN | OPEN))",
      "(event & (DENIED_NOW | TAKEN | OPEN))",
    ],
    [
      "freed-by-one-authorization",
      "return (event & asked & (ALLOWED_NOW | GIVEN))",
      "return ((event | asked) & (ALLOWED_NOW | GIVEN))",
    ],
    [
      "possible-denied-before-counts",
      "(possible & (DENIED_NOW | OPEN)) === OPEN",
      "(possible & OPEN) !== 0 || (possible & DENIED_NOW) !== 0",
    ],
    [
      "newly-allowed-whatever-is-possible",
      "if (verdict === VERDICT_NEWLY_ALLOWED && (possible & GIVEN) === 0) return VERDICT_DENIED_NOW;",
      "",
    ],
  ]),
  ...mutationsOf("assembly/decision/judge-rows.ts", [
    [
      "possible-authorizations-forgotten",
      "for (; load<u32>(entry) !== ENTRY_END; entry += ENTRY_BYTES) {",
      "for (; false; entry += ENTRY_BYTES) {",
    ],
    [
      "alternatives-forgotten",
      "asked = eitherOf(asked, assess(accountClass, mask, words));",
      "assess(accountClass, mask, words);",
    ],
    [
      "residual-not-settled",
      "entryMask(plan, entry, words, context, mask);\n    if (residual !== 0 && hasOpen(accountClass, mask, residual, words)) return VERDICT_RESIDUAL;\n    let asked",
      "entryMask(plan, entry, words, context, mask);\n    let asked",
    ],
  ]),
  ...mutationsOf("host/evaluation/explaining/settle-verdict.ts", [
    [
      "allowed-now-one-by-one",
      "mayBeAllowedNow(program, [...picked, view], current)",
      "mayBeAllowedNow(program, [view], current)",
    ],
  ]),
  ...mutationsOf("host/evaluation/explaining/open-place.ts", [
    [
      "attached-deny-is-news",
      ".filter((deny) => !deniedNow.some((attached) => contains(attached, deny)))",
      ".filter(() => deniedNow.length >= 0)",
    ],
    [
      "implied-level-is-news",
      "if (!isImplied) return { level, statements: allows };",
      "return { level, statements: allows };",
    ],
    ["any-allow-implies-a-level", "known.every((attached) => allows", "known.some((attached) => allows"],
  ]),
  ...mutationsOf("host/evaluation/explaining/may-be-allowed-now.ts", [
    ["assignment-not-asked-for", "    if (!given) return false;", ""],
    [
      "assignment-despite-sure-deny",
      "truthOfStatement(program, view, number) === TRUTH.false) continue;",
      "truthOfStatement(program, view, number) !== TRUTH.unknown) continue;",
    ],
    ["assignment-of-one-key-twice", "return known.predicate === predicate && known.answer === answer;", "return true;"],
  ]),
  ...mutationsOf("host/policy/containment/value-range.ts", [
    [
      "containment-range-ends",
      "further > 0n || (further === 0n && (wide.included || !narrow.included))",
      "further >= 0n",
    ],
    [
      "containment-range-turned",
      "const further = (wide.value - narrow.value) * direction;",
      "const further = (narrow.value - wide.value) * direction;",
    ],
    ["containment-open-range", "if (narrow === undefined) return false;", "if (narrow === undefined) return true;"],
  ]),
  ...mutationsOf("host/policy/containment/covers-pattern.ts", [
    ["containment-text-start-only", 'while (wide[w] === "any") w++;\n  return w === wide.length;', "return true;"],
    [
      "containment-question-mark-takes-star",
      'if (narrow === undefined || narrow === "any" || wide === "any") return false;',
      'if (narrow === undefined || wide === "any") return false;\n  if (narrow === "any") return wide === "one";',
    ],
    [
      "containment-disjoint-prefix",
      "if (other === undefined) return isCharacter(symbol);",
      "if (other === undefined) return true;",
    ],
  ]),
  ...mutationsOf("host/policy/containment/follows.ts", [
    [
      "containment-negation-turned",
      "return wides.every((each) => narrows.some((other) => covers(other, each)));",
      "return narrows.every((each) => wides.some((other) => covers(other, each)));",
    ],
    [
      "containment-one-pattern-is-enough",
      "return narrows.every((each) => wides.some(",
      "return narrows.some((each) => wides.some(",
    ],
    ["containment-any-set", "wide.key !== narrow.key || wide.set !== narrow.set", "wide.key !== narrow.key"],
    ["containment-absent-ignored", '!(wide.whenAbsent === "true" && narrow.whenAbsent === "false")', "false"],
    ["containment-of-contested", 'if (wide.pattern.certainty !== "sure") return false;', ""],
  ]),
  ...mutationsOf("host/policy/containment/contains-statement.ts", [
    ["containment-one-condition-is-enough", "return wide.predicates.every(", "return wide.predicates.some("],
  ]),
  ...mutationsOf("host/organization/propose.ts", [
    ["attachment-always-adds", "if (documents.some(hasAllow))", "if (false)"],
    ["attachment-always-replaces", "if (documents.some(hasAllow))", "if (documents.length > 0)"],
    [
      "attachment-mode-ignored",
      'if (mode === "REPLACE") return',
      'if (mode === "REPLACE" && documents.some(hasAllow)) return',
    ],
    ["attachment-add-replaces", 'decision.mode === "ADD" ? [...level.policies, ...proposed] : proposed', "proposed"],
  ]),
];
