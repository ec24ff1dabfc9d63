import { afterEach, describe, expect, test, vi } from "vitest";
import type { AccessKey } from "../../host/account/access-keys.ts";
import { EVERY_ROUTE } from "./every-route.ts";
import { createFakeService, type FakeService } from "./fake-rooms.ts";
import { sendAsItIs } from "./send.ts";
import { ADMIN, keyWithRole, ORIGIN } from "./sign-request.ts";

const INGEST = keyWithRole("ingest");
const OTHERS: AccessKey = {
  ...INGEST,
  accessKeyId: "AKIDOTHERSINGEST",
  secretAccessKey: "another-secret",
  organizationId: "o-zyxwvutsrq",
};
const KEYS = [ADMIN, keyWithRole("reader"), keyWithRole("operator"), INGEST, OTHERS];
const EVENT = '{"eventVersion":"1.11"}';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Collects for all tenants. */
function collectingService(keys: readonly AccessKey[] = KEYS): FakeService {
  const service = createFakeService({ ACCESS_KEYS: JSON.stringify(keys) });
  service.state.configuration = { scope: "GLOBAL", status: "ACTIVE", createdAt: "2026-11-23T00:00:00.000Z" };
  return service;
}

function push(service: FakeService, headers: Readonly<Record<string, string>>, path = "/cloudtrail", method = "POST") {
  const body = method === "GET" ? {} : { body: EVENT };
  return sendAsItIs(service, new Request(`${ORIGIN}${path}`, { method, headers, ...body }));
}

function basic(text: string): string {
  return `Basic ${Buffer.from(text).toString("base64")}`;
}

const { accessKeyId, secretAccessKey: secret } = INGEST;
const PAIR = `${accessKeyId}:${secret}`;

describe("an ingest token is enough to push events", () => {
  test.each<[string, Readonly<Record<string, string>>]>([
    ["the secret as bearer", { authorization: `Bearer ${secret}` }],
    ["id and secret as bearer", { authorization: `Bearer ${PAIR}` }],
    ["user and password", { authorization: basic(PAIR) }],
    ["the secret alone in Basic", { authorization: basic(secret) }],
    ["Firehose's access key", { "x-amz-firehose-access-key": secret }],
    ["Firehose's access key with the id", { "x-amz-firehose-access-key": PAIR }],
    ["a scheme in lower case", { authorization: `bearer ${secret}` }],
    ["a scheme in upper case", { authorization: `BASIC ${Buffer.from(PAIR).toString("base64")}` }],
    ["spaces around", { authorization: `  Bearer   ${secret}  ` }],
    [
      "an authorization before Firehose's header",
      { authorization: `Bearer ${secret}`, "x-amz-firehose-access-key": "x" },
    ],
  ])("%s", async (_, headers) => {
    const service = collectingService();
    const { status, body } = await push(service, headers);
    expect([status, body.stored]).toEqual([200, 1]);
    expect(service.state.ingested).toMatchObject([{ tenantId: INGEST.organizationId }]);
  });

  test("and says whose they are", async () => {
    const service = collectingService();
    for (const key of [OTHERS, INGEST]) {
      await push(service, { authorization: `Bearer ${key.secretAccessKey}` });
      await push(service, { authorization: basic(`${key.accessKeyId}:${key.secretAccessKey}`) });
    }
    const tenants = service.state.ingested.map(({ tenantId }) => tenantId);
    expect(tenants).toEqual(["o-zyxwvutsrq", "o-zyxwvutsrq", "o-abcdefghij", "o-abcdefghij"]);
  });

  test("of an account without an organization too", async () => {
    const { organizationId: _, ...alone } = INGEST;
    const service = collectingService([alone]);
    expect((await push(service, { authorization: `Bearer ${secret}` })).status).toBe(200);
    expect(service.state.ingested).toMatchObject([{ tenantId: alone.accountId }]);
  });
});

describe("what is no ingest token", () => {
  const reader = keyWithRole("reader");
  const operator = keyWithRole("operator");
  test.each<[string, Readonly<Record<string, string>>]>([
    ["a wrong secret", { authorization: "Bearer guess" }],
    ["half a secret", { authorization: `Bearer ${secret.slice(0, -1)}` }],
    ["a secret with more behind it", { authorization: `Bearer ${secret}x` }],
    ["another case", { authorization: `Bearer ${secret.toUpperCase()}` }],
    ["no token", { authorization: "Bearer" }],
    ["no token in Basic", { authorization: "Basic" }],
    ["an empty user and password", { authorization: basic(":") }],
    ["the id alone", { authorization: `Bearer ${accessKeyId}` }],
    ["the id without a secret", { authorization: basic(`${accessKeyId}:`) }],
    ["a secret without its id", { authorization: basic(`:${secret}`) }],
    ["another key's id", { authorization: basic(`${OTHERS.accessKeyId}:${secret}`) }],
    ["no base64 in Basic", { authorization: `Basic ${PAIR}` }],
    ["the admin's secret", { authorization: basic(ADMIN.secretAccessKey) }],
    ["the admin's id and secret", { authorization: basic(`${ADMIN.accessKeyId}:${ADMIN.secretAccessKey}`) }],
    ["the reader's secret", { authorization: `Bearer ${reader.secretAccessKey}` }],
    ["the operator's secret", { authorization: `Bearer ${operator.secretAccessKey}` }],
    ["the reader's secret for Firehose", { "x-amz-firehose-access-key": reader.secretAccessKey }],
    ["an empty access key of Firehose", { "x-amz-firehose-access-key": "" }],
  ])("%s is not known", async (_, headers) => {
    const service = collectingService();
    const { status, error, body } = await push(service, headers);
    expect([status, error]).toEqual([403, "UnrecognizedClientException"]);
    expect(body).toEqual({ message: "this service does not know the ingest token" });
    expect(service.calls).toEqual([]);
  });

  test.each(["Bearer two words", "Digest username=x", secret, ""])("`%s` is no form of one", async (authorization) => {
    const service = collectingService();
    const { status, error } = await push(service, { authorization });
    expect([status, error, service.calls]).toEqual([403, "IncompleteSignatureException", []]);
  });
});

describe("an ingest token is good for nothing else", () => {
  const others = EVERY_ROUTE.filter(({ name }) => name !== "PushEvents");
  test.each(others)("than pushing: $name", async ({ method, path }) => {
    const service = collectingService();
    for (const headers of [
      { authorization: `Bearer ${secret}` },
      { authorization: basic(PAIR) },
      { "x-amz-firehose-access-key": secret },
    ] as readonly Record<string, string>[]) {
      const { status, error, body } = await push(service, headers, path, method);
      expect([status, error]).toEqual([403, "AccessDeniedException"]);
      expect(body.message).toContain("POST /cloudtrail alone");
    }
    expect(service.calls).toEqual([]);
  });
});

describe("two ingest keys with one secret", () => {
  test.each([
    ["of two tenants", { ...OTHERS, secretAccessKey: secret }],
    ["of one tenant", { ...INGEST, accessKeyId: "AKIDSECOND" }],
  ])("%s close the service: nobody could say whose events come", async (_, second) => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const service = collectingService([INGEST, second]);
    const { status, error, body } = await push(service, { authorization: `Bearer ${secret}` });
    expect([status, error]).toEqual([500, "InternalServerException"]);
    const lines = log.mock.calls.flat().join("\n");
    expect(lines).toContain(`\`${second.accessKeyId}\` has the secret of another ingest key`);
    expect(lines).toContain("ACCESS_KEYS");
    expect(lines + JSON.stringify(body)).not.toContain(secret);
    expect(service.calls).toEqual([]);
  });
});
