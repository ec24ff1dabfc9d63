/** Requests signed as real clients sign them (reference/real-clients.md), for the tests of the API. */
import { Sha256 } from "@aws-crypto/sha256-js";
import { HttpRequest } from "@smithy/protocol-http";
import { SignatureV4 } from "@smithy/signature-v4";
import type { AccessKey, Role } from "../../host/account/access-keys.ts";

export const ORIGIN = "http://127.0.0.1:8787";

export const ADMIN: AccessKey = {
  accessKeyId: "AKIDADMINEXAMPLE",
  secretAccessKey: "the admin's secret",
  accountId: "111122223333",
  organizationId: "o-abcdefghij",
  role: "admin",
};

/** A key of ADMIN's account with an id and a secret of its own. */
export function keyWithRole(role: Role): AccessKey {
  return { ...ADMIN, accessKeyId: `AKID${role.toUpperCase()}ROLE`, secretAccessKey: `secret-of-${role}`, role };
}

export interface RequestToSign {
  readonly method?: string;
  /** Escaped as it stands in the URL. */
  readonly path: string;
  /** Decoded. */
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Signed with the request, besides `host` and `x-amz-date`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: AccessKey;
  readonly date?: Date;
  readonly region?: string;
  readonly service?: string;
  /** Also sends and signs `x-amz-content-sha256`, as the SDKs for JavaScript do and the CLI does not. */
  readonly signsHash?: boolean;
}

/** The request as it arrives at the service. */
export async function signRequest(toSign: RequestToSign): Promise<Request> {
  const signed = await signerOf(toSign).sign(unsignedOf(toSign), { signingDate: toSign.date ?? new Date() });
  return arrived(toSign, toSign.query ?? {}, signed.headers);
}

export interface RequestToPresign extends RequestToSign {
  /** Seconds; 60 when absent. */
  readonly expiresIn?: number;
  readonly sessionToken?: string;
  /** Headers that stay headers and are signed as such, though they begin with `x-amz-`. */
  readonly unhoistable?: readonly string[];
}

/** The request of a presigned URL, as the SDK for JavaScript signs it: what is `x-amz-` goes into the query. */
export async function presignRequest(toSign: RequestToPresign): Promise<Request> {
  const { expiresIn = 60, date = new Date(), unhoistable = [] } = toSign;
  const options = { expiresIn, signingDate: date, unhoistableHeaders: new Set(unhoistable) };
  const signed = await signerOf(toSign, toSign.sessionToken).presign(unsignedOf(toSign), options);
  return arrived(toSign, signed.query as Readonly<Record<string, string>>, signed.headers);
}

function signerOf(toSign: RequestToSign, sessionToken?: string): SignatureV4 {
  const { accessKeyId, secretAccessKey } = toSign.key ?? ADMIN;
  return new SignatureV4({
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) },
    region: toSign.region ?? "us-east-1",
    service: toSign.service ?? "access-analyzer",
    sha256: Sha256,
    applyChecksum: toSign.signsHash ?? false,
  });
}

function unsignedOf({ method = "GET", path, query = {}, body, headers }: RequestToSign): HttpRequest {
  const all = { host: new URL(ORIGIN).host, ...headers };
  return new HttpRequest({ method, hostname: "127.0.0.1", path, query: { ...query }, headers: all, body });
}

function arrived(
  { method = "GET", path, body }: RequestToSign,
  query: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
): Request {
  const search = Object.entries(query).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  );
  const url = `${ORIGIN}${path}${search.length === 0 ? "" : `?${search.join("&")}`}`;
  return new Request(url, { method, headers, ...(body === undefined ? {} : { body }) });
}

/** The same request with other headers, body or URL: what somebody on the way could make of it. */
export function tamper(
  request: Request,
  change: { readonly url?: string; readonly headers?: Readonly<Record<string, string | null>>; readonly body?: string },
): Request {
  const headers = new Headers(request.headers);
  for (const [name, value] of Object.entries(change.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  const { method } = request;
  return new Request(change.url ?? request.url, {
    method,
    headers,
    ...(change.body === undefined ? {} : { body: change.body }),
  });
}
