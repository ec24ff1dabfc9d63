import { expect, test } from "vitest";
import { timeKeyState } from "../../../host/authorization/keys/time-keys.ts";
import { present, UNKNOWN } from "../../../host/domain/key-state.ts";

const TIME = Date.UTC(2026, 2, 1, 8, 30, 5);

test.each([
  ["aws:currenttime", TIME, present("2026-03-01T08:30:05Z")],
  ["aws:epochtime", TIME, present("1772353805")],
  ["aws:epochtime", -1500, present("-2")],
  ["aws:tokenissuetime", TIME, UNKNOWN],
  ["aws:currenttime", Number.NaN, UNKNOWN],
  ["aws:currenttime", 1e300, UNKNOWN],
])("%s at %d", (key, time, expected) => {
  expect(timeKeyState(key, time)).toEqual(expected);
});
