import { describe, expect, test } from "vitest";
import type { Bindings } from "../../host/account/bindings.ts";
import { checkSettings, readSetting, SettingError, type SettingName } from "../../host/account/settings.ts";

function bindings(variables: Readonly<Record<string, unknown>>): Bindings {
  return variables as unknown as Bindings;
}

/** Default and most, as the README has them. */
const SETTINGS: readonly (readonly [SettingName, number, number])[] = [
  ["POLICY_DOCUMENT_MAX_CHARACTERS", 5_120, 10_240],
  ["RUNNING_JOBS_MAX", 50, 10_000],
  ["STORED_EVENTS_MAX", 1_000_000_000, Number.MAX_SAFE_INTEGER],
  ["JOB_EVENTS_MAX", 1_000_000_000, Number.MAX_SAFE_INTEGER],
];

describe.each(SETTINGS)("readSetting() of %s", (name, unset, most) => {
  test("is the default without the variable", () => {
    expect(readSetting(bindings({}), name)).toBe(unset);
    expect(readSetting(bindings({ [name]: undefined, OTHER: "1" }), name)).toBe(unset);
  });

  test("is the variable, a text or a number, from 1 to the most", () => {
    for (const value of [1, 7, most]) {
      expect(readSetting(bindings({ [name]: String(value) }), name)).toBe(value);
      expect(readSetting(bindings({ [name]: value }), name)).toBe(value);
    }
  });

  test.each(["", " ", "0", "-1", "1.5", "many", "1,000", "1_000", "NaN", "Infinity", "9007199254740993", null, {}])(
    "throws for `%s`, and for more than the most",
    (value) => {
      expect(() => readSetting(bindings({ [name]: value }), name)).toThrow(SettingError);
      expect(() => readSetting(bindings({ [name]: most + 1 }), name)).toThrow(SettingError);
    },
  );

  test("says which variable, what it may be and what it is", () => {
    const message = `the variable ${name} must be a whole number from 1 to ${most}, not \`many\``;
    expect(() => readSetting(bindings({ [name]: "many", ACCESS_KEYS: "secret" }), name)).toThrow(message);
  });
});

describe("checkSettings()", () => {
  test("takes what can be read, and no settings at all", () => {
    expect(() => checkSettings(bindings({}))).not.toThrow();
    expect(() => checkSettings(bindings({ RUNNING_JOBS_MAX: "5", OTHER: "x" }))).not.toThrow();
  });

  test.each(SETTINGS)("reads %s", (name) => {
    expect(() => checkSettings(bindings({ [name]: "0" }))).toThrow(SettingError);
  });
});
