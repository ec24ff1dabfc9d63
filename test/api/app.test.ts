import { afterEach, describe, expect, test, vi } from "vitest";
import { SERVICE_MODEL } from "../../host/api/model/service-model.ts";
import { createFakeService, REPORT_TEXT } from "./fake-rooms.ts";
import { ADMIN, ORIGIN, type RequestToSign, signRequest } from "./sign-request.ts";

const JOB_ID = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";

afterEach(() => {
  vi.restoreAllMocks();
});

async function send(service: ReturnType<typeof createFakeService>, toSign: RequestToSign): Promise<Response> {
  return service.fetch(await signRequest(toSign));
}

/** A service that has the job JOB_ID of ADMIN's account. */
function serviceWithJob() {
  const service = createFakeService();
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

describe("the public routes", () => {
  test("GET /health and GET /service-model answer without a signature", async () => {
    const { fetch } = createFakeService();
    expect(await (await fetch(new Request(`${ORIGIN}/health`))).json()).toEqual({ status: "ok" });
    const model = await fetch(new Request(`${ORIGIN}/service-model`));
    expect(await model.json()).toEqual(SERVICE_MODEL);
  });
});

describe("errors", () => {
  test("have code, message and a request id in the form of AWS", async () => {
    const response = await createFakeService().fetch(new Request(`${ORIGIN}/policy/preview`));
    expect(response.status).toBe(403);
    expect(response.headers.get("x-amzn-errortype")).toBe("MissingAuthenticationTokenException");
    expect(response.headers.get("content-type")).toBe("application/json");
    expect(response.headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
    expect(await response.json()).toEqual({ message: expect.stringContaining("not signed") });
  });

  test.each([
    ["GET", "/nothing"],
    ["POST", "/policy/preview"],
    ["DELETE", `/policy/preview/${JOB_ID}`],
    ["PUT", "/policy/preview-configuration/x"],
  ])("%s %s is an unknown operation", async (method, path) => {
    const response = await send(createFakeService(), { method, path });
    expect([response.status, response.headers.get("x-amzn-errortype")]).toEqual([404, "UnknownOperationException"]);
  });

  test("of the service itself are told to the log, not to the client", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const service = createFakeService();
    service.rooms.tenant = () => {
      throw new Error("the secret inside");
    };
    const response = await send(service, { path: "/policy/preview-configuration" });
    const text = await response.text();
    expect([response.status, response.headers.get("x-amzn-errortype")]).toEqual([500, "InternalServerException"]);
    expect(text).not.toContain("secret inside");
    expect(text).toContain(response.headers.get("x-amzn-requestid"));
    expect(log.mock.calls.flat().join(" ")).toContain("the secret inside");
  });

  test.each([
    [{ overloaded: true, retryable: true }, 429, "ThrottlingException", "1"],
    [{ retryable: true }, 500, "InternalServerException", "1"],
    [{}, 500, "InternalServerException", null],
  ])("of a Durable Object with %o", async (flags, status, code, retryAfter) => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    const service = createFakeService();
    service.rooms.tenant = () => {
      throw Object.assign(new Error("Durable Object"), flags);
    };
    const { status: got, headers } = await send(service, { path: "/policy/preview-configuration" });
    expect([got, headers.get("x-amzn-errortype"), headers.get("retry-after")]).toEqual([status, code, retryAfter]);
  });

  test.each([
    ["no JSON", "{"],
    ["no list", "{}"],
    ["a role that there is not", JSON.stringify([{ ...ADMIN, role: "owner" }])],
    ["an account that is none", JSON.stringify([{ ...ADMIN, accountId: "1" }])],
    ["a key twice", JSON.stringify([ADMIN, ADMIN])],
  ])("of the access keys (%s) close the service without telling them", async (_, ACCESS_KEYS) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const response = await send(createFakeService({ ACCESS_KEYS }), { path: "/organization" });
    expect(response.status).toBe(500);
    expect(log.mock.calls.flat().join(" ")).toContain("ACCESS_KEYS");
    expect(log.mock.calls.flat().join(" ")).not.toContain(ADMIN.secretAccessKey);
  });

  test("refuse bodies too large for an operation, and take them as uploads", async () => {
    const service = createFakeService();
    const body = " ".repeat(1024 * 1024 + 1);
    const start = await send(service, { method: "PUT", path: "/policy/preview", body });
    expect([start.status, start.headers.get("x-amzn-errortype")]).toEqual([413, "RequestEntityTooLargeException"]);
    expect((await send(service, { method: "PUT", path: "/organization", body })).status).toBe(200);
  });
});

