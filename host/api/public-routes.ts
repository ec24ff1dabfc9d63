/** The routes that describe the API, open to everybody: the service model, whole and in botocore's parts, and OpenAPI. */
import type { Env, Hono } from "hono";
import { describeApi } from "./model/openapi.ts";
import { SERVICE_MODEL } from "./model/service-model.ts";

const HEADERS = { "content-type": "application/json", "cache-control": "public, max-age=300" };

const { waiters, paginators, ...service } = SERVICE_MODEL;

/** By path. The whole is what `aws configure add-model` and the SDK for JavaScript v2 take, the parts are of a data path. */
const DOCUMENTS: Readonly<Record<string, () => object>> = {
  "/service-model": () => SERVICE_MODEL,
  "/service-model/service-2.json": () => service,
  "/service-model/waiters-2.json": () => ({ version: 2, waiters }),
  "/service-model/paginators-1.json": () => ({ pagination: paginators }),
  "/openapi.json": describeApi,
};

/** Each document is made when it is first asked for, once an isolate. */
export function addPublicRoutes<Environment extends Env>(app: Hono<Environment>): void {
  for (const [path, makeDocument] of Object.entries(DOCUMENTS)) {
    let text: string | undefined;
    app.get(path, () => {
      text ??= JSON.stringify(makeDocument());
      return new Response(text, { headers: HEADERS });
    });
  }
}
