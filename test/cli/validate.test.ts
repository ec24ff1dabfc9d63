import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "./run-cli.ts";

const GOOD = '{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Action": "s3:Get*", "Resource": "*"}}';
const MISSPELT = GOOD.replace("s3:Get*", "s3:GetObjekt");
const BROKEN = '{"Version": "2012-10-17",\n "Statement": {"Effect": "deny", "Action": "s3", "Resource": "*"}}';

let folder: string;
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scp-preview-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("scp-preview validate", () => {
  test("calls a good policy valid", () => {
    const path = file("good.json", GOOD);
    expect(runCli(["validate", path])).toEqual({ code: 0, out: `${path}: valid\n`, err: "" });
  });

  test("warns of what AWS takes and nobody means, and still ends with 0", () => {
    const path = file("misspelt.json", MISSPELT);
    const { code, out } = runCli(["validate", path]);
    expect(code).toBe(0);
    expect(out).toMatch(/misspelt\.json:1:\d+: warning: .*GetObjekt.* \(unknown-action\)/);
    expect(out).toContain(`${path}: valid, 1 warning\n`);
  });

  test("shows every fault of every file with line and column, and ends with 2", () => {
    const { code, out } = runCli(["validate", file("good.json", GOOD), file("broken.json", BROKEN)]);
    expect(code).toBe(2);
    expect(out).toMatch(/broken\.json:2:26: error: .*deny.*\(invalid-effect\)/);
    expect(out).toMatch(/broken\.json:2:44: error: .*s3.*\(invalid-action\)/);
    expect(out).toMatch(/broken\.json: not valid, 2 errors, 0 warnings\n$/);
  });

  test("reads standard input, and goes on after a file that is not there", () => {
    const { code, out, err } = runCli(["validate", join(folder, "nowhere.json"), "-"], GOOD);
    expect({ code, out }).toEqual({ code: 2, out: "-: valid\n" });
    expect(err).toContain("nowhere.json: there is no such file");
  });

  test("writes one JSON object a file, for other programs", () => {
    const path = file("broken.json", BROKEN);
    const { code, out } = runCli(["validate", "--format", "json", path]);
    expect(code).toBe(2);
    expect(JSON.parse(out)).toMatchObject({
      file: path,
      faults: [
        { code: "invalid-effect", where: { file: path, line: 2, column: 26 } },
        { code: "invalid-action", where: { file: path, line: 2, column: 44 } },
      ],
      warnings: [],
    });
    expect(runCli(["validate", "--format", "xml", path])).toMatchObject({
      code: 2,
      err: expect.stringContaining("xml"),
    });
  });
});
