/**
 * Does a snapshot hold together: one root, every id once, every parent there, no circle, no OU too deep, every
 * attachment between a policy and a target that exist. Reads no policy text.
 */

import { type BoundedFaults, createBoundedFaults } from "../domain/bounded-faults.ts";
import type { Fault } from "../domain/fault.ts";
import type { OrganizationSnapshot } from "../domain/organization.ts";
import { pointerOf } from "../policy/json-pointer.ts";
import { quote } from "../policy/quote.ts";
import type { Path } from "./json-shape.ts";

/** Levels of OUs under the root; AWS Organizations allows no more (semantics 2). */
const OU_NESTING_MAX = 5;

/**
 * Codes: `no-root`, `several-roots`, `duplicate-id`, `unknown-parent`, `parent-cycle`, `nested-too-deep`,
 * `unknown-policy`, `unknown-target`, `more-faults`. Each with the JSON pointer of the member that is wrong.
 */
export function findStructureFaults(snapshot: OrganizationSnapshot): readonly Fault[] {
  const faults = createBoundedFaults();
  const { Roots, OrganizationalUnits, Accounts, Policies } = snapshot;
  if (Roots.length === 0) add(faults, ["Roots"], "no-root", "the organization has no root; add what list-roots gives");
  if (Roots.length > 1)
    add(faults, ["Roots"], "several-roots", `the organization has ${Roots.length} roots; an organization has one`);
  findDuplicates(faults, [
    ...Roots.map(({ Id }, index) => ({ id: Id, path: ["Roots", index, "Id"] })),
    ...OrganizationalUnits.map(({ Id }, index) => ({ id: Id, path: ["OrganizationalUnits", index, "Id"] })),
    ...Accounts.map(({ Id }, index) => ({ id: Id, path: ["Accounts", index, "Id"] })),
    ...Policies.map(({ PolicySummary }, index) => ({
      id: PolicySummary.Id,
      path: ["Policies", index, "PolicySummary", "Id"],
    })),
  ]);
  findParentFaults(faults, snapshot);
  findAttachmentFaults(faults, snapshot);
  return faults.all();
}

function add(faults: BoundedFaults, path: Path, code: string, message: string): void {
  faults.add(() => ({ code, message, where: { pointer: pointerOf(path) } }));
}

function findDuplicates(faults: BoundedFaults, entries: readonly { readonly id: string; readonly path: Path }[]): void {
  const seen = new Map<string, Path>();
  for (const { id, path } of entries) {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, path);
    else add(faults, path, "duplicate-id", `${quote(id)} is listed twice, first at ${pointerOf(first)}; keep one`);
  }
}

function findParentFaults(faults: BoundedFaults, { Roots, OrganizationalUnits, Accounts }: OrganizationSnapshot): void {
  const roots = new Set(Roots.map(({ Id }) => Id));
  const parents = new Map(OrganizationalUnits.map(({ Id, ParentId }) => [Id, ParentId]));
  for (const [list, entries] of Object.entries({ OrganizationalUnits, Accounts })) {
    for (const [index, { Id, ParentId }] of entries.entries()) {
      if (roots.has(ParentId) || parents.has(ParentId)) continue;
      const message = `the parent ${quote(ParentId)} of ${quote(Id)} is neither a root nor an OU of the snapshot; add it`;
      add(faults, [list, index, "ParentId"], "unknown-parent", message);
    }
  }
  const depths = findDepths(parents);
  for (const [index, { Id }] of OrganizationalUnits.entries()) {
    const depth = depths.get(Id) ?? 0;
    const path = ["OrganizationalUnits", index, "ParentId"];
    if (depth === Number.POSITIVE_INFINITY)
      add(faults, path, "parent-cycle", `the parents of ${quote(Id)} go round in a circle`);
    else if (depth > OU_NESTING_MAX) {
      const message = `${quote(Id)} lies ${depth} OUs deep; AWS Organizations allows ${OU_NESTING_MAX}`;
      add(faults, path, "nested-too-deep", message);
    }
  }
}

/**
 * For each OU of `parents` (OU → parent) the OUs from the topmost to it; infinite where the way up never ends. Each OU is walked
 * once, so that a hostile snapshot of one long chain costs no more than another.
 */
function findDepths(parents: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const depths = new Map<string, number>();
  for (const id of parents.keys()) {
    const way = new Set<string>();
    let at = id;
    for (
      let parent = parents.get(at);
      parent !== undefined && !depths.has(at) && !way.has(at);
      parent = parents.get(at)
    ) {
      way.add(at);
      at = parent;
    }
    let depth = way.has(at) ? Number.POSITIVE_INFINITY : (depths.get(at) ?? 0);
    for (const unit of [...way].reverse()) depths.set(unit, ++depth);
  }
  return depths;
}

function findAttachmentFaults(faults: BoundedFaults, snapshot: OrganizationSnapshot): void {
  const { Roots, OrganizationalUnits, Accounts, Policies, PolicyTargets } = snapshot;
  const policies = new Set(Policies.map(({ PolicySummary }) => PolicySummary.Id));
  const targets = new Set([...Roots, ...OrganizationalUnits, ...Accounts].map(({ Id }) => Id));
  for (const [index, { PolicyId, TargetId }] of PolicyTargets.entries()) {
    if (!policies.has(PolicyId)) {
      const message = `policy ${quote(PolicyId)} is attached to ${quote(TargetId)} and not in the snapshot; add it to \`Policies\``;
      add(faults, ["PolicyTargets", index, "PolicyId"], "unknown-policy", message);
    }
    if (!targets.has(TargetId)) {
      const message = `${quote(TargetId)}, to which ${quote(PolicyId)} is attached, is no root, OU or account of the snapshot; add it`;
      add(faults, ["PolicyTargets", index, "TargetId"], "unknown-target", message);
    }
  }
}
