/** Whether the expectations fit the records they name. Compares nothing with the product. */
import { describe, expect, test } from "vitest";
import { hasShared } from "../../shared-data.ts";
import { realRecords } from "./find-record.ts";
import { REAL_EVENTS } from "./real-events.ts";
import { saidByAws } from "./said-by-aws.ts";

test("every event is named once, and expects something", () => {
  expect(new Set(REAL_EVENTS.map(({ eventID }) => eventID)).size).toBe(REAL_EVENTS.length);
  const empty = REAL_EVENTS.filter(
    ({ certain, possible, outcome }) => certain.length + (possible?.length ?? 0) === 0 && outcome === undefined,
  );
  expect(empty).toEqual([]);
});

test("every ARN has six parts, and only what is known in part has wildcards", () => {
  const odd = REAL_EVENTS.flatMap(({ certain, possible }) => [...certain, ...(possible ?? [])])
    .flatMap(({ resource }) => resource)
    .filter((text) => text !== "*" && text !== "?")
    .filter((text) =>
      text.startsWith("~")
        ? !/^~arn:[^:]+(?::[^:]*){3}:./.test(text) || !/[*?]/.test(text)
        : !/^arn:[\w-]+:[\w-]+:[\w-]*:\d*:[^*?]+(?:\/\*)?$/.test(text) && !text.startsWith("arn:aws:iam::aws:"),
    );
  expect(odd).toEqual([]);
});

describe.skipIf(!hasShared)("the real records (../shared)", () => {
  test("hold each event exactly once, with that operation", () => {
    const differing = REAL_EVENTS.filter(({ eventID, operation }) => {
      const record = realRecords.byId().get(eventID);
      return `${record?.eventSource} ${record?.eventName}` !== operation;
    });
    expect(differing).toEqual([]);
  });

  test("fail with a denial exactly where the expectation says so, and name the action expected", () => {
    const differing = REAL_EVENTS.filter(({ eventID, certain, isDenied }) => {
      const record = realRecords.byId().get(eventID) ?? {};
      const isRefused = /AccessDenied|Unauthorized/.test(String(record.errorCode ?? ""));
      const said = saidByAws(record)?.action.toLowerCase();
      const isNamed = said === undefined || certain.some(({ action }) => action.toLowerCase() === said);
      return isRefused !== (isDenied ?? false) || !isNamed;
    });
    expect(differing).toEqual([]);
  });

  test("hold more than 250 denials that name an action", () => {
    expect(realRecords.all().filter((record) => saidByAws(record) !== undefined).length).toBeGreaterThan(250);
  });
});
