/** A request for every route that is not public, as AWS's model and our own list of routes have them. */
import { EXTENSION_ROUTES } from "../../host/api/model/extension-routes.ts";
import { OPERATION_NAMES, SERVICE_MODEL } from "../../host/api/model/service-model.ts";

export const JOB_ID = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";

interface RouteRequest {
  readonly name: string;
  readonly method: string;
  readonly path: string;
}

const OPERATION_ROUTES: readonly RouteRequest[] = OPERATION_NAMES.map((name) => {
  const { method, requestUri } = SERVICE_MODEL.operations[name].http;
  return { name, method, path: fill(requestUri) };
});

const OWN_ROUTES: readonly RouteRequest[] = EXTENSION_ROUTES.filter(({ access }) => access !== "public").map(
  ({ name, method, path }) => ({ name, method, path: fill(path) }),
);

export const EVERY_ROUTE: readonly RouteRequest[] = [...OPERATION_ROUTES, ...OWN_ROUTES];

function fill(path: string): string {
  return path
    .replace("{jobId}", JOB_ID)
    .replace("{key}", "AWSLogs/111122223333/x.json")
    .replace("{file}", "manifest.json");
}
