/** Conditions that are legal and surely not meant: keys that nobody knows, set operators on the wrong keys, contradictions. */
import type { Operator } from "../grammar/condition-operators.ts";
import type { Reading } from "../grammar/reading.ts";
import { quote } from "../quote.ts";
import type { KnownNames } from "./known-names.ts";
import type { LocatedCondition, LocatedStatement } from "./located-policy.ts";

/**
 * Codes: `variable-in-key`, `set-operator-with-null`, `matches-nothing`, `unknown-condition-key`,
 * `multivalued-key-without-set-operator`, `set-operator-on-single-value-key`; the last three with `names` only.
 */
export function warnAboutConditions(
  { conditions }: LocatedStatement,
  report: Reading["report"],
  names: KnownNames | undefined,
): void {
  for (const condition of conditions) {
    const { operator, key, keyNode } = condition;
    if (key.includes("${")) {
      const message = `${quote(key)} holds a policy variable, and names of condition keys take none; write the name itself`;
      report(keyNode, "variable-in-key", message);
      continue;
    }
    if (operator.kind === "null" && operator.set !== "") {
      const message = `AWS does not say what ${quote(operator.name)} means; write \`Null\``;
      report(keyNode, "set-operator-with-null", message);
    }
    if (isNeverTrueBeside(condition, conditions)) {
      const message = `\`Null\` wants ${quote(key)} to be missing and ${quote(operator.name)} wants it to be there, so the statement matches nothing`;
      report(keyNode, "matches-nothing", message);
    }
    if (names !== undefined) warnAboutKey(condition, report, names);
  }
}

function warnAboutKey(
  { operator, key, keyNode }: LocatedCondition,
  report: Reading["report"],
  names: KnownNames,
): void {
  if (!names.isKnownConditionKey(key)) {
    const message = `no condition key ${quote(key)} is known; a key that no request has counts as missing; check the spelling`;
    report(keyNode, "unknown-condition-key", message);
  }
  const isMultivalued = operator.kind === "null" ? undefined : names.isMultivalued(key);
  if (isMultivalued === true && operator.set === "") {
    const message = `${quote(key)} can have several values, and ${quote(operator.name)} compares one; put \`ForAnyValue:\` or \`ForAllValues:\` before it`;
    report(keyNode, "multivalued-key-without-set-operator", message);
  } else if (isMultivalued === false && saysMoreThanItsBase(operator)) {
    const answer = operator.isNegated ? "false" : "true";
    const message = `${quote(key)} has one value only, so all that ${quote(operator.set)} adds is that ${quote(operator.name)} is ${answer} when the key is missing; remove it`;
    report(keyNode, "set-operator-on-single-value-key", message);
  }
}

/** Of one value a set operator asks what its base asks; of a missing one, not always. */
function saysMoreThanItsBase({ set, isNegated, hasIfExists }: Operator): boolean {
  return !hasIfExists && ((set === "ForAllValues:" && !isNegated) || (set === "ForAnyValue:" && isNegated));
}

/** False for a missing key, and beside a `Null` that asks the same key to be missing. */
function isNeverTrueBeside({ operator, key }: LocatedCondition, all: readonly LocatedCondition[]): boolean {
  const { kind, set, isNegated, hasIfExists } = operator;
  const needsKey = kind !== "null" && !hasIfExists && (set === "ForAnyValue:" || (set === "" && !isNegated));
  return needsKey && all.some((other) => asksForMissing(other) && other.key.toLowerCase() === key.toLowerCase());
}

function asksForMissing({ operator, values }: LocatedCondition): boolean {
  return operator.name === "Null" && values.length > 0 && values.every(({ text }) => text.toLowerCase() === "true");
}
