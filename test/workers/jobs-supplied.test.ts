import { describe, expect, test } from "vitest";
import { tenantStub } from "../../host/account/stubs.ts";
import type { SuppliedKind } from "../../host/account/tenant-types.ts";
import type { JobErrorCode } from "../../host/domain/job.ts";
import { deliver, holdQueue, takeMessages, untilSent } from "./helpers/held-queue.ts";
import { bindings, DENY_EC2, newTenant, type PreviewTenant, REPORT_BUCKET } from "./helpers/preview-tenant.ts";
import { callOf, LIST_QUEUES, logOf } from "./helpers/records.ts";
import { contentsUnder, summaryOf } from "./helpers/report-files.ts";
import { readyTenant } from "./helpers/run-job.ts";

/** Denies a call unless its principal has a tag, which no log shows. */
const DENY_UNTAGGED_QUEUES = JSON.stringify({
  Version: "2012-10-17",
  Statement: {
    Effect: "Deny",
    Action: "sqs:ListQueues",
    Resource: "*",
    Condition: { StringNotEquals: { "aws:PrincipalTag/team": "grain" } },
  },
});
const POLICIES = { policyDocumentsList: [DENY_EC2, DENY_UNTAGGED_QUEUES] };

/** An operation that nobody ever had, and a call whose principal has a tag or not. */
const FILES = {
  "file.json": logOf(
    callOf(1, "2026-11-24T10:00:00Z", { eventName: "GrindFlour" }),
    callOf(2, "2026-11-24T11:00:00Z", LIST_QUEUES),
  ),
};

const mappingTo = (row: object) => ({
  mappings: [{ eventSource: "ec2.amazonaws.com", eventName: "GrindFlour", ...row }],
});
const DENIED = mappingTo({ actions: ["ec2:StopInstances"], resources: ["*"] });
const UNTOUCHED = mappingTo({ actions: ["sqs:SendMessage"], resources: ["*"] });
const NOBODYS = mappingTo({ noAuthorization: true });
const contextOf = (team: string) => ({ "aws:PrincipalTag/team": team });

async function put(tenant: PreviewTenant, kind: SuppliedKind, json: unknown): Promise<void> {
  const { status, body } = await tenant.call({ method: "PUT", path: `/${kind}`, body: JSON.stringify(json) });
  expect([status, body]).toEqual([200, { sha256: expect.stringMatching(/^[0-9a-f]{64}$/), bytes: expect.any(Number) }]);
}

/** A job IN_PROGRESS, with the message of its one task. */
async function plan(tenant: PreviewTenant) {
  const jobId = await tenant.start(POLICIES);
  await tenant.until(jobId, "IN_PROGRESS");
  return { jobId, messages: await untilSent(1, jobId) };
}

/** Brings a planned job to its report; gives what it counted. */
async function finish(tenant: PreviewTenant, { jobId, messages }: Awaited<ReturnType<typeof plan>>) {
  await deliver(messages);
  await deliver(takeMessages(1));
  const { report = "" } = await tenant.progress(jobId);
  const contents = await contentsUnder(report.replace(`s3://${REPORT_BUCKET}/`, ""));
  const { outcomes, impacts } = summaryOf(contents).counts;
  const { newlyDenied, undetermined, unchanged } = impacts;
  return { notAnAuthorization: outcomes.notAnAuthorization, newlyDenied, undetermined, unchanged };
}

async function run(tenant: PreviewTenant) {
  return finish(tenant, await plan(tenant));
}

async function keyOf(tenant: PreviewTenant, kind: SuppliedKind): Promise<string> {
  return (await tenantStub(bindings, tenant.id).getSupplied())[kind]?.suppliedKey ?? "";
}

const NOTHING_KNOWN = { notAnAuthorization: 0, newlyDenied: 0, undetermined: 2, unchanged: 0 };

holdQueue();

