/**
 * Signature Version 4: who sent this request, and did it arrive as it was signed? Verifies by signing again exactly the
 * headers that were signed. Takes signed headers only: a presigned query, an unsigned or a chunked payload is refused.
 * The body is hashed here; what a client says about its hash is compared, never believed.
 */
import type { AccessKey } from "../../account/access-keys.ts";
import { sha256Hex } from "../../activity/sha256.ts";
import { type Outcome, type PlainException, refuse, type ValidationException } from "../exceptions.ts";
import { parseQuery } from "../input/parse-query.ts";
import { readBody } from "../input/read-body.ts";
import { type Authorization, parseAuthorization } from "./parse-authorization.ts";
import { equalInConstantTime, signAgain } from "./sign-again.ts";

const SIGNING_SERVICE = "access-analyzer";
/** How far the clocks of client and service may be apart, both ways. */
export const CLOCK_SKEW_MAX_MS = 5 * 60_000;

export interface AuthenticateOptions {
  readonly keys: ReadonlyMap<string, AccessKey>;
  /** The body's limit in bytes. */
  readonly bodyMax: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface AuthenticatedRequest {
  readonly key: AccessKey;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

/** The body is read only after everything else has been found in order. */
export async function authenticate(
  request: Request,
  { keys, bodyMax, now }: AuthenticateOptions,
): Promise<Outcome<AuthenticatedRequest>> {
  const query = parseQuery(new URL(request.url).search);
  if (query === undefined) return refuse(notSupported("cannotParse", "an escape in the query is not UTF-8"));
  const authorization = readAuthorization(request, query);
  if (!authorization.ok) return authorization;
  const date = checkScope(request, authorization.value, now);
  if (!date.ok) return date;
  const key = keys.get(authorization.value.accessKeyId);
  if (key === undefined) {
    return refuse({
      code: "UnrecognizedClientException",
      message: `this service does not know the access key \`${authorization.value.accessKeyId}\``,
    });
  }
  const body = await readBody(request, bodyMax);
  if (!body.ok) return body;
  const headers = signedHeaders(request, authorization.value, body.value.byteLength);
  if (!headers.ok) return headers;
  const hash = await sha256Hex(body.value);
  const claimedHash = request.headers.get("x-amz-content-sha256");
  if (claimedHash !== null && claimedHash.toLowerCase() !== hash) {
    return refuse(invalid("the body does not have the hash that x-amz-content-sha256 says"));
  }
  const expected = await signAgain({
    method: request.method,
    path: new URL(request.url).pathname,
    query,
    headers: headers.value,
    bodySha256: hash,
    key,
    region: authorization.value.region,
    service: SIGNING_SERVICE,
    date: date.value,
  });
  if (!equalInConstantTime(expected, authorization.value.signature)) {
    const hint = "check the secret access key, and whether something between client and service changes requests";
    return refuse(invalid(`the signature does not fit the request; ${hint}`));
  }
  return { ok: true, value: { key, query, body: body.value } };
}

function readAuthorization(request: Request, query: AuthenticatedRequest["query"]): Outcome<Authorization> {
  if (query.some(([name]) => /^x-amz-(algorithm|signature)$/i.test(name))) {
    return refuse(
      notSupported("notSupported", "presigned requests are not supported; sign in the Authorization header"),
    );
  }
  const payload = request.headers.get("x-amz-content-sha256") ?? "";
  const isChunked =
    payload.startsWith("STREAMING-") || /aws-chunked/i.test(request.headers.get("content-encoding") ?? "");
  if (payload === "UNSIGNED-PAYLOAD" || isChunked) {
    const what = isChunked ? "chunked" : "unsigned";
    return refuse(notSupported("notSupported", `${what} payloads are not supported; sign the hash of the whole body`));
  }
  const header = request.headers.get("authorization");
  if (header === null) {
    const message = `the request is not signed; sign it with Signature Version 4 for the service ${SIGNING_SERVICE}`;
    return refuse({ code: "MissingAuthenticationTokenException", message });
  }
  const authorization = parseAuthorization(header);
  if (authorization === undefined) {
    return refuse(incomplete("Authorization must be `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`"));
  }
  return { ok: true, value: authorization };
}

/** The time of signing, when scope and clock are right. */
function checkScope(request: Request, authorization: Authorization, now: number): Outcome<Date> {
  const { service, date, signedHeaders: names } = authorization;
  if (service !== SIGNING_SERVICE) {
    return refuse(invalid(`the credential is for the service \`${service}\`, not \`${SIGNING_SERVICE}\``));
  }
  if (!names.includes("host")) return refuse(invalid("the header `host` must be signed"));
  if (names.includes("date") || names.includes("authorization")) {
    return refuse(incomplete("the headers `date` and `authorization` cannot be signed here; sign `x-amz-date`"));
  }
  const text = request.headers.get("x-amz-date") ?? "";
  const form = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  const signedAt = form === null ? Number.NaN : Date.parse(isoForm(form));
  if (Number.isNaN(signedAt))
    return refuse(incomplete("the header x-amz-date must be a time of form YYYYMMDDTHHMMSSZ"));
  if (!text.startsWith(date)) return refuse(invalid("the date of the credential is not that of x-amz-date"));
  const ahead = signedAt - now;
  if (Math.abs(ahead) > CLOCK_SKEW_MAX_MS) {
    const what = ahead > 0 ? "Signature not yet current" : "Signature expired";
    return refuse(invalid(`${what}: signed at ${text}, here it is ${new Date(now).toISOString()}; set the clock`));
  }
  return { ok: true, value: new Date(signedAt) };
}

function isoForm([, year, month, day, hour, minute, second]: readonly string[]): string {
  return `${year}-${month}-${day}T${hour}:${minute}:${second}Z`;
}

/** Exactly the headers that were signed, with the values the client saw. */
function signedHeaders(
  request: Request,
  authorization: Authorization,
  bodyBytes: number,
): Outcome<Readonly<Record<string, string>>> {
  const headers: Record<string, string> = {};
  for (const name of authorization.signedHeaders) {
    const value = headerAsSent(request, name, bodyBytes);
    if (value === undefined) return refuse(invalid(`the signed header \`${name}\` did not arrive`));
    headers[name] = value;
  }
  return { ok: true, value: headers };
}

function headerAsSent(request: Request, name: string, bodyBytes: number): string | undefined {
  if (!/^[!#$%&'*+.^`|~\w-]+$/.test(name)) return undefined;
  // On the way from the client, Cloudflare replaces the one and may drop the other.
  if (name === "content-length") return String(bodyBytes);
  const sent = name === "accept-encoding" ? request.cf?.clientAcceptEncoding : undefined;
  return typeof sent === "string" && sent !== "" ? sent : (request.headers.get(name) ?? undefined);
}

function invalid(message: string): PlainException {
  return { code: "InvalidSignatureException", message };
}

function incomplete(message: string): PlainException {
  return { code: "IncompleteSignatureException", message };
}

function notSupported(reason: "cannotParse" | "notSupported", message: string): ValidationException {
  return { code: "ValidationException", message, reason };
}
