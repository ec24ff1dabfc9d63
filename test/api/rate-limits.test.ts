import { describe, expect, test } from "vitest";
import { EVERY_ROUTE } from "./every-route.ts";
import { createFakeService } from "./fake-rooms.ts";
import { send, sendAsItIs } from "./send.ts";
import { ADMIN, keyWithRole, ORIGIN, presignRequest, type RequestToSign, signRequest, tamper } from "./sign-request.ts";

const READER = keyWithRole("reader");
const INGEST = keyWithRole("ingest");
const KEYS = { ACCESS_KEYS: JSON.stringify([ADMIN, READER, INGEST]) };

/** Limits that remember whom they were asked about; those named in `used` are used up. */
function createLimits(...used: readonly ("OPERATION_LIMIT" | "INGEST_LIMIT")[]) {
  const asked: string[] = [];
  const limitOf = (name: "OPERATION_LIMIT" | "INGEST_LIMIT") => ({
    async limit({ key }: { readonly key: string }) {
      asked.push(`${name} ${key}`);
      return { success: !used.includes(name) };
    },
  });
  return { asked, bindings: { OPERATION_LIMIT: limitOf("OPERATION_LIMIT"), INGEST_LIMIT: limitOf("INGEST_LIMIT") } };
}

describe("the limit of requests", () => {
  test("refuses a key that has used it up, and says when to try again", async () => {
    const { bindings } = createLimits("OPERATION_LIMIT");
    const service = createFakeService({ ...KEYS, ...bindings });
    const { status, error, headers, body } = await send(service, { path: "/activity", key: READER });
    expect([status, error, headers.get("retry-after")]).toEqual([429, "ThrottlingException", "10"]);
    const message = `too many requests of access key ${READER.accessKeyId}; try again in 10 seconds`;
    expect(body).toEqual({ message });
    expect(service.calls).toEqual([]);
  });

  const operations = EVERY_ROUTE.filter(({ name }) => name !== "PushEvents" && name !== "PutLogFile");
  test.each(operations)("of operations is asked once, by access key: $name", async ({ method, path }) => {
    const { asked, bindings } = createLimits("OPERATION_LIMIT");
    const service = createFakeService({ ...KEYS, ...bindings });
    expect((await send(service, { method, path })).status).toBe(429);
    expect(asked).toEqual([`OPERATION_LIMIT ${ADMIN.accessKeyId}`]);
    expect(service.calls).toEqual([]);
  });

  test.each<[string, () => Promise<Request>]>([
    ["a signed push", () => signRequest({ method: "POST", path: "/cloudtrail", body: "x", key: INGEST })],
    ["a signed log file", () => signRequest({ method: "PUT", path: "/cloudtrail/x.json", body: "x", key: INGEST })],
    ["a presigned log file", () => presignRequest({ method: "PUT", path: "/cloudtrail/x", body: "x", key: INGEST })],
    ["a push with a token", async () => pushWith(`Bearer ${INGEST.secretAccessKey}`)],
  ])("of ingest is another one: %s", async (_, makeRequest) => {
    const used = createLimits("INGEST_LIMIT");
    const closed = createFakeService({ ...KEYS, ...used.bindings });
    const { status, error, headers } = await sendAsItIs(closed, await makeRequest());
    expect([status, error, headers.get("retry-after")]).toEqual([429, "ThrottlingException", "10"]);
    expect(used.asked).toEqual([`INGEST_LIMIT ${INGEST.accessKeyId}`]);
    expect(closed.calls).toEqual([]);
    const open = createFakeService({ ...KEYS, ...createLimits("OPERATION_LIMIT").bindings });
    expect((await sendAsItIs(open, await makeRequest())).status).toBe(409);
    expect(open.calls).toEqual(["ingestFile"]);
  });

  test("of ingest counts an admin's pushes too", async () => {
    const { asked, bindings } = createLimits();
    const service = createFakeService({ ...KEYS, ...bindings });
    await send(service, { method: "POST", path: "/cloudtrail", body: "x" });
    await send(service, { method: "PUT", path: "/cloudtrail/x.json", body: "x" });
    expect(asked).toEqual([`INGEST_LIMIT ${ADMIN.accessKeyId}`, `INGEST_LIMIT ${ADMIN.accessKeyId}`]);
  });

  test("lets requests through that are within it, and tells keys apart", async () => {
    const { asked, bindings } = createLimits();
    const service = createFakeService({ ...KEYS, ...bindings });
    for (const key of [READER, ADMIN]) expect((await send(service, { path: "/activity", key })).status).toBe(200);
    expect(asked).toEqual([`OPERATION_LIMIT ${READER.accessKeyId}`, `OPERATION_LIMIT ${ADMIN.accessKeyId}`]);
  });

  test("counts what the role forbids: somebody tries", async () => {
    const { asked, bindings } = createLimits();
    const service = createFakeService({ ...KEYS, ...bindings });
    expect((await send(service, { method: "PUT", path: "/organization", key: READER })).status).toBe(403);
    expect(asked).toEqual([`OPERATION_LIMIT ${READER.accessKeyId}`]);
  });

  test("is none without the bindings", async () => {
    const service = createFakeService(KEYS);
    for (let times = 0; times < 3; times += 1) {
      expect((await send(service, { path: "/activity", key: READER })).status).toBe(200);
    }
  });

  test.each<[string, () => Promise<Request>]>([
    ["without a signature", async () => new Request(`${ORIGIN}/activity`)],
    ["by an unknown key", () => signed({ key: { ...READER, accessKeyId: "AKIDUNKNOWN" } })],
    ["with another's secret", () => signed({ key: { ...READER, secretAccessKey: "guess" } })],
    ["of yesterday", () => signed({ date: new Date(Date.now() - 86_400_000) })],
    ["that was changed", async () => tamper(await signed({}), { url: `${ORIGIN}/organization` })],
    ["with a wrong token", async () => pushWith("Bearer guess")],
    ["with a token where none is taken", async () => pushWith(`Bearer ${INGEST.secretAccessKey}`, "/organization")],
    ["that is public", async () => new Request(`${ORIGIN}/health`)],
    ["that there is not", () => signed({ path: "/nothing" })],
  ])("is not asked about a request %s: nobody uses up what is another's", async (_, makeRequest) => {
    const { asked, bindings } = createLimits("OPERATION_LIMIT", "INGEST_LIMIT");
    await createFakeService({ ...KEYS, ...bindings }).fetch(await makeRequest());
    expect(asked).toEqual([]);
  });
});

function signed(change: Partial<RequestToSign>): Promise<Request> {
  return signRequest({ path: "/activity", key: READER, ...change });
}

function pushWith(authorization: string, path = "/cloudtrail"): Request {
  const method = path === "/cloudtrail" ? "POST" : "PUT";
  return new Request(`${ORIGIN}${path}`, { method, headers: { authorization }, body: "x" });
}
