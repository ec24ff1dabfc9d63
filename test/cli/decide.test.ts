import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { conditionOf, questionOf } from "../library/decide-questions.ts";
import { runCli } from "./run-cli.ts";

const DENIED = JSON.stringify({ id: "denied", ...questionOf({ Action: "s3:*" }) });
const ALLOWED = JSON.stringify({ id: 7, expected: "not ours to read", ...questionOf({ Action: "ec2:*" }) });
const NAMELESS = JSON.stringify(conditionOf("StringEquals", "aws:PrincipalTag/team", "x", { unknownKeys: ["*"] }));

const linesOf = (out: string) =>
  out
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "scp-preview-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("scp-preview decide", () => {
  test("answers every line of standard input with one line, in order, each with its id", () => {
    const { code, out, err } = runCli(["decide", "-"], `${DENIED}\n${ALLOWED}\r\n\n${NAMELESS}`);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(linesOf(out)).toEqual([
      expect.objectContaining({ id: "denied", decision: "explicitDeny" }),
      expect.objectContaining({ id: 7, decision: "allowed" }),
      {
        decision: "undetermined",
        matchedStatements: [expect.objectContaining({ policy: "guard" })],
        unknownContextKeys: ["aws:PrincipalTag/team"],
      },
    ]);
  });

  test("reads a file", () => {
    const file = join(folder, "cases.jsonl");
    writeFileSync(file, `${DENIED}\n`);
    expect(linesOf(runCli(["decide", file]).out)).toHaveLength(1);
  });

  test("answers a bad case with its id and what is wrong, goes on, and ends with 2", () => {
    const bad = JSON.stringify({ id: "bad", hierarchy: [], request: {} });
    const { code, out } = runCli(["decide", "-"], `${bad}\n{\n[]\nnull\n${DENIED}\n`);
    expect(code).toBe(2);
    const [first, ...others] = linesOf(out);
    expect(first).toMatchObject({ id: "bad", error: expect.stringContaining("the hierarchy has no level") });
    expect(others).toEqual([
      { error: expect.stringContaining("no JSON") },
      expect.objectContaining({ error: expect.stringContaining("must be an object") }),
      expect.objectContaining({ error: expect.stringContaining("must be an object") }),
      expect.objectContaining({ id: "denied" }),
    ]);
  });

  test("says that a file is not there", () => {
    const { code, out, err } = runCli(["decide", join(folder, "nowhere.jsonl")]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("nowhere.jsonl: there is no such file");
  });

  test("answers thousands of cases in order, each of a hierarchy of its own", () => {
    const cases = Array.from({ length: 3000 }, (_, id) =>
      JSON.stringify({ id, ...questionOf({ Action: `s3:Get${id % 2 === 0 ? "Object" : id}` }) }),
    );
    const { code, out } = runCli(["decide", "-"], cases.join("\n"));
    expect(code).toBe(0);
    expect(linesOf(out).map(({ id, decision }) => [id, decision])).toEqual(
      cases.map((_, id) => [id, id % 2 === 0 ? "explicitDeny" : "allowed"]),
    );
  });

  test("takes no other number of files than one, and says how it is used", () => {
    expect(runCli(["decide"])).toMatchObject({ code: 2, err: expect.stringContaining("missing required argument") });
    expect(runCli(["decide", "a", "b"]).code).toBe(2);
    expect(runCli(["judge"]).code).toBe(2);
    expect(runCli(["--help"])).toMatchObject({ code: 0, out: expect.stringContaining("decide") });
  });
});
