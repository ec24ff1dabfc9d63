/**
 * IAM-OPS: Null `true` asks for an absent key, `false` for a present one. Reading 10: the word in any case, several words are OR-ed,
 * an empty list is as an absent key; with a set prefix nothing is documented.
 */
import type { Condition } from "../../host/domain/policy-document.ts";
import { foldAscii } from "./ascii.ts";
import { anyOf, contested, type Finding } from "./truth.ts";

export function matchesNull({ operator, key, values }: Condition, given: readonly string[]): Finding {
  if (operator !== "Null") {
    const words = [...new Set(values.map(foldAscii))].sort();
    return contested(`${operator} of ${foldAscii(key)} ${words}`);
  }
  const isAbsent = given.length === 0;
  return anyOf(
    values.map((wanted) => {
      if (foldAscii(wanted) === "true") return isAbsent;
      return foldAscii(wanted) === "false" ? !isAbsent : contested(`Null ${wanted}`);
    }),
  );
}
