/** Values that a pattern matches, or nearly: its wildcards filled in, its variables given their values. */
import type { PolicyDocument } from "../../../host/domain/policy-document.ts";
import type { Random } from "../../events/random.ts";
import { type Context, fillIn } from "../../reference/symbols.ts";
import { isOne, isRun } from "../../reference/wildcard.ts";
import { addressNear } from "./addresses.ts";
import { numberNear } from "./numbers.ts";
import { nearMiss } from "./texts.ts";
import { timeNear } from "./times.ts";
import { ARNS, BASE64, type Family, STRINGS } from "./vocabulary.ts";

const RUNS = ["", "", "a", "xy", "/", ":", "é", "a:b", "*", "red"];

/** A value that the pattern matches, if it can match any. */
export function fillPattern(
  random: Random,
  pattern: string,
  version: PolicyDocument["version"],
  context: Context,
): string {
  const symbols = fillIn(pattern, version, context) ?? fillIn(pattern, "2008-10-17", {}) ?? [];
  return symbols
    .map((symbol) => {
      if (isRun(symbol)) return random.pick(RUNS);
      return isOne(symbol) ? random.pick(["a", "é", "🦀", ":", "?"]) : symbol.text;
    })
    .join("");
}

/** Of a condition's pattern; where wildcards mean nothing, a value of its family serves as well. */
export function valueFor(
  random: Random,
  family: Family,
  pattern: string,
  version: PolicyDocument["version"],
  context: Context,
): string {
  const isText = family === "string" || family === "arn";
  if (!isText && random.chance(0.5)) return familyValue(random, family);
  const filled = fillPattern(random, family === "address" ? pattern.replace(/\/.*/, "") : pattern, version, context);
  return random.chance(isText ? 0.3 : 0.1) ? nearMiss(random, filled) : filled;
}

/** Of a key that holds such values. */
export function familyValue(random: Random, family: Family): string {
  switch (family) {
    case "string":
      return random.pick(STRINGS);
    case "arn":
      return random.chance(0.9) ? random.pick(ARNS) : random.pick(["", "role/admin", "arn:aws:iam", "*"]);
    case "number":
      return numberNear(random);
    case "date":
      return timeNear(random);
    case "address":
      return addressNear(random);
    case "bool":
      return random.pick(["true", "false", "true", "false", "TRUE", "False", "yes", ""]);
    case "bytes":
      return random.chance(0.85) ? random.pick(BASE64) : random.pick(["", "cmU", "cmV=", "cm-_", "cmVk\n", "c"]);
  }
}
