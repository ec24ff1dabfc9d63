import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readOrCreateLocalKey } from "../../bench/local/local-key.ts";
import { findLogFiles, surveyLogs } from "../../bench/local/log-files.ts";
import { createMinimalOrganization } from "../../bench/local/minimal-organization.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "scp-preview-local-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("readOrCreateLocalKey()", () => {
  it("makes a key that only its owner can read, and gives the same one later", async () => {
    const file = join(folder, "state", "key.json");
    const first = await readOrCreateLocalKey(file, undefined);
    expect(first).toMatchObject({ ok: true, value: { accountId: "000000000000", role: "admin" } });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await readOrCreateLocalKey(file, undefined)).toEqual(first);
  });

  it("makes another key in another place", async () => {
    const keys = await Promise.all(["a", "b"].map((name) => readOrCreateLocalKey(join(folder, name), "111122223333")));
    expect(keys[0]).not.toEqual(keys[1]);
    expect(keys[0]).toMatchObject({
      ok: true,
      value: { accountId: "111122223333", accessKeyId: expect.stringMatching(/^AKIA[A-Z2-7]{16}$/) },
    });
  });

  it("refuses to change the account of a stored key, and a file that holds none", async () => {
    const file = join(folder, "key.json");
    await readOrCreateLocalKey(file, "111122223333");
    expect(await readOrCreateLocalKey(file, "444455556666")).toMatchObject({
      ok: false,
      faults: [{ code: "key-account" }],
    });
    writeFileSync(file, "{");
    expect(await readOrCreateLocalKey(file, undefined)).toMatchObject({ ok: false, faults: [{ code: "key-file" }] });
    expect(readFileSync(file, "utf8")).toBe("{");
  });
});

describe("findLogFiles()", () => {
  it("finds .json and .json.gz files at any depth, keyed by their path below the folder", async () => {
    mkdirSync(join(folder, "x", "y"), { recursive: true });
    for (const name of ["b.json", "x/y/a.json.gz", "x/note.txt"]) writeFileSync(join(folder, name), "");
    const files = await findLogFiles(folder);
    expect(files.ok && files.value.map((file) => file.key)).toEqual(["b.json", "x/y/a.json.gz"]);
  });

  it("says when the folder is missing, is a file, or holds no log", async () => {
    expect(await findLogFiles(join(folder, "none"))).toMatchObject({ faults: [{ code: "no-folder" }] });
    expect(await findLogFiles(folder)).toMatchObject({ faults: [{ code: "no-logs" }] });
    writeFileSync(join(folder, "file"), "");
    expect(await findLogFiles(join(folder, "file"))).toMatchObject({ faults: [{ code: "no-folder" }] });
  });
});

describe("surveyLogs()", () => {
  it("finds the first and last event time and the account ids of plain, packed and damaged files", async () => {
    const record = (eventTime: string, accountId: string) =>
      JSON.stringify({ eventTime, recipientAccountId: accountId });
    writeFileSync(join(folder, "a.json"), `{"Records":[${record("2026-03-02T00:00:00Z", "000000000001")}]}`);
    writeFileSync(join(folder, "b.json.gz"), gzipSync(record("2026-03-01T00:00:05Z", "111122223333")));
    writeFileSync(join(folder, "c.json.gz"), Buffer.from([0x1f, 0x8b, 1, 2]));
    writeFileSync(join(folder, "d.json"), record("no time", "444455556666"));
    const files = await findLogFiles(folder);
    expect(await surveyLogs(files.ok ? files.value : [])).toEqual({
      earliest: Date.UTC(2026, 2, 1, 0, 0, 5),
      latest: Date.UTC(2026, 2, 2),
      accountIds: new Set(["000000000001", "111122223333", "444455556666"]),
    });
  });
});

describe("createMinimalOrganization()", () => {
  it("puts the account below the root and invents a management account that the logs do not name", () => {
    const snapshot = createMinimalOrganization("111122223333", new Set(["000000000001", "000000000002"]));
    expect(snapshot.Organization.MasterAccountId).toBe("000000000003");
    expect(snapshot.Accounts.map(({ Id, ParentId }) => [Id, ParentId])).toEqual([
      ["111122223333", snapshot.Roots[0]?.Id],
      ["000000000003", snapshot.Roots[0]?.Id],
    ]);
    expect(snapshot.PolicyTargets.map(({ TargetId }) => TargetId)).toContain("111122223333");
    expect(snapshot.CapturedAt).toBeUndefined();
  });
});
