/**
 * Signature Version 4: who sent this request, and did it arrive as it was signed? Verifies by signing again exactly the
 * headers that were signed, whether the signature stands in the Authorization header or in the query. The body is hashed here;
 * what a client says about its hash is compared, never believed. A body too large to hold is left unread: then the hash that was signed
 * goes along, for whoever reads it.
 */
import type { AccessKey } from "../../account/access-keys.ts";
import { sha256Hex } from "../../activity/sha256.ts";
import { type Outcome, refuse, type ValidationException } from "../exceptions.ts";
import { parseQuery } from "../input/parse-query.ts";
import { type BodyLimits, readBody } from "../input/read-body.ts";
import { checkScope, QUOTED_MAX, SIGNING_SERVICE } from "./check-scope.ts";
import { type Authorization, isPresigned, parseAuthorization, parsePresigned } from "./parse-authorization.ts";
import { incomplete, invalid } from "./refusals.ts";
import { equalInConstantTime, signAgain } from "./sign-again.ts";

export interface AuthenticateOptions {
  readonly keys: ReadonlyMap<string, AccessKey>;
  readonly body: BodyLimits;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface AuthenticatedRequest {
  readonly key: AccessKey;
  /** Without what belongs to the signature. */
  readonly query: readonly (readonly [name: string, value: string])[];
  /** Empty when `unread` is there. */
  readonly body: Uint8Array;
  readonly unread?: UnreadBody;
}

/** A body that has not been read. Its hash was signed; whether the bytes have it, nobody knows yet. */
export interface UnreadBody {
  readonly stream: ReadableStream<Uint8Array>;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly bytes: number;
}

/** The body is read only after everything else has been found in order. */
export async function authenticate(
  request: Request,
  { keys, body: limits, now }: AuthenticateOptions,
): Promise<Outcome<AuthenticatedRequest>> {
  const query = parseQuery(new URL(request.url).search);
  if (query === undefined) return refuse(CANNOT_PARSE);
  const authorization = readAuthorization(request, query);
  if (!authorization.ok) return authorization;
  const time = checkScope(request, authorization.value, now);
  if (!time.ok) return time;
  const { accessKeyId, region, signature } = authorization.value;
  const key = keys.get(accessKeyId);
  if (key === undefined) {
    return refuse({
      code: "UnrecognizedClientException",
      message: `this service does not know the access key \`${accessKeyId.slice(0, QUOTED_MAX)}\``,
    });
  }
  const received = await receiveBody(request, limits);
  if (!received.ok) return received;
  const { body, unread, sha256, bytes } = received.value;
  const headers = signedHeaders(request, authorization.value, bytes);
  if (!headers.ok) return headers;
  const expected = await signAgain({
    method: request.method,
    path: new URL(request.url).pathname,
    query,
    headers: headers.value,
    bodySha256: sha256,
    key,
    region,
    service: SIGNING_SERVICE,
    time: time.value,
  });
  if (!equalInConstantTime(expected, signature)) return refuse(invalid(mismatch(request, query)));
  const own = query.filter(([name]) => !/^x-amz-/i.test(name));
  return { ok: true, value: { key, query: own, body, ...(unread === undefined ? {} : { unread }) } };
}

const CANNOT_PARSE: ValidationException = {
  code: "ValidationException",
  message: "the query cannot be read: an escape is not UTF-8, or a parameter is called `__proto__`",
  reason: "cannotParse",
};

function readAuthorization(request: Request, query: AuthenticatedRequest["query"]): Outcome<Authorization> {
  const header = request.headers.get("authorization");
  if (isPresigned(query)) {
    if (header !== null) {
      return refuse(
        incomplete("the request is signed twice; sign in the Authorization header or in the query, not in both"),
      );
    }
    const presigned = parsePresigned(query);
    if (presigned !== undefined) return { ok: true, value: presigned };
    const wanted = "X-Amz-Algorithm, X-Amz-Credential, X-Amz-Date, X-Amz-SignedHeaders and X-Amz-Signature, each once";
    return refuse(
      incomplete(`a request that is signed in its query must have ${wanted}; X-Amz-Expires is 1 to 604800`),
    );
  }
  if (header === null) {
    const message = `the request is not signed; sign it with Signature Version 4 for the service ${SIGNING_SERVICE}`;
    return refuse({ code: "MissingAuthenticationTokenException", message });
  }
  const authorization = parseAuthorization(header);
  if (authorization !== undefined) return { ok: true, value: authorization };
  return refuse(incomplete("Authorization must be `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`"));
}

interface ReceivedBody {
  readonly body: Uint8Array;
  readonly unread?: UnreadBody;
  readonly sha256: string;
  readonly bytes: number;
}

/** The body with its hash; unread only where that is allowed, it is too large to hold, and its hash is there to be signed. */
async function receiveBody(request: Request, limits: BodyLimits): Promise<Outcome<ReceivedBody>> {
  const claimed = request.headers.get("x-amz-content-sha256")?.toLowerCase();
  const bytes = Number(request.headers.get("content-length") ?? 0);
  const isLarge = limits.unreadMax !== undefined && bytes > limits.heldMax && bytes <= limits.unreadMax;
  if (isLarge && request.body !== null && claimed !== undefined && /^[0-9a-f]{64}$/.test(claimed)) {
    const unread = { stream: request.body as ReadableStream<Uint8Array>, sha256: claimed, bytes };
    return { ok: true, value: { body: new Uint8Array(0), unread, sha256: claimed, bytes } };
  }
  const read = await readBody(request, limits);
  if (!read.ok) return read;
  const body = read.value;
  const sha256 = await sha256Hex(body);
  if (claimed !== undefined && claimed !== sha256) return refuse(invalid(whyNotTheHash(claimed)));
  return { ok: true, value: { body, sha256, bytes: body.byteLength } };
}

/** AWS knows unsigned and chunked payloads for S3 and a few others; everywhere else they are a hash that is not the body's. */
function whyNotTheHash(claimed: string): string {
  if (claimed.startsWith("streaming-")) return "chunked payloads are for S3; sign the hash of the whole body";
  if (claimed.startsWith("unsigned-")) return "unsigned payloads are for S3; sign the hash of the whole body";
  return "the body does not have the hash that x-amz-content-sha256 says";
}

function mismatch(request: Request, query: AuthenticatedRequest["query"]): string {
  const isUnsigned = query.some(([name, value]) => /^x-amz-content-sha256$/i.test(name) && /^unsigned-/i.test(value));
  const isChunked = /aws-chunked/i.test(request.headers.get("content-encoding") ?? "");
  if (isUnsigned) return whyNotTheHash("unsigned-");
  if (isChunked) return whyNotTheHash("streaming-");
  const hint = "check the secret access key, and whether something between client and service changes requests";
  return `the signature does not fit the request; ${hint}`;
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
    if (value === undefined)
      return refuse(invalid(`the signed header \`${name.slice(0, QUOTED_MAX)}\` did not arrive`));
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
