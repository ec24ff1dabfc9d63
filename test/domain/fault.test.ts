import { describe, expect, test } from "vitest";
import { describeFault, type Fault, failure, success, type Where } from "../../host/domain/fault.ts";

const fault = (where?: Where): Fault => ({
  code: "invalid-effect",
  message: "`Perhaps` is no effect; write Allow or Deny",
  ...(where && { where }),
});

describe("describeFault()", () => {
  test.each<readonly [string, Where | undefined, string]>([
    ["nothing", undefined, "`Perhaps` is no effect; write Allow or Deny (invalid-effect)"],
    ["an empty place", {}, "`Perhaps` is no effect; write Allow or Deny (invalid-effect)"],
    ["a file", { file: "p.json" }, "p.json: `Perhaps` is no effect; write Allow or Deny (invalid-effect)"],
    [
      "file, line and column",
      { file: "p.json", line: 3, column: 9 },
      "p.json:3:9: `Perhaps` is no effect; write Allow or Deny (invalid-effect)",
    ],
    ["line and column", { line: 3, column: 9 }, "3:9: `Perhaps` is no effect; write Allow or Deny (invalid-effect)"],
    [
      "an offset of 0",
      { file: "log.json", offset: 0 },
      "log.json: `Perhaps` is no effect; write Allow or Deny at byte 0 (invalid-effect)",
    ],
    [
      "a pointer",
      { pointer: "/Statement/0/Effect" },
      "`Perhaps` is no effect; write Allow or Deny at /Statement/0/Effect (invalid-effect)",
    ],
    [
      "everything",
      { file: "p.json", offset: 12, line: 1, column: 13, pointer: "/a~1b" },
      "p.json:1:13: `Perhaps` is no effect; write Allow or Deny at byte 12, /a~1b (invalid-effect)",
    ],
  ])("leaves out what is not known: %s", (_, where, expected) => {
    expect(describeFault(fault(where))).toBe(expected);
  });
});

describe("success() and failure()", () => {
  test("say which they are and hold what they were given", () => {
    expect(success(7)).toEqual({ ok: true, value: 7 });
    expect(failure(fault(), fault({ line: 1 }))).toEqual({ ok: false, faults: [fault(), fault({ line: 1 })] });
  });
});
