/**
 * The HTTP surface: which route is which operation, and every outcome as an answer. The only file that knows Hono beside the
 * public routes. An unexpected throw ends here, and its details go to the log, not to the client.
 */
import { type Context, Hono } from "hono";
import type { Bindings } from "../account/bindings.ts";
import { logError } from "../account/telemetry.ts";
import { SUPPLIED_KINDS } from "../account/tenant-types.ts";
import { type Exception, type Outcome, refuse } from "./exceptions.ts";
import { answerGuarded, type Handle } from "./guard.ts";
import {
  type BodyLimits,
  OPERATION_BODY_MAX,
  PUSH_BODY_MAX,
  SUPPLIED_BODY_MAX,
  UPLOAD_BODY_MAX,
} from "./input/read-body.ts";
import { firehoseRequestId } from "./input/read-pushed-events.ts";
import { validateInput } from "./input/validate-input.ts";
import { OPERATION_NAMES, type OperationName, SERVICE_MODEL } from "./model/service-model.ts";
import { deleteActivity, getActivity } from "./operations/activity.ts";
import { getJobProgress, getReportFile } from "./operations/job-extensions.ts";
import { getJobFindings } from "./operations/job-findings.ts";
import { LOG_FILE_BODY, pushEvents, putLogFile } from "./operations/log-files.ts";
import { OPERATIONS } from "./operations/operations.ts";
import { getOrganization, putOrganization } from "./operations/organization.ts";
import { deleteSupplied, getSupplied, putSupplied, SUPPLIED_NAMES } from "./operations/supplied-files.ts";
import { addPublicRoutes } from "./public-routes.ts";
import { respondToFirehose, respondWithException } from "./respond-with-exception.ts";
import type { Rooms } from "./rooms.ts";
import type { RouteName } from "./route-roles.ts";

type Environment = { Bindings: Bindings };

/** Answers every request, also those it does not know. */
export function createApp(rooms: Rooms): Hono<Environment> {
  // The path that was signed, without dot segments: Hono would route by another one.
  const app = new Hono<Environment>({ getPath: (request) => new URL(request.url).pathname });
  app.get("/health", (context) => context.json({ status: "ok" }));
  addPublicRoutes(app);
  for (const name of OPERATION_NAMES) addOperation(app, rooms, name);
  addExtensions(app, rooms);
  app.notFound((context) => {
    const path = new URL(context.req.url).pathname.slice(0, PATH_TOLD_MAX);
    const message = `there is no operation ${context.req.method} ${path}`;
    return answer(refuse({ code: "UnknownOperationException", message }));
  });
  app.onError((error) => {
    const requestId = crypto.randomUUID();
    logError("request-failed", error, { requestId });
    return answer(refuse(exceptionOf(error, requestId)), requestId);
  });
  return app;
}

/** Characters of an unknown path that the answer repeats. */
const PATH_TOLD_MAX = 256;

function addOperation(app: Hono<Environment>, rooms: Rooms, name: OperationName): void {
  const { method, requestUri } = SERVICE_MODEL.operations[name].http;
  const path = requestUri.replace("{jobId}", ":jobId");
  // A client that is given an empty id sends the path up to it: it must not get any other operation.
  const paths = path.endsWith("/:jobId") ? [path, path.replace(":jobId", "")] : [path];
  app.on(method, paths, (context) =>
    guard(context, rooms, name, { heldMax: OPERATION_BODY_MAX }, async (call, { query, body }) => {
      const labels = { jobId: context.req.param("jobId") ?? "" };
      const input = validateInput(name, { labels, query, body });
      if (!input.ok) return input;
      const done = await OPERATIONS[name](call, input.value);
      return done.ok ? { ok: true, value: Response.json(done.value) } : done;
    }),
  );
}

