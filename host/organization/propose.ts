/**
 * A proposal applied to a hierarchy (R8). Changes one level and no other; knows nothing of jobs or reports.
 */
import type { AttachmentMode } from "../domain/job.ts";
import type { AttachedPolicy, Hierarchy } from "../domain/organization.ts";
import { parsePolicyDocument } from "../policy/parse-policy-document.ts";
import { compareIds } from "./compare-ids.ts";

export interface AttachmentDecision {
  readonly mode: AttachmentMode;
  /** In words, for the report. */
  readonly why: string;
}

/**
 * How the documents meet what is attached. Takes the proposed policy texts, at least one and each one free of faults (anything
 * else is a bug of the caller), and the mode if the request names one, which then holds.
 */
export function decideAttachmentMode(documents: readonly string[], mode?: AttachmentMode): AttachmentDecision {
  if (documents.length === 0) throw new Error("a proposal has at least one document");
  if (mode === "ADD")
    return { mode, why: "the request asks to add the documents to the policies attached to the target" };
  if (mode === "REPLACE") return { mode, why: "the request asks to replace the policies attached to the target" };
  if (documents.some(hasAllow))
    return {
      mode: "REPLACE",
      why: "the documents replace the policies attached to the target, as a policy preview does by default",
    };
  const why =
    "no document has an Allow statement, so replacing the policies attached to the target would deny everything; the documents are added to them instead";
  return { mode: "ADD", why };
}

/**
 * The hierarchy as proposed: `current` with the documents attached to the level `targetId`, which must be one of its
 * levels. Proposed policies have ids and names `proposed-1`, `proposed-2` … in the order of `documents`.
 */
export function proposeHierarchy(
  current: Hierarchy,
  targetId: string,
  documents: readonly string[],
  mode?: AttachmentMode,
): AttachmentDecision & { readonly hierarchy: Hierarchy } {
  if (!current.some(({ id }) => id === targetId)) throw new Error(`target ${targetId} is no level of this hierarchy`);
  const decision = decideAttachmentMode(documents, mode);
  const proposed = documents.map((document, index): AttachedPolicy => {
    const id = `proposed-${index + 1}`;
    return { id, name: id, document };
  });
  const hierarchy = current.map((level) => {
    if (level.id !== targetId) return level;
    const policies = decision.mode === "ADD" ? [...level.policies, ...proposed] : proposed;
    return { id: level.id, policies: policies.toSorted(compareIds) };
  });
  return { ...decision, hierarchy };
}

function hasAllow(document: string): boolean {
  const parsed = parsePolicyDocument(document);
  if (!parsed.ok) throw new Error("a proposed document was checked before it is attached");
  return parsed.value.statements.some(({ effect }) => effect === "Allow");
}
