import { describe, expect, test } from "vitest";
import { EVERY_ROUTE, JOB_ID } from "./every-route.ts";
import { createFakeService } from "./fake-rooms.ts";
import { send, sendAsItIs } from "./send.ts";
import { ORIGIN, signRequest } from "./sign-request.ts";

const UNKNOWN = { status: 404, error: "UnknownOperationException" };

describe("what there is not", () => {
  test.each([
    ["GET", "/"],
    ["GET", "/nothing"],
    ["GET", "/policy"],
    ["GET", "//policy/preview"],
    ["GET", "/Policy/Preview"],
    ["GET", "/policy/preview/x/y"],
    ["GET", `/policy/preview/${JOB_ID}/progress/`],
    ["GET", `/policy/preview/${JOB_ID}/other`],
    ["GET", "/cloudtrail/x.json"],
    ["POST", "/cloudtrail/"],
    ["POST", "/cloudtrail/x.json"],
    ["POST", "/organization"],
    ["PATCH", "/organization"],
    ["DELETE", "/organization"],
    ["PUT", "/activity"],
    ["PUT", "/service-model"],
    ["POST", "/health"],
    ["OPTIONS", "/policy/preview"],
    ["GET", "/service-model/other.json"],
    ["GET", "/organization/"],
    ["GET", "/%6Frganization%00"],
    ["GET", "/policy%2Fpreview"],
  ])("%s %s is an unknown operation, and says so", async (method, path) => {
    const service = createFakeService();
    const { status, error, headers, body } = await sendAsItIs(service, new Request(`${ORIGIN}${path}`, { method }));
    expect({ status, error }).toEqual(UNKNOWN);
    expect(headers.get("content-type")).toBe("application/json");
    expect(headers.get("x-amzn-requestid")).toMatch(/^[0-9a-f-]{36}$/);
    expect(body).toEqual({ message: `there is no operation ${method} ${path}` });
    expect(service.calls).toEqual([]);
  });

  test("is answered alike with a signature", async () => {
    const { status, error } = await send(createFakeService(), { method: "PATCH", path: "/organization" });
    expect({ status, error }).toEqual(UNKNOWN);
  });

  test("is not repeated at length, and its query not at all", async () => {
    const request = new Request(`${ORIGIN}/${"x".repeat(10_000)}?secret=1`);
    const { body } = await sendAsItIs(createFakeService(), request);
    expect(String(body.message).length).toBeLessThan(300);
    const short = await sendAsItIs(createFakeService(), new Request(`${ORIGIN}/x?secret=1`));
    expect(short.body).toEqual({ message: "there is no operation GET /x" });
  });

  test("of any method beside those that there are", async () => {
    const known = new Map<string, Set<string>>();
    for (const { method, path } of EVERY_ROUTE) known.set(path, (known.get(path) ?? new Set()).add(method));
    // The path without a key is PutLogFile's too, which refuses it.
    known.get("/cloudtrail")?.add("PUT");
    const methods = ["DELETE", "GET", "OPTIONS", "PATCH", "POST", "PUT"];
    for (const [path, has] of known) {
      for (const method of methods.filter((one) => !has.has(one))) {
        const { status, error } = await sendAsItIs(createFakeService(), new Request(`${ORIGIN}${path}`, { method }));
        expect([method, path, status, error]).toEqual([method, path, 404, "UnknownOperationException"]);
      }
    }
  });
});

describe("HEAD is GET without a body", () => {
  test("where there is a GET: the same status and headers", async () => {
    const service = createFakeService();
    service.state.organization = "{}";
    const got = await service.fetch(await signRequest({ method: "GET", path: "/organization" }));
    const head = await service.fetch(await signRequest({ method: "HEAD", path: "/organization" }));
    expect([head.status, head.headers.get("content-type"), await head.text()]).toEqual([
      got.status,
      got.headers.get("content-type"),
      "",
    ]);
  });

  test("and must be signed as HEAD", async () => {
    const { url, headers } = await signRequest({ method: "GET", path: "/organization" });
    const response = await createFakeService().fetch(new Request(url, { method: "HEAD", headers }));
    expect([response.status, response.headers.get("x-amzn-errortype")]).toEqual([403, "InvalidSignatureException"]);
    expect(await response.text()).toBe("");
  });

  test.each(["/cloudtrail/x.json", "/nothing"])("and unknown where there is none: %s", async (path) => {
    const response = await createFakeService().fetch(new Request(`${ORIGIN}${path}`, { method: "HEAD" }));
    expect([response.status, response.headers.get("x-amzn-errortype"), await response.text()]).toEqual([
      404,
      "UnknownOperationException",
      "",
    ]);
  });
});
