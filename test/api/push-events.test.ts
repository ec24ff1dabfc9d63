import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { PUSH_BODY_MAX } from "../../host/api/input/read-body.ts";
import { createFakeService, type FakeService } from "./fake-rooms.ts";
import { send, sendAsItIs } from "./send.ts";
import { keyWithRole, ORIGIN } from "./sign-request.ts";

const INGEST = keyWithRole("ingest");
const EVENT = '{"eventVersion":"1.11"}';
const DELIVERY = "1f2e3d4c-0000-4000-8000-000000000001";
const FIREHOSE = {
  "content-type": "application/json",
  "x-amz-firehose-protocol-version": "1.0",
  "x-amz-firehose-request-id": DELIVERY,
  "x-amz-firehose-access-key": INGEST.secretAccessKey,
};

function createService(bindings: Readonly<Record<string, unknown>> = {}, isActive = true): FakeService {
  const service = createFakeService({ ACCESS_KEYS: JSON.stringify([INGEST]), ...bindings });
  if (isActive) service.state.configuration = { scope: "GLOBAL", status: "ACTIVE", createdAt: "2026-11-23" };
  return service;
}

function delivery(...data: readonly (string | Uint8Array)[]): string {
  const records = data.map((one) => ({ data: Buffer.from(one).toString("base64") }));
  return JSON.stringify({ requestId: DELIVERY, timestamp: 1_795_559_087_000, records });
}

function deliver(
  service: FakeService,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
) {
  const request = new Request(`${ORIGIN}/cloudtrail`, { method: "POST", headers: { ...FIREHOSE, ...headers }, body });
  return sendAsItIs(service, request);
}

/** Texts that were handed to ingest. */
function ingested({ state }: FakeService): readonly string[] {
  return state.ingested.map(({ source }) => {
    if (source.kind !== "whole") throw new Error("pushed events are held");
    return new TextDecoder().decode(source.bytes);
  });
}

function keyOf(text: string): string {
  return `pushed/${createHash("sha256").update(text).digest("hex")}.json`;
}

describe("POST /cloudtrail", () => {
  test.each([EVENT, `[${EVENT}]`, `{"Records":[${EVENT}]}`, `{"detail":${EVENT}}`, "no JSON", '{"records":[]}'])(
    "hands a body on as it is: %s",
    async (body) => {
      const service = createService();
      const { status, body: answer } = await send(service, { method: "POST", path: "/cloudtrail", body, key: INGEST });
      expect([status, answer.stored]).toEqual([200, 1]);
      expect(ingested(service)).toEqual([body]);
      expect(service.state.ingested).toMatchObject([{ key: keyOf(body), tenantId: "o-abcdefghij" }]);
    },
  );

  test("hands gzip on as it is too: it is read like a log file", async () => {
    const service = createService();
    const body = new Uint8Array(gzipSync(EVENT));
    await send(service, { method: "POST", path: "/cloudtrail", body, key: INGEST });
    expect(service.state.ingested).toMatchObject([{ source: { kind: "whole", bytes: body } }]);
  });

  test("names the same content by the same key, and other content by another", async () => {
    const service = createService();
    for (const body of [EVENT, EVENT, `${EVENT} `]) {
      await send(service, { method: "POST", path: "/cloudtrail", body, key: INGEST });
    }
    expect(service.state.uploaded).toEqual([keyOf(EVENT), keyOf(EVENT), keyOf(`${EVENT} `)]);
  });

  test("refuses what ingest refuses, in AWS's form", async () => {
    const { status, error, body } = await send(createService(), { method: "POST", path: "/cloudtrail", key: INGEST });
    expect([status, error, Object.keys(body)]).toEqual([
      400,
      "ValidationException",
      ["message", "reason", "fieldList"],
    ]);
  });
});

