/**
 * Can every policy in use be read? Only those count that lie on the path of some account SCPs apply to: what is
 * attached nowhere may say anything.
 */

import { createBoundedFaults } from "../domain/bounded-faults.ts";
import type { Fault } from "../domain/fault.ts";
import type { OrganizationSnapshot } from "../domain/organization.ts";
import { pointerOf } from "../policy/json-pointer.ts";
import { parsePolicyDocument } from "../policy/parse-policy-document.ts";
import { quote } from "../policy/quote.ts";
import { createHierarchies } from "./hierarchy-of.ts";

/**
 * Takes a snapshot that holds together. Codes: `invalid-content`, `more-faults`. The pointer is that of the Content;
 * line and column count inside it.
 */
export function findContentFaults(snapshot: OrganizationSnapshot): readonly Fault[] {
  const used = policiesInUse(snapshot);
  const faults = createBoundedFaults();
  for (const [index, { PolicySummary, Content }] of snapshot.Policies.entries()) {
    if (!used.has(PolicySummary.Id)) continue;
    const parsed = parsePolicyDocument(Content);
    if (parsed.ok) continue;
    for (const fault of parsed.faults) {
      const message = `attached policy ${quote(PolicySummary.Id)} cannot be read: ${fault.message}`;
      const { line, column } = fault.where ?? {};
      const where = {
        ...(line && { line }),
        ...(column && { column }),
        pointer: pointerOf(["Policies", index, "Content"]),
      };
      faults.add(() => ({ code: "invalid-content", message, where }));
    }
  }
  return faults.all();
}

function policiesInUse(snapshot: OrganizationSnapshot): ReadonlySet<string> {
  const hierarchies = createHierarchies(snapshot);
  const levels = new Set(snapshot.Accounts.flatMap(({ Id }) => hierarchies.of(Id) ?? []));
  return new Set([...levels].flatMap(({ policies }) => policies.map(({ id }) => id)));
}