describe("a job", () => {
  test("knows nothing of an unmapped operation and a key that the log does not show", async () => {
    expect(await run(await readyTenant(FILES))).toEqual(NOTHING_KNOWN);
  });

  test.each([
    ["of a denied action", DENIED, { newlyDenied: 1, undetermined: 1 }],
    ["of an action that no policy touches", UNTOUCHED, { unchanged: 1, undetermined: 1 }],
    ["of no authorization", NOBODYS, { notAnAuthorization: 1, undetermined: 1 }],
  ])("takes a mapping row %s for certain", async (_, mapping, counts) => {
    const tenant = await readyTenant(FILES);
    await put(tenant, "mapping", mapping);
    expect(await run(tenant)).toEqual({ ...NOTHING_KNOWN, ...counts });
  });

  test.each([
    ["grain", { unchanged: 1, undetermined: 1 }],
    ["rye", { newlyDenied: 1, undetermined: 1 }],
  ])("takes the team %s of the context for certain", async (team, counts) => {
    const tenant = await readyTenant(FILES);
    await put(tenant, "context", contextOf(team));
    expect(await run(tenant)).toEqual({ ...NOTHING_KNOWN, ...counts });
  });

  test("keeps the mapping and the context of its start, and the next one has the newer", async () => {
    const tenant = await readyTenant(FILES);
    await put(tenant, "mapping", DENIED);
    await put(tenant, "context", contextOf("rye"));
    const running = await plan(tenant);
    await put(tenant, "mapping", UNTOUCHED);
    await put(tenant, "context", contextOf("grain"));
    expect(await finish(tenant, running)).toEqual({ ...NOTHING_KNOWN, newlyDenied: 2, undetermined: 0 });
    expect(await run(tenant)).toEqual({ ...NOTHING_KNOWN, unchanged: 2, undetermined: 0 });
  });

  test("keeps them although they are removed while it runs, and the next one has none", async () => {
    const tenant = await readyTenant(FILES);
    await put(tenant, "mapping", DENIED);
    await put(tenant, "context", contextOf("rye"));
    const running = await plan(tenant);
    for (const path of ["/mapping", "/context"]) {
      expect(await tenant.call({ method: "DELETE", path })).toEqual({ status: 200, body: {} });
      expect((await tenant.call({ path })).status).toBe(404);
    }
    expect(await finish(tenant, running)).toEqual({ ...NOTHING_KNOWN, newlyDenied: 2, undetermined: 0 });
    expect(await run(tenant)).toEqual(NOTHING_KNOWN);
  });

  test("has nothing of another tenant's, who does not see it either", async () => {
    const other = newTenant();
    await put(other, "mapping", DENIED);
    await put(other, "context", contextOf("rye"));
    const tenant = await readyTenant(FILES);
    for (const path of ["/mapping", "/context"]) expect((await tenant.call({ path })).status).toBe(404);
    expect(await run(tenant)).toEqual(NOTHING_KNOWN);
    expect((await other.call({ path: "/mapping" })).body).toEqual(DENIED);
  });
});

describe.each([
  ["mapping", DENIED],
  ["context", contextOf("rye")],
] as const)("a job with a %s", (kind, json) => {
  async function expectFailure(tenant: PreviewTenant, jobId: string, code: JobErrorCode, ...words: readonly string[]) {
    const { jobStatus, jobError } = await tenant.until(jobId);
    expect([jobStatus, jobError?.code]).toEqual(["FAILED", code]);
    for (const word of [`PUT /${kind}`, `DELETE /${kind}`, ...words]) expect(jobError?.message).toContain(word);
  }

  test("fails with RESOURCE_NOT_FOUND_ERROR when it is gone at the start", async () => {
    const tenant = await readyTenant(FILES);
    await put(tenant, kind, json);
    await bindings.ACTIVITY.delete(await keyOf(tenant, kind));
    await expectFailure(tenant, await tenant.start(POLICIES), "RESOURCE_NOT_FOUND_ERROR");
  });

  test("fails with RESOURCE_NOT_FOUND_ERROR when it is gone before a task has read it", async () => {
    const tenant = await readyTenant(FILES);
    await put(tenant, kind, json);
    const { jobId, messages } = await plan(tenant);
    await bindings.ACTIVITY.delete(await keyOf(tenant, kind));
    await deliver(messages);
    await expectFailure(tenant, jobId, "RESOURCE_NOT_FOUND_ERROR");
  });

  test("fails with SERVICE_ERROR when it cannot be read any more, and says why", async () => {
    const tenant = await readyTenant(FILES);
    await put(tenant, kind, json);
    // As a newer version of the service might see what an older one took.
    await bindings.ACTIVITY.put(await keyOf(tenant, kind), "{");
    await expectFailure(tenant, await tenant.start(POLICIES), "SERVICE_ERROR", "(not-json)");
  });
});

test("a bad file is refused with the place of the fault, and nothing is stored", async () => {
  const tenant = newTenant();
  const body = JSON.stringify(mappingTo({ actions: ["Grind"] }));
  const { status, body: answer } = await tenant.call({ method: "PUT", path: "/mapping", body });
  expect(status).toBe(400);
  expect(answer).toMatchObject({ reason: "fieldValidationFailed", fieldList: [{ name: "mappings[0].actions[0]" }] });
  expect((await tenant.call({ path: "/mapping" })).status).toBe(404);
});
