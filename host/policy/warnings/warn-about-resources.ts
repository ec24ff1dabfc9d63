/** Patterns for resources that are legal and match nothing (semantics 3.2). */
import { cutVariables } from "../grammar/policy-variables.ts";
import type { Reading } from "../grammar/reading.ts";
import { ACCOUNT_PART, ARN_PARTS, splitArn, withoutVariables } from "../grammar/values/arn-syntax.ts";
import { quote } from "../quote.ts";
import type { LocatedPatterns } from "./located-policy.ts";
import { warnAboutPlaceholder } from "./warn-about-placeholder.ts";

/** Codes: `matches-nothing`, `placeholder`. */
export function warnAboutResources(
  { element, texts }: LocatedPatterns,
  report: Reading["report"],
  hasVariables: boolean,
): void {
  for (const { text, node } of texts) {
    if (/^\*+$/.test(text)) {
      const message = `\`NotResource\` with ${quote(text)} leaves no resource, so the statement matches nothing`;
      if (element === "NotResource") report(node, "matches-nothing", message);
      continue;
    }
    if (warnAboutPlaceholder({ text, node }, report)) continue;
    const parts = splitArn(hasVariables ? withoutVariables(cutVariables(text).pieces) : text);
    const account = parts[ACCOUNT_PART] ?? "";
    if (parts.length === ARN_PARTS && parts.at(-1) === "")
      report(node, "matches-nothing", `${quote(text)} names no resource behind its fifth colon, so it matches nothing`);
    else if (/^\d+$/.test(account) && account.length !== 12)
      report(
        node,
        "matches-nothing",
        `account ${quote(account)} in ${quote(text)} has not 12 digits, so it matches nothing`,
      );
  }
}
