import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { OPERATION_NAMES, SERVICE_MODEL } from "../../host/api/model/service-model.ts";

const SHARED = new URL("../../../shared/api/accessanalyzer-preview.", import.meta.url);
const isThere = existsSync(new URL(`${SHARED}service-2.json`));

function readShared(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(`${SHARED}${name}.json`), "utf8")) as Record<string, unknown>;
}

describe("the service model", () => {
  test.skipIf(!isThere)("is ../shared/api/accessanalyzer-preview.service-2.json, and attachmentMode", () => {
    const {
      paginators: _,
      waiters: __,
      ...ours
    } = structuredClone(SERVICE_MODEL) as unknown as {
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
