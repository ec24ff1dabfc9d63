/**
 * A policy text → what it says, with positions; or everything that keeps it from being a service control policy, at once
 * and in words for its author. Refuses what AWS Organizations refuses (semantics 2), as far as that is known; compiles
 * nothing and judges nothing.
 */
import { failure, type Result, success } from "../domain/fault.ts";
import type { PolicyDocument } from "../domain/policy-document.ts";
import { readPolicyText } from "./read-policy-text.ts";

/**
 * Takes the policy text. Faults carry line, column and, where the text is JSON, the JSON pointer, in the order of the
 * text as far as it was read. Their codes:
 *
 * - text: `policy-too-long`, `not-json`, `too-deep`, `duplicate-key`
 * - elements: `unknown-element`, `unsupported-element`, `missing-element`, `conflicting-elements`, `wrong-type`,
 *   `empty-list`, `empty-condition`
 * - what they say: `invalid-version`, `invalid-sid`, `duplicate-sid`, `invalid-effect`, `invalid-action`,
 *   `invalid-resource`, `invalid-variable`, `invalid-condition-key`, `unknown-operator`
 * - values of conditions: `invalid-number`, `invalid-date`, `invalid-boolean`, `invalid-binary`, `invalid-ip`, `invalid-arn`
 * - `more-faults`, the last one, when they were more than anybody reads
 */
export function parsePolicyDocument(text: string): Result<PolicyDocument> {
  const { faults, document } = readPolicyText(text);
  if (faults.length > 0) return failure(...faults);
  if (document === undefined) throw new Error("a policy without faults has a document");
  return success(document);
}