describe("the organization", () => {
  test("is stored and given back", async () => {
    const service = createFakeService();
    expect((await send(service, { path: "/organization" })).status).toBe(404);
    const stored = await send(service, { method: "PUT", path: "/organization", body: '{"Roots":[]}' });
    expect(await stored.json()).toMatchObject({ accounts: 1, capturedAt: "2026-11-23T00:00:00.000Z" });
    const response = await send(service, { path: "/organization" });
    expect([response.headers.get("content-type"), await response.text()]).toEqual(["application/json", '{"Roots":[]}']);
  });

  test("with faults is refused with their places", async () => {
    const response = await send(createFakeService(), { method: "PUT", path: "/organization" });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      reason: "fieldValidationFailed",
      fieldList: [{ name: "Roots[0].Id", message: "no JSON (not-json)" }],
    });
  });
});

describe("PUT /cloudtrail/{key}", () => {
  const path = "/cloudtrail/AWSLogs/o-1/111122223333/CloudTrail/x%20y%2Bz_%C3%BC%2520.json.gz";

  test("takes the key decoded and answers the counts", async () => {
    const service = createFakeService();
    await send(service, { method: "PUT", path: "/policy/preview-configuration" });
    const response = await send(service, { method: "PUT", path, body: Uint8Array.of(31, 139) });
    expect(await response.json()).toMatchObject({ records: 2, stored: 1, unreadable: 1, repeated: false });
    expect(service.state.uploaded).toEqual(["AWSLogs/o-1/111122223333/CloudTrail/x y+z_ü%20.json.gz"]);
  });

  test("is a conflict while nothing is collected", async () => {
    const response = await send(createFakeService(), { method: "PUT", path, body: "x" });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ resourceType: "PolicyPreviewConfiguration" });
  });

  test("refuses a file that is no log, and keys that are empty, too long or not UTF-8", async () => {
    const service = createFakeService();
    await send(service, { method: "PUT", path: "/policy/preview-configuration" });
    for (const bad of ["/cloudtrail/x", "/cloudtrail/", `/cloudtrail/${"x".repeat(897)}`, "/cloudtrail/%FF"]) {
      const response = await send(service, { method: "PUT", path: bad });
      expect([bad, response.status, response.headers.get("x-amzn-errortype")]).toEqual([
        bad,
        400,
        "ValidationException",
      ]);
    }
    expect(service.state.uploaded).toEqual([]);
  });
});

describe("GET /policy/preview/{jobId}/…", () => {
  test("progress and report files are there for the job's account", async () => {
    const service = serviceWithJob();
    const progress = await send(service, { path: `/policy/preview/${JOB_ID}/progress` });
    expect(await progress.json()).toMatchObject({ jobId: JOB_ID, tasksDone: 1, tasksTotal: 4 });
    for (const file of ["manifest.json", "denied-events/part-0.jsonl.gz"]) {
      const report = await send(service, { path: `/policy/preview/${JOB_ID}/report/${file}` });
      expect(report.headers.get("content-type")).toBe("application/json");
      expect(report.headers.get("x-content-type-options")).toBe("nosniff");
      expect(await report.text()).toBe(REPORT_TEXT);
    }
  });

  test.each([
    [`/policy/preview/${JOB_ID}/report/other.json`, 404],
    [`/policy/preview/${JOB_ID}/report/`, 404],
    [`/policy/preview/${JOB_ID.replace("0a", "ff")}/report/manifest.json`, 404],
    [`/policy/preview/${JOB_ID.replace("0a", "ff")}/progress`, 404],
    ["/policy/preview/x/progress", 400],
    ["/policy/preview/x/report/manifest.json", 400],
  ])("%s is answered %i", async (path, status) => {
    const response = await send(serviceWithJob(), { path });
    expect(response.status).toBe(status);
  });
});