/** Paths of extension-routes.ts. */
function addExtensions(app: Hono<Environment>, rooms: Rooms): void {
  const add = (
    method: string,
    path: string,
    name: RouteName,
    handle: (context: Context<Environment>) => Handle,
    body: BodyLimits = { heldMax: OPERATION_BODY_MAX },
  ) => app.on(method, path, (context) => guard(context, rooms, name, body, handle(context)));
  const upload = { heldMax: UPLOAD_BODY_MAX, advice: "leave out policies that are attached nowhere" };
  const putWhole: Handle = (call, { body }) => putOrganization(call, body);
  add("PUT", "/organization", "PutOrganization", () => putWhole, upload);
  add("GET", "/organization", "GetOrganization", () => getOrganization);
  for (const kind of SUPPLIED_KINDS) {
    const [path, name] = [`/${kind}`, SUPPLIED_NAMES[kind]];
    const put: Handle = (call, { body }) => putSupplied(call, kind, body);
    add("PUT", path, `Put${name}`, () => put, { heldMax: SUPPLIED_BODY_MAX });
    add("GET", path, `Get${name}`, () => (call) => getSupplied(call, kind));
    add("DELETE", path, `Delete${name}`, () => (call) => deleteSupplied(call, kind));
  }
  const putFile =
    (context: Context<Environment>): Handle =>
    async (call, request) => {
      const key = decodeRest(context, "/cloudtrail/");
      return key.ok ? putLogFile(call, key.value, request) : key;
    };
  add("PUT", "/cloudtrail/*", "PutLogFile", putFile, LOG_FILE_BODY);
  const push =
    (context: Context<Environment>): Handle =>
    (call, { body }) => {
      return pushEvents(call, firehoseRequestId(context.req.raw), body);
    };
  add("POST", "/cloudtrail", "PushEvents", push, { heldMax: PUSH_BODY_MAX, advice: "push fewer events at once" });
  add("GET", "/activity", "GetActivity", () => getActivity);
  add(
    "DELETE",
    "/activity",
    "DeleteActivity",
    () =>
      (call, { query }) =>
        deleteActivity(call, query),
  );
  add("GET", "/policy/preview/:jobId/progress", "GetJobProgress", (context) => (call) => {
    return getJobProgress(call, jobIdOf(context));
  });
  const findings =
    (context: Context<Environment>): Handle =>
    (call, { query }) => {
      return getJobFindings(call, jobIdOf(context), query);
    };
  add("GET", "/policy/preview/:jobId/findings", "GetJobFindings", findings);
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
  const { pathname } = new URL(context.req.url);
  // Hono also finds routes whose fixed part is escaped; `prefix` is none of those, and would cut at another place.
  if (!pathname.startsWith(prefix)) {
    const message = "only what stands behind the name of the operation may have escapes in the path";
    return refuse({ code: "ValidationException", message, reason: "cannotParse" });
  }
  const rest = pathname.slice(prefix.length);
  try {
    return { ok: true, value: decodeURIComponent(rest) };
  } catch {
    const message = "an escape in the path is not UTF-8";
    return refuse({ code: "ValidationException", message, reason: "cannotParse" });
  }
}

async function guard(
  context: Context<Environment>,
  rooms: Rooms,
  route: RouteName,
  body: BodyLimits,
  handle: Handle,
): Promise<Response> {
  const requestId = crypto.randomUUID();
  const { raw } = context.req;
  const explain = (error: unknown) => refuse(exceptionOf(error, requestId));
  const outcome = await answerGuarded(raw, context.env, rooms, { route, body, handle, explain }, requestId);
  const response = answer(outcome, requestId);
  // Firehose wants its own form of answer, also of refusals.
  const delivery = route === "PushEvents" ? firehoseRequestId(raw) : undefined;
  return delivery === undefined ? response : respondToFirehose(response, delivery, outcome);
}

function answer(outcome: Outcome<Response>, requestId: string = crypto.randomUUID()): Response {
  const response = outcome.ok ? outcome.value : respondWithException(outcome.exception);
  response.headers.set("x-amzn-requestid", requestId);
  return response;
}

/** Seconds after which a client may try again when a Durable Object was too busy, or was just being moved. */
const RETRY_AFTER_SECONDS = 1;

/** What Cloudflare says about a failed call of a Durable Object is kept; everything else is internal. */
function exceptionOf(error: unknown, requestId: string): Exception {
  const { overloaded = false, retryable = false } = Object(error) as { overloaded?: boolean; retryable?: boolean };
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