describe("a delivery of Firehose", () => {
  test("is acknowledged in Firehose's form", async () => {
    const service = createService();
    const before = Date.now();
    const { status, headers, body } = await deliver(service, delivery(EVENT, "[]"));
    expect([status, headers.get("content-type")]).toEqual([200, "application/json"]);
    expect(headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
    expect(body).toEqual({ requestId: DELIVERY, timestamp: expect.any(Number) });
    expect(body.timestamp).toBeGreaterThanOrEqual(before);
    expect(ingested(service)).toEqual([`${EVENT}\n[]\n`]);
  });

  test("is unpacked before it is taken in", async () => {
    const logs = `{"logEvents":[{"message":${JSON.stringify(EVENT)}}]}`;
    const service = createService();
    await deliver(service, delivery(gzipSync(logs)));
    await deliver(service, new Uint8Array(gzipSync(delivery(EVENT))), { "content-encoding": "gzip" });
    expect(ingested(service)).toEqual([`${logs}\n`, `${EVENT}\n`]);
  });

  test("that comes again has the same key, packed or not", async () => {
    const service = createService();
    for (const body of [delivery(EVENT), delivery(EVENT), delivery(gzipSync(EVENT))]) await deliver(service, body);
    expect(new Set(service.state.uploaded)).toEqual(new Set([keyOf(`${EVENT}\n`)]));
    expect(service.state.uploaded).toHaveLength(3);
  });

  test("that holds nothing is acknowledged, and nothing is taken in", async () => {
    for (const isActive of [true, false]) {
      const service = createService({}, isActive);
      const { status, body } = await deliver(service, delivery());
      expect([status, Object.keys(body)]).toEqual([200, ["requestId", "timestamp"]]);
      expect(service.calls).toEqual([]);
    }
  });

  test("may be signed instead", async () => {
    const headers = { "x-amz-firehose-request-id": DELIVERY };
    const toSign = { method: "POST", path: "/cloudtrail", body: delivery(EVENT), headers, key: INGEST };
    expect((await send(createService(), toSign)).body).toEqual({ requestId: DELIVERY, timestamp: expect.any(Number) });
  });
});

describe("a refused delivery of Firehose has Firehose's form, and keeps status and code", () => {
  const busy = { INGEST_LIMIT: { limit: async () => ({ success: false }) } };
  const cases: readonly {
    readonly why: string;
    readonly service: () => FakeService;
    readonly body?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly expected: readonly [status: number, code: string, members: object];
  }[] = [
    {
      why: "a wrong key",
      service: () => createService(),
      headers: { "x-amz-firehose-access-key": "guess" },
      expected: [403, "UnrecognizedClientException", {}],
    },
    {
      why: "no collection",
      service: () => createService({}, false),
      expected: [409, "ConflictException", { resourceId: "GLOBAL", resourceType: "PolicyPreviewConfiguration" }],
    },
    {
      why: "no base64",
      service: () => createService(),
      body: '{"records":[{"data":""},{"data":"%"}]}',
      expected: [
        400,
        "ValidationException",
        { reason: "cannotParse", fieldList: [{ name: "records[1].data", message: expect.any(String) }] },
      ],
    },
    {
      why: "no delivery",
      service: () => createService(),
      body: EVENT,
      expected: [400, "ValidationException", { reason: "cannotParse" }],
    },
    {
      why: "too large a body",
      service: () => createService(),
      headers: { "content-length": String(PUSH_BODY_MAX + 1) },
      expected: [413, "RequestEntityTooLargeException", {}],
    },
    { why: "too many requests", service: () => createService(busy), expected: [429, "ThrottlingException", {}] },
  ];
  test.each(cases)("for $why", async ({ service: make, body = delivery(EVENT), headers = {}, expected }) => {
    const service = make();
    const [status, code, members] = expected;
    const answer = await deliver(service, body, headers);
    expect([answer.status, answer.error, answer.headers.get("content-type")]).toEqual([
      status,
      code,
      "application/json",
    ]);
    const { message } = answer.body;
    expect(answer.body).toEqual({
      requestId: DELIVERY,
      timestamp: expect.any(Number),
      errorMessage: message,
      message: expect.any(String),
      ...members,
    });
    if (status === 429) expect(answer.headers.get("retry-after")).toBe("10");
    expect(service.state.uploaded).toEqual([]);
  });

  test("for a fault inside the service", async () => {
    const service = createService();
    Object.assign(service.rooms, {
      ingestFile: async () => {
        throw Object.assign(new Error("moved"), { retryable: true });
      },
    });
    const { status, error, headers, body } = await deliver(service, delivery(EVENT));
    expect([status, error, headers.get("retry-after")]).toEqual([500, "InternalServerException", "1"]);
    expect(body).toMatchObject({ requestId: DELIVERY, errorMessage: expect.stringContaining("inside the service") });
    expect(body.errorMessage).toContain(headers.get("x-amzn-requestid"));
  });
});

test("Firehose's form is for deliveries alone: another route answers as always", async () => {
  const reader = keyWithRole("reader");
  const service = createService({ ACCESS_KEYS: JSON.stringify([reader]) });
  const headers = { "x-amz-firehose-request-id": DELIVERY };
  const { status, body } = await send(service, { path: "/activity", headers, key: reader });
  expect([status, Object.keys(body)]).toEqual([200, expect.arrayContaining(["accounts", "events"])]);
});
