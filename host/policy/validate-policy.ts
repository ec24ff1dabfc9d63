/**
 * Everything to say about a policy text: the faults that keep it from being a service control policy, and warnings about what
 * AWS takes and its author surely did not mean. Warnings change no verdict.
 */
import type { Fault } from "../domain/fault.ts";
import { createReading } from "./grammar/reading.ts";
import { inOrderOfText } from "./in-order-of-text.ts";
import { countCharacters, readPolicyText } from "./read-policy-text.ts";
import type { KnownNames } from "./warnings/known-names.ts";
import { locatePolicy } from "./warnings/located-policy.ts";
import { warnAboutActions } from "./warnings/warn-about-actions.ts";
import { warnAboutConditions } from "./warnings/warn-about-conditions.ts";
import { warnAboutResources } from "./warnings/warn-about-resources.ts";
import { warnAboutValues } from "./warnings/warn-about-values.ts";
import { warnAboutVersion } from "./warnings/warn-about-version.ts";

/** The limit of AWS until 2026-05-15, and of tools made before (semantics 2). */
const OLD_CHARACTERS_MAX = 5_120;

/**
 * `faults` are those of `parsePolicyDocument`. Warnings have a place too, and their codes are these: `no-version`,
 * `longer-than-5120`, `variable-in-old-version`, `variable-in-key`, `wildcard-in-service`, `wildcard-in-equals`,
 * `matches-nothing`, `matches-everything`, `placeholder`, `short-arn`, `set-operator-with-null`, `more-faults`; with `names` also
 * `unknown-service`, `unknown-action`, `unknown-condition-key`, `multivalued-key-without-set-operator`,
 * `set-operator-on-single-value-key`. None where a fault stands, and none when the text is too long or no JSON.
 */
export function validatePolicy(
  text: string,
  names?: KnownNames,
): { readonly faults: readonly Fault[]; readonly warnings: readonly Fault[] } {
  const { faults, root } = readPolicyText(text);
  if (root === undefined || faults.some(({ code }) => code === "policy-too-long")) return { faults, warnings: [] };
  const reading = createReading(text);
  const { report } = reading;
  const policy = locatePolicy(text, root);
  const characters = countCharacters(text);
  if (characters > OLD_CHARACTERS_MAX) {
    const message = `the policy has ${characters} characters; before 2026-05-15 AWS took ${OLD_CHARACTERS_MAX}, and so do tools made for that`;
    report(root, "longer-than-5120", message);
  }
  warnAboutVersion(policy, report);
  for (const statement of policy.statements) {
    const { actions, resources, conditions } = statement;
    if (actions !== undefined) warnAboutActions(actions, reading, names);
    if (resources !== undefined) warnAboutResources(resources, report, policy.hasVariables);
    warnAboutConditions(statement, report, names);
    for (const condition of conditions) warnAboutValues(condition, report, policy.hasVariables);
  }
  const faulty = new Set(faults.map(placeOf));
  return { faults, warnings: inOrderOfText(reading.faults().filter((warning) => !faulty.has(placeOf(warning)))) };
}

function placeOf({ where }: Fault): string {
  return `${where?.line}:${where?.column}`;
}
