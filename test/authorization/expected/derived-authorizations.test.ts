import { describe, expect, test } from "vitest";
import { hasShared } from "../../shared-data.ts";
import { differences } from "../compare-authorizations.ts";
import { realRecords } from "./find-record.ts";
import { REAL_EVENTS } from "./real-events.ts";

describe.skipIf(!hasShared)("what is derived from real records (../shared/data/cloudtrail)", () => {
  test.each(REAL_EVENTS)("$operation $eventID agrees with what was worked out by hand", (expected) => {
    const record = realRecords.byId().get(expected.eventID);
    if (record === undefined) throw new Error(`no record ${expected.eventID}`);
    expect(differences(record, expected)).toEqual([]);
  });
});
