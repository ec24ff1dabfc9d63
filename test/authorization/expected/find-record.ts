/**
 * The records of ../shared/data/cloudtrail by eventID, read once and in place; empty where the folder is absent (tests skip by
 * `hasShared`). An id that several records have is left out. Interprets nothing.
 */
import { hasShared, recordsOf, sharedFiles } from "../../shared-data.ts";

export type RealRecord = Readonly<Record<string, unknown>>;

let all: readonly RealRecord[] | undefined;
let byId: ReadonlyMap<string, RealRecord> | undefined;

/** Every record, in the order of the files' names. */
function allRecords(): readonly RealRecord[] {
  all ??= hasShared ? sharedFiles("data/cloudtrail", ".gz").flatMap(recordsOf) : [];
  return all;
}

function recordsById(): ReadonlyMap<string, RealRecord> {
  if (byId !== undefined) return byId;
  const found = new Map<string, RealRecord>();
  const ambiguous = new Set<string>();
  for (const record of allRecords()) {
    const id = record.eventID;
    if (typeof id !== "string") continue;
    if (found.has(id)) ambiguous.add(id);
    found.set(id, record);
  }
  for (const id of ambiguous) found.delete(id);
  byId = found;
  return found;
}

export const realRecords = { all: allRecords, byId: recordsById };
