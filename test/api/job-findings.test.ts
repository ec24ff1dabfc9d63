import { describe, expect, test } from "vitest";
import type { Finding } from "../../host/domain/report.ts";
import { createFakeService } from "./fake-rooms.ts";
import { ADMIN, signRequest } from "./sign-request.ts";

const JOB_ID = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
const PATH = `/policy/preview/${JOB_ID}/findings`;

function finding(principal: string, events: number, changes: Partial<Finding> = {}): Finding {
  return {
    impact: "newlyDenied",
    account: "111122223333",
    principal,
    action: "ec2:RunInstances",
    unknown: [],
    events,
    failedEvents: 0,
    firstSeen: "2026-11-01T00:00:00.000Z",
    lastSeen: "2026-11-02T00:00:00.000Z",
    regions: ["eu-west-1"],
    sampleEventIds: [],
    ...changes,
  };
}

const DECIDED = { decision: "explicitDeny", level: "r-jm01", policy: "p-1", statement: 0, sid: "NoMachines" } as const;
const FINDINGS = [
  finding("role/b", 9, { decidedBy: DECIDED }),
  finding("role/a", 5),
  finding("role/c", 5, { account: "999988887777" }),
  finding("role/d", 7, { impact: "undetermined", action: "s3:GetObject" }),
];

function serviceWith(findings: readonly Finding[] | undefined) {
  const service = createFakeService();
  service.state.findings = findings;
  service.state.submitted.push({
    jobId: JOB_ID,
    tenantId: service.tenantId,
    accountId: ADMIN.accountId,
    accessKeyId: ADMIN.accessKeyId,
    parameters: { policyConfigurations: [], startTime: "", endTime: "", outputS3Uri: "s3://out" },
    submittedAt: "2026-11-23T00:00:00.000Z",
  });
  return service;
}

async function ask(query: Readonly<Record<string, string>>, findings: readonly Finding[] | undefined = FINDINGS) {
  const response = await serviceWith(findings).fetch(await signRequest({ path: PATH, query }));
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function principals(query: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { body } = await ask(query);
  return (body.findings as Finding[]).map(({ principal }) => principal);
}

describe("GET /policy/preview/{jobId}/findings", () => {
  test("gives them in the report's order, as they are", async () => {
    expect(await ask({})).toEqual({ status: 200, body: { findings: FINDINGS, total: 4 } });
  });

  test.each([
    [{ impact: "undetermined" }, ["role/d"]],
    [{ account: "999988887777" }, ["role/c"]],
    [{ principal: "role/a" }, ["role/a"]],
    [{ action: "ec2:RunInstances", account: "111122223333" }, ["role/b", "role/a"]],
    [{ level: "r-jm01", policy: "p-1", sid: "NoMachines" }, ["role/b"]],
    [{ policy: "p-2" }, []],
  ])("filters by %o", async (query, expected) => {
    expect(await principals(query)).toEqual(expected);
  });

  test.each([
    ["events", ["role/a", "role/c", "role/d", "role/b"]],
    ["-events", ["role/b", "role/d", "role/a", "role/c"]],
    ["principal", ["role/a", "role/b", "role/c", "role/d"]],
    ["-account", ["role/c", "role/b", "role/a", "role/d"]],
  ])("sorts by %s, equal ones in the report's order", async (sort, expected) => {
    expect(await principals({ sort })).toEqual(expected);
  });

  test("goes page by page, with the total of all", async () => {
    const first = await ask({ maxResults: "3", sort: "principal" });
    expect(first.body).toMatchObject({ findings: [{}, {}, {}], total: 4, nextToken: expect.any(String) });
    const last = await ask({ maxResults: "3", sort: "principal", nextToken: String(first.body.nextToken) });
    expect(last.body).toMatchObject({ findings: [{ principal: "role/d" }], total: 4 });
    expect(last.body).not.toHaveProperty("nextToken");
  });

  test.each([
    [{ sort: "colour" }, "sort"],
    [{ sort: "constructor" }, "sort"],
    [{ maxResults: "0" }, "maxResults"],
    [{ maxResults: "1.5" }, "maxResults"],
    [{ nextToken: "%%%" }, "nextToken"],
    [{ nextToken: btoa("[-1]") }, "nextToken"],
    [{ bogus: "1" }, "bogus"],
    [{ toString: "1" }, "toString"],
  ])("refuses %o and names it", async (query, name) => {
    const { status, body } = await ask(query as Record<string, string>);
    expect([status, body]).toMatchObject([400, { reason: "fieldValidationFailed", fieldList: [{ name }] }]);
  });

  test("is not there before the job is done, nor for a job of another", async () => {
    const service = serviceWith(undefined);
    const early = await service.fetch(await signRequest({ path: PATH }));
    expect([early.status, await early.json()]).toMatchObject([404, { resourceType: "Findings", resourceId: JOB_ID }]);
    const other = await signRequest({ path: PATH.replace(JOB_ID, "ffffffff-4e5f-6789-abcd-ef0123456789") });
    const answer = await service.fetch(other);
    expect([answer.status, await answer.json()]).toMatchObject([404, { resourceType: "PolicyPreviewJob" }]);
    const bad = await service.fetch(await signRequest({ path: "/policy/preview/zzz/findings" }));
    expect([bad.status, await bad.json()]).toMatchObject([400, { fieldList: [{ name: "jobId" }] }]);
  });
});
