/** Patterns for actions that are legal and match nothing, or nobody knows what (semantics 3.1). */
import type { Reading } from "../grammar/reading.ts";
import { quote } from "../quote.ts";
import type { KnownNames } from "./known-names.ts";
import type { LocatedPatterns } from "./located-policy.ts";

/** Codes: `matches-nothing`, `wildcard-in-service`, `unknown-service`, `unknown-action`; the last two with `names` only. */
export function warnAboutActions(
  { element, texts }: LocatedPatterns,
  { report, isFull }: Pick<Reading, "report" | "isFull">,
  names: KnownNames | undefined,
): void {
  for (const { text, node } of texts) {
    if (/^\*+(?::\*+)?$/.test(text)) {
      const message = `\`NotAction\` with ${quote(text)} leaves no action, so the statement matches nothing`;
      if (element === "NotAction") report(node, "matches-nothing", message);
      continue;
    }
    const service = text.slice(0, text.indexOf(":"));
    const hasWildcard = /[*?]/.test(service);
    if (hasWildcard && /[^*]/.test(service)) {
      const message = `${quote(text)} has a wildcard in the service, and AWS does not say what that matches; name each service`;
      report(node, "wildcard-in-service", message);
    }
    // Looking through all actions for each of a thousand patterns takes seconds: it ends with what is kept.
    if (names === undefined || isFull()) continue;
    if (!hasWildcard && !names.isKnownService(service)) {
      const message = `no service ${quote(service)} is known, so ${quote(text)} matches nothing; check the spelling, unless the service is new`;
      report(node, "unknown-service", message);
    } else if (!names.matchesSomeAction(text)) {
      const message = `no action is known that ${quote(text)} matches; check the spelling, unless the action is new`;
      report(node, "unknown-action", message);
    }
  }
}
