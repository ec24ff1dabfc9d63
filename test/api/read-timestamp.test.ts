import { describe, expect, test } from "vitest";
import { readTimestamp } from "../../host/api/input/read-timestamp.ts";

describe("readTimestamp()", () => {
  test.each([
    ["2026-08-01T00:00:00Z", Date.UTC(2026, 7, 1)],
    ["2026-11-01T01:02:03.456000Z", Date.UTC(2026, 10, 1, 1, 2, 3, 456)],
    ["2026-08-01T00:00:00.500Z", Date.UTC(2026, 7, 1, 0, 0, 0, 500)],
    ["2026-08-01T02:00:00+02:00", Date.UTC(2026, 7, 1)],
    ["2026-07-31T19:30:00-0430", Date.UTC(2026, 7, 1)],
    ["2024-02-29T23:59:59Z", Date.UTC(2024, 1, 29, 23, 59, 59)],
    ["0001-01-01T00:00:00Z", Date.parse("0001-01-01T00:00:00Z")],
  ])("reads %s", (text, time) => {
    expect(readTimestamp(text)).toBe(time);
  });

  test("rounds what is finer than a millisecond up, so that no event changes sides of a window", () => {
    expect(readTimestamp("2026-08-01T00:00:00.000001Z")).toBe(Date.UTC(2026, 7, 1) + 1);
    expect(readTimestamp("2026-08-01T00:00:00.999999999Z")).toBe(Date.UTC(2026, 7, 1) + 1000);
  });

  test.each([
    "2026-02-30T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-00-01T00:00:00Z",
    "2026-08-01T24:00:00Z",
    "2026-08-01T00:60:00Z",
    "2026-08-01T00:00:60Z",
    "2026-08-01T00:00:00",
    "2026-08-01",
    "1793577600",
    "2026-08-01T00:00:00+24:00",
    " 2026-08-01T00:00:00Z",
    "",
  ])("does not read `%s`", (text) => {
    expect(readTimestamp(text)).toBeUndefined();
  });
});
