import { describe, expect, test } from "vitest";
import { ROLES, type Role } from "../../host/account/access-keys.ts";
import { EXTENSION_ROUTES } from "../../host/api/model/extension-routes.ts";
import { ROUTE_NAMES } from "../../host/api/route-roles.ts";
import { EVERY_ROUTE } from "./every-route.ts";
import { createFakeService } from "./fake-rooms.ts";
import { send } from "./send.ts";
import { keyWithRole } from "./sign-request.ts";

/** Written out by hand: a reader sees, an operator also starts and stops jobs, ingest pushes and sees nothing, an admin may all. */
const MAY_CALL: Readonly<Record<string, readonly Role[]>> = {
  StartPolicyPreviewJob: ["operator", "admin"],
  GetPolicyPreviewJob: ["reader", "operator", "admin"],
  ListPolicyPreviewJobs: ["reader", "operator", "admin"],
  CancelPolicyPreviewJob: ["operator", "admin"],
  CreatePolicyPreviewConfiguration: ["admin"],
  GetPolicyPreviewConfiguration: ["reader", "operator", "admin"],
  DeletePolicyPreviewConfiguration: ["admin"],
  StartPolicyGeneration: ["operator", "admin"],
  GetGeneratedPolicy: ["reader", "operator", "admin"],
  CancelPolicyGeneration: ["operator", "admin"],
  ListPolicyGenerations: ["reader", "operator", "admin"],
  PutOrganization: ["admin"],
  GetOrganization: ["reader", "operator", "admin"],
  PutMapping: ["admin"],
  GetMapping: ["reader", "operator", "admin"],
  DeleteMapping: ["admin"],
  PutContext: ["admin"],
  GetContext: ["reader", "operator", "admin"],
  DeleteContext: ["admin"],
  PutLogFile: ["ingest", "admin"],
  PushEvents: ["ingest", "admin"],
  GetActivity: ["reader", "operator", "admin"],
  DeleteActivity: ["admin"],
  GetJobProgress: ["reader", "operator", "admin"],
  GetJobFindings: ["reader", "operator", "admin"],
  GetReportFile: ["reader", "operator", "admin"],
};

const KEYS = { ACCESS_KEYS: JSON.stringify(ROLES.map(keyWithRole)) };

describe("the table of roles", () => {
  test("has every route, and the service has no other", () => {
    const names = Object.keys(MAY_CALL).sort();
    expect([...ROUTE_NAMES].sort()).toEqual(names);
    expect(EVERY_ROUTE.map(({ name }) => name).sort()).toEqual(names);
  });

  test("is what the description of our own routes says", () => {
    const described = EXTENSION_ROUTES.filter(({ access }) => access !== "public");
    for (const { name, access } of described) expect([name, access]).toEqual([name, MAY_CALL[name]]);
  });
});

describe.each(ROLES)("a key with role %s", (role) => {
  const key = keyWithRole(role);
  const isAllowed = (name: string) => MAY_CALL[name]?.includes(role) === true;

  test.each(EVERY_ROUTE.filter(({ name }) => isAllowed(name)))("may call $name", async ({ method, path }) => {
    const service = createFakeService(KEYS);
    const { status, error } = await send(service, { method, path, key });
    expect([403, 500]).not.toContain(status);
    expect(["AccessDeniedException", "UnknownOperationException"]).not.toContain(error);
  });

  test.each(EVERY_ROUTE.filter(({ name }) => !isAllowed(name)))(
    "may not call $name",
    async ({ name, method, path }) => {
      const service = createFakeService(KEYS);
      const { status, error, body } = await send(service, { method, path, key });
      expect([status, error]).toEqual([403, "AccessDeniedException"]);
      const roles = MAY_CALL[name]?.join(" or ");
      expect(body).toEqual({ message: `the role \`${role}\` may not call ${name}; it takes ${roles}` });
      expect(service.calls).toEqual([]);
    },
  );
});
