import { afterEach, describe, expect, test, vi } from "vitest";
import type { Bindings } from "../../host/account/bindings.ts";
import { type Fields, log, logError, measure } from "../../host/account/telemetry.ts";

afterEach(() => {
  vi.restoreAllMocks();
});

/** What `write` writes at the level, which must be one line. */
function lineOf(level: "info" | "warn" | "error", write: () => void): Readonly<Record<string, unknown>> {
  const spy = vi.spyOn(console, level).mockImplementation(() => {});
  write();
  expect(spy.mock.calls).toHaveLength(1);
  const [line, ...more] = spy.mock.calls[0] ?? [];
  expect(more).toEqual([]);
  expect(line).not.toContain("\n");
  spy.mockRestore();
  return JSON.parse(String(line));
}

function errorLine(error: unknown, fields?: Fields): Readonly<Record<string, unknown>> {
  return lineOf("error", () => logError("it-failed", error, fields));
}

function errorOfParsing(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

describe("log()", () => {
  test.each(["info", "warn", "error"] as const)("writes one line of JSON at the level %s", (level) => {
    const line = lineOf(level, () => log(level, "it-happened", { jobId: "j", events: 7, isWhole: false }));
    expect(line).toEqual({ level, event: "it-happened", jobId: "j", events: 7, isWhole: false });
  });

  test("leaves out undefined fields", () => {
    const line = lineOf("info", () => log("info", "it-happened", { jobId: undefined, events: 0 }));
    expect(Object.keys(line)).toEqual(["level", "event", "events"]);
  });

  test("needs no fields", () => {
    expect(lineOf("info", () => log("info", "it-happened"))).toEqual({ level: "info", event: "it-happened" });
  });

  test("keeps a value with line breaks on its line", () => {
    expect(lineOf("info", () => log("info", "it-happened", { key: 'a\n{"level":"error"}' })).key).toContain("\n");
  });
});

describe("logError()", () => {
  test("tells name, message and places of an error beside the fields", () => {
    const line = errorLine(new RangeError("too far"), { jobId: "j" });
    expect(line).toEqual({
      level: "error",
      event: "it-failed",
      jobId: "j",
      error: "RangeError",
      message: "too far",
      places: expect.stringMatching(/^at .*telemetry\.test\.ts.*; at /),
    });
  });

  test("tells the name of an error's own class", () => {
    class OwnError extends Error {
      override readonly name = "OwnError";
    }
    expect(errorLine(new OwnError("x"))).toMatchObject({ error: "OwnError", message: "x" });
  });

  test("withholds the message of a SyntaxError, which quotes what could not be read", () => {
    const line = errorLine(errorOfParsing('{"Secret": marker}'));
    expect(line).toMatchObject({ error: "SyntaxError", places: expect.stringContaining("at JSON.parse") });
    expect(line).not.toHaveProperty("message");
    expect(JSON.stringify(line)).not.toContain("marker");
  });

  test.each(["\n    at marker", '{"a":\n    at marker', "\n at marker (file.ts:1:1)\n at marker"])(
    "withholds it also where it looks like a place: %j",
    (text) => {
      const line = errorLine(errorOfParsing(text));
      expect(line).not.toHaveProperty("message");
      expect(JSON.stringify(line)).not.toContain("at m");
    },
  );

  test("withholds causes and own members", () => {
    const error = Object.assign(new Error("it broke", { cause: new Error("marker") }), { record: "marker" });
    expect(JSON.stringify(errorLine(error))).not.toContain("marker");
    expect(Object.keys(errorLine(error))).toEqual(["level", "event", "error", "message", "places"]);
  });

  test.each([
    ["a text", "marker", "string"],
    ["an object", { marker: "marker" }, "object"],
    ["nothing", undefined, "undefined"],
  ])("tells of %s that was thrown only what it is", (_, thrown, type) => {
    expect(errorLine(thrown)).toEqual({ level: "error", event: "it-failed", error: type });
  });

  test("does without a stack", () => {
    const error = new Error("x");
    Reflect.deleteProperty(error, "stack");
    expect(errorLine(error)).toMatchObject({ error: "Error", message: "x" });
  });
});

describe("measure()", () => {
  test("writes one data point under the tenant", () => {
    const writeDataPoint = vi.fn();
    const bindings = { METRICS: { writeDataPoint } } as unknown as Bindings;
    measure(bindings, "o-abcdefghij", ["request", "GetActivity"], [7, 0]);
    const point = { indexes: ["o-abcdefghij"], blobs: ["request", "GetActivity"], doubles: [7, 0] };
    expect(writeDataPoint.mock.calls).toEqual([[point]]);
  });

  test("does nothing without the binding", () => {
    expect(() => measure({} as Bindings, "", ["request"], [1])).not.toThrow();
  });
});
