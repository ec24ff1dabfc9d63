import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { EVERY_ROUTE, JOB_ID } from "./every-route.ts";
import { createFakeService, type FakeService } from "./fake-rooms.ts";
import { send, sendAsItIs } from "./send.ts";
import { ADMIN, keyWithRole, ORIGIN, presignRequest, type RequestToSign } from "./sign-request.ts";

const READER = keyWithRole("reader");
const INGEST = keyWithRole("ingest");
const KEYS = { ACCESS_KEYS: JSON.stringify([ADMIN, READER, INGEST]) };
/** Stands in everything that must not be in a log. */
const MARKER = "XyzzyMarker";

const lines: string[] = [];

beforeEach(() => {
  lines.length = 0;
  for (const level of ["debug", "error", "info", "log", "trace", "warn"] as const) {
    vi.spyOn(console, level).mockImplementation((...args: readonly unknown[]) => void lines.push(args.join(" ")));
  }
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** The one line that was written. */
function onlyLine(): Readonly<Record<string, unknown>> {
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? "");
}

function whoIs({ accessKeyId, accountId, role }: typeof ADMIN) {
  return { accessKeyId, accountId, tenantId: "o-abcdefghij", role };
}

/** What a signature does not show: text behind a client's `Authorization`. */
function withToken(token: string, path: string, body: string): Request {
  return new Request(`${ORIGIN}${path}`, { method: "POST", headers: { authorization: `Bearer ${token}` }, body });
}

function createService(bindings: Readonly<Record<string, unknown>> = {}): FakeService {
  return createFakeService({ ...KEYS, ...bindings });
}

describe("the log has one line for a request", () => {
  test.each(EVERY_ROUTE)("to $name: an audit line for a change, a request line otherwise", async (route) => {
    const { headers, error } = await send(createService(), { method: route.method, path: route.path });
    const isChange = !/^(?:Get|List)/.test(route.name);
    expect(onlyLine()).toEqual({
      level: "info",
      event: isChange ? "audit" : "request",
      requestId: headers.get("x-amzn-requestid"),
      route: route.name,
      result: error ?? "ok",
      milliseconds: expect.any(Number),
      ...whoIs(ADMIN),
    });
  });

  test.each([
    ["forbidden by the role", { method: "PUT", path: "/organization", key: READER }, "AccessDeniedException", READER],
    ["refused as a conflict", { method: "POST", path: "/cloudtrail", body: "x" }, "ConflictException", ADMIN],
    ["refused as invalid", { method: "DELETE", path: "/activity" }, "ValidationException", ADMIN],
    ["refused as not found", { method: "PUT", path: `/policy/preview/${JOB_ID}` }, "ResourceNotFoundException", ADMIN],
  ] as const)("that is a change and %s, with the code", async (_, toSign, code, key) => {
    const { status, headers } = await send(createService(), toSign);
    expect(status).toBeGreaterThanOrEqual(400);
    const requestId = headers.get("x-amzn-requestid");
    expect(onlyLine()).toMatchObject({ event: "audit", result: code, requestId, ...whoIs(key) });
  });

  test("that is a change and over the limit", async () => {
    const service = createService({ OPERATION_LIMIT: { limit: async () => ({ success: false }) } });
    await send(service, { method: "PUT", path: "/organization", body: "{}" });
    expect(onlyLine()).toMatchObject({ event: "audit", result: "ThrottlingException", ...whoIs(ADMIN) });
  });

  test("by an ingest token or a presigned URL, with its key", async () => {
    await sendAsItIs(createService(), withToken(INGEST.secretAccessKey, "/cloudtrail", "x"));
    expect(onlyLine()).toMatchObject({ event: "audit", route: "PushEvents", ...whoIs(INGEST) });
    lines.length = 0;
    await sendAsItIs(createService(), await presignRequest({ path: "/activity", key: READER }));
    expect(onlyLine()).toMatchObject({ event: "request", route: "GetActivity", result: "ok", ...whoIs(READER) });
  });

  test.each<[string, RequestToSign, string]>([
    ["key", { path: "/organization", key: { ...ADMIN, accessKeyId: "AKIDUNKNOWN" } }, "UnrecognizedClientException"],
    ["secret", { path: "/organization", key: { ...ADMIN, secretAccessKey: MARKER } }, "InvalidSignatureException"],
    ["service", { path: "/organization", service: "s3" }, "InvalidSignatureException"],
  ])("that is a change with a wrong %s, without saying who", async (_, toSign, code) => {
    const { headers } = await send(createService(), { ...toSign, method: "PUT", body: "{}" });
    expect(onlyLine()).toEqual({
      level: "info",
      event: "request",
      requestId: headers.get("x-amzn-requestid"),
      route: "PutOrganization",
      result: code,
      milliseconds: expect.any(Number),
    });
  });

  test("that ends with a throw, and the line still says who tried what", async () => {
    const service = createService();
    Object.assign(service.rooms, {
      storeOrganization: async () => {
        throw new Error("storage is away");
      },
    });
    const { headers } = await send(service, { method: "PUT", path: "/organization", body: "{}" });
    const told = lines.map((line) => JSON.parse(line) as object);
    const audited = { event: "audit", route: "PutOrganization", result: "InternalServerException", ...whoIs(ADMIN) };
    const requestId = headers.get("x-amzn-requestid");
    expect(told).toContainEqual(expect.objectContaining({ ...audited, requestId }));
  });

  test("and none for what is public, or what there is not", async () => {
    const service = createService();
    for (const path of ["/health", "/service-model", "/openapi.json", "/nothing"]) {
      await service.fetch(new Request(`${ORIGIN}${path}`));
    }
    expect(lines).toEqual([]);
  });
});

describe("the log has nothing of", () => {
  const policy = JSON.stringify({ Statement: [{ Sid: MARKER, Effect: "Deny", Action: `${MARKER}:*`, Resource: "*" }] });
  const start = {
    policyConfigurations: [{ jobType: "SCP", targetId: "r-ab12", policyDocumentsList: [policy] }],
    startTime: "2026-08-01T00:00:00Z",
    outputS3Uri: `s3://${MARKER.toLowerCase()}/${MARKER}/`,
    clientToken: MARKER,
  };
  test.each<[string, RequestToSign]>([
    ["policies, buckets and client tokens", { method: "PUT", path: "/policy/preview", body: JSON.stringify(start) }],
    ["a body that is not JSON", { method: "PUT", path: "/policy/preview", body: `{"${MARKER}":\n    at ${MARKER}` }],
    ["an organization", { method: "PUT", path: "/organization", body: `{"Roots":["${MARKER}"]}` }],
    ["a mapping", { method: "PUT", path: "/mapping", body: MARKER }],
    ["events", { method: "POST", path: "/cloudtrail", body: `{"eventName":"${MARKER}"}` }],
    ["a log file and its key", { method: "PUT", path: `/cloudtrail/AWSLogs/${MARKER}.json`, body: MARKER }],
    ["filters", { path: "/policy/preview", query: { targetId: MARKER } }],
    ["parameters that there are not", { path: "/policy/preview", query: { [MARKER]: MARKER } }],
    ["pages", { path: "/policy/preview", query: { nextToken: MARKER } }],
    ["what is to be erased", { method: "DELETE", path: "/activity", query: { accountId: MARKER } }],
    ["ids of jobs that are none", { path: `/policy/preview/${MARKER}` }],
    ["files of reports", { path: `/policy/preview/${JOB_ID}/report/${MARKER}` }],
    ["headers", { path: "/activity", headers: { "user-agent": MARKER, "x-amz-security-token": MARKER } }],
    ["a secret that was guessed", { path: "/activity", key: { ...ADMIN, secretAccessKey: MARKER } }],
    ["a key that was guessed", { path: "/activity", key: { ...ADMIN, accessKeyId: MARKER } }],
    ["the region", { path: "/activity", region: MARKER }],
    ["another service", { path: "/activity", service: MARKER }],
  ])("%s", async (_, toSign) => {
    for (const isActive of [true, false]) {
      const service = createService();
      if (isActive) service.state.configuration = { scope: "GLOBAL", status: "ACTIVE", createdAt: "2026-11-23" };
      await send(service, toSign);
    }
    expect(lines).toHaveLength(2);
    expect(lines.join("\n").toLowerCase()).not.toContain(MARKER.toLowerCase());
  });

  test("tokens, secrets and signatures", async () => {
    const service = createService();
    await sendAsItIs(service, withToken(MARKER, "/cloudtrail", "x"));
    await sendAsItIs(service, withToken(INGEST.secretAccessKey, "/cloudtrail", "x"));
    const signed = await presignRequest({ path: "/activity", sessionToken: MARKER });
    await sendAsItIs(service, signed);
    const text = lines.join("\n");
    const signature = new URL(signed.url).searchParams.get("X-Amz-Signature");
    for (const secret of [MARKER, INGEST.secretAccessKey, ADMIN.secretAccessKey, signature]) {
      expect(text).not.toContain(secret);
    }
    expect(lines).toHaveLength(3);
  });
});

describe("metrics have one data point for a request", () => {
  test.each<[string, RequestToSign, string, readonly string[]]>([
    ["that is answered", { path: "/activity" }, "o-abcdefghij", ["request", "GetActivity", "ok"]],
    [
      "that is refused",
      { method: "PUT", path: "/organization", key: READER },
      "o-abcdefghij",
      ["request", "PutOrganization", "AccessDeniedException"],
    ],
    [
      "by somebody unknown, of no tenant",
      { path: "/activity", key: { ...ADMIN, accessKeyId: "AKIDUNKNOWN" } },
      "",
      ["request", "GetActivity", "UnrecognizedClientException"],
    ],
  ])("%s", async (_, toSign, index, blobs) => {
    const writeDataPoint = vi.fn();
    await send(createService({ METRICS: { writeDataPoint } }), toSign);
    expect(writeDataPoint.mock.calls).toEqual([[{ indexes: [index], blobs, doubles: [expect.any(Number)] }]]);
  });
});
