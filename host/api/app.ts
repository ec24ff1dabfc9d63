/**
 * The HTTP surface: routes, then for each request signature, role, input, operation, answer. The only file that knows
 * Hono. Decides nothing itself; an unexpected throw ends here, and its details go to the log, not to the client.
 */
import { type Context, Hono } from "hono";
import { readAccessKeys } from "../account/access-keys.ts";
import type { Bindings } from "../account/bindings.ts";
import { SUPPLIED_KINDS } from "../account/tenant-types.ts";
import { describeFault } from "../domain/fault.ts";
import type { Call } from "./call.ts";
import { type Exception, type Outcome, refuse } from "./exceptions.ts";
import { OPERATION_BODY_MAX, SUPPLIED_BODY_MAX, UPLOAD_BODY_MAX } from "./input/read-body.ts";
import { validateInput } from "./input/validate-input.ts";
import { OPERATION_NAMES, type OperationName, SERVICE_MODEL } from "./model/service-model.ts";
import {
  getJobProgress,
  getOrganization,
  getReportFile,
  putLogFile,
  putOrganization,
} from "./operations/extensions.ts";
import { OPERATIONS } from "./operations/operations.ts";
import { deleteSupplied, getSupplied, putSupplied, SUPPLIED_NAMES } from "./operations/supplied-files.ts";
import { respondWithException } from "./respond-with-exception.ts";
import type { Rooms } from "./rooms.ts";
import { mayCall, type RouteName, rolesOf } from "./route-roles.ts";
import { type AuthenticatedRequest, authenticate } from "./signature/authenticate.ts";

type Environment = { Bindings: Bindings };
type Handle = (call: Call, request: AuthenticatedRequest) => Promise<Outcome<Response>>;

/** Answers every request, also those it does not know. */
export function createApp(rooms: Rooms): Hono<Environment> {
  const app = new Hono<Environment>();
  app.get("/health", (context) => context.json({ status: "ok" }));
  app.get("/service-model", (context) => context.json(SERVICE_MODEL));
  for (const name of OPERATION_NAMES) addOperation(app, rooms, name);
  addExtensions(app, rooms);
  app.notFound((context) => {
    const message = `there is no operation ${context.req.method} ${new URL(context.req.url).pathname}`;
    return answer(refuse({ code: "UnknownOperationException", message }));
  });
  app.onError((error) => {
    const requestId = crypto.randomUUID();
    console.error(`request ${requestId} failed`, error);
    return answer(refuse(exceptionOf(error, requestId)), requestId);
  });
  return app;
}

function addOperation(app: Hono<Environment>, rooms: Rooms, name: OperationName): void {
  const { method, requestUri } = SERVICE_MODEL.operations[name].http;
  const path = requestUri.replace("{jobId}", ":jobId");
  // A client that is given an empty id sends the path up to it: it must not get any other operation.
  const paths = path.endsWith("/:jobId") ? [path, path.replace(":jobId", "")] : [path];
  app.on(method, paths, (context) =>
    guard(context, rooms, name, OPERATION_BODY_MAX, async (call, { query, body }) => {
      const labels = { jobId: context.req.param("jobId") ?? "" };
      const input = validateInput(name, { labels, query, body });
      if (!input.ok) return input;
      const done = await OPERATIONS[name](call, input.value);
      return done.ok ? { ok: true, value: Response.json(done.value) } : done;
    }),
  );
}

function addExtensions(app: Hono<Environment>, rooms: Rooms): void {
  const add = (
    method: string,
    path: string,
    name: RouteName,
    handle: (context: Context<Environment>) => Handle,
    bodyMax = UPLOAD_BODY_MAX,
  ) => app.on(method, path, (context) => guard(context, rooms, name, bodyMax, handle(context)));
  add(
    "PUT",
    "/organization",
    "PutOrganization",
    () =>
      (call, { body }) =>
        putOrganization(call, body),
  );
  add("GET", "/organization", "GetOrganization", () => getOrganization);
  for (const kind of SUPPLIED_KINDS) {
    const [path, name] = [`/${kind}`, SUPPLIED_NAMES[kind]];
    const put: Handle = (call, { body }) => putSupplied(call, kind, body);
    add("PUT", path, `Put${name}`, () => put, SUPPLIED_BODY_MAX);
    add("GET", path, `Get${name}`, () => (call) => getSupplied(call, kind));
    add("DELETE", path, `Delete${name}`, () => (call) => deleteSupplied(call, kind));
  }
  add("PUT", "/cloudtrail/*", "PutLogFile", (context) => async (call, { body }) => {
    const key = decodeRest(context, "/cloudtrail/");
    return key.ok ? putLogFile(call, key.value, body) : key;
  });
  add("GET", "/policy/preview/:jobId/progress", "GetJobProgress", (context) => (call) => {
    return getJobProgress(call, jobIdOf(context));
  });
  add("GET", "/policy/preview/:jobId/report/*", "GetReportFile", (context) => async (call) => {
    const jobId = jobIdOf(context);
    const file = decodeRest(context, `/policy/preview/${jobId}/report/`);
    return file.ok ? getReportFile(call, jobId, file.value) : file;
  });
}

function jobIdOf(context: Context<Environment>): string {
  return context.req.param("jobId") ?? "";
}

/** What stands behind `prefix` in the path, decoded: a name that may hold slashes. */
function decodeRest(context: Context<Environment>, prefix: string): Outcome<string> {
  const rest = new URL(context.req.url).pathname.slice(prefix.length);
  try {
    return { ok: true, value: decodeURIComponent(rest) };
  } catch {
    const message = "an escape in the path is not UTF-8";
    return refuse({ code: "ValidationException", message, reason: "cannotParse" });
  }
}

/** Signature, then role, then the rest. */
async function guard(
  context: Context<Environment>,
  rooms: Rooms,
  route: RouteName,
  bodyMax: number,
  handle: Handle,
): Promise<Response> {
  const bindings = context.env;
  const keys = readAccessKeys(bindings);
  if (!keys.ok) throw new Error(keys.faults.map(describeFault).join("; "));
  const now = rooms.now();
  const request = await authenticate(context.req.raw, { keys: keys.value, bodyMax, now });
  if (!request.ok) return answer(request);
  const { key } = request.value;
  if (!mayCall(key.role, route)) {
    const message = `the role \`${key.role}\` may not call ${route}; it takes ${rolesOf(route).join(" or ")}`;
    return answer(refuse({ code: "AccessDeniedException", message }));
  }
  return answer(await handle({ bindings, rooms, key, now }, request.value));
}

function answer(outcome: Outcome<Response>, requestId: string = crypto.randomUUID()): Response {
  const response = outcome.ok ? outcome.value : respondWithException(outcome.exception);
  response.headers.set("x-amzn-requestid", requestId);
  return response;
}

/** Seconds after which a client may try again when a Durable Object was too busy, or was just being moved. */
const RETRY_AFTER_SECONDS = 1;

/** What Cloudflare says about a failed call of a Durable Object is kept; everything else is internal. */
function exceptionOf(error: Error, requestId: string): Exception {
  const { overloaded = false, retryable = false } = error as { overloaded?: boolean; retryable?: boolean };
  if (overloaded) {
    const message = "too many requests at once for this account; try again";
    return { code: "ThrottlingException", message, retryAfterSeconds: RETRY_AFTER_SECONDS };
  }
  const message = `something went wrong inside the service; its log has more under request ${requestId}`;
  return {
    code: "InternalServerException",
    message,
    ...(retryable ? { retryAfterSeconds: RETRY_AFTER_SECONDS } : {}),
  };
}
