/**
 * An organization snapshot as JSON text → the snapshot, or everything that keeps it from being used: its shape first,
 * then whether it holds together, then the texts of the policies in use. A snapshot that does not hold together is
 * refused whole: a level left out could hide a denial.
 *
 * The one sibling that organization may import is policy: whether an attached SCP can be read is part of whether the snapshot
 * holds together, and R8 asks what a proposed document says.
 */
import { failure, type Result, success } from "../domain/fault.ts";
import type { OrganizationSnapshot } from "../domain/organization.ts";
import { findJsonFaults } from "../policy/find-json-faults.ts";
import { findContentFaults } from "./find-content-faults.ts";
import { findStructureFaults } from "./find-structure-faults.ts";
import { readSnapshot } from "./read-snapshot.ts";

/**
 * UTF-16 units of a snapshot. The largest organizations (10,000 accounts, 2,000 OUs, 1,000 SCPs of full size) need about
 * half; more would not fit beside the rest in the 128 MB of a Worker.
 */
export const SNAPSHOT_LENGTH_MAX = 24 * 1024 * 1024;

/** The snapshot's own members lie five deep; members that we do not read may lie deeper. */
const NESTING_MAX = 64;

/**
 * Takes the text; gives the snapshot without the members that nobody reads. Faults carry a JSON pointer, or line and column
 * where the text is not JSON; for a policy that cannot be read both, line and column counting inside its Content.
 * Codes: `snapshot-too-large`, those of `findJsonFaults`, `readSnapshot`, `findStructureFaults` and `findContentFaults`.
 */
export function parseOrganization(text: string): Result<OrganizationSnapshot> {
  if (text.length > SNAPSHOT_LENGTH_MAX) {
    const message = `the snapshot has ${text.length} characters, and at most ${SNAPSHOT_LENGTH_MAX} are read; leave out policies that are attached nowhere`;
    return failure({ code: "snapshot-too-large", message });
  }
  const jsonFaults = findJsonFaults(text, NESTING_MAX);
  if (jsonFaults.length > 0) return failure(...jsonFaults);
  const snapshot = readSnapshot(JSON.parse(text));
  if (!snapshot.ok) return snapshot;
  const structureFaults = findStructureFaults(snapshot.value);
  if (structureFaults.length > 0) return failure(...structureFaults);
  const contentFaults = findContentFaults(snapshot.value);
  return contentFaults.length > 0 ? failure(...contentFaults) : success(snapshot.value);
}
