import { Validator } from "@seriousme/openapi-schema-validator";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import type { Exception } from "../../host/api/exceptions.ts";
import { EXTENSION_ROUTES } from "../../host/api/model/extension-routes.ts";
import type { StructureShape } from "../../host/api/model/model-shapes.ts";
import { EXTENSION_SCHEMAS } from "../../host/api/model/openapi/extension-schemas.ts";
import { describeApi } from "../../host/api/model/openapi.ts";
import { OPERATION_NAMES, SERVICE_MODEL, shapeOf } from "../../host/api/model/service-model.ts";
import { addPublicRoutes } from "../../host/api/public-routes.ts";
import { respondWithException } from "../../host/api/respond-with-exception.ts";
import { ROUTE_NAMES, type RouteName, rolesOf, takesTokens } from "../../host/api/route-roles.ts";
import { createFakeService } from "./fake-rooms.ts";
import { ORIGIN } from "./sign-request.ts";

interface Answer {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, { readonly schema: { readonly enum?: readonly string[] } }>>;
}

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly required: boolean };
  readonly responses: Readonly<Record<string, Answer>>;
  readonly security?: readonly Readonly<Record<string, unknown>>[];
  readonly "x-roles"?: readonly string[];
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly responses: Readonly<Record<string, Answer>>;
  };
}

const document = structuredClone(describeApi()) as Document;
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ route: `${method.toUpperCase()} ${path}`, operation })),
);

function operationOf(name: string): Operation {
  const found = described.find(({ operation }) => operation.operationId === name);
  if (found === undefined) throw new Error(`${name} is not described`);
  return found.operation;
}

function answerOf(name: string, status: number): Answer {
  const answer = operationOf(name).responses[status] ?? {};
  return answer.$ref === undefined
    ? answer
    : (document.components.responses[answer.$ref.split("/").at(-1) ?? ""] ?? {});
}

