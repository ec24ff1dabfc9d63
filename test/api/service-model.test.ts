import { existsSync, readFileSync } from "node:fs";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { OPERATION_NAMES, SERVICE_MODEL } from "../../host/api/model/service-model.ts";
import { addPublicRoutes } from "../../host/api/public-routes.ts";

const SHARED = new URL("../../../shared/api/accessanalyzer-preview.", import.meta.url);
const isThere = existsSync(new URL(`${SHARED}service-2.json`));

function readShared(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${SHARED}${name}.json`), "utf8")) as Record<string, unknown>;
}

/** A copy without any text of ours. */
function withoutDocumentation(model: object): unknown {
  return JSON.parse(JSON.stringify(model), (key, value: unknown) => (key === "documentation" ? undefined : value));
}

describe("the service model", () => {
  test.skipIf(!isThere)("is ../shared/api/accessanalyzer-preview.service-2.json, attachmentMode and our texts", () => {
    const {
      paginators: _,
      waiters: __,
      ...ours
    } = withoutDocumentation(SERVICE_MODEL) as {
      paginators: unknown;
      waiters: unknown;
      shapes: Record<string, { members: Record<string, unknown> }>;
    };
    expect(ours.shapes.PolicyConfiguration?.members.attachmentMode).toEqual({ shape: "AttachmentMode" });
    delete ours.shapes.PolicyConfiguration?.members.attachmentMode;
    delete ours.shapes.AttachmentMode;
    expect(ours).toEqual(readShared("service-2"));
  });

  test.skipIf(!isThere)("has the waiters and paginators of ../shared/api", () => {
    expect(SERVICE_MODEL.waiters).toEqual(readShared("waiters-2").waiters);
    expect(SERVICE_MODEL.paginators).toEqual(readShared("paginators-1").pagination);
  });

  test("names only shapes that it has", () => {
    const named = [...JSON.stringify(SERVICE_MODEL).matchAll(/"shape":"(\w+)"/g)].map(([, name = ""]) => name);
    expect(new Set(named).size).toBeGreaterThan(70);
    expect(named.filter((name) => !(name in SERVICE_MODEL.shapes))).toEqual([]);
  });

  test("gives each operation a route of its own", () => {
    const routes = OPERATION_NAMES.map((name) => SERVICE_MODEL.operations[name].http);
    expect(new Set(routes.map(({ method, requestUri }) => `${method} ${requestUri}`)).size).toBe(11);
  });
});

describe("GET /service-model", () => {
  const app = new Hono();
  addPublicRoutes(app);

  test.each([
    ["", "version metadata operations shapes documentation paginators waiters"],
    ["/service-2.json", "version metadata operations shapes documentation"],
    ["/waiters-2.json", "version waiters"],
    ["/paginators-1.json", "pagination"],
  ])("%s answers with %s, for a while the same", async (part, members) => {
    const response = await app.request(`/service-model${part}`);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
    expect(response.headers.get("cache-control")).toBe("public, max-age=300");
    expect(Object.keys((await response.json()) as object)).toEqual(members.split(" "));
  });

  test("gives the same in parts as in one piece", async () => {
    const get = async (path: string) => (await (await app.request(path)).json()) as Record<string, unknown>;
    const { waiters, paginators, ...service } = await get("/service-model");
    expect(service).toEqual(await get("/service-model/service-2.json"));
    expect({ version: 2, waiters }).toEqual(await get("/service-model/waiters-2.json"));
    expect({ pagination: paginators }).toEqual(await get("/service-model/paginators-1.json"));
    expect({ ...service, waiters, paginators }).toEqual(SERVICE_MODEL);
  });
});
