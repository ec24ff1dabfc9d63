import { describe, expect, test } from "vitest";
import { differences } from "../compare-authorizations.ts";
import { INVENTED_EVENTS } from "./invented-events.ts";

describe("what is derived from invented records", () => {
  test.each(INVENTED_EVENTS)("$title agrees with what was worked out by hand", (event) => {
    expect(differences(event.record, event)).toEqual([]);
  });

  test("tells a wrong expectation", () => {
    const [first, second] = INVENTED_EVENTS.filter(
      ({ certain, atLeast }) => certain.length > 0 && atLeast === undefined,
    );
    if (first === undefined || second === undefined) throw new Error("no events");
    expect(differences(first.record, { certain: second.certain })).not.toEqual([]);
  });
});