describe("the OpenAPI document", () => {
  test("is valid OpenAPI 3.1", async () => {
    const validator = new Validator();
    expect(await validator.validate({ ...describeApi() })).toEqual({ valid: true });
    expect(validator.version).toBe("3.1");
  });

  test("has every route of the service model and of the table of extensions, and no other", () => {
    const operations = OPERATION_NAMES.map((name) => {
      const { method, requestUri } = SERVICE_MODEL.operations[name].http;
      return `${method} ${requestUri} ${name}`;
    });
    const extensions = EXTENSION_ROUTES.map(({ name, method, path }) => `${method} ${path} ${name}`);
    const all = described.map(({ route, operation }) => `${route} ${operation.operationId}`);
    expect(all.toSorted()).toEqual([...operations, ...extensions].sort());
    expect(new Set(all.map((line) => line.split(" ").at(-1))).size).toBe(all.length);
  });

  test("has the routes that the service has, open to everybody or not", async () => {
    const { fetch } = createFakeService();
    for (const { route, operation } of described) {
      const [method = "", path = ""] = route.split(" ");
      const url = `${ORIGIN}${path.replace("{jobId}", "a").replace(/\{\w+\}/, "a/b")}`;
      const { status, headers } = await fetch(new Request(url, { method }));
      const error = operation["x-roles"] === undefined ? null : "MissingAuthenticationTokenException";
      expect([route, headers.get("x-amzn-errortype")]).toEqual([route, error]);
      expect(status).toBe(error === null ? 200 : 403);
    }
  });

  test("describes all labels of a path as parameters, and no others", () => {
    for (const { route, operation } of described) {
      const labels = [...route.matchAll(/\{(\w+)\}/g)].map(([, label]) => label);
      const parameters = operation.parameters.filter((parameter) => parameter.in === "path");
      expect([route, ...parameters.map(({ name }) => name)]).toEqual([route, ...labels]);
      expect(parameters.every(({ required }) => required === true)).toBe(true);
    }
  });

  test("spreads the filters of a list over the query", () => {
    const { parameters } = operationOf("ListPolicyPreviewJobs");
    expect(parameters.map(({ name }) => name)).toEqual(["jobStatus", "targetId", "maxResults", "nextToken"]);
    expect(parameters.some(({ required }) => required)).toBe(false);
  });

  test("has bodies where the model has members in them", () => {
    expect(operationOf("StartPolicyPreviewJob").requestBody?.required).toBe(true);
    expect(operationOf("CreatePolicyPreviewConfiguration").requestBody?.required).toBe(false);
    expect(operationOf("CancelPolicyPreviewJob").requestBody).toBeUndefined();
    expect(operationOf("DeletePolicyPreviewConfiguration").requestBody).toBeUndefined();
  });

  test("has every modelled exception under its status, with its headers", () => {
    for (const name of OPERATION_NAMES) {
      for (const { shape } of SERVICE_MODEL.operations[name].errors) {
        const { error, members } = shapeOf(shape) as StructureShape;
        const { headers = {} } = answerOf(name, error?.httpStatusCode ?? 0);
        expect(headers["x-amzn-errortype"]?.schema.enum).toContain(shape);
        expect("Retry-After" in headers).toBe(members.retryAfterSeconds !== undefined);
      }
    }
  });

  test("has exceptions under the statuses that they are answered with", () => {
    for (const { operation } of described) {
      for (const status of Object.keys(operation.responses).map(Number)) {
        const codes = answerOf(operation.operationId, status).headers?.["x-amzn-errortype"]?.schema.enum ?? [];
        for (const code of codes) {
          const exception = { code, message: "", reason: "other", resourceId: "", resourceType: "Context" };
          expect([code, respondWithException(exception as Exception).status]).toEqual([code, status]);
        }
      }
    }
  });

  test("says who may call what, and with what, as the table of roles does", () => {
    const closed = described.map(({ operation }) => operation).filter((operation) => "x-roles" in operation);
    expect(closed.map(({ operationId }) => operationId).sort()).toEqual([...ROUTE_NAMES].sort());
    for (const { operationId, security, "x-roles": roles } of closed) {
      const name = operationId as RouteName;
      expect([name, roles, security !== undefined]).toEqual([name, rolesOf(name), takesTokens(name)]);
    }
  });

  test("leaves open to everybody what describes the service, and takes tokens for pushed events alone", () => {
    const isPublic = ({ security }: Operation) => security?.length === 0;
    const open = described.filter(({ operation }) => isPublic(operation)).map(({ route }) => route);
    expect(open).toEqual([
      "GET /health",
      "GET /service-model",
      "GET /service-model/service-2.json",
      "GET /service-model/waiters-2.json",
      "GET /service-model/paginators-1.json",
      "GET /openapi.json",
    ]);
    const others = described.filter(({ operation }) => !isPublic(operation) && operation.security !== undefined);
    expect(others.map(({ route, operation }) => [route, operation.security])).toEqual([
      ["POST /cloudtrail", [{ sigv4: [] }, { ingestToken: [] }]],
    ]);
    expect(described.filter(({ operation }) => isPublic(operation) === (operation["x-roles"] !== undefined))).toEqual(
      [],
    );
  });

  test("uses every schema of the extensions", () => {
    expect(Object.keys(EXTENSION_SCHEMAS).filter((name) => !(name in document.components.schemas))).toEqual([]);
    expect(Object.keys(EXTENSION_SCHEMAS).filter((name) => name in SERVICE_MODEL.shapes)).toEqual([]);
  });

  test("is what GET /openapi.json answers, every time", async () => {
    const app = new Hono();
    addPublicRoutes(app);
    for (const _ of [1, 2]) {
      const response = await app.request("/openapi.json");
      expect(response.headers.get("content-type")).toBe("application/json");
      expect(response.headers.get("cache-control")).toBe("public, max-age=300");
      expect(await response.json()).toEqual(document);
    }
  });
});
