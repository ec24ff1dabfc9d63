/**
 * IAM-ACT: service and name without regard to case, `*` alone is every action, wildcards anywhere in the name.
 * Reading 12: a wildcard in the service, other than only stars, is documented nowhere.
 */
import { foldAscii } from "./ascii.ts";
import { contested, type Finding } from "./truth.ts";
import { matchesWildcard } from "./wildcard.ts";

/** One entry of Action or NotAction. */
export function matchesAction(pattern: string, action: string): Finding {
  if (/^\*+$/.test(pattern)) return true;
  if (!matchesWildcard(foldAscii(pattern), foldAscii(action))) return false;
  const [service = ""] = pattern.split(":");
  return /[*?]/.test(service) && !/^\*+$/.test(service) ? contested("a wildcard in the service of an action") : true;
}
