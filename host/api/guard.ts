/**
 * What every request that is not public goes through: who sent it, how often, may the role, then the operation; and what is
 * written down about it, whichever way it ends. Decides nothing about operations.
 */
import { type AccessKey, readAccessKeys, tenantOf } from "../account/access-keys.ts";
import type { Bindings } from "../account/bindings.ts";
import { log, logError, measure } from "../account/telemetry.ts";
import { describeFault } from "../domain/fault.ts";
import type { Call } from "./call.ts";
import { type Outcome, refuse } from "./exceptions.ts";
import type { BodyLimits } from "./input/read-body.ts";
import { readBody } from "./input/read-body.ts";
import type { Rooms } from "./rooms.ts";
import { changes, isIngest, mayCall, type RouteName, rolesOf, takesTokens } from "./route-roles.ts";
import { type AuthenticatedRequest, authenticate } from "./signature/authenticate.ts";
import { findIngestKey, readIngestToken } from "./signature/ingest-token.ts";

/** An operation with its input still to be read. */
export type Handle = (call: Call, request: AuthenticatedRequest) => Promise<Outcome<Response>>;

export interface Guarded {
  readonly route: RouteName;
  readonly body: BodyLimits;
  readonly handle: Handle;
  /** What is answered when something throws. */
  readonly explain: (error: unknown) => Outcome<never>;
}

/** Seconds in which the rate limits of wrangler.toml count; after them a client may try again. */
const RATE_PERIOD_S = 10;

/** Never throws: what the rooms throw, and access keys that cannot be read, go to the log and are explained. */
export async function answerGuarded(
  request: Request,
  bindings: Bindings,
  rooms: Rooms,
  { route, body, handle, explain }: Guarded,
  requestId: string,
): Promise<Outcome<Response>> {
  const now = rooms.now();
  const told: { key?: AccessKey } = {};
  const run = async (): Promise<Outcome<Response>> => {
    const keys = readAccessKeys(bindings);
    if (!keys.ok) throw new Error(keys.faults.map(describeFault).join("; "));
    const found = await identify(request, keys.value, route, body, now);
    if (!found.ok) return found;
    const { key } = found.value;
    told.key = key;
    const call: Call = { bindings, rooms, key, now };
    return (await whyNot(bindings, key, route)) ?? (await handle(call, found.value));
  };
  const outcome = await run().catch((error: unknown) => {
    logError("request-failed", error, { requestId, route });
    return explain(error);
  });
  record({ bindings, requestId, route, started: now, outcome, ...told });
  return outcome;
}

/** By signature, or where that is enough by an ingest token. */
async function identify(
  request: Request,
  keys: ReadonlyMap<string, AccessKey>,
  route: RouteName,
  limits: BodyLimits,
  now: number,
): Promise<Outcome<AuthenticatedRequest>> {
  const token = readIngestToken(request);
  if (token === undefined) return authenticate(request, { keys, body: limits, now });
  if (!takesTokens(route)) {
    const message = "ingest tokens are for POST /cloudtrail alone; sign this request with Signature Version 4";
    return refuse({ code: "AccessDeniedException", message });
  }
  const key = await findIngestKey(keys, token);
  if (key === undefined) {
    return refuse({ code: "UnrecognizedClientException", message: "this service does not know the ingest token" });
  }
  const body = await readBody(request, limits);
  return body.ok ? { ok: true, value: { key, query: [], body: body.value } } : body;
}

async function whyNot(bindings: Bindings, key: AccessKey, route: RouteName): Promise<Outcome<never> | undefined> {
  const limit = isIngest(route) ? bindings.INGEST_LIMIT : bindings.OPERATION_LIMIT;
  if (limit !== undefined && !(await limit.limit({ key: key.accessKeyId })).success) {
    const message = `too many requests of access key ${key.accessKeyId}; try again in ${RATE_PERIOD_S} seconds`;
    return refuse({ code: "ThrottlingException", message, retryAfterSeconds: RATE_PERIOD_S });
  }
  if (mayCall(key.role, route)) return undefined;
  const message = `the role \`${key.role}\` may not call ${route}; it takes ${rolesOf(route).join(" or ")}`;
  return refuse({ code: "AccessDeniedException", message });
}

interface Recorded {
  readonly bindings: Bindings;
  readonly requestId: string;
  readonly route: RouteName;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly outcome: Outcome<Response>;
  /** Absent when the sender could not be told. */
  readonly key?: AccessKey;
}

/** One line a request; for a change by somebody who is known it is the audit line. */
function record({ bindings, requestId, route, started, key, outcome }: Recorded): void {
  const result = outcome.ok ? "ok" : outcome.exception.code;
  const milliseconds = Date.now() - started;
  const tenantId = key === undefined ? "" : tenantOf(key);
  const who =
    key === undefined ? {} : { accessKeyId: key.accessKeyId, accountId: key.accountId, tenantId, role: key.role };
  const event = key !== undefined && changes(route) ? "audit" : "request";
  log("info", event, { requestId, route, result, milliseconds, ...who });
  measure(bindings, tenantId, ["request", route, result], [milliseconds]);
}
