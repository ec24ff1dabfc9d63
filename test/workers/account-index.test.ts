/// <reference types="@cloudflare/vitest-plugin/types" />
import { env } from "cloudflare:test";
import { describe, expect, test } from "vitest";
import type { ListJobsInput } from "../../host/account/account-types.ts";
import type { Bindings } from "../../host/account/bindings.ts";
import { accountStub } from "../../host/account/stubs.ts";

const NOW = Date.UTC(2026, 10, 23, 12);
let accounts = 0;

/** An account that nobody has touched. */
function newAccount() {
  accounts += 1;
  return accountStub(env as unknown as Bindings, "o-abcdefghij", String(accounts).padStart(12, "0"));
}

type Account = ReturnType<typeof newAccount>;

function start(
  account: Account,
  jobId: string,
  more: { now?: number; clientToken?: string; targetId?: string; requestSha256?: string } = {},
) {
  return account.startJob({
    jobId,
    clientToken: `token of ${jobId}`,
    requestSha256: "sha",
    targetId: "r-ab12",
    outputS3Uri: "s3://out/p",
    now: NOW,
    runningJobsMax: 50,
    ...more,
  });
}

async function list(account: Account, input: ListJobsInput) {
  const listed = await account.listJobs(input);
  if (listed.kind !== "page") throw new Error(listed.kind);
  return { ids: listed.jobs.map(({ jobId }) => jobId), token: listed.nextToken, jobs: listed.jobs };
}

describe("AccountObject.startJob()", () => {
  test("starts a job once a client token", async () => {
    const account = newAccount();
    const submittedAt = "2026-11-23T12:00:00.000Z";
    expect(await start(account, "j1", { clientToken: "t" })).toEqual({ kind: "started", jobId: "j1", submittedAt });
    const later = { clientToken: "t", now: NOW + 1 };
    expect(await start(account, "j2", later)).toEqual({ kind: "repeated", jobId: "j1", submittedAt });
    const other = { ...later, requestSha256: "another" };
    expect(await start(account, "j3", other)).toEqual({ kind: "conflict", jobId: "j1", submittedAt });
    expect((await list(account, { maxResults: 9 })).ids).toEqual(["j1"]);
    expect([await account.knowsJob("j1"), await account.knowsJob("j2")]).toEqual([true, false]);
  });

  test("knows nothing of another account's jobs and tokens", async () => {
    const [mine, other] = [newAccount(), newAccount()];
    await start(mine, "j1", { clientToken: "t" });
    expect(await other.knowsJob("j1")).toBe(false);
    expect((await start(other, "j2", { clientToken: "t", requestSha256: "x" })).kind).toBe("started");
  });

  test("takes the token of a removed job for a new one", async () => {
    const account = newAccount();
    await start(account, "j1", { clientToken: "t" });
    await account.removeJob("j1");
    expect(await account.knowsJob("j1")).toBe(false);
    expect((await start(account, "j2", { clientToken: "t", requestSha256: "x" })).kind).toBe("started");
  });
});

describe("AccountObject.recordStatus()", () => {
  test("shows in the list, and which jobs still run", async () => {
    const account = newAccount();
    for (const jobId of ["j1", "j2", "j3"]) await start(account, jobId);
    const startedAt = "2026-11-23T12:00:01.000Z";
    const completedAt = "2026-11-23T12:00:02.000Z";
    await account.recordStatus({ jobId: "j1", status: "IN_PROGRESS", startedAt });
    await account.recordStatus({ jobId: "j2", status: "COMPLETED", startedAt, completedAt });
    const { jobs } = await list(account, { maxResults: 9 });
    const common = { targetId: "r-ab12", outputS3Uri: "s3://out/p", submittedAt: "2026-11-23T12:00:00.000Z" };
    expect(jobs).toEqual([
      { jobId: "j1", status: "IN_PROGRESS", startedAt, ...common },
      { jobId: "j2", status: "COMPLETED", startedAt, completedAt, ...common },
      { jobId: "j3", status: "SUBMITTED", ...common },
    ]);
    expect(await account.runningJobs()).toEqual(["j1", "j3"]);
  });

  test("does not bring a removed job back", async () => {
    const account = newAccount();
    await account.recordStatus({ jobId: "gone", status: "COMPLETED" });
    expect(await account.knowsJob("gone")).toBe(false);
  });
});

describe("AccountObject.listJobs()", () => {
  test("answers the newest first, and jobs of one moment by id", async () => {
    const account = newAccount();
    await start(account, "old", { now: NOW - 1 });
    await start(account, "b");
    await start(account, "a");
    await start(account, "new", { now: NOW + 1 });
    expect((await list(account, { maxResults: 9 })).ids).toEqual(["new", "a", "b", "old"]);
  });

  test("goes on behind the last job of a page while jobs are added and removed", async () => {
    const account = newAccount();
    for (const [index, jobId] of ["e", "d", "c", "b", "a"].entries()) await start(account, jobId, { now: NOW + index });
    const first = await list(account, { maxResults: 2 });
    expect(first.ids).toEqual(["a", "b"]);
    await start(account, "newer", { now: NOW + 100 });
    await account.removeJob("b");
    const second = await list(account, { maxResults: 2, afterToken: first.token ?? "" });
    expect(second.ids).toEqual(["c", "d"]);
    const third = await list(account, { maxResults: 2, afterToken: second.token ?? "" });
    expect([third.ids, third.token]).toEqual([["e"], undefined]);
  });

  test("gives no token with a last page that is full", async () => {
    const account = newAccount();
    for (const jobId of ["a", "b"]) await start(account, jobId);
    expect((await list(account, { maxResults: 2 })).token).toBeUndefined();
  });

  test("filters by status or target, on every page", async () => {
    const account = newAccount();
    for (const [index, jobId] of ["a", "b", "c", "d"].entries()) {
      await start(account, jobId, { now: NOW - index, targetId: index % 2 === 0 ? "r-ab12" : "123456789012" });
    }
    await account.recordStatus({ jobId: "c", status: "FAILED" });
    const failed = { name: "jobStatus", value: "FAILED" } as const;
    expect((await list(account, { maxResults: 9, filter: failed })).ids).toEqual(["c"]);
    const target = { name: "targetId", value: "123456789012" } as const;
    const first = await list(account, { maxResults: 1, filter: target });
    const second = await list(account, { maxResults: 1, filter: target, afterToken: first.token ?? "" });
    expect([first.ids, second.ids, second.token]).toEqual([["b"], ["d"], undefined]);
  });

  test.each(["", "x", btoa("{}"), btoa("[1]"), btoa('["1","j"]'), "ü"])(
    "refuses the token `%s`",
    async (afterToken) => {
      expect(await newAccount().listJobs({ maxResults: 1, afterToken })).toEqual({ kind: "invalidToken" });
    },
  );
});
