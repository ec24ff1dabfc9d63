import { describe, expect, test } from "vitest";
import { type AccessKey, ROLES } from "../../host/account/access-keys.ts";
import { SUPPLIED_KINDS } from "../../host/account/tenant-types.ts";
import { createFakeService } from "./fake-rooms.ts";
import { ADMIN, type RequestToSign, signRequest } from "./sign-request.ts";

async function send(service: ReturnType<typeof createFakeService>, toSign: RequestToSign): Promise<Response> {
  return service.fetch(await signRequest(toSign));
}

describe.each(SUPPLIED_KINDS)("/%s", (kind) => {
  const path = `/${kind}`;

  test("is stored, given back as it was written, and removed as often as one likes", async () => {
    const service = createFakeService();
    const absent = await send(service, { path });
    expect([absent.status, absent.headers.get("x-amzn-errortype")]).toEqual([404, "ResourceNotFoundException"]);
    const hint = `PUT /${kind}`;
    expect(await absent.json()).toMatchObject({
      resourceType: kind === "mapping" ? "Mapping" : "Context",
      message: expect.stringContaining(hint),
    });
    const stored = await send(service, { method: "PUT", path, body: "{ }" });
    expect([stored.status, await stored.json()]).toEqual([200, { sha256: "0a", bytes: 3 }]);
    const given = await send(service, { path });
    expect([given.headers.get("content-type"), await given.text()]).toEqual(["application/json", "{ }"]);
    expect([...service.state.supplied.keys()]).toEqual([kind]);
    for (let times = 0; times < 2; times += 1) {
      const removed = await send(service, { method: "DELETE", path });
      expect([removed.status, await removed.json()]).toEqual([200, {}]);
    }
    expect((await send(service, { path })).status).toBe(404);
  });

  test("with faults is refused with their places", async () => {
    const response = await send(createFakeService(), { method: "PUT", path });
    expect([response.status, response.headers.get("x-amzn-errortype")]).toEqual([400, "ValidationException"]);
    expect(await response.json()).toMatchObject({
      reason: "fieldValidationFailed",
      fieldList: [{ name: "mappings[0].actions", message: "1:2: no action (invalid-value)" }],
    });
  });

  test("has at most 1 MiB", async () => {
    const service = createFakeService();
    const put = (bytes: number) => send(service, { method: "PUT", path, body: " ".repeat(bytes) });
    const tooLarge = await put(1024 * 1024 + 1);
    expect([tooLarge.status, tooLarge.headers.get("x-amzn-errortype")]).toEqual([
      413,
      "RequestEntityTooLargeException",
    ]);
    expect(service.state.supplied.size).toBe(0);
    expect((await put(1024 * 1024)).status).toBe(200);
  });

  test.each(ROLES)("asks for the role: a key with role %s", async (role) => {
    const key: AccessKey = { ...ADMIN, role, secretAccessKey: "secret-without-spaces" };
    const service = createFakeService({ ACCESS_KEYS: JSON.stringify([key]) });
    service.state.supplied.set(kind, "before");
    const statusOf = async (method: string, body?: string) =>
      (await send(service, { method, path, key, ...(body === undefined ? {} : { body }) })).status;
    const statuses = [await statusOf("GET"), await statusOf("PUT", "after"), await statusOf("DELETE")];
    const [reading, writing] = [role === "ingest" ? 403 : 200, role === "admin" ? 200 : 403];
    expect(statuses).toEqual([reading, writing, writing]);
    expect(service.state.supplied.get(kind)).toBe(role === "admin" ? undefined : "before");
  });
});
